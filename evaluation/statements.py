"""Statements on the hand-made set, by category, and on PolNeAR's development part where it is at hand.

    python -m evaluation.statements [--wrong] [--polnear]

A statement is found when half or more of the words of its content and a predicted content are common. Speaker,
stance and chain are scored on the found ones. The set is written for this project: invented people, places and outlets.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.gate import GATES, SHARED, run_gate
from onrecord.annotate.pipeline import annotate
from onrecord.model import Annotated, Article, Statement

SET = Path(__file__).with_name("statements_set.jsonl")
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One statement of the set."""

    speaker: str | None
    stance: str
    via: tuple[str, ...]
    content: str


@dataclass(frozen=True, slots=True)
class Case:
    """One passage of the set with all its statements."""

    id: str
    category: str
    text: str
    statements: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """What was wanted, what was found in its place (None: nothing), and which of its parts is wrong."""

    case: Case
    part: str
    wanted: Wanted | None
    found: Statement | None


def cases(path: Path = SET) -> list[Case]:
    """Return the set."""
    rows = (json.loads(line) for line in path.read_text("utf8").splitlines())
    return [
        Case(
            row["id"],
            row["category"],
            row["text"],
            tuple(Wanted(s["speaker"], s["stance"], tuple(s["via"]), s["content"]) for s in row["statements"]),
        )
        for row in rows
    ]


def words(text: str) -> Counter[str]:
    """Return the words of a text, lower case, with their counts."""
    return Counter(_WORD.findall(text.lower()))


def overlap(one: str, other: str) -> float:
    """Return the share of words that two texts have in common, in [0, 1]."""
    a, b = words(one), words(other)
    return (a & b).total() / max((a | b).total(), 1)


def content(statement: Statement, text: str) -> str:
    """Return the words of a statement's content."""
    return " ".join(span.of(text) for span in statement.content)


def pairs(case: Case, found: Sequence[Statement]) -> list[tuple[Wanted, Statement | None]]:
    """Return every wanted statement with the best of those found, each used once."""
    ranked = sorted(
        (
            (overlap(w.content, content(f, case.text)), -i, -j)
            for i, w in enumerate(case.statements)
            for j, f in enumerate(found)
        ),
        reverse=True,
    )
    taken: dict[int, int] = {}
    for share, i, j in ranked:
        if share >= 0.5 and -i not in taken and -j not in taken.values():
            taken[-i] = -j
    return [(w, found[taken[i]] if i in taken else None) for i, w in enumerate(case.statements)]


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are one, without articles and case."""
    if one is None or other is None:
        return one is other
    return _ARTICLE.sub("", one).lower() == _ARTICLE.sub("", other).lower()


def score(case: Case, annotated: Annotated) -> Iterator[tuple[str, bool, Mistake]]:
    """Yield every part of a case with whether it is right: found, speaker, stance, via, and extra ones."""
    used = []
    for wanted, found in pairs(case, annotated.statements):
        yield "found", found is not None, Mistake(case, "found", wanted, found)
        if found is None:
            continue
        used.append(found)
        chain = [n.lower() for n in found.via] == [n.lower() for n in wanted.via]
        yield "speaker", same_name(wanted.speaker, found.speaker), Mistake(case, "speaker", wanted, found)
        yield "stance", wanted.stance == found.stance, Mistake(case, "stance", wanted, found)
        yield "via", chain, Mistake(case, "via", wanted, found)
    for extra in annotated.statements:
        yield "exact", extra in used, Mistake(case, "exact", None, extra)


PARTS = ("found", "exact", "speaker", "stance", "via")


def evaluate(chosen: Sequence[Case]) -> tuple[dict[str, dict[str, tuple[int, int]]], list[Mistake]]:
    """Return right and all counts by category and part, and what went wrong."""
    counts: dict[str, dict[str, list[int]]] = defaultdict(lambda: {part: [0, 0] for part in PARTS})
    wrong: list[Mistake] = []
    articles = (Article(id=c.id, ref=c.id, text=c.text) for c in chosen)
    for case, annotated in zip(chosen, annotate(articles), strict=True):
        for part, right, mistake in score(case, annotated):
            for name in (case.category, "all"):
                counts[name][part][0] += right
                counts[name][part][1] += 1
            wrong += [] if right else [mistake]
    return {c: {p: (v[0], v[1]) for p, v in parts.items()} for c, parts in counts.items()}, wrong


def table(counts: dict[str, dict[str, tuple[int, int]]]) -> str:
    """Return the counts as percentages: found is recall, exact is precision."""
    lines = [f"{'':24}" + "".join(f"{p:>9}" for p in ("recall", "precis.", "speaker", "stance", "chain")) + f"{'n':>6}"]
    for category, parts in counts.items():
        cells = "".join(f"{100 * a / b:9.1f}" if b else f"{'-':>9}" for a, b in (parts[p] for p in PARTS))
        lines.append(f"{category:24}{cells}{parts['found'][1]:6}")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    """Print the table, with --wrong every mistake, and with --polnear the scores on PolNeAR too (minutes)."""
    counts, wrong = evaluate(cases())
    print(table(counts))
    for m in wrong if "--wrong" in arguments else ():
        print(f"\n{m.part}: {m.case.id}: {m.case.text!r}\n  wanted {m.wanted}")
        if m.found is not None:
            f = m.found
            print(f"  found  {f.speaker!r} {f.stance} {f.via} {content(f, m.case.text)!r}")
    if "--polnear" in arguments:
        gate = next(g for g in GATES if g.name == "statements")
        print(f"\nPolNeAR dev\n{run_gate(gate)}" if (SHARED / "data").is_dir() else f"\nskipped: no {SHARED / 'data'}")


if __name__ == "__main__":
    main(sys.argv[1:])
