"""Which names of an article are one: short names and full names, acronyms, other names of a country."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from spacy.tokens import Doc

from onrecord.annotate.entities.lexicon import lexicon
from onrecord.annotate.entities.names import Name
from onrecord.annotate.entities.places import demonym_country, fold, resolve

_SMALL = frozenset({"of", "the", "and", "for", "de", "in", "on", "&", "to", "at"})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LEGAL = frozenset({"inc", "corp", "co", "ltd", "llc", "plc", "gmbh", "ag", "nv", "sa", "company", "corporation"})


def words_of(name: str) -> tuple[str, ...]:
    """Return the name's words, folded, without punctuation, a leading article or a possessive."""
    found = _WORD.findall(fold(re.sub(r"['’]s\b", "", name)))
    return tuple(found[1:] if len(found) > 1 and found[0] == "the" else found)


def initials(name: str) -> str:
    """Return the acronym that a name's capitalised words make.

    >>> initials("Ministry of Inland Waters")
    'MIW'
    """
    return "".join(w[0].upper() for w in re.findall(r"[\w']+", name.replace("-", " ")) if w.lower() not in _SMALL)


def person_words(name: str) -> tuple[str, ...]:
    """Return a person's name as words without initials in the middle and suffixes."""
    words = [w for w in words_of(name) if w not in lexicon().suffixes]
    return tuple(w for i, w in enumerate(words) if i in (0, len(words) - 1) or len(w) > 1)


def persons_agree(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the shorter form of a name can stand for the longer one: its surname, its first name, or both."""
    if not short or not full:
        return False
    if len(short) == 1:
        return short[0] in (full[-1], full[0])
    if short[-1] != full[-1]:
        return tuple(short) == tuple(full[-len(short) :]) or tuple(short) == tuple(full[: len(short)])
    first, other = short[0], full[0]
    return first == other or (min(len(first), len(other)) == 1 and first[0] == other[0])


def is_listed(name: str) -> bool:
    """Whether the name stands in a list as it is, so that a longer one is another's."""
    lex, key = lexicon(), name.lower()
    return key in lex.organisations or not lex.outlets.isdisjoint((key, "the " + key, key.removeprefix("the ")))


def organisations_agree(short: str, full: str) -> bool:
    """Whether one name of an organisation shortens the other: by its initials, its start or its end."""
    brief, whole = words_of(short), words_of(full)
    letters = short.replace(".", "").replace(" ", "")
    if letters.isupper() and 2 <= len(letters) <= 6 and len(whole) > 1:
        return letters == initials(full) or letters.lower() == whole[0]
    if len(brief) >= len(whole) or not brief or is_listed(short):
        return False
    core = tuple(w for w in whole if w not in _LEGAL)
    at_start = whole[: len(brief)] == brief and len(brief[0]) > 2
    at_end = whole[-len(brief) :] == brief and (len(brief) > 1 or brief[0] not in lexicon().heads)
    return core == brief or at_start or at_end


def place_key(name: str) -> str:
    """Return what all names of one place share: the country for "US", "America" and "American"."""
    place = resolve(name)
    country = demonym_country(name) or (place.name if place and place.level == "country" else None)
    if country:
        return f"country {country}"
    return f"{place.level} {place.name} {place.country}" if place else fold(name)


Joins = dict[int, int]


def _find(joins: Joins, item: int) -> int:
    while joins[item] != item:
        item = joins[item]
    return item


def _join_unique(joins: Joins, texts: Sequence[str], items: Sequence[int], agree: Callable[[str, str], bool]) -> None:
    """Join each shorter name to the one cluster whose longer names it can stand for; to none when two could."""
    longest_first = sorted(set(items), key=lambda i: (-len(words_of(texts[i])), -len(texts[i]), i))
    for n, short in enumerate(longest_first):
        homes = {_find(joins, full) for full in longest_first[:n] if agree(texts[short], texts[full])}
        if len(homes) == 1:
            joins[_find(joins, short)] = homes.pop()


def _acronyms(doc: Doc, names: Sequence[Name]) -> Iterable[tuple[int, int]]:
    """Yield pairs of a name and the acronym that stands in brackets right behind it."""
    for i, (name, following) in enumerate(zip(names, names[1:], strict=False)):
        between = doc[name.end : following.start].text.strip()
        closes = following.end < len(doc) and doc[following.end].text == ")"
        if between == "(" and closes and following.text(doc).replace(".", "").isupper():
            yield i, i + 1


def _kind_of(name: Name) -> str:
    return "place" if name.kind == "group" else name.kind


def cluster(doc: Doc, names: Sequence[Name]) -> list[int]:
    """Return for each name the index of the first name in its cluster."""
    texts = [name.text(doc) for name in names]
    joins: Joins = {i: i for i in range(len(names))}
    by_text: dict[tuple[str, object], int] = {}
    for i, name in enumerate(names):
        place = place_key(texts[i]) if name.kind in ("place", "group") else None
        people = name.kind == "group" and texts[i].endswith("s")
        key = ("people" if people else _kind_of(name), place or words_of(texts[i]) or texts[i])
        joins[i] = by_text.setdefault(key, i)
    for left, right in _acronyms(doc, names):
        if names[left].kind != "person":
            joins[_find(joins, right)] = _find(joins, left)
    firsts: dict[str, list[int]] = defaultdict(list)
    for i in by_text.values():
        firsts[names[i].kind].append(i)
    _join_unique(joins, texts, firsts["person"], lambda a, b: persons_agree(person_words(a), person_words(b)))
    _join_unique(joins, texts, firsts["organisation"], organisations_agree)
    _join_unique(joins, texts, firsts["facility"], organisations_agree)
    roots = [_find(joins, i) for i in range(len(names))]
    first: dict[int, int] = {}
    for i, root in enumerate(roots):
        first.setdefault(root, i)
    return [first[root] for root in roots]


def fullest(texts: Iterable[str]) -> str:
    """Return the fullest of one entity's names: most words, then longest, then first printed.

    An acronym gives way to what it stands for.
    """
    ordered = list(texts)
    return max(ordered, key=lambda t: (min(len(words_of(t)), 5), len(t), -ordered.index(t)))


def commonest(texts: Iterable[str]) -> str:
    """Return the name that is printed most often, the first of those printed equally often."""
    counts = Counter(texts)
    return max(counts, key=lambda t: counts[t])
