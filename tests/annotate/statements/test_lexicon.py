import re
from typing import get_args

import pytest

from onrecord.annotate.statements.lexicon import Part, cues, data_rows, words
from onrecord.model import Stance

ROWS = list(data_rows("cues.tsv"))


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


@pytest.mark.parametrize(
    "name",
    [
        "accusations",
        "accusers",
        "bynames",
        "harming",
        "hearsay",
        "listeners",
        "outlet_nouns",
        "outlet_words",
        "outlets",
        "owned",
        "refused",
        "reporting_forms",
        "speech_forms",
        "thoughts",
        "unpromised",
        "verdicts",
        "withheld",
    ],
)
def test_every_list_has_words_and_no_doubles(name: str) -> None:
    rows = [row[0] for row in data_rows(f"{name}.tsv")]
    assert rows
    assert len(rows) == len(words(name))


def test_every_pattern_of_denial_is_a_pattern() -> None:
    for row in data_rows("denials.tsv"):
        assert re.compile(row[0], re.IGNORECASE)
