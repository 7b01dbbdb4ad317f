"""The chain of hands of every statement, from the statements around it and the words beside its cue."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.statements.hands import Hand, is_outlet, outlet_of, plain, press_name
from onrecord.annotate.statements.lexicon import listed, words
from onrecord.annotate.statements.naming import Heard, Speaker
from onrecord.annotate.statements.reading import Reading, main_verb, read
from onrecord.annotate.statements.speakers import by_token, documents
from onrecord.annotate.syntax import child, is_verb
from onrecord.model import Span

_QUOTING = frozenset({"citing", "quoting"})
_HANGING = frozenset({"advcl", "acl", "conj", "xcomp", "pcomp", "prep"})


@dataclass(slots=True)
class Voice:
    """A statement on its way: its words, who speaks, and the hands that stand beside its own cue.

    through  hands found by looking behind the first speaker, nearest the outlet first
    dropped  whether another statement took it in
    """

    reading: Reading
    speaker: Speaker
    hands: tuple[Hand, ...]
    through: tuple[str, ...] = ()
    dropped: bool = False


def look_behind(draft: Draft, voices: Sequence[Voice], heard: Heard) -> None:
    """Put the speaker that a report names as its own source in the report's place, and the report among the hands."""
    for voice in voices:
        _cited(draft, voice, heard, voices)
        _as_saying(draft, voice, heard)
        _told_by(draft, voice, heard)
    for outer in voices:
        if _is_according(outer):
            _turned(outer, voices)
            _through_content(draft, outer, heard)


def _cited(draft: Draft, voice: Voice, heard: Heard, voices: Sequence[Voice]) -> None:
    """Read "the Gazette reported, citing officials": the officials speak."""
    head = voice.reading.head
    if head is None:
        return
    if head.lower_ in _QUOTING and head.dep_ != "ROOT":
        said = any(map(is_verb, voice.reading.content))
        voice.dropped = not said or any(_shares(voice, other) for other in voices)
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


def _shares(voice: Voice, other: Voice) -> bool:
    mine, theirs = voice.reading.spans, other.reading.spans
    return other is not voice and any(a.overlaps(b) for a in mine.content for b in theirs.content)


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
    saying = next((t for t in _sentence(voice.reading) if _opens_quoted(t)), None)
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
        voice.through = (*voice.through, _hand_name(through))
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
    if reporting or _is_press(voice.speaker):
        _behind(voice, by_token(draft, who, heard, list(who.subtree)))


def _sentence(reading: Reading) -> Sequence[Token]:
    return list(reading.head.sent) if reading.head is not None else ()


def _opens_quoted(token: Token) -> bool:
    if token.lower_ != "saying" or token.head.lower_ != "as":
        return False
    return token.head.head.lemma_ in listed("quoting")


def _through_content(draft: Draft, voice: Voice, heard: Heard) -> None:
    """Read "Tamra says X, according to a minister" where all before the comma was found as what the minister says."""
    verb = main_verb(voice.reading.content)
    if verb is None or verb.lower_ not in words("reporting_forms"):
        return
    who = child(verb, "nsubj")
    if who is not None and _is_press(found := by_token(draft, who, heard)) and not same(found, voice.speaker):
        voice.through = (*voice.through, press_name(found.name or ""))


def drop_doubles(voices: Sequence[Voice]) -> None:
    """Drop a statement that another cue of the same speaker gives in the same words."""
    seen: set[tuple[str | None, tuple[Span, ...]]] = set()
    for voice in voices:
        key = (voice.speaker.name, voice.reading.spans.content)
        again = (bool(key[1]) and key in seen) or (_is_saying(voice) and any(_shares(voice, v) for v in voices))
        voice.dropped = voice.dropped or again
        if not voice.dropped:
            seen.add(key)


def _is_saying(voice: Voice) -> bool:
    return voice.reading.head is not None and _opens_quoted(voice.reading.head)


def keep_venues(draft: Draft, voices: Sequence[Voice], heard: Heard) -> None:
    """Let what somebody goes on to say in an interview come through the outlet that it was introduced with.

    "Okun was speaking on Radio Kesra. ... Okun said": only after words that set the scene, until a hand of
    another kind or another outlet is named for the same speaker.
    """
    venues = list(_venues(draft, heard))
    ended: list[Speaker] = []
    for voice in voices:
        head = voice.reading.head
        if voice.hands or voice.through:
            ended.append(voice.speaker)
        elif head is not None and head.tag_ in _TOLD and not any(same(s, voice.speaker) for s in ended):
            here = [h for at, s, h in venues if at < head.idx and same(s, voice.speaker)]
            voice.hands = tuple(here[-1:])


