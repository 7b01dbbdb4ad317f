"""Counts in an account of an event: which number of its sentence says how many of whom, and as what."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.events.triggers import Trigger
from onrecord.annotate.facts.quantity import Quantity
from onrecord.model import Number

_ROLES = {
    ("ASSAULT", "kill"): "killed",
    ("DEATH", ""): "killed",
    ("INJURY", ""): "injured",
    ("INJURY", "hospital"): "injured",
    ("COERCE", "arrest"): "arrested",
    ("COERCE", "deport"): "deported",
    ("ASSAULT", "abduct"): "abducted",
    ("RETREAT", "release"): "released",
    ("MISSING", ""): "missing",
    ("ESCAPE", ""): "escaped",
    ("EVACUATE", ""): "evacuated",
    ("VERDICT", "convict"): "convicted",
    ("VERDICT", "sentence"): "sentenced",
    ("ACCUSE", "charge"): "charged",
    ("AID", "humanitarian"): "rescued",
}
_BY_LEMMA = {"wound": "injured", "injure": "injured", "hurt": "injured", "kill": "killed", "die": "killed"}
_BY_HEAD = {"dead": "killed", "casualty": "casualties", "victim": "victims", "death": "killed", "injury": "injured"}
_COUNTED = ("obj", "subj")
_CURRENCY_LENGTH = 3
# What these slots hold takes part in the happening that the clause reports, and is counted there.
_OF_OTHERS = frozenset({"xobj", "csubj"})
_TIMES = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries"})


def _role(trigger: Trigger, quantity: Quantity, affected: bool) -> str:
    """Return what a number counts: those the event befell by its name, else by its own unit or noun."""
    unit = quantity.unit
    if quantity.told == "die":
        return "killed"
    if unit == "people" and affected:
        by_lemma = _BY_LEMMA.get(trigger.frame.head.lemma_)
        named = by_lemma or _ROLES.get((trigger.pattern.type, trigger.pattern.mode))
        return _BY_HEAD.get(quantity.head) or named or "people"
    if unit == "years" and quantity.head == "age":
        return "age"
    if unit == "percent":
        return "percent"
    if unit and len(unit) == _CURRENCY_LENGTH and unit.isupper():
        return "amount"
    return _BY_HEAD.get(quantity.head) or ("people" if unit == "people" else quantity.head)


def _heads(trigger: Trigger) -> dict[int, bool]:
    """Return the tokens whose numbers belong to the event, each with whether the event befalls it."""
    recipients = set(trigger.pattern.recipient) | (
        {"subj", "holder"} if trigger.pattern.type in ("DEATH", "MISSING", "ESCAPE", "RETIRE") else set()
    )
    found: dict[int, bool] = {}
    of = () if syntax.is_verb(trigger.frame.head) else ("of",)
    slots = (*trigger.pattern.recipient, *trigger.pattern.actor, *_COUNTED, *of)
    for slot in dict.fromkeys(s for s in slots if s not in _OF_OTHERS and not s.endswith(">")):
        for token in trigger.frame.slot(slot):
            if slot == "subj" and slot not in recipients and token.head != trigger.frame.head:
                continue
            for one in syntax.together(token):
                found.setdefault(one.i, slot in recipients)
    for place in (trigger.frame.head, trigger.frame.light):
        for prep in place.children if place is not None else ():
            if prep.dep_ == "prep":
                found.update({t.i: False for t in prep.children if t.dep_ == "pobj" and t.i not in found})
    found.setdefault(trigger.frame.head.i, True)
    return found


def _owner(quantity: Quantity, heads: dict[int, bool]) -> bool | None:
    """Return whether the event befalls what the quantity counts; None when it is not the event's."""
    token: Token = quantity.noun
    for _ in range(4):
        if token.i in heads:
            return heads[token.i]
        if (
            token.dep_ not in ("nummod", "compound", "nmod", "amod", "quantmod", "pobj", "prep", "npadvmod")
            or token.head == token
        ):
            return None
        token = token.head
        if syntax.is_verb(token):
            return None
    return None


def _counts(quantity: Quantity) -> bool:
    """Whether it counts something; a length of time is the times layer's, save an age."""
    return bool(quantity.head or quantity.unit) and (quantity.unit not in _TIMES or quantity.head == "age")


def numbers_of(trigger: Trigger, quantities: Sequence[Quantity]) -> tuple[Number, ...]:
    """Return the event's numbers among the quantities of its sentence."""
    if not quantities:
        return ()
    heads = _heads(trigger)
    found = []
    for quantity in quantities:
        affected = _owner(quantity, heads) if _counts(quantity) else None
        if affected is not None:
            role = _role(trigger, quantity, affected)
            found.append(Number(role, quantity.low, quantity.high, quantity.unit or quantity.head, quantity.span))
    return tuple(found)
