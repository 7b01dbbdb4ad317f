"""`python -m evaluation.relate`: how often look-alike happenings are glued into one story.

`glued` is the share of pairs put into one story that are of the two look-alike happenings of an ECB+ topic, or of two
topics: the trap's measure.
"""

from collections import Counter
from itertools import combinations
from pathlib import Path

from evaluation.gate import SHARED, at_hand, data_hash, gold_rows
from onrecord.model import Annotated, Article, When
from onrecord.read.text import as_given
from onrecord.relate.lineage import find_links
from onrecord.relate.stories import group_stories


def main() -> None:
    """Print the table."""
    path = SHARED / "data" / "ecb-dev.jsonl"
    if not at_hand(path):
        return
    print(f"{path.name} {data_hash(path)}\n{traps(path)}")


def read_articles(path: Path) -> dict[str, Article]:
    """Return the rows as articles, by id."""
    return {
        row["id"]: Article(
            row["id"],
            row["id"],
            row["text"],
            row.get("title"),
            row.get("outlet"),
            published=When(row["published"], "day", "given")
            if row.get("published")
            else as_given(row["text"]).published,
        )
        for row in gold_rows(path)
    }


def traps(path: Path) -> str:
    """Return how many pairs stories hold, and how many of them glue two happenings."""
    articles = [Annotated(article) for article in read_articles(path).values()]
    topic = {row["id"]: row["group"] for row in gold_rows(path)}
    counts: Counter[str] = Counter()
    for story in group_stories(articles, find_links(articles)):
        for a, b in combinations(story.articles, 2):
            counts["topics" if topic[a] != topic[b] else "look-alikes" if _side(a) != _side(b) else "one"] += 1
    total = max(counts.total(), 1)
    return (
        f"glued      {100 * (counts['look-alikes'] + counts['topics']) / total:5.1f}  of {total} pairs in stories: "
        f"{counts['look-alikes']} look-alikes, {counts['topics']} of two topics"
    )


def _side(name: str) -> bool:
    return name.endswith("plus")


if __name__ == "__main__":
    main()
