"""The values that one article gives, found among its facts and in the roles of its events."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.annotate.facts.places import place_nouns
from onrecord.compare.contact_wording import is_started
from onrecord.compare.entry import APART, PARTY_SLOTS, Entry
from onrecord.compare.questions import question
from onrecord.compare.told_values import is_told
from onrecord.compare.values import Count, days, dimension
from onrecord.compare.wording import claim_words, content_words
from onrecord.compare.world import World, plain
from onrecord.model import (
    PLACE_KINDS,
    Annotated,
    ClaimKind,
    Event,
    EventMention,
    EventRef,
    Fact,
    Modality,
    Role,
    Span,
)
from onrecord.relate.event_words import families, trigger_words

_OPENING = 3
_FROM_NOW = re.compile(r" (?:ago|earlier|later)\b")
_FROM_ANOTHER = re.compile(r" (?:after|before)\b")
_NO_ACTORS = frozenset({"work", "event", "law", "other"})
_AGENT = frozenset({"nsubj", "agent", "csubj"})


def find_entries(world: World, annotated: Annotated) -> tuple[Entry, ...]:
    """Return an article's values, each once, in the order of its text."""
    found: dict[tuple[Span, ClaimKind], Entry] = {}
    triggers = _triggers(world, annotated)
    published = days(annotated.article.published)
    earliest = published[0] if published is not None else None
    told = earliest if published is not None and published[0] == published[1] else None
    candidates = (*_from_facts(world, annotated, triggers), *_from_events(world, annotated))
    for entry in sorted(candidates, key=lambda e: e.kind != "count"):
        if is_told(annotated, entry) and not any(_covers(k, entry.kind) and s.overlaps(entry.span) for s, k in found):
            found[entry.span, entry.kind] = replace(entry, told=told, earliest=earliest, asked=_asked(annotated, entry))
    return tuple(sorted(found.values(), key=lambda e: (e.span, e.kind)))


def _asked(annotated: Annotated, entry: Entry) -> str:
    if entry.count is None or entry.relation == APART or entry.modality in ("hypothetical", "denied"):
        return ""
    return question(annotated, entry.span, entry.count, entry.counted)


def _covers(known: ClaimKind, kind: ClaimKind) -> bool:
    """Whether words that give one kind of value need not be shown as another too ("seven men" as count and party)."""
    return known == kind or (known == "count" and kind in PARTY_SLOTS)


Triggers = Mapping[Span, tuple[EventMention, Event | None]]


def _triggers(world: World, annotated: Annotated) -> Triggers:
    article = annotated.article.id
    return {e.trigger: (e, world.event_of.get(EventRef(article, i))) for i, e in enumerate(annotated.events)}


def _event_at(anchor: Span, triggers: Triggers) -> tuple[EventMention | None, Event | None]:
    return next((found for trigger, found in triggers.items() if trigger.overlaps(anchor)), (None, None))


def _from_facts(world: World, annotated: Annotated, triggers: Triggers) -> Iterator[Entry]:
    for fact in annotated.facts:
        mention, event = _event_at(fact.anchor, triggers)
        if fact.kind != "party" or mention is None or mention.type != "CONSULT":
            yield _entry(world, annotated, fact, mention, event)


def _entry(world: World, annotated: Annotated, fact: Fact, mention: EventMention | None, event: Event | None) -> Entry:
    article, words = annotated.article.id, fact.span.of(annotated.article.text)
    name = world.name_of(article, fact.entity)
    return Entry(
        article=article,
        kind=_kind(fact),
        span=fact.span,
        head=fact.head,
        said_of=fact.predicate,
        anchor=fact.anchor,
        relation=APART if _is_apart(annotated, fact) else fact.relation,
        near=fact.near,
        far=fact.far,
        count=Count(fact.low, fact.high, fact.unit, fact.approximate) if fact.kind == "count" else None,
        when=fact.when,
        key=plain(name or words),
        named=name is not None and name != name.lower(),
        subject=_subject(world, annotated, fact.subject),
        doer=fact.subject,
        event=event,
        mention=mention,
        name=name,
        topic=fact.topic,
        timex=fact.timex,
        modality=_modality(fact, mention),
        words=words.lower(),
        subject_named=fact.topic is not None and _is_name(annotated, fact.topic),
        families=families(trigger_words(fact.anchor.of(annotated.article.text))),
        others=_others(world, article, _kind(fact), mention),
        leads=_in_opening(annotated, fact.span),
    )


def _is_apart(annotated: Annotated, fact: Fact) -> bool:
    """Whether a time tells how far two happenings lie apart: "held two days after the fire", not "for two days"."""
    if fact.kind != "count" or dimension(fact.unit)[0] != "time":
        return False
    text, end = annotated.article.text, fact.span.end
    bare = not fact.relation.startswith("prep") or fact.relation in ("prep after", "prep before")
    return bool(_FROM_NOW.match(text, end) or (bare and _FROM_ANOTHER.match(text, end)))


def _is_name(annotated: Annotated, span: Span) -> bool:
    return any(m.form == "name" and m.span.overlaps(span) for m in annotated.mentions)


