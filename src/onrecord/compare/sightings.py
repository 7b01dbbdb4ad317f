"""What one report tells of contacts: each place where somebody calls, meets, writes to or visits somebody."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from onrecord.compare.contact_addressees import is_addressed
from onrecord.compare.contact_licences import has_whole_names, is_of_another_time, is_unlicensed
from onrecord.compare.contact_media import medium_of
from onrecord.compare.contact_named import named_beside
from onrecord.compare.contact_owners import of_several
from onrecord.compare.contact_parties import (
    as_printed,
    comes_along,
    held_offices,
    is_about,
    is_beside,
    is_clear,
    is_cut,
    is_mistaken,
    is_nobody,
    is_nobody_else,
    is_official,
    is_one_of,
    is_only_owner,
    is_only_whence,
    is_public,
    is_title,
    is_title_of,
    names_of,
)
from onrecord.compare.contact_sums import find_sum
from onrecord.compare.contact_times import ONE, told_as, told_when
from onrecord.compare.contact_wording import (
    is_another,
    is_apposed,
    is_by_reporter,
    is_declined,
    is_of_fight,
    is_of_match,
    is_started,
    is_told_apart,
    is_with_press,
    points_back,
)
from onrecord.compare.pairs import unfolded
from onrecord.compare.party_words import is_of_press
from onrecord.compare.sighting import GIVEN, SAID_TO, WRITTEN, Sighting
from onrecord.compare.tellings import in_letters, in_statements, with_letters
from onrecord.compare.world import World
from onrecord.model import PARTY_KINDS, WIDE_PARTY_KINDS, Annotated, EventMention, Role

_SEPARATELY = re.compile(r"\b(?:separate(?:ly)?|individually|one by one)\b")
_SEPARATELY_WITHIN = 20
_ONLY_WILLING = re.compile(
    r"\b(?:(?:willing|ready|prepared|hop(?:es|ing)|eager|free|open|able) to (?:be )?|"
    r"(?:offer|bid|readiness|willingness|desire|effort|proposal)s? (?:of|to|for) (?:be )?)$",
    re.I,
)
_BEFORE = 60
_BARRED = re.compile(r"\b(?:ban|bar|prohibit|forbid|prevent|block|stop)\w* (?:[\w.]+ ){1,4}from (?:\w+ly )?$", re.I)
_NOT = re.compile(r"\b(?:did|does|do|had|has|have)(?: not| never|n['’]t) (?:\w+ly )?$", re.I)
_DONE = frozenset({"wrote", "spoke", "rang"})
"""Forms of the past alone: nothing that lies ahead is told by them."""
_FORMAL = re.compile(r"\b(?:talks|negotiat\w+|consultations?)\b")
_VISITS = ("visit", "tour", "trip")
_LINKED = re.compile(r"^the $|\b(?:of|for|from|to|in)(?: the)? $", re.I)
"""Before a name, what makes of it somebody else: "the leader of Norland" is not Norland."""
_MATCH_WITHIN = 250
"""Characters around a sentence in which a fight is called one."""
Sides = tuple[list[str], list[str]]


def find_sightings(world: World, annotated: Annotated) -> list[Sighting]:
    """Return an article's sightings in the order of its text."""
    told = with_letters(list(_in_events(world, annotated)), list(in_letters(world, annotated)))
    found = [*told, *in_statements(world, annotated)]
    fuller = _fuller({p for s in found for p in s.parties})
    whole = (s for s in (_renamed(s, fuller) for s in found) if has_whole_names(s))
    return sorted(whole, key=lambda s: (s.span, s.index is None))


def _fuller(names: set[str]) -> dict[str, str]:
    """Return for each name the one that ends in it, where a report has just one ("the Mount", "Temple Mount")."""
    longer = {
        name: [n for n in names if n.endswith(f" {name}") and not _LINKED.search(n[: -len(name)])] for name in names
    }
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
        medium = medium_of(event, text)
        if medium is not None and _is_held(event, medium, trigger, _before(annotated, event)):
            for sides in _one_by_one(_sides(world, annotated, event, medium), event, medium, text):
                found = _sighting(world, annotated, index, medium, sides)
                if found and (found.parties or found.points or (found.when and ONE.search(trigger))):
                    yield found


