"""Which values of one row are surely of one deed or thing: a name that tells of one misleads where they are of two."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.compare.entry import Entry
from onrecord.compare.likeness import nearness
from onrecord.compare.nearness import Context, Nearness
from onrecord.compare.relating import is_printed
from onrecord.compare.values import days
from onrecord.model import ClaimKind

_RETOLD: Mapping[ClaimKind, float] = {"date": 0.4, "count": 0.2, "place": 0.3}
"""Words in common from which two values are of one deed in whatever words, by what they are.

Of rows read, true and false, from there on and below it: dates 25 and 4, 65 and 41; counts 72 and 4, 37 and 19; places
30 and 7, 8 and 5. Who did a deed, and to whom or what, is hardly less often true with few words in common.
"""
_RETOLD_ROUGHLY = 0.5
"""The same where one date is a day and the other its month or year, in which much else is done."""
_ROUGH_DAYS = 27
_BY_CHANCE = 5
"""Below it two reports often have one number of two things; with few words in common 12 of 15 others were of one."""


def deeds(context: Context, entries: Sequence[Entry]) -> list[list[Entry]]:
    """Return the values of a row by the deed they are of, the deed that most reports tell first.

    A report whose values are of several deeds counts for the first of them only.
    """
    if not entries or entries[0].kind not in _RETOLD:
        return [list(entries)]
    rest, found = list(entries), []
    while rest:
        group = max((list(_of_one(context, e, rest)) for e in rest), key=lambda g: len({e.article for e in g}))
        found.append(group)
        told = {e.article for e in group}
        rest = [e for e in rest if e.article not in told]
    return found


def _of_one(context: Context, entry: Entry, others: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the values, over any number of steps, that are of one deed with another."""
    front, seen = [entry], {id(entry)}
    while front:
        known = front.pop()
        yield known
        near = [e for e in others if id(e) not in seen and _is_one(nearness(context, known, e), known, e)]
        seen |= {id(e) for e in near}
        front += near


def _is_one(near: Nearness, left: Entry, right: Entry) -> bool:
    """Whether both are of one deed."""
    if left.kind == "date" and near.relation == "within" and _is_rough(left) != _is_rough(right):
        return near.words >= _RETOLD_ROUGHLY
    return near.words >= _RETOLD[left.kind] or _is_surely_one(near, left, right)


def _is_surely_one(near: Nearness, left: Entry, right: Entry) -> bool:
    """Whether something else than words shows it.

    A day or month that both print hardly is of two deeds by chance, as a year may be, nor is a number but a small one;
    what happens at a place that each report names once is one thing.
    """
    if left.kind == "date":
        return near.one_deed or (_is_printed_day(left) and _is_printed_day(right))
    if left.kind == "count":
        return near.relation == "same" and left.size >= _BY_CHANCE
    return left.kind == "place" and near.alone


def _is_printed_day(entry: Entry) -> bool:
    return is_printed(entry) and entry.when is not None and entry.when.precision in ("day", "month")


def _is_rough(entry: Entry) -> bool:
    """Whether a date is a month or longer."""
    spread = days(entry.when)
    return spread is not None and (spread[1] - spread[0]).days >= _ROUGH_DAYS
