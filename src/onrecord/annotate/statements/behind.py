"""Who is behind the first speaker: "the Gazette reported, citing officials", "quoted her as saying"."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.statements.hands import plain, press_name
from onrecord.annotate.statements.heard import Heard, Speaker
from onrecord.annotate.statements.lexicon import listed, words
from onrecord.annotate.statements.phrases import by_token
from onrecord.annotate.statements.reading import Reading, main_verb, read
from onrecord.annotate.statements.voices import Voice, hand_name, holds, is_according, is_press, same, shares
from onrecord.annotate.syntax import child, is_verb
from onrecord.model import Span

_QUOTING = frozenset({"citing", "quoting"})


def look_behind(draft: Draft, voices: Sequence[Voice], heard: Heard) -> None:
    """Put the speaker that a report names as its own source in the report's place, and the report among the hands."""
    for voice in voices:
        _cited(draft, voice, heard, voices)
        _as_saying(draft, voice, heard)
        _told_by(draft, voice, heard)
    for outer in voices:
        if is_according(outer):
            _turned(outer, voices)
            _through_content(draft, outer, heard)


def _cited(draft: Draft, voice: Voice, heard: Heard, voices: Sequence[Voice]) -> None:
    """Read "the Gazette reported, citing officials": the officials speak."""
    head = voice.reading.head
    if head is None:
        return
    if head.lower_ in _QUOTING and head.dep_ != "ROOT":
        said = any(map(is_verb, voice.reading.content))
        voice.dropped = not said or any(shares(voice, other) for other in voices)
    if voice.speaker.name is None:
        return
    citing = _citing_after(head) or _citing_before(voice.reading, head)
    named = child(citing, "dobj", "pobj") if citing is not None else None
    if citing is not None and named is not None:
        _behind(voice, by_token(draft, named, heard))
        kept = (_behind_citing(s, citing, named) for s in voice.reading.spans.content)
        content = tuple(s for s in kept if s is not None)
        voice.reading = replace(voice.reading, spans=replace(voice.reading.spans, content=content))


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


def _as_saying(draft: Draft, voice: Voice, heard: Heard) -> None:
    """Read "the Gazette quoted her as saying" and "she was quoted by the Gazette as saying"."""
    saying = next((t for t in _sentence(voice.reading) if opens_quoted(t)), None)
    if saying is None:
        return
    reporter = saying.head.head
    passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in reporter.children)
    who = child(reporter, "nsubjpass" if passive else "dobj")
    by = child(reporter, "agent") if passive else child(reporter, "nsubj")
    by = child(by, "pobj") if by is not None and passive else by
    through = by_token(draft, by, heard) if by is not None else Speaker()
    if who is None or not (speaker := by_token(draft, who, heard)).name:
        return
    voice.speaker = speaker
    if through.name:
        voice.through = (*voice.through, hand_name(through))
    if not any(s.end > saying.idx + 8 for s in voice.reading.spans.content):
        voice.dropped = all(t in who.subtree for t in voice.reading.content)
        return
    start = saying.idx + len(saying)
    rest = draft.article.text[start:]
    start += len(rest) - len(rest.lstrip(" :,"))
    spans = tuple(Span(max(s.start, start), s.end) for s in voice.reading.spans.content if s.end > start)
    voice.reading = read(draft.doc, replace(voice.reading.spans, content=spans))


def _told_by(draft: Draft, voice: Voice, heard: Heard) -> None:
    """Read "the Gazette has been told by officials that": the officials speak, to a reporter or an outlet."""
    head = voice.reading.head
    by = child(head, "agent") if head is not None and head.lemma_ == "tell" and head.tag_ == "VBN" else None
    who = child(by, "pobj") if by is not None else None
    root = voice.reading.source_root
    if head is None or who is None or root is None or root == who:
        return
    held = [m.role or "" for m in draft.mentions if m.entity == voice.speaker.entity] + [root.lemma_]
    reporting = any(word in listed("reporting") for role in held for word in role.lower().split())
    if reporting or is_press(voice.speaker):
        _behind(voice, by_token(draft, who, heard, list(who.subtree)))


def _sentence(reading: Reading) -> Sequence[Token]:
    return list(reading.head.sent) if reading.head is not None else ()


def opens_quoted(token: Token) -> bool:
    """Whether a word opens what an outlet quotes somebody "as saying"."""
    if token.lower_ != "saying" or token.head.lower_ != "as":
        return False
    return token.head.head.lemma_ in listed("quoting")


def _through_content(draft: Draft, voice: Voice, heard: Heard) -> None:
    """Read "Tamra says X, according to a minister" where all before the comma was found as what the minister says."""
    verb = main_verb(voice.reading.content)
    if verb is None or verb.lower_ not in words("reporting_forms"):
        return
    who = child(verb, "nsubj")
    if who is not None and is_press(found := by_token(draft, who, heard)) and not same(found, voice.speaker):
        voice.through = (*voice.through, press_name(found.name or ""))


def _behind(voice: Voice, speaker: Speaker) -> None:
    before = voice.speaker
    if speaker.name is None or plain(speaker.name) == plain(before.name or ""):
        return
    voice.through = (*voice.through, *([before.document] if before.document else []), press_name(before.name or ""))
    voice.speaker = speaker


def _turned(outer: Voice, voices: Sequence[Voice]) -> None:
    """Read "Tamra says X, according to a minister" as one statement, the minister's, through Tamra."""
    for inner in voices:
        if inner is not outer and is_press(inner.speaker) and (holds(outer, inner) or _ends_with(inner, outer)):
            _behind(inner, outer.speaker)
            outer.dropped = True
            return


def _ends_with(outer: Voice, inner: Voice) -> bool:
    """Whether an "according to" closes what another says: they say the same thing."""
    own = sum(s.end - s.start for s in inner.reading.spans.content)
    return holds(outer, inner) and 2 * own > sum(s.end - s.start for s in outer.reading.spans.content)
