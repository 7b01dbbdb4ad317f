"""Sources that only stand beside what nobody is told to say: "amid warnings of a siege", "a man said to be rich"."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc, Token

from onrecord.annotate.syntax import child, has_to, is_verb
from onrecord.model import Span, StatementSpans

_BESIDE = frozenset({"after", "against", "amid", "amidst", "despite", "following", "over"})
_NAMING = frozenset({"by", "from"})
_HELD = frozenset({"allege", "believe", "report", "rumor", "rumour", "say", "suppose", "think", "understand"})


_CALLED_OUT = re.compile(r"\b(?:boo|chant|cheer|cr(?:y|ie)|jeer|scream|shout|whoop|yell)s? of$")
_QUOTED_FROM = re.compile(r"(?P<words>[\"“‘'].+[\"”’']) from (?=[\w’' -]+\W*$)")


def without_borrowed_source(doc: Doc, statement: StatementSpans) -> StatementSpans:
    """Return a statement; without its source where that only acts beside claims of which nobody's name is told.

    In "the minister resigned over claims that he took bribes" the minister claims nothing, nor does the clerk of "a
    clerk said to be ill"; "despite his claim" has its owner, and "over claims by the union" too.
    """
    if not statement.cue or (not statement.source and not _CALLED_OUT.search(statement.cue[-1].of(doc.text))):
        return statement
    if _CALLED_OUT.search(statement.cue[-1].of(doc.text)):
        return _called_out(doc, statement)
    words = doc.char_span(statement.cue[0].start, statement.cue[-1].end, alignment_mode="expand")
    if words is None:
        return statement
    if (who := _subject(words.root, statement)) is not None:
        return replace(statement, source=(Span(who.left_edge.idx, who.idx + len(who)),))
    beside = _is_beside(words.root) and words.root.head.i < words.start and not _holds(words.root.subtree, statement)
    return replace(statement, source=()) if beside or _is_said_of(words.root) else statement


def _called_out(doc: Doc, statement: StatementSpans) -> StatementSpans:
    """Return words that were called out with those who did: "left to cries of "shame" from the gallery" is its own."""
    if len(statement.content) != 1 or (statement.source and statement.source[0].start >= statement.cue[-1].end):
        return statement
    [said] = statement.content
    found = _QUOTED_FROM.match(doc.text, said.start, said.end)
    behind = doc.char_span(found.end(), said.end, alignment_mode="contract") if found is not None else None
    if found is None or behind is None:
        return replace(statement, source=())
    who = list(takewhile(lambda t: not (is_verb(t) or t.is_punct), behind))
    while who and who[-1].pos_ in ("CCONJ", "ADP"):
        who.pop()
    source = (Span(who[0].idx, who[-1].idx + len(who[-1])),) if who else ()
    return replace(statement, source=source, content=(Span(*found.span("words")),))


def _holds(words: Iterable[Token], statement: StatementSpans) -> bool:
    return any(s.start <= t.idx < s.end for t in words for s in statement.source)


def _is_beside(noun: Token) -> bool:
    """Whether a noun stands behind such a preposition, with nobody's name on it."""
    behind = noun.dep_ == "pobj" and noun.pos_ == "NOUN" and noun.head.lower_ in _BESIDE
    owned = child(noun, "poss") is not None or any(c.dep_ == "prep" and c.lower_ in _NAMING for c in noun.children)
    return behind and not owned


def _subject(verb: Token, statement: StatementSpans) -> Token | None:
    """Return who speaks where the source is only told of beside them: "firms, pressed by farmers, promised"."""
    who = child(verb, "nsubj")
    if not is_verb(verb) or who is None or who.tag_ in ("WP", "WDT") or who.idx >= statement.source[0].start:
        return None
    asides = [c for c in who.rights if c.dep_ in ("acl", "prep") and c.left_edge.nbor(-1).text == ","]
    told = {t.idx for aside in asides for t in aside.subtree}
    return who if min(s.start for s in statement.source) in told else None


def _is_said_of(verb: Token) -> bool:
    """Whether a participle tells what others hold of somebody: "a clerk said to be ill", however it is parsed.

    "She said to be careful" has her speak.
    """
    below = child(verb, "xcomp")
    if verb.lemma_ not in _HELD or below is None or not has_to(below) or child(verb, "agent", "dobj") is not None:
        return False
    who = child(verb, "nsubj")
    is_state = below.lemma_ == "be" or child(below, "aux", "auxpass") is not None
    return verb.tag_ in ("VBN", "VBD") and is_state and (who is None or who.pos_ != "PRON")
