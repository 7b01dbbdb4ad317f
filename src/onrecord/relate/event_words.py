"""The words that carry an event, brought to one form, and the families of words that may report the same one."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from onrecord.data_files import rows
from onrecord.relate.words import FUNCTION_WORDS, stem, words

_LIGHT = frozenset(stem(w) for w in ("make", "have", "get", "take", "give", "go", "put", "keep", "out", "up", "off"))
_ROOT_LETTERS = 5
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=1)
def _irregular() -> Mapping[str, str]:
    return {form: word for name in ("event_nouns.tsv", "irregular_forms.tsv") for form, word in rows(__package__, name)}


@lru_cache(maxsize=1)
def _families() -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for family, members in rows(__package__, "event_families.tsv"):
        for word in members.split():
            found[base(word)].add(family)
    return {word: frozenset(names) for word, names in found.items()}


@lru_cache(maxsize=262_144)
def base(word: str) -> str:
    """Return one form for all forms of a word, a noun made from a verb having the verb's.

    >>> base("shot") == base("shooting"), base("fled") == base("fleeing"), base("acquisitions") == base("acquired")
    (True, True, True)
    """
    lower = word.lower()
    known = _irregular().get(lower) or _irregular().get(lower.removesuffix("s"))
    return stem(known) if known else _of_short_verb(lower) or stem(lower)


def _of_short_verb(word: str) -> str | None:
    """Return the base of a short verb's form, which the stem leaves whole: "fired", "voting", "denied"."""
    if len(word) > 4 and word.endswith("ied"):
        return f"{word[:-3]}y"
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if len(rest) == 3 and rest != word and not _VOWELS.isdisjoint(rest) and not word.endswith("eed"):
            return rest
    return None


@lru_cache(maxsize=1)
def _compounds() -> Mapping[tuple[str, str], str]:
    held = rows(__package__, "event_compounds.tsv")
    return {(word, base(other)): another for other, another, before in held for word in before.split()}


def trigger_words(trigger: str, before: str = "") -> frozenset[str]:
    """Return the bases of the words that carry meaning in a trigger, never empty for one with any word.

    before  the word that stands before the trigger: a heart attack is no attack

    >>> sorted(trigger_words("made a phone call"))
    ['call', 'phon']
    >>> sorted(trigger_words("leave", "sick"))
    ['leave-of-absence']
    """
    if another := _compounds().get((before, base(trigger))):
        return frozenset({another})
    bases = [base(w) for w in words(trigger)]
    content = frozenset(b for b in bases if b not in FUNCTION_WORDS and b not in _LIGHT)
    return content or frozenset(bases[:1])


def families(bases: frozenset[str]) -> frozenset[str]:
    """Return the families that any of the words belongs to."""
    held = _families()
    return frozenset(name for word in bases for name in held.get(word, ()))


def root(bases: frozenset[str]) -> frozenset[str]:
    """Return the beginnings that words made from one another share: "nominate", "nomination"."""
    return frozenset(word[:_ROOT_LETTERS] for word in bases if len(word) >= _ROOT_LETTERS)
