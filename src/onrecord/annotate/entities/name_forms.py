"""The forms of one name: its words, its initials, a person's short names, and which of several is the one to show."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.annotate.entities.lexicon import lexicon
from onrecord.annotate.entities.places import fold

_SMALL = frozenset({"of", "the", "and", "for", "de", "in", "on", "&", "to", "at"})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_NONE: frozenset[str] = frozenset()


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


def same_generation(short: str, full: str) -> bool:
    """Whether two names in one article may be one person's: "Berg Jr." and "Ola Berg Jr." may, not "Ola Berg"."""
    told = generation(short) or len(person_words(short)) > 1
    return not told or generation(short) == generation(full)


def generation(name: str) -> frozenset[str]:
    """Return what the name says of its bearer's generation: "jr", "iii"."""
    return lexicon().generations & frozenset(words_of(name))


def persons_agree(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the shorter form of a name can stand for the longer one: its surname, its first name, or both."""
    if not short or not full:
        return False
    if len(short) == 1:
        return short[0] in (full[-1], full[0])
    if tuple(short) in (tuple(full[-len(short) :]), tuple(full[: len(short)])):
        return True
    if short[-1] != full[-1]:
        return False
    return first_names_agree(short[0], full[0])


def first_names_agree(first: str, other: str) -> bool:
    """Whether two first names can be one person's: equal, an initial of the other, or short for it."""
    short_for = lexicon().nicknames
    initial = min(len(first), len(other)) == 1 and first[0] == other[0]
    short = other in short_for.get(first, ()) or first in short_for.get(other, ())
    return first == other or initial or short or not short_for.get(first, _NONE).isdisjoint(short_for.get(other, _NONE))


def fullest(texts: Iterable[str]) -> str:
    """Return the fullest of one entity's names: most words, then longest, then first printed.

    An acronym gives way to what it stands for.
    """
    ordered = list(texts)
    return max(ordered, key=lambda t: (min(len(words_of(t)), 5), len(t), -ordered.index(t)))


def usual(texts: Sequence[str]) -> str:
    """Return a person's fullest name, or the one printed more often that it only enlarges.

    >>> usual(["Crooked Ada Roe", "Ada Roe", "Ada Roe", "Roe"])
    'Ada Roe'
    """
    if fullest(texts).isupper() and not all(t.isupper() for t in texts):
        texts = [t.title() if t.isupper() and len(t.split()) > 1 else t for t in texts]  # "ADA ROE was fined. Roe said"
    full, counts = fullest(texts), Counter(texts)
    inner = [t for t in counts if counts[t] > counts[full] and " " in t and _only_enlarges(full, t)]
    return fullest(inner) if inner else full


def _only_enlarges(full: str, name: str) -> bool:
    return (full.endswith(f" {name}") or full.startswith(f"{name}-")) and generation(full) == generation(name)


def commonest(texts: Iterable[str]) -> str:
    """Return the name that is printed most often, the first of those printed equally often."""
    counts = Counter(texts)
    return max(counts, key=lambda t: counts[t])
