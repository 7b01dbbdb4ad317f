"""Which parties, things and places of two reports may play one part in one deed."""

from onrecord.annotate.entities.pronouns import NAMELESS
from onrecord.compare.entry import Entry
from onrecord.compare.nearness import Nearness
from onrecord.compare.values import days

_WHERE = frozenset(f"prep {word}" for word in ("in", "at", "near", "outside", "inside", "on", "off")) | {"place"}
_AS_DONE = frozenset({"actual", "alleged"})
_SAME_DOER = 0.35
"""Words in common from which one party does one thing: it may favour or spend one thing here, another there."""
_OTHER_DEEDS = 0.45
"""Words in common from which two deeds in one place are one, though neither word nor event is the same."""
_ONLY_DEED = 0.3
"""The same where each report tells of one deed in that place alone."""
_OTHER_NAMES = 0.45
"""Words in common from which two names or descriptions stand for one party, thing or place of one event."""
_OF_ONE_EVENT = 0.25
"""Words in common from which a named party plays one part in what is held to be one event, where nobody else does."""
_SHARED_PARTS = 2
"""Things that share so many of their own words ("extremist literature") need little else in common."""
_SHARED_WORD = 0.15
"""Words in common from which "a police station" here is "the police headquarters" there, of one deed that both lead
with."""
_LISTED = 3
_TO_ONE = 0.1
"""Words in common from which whom one report names is whom another describes, of one deed done to them."""


def _is_between_others(call: Entry, other: Entry) -> bool:
    """Whether a call's caller and whom they called are both others than who is said to have started it elsewhere."""
    both = call.others | {call.key}
    return len(both) > 1 and call.key != other.key and both <= other.others


def parties_may_join(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether two parties play one part in one deed; the same one often does much, to many."""
    if left.kind == "initiator":
        of_others = _is_between_others(left, right) or _is_between_others(right, left)
        return near.same_event and not of_others and (near.relation != "unknown" or near.words >= _OTHER_NAMES)
    if _of_other_days(left, right):
        return False
    if left.others and right.others and not left.others & right.others:
        return False
    if (left.modality in _AS_DONE) != (right.modality in _AS_DONE):
        return False
    if near.relation == "unknown":
        if left.kind == "thing" and max(len(left.parts), len(right.parts)) < _SHARED_PARTS:
            return False  # "the plans" here and "the news" there
        if left.leads and right.leads:
            alike = _SHARED_WORD if _share_a_word(left, right) else 0.2
            enough, two_names = alike if near.same_word else 0.35, bears_a_name(left) and bears_a_name(right)
        else:
            enough, two_names = _OTHER_NAMES, left.named and right.named
        if near.same_event and near.same_word and _is_one_role(left, right) and not two_names:
            return near.words >= _TO_ONE
        return near.same_event and near.words >= enough and not two_names
    if left.kind == "thing" and near.relation == "within":
        enough = 0.1 if len(set(left.parts) & set(right.parts)) >= _SHARED_PARTS else 0.2 if near.same_event else 0.3
        return near.one_deed and near.words >= enough
    return (near.same_event and near.words >= _enough_of_one_event(left, right)) or (
        near.one_deed and near.words >= _SAME_DOER
    )


def _share_a_word(left: Entry, right: Entry) -> bool:
    """Whether two descriptions share a word that tells something: "a police station", "the police headquarters"."""
    words = [{w for w in e.words.lower().split() if len(w) > _SHORT} for e in (left, right)]
    return not words[0].isdisjoint(words[1])


_SHORT = 3
"""Longest words that mostly tell nothing: "the", "his", "for"."""


def _is_one_role(left: Entry, right: Entry) -> bool:
    """Whether one deed is done to both, to one by name ("Ada Roe was hurt"), to one described ("a pilot was hurt")."""
    if not left.relation == right.relation == "nsubjpass":
        return False
    named, other = sorted((left, right), key=bears_a_name, reverse=True)
    if not bears_a_name(named) or bears_a_name(other) or {named.words, other.words} & NAMELESS:
        return False
    is_noun = other.words.startswith(("a ", "an ", "the ")) or other.words == other.head
    return is_noun and not other.head.endswith(("s", "people", "men"))


def bears_a_name(entry: Entry) -> bool:
    """Whether a party is called by a name, and not described with one in it ("Norland's prosecutors")."""
    last = (entry.name or "").split()[-1:]
    return entry.named and last != [word.lower() for word in last]


def _enough_of_one_event(left: Entry, right: Entry) -> float:
    """Return the words in common that two parties of one event need: who has a name often does much of one kind."""
    often = left.kind == "actor" and left.named and not left.others & right.others
    return _OF_ONE_EVENT if often else 0.1


def _of_other_days(left: Entry, right: Entry) -> bool:
    """Whether the deeds are dated, and more than a day apart: one who announces a plan has announced others before."""
    one, other = (days(e.mention.when) if e.mention is not None else None for e in (left, right))
    if one is None or other is None:
        return False
    return (max(one[0], other[0]) - min(one[1], other[1])).days > 1


def places_may_join(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether two places can be that of one deed."""
    if _of_other_days(left, right):
        return False
    if near.relation == "unknown":
        both_where = left.relation in _WHERE and right.relation in _WHERE
        return both_where and near.same_event and near.words >= _OTHER_NAMES
    if not (near.one_deed or left.named or right.named):
        return False  # "at home" in two reports: of one deed, or of nobody's home in particular
    one_subject = left.subject is not None and left.subject == right.subject
    if near.one_deed or one_subject:
        return near.words >= 0.15 or is_one_list(left, right)
    return near.words >= (_ONLY_DEED if near.alone else _OTHER_DEEDS) or is_one_list(left, right)


def is_one_list(left: Entry, right: Entry) -> bool:
    """Whether both name the same several places, which two reports hardly do by chance."""
    return len(set(left.parts) & set(right.parts)) >= _LISTED
