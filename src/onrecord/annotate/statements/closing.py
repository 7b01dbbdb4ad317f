"""A hand that closes a sentence: "the dam held, Ada Roe said, the Selm Herald reported" is one statement, hers."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.annotate.entities.lexicon import lexicon
from onrecord.annotate.statements.attributions import Attribution, hand_name, is_according, is_press, same
from onrecord.model import Span, StatementSpans

_OF_A_NAME = frozenset({"person", "organisation", "place"})
_MEDIA = frozenset({"media", "press", "newspapers", "papers", "outlets", "agencies"})
_MOST = 0.7
"""The share of words that another's source and cue must take up, with what they say where a hand tells it all."""


def without_attributions(found: Sequence[StatementSpans]) -> list[StatementSpans]:
    """Return statements whose content has no piece that is only who else says it: "according to Tamra"."""
    return [replace(one, content=_said(one, [o for o in found if o is not one])) for one in found]


def _said(one: StatementSpans, others: Sequence[StatementSpans]) -> tuple[Span, ...]:
    told = [o for o in others if o.cue and o.source]
    kept = tuple(c for c in one.content if not any(_is_attribution(c, o) for o in told))
    return kept or one.content


def _is_attribution(words: Span, of: StatementSpans) -> bool:
    """Whether words are another statement's source and cue, and no more."""
    parts = (*of.source, *of.cue)
    return all(words.contains(part) for part in parts) and _length(parts) >= _MOST * (words.end - words.start)


def through_closing(told: Sequence[Attribution]) -> None:
    """Put an outlet that closes another's statement among its hands, and drop what it says beside it."""
    for one in told:
        if one.dropped or not (is_press(one.speaker) or _is_the_media(one)) or not is_behind(one.reading.spans):
            continue
        inner = next((o for o in told if _is_closed_by(o, one)), None)
        if inner is not None:
            hand = hand_name(one.speaker)
            inner.through = inner.through if hand in inner.through else (hand, *inner.through)
            one.dropped = True


def _is_the_media(one: Attribution) -> bool:
    """Whether outlets without a name speak: "local media reported"."""
    return (one.speaker.name or "").rsplit(" ", 1)[-1].lower() in _MEDIA


def drop_their_figures(told: Sequence[Attribution]) -> None:
    """Drop what figures and reports of nobody are said to tell where somebody with a name tells it "according to" them.

    "The dam held, according to early estimates, Ada Roe said" is one statement, hers.
    """
    for one in told:
        root = one.reading.source_root
        thing = one.speaker.kind == "unnamed" and root is not None and lexicon().nouns.get(root.lemma_.lower()) is None
        if not (thing and is_according(one)):
            continue
        named = [s for o in told if o.speaker.kind in _OF_A_NAME for s in o.reading.spans.content]
        one.dropped = one.dropped or all(any(s.contains(c) for s in named) for c in one.reading.spans.content)


def is_behind(spans: StatementSpans) -> bool:
    """Whether a statement's cue stands behind all that it says."""
    return bool(spans.cue and spans.content) and spans.cue[0].start >= max(c.end for c in spans.content)


def _is_closed_by(inner: Attribution, outer: Attribution) -> bool:
    """Whether an outlet tells, behind it, just what somebody else says: with who says it, or in the same words."""
    mine, theirs = inner.reading.spans, outer.reading.spans
    if inner is outer or inner.dropped or is_press(inner.speaker) or same(inner.speaker, outer.speaker):
        return False
    if not (mine.source and mine.cue and mine.content) or mine.cue[0].start > theirs.cue[0].start:
        return False
    parts = (*mine.source, *mine.cue, *mine.content)
    within = all(any(c.contains(part) for c in theirs.content) for part in parts)
    if within:
        whole = max(p.end for p in parts) - min(p.start for p in parts)
        return whole >= _MOST * _length(theirs.content)
    beside = max(mine.cue[-1].end, mine.source[-1].end) <= min(theirs.cue[0].start, theirs.source[0].start)
    return mine.content == theirs.content and beside and is_behind(mine)


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)
