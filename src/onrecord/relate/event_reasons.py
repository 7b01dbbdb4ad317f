"""Why a mention is taken for one event with another, in a line a reader can check."""

from onrecord.relate.periods import apart
from onrecord.relate.told import Told


def reason(one: Told, lead: Told) -> str:
    """Return what the mention shares with the event's clearest one: act, parties, time, place, numbers."""
    shared = [*_act(one, lead), *_parties(one, lead), *_circumstances(one, lead)]
    where = "in the same report" if one.article == lead.article else "in another report of the story"
    return f"{where}: {', '.join(shared) if shared else 'told beside other mentions of it'}"


def _act(one: Told, lead: Told) -> list[str]:
    if one.words & lead.words:
        return ["the same word"]
    if one.families & lead.families:
        return [f"a word for the same act ({min(one.families & lead.families)})"]
    return ["the same kind of act"] if one.event.type == lead.event.type != "OTHER" else []


def _parties(one: Told, lead: Told) -> list[str]:
    if one.actors & lead.actors and one.recipients & lead.recipients:
        return ["the same parties"]
    if one.actors & lead.recipients and one.recipients & lead.actors:
        return ["the same parties, told the other way round"]
    return ["a party in common"] if one.parties & lead.parties else []


def _circumstances(one: Told, lead: Told) -> list[str]:
    found = []
    if apart(one.time, lead.time) is False:
        found.append("times that agree")
    if one.places & lead.places:
        found.append("the same place")
    if one.numbers & lead.numbers:
        found.append("the same numbers")
    return found
