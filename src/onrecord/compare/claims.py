"""Claims: slot by slot, every account's value, what they come to, and on how many hands they rest."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from onrecord.annotate.entities.places import demonym_country
from onrecord.annotate.entities.pronouns import NAMELESS
from onrecord.compare.clashes import Clashes
from onrecord.compare.dates_alike import is_counted
from onrecord.compare.deeds import deeds
from onrecord.compare.disputes import disputed
from onrecord.compare.entries import find_entries
from onrecord.compare.entry import Entry
from onrecord.compare.joins import Slot, join
from onrecord.compare.named import Named
from onrecord.compare.naming import said_words, slot_name, slots_name
from onrecord.compare.nearness import Context
from onrecord.compare.origins import account, labels, tally
from onrecord.compare.parties_alike import bears_a_name
from onrecord.compare.quotes import Wording, wordings
from onrecord.compare.relating import relate
from onrecord.compare.series import with_parts
from onrecord.compare.singles import is_trusted
from onrecord.compare.told_values import in_quotation
from onrecord.compare.values import Count
from onrecord.compare.verdicts import Judgement, groups, judge
from onrecord.compare.wording import content_words
from onrecord.compare.world import World
from onrecord.model import Claim, ClaimKind, ClaimValue, Passage, Verdict
from onrecord.relate.periods import apart, period

_ORDER: dict[Verdict, int] = {"conflict": 0, "update": 1, "agree": 2, "compatible": 3, "undecided": 4, "single": 5}
_SINGLE_KINDS = frozenset({"count", "date", "initiator"})
"""What one report alone is shown to say: the rest only matters beside another report."""


_MISQUOTED = Judgement("conflict", "The reports put these words in quotation marks, and they differ.")
_QUOTED_ALIKE = Judgement("agree", "The reports quote these words alike.")
_NAMED_KINDS = frozenset({"actor", "recipient", "initiator"})
_DONE = frozenset({"actual", "alleged"})
_DEEDS_TOLD = 2
_ALIKE: frozenset[Verdict] = frozenset({"agree", "compatible"})
_OF_TWO_DEEDS = "perhaps of two deeds"
"""The doubt about a row where little but the value itself shows that the reports tell of one deed."""
_OF_TWO_THINGS = "perhaps of two things"
_UNDONE = frozenset({"not", "never", "no", "nor"})
_OF_A_NAME = "prep of"
"""How a place hangs on what it only names: "the town of Lun", "the mayor of Lun" tell of nothing done there."""
_ONE_BREATH_CHARS = 40
"""From whoever does something to whom it is done, the deed between them."""


def make_claims(world: World) -> tuple[Claim, ...]:
    """Return the slots of all stories: what differs first, then what most give; what may be of two deeds last."""
    entries = [e for a in world.collection.articles for e in with_parts(world, a, find_entries(world, a))]
    context = Context(entries)
    clashes = Clashes(world, context, entries)
    by_circle: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_circle[world.circle(entry.article)].append(entry)
    slots = [slot for found in by_circle.values() for slot in join(context, found, world.are_one_story)]
    told = [part for slot in disputed(world, slots) for part in _parts(slot, clashes)]
    named = Named(world, entries)
    claims = [_with_named(_claim(world, s, clashes, context), s, named) for s in told if _is_shown(world, s)]
    claims = [c for c in claims if not _is_by_chance(world, c)]
    claims += [_quotation(world, found) for found in wordings(world)]
    return tuple(sorted(claims, key=_rank))


def _is_by_chance(world: World, claim: Claim) -> bool:
    """Whether only a "today" in what two said makes one row of two deeds: each speaks of a day of their own."""
    told = (a.passage for v in claim.values for a in v.accounts)
    today = claim.kind == "date" and all(v.value.startswith("today") for v in claim.values)
    return bool(claim.doubt) and today and all(in_quotation(world.articles[p.article], p.span) for p in told)


def _with_named(claim: Claim, slot: Slot, named: Named) -> Claim:
    """Return a claim whose silent reports are those that do not name its values anywhere either."""
    found = named.among(slot.entries, claim.silent)
    naming = {passage.article for passage in found}
    return replace(claim, silent=tuple(a for a in claim.silent if a not in naming), named=found)


def _parts(slot: Slot, clashes: Clashes) -> list[Slot]:
    """Return a slot, or its values apart where they exclude each other and may well be of two things."""
    differ = any(relate(a, b) == "clash" for a, b in combinations(slot.entries, 2))
    if not differ or judge(slot, clashes).verdict != "undecided":
        return [slot]
    parts: list[list[Entry]] = []
    for entry in slot.entries:
        home = next((p for p in parts if all(relate(entry, other) != "clash" for other in p)), None)
        if home is None:
            parts.append([entry])
        else:
            home.append(entry)
    return [replace(slot, entries=part) for part in parts]


def _rank(claim: Claim) -> tuple[str, int, bool, int, str, str]:
    first = min(a.passage for v in claim.values for a in v.accounts)
    return (
        claim.story or "",
        _ORDER[claim.verdict],
        bool(claim.doubt),
        -claim.outlets,
        f"{first.article} {first.span.start:08}",
        claim.slot,
    )


def _is_shown(world: World, slot: Slot) -> bool:
    first = slot.entries[0]
    if len({e.article for e in slot.entries}) > 1:
        if first.kind == "place" and all(e.relation == _OF_A_NAME for e in slot.entries):
            return False
        return bool(said_words(slot_name(slot.entries, world.articles)))
    return _may_stand_alone(world, first) and is_trusted(world, slot.entries)


def _may_stand_alone(world: World, first: Entry) -> bool:
    if first.kind in _SINGLE_KINDS:
        return True
    if first.kind == "recipient":
        return _is_told_in_passive(first) or _tells_to_whom(world.articles[first.article].article.text, first)
    if first.kind == "actor":
        led = first.named and first.modality != "hypothetical" and _leads(first)
        return led or _is_told_in_passive(first)
    if first.kind != "place":
        return False
    return (first.leads and first.named) or (first.mention is not None and first.mention.type != "OTHER")


def _is_told_in_passive(entry: Entry) -> bool:
    """Whether the words say by whom a deed was done, or to whom one of a known kind: "was named by Ada Roe"."""
    if not bears_a_name(entry) or entry.modality not in _DONE or entry.mention is None:
        return False
    return entry.relation == "agent" or (entry.relation == "nsubjpass" and entry.mention.type != "OTHER")


def _tells_to_whom(text: str, entry: Entry) -> bool:
    """Whether a report says in one breath who did something to whom, both by name: "Ada Roe urged Norland"."""
    if entry.topic is None or entry.mention is None or entry.mention.type == "OTHER" or entry.modality not in _DONE:
        return False
    in_order = entry.topic.end <= entry.anchor.start and entry.anchor.end <= entry.span.start
    if not in_order or entry.span.start - entry.topic.end > _ONE_BREATH_CHARS or not entry.others:
        return False
    is_printed = entry.span.of(text).split()[-1:] == (entry.name or "").split()[-1:]
    told = set(text[entry.topic.end : entry.span.start].lower().split())
    return is_printed and bears_a_name(entry) and not told & _UNDONE


def _leads(entry: Entry) -> bool:
    """Whether somebody does what a report opens with: "banned by the council", or what several reports tell of."""
    shared = entry.event is not None and len({part.article for part in entry.event.parts}) > 1
    return entry.leads and (shared or entry.relation == "agent")


def _claim(world: World, slot: Slot, clashes: Clashes, context: Context) -> Claim:
    entries = sorted(slot.entries, key=lambda e: (e.article, e.span))
    judgement = judge(slot, clashes)
    kind = entries[0].kind
    told = deeds(context, entries) if kind == "date" or judgement.verdict in _ALIKE else [entries]
    of_two = judgement.verdict in _ALIKE and (len(told) > 1 or clashes.is_open(slot))
    event = next((e.event for e in entries if e.event is not None), None)
    return _row(
        world,
        tuple(_value(world, group) for group in groups(entries)),
        judgement,
        event=event.id if event is not None else "",
        story=_story(world, entries),
        slot=slots_name(told[:_DEEDS_TOLD], world.articles),
        kind=kind,
        unit=entries[0].count.unit if entries[0].count is not None else None,
        doubt=(_OF_TWO_THINGS if kind == "count" else _OF_TWO_DEEDS) if of_two else "",
    )


def _row(
    world: World,
    values: tuple[ClaimValue, ...],
    judgement: Judgement,
    *,
    story: str | None,
    slot: str,
    kind: ClaimKind,
    event: str = "",
    unit: str | None = None,
    doubt: str = "",
) -> Claim:
    accounts = [a for v in values for a in v.accounts]
    counted = tally(world, accounts)
    spoken = {a.passage.article for a in accounts}
    return Claim(
        event=event,
        story=story,
        slot=slot,
        kind=kind,
        unit=unit,
        verdict=judgement.verdict,
        reason=judgement.reason,
        values=values,
        outlets=counted.outlets,
        origins=counted.origins,
        unknown=counted.unknown,
        silent=tuple(a for a in world.stories[story].articles if a not in spoken) if story is not None else (),
        voices=counted.voices,
        doubt=doubt,
    )


def _quotation(world: World, found: Wording) -> Claim:
    """Return the row for words that reports put in one speaker's mouth, the same or different ones."""
    by_words: dict[str, list[Passage]] = defaultdict(list)
    for passage in found.passages:
        by_words[_printed(world, passage).lower() if found.differs else ""].append(passage)
    return _row(
        world,
        tuple(_told(world, passages, _printed(world, passages[0])) for passages in by_words.values()),
        _MISQUOTED if found.differs else _QUOTED_ALIKE,
        story=world.story_of.get(found.passages[0].article),
        slot=f"words of {found.speaker}",
        kind="thing",
    )


