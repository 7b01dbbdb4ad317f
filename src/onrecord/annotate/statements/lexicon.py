"""The words that report speech and thought, from `data/cues.tsv`.

cue      lemmas of a verb and the words that follow it ("call for"), a noun, an adjective or a preposition
stance   what the speaker does; negated  what it is when the cue is negated, where that changes it
takes    how the content follows: c clause, q quotation, i infinitive, o object; O only an object with a predicate
         or a clause after it ("called it a mistake", "told them that ...")
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast

from onrecord.data_files import lists, rows
from onrecord.model import Stance

Part = Literal["verb", "noun", "adjective", "preposition"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the lexicon; `words` are its lemmas."""

    words: tuple[str, ...]
    part: Part
    stance: Stance
    negated: Stance | None
    takes: str


def data_rows(name: str) -> list[list[str]]:
    """Return the cells of each line of a data file of this room."""
    return rows(__package__, name)


@lru_cache(maxsize=1)
def cues() -> dict[tuple[Part, str], tuple[Cue, ...]]:
    """Return every cue by part of speech and first lemma, longest first."""
    found: dict[tuple[Part, str], list[Cue]] = {}
    for words, part, stance, negated, takes in data_rows("cues.tsv"):
        lemmas = tuple(words.split())
        cue = Cue(lemmas, cast(Part, part), cast(Stance, stance), cast(Stance, negated) if negated else None, takes)
        found.setdefault((cue.part, lemmas[0]), []).append(cue)
    return {key: tuple(sorted(group, key=lambda c: -len(c.words))) for key, group in found.items()}


@cache
def documents() -> dict[str, str]:
    """Return the nouns for documents, each with the hand it is."""
    return {noun: hand for noun, hand in data_rows("documents.tsv")}


def listed(name: str) -> frozenset[str]:
    """Return one of the short lists in `data/lists.tsv`, which says what each is for."""
    return lists(__package__, "lists.tsv")[name]


@cache
def words(name: str) -> frozenset[str]:
    """Return a word list beside this module: one entry a line, lower case."""
    return frozenset(row[0] for row in data_rows(f"{name}.tsv"))


@cache
def expression(name: str) -> re.Pattern[str]:
    """Return a list of regular expressions, one a line, as one that ignores case."""
    return re.compile("|".join(row[0] for row in data_rows(f"{name}.tsv")), re.IGNORECASE)
