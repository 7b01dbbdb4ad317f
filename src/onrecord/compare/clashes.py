"""Which values that exclude each other are two accounts of one thing: what a conflict needs beyond standing in one row.

Values are joined into rows generously; most of those in one row that cannot both hold count two things after all.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from onrecord.compare.counting import is_measured, is_vague
from onrecord.compare.dates_alike import ENDS
from onrecord.compare.entry import Entry
from onrecord.compare.joins import Slot
from onrecord.compare.likeness import likeness
from onrecord.compare.nearness import Context
from onrecord.compare.relating import days_between, relate
from onrecord.compare.values import days
from onrecord.compare.wording import claim_words, word_list
from onrecord.compare.world import World, plain
from onrecord.model import Annotated

SURE = 0.6
"""Only from this likeness on are values that exclude each other a conflict."""
_GROWN = 0.5
"""Numbers of a count that grows by nature need less likeness: they are shown as an update, not as a conflict."""
_SETTLED_DAYS = 14
_AS_WELL = 0.05
_FOLD = 10
"""Numbers of which one is so many times the other count two things."""
_DAYS_OFF = timedelta(3)
"""Days between which one deed may be told: a sentence may date its burials and not its deaths."""
_PART = re.compile(
    r"\b(?:first|last|final|next|others?|another|further|additional|remaining|extra|(?:some|one|all) of|"
    r"record|\w+-high)(?: (?:the|his|her|its|their)| \w+ly)?\s*$",
    re.I,
)
_REST = re.compile(r"\s+(?:still|left|remain\w*)\b", re.I)
_SHARE = re.compile(
    r"(?<!total )(?<!number )\bof (?:\w+ ){0,3}(?:\d|hundreds|thousands|dozens|two|three|four|five|six|seven|eight)",
    re.I,
)
_CONVERTED = re.compile(r"\d[^()\d]*\(\s*$")
_RATE = re.compile(r"\s+(?:per|an?|each|every)\s+(?P<each>(?!cent\b)[a-z]+)\b", re.I)
_MONTH_OF = re.compile(r"[\dX]{4}-(0[1-9]|1[0-2])")
_COUNTED = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|ago|(?:last|this|next) (?:night|morning|evening|afternoon|week|weekend))\b"
)
_IN_FRONT = frozenset({"compound", "nmod", "amod", "poss"})
_LOOK_CHARS = 20
_DAYS_OF_NEWS = timedelta(10)
"""Reports further apart than this, of one kind of happening, seldom tell of the same one."""
_MONTH = timedelta(31)
"""Reports further apart than this tell of a count as it was at two times, unless it is dated."""


class Clashes:
    """The values of a collection, looked at for pairs that are certainly accounts of one thing and cannot both hold."""

    def __init__(self, world: World, context: Context, entries: Sequence[Entry]) -> None:
        """Keep the values by report and kind."""
        self._world = world
        self._context = context
        self._by_report: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            self._by_report[entry.article, entry.kind].append(entry)

    def sure(self, slot: Slot) -> list[tuple[Entry, Entry]]:
        """Return the pairs of a slot's values, of two reports each, that are a conflict of accounts."""
        sure = [pair for pair in self._differing(slot) if self._is_sure(*pair)]
        return [pair for pair in sure if not self._are_of_two(slot, *pair)]

    def grown(self, slot: Slot) -> list[tuple[Entry, Entry]]:
        """Return the pairs of a slot's counts that may be one count at two times."""
        return [pair for pair in self._differing(slot) if self._may_have_grown(*pair)]

    def is_open(self, slot: Slot) -> bool:
        """Whether a report has another number that answers the slot as well as the one it stands there with.

        Of 35 dead in one sentence and 50 in the next, which are meant by another report's "scores"?
        """
        return any(
            self._fits_as_well(other, entry, beside)
            for entry in slot.entries
            if entry.kind == "count"
            for other in self._by_report[entry.article, "count"]
            if other not in slot.entries and other.said_of == entry.said_of and other.counted == entry.counted
            for beside in slot.entries
            if beside.article != entry.article
        )

    def _fits_as_well(self, other: Entry, entry: Entry, beside: Entry) -> bool:
        if relate(entry, beside) == "same" or relate(other, entry) != "clash":
            return False
        one, two = (likeness(self._context, each, beside) for each in (entry, other))
        return one is not None and two is not None and two.score >= one.score - _AS_WELL

    def _differing(self, slot: Slot) -> Iterator[tuple[Entry, Entry]]:
        pairs = ((a, b) for a, b in combinations(slot.entries, 2) if a.article != b.article and relate(a, b) == "clash")
        return (pair for pair in pairs if not any(self._gives_both(*one) for one in (pair, pair[::-1])))

    def are_one_count(self, left: Entry, right: Entry) -> bool:
        """Whether two counts may be of one thing: neither is a part of a whole, nor of a happening of another time."""
        if (
            left.head in word_list("tallied.txt")
            or any(is_part(self._world.articles[e.article], e) for e in (left, right))
            or is_another_order(left, right)
            or self._is_rate(left, right)
            or self._is_rate(right, left)
        ):
            return False
        if left.relation in _IN_FRONT and not left.asked and (left.subject is None or left.subject != right.subject):
            return False
        one, other = self._done(left), self._done(right)
        if one is not None and other is not None:
            return max(one[0], other[0]) - min(one[1], other[1]) <= _DAYS_OFF
        if self.is_settled(left) or self.is_settled(right):
            return False
        first, second = left.told, right.told
        return first is None or second is None or abs(first - second) <= _MONTH

    def _is_rate(self, entry: Entry, other: Entry) -> bool:
        """Whether a number holds for each of what the other's sentence has not: "$5 million per season", not in all."""
        each = _RATE.match(self._world.articles[entry.article].article.text, entry.span.end)
        beside = self._world.articles[other.article]
        told = beside.sentence_of(other.span).of(beside.article.text).lower()
        return each is not None and each["each"].lower() not in told

    def is_settled(self, entry: Entry) -> bool:
        """Whether a report counts what happened long before it, and so no longer grows."""
        done = self._done(entry)
        return done is not None and entry.told is not None and (entry.told - done[1]).days >= _SETTLED_DAYS

    def _is_sure(self, left: Entry, right: Entry) -> bool:
        if any(self._is_torn(e) or is_vague(e.count) for e in (left, right)) or self._parties_differ(left, right):
            return False
        if left.told is not None and right.told is not None and abs(left.told - right.told) > _DAYS_OF_NEWS:
            return False
        found = likeness(self._context, left, right)
        if found is None or not found.firm or found.words < found.enough or found.score < SURE:
            return False
        if left.kind == "date":
            return self._are_one_time(left, right)
        if "age" in (left.head, right.head):
            return self._world.may_be_person(left.subject)
        return left.kind != "count" or self.are_one_count(left, right)

    def _parties_differ(self, left: Entry, right: Entry) -> bool:
        """Whether both values are said of somebody who bears a name, and not of the same."""
        if left.kind not in ("count", "date"):
            return False
        if left.subject is not None and right.subject is not None:
            return left.subject.split()[-1] != right.subject.split()[-1]
        one, other = self._parties(left), self._parties(right)
        return bool(one and other) and not one & other

    def _are_of_two(self, slot: Slot, left: Entry, right: Entry) -> bool:
        """Whether reports that give the same as either name somebody else for each of them."""
        ones, others = ([e for e in slot.entries if relate(e, each) == "same"] for each in (left, right))
        return any(self._parties_differ(one, other) for one in ones for other in others)

    def _parties(self, entry: Entry) -> frozenset[str]:
        """Return the last words of the names of those who do the deed that a value is of."""
        roles = entry.mention.actor if entry.mention is not None else ()
        names = (self._world.name_of(entry.article, role.entity) for role in roles)
        return frozenset(plain(name).split()[-1] for name in names if name is not None and name != name.lower())

    def _is_torn(self, entry: Entry) -> bool:
        """Whether a value and what it is said of stand in two lines."""
        text = self._world.articles[entry.article].article.text
        return "\n" in text[min(entry.span.start, entry.anchor.start) : max(entry.span.end, entry.anchor.end)]

    def _may_have_grown(self, left: Entry, right: Entry) -> bool:
        one_question = bool(left.asked) and left.asked == right.asked
        one_tally = left.head == right.head and left.head in claim_words("growing-heads") and self._alone(left, right)
        akin = left.said_of == right.said_of or left.families & right.families or one_question or one_tally
        found = likeness(self._context, left, right) if akin else None
        return found is not None and found.score >= _GROWN and self.are_one_count(left, right)

    def _alone(self, *entries: Entry) -> bool:
        return all(self._context.alone(entry) for entry in entries)

    def _gives_both(self, entry: Entry, other: Entry) -> bool:
        """Whether a report has the other value too, in the sentence of its own: it tells of two things."""
        return any(relate(e, other) == "same" for e in self._beside(entry, entry.kind))

    def _done(self, entry: Entry) -> tuple[date, date] | None:
        """Return the days of the deed that a count is of: those of its event, or the only ones its sentence names."""
        if entry.asked and is_measured(entry):
            return None  # its own words name no other time, and a date in its sentence may be of another number
        if entry.mention is not None and (found := days(entry.mention.when)) is not None:
            return found
        named = {days(e.when) for e in self._beside(entry, "date")} - {None}
        return named.pop() if len(named) == 1 else None

    def _beside(self, entry: Entry, kind: str) -> Iterator[Entry]:
        """Yield the other values of a kind in the sentence of a value."""
        sentence = self._world.articles[entry.article].sentence_of(entry.span)
        return (e for e in self._by_report[entry.article, kind] if e is not entry and sentence.contains(e.span))

    def _are_one_time(self, left: Entry, right: Entry) -> bool:
        """Whether two dates are of one deed and one end of it; a date behind a name alone is that of a picture."""
        if any(self._is_name(e) for e in (left, right)) or may_be_misdated(left, right):
            return False
        if _months_apart(left, right) > 1 or any(self._tells_of_several(e) for e in (left, right)):
            return False
        return ENDS.get(left.relation) == ENDS.get(right.relation) or "prep in" in (left.relation, right.relation)

    def _tells_of_several(self, entry: Entry) -> bool:
        """Whether a report dates such a deed more than once, and so tells of several: tests in May and in July."""
        others = (e for e in self._by_report[entry.article, entry.kind] if e.said_of == entry.said_of)
        return any(ENDS.get(e.relation) == ENDS.get(entry.relation) and relate(e, entry) == "clash" for e in others)

    def _is_name(self, entry: Entry) -> bool:
        mentions = self._world.articles[entry.article].mentions
        return any(m.form == "name" and m.span.overlaps(entry.anchor) for m in mentions)


