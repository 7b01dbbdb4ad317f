"""`python -m benchmarks`: time and peak memory of the main job from a cold start, articles a second, the slow steps.

All figures of one run come from one machine; compare ratios within a run, not seconds across machines.
"""

import cProfile
import json
import os
import pstats
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

SHARED = Path(os.environ.get("SHARED", "../shared"))
STEPS = (
    "read_sources",
    "parse",
    "sentences",
    "mentions",
    "times",
    "statements",
    "events",
    "find_links",
    "link_entities",
    "group_stories",
    "link_events",
    "make_claims",
    "make_contacts",
    "make_promises",
)


def cold(arguments: Sequence[str]) -> tuple[float, float]:
    """Return the wall seconds and peak memory in MB of one run of the command line in a process of its own."""
    started_s = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - started_s, usage.ru_maxrss / 1024


def show(name: str, arguments: Sequence[str], articles: int | None = None) -> None:
    """Run the command line once and print a line about it."""
    seconds, peak_mb = cold(arguments)
    rate = f", {articles / seconds:.1f} articles a second" if articles else ""
    print(f"{name:34} {seconds:6.1f} s  {peak_mb:6.0f} MB{rate}", flush=True)


def profile(sources: Sequence[str]) -> None:
    """Print which step of the main job takes how much of the time."""
    from onrecord import api

    profiler = cProfile.Profile()
    profiler.enable()
    api.brief(api.Request(sources=sources))
    profiler.disable()
    stats = pstats.Stats(profiler)
    total = stats.total_tt  # type: ignore[attr-defined]
    print(f"\nsteps of brief, of {total:.1f} s under the profiler")
    for (_, _, function), (_, _, _, cumulative, _) in sorted(
        stats.stats.items(),  # type: ignore[attr-defined]
        key=lambda item: -item[1][3],
    ):
        if function in STEPS:
            print(f"  {function:16} {cumulative:6.2f} s  {100 * cumulative / total:4.0f} %")


def main() -> None:
    """Print all figures."""
    examples = sorted(str(p) for p in Path("examples").rglob("*.*") if p.suffix in {".txt", ".html"})
    show(f"brief, {len(examples)} examples", ["brief", *examples])
    seeds = sorted(str(p) for p in (SHARED / "seeds").glob("*.txt"))
    if not seeds:
        print(f"skipped the rest: nothing at {SHARED}; set SHARED to the folder that holds seeds/ and data/")
        return
    show(f"brief, {len(seeds)} seeds", ["brief", *seeds])
    reports = SHARED / "data" / "claims-dev-articles.jsonl"
    rows = [json.loads(line) for line in reports.open(encoding="utf-8")][:50]
    fifty = Path("build/fifty.jsonl")
    fifty.parent.mkdir(exist_ok=True)
    fifty.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    show("brief, 50 reports", ["brief", str(fifty), "--format", "json"])
    stories = SHARED / "data" / "stories-dev.jsonl"
    show("annotate, stories-dev", ["annotate", str(stories)], sum(1 for _ in stories.open(encoding="utf-8")))
    profile([str(fifty)])
    print(f"\npeak memory of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


main()
