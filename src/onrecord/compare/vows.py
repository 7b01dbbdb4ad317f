"""Undertakings as one report tells them: who will do what, for whom, in whose words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.annotate.facts.words import canonical
from onrecord.compare.origins import innermost
from onrecord.compare.vow_wording import (
    is_anothers,
    is_asked,
    is_choice,
    is_in_clause,
    is_musing,
    is_noun,
    is_of_others,
    is_plan_of_a_verb,
    is_refusal,
    is_supposed,
    is_threat,
    is_unbinding,
)
from onrecord.compare.wording import content_words, word_list
from onrecord.compare.world import World, plain
from onrecord.model import WIDE_PARTY_KINDS, Annotated, EventMention, Role, Span, Statement, When

UNDERTAKES = re.compile(
    r"\b(?:will|shall|would|going to|won['’]t|intends? to|plans? to|agreed to|ha(?:s|ve) decided to|offer(?:s|ed)? to|"
    r"pledg\w+ to|vow\w* to|promis\w+ to|commit\w* to|"
    r"(?:is|are|be|am)\s(?:ready|willing|happy|glad|prepared) to)\b"
    r"|['’](?:ll|(?:re|m)\s(?:ready|willing|happy|glad) to)\b",
    re.I,
)
_NO_PLAN = re.compile(
    r"(?:['’]s|\b(?:announc\w+|reveal\w*|unveil\w*|detail\w*|draw\w*\sup|about|over|behind|under|of|the|its|his|her|their|our|my|your|any|no|of|for|to|with|resist\w*|ed|not|n['’]t|never))\s+(?:\w+\s+)?"
    r"(?:pledges?|promises?|vows?|commitments?|decision|plans?|intends?|offers?|going|willing|ready|happy|glad|prepared)$",
    re.I,
)
"""What stands before a modal that is a noun or is denied ("of its plan to", "does not intend to")."""
_IDLE_BETWEEN = re.compile(r"\b(?:be|have|been)\b", re.I)
_BE_BESIDE = re.compile(r"\bbe\s(?:\w+ly\s)?$", re.I)
_GIVEN_UP = re.compile(r"\b(?:was|were) going to$|\b(?:is|are|was|were|be|been|being) offered to$", re.I)
"""What somebody once meant to do, and what is offered to somebody."""
_RELATIVE = re.compile(r"(?:which|who)\b", re.I)
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
_NEGATED = re.compile(r"\b(?:not|never|no longer)\b|n['’]t\b", re.I)
_AGAIN = re.compile(r"\b(?:repeat|reiterat|renew|reaffirm|again|once more)", re.I)
_TELLING = frozenset({"asserts", "confirms", "promises", "threatens"})
_ASSURES = re.compile(r"(?:re)?assur|promis|pledg|vow|guarante|sw[eo]r|undert", re.I)
_THAT_WILL = re.compile(r"(?:(?!\sto\s)[^,.;]){0,60}?\b(?P<what>that\b[^.;]*\b(?:will|would|shall)\b[^.;”\"]*)")
_TO_DO = re.compile(r"^\W*(?:not\s)?to\s\w|\b(?:will|would|shall)\b|['’]ll\b")
_FEARS = re.compile(r"\b(?:fear|worr|afraid|hop|expect|predict|warn)", re.I)
_OF_EVENTS = frozenset({"hold", "open", "close"})
"""Verbs by which one is told what comes as often as what somebody undertakes."""
_IF_ONLY = re.compile(r"\W*(?:\w+\W+){0,3}if I (?:were|had|could)\b", re.I)
_LEADING_DAY = re.compile(r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ")
_TOLD_OF_SELF = re.compile(
    r"\b(?:announc|sa(?:id|ys)|pledg|declar|vow|promis|decid|insist|confirm|indicat|signal)\w*\s(?:\w+day\s)?(?:that\s)?(?:it|he|she|they)\s*$"
)
_CLAUSE = re.compile(r"(?:\s[\"“][^\"“”]*[\"”]|,(?=\d)|[^,;:\"”\n])*?(?=,(?!\d)|[;:\n]|[\"”](?!\w)|[.!?]?$)")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had)\b", re.I)
_ASIDE = re.compile(r"(?:against|in|on|at|with|amid|during|after|before|by|from|over|while|as)\b", re.I)
_THIRD_PERSON = re.compile(r"\W*(?:that\s)?(?P<who>he|she)\b", re.I)
_AFTER_NOUN = re.compile(
    r"\b(?!(?:that|and|but|or|so|as|while|because|although|though|when|if|meanwhile|now|also|instead|however|then|until)\b)"
    r"(?:[a-z]+\s(?:the|its|his|her|their|an?)\s|[a-z]{2,}s\s[A-Z])",
)
"""A noun of which the clause says more: "the 600 troops the council will send", "the troops Norland will send"."""
_BEFORE_NOUN = re.compile(r"\b(?:enough|the|of|more|most|some|all|other|with|any|few|many|remaining)\s$", re.I)
"""What stands before a participle that only says which: "enough pledged delegates"."""
_NOUN_WITHIN = 12
_HE_WILL = re.compile(r"\b(?:he|she)(?:\s(?:will|would|wo)|['’](?:ll|d))\b", re.I)
_CUE_WITHIN = 2
_SELF_WITHIN = 90
"""Characters between who announces and "it will"."""
_ACTOR_WITHIN = 25
_OWN_WORDS = re.compile(
    r"\b(?:I|[Ww]e)(?:\s(?:will|shall)|['’]ll|\s(?:are|am)\s(?:willing|ready|prepared|going)\sto|['’](?:re|m)\s"
    r"(?:willing|ready|prepared|going)\sto|(?:['’]d|\swould)\sbe\s(?:glad|happy|willing)\sto)\s"
    r"(?:not\s|never\s|also\s|still\s|always\s|be\s(?:glad|happy|willing|ready)\sto\s)*(?P<verb>[a-z]+)[^.!?;:\"”]*"
)
_MODAL_WITHIN = 25
"""Characters between "will" and the verb, for an adverb."""
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
    negated: bool = False


def find_vows(world: World, annotated: Annotated) -> Iterator[Vow]:
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
        vowed = statement.stance == "promises" and not (statement.negated or statement.doubtful)
        if vowed and statement.speaker and statement.content and not _is_of_another(annotated, statement):
            own = [c for c in statement.content if not is_of_others(c.of(text))]
            span = max(own or statement.content, key=lambda c: c.end - c.start)
            if own and _undertaken(statement, span, text):
                vow = _vow(world, annotated, statement, statement.speaker, _with_cue(statement, span, text))
                yield replace(vow, who=_meant(world, annotated, statement, span) or vow.who)


def _is_of_another(annotated: Annotated, statement: Statement) -> bool:
    """Whether "he will" in what a person says surely means somebody else: "said that if Roe won, she would resign"."""
    text = annotated.article.text
    for content in statement.content if statement.speaker_kind == "person" and statement.entity is not None else ():
        if found := _HE_WILL.search(text, content.start, content.end):
            mention = next((m for m in annotated.mentions if m.span.start == found.start()), None)
            return mention is not None and mention.clear and mention.entity != statement.entity
    return False


def _meant(world: World, annotated: Annotated, statement: Statement, span: Span) -> str | None:
    """Return who "he" is where a body says that he will do something, None where the speaker is meant."""
    found = _THIRD_PERSON.match(span.of(annotated.article.text))
    if found is None or statement.speaker_kind == "person":
        return None
    at = span.start + found.start("who")
    mention = next((m for m in annotated.mentions if m.span.start == at), None)
    return None if mention is None else world.name_of(annotated.article.id, mention.entity) or mention.name


def _with_cue(statement: Statement, span: Span, text: str) -> Span:
    """Return the words of an undertaking, with the cue where they alone do not say what will be done ("a pardon")."""
    before = [c for c in statement.cue if 0 <= span.start - c.end <= _CUE_WITHIN]
    return span if _TO_DO.search(span.of(text)) or not before else Span(before[-1].start, span.end)


def _undertaken(statement: Statement, span: Span, text: str) -> bool:
    """Whether a statement's content is something that will be done, not merely something offered, asked or feared."""
    words = span.of(text)
    cue = " ".join(c.of(text) for c in statement.cue)
    if statement.cue and _BEFORE_NOUN.search(text[: statement.cue[0].start][-_NOUN_WITHIN:]):
        return False
    if _IDLE_OPENING.match(words) or is_musing(words) or "?" in words or _FEARS.search(cue) or _IF_ONLY.match(words):
        return False
    if is_threat(words) or is_refusal(words):
        return False
    if is_choice(words) or is_unbinding(cue):
        return False
    if _TO_DO.search(words):
        return True
    aside = _ASIDE.match(words) or _ASIDE.match(cue.rpartition(" ")[2])
    thing = len(words.split()) > 1 and not _FINITE.search(words) and not aside
    return bool(_ASSURES.search(cue)) and thing


