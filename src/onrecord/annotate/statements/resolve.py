"""From found spans to statements people can use: who speaks, through which hands, doing what."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.component import Draft
from onrecord.annotate.statements.hands import Hand, is_outlet, own_hands, plain
from onrecord.annotate.statements.lexicon import words
from onrecord.annotate.statements.manner import addressees, certainty_of, medium_of, mode_of
from onrecord.annotate.statements.quotation import Quotation, quotations
from onrecord.annotate.statements.reading import Reading, read
from onrecord.annotate.statements.speakers import Heard, Speaker, by_token, speaker_of
from onrecord.annotate.statements.stances import is_negated, stance_of
from onrecord.annotate.times.anchoring import when_at
from onrecord.model import Statement, StatementSpans


@dataclass(slots=True)
class _Voice:
    """A statement on its way: its words, who speaks, and the hands that stand beside its own cue."""

    reading: Reading
    speaker: Speaker
    hands: tuple[Hand, ...]
    through: tuple[str, ...] = ()
    dropped: bool = False


def resolve(draft: Draft, found: Sequence[StatementSpans]) -> tuple[Statement, ...]:
    """Return statements for what a finder found, in the same order; a chain written in two cues becomes one."""
    heard = Heard()
    voices = []
    for spans in found:
        if not spans.content:
            continue
        reading = read(draft.doc, spans)
        speaker = speaker_of(draft, reading, heard)
        voice = _Voice(reading, speaker, own_hands(draft, reading))
        _note(heard, voice)
        voices.append(voice)
    for voice in voices:
        _cited(draft, voice, heard)
    _turned(voices)
    marks = quotations(draft.article.text)
    return tuple(_statement(draft, v, _chain(v, voices), marks) for v in voices if not v.dropped)


def _note(heard: Heard, voice: _Voice) -> None:
    heard.speakers.append(voice.speaker)
    for hand in voice.hands:
        if hand.medium not in ("outlet", "platform") and voice.speaker.name:
            heard.owners[hand.name] = replace(voice.speaker, document=hand.name)


# --- the chain -------------------------------------------------------------------------------------


def _cited(draft: Draft, voice: _Voice, heard: Heard) -> None:
    """ "The Gazette reported, citing officials": the officials speak, through the Gazette."""
    head = voice.reading.head
    if head is None or voice.speaker.name is None:
        return
    if head.lower_ in ("citing", "quoting"):
        voice.dropped = head.dep_ == "advcl" and not any(t.pos_ == "VERB" for t in voice.reading.content)
        return
    for child in head.children:
        if child.dep_ in ("advcl", "prep") and child.lower_ in ("citing", "quoting"):
            named = next((c for c in child.children if c.dep_ in ("dobj", "pobj")), None)
            if named is not None:
                _behind(voice, by_token(draft, named, heard))


def _behind(voice: _Voice, speaker: Speaker) -> None:
    """Put another speaker behind the one so far, who becomes a hand."""
    if speaker.name is None or speaker.name == voice.speaker.name:
        return
    before = voice.speaker
    voice.through = (*voice.through, *([before.document] if before.document else []), before.name or "")
    voice.speaker = speaker


def _turned(voices: Sequence[_Voice]) -> None:
    """ "Tamra says X, according to a minister": one statement, the minister's, through Tamra."""
    for outer in voices:
        if not outer.reading.cue or outer.reading.cue[0].lower_ != "according":
            continue
        inner = next((v for v in voices if v is not outer and _holds(outer, v) and _is_press(v.speaker)), None)
        if inner is not None:
            _behind(inner, outer.speaker)
            outer.dropped = True


def _is_press(speaker: Speaker) -> bool:
    return speaker.name is not None and is_outlet(speaker.name)


def _holds(outer: _Voice, inner: _Voice) -> bool:
    """Whether one statement's cue stands inside what another says."""
    head = inner.reading.head
    if head is None or not inner.reading.cue:
        return False
    first, last = inner.reading.cue[0].idx, inner.reading.cue[-1].idx
    return any(s.start <= first and last < s.end for s in outer.reading.spans.content)


def _chain(voice: _Voice, voices: Sequence[_Voice]) -> tuple[str, ...]:
    """Return every hand between the speaker and this outlet, the one nearest the outlet first."""
    hands: list[str] = []
    for outer in _around(voice, voices):
        hands += _own(outer)
        if _passes_on(outer) and outer.speaker.name and not _same(outer.speaker, voice.speaker):
            hands.append(outer.speaker.name)
    hands += _own(voice)
    speaker = plain(voice.speaker.name or "")
    return tuple(name for name in dict.fromkeys(hands) if name and plain(name) != speaker)


def _own(voice: _Voice) -> list[str]:
    document = [voice.speaker.document] if voice.speaker.document else []
    return [*voice.through, *(h.name for h in voice.hands), *document]


def _around(voice: _Voice, voices: Sequence[_Voice]) -> list[_Voice]:
    """Return the statements that this one stands in, outermost first."""
    outer = [v for v in voices if v is not voice and not v.dropped and _holds(v, voice)]
    return sorted(outer, key=lambda v: -sum(s.end - s.start for s in v.reading.spans.content))


def _passes_on(voice: _Voice) -> bool:
    """Whether a statement hands on what others say: speech does, thoughts and wishes do not."""
    entry = voice.reading.entry
    return entry is None or entry.words[0] not in words("thoughts")


def _same(one: Speaker, other: Speaker) -> bool:
    if one.entity is not None and one.entity == other.entity:
        return True
    return one.name is not None and other.name is not None and plain(one.name) == plain(other.name)


# --- all together ----------------------------------------------------------------------------------


def _statement(draft: Draft, voice: _Voice, via: tuple[str, ...], marks: Sequence[Quotation]) -> Statement:
    reading, speaker = voice.reading, voice.speaker
    dated = when_at(draft, reading.head, draft.times) if reading.head is not None else None
    return Statement(
        reading.spans.source,
        reading.spans.cue,
        reading.spans.content,
        speaker.name,
        mode_of(reading, marks),
        stance_of(reading),
        via,
        speaker_kind=speaker.kind,
        entity=speaker.entity,
        certainty=certainty_of(reading),
        negated=is_negated(reading),
        medium=medium_of(reading, voice.hands, speaker.document),
        when=dated[0] if dated else None,
        to=addressees(draft, reading, voice.hands),
        probability=reading.spans.probability,
    )
