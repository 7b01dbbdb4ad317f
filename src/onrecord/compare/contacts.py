"""The ledger of contacts: who called, met, wrote to or visited whom; one row for each contact across reports."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.annotate.facts.units import people
from onrecord.compare.origins import account, tally
from onrecord.compare.pairs import unfolded
from onrecord.compare.values import relate_dates
from onrecord.compare.wording import contact_words
from onrecord.compare.world import World, plain
from onrecord.model import Account, Annotated, Collection, Contact, EventMention, EventRef, Modality, Role, Span, When

_SAID_TO = frozenset({"appeal", "warning", "thanks", "invitation", "notice"})
_REACHING = _SAID_TO | {"phone", "letter", "message", "visit", "condolences", "interview", "summons"}
"""Media by which one side reaches the other; a meeting or talk alone has no side that started it."""
_STARTS = ("initiat", "request", "call", "phon", "rang", "rung", "ring", "summon", "invit", "visit", "wr")
_GATHERINGS = ("meeting", "summit", "talks", "conference", "consultation", "negotiation", "session", "visit")
_MEDIA = {
    "phone": "phone",
    "letter": "letter",
    "visit": "visit",
    "meet": "meeting",
    "negotiate": "talks",
    "talk": "talks",
}
_NOT_HELD = frozenset({"hypothetical", "denied"})
_PRESS = re.compile(
    r"\b(?:reporters?|editors?|journalists?|media|press|news|newspapers?|newswire|magazine|channel|tv|television|radio|"
    r"times|post|herald|tribune|telegraph|bbc|cnn|cbs|nbc|abc|npr|reuters|afp)\b",
    re.I,
)
_GATHERING = re.compile(r"\b(?:summit|meeting|conference|talks|session|requests?)\b", re.I)
_PARTY_KINDS = frozenset({"person", "organisation", "group", "place"})
_VISITED_KINDS = frozenset({"place", "facility", "organisation", "person", "group"})
_ADDRESS_WITHIN = 25
_OBJECT_WITHIN = 20
_BOTH_SIDES = re.compile(r"\b(?:sp[eo]|talk|discuss|convers|chat|held|exchang)")
_TALKING = re.compile(r"\b(?:talk|convers|chat|discuss|sp[eo]ke|speak)")
_NO_VISIT = ("host", "tour", "paid", "pay", "attend")
_QUOTED_NAME = re.compile(r"[^.;]{0,60}[\"“]")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One report's mention of a contact."""

    article: str
    index: int
    span: Span
    story: str | None
    when: When | None
    medium: str
    initiator: str | None
    recipient: str | None
    parties: frozenset[str]
    topics: tuple[str, ...]
    modality: Modality = "actual"


def make_contacts(collection: Collection) -> tuple[Contact, ...]:
    """Return the contacts of all stories, dated ones first, in order of time."""
    world = World(collection)
    rows = _merged(world, _by_event(world, [s for a in collection.articles for s in _sightings(world, a)]))
    return tuple(sorted((_contact(world, row) for row in rows if _is_told(world, row)), key=_rank))


def _rank(contact: Contact) -> tuple[bool, str, str, str]:
    first = min(contact.mentions)
    return (contact.when is None, contact.when.value if contact.when else "", first.article, f"{first.span.start:08}")


# --- finding -----------------------------------------------------------------------------------------


def _sightings(world: World, annotated: Annotated) -> Iterator[Sighting]:
    text = annotated.article.text
    for index, event in enumerate(annotated.events):
        trigger = event.trigger.of(text).lower()
        medium = _medium(event, trigger)
        if medium is not None and event.modality not in _NOT_HELD and not _is_naming(text, event, trigger):
            yield _sighting(world, annotated, index, event, medium)


def _is_naming(text: str, event: EventMention, trigger: str) -> bool:
    """Whether "called" gives somebody a name ("called him 'a friend'", "called them rebels")."""
    if trigger not in ("called", "calls", "calling") or event.mode != "phone":
        return False
    nameless = bool(event.recipient) and all(r.name == r.name.lower() for r in event.recipient)
    return nameless or bool(_QUOTED_NAME.match(text[event.trigger.end :]))


def _medium(event: EventMention, trigger: str) -> str | None:
    words = trigger.replace("'", " ").split()
    if event.mode == "visit" and trigger.startswith(_NO_VISIT):
        return None
    named = next((m for word in words for m, stems in contact_words().items() if word.startswith(stems)), None)
    if event.type == "CONSULT":
        return _spoken_medium(event, trigger, named)
    if named in (None, "phone") or not event.actor or not event.recipient:
        return None
    return named if named not in _SAID_TO or _addressed(event) else None


