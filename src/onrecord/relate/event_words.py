"""The words that carry an event, brought to one form, and the families of words that may report the same one."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from onrecord.relate.words import FUNCTION_WORDS, stem, words

_LIGHT = frozenset(stem(w) for w in ("make", "have", "get", "take", "give", "go", "put", "keep", "out", "up", "off"))
_ROOT_LETTERS = 5


def _rows(name: str) -> list[list[str]]:
    lines = files("onrecord.relate").joinpath(f"data/{name}").read_text("utf8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def _irregular() -> Mapping[str, str]:
    return {form: word for form, word in _rows("irregular_forms.tsv")}


@lru_cache(maxsize=1)
def _families() -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for family, members in _rows("event_families.tsv"):
        for word in members.split():
            found[base(word)].add(family)
    return {word: frozenset(names) for word, names in found.items()}


def base(word: str) -> str:
    """Return one form for all forms of a word.

    >>> base("shot") == base("shooting"), base("fled") == base("fleeing"), base("deaths") == base("death")
    (True, True, True)
    """
    return stem(_irregular().get(word.lower(), word))


def trigger_words(trigger: str) -> frozenset[str]:
    """Return the bases of the words that carry meaning in a trigger, never empty for one with any word.

    >>> sorted(trigger_words("made a phone call"))
    ['call', 'phon']
    """
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
