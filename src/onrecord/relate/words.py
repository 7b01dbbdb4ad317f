"""Words as the index sees them: lower case, without their endings, so that reports of one thing share them."""

import re
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_QUOTES = re.compile(r"[\"“”]")
_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+|\n+")

# Words that tie sentences together and name nothing.
FUNCTION_WORDS = frozenset(
    _WORD.findall(
        """
        a about after also an and are as at be been before but by could for from had has have he her his i if in into
        is it its more not of on one or our over said say says she than that the their them they this those to two was
        we were what when which who will with would you
        """
    )
)


@lru_cache(maxsize=262_144)
def stem(word: str) -> str:
    """Return the word without case, possessive, plural and verbal endings: cheap, and the same on every machine.

    >>> stem("Arrested"), stem("arresting"), stem("parties"), stem("Kremlin's")
    ('arrest', 'arrest', 'party', 'kremlin')
    """
    word = word.lower().replace("’", "'").removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if len(word) > len(ending) + 3 and word.endswith(ending):
            return _undoubled(word[: -len(ending)]).rstrip("e")
    return word.rstrip("e") if len(word) > 3 else word


def _undoubled(word: str) -> str:
    """Return "stop" for "stopp"; "kill" and "pass" keep their two letters."""
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz" else word


def words(text: str) -> list[str]:
    """Return the words as they stand."""
    return _WORD.findall(text)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each word stands, as half-open code points."""
    return (match.span() for match in _WORD.finditer(text))


def sentences(text: str) -> list[str]:
    """Return pieces that end as a sentence or a line does; good enough where no span is needed."""
    return [piece for piece in _SENTENCE_END.split(text) if piece]


def without_lone_mark(printed: str) -> str:
    """Return words cut from a text, without their quotation marks where one of a pair was left behind.

    >>> without_lone_mark('Lun Post" said'), without_lone_mark('the "Lun Post" said')
    ('Lun Post said', 'the "Lun Post" said')
    """
    return _QUOTES.sub("", printed) if len(_QUOTES.findall(printed)) % 2 else printed
