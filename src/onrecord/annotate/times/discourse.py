"""Dates that an earlier sentence gave: "The call" is the one that was held on Sunday, two sentences before."""

from collections.abc import Callable

from spacy.tokens import Token

from onrecord.annotate.facts.words import canonical
from onrecord.annotate.syntax import is_verb
from onrecord.model import Span, When

_POINTING = frozenset({"the", "this", "that"})
# Words before a noun that tell it from another of its kind.
_TELLING = frozenset({"amod", "compound", "nummod", "poss", "nmod"})


def told_before(head: Token, date_of: Callable[[Token], tuple[When, Span] | None]) -> tuple[When, Span] | None:
    """Return the day that the happening a definite noun points back to was given; None unless there is just one.

    The noun stands bare behind "the", "this" or "that"; the happening was told before by the same noun or its verb.
    """
    if not _points_back(head):
        return None
    word = canonical(head.lemma_)
    found = [told for token in head.doc[: head.sent.start] if _tells(token, word) and (told := date_of(token))]
    return found[0] if found and len({when.value for when, _ in found}) == 1 else None


def _points_back(head: Token) -> bool:
    determined = any(child.dep_ == "det" and child.lower_ in _POINTING for child in head.children)
    told_apart = any(child.dep_ in _TELLING for child in head.children)
    return determined and not told_apart and head.tag_ == "NN"


def _tells(token: Token, word: str) -> bool:
    return (is_verb(token) or token.tag_ == "NN") and canonical(token.lemma_) == word
