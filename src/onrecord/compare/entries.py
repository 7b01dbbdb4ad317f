"""One article's value for a possible slot, with what it is said of: what joins into claims."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.annotate.entities.places import demonym_country
from onrecord.annotate.entities.pronouns import NAMELESS
from onrecord.annotate.facts.aboard import ABOARD
from onrecord.annotate.facts.places import place_nouns
from onrecord.compare.addresses import in_address
from onrecord.compare.contact_wording import is_started
from onrecord.compare.values import Count, days, dimension, is_of_things
from onrecord.compare.wording import claim_words, content_words, counted_kind
from onrecord.compare.world import World, plain
from onrecord.model import (
    PLACE_KINDS,
    Annotated,
    Article,
    ClaimKind,
    Event,
    EventMention,
    EventRef,
    Fact,
    Modality,
    Role,
    Span,
    When,
)
from onrecord.relate.event_words import families, trigger_words

_OPENING = 3
_NO_ACTORS = frozenset({"work", "event", "law", "other"})
_PARTY_SLOTS = frozenset({"actor", "recipient", "thing", "initiator"})
_AGENT = frozenset({"nsubj", "agent", "csubj"})
_POSSESSIVES = ("his ", "her ", "their ", "its ", "our ", "my ", "your ")
_PICTURE = re.compile(r"[,\s]*(?:file )?(?:photo|photograph|picture|image|frame grab)\b")
_NO_TIME = frozenset({"dobj", "nsubj", "nsubjpass", "attr"})
"""How a day hangs on a word that tells of the day itself: "the law makes May Day a holiday"."""
_TWEET = re.compile(r"pic\.twitter\.com|\bt\.co/|— [^()]{1,40}\(@")
_SIGNED = re.compile(r"\(@\w+\)\s*$")
_LABELS = frozenset({"updated", "posted", "published", "modified", "written", "reported", "edited"})
_SIGNED_CHARS = 40
_OF_THE_PAGE = re.compile(
    r"(?:(?:^|[^\w\s,'’])\s*(?:first |last )?(?:updated|posted|published|modified)|\bcopyright)"
    r"\W[\W\d]*(?:[A-Z]\w+ )?[\W\d]*$",
    re.I,
)
"""What a page prints of itself: "Orbis | Updated: 4 May 2031", "Copyright 2031"; not "will be published on 4 May"."""
_PARTY = re.compile(r"\b(?:on|by)\s+$")
"""What a deed is done to or by is no place where it is done: "sanctions on Norland", "overruled by Norland"."""
_SOME_PLACE = re.compile(r"(?:another|other|some|many|several|two|towns|cities|villages|areas|places|parts)\b")
_TORN = re.compile(r"''|[^\w\s$£€¥\"'“‘«(#@]")
"""How words begin that are half of something: "'' actress", "-era rule"."""
_BARE_SEASONS = frozenset(f"{a}{s}" for a in ("", "the ") for s in ("spring", "summer", "autumn", "fall", "winter"))
_VAGUE_TIMES = frozenset(
    (
        "now",
        "right now",
        "recently",
        "currently",
        "soon",
        "previously",
        "at present",
        "once",
        "the past",
        "later",
        "then",
    )
)
_EMPTY = NAMELESS | frozenset(
    ("one", "someone", "anyone", "everyone", "nobody", "there", "here", "all", "some", "many", "others")
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of one article.

    said_of   what it is said of, in a canonical word; `anchor` that word where it stands
    key       what a party or place is across articles: its canonical name in plain form
    named     whether a party or place bears a name of its own
    subject   canonical name of whoever the predicate is said of; doer  their number in the article
    event     the event across articles whose mention the value hangs on
    name      a party's or place's name across articles, or its description
    topic     words for what the predicate is about
    timex     TIMEX3 value of a date
    words     the value's own words, lower case
    families  kinds of happening that the word it is said of may tell
    others    keys of the named parties on the other side of the deed: whoever it is done to, or who does it
    leads     whether it stands in the first sentences, which tell the report's own happening
    told      the day of the report, None where it is not known to the day
    parts     keys of what a value lists or of the places that name it, the value's own first; empty for most
    subject_named  whether the subject's name stands right there, and no "he" or "the suspect" for it
    """

    article: str
    kind: ClaimKind
    span: Span
    head: str
    said_of: str
    anchor: Span
    relation: str
    near: tuple[str, ...] = ()
    far: tuple[str, ...] = ()
    count: Count | None = None
    when: When | None = None
    key: str = ""
    named: bool = False
    subject: str | None = None
    doer: int | None = None
    event: Event | None = None
    mention: EventMention | None = None
    name: str | None = None
    topic: Span | None = None
    timex: str | None = None
    modality: Modality = "actual"
    words: str = ""
    subject_named: bool = False
    parts: tuple[str, ...] = ()
    families: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    leads: bool = False
    told: date | None = None

    @property
    def counted(self) -> str:
        """The kind of thing that is counted: of vessels ships, of acres area; "" where the words name none.

        How many people are aboard is asked as one thing.
        """
        if self.said_of == ABOARD and self.head in claim_words("anybody"):
            return ABOARD
        if self.count is not None and is_of_things(self.count.unit):
            return dimension(self.count.unit)[0] or ""
        return counted_kind(self.head)

    @property
    def size(self) -> float:
        """A count's number, the lower of two bounds where it has both; 0 for what is no count."""
        if self.count is None:
            return 0.0
        return self.count.low if self.count.low is not None else self.count.high or 0.0


