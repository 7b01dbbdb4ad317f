"""`python -m benchmarks`: time and peak memory of the main job from a cold start, articles a second, its steps.

All figures of one run come from one machine; compare ratios within a run, not seconds across machines. On a busy
machine processor seconds tell more than those on the clock.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from benchmarks.brief import show_steps
from evaluation.gate import SHARED


def cold(arguments: Sequence[str]) -> tuple[float, float, float]:
    """Return the seconds on the clock and of the processor, and the peak memory in MB, of one run in a new process."""
    started_s = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - started_s, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def show(name: str, arguments: Sequence[str], articles: int | None = None) -> None:
    """Run the command line once and print a line about it."""
    clock_s, processor_s, peak_mb = cold(arguments)
    rate = f", {articles / clock_s:.1f} articles a second" if articles else ""
    print(f"{name:30} {clock_s:6.1f} s, {processor_s:6.1f} s of processor  {peak_mb:5.0f} MB{rate}", flush=True)


def first_rows(name: str, number: int) -> Path:
    """Return a file with the first rows of a shared one."""
    out = Path("build") / f"{number}-{name}"
    out.parent.mkdir(exist_ok=True)
    with (SHARED / "data" / name).open(encoding="utf-8") as rows:
        out.write_text("".join(islice(rows, number)), encoding="utf-8")
    return out


def main() -> None:
    """Print all figures."""
    examples = sorted(str(p) for p in Path("examples").rglob("*.*") if p.suffix in {".txt", ".html"})
    show(f"brief, {len(examples)} examples", ["brief", *examples])
    seeds = sorted(str(p) for p in (SHARED / "seeds").glob("*.txt"))
    if not seeds:
        print(f"skipped the rest: nothing at {SHARED}; set SHARED to the folder that holds seeds/ and data/")
        return
    show(f"brief, {len(seeds)} seeds", ["brief", *seeds])
    fifty, hundred = first_rows("claims-dev-articles.jsonl", 50), first_rows("stories-dev.jsonl", 100)
    show("brief, 50 reports", ["brief", str(fifty), "--format", "json"])
    show("annotate, 100 reports", ["annotate", str(hundred)], 100)
    show_steps([str(fifty)])


main()
