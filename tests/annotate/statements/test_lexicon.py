import re
from importlib.resources import files
from typing import get_args

import pytest

from onrecord.annotate.statements import lexicon
from onrecord.annotate.statements.lexicon import Part, cues, data_rows, listed, words
from onrecord.model import Stance

ROWS = data_rows("cues.tsv")
LISTS = sorted(
    f.name.removesuffix(".tsv") for f in (files(lexicon.__package__) / "data").iterdir() if f.name != "cues.tsv"
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[1]}-{row[0].replace(' ', '-')}")
def test_every_cue_has_a_part_a_stance_and_says_what_it_takes(row: list[str]) -> None:
    cue, part, stance, negated, takes = row
    assert cue == cue.strip().lower()
    assert part in get_args(Part)
    assert stance in get_args(Stance)
    assert negated == "" or negated in get_args(Stance)
    assert takes
    assert set(takes) <= set("cqioO")


def test_no_cue_stands_twice() -> None:
    assert len({tuple(row[:2]) for row in ROWS}) == len(ROWS)


def test_every_stance_has_a_verb() -> None:
    assert {row[2] for row in ROWS if row[1] == "verb"} == set(get_args(Stance))


def test_longer_cues_are_tried_first() -> None:
    for group in cues().values():
        assert [len(c.words) for c in group] == sorted((len(c.words) for c in group), reverse=True)


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_words_and_no_doubles(name: str) -> None:
    rows = [row[0] for row in data_rows(f"{name}.tsv")]
    assert rows
    assert len(rows) == len(words(name))


@pytest.mark.parametrize(("name", "entries"), data_rows("lists.tsv"))
def test_every_short_list_has_lemmas_and_no_doubles(name: str, entries: str) -> None:
    assert len(entries.split()) == len(listed(name))
    assert entries == entries.lower()


def test_every_pattern_of_denial_is_a_pattern() -> None:
    for row in data_rows("denials.tsv"):
        assert re.compile(row[0], re.IGNORECASE)
