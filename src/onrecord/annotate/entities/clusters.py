"""Which names of an article are one: short names and full names, acronyms, other names of a country."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Doc

from onrecord.annotate.entities.lexicon import Gender, lexicon, pairs
from onrecord.annotate.entities.name_forms import (
    generation,
    initials,
    person_words,
    persons_agree,
    same_generation,
    words_of,
)
from onrecord.annotate.entities.names import Name
from onrecord.annotate.entities.places import demonym_country, fold, resolve

_SON_OF = re.compile(r"(\w+)['’]s? (?:\w+ )?(?:son|daughter)\b")
_AND = frozenset({"and", "und", "et"})


def is_listed(name: str) -> bool:
    """Whether the name stands in a list as it is, so that a longer one is another's."""
    lex, key = lexicon(), name.lower()
    return key in lex.organisations or not lex.outlets.isdisjoint((key, "the " + key, key.removeprefix("the ")))


def organisations_agree(short: str, full: str) -> bool:
    """Whether one name of an organisation shortens the other: by its initials, its start or its end."""
    brief, whole = words_of(short), words_of(full)
    letters = short.replace(".", "").replace(" ", "")
    if letters.isupper() and 2 <= len(letters) <= 6 and len(whole) > 1 and letters == initials(full):
        return True
    if _stands_for(short, full):
        return True
    if len(brief) >= len(whole) or not brief:
        return False
    core = tuple(w for w in whole if w not in lexicon().legal_forms)
    at_start = whole[: len(brief)] == brief and len(brief[0]) > 2 and not is_listed(short)
    outlet = not {full.lower(), "the " + " ".join(whole)}.isdisjoint(lexicon().outlets)
    telling = len(brief) > 1 or outlet or brief[0] not in lexicon().heads
    at_end = whole[-len(brief) :] == brief and telling
    # "Berg" is no short name of "Lund and Berg", which are two.
    two = (at_start and whole[len(brief)] in _AND) or (at_end and whole[-len(brief) - 1] in _AND)
    return core == brief or ((at_start or at_end) and not two)


@lru_cache(maxsize=1)
def _acronym_list() -> dict[str, tuple[tuple[str, ...], ...]]:
    return {fold(key): tuple(words_of(name) for name in names) for key, names in pairs("acronyms.txt")}


