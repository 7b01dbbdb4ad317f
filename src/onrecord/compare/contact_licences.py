"""What must be said, and must not, for words of address or touch to tell of a contact of two sides.

What is said in a speech or an interview is for everybody, and a row whose party has half a name tells of nobody.
"""

import re
from functools import cache

from onrecord.compare.contact_addressees import is_for_audience
from onrecord.compare.sighting import Sighting
from onrecord.data_files import lists
from onrecord.model import Annotated, EventMention, Role

_SAID_ALOUD = frozenset({"appeal", "warning", "thanks", "congratulations"})
"""Media by which one may speak to another before everybody."""
_CLAIMING = ("claim", "alleg", "insinuat")
_DOUBTED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:e[sd]?|ing)|discredit\w*|refut(?:e[sd]?|ing)|dismiss\w*|reject\w*)\s"
    r"(?:[\w'’-]+\s){0,3}(?:reports?|claims?|rumou?rs?|allegations?|stor(?:y|ies)|suggestions?)\s"
    r"(?:(?:from|by|in|on)\s(?:[\w.'’-]+\s){1,4})?(?:that|saying|claiming|alleging|suggesting|of)\b",
    re.I,
)
_NEAR = 60
"""Characters beside a word in which it is looked for what else is said of it."""
_FURTHER = re.compile(r"(?:, (?:the )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*){2,},? and (?:the )?[A-Z]")
_AND_ME = re.compile(r"(?:,? and| or) (?:me|us|myself|ourselves)\b")
_SEVERAL = re.compile(
    r"(?:all|several|many|some|various|other|numerous|most|both)\b|\d|(?:two|three|four|five|six|ten|dozens)\b", re.I
)
_NAMELESS = re.compile(
    r"(?:(?:the|this|that) )?"
    r"(?:area|region|country|city|town|state|county|village|island|place|site|location|district)",
    re.I,
)
_WRITTEN = re.compile(r"\b(?:letters?|petitions?|e-?mails?|memos?|notes?|messages?|missives?)\b", re.I)
_NOTE = re.compile(
    r"\b(?:in|from) (?:an?|the|his|her|its|their) (?:[\w-]+ ){0,2}note\b|\b[Rr]esearch note\b|\b[Tt]he note\b"
)
_NOTE_TO = re.compile(
    r"\b(?:letters?|e-?mails?|left|sent|handed)\b|\bnotes? (?:\w+ ){0,2}to (?!clients|investors|customers|readers)",
    re.I,
)
_HALF = re.compile(r"\bcounterpart$|[-–/&]$|â[\x80-\x9f]|['’]s?$|\b(?:and|of|the|to|for|with|in|v)$")
_UNNAMED = re.compile(
    r"(?:^|[,;]\s|\b(?:is|was|of|by|from|to|with|in|for)\s)an? (?:[\w'’-]+ )*?(?:[a-z][\w'’-]*|[A-Z]\w+s) $"
)
_NAME_BEHIND = re.compile(
    r",?\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Twitter|Facebook)\b)[A-Z]"
)
_ON_SITE = re.compile(
    r"\bopen letter\b|\b(?:letter|note|message)\s(?:posted\s|published\s)?on (?:\w+ ){1,2}(?:web ?site|blog|page)\b",
    re.I,
)
_IN_PRINT = re.compile(
    r"\b(?:write|writes|wrote|written|writing)\b(?:[^.;]{0,60}?)\b(?:in|for) (?:an?|the|his|her|their) (?:[\w-]+ ){0,3}"
    r"(?:book|memoirs?|autobiography|biography|column|op-ed|opinion piece|essay|editorial|novel)\b",
    re.I,
)
_CALL_FOR = re.compile(r"calls? for (?!an? (?:hour|minute|moment)|\d|\w+ (?:hours|minutes)|him\b|her\b|them\b)")
_ALLURE = re.compile(r"(?:has|had|have|having|hold|holds|held)\b.*\bappeal")
_THE = re.compile(r"\b[Tt]he (?:[\w-]+ ){0,3}$")
_ANOTHER_TIME = re.compile(
    r"\b(?:and|then)\s(?:later\s|again\s|on\s)?(?:this|last|next|earlier|the\s\w+|\w+day)(?:\s\w+)?\swith\s(?:[\w.]+\s){0,4}$",
    re.I,
)
_AGE = re.compile(r", (?:aged )?\d\d\b(?=[,.])")
_COMPANY = re.compile(r"\s(?:\w+\s){0,4}?(?:with|on|as)\s(?:[\w’']+\s){0,2}\w+")


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


@cache
def _in_private() -> re.Pattern[str]:
    """ "In a letter", "met": what two sides have to themselves; "the letter's delivery" is only told of."""
    words = _listed("private").pattern
    return re.compile(rf"{words}(?!['’]s\b)", re.I)


def is_unlicensed(annotated: Annotated, event: EventMention, medium: str, before: str) -> bool:
    """Whether the words of its sentence make of an event something else than a contact of those named.

    before  the words of the sentence that stand before the event's own
    """
    text, sentence = annotated.article.text, annotated.sentence_of(event.trigger)
    trigger, after = event.trigger.of(text).lower(), text[event.trigger.end : event.trigger.end + _NEAR]
    if is_said_aloud(medium, sentence.of(text), before) or is_for_programme(trigger, after):
        return True
    if is_for_audience(event, trigger, after) or is_naming(trigger, before) or _ALLURE.match(trigger):
        return True
    if trigger in ("met", "meet", "meets", "meeting") and _is_thing(after):
        return True
    if (
        medium == "letter"
        and len(event.recipient) == 0
        and trigger.startswith("wr")
        and not _WRITTEN.search(sentence.of(text))
    ):
        return True  # "wrote several songs"
    if event.mode == "phone" and _CALL_FOR.match(f"{trigger}{after}"):
        return True  # "her call for a truce with Norland"
    if (
        event.mode == "phone"
        and trigger == "called"
        and before.endswith(", ")
        and not any(r.kind == "person" for r in event.recipient)
    ):
        return True  # "a yearly gathering, called the Selm Forum, that"
    if medium == "visit" and (goes_to_nobody(text, event) or is_own_trip(text, event)):
        return True
    return is_only_one_of_many(text, event) or any(is_epithet(text, r) for r in (*event.actor, *event.recipient))