def _before(annotated: Annotated, event: EventMention) -> str:
    """Return the words of its sentence that stand before an event's trigger."""
    start = max(annotated.sentence_of(event.trigger).start, event.trigger.start - _BEFORE)
    return annotated.article.text[start : event.trigger.start]


def _is_held(event: EventMention, medium: str, trigger: str, before: str) -> bool:
    """Whether a contact was held, is to be, or was declined; what is only to be said to somebody is none yet."""
    if event.modality == "denied":
        return is_declined(before) and bool(event.actor and event.recipient)
    if _NOT.search(before) or _BARRED.search(before):
        return False  # "that she "did not have contact"", "barred him from contacting her"
    done = trigger in _DONE  # "will see you," Roe wrote
    ahead = event.modality == "planned" and not done and medium not in SAID_TO and not _ONLY_WILLING.search(before)
    return ahead or event.modality in ("actual", "alleged")


def _one_by_one(sides: Sides, event: EventMention, medium: str, text: str) -> Iterator[Sides]:
    """Yield the sides of a contact, for "she spoke separately with Roe and Sol", or rang them, those of each."""
    actors, recipients = sides
    others = [name for name in recipients if name not in actors]
    last = max((role.span.end for role in event.recipient), default=event.trigger.end)
    near = text[max(0, event.trigger.start - _SEPARATELY_WITHIN) : last + _SEPARATELY_WITHIN]
    rang = medium == "phone" and is_started(medium, event.trigger.of(text).lower(), text[event.trigger.end :])
    if len(actors) == 1 and len(others) > 1 and (rang or _SEPARATELY.search(near)):
        yield from ((actors, [other]) for other in others)
    elif len(actors) > 1 and len(others) == 1 and _SEPARATELY.search(near):
        yield from (([actor], others) for actor in actors)
    else:
        yield sides


def _sighting(world: World, annotated: Annotated, index: int, medium: str, sides: Sides) -> Sighting | None:
    article, event = annotated.article, annotated.events[index]
    trigger, before = event.trigger.of(article.text).lower(), _before(annotated, event)
    roles = (*event.actor, *event.recipient)
    actors, recipients = sides
    parties = frozenset((*actors, *recipients))
    visited = bool(recipients) or (event.when is not None and not trigger.endswith("trip"))
    if medium == "visit" and not (actors and visited):
        return None
    if event.type != "CONSULT" and medium in SAID_TO | GIVEN and not is_addressed(article.text, event, medium, before):
        return None
    if is_unlicensed(annotated, event, medium, before):
        return None
    if _lacks_a_side(event, medium, sides) or is_with_press(before, article.text[event.trigger.end :]):
        return None
    if not event.actor and is_by_reporter(before, quoted=event.statement is not None):
        return None
    if _is_of_match(annotated, event, medium):
        return None
    if any(is_mistaken(annotated, role, event) for role in roles):
        return None
    if any(is_only_owner(article.text, role, event.trigger) for role in roles):
        return None
    if len(parties) == 1 and any(is_of_press(role.name) for role in roles):
        return None
    told_started = is_started(medium, trigger, article.text[event.trigger.end :])
    started = told_started and len(actors) == 1 and actors[0] not in recipients
    return Sighting(
        article=article.id,
        index=index,
        span=event.trigger,
        story=world.story_of.get(article.id),
        when=told_when(annotated, event),
        medium=medium,
        initiator=actors[0] if started else None,
        recipient=recipients[0] if started and recipients else None,
        parties=parties,
        topics=tuple(dict.fromkeys(" ".join(t.of(article.text).split()) for t in event.topics)),
        modality=told_as(annotated, event),
        other=is_another(before, article.text[event.trigger.end : event.trigger.end + _BEFORE]),
        points=not parties and points_back(before, trigger) and not is_told_apart(article.text[event.trigger.end :]),
        sum=find_sum(article.text, annotated.sentence_of(event.trigger), event.trigger),
        clear=is_clear(annotated, *(role.span for role in roles)),
        apposed=is_apposed(before),
        formal=medium == "talks" and bool(_FORMAL.search(trigger)),
    )


