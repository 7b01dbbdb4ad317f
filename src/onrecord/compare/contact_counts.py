"""What reports count of contacts, held against the ledger: "the second call in three days"."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from onrecord.compare.contact_threads import Row, media_fit, medium_of, parties_of, when_of
from onrecord.compare.sighting import Sighting
from onrecord.compare.values import days, relate_dates
from onrecord.model import ContactCount, Passage


def checked(rows: Sequence[Row], sums: Sequence[Row]) -> tuple[dict[int, tuple[ContactCount, ...]], list[Row]]:
    """Hold what reports count against the rows; return the counts by row, and the sums of which no row is known.

    A count stands with the last of the contacts that it counts.
    """
    counted: dict[int, tuple[ContactCount, ...]] = defaultdict(tuple)
    alone = []
    for number, row in enumerate(rows):
        for sighting in (s for s in row if s.sum is not None):
            counted[number] += _count(rows, row, sighting)
    for row in sums:
        members = _summed(rows, row)
        if len(members) < 2:
            alone.append(row)
        elif when_of(row) is not None or len(members) == _number(row):
            counted[max(members, key=lambda n: _last_day(rows[n]))] += _count(rows, row, row[0])
    return counted, alone


def _last_day(row: Row) -> str:
    found = days(when_of(row))
    return found[1].isoformat() if found else ""


def _summed(rows: Sequence[Row], row: Row) -> list[int]:
    """Return the rows that a sum takes together: the same parties and medium, inside its time where it gives one."""
    fitting = [n for n, other in enumerate(rows) if _can_be_summed(other, row)]
    if when_of(row) is None:
        return fitting
    return [n for n in fitting if relate_dates(when_of(rows[n]), when_of(row)) in ("same", "within")]


def _number(row: Row) -> int | None:
    return row[0].sum.number if row[0].sum is not None else None


def _can_be_summed(other: Row, row: Row) -> bool:
    shared = len(parties_of(other) & parties_of(row))
    fits = media_fit(medium_of(other), medium_of(row)) and "planned" not in (other[0].modality, row[0].modality)
    return shared >= 2 and fits and other[0].story == row[0].story


def _count(rows: Sequence[Row], row: Row, sighting: Sighting) -> tuple[ContactCount, ...]:
    told = sighting.sum
    if told is None or told.number is None:
        return ()
    passage = Passage(sighting.article, told.span)
    if not told.ordinal:
        return (ContactCount(passage, told.number, len(_summed(rows, row))),)
    last = days(when_of(row))
    if last is None or told.days is None:
        return ()
    near = (days(when_of(other)) for other in rows if other is not row and _can_be_summed(other, row))
    found = sum(d is not None and last[0] - timedelta(told.days) <= d[0] and d[1] <= last[1] for d in near)
    return (ContactCount(passage, told.number, 1 + found),)