def _is_thing(after: str) -> bool:
    """Whether something is met that is nobody: "met with fierce resistance", "meet the spirit of the pledge"."""
    words = _listed("met").pattern
    return re.match(rf"\s(?:with )?(?:(?:the|their|its|his|her|our) )?[\"“]?(?:\w+ )?{words}", after, re.I) is not None


def is_claimed(annotated: Annotated, event: EventMention) -> bool:
    """Whether a contact is only in what somebody claims, or in a report that somebody does not let stand."""
    text, sentence = annotated.article.text, annotated.sentence_of(event.trigger)
    if _DOUBTED.search(text, sentence.start, event.trigger.start):
        return True
    if event.statement is None:
        return False
    cues = (cue.of(annotated.article.text).lower() for cue in annotated.statements[event.statement].cue)
    return any(word.startswith(_CLAIMING) for cue in cues for word in cue.split())


def is_said_aloud(medium: str, sentence: str, before: str) -> bool:
    """Whether words of address were for everybody, or said again and again, and not in a call, letter or meeting.

    before  the words of the sentence that stand before the word of address
    """
    if medium == "letter":
        return _ON_SITE.search(sentence) is not None or _IN_PRINT.search(sentence) is not None
    if medium not in _SAID_ALOUD:
        return False
    if _listed("repeating").search(before):
        return True
    public = _in_public().search(sentence) or _listed("publicly").search(sentence)
    return bool(public) and not _in_private().search(sentence)


def is_for_programme(trigger: str, after: str) -> bool:
    """Whether somebody sat down for an interview or a podcast, and not with another."""
    sat = re.match(r"\s(?:down\s)?(?:for|with)\b[^.;]{0,50}", after)
    return trigger.startswith(("sat", "sit", "spoke", "speak")) and bool(
        sat and _listed("programmes").search(sat.group())
    )


def is_only_one_of_many(text: str, event: EventMention) -> bool:
    """Whether more follow right behind the last that is known, or "me": a party would be shown for all of them."""
    last = max((role.span.end for role in event.recipient), default=None)
    return last is not None and bool(_FURTHER.match(text, last) or _AND_ME.match(text, last))


def goes_to_nobody(text: str, event: EventMention) -> bool:
    """Whether a visit is to places without a name: "all 99 counties", "several states", "the area"."""
    told = [role.span.of(text) for role in event.recipient]
    if told and all(_NAMELESS.fullmatch(role.name) for role in event.recipient):
        return True
    return bool(told) and all(_SEVERAL.match(words) and words == words.lower() for words in told)


def is_naming(trigger: str, before: str) -> bool:
    """Whether "called" only gives a name to somebody who has none: "a group of miners called Selm 7"."""
    return trigger == "called" and _UNNAMED.search(before) is not None


def is_epithet(text: str, role: Role) -> bool:
    """Whether somebody is known by a word for a change alone: "the mogul", "the Lunder businessman"."""
    words = role.span.of(text)
    definite = words.lower().startswith("the ") or _THE.search(text, max(0, role.span.start - _NEAR), role.span.start)
    head = words.split()[-1]
    named = _NAME_BEHIND.match(text, role.span.end) is not None
    return bool(definite) and head == head.lower() and not named and bool(_listed("epithets").fullmatch(head))


def is_of_another_time(text: str, role: Role, event: EventMention) -> bool:
    """Whether somebody is joined on with a time of their own: "met Roe last week, and on Monday with Lind"."""
    before = text[max(event.trigger.end, role.span.start - _NEAR) : role.span.start]
    return role.span.start > event.trigger.end and _ANOTHER_TIME.search(before) is not None


def is_own_trip(text: str, event: EventMention) -> bool:
    """Whether somebody is on a trip of their own: "Roe, 24, who was visiting Lun", "visiting Lun with her family"."""
    aged = any(_AGE.match(text, role.span.end) for role in event.actor)
    last = max((role.span.end for role in event.recipient), default=event.trigger.end)
    beside = _COMPANY.match(text, last)
    return aged or (beside is not None and _listed("holidays").search(beside.group()) is not None)


def is_in_writing(sentence: str) -> bool:
    """Whether a sentence speaks of a letter: what follows one need not be from it."""
    return _listed("writing").search(sentence) is not None


def is_research(sentence: str) -> bool:
    """Whether what is written is an analyst's note for all who read such: "said in a note", "wrote in a research note".

    A note that is left or sent to somebody is a letter.
    """
    return _NOTE.search(sentence) is not None and not _NOTE_TO.search(sentence)


def has_whole_names(sighting: Sighting) -> bool:
    """Whether every party has a whole name: no title alone, no word cut at a hyphen, no name that runs on."""
    return all(map(is_whole, sighting.parties))


def is_whole(name: str) -> bool:
    """Whether a name can be somebody's.

    >>> [is_whole(name) for name in ("Ada Roe", "Msgr", "Park Min-", "the mayor's", "Ada Roe's counterpart")]
    [True, False, False, False, False]
    """
    return not _HALF.search(name) and not _listed("titles").fullmatch(name.rstrip("."))
