"""How words set a contact beside those told before it, and whether they tell that one side started it."""

import re
from functools import lru_cache

from onrecord.compare.sighting import SAID_TO, WRITTEN
from onrecord.data_files import lines

_REACHING = SAID_TO | WRITTEN | {"phone", "message", "visit", "condolences", "congratulations", "interview", "summons"}
"""Media by which one side reaches the other; a meeting or talk alone has no side that started it."""
_STARTS = ("initiat", "request", "call", "phon", "rang", "rung", "ring", "summon", "invit", "visit", "wr", "reach")
_PLACED = ("initiat", "request", "plac", "made", "make", "making")
_SHARED = re.compile(r"\s(?:call\s|conversation\s)?(?:with|between)\b")
PRESS_EVENT = re.compile(r"\b(?:news|press|media)\s+(?:conference|briefing|call)", re.I)
_BOTH_SIDES = re.compile(r"\b(?:sp[eo]|talk|discuss|convers|chat|held|exchang)")
_OTHER = re.compile(
    r"\b(?:another|previous(?:ly)?|(?:an )?earlier|separate|prior|(?:the|their|his|her) (?:last|first))\s+"
    r"(?:\w+\s+){0,2}$",
    re.I,
)
_MATCH = re.compile(
    r"\b(?:match(?:es)?|playoffs?|season|fixtures?|(?:semi|quarter)-?finals?|kick-?off|innings|touchdowns?|quarterback)\b|"
    r"\(\s?\d{1,2}\s?[-–]\s?\d{1,2}(?:\s?[-–]\s?\d)?\s?\)",
    re.I,
)
_FIGHT = re.compile(
    r"\b(?:bout|rematch|knock(?:ed)?[- ]?out|title (?:fight|defen[cs]e)|boxers?|heavyweight|grapplers?)\b", re.I
)
_REPORTER = re.compile(r"\b(?:I|[Ww]e)\s(?:\w+ly\s|had\s)?$")
_SAID_IN = re.compile(
    r"\b(?:said|says|say|acknowledged|confirmed|told|added|explained|conceded|admitted|insisted|recalled|wrote)\b"
    r"[^.;]{0,30}?\b(?:in|by|over) (?:an? |the )?(?:[\w-]+ ){0,2}$",
    re.I,
)
_WITH = re.compile(r"\s(?:call\s|conversation\s)?(?:with|to|between)\b")
_BEFORE_THAT = re.compile(r"\s(?:previously\b|again\b|before(?=\s*[.,;]))")
_APPOSED = re.compile(
    r"\w,\s(?:in\s)?(?:the|their|his|her|an?)\s(?:first|second|third|fourth|fifth|latest)\s(?:[\w-]+\s){0,3}$", re.I
)
_APART = re.compile(
    r"\s(?:at|in|of)\s(?:the\s|an?\s)?(?!Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)[A-Z]"
)
_DEFINITE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|same|[Tt]heir|his|her|its|\w+day['’]s)\s+(?:[a-z-]+\s){0,2}$")


@lru_cache(maxsize=1)
def _declining() -> re.Pattern[str]:
    forms = "|".join(form for line in lines(__package__, "declining.txt") for form in line.split(", "))
    return re.compile(rf"\b(?:{forms})\b[^.;]{{0,40}}$", re.I)


def is_another(before: str, after: str) -> bool:
    """Whether words set a contact apart from the one just told ("another call", "had met previously")."""
    return bool(_OTHER.search(before) or _BEFORE_THAT.match(after))


def is_with_press(before: str, after: str) -> bool:
    """Whether it is how somebody told a reporter something: "said in a phone call that", not "in a call with"."""
    return bool(_SAID_IN.search(before)) and not _WITH.match(after)


def is_of_match(sentence: str) -> bool:
    """Whether a sentence speaks of a match, where two sides that meet play each other."""
    return bool(_MATCH.search(sentence))


def is_of_fight(words: str) -> bool:
    """Whether words speak of a fight in the ring, where two who meet box each other."""
    return bool(_FIGHT.search(words))


def is_by_reporter(before: str, *, quoted: bool) -> bool:
    """Whether the report itself says "I" or "we" met somebody: a reporter's interview."""
    return not quoted and bool(_REPORTER.search(before))


def is_apposed(before: str) -> bool:
    """Whether a contact's noun stands behind another as what that was ("rang Roe, the first call since May")."""
    return bool(_APPOSED.search(before))


def is_declined(before: str) -> bool:
    """Whether what was not held was not for one side's wish ("declined to meet")."""
    return bool(_declining().search(before))


def points_back(before: str, trigger: str) -> bool:
    """Whether words point back at one contact told before: "the call", not "the calls"."""
    if trigger.startswith(("discuss", "contact", "communic", "dialogue")):
        return False
    return bool(_DEFINITE.search(before)) and (trigger == "talks" or not trigger.endswith("s"))


def is_told_apart(after: str) -> bool:
    """Whether words say themselves which contact they mean and point to none told before: "the meeting at the Mill"."""
    return _APART.match(after) is not None


def is_started(medium: str, trigger: str, after: str) -> bool:
    """Whether words tell of one side reaching the other ("phoned"), not of both being in touch ("spoke").

    after  what follows the trigger: "her call with Roe" does not say who rang whom, "she placed a call with" does
    """
    if medium in ("phone", "letter", "message") and _BOTH_SIDES.search(trigger):
        return False
    if medium == "phone" and _SHARED.match(after) and not any(w.startswith(_PLACED) for w in trigger.split()):
        return False
    return medium in _REACHING or any(word.startswith(_STARTS) for word in trigger.split())