def _printed(world: World, passage: Passage) -> str:
    return " ".join(passage.span.of(world.articles[passage.article].article.text).split())


def _value(world: World, entries: list[Entry]) -> ClaimValue:
    first = _usual(entries)
    passages = [Passage(e.article, e.span) for e in entries]
    shown = replace(first, when=None) if is_counted(first) and _in_doubt(entries) else first
    return _told(world, passages, _shown(world, shown), first.count)


def _in_doubt(entries: Sequence[Entry]) -> bool:
    """Whether as many reports come to one day as to another that it cannot be: the dates of some are not sure."""
    days = Counter(e.when for e in entries if e.when is not None).most_common()
    return any(count == days[0][1] and apart(period(days[0][0]), period(day)) for day, count in days[1:])


def _told(world: World, passages: Sequence[Passage], shown: str, count: Count | None = None) -> ClaimValue:
    """Return a value with every account of it, and on whose word they are."""
    told = [account(world, world.articles[p.article], p.span) for p in passages]
    return ClaimValue(
        value=shown,
        low=count.low if count is not None else None,
        high=count.high if count is not None else None,
        accounts=tuple(found for found, _ in told),
        origins=labels(hand for _, hand in told),
    )


def _usual(entries: Sequence[Entry]) -> Entry:
    """Return the entry to show: of dates worked out in two ways the common one, of counts the one that says most.

    A count told in another unit ("50 hours" for "two days") does not speak for the first.
    """
    if entries[0].kind == "count":
        alike = [e for e in entries if _bounds(e) == _bounds(entries[0])]
        return max(alike, key=lambda e: len(content_words(e.words)))
    worked_out = Counter(e.when.value for e in entries if e.when is not None)
    return max(entries, key=lambda e: worked_out[e.when.value] if e.when is not None else 0)


