"""Statements that hang on a noun, an adjective or "according to"."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate.statements.clauses import is_mark, noun_phrase, ranges, subject, to_spans, trimmed, verb_group
from onrecord.annotate.statements.lexicon import Cue
from onrecord.annotate.statements.matching import cue_of
from onrecord.annotate.syntax import child, is_verb
from onrecord.model import StatementSpans

_ABOUT = frozenset({"of", "about", "for", "to", "with", "on", "over"})


def by_noun(noun: Token, cue: Cue, last: int) -> Iterator[StatementSpans]:
    """Read "the mayor's claim that X", "denials of X", "calls for X"."""
    who = _owner(noun)
    if who is None and noun.dep_ == "dobj" and cue_of(noun.head):
        return  # "rejected claims that X" is one statement, of the one who rejects
    clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp") and c.i > noun.i), None)
    end, found = noun.i, list[int]()
    if clause is not None and _opens_as(clause, cue):
        found = [t.i for t in clause.subtree]
    elif "o" in cue.takes and who is not None and (about := _about(noun)) is not None:
        found, end = [t.i for t in about.subtree if t.i > about.i], about.i
    if found and (who is not None or (clause is not None and "c" in cue.takes and not _infinitive(clause))):
        source = [noun_phrase(who)] if who is not None else []
        pieces = [trimmed(noun.doc, *r) for r in ranges(found)]
        yield StatementSpans(
            to_spans(noun.doc, source), to_spans(noun.doc, [(noun.i, end)]), to_spans(noun.doc, pieces)
        )


def _owner(noun: Token) -> Token | None:
    who = child(noun, "poss")
    by = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from")), None)
    if who is None and by is not None:
        who = child(by, "pobj")
    return who


def _about(noun: Token) -> Token | None:
    return next((c for c in noun.children if c.dep_ == "prep" and c.i > noun.i and c.lower_ in _ABOUT), None)


def _opens_as(clause: Token, cue: Cue) -> bool:
    """Whether a clause after a noun is what was said: "that X", "to X"."""
    if _infinitive(clause):
        return "i" in cue.takes
    return "c" in cue.takes and any(c.dep_ == "mark" and c.lower_ in ("that", "whether", "if") for c in clause.children)


def _infinitive(clause: Token) -> bool:
    return any(c.tag_ == "TO" for c in clause.children)


def by_adjective(adjective: Token, cue: Cue, last: int) -> Iterator[StatementSpans]:
    """Read "he is confident that X"."""
    be = adjective.head
    clause = child(adjective, "ccomp")
    who = subject(be) if be.lemma_ in ("be", "remain", "feel", "seem") else None
    if clause is None or who is None or who.dep_ == "expl" or "c" not in cue.takes:
        return
    first, _ = verb_group(be)
    yield StatementSpans(
        to_spans(be.doc, [noun_phrase(who)]),
        to_spans(be.doc, [(first, adjective.i)]),
        to_spans(be.doc, [trimmed(be.doc, clause.left_edge.i, clause.right_edge.i)]),
    )


def according_to(token: Token) -> Iterator[StatementSpans]:
    """Read "X, according to Y", wherever in the sentence it stands."""
    doc = token.doc
    to = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if to is None or to.lower_ != "to":
        return
    who = child(to, "pobj")
    if who is None:
        return
    phrase = set(range(token.i, to.i + 1)) | {t.i for t in who.subtree}
    found = [t.i for t in _governed(token) if t.i not in phrase]
    pieces = [trimmed(doc, *r) for r in ranges(found)]
    pieces = [p for p in pieces if not all(is_mark(doc[i]) for i in range(p[0], p[1] + 1))]
    if pieces:
        yield StatementSpans(to_spans(doc, [noun_phrase(who)]), to_spans(doc, [(token.i, to.i)]), to_spans(doc, pieces))


def _governed(token: Token) -> list[Token]:
    """Return the clause that an "according to" speaks of: its own, or at the sentence's edge the whole sentence."""
    sentence = token.sent
    after = [t for t in sentence if t.i > max(x.i for x in token.subtree) and not is_mark(t)]
    at_edge = token.i == sentence.start or token.head == sentence.root or (not after and _comma_before(token))
    if at_edge:
        return list(sentence)
    head = token.head
    while not is_verb(head) and head.dep_ != "ROOT":
        head = head.head
    return list(head.subtree)


def _comma_before(token: Token) -> bool:
    return token.i > 0 and token.doc[token.i - 1].text == ","
