"""Values of several reports that answer one question: the most alike first, one value of a report to a slot."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations

from onrecord.compare.counting import distinctive, is_measured, is_touching, of_other_times
from onrecord.compare.dates_alike import ENDS
from onrecord.compare.entry import Entry
from onrecord.compare.likeness import JOIN, Likeness, likeness
from onrecord.compare.nearness import Context
from onrecord.compare.relating import is_day, relate, weekday
from onrecord.compare.values import days
from onrecord.model import Verdict

FIT = 0.4
"""Share of `JOIN` that the values of two groups must reach on average for the groups to be one slot."""
_TOLD_TWICE = 0.2
_SAID_TWICE = 0.1
_DAY_TOLD_TWICE = 0.05
_YEAR_TOLD_TWICE = 0.3
_ONE_BREATH_CHARS = 160
"""Two numbers of one report that stand this near each other count two things ("190 on board, at least 12 dead"), and
two dates are those of two deeds ("the raid late on Sunday, in answer to the strikes of last week")."""
_ACROSS = 0.15
"""So much more alike must values be that stand in two stories."""
_WEEK = timedelta(days=7)
_MONTH = timedelta(days=31)
_OF_AN_ACT = frozenset({"actor", "recipient", "initiator", "thing"})
_FEW = 200
"""Up to this number of values of a kind in a story every pair of them is looked at."""
_MAX_BLOCK = 60
"""A key that more values share than this says too little to pair them by."""


@dataclass(slots=True)
class Slot:
    """Values that answer one question.

    surest  likeness of the pair that is most alike
    dispute  what it comes to where two hands of one report set its numbers against each other
    loosest  likeness of the least alike pair of which it cannot be told how its values stand
    """

    entries: list[Entry] = field(default_factory=list)
    surest: float = 0.0
    dispute: Verdict | None = None
    loosest: float = float("inf")


def join(context: Context, entries: Sequence[Entry], near: Callable[[str, str], bool]) -> list[Slot]:
    """Group values by the question they answer; a value that meets no other stands alone.

    near  whether two articles are of one story; values of two stories that hang together must be more alike
    """
    pairs = sorted(
        _pairs(context, entries, near), key=lambda p: (_is_late(entries[p[0]], p[2]), -p[2].score, p[0], p[1])
    )
    slots = {i: Slot([entry]) for i, entry in enumerate(entries)}
    members = {i: [i] for i in slots}
    slot_of = list(slots)
    for i, j, _ in pairs:
        left, right = slot_of[i], slot_of[j]
        if left != right and _fit(context, slots[left], slots[right]):
            merged = Slot([*slots[left].entries, *slots[right].entries])
            kept, gone = sorted((left, right))
            slots[kept] = merged
            del slots[gone]
            for k in members[gone]:
                slot_of[k] = kept
            members[kept] += members.pop(gone)
    for i, j, found in pairs:
        if slot_of[i] == slot_of[j]:
            slot = slots[slot_of[i]]
            slot.surest = max(slot.surest, found.score)
            if found.relation == "unknown":
                slot.loosest = min(slot.loosest, found.score)
    return list(slots.values())


def _is_late(entry: Entry, found: Likeness) -> int:
    """How long a pair waits for others: numbers that differ, which those that find their like must not meet."""
    return {"clash": 2, "within": 1}.get(found.relation, 0) if entry.kind == "count" else 0


def _pairs(
    context: Context, entries: Sequence[Entry], near: Callable[[str, str], bool]
) -> Iterator[tuple[int, int, Likeness]]:
    seen: set[tuple[int, int]] = set()
    for block in _blocks(entries):
        for i, j in combinations(block, 2):
            if (i, j) in seen or entries[i].kind != entries[j].kind or entries[i].article == entries[j].article:
                continue
            seen.add((i, j))
            close = near(entries[i].article, entries[j].article)
            if not close and not _may_cross(entries[i], entries[j]):
                continue
            found = likeness(context, entries[i], entries[j])
            if found is not None and found.score >= _needed(found, close):
                yield i, j, found


def _may_cross(left: Entry, right: Entry) -> bool:
    """Whether values of two stories can be of one happening: "Sunday" in each is not, nor are parties of alike acts.

    Nor is a number that stands again in a report of another month: many things cost $99.
    """
    if left.kind == "date":
        known = all(e.when is not None and "X" not in e.when.value for e in (left, right))
        return known or _is_one_weekday(left, right)
    if left.kind == "count" and left.told and right.told and abs(left.told - right.told) > _MONTH:
        return left.event is not None and left.event is right.event
    return left.kind not in _OF_AN_ACT or (left.event is not None and left.event is right.event)


def _is_one_weekday(left: Entry, right: Entry) -> bool:
    """Whether a report names the weekday of the day that another gives, of a deed told by the same word."""
    if left.said_of != right.said_of or weekday(left) is None or weekday(left) != weekday(right):
        return False
    return _is_of_its_week(left, right) or _is_of_its_week(right, left)


def _is_of_its_week(bare: Entry, dated: Entry) -> bool:
    """Whether a report that names a weekday alone can be of the week after a day: next year's is not."""
    day = days(dated.when)
    if day is None or days(bare.when) is not None:
        return False
    return bare.earliest is None or bare.earliest <= day[1] + _WEEK


