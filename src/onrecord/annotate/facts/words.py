"""Content words under one form, so that "the arrest" and "were detained" can meet."""

from functools import lru_cache

from spacy.tokens import Token

from onrecord.data_files import lines, words

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_ENDINGS = (
    "ization",
    "ation",
    "ition",
    "ement",
    "ment",
    "tion",
    "sion",
    "ness",
    "ance",
    "ence",
    "ing",
    "ion",
    "ity",
    "ers",
    "ed",
    "er",
    "or",
    "al",
    "es",
    "s",
    "e",
)
_MIN_STEM = 4


@lru_cache(maxsize=1)
def families() -> dict[str, str]:
    """Return each word of a family and the family's name."""
    named = [line.split() for line in lines(__package__, "families.txt")]
    return {word: family[0] for family in reversed(named) for word in family}


@lru_cache(maxsize=65536)
def canonical(lemma: str) -> str:
    """Return the family of a lemma, else a rough stem that its noun and verb share.

    >>> canonical("detain"), canonical("appointment") == canonical("appoint")
    ('arrest', True)
    """
    word = lemma.lower().strip("'’“”\"")
    if found := families().get(word):
        return found
    for ending in _ENDINGS:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= _MIN_STEM:
            return families().get(stem) or families().get(stem + "e") or stem
    return word


@lru_cache(maxsize=1)
def _saying_nothing() -> frozenset[str]:
    """Return the lemmas of verbs and titles that say nothing of what a sentence is about."""
    return words(__package__, "light.txt")


def content(token: Token) -> str | None:
    """Return a token's canonical form when it says something, else None."""
    if token.pos_ not in _CONTENT or token.is_stop or token.is_punct or len(token.text) < 2:
        return None
    lemma = token.lemma_.lower()
    return None if lemma in _saying_nothing() else canonical(lemma)
