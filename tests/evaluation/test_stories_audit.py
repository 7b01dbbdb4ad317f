"""The audit's arithmetic, on stories written for it."""

from pathlib import Path

import pytest

from evaluation.stories_audit import VERDICTS, Lost, cubed, lost, main, table, verdicts, written

# Two fires; the gold has a page on insurance with the first, and we a report of the second.
GOLD = {"a1": "a", "a2": "a", "page": "a", "b1": "b", "b2": "b"}
FOUND = {"a1": "x", "a2": "x", "page": "alone", "b1": "x", "b2": "y"}
BACKGROUND = [Lost("split", "a1", "page"), Lost("split", "a2", "page")]
GLUED = [Lost("glued", "a1", "b1"), Lost("glued", "a2", "b1")]
SPLIT = [Lost("split", "b1", "b2")]


def test_every_pair_that_differs_is_listed_once() -> None:
    assert set(lost(GOLD, FOUND)) == {*BACKGROUND, *GLUED, *SPLIT}


def test_what_the_pairs_cost_adds_up_to_all_that_is_lost() -> None:
    losses = lost(GOLD, FOUND)
    precise, recalled, _ = cubed(GOLD, FOUND, [])
    assert sum(losses[each] for each in GLUED) == pytest.approx(100 - precise)
    assert sum(losses[each] for each in (*BACKGROUND, *SPLIT)) == pytest.approx(100 - recalled)


def test_pairs_set_aside_count_neither_for_nor_against() -> None:
    precise, recalled, _ = cubed(GOLD, FOUND, BACKGROUND)
    assert precise == cubed(GOLD, FOUND, [])[0]
    assert recalled == pytest.approx(100 * (3 + 1 / 2 + 1 / 2) / 5)


def test_with_everything_set_aside_nothing_is_lost() -> None:
    assert cubed(GOLD, FOUND, list(lost(GOLD, FOUND))) == (100, 100, 100)


def test_a_pair_without_a_verdict_is_shown_as_such() -> None:
    audit = dict.fromkeys(BACKGROUND, "background") | dict.fromkeys(GLUED, "ours")
    lines = [line.split() for line in table(GOLD, FOUND, audit)]
    assert lines[1] == ["ours", "2", "26.67", "0.00"]
    assert lines[6] == ["not", "looked", "at", "1", "0.00", "20.00"]


def test_stories_are_read_as_the_command_writes_them(tmp_path: Path) -> None:
    path = tmp_path / "stories.jsonl"
    path.write_text('{"id": "x", "articles": ["a1", "a2"]}\n{"id": "y", "articles": ["b1"]}\n', "utf8")
    assert written(path) == {"a1": "x", "a2": "x", "b1": "y"}


def test_without_the_gold_the_command_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("evaluation.stories_audit.SHARED", tmp_path)
    main([])
    assert capsys.readouterr().out.startswith("skipped: no gold data")


def test_the_audit_kept_with_the_project_has_a_known_verdict_on_every_pair() -> None:
    audit = verdicts()
    assert set(audit.values()) == set(VERDICTS)
    assert all(each.one < each.other and each.kind in ("glued", "split") for each in audit)
