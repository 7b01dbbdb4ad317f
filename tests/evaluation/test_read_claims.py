import json

from evaluation.read_claims import LABELS, places, table


def test_labels_hold_places_and_verdicts_and_no_words_of_a_report() -> None:
    rows = [json.loads(line) for line in LABELS.open(encoding="utf-8")]
    assert {key for row in rows for key in row} <= {"kind", "draw", "article", "start", "end", "true", "slot", "reason"}
    assert all(isinstance(row["true"], bool) and row["start"] < row["end"] for row in rows)
    assert all(row["true"] or row["reason"] for row in rows)


def test_precision_is_told_by_kind_and_of_what_an_answer_still_shows() -> None:
    rows = [
        {"kind": "promise", "draw": 1, "article": "a", "start": 3, "end": 9, "true": True},
        {"kind": "promise", "draw": 1, "article": "a", "start": 20, "end": 29, "true": False},
    ]
    promise = {"mentions": [{"article": "a", "start": 3, "end": 9}]}
    answer = {"claims": [], "contacts": [], "promises": [promise], "statements": []}
    (line,) = table(rows, places(answer))
    assert line == "promise        draw 1   50.0  (1 of 2)   still shown 100.0  (1 of 1)"
