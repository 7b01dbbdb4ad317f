"""`python -m evaluation.side_by_side [NAME ...] [-v]`: are figures set side by side that should be?

Each file in side_by_side/ is one story in three reports written for this project. Figures are marked `[slot: words]`;
those with one name answer one question, and no others do. The head of a file gives the verdicts that a careful reader
reaches, and a line `== outlet | day | headline` opens each report.

found      marked figures of a slot that several reports give, that some row shows
joined     pairs of them, of two reports each, that stand in one row
true       pairs of marked figures, of two reports each, standing in one row, that answer one question
verdict    slots joined in full whose row has the right verdict
conflicts  conflicts shown as such
"""

import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from evaluation.gate import OWN_STORIES, write_rows
from onrecord.api import Request, brief
from onrecord.model import Brief, Claim, Span

STORIES = OWN_STORIES
_MARK = re.compile(r"\[([\w-]+): ([^\]]+)\]")
_REPORT = re.compile(r"^== (.+) \| (.+) \| (.+)\n", re.M)


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure of a report with the name of the question it answers."""

    report: str
    span: Span
    slot: str


@dataclass(frozen=True, slots=True)
class Told:
    """A story: its reports as rows of input, the figures in them, and the verdicts that hold for a slot."""

    rows: tuple[dict[str, str], ...]
    marks: tuple[Mark, ...]
    verdicts: dict[str, frozenset[str]]


def main() -> int:
    """Print the figures of all stories, or of the named ones; with -v every miss."""
    names = [name for name in sys.argv[1:] if name != "-v"]
    files = sorted(f for f in STORIES.glob("*.txt") if not names or f.stem in names)
    total: Counter[str] = Counter()
    for file in files:
        told = read(file.read_text(encoding="utf-8"))
        counted, misses = score(told, answer(told))
        total.update(counted)
        if "-v" in sys.argv:
            print(f"{file.stem}:", *misses, sep="\n  ")
    print(*table(total), sep="\n")
    return 0


def read(text: str) -> Told:
    """Return a story without its marks, and them.

    >>> story = read("dead agree\\n\\n== Echo | 2031-03-04 | Storm\\nIt killed [dead: six people].\\n")
    >>> story.rows[0]["text"], story.marks[0].span.of(story.rows[0]["text"])
    ('It killed six people.\\n', 'six people')
    """
    head, *parts = _REPORT.split(text)
    verdicts = {line.split()[0]: frozenset(line.split()[1:]) for line in head.splitlines() if line[:1].strip(" #")}
    rows, marks = [], list[Mark]()
    for outlet, day, title, marked in zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=True):
        plain, found = _unmarked(marked)
        marks += [Mark(outlet, span, slot) for slot, span in found]
        rows.append({"id": outlet, "outlet": outlet, "published": day, "title": title, "text": plain})
    return Told(tuple(rows), tuple(marks), verdicts)


def _unmarked(text: str) -> tuple[str, list[tuple[str, Span]]]:
    plain, found, last = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        found.append((match[1], Span(len(plain), len(plain) + len(match[2]))))
        plain, last = plain + match[2], match.end()
    return plain + text[last:], found


def answer(told: Told) -> Brief:
    """Return what a brief makes of a story."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "reports.jsonl")
        write_rows(source, told.rows)
        return brief(Request(sources=[str(source)]))


def score(told: Told, shown: Brief) -> tuple[Counter[str], list[str]]:
    """Return the counts behind the figures, and a line for each miss."""
    homes = _homes(told, shown)
    texts = {row["id"]: row["text"] for row in told.rows}
    by_slot: dict[str, list[Mark]] = defaultdict(list)
    for mark in told.marks:
        by_slot[mark.slot].append(mark)
    asked = {slot: marks for slot, marks in by_slot.items() if len({m.report for m in marks}) > 1}
    counted: Counter[str] = Counter()
    misses = []
    for mark in (m for marks in asked.values() for m in marks):
        counted["found of"] += 1
        counted["found"] += mark in homes
        if mark not in homes:
            misses.append(f"not found: {mark.slot}: {mark.span.of(texts[mark.report])}")
    for one, other in combinations(told.marks, 2):
        if one.report == other.report:
            continue
        together = one in homes and other in homes and bool({id(c) for c in homes[one]} & {id(c) for c in homes[other]})
        words = " | ".join(f"{m.slot}: {m.span.of(texts[m.report])}" for m in (one, other))
        counted["true of"] += together
        counted["true"] += together and one.slot == other.slot
        counted["joined of"] += one.slot == other.slot
        counted["joined"] += together and one.slot == other.slot
        if together != (one.slot == other.slot):
            misses.append(f"{'FALSE' if together else 'apart'}: {words}")
    for slot, marks in asked.items():
        row = _row(marks, homes)
        counted["conflicts of"] += told.verdicts[slot] == {"conflict"}
        counted["conflicts"] += told.verdicts[slot] == {"conflict"} and row is not None and row.verdict == "conflict"
        if row is not None:
            counted["verdict of"] += 1
            counted["verdict"] += row.verdict in told.verdicts[slot]
            if row.verdict not in told.verdicts[slot]:
                misses.append(f"verdict: {slot}: {row.verdict}, not {sorted(told.verdicts[slot])}: {row.reason}")
    return counted, misses


def _homes(told: Told, shown: Brief) -> dict[Mark, list[Claim]]:
    """Return the rows of numbers that show each figure."""
    refs = {a.article.id: a.article.ref for a in shown.collection.articles}
    homes: dict[Mark, list[Claim]] = defaultdict(list)
    for claim in (c for c in shown.claims if c.kind == "count"):
        for passage in {a.passage for v in claim.values for a in v.accounts}:
            for mark in told.marks:
                if mark.report == refs[passage.article] and mark.span.overlaps(passage.span):
                    homes[mark].append(claim)
    return dict(homes)


def _row(marks: list[Mark], homes: dict[Mark, list[Claim]]) -> Claim | None:
    """Return the row that holds all figures of a slot."""
    return next((c for c in homes.get(marks[0], ()) if all(c in homes.get(m, ()) for m in marks)), None)


def table(total: Counter[str]) -> Iterator[str]:
    """Yield one line a figure: a share in per cent, and of how many.

    >>> list(table(Counter({"found": 1, "found of": 2})))[0]
    'found        50.0  (1 of 2)'
    """
    for name in ("found", "joined", "true", "verdict", "conflicts"):
        of = total[f"{name} of"]
        yield f"{name:10} {100 * total[name] / max(of, 1):6.1f}  ({total[name]} of {of})"


if __name__ == "__main__":
    sys.exit(main())
