"""What is found, seized, launched, sold or banned: the objects of deeds that reports of one happening share."""

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token

from onrecord.annotate.facts.anchors import span_of
from onrecord.data_files import words
from onrecord.model import Span

_OBJECTS = frozenset({"dobj", "nsubjpass"})
_MAX_TOKENS = 14


@lru_cache(maxsize=1)
def deeds() -> frozenset[str]:
    """Return the lemmas of verbs whose object is worth setting side by side."""
    return words(__package__, "deeds.txt")


def find_things(doc: Doc) -> Iterator[tuple[Token, Span]]:
    """Yield the head and the words of each thing that something is done to, lists as a whole, in order."""
    for token in doc:
        if token.dep_ not in _OBJECTS or token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ == "PERSON":
            continue
        if token.head.pos_ == "VERB" and token.head.lemma_.lower() in deeds():
            last = _last(token)
            if last.i - token.left_edge.i < _MAX_TOKENS:
                yield token, span_of(token.left_edge, last)


def _last(head: Token) -> Token:
    """Return the last word of a noun phrase without the clauses behind it, the last noun of a list."""
    kept = [c for c in head.rights if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")]
    of = [c for c in head.rights if c.dep_ == "prep" and c.lower_ == "of"]
    if kept:
        return _last(kept[-1])
    return of[-1].right_edge if of and not any(t.dep_ in ("relcl", "acl") for t in of[-1].subtree) else head
