"""Where a place lies: countries with their people and seats of power, states and cities."""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast, get_args

from onrecord.annotate.entities.lexicon import pairs
from onrecord.data_files import lines

PlaceLevel = Literal["country", "state", "city"]
LEVELS: tuple[PlaceLevel, ...] = get_args(PlaceLevel)
PLACES = "places.tsv"
"""Countries, states and cities of a hundred thousand and more, made by training/gazetteer.py."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A country, a state of the United States, or a city.

    country  ISO 3166 code; region  the state's code for a city of the United States, else ""
    """

    level: PlaceLevel
    name: str
    country: str
    region: str = ""
    population: int = 0


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Rows of the file of places, the likeliest first, and where each folded name stands among them."""

    rows: tuple[str, ...]
    by_name: Mapping[str, tuple[int, ...]]
    countries: Mapping[str, str]
    demonyms: Mapping[str, str]
    seats: Mapping[str, str]


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Return the name without case, accents, full stops and a leading article, "St" written out.

    >>> fold("the U.S."), fold("St. Petersburg"), fold("Bogotá")
    ('us', 'saint petersburg', 'bogota')
    """
    plain = name.lower()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    words = (
        plain.replace(".", " " if " ." in plain or ". " in plain else "").replace("’", "'").replace("-", " ").split()
    )
    if len(words) > 1 and all(len(w) == 1 for w in words):
        return "".join(words)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join("saint" if w == "st" and len(words) > 1 else w for w in words)


def _by_name(rows: Collection[str]) -> dict[str, tuple[int, ...]]:
    """Return the rows that have a name, those whose own it is before those that others also call so."""
    own: dict[str, list[int]] = {}
    also: dict[str, list[int]] = {}
    codes: dict[str, int] = {}
    for number, row in enumerate(rows):
        level, _, country, _, _, names = row.split("\t")
        first, *others = names.split("|")
        own.setdefault(first, []).append(number)
        for name in others:
            also.setdefault(name, []).append(number)
        if level == "country":
            codes[country] = number
    for code, given in pairs("countries.txt"):
        for name in map(fold, given):
            own[name] = sorted({*own.get(name, ()), codes[code]})
    return {name: (*own.get(name, ()), *also.get(name, ())) for name in own | also}


def _place(row: str) -> Place:
    level, name, country, region, population, _ = row.split("\t")
    return Place(cast(PlaceLevel, level), name, country, region, int(population))


def _demonyms() -> dict[str, str]:
    found = {fold(name): code for code, names in pairs("demonyms.txt") for name in names}
    plurals = {name + "s": code for name, code in found.items() if not name.endswith(("s", "ish", "ese", "men", "ch"))}
    return {**plurals, **found}


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the gazetteer, read once a process."""
    rows = tuple(lines(__package__, PLACES))
    countries = [row.split("\t") for row in rows if row.startswith("country\t")]
    names = {code: name for _, name, code, *_ in countries}
    seats = {fold(name): codes[0] for name, codes in pairs("metonyms.txt")}
    return Gazetteer(rows, _by_name(rows), names, _demonyms(), seats)


@lru_cache(maxsize=16_384)
def places_named(name: str) -> tuple[Place, ...]:
    """Return every place of that name, the likeliest out of context first."""
    data = gazetteer()
    return tuple(_place(data.rows[number]) for number in data.by_name.get(fold(name), ()))


def resolve(name: str, countries: Collection[str] = ()) -> Place | None:
    """Return the likeliest place of that name: one in `countries` (codes) before a larger one elsewhere."""
    found = places_named(name)
    near = [p for p in found if p.level == "country" or p.country in countries]
    return next(iter(near or found), None)


def demonym_country(name: str) -> str | None:
    """Return the name of the country whose people or adjective this is.

    >>> demonym_country("Kenyans")
    'Kenya'
    """
    code = gazetteer().demonyms.get(fold(name))
    return gazetteer().countries[code] if code else None


def country_of(name: str) -> str | None:
    """Return the country that a place, a people or a seat of power belongs to, by name.

    >>> country_of("Mombasa"), country_of("Kremlin"), country_of("Nowhere-on-Sea")
    ('Kenya', 'Russia', None)
    """
    data = gazetteer()
    folded = fold(name)
    place = resolve(name)
    code = place.country if place else data.demonyms.get(folded) or data.seats.get(folded)
    return data.countries.get(code) if code else None


def contains(outer: str, inner: str) -> bool:
    """Whether the inner place is known to lie in the outer one, or is the same. Unknown counts as no.

    >>> contains("Kenya", "Mombasa"), contains("Mombasa", "Kenya"), contains("Texas", "Houston")
    (True, False, True)
    """
    a = resolve(outer)
    b = resolve(inner, (a.country,)) if a else None
    if a is None or b is None:
        return fold(outer) == fold(inner)
    if a.level == "country":
        return a.country == b.country
    return a == b or (a.level == "state" and b.level == "city" and (a.country, a.region) == (b.country, b.region))
