"""From the model's scores to fragments: the likeliest spans of each role, and those of them that are chosen."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Ints = NDArray[np.int64]
ROLES = ("source", "cue", "content")
# Tag 0 is outside; role r begins with tag 1 + 2r and goes on with tag 2 + 2r.
TAG_COUNT = 1 + 2 * len(ROLES)
FORBIDDEN = np.float32(-1e4)  # score of what cannot be
CONSIDERED = 0.05
"""Spans less probable than this, in the model's own probability, are never chosen."""
_LIKENESS = 0.3


@dataclass(frozen=True, slots=True, order=True)
class Fragment:
    """A run of words with one role; `first` and `last` are both in it."""

    first: int
    last: int
    role: int
    probability: float = 1.0


def allowed_transitions() -> NDArray[np.bool_]:
    """Which tag (column) may follow which (row): going on needs the same role before it."""
    allowed = np.ones((TAG_COUNT, TAG_COUNT), dtype=np.bool_)
    for role in range(len(ROLES)):
        begin, inside = 1 + 2 * role, 2 + 2 * role
        allowed[:, inside] = False
        allowed[[begin, inside], inside] = True
    return allowed


def allowed_starts() -> NDArray[np.bool_]:
    """Which tags may open a window: all but going on."""
    starts = np.ones(TAG_COUNT, dtype=np.bool_)
    starts[2::2] = False
    return starts


@dataclass(frozen=True, slots=True)
class Chain:
    """The linear chain over tags: what a step from tag (row) to tag (column) and a start with a tag score."""

    transitions: Floats  # (tags, tags)
    start: Floats  # (tags,)


def closed_at_paragraphs(emissions: Floats, paragraphs: Sequence[int]) -> Floats:
    """The scores with no fragment running from one paragraph into the next.

    paragraphs  paragraph number of each word
    """
    opens = np.diff(np.asarray(paragraphs), prepend=paragraphs[:1]) > 0
    closed = emissions.copy()
    closed[:, 2::2][opens] = FORBIDDEN
    return closed


def likely_spans(emissions: Sequence[Floats], chain: Chain, least: float) -> list[list[Fragment]]:
    """For every window of a text, the spans that are exact with more than a least probability.

    emissions  (words, tags) a window, at least one word each

    A span's probability is that of the chain: what all tag sequences with that very fragment weigh
    together, against all there are. Time grows with the words of the text times its likely beginnings.
    """
    scores = [window.astype(np.float64) for window in emissions]
    ways = _ways(scores, chain)
    transitions = chain.transitions.astype(np.float64)
    return [
        [span for role in range(len(ROLES)) for span in _likely(role, window, before, after, transitions, least)]
        for window, (before, after) in zip(scores, ways, strict=True)
    ]


def _ways(scores: Sequence[Doubles], chain: Chain) -> list[tuple[Doubles, Doubles]]:
    """For each window two (words, tags): the log weight of all ways to reach a word with a tag, its own
    score included, and of all ways to go on from there.

    The second is the first of the window read backwards, so one loop serves both, for all windows.
    """
    width = max(map(len, scores), default=0)
    padded = np.zeros((width, 2, len(scores), TAG_COUNT))
    for i, window in enumerate(scores):
        padded[: len(window), 0, i] = window
        padded[: len(window), 1, i] = window[::-1]
    reached = _reached(padded, chain)
    return [
        (reached[: len(window), 0, i], reached[len(window) - 1 :: -1, 1, i] - window) for i, window in enumerate(scores)
    ]


def _reached(padded: Doubles, chain: Chain) -> Doubles:
    """Log weights from the start of each sequence; [:, 1] are read backwards, against the transitions."""
    there = np.exp(chain.transitions.astype(np.float64))
    steps = np.stack([there, there.T])
    scales = padded.max(axis=-1)
    weights = np.exp(padded - scales[..., None])
    weights[:1, 0] *= np.exp(chain.start.astype(np.float64))
    sums = np.empty((*scales.shape, 1))
    here = weights[:1].sum(axis=0)
    for i in range(len(padded)):
        if i:
            here = np.matmul(here, steps) * weights[i]
        sums[i] = here.sum(axis=-1, keepdims=True)
        here = here / sums[i]
        weights[i] = here
    with np.errstate(divide="ignore"):  # a tag that cannot stand here weighs nothing
        logs: Doubles = np.log(weights) + np.cumsum(np.log(sums[..., 0]) + scales, axis=0)[..., None]
    return logs


