"""What the words of a name make of its bearer: the press, a crowd, an assembly, a body, holders of an office."""

import re
from functools import cache

from onrecord.data_files import lists


@cache
def _listed(name: str) -> re.Pattern[str]:
    found = sorted(lists(__package__, "party_words.tsv")[name], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(word.replace('_', ' ')) for word in found)})\b", re.I)


def _ends_in(name: str, words: str) -> bool:
    return any(match.end() == len(words) for match in _listed(name).finditer(words))


def is_of_press(words: str) -> bool:
    """Whether words name the press or somebody of it.

    >>> [is_of_press(words) for words in ("the Lun Herald", "reporters", "Ada Roe")]
    [True, True, False]
    """
    return bool(_listed("press").search(words))


def is_assembly(words: str) -> bool:
    """Whether words name many who hear what is said in public: "the Selm council's committee", "her followers"."""
    return bool(_listed("assemblies").search(words))


def is_crowd(words: str) -> bool:
    """Whether words end in people in numbers: "20,000 followers"."""
    return _ends_in("crowds", words)


def is_body(words: str) -> bool:
    """Whether a name is of an office or body that is told things officially."""
    return bool(_listed("bodies").search(words))


def is_office(words: str) -> bool:
    """Whether words are of an office that sends its holder to others: "foreign minister", not "astronaut"."""
    return is_body(words) or bool(_listed("offices").search(words))


def are_officials(words: str) -> bool:
    """Whether words end in several who hold an office: "47 lawmakers"."""
    return _ends_in("officials", words)
