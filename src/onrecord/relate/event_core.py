"""Which of an event's mentions surely tell what a given one tells: those that a line about it may count on.

Joining mentions is a matter of likelihood, and a group may hold some that tell something else. What is shown of an
event, its line, its date and the reports behind it, rests on these alone.
"""

from collections.abc import Callable, Sequence

from onrecord.model import Role
from onrecord.relate.event_marks import set_apart
from onrecord.relate.event_pairs import one_time
from onrecord.relate.periods import Period, apart
from onrecord.relate.profile import dot
from onrecord.relate.told import UNNAMED, Told, is_name
from onrecord.relate.words import FUNCTION_WORDS, stem, words

_ALIKE = 0.25  # cosine of two sentences' other words from which they tell the same
_DAYS = 3  # times that span more days than this show nothing by agreeing


def core(lead: Told, group: Sequence[Told]) -> list[Told]:
    """Return the mentions that tell what `lead` tells, itself included, in their order."""
    return [one for one in group if one is lead or stands_behind(one, lead)]


def stands_behind(one: Told, lead: Told) -> bool:
    """Whether a mention is of the same act and shares a day, a number, much of the sentence, or company.

    A single party or place in common will do where the word is the same: an attack and an air strike may share a town.
    Words that may only be put for one another ("accused", "counted") need somebody, a place or a number in common, or
    a day where they are of one kind.
    Company never lends a date: of two calls between the same two, the one told without a day is not the dated one.
    """
    if not _same_act(one, lead) or _contradicts(one, lead) or not _shares(one, lead):
        return False
    if one.words & lead.words or _in_touch(one, lead):
        return True
    contacts = one.event.type == lead.event.type == "CONSULT"
    return (contacts or _one_kind(one, lead)) and _same_days(one.time, lead.time)


def lends_time(one: Told, lead: Told) -> bool:
    """Whether the day of a mention is that of what `lead` tells: one word tells both, of one party or number.

    Reports of one happening share much else: words alike without a party in common tell of two days as often as of one.
    """
    if one is lead:
        return True
    a, b = one.event, lead.event
    told_alike = bool(one.words & lead.words) or (a.type == b.type != "OTHER" and a.mode == b.mode != "")
    alike = told_alike and _is_ahead(one) == _is_ahead(lead)
    return alike and (_share_parties(one, lead) or bool(one.numbers & lead.numbers))


def _share_parties(one: Told, lead: Told) -> bool:
    """Whether one who acts, or to whom it is done, is the same in both, or may be by a word of their names."""
    if one.actors & lead.actors or one.recipients & lead.recipients or len(one.parties & lead.parties) > 1:
        return True
    pairs = [(a, b) for side in (actors, recipients) for a in side(one) for b in side(lead)]
    return any(_share_a_word(a.name, b.name) for a, b in pairs)


def _is_ahead(one: Told) -> bool:
    return one.event.modality in ("planned", "hypothetical")


def _same_act(one: Told, lead: Told) -> bool:
    if one.words & lead.words or one.families & lead.families:
        return True
    return _one_kind(one, lead)


def _one_kind(one: Told, lead: Told) -> bool:
    a, b = one.event, lead.event
    return a.type == b.type != "OTHER" and a.mode == b.mode != ""


def _contradicts(one: Told, lead: Told) -> bool:
    straight = _disjoint(one.actors, lead.actors | lead.recipients) and _are_others(one, lead, actors)
    whom = _disjoint(one.recipients, lead.recipients | lead.actors) and _are_others(one, lead, recipients)
    known = all(r.entity is not None for t in (one, lead) for r in t.event.actor)
    return (
        apart(one.time, lead.time) is True
        or (one.now and lead.long_ago)
        or (lead.now and one.long_ago)
        or (one.event.modality == "denied") != (lead.event.modality == "denied")
        or set_apart(one.marks, lead.marks)
        or (straight and known)
        or (straight and whom)
        or _disjoint(one.places, lead.places)
        or _names_fewer(one.actors, lead.actors, one.parties)
        or _names_fewer(one.recipients, lead.recipients, one.parties)
        or _counts_otherwise(one, lead)
    )


def actors(one: Told) -> Sequence[Role]:
    """Return who acts."""
    return one.event.actor


def recipients(one: Told) -> Sequence[Role]:
    """Return whom it is done to."""
    return one.event.recipient


def _are_others(one: Told, lead: Told, parties: Callable[[Told], Sequence[Role]]) -> bool:
    """Whether no party of one can be one of the other: on one day "the ferry" may be the one that a report names."""
    if not parties(one) or not parties(lead):
        return False
    level = _same_days(one.time, lead.time)
    pairs = [(a.name, b.name) for a in parties(one) for b in parties(lead)]
    return not any(_share_a_word(a, b) or (level and is_name(a) != is_name(b)) for a, b in pairs)


def _share_a_word(name: str, other: str) -> bool:
    return bool(set(map(stem, words(name))) & set(map(stem, words(other))) - FUNCTION_WORDS)


def _disjoint(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a) and bool(b) and not a & b


def _names_fewer(mine: frozenset[str], leads: frozenset[str], parties: frozenset[str]) -> bool:
    """Whether only some are named of the several who, by the other's words, did it or had it done to them."""
    named = frozenset(key for key in leads if not key.startswith(UNNAMED))
    return bool(mine) and mine < named and not named <= parties


def _counts_otherwise(one: Told, lead: Told) -> bool:
    """Whether both count the same and no count of one can be that of the other: three killed, four killed."""
    pairs = [(a, b) for a in one.event.numbers for b in lead.event.numbers if a.role == b.role and a.unit == b.unit]
    return bool(pairs) and not any(a.shares_value(b) for a, b in pairs)


def _shares(one: Told, lead: Told) -> bool:
    if dot(one.context, lead.context) >= _ALIKE or _same_days(one.time, lead.time) or one.numbers & lead.numbers:
        return True
    shared = _company(one) & _company(lead)
    level = one_time(one, lead) or (one.time is None and lead.time is None)
    return level and (len(shared) > 1 or (bool(shared) and bool(one.words & lead.words)))


def _in_touch(one: Told, lead: Told) -> bool:
    """Whether two mentions have somebody, a place or a number in common, or who they name may be one by a word."""
    return bool(_company(one) & _company(lead) or one.numbers & lead.numbers) or _share_parties(one, lead)


def _company(one: Told) -> frozenset[str]:
    return one.parties | one.places


def _same_days(a: Period | None, b: Period | None) -> bool:
    return apart(a, b) is False and is_short(a) and is_short(b)


def is_short(time: Period | None) -> bool:
    """Whether a time is known and spans few days."""
    return time is not None and time.first is not None and time.last is not None and time.last - time.first <= _DAYS
