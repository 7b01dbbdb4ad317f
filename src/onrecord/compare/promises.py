"""Undertakings: who will do what, for whom; the same one across reports as one; and what became of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.facts.words import canonical
from onrecord.compare.origins import innermost
from onrecord.compare.values import days
from onrecord.compare.wording import content_words, word_list
from onrecord.compare.world import World, plain
from onrecord.model import (
    Annotated,
    Collection,
    EventMention,
    Passage,
    Promise,
    PromiseStatus,
    Role,
    Span,
    Statement,
    When,
)

_UNDERTAKES = re.compile(
    r"\b(?:will|shall|would|going to|won['’]t|intends? to|plans? to|agreed to|ha(?:s|ve) decided to|offer(?:s|ed)? to|"
    r"pledg\w+ to|vow\w* to|promis\w+ to|commit\w* to|"
    r"(?:is|are|be|am)\s(?:ready|willing|happy|glad|prepared) to)\b"
    r"|['’](?:ll|(?:re|m)\s(?:ready|willing|happy|glad) to)\b",
    re.I,
)
_NO_PLAN = re.compile(
    r"\b(?:the|its|his|her|their|our|my|your|any|no|of|for|to|with|resist\w*|ed|not|n['’]t|never)\s+(?:\w+\s+)?"
    r"(?:plans?|intends?|offers?|going|willing|ready|happy|glad|prepared)$",
    re.I,
)
"""What stands before a modal that is a noun or is denied ("of its plan to", "does not intend to")."""
_IDLE_BETWEEN = re.compile(r"\b(?:be|have|been)\b", re.I)
_FIRMLY = re.compile(
    r"\b(?:agreed|agrees|ha(?:s|ve) decided|offered|offers|pledg\w+|vow\w*|promis\w+|committed|plans?|intends?|sworn?)"
    r" to\s*$",
    re.I,
)
_OWN_VOICE = re.compile(r"\b(?:I|we)(?:\s\w+)?\s*$|\b(?:I|we)\s+(?:are|am)\s*$|\b(?:I|we)['’](?:re|m)\s*$", re.I)
_PRONOUN_BEFORE = re.compile(r"\b(?:he|she|it|they)(?:\s\w+)?\s*$", re.I)
_IDLE_OPENING = re.compile(r"\W*(?:to|that|this|it|there)\s+(?:is\s+|will\s+|would\s+|going\s+to\s+|to\s+)*be\b", re.I)
_OFFICE = re.compile(
    r"minister|president|chancellor|secretary|spokes|lawyer|attorney|mayor|premier|chief|official|governor|commission|"
    r"director|head|leader|chair|executive|manager",
    re.I,
)
_CONDITION = re.compile(r"\b(?:if|unless|whether|might|could|can|may|perhaps|probably|likely|wish|wished)\b", re.I)
_AGAIN = re.compile(r"\b(?:repeat|reiterat|renew|reaffirm|again|once more)", re.I)
_BROKEN = re.compile(
    r"\b(?:broke|broken|abandon|renege|went back on|backed out|scrapp|fail(?:ed)? to|did not|never)", re.I
)
_TELLING = frozenset({"asserts", "confirms", "promises", "threatens"})
_ASSURES = re.compile(r"(?:re)?assur|promis|pledg|vow|guarante|sw[eo]r|undert", re.I)
_TO_DO = re.compile(r"^\W*(?:not\s)?to\s\w|\b(?:will|would|shall)\b|['’]ll\b")
_ACTOR_WITHIN = 25
_ACTING_KINDS = frozenset({"person", "organisation", "group", "place", "facility"})
_OWN_WORDS = re.compile(
    r"\b(?:I|[Ww]e)(?:\s(?:will|shall)|['’]ll|\s(?:are|am)\s(?:willing|ready|prepared|going)\sto|['’](?:re|m)\s"
    r"(?:willing|ready|prepared|going)\sto|(?:['’]d|\swould)\sbe\s(?:glad|happy|willing)\sto)\s"
    r"(?:not\s|never\s|also\s|still\s|always\s|be\s(?:glad|happy|willing|ready)\sto\s)?(?P<verb>[a-z]+)[^.!?;:\"”]*"
)
_MODAL_WITHIN = 25
"""Characters between "will" and the verb, for an adverb."""
_SAME_WORDS = 0.4
_OUTCOME_WORDS = 0.5
_BODIES = re.compile(
    r"\b(?:government|administration|ministers?|party|campaign|company|firm|council|agency|ministry|bureau|club|union|"
    r"museum|office|department|country|bank|court|police|army|committee)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Vow:
    """One report's mention of an undertaking."""

    article: str
    who: str | None
    to: str | None
    span: Span
    words: frozenset[str]
    when: When | None
    again: bool


