"""The chain of hands of every statement, from the statements around it and the words beside its cue."""

from collections.abc import Iterator, Sequence

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
from onrecord.annotate.statements.behind import opens_quoted
from onrecord.annotate.statements.hands import Hand, outlet_of, plain
from onrecord.annotate.statements.heard import Heard, Speaker
from onrecord.annotate.statements.lexicon import listed, words
from onrecord.annotate.statements.phrases import by_token
from onrecord.annotate.syntax import child
from onrecord.model import Span

_HANGING = frozenset({"advcl", "acl", "conj", "xcomp", "pcomp", "prep"})


def drop_doubles(told: Sequence[Attribution]) -> None:
    """Drop a statement that another cue of the same speaker gives in the same words."""
    seen: set[tuple[str | None, tuple[Span, ...]]] = set()
    for one in told:
        key = (one.speaker.name, one.reading.spans.content)
        again = (bool(key[1]) and key in seen) or (_is_saying(one) and any(shares(one, v) for v in told))
        one.dropped = one.dropped or again
        if not one.dropped:
            seen.add(key)


def _is_saying(one: Attribution) -> bool:
    return one.reading.head is not None and opens_quoted(one.reading.head)


def keep_venues(draft: Draft, told: Sequence[Attribution], heard: Heard) -> None:
    """Let what somebody goes on to say in an interview come through the outlet that it was introduced with.

    "Okun was speaking on Radio Kesra. ... Okun said": only after words that set the scene, until a hand of
    another kind or another outlet is named for the same speaker.
    """
    venues = list(_venues(draft, heard))
    ended: list[Speaker] = []
    for one in told:
        head = one.reading.head
        if one.hands or one.through:
            ended.append(one.speaker)
        elif head is not None and head.tag_ in _TOLD and not any(same(s, one.speaker) for s in ended):
            here = [h for at, s, h in venues if at < head.idx and same(s, one.speaker)]
            one.hands = tuple(here[-1:])


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


def chain(one: Attribution, told: Sequence[Attribution]) -> tuple[str, ...]:
    """Return every hand between the speaker and this outlet, the one nearest the outlet first."""
    hands: list[str] = []
    for outer in around(one, told):
        hands += _own(outer)
        if _passes_on(outer) and outer.speaker.name and not same(outer.speaker, one.speaker):
            hands.append(hand_name(outer.speaker))
    hands += _own(one) or _shared(one, told)
    speaker = plain(one.speaker.name or "")
    return tuple(name for name in dict.fromkeys(hands) if name and plain(name) != speaker)


def _own(one: Attribution) -> list[str]:
    document = [one.speaker.document] if one.speaker.document else []
    return [*one.through, *(h.name for h in one.hands if h.name != one.speaker.document), *document]


def _shared(one: Attribution, told: Sequence[Attribution]) -> list[str]:
    """Return the hands of the statement that this one goes on with: "wrote on Chirper, adding that"."""
    head = one.reading.head
    steps = 0
    while head is not None and head.dep_ in _HANGING and head.head != head and steps < 4:
        if head.dep_ == "conj" and child(head, "nsubj") is not None:
            break  # "wrote in a letter, and on Monday she told them": a sentence of its own
        head, steps = head.head, steps + 1
        for other in told:
            if other is not one and other.reading.head == head and same(other.speaker, one.speaker):
                return _own(other)
    return []


def around(one: Attribution, told: Sequence[Attribution]) -> list[Attribution]:
    """Return the statements that this one stands in, outermost first; an aside of the outlet's stands in none."""
    outer = [v for v in told if v is not one and not v.dropped and holds(v, one) and not v.reading.topical]
    if is_according(one):
        outer = [v for v in outer if is_press(v.speaker) or v.speaker.document]
    return sorted(outer, key=lambda v: -sum(s.end - s.start for s in v.reading.spans.content))


def _passes_on(one: Attribution) -> bool:
    """Whether a statement hands on what others say: speech does, thoughts and wishes do not."""
    entry = one.reading.entry
    return entry is None or entry.words[0] not in words("thoughts")
