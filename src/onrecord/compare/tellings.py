"""Contacts that no event carries: what is said in a letter or at a meeting, and what bodies are told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.annotate.facts.units import people
from onrecord.compare.contact_licences import is_in_writing, is_research, is_said_aloud
from onrecord.compare.contact_parties import held_offices, is_clear, names_of
from onrecord.compare.contact_wording import PRESS_EVENT
from onrecord.compare.party_words import is_assembly, is_body, is_crowd, is_of_press
from onrecord.compare.sighting import NOT_HELD, Sighting
from onrecord.compare.world import World, plain
from onrecord.model import PARTY_KINDS, Annotated, Span, Statement, When

_IN_LETTER = re.compile(
    r"(?<![a-z] )\b[Ii]n (?:an?|the|their|his|her|its) (?:[\w-]+ ){0,4}(?P<medium>letter|petition)"
    r"(?: to (?:the )?(?P<to>[^,]{2,60}))?"
)
_THE_LETTER = re.compile(r"(?:the|that|this|their|his|her|its) (?:\w+ )?(?:letter|petition)", re.I)
"""A letter told of before, which "the letter said" is no other than."""
_TOLD_MEETING = re.compile(r"\s(?:the|a|an|his|her|their|last|[A-Z])[^.,;“”\"]*")
_TELLING = re.compile(r"\b(?:told|tells|informed|notified|advised|assured)\b", re.I)
_ADDRESSED = re.compile(r"\b(?:addressed|sent|written|delivered|handed) to\b")
_CLOSED = re.compile(r"\s?[-–—,)]")
_WRITER_WITHIN = 60
"""Characters between a letter and who wrote it ("in a letter to the council, residents asked")."""
_HEARER_WITHIN = 6
_MEETING_WITHIN = 60
"""Characters between "told" and the meeting that was told."""


def in_letters(world: World, annotated: Annotated) -> Iterator[Sighting]:
    """Yield what somebody does in a letter ("in a letter to the council, residents asked")."""
    article = annotated.article
    for sentence in annotated.sentences:
        if is_said_aloud("letter", sentence.of(article.text), ""):
            continue
        for match in _IN_LETTER.finditer(article.text, sentence.start, sentence.end):
            if _is_to_crowd(match):
                continue
            after = (
                e
                for e in annotated.events
                if match.end() <= e.trigger.start < sentence.end
                and e.actor
                and e.actor[0].span.start < e.trigger.start
                and e.actor[0].span.start - match.end() <= _WRITER_WITHIN
                and not _is_addressee(article.text, match.end(), e.actor[0].span)
            )
            event = next(after, None)
            who = names_of(world, article.id, event.actor[:1], PARTY_KINDS - {"place"}) if event is not None else []
            if event is not None and who and event.modality not in NOT_HELD:
                span = Span(match.start("medium"), match.end("medium"))
                when = None if event.modality == "planned" else event.when  # "said in a letter that she will leave on"
                to = tuple(_at(world, annotated, Span(*match.span("to")))) if match["to"] else ()
                told = told_sighting(world, annotated, when, span, match["medium"], who[0], to)
                yield replace(told, clear=is_clear(annotated, event.actor[0].span))


def _is_to_crowd(letter: re.Match[str]) -> bool:
    """Whether a letter is for everybody: "in his letter to readers of the Lun Sun"."""
    return letter["to"] is not None and is_crowd(letter["to"].split(" of ")[0])


def with_letters(told: Sequence[Sighting], letters: Sequence[Sighting]) -> list[Sighting]:
    """Return sightings of events and of letters, what is read twice from one word as one: its parties, its writer."""
    kept = list(letters)
    found = []
    for sighting in told:
        same = next((s for s in kept if _is_same_letter(s, sighting)), None)
        if same is not None:
            kept.remove(same)
        found.append(sighting if same is None else replace(sighting, initiator=same.initiator))
    return [*found, *kept]


def _is_same_letter(letter: Sighting, other: Sighting) -> bool:
    same = other.medium == letter.medium and other.span.overlaps(letter.span) and len(other.parties) > 1
    return same and letter.initiator in other.parties and other.initiator in (None, letter.initiator)


def _is_addressee(text: str, start: int, party: Span) -> bool:
    """Whether a letter went to a party that stands behind it: "in the letter - addressed to the mayor, Roe - she"."""
    return bool(_ADDRESSED.search(text, start, party.start) and _CLOSED.match(text, party.end))


def _at(world: World, annotated: Annotated, span: Span) -> Iterator[str]:
    """Yield the first party that words name."""
    inside = (m for m in annotated.mentions_in(span) if m.kind in PARTY_KINDS)
    first = min(inside, key=lambda m: (m.span.start, -m.span.end), default=None)
    if first is not None and not is_of_press(first.name):
        yield world.name_of(annotated.article.id, first.entity) or first.name


def in_statements(world: World, annotated: Annotated) -> Iterator[Sighting]:
    """Yield who told somebody something, by letter, at a meeting or face to face; what is told the public is none."""
    for statement in annotated.statements:
        if statement.cue and statement.speaker and not statement.negated:
            heard = Span(statement.cue[0].end, statement.cue[0].end + _HEARER_WITHIN)
            clear = is_clear(annotated, *statement.source, heard)
            yield from (replace(told, clear=clear) for told in _in_statement(world, annotated, statement))


def _in_statement(world: World, annotated: Annotated, statement: Statement) -> Iterator[Sighting]:
    cue, text = statement.cue[0], annotated.article.text
    name = world.name_of(annotated.article.id, statement.entity) or statement.speaker or ""
    if is_of_press(name) or name == name.lower() and name.split()[-1].rstrip("s") not in people():
        return
    if statement.medium == "letter":
        sentence = annotated.sentence_of(cue).of(annotated.article.text)
        if not is_in_writing(sentence) or is_said_aloud("letter", sentence, "") or is_research(sentence):
            return
        if (letter := _IN_LETTER.search(sentence)) is not None and _is_to_crowd(letter):
            return
        told = told_sighting(world, annotated, statement.when, cue, "letter", name, statement.to)
        speaks_itself = not statement.to and any(_THE_LETTER.fullmatch(text, s.start, s.end) for s in statement.source)
        yield replace(told, initiator=None, parties=frozenset(), points=True) if speaks_itself else told
    elif _TELLING.search(cue.of(annotated.article.text)):
        to = tuple(_listeners(world, annotated, statement))
        if to:
            yield told_sighting(world, annotated, statement.when, cue, "told", name, to)
        elif (meeting := _meeting_after(annotated, cue)) is not None:
            told = told_sighting(world, annotated, statement.when, meeting, "meeting", name, ())
            yield replace(told, initiator=None)


def _meeting_after(annotated: Annotated, cue: Span) -> Span | None:
    """Return the meeting that somebody told something ("told the council meeting")."""
    text = annotated.article.text
    near = (e for e in annotated.events if e.mode == "meet" and 0 < e.trigger.start - cue.end <= _MEETING_WITHIN)
    event = next(near, None)
    if event is None or PRESS_EVENT.search(text[cue.end : event.trigger.end + 12]):
        return None
    return event.trigger if _TOLD_MEETING.fullmatch(text[cue.end : event.trigger.start]) else None


def _listeners(world: World, annotated: Annotated, statement: Statement) -> Iterator[str]:
    """Yield the persons and bodies that were told, each under its name across reports."""
    for name in statement.to:
        known = world.canonical(annotated.article.id, name)
        if statement.entity in held_offices(annotated).get(plain(name), ()):
            continue
        if is_of_press(known) or is_assembly(known) or plain(known) == plain(statement.speaker or ""):
            continue
        if (world.kind_of(known) == "person" and known.istitle() and " " in known) or is_body(
            known.split(" of ")[0].split()[-1]
        ):
            yield known


def told_sighting(
    world: World, annotated: Annotated, when: When | None, words: Span, medium: str, who: str, to: Sequence[str]
) -> Sighting:
    """Return a sighting without an event: who told whom, and the words."""
    article = annotated.article.id
    return Sighting(
        article=article,
        index=None,
        span=words,
        story=world.story_of.get(article),
        when=when,
        medium=medium,
        initiator=who,
        recipient=to[0] if to else None,
        parties=frozenset((who, *to)),
        topics=(),
    )
