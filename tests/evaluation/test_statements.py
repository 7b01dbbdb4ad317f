import pytest

from evaluation.statements import Case, Wanted, cases, evaluate, overlap, pairs, same_name
from onrecord.model import Span, Statement

CASES = cases()


def test_the_set_has_150_passages_and_every_category() -> None:
    assert len(CASES) >= 150
    assert {c.category for c in CASES} >= {
        "chains",
        "denials",
        "unnamed",
        "questions",
        "social",
        "broadcast",
        "broken marks",
        "nested marks",
        "British single quotes",
        "headlines",
        "lists of quotations",
    }


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_every_wanted_content_stands_in_its_passage(case: Case) -> None:
    for wanted in case.statements:
        assert set(wanted.content.split()) <= set(case.text.split()) | {p for w in case.text.split() for p in (w[:-1],)}


def test_the_best_match_is_taken_once() -> None:
    text = "Osk said the dam held and the crane fell."
    case = Case("x", "x", text, (Wanted("Osk", "asserts", (), "the dam held and the crane fell"),))
    whole = Statement((), (), (Span(9, 40),), "Osk", "indirect", "asserts")
    part = Statement((), (), (Span(9, 21),), "Osk", "indirect", "asserts")
    assert [found for _, found in pairs(case, [part, whole])] == [whole]


def test_names_are_compared_without_articles() -> None:
    assert same_name("the port", "Port")
    assert not same_name("the port", None)
    assert overlap("the dam held", "the dam held") == 1


def test_figures_are_counted_by_category() -> None:
    counts, wrong = evaluate([c for c in CASES if c.id == "stances-01"])
    assert counts["all"]["found"] == (1, 1)
    assert not wrong
