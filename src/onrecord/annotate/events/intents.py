"""What PLOVER codes from tense and negation: an announced happening is consent or a threat, a refused one a rejection.

"Ada will visit Bree" is AGREE beside the planned CONSULT; "will attack" is THREATEN; "did not meet" is REJECT. The
intent's trigger is the auxiliary or the "not", so that it never overlaps the happening's own words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.annotate import syntax
from onrecord.annotate.events.frames import Frame
from onrecord.annotate.events.modality import FUTURE
from onrecord.annotate.events.parties import Parties
from onrecord.annotate.events.triggers import OTHER_VERB, Trigger
from onrecord.model import EventMention, Span

PLOVER = frozenset(
    {
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    }
)
"""The sixteen categories of PLOVER 2.0; other types are our own."""
FRIENDLY = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "DISMISS"})
_ABLE = frozenset({"can", "ca", "could", "may", "might", "should", "must"})


def _carrier(trigger: Trigger) -> Token:
    return trigger.frame.light if trigger.frame.light is not None else trigger.frame.head


def _intent(trigger: Trigger, event: EventMention) -> tuple[str, Token] | None:
    verb = _carrier(trigger)
    negation = syntax.child(verb, "neg")
    if negation is not None and event.type in FRIENDLY | {"AGREE"}:
        unable = any(c.dep_ == "aux" and c.lower_ in _ABLE for c in verb.children)
        return None if unable else ("REJECT", negation)
    future = next((c for c in verb.children if c.dep_ == "aux" and _announces(c, event)), None)
    if future is None or negation is not None:
        return None
    if event.type in FRIENDLY:
        return "AGREE", future
    return ("THREATEN", future) if event.type in HOSTILE else None


def announced(clauses: Iterable[Token]) -> bool:
    """Whether any of the clauses is told as to come."""
    return any(c.dep_ == "aux" and c.lower_ in FUTURE | {"would"} for clause in clauses for c in clause.children)


def _announces(auxiliary: Token, event: EventMention) -> bool:
    return auxiliary.lower_ in FUTURE or (auxiliary.lower_ == "would" and event.modality == "planned")


_DUTY = frozenset({"must", "should", "ought"})


def duties(doc: Doc, told: frozenset[int]) -> Iterator[Trigger]:
    """Yield the verbs that somebody must do and that report nothing by themselves: "said they must do more".

    told  indexes of the verbs that are triggers anyway
    """
    for auxiliary in doc:
        verb = auxiliary.head
        if auxiliary.lower_ in _DUTY and auxiliary.dep_ == "aux" and verb.dep_ == "ccomp" and verb.i not in told:
            yield Trigger(Frame(verb), OTHER_VERB, verb.i, verb.i)


def demands(
    found: Iterable[tuple[Trigger, EventMention]], saying: frozenset[str], parties: Parties
) -> Iterator[tuple[Trigger, EventMention]]:
    """Yield a REQUEST for each "A said B must do it": the speaker asks it of the clause's subject."""
    for trigger, event in found:
        verb = _carrier(trigger)
        duty = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in _DUTY), None)
        if duty is None or verb.dep_ != "ccomp" or verb.head.lemma_ not in saying:
            continue
        speaker = parties.roles(syntax.surface_subject(verb.head))
        names = {r.name for r in speaker}
        asked = tuple(r for r in parties.roles(syntax.surface_subject(verb)) if r.name not in names)
        if any(map(parties.acts, speaker)) and asked:
            yield trigger, replace(_bare(event, "REQUEST", duty), actor=speaker, recipient=asked)


def _bare(event: EventMention, kind: str, word: Token) -> EventMention:
    """Return an intent at one word, without what belongs to the happening alone."""
    span = Span(word.idx, word.idx + len(word))
    return replace(event, trigger=span, type=kind, mode="", modality="actual", numbers=(), objects=())


def intents(found: Iterable[tuple[Trigger, EventMention]], parties: Parties) -> Iterator[tuple[Trigger, EventMention]]:
    """Yield the intents behind announced and refused happenings of which both parties are known."""
    for trigger, event in found:
        intent = _intent(trigger, event)
        if intent is not None and any(map(parties.acts, event.actor)):
            yield trigger, _bare(event, *intent)
