"""Which verbs a word may be a form of, where a tagger does not say."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from onrecord.annotate.events.lexicon import lexicon
from onrecord.data_files import lists

_CONSONANTS = frozenset("bdgklmnprtvz")


def verb_forms(word: str) -> Iterator[tuple[str, bool]]:
    """Yield the verbs a word may be a form of, and whether the form may be passive; the word must be in small letters.

    >>> list(verb_forms("denies"))[0], list(verb_forms("stabbed"))[-1]
    (('deny', False), ('stab', True))
    """
    if word.endswith("ies"):
        yield f"{word[:-3]}y", False
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1], False
        if word.endswith("es"):
            yield word[:-2], False
    if word.endswith("ied"):
        yield f"{word[:-3]}y", True
    if word.endswith("ed"):
        yield word[:-1], True
        yield word[:-2], True
        if len(word) > 4 and word[-3] == word[-4] and word[-3] in _CONSONANTS:
            yield word[:-3], True


def is_verb(lemma: str) -> bool:
    """Whether it is a verb that reports a happening, or one that headlines are fond of."""
    return lemma in lexicon().verbs or lemma in headline_words()["verbs"]


@lru_cache(maxsize=1)
def headline_words() -> Mapping[str, frozenset[str]]:
    """Return the "verbs" that headlines are fond of, and what stays in small letters there, "joining" the others."""
    return lists(__package__, "headlines.tsv")