def _in_own_words(world: World, annotated: Annotated) -> Iterator[Vow]:
    """Yield what somebody undertakes in their own words ("we'll be glad to give it away")."""
    text = annotated.article.text
    for statement in annotated.statements:
        if statement.mode == "indirect" or statement.speaker is None or statement.stance not in _TELLING:
            continue
        for content in statement.content:
            for match in _OWN_WORDS.finditer(text, content.start, content.end):
                before = text[content.start : match.start()][-60:]
                if (
                    is_in_clause(before)
                    or is_musing(match.group())
                    or is_refusal(match.group())
                    or is_choice(match.group())
                ):
                    continue
                if canonical(match["verb"]) not in _idle() and not is_anothers(before, match.group()):
                    end = match.start() + len(match.group().rstrip(" ,'’"))
                    yield _vow(world, annotated, statement, statement.speaker, Span(match.start(), end))


def _announced(world: World, annotated: Annotated) -> Iterator[Vow]:
    """Yield what somebody says they will do themselves, and what a report says somebody undertook."""
    for event in annotated.events:
        opening = _opening(annotated, event)
        if opening is None or _is_no_word(annotated.article.text, opening, event):
            continue
        statement = innermost(annotated, event.trigger)
        if statement is not None and not _is_binding(annotated, statement, opening):
            continue
        if (
            statement is not None
            and statement.stance in _TELLING
            and _is_own(world, annotated, event, statement, opening)
        ):
            yield _by_body(world, annotated, event, statement, opening)
        elif _just_before(annotated, opening, event) and _is_firm(annotated, event, statement, opening):
            yield _vow(world, annotated, None, event.actor[0].name, opening.clause, event.actor[0].entity)


