"""How likely two values of two reports answer one question: words around them, what they are said of, the values."""

from dataclasses import dataclass

from onrecord.compare.counting import (
    CLOSE_WORDS,
    count_term,
    counts_may_join,
    is_close,
    is_measured,
    is_one_noun,
    is_vague,
)
from onrecord.compare.dates_alike import date_term, dates_may_join, same_end
from onrecord.compare.entry import Entry
from onrecord.compare.nearness import Context, Nearness
from onrecord.compare.parties_alike import is_one_list, parties_may_join, places_may_join
from onrecord.compare.relating import relate
from onrecord.compare.values import Relation
from onrecord.compare.wording import claim_words
from onrecord.model import Passage

JOIN = 0.38
"""Values that reach this likeness are set side by side. Below it half of the pairs answer different questions, read
by hand; of labelled pairs above it 95 in 100 are right for counts and 93 for dates."""
_SAID_ALIKE = 0.25
_ASKED_ALIKE = 0.65
_OF_ONE_ORDER = 2
"""A number of the hurt or missing so many times the other is that of another happening."""
CLASH_WORDS = 0.25
"""Words in common from which values that exclude each other are of one thing."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two values are and how they stand.

    score  about 0 to 2; words  the share of context in common
    firm   both are exact and said of one deed, or of one end of a time, so that a clash is one of accounts
    enough  share of context in common that a clash needs
    """

    score: float
    relation: Relation
    words: float
    firm: bool
    enough: float = CLASH_WORDS


def likeness(context: Context, left: Entry, right: Entry) -> Likeness | None:
    """Return how alike two values of one kind are, None where they cannot answer one question."""
    near = nearness(context, left, right)
    if not _may_join(left, right, near):
        return None
    score = (
        near.words
        + _SAID_ALIKE * (near.same_word or near.akin)
        + 0.2 * near.same_event
        + 0.05 * (left.relation == right.relation)
    )
    score += 0.1 * (left.subject is not None and left.subject == right.subject)
    score += _value_term(left, right, near.relation, near.alone) + _ASKED_ALIKE * near.one_question
    enough = 0.0 if near.one_question else CLOSE_WORDS if is_close(left, right, near) else CLASH_WORDS
    return Likeness(score, near.relation, near.words, _is_firm(left, right, near), enough)


def nearness(context: Context, left: Entry, right: Entry) -> Nearness:
    """Return what two values of one kind have in common besides themselves."""
    words, relation = context.in_common(left, right), relate(left, right)
    light = {left.said_of, right.said_of} <= claim_words("light") or _is_of_itself(left)
    return Nearness(
        words,
        left.said_of == right.said_of and not light,
        bool(left.families & right.families) and not light,
        _are_one_event(left, right),
        relation,
        context.alone(left) and context.alone(right),
        context.of_one_question(left, right) and _is_of_one_happening(left, right, words, relation),
    )


def _is_of_one_happening(left: Entry, right: Entry, words: float, relation: Relation) -> bool:
    """Whether the happening that two answers to one question are of is the reports' own, or told in like words."""
    if left.asked not in claim_words("befalling-questions"):
        return True
    if relation == "clash":
        low, high = sorted((left.measure, right.measure))
        return left.leads and right.leads and high <= _OF_ONE_ORDER * low
    return (left.leads and right.leads) or words >= CLOSE_WORDS


def _is_of_itself(entry: Entry) -> bool:
    """Whether a count is said of its own number or unit ("tickets were $3,000"), which tells of no deed."""
    return entry.kind == "count" and is_measured(entry) and entry.span.contains(entry.anchor)


def _are_one_event(left: Entry, right: Entry) -> bool:
    """Whether both hang on one event, one of them at least on a mention that surely tells it."""
    if left.event is None or right.event is None or left.event.id != right.event.id:
        return False
    told = [Passage(e.article, e.mention.trigger) for e in (left, right) if e.mention is not None]
    return any(passage in left.event.told_by for passage in told)


def _is_firm(left: Entry, right: Entry, near: Nearness) -> bool:
    exact = not any(is_vague(e.count) for e in (left, right))
    return exact and (near.one_deed or near.one_question or same_end(left, right) or is_close(left, right, near))


# --- which may join ----------------------------------------------------------------------------------


def _may_join(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether two values can answer one question at all; values that exclude each other need more in common."""
    if left.kind == "count":
        return counts_may_join(left, right, near)
    if left.kind == "date":
        return dates_may_join(left, right, near)
    if left.kind == "place":
        return places_may_join(left, right, near)
    return parties_may_join(left, right, near)


# --- what the values add ------------------------------------------------------------------------------


def _value_term(left: Entry, right: Entry, relation: Relation, alone: bool) -> float:
    if left.kind == "count":
        return count_term(left, right, relation) + 0.25 * (alone and is_one_noun(left, right) and relation != "same")
    if left.kind == "date":
        return date_term(left, right, relation)
    if left.kind == "place":
        return {"same": 0.25, "within": 0.2}.get(relation, 0.05) + 0.2 * is_one_list(left, right)
    return {"same": 0.15, "within": 0.1}.get(relation, 0.0)