def find_entries(world: World, annotated: Annotated) -> tuple[Entry, ...]:
    """Return an article's values, each once, in the order of its text."""
    found: dict[tuple[Span, ClaimKind], Entry] = {}
    triggers = _triggers(world, annotated)
    told = _day(annotated.article)
    candidates = (*_from_facts(world, annotated, triggers), *_from_events(world, annotated))
    for entry in sorted(candidates, key=lambda e: e.kind != "count"):
        if _is_told(annotated, entry) and not any(_covers(k, entry.kind) and s.overlaps(entry.span) for s, k in found):
            found[entry.span, entry.kind] = replace(entry, told=told)
    return tuple(sorted(found.values(), key=lambda e: (e.span, e.kind)))


def _day(article: Article) -> date | None:
    found = days(article.published)
    return found[0] if found is not None and found[0] == found[1] else None


def _covers(known: ClaimKind, kind: ClaimKind) -> bool:
    """Whether words that give one kind of value need not be shown as another too ("seven men" as count and party)."""
    return known == kind or (known == "count" and kind in _PARTY_SLOTS)


def _is_told(annotated: Annotated, entry: Entry) -> bool:
    """Whether a report tells a value itself: no party in somebody's words, no day of its page or under a tweet."""
    text = annotated.article.text
    if "\n" in entry.span.of(text).strip():
        return False  # a heading, or a caption, and the first word below it
    if entry.kind in _PARTY_SLOTS and (_in_quotation(annotated, entry.span) or _is_of_the_page(annotated, entry)):
        return False
    if _OF_THE_PAGE.search(text[text.rfind("\n", 0, entry.span.start) + 1 : entry.span.end]):
        return False
    before = text[max(0, entry.span.start - _SIGNED_CHARS) : entry.span.start]
    if in_address(text, entry.span):
        return False
    if entry.kind == "place" and _PARTY.search(before) and not entry.words.startswith("the "):
        return False
    if entry.kind == "date" and (_SIGNED.search(before) or _is_of_something_printed(annotated, entry)):
        return False
    return _says_something(entry)


def _is_of_the_page(annotated: Annotated, entry: Entry) -> bool:
    """Whether what somebody does is a label of the page ("Lun Post | Updated: 4 May")."""
    return entry.anchor.of(annotated.article.text).lower() in _LABELS and annotated.article.text.startswith(
        ":", entry.anchor.end
    )


def _is_of_something_printed(annotated: Annotated, entry: Entry) -> bool:
    """Whether a date is that of a picture or message on the page ("in this May 4, 2031 photo"; a tweet's "today")."""
    text = annotated.article.text
    line = text[text.rfind("\n", 0, entry.span.start) + 1 :].partition("\n")[0]
    own = not re.search(r"\d", entry.words)
    return bool(_PICTURE.match(text, entry.span.end)) or (own and bool(_TWEET.search(line)))


def _says_something(entry: Entry) -> bool:
    """Whether a value tells a reader anything: not "their team", no pronoun of nobody named, no "recently"."""
    if entry.kind == "count":
        return True
    if entry.kind == "date":
        if entry.relation in _NO_TIME and not re.search(r"\d", entry.words):
            return False
        if entry.when is None and entry.words in _BARE_SEASONS:
            return False
        return entry.words not in _VAGUE_TIMES and not (entry.timex or "").endswith("_REF")
    if entry.kind != "place" and (entry.said_of in claim_words("saying") or entry.modality == "denied"):
        return False
    if entry.kind in _PARTY_SLOTS and not _is_somebody(entry):
        return False
    if entry.kind == "place" and demonym_country(entry.words):
        return False
    if entry.kind == "place" and not entry.named and _SOME_PLACE.match(entry.words):
        return False
    return entry.words not in _EMPTY or (entry.named and entry.words in ("he", "she", "his", "her", "him"))


def _is_somebody(entry: Entry) -> bool:
    """Whether words can be a party or a thing: not "their team", no "short time", nor half of something."""
    if entry.kind in ("recipient", "thing") and entry.words in ("them", "it"):
        return False
    if entry.head == "time" or _TORN.match(entry.words):
        return False
    return entry.named or not entry.words.startswith(_POSSESSIVES)


def _in_quotation(annotated: Annotated, span: Span) -> bool:
    """Whether words stand in somebody's own words: parties in them are talk, not an account of who did what."""
    return any(s.mode == "direct" and any(c.contains(span) for c in s.content) for s in annotated.statements)


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
        relation=fact.relation,
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
