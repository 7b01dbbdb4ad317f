"""`python -m evaluation.stories_audit [STORIES]`: what the lost B-cubed of the stories is made of.

STORIES is what `onrecord stories` wrote of the gold's reports; without it they are read and grouped here, some minutes.
Three rows of the gold have one id; as in the gate only the last is read.

`stories_audit.tsv` holds a verdict on every pair of reports that was found together and is apart in the gold (`glued`),
or the other way round (`split`). Who reads both with care does as the gold does: `ours`. Else `background`: the gold
has in a story a page, or a report on another happening, that does not tell it; `one happening`: the gold keeps it under
two stories; `two happenings`: it keeps them under one. `undecidable`: the report in question tells both at length.
"""

import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.gate import SHARED, at_hand, data_hash, gold_rows, write_rows
from onrecord.api import Request, relate_sources

AUDIT = Path(__file__).with_name("stories_audit.tsv")
GOLDS = ("background", "one happening", "two happenings")
VERDICTS = ("ours", *GOLDS, "undecidable")

Labels = Mapping[str, str]
"""The story of each report."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Two reports, the lower id first, that one side has together and the other apart: `glued` or `split`."""

    kind: str
    one: str
    other: str


def main(arguments: Sequence[str]) -> None:
    """Print what is lost by verdict, then B-cubed with and without what they excuse."""
    path = SHARED / "data" / "stories-dev.jsonl"
    if not at_hand(path):
        return
    gold = {row["id"]: row["story"] for row in gold_rows(path)}
    found = written(Path(arguments[0])) if arguments else grouped(path)
    print(f"stories, {path.name} {data_hash(path)}")
    print("\n".join(table(gold, {name: found.get(name, f"alone {name}") for name in gold}, verdicts())))


def written(path: Path) -> dict[str, str]:
    """Return the story of each report as the command wrote them, one story a line."""
    with path.open(encoding="utf-8") as lines:
        return {name: story["id"] for story in map(json.loads, lines) for name in story["articles"]}


def grouped(path: Path) -> dict[str, str]:
    """Return the story of each report as the library groups them, of several rows with one id the last."""
    with TemporaryDirectory() as folder:
        once = Path(folder, "input.jsonl")
        write_rows(once, gold_rows(path))
        collection = relate_sources(Request(sources=[str(once)]), [])
    names = {held.article.id: held.article.ref for held in collection.articles}
    return {names[article]: story.id for story in collection.stories for article in story.articles}


def verdicts() -> dict[Lost, str]:
    """Return the verdict on every pair that was looked at."""
    with AUDIT.open(encoding="utf-8", newline="") as lines:
        return {
            Lost(row["kind"], row["one"], row["other"]): row["verdict"] for row in csv.DictReader(lines, delimiter="\t")
        }


def lost(gold: Labels, found: Labels) -> dict[Lost, float]:
    """Return the points of precision (`glued`) or recall (`split`) that each pair costs, which add up to all lost."""
    return {
        Lost(kind, one, other): 200 / len(members) / len(gold)
        for kind, mine, theirs in (("glued", found, gold), ("split", gold, found))
        for members in _stories(mine)
        for one, other in combinations(members, 2)
        if theirs[one] != theirs[other]
    }


def _stories(labels: Labels) -> list[list[str]]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(labels):
        members[labels[name]].append(name)
    return list(members.values())


def table(gold: Labels, found: Labels, audit: Mapping[Lost, str]) -> Iterator[str]:
    """Yield what each verdict costs, then B-cubed as it stands, without the gold's own, and what cannot be decided."""
    losses = lost(gold, found)
    points: defaultdict[tuple[str, str], float] = defaultdict(float)
    pairs: Counter[str] = Counter()
    for each, loss in losses.items():
        verdict = audit.get(each, "not looked at")
        points[verdict, each.kind] += loss
        pairs[verdict] += 1
    yield f"{'lost':26}   pairs precision  recall"
    for verdict in (*VERDICTS, "not looked at"):
        yield f"{verdict:26} {pairs[verdict]:7} {points[verdict, 'glued']:9.2f} {points[verdict, 'split']:7.2f}"
    yield f"\n{'B-cubed':26}       P       R      F1"
    for name, excused in (
        ("as it stands", ()),
        ("the gold's own set aside", GOLDS),
        ("and what is undecidable", (*GOLDS, "undecidable")),
    ):
        aside = {each for each in losses if audit.get(each) in excused}
        yield f"{name:26} " + " ".join(f"{figure:7.1f}" for figure in cubed(gold, found, aside))


def cubed(gold: Labels, found: Labels, aside: Collection[Lost]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 in percent, where pairs set aside count neither for nor against."""
    precise = _mean_share(found, gold, [each for each in aside if each.kind == "glued"])
    recalled = _mean_share(gold, found, [each for each in aside if each.kind == "split"])
    return precise, recalled, 2 * precise * recalled / (precise + recalled)


def _mean_share(mine: Labels, theirs: Labels, aside: Sequence[Lost]) -> float:
    """Return how many of the reports beside each, itself included, are beside it on the other side too, in percent."""
    without = Counter(name for each in aside for name in (each.one, each.other))
    sizes, both = Counter(mine.values()), Counter((mine[name], theirs[name]) for name in mine)
    shares = (both[mine[name], theirs[name]] / (sizes[mine[name]] - without[name]) for name in mine)
    return 100 * sum(shares) / len(mine)


if __name__ == "__main__":
    main(sys.argv[1:])
