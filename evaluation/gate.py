"""Scores of every layer on public gold data, with floors that may only rise.

Floors are pinned to the hash of the gold file they were measured on: figures on other data are no ground to
pass or fail. The gold data and its scorers stand beside the project (`SHARED`, by default ../shared); where they
are absent every gate is skipped, and says so.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SHARED = Path(os.environ.get("SHARED", "../shared"))
FLOORS = Path(__file__).with_name("floors.json")
OWN_STORIES = Path(__file__).with_name("side_by_side").resolve()
"""Stories written for this project, with what belongs together in them: the one gold that stands in it."""
SLACK = 0.05
"""Points by which a figure may fall short of its floor before it counts: rounding in the scorers' output."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One run of the command line over one input, scored by one scorer, or a module of ours that prints the table.

    command  onrecord's arguments; reads  input file, and gold, the file it is scored against, under SHARED/data
    parts    figures that are printed and not held: what another one, which is held, is made up of
    """

    name: str
    command: tuple[str, ...]
    reads: str
    gold: str
    scorer: str
    scorer_args: tuple[str, ...] = ()
    module: str = ""
    parts: frozenset[str] = frozenset()


GATES: tuple[Gate, ...] = (
    Gate("statements", ("annotate",), "polnear-dev.jsonl", "polnear-dev.jsonl", "statements.py"),
    Gate("times", ("annotate",), "timebank.jsonl", "timebank.jsonl", "times.py"),
    Gate("plover", ("annotate",), "plover-dev.jsonl", "plover-dev.jsonl", "plover.py"),
    Gate("stories", ("stories",), "stories-dev.jsonl", "stories-dev.jsonl", "stories.py"),
    Gate("events-ecb", ("events",), "ecb-dev.jsonl", "ecb-dev.jsonl", "events.py"),
    Gate("entities-ecb", ("entities",), "ecb-dev.jsonl", "ecb-dev.jsonl", "events.py", ("entity",)),
    Gate("events-meantime", ("events",), "meantime-dev.jsonl", "meantime-dev.jsonl", "events.py"),
    Gate("entities-meantime", ("entities",), "meantime-dev.jsonl", "meantime-dev.jsonl", "events.py", ("entity",)),
    Gate(
        "claims",
        ("brief", "--format", "json"),
        "claims-dev-articles.jsonl",
        "claims-dev.jsonl",
        "claims.py",
        parts=frozenset({"actor", "content", "count", "date", "place", "target"}),  # of "values found"
    ),
    Gate("dates", (), "stories-dev.jsonl", "stories-dev.jsonl", "", module="evaluation.dates"),
    Gate("side-by-side", (), "", str(OWN_STORIES), "", module="evaluation.side_by_side"),
)

Figures = dict[str, float]
Row = dict[str, Any]
"""A row of gold data."""


def at_hand(path: Path) -> bool:
    """Whether gold data is there; where it is not, a word says so."""
    if not path.exists():
        print(f"skipped: no gold data at {path}; set SHARED to the folder that holds data/ and score/")
    return path.exists()


def data_hash(path: Path) -> str:
    """Return the first 16 hex digits of the SHA-256 of a file, or of a folder's files in order."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def figures(table: str) -> Figures:
    """Return what a scorer printed, by name; of a row with P, R and F1 the F1.

    >>> figures("source   85.0  70.0  76.8\\nslots joined   81.0  (9 of 11)")
    {'source': 76.8, 'slots joined': 81.0}
    """
    return dict(_rows(table))


def _rows(table: str) -> Iterator[tuple[str, float]]:
    for line in table.splitlines():
        if match := re.match(r"\s*([a-zA-Z][\w ,-]*?)\s+(?:F1\s+)?(\d+\.\d)(?:\s+\d+\.\d\s+(\d+\.\d))?(?:\s|$)", line):
            yield match[1], float(match[3] or match[2])


def run_gate(gate: Gate) -> str:
    """Run the command line over a gate's input and return what its scorer prints.

    One input of the gold has several rows for one text; each text is read once.
    """
    if gate.module:
        return subprocess.run([sys.executable, "-m", gate.module], check=True, capture_output=True, text=True).stdout
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder, "answer")
        source = Path(folder, "input.jsonl")
        _write_once_each(SHARED / "data" / gate.reads, source)
        onrecord = [sys.executable, "-m", "onrecord", *gate.command, str(source), "-o", str(answer)]
        subprocess.run(onrecord, check=True, stderr=subprocess.DEVNULL)
        return scored(gate.scorer, SHARED / "data" / gate.gold, answer, *gate.scorer_args)


def scored(scorer: str, gold: Path, answer: Path, *arguments: str) -> str:
    """Return what a scorer of the shared folder prints of an answer."""
    command = [sys.executable, str(SHARED / "score" / scorer), str(gold), str(answer), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def write_rows(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    """Write rows as JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def gold_rows(path: Path) -> list[Row]:
    """Return a file's rows, one for each id: of several for one text the last."""
    with path.open(encoding="utf-8") as lines:
        return list({row["id"]: row for row in map(json.loads, lines)}.values())


def _write_once_each(source: Path, target: Path) -> None:
    known = ("id", "text", "title", "outlet", "url", "published", "language")
    write_rows(target, ({k: row[k] for k in known if row.get(k) is not None} for row in gold_rows(source)))


def shortfalls(got: Figures, floors: Mapping[str, float]) -> list[str]:
    """Return one line for each figure below its floor, and for each floor whose figure is gone."""
    return [
        f"{name}: {got[name]:.1f}, floor {floor:.1f}" if name in got else f"{name}: no figure, floor {floor:.1f}"
        for name, floor in sorted(floors.items())
        if got.get(name, -1.0) < floor - SLACK
    ]


def raised(got: Figures, floors: Mapping[str, float]) -> Figures:
    """Return the floors, each no lower than it was and as high as the figure.

    >>> raised({"a": 5.0, "b": 1.0}, {"a": 4.0, "b": 2.0})
    {'a': 5.0, 'b': 2.0}
    """
    return {name: max(got.get(name, 0.0), floors.get(name, 0.0)) for name in sorted({*got, *floors})}