def make_promises(collection: Collection) -> tuple[Promise, ...]:
    """Return the undertakings of all stories in the order of their first mention."""
    world = World(collection)
    groups: list[list[Vow]] = []
    for annotated in collection.articles:
        for vow in _vows(world, annotated):
            home = next((g for g in groups if any(_is_one(world, vow, other) for other in g)), None)
            if home is None:
                groups.append([vow])
            else:
                home.append(vow)
    return tuple(_promise(world, group) for group in groups)


# --- finding -----------------------------------------------------------------------------------------


def _vows(world: World, annotated: Annotated) -> Iterator[Vow]:
    """Yield an article's undertakings, each place in the text once."""
    taken: list[Span] = []
    found = (_stated, _assured, _in_own_words, _announced)
    for vow in (v for find in found for v in find(world, annotated)):
        if len(vow.words) > 1 and not any(vow.span.overlaps(span) for span in taken):
            taken.append(vow.span)
            yield vow


def _stated(world: World, annotated: Annotated) -> Iterator[Vow]:
    """Yield what stands as promised in so many words."""
    text = annotated.article.text
    for statement in annotated.statements:
        if statement.stance == "promises" and statement.speaker and not statement.negated and statement.content:
            span = max(statement.content, key=lambda c: c.end - c.start)
            if _undertaken(statement, span, text):
                yield _vow(world, annotated, statement, statement.speaker, span)


def _undertaken(statement: Statement, span: Span, text: str) -> bool:
    """Whether a statement's content is something that will be done, not merely something offered."""
    words = span.of(text)
    cue = " ".join(c.of(text) for c in statement.cue)
    return not _IDLE_OPENING.match(words) and bool(_TO_DO.search(words) or _ASSURES.search(cue))


def _in_own_words(world: World, annotated: Annotated) -> Iterator[Vow]:
    """Yield what somebody undertakes in their own words ("we'll be glad to give it away")."""
    text = annotated.article.text
    for statement in annotated.statements:
        if statement.mode == "indirect" or statement.speaker is None or statement.stance not in _TELLING:
            continue
        for content in statement.content:
            for match in _OWN_WORDS.finditer(text, content.start, content.end):
                clear = canonical(match["verb"]) not in _idle() and not _CONDITION.search(
                    text[content.start : match.start()][-30:]
                )
                if clear:
                    end = match.start() + len(match.group().rstrip(" ,'’"))
                    yield _vow(world, annotated, statement, statement.speaker, Span(match.start(), end))


def _announced(world: World, annotated: Annotated) -> Iterator[Vow]:
    """Yield what somebody says they will do themselves, and what a report says somebody undertook."""
    for event in annotated.events:
        opening = _opening(annotated, event)
        if opening is None:
            continue
        statement = innermost(annotated, event.trigger)
        if (
            statement is not None
            and statement.stance in _TELLING
            and _is_own(world, annotated, event, statement, opening)
        ):
            yield _vow(world, annotated, statement, statement.speaker, opening.clause)
        elif (
            opening.firm
            and _just_before(opening, event)
            and (statement is None or not opening.plans or _BODIES.search(event.actor[0].name))
        ):
            yield _vow(world, annotated, None, event.actor[0].name, opening.clause, event.actor[0].entity)


def _just_before(opening: "Opening", event: EventMention) -> bool:
    """Whether a party that can act stands right before "agreed to"."""
    if not event.actor or event.actor[0].kind not in _ACTING_KINDS:
        return False
    modal = opening.clause.start + len(opening.before) - opening.offset
    return 0 <= modal - event.actor[0].span.end <= _ACTOR_WITHIN