def is_part(annotated: Annotated, entry: Entry) -> bool:
    """Whether a count is of some of a whole or converts another: "another 12", "12 of the 40", "$5 (£4)"."""
    text, sentence = annotated.article.text, annotated.sentence_of(entry.span)
    before, after = text[sentence.start : entry.span.start], text[entry.span.end :][:_LOOK_CHARS]
    return bool(_PART.search(before) or _CONVERTED.search(before) or _REST.match(after) or _SHARE.search(entry.words))


def may_be_misdated(left: Entry, right: Entry) -> bool:
    """Whether "yesterday" stands beside the next day or the one before: the report's own day may be off by as much."""
    return any(_COUNTED.search(e.words) for e in (left, right)) and days_between(left, right) <= 1


def _months_apart(left: Entry, right: Entry) -> int:
    """Return the months between two dates, whatever their years; 0 where one names none."""
    one, other = (_MONTH_OF.match(e.when.value) if e.when is not None else None for e in (left, right))
    if one is None or other is None:
        return 0
    apart = abs(int(one[1]) - int(other[1]))
    return min(apart, 12 - apart)


def is_another_order(left: Entry, right: Entry) -> bool:
    """Whether one count is so many times the other, at the bounds that are nearest, that both count two things."""
    low, high = sorted((left, right), key=lambda entry: entry.measure)
    top = low.measure * low.count.high / low.size if low.size and low.count and low.count.high else low.measure
    return high.measure > _FOLD * top
