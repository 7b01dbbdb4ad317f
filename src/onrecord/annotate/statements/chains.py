"""The chain of hands of every statement, from the statements around it and the words beside its cue."""

from collections.abc import Iterator, Sequence

from onrecord.annotate.component import Draft
from onrecord.annotate.statements.behind import opens_quoted
from onrecord.annotate.statements.hands import Hand, outlet_of, plain
from onrecord.annotate.statements.heard import Heard, Speaker
from onrecord.annotate.statements.lexicon import listed, words
from onrecord.annotate.statements.phrases import by_token
from onrecord.annotate.statements.voices import Voice, hand_name, holds, is_according, is_press, same, shares
from onrecord.annotate.syntax import child
from onrecord.model import Span

_HANGING = frozenset({"advcl", "acl", "conj", "xcomp", "pcomp", "prep"})


def drop_doubles(voices: Sequence[Voice]) -> None:
    """Drop a statement that another cue of the same speaker gives in the same words."""
    seen: set[tuple[str | None, tuple[Span, ...]]] = set()
    for voice in voices:
        key = (voice.speaker.name, voice.reading.spans.content)
        again = (bool(key[1]) and key in seen) or (_is_saying(voice) and any(shares(voice, v) for v in voices))
        voice.dropped = voice.dropped or again
        if not voice.dropped:
            seen.add(key)


def _is_saying(voice: Voice) -> bool:
    return voice.reading.head is not None and opens_quoted(voice.reading.head)


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


def chain(voice: Voice, voices: Sequence[Voice]) -> tuple[str, ...]:
    """Return every hand between the speaker and this outlet, the one nearest the outlet first."""
    hands: list[str] = []
    for outer in around(voice, voices):
        hands += _own(outer)
        if _passes_on(outer) and outer.speaker.name and not same(outer.speaker, voice.speaker):
            hands.append(hand_name(outer.speaker))
    hands += _own(voice) or _shared(voice, voices)
    speaker = plain(voice.speaker.name or "")
    return tuple(name for name in dict.fromkeys(hands) if name and plain(name) != speaker)


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
    outer = [v for v in voices if v is not voice and not v.dropped and holds(v, voice) and not v.reading.topical]
    if is_according(voice):
        outer = [v for v in outer if is_press(v.speaker) or v.speaker.document]
    return sorted(outer, key=lambda v: -sum(s.end - s.start for s in v.reading.spans.content))


def _passes_on(voice: Voice) -> bool:
    """Whether a statement hands on what others say: speech does, thoughts and wishes do not."""
    entry = voice.reading.entry
    return entry is None or entry.words[0] not in words("thoughts")
