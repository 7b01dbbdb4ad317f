"""Which mentions in one report are of one contact: the report's own order of telling says so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.compare.sighting import GIVEN, SAID_TO, Sighting
from onrecord.compare.values import relate_dates
from onrecord.model import When

Row = list[Sighting]
POINTS_WITHIN = 300
ALIKE_WITHIN = 1500
"""Characters over which "the call" points back to a contact, and to one that was called a call."""
APPOSED_WITHIN = 120
CALLED_WITHIN = 30
"""Characters between "called" and "meeting"."""


def threads(sightings: Sequence[Sighting]) -> list[Row]:
    """Return a report's sightings, one list a contact, in the order of the text.

    A mention without a date goes with the contact told last between the same parties, unless its words set it apart.
    """
    found: list[Row] = []
    for sighting in sightings:
        if found and sighting.apposed and _is_named_anew(found[-1], sighting):
            found[-1].append(replace(within(sighting), medium="talks", when=None))
            continue
        home = None if _stands_apart(sighting) else next(_homes(found, sighting), None)
        if home is not None:
            home.append(within(sighting))
        else:
            found.append([sighting])
    return found


def within(sighting: Sighting) -> Sighting:
    """Return a mention as part of a contact: who told somebody something in a call need not have made the call."""
    if sighting.medium in SAID_TO | GIVEN | {"told"}:
        return replace(sighting, medium="talks", initiator=None, recipient=None)
    return replace(sighting, medium="talks") if sighting.points else sighting


def _stands_apart(sighting: Sighting) -> bool:
    return sighting.other or sighting.medium in SAID_TO or (sighting.sum is not None and not sighting.sum.ordinal)


def _homes(rows: Sequence[Row], sighting: Sighting) -> Iterator[Row]:
    """Yield the contacts that a mention can be of, the one told last before the others."""
    if rows and _is_called(rows[-1][-1], sighting):
        yield rows[-1]
    latest = sorted((row for row in rows if not is_sum(row)), key=lambda row: -row[-1].span.end)
    if sighting.points:
        near = [row for row in latest if _near(row, sighting, ALIKE_WITHIN) and not row[-1].other]
        same = [row for row in near if medium_of(row) == sighting.medium]
        if sighting.formal:  # "force could harm the talks" is of no call told long before
            same = [row for row in same if any(s.formal for s in row)]
        alike = same or [
            row for row in near if _near(row, sighting, POINTS_WITHIN) and media_fit(medium_of(row), sighting.medium)
        ]
        spoken = (row for row in latest if medium_of(row) in ("phone", "talks"))
        yield from alike or (row for row in spoken if _near(row, sighting, POINTS_WITHIN))
        return
    for row in latest:
        if (not _stands_apart(row[0]) or row[0].other) and _same_parties(row, sighting) and _fits(row, sighting):
            yield row


def _is_named_anew(row: Row, sighting: Sighting) -> bool:
    """Whether the contact told just before can be the one that an apposition speaks of."""
    return _near(row, sighting, APPOSED_WITHIN) and sighting.parties <= parties_of(row)


def _near(row: Row, sighting: Sighting, within: int) -> bool:
    return sighting.span.start - row[-1].span.end <= within


def _is_called(caller: Sighting, sighting: Sighting) -> bool:
    """Whether the meeting's name follows what was done with it ("she called a meeting", "they attended a meeting")."""
    near = 0 <= sighting.span.start - caller.span.end <= CALLED_WITHIN
    return near and caller.medium == sighting.medium == "meeting"


def _same_parties(row: Row, sighting: Sighting) -> bool:
    """Whether a mention has nobody besides those of a row, and two of them; one alone goes only with what is near."""
    known = parties_of(row)
    if not sighting.parties or not sighting.parties <= known:
        return False
    return len(sighting.parties) > 1 or (len(known) == 1 and _near(row, sighting, POINTS_WITHIN))


def _fits(row: Row, sighting: Sighting) -> bool:
    part = within(sighting)
    if clash(initiators(row), initiators([part])) or row[0].modality != part.modality:
        return False
    if row[0].sum is not None and when_of(row) is None and part.when is not None:
        return False  # "the second call in three days. On Thursday they discussed": the day may be the first call's
    return media_fit(medium_of(row), part.medium) and relate_dates(when_of(row), part.when) != "clash"


# --- what a list of sightings says together ----------------------------------------------------------


def is_sum(row: Row) -> bool:
    """Whether it tells of several contacts at once."""
    return all(s.sum is not None and not s.sum.ordinal for s in row)


def clash(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether both name somebody and nobody is named by both."""
    return bool(left and right and not left & right)


def parties_of(row: Row) -> frozenset[str]:
    """Return everybody who was in touch."""
    return frozenset().union(*(s.parties for s in row))


def initiators(row: Row) -> frozenset[str]:
    """Return those who are said to have started it."""
    return frozenset(s.initiator for s in row if s.initiator is not None)


def media_fit(left: str, right: str) -> bool:
    """Whether two media can be of one contact: a talk may have been by phone or at a meeting."""
    return left == right or ("talks" in (left, right) and {left, right} <= {"talks", "phone", "meeting"})


def medium_of(row: Row) -> str:
    """Return the medium that says most: a talk that one report knows to have been by phone was by phone."""
    counts: dict[str, int] = {}
    for sighting in row:
        weight = 1 if sighting.medium in SAID_TO | {"talks"} else 100
        counts[sighting.medium] = counts.get(sighting.medium, 0) + weight
    return max(counts, key=lambda medium: (counts[medium], medium))


def when_of(row: Row) -> When | None:
    """Return the finest time that a mention gives."""
    order = ("minute", "hour", "day", "week", "month", "season", "quarter", "half", "year")
    times = (s.when for s in row if s.when is not None)
    return min(times, key=lambda w: order.index(w.precision) if w.precision in order else len(order), default=None)
