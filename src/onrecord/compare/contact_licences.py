"""What must be said, and must not, for words of address or touch to tell of a contact of two sides.

What is said in a speech or an interview is for everybody, and a row whose party has half a name tells of nobody.
"""

import re
from functools import cache

from onrecord.compare.sighting import Sighting
from onrecord.data_files import lists
from onrecord.model import EventMention

_SAID_ALOUD = frozenset({"appeal", "warning", "thanks", "congratulations"})
"""Media by which one may speak to another before everybody."""
_TALKING_TO = re.compile(r"\bsp(?:oke|eak)")
_FURTHER = re.compile(r"(?:, (?:the )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*){2,},? and (?:the )?[A-Z]")
_SEVERAL = re.compile(
    r"(?:all|several|many|some|various|other|numerous|most|both)\b|\d|(?:two|three|four|five|six|ten|dozens)\b", re.I
)
_HALF = re.compile(r"[-–/&]$|['’]s?$|\b(?:and|of|the|to|for|with|in|Jr|v)$")
_SIDES = 2


@cache
def _listed(name: str) -> re.Pattern[str]:
    found = sorted(lists(__package__, "contact_licences.tsv")[name], key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, found))})(?![\w-])", re.I)


@cache
def _in_public() -> re.Pattern[str]:
    """ "In a speech", "on Twitter", "made an appearance": the way by which something is said."""
    where = _listed("public").pattern
    return re.compile(
        rf"\b(?:in|on|during|at|via|through|made|gave|issued|released)\s(?:[\w’'-]+\s){{0,4}}?{where}", re.I
    )


def is_said_aloud(medium: str, sentence: str, before: str) -> bool:
    """Whether words of address were for everybody, or said again and again, and not in a call, letter or meeting.

    before  the words of the sentence that stand before the word of address
    """
    if medium not in _SAID_ALOUD:
        return False
    if _listed("repeating").search(before):
        return True
    public = _in_public().search(sentence) or _listed("publicly").search(sentence)
    return bool(public) and not _listed("private").search(sentence)


def is_for_programme(trigger: str, after: str) -> bool:
    """Whether somebody sat down for an interview or a podcast, and not with another."""
    sat = re.match(r"\s(?:down\s)?(?:for|with)\b[^.;]{0,50}", after)
    return trigger.startswith(("sat", "sit", "spoke", "speak")) and bool(
        sat and _listed("programmes").search(sat.group())
    )


def is_only_one_of_many(text: str, event: EventMention) -> bool:
    """Whether more names follow right behind the last that is known: a party would be shown for all of them."""
    last = max((role.span.end for role in event.recipient), default=None)
    return last is not None and _FURTHER.match(text, last) is not None


def goes_to_nobody(text: str, event: EventMention) -> bool:
    """Whether a visit is to several places without a name: "all 99 counties", "several states"."""
    told = [role.span.of(text) for role in event.recipient]
    return bool(told) and all(_SEVERAL.match(words) and words == words.lower() for words in told)


def has_whole_names(sighting: Sighting) -> bool:
    """Whether every party has a whole name: no title alone, no word cut at a hyphen, no name that runs on."""
    return all(map(is_whole, sighting.parties))


def is_whole(name: str) -> bool:
    """Whether a name can be somebody's.

    >>> [is_whole(name) for name in ("Ada Roe", "Msgr", "Park Min-", "the mayor's")]
    [True, False, False, False]
    """
    return not _HALF.search(name) and not _listed("titles").fullmatch(name.rstrip("."))
