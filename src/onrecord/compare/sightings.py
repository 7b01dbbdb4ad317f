"""What one report tells of contacts: each place where somebody calls, meets, writes to or visits somebody."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.facts.units import people
from onrecord.compare.contact_sums import Sum, find_sum
from onrecord.compare.pairs import unfolded
from onrecord.compare.wording import contact_words
from onrecord.compare.world import World, plain
from onrecord.model import Annotated, EventMention, Modality, Role, Span, Statement, When

SAID_TO = frozenset({"appeal", "warning", "thanks", "invitation", "notice"})
WRITTEN = frozenset({"letter", "petition"})
_REACHING = SAID_TO | WRITTEN | {"phone", "message", "visit", "condolences", "interview", "summons"}
"""Media by which one side reaches the other; a meeting or talk alone has no side that started it."""
_STARTS = ("initiat", "request", "call", "phon", "rang", "rung", "ring", "summon", "invit", "visit", "wr", "reach")
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
_PUBLIC = re.compile(
    r"\b(?:parliament|congress|senate|commons|lords|knesset|house|crowd|rall(?:y|ies)|audience|nation|country|court|jury|"
    r"mps|lawmakers|voters|supporters|followers|fans|conference|inquiry|hearing|committee)\b",
    re.I,
)
_CROWD = re.compile(
    r"\b(?:people|troops|crowds?|residents|students|visitors|viewers|listeners|onlookers|public|passengers|"
    r"supporters|fans|voters|audiences?|reporters|children)$",
    re.I,
)
_BODY = re.compile(
    r"\b(?:government|council|ministry|police|commission|company|board|administration|agency|authorit(?:y|ies)|union|"
    r"officials?|ministers?|president|mayor|embassy|army)\b",
    re.I,
)
_GATHERING = re.compile(r"\b(?:summit|meeting|conference|talks|session|requests?)\b", re.I)
_PRESS_EVENT = re.compile(r"\b(?:news|press|media)\s+(?:conference|briefing|call)", re.I)
_NO_PARTY = (_CROWD, _PRESS, _GATHERING)
_PARTY_KINDS = frozenset({"person", "organisation", "group", "place"})
_VISITED_KINDS = frozenset({"place", "facility", "organisation", "person", "group"})
_ADDRESS_WITHIN = 25
_BEFORE = 60
_AFTER = 25
_BOTH_SIDES = re.compile(r"\b(?:sp[eo]|talk|discuss|convers|chat|held|exchang)")
_TALKING = re.compile(r"\b(?:talk|convers|chat|discuss|sp[eo]ke|speak)")
_NO_VISIT = ("host", "tour", "paid", "pay", "attend", "welcom")
_UNNAMED = re.compile(r"\s+(?:to [^.;]{0,40})?on (?:the )?condition of anonymity")
_TO_TALK = re.compile(r"\bto\s$")
_OF_PRESS = re.compile(r"\s+of (?:[\w-]+\s)?(?:reporters|journalists|editors|broadcasters)\b")
_QUOTED_NAME = re.compile(r"[^.;]{0,60}[\"“]")
_SUPPOSED = re.compile(
    r"\b(?:if|unless|hop(?:e|es|ed|ing) (?:to|for)|look(?:s|ed|ing) forward to|(?:would )?like to|"
    r"(?:glad|ready|willing|able|eager) to|"
    r"wan(?:t|ts|ted) to|s(?:ee|ought)k?(?:s|ing)? (?:to|a|an)|call(?:s|ed|ing)? (?:for|on)\s[^,.;]{1,40}\sto|"
    r"(?:urg|ask|press|invit|encourag|suggest|propos|recommend)\w*\s[^,.;]{1,40}\sto|without|"
    r"(?:chance|opportunity|time|need|right) to|"
    r"(?:no|any) (?:direct )?|never|possib(?:le|ility of)(?: a)?)\s*(?:\w+ly )?$",
    re.I,
)
"""What stands before a contact that is only wished for or supposed."""
_WISHED_FOR = re.compile(
    r"\b(?:push\w*|call\w*|press\w*|appeal\w*|pleas?|hop\w*|demand\w*|propos\w*|chance\w*|plans?) for\b[^.;,]{0,40}$",
    re.I,
)
_WROTE = re.compile(r"\bto\b")
_DECLINED = re.compile(
    r"\b(?:declin\w+|refus(?:e|es|ed|al|ing)|reject\w*|cancel\w*|snub\w*|turn(?:ed|s|ing) down|call(?:ed|s) off|"
    r"postpon\w+|scrapp\w+)\b[^.;]{0,40}$",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:another|(?:an )?earlier|previous|separate|prior|(?:the|their|his|her) (?:last|first))\s+(?:\w+\s+){0,2}$",
    re.I,
)
_DEFINITE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|same|[Tt]heir|his|her|its|\w+day['’]s)\s+(?:[a-z-]+\s){0,2}$")
_VERB = re.compile(r"(?:ed|ing|spoken?|met|meets?|discuss)$")
_IN_LETTER = re.compile(
    r"(?<![a-z] )\b[Ii]n (?:an?|the|their|his|her|its) (?:[\w-]+ ){0,4}(?P<medium>letter|petition)"
    r"(?: to (?:the )?(?P<to>[^,]{2,60}))?"
)
_TOLD_MEETING = re.compile(r"\s(?:the|a|an|his|her|their|last|[A-Z])[^.,;“”\"]*")
_TELLING = re.compile(r"\b(?:told|tells|informed|notified|advised|assured)\b", re.I)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One report's mention of a contact.

    index  number of its event in the article, None where a statement tells it
    other  it is set apart from the contact told just before ("another call")
    points it has no parties and points back ("the call")
    sum    how many contacts it stands for, where it stands for several
    """

    article: str
    index: int | None
    span: Span
    story: str | None
    when: When | None
    medium: str
    initiator: str | None
    recipient: str | None
    parties: frozenset[str]
    topics: tuple[str, ...]
    modality: Modality = "actual"
    other: bool = False
    points: bool = False
    sum: Sum | None = None


