"""A statement on its way to its speaker, and how two of them stand to each other."""

import re
from dataclasses import dataclass

from onrecord.annotate.statements.hands import Hand, is_outlet, plain, press_name
from onrecord.annotate.statements.heard import Speaker
from onrecord.annotate.statements.lexicon import documents
from onrecord.annotate.statements.reading import Reading


@dataclass(slots=True)
class Attribution:
    """A statement on its way: its words, who speaks, and the hands that stand beside its own cue.

    through  hands found by looking behind the first speaker, nearest the outlet first
    dropped  whether another statement took it in
    """

    reading: Reading
    speaker: Speaker
    hands: tuple[Hand, ...]
    through: tuple[str, ...] = ()
    dropped: bool = False


def shares(one: Attribution, other: Attribution) -> bool:
    """Whether another statement has some of the words that this one says."""
    mine, theirs = one.reading.spans, other.reading.spans
    return other is not one and any(a.overlaps(b) for a in mine.content for b in theirs.content)


def is_press(speaker: Speaker) -> bool:
    """Whether a speaker is an outlet."""
    return speaker.name is not None and is_outlet(speaker.name)


def is_according(one: Attribution) -> bool:
    """Whether a statement is told by "according to"."""
    return bool(one.reading.cue) and one.reading.cue[0].lower_ == "according"


def holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether one statement's cue stands inside what another says; "before she confirmed it" hangs on the saying."""
    head = inner.reading.head
    if not inner.reading.cue or (head is not None and head.dep_ == "advcl" and head.head == outer.reading.head):
        return False
    first, last = inner.reading.cue[0].idx, inner.reading.cue[-1].idx
    return any(s.start <= first and last < s.end for s in outer.reading.spans.content)


def hand_name(speaker: Speaker) -> str:
    """Return what a speaker is called as a hand: an outlet by its bare name, a document of nobody by its kind."""
    name = speaker.name or ""
    if speaker.kind == "document":
        head = re.split(r" (?:on|in|of|from|by|to|for) ", name)[0].split()[-1]
        return documents().get(head.lower(), name)
    return press_name(name) if is_press(speaker) else name


def same(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers are one, by their entity or their name."""
    if one.entity is not None and one.entity == other.entity:
        return True
    return one.name is not None and other.name is not None and plain(one.name) == plain(other.name)