def _needed(found: Likeness, near: bool) -> float:
    """Return the likeness at which two values are set side by side."""
    if near:
        return JOIN
    return JOIN + _ACROSS if found.relation in ("same", "within") else float("inf")


def _blocks(entries: Sequence[Entry]) -> Iterator[list[int]]:
    """Yield groups of values within which pairs are looked at: all of a kind, or those that share a word or value."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        by_kind[entry.kind].append(index)
    yield from (block for block in by_kind.values() if len(block) <= _FEW)
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        for key in _keys(entry) if len(by_kind[entry.kind]) > _FEW else ():
            by_key[entry.kind, key].append(index)
    yield from (block for block in by_key.values() if 1 < len(block) <= _MAX_BLOCK)


def _keys(entry: Entry) -> Iterator[str]:
    yield f"of {entry.said_of}"
    if entry.event is not None:
        yield f"event {entry.event.id}"
    if entry.count is not None:
        yield f"count {entry.count.low} {entry.count.high}"
    if entry.kind == "date" and entry.relation in ENDS:
        yield f"end {ENDS[entry.relation]}"
    if entry.head:
        yield f"head {entry.counted}"
    if entry.key:
        yield f"key {entry.key}"
    yield from (f"word {w}" for w in entry.near[:10])


def _told_twice(context: Context, left: Entry, right: Entry) -> bool:
    """Whether one report gives one value twice, and not two values that happen to be alike."""
    if relate(left, right) not in ("same", "within"):
        return False
    if "age" in (left.head, right.head):
        return left.head == right.head and left.subject == right.subject and _gap(left, right) > _ONE_BREATH_CHARS
    if left.kind == "count" and distinctive(left) and (relate(left, right) == "same" or _is_bound_of(left, right)):
        return True
    if left.kind == "count" and relate(left, right) == "within" and _gap(left, right) < _ONE_BREATH_CHARS:
        return False
    if left.kind == "date" and relate(left, right) == "within" and _gap(left, right) < _ONE_BREATH_CHARS:
        return False
    if left.kind == "date" and relate(left, right) == "same":
        needed = _DAY_TOLD_TWICE if is_day(left) and is_day(right) else _YEAR_TOLD_TWICE
        return left.said_of == right.said_of or context.in_common(left, right) >= needed
    if left.kind == "date":
        return context.in_common(left, right) >= _YEAR_TOLD_TWICE
    if left.counted != right.counted and not (is_measured(left) and is_measured(right)):
        return False
    alike = context.in_common(left, right)
    return alike >= _TOLD_TWICE or (left.said_of == right.said_of and alike >= _SAID_TWICE)


def _is_bound_of(left: Entry, right: Entry) -> bool:
    """Whether two counts of one deed name one number with different bounds ("at least 64 died", "the 64 who died")."""
    return left.said_of == right.said_of and left.counted == right.counted and is_touching(left, right)


def _gap(left: Entry, right: Entry) -> int:
    return max(left.span.start, right.span.start) - min(left.span.end, right.span.end)


def _fit(context: Context, left: Slot, right: Slot) -> bool:
    """Whether two groups can be one slot: one report's values agree, and the groups are alike throughout."""
    for a in left.entries:
        for b in right.entries:
            if a.article == b.article and not _told_twice(context, a, b):
                return False
            if a.count is not None and a.count.unit == "people" and of_other_times(a, b):
                return False  # each with others alike, and still the dead of two happenings
    across = [(a, b) for a in left.entries for b in right.entries if a.article != b.article]
    found = [likeness(context, a, b) for a, b in across]
    clashing = [f for (a, b), f in zip(across, found, strict=True) if relate(a, b) == "clash"]
    if clashing and not any(clashing):
        return False
    scores = [f.score if f is not None else 0.0 for f in found]
    return not scores or sum(scores) / len(scores) >= FIT * JOIN
