"""Words that sum up contacts ("two calls in four days", "the third meeting"): counts to check, not contacts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Span

_NUMBERS = {
    word: n
    for n, words in enumerate(
        (
            "",
            "first",
            "two twice second 2nd",
            "three third 3rd",
            "four fourth 4th",
            "five fifth 5th",
            "six sixth 6th",
            "seven seventh",
            "eight eighth",
            "nine ninth",
            "ten tenth",
        )
    )
    for word in words.split()
}
_CONTACTS = (
    r"(?:calls|talks|meetings|conversations|contacts|visits|letters|interactions|discussions|exchanges|chats|trips|"
    r"negotiations|consultations)\b"
)
_CONTACT = r"(?:call|meeting|conversation|visit|letter|summit|exchange|chat|talk|trip|round of talks|encounter)\b"
_ADJECTIVES = r"(?:(?!\w+s\s|men\s|people\s|women\s|held\s|days?\s|weeks?\s|hours?\s)[\w-]+\s){0,3}"
_CARDINALS = "two|three|four|five|six|seven|eight|nine|ten"
_MANY = "several|many|multiple|numerous|various|repeated|frequent|constant|regular"
_SEVERAL = re.compile(rf"\b(?P<many>{_CARDINALS}|{_MANY})\s{_ADJECTIVES}(?:{_CONTACTS}|contact\b)", re.I)
_TIMES = re.compile(
    rf"\b(?:sp[eo]\w+|met|talk\w*|call\w*|phon\w+|visit\w*|contact\w*)\b[^.,;]{{0,40}}?\b"
    rf"(?P<many>twice|(?:{_CARDINALS}|several|many|various|numerous|multiple)\stimes|repeatedly|often|regularly|frequently)\b",
    re.I,
)
_OFTEN = re.compile(
    r"\b(?P<many>often|repeatedly|regularly|frequently)\s+(?:sp[eo]\w+|met|talk\w*|call\w*|visit\w*)", re.I
)
_ORDINAL = re.compile(rf"\b(?P<nth>second|2nd|third|3rd|fourth|4th|fifth|5th)\s{_ADJECTIVES}{_CONTACT}", re.I)
_WITHIN = re.compile(
    rf"\b(?:in|within)\s(?:the\s)?(?:just\s|only\s|less than\s|under\s|about\s|past\s|last\s|space of\s|as many\s|a\s)*"
    rf"(?P<n>{_CARDINALS}|\d+|week|month|year)\s?(?P<unit>days?|weeks?|months?)?\b",
    re.I,
)
_PLURAL = re.compile(r"\b(?:calls|conversations|visits|trips|letters)$", re.I)
_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}


@dataclass(frozen=True, slots=True)
class Sum:
    """What words count of contacts.

    number   how many, None when they only say that there were several
    ordinal  the words tell of the last one of them ("the second call"), so that it is a contact itself
    days     within how many days, None when they do not say
    span     the counting words
    """

    number: int | None
    ordinal: bool
    days: int | None
    span: Span


def find_sum(text: str, sentence: Span, trigger: Span) -> Sum | None:
    """Return what the words around a contact's trigger count, None when they count nothing.

    >>> find_sum("It was the second call in just three days.", Span(0, 42), Span(18, 22)).days
    3
    """
    for match, ordinal in _matches(text, sentence):
        span = Span(match.start(), match.end())
        if span.overlaps(trigger):
            groups = match.groupdict()
            words = (groups.get("nth") or groups["many"]).lower().split()[0]
            return Sum(_NUMBERS.get(words), ordinal, _days(text[match.end() : sentence.end]), span)
    several = _PLURAL.search(trigger.of(text))
    return Sum(None, False, None, trigger) if several else None


def _matches(text: str, sentence: Span) -> Iterator[tuple[re.Match[str], bool]]:
    for pattern in (_ORDINAL, _SEVERAL, _TIMES, _OFTEN):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            yield match, pattern is _ORDINAL


def _days(rest: str) -> int | None:
    found = _WITHIN.search(rest[:60])
    if found is None:
        return None
    word = found["n"].lower()
    if word in _DAYS:
        return _DAYS[word]
    if found["unit"] is None:
        return None
    number = _NUMBERS.get(word) or int(word) if word in _NUMBERS or word.isdigit() else None
    return number * _DAYS[found["unit"].lower().rstrip("s")] if number else None
