"""How likely two values of two reports answer one question: words around them, what they are said of, the values."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.compare.entries import Entry
from onrecord.compare.values import Relation, comparable, relate_counts, relate_dates

_LIGHT = frozenset(
    {
        "be",
        "have",
        "do",
        "say",
        "tell",
        "know",
        "see",
        "want",
        "become",
        "becom",
        "includ",
        "take",
        "give",
        "go",
        "come",
        "use",
    }
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
_FAR_WEIGHT = 0.5
JOIN = 0.5
"""Values that reach this likeness are set side by side; chosen on evaluation/claims.py."""
SURE = 0.65
"""Only from this likeness on are values that exclude each other shown as a conflict."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """score: how alike, about 0 to 2; relation: how the values stand; words: the share of context in common."""

    score: float
    relation: Relation
    words: float


class Context:
    """The weight of each word by how few of the values have it near them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Count the words around all values of a collection."""
        self._seen: Counter[str] = Counter()
        self._total = 0
        self._kept: dict[tuple[str, object], Mapping[str, float]] = {}
        for entry in entries:
            self._total += 1
            self._seen.update({*entry.near, *entry.far})

    def weight(self, word: str) -> float:
        """Return a word's rarity."""
        return math.log((self._total + 20) / (self._seen[word] + 2))

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
    relation = relate(left, right)
    if relation == "unknown" and left.kind == "count":
        return None
    words = context.in_common(left, right)
    same_word = left.said_of == right.said_of and left.said_of not in _LIGHT
    same_event = left.event is not None and right.event is not None and left.event.id == right.event.id
    if not _may_join(left, right, relation, words, same_word, same_event):
        return None
    score = words + 0.25 * same_word + 0.2 * same_event + 0.05 * (left.relation == right.relation)
    score += 0.1 * (left.subject is not None and left.subject == right.subject)
    return Likeness(score + _value_term(left, right, relation), relation, words)


def relate(left: Entry, right: Entry) -> Relation:
    """Return how the values of two entries of one kind stand to each other."""
    if left.count is not None and right.count is not None:
        return relate_counts(left.count, right.count)
    if left.kind == "date":
        return relate_dates(left.when, right.when)
    if left.key == right.key:
        return "same"
    return "within" if _contained(left.key, right.key) else "unknown"


def _contained(left: str, right: str) -> bool:
    a, b = set(left.split()), set(right.split())
    return bool(a and b) and (a <= b or b <= a)


def _may_join(left: Entry, right: Entry, relation: Relation, words: float, same_word: bool, same_event: bool) -> bool:
    """Whether two values can answer one question at all; values that exclude each other need more in common."""
    if left.kind == "count":
        return _counts_may_join(left, right, relation, words, same_word, same_event)
    if left.kind == "date":
        return relation != "clash" or ((same_word or same_event) and words >= 0.25)
    if left.kind == "place":
        return relation in ("same", "within") or ((same_word or same_event) and words >= 0.15)
    return same_word or same_event


def _counts_may_join(
    left: Entry, right: Entry, relation: Relation, words: float, same_word: bool, same_event: bool
) -> bool:
    if "age" in (left.head, right.head):
        return left.head == right.head and _one_holder(left, right, relation)
    alike = _heads_alike(left, right)
    if relation == "same":
        return alike or distinctive(left) or words >= 0.3
    if relation == "within":
        return alike and (same_word or same_event or words >= 0.2)
    return alike and ((same_word or same_event) and words >= 0.2 or words >= 0.45) and left.head == right.head


def _one_holder(left: Entry, right: Entry, relation: Relation) -> bool:
    if left.subject and right.subject and left.subject != right.subject:
        return False
    return relation == "same" or (left.subject is not None and left.subject == right.subject)


def _heads_alike(left: Entry, right: Entry) -> bool:
    if left.count is None or right.count is None:
        return False
    unit = left.count.unit
    if unit is not None and comparable(unit, right.count.unit):
        return True
    return left.head == right.head


def distinctive(entry: Entry) -> bool:
    """Whether a count is so particular that two reports hardly share it by chance."""
    if entry.count is None:
        return False
    number = entry.count.low if entry.count.low is not None else entry.count.high or 0.0
    digits = f"{number:.6g}".replace(".", "").strip("0")
    return len(digits) >= 3 or (len(digits) == 2 and number >= 11) or number != int(number)


def _value_term(left: Entry, right: Entry, relation: Relation) -> float:
    if left.kind == "count":
        same = 0.6 if distinctive(left) else 0.4 if left.head == right.head else 0.3
        return {"same": same, "within": 0.15, "clash": 0.0}.get(relation, 0.0)
    if left.kind == "date":
        return {"same": 0.25, "within": 0.15, "clash": -0.05}.get(relation, 0.0)
    if left.kind == "place":
        return {"same": 0.25, "within": 0.2}.get(relation, 0.05)
    return {"same": 0.2, "within": 0.1}.get(relation, 0.0)