def _is_no_word(text: str, opening: "Opening", event: EventMention) -> bool:
    """Whether the clause only asks, refuses, supposes or names what is told of, so that nobody gives their word."""
    words = opening.clause.of(text)
    modal = opening.clause.start + len(opening.before) - opening.offset
    before = [role.span.end for role in event.actor if role.span.end <= modal]
    if opening.plans and before and is_plan_of_a_verb(text[max(before) : modal]):
        return True
    sworn = opening.firm and not opening.plans  # "the bill goes to Roe, where she has promised to veto it"
    if is_asked(opening.before) and not sworn:
        return True
    return is_refusal(text[modal : opening.clause.end]) or is_noun(words) or is_musing(words)


def _is_binding(annotated: Annotated, statement: Statement, opening: "Opening") -> bool:
    """Whether a speaker gives their word: no mere hint or thought, and no answer in a poll."""
    text = annotated.article.text
    cue = " ".join(c.of(text) for c in statement.cue)
    return not (is_unbinding(cue) or is_choice(opening.clause.of(text)))


def _is_firm(annotated: Annotated, event: EventMention, statement: Statement | None, opening: "Opening") -> bool:
    """Whether a report itself says that somebody undertook something: "agreed to", "ministers will not attend"."""
    if _TOLD_OF_SELF.search(opening.before):
        return True
    if opening.firm:
        return statement is None or not opening.plans or bool(_BODIES.search(event.actor[0].name))
    verb = canonical(event.trigger.of(annotated.article.text).split()[0])
    if statement is None or statement.speaker is None:
        name = event.actor[0].name
        return (
            (name != name.lower() or bool(_BODIES.search(name)))
            and not opening.would
            and verb in _own_verbs() - _OF_EVENTS
        )
    return False


def _by_body(
    world: World, annotated: Annotated, event: EventMention, statement: Statement, opening: "Opening"
) -> "Vow":
    """Return an undertaking of whoever will act: the body, where a person speaks for it."""
    vow = _vow(world, annotated, statement, statement.speaker, opening.clause)
    role = next((r for r in event.actor if r.kind != "person" and not _same_party(r, statement)), None)
    if role is None or _OWN_VOICE.search(opening.before) or _PRONOUN_BEFORE.search(opening.before):
        return vow
    return replace(vow, who=world.name_of(annotated.article.id, role.entity) or role.name)


def _just_before(annotated: Annotated, opening: "Opening", event: EventMention) -> bool:
    """Whether a party that can act stands right before "agreed to"."""
    if not event.actor or event.actor[0].kind not in WIDE_PARTY_KINDS:
        return False
    if _TOLD_OF_SELF.search(opening.before) and _announces(annotated, event, opening):
        return True
    modal = opening.clause.start + len(opening.before) - opening.offset
    if not 0 <= modal - event.actor[0].span.end <= _ACTOR_WITHIN:
        return False
    return not _is_said_of_noun(annotated.article.text, opening.clause.start, event.actor[0].span)


def _is_said_of_noun(text: str, start: int, actor: Span) -> bool:
    """Whether a clause begins with a noun of which it says what somebody will do: "the troops Norland will send"."""
    first = actor.of(text).split()[0] + " "
    return _AFTER_NOUN.search(text[start : actor.start] + first) is not None


