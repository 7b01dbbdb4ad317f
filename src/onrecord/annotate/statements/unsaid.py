"""What nobody is told to have said: how people are described, what they only might say, whom others named so."""

from spacy.tokens import Token

from onrecord.annotate.statements.matching import cue_of
from onrecord.annotate.statements.reading import Reading
from onrecord.annotate.statements.stances import is_negated
from onrecord.annotate.syntax import child, has_to, is_passive, is_verb

_FIRST = frozenset({"first", "second", "third", "last", "latest", "only"})
_CALLING = frozenset({"brand", "call", "describe", "dub", "hail", "label", "name", "nickname", "term"})
_WINNING_OVER = frozenset({"convince", "pass", "persuade", "sway"})
_DOING = frozenset({"answer", "offer", "read", "repeat", "write"})
_UNREAL = frozenset({"can", "could", "may", "might", "must", "should", "would"})
_HEARSAY = frozenset({"allege", "claim", "purport", "report", "rumour", "rumor", "suppose", "suspect"})
_AS_IF = frozenset({"as", "like", "that"})
_CONDITIONS = frozenset({"if", "unless"})


def is_unsaid(reading: Reading) -> bool:
    """Whether the words beside the cue show that nothing is said here."""
    head = reading.head
    if head is None:
        return False
    described = _only_describes(head) or _is_of_the_first_to(head) or _is_in_sight(reading, head)
    told = _is_named_by_others(reading, head) or _is_left_undone(reading, head)
    return described or told or _is_condition(head) or _is_only_a_way(head) or _is_failure(head)


def _only_describes(head: Token) -> bool:
    """Whether the cue only says which people or things are meant: "ministers critical of the dam", "disputed land"."""
    return head.dep_ == "amod" and (head.pos_ == "ADJ" or (head.tag_ == "VBN" and head.lemma_ not in _HEARSAY))


def _is_in_sight(reading: Reading, head: Token) -> bool:
    """Whether something only comes to be seen: "the paper will appear in a journal", not "it appears to be late"."""
    if head.lemma_ != "appear" or reading.source:
        return False
    after = head.doc[head.i + 1 : head.i + 2]
    return bool(after) and after[0].pos_ == "ADP" and after[0].lower_ not in _AS_IF


def _is_of_the_first_to(head: Token) -> bool:
    """Whether the cue tells what somebody was the first or only one to do: "the first diver to become aware of it"."""
    verb = head if has_to(head) else head.head
    noun = verb.head
    if verb.dep_ not in ("relcl", "acl") or not has_to(verb) or head not in (verb, child(verb, "acomp")):
        return False
    return head.pos_ == "ADJ" and any(t.lower_ in _FIRST for t in verb.doc[noun.left_edge.i : verb.i])


def _is_condition(head: Token) -> bool:
    """Whether the cue stands behind "if": "if the owners agree to the sale", "unless she comes and agrees to it"."""
    verb = head.head if head.dep_ == "conj" and is_verb(head.head) and child(head, "nsubj") is None else head
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in verb.children)


def _is_only_a_way(head: Token) -> bool:
    """Whether the cue tells how somebody could do something: "she could stop it by telling the mayor that she will"."""
    deed = head.head.head if head.dep_ == "pcomp" and head.head.lower_ == "by" else None
    return deed is not None and any(c.dep_ == "aux" and c.lower_ in _UNREAL for c in deed.children)


def _is_failure(head: Token) -> bool:
    """Whether a deed other than speech only fails: "failed to pass the plan", not "failed to say why"."""
    failing = head if head.lemma_ == "fail" else head.head
    deed = child(failing, "xcomp") if failing.lemma_ == "fail" else None
    return deed is not None and (deed.lemma_ in _WINNING_OVER or not cue_of(deed))


def _is_named_by_others(reading: Reading, head: Token) -> bool:
    """Whether the cue tells in the passive how something is called, and not by whom.

    In "often called a purge, the ministry's list grew" the ministry calls nothing so.
    """
    if reading.entry is None or reading.entry.words[0] not in _CALLING or not (is_passive(head) or _opens(head)):
        return False
    whom = child(head, "agent")
    return whom is None or set(whom.subtree).isdisjoint(reading.source)


def _opens(participle: Token) -> bool:
    """Whether a participle alone stands before the clause: "called a purge, the list grew"."""
    before = participle.dep_ == "advcl" and participle.i < participle.head.i and participle.tag_ == "VBN"
    return before and child(participle, "aux", "nsubj") is None


def _is_left_undone(reading: Reading, head: Token) -> bool:
    """Whether a deed that is also a word of speech is left undone: "did not read the second chapter"."""
    if reading.entry is None or reading.entry.words[0] not in _DOING or not is_negated(reading):
        return False
    return not any(is_verb(t) for t in reading.content) and child(head, "dobj") in reading.content
