"""What befalls people: the dead, the hurt and the detained of two reports are not the same people."""

from onrecord.compare.entry import Entry
from onrecord.compare.nearness import Nearness
from onrecord.compare.wording import claim_words


def befell_others(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether the dead of one report are another's detained, or some who did something there and may be as many."""
    people = all(e.count is not None and e.count.unit == "people" for e in (left, right))
    if not people or left.said_of == right.said_of:
        return False
    befallen = [e.said_of in claim_words("fates") for e in (left, right)]
    if near.relation != "within" or near.same_event or near.one_question:
        return all(befallen)
    did = (e.relation == "nsubj" and e.said_of not in claim_words("light") for e in (right, left))
    return all(befallen) or any(fate and act for fate, act in zip(befallen, did, strict=True))
