"""What the words around a contact's trigger make of it: held or wished for, declined, another, one side's start."""

import re

from onrecord.compare.sighting import SAID_TO, WRITTEN
from onrecord.model import EventMention

_REACHING = SAID_TO | WRITTEN | {"phone", "message", "visit", "condolences", "interview", "summons"}
"""Media by which one side reaches the other; a meeting or talk alone has no side that started it."""
_STARTS = ("initiat", "request", "call", "phon", "rang", "rung", "ring", "summon", "invit", "visit", "wr", "reach")
PRESS_EVENT = re.compile(r"\b(?:news|press|media)\s+(?:conference|briefing|call)", re.I)
_AFTER = 25
_NAMED_WITHIN = 50
_BOTH_SIDES = re.compile(r"\b(?:sp[eo]|talk|discuss|convers|chat|held|exchang)")
_UNNAMED = re.compile(r"\s+(?:to [^.;]{0,40})?on (?:the )?condition of anonymity")
_TO_TALK = re.compile(r"\bto\s$")
_NAMING = re.compile(r"\bwhat\s[^.;:,]{2,40}\s$")
_AS_NAMED = re.compile(r"\bas\s[^.;:,]{2,40}\scall(?:s|ed)?\s(?:her|him|it|them)[,.;]")
_ANNOUNCED = re.compile(r"[^.;,]{1,40}\b(?:games?|match(?:es)?|races?|elections?|strikes?|votes?)\b")
_NOBODY = re.compile(r"\b(?:neither|nor|nobody|no one|none of)\b[^.;]{0,60}$", re.I)
_QUOTED_NAME = re.compile(r"[^.;]{0,60}[\"“]")
_SUPPOSED = re.compile(
    r"\b(?:if|unless|hop(?:e|es|ed|ing) (?:to|for)|look(?:s|ed|ing) forward to|(?:would )?like to|"
    r"(?:glad|ready|willing|able|eager) to|"
    r"wan(?:t|ts|ted) to|s(?:ee|ought)k?(?:s|ing)? (?:to|a|an)|call(?:s|ed|ing)? (?:for|on)\s[^,.;]{1,40}\sto|"
    r"(?:urg|ask|press|invit|encourag|suggest|propos|recommend)\w*\s[^,.;]{1,40}\sto|without|"
    r"(?:allow|advis|permit|enabl|instruct|authori[sz])\w*\s[^;]{1,58}\sto|"
    r"(?:chance|opportunity|time|need|right) to|"
    r"(?:no|any) (?:direct )?|never|possib(?:le|ility of)(?: a)?)\s*(?:\w+ly )?$",
    re.I,
)
"""What stands before a contact that is only wished for or supposed."""
_WISHED_FOR = re.compile(
    r"\b(?:push\w*|call\w*|press\w*|appeal\w*|pleas?|hop\w*|demand\w*|propos\w*|chance\w*|plans?|ready|willing|prepared|"
    r"open|eager) for\b[^.;,]{0,40}$|"
    r"\bsuggest\w*\s(?!that\b)[^.;]{0,60}$",
    re.I,
)
_WROTE = re.compile(r"\bto\b")
_DECLINED = re.compile(
    r"\b(?:declin\w+|refus(?:e|es|ed|al|ing)|reject\w*|cancel\w*|snub\w*|turn(?:ed|s|ing) down|call(?:ed|s) off|"
    r"postpon\w+|scrapp\w+)\b(?:(?!\b(?:at|during|after|before|following)\b)[^.;]){0,40}$",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:another|(?:an )?earlier|previous|separate|prior|(?:the|their|his|her) (?:last|first))\s+(?:\w+\s+){0,2}$",
    re.I,
)
_COMING = re.compile(r"\b(?:coming|upcoming|forthcoming|planned|scheduled) (?:\w+ ){0,2}$", re.I)
_WOULD_BE = re.compile(r"\s(?:with|between)\s[^.;,]{1,60}\bwould be\b")
_DEFINITE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|same|[Tt]heir|his|her|its|\w+day['’]s)\s+(?:[a-z-]+\s){0,2}$")
_INDEFINITE = re.compile(r"\ban?\s(?:[\w-]+\s){0,2}$", re.I)


def is_supposed(before: str, medium: str, modality: str) -> bool:
    """Whether a contact is only wished for or supposed, by the words before it; one that was declined is not."""
    if medium == "talks" and modality == "actual" and _TO_TALK.search(before):
        return True
    wished = _SUPPOSED.search(before) or _WISHED_FOR.search(before) or _NOBODY.search(before)
    return not is_declined(before) and bool(wished)


def is_declined(before: str) -> bool:
    """Whether one side would not ("declined to meet")."""
    return bool(_DECLINED.search(before))


def is_to_come(before: str) -> bool:
    """Whether words put a contact ahead ("the coming summit meeting")."""
    return bool(_COMING.search(before))


def is_another(before: str) -> bool:
    """Whether words set a contact apart from the one just told ("another call")."""
    return bool(_OTHER.search(before))


def is_new(before: str) -> bool:
    """Whether a contact is told as something new ("a call")."""
    return bool(_INDEFINITE.search(before))


def is_no_contact(text: str, event: EventMention, trigger: str) -> bool:
    """Whether the words are no contact after all: a name-calling, a press conference, somebody briefed by nobody."""
    around = text[max(0, event.trigger.start - 12) : event.trigger.end + _AFTER]
    if (
        _UNNAMED.match(text[event.trigger.end :])
        or PRESS_EVENT.search(around)
        or (trigger.startswith("brief") and not event.actor)
        or trigger.startswith("mediat")
        or _WOULD_BE.match(text, event.trigger.end)
    ):
        return True
    if trigger in ("wrote", "write", "writes", "written", "writing") and not _WROTE.match(
        text[event.trigger.end :].lstrip()
    ):
        return True
    if trigger in ("call", "calls", "called") and _names_or_announces(text, event):
        return True
    if trigger not in ("called", "calls", "calling") or event.mode != "phone":
        return False
    nameless = bool(event.recipient) and all(r.name == r.name.lower() for r in event.recipient)
    return nameless or bool(_QUOTED_NAME.match(text[event.trigger.end :]))


def _names_or_announces(text: str, event: EventMention) -> bool:
    """Whether somebody calls a thing by a name or calls a game: "what the guards call the cage"."""
    before = text[max(0, event.trigger.start - _NAMED_WITHIN) : event.trigger.start]
    named = _NAMING.search(before) or _AS_NAMED.search(before + text[event.trigger.start : event.trigger.end + 6])
    return bool(named or _ANNOUNCED.match(text, event.trigger.end))


def points_back(before: str, trigger: str) -> bool:
    """Whether words point back at one contact told before: "the call", not "the calls"."""
    return bool(_DEFINITE.search(before)) and (trigger == "talks" or not trigger.endswith("s"))


def is_started(medium: str, trigger: str) -> bool:
    """Whether words tell of one side reaching the other ("phoned"), not of both being in touch ("spoke")."""
    if medium in ("phone", "letter", "message") and _BOTH_SIDES.search(trigger):
        return False
    return medium in _REACHING or any(word.startswith(_STARTS) for word in trigger.split())
