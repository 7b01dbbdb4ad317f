"""`python -m evaluation.relate`: lineage laid out for checking by hand, and how often look-alike happenings are glued.

Gold for lineage does not exist: every link is printed with its first shared words, so that a person can judge it.
`glued` is the share of pairs put into one story that are of the two look-alike happenings of an ECB+ topic, or of two
topics: the trap's measure.
"""

import json
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

from evaluation.gate import SHARED, data_hash
from onrecord.model import Annotated, Article, When
from onrecord.relate.lineage import find_links
from onrecord.relate.stories import group_stories

_SHOWN_CHARS = 100


def main() -> None:
    """Print both tables."""
    if not (SHARED / "data").is_dir():
        print(f"skipped: no gold data at {SHARED / 'data'}; set SHARED to the folder that holds data/ and score/")
        return
    for name, table in (("stories-dev.jsonl", lineage), ("ecb-dev.jsonl", traps)):
        path = SHARED / "data" / name
        print(f"{name} {data_hash(path)}\n{table(path)}\n")


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def _annotated(row: dict[str, Any]) -> Annotated:
    when = When(row["published"], "day", "given") if row.get("published") else None
    return Annotated(Article(row["id"], row["id"], row["text"], row.get("title"), row.get("outlet"), published=when))


def lineage(path: Path) -> str:
    """Return the links, least share first, each with whether the two reports are of one story and some shared words."""
    rows = {row["id"]: row for row in _rows(path)}
    links = sorted(find_links([_annotated(row) for row in rows.values()]), key=lambda link: link.share)
    same = sum(rows[link.source]["story"] == rows[link.target]["story"] for link in links)
    lines = [f"{len(links)} links {dict(Counter(link.kind for link in links))}, {same} within one story"]
    for link in links:
        words = " ".join(link.passages[0].span.of(rows[link.source]["text"]).split())[:_SHOWN_CHARS]
        lines.append(f"{link.kind:8} {link.share:.2f} {link.source} -> {link.target}: {link.reason}\n    {words}")
    return "\n".join(lines)


def traps(path: Path) -> str:
    """Return how many pairs stories hold, and how many of them glue two happenings."""
    rows = {row["id"]: row for row in _rows(path)}
    articles = [_annotated(row) for row in rows.values()]
    counts: Counter[str] = Counter()
    for story in group_stories(articles, find_links(articles), ()):
        for a, b in combinations(story.articles, 2):
            counts[
                "topics" if rows[a]["group"] != rows[b]["group"] else "look-alikes" if _side(a) != _side(b) else "one"
            ] += 1
    total = max(counts.total(), 1)
    return (
        f"glued      {100 * (counts['look-alikes'] + counts['topics']) / total:5.1f}  of {total} pairs in stories: "
        f"{counts['look-alikes']} look-alikes, {counts['topics']} of two topics"
    )


def _side(name: str) -> bool:
    return name.endswith("plus")


if __name__ == "__main__":
    main()
