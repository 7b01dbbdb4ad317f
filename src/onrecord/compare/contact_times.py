"""When a contact was, and whether it was held by then."""

import re

from onrecord.compare.contact_licences import is_claimed
from onrecord.compare.values import days
from onrecord.model import Annotated, EventMention, Modality, When

_AND_IS = re.compile(r"[\s,]*and (?:is|are|was|were|will|would|has|had)\b")
_NO_DAYS = frozenset({"century"})
_BESIDE_WITHIN = 70
"""Characters between a contact and the year that it was in ("met Roe for the first time in 2030")."""
ONE = re.compile(r"(?:meeting|summit|conference|visit|call|trip|session|dialogue|consultation|talks)$")
"""How words for one gathering, call or trip end."""


def told_when(text: str, event: EventMention) -> When | None:
    """Return when a contact was; "this year" and a century are mostly told of something else in its sentence.

    The day of what stands before "and is to meet" is not that of the meeting.
    """
    when = event.when
    if event.when_span is not None and _AND_IS.match(text, event.when_span.end, max(0, event.trigger.start)):
        return None
    if when is None or when.precision in _NO_DAYS or (when.precision == "year" and "from publication" in when.basis):
        return None
    return when if when.precision != "year" or _is_beside(event) else None


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
    told, when = days(annotated.article.published), days(told_when(annotated.article.text, event))
    if told and when and event.modality == "actual" and told[1] < when[0]:
        return "planned"
    named = ONE.search(event.trigger.of(annotated.article.text).lower())
    past = event.modality == "planned" and told and when and when[1] < told[0] and named
    return "actual" if past else event.modality  # "his visit last Friday would likely help"
