"""One spelling for words that newsrooms print in several ways, so that house style does not hide words in common."""

import re
from functools import lru_cache

# Endings as Britain prints them, longest first, and what stands for them. That "tour" becomes "tor" does no harm:
# it does so in every report.
_ENDINGS = (
    (re.compile(r"(?<=[a-z]{2})is(e|es|ed|er|ers|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{2})our(s|ed|ing|ite|ites|able|ful|hood|hoods)?$"), r"or\1"),
    (re.compile(r"(?<=[a-z]{2})tre(s)?$"), r"ter\1"),
    (re.compile(r"(?<=[a-z]{2})mme(s)?$"), r"m\1"),
    (re.compile(r"(?<=[a-z]{2})ence(s)?$"), r"ense\1"),
    (re.compile(r"(?<=[a-z]{2})ll(ed|ing|er|ers)$"), r"l\1"),
)


@lru_cache(maxsize=262_144)
def folded(word: str) -> str:
    """Return the word in lower case with straight apostrophes and American endings; for comparing only.

    >>> folded("Organised"), folded("harbour’s"), folded("centre"), folded("programmes"), folded("cancelled")
    ('organized', "harbor's", 'center', 'programs', 'canceled')
    """
    stem, mark, possessive = word.lower().replace("’", "'").partition("'")
    for ending, other in _ENDINGS:
        changed = ending.sub(other, stem)
        if changed != stem:
            return changed + mark + possessive
    return stem + mark + possessive
