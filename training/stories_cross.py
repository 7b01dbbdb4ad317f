"""What the story weights are worth on stories they have not seen.

    python -m training.stories_cross ../shared/data

The development stories are cut into folds, those of one topic together. Each pair of reports is scored by weights from
pairs without any report of its two folds, and the whole collection grouped by these scores as the library groups it;
so in several ways to cut, for the mean and how far they lie apart. Printed beside it: the weights that ship, which have
seen everything, and plain TF-IDF at its best threshold.
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations_with_replacement
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.relate.dots import Pair
from onrecord.relate.likeness import bounded
from onrecord.relate.linkage import average_linkage
from onrecord.relate.stories import OWN, threshold
from training.regression import Floats
from training.stories import Pairs, collections, learn

_FOLDS = 5
_CUTS = 6
# Stories whose reports are on average this much alike are of one topic.
_ONE_TOPIC = 0.09


def topics(held: Pairs, stories: Sequence[str]) -> list[list[str]]:
    """Return the stories in groups of one topic, the largest first."""
    sizes = Counter(stories)
    alike: defaultdict[tuple[str, str], float] = defaultdict(float)
    whole = held.rows[:, held.names.index("whole")]
    for (a, b), value in zip(held.ends, whole, strict=True):
        if stories[a] != stories[b]:
            alike[min(stories[a], stories[b]), max(stories[a], stories[b])] += (
                value / sizes[stories[a]] / sizes[stories[b]]
            )
    topic = {story: [story] for story in sizes}
    for (one, other), value in sorted(alike.items()):
        if value > _ONE_TOPIC and topic[one] is not topic[other]:
            topic[one] += topic[other]
            topic.update(dict.fromkeys(topic[other], topic[one]))
    groups = {id(group): group for group in topic.values()}.values()
    return sorted(groups, key=lambda group: (-sum(sizes[s] for s in group), group))


def folds(held: Pairs, stories: Sequence[str], seed: int) -> NDArray[np.int64]:
    """Return the fold of each report, topics whole, folds of nearly equal size."""
    sizes = Counter(stories)
    groups = topics(held, stories)
    random.Random(seed).shuffle(groups)
    groups.sort(key=lambda group: -sum(sizes[story] for story in group).bit_length())
    load = [0] * _FOLDS
    fold: dict[str, int] = {}
    for group in groups:
        least = load.index(min(load))
        load[least] += sum(sizes[story] for story in group)
        fold |= dict.fromkeys(group, least)
    return np.array([fold[story] for story in stories])


def unseen(held: Pairs, beside: Pairs, stories: Sequence[str], seed: int) -> Floats:
    """Return each pair's log-odds by weights from pairs that share no fold with it."""
    fold = folds(held, stories, seed)
    ends = fold[np.array(held.ends)]
    scores = np.zeros(len(held.ends))
    for one, other in combinations_with_replacement(range(_FOLDS), 2):
        asked = (np.sort(ends, axis=1) == [one, other]).all(axis=1)
        known = np.logical_not(np.isin(ends, [one, other]).any(axis=1))
        found = learn(_only(held, known), beside)
        scores[asked] = held.rows[asked] @ found[:-1] + found[-1]
    return scores


def _only(held: Pairs, chosen: NDArray[np.bool_]) -> Pairs:
    ends = [pair for pair, one in zip(held.ends, chosen, strict=True) if one]
    return Pairs(held.names, ends, held.rows[chosen], held.labels[chosen], held.weights[chosen], held.far[chosen])


def grouped(held: Pairs, scores: Floats, size: int) -> list[list[int]]:
    """Return the groups that the library makes of these scores."""
    bound = {pair: bounded(s, bool(far)) for pair, s, far in zip(held.ends, scores.tolist(), held.far, strict=True)}
    return average_linkage(size, bound, threshold(size), own=OWN)


def tfidf(held: Pairs, stories: Sequence[str]) -> tuple[float, float]:
    """Return the scores of average linkage over TF-IDF cosines at its best threshold."""
    whole = held.rows[:, held.names.index("whole")].tolist()
    # A cosine of 0 becomes what average_linkage takes for pairs that nobody measured.
    scores: Mapping[Pair, float] = {pair: 8 * value - 8 for pair, value in zip(held.ends, whole, strict=True)}
    cuts = [8 * cut / 100 - 8 for cut in range(8, 30)]
    return max((score(average_linkage(len(stories), scores, cut), stories) for cut in cuts), key=sum)


def score(groups: Sequence[Sequence[int]], stories: Sequence[str]) -> tuple[float, float]:
    """Return B-cubed F1 and pairwise F1, in points."""
    gold = Counter(stories)
    cells = [(n, len(group), gold[s]) for group in groups for s, n in Counter(stories[i] for i in group).items()]
    total = len(stories)
    precise, recalled = sum(n * n / p for n, p, _ in cells) / total, sum(n * n / g for n, _, g in cells) / total
    hit = sum(_pairs(n) for n, _, _ in cells)
    made, wanted = sum(_pairs(len(group)) for group in groups), sum(_pairs(n) for n in gold.values())
    return _f1(precise, recalled), _f1(hit / max(made, 1), hit / max(wanted, 1))


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


def _f1(precision: float, recall: float) -> float:
    return 200 * precision * recall / max(precision + recall, 1e-9)


def main(folder: Path) -> None:
    """Print the table."""
    held, beside, stories = collections(folder)
    seen = learn(held, beside)
    cuts = [score(grouped(held, unseen(held, beside, stories, seed), len(stories)), stories) for seed in range(_CUTS)]
    rows = {
        "unseen stories": np.mean(cuts, axis=0),
        "  spread": np.std(cuts, axis=0),
        "seen stories": score(grouped(held, held.rows @ seen[:-1] + seen[-1], len(stories)), stories),
        "TF-IDF": tfidf(held, stories),
    }
    print(f"{'':16} b-cubed pairwise")
    for name, (cubed, pairwise) in rows.items():
        print(f"{name:16} {cubed:7.1f} {pairwise:8.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