def _assured(world: World, annotated: Annotated) -> Iterator[Vow]:
    """Yield what a report says somebody assured somebody else of: that something will be done."""
    text = annotated.article.text
    for event in annotated.events:
        if not event.actor or not _ASSURES.match(event.trigger.of(text)):
            continue
        sentence = next((s for s in annotated.sentences if s.contains(event.trigger)), None)
        rest = text[event.trigger.end : sentence.end] if sentence is not None else ""
        told = re.search(r"\bthat\b[^.;]*\b(?:will|would|shall)\b[^.;”\"]*", rest)
        if told:
            span = Span(event.trigger.end + told.start(), event.trigger.end + len(rest[: told.end()].rstrip()))
            vow = _vow(world, annotated, None, event.actor[0].name, span, event.actor[0].entity)
            yield replace(vow, to=next((r.name for r in (*event.recipient, *event.objects)), None))


@dataclass(frozen=True, slots=True)
class Opening:
    """The clause of an undertaking. `before` are its sentence's words up to the modal, of which `offset` lie before
    the clause; `firm`: it says "agreed to"; `plans`: it says no more than "plans to"; `would`: its modal is "would"."""

    clause: Span
    before: str
    firm: bool
    plans: bool
    would: bool
    offset: int


def _opening(annotated: Annotated, event: EventMention) -> Opening | None:
    """Return the words from who undertakes to the end of what, None when nothing is undertaken."""
    text = annotated.article.text
    sentence = next((s for s in annotated.sentences if s.contains(event.trigger)), None)
    if sentence is None or canonical(event.trigger.of(text).split()[0]) in _idle():
        return None
    before = text[sentence.start : event.trigger.start]
    found = list(_UNDERTAKES.finditer(before))
    if not found or len(before) - found[-1].end() > _MODAL_WITHIN or _CONDITION.search(before[-60:]):
        return None
    modal = found[-1]
    if _NO_PLAN.search(before[: modal.end()].removesuffix(" to")) or _is_idle(
        before[modal.end() :], modal.group(), event, text
    ):
        return None
    start = _subject_start(before, modal.start()) + sentence.start
    end = re.search(r"[,;:\"”\n]|[.!?]?$", text[event.trigger.end : sentence.end])
    clause = Span(start, event.trigger.end + (end.start() if end else 0))
    firm = bool(_FIRMLY.search(before[: modal.end()]))
    plans = bool(re.match(r"plan|intend", modal.group(), re.I))
    would = modal.group().lower() == "would"
    return Opening(clause, before[: modal.start()], firm, plans, would, start - sentence.start)


def _is_idle(between: str, modal: str, event: EventMention, text: str) -> bool:
    """Whether "will" leads to what one merely is or had done ("would have stayed", "will be at")."""
    if not _IDLE_BETWEEN.search(between):
        return False
    return not (event.trigger.of(text).endswith("ing") or modal.lower() == "shall")


def _own_verbs() -> frozenset[str]:
    return frozenset(canonical(word) for word in word_list("undertaking_verbs.txt"))


def _idle() -> frozenset[str]:
    return frozenset(canonical(word) for word in word_list("idle_verbs.txt"))


def _subject_start(before: str, modal: int) -> int:
    """Return where the few words before the modal begin: behind a comma, a quotation mark or "that"."""
    cut = max((m.end() for m in re.finditer(r"[,;:\"“”]\s*|\b(?:that|said|says)\s", before[:modal])), default=0)
    return cut if modal - cut <= 60 else modal


def _is_own(world: World, annotated: Annotated, event: EventMention, statement: Statement, opening: Opening) -> bool:
    """Whether the one who will act is the one who says so, or a body the speaker speaks for."""
    if _OWN_VOICE.search(opening.before):
        return statement.mode != "indirect" and not opening.would
    article = annotated.article
    if statement.speaker_kind == "person" and re.search(r"\bthey(?:\s\w+)?\s*$", opening.before, re.I):
        return False
    verb = event.trigger.of(article.text).split()[0]
    for role in event.actor:
        near = role.span.start >= opening.clause.start or bool(_PRONOUN_BEFORE.search(opening.before))
        if near and (_same_party(role, statement) or _speaks_for(world, article.id, role, statement, verb)):
            return True
    return False


def _same_party(role: Role, statement: Statement) -> bool:
    if role.entity is not None and role.entity == statement.entity:
        return True
    if statement.speaker is None:
        return False
    mine, theirs = plain(role.name).split(), plain(statement.speaker).split()
    return mine == theirs or (role.kind == "person" and mine[-1:] == theirs[-1:])


