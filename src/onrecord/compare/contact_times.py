"""When a contact was, and whether it was held by then."""

import re
from datetime import timedelta

from onrecord.compare.contact_licences import is_claimed
from onrecord.compare.values import days
from onrecord.model import Annotated, Article, EventMention, Modality, Span, When

_AND_IS = re.compile(r"[\s,]*and (?:is|are|was|were|will|would|has|had)\b")
_AND_YEAR = re.compile(r",? (?:and|or) (?:1[89]|20)\d\d\b")
_WILL = re.compile(r"\b(?:will|would|['’]ll)\s\w+")
_NEXT = re.compile(r"\b(?:over|for|during|in) (?:the )?next\b[^,.;]*$", re.I)
_WAS_TO = re.compile(r"\b(?:was|were) (?:due |set |scheduled |expected )?to (?:\w+ )?$")
"""A weekday behind it may be the day before the report or the one after."""
_WAS_TO_WITHIN = 40
_WOULD_BE = re.compile(r"\b(?:would|will) (?:also )?be (?:[\w’'-]+ ){0,7}$")
_IS_TO_BE = re.compile(r"(?: (?:with|to|between) [^,.;:]{1,60})? (?:is|are) (?:likely|expected|due|set|scheduled) to ")
_GOES_ON = re.compile(r"\b(?:(?:continu(?:e|es|ed|ing) to|still) (?:be )?|(?:current|ongoing|latest|recent) )$")
"""What is told ahead of it has begun: "is continuing to negotiate", "hopes that the current visit"."""
_BEFORE = 80
_IN_QUESTION = re.compile(
    r"\b(?:evidence|proof|allegations?|suspicions?|rumou?rs|know|knew|aware|unaware) of (?:any )?(?:[\w-]+ ){0,2}$",
    re.I,
)
_SIX_DAYS = timedelta(6)
_NO_DAYS = frozenset({"century"})
_BESIDE_WITHIN = 70
"""Characters between a contact and the year that it was in ("met Roe for the first time in 2030")."""
ONE = re.compile(r"(?:meeting|summit|conference|visit|call|trip|session|dialogue|consultation|talks)$")
"""How words for one gathering, call or trip end."""


def told_when(annotated: Annotated, event: EventMention) -> When | None:
    """Return when a contact was; "this year" and a century are mostly told of something else in its sentence.

    The day of what stands before "and is to meet" is not that of the meeting, nor is the day of what will be.
    """
    text, when = annotated.article.text, event.when
    if is_week_old(annotated.article, when):
        return None
    if event.when_span is not None and _is_of_else(text, event, event.when_span):
        return None
    if when is None or when.precision in _NO_DAYS or (when.precision == "year" and "from publication" in when.basis):
        return None
    return when if when.precision != "year" or _is_beside(event) else None


def is_week_old(article: Article, when: When | None) -> bool:
    """Whether a weekday, read as past, is the one right behind the report's own day.

    It is then mostly that one: the report was written, or is told, a day later than its page says.
    """
    told, published = days(when), days(article.published)
    if when is None or told is None or published is None or not when.basis.startswith("weekday"):
        return False
    return published[0] == published[1] and told == (published[0] - _SIX_DAYS,) * 2


def _is_of_else(text: str, event: EventMention, told: Span) -> bool:
    """Whether a time is another's or leaves its day open: of two years, of what will be, or counted from long ago."""
    if _AND_IS.match(text, told.end, max(0, event.trigger.start)) or _AND_YEAR.match(text, told.end):
        return True
    ahead = event.modality == "planned"
    if told.start >= event.trigger.end and not ahead and _WILL.search(text, event.trigger.end, told.start):
        return True  # "in a letter to Roe, Lind said he will leave on Friday"
    if not ahead and _NEXT.search(text[max(0, told.start - _WAS_TO_WITHIN) : told.end]):
        return True  # "rang her several times over the next six months"
    after = event.when is not None and "after publication" in event.when.basis
    return after and _WAS_TO.search(text, max(0, event.trigger.start - _WAS_TO_WITHIN), event.trigger.start) is not None


def _is_beside(event: EventMention) -> bool:
    """Whether a year stands before all that tells of a contact or close behind it: else it is mostly another deed's."""
    if event.when_span is None:
        return False
    ends = [event.trigger.end, *(role.span.end for role in event.recipient)]
    behind = any(0 <= event.when_span.start - end <= _BESIDE_WITHIN for end in ends)
    starts = [event.trigger.start, *(role.span.start for role in event.actor)]
    return behind or event.when_span.end <= min(starts)


def told_as(annotated: Annotated, event: EventMention) -> Modality:
    """Return how far a contact is real: what is dated behind the report lies ahead, a trip dated before it was made."""
    if event.modality == "actual" and is_claimed(annotated, event):
        return "alleged"
    sentence = annotated.sentence_of(event.trigger)
    before = annotated.article.text[max(sentence.start, event.trigger.start - _BEFORE) : event.trigger.start]
    if event.modality == "actual" and _WOULD_BE.search(before):
        return "planned"  # "in what would be their first meeting"
    if event.modality == "actual" and _IN_QUESTION.search(before):
        return "alleged"  # "had seen no evidence of contacts"
    if event.modality == "actual" and _IS_TO_BE.match(annotated.article.text, event.trigger.end, sentence.end):
        return "planned"  # "her visit with the owners is likely to be long"
    if event.modality == "planned" and _GOES_ON.search(before):
        return "actual"
    told, when = days(annotated.article.published), days(told_when(annotated, event))
    if told and when and event.modality == "actual" and told[1] < when[0]:
        return "planned"
    named = ONE.search(event.trigger.of(annotated.article.text).lower()) and not before.endswith(" to ")
    past = event.modality == "planned" and told and when and when[1] < told[0] and named
    return "actual" if past else event.modality  # "his visit last Friday would likely help"