def _addressed(event: EventMention) -> bool:
    """Whether words of address stand right before somebody who bears a name ("warned the Lun council")."""
    return any(
        0 <= role.span.start - event.trigger.end <= _ADDRESS_WITHIN
        and role.entity is not None
        and _is_party(role, _PARTY_KINDS)
        for role in event.recipient
    )


def _spoken_medium(event: EventMention, trigger: str, named: str | None) -> str:
    if event.medium == "phone" or (event.mode == "phone" and event.medium is None):
        return "phone"
    if event.mode == "meet" and event.medium != "in person" and _TALKING.search(trigger):
        return "talks"
    return named if named in ("letter", "message") else _MEDIA.get(event.mode, event.medium or "talks")


def _sighting(world: World, annotated: Annotated, index: int, event: EventMention, medium: str) -> Sighting:
    article = annotated.article
    acting, receiving = unfolded(annotated, event.actor), unfolded(annotated, event.recipient)
    actors = _names(world, article.id, acting, _PARTY_KINDS - {"place"} if medium == "visit" else _PARTY_KINDS)
    recipients = _names(world, article.id, receiving, _VISITED_KINDS if medium == "visit" else _PARTY_KINDS)
    one_sided = len(actors) == 1 and not set(actors) & set(recipients)
    started = one_sided and is_started(medium, event.trigger.of(article.text).lower())
    return Sighting(
        article.id,
        index,
        event.trigger,
        world.story_of.get(article.id),
        event.when,
        medium,
        actors[0] if started else None,
        recipients[0] if started and recipients else None,
        frozenset((*actors, *recipients)),
        tuple(dict.fromkeys(" ".join(t.of(article.text).split()) for t in event.topics)),
        event.modality,
    )


def _names(world: World, article: str, roles: Sequence[Role], kinds: frozenset[str]) -> list[str]:
    found = [world.name_of(article, role.entity) or role.name for role in roles if _is_party(role, kinds)]
    return list(dict.fromkeys(name for name in found if len(plain(name)) > 1))


def _is_party(role: Role, kinds: frozenset[str]) -> bool:
    """Whether a role is somebody who can be in touch: no press, no gathering, no thing."""
    if _PRESS.search(role.name) or _GATHERING.search(role.name):
        return False
    if role.kind in kinds:
        return True
    return role.kind in (None, "other") and role.name.split()[-1].lower().rstrip("s") in people()


def is_started(medium: str, trigger: str) -> bool:
    """Whether words tell of one side reaching the other ("phoned"), not of both being in touch ("spoke")."""
    if medium in ("phone", "letter", "message") and _BOTH_SIDES.search(trigger):
        return False
    return medium in _REACHING or any(word.startswith(_STARTS) for word in trigger.split())


# --- one row a contact -------------------------------------------------------------------------------

Row = list[Sighting]


def _by_event(world: World, sightings: Sequence[Sighting]) -> list[Row]:
    """Return the sightings of one event across articles together; one without an event stands alone."""
    rows: dict[object, Row] = defaultdict(list)
    for sighting in sightings:
        rows[_event(world, sighting) or (sighting.article, sighting.index)].append(sighting)
    return [part for row in rows.values() for part in _split(row)]


def _split(row: Row) -> list[Row]:
    """Part sightings that were taken for one event but have other parties, another day or another side's start.

    Those that name fewer than two parties go with the first part.
    """
    parts: list[Row] = []
    for sighting in sorted(row, key=lambda s: -len(s.parties)):
        home = next((part for part in parts if _goes_with(part, sighting)), None)
        if home is None:
            parts.append([sighting])
        else:
            home.append(sighting)
    return parts


def _goes_with(part: Row, sighting: Sighting) -> bool:
    if _clash(_initiators(part), _initiators([sighting])):
        return False
    if sighting.parties and any(_apart(other, sighting) for other in part):
        return False
    return len(_parties(part) & sighting.parties) >= min(2, len(sighting.parties), len(_parties(part)))


def _apart(left: Sighting, right: Sighting) -> bool:
    """Whether two sightings are of two contacts: other days, or a meeting beside a talk that no date joins."""
    relation = relate_dates(left.when, right.when)
    if relation == "unknown" and "meeting" in (left.medium, right.medium):
        return left.medium != right.medium
    return relation == "clash"


