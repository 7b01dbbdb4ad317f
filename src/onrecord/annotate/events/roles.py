"""Who did it and to whom: the pattern's slots, filled from the syntax and named by the article's mentions."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from onrecord.annotate import syntax
from onrecord.annotate.events.frames import Frame
from onrecord.annotate.events.parties import Parties
from onrecord.annotate.events.triggers import Trigger
from onrecord.model import PARTY_KINDS, Role

Pair = tuple[tuple[Role, ...], tuple[Role, ...]]
# Where both sides do the same to each other, and the words name them side by side.
_MUTUAL_SLOTS = frozenset({"with", "between"})
_MUTUAL_TYPES = frozenset({"CONSULT", "SUPPORT", "COOPERATE"})
# What several who do it, and of whom no other party is named, do to or with each other.
_TOGETHER_TYPES = frozenset(("AGREE", "RETREAT", "ASSAULT", "SANCTION", "REJECT", "MARRIAGE", "SPORT", "TRANSACTION"))
_REACHING = frozenset({"call", "phone", "telephone", "ring", "meet", "visit"})
_RECIPROCAL = frozenset({"each", "other", "another"})


Known = Mapping[int, tuple[Role, ...]]
"""Recipients of the happenings further on in the text, by the index of their head."""


def _filled(frame: Frame, slot: str, parties: Parties, known: Known) -> tuple[Role, ...]:
    """Return who fills a slot. "xobj" is whom the completing clause befalls, "for>" whom the noun after "for" does."""
    if slot == "xobj":
        for clause in syntax.complements(frame.head):
            for head in (clause, *clause.children):
                if found := known.get(head.i):
                    return found
    if slot.endswith(">"):
        for token in frame.slot(slot[:-1]):
            if found := known.get(token.i):
                return found
        return ()
    return parties.roles(frame.slot(slot))


def _first(
    frame: Frame,
    slots: Iterable[str],
    parties: Parties,
    taken: tuple[Role, ...] = (),
    known: Known = MappingProxyType({}),
) -> tuple[Role, ...]:
    """Return the parties of the first slot that holds any but those taken."""
    names = {role.name for role in taken}
    for slot in slots:
        if slot == "obj" and _is_aim_of_contact(frame) and (found := _object_above(frame, parties, names, known)):
            return found
        filled = _filled(frame, slot, parties, known)
        if found := tuple(r for r in filled if r.name not in names):
            return found
        if filled and slot == "obj" and (found := _object_above(frame, parties, names, known)):
            return found
    return ()


def _is_aim_of_contact(frame: Frame) -> bool:
    """Whether it is what one got in touch with somebody for, who is "him" then: "called Bo Lind to thank him"."""
    return syntax.has_to(frame.head) and frame.head.head.lemma_ in _REACHING


def _object_above(frame: Frame, parties: Parties, names: set[str], known: Known) -> tuple[Role, ...]:
    """Return whom "him" must mean in "A called B to thank him", when it was read as A."""
    verb = frame.head
    pronoun = any(t.pos_ == "PRON" and not t.lower_.endswith(("self", "selves")) for t in frame.slot("obj"))
    if not pronoun or verb.dep_ not in ("advcl", "xcomp") or not syntax.is_verb(verb.head):
        return ()
    above = syntax.logical_object(verb.head)
    met = next((known[t.i] for t in above if known.get(t.i)), None) or parties.roles(above)
    return tuple(r for r in met if r.name not in names and _is_party(r))


def _undergone(trigger: Trigger, parties: Parties) -> Pair:
    """Fill the roles under a verb whose subject undergoes what the noun says: "received a call from X"."""
    frame = trigger.frame
    actor = _first(frame, ("from", "by", "poss", "mod"), parties)
    return actor, _first(frame, ("subj",), parties, actor)


def roles(trigger: Trigger, parties: Parties, known: Known) -> Pair:
    """Return actor and recipient. Each holds all parties where they act on each other and nobody is said to begin."""
    frame, pattern = trigger.frame, trigger.pattern
    if pattern.type == "CONSULT":
        frame = Frame(frame.head, frame.light, frame.way, near=True)
    if frame.way == "get":
        return _undergone(trigger, parties)
    actor = _first(frame, pattern.actor, parties)
    if _mutual(frame, pattern.recipient) and not (actor and pattern.mode == "third-party"):
        both = actor if len(actor) > 1 else _first(frame, ("between", "of", "poss", "subj"), parties)
        if len(both) > 1:
            return both, both
    recipient = _first(frame, pattern.recipient, parties, actor, known)
    if len(actor) > 1 and _MUTUAL_SLOTS & set(pattern.recipient) and _each_other(frame, pattern.type, recipient):
        return actor, actor
    if not recipient and pattern.type in _MUTUAL_TYPES and _both_sides(actor):
        return actor, actor
    return actor, recipient


def _both_sides(actor: tuple[Role, ...]) -> bool:
    """Whether one phrase names both sides: "the two leaders", "Ardanian and Belmoran officials"."""
    words = actor[0].name.lower().split() if len(actor) == 1 else []
    return bool({"two", "both", "sides", "and"} & set(words[:-1]) or words[-1:] in (["sides"], ["two"], ["both"]))


def _each_other(frame: Frame, kind: str, recipient: tuple[Role, ...]) -> bool:
    """Whether several actors must have acted on each other: nobody else is named, at most the thing they agreed."""
    if not recipient:
        return kind in _MUTUAL_TYPES | _TOGETHER_TYPES
    return kind in _MUTUAL_TYPES and not frame.slot("with") and not any(_is_party(r) for r in recipient)


def _is_party(role: Role) -> bool:
    return role.kind in PARTY_KINDS or role.is_named


def _mutual(frame: Frame, slots: tuple[str, ...]) -> bool:
    if any(t.lower_ in _RECIPROCAL for slot in slots for t in frame.slot(slot)):
        return True
    return "between" in slots and bool(frame.slot("between")) and not frame.slot("with")


def objects(trigger: Trigger, parties: Parties, recipient: tuple[Role, ...]) -> tuple[Role, ...]:
    """Return what was found, seized, sold or agreed: the direct object where it is not the recipient."""
    names = {role.name for role in recipient}
    return tuple(r for r in parties.roles(trigger.frame.slot("obj")) if r.name not in names)