def find_sightings(world: World, annotated: Annotated) -> list[Sighting]:
    """Return an article's sightings in the order of its text."""
    found = [*_in_events(world, annotated), *_in_letters(world, annotated), *_in_statements(world, annotated)]
    fuller = _fuller({p for s in found for p in s.parties})
    return sorted((_renamed(s, fuller) for s in found), key=lambda s: (s.span, s.index is None))


def _fuller(names: set[str]) -> dict[str, str]:
    """Return for each name the one that ends in it, where a report has just one ("the Mount", "Temple Mount")."""
    longer = {name: [n for n in names if n.endswith(f" {name}") and n != f"the {name}"] for name in names}
    return {name: found[0] for name, found in longer.items() if len(found) == 1 and name != name.lower()}


def _renamed(sighting: Sighting, fuller: Mapping[str, str]) -> Sighting:
    return replace(
        sighting,
        parties=frozenset(fuller.get(p, p) for p in sighting.parties),
        initiator=fuller.get(sighting.initiator or "", sighting.initiator),
        recipient=fuller.get(sighting.recipient or "", sighting.recipient),
    )


# --- events ------------------------------------------------------------------------------------------


def _in_events(world: World, annotated: Annotated) -> Iterator[Sighting]:
    text = annotated.article.text
    for index, event in enumerate(annotated.events):
        trigger = event.trigger.of(text).lower()
        medium = _medium(event, trigger)
        if medium is None or event.modality in _NOT_HELD or _is_no_contact(text, event, trigger):
            continue
        before = text[
            max(_sentence(annotated, event.trigger).start, event.trigger.start - _BEFORE) : event.trigger.start
        ]
        if medium == "talks" and event.modality == "actual" and _TO_TALK.search(before):
            continue
        if _DECLINED.search(before) or not (_SUPPOSED.search(before) or _WISHED_FOR.search(before)):
            found = _sighting(world, annotated, index, event, medium, before)
            yield from (s for s in found if s.parties or s.points or s.when or not _VERB.search(trigger))


def _sentence(annotated: Annotated, span: Span) -> Span:
    return next((s for s in annotated.sentences if s.overlaps(span)), span)


def _is_no_contact(text: str, event: EventMention, trigger: str) -> bool:
    """Whether the words are no contact after all: a name-calling, a press conference, somebody briefed by nobody."""
    around = text[max(0, event.trigger.start - 12) : event.trigger.end + _AFTER]
    if (
        _UNNAMED.match(text[event.trigger.end :])
        or _PRESS_EVENT.search(around)
        or (trigger.startswith("brief") and not event.actor)
    ):
        return True
    if trigger in ("wrote", "write", "writes", "written", "writing") and not _WROTE.match(
        text[event.trigger.end :].lstrip()
    ):
        return True
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
    if named in (None, "phone") or not event.actor or not (event.recipient or named in WRITTEN):
        return None
    return named if named not in SAID_TO or _addressed(event) else None


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


