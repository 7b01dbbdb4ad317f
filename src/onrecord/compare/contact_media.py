"""By which medium a contact was: a call, a letter, a visit, words of address."""

import re

from onrecord.compare.contact_parties import is_party
from onrecord.compare.sighting import SAID_TO, WRITTEN
from onrecord.compare.wording import contact_words
from onrecord.model import PARTY_KINDS, EventMention

_MEDIA = {
    "phone": "phone",
    "letter": "letter",
    "visit": "visit",
    "meet": "meeting",
    "negotiate": "talks",
    "talk": "talks",
}
_IN_COURT = re.compile(
    r"\bappeal\w*\b[^.;]*\b(?:case|ruling|decision|verdict|conviction|sentence|judge?ment|order|courts?|circuit|tribunal)\b",
    re.I,
)
_IN_COURT_WITHIN = 50
_ADDRESS_WITHIN = 25
_TALKING = re.compile(r"\b(?:talk|convers|chat|discuss|sp[eo]ke|speak|consult|negotiat|dialogue)")
_WRITABLE = ("communic", "correspond", "in touch", "exchang")
_ONLINE = re.compile(r"\b(?:online|e-?mails?|private messages?|text messages?|direct messages?|messaging)\b", re.I)
_ONLINE_BEFORE = 20
_ONLINE_WITHIN = 80
_VISIT_WITH = re.compile(r" with (?!(?:his|her|their|a) )")
_NO_VISIT = ("host", "receiv", "greet", "tour", "paid", "pay", "attend", "welcom")


def medium_of(event: EventMention, text: str) -> str | None:
    """Return by which medium somebody is in touch, None where the words tell of no contact."""
    trigger = event.trigger.of(text).lower()
    words = trigger.replace("'", " ").split()
    if trigger == "appeals" or trigger.startswith("debat") or (event.mode == "visit" and trigger.startswith(_NO_VISIT)):
        return None
    if trigger in ("visit", "visits", "visited") and _VISIT_WITH.match(text, event.trigger.end):
        return "meeting"  # "her visit with the governors"
    named = next((m for word in words for m, stems in contact_words().items() if word.startswith(stems)), None)
    if event.type == "CONSULT":
        near = text[max(0, event.trigger.start - _ONLINE_BEFORE) : event.trigger.end + _ONLINE_WITHIN].split(".")[0]
        return None if event.mode == "third-party" else _spoken_medium(event, trigger, near, named)
    if named == "appeal" and _IN_COURT.search(text, event.trigger.start, event.trigger.end + _IN_COURT_WITHIN):
        return None
    if named in (None, "phone") or not event.actor or not (event.recipient or named in WRITTEN):
        return None
    return named if named not in SAID_TO or _addressed(event) else None


def _addressed(event: EventMention) -> bool:
    """Whether words of address stand right before somebody who bears a name ("warned the Lun council")."""
    return any(
        0 <= role.span.start - event.trigger.end <= _ADDRESS_WITHIN
        and role.entity is not None
        and is_party(role, PARTY_KINDS)
        for role in event.recipient
    )


def _spoken_medium(event: EventMention, trigger: str, near: str, named: str | None) -> str:
    if event.medium == "phone" or (event.mode == "phone" and event.medium is None):
        return "phone"
    if event.mode == "meet" and event.medium != "in person" and _TALKING.search(trigger):
        return "talks"
    if event.mode == "talk" and trigger.startswith(_WRITABLE) and _ONLINE.search(near):
        return "message"
    return named if named in ("letter", "message") else _MEDIA.get(event.mode, event.medium or "talks")