def _likely(
    role: int, scores: Doubles, before: Doubles, after: Doubles, transitions: Doubles, least: float
) -> list[Fragment]:
    """The spans of one role and window that exceed the least probability."""
    begin, inside = 1 + 2 * role, 2 + 2 * role
    total = np.logaddexp.reduce(before[-1])
    # No span is likelier than its beginning, so that few beginnings need their ends worked out.
    firsts = np.nonzero(before[:, begin] + after[:, begin] - total > np.log(max(least, 1e-9)))[0]
    run = np.cumsum(scores[:, inside] + transitions[inside, inside])
    entered = before[:, begin] - run + transitions[begin, inside] - transitions[inside, inside]
    joint = entered[firsts, None] + (run + _leaving(scores, transitions[inside], after, inside))[None, :]
    joint[np.arange(len(scores))[None, :] < firsts[:, None]] = -np.inf
    alone = before[:, begin] + _leaving(scores, transitions[begin], after, inside)
    joint[np.arange(len(firsts)), firsts] = alone[firsts]
    weights = np.exp(joint - total)
    return [
        Fragment(int(firsts[i]), int(last), role, float(weights[i, last]))
        for i, last in zip(*np.nonzero(weights > least), strict=True)
    ]


def _leaving(scores: Doubles, steps: Doubles, after: Doubles, inside: int) -> Doubles:
    """Log weight of going on after each word with anything but the same fragment."""
    ahead = scores[1:] + after[1:] + steps
    ahead[:, inside] = -np.inf
    out = np.zeros(len(scores))
    out[:-1] = np.logaddexp.reduce(ahead, axis=1)
    return out


def choose(spans: Sequence[Fragment], least: Sequence[float]) -> list[Fragment]:
    """The spans, none overlapping, whose worths exceed `least` by the most in sum.

    A span's worth is its probability and a share of its likes': where the model is sure that somebody says something,
    but not with which word it ends, no one span is probable. Those chosen have the probability of being right by half
    of their words.

    least  one number a role; raising it trades recall for precision
    """
    best: list[tuple[float, tuple[Fragment, ...]]] = [(0.0, ())]
    ends = [-1]
    for span, nearly in sorted(zip(spans, _nearly(spans), strict=True), key=lambda pair: _place(pair[0])):
        so_far, taken = best[bisect_left(ends, span.first) - 1]
        worth = (1 - _LIKENESS) * span.probability + _LIKENESS * nearly
        gain = so_far + worth - least[span.role]
        if gain > best[-1][0]:
            best.append((gain, (*taken, replace(span, probability=nearly))))
            ends.append(span.last)
    return list(best[-1][1])


def _place(span: Fragment) -> tuple[int, int, int]:
    return span.last, span.first, span.role


def _nearly(spans: Sequence[Fragment]) -> list[float]:
    """How probable each span or one of its likes is: the same role, and half or more of the words in common."""
    role, first, last, own = np.array([(s.role, s.first, s.last, s.probability) for s in spans]).reshape(-1, 4).T
    common = np.minimum(last[:, None], last) - np.maximum(first[:, None], first) + 1
    together = np.maximum(last[:, None], last) - np.minimum(first[:, None], first) + 1
    alike = (role[:, None] == role) & (2 * common >= together)
    pooled: list[float] = np.minimum(alike @ own, 1.0).tolist()
    return pooled


def fragments(tags: Sequence[int]) -> list[Fragment]:
    """The runs that a well-formed tag sequence spells out, in text order."""
    found: list[Fragment] = []
    for i, tag in enumerate(tags):
        if not tag:
            continue
        if tag % 2:
            found.append(Fragment(i, i, tag // 2))
        else:
            found[-1] = Fragment(found[-1].first, i, found[-1].role)
    return found