def _sighting(
    world: World, annotated: Annotated, index: int, event: EventMention, medium: str, before: str
) -> Iterator[Sighting]:
    article = annotated.article
    trigger = event.trigger.of(article.text).lower()
    acting, receiving = unfolded(annotated, event.actor), unfolded(annotated, event.recipient)
    acting = [role for role in acting if not _only_whence(article.text, role, event.recipient)]
    held = _held_offices(annotated)
    acting, receiving = (
        [r for r in roles if not (_is_about(article.text, r, event) or _is_nobody_else(article.text, r, held, event))]
        for roles in (acting, receiving)
    )
    actors = _names(world, article.id, acting, _PARTY_KINDS - {"place"} if medium == "visit" else _PARTY_KINDS)
    recipients = _names(world, article.id, receiving, _VISITED_KINDS if medium == "visit" else _PARTY_KINDS)
    if medium == "visit" and (not actors or not (recipients or event.when)):
        return
    one_sided = len(actors) == 1 and not set(actors) & set(recipients)
    started = one_sided and is_started(medium, trigger)
    parties = frozenset((*actors, *recipients))
    yield Sighting(
        article.id,
        index,
        event.trigger,
        world.story_of.get(article.id),
        event.when,
        medium,
        actors[0] if started else None,
        recipients[0] if started and recipients else None,
        parties,
        tuple(dict.fromkeys(" ".join(t.of(article.text).split()) for t in event.topics)),
        "denied" if _DECLINED.search(before) else event.modality,
        bool(_OTHER.search(before)),
        not parties and _points(before, trigger),
        find_sum(article.text, _sentence(annotated, event.trigger), event.trigger),
    )


def _only_whence(text: str, role: Role, others: Sequence[Role]) -> bool:
    """Whether words only say where another party is from ("leaders from the south")."""
    return any(text[r.span.end : role.span.start].strip() in ("from", "of") for r in others)


def _held_offices(annotated: Annotated) -> Mapping[str, frozenset[int]]:
    """Return the entities that bear each office printed beside a name."""
    found: dict[str, set[int]] = {}
    for mention in annotated.mentions:
        if mention.role:
            found.setdefault(plain(mention.role), set()).add(mention.entity)
    return {office: frozenset(numbers) for office, numbers in found.items()}


def _is_nobody_else(text: str, role: Role, held: Mapping[str, frozenset[int]], event: EventMention) -> bool:
    """Whether words stand for a group of the press, or are the office of one who takes part under their name."""
    if _OF_PRESS.match(text[role.span.end :]):
        return True
    others = {r.entity for r in (*event.actor, *event.recipient) if r.entity != role.entity}
    return bool(held.get(plain(role.name), frozenset()) & others)


def _is_about(text: str, role: Role, event: EventMention) -> bool:
    """Whether a place only says what a gathering is about ("the Lun summit")."""
    between = text[role.span.end : event.trigger.start]
    return (
        role.kind == "place"
        and role.span.end <= event.trigger.start
        and between == " "
        and text[event.trigger.start].islower()
        and event.mode == "meet"
    )


def _points(before: str, trigger: str) -> bool:
    """Whether words point back at one contact told before: "the call", not "the calls"."""
    return bool(_DEFINITE.search(before)) and (trigger == "talks" or not trigger.endswith("s"))


def _names(world: World, article: str, roles: Sequence[Role], kinds: frozenset[str]) -> list[str]:
    found = [world.name_of(article, role.entity) or role.name for role in roles if _is_party(role, kinds)]
    return list(dict.fromkeys(name for name in found if len(plain(name)) > 1))


def _is_party(role: Role, kinds: frozenset[str]) -> bool:
    """Whether a role is somebody who can be in touch: no press, no gathering, no thing."""
    if (
        _CROWD.search(role.name)
        or _PRESS.search(role.name)
        or _GATHERING.search(role.name)
        or not re.search(r"[A-Za-z]", role.name)
    ):
        return False
    if role.kind in kinds:
        return True
    return role.kind in (None, "other") and role.name.split()[-1].lower().rstrip("s") in people()