def _bounds(entry: Entry) -> tuple[float | None, float | None]:
    return (entry.count.low, entry.count.high) if entry.count is not None else (None, None)


def _shown(world: World, entry: Entry) -> str:
    of_a_country = demonym_country(entry.words) is not None  # "the Norlander" is no country
    if entry.kind in _NAMED_KINDS and entry.named and entry.name and len(entry.parts) < 2 and not of_a_country:
        return entry.name
    words = " ".join(entry.span.of(world.articles[entry.article].article.text).split())
    if words.lower() in NAMELESS and entry.name and entry.name.lower() not in NAMELESS:
        return entry.name  # "they", of whom the report has told as fighters
    return f"{words} ({entry.when.value})" if entry.when is not None and _is_worked_out(entry, words) else words


def _is_worked_out(entry: Entry, words: str) -> bool:
    """Whether a date says more than its words: "Sunday" where the day is known, not "2014" nor an open year."""
    value = entry.when.value if entry.when is not None else ""
    return entry.kind == "date" and bool(value) and "X" not in value and value not in words


def _story(world: World, entries: Iterable[Entry]) -> str | None:
    """Return the story of most of the values; of equals, that of the first."""
    held = Counter(world.story_of[e.article] for e in entries if e.article in world.story_of)
    return max(held, key=lambda story: held[story], default=None)
