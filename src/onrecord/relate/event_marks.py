"""Words beside a happening's own that say which of its kind it is: another, an earlier, one of several, the third."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.data_files import rows
from onrecord.model import Span

_NUMBERED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
# "died in a separate incident": what is told so is not the report's own happening.
_ASIDE = re.compile(
    r"\b(?:in|at|by|during|from) (?:a|an|another) (?:separate|unrelated|earlier|previous|different) [a-z]+\b"
)
# A happening does not avenge itself.
_ANSWER = re.compile(r"\b(?:aveng|reveng|retaliat|repris)[a-z]*\b|\bin response to\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marks:
    """How a mention is told apart from others of its kind.

    several  the words are of more than one: "two calls", "many talks"
    another  of another one than was told just before: "another call"
    other    of an earlier or a further one than the report's own: "the previous call"
    ordinal  which one it is by number: "the third round"
    answers  how many words for an answer, as "avenge", stand before it in its sentence
    """

    several: bool = False
    another: bool = False
    other: bool = False
    ordinal: int | None = None
    answers: int = 0


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, str]:
    return {word: kind for word, kind in rows(__package__, "event_marks.tsv")}


UNMARKED = Marks()


def marks(before: Sequence[str], sentence: Span, trigger: Span, text: str) -> Marks:
    """Return the marks of a mention; `before` holds the lower-case words before its trigger."""
    words, lead = trigger.of(text), text[sentence.start : trigger.start]
    near = [*before[-2:], *words.lower().split()[:-1]]
    kinds = {kind for word in near if (kind := _kinds().get(word))}
    return Marks(
        several="several" in kinds and words.endswith("s"),
        another="another" in kinds,
        other="other" in kinds or _is_aside(text[trigger.end : sentence.end]),
        ordinal=next((n for word in reversed(near) if (n := _ordinal(word)) is not None), None),
        answers=len(_ANSWER.findall(lead)),
    )


def _is_aside(rest: str) -> bool:
    """Whether what follows a trigger in its sentence, up to a comma, puts it in another happening's place."""
    return _ASIDE.search(rest.partition(",")[0]) is not None


def _ordinal(word: str) -> int | None:
    numbered = _NUMBERED.fullmatch(word)
    held = numbered.group(1) if numbered else _kinds().get(word, "")
    return int(held) if held.isdigit() else None


def set_apart(one: Marks, other: Marks) -> bool:
    """Whether the marks are of two happenings: of several and of one, of the report's own and of an earlier one, the
    second and the third.
    """
    numbered = one.ordinal is not None and other.ordinal is not None and one.ordinal != other.ordinal
    return numbered or one.several != other.several or one.other != other.other
