"""Makes the weights of the story measures.

    python -m training.stories ../shared/data

Pairs of reports from two collections: the development stories, and at less weight the short texts of the ECB+ topics,
two look-alike happenings each. Reports without a date have the one that the library works out, as they have when it
groups them, and short texts the one that they print: ten minutes, nearly all of it annotation.
training/stories_cross.py says what the weights are worth.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.api import Request, relate_sources
from onrecord.model import Annotated, Article, When
from onrecord.read.text import as_given
from onrecord.relate.company import measured
from onrecord.relate.dots import Pair
from onrecord.relate.likeness import too_far_apart, vectors
from onrecord.relate.profile import profile, terms
from onrecord.relate.rarity import rarity
from training.data import read_rows
from training.regression import Floats, fit, named

OUT = Path("src/onrecord/relate/data/story_weights.json")
# Chosen by cross-validation: 0.003 to 0.03 are level on large collections, more is better on small ones.
SHRINKAGE = 0.02
# Without the short texts, look-alikes in small collections are glued; counted in full, they cost the long ones a point.
_SHORT_WEIGHT = 0.3
# Pairs below these log-odds never meet in a story, and what tells them apart is not what tells a happening from its
# neighbours: the weights are fitted again without them. That gives 0.7 points of B-cubed; -5 to -6.5 are level on large
# collections, -5 is best on small ones.
_NEVER = -5.0


@dataclass(frozen=True)
class Pairs:
    """Measured pairs of one collection.

    ends      the two reports of each pair, as numbers; rows  its measures, in the order of `names`
    labels    whether it is of one story; weights  pairs of large stories weigh less, so that none dominates
    far       whether its reports were written long after one another
    """

    names: list[str]
    ends: list[Pair]
    rows: Floats
    labels: Floats
    weights: Floats
    far: NDArray[np.bool_]


def annotated(row: dict[str, Any], published: When | None = None) -> Annotated:
    """Return a row as an article without layers."""
    return Annotated(
        Article(id=row["id"], ref=row["id"], text=row["text"], title=row.get("title"), published=published)
    )


def dates(rows: Iterable[dict[str, Any]]) -> dict[str, When]:
    """Return when each report was published, by its id: as it is given, else as the library works it out."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "input.jsonl")
        path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf8")
        found = [held.article for held in relate_sources(Request(sources=[str(path)]), []).articles]
    return {article.ref: article.published for article in found if article.published}


def pairs(articles: Sequence[Annotated], stories: Sequence[str], weight: float) -> Pairs:
    """Measure the candidate pairs of one collection."""
    profiles = [profile(a) for a in articles]
    rare = rarity(terms(p) for p in profiles)
    found = measured([vectors(p, rare) for p in profiles])
    names = sorted(found.measures)
    sizes = Counter(stories)
    one = [stories[a] == stories[b] for a, b in found.pairs]
    return Pairs(
        names,
        found.pairs,
        np.column_stack([found.measures[name] for name in names]),
        np.array(one, dtype=np.float64),
        np.array(
            [
                weight * (sizes[stories[a]] ** -0.5 if same else 1.0)
                for (a, _), same in zip(found.pairs, one, strict=True)
            ]
        ),
        np.array([too_far_apart(profiles[a], profiles[b]) for a, b in found.pairs]),
    )


def learn(*held: Pairs) -> Floats:
    """Return one weight a measure, and the constant last."""
    rows = np.concatenate([one.rows for one in held])
    labels = np.concatenate([one.labels for one in held])
    weights = np.concatenate([one.weights for one in held])
    first = fit(rows, labels, weights, SHRINKAGE)
    near = rows @ first[:-1] + first[-1] > _NEVER
    return fit(rows[near], labels[near], weights[near], SHRINKAGE)


def collections(folder: Path) -> tuple[Pairs, Pairs, list[str]]:
    """Return the pairs of the development stories and of the short texts, and the story of each development report."""
    rows = list({row["id"]: row for row in read_rows(folder / "stories-dev.jsonl")}.values())
    published = dates(rows)
    short = read_rows(folder / "ecb-dev.jsonl")
    stories = [row["story"] for row in rows]
    happenings = [f"{row['group']} {row['id'].endswith('plus')}" for row in short]
    return (
        pairs([annotated(row, published.get(row["id"])) for row in rows], stories, 1.0),
        pairs([annotated(row, as_given(row["text"]).published) for row in short], happenings, _SHORT_WEIGHT),
        stories,
    )


def main(folder: Path) -> None:
    """Measure, fit, and write the weights."""
    long, short, _ = collections(folder)
    OUT.write_text(json.dumps(named(long.names, learn(long, short)), indent=1, sort_keys=True) + "\n", "utf8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