def _is_of_match(annotated: Annotated, event: EventMention, medium: str) -> bool:
    """Whether two clubs play each other, or two fighters fight: "the Otters (7-7) visit the Herons on Sunday"."""
    text, sentence = annotated.article.text, annotated.sentence_of(event.trigger)
    if event.mode != "meet" and medium != "visit":
        return False
    if any(role.kind == "person" and " " in role.name for role in (*event.actor, *event.recipient)):
        near = text[max(0, sentence.start - _MATCH_WITHIN) : sentence.end + _MATCH_WITHIN]
        return event.mode == "meet" and is_of_fight(near)
    return is_of_match(sentence.of(text))


def _lacks_a_side(event: EventMention, medium: str, sides: Sides) -> bool:
    """Whether nobody of one side can be shown, so that the several of the other only seem to meet each other."""
    mutual = {role.name for role in event.actor} == {role.name for role in event.recipient}
    if medium in WRITTEN and event.recipient and not sides[1]:
        return all(map(is_public, event.recipient))  # "wrote to her followers"
    if not event.actor and len(sides[1]) > 1 and not sides[0] and event.mode == "talk":
        return True  # "after consulting with Roe and Lind, we ..."
    acted, received = bool(event.actor) or medium in WRITTEN, bool(event.recipient)
    return not mutual and (
        (acted and not sides[0] and bool(sides[1])) or (received and len(sides[0]) > 1 and not sides[1])
    )


def _sides(world: World, annotated: Annotated, event: EventMention, medium: str) -> Sides:
    """Return the names of those who get in touch and of those they do it with."""
    article, held = annotated.article, held_offices(annotated)

    def is_left_out(role: Role) -> bool:
        quoted = is_title(article.text, role) or is_of_another_time(article.text, role, event)
        quoted = quoted or is_cut(article.text, role) or is_one_of(article.text, role)
        quoted = quoted or (medium != "visit" and is_beside(article.text, role))
        return quoted or is_about(article.text, role, event) or is_nobody_else(article.text, role, held, event)

    def known(roles: Iterable[Role]) -> list[Role]:
        several = {role: of_several(annotated, role) for role in roles}
        owners = {name for parts in several.values() for part in parts for name in part.name.split(" of ")[1:]}
        kept = [role for role in several if role.name not in owners]
        kept = [role for role in kept if not any(is_title_of(article.text, role, other) for other in kept)]
        printed = (
            p for role in kept for p in several[role] or named_beside(annotated, role) or [as_printed(annotated, role)]
        )
        return [role for role in printed if not is_left_out(role)]

    def names(roles: Iterable[Role], kinds: frozenset[str]) -> list[str]:
        told = [role for role in roles if not (many and is_nobody(article.text, role))]
        return names_of(world, article.id, told, kinds)

    acting = [role for role in unfolded(annotated, event.actor) if _gets_in_touch(annotated, role, event, medium)]
    actors, recipients = known(acting), known(unfolded(annotated, event.recipient))
    many = len({role.name for role in (*actors, *recipients)}) > 1
    if medium == "visit":
        seen = [role for role in recipients if not comes_along(article.text, role, event)]
        return names(actors, PARTY_KINDS - {"place"}), names(seen, WIDE_PARTY_KINDS)
    return names(actors, PARTY_KINDS), names(recipients, PARTY_KINDS)


def _gets_in_touch(annotated: Annotated, role: Role, event: EventMention, medium: str) -> bool:
    """Whether who acts is more than where others are from, and more than what moves ("two planes flew to Lun")."""
    text = annotated.article.text
    moves = medium == "visit" and not any(w.startswith(_VISITS) for w in event.trigger.of(text).lower().split())
    return not is_only_whence(text, role, event.recipient) and (not moves or is_official(annotated, role))
