"""From the model's scores to statements: the best tag sequence, its spans, and what belongs together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Ints = NDArray[np.int64]

ROLES = ("source", "cue", "content")
# Tag 0 is outside; role r begins with tag 1 + 2r and goes on with tag 2 + 2r.
TAG_COUNT = 1 + 2 * len(ROLES)

FORBIDDEN = np.float32(-1e4)  # score of what cannot be

# A link sees how many candidates lie between (signed, cut at four) and whether the paragraph differs.
_MAX_RANK = 4
RANKS = 2 * _MAX_RANK + 1
PARAGRAPH_STEPS = 3


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


def span_posteriors(emissions: Floats, chain: Chain) -> Floats:
    """(roles, words, words) probability that a role's fragment has exactly this first and last word.

    emissions  (words, tags) of one window, at least one word; time and memory grow with words squared

    The probabilities are those of the chain: what all tag sequences with that very fragment weigh
    together. Entries with last before first are 0.
    """
    scores = emissions.astype(np.float64)
    transitions = chain.transitions.astype(np.float64)
    before = _forward(scores, transitions, chain.start)
    after = _backward(scores, transitions)
    total = np.logaddexp.reduce(before[-1])
    words = len(scores)
    found = np.zeros((len(ROLES), words, words), dtype=np.float32)
    upper = np.triu(np.ones((words, words), dtype=np.bool_))
    for role in range(len(ROLES)):
        begin, inside = 1 + 2 * role, 2 + 2 * role
        run = np.cumsum(scores[:, inside] + transitions[inside, inside])
        entered = before[:, begin] - run + transitions[begin, inside] - transitions[inside, inside]
        left = run + _leaving(scores, transitions[inside], after, inside)
        joint = entered[:, None] + left[None, :]
        alone = before[:, begin] + _leaving(scores, transitions[begin], after, inside)
        np.fill_diagonal(joint, alone)
        found[role] = np.exp(np.where(upper, joint - total, -np.inf))
    return found


def closed_at_paragraphs(emissions: Floats, paragraphs: Sequence[int]) -> Floats:
    """The scores with no fragment running from one paragraph into the next.

    paragraphs  paragraph number of each word
    """
    opens = np.diff(np.asarray(paragraphs), prepend=paragraphs[:1]) > 0
    closed = emissions.copy()
    closed[:, 2::2][opens] = FORBIDDEN
    return closed


def _forward(scores: Doubles, transitions: Doubles, start: Floats) -> Doubles:
    """Log weight of all ways to reach each word with each tag, that word's own score included."""
    steps, scales = np.exp(transitions), scores.max(axis=1)
    weights = np.exp(scores - scales[:, None])
    weights[0] *= np.exp(start)
    sums = np.empty(len(scores))
    here = weights[0]
    for i in range(len(scores)):
        if i:
            here = np.dot(here, steps) * weights[i]
        sums[i] = here.sum()
        here = weights[i] = here / sums[i]
    with np.errstate(divide="ignore"):  # a tag that cannot stand here weighs nothing
        reached: Doubles = np.log(weights) + np.cumsum(np.log(sums) + scales)[:, None]
    return reached


def _backward(scores: Doubles, transitions: Doubles) -> Doubles:
    """Log weight of all ways to go on after each word with each tag."""
    steps, scales = np.exp(transitions.T), scores.max(axis=1)
    weights = np.exp(scores - scales[:, None])
    out, sums = np.ones_like(scores), np.ones(len(scores))
    for i in range(len(scores) - 2, -1, -1):
        here = np.dot(out[i + 1] * weights[i + 1], steps)
        sums[i] = here.sum()
        out[i] = here / sums[i]
    gained = np.log(sums) + np.append(scales[1:], 0.0)
    left: Doubles = np.log(out) + np.cumsum(gained[::-1])[::-1, None]
    return left


def _leaving(scores: Doubles, steps: Doubles, after: Doubles, inside: int) -> Doubles:
    """Log weight of going on after each word with anything but the same fragment."""
    ahead = scores[1:] + after[1:] + steps
    ahead[:, inside] = -np.inf
    out = np.zeros(len(scores))
    out[:-1] = np.logaddexp.reduce(ahead, axis=1)
    return out


def choose(posteriors: Floats, least: Sequence[float]) -> list[Fragment]:
    """The fragments, none overlapping, whose probabilities exceed `least` by the most in sum.

    least  one probability a role; raising it trades recall for precision
    """
    roles, firsts, lasts = np.nonzero(posteriors > np.asarray(least)[:, None, None])
    order = np.lexsort((firsts, lasts))
    best: list[tuple[float, tuple[Fragment, ...]]] = [(0.0, ())]
    ends = [-1]
    for i in order.tolist():
        first, last, role = int(firsts[i]), int(lasts[i]), int(roles[i])
        probability = float(posteriors[role, first, last])
        fits, taken = best[bisect_left(ends, first) - 1]
        gain = fits + probability - least[role]
        if gain > best[-1][0]:
            best.append((gain, (*taken, Fragment(first, last, role, probability))))
            ends.append(last)
    return list(best[-1][1])


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