def _announces(annotated: Annotated, event: EventMention, opening: "Opening") -> bool:
    """Whether the one who will act is named just before, where the announcement begins."""
    modal = opening.clause.start + len(opening.before) - opening.offset
    names = (m for m in annotated.mentions if m.entity == event.actor[0].entity and m.form != "pronoun")
    return event.actor[0].entity is not None and any(0 < modal - m.span.end <= _SELF_WITHIN for m in names)


def _assured(world: World, annotated: Annotated) -> Iterator[Vow]:
    """Yield what a report says somebody assured somebody else of: that something will be done."""
    text = annotated.article.text
    for event in annotated.events:
        if not event.actor or not _ASSURES.match(event.trigger.of(text)):
            continue
        rest = text[event.trigger.end : annotated.sentence_of(event.trigger).end]
        told = _THAT_WILL.match(rest)
        if told:
            span = Span(event.trigger.end + told.start("what"), event.trigger.end + len(rest[: told.end()].rstrip()))
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
    sentence = annotated.sentence_of(event.trigger)
    if canonical(event.trigger.of(text).split()[0]) in _idle():
        return None
    before = text[sentence.start : event.trigger.start]
    found = list(UNDERTAKES.finditer(before))
    if not found or len(before) - found[-1].end() > _MODAL_WITHIN or is_supposed(before[-60:]):
        return None
    modal = found[-1]
    if _GIVEN_UP.search(before[: modal.end()]):
        return None
    if _NO_PLAN.search(before[: modal.end()].removesuffix(" to")) or _is_idle(
        before[modal.end() :], modal.group(), event, text
    ):
        return None
    start = _subject_start(before, modal.start()) + sentence.start
    if is_anothers(before[: start - sentence.start], text[event.trigger.start : sentence.end]):
        return None
    if start >= sentence.start + modal.start() and re.match(r"(?:will|would|shall)\b", modal.group(), re.I):
        return None  # "a measure it says will help": nobody undertakes it
    if _RELATIVE.match(text, start):
        return None
    if told := _TOLD_OF_SELF.search(text, start, sentence.start + modal.start()):
        start = told.end() - len(told.group().split()[-1]) - (len(told.group()) - len(told.group().rstrip()))
    if day := _LEADING_DAY.match(text, start, sentence.start + modal.start()):
        start = day.end()
    clause = Span(start, event.trigger.end + _clause_end(text[event.trigger.end : sentence.end]))
    firm = bool(_FIRMLY.search(before[: modal.end()]))
    plans = bool(re.match(r"plan|intend", modal.group(), re.I))
    would = modal.group().lower() == "would"
    return Opening(clause, before[: modal.start()], firm, plans, would, start - sentence.start)


def _clause_end(rest: str) -> int:
    """Return where a clause ends; words in quotation marks are part of it."""
    end = _CLAUSE.match(rest)
    return len((rest[: end.end()] if end else re.split(r"[,;:\n]", rest)[0]).rstrip())


def _is_idle(between: str, modal: str, event: EventMention, text: str) -> bool:
    """Whether "will" leads to what one merely is or had done ("would have stayed", "will be at")."""
    if not _IDLE_BETWEEN.search(between):
        return False
    under_way = event.trigger.of(text).endswith("ing") and _BE_BESIDE.search(between)
    return not (under_way or modal.lower() == "shall")


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
    if statement.speaker_kind == "person" and re.search(r"\b(?:they|it)(?:\s\w+)?\s*$", opening.before, re.I):
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
    bare = role.name == role.name.lower() and not re.search(r"['’]s\b", role.name)
    return bare or bool(mine & set(plain(role.name).split()) - {"of", "the"})


def _vow(
    world: World, annotated: Annotated, said: Statement | None, who: str | None, span: Span, entity: int | None = None
) -> Vow:
    article = annotated.article
    name = _joint(world, article.id, who) or world.name_of(article.id, said.entity if said else entity) or who
    words = content_words(span.of(article.text))
    negated = bool(_NEGATED.search(span.of(article.text)))
    if said is None:
        return Vow(article.id, name, None, span, words, None, False, negated)
    cue = " ".join(c.of(article.text) for c in said.cue)
    return Vow(article.id, name, next(iter(said.to), None), span, words, said.when, bool(_AGAIN.search(cue)), negated)


def _joint(world: World, article: str, who: str | None) -> str | None:
    """Return the names of several who undertake something together, None for one alone."""
    parts = re.split(r",\s+(?:and\s+)?|\s+and\s+", who or "")
    named = [world.canonical(article, part) for part in parts]
    people = len(parts) > 1 and all(world.kind_of(name) in ("person", "place") for name in named)
    return " and ".join(named) if people else None
