"""Who is behind the first speaker: "the Gazette reported, citing officials", "quoted her as saying"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.statements.attributions import (
    Attribution,
    hand_name,
    holds,
    is_according,
    is_press,
    same,
    shares,
)
from onrecord.annotate.statements.closing import is_behind
from onrecord.annotate.statements.hands import plain, press_name
from onrecord.annotate.statements.heard import Heard, Speaker
from onrecord.annotate.statements.lexicon import listed, words
from onrecord.annotate.statements.phrases import by_token
from onrecord.annotate.statements.reading import Reading, is_quoted, main_verb, read
from onrecord.annotate.syntax import child, is_verb
from onrecord.model import Span

_QUOTING = frozenset({"citing", "quoting"})


def look_behind(draft: Draft, told: Sequence[Attribution], heard: Heard) -> None:
    """Put the speaker that a report names as its own source in the report's place, and the report among the hands."""
    for one in told:
        _cited(draft, one, heard, told)
        _as_saying(draft, one, heard)
        _told_by(draft, one, heard)
    for outer in told:
        if is_according(outer):
            _turned(outer, told)
            _through_content(draft, outer, heard)
            _said_within(draft, outer, heard, told)
        elif is_press(outer.speaker) and is_behind(outer.reading.spans):
            _said_within(draft, outer, heard, told)


def _cited(draft: Draft, one: Attribution, heard: Heard, told: Sequence[Attribution]) -> None:
    """Read "the Gazette reported, citing officials": the officials speak."""
    head = one.reading.head
    if head is None:
        return
    if head.lower_ in _QUOTING and head.dep_ != "ROOT":
        said = any(map(is_verb, one.reading.content))
        one.dropped = not said or any(shares(one, other) for other in told)
    if one.speaker.name is None:
        return
    citing = _citing_after(head) or _citing_before(one.reading, head)
    named = child(citing, "dobj", "pobj") if citing is not None else None
    if citing is not None and named is not None:
        _behind(one, by_token(draft, named, heard))
        kept = (_behind_citing(s, citing, named) for s in one.reading.spans.content)
        content = tuple(s for s in kept if s is not None)
        one.reading = replace(one.reading, spans=replace(one.reading.spans, content=content))


def _behind_citing(span: Span, citing: Token, named: Token) -> Span | None:
    """Return what is said behind "citing an official, that", of a content that begins with it; None if that is all."""
    if not span.start <= named.idx < span.end or span.start < citing.idx:
        return span
    last = named.right_edge
    after = last.doc[last.i + 1 : last.i + 2]
    start = last.idx + len(last)
    if after and after[0].text == "," and after[0].idx < span.end:
        start = after[0].idx + 1 + len(after[0].whitespace_)
    return Span(start, span.end) if start < span.end else None


def _citing_after(head: Token) -> Token | None:
    """Return a "citing" that goes with a cue: the next one of its sentence, with no other speech in between."""
    for token in head.doc[head.i + (head.lower_ not in _QUOTING) : head.sent.end]:
        if token.lower_ in _QUOTING:
            return token
        if token.pos_ == "VERB" and token.lower_ in words("reporting_forms"):
            return None
    return None


def _citing_before(reading: Reading, head: Token) -> Token | None:
    """Return a "citing" between a source and its cue: "the Gazette, citing officials, said"."""
    if not reading.source or reading.source[-1].i >= head.i:
        return None
    between = head.doc[reading.source[0].i : head.i]
    return next((t for t in between if t.lower_ in _QUOTING and t.head in (head, *reading.source)), None)


def _as_saying(draft: Draft, one: Attribution, heard: Heard) -> None:
    """Read "the Gazette quoted her as saying" and "she was quoted by the Gazette as saying"."""
    saying = next((t for t in _sentence(one.reading) if opens_quoted(t)), None)
    if saying is None:
        return
    reporter = saying.head.head
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in reporter.children)
    who = child(reporter, "nsubjpass" if passive else "dobj")
    by = (child(reporter, "agent") or _by_behind(saying)) if passive else child(reporter, "nsubj")
    by = child(by, "pobj") if by is not None and passive else by
    through = by_token(draft, by, heard) if by is not None else Speaker()
    if who is None or not (speaker := by_token(draft, who, heard)).name:
        return
    one.speaker = speaker
    if through.name:
        one.through = (*one.through, hand_name(through))
    before = tuple(s for s in one.reading.spans.content if s.end <= who.left_edge.idx)
    if not before and not any(s.end > saying.idx + 8 for s in one.reading.spans.content):
        one.dropped = all(t in who.subtree for t in one.reading.content)
        return
    start = saying.idx + len(saying)
    rest = draft.article.text[start:]
    start += len(rest) - len(rest.lstrip(" :,"))
    spans = tuple(Span(max(s.start, start), s.end) for s in one.reading.spans.content if s.end > start)
    one.reading = read(draft.doc, replace(one.reading.spans, content=before + spans))


