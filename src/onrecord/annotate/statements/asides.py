"""What an aside vouches for: in "the ship, built in Lund according to the yard, sank" for one clause alone."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.model import Span, StatementSpans

_CLAUSES = frozenset({"acl", "relcl"})


def confined(doc: Doc, found: StatementSpans) -> StatementSpans:
    """Return the statement with its content cut down to the clause that its "according to" hangs on, and its noun.

    One that hangs on the sentence's own verb vouches for the sentence and stays as it is.
    """
    according = _according(doc, found)
    if according is None or not _is_aside(according):
        return found
    inside = [t for t in according.head.subtree if t.i < according.i and not t.is_punct]
    if not inside:
        return found
    told_of = according.head.head
    first = told_of.left_edge if told_of.i < inside[0].i and told_of.pos_ in ("NOUN", "PROPN") else inside[0]
    span = Span(first.idx, inside[-1].idx + len(inside[-1]))
    return replace(found, content=(span,))


def _is_aside(according: Token) -> bool:
    """Whether the words hang on a clause about a noun, behind which the sentence goes on with its own verb."""
    clause = according.head
    if clause.dep_ not in _CLAUSES or clause.pos_ != "VERB":
        return False
    after = according.doc[clause.right_edge.i + 1 : according.sent.end]
    return any(t.pos_ in ("VERB", "AUX") for t in after)


def _according(doc: Doc, found: StatementSpans) -> Token | None:
    for cue in found.cue:
        piece = doc.char_span(cue.start, cue.end, alignment_mode="expand")
        if piece is not None and piece.text[cue.start - piece.start_char :].lower().startswith("according"):
            return piece[0]
    return None
