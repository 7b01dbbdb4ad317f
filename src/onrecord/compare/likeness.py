"""How likely two values of two reports answer one question: words around them, what they are said of, the values."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.compare.counting import (
    CLOSE_WORDS,
    Nearness,
    counts_may_join,
    distinctive,
    is_close,
    is_measured,
    is_one_noun,
    is_touching,
    is_vague,
)
from onrecord.compare.entries import Entry
from onrecord.compare.relating import days_between, is_day, is_printed, relate, weekday
from onrecord.compare.values import Relation, days
from onrecord.compare.wording import claim_words
from onrecord.model import Passage

_WHERE = frozenset(f"prep {word}" for word in ("in", "at", "near", "outside", "inside", "on", "off")) | {"place"}
ENDS = {"prep from": "start", "prep since": "start", "prep to": "end", "prep until": "end"}
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
_OWN_DAY = re.compile(r"\b(?:today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening))\b")
_COUNTED_DAY = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:last|this) (?:morning|afternoon|evening|night|week|weekend))\b"
)
_WHEN_RELATIONS = ("prep ", "npadvmod", "tmod", "advmod", "pobj")
_TOLD_ALIKE = 0.2
"""Words in common from which the day of a deed may be that on which it was told."""
_ONE_TELLING = 0.3
"""Words in common from which two who are called by different names tell one thing."""
_DAYS_APART = 31
_WEEKDAYS_APART = 3
_YEAR_APART = 366
_AS_DONE = frozenset({"actual", "alleged"})
_ROUGH_DAY = 0.1
_ROUGH_DAY_OF_SOMETHING = 0.2
"""Words in common from which "this week" here is Monday there though neither the word nor the event is the same."""
_SAME_DAY = 0.05
_BUSY_DAY = 0.07
"""Words in common from which two deeds of a weekday that reports do not open with are one; on a day much is done."""
_SAME_YEAR = 0.15
_DAY_OF_A_YEAR = 0.3
"""Words in common from which a day here and a year there are of one deed; in a year much else is done."""
_SAME_DOER = 0.35
"""Words in common from which one party does one thing: it may favour or spend one thing here, another there."""
_OTHER_DEEDS = 0.3
"""Words in common from which two deeds in one place are one, though neither word nor event is the same."""
_OTHER_NAMES = 0.45
"""Words in common from which two names or descriptions stand for one party, thing or place of one event."""
_OF_ONE_EVENT = 0.25
"""Words in common from which a named party plays one part in what is held to be one event, where nobody else does."""
_SHARED_PARTS = 2
"""Things that share so many of their own words ("extremist literature") need little else in common."""
_LISTED = 3
_FAR_WEIGHT = 0.5
JOIN = 0.38
"""Values that reach this likeness are set side by side. Below it half of the pairs answer different questions, read
by hand; of labelled pairs above it 95 in 100 are right for counts and 93 for dates."""
_SAID_ALIKE = 0.25
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


class Context:
    """The weight of each word by how few of the values have it near them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Count the words around all values of a collection."""
        self._seen: Counter[str] = Counter()
        self._total = 0
        self._heads: Counter[tuple[str, str]] = Counter()
        self._kept: dict[tuple[str, object], Mapping[str, float]] = {}
        for entry in entries:
            self._total += 1
            self._seen.update({*entry.near, *entry.far})
            self._heads[entry.article, entry.counted] += entry.kind == "count"

    def weight(self, word: str) -> float:
        """Return a word's rarity."""
        return math.log((self._total + 20) / (self._seen[word] + 2))

    def alone(self, entry: Entry) -> bool:
        """Whether an article counts a thing only once."""
        return self._heads[entry.article, entry.counted] == 1

    def vector(self, entry: Entry) -> Mapping[str, float]:
        """Return the weighted words around a value, scaled to length 1."""
        key = (entry.article, (entry.span, entry.kind))
        if key not in self._kept:
            words = {w: _FAR_WEIGHT * self.weight(w) for w in entry.far} | {w: self.weight(w) for w in entry.near}
            size = math.sqrt(sum(v * v for v in words.values())) or 1.0
            self._kept[key] = {w: v / size for w, v in words.items()}
        return self._kept[key]

    def in_common(self, left: Entry, right: Entry) -> float:
        """Return the share of their contexts that two values have in common, in [0, 1]."""
        a, b = self.vector(left), self.vector(right)
        return sum(a[w] * b[w] for w in a.keys() & b.keys())


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
    score += _value_term(left, right, near.relation, near.alone)
    enough = CLOSE_WORDS if is_close(left, right, near) else CLASH_WORDS
    return Likeness(score, near.relation, near.words, _is_firm(left, right, near), enough)


