"""Runs of words that two reports have in common, outside quotation marks, found through an index."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.annotate.statements.quotation import quotations
from onrecord.model import Article, Span
from onrecord.relate.spelling import folded
from onrecord.relate.words import spans

# Words in a row that must agree; shorter runs are how English is written.
WIDTH = 6
# Lists of the dead, of places and of scores are the same wherever they stand; a run needs words that somebody chose.
_MIN_PROSE = 4
# Each run remembers this many holders. More hold it only where one text was carried many times, and each carrier is
# still measured against the first ones.
_MAX_HOLDERS = 8
# A run that this many reports of one outlet hold, and no other outlet's, is the outlet's furniture.
_FURNITURE = 3


@dataclass(frozen=True, slots=True)
class Running:
    """A report's own words, quotations left out: the words, where they stand, and the runs that start at each.

    words  in one spelling; keys  the runs without their places
    """

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    runs: tuple[tuple[int, int], ...]
    keys: frozenset[int]


def running(article: Article) -> Running:
    """Return the report's words outside quotation marks; no run crosses a quotation."""
    text = article.text
    quoted = _quoted(text)
    held: list[Span] = []
    blocks: list[int] = []
    at = 0
    for start, end in spans(text):
        while at < len(quoted) and quoted[at][1] <= start:
            at += 1
        if at == len(quoted) or end <= quoted[at][0]:
            held.append(Span(start, end))
            blocks.append(at)
    printed = tuple(folded(span.of(text)) for span in held)
    prose = [span.of(text)[0].islower() for span in held]
    runs = tuple(
        (_key(printed[n : n + WIDTH]), n)
        for n in range(len(printed) - WIDTH + 1)
        if blocks[n] == blocks[n + WIDTH - 1] and sum(prose[n : n + WIDTH]) >= _MIN_PROSE
    )
    return Running(printed, tuple(held), runs, frozenset(key for key, _ in runs))


def _quoted(text: str) -> list[tuple[int, int]]:
    """Return the outermost quotations in order; a mark that nothing closes or carries on is a stray one."""
    found = [quotation for quotation in quotations(text) if quotation.depth == 0]
    parts = Counter(quotation.turn for quotation in found)
    return [(q.span.start, q.span.end) for q in found if q.closed or parts[q.turn] > 1]


def _key(run: Sequence[str]) -> int:
    """Return the run as a number that is the same in every process, unlike `hash` of text."""
    return int.from_bytes(hashlib.blake2b(" ".join(run).encode(), digest_size=8).digest(), "big")


def furniture(reports: Sequence[Running], outlets: Sequence[str | None]) -> frozenset[int]:
    """Return the runs that several otherwise unlike reports of one outlet hold, and no other outlet's."""
    held: dict[int, list[int] | None] = {}
    for number, report in enumerate(reports):
        for key in report.keys:
            first = held.setdefault(key, [])
            if first is not None and first and outlets[first[0]] != outlets[number]:
                held[key] = None
            elif first is not None and len(first) < _FURNITURE:
                first.append(number)
    unlike: dict[tuple[int, ...], bool] = {}
    found = set()
    for key, first in held.items():
        if first is None or len(first) < _FURNITURE or outlets[first[0]] is None:
            continue
        holders = tuple(first)
        if holders not in unlike:
            unlike[holders] = _unlike([reports[n] for n in holders])
        if unlike[holders]:
            found.add(key)
    return frozenset(found)


def _unlike(reports: Sequence[Running]) -> bool:
    """Whether any two of the reports share less than half of their runs."""
    keys = [report.keys for report in reports]
    return any(2 * len(a & b) < len(a | b) for n, a in enumerate(keys) for b in keys[n + 1 :])


def sharing(reports: Sequence[Running], ignored: frozenset[int], min_runs: int) -> list[tuple[int, int]]:
    """Return the pairs (lower, higher) that share at least so many runs, each report against the first holders."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    pairs: list[tuple[int, int]] = []
    for number, report in enumerate(reports):
        shared: Counter[int] = Counter()
        for key in sorted(report.keys - ignored):
            shared.update(holders[key])
            if len(holders[key]) < _MAX_HOLDERS:
                holders[key].append(number)
        pairs += [(other, number) for other, count in sorted(shared.items()) if count >= min_runs]
    return pairs


def covered(report: Running, keys: Iterable[int]) -> list[tuple[int, int]]:
    """Return the stretches of `report.words` that the given runs cover, as half-open word numbers."""
    wanted = frozenset(keys)
    found: list[tuple[int, int]] = []
    for key, start in report.runs:
        if key not in wanted:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], start + WIDTH)
        else:
            found.append((start, start + WIDTH))
    return found