def _merged(world: World, rows: Sequence[Row]) -> list[Row]:
    """Join rows that tell of one contact; what was said in a call or at a meeting joins that."""
    found: list[Row] = []
    for row in sorted(rows, key=lambda row: row[0].medium in _SAID_TO):
        home = next((other for other in found if _may_be_one(world, other, row)), None)
        if home is None:
            found.append(list(row))
        else:
            home.extend(row)
    return found


def _may_be_one(world: World, left: Row, right: Row) -> bool:
    """Whether two rows have the same parties on the same day, media that fit and no other side's start."""
    if len(_parties(left) & _parties(right)) < 2 or _clash(_initiators(left), _initiators(right)):
        return False
    relation = relate_dates(_when_of(left), _when_of(right))
    if right[0].medium in _SAID_TO and left[0].medium not in _SAID_TO:
        said_in_it = bool(_initiators(left) & _initiators(right)) and relation in ("same", "within")
        return said_in_it and world.are_related(left[0].article, right[0].article)
    one = _when_of(left)
    same_day = one is not None and one.precision == "day" and relation == "same"
    return same_day and left[0].story == right[0].story and _media_fit(_medium_of(left), _medium_of(right))


def _clash(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right and not left & right)


def _parties(row: Row) -> frozenset[str]:
    return frozenset().union(*(s.parties for s in row))


def _initiators(row: Row) -> frozenset[str]:
    return frozenset(s.initiator for s in row if s.initiator is not None)


def _media_fit(left: str, right: str) -> bool:
    return left == right or ("talks" in (left, right) and {left, right} <= {"talks", "phone", "meeting"})


def _is_told(world: World, row: Row) -> bool:
    """Whether enough is said to be a line of a ledger: two parties of whom one is named, or a named gathering."""
    parties = _parties(row)
    named = [p for p in parties if p != p.lower()]
    if len(parties) >= 2:
        return bool(named)
    words = [_trigger_and_more(world.articles[s.article].article.text, s.span) for s in row]
    gathered = any(gathering in w for gathering in _GATHERINGS for w in words)
    called = any(s.medium == "meeting" and s.initiator is not None for s in row)
    return len(parties) == 1 and bool(named or gathered) and (gathered or called or row[0].medium == "visit")


def _trigger_and_more(text: str, span: Span) -> str:
    """Return a trigger with the few words behind it: "attended" alone does not say that it was a meeting."""
    return text[span.start : span.end + _OBJECT_WITHIN].lower()


def _event(world: World, sighting: Sighting) -> str | None:
    found = world.event_of.get(EventRef(sighting.article, sighting.index))
    return found.id if found is not None else None


def _contact(world: World, row: Row) -> Contact:
    told = [account(world, world.articles[s.article], s.span) for s in row]
    accounts: list[Account] = [found for found, _ in told]
    counted = tally(world, accounts)
    started = _started(world, row)
    return Contact(
        next((found for s in row if (found := _event(world, s)) is not None), ""),
        row[0].story,
        _when_of(row),
        _medium_of(row),
        started.initiator if started is not None else None,
        started.recipient if started is not None else None,
        tuple(sorted(_parties(row))),
        tuple(dict.fromkeys(t for s in row for t in s.topics)),
        tuple(a.passage for a in accounts),
        tuple(dict.fromkeys(hand.label for _, hand in told if hand.label is not None)),
        counted.outlets,
        counted.unknown,
        "planned" if all(s.modality == "planned" for s in row) else "actual",
    )


def _started(world: World, row: Row) -> Sighting | None:
    """Return the sighting that says who started it; a person before the country they speak for, None on a clash."""
    started = [s for s in row if s.initiator is not None]
    people = [s for s in started if world.kind_of(s.initiator) == "person"] or started
    if len({s.initiator for s in people}) != 1:
        return None
    return max(people, key=lambda s: s.recipient is not None)


def _when_of(row: Row) -> When | None:
    return _finest([s.when for s in row if s.when is not None])


def _medium_of(row: Row) -> str:
    """Return the medium that says most: a talk that one report knows to have been by phone was by phone."""
    counts: dict[str, int] = defaultdict(int)
    for sighting in row:
        counts[sighting.medium] += 1 if sighting.medium == "talks" or sighting.medium in _SAID_TO else 100
    return max(counts, key=lambda medium: (counts[medium], medium))


def _finest(times: Sequence[When]) -> When | None:
    order = ("minute", "hour", "day", "week", "month", "season", "quarter", "half", "year")
    return min(times, key=lambda w: order.index(w.precision) if w.precision in order else len(order), default=None)
