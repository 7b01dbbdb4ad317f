"""Makes the weights of the event measures.

    python -m training.events ../shared/data

Pairs of mentions that the events layer finds where the ECB+ topics mark one, within the stories that the reports are
grouped into: what linking has to tell apart is what one story holds. With the pairs of two stories, which nothing ever
joins, B-cubed is half a point lower in cross-validation over topics. About five minutes, most of it annotation.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.annotate.pipeline import annotate
from onrecord.model import Annotated, Article
from onrecord.relate.collection import group
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


def chains(annotated: Annotated, mentions: Sequence[dict[str, Any]]) -> dict[int, str]:
    """Return the gold chain of each event mention that stands where the gold marks one."""
    found: dict[int, str] = {}
    for number, gold in enumerate(mentions):
        if gold["kind"] == "event" and (best := _best(annotated, gold)) is not None:
            found[best] = gold.get("chain") or f"single {annotated.article.id} {number}"
    return found


def _best(annotated: Annotated, gold: dict[str, Any]) -> int | None:
    shared = [
        (min(e.trigger.end, gold["end"]) - max(e.trigger.start, gold["start"]), -n)
        for n, e in enumerate(annotated.events)
    ]
    overlap, number = max(shared, default=(0, 0))
    return -number if overlap > 0 else None


def main(folder: Path) -> None:
    """Annotate, measure, fit, and write the weights."""
    rows = {row["id"]: row for row in read_rows(folder / "ecb-dev.jsonl")}
    grouped = group(annotate(Article(id=n, ref=n, text=row["text"]) for n, row in rows.items()))
    gold = {a.article.id: chains(a, rows[a.article.id]["mentions"]) for a in grouped.articles}
    known = canonical(grouped.entities)
    profiles = {a.article.id: profile(a) for a in grouped.articles}
    rare = rarity(terms(p) for p in profiles.values())
    wholes = {name: weighed(p.body + p.title, rare, 1.5) for name, p in profiles.items()}
    told = [t for a in grouped.articles for t in tell(a, known, rare) if t.index in gold[a.article.id]]
    story_of = {article: story.id for story in grouped.stories for article in story.articles}
    measured, labels = [], []
    for one, other in story_pairs(told, story_of):
        a, b = told[one], told[other]
        measured.append(event_measures(a, b, dot(wholes[a.article], wholes[b.article]), rare))
        labels.append(float(gold[a.article][a.index] == gold[b.article][b.index]))
    names = sorted(measured[0])
    found = fit(table(measured, names), np.array(labels), np.ones(len(labels)), SHRINKAGE)
    OUT.write_text(json.dumps(named(names, found), indent=1, sort_keys=True) + "\n", "utf8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
