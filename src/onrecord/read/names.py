"""Names of people and agencies as credits print them."""

import re
from functools import lru_cache

from onrecord.read.lexicon import entries

_PARTICLES = "de|da|del|van|von|der|den|bin|al|el|la|le|ten|ter|di|du|dos"
_WORD = r"[A-ZÀ-Þ][\w'’.-]*"
PERSON = rf"{_WORD}(?: (?:(?:{_PARTICLES}) )*{_WORD}){{1,3}}"
PEOPLE = rf"{PERSON}(?:,? (?:and|&) {PERSON}|, {PERSON})*"
_PARTS = re.compile(r",? (?:and|&) |, ")
_NOBODY = re.compile(
    r"\b(?:desk|staff|bureau|team|newsroom|online|web|reporters?|correspondents?|editors?)\b", re.IGNORECASE
)
_AGENCY_PARTS = re.compile(r"(?:(?<!\s)\s+)?(?:[,/;&+•·-]|\band\b)\s*")


def people_in(names: str) -> list[str]:
    """Return the people a credit lists, in its order; a desk or a team is nobody."""
    listed = (name.strip(" .,") for name in _PARTS.split(names))
    return [name for name in listed if name and not _NOBODY.search(name)]


def agencies_in(credit: str) -> list[str]:
    """Return the agencies a credit names as printed; an empty list unless all of its parts are agencies.

    >>> agencies_in("AFP, Reuters")
    ['AFP', 'Reuters']
    >>> agencies_in("Quayside, Norland")
    []
    """
    if credit.strip().casefold() in _agencies():
        return [credit.strip()]
    parts = [part for part in _AGENCY_PARTS.split(credit.strip()) if part]
    known = [part for part in parts if part.casefold() in _agencies()]
    return known if len(known) == len(parts) else []


@lru_cache
def _agencies() -> frozenset[str]:
    return frozenset(name.casefold() for name in entries("agency", "names", "credits.toml"))