def _by_behind(saying: Token) -> Token | None:
    """Return the "by" right behind "saying", which tells who quotes: "was quoted as saying by Tamra"."""
    return next((c for c in saying.children if c.lower_ == "by" and c.i == saying.i + 1), None)


def _told_by(draft: Draft, one: Attribution, heard: Heard) -> None:
    """Read "the Gazette has been told by officials that": the officials speak, to a reporter or an outlet."""
    head = one.reading.head
    by = child(head, "agent") if head is not None and head.lemma_ == "tell" and head.tag_ == "VBN" else None
    who = child(by, "pobj") if by is not None else None
    root = one.reading.source_root
    if head is None or who is None or root is None or root == who:
        return
    held = [m.role or "" for m in draft.mentions if m.entity == one.speaker.entity] + [root.lemma_]
    reporting = any(word in listed("reporting") for role in held for word in role.lower().split())
    if reporting or is_press(one.speaker):
        _behind(one, by_token(draft, who, heard, list(who.subtree)))


def _sentence(reading: Reading) -> Sequence[Token]:
    return list(reading.head.sent) if reading.head is not None else ()


def opens_quoted(token: Token) -> bool:
    """Whether a word opens what an outlet quotes somebody "as saying"."""
    if token.lower_ != "saying" or token.head.lower_ != "as":
        return False
    return token.head.head.lemma_ in listed("quoting")


def _through_content(draft: Draft, one: Attribution, heard: Heard) -> None:
    """Read "Tamra says X, according to a minister" where all before the comma was found as what the minister says."""
    verb = main_verb(one.reading.content)
    if verb is None or verb.lower_ not in words("reporting_forms"):
        return
    who = child(verb, "nsubj")
    if who is not None and is_press(found := by_token(draft, who, heard)) and not same(found, one.speaker):
        one.through = (*one.through, press_name(found.name or ""))


def _said_within(draft: Draft, one: Attribution, heard: Heard, told: Sequence[Attribution]) -> None:
    """Read `"I will stay," she said, according to the Gazette`, or "she said X, according to": she says it once."""
    verb = main_verb(one.reading.content)
    who = child(verb, "nsubj") if verb is not None else None
    if verb is None or who is None or verb.lower_ not in words("reporting_forms"):
        return
    inner = next((other for other in told if other is not one and other.reading.head == verb), None)
    if inner is None and not is_press(one.speaker):
        return
    if inner is not None:
        if inner.speaker.name and not is_press(inner.speaker) and (is_press(one.speaker) or is_quoted(inner.reading)):
            inner.through = (hand_name(one.speaker), *inner.through)
            one.dropped = True
        return
    said = _words_of(draft, one, verb, who)
    speaker = by_token(draft, who, heard, list(who.subtree))
    if said is None or speaker.name is None or is_press(speaker):
        return
    _behind(one, speaker)
    spans = replace(
        one.reading.spans,
        source=(Span(who.left_edge.idx, who.idx + len(who)),),
        cue=(Span(verb.idx, verb.idx + len(verb)),),
        content=(said,),
    )
    one.reading = read(draft.doc, spans)


def _words_of(draft: Draft, one: Attribution, verb: Token, who: Token) -> Span | None:
    """Return the quotation before a verb of saying, or the clause behind it, of what stands before "according to"."""
    told = one.reading.spans.content[0]
    end = min(who.left_edge.idx, verb.idx)
    before = draft.article.text[told.start : max(end, told.start)].rstrip()
    if _IN_QUOTES.match(before):
        return Span(told.start, told.start + len(before))
    clause = child(verb, "ccomp")
    if before or clause is None or clause.i < verb.i:
        return None
    return Span(clause.left_edge.idx, told.end) if told.start <= clause.left_edge.idx < told.end else None


_IN_QUOTES = re.compile(r"[\"“][^\"“”]+[\"”]$")
"""One quotation, and nothing else."""


def _behind(one: Attribution, speaker: Speaker) -> None:
    before = one.speaker
    if speaker.name is None or plain(speaker.name) == plain(before.name or ""):
        return
    one.through = (*one.through, *([before.document] if before.document else []), press_name(before.name or ""))
    one.speaker = speaker


def _turned(outer: Attribution, told: Sequence[Attribution]) -> None:
    """Read "Tamra says X, according to a minister" as one statement, the minister's, through Tamra."""
    for inner in told:
        if inner is not outer and is_press(inner.speaker) and (holds(outer, inner) or _ends_with(inner, outer)):
            _behind(inner, outer.speaker)
            outer.dropped = True
            return


def _ends_with(outer: Attribution, inner: Attribution) -> bool:
    """Whether an "according to" closes what another says: they say the same thing."""
    own = sum(s.end - s.start for s in inner.reading.spans.content)
    return holds(outer, inner) and 2 * own > sum(s.end - s.start for s in outer.reading.spans.content)
