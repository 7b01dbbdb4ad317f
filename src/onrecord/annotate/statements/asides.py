"""What an aside vouches for: in "the ship, built in Lund according to the yard, sank" for one clause alone."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.model import Span, StatementSpans

_CLAUSES = frozenset({"acl", "relcl", "advcl", "amod", "appos"})


def confined(doc: Doc, found: StatementSpans) -> StatementSpans:
    """Return the statement with its content cut down to the clause that its "according to" hangs on, and its noun.

    One that hangs on the sentence's own verb vouches for the sentence and stays as it is.
    """
    according = _according(doc, found)
    if according is None or according.head.dep_ not in _CLAUSES or according.head.pos_ != "VERB":
        return found
    inside = [t for t in according.head.subtree if t.i < according.i and not t.is_punct]
    if not inside:
        return found
    told_of = according.head.head
    first = told_of.left_edge if told_of.i < inside[0].i and told_of.pos_ in ("NOUN", "PROPN") else inside[0]
    span = Span(first.idx, inside[-1].idx + len(inside[-1]))
    return replace(found, content=(span,))


def _according(doc: Doc, found: StatementSpans) -> Token | None:
    for cue in found.cue:
        if cue.of(doc.text).lower().startswith("according"):
            piece = doc.char_span(cue.start, cue.end, alignment_mode="expand")
            return None if piece is None else piece[0]
    return None
