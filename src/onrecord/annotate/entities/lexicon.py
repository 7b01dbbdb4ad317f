"""The word lists of this layer, read from `data/` when first needed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeVar

from onrecord.data_files import lines
from onrecord.model import EntityKind

Gender = Literal["m", "f", "e"]
Sections = Mapping[str, frozenset[str]]
Value = TypeVar("Value")


def sections(name: str, separator: str = ",") -> dict[str, frozenset[str]]:
    """Return a file's [sections], each as the set of its entries, which run over lines."""
    found: dict[str, set[str]] = {}
    for line in lines(__package__, name):
        if line.startswith("["):
            entries = found.setdefault(line.strip("[]"), set())
        else:
            entries.update(entry for piece in line.split(separator) if (entry := piece.strip()))
    return {section: frozenset(entries) for section, entries in found.items()}


def pairs(name: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return a file of "key: value, value" entries, one a line or parted by semicolons."""
    entries = [entry for line in lines(__package__, name) if not line.startswith("[") for entry in line.split(";")]
    split = [entry.partition(":") for entry in entries if ":" in entry]
    return [(key.strip(), tuple(v.strip() for v in values.split(",") if v.strip())) for key, _, values in split]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the lists say, in lower case.

    first_names  name to the gender of its bearers, "e" for either
    nouns        noun for people or bodies to its class: "person", "collective", "organisation", "place",
                 "facility" or "thing"
    noun_gender  nouns that tell a person's gender
    bynames      nouns that reports use in place of a name just given: "person", "firm", "body", "country", "city",
                 "watchdog" for a body whose name says that it holds an office, "office" and "society" for one
                 that has the noun in its name
    nicknames    short first name to the full ones it is short for
    """

    first_names: Mapping[str, Gender]
    nouns: Mapping[str, str]
    noun_gender: Mapping[str, Gender]
    honorifics: frozenset[str]
    honorific_gender: Mapping[str, Gender]
    ranks: frozenset[str]
    mass_nouns: frozenset[str]
    bynames: Mapping[str, str]
    heads: Mapping[str, EntityKind]
    organisations: frozenset[str]
    outlets: frozenset[str]
    never: frozenset[str]
    suffixes: frozenset[str]
    generations: frozenset[str]
    legal_forms: frozenset[str]
    nicknames: Mapping[str, frozenset[str]]
    particles: frozenset[str]
    state_nouns: frozenset[str]
    company_nouns: frozenset[str]


def _flat(lists: Sections, keys: Mapping[str, Value]) -> dict[str, Value]:
    """Map every entry of the named sections to that section's value; earlier sections win."""
    flat: dict[str, Value] = {}
    for section, value in keys.items():
        for entry in lists[section]:
            flat.setdefault(entry, value)
    return flat


_NOUN_CLASSES = {
    "male": "person",
    "female": "person",
    "person": "person",
    "collective": "collective",
    "organisation": "organisation",
    "place": "place",
    "facility": "facility",
    "thing": "thing",
}
_BYNAME_KINDS = {
    "byname": "person",
    "firm byname": "firm",
    "body byname": "body",
    "watchdog byname": "watchdog",
    "office byname": "office",
    "society byname": "society",
    "country byname": "country",
    "town byname": "city",
}
_HEAD_KINDS: dict[str, EntityKind] = {
    "organisation head": "organisation",
    "facility head": "facility",
    "place head": "place",
    "event head": "event",
    "law head": "law",
}


def _genders(lists: Sections, male: str, female: str) -> dict[str, Gender]:
    found: dict[str, Gender] = dict.fromkeys(lists[male], "m")
    found.update(dict.fromkeys(lists[female], "f"))
    return found


def _first_names() -> dict[str, Gender]:
    lists = sections("first_names.txt", " ")
    genders: dict[str, Gender] = dict.fromkeys(lists["e"], "e")
    genders.update(dict.fromkeys(lists["m"], "m"))
    genders.update(dict.fromkeys(lists["f"], "f"))
    return genders


def _nicknames() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for full, short_forms in pairs("nicknames.txt"):
        for short in short_forms:
            found.setdefault(short, set()).add(full)
    return {short: frozenset(full) for short, full in found.items()}


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lists, read once a process."""
    roles, names = sections("roles.txt"), sections("names.txt")
    return Lexicon(
        first_names=_first_names(),
        nouns=_flat({**sections("things.txt"), **roles}, _NOUN_CLASSES),
        noun_gender=_genders(roles, "male", "female"),
        honorifics=roles["honorific"],
        honorific_gender=_genders(roles, "male honorific", "female honorific"),
        ranks=roles["rank"],
        mass_nouns=sections("things.txt")["mass"],
        bynames=_flat(roles, _BYNAME_KINDS),
        heads=_flat(names, _HEAD_KINDS),
        organisations=names["institution"],
        outlets=names["outlet"],
        never=names["never"],
        suffixes=names["person suffix"],
        generations=names["generation"],
        legal_forms=names["legal form"],
        nicknames=_nicknames(),
        particles=names["particle"],
        state_nouns=names["state noun"],
        company_nouns=names["company noun"],
    )


@lru_cache(maxsize=1)
def _described() -> dict[str, frozenset[str]]:
    return sections("described.txt")


def described(section: str) -> frozenset[str]:
    """Return one list of `described.txt`."""
    return _described()[section]


@lru_cache(maxsize=1)
def _narrower() -> dict[str, frozenset[str]]:
    return {word: frozenset(narrow) for word, narrow in pairs("wider.txt")}


def narrower(noun: str) -> frozenset[str]:
    """Return the roles that a wider word can stand for: a president or a premier for "leader"."""
    return _narrower().get(noun, frozenset())


@lru_cache(maxsize=1)
def generic_words() -> frozenset[str]:
    """Return the words that name a body only within a country or a town: "interior", "ministry", "supreme"."""
    lists = sections("names.txt")
    return lists["generic"] | {w for w in lists["organisation head"] if w.isalpha() and w not in ("times", "guardian")}
