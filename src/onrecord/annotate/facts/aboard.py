"""How many are on a ship, a plane or a train: told in many words, but asked as one thing."""

from functools import lru_cache

from spacy.tokens import Token

from onrecord.data_files import words
from onrecord.model import Span

ABOARD = "aboard"
"""What is said of people by the words that `aboard` finds."""
_HAVING = frozenset({"be", "have", "carry"})
_ALWAYS = frozenset({"passenger", "occupant"})


@lru_cache(maxsize=1)
def _vehicles() -> frozenset[str]:
    return words(__package__, "vehicles.txt")


def aboard(people: Token) -> Span | None:
    """Return the words that say that people are aboard: "ten people on that plane", "carrying nine passengers"."""
    governor = people.head
    if governor.lemma_ == "carry" and people.dep_ == "dobj" and (people.lemma_ in _ALWAYS or _has_vehicle(governor)):
        return Span(governor.idx, governor.idx + len(governor))
    if governor.lower_ == "with" and people.lemma_ in _ALWAYS:
        return Span(governor.idx, people.idx + len(people))
    around = [*people.rights, *(governor.rights if governor.lemma_ in _HAVING else ())]
    return next((found for place in around if (found := _within(place)) is not None), None)


def _within(place: Token) -> Span | None:
    """Return the word "aboard", or "on" or "in" with the board or the vehicle behind it."""
    if place.lower_ == "aboard":
        return Span(place.idx, place.idx + len(place))
    held = [c for c in place.children if c.dep_ == "pobj"] if place.lower_ in ("on", "in") else []
    last = next((c for c in held if c.lower_ == "board" or c.lemma_.lower() in _vehicles()), None)
    return None if last is None else Span(place.idx, last.idx + len(last))


def _has_vehicle(verb: Token) -> bool:
    """Whether it is a vehicle that does it, as its subject or as what a clause is about."""
    told_of = [c for c in verb.children if c.dep_ == "nsubj"] + ([verb.head] if verb.dep_ == "acl" else [])
    return any(t.lemma_.lower() in _vehicles() for t in told_of)
