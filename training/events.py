"""Makes the weights of the event measures.

    python -m training.events ../shared/data

Pairs of mentions that the events layer finds where the ECB+ topics mark one, within the stories that the reports are
grouped into: what linking has to tell apart is what one story holds. With the pairs of two stories, which nothing ever
joins, B-cubed is half a point lower in cross-validation over topics. About five minutes, most of it annotation.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.api import Request, relate_sources
from onrecord.model import Annotated, Collection
from onrecord.relate.entities import canonical
from onrecord.relate.event_likeness import event_measures
from onrecord.relate.event_pairs import story_pairs
from onrecord.relate.profile import dot, profile, terms, weighed
from onrecord.relate.rarity import rarity
from onrecord.relate.told import tell
from training.data import read_rows
from training.regression import fit, named, table

OUT = Path("src/onrecord/relate/data/event_weights.json")
SHRINKAGE = 0.001

Row = dict[str, Any]


def chains(annotated: Annotated, mentions: Sequence[Row]) -> dict[int, str]:
    """Return the gold chain of each event mention that stands where the gold marks one."""
    found: dict[int, str] = {}
    for number, gold in enumerate(mentions):
        if gold["kind"] == "event" and (best := _best(annotated, gold)) is not None:
            found[best] = gold.get("chain") or f"single {annotated.article.id} {number}"
    return found


def _best(annotated: Annotated, gold: Row) -> int | None:
    shared = [
        (min(e.trigger.end, gold["end"]) - max(e.trigger.start, gold["start"]), -n)
        for n, e in enumerate(annotated.events)
    ]
    overlap, number = max(shared, default=(0, 0))
    return -number if overlap > 0 else None


def measured_pairs(found: Collection, rows: Mapping[str, Row]) -> tuple[list[dict[str, float]], list[float]]:
    """Return the measures of the marked pairs of each story, and 1 for each that is of one event."""
    gold = {a.article.id: chains(a, rows[a.article.ref]["mentions"]) for a in found.articles}
    known = canonical(found.entities)
    profiles = {a.article.id: profile(a) for a in found.articles}
    rare = rarity(terms(p) for p in profiles.values())
    wholes = {name: weighed(p.body + p.title, rare, 1.5) for name, p in profiles.items()}
    told = [t for a in found.articles for t in tell(a, known, rare) if t.index in gold[a.article.id]]
    pairs = [
        (told[a], told[b])
        for a, b in story_pairs(told, {article: story.id for story in found.stories for article in story.articles})
    ]
    measured = [event_measures(a, b, dot(wholes[a.article], wholes[b.article]), rare) for a, b in pairs]
    return measured, [float(gold[a.article][a.index] == gold[b.article][b.index]) for a, b in pairs]


def main(folder: Path) -> None:
    """Read and relate the reports as the command line does, measure, fit, and write the weights."""
    path = folder / "ecb-dev.jsonl"
    found = relate_sources(Request(sources=[str(path)]), [])
    measured, labels = measured_pairs(found, {row["id"]: row for row in read_rows(path)})
    names = sorted(measured[0])
    weights = fit(table(measured, names), np.array(labels), np.ones(len(labels)), SHRINKAGE)
    OUT.write_text(json.dumps(named(names, weights), indent=1, sort_keys=True) + "\n", "utf8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