def _subject(world: World, annotated: Annotated, number: int | None) -> str | None:
    """Return the name of whoever a predicate is said of; None for those who only have a description."""
    if any(m.entity == number and m.form == "name" for m in annotated.mentions):
        return world.name_of(annotated.article.id, number)
    return None


def _modality(fact: Fact, mention: EventMention | None) -> Modality:
    """Return how a value's deed is told; what "would be held" is planned, whatever the event says."""
    if fact.modality == "denied":
        return "denied"
    if mention is None or (mention.modality == "hypothetical" and fact.modality == "planned"):
        return fact.modality
    return mention.modality


def _kind(fact: Fact) -> ClaimKind:
    if fact.kind == "party":
        return "actor" if fact.relation in _AGENT else "recipient"
    return fact.kind


def _from_events(world: World, annotated: Annotated) -> Iterator[Entry]:
    """Yield the roles of events that the values in sentences do not hold: recipients, places, things."""
    article = annotated.article.id
    for index, mention in enumerate(annotated.events):
        event = world.event_of.get(EventRef(article, index))
        if mention.type == "OTHER" or mention.trigger.of(annotated.article.text).lower() in claim_words("helping"):
            continue
        if mention.type == "CONSULT":
            yield from _initiators(world, annotated, mention, event)
            continue
        roles: tuple[tuple[ClaimKind, Sequence[Role]], ...] = (
            ("actor", mention.actor),
            ("recipient", mention.recipient),
            ("place", mention.where),
            ("thing", mention.objects),
        )
        for kind, parties in roles:
            for role in (r for r in parties if _can_be(kind, r)):
                topic = _other_side(kind, mention)
                yield _from_role(world, annotated, role, kind=kind, mention=mention, event=event, topic=topic)


def _can_be(kind: ClaimKind, role: Role) -> bool:
    """Whether words can be what they are taken for: no picture acts, and nobody is a place."""
    if kind == "place":
        words = role.name.lower().split()
        return role.kind in PLACE_KINDS or bool(words and {words[-1], words[-1].removesuffix("s")} & place_nouns())
    return kind != "actor" or role.kind not in _NO_ACTORS


def _initiators(world: World, annotated: Annotated, mention: EventMention, event: Event | None) -> Iterator[Entry]:
    """Yield who started a call, visit or letter; of those who merely were in touch neither did.

    Whom "the call, initiated by Norland" went to may stand in another sentence or report that tells of the same call.
    """
    others = {r.name for r in mention.recipient}
    text, trigger = annotated.article.text, mention.trigger
    started = is_started(mention.mode, trigger.of(text).lower(), text[trigger.end :])
    if not started or len(mention.actor) != 1 or mention.actor[0].name in others:
        return
    topic = mention.recipient[0].span if mention.recipient else None
    caller = mention.actor[0]
    entry = _from_role(world, annotated, caller, kind="initiator", mention=mention, event=event, topic=topic)
    known = entry.others or (_parties_of(event) - {entry.key} if not others and event is not None else frozenset())
    if entry.named and known:
        yield replace(entry, others=known)


def _parties_of(event: Event) -> frozenset[str]:
    return frozenset(plain(name) for name in (*event.actor, *event.recipient) if name != name.lower())


def _words_around(annotated: Annotated, trigger: Span) -> tuple[str, ...]:
    """Return the content words of an event's sentence."""
    return tuple(sorted(content_words(annotated.sentence_of(trigger).of(annotated.article.text))))


def _other_side(kind: ClaimKind, mention: EventMention) -> Span | None:
    """Return the words for whom or what an event joins a party with, to name its slot by."""
    others = (*mention.recipient, *mention.objects) if kind == "actor" else mention.actor
    return others[0].span if others and others[0].span != mention.trigger else None


def _in_opening(annotated: Annotated, span: Span) -> bool:
    return any(s.contains(span) for s in annotated.sentences[:_OPENING])


def _others(world: World, article: str, kind: ClaimKind, mention: EventMention | None) -> frozenset[str]:
    """Return the keys of the named parties that a deed joins a value of some kind with."""
    roles = () if mention is None else mention.recipient if kind in ("actor", "initiator") else mention.actor
    names = (world.name_of(article, role.entity) for role in roles)
    return frozenset(plain(name) for name in names if name is not None and name != name.lower())


def _from_role(
    world: World,
    annotated: Annotated,
    role: Role,
    *,
    kind: ClaimKind,
    mention: EventMention,
    event: Event | None,
    topic: Span | None,
) -> Entry:
    article = annotated.article.id
    name = world.name_of(article, role.entity) or role.name
    return Entry(
        article=article,
        kind=kind,
        span=role.span,
        head=role.name.split()[-1].lower() if role.name.split() else "",
        said_of=f"{mention.type} {mention.mode}".strip(),
        anchor=mention.trigger,
        relation=kind,
        near=_words_around(annotated, mention.trigger),
        key=plain(name),
        named=name != name.lower() and role.kind is not None,
        event=event,
        mention=mention,
        name=name,
        topic=topic,
        modality=mention.modality,
        words=role.name.lower(),
        families=families(trigger_words(mention.trigger.of(annotated.article.text))),
        others=_others(world, article, kind, mention),
        leads=_in_opening(annotated, role.span),
    )
