"""From fragments to statements: which source, cue and contents the model links."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.annotate.statement_decode import ROLES, Floats, Fragment, Ints

# A link sees how many candidates lie between (signed, cut at four) and whether the paragraph differs.
_MAX_RANK = 4
RANKS = 2 * _MAX_RANK + 1
PARAGRAPH_STEPS = 3


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
    """Fragments of one window to statements, one for every cue.

    A source that no cue took stands alone, and so do sources and contents where there is no cue.
    """
    sources, cues, contents = ([f for f in found if f.role == role] for role in range(len(ROLES)))
    if not cues:
        return _alone(sources) + _alone(contents)
    source_of = _source_of(cues, sources, vectors, paragraphs, parameters)
    cue_of = _cue_of(contents, cues, vectors, paragraphs, parameters)
    joined = [
        Parts(
            sources[source_of[i]] if source_of[i] < len(sources) else None,
            cue,
            tuple(content for content, owner in zip(contents, cue_of, strict=True) if owner == i),
        )
        for i, cue in enumerate(cues)
    ]
    return joined + _alone(source for i, source in enumerate(sources) if i not in source_of)


def _alone(found: Iterable[Fragment]) -> list[Parts]:
    return [
        Parts(None, None, (fragment,)) if ROLES[fragment.role] == "content" else Parts(fragment, None, ())
        for fragment in found
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
