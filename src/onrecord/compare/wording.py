"""Short word lists kept as data, and a text's content words in canonical form."""

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from onrecord.annotate.facts.words import canonical


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath(f"data/{name}").read_text(encoding="utf8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def contact_words() -> Mapping[str, tuple[str, ...]]:
    """Return for each medium how its words begin."""
    split = (line.partition(": ") for line in _lines("contact_words.txt"))
    return {medium: tuple(words.split()) for medium, _, words in split}


@lru_cache(maxsize=1)
def owners() -> Mapping[str, str]:
    """Return the owner of each outlet that is known to have one with several."""
    split = (line.partition(": ") for line in _lines("owners.txt"))
    return {outlet.strip(): owner for owner, _, outlets in split for outlet in outlets.split(",")}


@lru_cache(maxsize=8)
def word_list(name: str) -> frozenset[str]:
    """Return the words of a list, one form each."""
    return frozenset(word for line in _lines(name) for word in line.split())


def content_words(text: str) -> frozenset[str]:
    """Return the words of a text that say something, in canonical form."""
    words = (w for w in re.findall(r"[a-z]+(?:-[a-z]+)*|\d+", text.lower()) if w not in word_list("stop_words.txt"))
    return frozenset(canonical(w) for w in words if len(w) > 1)