def _venues(draft: Draft, heard: Heard) -> Iterator[tuple[int, Speaker, Hand]]:
    """Yield who is introduced as speaking on which outlet, and where."""
    for token in draft.doc:
        if token.lemma_ not in listed("scenes") or token.tag_ not in ("VBD", "VBG"):
            continue
        who = child(token, "nsubj")
        outlet = outlet_of(draft, token)
        if who is not None and outlet is not None:
            yield token.idx, by_token(draft, who, heard, list(who.subtree)), outlet


_TOLD = frozenset({"VBD", "VBG", "VBZ", "VBN"})


def _behind(voice: Voice, speaker: Speaker) -> None:
    before = voice.speaker
    if speaker.name is None or plain(speaker.name) == plain(before.name or ""):
        return
    voice.through = (*voice.through, *([before.document] if before.document else []), press_name(before.name or ""))
    voice.speaker = speaker


def _turned(outer: Voice, voices: Sequence[Voice]) -> None:
    """Read "Tamra says X, according to a minister" as one statement, the minister's, through Tamra."""
    for inner in voices:
        if inner is not outer and _is_press(inner.speaker) and (_holds(outer, inner) or _ends_with(inner, outer)):
            _behind(inner, outer.speaker)
            outer.dropped = True
            return


def _is_press(speaker: Speaker) -> bool:
    return speaker.name is not None and is_outlet(speaker.name)


def _is_according(voice: Voice) -> bool:
    return bool(voice.reading.cue) and voice.reading.cue[0].lower_ == "according"


def _ends_with(outer: Voice, inner: Voice) -> bool:
    """Whether an "according to" closes what another says: they say the same thing."""
    own = sum(s.end - s.start for s in inner.reading.spans.content)
    return _holds(outer, inner) and 2 * own > sum(s.end - s.start for s in outer.reading.spans.content)


def _holds(outer: Voice, inner: Voice) -> bool:
    """Whether one statement's cue stands inside what another says; "before she confirmed it" hangs on the saying."""
    head = inner.reading.head
    if not inner.reading.cue or (head is not None and head.dep_ == "advcl" and head.head == outer.reading.head):
        return False
    first, last = inner.reading.cue[0].idx, inner.reading.cue[-1].idx
    return any(s.start <= first and last < s.end for s in outer.reading.spans.content)


def chain(voice: Voice, voices: Sequence[Voice]) -> tuple[str, ...]:
    """Return every hand between the speaker and this outlet, the one nearest the outlet first."""
    hands: list[str] = []
    for outer in around(voice, voices):
        hands += _own(outer)
        if _passes_on(outer) and outer.speaker.name and not same(outer.speaker, voice.speaker):
            hands.append(_hand_name(outer.speaker))
    hands += _own(voice) or _shared(voice, voices)
    speaker = plain(voice.speaker.name or "")
    return tuple(name for name in dict.fromkeys(hands) if name and plain(name) != speaker)


def _hand_name(speaker: Speaker) -> str:
    """Return what a speaker is called as a hand: an outlet by its bare name, a document of nobody by its kind."""
    name = speaker.name or ""
    if speaker.kind == "document":
        head = re.split(r" (?:on|in|of|from|by|to|for) ", name)[0].split()[-1]
        return documents().get(head.lower(), name)
    return press_name(name) if _is_press(speaker) else name


def _own(voice: Voice) -> list[str]:
    document = [voice.speaker.document] if voice.speaker.document else []
    return [*voice.through, *(h.name for h in voice.hands if h.name != voice.speaker.document), *document]


def _shared(voice: Voice, voices: Sequence[Voice]) -> list[str]:
    """Return the hands of the statement that this one goes on with: "wrote on Chirper, adding that"."""
    head = voice.reading.head
    steps = 0
    while head is not None and head.dep_ in _HANGING and head.head != head and steps < 4:
        if head.dep_ == "conj" and child(head, "nsubj") is not None:
            break  # "wrote in a letter, and on Monday she told them": a sentence of its own
        head, steps = head.head, steps + 1
        for other in voices:
            if other is not voice and other.reading.head == head and same(other.speaker, voice.speaker):
                return _own(other)
    return []


def around(voice: Voice, voices: Sequence[Voice]) -> list[Voice]:
    """Return the statements that this one stands in, outermost first; an aside of the outlet's stands in none."""
    outer = [v for v in voices if v is not voice and not v.dropped and _holds(v, voice) and not v.reading.topical]
    if _is_according(voice):
        outer = [v for v in outer if _is_press(v.speaker) or v.speaker.document]
    return sorted(outer, key=lambda v: -sum(s.end - s.start for s in v.reading.spans.content))


def _passes_on(voice: Voice) -> bool:
    """Whether a statement hands on what others say: speech does, thoughts and wishes do not."""
    entry = voice.reading.entry
    return entry is None or entry.words[0] not in words("thoughts")


def same(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers are one, by their entity or their name."""
    if one.entity is not None and one.entity == other.entity:
        return True
    return one.name is not None and other.name is not None and plain(one.name) == plain(other.name)
