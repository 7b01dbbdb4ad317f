"""Which dates of one row are surely of one deed: a name that tells of one misleads where they are of two."""

from collections.abc import Iterator, Sequence

from onrecord.compare.entry import Entry
from onrecord.compare.likeness import nearness
from onrecord.compare.nearness import Context
from onrecord.compare.relating import is_printed

_RETOLD = 0.4
"""Words in common from which two dates are of one deed in whatever words: 12 of 14 read, and 44 of 70 below it."""


def deeds(context: Context, entries: Sequence[Entry]) -> list[list[Entry]]:
    """Return the dates of a row by the deed they are of, the deed that most reports tell first.

    A report whose dates are of several deeds counts for the first of them only.
    """
    rest, found = list(entries), []
    while rest:
        group = max((list(_of_one(context, e, rest)) for e in rest), key=lambda g: len({e.article for e in g}))
        found.append(group)
        told = {e.article for e in group}
        rest = [e for e in rest if e.article not in told]
    return found


def _of_one(context: Context, entry: Entry, others: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the dates, over any number of steps, that are of one deed with another."""
    front, seen = [entry], {id(entry)}
    while front:
        known = front.pop()
        yield known
        near = [e for e in others if id(e) not in seen and _is_one(context, known, e)]
        seen |= {id(e) for e in near}
        front += near


def _is_one(context: Context, left: Entry, right: Entry) -> bool:
    """Whether both are of one deed; a day or month that both print hardly is of two by chance, as a year may be."""
    near = nearness(context, left, right)
    return near.one_deed or near.words >= _RETOLD or (_is_printed_day(left) and _is_printed_day(right))


def _is_printed_day(entry: Entry) -> bool:
    return is_printed(entry) and entry.when is not None and entry.when.precision in ("day", "month")
