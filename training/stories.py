"""Makes the weights of the story measures.

    python -m training.stories ../shared/data

Pairs of reports from three kinds of collection: the development stories as one large collection; small ones drawn from
it, each a report with its neighbours and a few strangers, because the usual run holds five to fifty reports; and the
short texts of the ECB+ topics, two look-alike happenings each. About two minutes.
"""

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.model import Annotated, Article, When
from onrecord.relate.likeness import Vectors, cosines, measures, vectors
from onrecord.relate.neighbours import candidates
from onrecord.relate.profile import profile, terms
from onrecord.relate.rarity import rarity
from training.data import read_rows
from training.regression import fit, named, table

OUT = Path("src/onrecord/relate/data/story_weights.json")
SHRINKAGE = 0.01
_SIZES = (3, 5, 8, 12, 20, 40)
_SHORT_WEIGHT = 0.3


@dataclass(frozen=True)
class Pairs:
    """Measured pairs of one collection: the measures, whether each is of one story, and its weight."""

    measured: list[dict[str, float]]
    labels: list[float]
    weights: list[float]


def annotated(row: dict[str, Any]) -> Annotated:
    """Return a row as an article without layers."""
    when = When(row["published"], "day", "given") if row.get("published") else None
    return Annotated(Article(id=row["id"], ref=row["id"], text=row["text"], title=row.get("title"), published=when))


def pairs(articles: Sequence[Annotated], stories: Sequence[str], weight: float) -> Pairs:
    """Measure the candidate pairs of one collection; pairs of large stories weigh less, so that none dominates."""
    profiles = [profile(a) for a in articles]
    rare = rarity(terms(p) for p in profiles)
    reports = [vectors(p, rare) for p in profiles]
    found = {(a, b): cosines(reports[a], reports[b]) for a, b in candidates(reports)}
    nearest = _nearest(reports, found)
    sizes = Counter(stories)
    made = Pairs([], [], [])
    for (a, b), cosine in found.items():
        one = stories[a] == stories[b]
        made.measured.append(measures(cosine, (nearest[a], nearest[b]), (profiles[a], profiles[b])))
        made.labels.append(float(one))
        made.weights.append(weight * (sizes[stories[a]] ** -0.5 if one else 1.0))
    return made


def _nearest(reports: Sequence[Vectors], found: dict[tuple[int, int], dict[str, float]]) -> list[dict[str, float]]:
    nearest: list[dict[str, float]] = [defaultdict(float) for _ in reports]
    for pair, cosine in found.items():
        for side in pair:
            for part, value in cosine.items():
                nearest[side][part] = max(nearest[side][part], value)
    return nearest


def small(rows: Sequence[dict[str, Any]], draws: int, seed: int) -> list[list[int]]:
    """Draw small collections: a report, some of those that share its rarest words, and a few strangers."""
    profiles = [profile(annotated(row)) for row in rows]
    rare = rarity(terms(p) for p in profiles)
    reports = [vectors(p, rare) for p in profiles]
    near: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for a, b in candidates(reports):
        whole = cosines(reports[a], reports[b])["whole"]
        near[a].append((whole, b))
        near[b].append((whole, a))
    chance = random.Random(seed)
    drawn = []
    for _ in range(draws):
        first, size = chance.randrange(len(rows)), chance.choice(_SIZES)
        beside = [other for _, other in sorted(near[first], reverse=True)[: 2 * size]]
        strangers = chance.sample(range(len(rows)), max(1, size // 5))
        drawn.append(sorted({first, *chance.sample(beside, min(len(beside), size - 1)), *strangers}))
    return drawn


def collections(rows: Sequence[dict[str, Any]], stories: Sequence[str], draws: int, weight: float) -> list[Pairs]:
    """Return the pairs of the whole collection and of small ones drawn from it."""
    whole = list(range(len(rows)))
    return [
        pairs([annotated(rows[n]) for n in held], [stories[n] for n in held], weight)
        for held in (whole, *small(rows, draws, seed=1))
    ]


def main(folder: Path) -> None:
    """Measure, fit, and write the weights."""
    rows = read_rows(folder / "stories-dev.jsonl")
    short = read_rows(folder / "ecb-dev.jsonl")
    happenings = [f"{row['group']} {row['id'].endswith('plus')}" for row in short]
    held = collections(rows, [row["story"] for row in rows], 300, 1.0)
    held += collections(short, happenings, 100, _SHORT_WEIGHT)
    names = sorted(held[0].measured[0])
    found = fit(
        table([m for one in held for m in one.measured], names),
        np.array([x for one in held for x in one.labels]),
        np.array([w for one in held for w in one.weights]),
        SHRINKAGE,
    )
    OUT.write_text(json.dumps(named(names, found), indent=1, sort_keys=True) + "\n", "utf8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