def is_body(name: str) -> bool:
    """Whether a name is of an office or body that is told things officially."""
    return bool(_BODY.search(name))


def is_started(medium: str, trigger: str) -> bool:
    """Whether words tell of one side reaching the other ("phoned"), not of both being in touch ("spoke")."""
    if medium in ("phone", "letter", "message") and _BOTH_SIDES.search(trigger):
        return False
    return medium in _REACHING or any(word.startswith(_STARTS) for word in trigger.split())


def _in_letters(world: World, annotated: Annotated) -> Iterator[Sighting]:
    """Yield what somebody does in a letter ("in a letter to the council, residents asked")."""
    article = annotated.article
    for sentence in annotated.sentences:
        for match in _IN_LETTER.finditer(article.text, sentence.start, sentence.end):
            after = (e for e in annotated.events if match.end() <= e.trigger.start < sentence.end and e.actor)
            event = next(after, None)
            who = _names(world, article.id, event.actor[:1], _PARTY_KINDS - {"place"}) if event is not None else []
            if event is not None and who and event.modality not in _NOT_HELD:
                span = Span(match.start("medium"), match.end("medium"))
                to = tuple(_at(world, annotated, Span(*match.span("to")))) if match["to"] else ()
                yield _told(world, annotated, event.when, span, match["medium"], who[0], to)


def _at(world: World, annotated: Annotated, span: Span) -> Iterator[str]:
    """Yield the first party that words name."""
    inside = (m for m in annotated.mentions if span.contains(m.span) and m.kind in _PARTY_KINDS)
    first = min(inside, key=lambda m: (m.span.start, -m.span.end), default=None)
    if first is not None and not _PRESS.search(first.name):
        yield world.name_of(annotated.article.id, first.entity) or first.name


# --- statements --------------------------------------------------------------------------------------


def _in_statements(world: World, annotated: Annotated) -> Iterator[Sighting]:
    """Yield who told somebody something, by letter, at a meeting or face to face; what is told the public is none."""
    text = annotated.article.text
    for statement in annotated.statements:
        if not statement.cue or not statement.speaker or statement.negated:
            continue
        cue = statement.cue[0]
        name = world.name_of(annotated.article.id, statement.entity) or statement.speaker
        if _PRESS.search(name) or name == name.lower() and name.split()[-1].rstrip("s") not in people():
            continue
        if statement.medium == "letter":
            yield _told(world, annotated, statement.when, cue, "letter", name, statement.to)
        elif _TELLING.search(cue.of(text)):
            to = tuple(_listeners(world, annotated, statement))
            if to:
                yield _told(world, annotated, statement.when, cue, "told", name, to)
            elif (meeting := _meeting_after(annotated, cue)) is not None:
                told = _told(world, annotated, statement.when, meeting, "meeting", name, ())
                yield replace(told, initiator=None)


def _meeting_after(annotated: Annotated, cue: Span) -> Span | None:
    """Return the meeting that somebody told something ("told the council meeting")."""
    text = annotated.article.text
    near = (e for e in annotated.events if e.mode == "meet" and 0 < e.trigger.start - cue.end <= _BEFORE)
    event = next(near, None)
    if event is None or _PRESS_EVENT.search(text[cue.end : event.trigger.end + 12]):
        return None
    return event.trigger if _TOLD_MEETING.fullmatch(text[cue.end : event.trigger.start]) else None


def _listeners(world: World, annotated: Annotated, statement: Statement) -> Iterator[str]:
    """Yield the persons and bodies that were told, each under its name across reports."""
    for name in statement.to:
        known = world.canonical(annotated.article.id, name)
        if statement.entity in _held_offices(annotated).get(plain(name), ()):
            continue
        if _PRESS.search(known) or _PUBLIC.search(known) or plain(known) == plain(statement.speaker or ""):
            continue
        if (world.kind_of(known) == "person" and known.istitle() and " " in known) or _BODY.search(known):
            yield known


def _told(
    world: World, annotated: Annotated, when: When | None, words: Span, medium: str, who: str, to: Sequence[str]
) -> Sighting:
    article = annotated.article.id
    listener = to[0] if to else None
    return Sighting(
        article, None, words, world.story_of.get(article), when, medium, who, listener, frozenset((who, *to)), ()
    )
