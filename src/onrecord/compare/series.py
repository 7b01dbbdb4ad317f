"""Values that a report gives as several in one breath: "Norland and Ostria", "his home in Arden, Westmark"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.compare.entry import Entry
from onrecord.compare.values import Relation
from onrecord.compare.wording import content_words
from onrecord.compare.world import World, plain
from onrecord.model import PLACE_KINDS, Annotated, Span

_LINK = re.compile(r"(?:\s*,\s*(?:and |or |as well as )?|\s+(?:and|or|as well as)\s+|\s*&\s*)(?:the |both )?", re.I)
_LISTED = re.compile(r"\b(?:and|or|as well as)\b|&")
_SHORT = {"ft.": "fort", "mt.": "mount", "st": "st."}


def with_parts(world: World, annotated: Annotated, entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries in order, parties named in one breath as one, and places with all that names them."""
    merged: list[Entry] = []
    for entry in sorted(entries, key=lambda e: (e.kind, e.span)):
        held = merged[-1] if merged else None
        if held is not None and _go_together(annotated.article.text, held, entry):
            merged[-1] = _both(annotated.article.text, held, entry)
        else:
            merged.append(_with_its_parts(world, annotated, entry))
    return merged


def _go_together(text: str, left: Entry, right: Entry) -> bool:
    """Whether two parties play one part in one deed and are listed one after the other."""
    if left.kind != right.kind or left.kind not in ("actor", "recipient") or not left.anchor.overlaps(right.anchor):
        return False
    return left.span.end <= right.span.start and bool(_LINK.fullmatch(text[left.span.end : right.span.start]))


def _both(text: str, left: Entry, right: Entry) -> Entry:
    span = Span(left.span.start, right.span.end)
    words = " ".join(span.of(text).split())
    parts = (*(left.parts or (left.key,)), right.key)
    return replace(
        left,
        span=span,
        parts=parts,
        key=" ".join(parts),
        name=words,
        named=left.named or right.named,
        words=words.lower(),
    )


def _with_its_parts(world: World, annotated: Annotated, entry: Entry) -> Entry:
    if entry.kind == "place":
        return _located(world, annotated, entry)
    if entry.kind == "thing":
        return replace(entry, parts=tuple(sorted(content_words(entry.words))))
    return entry


def _located(world: World, annotated: Annotated, entry: Entry) -> Entry:
    """Return a place with what names it: its own noun or name first, then the places it is said to lie in or near."""
    inside = [m for m in annotated.mentions_in(entry.span) if m.kind in PLACE_KINDS and m.form == "name"]
    names = [_place_key(world.name_of(annotated.article.id, m.entity) or m.name) for m in inside]
    parts = tuple(dict.fromkeys(names if entry.named else (entry.head, *names)))
    return replace(entry, parts=parts) if parts else entry


def _place_key(name: str) -> str:
    return " ".join(_SHORT.get(word, word) for word in plain(name).split())


def relate_series(left: Entry, right: Entry) -> Relation | None:
    """Return how two values stand of which one at least has several parts; None for any others."""
    if max(len(left.parts), len(right.parts)) < 2:
        return None
    one, other = (e.parts or (e.key,) for e in (left, right))
    if set(one) == set(other):
        return "same"
    if left.kind == "place" and one[0] == other[0] and not any(map(_is_list, (left, right))):
        return "same" if left.named or set(one[1:]) & set(other[1:]) else "within"
    return "within" if set(one) & set(other) else None


def _is_list(entry: Entry) -> bool:
    return bool(_LISTED.search(entry.words))
