"""The syntax's opinion on the model's spans."""

import numpy as np
import pytest

from onrecord.annotate.statement_agreement import Agreement, measures, weighed
from onrecord.annotate.statement_decode import Fragment
from onrecord.annotate.statement_model import load_model
from onrecord.model import Span

WORDS = [(0, 3), (4, 8), (9, 12), (13, 20)]
SOURCE, CUE, CONTENT = Fragment(0, 0, 0, 0.2), Fragment(1, 1, 1, 0.5), Fragment(2, 3, 2, 0.9)
AGREED = [[Span(0, 3)], [Span(4, 8)], [Span(9, 20)]]


def agreement(same: float) -> Agreement:
    return Agreement(np.array([[1.0, same, 0.0, 0.0, 0.0]] * 3), (0.3, 0.3, 0.3))


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param(AGREED, (1, 1, 0), id="the-very-span"),
        pytest.param([[Span(0, 8)], [], []], (0, 1, 0), id="longer"),
        pytest.param([[], [Span(0, 3)], []], (0, 0, 1), id="in-another-role"),
        pytest.param([[Span(3, 8)], [Span(3, 4)], []], (0, 0, 0), id="only-beside"),
        pytest.param([[], [], []], (0, 0, 0), id="nothing-there"),
    ],
)
def test_measures_say_where_the_other_finder_has_its_spans(
    places: list[list[Span]], expected: tuple[int, int, int]
) -> None:
    assert tuple(measures([SOURCE], WORDS, places)[0, 1:]) == expected


def test_agreement_makes_a_span_likelier_and_silence_leaves_it() -> None:
    agreed = weighed([SOURCE, CUE, CONTENT], WORDS, AGREED, agreement(1.5))
    alone = weighed([SOURCE, CUE, CONTENT], WORDS, [[], [], []], agreement(1.5))
    assert all(a.probability > b.probability for a, b in zip(agreed, alone, strict=True))
    assert [a.probability for a in alone] == pytest.approx([0.2, 0.5, 0.9])
    assert [(a.first, a.last, a.role) for a in agreed] == [(0, 0, 0), (1, 1, 1), (2, 3, 2)]


def test_nothing_to_weigh() -> None:
    assert weighed([], WORDS, AGREED, agreement(1.0)) == []


def test_shipped_weights_raise_what_the_syntax_has() -> None:
    text = "Harbour staff, Okun muttered, want the quay shut."
    silent: list[list[Span]] = [[], [], []]
    [alone] = load_model().find([text], [silent])
    [agreed] = load_model().find([text], [[[Span(15, 19)], [Span(20, 28)], [Span(0, 13), Span(30, 48)]]])
    assert max(s.probability for s in agreed) >= max((s.probability for s in alone), default=0.0)
