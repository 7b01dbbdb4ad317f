"""What two values have in common besides themselves: the words around them by their rarity, and what they hang on."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.compare.entry import Entry
from onrecord.compare.values import Relation

_FAR_WEIGHT = 0.5
_TELLING = 100
"""From this size on a number that another report has as well, of whatever, hardly stands there by chance."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """What two values have in common besides their values, and how those stand to each other."""

    words: float
    same_word: bool
    akin: bool
    same_event: bool
    relation: Relation
    alone: bool = False
    one_question: bool = False

    @property
    def one_deed(self) -> bool:
        """Whether both are said of one word or one event."""
        return self.same_word or self.same_event or self.akin


def _bounds(entry: Entry) -> tuple[float | None, float | None]:
    return (entry.count.low, entry.count.high) if entry.count is not None else (None, None)


def _number(entry: Entry) -> tuple[str, float]:
    """Return a count's number and what measures it, people as well as things by their number alone."""
    unit = entry.count.unit if entry.count is not None else None
    return ("" if unit in (None, "people") else unit, entry.size)


class Context:
    """The weight of each word by how few of the values have it near them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Count the words around all values of a collection."""
        self._seen: Counter[str] = Counter()
        self._total = 0
        self._heads: Counter[tuple[str, str]] = Counter()
        self._places: Counter[tuple[str, tuple[str, ...]]] = Counter()
        self._numbers: dict[str, set[tuple[str, float]]] = defaultdict(set)
        self._asked: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._kept: dict[tuple[str, object], Mapping[str, float]] = {}
        for entry in entries:
            self._total += 1
            self._seen.update({*entry.near, *entry.far})
            self._heads[entry.article, entry.counted] += entry.kind == "count"
            if entry.count is not None:
                self._numbers[entry.article].add(_number(entry))
                self._asked[entry.article, entry.asked].append(entry)
            self._places[entry.article, entry.parts[:1] or (entry.key,)] += entry.kind == "place"

    def weight(self, word: str) -> float:
        """Return a word's rarity."""
        return math.log((self._total + 20) / (self._seen[word] + 2))

    def alone(self, entry: Entry) -> bool:
        """Whether an article counts a thing, or tells of something at a place, only once."""
        if entry.kind == "place":
            return self._places[entry.article, entry.parts[:1] or (entry.key,)] == 1
        return self._heads[entry.article, entry.counted] == 1

    def of_one_question(self, left: Entry, right: Entry) -> bool:
        """Whether each of two counts is its report's answer to one question, and neither report has both numbers."""
        if (
            not left.asked
            or left.asked != right.asked
            or not (self._is_the_answer(left) and self._is_the_answer(right))
        ):
            return False
        return _bounds(left) == _bounds(right) or not any(
            a.size >= _TELLING and _number(a) in self._numbers[b.article] for a, b in ((left, right), (right, left))
        )

    def _is_the_answer(self, entry: Entry) -> bool:
        """Whether a report answers a question by one number alone, be it only in its opening."""
        given = self._asked[entry.article, entry.asked]
        if len({_bounds(e) for e in given}) > 1:
            given = [e for e in given if e.leads]
        return {_bounds(e) for e in given} == {_bounds(entry)} and entry in given

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
