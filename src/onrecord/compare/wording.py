"""Short word lists kept as data, and a text's content words in canonical form."""

import re
from collections.abc import Mapping
from functools import lru_cache

from onrecord.annotate.facts.words import canonical
from onrecord.data_files import lines, lists, words


@lru_cache(maxsize=1)
def contact_words() -> Mapping[str, tuple[str, ...]]:
    """Return for each medium how its words begin."""
    split = (line.partition(": ") for line in lines(__package__, "contact_words.txt"))
    return {medium: tuple(stems.split()) for medium, _, stems in split}


@lru_cache(maxsize=1)
def owners() -> Mapping[str, str]:
    """Return the owner of each outlet that is known to have one with several."""
    split = (line.partition(": ") for line in lines(__package__, "owners.txt"))
    return {outlet.strip(): owner for owner, _, outlets in split for outlet in outlets.split(",")}


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, str]:
    listed = [line.split() for line in lines(__package__, "counted.txt")]
    return {noun: kind[0] for kind in listed for noun in kind}


def counted_kind(noun: str) -> str:
    """Return the name of the kind of thing that a noun is counted by, the noun itself where no list has it.

    >>> counted_kind("vessel") == counted_kind("ship"), counted_kind("goat")
    (True, 'goat')
    """
    return _kinds().get(noun, noun)


@lru_cache(maxsize=8)
def word_list(name: str) -> frozenset[str]:
    """Return the words of a list, one form each."""
    return words(__package__, name)


def claim_words(name: str) -> frozenset[str]:
    """Return a list of what the words beside a value say of it."""
    return lists(__package__, "claim_words.tsv")[name]


def content_words(text: str) -> frozenset[str]:
    """Return the words of a text that say something, in canonical form."""
    said = (w for w in re.findall(r"[a-z]+(?:-[a-z]+)*|\d+", text.lower()) if w not in word_list("stop_words.txt"))
    return frozenset(canonical(w) for w in said if len(w) > 1)
