"""Numbers that two hands give for one thing within one report: "police said 12 were hurt, the union 30"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from onrecord.compare.clashes import is_another_order, is_part
from onrecord.compare.entry import Entry
from onrecord.compare.joins import Slot
from onrecord.compare.origins import hand_of
from onrecord.compare.relating import relate
from onrecord.compare.world import World

_NEAR_CHARS = 150
_AT_FIRST = re.compile(r"\b(?:initially|previously|originally|at first|earlier|first reported)\b", re.I)
_PUT_AT = re.compile(
    r"\b(?P<who>\w+) (?:has |have |had )?puts? (?:the|its|their) (?:own )?"
    r"(?:number|figure|total|toll|crowd|turnout|attendance|tally) at(?: (?:about|nearly|some|only|just))? *$",
    re.I,
)
"""How a second hand gives its number of what was counted right before: "the company put the number at 640"."""
_BUT = re.compile(r"\b(?:but|while|whereas|although|though|however|against|instead|rather than)\b", re.I)


def disputed(world: World, slots: Iterable[Slot]) -> list[Slot]:
    """Return the slots, those as one whose numbers two hands of a report set against each other."""
    found = list(slots)
    home = {_place(entry): slot for slot in found for entry in slot.entries}
    for left, right in _disputes(world, [e for slot in found for e in slot.entries if e.kind == "count"]):
        one, other = home[_place(left)], home[_place(right)]
        if one is not other:
            one.entries += other.entries
            home |= {_place(entry): one for entry in other.entries}
            other.entries = []
        one.dispute = "update" if _is_corrected(world, left, right) else "conflict"
    return [slot for slot in found if slot.entries]


def _place(entry: Entry) -> tuple[str, int]:
    return entry.article, entry.span.start


def _disputes(world: World, counts: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    by_report: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(counts, key=_place):
        by_report[entry.article].append(entry)
    yield from (pair for known in by_report.values() for pair in pairwise(known) if _is_dispute(world, *pair))


def _is_dispute(world: World, left: Entry, right: Entry) -> bool:
    annotated = world.articles[left.article]
    between = annotated.article.text[left.span.end : right.span.start]
    if len(between) > _NEAR_CHARS or "\n" in between or relate(left, right) != "clash" or is_another_order(left, right):
        return False
    if is_part(annotated, left) or is_part(annotated, right):
        return False
    hands = [hand_of(world, annotated, e.span).label for e in (left, right)]
    if (put := _PUT_AT.search(between)) is not None:
        return hands[0] is not None and _is_plain_number(left) and put["who"].lower() not in hands[0].lower()
    return None not in hands and hands[0] != hands[1] and _is_of_one_thing(left, right, between)


def _is_plain_number(entry: Entry) -> bool:
    """Whether a count is one of people or things, and no measure."""
    return entry.count is not None and entry.count.unit in (None, "people") and "age" not in (entry.head, entry.said_of)


def _is_corrected(world: World, left: Entry, right: Entry) -> bool:
    """Whether the report itself says that the first number gave way to the second: "initially said to be six"."""
    annotated = world.articles[left.article]
    start = annotated.sentence_of(left.span).start
    return bool(_AT_FIRST.search(annotated.article.text, start, right.span.start))


def _is_of_one_thing(left: Entry, right: Entry, between: str) -> bool:
    """Whether two numbers are said of one thing: in one word, or each by itself with a "but" between them."""
    if left.count is None or right.count is None or left.count.unit != right.count.unit:
        return False
    if left.asked and left.asked == right.asked:
        return True
    if left.said_of == right.said_of:
        return left.head == right.head or right.anchor.overlaps(right.span)
    by_itself = all(e.said_of in e.words or e.anchor.overlaps(e.span) for e in (left, right))
    return by_itself and bool(_BUT.search(between))
