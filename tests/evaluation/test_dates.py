from datetime import date
from pathlib import Path

import pytest

from evaluation.event_dates import MORE, SIDES, Case, meantime_cases, outcome, own_cases
from evaluation.published_dates import holds, kind, lines
from onrecord.model import When
from onrecord.relate.periods import period

CASES = own_cases() + own_cases(MORE)
PUBLISHED = When("2031-03-04", "day", "given")


def when(value: str) -> When:
    return When(value, "day", "printed in the text")


def test_there_are_300_labels_and_each_is_a_date_or_a_side() -> None:
    golds = [label.gold for case in CASES for label in case.labels]
    assert len(golds) >= 300
    assert all(gold in SIDES or all(period(when(value)) for value in gold.split(";")) for gold in golds)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.article.id)
def test_marks_are_taken_out_of_the_text(case: Case) -> None:
    assert "[" not in case.article.text
    assert all(label.span.of(case.article.text).strip() for label in case.labels)


def test_the_other_set_is_skipped_where_its_texts_are_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evaluation.event_dates.SHARED", Path("absent"))
    assert meantime_cases() == []


@pytest.mark.parametrize(
    ("gold", "value", "want"),
    [
        ("2031-03-02", "2031-03-02", "exact"),
        ("2031-03-02", "2031-03-03", "within a day"),
        ("2031-03-02", "2031-03", "less fine"),
        ("2031-03-02", "2031-03-08", "wrong"),
        ("2031-03-02", "XXXX-03-02", "none"),
        ("2015;2016", "2016", "exact"),
        ("../2031-12-29", "../2031-12-29", "exact"),
        ("<", "2031-03-02", "dated"),
        ("<", "../2031-03-04", "bound"),
        (">", "../2031-03-04", "wrong bound"),
        (">", "2031-03-04/..", "bound"),
    ],
)
def test_outcomes(gold: str, value: str, want: str) -> None:
    assert outcome(gold, when(value), PUBLISHED) == want


def test_nothing_found_is_right_only_for_what_the_report_leaves_open() -> None:
    assert outcome("<", None, PUBLISHED) == "left open"
    assert outcome("2015", None, PUBLISHED) == "none"


def test_publication_dates_are_held_to_a_day_or_an_interval() -> None:
    day = date(2031, 3, 4)
    assert holds(when("2031-03-05"), day)
    assert not holds(when("2031-03-06"), day)
    assert holds(when("2031-03-01/2031-03-07"), day)
    assert kind(when("2031-03/..")) == "bound"
    assert next(lines("x", {"a": day, "b": day}, {"a": when("2031-03-04")})).split()[-4:] == ["50.0", "(1", "of", "2)"]
