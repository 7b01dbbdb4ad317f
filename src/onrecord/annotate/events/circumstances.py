"""Where, with what, in which medium and about what an event took place, and whether it is background."""

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.events.frames import PLACES
from onrecord.annotate.events.lexicon import lexicon
from onrecord.annotate.events.parties import Parties, phrase
from onrecord.annotate.events.triggers import Trigger
from onrecord.model import PLACE_KINDS, Role, Span

_PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "on", "off", "throughout", "around"}
)
_ABOUT_TYPES = frozenset({"CONSULT", "AGREE", "REQUEST", "THREATEN"})
_ABOUT = frozenset({"about", "over", "on", "regarding", "concerning"})
_MEDIA = {
    "phone": "phone",
    "telephone": "phone",
    "letter": "letter",
    "video": "video",
    "videoconference": "video",
    "teleconference": "phone",
    "twitter": "online",
    "person": "in person",
    "visit": "in person",
    "email": "letter",
    "zoom": "video",
}
_THINGS = frozenset({"NOUN", "PROPN", "NUM"})
_PHONE = frozenset({"phone", "telephone", "ring", "dial", "phonecall"})
_IN_PERSON = frozenset({"meet", "visit"})
_INSTRUMENT = frozenset({"with", "using", "by"})


def _around(trigger: Trigger) -> list[Token]:
    """Return the tokens whose phrases tell the event's circumstances."""
    frame = trigger.frame
    found = [frame.head, *([frame.light] if frame.light is not None else [])]
    if not syntax.is_verb(frame.head):
        return found
    return found + [t for t in frame.slot("obj") if t.i > frame.head.i]


def _phrases(trigger: Trigger) -> list[tuple[str, Token]]:
    """Return the event's prepositional phrases as preposition and object."""
    return [
        (prep.lower_, pobj)
        for place in _around(trigger)
        for prep in place.children
        if prep.dep_ == "prep" or syntax.is_means(prep)
        for pobj in prep.children
        if pobj.dep_ == "pobj"
    ]


def where(trigger: Trigger, parties: Parties) -> tuple[Role, ...]:
    """Return the places the event is said to have happened in, the nearest first."""
    tokens = [t for name, t in _phrases(trigger) if name in _PLACE_PREPOSITIONS and _is_place(t, parties)]
    return parties.roles(tokens)


def _is_place(token: Token, parties: Parties) -> bool:
    mention = parties.mention(token)
    return token.ent_type_ in PLACES or (mention is not None and mention.kind in PLACE_KINDS)


def instrument(trigger: Trigger, parties: Parties) -> tuple[Role, ...]:
    """Return what the event was done with."""
    weapons = lexicon().classes["weapon"]
    tokens = [t for name, t in _phrases(trigger) if name in _INSTRUMENT and t.lemma_.lower() in weapons]
    using = [
        t
        for c in trigger.frame.head.children
        if c.lemma_ == "use" and c.dep_ == "advcl"
        for t in syntax.logical_object(c)
    ]
    return parties.roles(tokens + using)


def medium(trigger: Trigger) -> str | None:
    """Return the medium of a contact; None when the words do not say."""
    if trigger.pattern.type != "CONSULT":
        return None
    head = trigger.frame.head
    said = [t for _, t in _phrases(trigger)] + [c for c in head.children if c.dep_ in ("compound", "amod", "nmod")]
    for token in said:
        if found := _MEDIA.get(token.lower_):
            return found
    if trigger.pattern.mode == "phone" or head.lemma_ in _PHONE:
        return "phone"
    if trigger.pattern.mode == "letter":
        return "letter"
    return "in person" if trigger.pattern.mode == "visit" or head.lemma_ in _IN_PERSON else None


def topics(trigger: Trigger) -> tuple[Span, ...]:
    """Return what a contact or a statement-like event is about."""
    frame = trigger.frame
    if trigger.pattern.type not in _ABOUT_TYPES:
        return ()
    tokens = [
        t
        for name, t in _phrases(trigger)
        if name in _ABOUT and t.ent_type_ not in ("DATE", "TIME") and t.lemma_ not in _MEDIA
    ]
    if trigger.pattern.type == "CONSULT":
        tokens = [*_discussed(frame.head), *(t for place in _around(trigger) for t in _purposes(place)), *tokens]
    return tuple(_span(t) for token in tokens for t in syntax.together(token) if t.pos_ in _THINGS)


def _discussed(verb: Token) -> list[Token]:
    """Return what a verb of talk has for its object: "discussed the dam"."""
    return syntax.logical_object(verb) if syntax.is_verb(verb) and verb.lemma_ in ("discuss", "debate") else []


def _purposes(word: Token) -> list[Token]:
    """Return what somebody met to discuss."""
    clauses = (c for c in word.children if c.dep_ in ("advcl", "acl", "relcl", "xcomp") and syntax.is_infinitive(c))
    return [t for clause in clauses for t in _discussed(clause)]


def _span(token: Token) -> Span:
    first, last = phrase(token)
    return Span(first.idx, last.idx + len(last))


def background(head: Token) -> bool:
    """Whether the event is told in the past before the past: "had resigned"."""
    token = head
    while not syntax.is_verb(token) and token.head != token:
        token = token.head
    helpers = [c for c in token.children if c.dep_ in ("aux", "auxpass")]
    return any(c.lower_ in ("had", "'d") and c.lemma_ == "have" for c in helpers)
