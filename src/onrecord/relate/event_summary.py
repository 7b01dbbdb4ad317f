"""What a group of mentions tells together: who, to whom, when, where, how real, and a plain line that says it."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from onrecord.model import Annotated, Event, EventMention, EventRef, Modality, Passage, Role, When
from onrecord.relate.event_reasons import reason
from onrecord.relate.told import Canonical, Told

_MODALITIES: tuple[Modality, ...] = ("actual", "denied", "alleged", "planned", "hypothetical")
_FINEST = (
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "interval",
    "year",
    "decade",
    "century",
)
_MAX_PLACES = 3
_MAX_NAME_WORDS = 8
_NOUN_BEFORE = frozenset(
    (
        "the",
        "a",
        "an",
        "this",
        "that",
        "his",
        "her",
        "its",
        "their",
        "of",
        "another",
        "such",
        "no",
        "in",
        "for",
        "after",
    )
)


def event_of(
    group: Sequence[Told], by_id: Mapping[str, Annotated], known: Canonical, story_of: Mapping[str, str]
) -> Event:
    """Return the event that the mentions, given in the order of their articles, are of."""
    lead = _clearest(group)
    type_, mode = _kind(group, lead)
    swapped = _swapped(group, lead)
    actor = _names(
        known,
        (
            (r, one)
            for one in group
            for r in (one.event.recipient if swapped[one.article, one.index] else one.event.actor)
        ),
    )
    recipient = _names(
        known,
        (
            (r, one)
            for one in group
            for r in (one.event.actor if swapped[one.article, one.index] else one.event.recipient)
        ),
    )
    held = Counter(story_of[one.article] for one in group if one.article in story_of)
    return Event(
        id=event_id(group[0]),
        type=type_,
        mode=mode,
        what=describe(lead, by_id[lead.article].article.text, known),
        when=_when(group),
        where=_names(known, ((r, one) for one in group for r in one.event.where))[:_MAX_PLACES],
        actor=actor,
        recipient=tuple(name for name in recipient if name not in actor or len(actor) == 1),
        modality=_modality(group),
        parts=tuple(EventRef(one.article, one.index) for one in group),
        mentions=tuple(Passage(one.article, one.event.trigger) for one in group),
        story=min(held, key=lambda s: (-held[s], s)) if held else None,
        reasons=tuple(reason(one, lead) for one in group if one is not lead),
    )


def event_id(first: Told) -> str:
    """Return an event's id from its first mention: mentions that join later leave it as it is."""
    key = f"{first.article} {first.event.trigger.start} {first.event.type}"
    return "event-" + hashlib.sha256(key.encode()).hexdigest()[:12]


def _clearest(group: Sequence[Told]) -> Told:
    """Return the mention that tells most: both parties, a type, a date; the first of several."""

    def told(one: Told) -> int:
        event = one.event
        parties = sum(4 if _has_name(roles) else bool(roles) for roles in (event.actor, event.recipient))
        return parties + 2 * (event.type != "OTHER") + bool(event.when)

    return max(group, key=told)


def _has_name(roles: Sequence[Role]) -> bool:
    """Whether anybody is named: "the two leaders" are not."""
    return any(role.name and role.name.split()[-1][0].isupper() for role in roles)


def _kind(group: Sequence[Told], lead: Told) -> tuple[str, str]:
    kinds = Counter((one.event.type, one.event.mode) for one in group if one.event.type != "OTHER")
    return min(kinds, key=lambda k: (-kinds[k], k)) if kinds else (lead.event.type, lead.event.mode)


def _swapped(group: Sequence[Told], lead: Told) -> dict[tuple[str, int], bool]:
    """Say for each mention whether it has the clearest one's parties the other way round: "X met Y", "Y met X"."""
    return {
        (one.article, one.index): bool(one.actors & lead.recipients or one.recipients & lead.actors)
        and not (one.actors & lead.actors or one.recipients & lead.recipients)
        for one in group
    }


def _name(known: Canonical, role: Role, one: Told) -> str:
    entity = known.get((one.article, role.entity)) if role.entity is not None else None
    return entity.name if entity else " ".join(role.name.split()[:_MAX_NAME_WORDS])


def _names(known: Canonical, roles: Iterable[tuple[Role, Told]]) -> tuple[str, ...]:
    """Return the distinct names, commonest first; descriptions only where nothing has a name."""
    counts: Counter[tuple[bool, str]] = Counter()
    for role, one in roles:
        named = role.entity is not None and (one.article, role.entity) in known
        counts[named, _name(known, role, one)] += 1
    wanted = max((named for named, _ in counts), default=False)
    return tuple(sorted((n for named, n in counts if named == wanted), key=lambda n: (-counts[wanted, n], n)))


def _when(group: Sequence[Told]) -> When | None:
    """Return the time most mentions give, of equals the finest; the page's own date only for want of another."""
    for page in (False, True):
        whens = [one.event.when for one in group if one.event.when and one.page_dated == page]
        if whens:
            counts = Counter(when.value for when in whens)
            return min(whens, key=lambda w: ("XXXX" in w.value, -counts[w.value], _FINEST.index(w.precision), w))
    return None


def _modality(group: Sequence[Told]) -> Modality:
    """Return how most mentions put it; of equals, the plainest."""
    counts = Counter(one.event.modality for one in group)
    return min(counts, key=lambda m: (-counts[m], _MODALITIES.index(m)))


def describe(one: Told, text: str, known: Canonical) -> str:
    """Return one plain line in the report's own words and names: who, what, whom."""
    event = one.event
    printed = " ".join(event.trigger.of(text).split())
    actor = " and ".join(dict.fromkeys(_name(known, r, one) for r in event.actor[:2]))
    recipient = " and ".join(dict.fromkeys(_name(known, r, one) for r in event.recipient[:2]))
    if _is_noun(one, text):
        line = " and ".join(n for n in dict.fromkeys((actor, recipient)) if n)
        return f"{printed}: {line}" if line else printed
    if recipient and _is_harm(event) and not _has_name(event.actor):
        return f"{printed}: {recipient}"
    if not actor and recipient:
        return f"{recipient} {printed}"
    if event.actor and {r.entity for r in event.actor} == {r.entity for r in event.recipient}:
        recipient = ""
    return " ".join(part for part in (actor, printed, recipient) if part)


def _is_harm(event: EventMention) -> bool:
    """Whether somebody comes to harm: what did it is often a thing, and whoever stands before the verb its victim."""
    return event.type in ("DEATH", "INJURY") or event.mode == "kill"


def _is_noun(one: Told, text: str) -> bool:
    before = text[max(0, one.event.trigger.start - 16) : one.event.trigger.start].lower().split()
    return bool(before) and (before[-1] in _NOUN_BEFORE or before[-1].endswith(("'s", "’s")))
