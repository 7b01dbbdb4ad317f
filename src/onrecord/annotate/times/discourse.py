"""Dates that an earlier sentence gave: "The call" is the one that was held on Sunday, two sentences before."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Token

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
    start, tellers = head.sent.start, _tellers(head.doc).get(canonical(head.lemma_), ())
    found = [told for i in tellers if i < start and (told := date_of(head.doc[i]))]
    return found[0] if found and len({when.value for when, _ in found}) == 1 else None


def _points_back(head: Token) -> bool:
    determined = any(child.dep_ == "det" and child.lower_ in _POINTING for child in head.children)
    told_apart = any(child.dep_ in _TELLING for child in head.children)
    return determined and not told_apart and head.tag_ == "NN"


@lru_cache(maxsize=1)
def _tellers(doc: Doc) -> Mapping[str, Sequence[int]]:
    """Return where a report tells of a happening by a noun or a verb, by the word for both."""
    found: dict[str, list[int]] = defaultdict(list)
    for token in doc:
        if is_verb(token) or token.tag_ == "NN":
            found[canonical(token.lemma_)].append(token.i)
    return found