def _speaks_for(world: World, article: str, role: Role, statement: Statement, verb: str) -> bool:
    """Whether a speaker holds an office from which to speak for a body: its own, or the one just called by its kind.

    For a country only where the verb is one by which governments tell their own doings.
    """
    country = role.kind == "place" and canonical(verb) in _own_verbs()
    if country and statement.speaker_kind in ("organisation", "place"):
        return True
    if not (country or _BODIES.search(role.name)):
        return False
    mentions = world.articles[article].mentions
    held = [m.role for m in mentions if m.entity == statement.entity and m.role] + [statement.speaker or ""]
    if not any(_OFFICE.search(office) for office in held):
        return False
    if country:
        return True
    mine = {w.lower() for office in held for w in office.split()}
    return role.name == role.name.lower() or bool(mine & set(plain(role.name).split()) - {"of", "the"})


def _vow(
    world: World, annotated: Annotated, said: Statement | None, who: str | None, span: Span, entity: int | None = None
) -> Vow:
    article = annotated.article
    name = world.name_of(article.id, said.entity if said is not None else entity) or who
    words = content_words(span.of(article.text))
    if said is None:
        return Vow(article.id, name, None, span, words, None, False)
    cue = " ".join(c.of(article.text) for c in said.cue)
    return Vow(article.id, name, next(iter(said.to), None), span, words, said.when, bool(_AGAIN.search(cue)))


# --- one undertaking across reports ------------------------------------------------------------------


def _is_one(world: World, left: Vow, right: Vow) -> bool:
    """Whether two mentions are of one undertaking: of one party as far as known, and in much the same words."""
    shared = len(left.words & right.words)
    likeness = shared / (min(len(left.words), len(right.words)) or 1)
    if shared < 2 or likeness < _SAME_WORDS:
        return False
    if left.who is not None and right.who is not None and plain(left.who) == plain(right.who):
        return any(a.article.id == right.article for a in _neighbours(world, left.article))
    return world.story_of.get(left.article) == world.story_of.get(right.article) and likeness >= _OUTCOME_WORDS


def _promise(world: World, group: Sequence[Vow]) -> Promise:
    first = group[0]
    text = world.articles[first.article].article.text
    status, outcome = _outcome(world, group)
    return Promise(
        next((v.who for v in group if v.who is not None), None),
        next((v.to for v in group if v.to is not None), None),
        " ".join(first.span.of(text).split()),
        next((v.when for v in group if v.when is not None), None),
        status,
        tuple(Passage(v.article, v.span) for v in group),
        outcome,
        world.story_of.get(first.article),
    )


# --- what became of it -------------------------------------------------------------------------------


def _outcome(world: World, group: Sequence[Vow]) -> tuple[PromiseStatus, tuple[Passage, ...]]:
    """Return what later reports show, with the sentence; unknown unless one says so in the promise's own words."""
    again = [v for v in group[1:] if v.again]
    first = _published(world, group[0].article)
    for annotated in _neighbours(world, group[0].article):
        later = _published(world, annotated.article.id)
        if first is None or later is None or later <= first:
            continue
        for sentence in annotated.sentences:
            if status := _shows(annotated, sentence, group[0]):
                return status, (Passage(annotated.article.id, sentence),)
    if again:
        return "repeated", tuple(Passage(v.article, v.span) for v in again)
    return "unknown", ()


def _neighbours(world: World, article: str) -> Iterator[Annotated]:
    story = world.stories.get(world.story_of.get(article, ""))
    wanted = {r.story for r in story.related} | {story.id} if story is not None else set()
    yield from (a for a in world.collection.articles if world.story_of.get(a.article.id) in wanted)


def _published(world: World, article: str) -> str | None:
    found = days(world.articles[article].article.published)
    return found[0].isoformat() if found is not None else None


def _shows(annotated: Annotated, sentence: Span, vow: Vow) -> PromiseStatus | None:
    """Return whether a sentence tells that the undertaking was kept or broken: the actor, the deed, as done."""
    text = sentence.of(annotated.article.text)
    words = content_words(text)
    if not vow.words or len(words & vow.words) / len(vow.words) < _OUTCOME_WORDS or len(words & vow.words) < 3:
        return None
    if vow.who is None or not content_words(vow.who) & words:
        return None
    done = [e for e in annotated.events if sentence.contains(e.trigger) and e.modality == "actual"]
    deeds = {canonical(e.trigger.of(annotated.article.text).split()[0]) for e in done} & vow.words
    if not deeds or _UNDERTAKES.search(text):
        return None
    return "broken" if _BROKEN.search(text) else "kept"
