"""Open dates: "before 29 December", "by 2025", "since August", and what tense says against the publication date."""

from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.syntax import is_verb
from onrecord.annotate.times.lexicon import listed
from onrecord.annotate.times.tense import Tense, clause_verb, tense_of
from onrecord.model import When

# "until" is a bound only of what is to be done by then: "had until Friday to appeal".
_LATEST = frozenset({"before", "by", "until", "till"})
_EARLIEST = frozenset({"since", "after"})
_MODALS_AHEAD = frozenset({"will", "'ll", "wo", "shall", "sha"})
_BEHIND = frozenset({"after", "following"})
_UNREAL = frozenset({"if", "unless", "whether", "lest"})


def opener(root: Token) -> str:
    """Return the preposition that a date, given by the top token of its words, is the object of; "" without one."""
    return root.head.lower_ if root.dep_ in ("pobj", "pcomp") and root.head.pos_ in ("ADP", "SCONJ") else ""


def bounded(when: When, preposition: str) -> When:
    """Return the date that "before", "by", "since" or "after" leaves open on one side; the date itself behind others.

    >>> bounded(When("2019-12-29", "day", "printed in the text"), "before").value
    '../2019-12-29'
    """
    first, _, last = when.value.partition("/")
    if ".." in when.value or "X" in when.value or "T" in when.value:  # "by noon on Sunday" is on Sunday
        return when
    if preposition in _LATEST:
        return replace(when, value=f"../{last or first}", precision="interval")
    return replace(when, value=f"{first}/..", precision="interval") if preposition in _EARLIEST else when


def by_tense(draft: Draft, head: Token) -> When | None:
    """Return the publication date as a bound on the happening at `head`: before it, or after it.

    Only for plain assertions: what may, would or should happen, what somebody wants or what is only supposed
    has no side.
    """
    first, _, last = draft.article.published.value.partition("/") if draft.article.published else ("", "", "")
    if len(first) < 10 or ".." in (first, last) or "X" in first + last:
        return None
    side = _side(head)
    if side is Tense.PAST:
        return When(f"../{(last or first)[:10]}", "interval", "past tense, before publication")
    return When(f"{first[:10]}/..", "interval", "future tense, after publication") if side is Tense.FUTURE else None


def _side(head: Token) -> Tense:
    if _is_followed(head):
        return Tense.PAST
    verb = clause_verb(head)
    if verb is None or verb != head or _is_unreal(verb):
        return Tense.UNKNOWN
    tense = tense_of(verb)
    ahead = any(child.dep_ == "aux" and child.lower_ in _MODALS_AHEAD for child in verb.children)
    if tense is Tense.FUTURE:
        return tense if ahead and not _is_told(verb) else Tense.UNKNOWN
    return tense if tense is Tense.PAST and _is_finite_past(verb) else Tense.UNKNOWN


def _is_followed(noun: Token) -> bool:
    """Whether a noun tells what something has followed: "the row follows the arrest", "he quit after the arrest"."""
    if noun.pos_ != "NOUN":
        return False
    above = noun.head
    if noun.dep_ == "dobj" and above.lemma_ == "follow":
        subjects = [child for child in above.children if child.dep_ == "nsubj"]
        return _has_come(above) and any(subject.lemma_.lower() in listed("sequel") for subject in subjects)
    verb = above.head
    return noun.dep_ == "pobj" and above.lower_ in _BEHIND and is_verb(verb) and _has_come(verb)


def _has_come(verb: Token) -> bool:
    """Whether a clause tells what has taken place, or what comes right now: "the news comes after the arrest"."""
    comes = verb.lemma_ in ("come", "follow") and verb.tag_ in ("VBZ", "VBP")
    return (comes or (tense_of(verb) is Tense.PAST and _is_finite_past(verb))) and not _is_unreal(verb)


def _is_finite_past(verb: Token) -> bool:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(child.tag_ in ("MD", "TO") or child.lower_ == "having" for child in helpers):
        return False
    done = any(child.tag_ in ("VBD", "VBZ", "VBP") for child in helpers)
    return verb.tag_ == "VBD" or (verb.tag_ in ("VBN", "VBG") and done)


def _is_unreal(verb: Token) -> bool:
    """Whether a clause, or one that it stands in, is only supposed: "if it rained", "whether he knew"."""
    for token in (verb, *verb.ancestors):
        if any(child.dep_ == "mark" and child.lower_ in _UNREAL for child in token.children):
            return True
    return False


def _is_told(verb: Token) -> bool:
    """Whether somebody said it, at a time of their own: "in 2015 he said it will sink"."""
    return any(token.dep_ in ("ccomp", "relcl") for token in (verb, *verb.ancestors))