def link_buckets(queries: Sequence[int], candidates: Sequence[int], paragraphs: Sequence[int]) -> Ints:
    """(queries, candidates) index into a link table of `RANKS * PARAGRAPH_STEPS` entries.

    queries     first words of the fragments that look for a partner
    candidates  first words of the partners, ascending
    paragraphs  paragraph number of each word of the window
    """
    asked = np.asarray(queries, dtype=np.int64)
    offered = np.asarray(candidates, dtype=np.int64)
    before = np.searchsorted(offered, asked)[:, None]
    rank = np.arange(len(offered)) - before
    rank = np.clip(np.where(rank >= 0, rank + 1, rank), -_MAX_RANK, _MAX_RANK) + _MAX_RANK
    of_word = np.asarray(paragraphs, dtype=np.int64)
    step = np.sign(of_word[offered][None, :] - of_word[asked][:, None]) + 1
    buckets: Ints = rank * PARAGRAPH_STEPS + step
    return buckets


@dataclass(frozen=True, slots=True)
class LinkParameters:
    """What the link scores need beside the vectors; see `LINK_PARTS` for the vectors' layout."""

    source_table: Floats  # (RANKS * PARAGRAPH_STEPS,)
    cue_table: Floats
    nobody: Floats  # (width + 1,): weights and bias of a cue's having no source


@dataclass(frozen=True, slots=True)
class Parts:
    """One statement as fragments of a window; at most one source, and a cue unless none was found."""

    source: Fragment | None
    cue: Fragment | None
    contents: tuple[Fragment, ...]


# A word's link vectors lie side by side: each part twice, as first and as last word of a fragment.
LINK_PARTS = ("cue_asks", "source_answers", "content_asks", "cue_answers")


def span_vectors(vectors: Floats, part: str, spans: Sequence[Fragment]) -> Floats:
    """(spans, width) vectors of one part, from the (words, parts * 2 * width) of a window."""
    width = vectors.shape[1] // (2 * len(LINK_PARTS))
    at = LINK_PARTS.index(part) * 2 * width
    first = vectors[[span.first for span in spans], at : at + width]
    last = vectors[[span.last for span in spans], at + width : at + 2 * width]
    total: Floats = first + last
    return total


def assemble(
    found: Sequence[Fragment], vectors: Floats, paragraphs: Sequence[int], parameters: LinkParameters
) -> list[Parts]:
    """Fragments of one window to statements, one for every cue, then contents that no cue took."""
    sources, cues, contents = ([f for f in found if f.role == role] for role in range(len(ROLES)))
    if not cues:
        return [Parts(None, None, (content,)) for content in contents]
    source_of = _source_of(cues, sources, vectors, paragraphs, parameters)
    cue_of = _cue_of(contents, cues, vectors, paragraphs, parameters)
    return [
        Parts(
            sources[source_of[i]] if source_of[i] < len(sources) else None,
            cue,
            tuple(content for content, owner in zip(contents, cue_of, strict=True) if owner == i),
        )
        for i, cue in enumerate(cues)
    ]


def _source_of(
    cues: Sequence[Fragment],
    sources: Sequence[Fragment],
    vectors: Floats,
    paragraphs: Sequence[int],
    parameters: LinkParameters,
) -> list[int]:
    """Each cue's source; the number of sources stands for nobody."""
    asks = span_vectors(vectors, "cue_asks", cues)
    nobody = asks @ parameters.nobody[:-1] + parameters.nobody[-1]
    if not sources:
        return [0] * len(cues)
    scores = asks @ span_vectors(vectors, "source_answers", sources).T / np.sqrt(asks.shape[1])
    buckets = link_buckets([c.first for c in cues], [s.first for s in sources], paragraphs)
    scores = np.concatenate([scores + parameters.source_table[buckets], nobody[:, None]], axis=1)
    return [int(choice) for choice in scores.argmax(axis=1)]


def _cue_of(
    contents: Sequence[Fragment],
    cues: Sequence[Fragment],
    vectors: Floats,
    paragraphs: Sequence[int],
    parameters: LinkParameters,
) -> list[int]:
    if not contents:
        return []
    asks = span_vectors(vectors, "content_asks", contents)
    scores = asks @ span_vectors(vectors, "cue_answers", cues).T / np.sqrt(asks.shape[1])
    buckets = link_buckets([c.first for c in contents], [c.first for c in cues], paragraphs)
    return [int(choice) for choice in (scores + parameters.cue_table[buckets]).argmax(axis=1)]
