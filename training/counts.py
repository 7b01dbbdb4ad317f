"""Makes the table of document counts that ships with the package: word stems and in how many documents they stand.

    python -m training.counts ../shared/data

Only counts leave the corpora. Reports of one happening count as one document, and the development stories do not count
at all, so that their scores are those of unseen stories.
"""

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from onrecord.relate.words import stem, words
from training.data import read_rows

OUT = Path("src/onrecord/relate/data/document_counts.tsv")
_SOURCES = ("ecb-dev.jsonl", "polnear-train.jsonl.gz", "polnear-dev.jsonl", "timebank.jsonl", "meantime-dev.jsonl")
_LEAST = 2


def _document(name: str, row: dict[str, Any]) -> str:
    if name.startswith("ecb"):
        return f"{name} {row['group']} {row['id'].endswith('plus')}"
    return f"{name} {row['id']}"


def main(folder: Path) -> None:
    """Count, and write the table."""
    stems: defaultdict[str, set[str]] = defaultdict(set)
    for name in _SOURCES:
        for row in read_rows(folder / name):
            stems[_document(name, row)].update(map(stem, words(row["text"])))
    counts = Counter(s for held in stems.values() for s in held)
    lines = ["# word stem, and the number of news documents it stands in; without a word: the number of documents"]
    lines += [f"\t{len(stems)}", *(f"{s}\t{n}" for s, n in sorted(counts.items()) if n >= _LEAST)]
    OUT.write_text("\n".join(lines) + "\n", "utf8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