def spelled_out(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the names, as words, that a list gives for an acronym printed in capitals; the first is the usual one."""
    return _acronym_list().get(fold(name), ()) if name.isupper() or "-" in name else ()


def is_spelled_out(words: tuple[str, ...]) -> bool:
    """Whether the words are the usual name of an acronym on the list."""
    return any(words == names[0] for names in _acronym_list().values())


def _stands_for(short: str, full: str) -> bool:
    """Whether a list says that the acronym is the name's, where its letters do not."""
    return words_of(full) in spelled_out(short)


def place_key(name: str) -> str:
    """Return what all names of one place share: the country for "US", "America" and "American"."""
    place = resolve(name)
    country = demonym_country(name) or (place.name if place and place.level == "country" else None)
    if country:
        return f"country {country}"
    return f"{place.level} {place.name} {place.country}" if place else fold(name)


Joins = dict[int, int]
# More names on one word than this cannot make a short one unique.
_MAX_NAMESAKES = 40


def _find(joins: Joins, item: int) -> int:
    while joins[item] != item:
        item = joins[item]
    return item


def indexed_by(text: str) -> set[str]:
    """Return the words by which a longer name is found, its initials among them."""
    words = tuple(w for w in words_of(text) if w not in lexicon().suffixes)
    return {*words[:1], *words[-1:], initials(text).lower(), *words[1:2]}


def sought_by(text: str) -> set[str]:
    """Return the words under which the longer names that a short one may stand for are found."""
    words = tuple(w for w in words_of(text) if w not in lexicon().suffixes)
    return {*words[:1], *words[-1:], "".join(words)} | {full[0] for full in spelled_out(text)}


def _join_unique(
    joins: Joins,
    texts: Sequence[str],
    items: Sequence[int],
    agree: Callable[[int, int], bool],
    last: Mapping[int, int] | None = None,
) -> None:
    """Join each shorter name to the one cluster whose longer names it can stand for; to none when two could.

    last  where each name is printed for the last time: who is named in full only after that is not meant by it
    """
    longest_first = sorted(set(items), key=lambda i: (-len(words_of(texts[i])), -len(texts[i]), i))
    longer: dict[str, list[int]] = defaultdict(list)
    for short in longest_first:
        near = {i: None for word in sorted(sought_by(texts[short])) for i in longer[word][:_MAX_NAMESAKES]}
        fuller = [full for full in near if agree(short, full)]
        homes = {_find(joins, full) for full in fuller}
        if len(homes) > 1 and last is not None:
            homes = {_find(joins, full) for full in fuller if full < last[short]}
            homes = homes if any(full < short for full in fuller) else set()
        if len(homes) == 1:
            joins[_find(joins, short)] = homes.pop()
        for word in indexed_by(texts[short]):
            longer[word].append(short)


def _acronyms(doc: Doc, names: Sequence[Name]) -> Iterable[tuple[int, int]]:
    """Yield pairs of a name and the acronym that stands in brackets right behind it, or the other way round."""
    for i, (name, following) in enumerate(zip(names, names[1:], strict=False)):
        if following.start - name.end > 3:
            continue
        between = doc[name.end : following.start].text.strip()
        closes = following.end < len(doc) and doc[following.end].text == ")"
        acronym = following.text(doc).replace(".", "").isupper() or _spells_out(doc, name, following)
        if between == "(" and closes and acronym:
            yield i, i + 1


def _spells_out(doc: Doc, acronym: Name, name: Name) -> bool:
    """Whether a body's name is made of an acronym's letters, in whatever order another language has them."""
    short, full = acronym.text(doc).replace(".", ""), name.text(doc)
    body = name.kind == "organisation" and acronym.kind not in ("person", "place", "group")
    return body and short.isupper() and len(short) > 2 and sorted(short) == sorted(initials(full).upper())


def _kind_of(name: Name) -> str:
    return "place" if name.kind == "group" else name.kind


def _of_both_genders(doc: Doc, names: Sequence[Name]) -> set[tuple[str, ...]]:
    """Return the surnames that stand behind a man's title as well as a woman's: "Mr Berg" and "Mrs Berg" are two."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in names:
        if name.kind == "person" and name.gender in ("m", "f"):
            found[words_of(name.text(doc))].add(name.gender)
    return {words for words, genders in found.items() if len(words) == 1 and len(genders) > 1}


def _genders(names: Sequence[Name], joins: Joins) -> dict[int, set[Gender]]:
    """Return what the titles of all equal names say of their bearer."""
    found: dict[int, set[Gender]] = defaultdict(set)
    for i, name in enumerate(names):
        if name.kind == "person" and name.gender in ("m", "f"):
            found[joins[i]].add(name.gender)
    return found


def _heirs(text: str, names: Sequence[str]) -> set[tuple[tuple[str, ...], frozenset[str]]]:
    """Return the surnames that an article prints with a generation beside the father: "Berg Jr." and "Berg" are two.

    It names the father in full, or tells whose son he is: "Mayor Berg's oldest son".
    """
    full = {words[-1] for name in names if not generation(name) and len(words := person_words(name)) > 1}
    of_father = {fold(match[1]) for match in _SON_OF.finditer(text)}
    short = ((person_words(name), generation(name)) for name in names)
    return {(words, told) for words, told in short if len(words) == 1 and told and words[0] in full | of_father}


def _kin(doc: Doc, names: Sequence[Name]) -> set[str]:
    """Return the full names of those told of with their kin, "Mila and Sara Osk": "Osk" alone is a parent's name."""
    people = [name for name in names if name.kind == "person"]
    surnames = {doc[name.end - 1].lower_ for name in people if name.end - name.start > 1}
    given = {n.end: doc[n.start].lower_ for n in people if n.end - n.start == 1}
    found = ((n, given.get(n.start - 1, "")) for n in people if n.end - n.start > 1 and n.start > 1)
    return {
        name.text(doc)
        for name, first in found
        if doc[name.start - 1].lower_ == "and" and first in lexicon().first_names and first not in surnames
    }


def _by_first_name(name: str) -> set[Gender]:
    """Return whether the first of several names is a man's or a woman's; nothing where it may be either's."""
    first, *more = name.lower().split()
    gender = lexicon().first_names.get(first) if more else None
    return {gender} if gender in ("m", "f") else set()


def _same_text(doc: Doc, names: Sequence[Name], joins: Joins) -> dict[str, list[int]]:
    """Join the names that are equal, and return the first of each by kind."""
    by_text: dict[tuple[str, object, object], int] = {}
    both = _of_both_genders(doc, names)
    for i, name in enumerate(names):
        text = name.text(doc)
        people = name.kind == "group" and text.endswith("s")
        key = place_key(text) if name.kind in ("place", "group") else words_of(text) or text
        bearer = name.gender if name.kind == "person" and key in both else None
        joins[i] = by_text.setdefault((_kind_of(name), key, people or bearer), i)
    firsts: dict[str, list[int]] = defaultdict(list)
    for i in by_text.values():
        firsts[names[i].kind].append(i)
    return firsts


def _persons_by_role(doc: Doc, names: Sequence[Name], roles: Sequence[str | None], joins: Joins) -> None:
    """Join "Coach Berg" to Ola Berg, whose role holds the same word, when two Bergs leave the surname open."""
    full = [i for i, n in enumerate(names) if n.kind == "person" and n.end - n.start > 1 and roles[i]]
    by_surname: dict[str, list[int]] = defaultdict(list)
    for i in full:
        by_surname[person_words(names[i].text(doc))[-1]].append(i)
    for i, name in enumerate(names):
        role = roles[i]
        if role and name.kind == "person" and name.end - name.start == 1 and _find(joins, i) in (i, joins[i]):
            words = set(role.lower().split())
            homes = {
                _find(joins, j)
                for j in by_surname.get(fold(name.text(doc)), ())
                if words & set((roles[j] or "").lower().split())
            }
            if len(homes) == 1:
                joins[_find(joins, i)] = homes.pop()


def cluster(doc: Doc, names: Sequence[Name], roles: Sequence[str | None]) -> list[int]:
    """Return for each name the index of the first name in its cluster."""
    texts = [name.text(doc) for name in names]
    joins: Joins = {i: i for i in range(len(names))}
    firsts = _same_text(doc, names, joins)
    for left, right in _acronyms(doc, names):
        spelled = texts[right].replace(".", "") == initials(texts[left])
        of_places = "place" in (names[left].kind, names[right].kind) or names[right].kind == "group"
        if names[left].kind != "person" and (spelled or not of_places):
            joins[_find(joins, right)] = _find(joins, left)
    people = [person_words(text) for text in texts]

    genders, heirs = _genders(names, joins), _heirs(doc.text, [texts[i] for i in firsts["person"]])
    kin = _kin(doc, names)

    def one_person(short: int, full: int) -> bool:
        """Whether the shorter name can be the longer one's; "Mr Berg" told of before Ada Berg is somebody else."""
        told = genders[full] or (_by_first_name(texts[full]) if short < full else set())
        if genders[short] and told and genders[short].isdisjoint(told):
            return False
        if texts[full] in kin and people[short] == people[full][-1:]:
            return False
        if not generation(texts[short]) and (people[short], generation(texts[full])) in heirs:
            return False
        return same_generation(texts[short], texts[full]) and persons_agree(people[short], people[full])

    _join_unique(joins, texts, firsts["person"], one_person, {joins[i]: i for i in range(len(names))})
    _persons_by_role(doc, names, roles, joins)
    for kind in ("organisation", "facility", "group"):
        _join_unique(joins, texts, firsts[kind], lambda a, b: organisations_agree(texts[a], texts[b]))
    first: dict[int, int] = {}
    roots = [_find(joins, i) for i in range(len(names))]
    for i, root in enumerate(roots):
        first.setdefault(root, i)
    return [first[root] for root in roots]
