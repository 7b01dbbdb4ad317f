"""Gold rows to training examples: windows of pieces, a tag for every word, and the gold links."""

from __future__ import annotations

import gzip
import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from onrecord.annotate.statement_decode import ROLES, Fragment, fragments
from onrecord.annotate.statement_windows import MAX_PIECES, Window, windows

CharSpan = tuple[int, int]
UNKNOWN = -100  # a partner outside the window: no loss
NOBODY = -1  # a cue without a source


@dataclass(frozen=True, slots=True)
class Example:
    """One window with its gold: `source_of` goes with the cues, `cue_of` with the contents."""

    window: Window
    tags: tuple[int, ...]
    fragments: tuple[Fragment, ...]
    source_of: tuple[int, ...]  # index among the window's sources, NOBODY or UNKNOWN
    cue_of: tuple[int, ...]  # index among the window's cues or UNKNOWN
    gold: bool = True  # False where nobody annotated the text
    taught: tuple[tuple[float, ...], ...] = ()  # the teacher's scores of each word's tags; empty without a teacher


def read_tokenizer(base: Path) -> Tokenizer:
    """Return the published tokenizer, without its cuts and padding."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Rows of a JSON Lines file, plain or gzipped."""
    raw = path.read_bytes()
    text = gzip.decompress(raw) if path.suffix == ".gz" else raw
    return [json.loads(line) for line in text.splitlines()]


def examples(row: Mapping[str, Any], tokenizer: Tokenizer, max_pieces: int = MAX_PIECES) -> list[Example]:
    """A row's windows with tags and links."""
    found = [_example(window, row.get("attributions", ())) for window in windows(row["text"], tokenizer, max_pieces)]
    return found if "attributions" in row else [replace(example, gold=False) for example in found]


def words_of(words: Sequence[CharSpan], span: CharSpan) -> tuple[int, int] | None:
    """First and last word that overlap a span of characters."""
    first = bisect_left(words, span[0], key=lambda word: word[1] - 1)
    last = bisect_left(words, span[1], key=lambda word: word[0]) - 1
    return (first, last) if first <= last else None


def _example(window: Window, attributions: Sequence[Mapping[str, Any]]) -> Example:
    tags = [0] * len(window.words)
    owners: dict[tuple[int, int], list[int]] = {}  # (role, first word) -> attributions
    for number, attribution in enumerate(attributions):
        for role, name in enumerate(ROLES):
            for start, end in attribution.get(name) or ():
                found = words_of(window.words, (start, end))
                if found and not any(tags[found[0] : found[1] + 1]):
                    tags[found[0]] = 1 + 2 * role
                    tags[found[0] + 1 : found[1] + 1] = [2 + 2 * role] * (found[1] - found[0])
                if found:
                    owners.setdefault((role, found[0]), []).append(number)
    runs = fragments(tags)
    sources, cues, contents = ([f for f in runs if f.role == role] for role in range(3))
    return Example(
        window,
        tuple(tags),
        tuple(runs),
        tuple(_source_of(cue, sources, owners, attributions) for cue in cues),
        tuple(_partner(content, cues, owners, UNKNOWN) for content in contents),
    )


def _partner(
    fragment: Fragment,
    offered: Sequence[Fragment],
    owners: Mapping[tuple[int, int], list[int]],
    otherwise: int,
) -> int:
    mine = set(owners.get((fragment.role, fragment.first), ()))
    for i, other in enumerate(offered):
        if mine & set(owners.get((other.role, other.first), ())):
            return i
    return otherwise


def _source_of(
    cue: Fragment,
    sources: Sequence[Fragment],
    owners: Mapping[tuple[int, int], list[int]],
    attributions: Sequence[Mapping[str, Any]],
) -> int:
    mine = owners.get((cue.role, cue.first), ())
    has_source = any(attributions[number].get("source") for number in mine)
    return _partner(cue, sources, owners, UNKNOWN if has_source else NOBODY)
