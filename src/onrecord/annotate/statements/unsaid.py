"""What nobody is told to have said: how people are described, what they only might say, whom others named so."""

from spacy.tokens import Token

from onrecord.annotate.statements.reading import Reading
from onrecord.annotate.syntax import child, has_to

_FIRST = frozenset({"first", "second", "third", "last", "latest", "only"})
_CONDITIONS = frozenset({"if", "unless"})


def is_unsaid(reading: Reading) -> bool:
    """Whether the words beside the cue show that nothing is said here."""
    head = reading.head
    if head is None:
        return False
    return (
        _only_describes(head) or _is_of_the_first_to(head) or _is_condition(head) or _is_named_by_others(reading, head)
    )


def _only_describes(head: Token) -> bool:
    """Whether the cue is an adjective that says which people are meant: "letters to ministers critical of the dam"."""
    return head.pos_ == "ADJ" and head.dep_ == "amod"


def _is_of_the_first_to(head: Token) -> bool:
    """Whether the cue tells what somebody was the first or only one to do: "the first diver to become aware of it"."""
    verb = head if has_to(head) else head.head
    noun = verb.head
    if verb.dep_ not in ("relcl", "acl") or not has_to(verb) or head not in (verb, child(verb, "acomp")):
        return False
    return head.pos_ == "ADJ" and any(t.lower_ in _FIRST for t in verb.doc[noun.left_edge.i : verb.i])


def _is_condition(head: Token) -> bool:
    """Whether the cue stands behind "if": "if two thirds of the owners agree to the sale"."""
    return head.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in head.children)


def _is_named_by_others(reading: Reading, head: Token) -> bool:
    """Whether the cue is a passive of "what" and the source is not who did it.

    In "the ministry's list, released in what has been dubbed a purge" the ministry dubs nothing.
    """
    what = child(head, "nsubjpass")
    if what is None or what.lower_ != "what" or not reading.source or child(head, "agent") is not None:
        return False
    below = set(head.subtree)
    return below.isdisjoint(reading.source)
