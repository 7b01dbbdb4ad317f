"""The words of furniture, agencies and languages, kept as data: regular expressions and names, in TOML."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from onrecord.data_files import tables

# A name as pages print it: "The Quayside Times", "Radio 4", "BBC". Case counts even where the rest ignores it.
_NAME_WORD = r"[A-Z][\w&'’-]*"
NAME = (
    rf"(?P<name>(?-i:(?:[Tt]he )?[A-Z][\w&'’.-]*"
    rf"(?: (?:(?:of|and|the|in|for|on|de|al) )?(?:{_NAME_WORD}|\d{{1,3}}\b)){{0,4}}))"
)


def table(name: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Return a data file of this room, by section and key."""
    return tables(__package__, name)


@lru_cache
def entries(section: str, key: str, name: str = "furniture.toml") -> tuple[str, ...]:
    """Return one list of a data file."""
    return tuple(table(name)[section][key])


@lru_cache
def pattern(section: str, key: str, *, case: bool = False) -> re.Pattern[str]:
    """Return one list of the furniture lexicon as a single expression; it ignores case unless `case`."""
    joined = "|".join(f"(?:{entry})" for entry in entries(section, key))
    return re.compile(joined, re.UNICODE if case else re.IGNORECASE)


@lru_cache
def line_kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the kinds of whole-line furniture with their expressions, in the order of the file."""
    return tuple((kind, pattern("line", kind)) for kind in table("furniture.toml")["line"])


@lru_cache
def naming(section: str, key: str) -> tuple[re.Pattern[str], ...]:
    """Return expressions whose group `name` is the name that stands where the data says NAME."""
    return tuple(re.compile(entry.replace("NAME", NAME), re.IGNORECASE) for entry in entries(section, key))
