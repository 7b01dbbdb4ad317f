"""Whose a statement is that stands inside another's words: "guards said Orr joked, asking for tea" has Orr ask."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.annotate import syntax
from onrecord.model import Span, StatementSpans

_HIGHEST = 3  # clauses above a participle in which its doer is looked for


def of_their_doers(doc: Doc, found: Sequence[StatementSpans]) -> list[StatementSpans]:
    """Return statements; of a participle in the words of the one it seems to be of, the source is its own subject."""
    return [_of_its_doer(doc, statement, found) for statement in found]


def _of_its_doer(doc: Doc, statement: StatementSpans, found: Sequence[StatementSpans]) -> StatementSpans:
    outer = next((other for other in found if _holds(other, statement)), None)
    cue = doc.char_span(statement.cue[0].start, statement.cue[0].end, alignment_mode="expand") if outer else None
    if outer is None or cue is None or cue.root.tag_ != "VBG" or cue.root.dep_ != "advcl":
        return statement
    doer = _doer(cue.root)
    if doer is None or not any(c.start <= doer.idx < c.end for c in outer.content):
        return statement
    return replace(statement, source=(Span(doer.left_edge.idx, doer.idx + len(doer)),))


def _holds(other: StatementSpans, statement: StatementSpans) -> bool:
    """Whether a statement's cue stands in what its seeming source is said to say anyway."""
    if (
        other is statement
        or not statement.cue
        or not any(a.overlaps(b) for a in other.source for b in statement.source)
    ):
        return False
    return any(content.contains(statement.cue[0]) for content in other.content)


def _doer(participle: Token) -> Token | None:
    verb = participle
    for _ in range(_HIGHEST):
        verb = verb.head
        if subject := syntax.child(verb, "nsubj", "nsubjpass"):
            return subject
    return None
