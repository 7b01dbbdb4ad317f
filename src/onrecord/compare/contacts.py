"""The ledger of contacts: who called, met, wrote to or visited whom; one row for each contact across reports."""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.compare.contact_counts import checked
from onrecord.compare.contact_joins import event_id, join
from onrecord.compare.contact_lines import is_told
from onrecord.compare.contact_threads import (
    Row,
    is_sum,
    medium_of,
    parties_of,
    threads,
    when_of,
)
from onrecord.compare.origins import Hand, account, labels, tally
from onrecord.compare.sighting import Sighting
from onrecord.compare.sightings import find_sightings
from onrecord.compare.world import World
from onrecord.model import (
    Account,
    Contact,
    ContactCount,
    Modality,
    Passage,
)


def make_contacts(world: World) -> tuple[Contact, ...]:
    """Return the contacts of all stories, dated ones first, in order of time."""
    found = [row for a in world.collection.articles for row in threads(find_sightings(world, a))]
    single = [row for row in found if not is_sum(row)]
    rows = [row for row in join(world, single) if is_told(world, row)]
    sums = [row for row in found if is_sum(row) and is_told(world, row)]
    counted, alone = checked(rows, sums)
    made = [_contact(world, row, counted[n]) for n, row in enumerate(rows)]
    return tuple(sorted([*made, *(_contact(world, row, ()) for row in alone)], key=_rank))


def _rank(contact: Contact) -> tuple[bool, str, str, str]:
    first = min(contact.mentions)
    return (contact.when is None, contact.when.value if contact.when else "", first.article, f"{first.span.start:08}")


def _contact(world: World, row: Row, counts: tuple[ContactCount, ...]) -> Contact:
    told = [account(world, world.articles[s.article], s.span) for s in row]
    accounts = [found for found, _ in told]
    counted = tally(world, accounts)
    started = _started(world, row)
    return Contact(
        event=next((found for s in row if (found := event_id(world, s)) is not None), ""),
        story=row[0].story,
        when=when_of(row),
        medium=medium_of(row),
        initiator=started.initiator if started is not None else None,
        recipient=started.recipient if started is not None else None,
        parties=tuple(sorted(parties_of(row))),
        topics=tuple(dict.fromkeys(t for s in row for t in s.topics)),
        mentions=tuple(a.passage for a in accounts),
        origins=labels(hand for _, hand in told),
        outlets=counted.outlets,
        unknown=counted.unknown,
        modality=_modality(row),
        counts=counts,
        readouts=_readouts(told),
        times=_times(world, row),
    )


def _times(world: World, row: Row) -> str | None:
    """Return the counting words of a row that stands for several contacts."""
    told = row[0].sum if is_sum(row) else None
    return None if told is None else " ".join(told.span.of(world.articles[row[0].article].article.text).split())


def _modality(row: Row) -> Modality:
    told = {s.modality for s in row if not s.points} or {s.modality for s in row}
    return told.pop() if len(told) == 1 else "actual"


def _readouts(told: Sequence[tuple[Account, Hand]]) -> tuple[tuple[str, tuple[Passage, ...]], ...]:
    """Return what each hand says of the contact, by hand."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for item, hand in told:
        if hand.label is not None:
            found[hand.label].append(item.passage)
    return tuple((label, tuple(passages)) for label, passages in found.items())


def _started(world: World, row: Row) -> Sighting | None:
    """Return the sighting that says who started it; a person before the country they speak for, None on a clash."""
    started = [s for s in row if s.initiator is not None]
    people = [s for s in started if world.kind_of(s.initiator) == "person"] or started
    if len({s.initiator for s in people}) != 1:
        return None
    return max(people, key=lambda s: s.recipient is not None)
