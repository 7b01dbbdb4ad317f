"""Scores to fragments, against arithmetic done the long way."""

from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from onrecord.annotate.statement_decode import (
    TAG_COUNT,
    Chain,
    Fragment,
    allowed_starts,
    allowed_transitions,
    choose,
    closed_at_paragraphs,
    fragments,
    likely_spans,
)


def chain(seed: int) -> Chain:
    draw = np.random.default_rng(seed)
    return Chain(
        (draw.normal(size=(TAG_COUNT, TAG_COUNT)) + np.where(allowed_transitions(), 0, -1e4)).astype("f4"),
        (draw.normal(size=TAG_COUNT) + np.where(allowed_starts(), 0, -1e4)).astype("f4"),
    )


def by_enumeration(emissions: NDArray[np.float32], scores: Chain) -> NDArray[np.float64]:
    words, total = len(emissions), 0.0
    found = np.zeros((3, words, words))
    for path in product(range(TAG_COUNT), repeat=words):
        score = scores.start[path[0]] + sum(emissions[i, tag] for i, tag in enumerate(path))
        score += sum(scores.transitions[a, b] for a, b in zip(path, path[1:], strict=False))
        if score < -1e3:
            continue
        total += np.exp(score)
        for fragment in fragments(path):
            found[fragment.role, fragment.first, fragment.last] += np.exp(score)
    return found / total


def dense(spans: Sequence[Fragment], words: int) -> NDArray[np.float64]:
    found = np.zeros((3, words, words))
    for span in spans:
        found[span.role, span.first, span.last] += span.probability
    return found


def test_span_probabilities_equal_the_sum_over_all_tag_sequences() -> None:
    draw, scores = np.random.default_rng(9), chain(4)
    text = [draw.normal(size=(words, TAG_COUNT), scale=2).astype("f4") for words in (3, 1, 4, 2)]
    for emissions, spans in zip(text, likely_spans(text, scores, 0), strict=True):
        assert dense(spans, len(emissions)) == pytest.approx(by_enumeration(emissions, scores), abs=1e-6)


def test_only_spans_above_the_least_probability_are_given() -> None:
    emissions, scores, least = np.zeros((4, TAG_COUNT), dtype=np.float32), chain(4), 0.02
    [found] = likely_spans([emissions], scores, least)
    want = by_enumeration(emissions, scores)
    want[want <= least] = 0
    assert dense(found, 4) == pytest.approx(want, abs=1e-6)


def test_span_probabilities_of_a_long_window_add_up_to_no_more_than_one() -> None:
    emissions = np.random.default_rng(1).normal(size=(300, TAG_COUNT), scale=30).astype("f4")
    [spans] = likely_spans([emissions], chain(3), 0)
    found = dense(spans, 300)
    assert np.isfinite(found).all()
    assert found.sum(axis=(0, 2)).max() <= 1 + 1e-6


def test_a_text_without_windows_has_no_spans() -> None:
    assert likely_spans([], chain(1), 0) == []


def test_fragments_begin_anew_at_each_beginning() -> None:
    assert fragments([1, 2, 0, 5, 5, 6, 3]) == [
        Fragment(0, 1, 0),
        Fragment(3, 3, 2),
        Fragment(4, 5, 2),
        Fragment(6, 6, 1),
    ]


def test_no_fragment_runs_into_the_next_paragraph() -> None:
    emissions = np.zeros((4, TAG_COUNT), dtype=np.float32)
    emissions[0, 5] = emissions[1:, 6] = 9
    [spans] = likely_spans([closed_at_paragraphs(emissions, [0, 0, 1, 1])], chain(5), 0)
    assert [(s.first, s.last) for s in spans if s.probability > 0.01 and s.first < 2] == [(0, 1)]


def test_choose_takes_the_spans_that_gain_most_together() -> None:
    long, left, right = Fragment(0, 5, 2, 0.5), Fragment(0, 2, 2, 0.45), Fragment(3, 5, 2, 0.45)
    chosen = choose([long, right, left, Fragment(4, 4, 0, 0.39)], (0.4, 0.4, 0.3))
    assert [(s.first, s.last) for s in chosen] == [(0, 2), (3, 5)]


def test_choose_takes_what_many_likes_speak_for() -> None:
    split = [Fragment(0, 7, 2, 0.3), Fragment(0, 8, 2, 0.25), Fragment(0, 9, 2, 0.25)]
    [chosen] = choose(split, (0.4, 0.4, 0.4))
    assert chosen.last == 7
    assert chosen.probability == pytest.approx(0.8)
    assert choose([*split[:1], Fragment(0, 9, 1, 0.5)], (0.4, 0.6, 0.4)) == []


def test_choose_finds_nothing_where_all_is_unlikely() -> None:
    assert choose([Fragment(0, 1, 0, 0.1), Fragment(2, 2, 1, 0.2)], (0.4, 0.4, 0.3)) == []
