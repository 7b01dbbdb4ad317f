"""Where things are said to be: places behind a preposition of place, and those that somebody visits."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Token

from onrecord.annotate.facts.anchors import span_of
from onrecord.annotate.facts.words import canonical
from onrecord.data_files import words
from onrecord.model import BODY_KINDS, PLACE_KINDS, Mention, Span

_WHERE = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "from",
        "to",
        "into",
        "around",
        "off",
        "on",
        "across",
        "by",
        "between",
        "of",
    }
)
_BARE_HEADS = frozenset({"in", "at", "near", "outside", "inside", "around", "off"})
_NOT_PLACES = BODY_KINDS | {"person", "work", "event"}
"""A place inside the name of one of these is no place: "the Bank of Westmark"."""
_BODY = re.compile(
    r"(?:the )?(?:Organi[sz]ation|Association|Union|Council|Conference|League|Federation|Society) (?:for|of) "
)
_TERMS = frozenset({"year", "month", "week", "day", "life", "time", "decade"})
_MIDDLES = frozenset({"center", "centre", "heart", "edge", "top", "end", "head"})
_MAX_TOKENS = 9


@lru_cache(maxsize=1)
def place_nouns() -> frozenset[str]:
    """Return the lemmas of nouns that stand for places."""
    return words(__package__, "places.txt")


def find_places(doc: Doc, mentions: Sequence[Mention]) -> Iterator[tuple[Token, Span]]:
    """Yield the head and the words of each place phrase, in order."""
    named = [m.span for m in mentions if m.kind in PLACE_KINDS and m.form == "name"]
    other = [m.span for m in mentions if m.kind in _NOT_PLACES and m.form == "name"]
    text = doc.text  # spaCy puts it together anew each time it is asked
    for token in doc:
        visited = token.dep_ == "dobj" and canonical(token.head.lemma_) == "visit"
        if not visited and (token.dep_ != "pobj" or token.head.lower_ not in _WHERE):
            continue
        if any(span.start <= token.idx < span.end for span in other) or _ends_a_name(text, token, other):
            continue
        if _is_a_term(token) or _is_no_spot(token):
            continue
        is_named = any(span.start <= token.idx < span.end for span in named)
        if is_named or (token.lemma_.lower() in place_nouns() and token.head.lower_ in _BARE_HEADS):
            yield token, _phrase(token)


def _is_a_term(place: Token) -> bool:
    """Whether it says how long somebody is held: "25 years in prison"."""
    return place.head.head.lemma_ in _TERMS and place.lemma_ in ("prison", "jail")


def _is_no_spot(place: Token) -> bool:
    """Whether it is the middle of no place: "the law firm at the centre of the scandal"."""
    if place.lemma_ not in _MIDDLES:
        return False
    of = [p for prep in place.children if prep.lower_ == "of" for p in prep.children if p.dep_ == "pobj"]
    return any(p.lemma_.lower() not in place_nouns() and p.pos_ != "PROPN" for p in of)


def _ends_a_name(text: str, place: Token, bodies: Sequence[Span]) -> bool:
    """Whether a place is the last part of a body's name ("Organisation for Trade in Westmark")."""
    before = place.head.head
    held = next((s for s in bodies if s.start <= before.idx < s.end), None)
    return held is not None and bool(_BODY.match(text, held.start))


def _phrase(head: Token) -> Span:
    """Return the noun phrase without clauses, with a place behind a comma ("Grangemouth, Scotland")."""
    left = min((t for t in head.lefts), key=lambda t: t.left_edge.i, default=head).left_edge
    right = head
    for child in head.rights:
        if (
            child.dep_ in ("prep", "appos", "punct", "npadvmod", "conj", "cc")
            and child.lower_ in ("in", "of", "near", ",", "and")
            or child.ent_type_ in ("GPE", "LOC")
        ):
            edge = child.right_edge
            if edge.i - left.i < _MAX_TOKENS and not any(t.pos_ == "VERB" for t in head.doc[right.i : edge.i + 1]):
                right = edge
    while right.i > head.i and (right.is_punct or right.dep_ == "cc"):
        right = right.nbor(-1)
    return span_of(left, right)