def nearness(context: Context, left: Entry, right: Entry) -> Nearness:
    """Return what two values of one kind have in common besides themselves."""
    light = {left.said_of, right.said_of} <= claim_words("light") or _is_of_itself(left)
    return Nearness(
        context.in_common(left, right),
        left.said_of == right.said_of and not light,
        bool(left.families & right.families) and not light,
        _are_one_event(left, right),
        relate(left, right),
        context.alone(left) and context.alone(right),
    )


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
    return exact and (near.one_deed or _same_end(left, right) or is_close(left, right, near))


# --- which may join ----------------------------------------------------------------------------------


def _may_join(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether two values can answer one question at all; values that exclude each other need more in common."""
    if left.kind == "count":
        return counts_may_join(left, right, near)
    if left.kind == "date":
        return _dates_may_join(left, right, near)
    if left.kind == "place":
        return _places_may_join(left, right, near)
    return _parties_may_join(left, right, near)


def _is_between_others(call: Entry, other: Entry) -> bool:
    """Whether a call's caller and whom they called are both others than who is said to have started it elsewhere."""
    both = call.others | {call.key}
    return len(both) > 1 and call.key != other.key and both <= other.others


def _parties_may_join(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether two parties play one part in one deed; the same one often does much, to many."""
    if left.kind == "initiator":
        of_others = _is_between_others(left, right) or _is_between_others(right, left)
        return near.same_event and not of_others and (near.relation != "unknown" or near.words >= _OTHER_NAMES)
    if _of_other_days(left, right):
        return False
    if left.others and right.others and not left.others & right.others:
        return False
    if (left.modality in _AS_DONE) != (right.modality in _AS_DONE):
        return False
    if near.relation == "unknown":
        if left.kind == "thing" and max(len(left.parts), len(right.parts)) < _SHARED_PARTS:
            return False  # "the plans" here and "the news" there
        if left.leads and right.leads:
            enough, two_names = 0.2 if near.same_word else 0.35, bears_a_name(left) and bears_a_name(right)
        else:
            enough, two_names = _OTHER_NAMES, left.named and right.named
        return near.same_event and near.words >= enough and not two_names
    if left.kind == "thing" and near.relation == "within":
        enough = 0.1 if len(set(left.parts) & set(right.parts)) >= _SHARED_PARTS else 0.2 if near.same_event else 0.3
        return near.one_deed and near.words >= enough
    return (near.same_event and near.words >= _enough_of_one_event(left, right)) or (
        near.one_deed and near.words >= _SAME_DOER
    )


def bears_a_name(entry: Entry) -> bool:
    """Whether a party is called by a name, and not described with one in it ("Norland's prosecutors")."""
    last = (entry.name or "").split()[-1:]
    return entry.named and last != [word.lower() for word in last]


def _enough_of_one_event(left: Entry, right: Entry) -> float:
    """Return the words in common that two parties of one event need: who has a name often does much of one kind."""
    often = left.kind == "actor" and left.named and not left.others & right.others
    return _OF_ONE_EVENT if often else 0.1


def _of_other_days(left: Entry, right: Entry) -> bool:
    """Whether the deeds are dated, and more than a day apart: one who announces a plan has announced others before."""
    one, other = (days(e.mention.when) if e.mention is not None else None for e in (left, right))
    if one is None or other is None:
        return False
    return (max(one[0], other[0]) - min(one[1], other[1])).days > 1


def _places_may_join(left: Entry, right: Entry, near: Nearness) -> bool:
    if _of_other_days(left, right):
        return False
    if near.relation == "unknown":
        both_where = left.relation in _WHERE and right.relation in _WHERE
        return both_where and near.same_event and near.words >= _OTHER_NAMES
    if not (near.one_deed or left.named or right.named):
        return False  # "at home" in two reports: of one deed, or of nobody's home in particular
    one_subject = left.subject is not None and left.subject == right.subject
    return near.words >= (0.15 if near.one_deed or one_subject else _OTHER_DEEDS) or _is_one_list(left, right)


def _is_one_list(left: Entry, right: Entry) -> bool:
    """Whether both name the same several places, which two reports hardly do by chance."""
    return len(set(left.parts) & set(right.parts)) >= _LISTED


def _dates_may_join(left: Entry, right: Entry, near: Nearness) -> bool:
    if _is_telling(left) != _is_telling(right) and near.words < _TOLD_ALIKE:
        return False
    if _of_two_tellers(left, right) and near.words < _ONE_TELLING:
        return False
    if near.relation == "clash":
        return _clashing_dates_may_join(left, right, near)
    if near.relation == "unknown":
        if "year" in (_precision(left), _precision(right)) and (is_counted(left) or is_counted(right)):
            return False
        one_subject = left.subject is not None and left.subject == right.subject
        one_deed = near.same_event and (near.same_word or near.akin)
        if one_deed and near.words >= _ROUGH_DAY and _is_some_day(left) and _is_some_day(right):
            return True
        return near.one_deed and near.words >= (0.2 if one_subject else 0.35)
    if near.relation == "within":
        if not near.same_word and (_is_day_of(left, right) or _is_day_of(right, left)):
            return near.words >= _DAY_OF_A_YEAR
        return near.words >= (_ROUGH_DAY if near.one_deed else _ROUGH_DAY_OF_SOMETHING)
    return _one_day_may_join(left, right, near)


def _one_day_may_join(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether one day or year in two reports is that of one deed; where neither word nor event is the same, hardly."""
    if near.one_deed:
        return near.words >= _SAME_DAY
    if is_counted(left) and is_counted(right):
        one_subject = left.subject is not None and left.subject == right.subject
        return one_subject or near.words >= _BUSY_DAY
    if "year" in (_precision(left), _precision(right)) and is_printed(left) and is_printed(right):
        return near.words >= _SAME_YEAR
    return near.words >= _SAME_DAY


def _is_telling(entry: Entry) -> bool:
    """Whether a value is said of the telling, and not of what is told."""
    return entry.said_of in claim_words("telling")


def is_counted(entry: Entry) -> bool:
    """Whether a day is told from the report's own ("Sunday", "yesterday"), on which much else happened."""
    return bool(_COUNTED_DAY.search(entry.words))


def _is_day_of(day: Entry, period: Entry) -> bool:
    return is_day(day) and _precision(period) in ("year", "month")


def _of_two_tellers(left: Entry, right: Entry) -> bool:
    """Whether the dates are those on which two tell or announce something, each on his own."""
    return _is_telling(left) and _is_telling(right) and left.subject != right.subject


def _clashing_dates_may_join(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether dates that exclude each other are of one deed; one event may be planned here and done there."""
    if not (_tells_when(left) and _tells_when(right)):
        return False
    told_alike = near.same_event or (left.modality == "actual") == (right.modality == "actual")
    enough = 0.25 if near.same_event and (near.same_word or near.akin) else 0.35
    one_end = _same_end(left, right) and near.words >= (0.25 if near.one_deed else 0.3)
    alike = ((near.same_word or near.akin) and near.words >= enough) or one_end
    return told_alike and alike and _not_far_apart(left, right)


def _is_some_day(entry: Entry) -> bool:
    """Whether a date names a day, also one that is told only from its report's own ("this morning")."""
    return is_day(entry) or bool(_OWN_DAY.search(entry.words))


def _same_end(left: Entry, right: Entry) -> bool:
    """Whether two dates are the same end of a time in office or the like ("from 1967", "since 1966")."""
    ends = [ENDS.get(e.relation) for e in (left, right)]
    return ends[0] is not None and ends[0] == ends[1] and days_between(left, right) <= _YEAR_APART


def _tells_when(entry: Entry) -> bool:
    """Whether a date says when a deed was done: no part of a name ("the 2007 champion"), nor when it was told."""
    return entry.relation.startswith(_WHEN_RELATIONS) and not _is_telling(entry)


def _not_far_apart(left: Entry, right: Entry) -> bool:
    """Whether two dates are near enough to be two tellings of one: far apart they are two happenings."""
    if _same_end(left, right) or {_precision(left), _precision(right)} == {"year"}:
        return days_between(left, right) <= _YEAR_APART
    by_month = all(_MONTH.search(e.words) for e in (left, right))
    return days_between(left, right) <= (_DAYS_APART if by_month else _WEEKDAYS_APART)


def _precision(entry: Entry) -> str:
    return entry.when.precision if entry.when is not None else "day"


# --- what the values add ------------------------------------------------------------------------------


def _value_term(left: Entry, right: Entry, relation: Relation, alone: bool) -> float:
    if left.kind == "count":
        return _count_term(left, right, relation) + 0.25 * (alone and is_one_noun(left, right) and relation != "same")
    if left.kind == "date":
        return _date_term(left, right, relation)
    if left.kind == "place":
        return {"same": 0.25, "within": 0.2}.get(relation, 0.05) + 0.2 * _is_one_list(left, right)
    return {"same": 0.15, "within": 0.1}.get(relation, 0.0)


def _date_term(left: Entry, right: Entry, relation: Relation) -> float:
    """A printed day of a month or a year says more than a weekday, on which much else happened."""
    if relation == "same" and left.when is not None and is_printed(left):
        return 0.4 if left.when.precision == "day" else 0.3
    if relation == "same" and weekday(left) is None:
        return 0.15  # "this year", "last month": much else happened then
    if relation == "clash":
        return 0.25 if _same_end(left, right) else -0.05
    return {"same": 0.25, "within": 0.15}.get(relation, 0.0)


def _count_term(left: Entry, right: Entry, relation: Relation) -> float:
    noun = 0.25 if is_one_noun(left, right) else 0.0
    if relation == "same":
        return max(0.5 if distinctive(left) else 0.3, 0.3 + noun) + 0.1 * (left.counted == right.counted)
    if relation == "within":
        return max(0.4 if is_touching(left, right) else 0.15, 0.15 + noun)
    return noun
