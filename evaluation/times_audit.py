"""`python -m evaluation.times_audit`: time expressions on both parts of the gold, with its own errors set aside.

`times_audit.tsv` holds a verdict on every place where ours and the gold differ in more than extent: `ours` is wrong
(who reads with care gives the gold's value, or a third), `gold` is wrong (against the text, the calendar or TIMEX3's
guideline), `convention` (the gold has two ways for such words and uses both), or `undecidable`. `part` is `seen`, or
`aside` for the documents that were only scored until every rule stood. There `majority` says whose way the gold, both
parts together, takes more often for such words: `gold`, as it does here, `ours`, or a `tie`.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.times import ASIDE, Row, found, timebank

AUDIT = Path(__file__).with_name("times_audit.tsv")
VERDICTS = ("ours", "gold", "convention", "undecidable")
KINDS = ("value", "missed", "extra")


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the two differ; `ours` is our value, "-" where there is none."""

    article: str
    start: int
    end: int
    kind: str
    ours: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many expressions the gold has, how many ours, and how many of them match, and match in value."""

    gold: int
    found: int
    matched: int
    right: int

    def f1(self, hits: int) -> float:
        """Return F1 in percent; 0 where there is nothing."""
        return 200 * hits / max(self.gold + self.found, 1)


def main() -> None:
    """Print for each part the verdicts by kind, then F1 with and without what they excuse."""
    for name, of_part in timebank().items():
        ours = found(of_part)
        print(f"\n{name}")
        print("\n".join(table(of_part, ours, verdicts())))
        if name == ASIDE:
            print("\n".join(highest(of_part, ours, verdicts(), majorities())))


def verdicts() -> dict[Difference, str]:
    """Return the verdict on every difference that was looked at."""
    return _column("verdict")


def majorities() -> dict[Difference, str]:
    """Return whose way the gold takes more often, "" but for conventions in the part set aside."""
    return _column("majority")


def _column(name: str) -> dict[Difference, str]:
    with AUDIT.open(encoding="utf-8", newline="") as lines:
        return {
            Difference(row["article"], int(row["start"]), int(row["end"]), row["kind"], row["ours"]): row[name]
            for row in csv.DictReader(lines, delimiter="\t")
        }


def table(gold: Sequence[Row], ours: Sequence[Sequence[Row]], audit: dict[Difference, str]) -> Iterator[str]:
    """Yield the counts of the verdicts, then F1 as it stands, without the gold's errors, and without conventions."""
    tally, differences = compared(gold, ours)
    counts = Counter((each.kind, audit.get(each, "not looked at")) for each in differences)
    yield "         " + "".join(f"{verdict:>15}" for verdict in (*VERDICTS, "not looked at"))
    for kind in KINDS:
        yield f"{kind:9}" + "".join(f"{counts[kind, verdict]:15}" for verdict in (*VERDICTS, "not looked at"))
    yield "\nF1                                relaxed   value"
    for name, excused in (
        ("as it stands", ()),
        ("gold's errors set aside", ("gold",)),
        ("and what has two conventions", ("gold", "convention")),
        ("and what cannot be decided", ("gold", "convention", "undecidable")),
    ):
        left = without(tally, [each for each in differences if audit.get(each) in excused])
        yield f"{name:33} {left.f1(left.matched):7.1f} {left.f1(left.right):7.1f}"


def highest(
    gold: Sequence[Row], ours: Sequence[Sequence[Row]], audit: dict[Difference, str], majority: dict[Difference, str]
) -> Iterator[str]:
    """Yield the value F1 with every difference mended but where the gold writes against its own majority.

    The gold's errors stay, or are read as it should have them. What cannot be decided counts as the gold has it, and of
    a tie all uses or none, so the first line is an upper bound.
    """
    tally, differences = compared(gold, ours)
    yield "\nhighest value F1                   gold as it is   errors mended"
    for name, lost in (("with ties as the gold has them", ("ours",)), ("with ties lost", ("ours", "tie"))):
        right = [each for each in differences if majority.get(each) not in lost]
        sound = [each for each in right if audit.get(each) != "gold"]
        best, best_mended = mended(tally, sound), mended(tally, right)
        yield f"{name:33} {best.f1(best.right):14.1f} {best_mended.f1(best_mended.right):15.1f}"


def mended(tally: Tally, differences: Sequence[Difference]) -> Tally:
    """Return the tally as it were with some differences gone: missed ones found, values right, extra ones left out."""
    kinds = Counter(each.kind for each in differences)
    return Tally(
        tally.gold,
        tally.found + kinds["missed"] - kinds["extra"],
        tally.matched + kinds["missed"],
        tally.right + kinds["missed"] + kinds["value"],
    )


def without(tally: Tally, excused: Sequence[Difference]) -> Tally:
    """Return the tally less the expressions that some differences are about."""
    kinds = Counter(each.kind for each in excused)
    return Tally(
        tally.gold - kinds["value"] - kinds["missed"],
        tally.found - kinds["value"] - kinds["extra"],
        tally.matched - kinds["value"],
        tally.right,
    )


def compared(gold: Sequence[Row], ours: Sequence[Sequence[Row]]) -> tuple[Tally, list[Difference]]:
    """Match both as the scorer does, and return the counts with every difference in value or in what is found."""
    differences: list[Difference] = []
    matched = right = expected = 0
    for row, answer in zip(gold, ours, strict=True):
        free, name = list(answer), str(row["id"])
        times = row["times"]
        assert isinstance(times, list)
        expected += len(times)
        for time in times:
            best = _best(time, free)
            if best is None:
                differences.append(_difference(name, time, "missed", "-"))
                continue
            free.remove(best)
            matched, right = matched + 1, right + (best["value"] == time["value"])
            if best["value"] != time["value"]:
                differences.append(_difference(name, best, "value", str(best["value"])))
        differences += [_difference(name, time, "extra", str(time["value"])) for time in free]
    return Tally(expected, sum(map(len, ours)), matched, right), differences


def _difference(article: str, time: Row, kind: str, ours: str) -> Difference:
    return Difference(article, _number(time["start"]), _number(time["end"]), kind, ours)


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value


def _best(time: Row, free: Sequence[Row]) -> Row | None:
    """Return the free expression of ours that overlaps most, the same extent first."""
    start, end = _number(time["start"]), _number(time["end"])

    def fit(one: Row) -> tuple[bool, int]:
        first, last = _number(one["start"]), _number(one["end"])
        return (first, last) == (start, end), min(last, end) - max(first, start)

    overlapping = [one for one in free if _number(one["start"]) < end and start < _number(one["end"])]
    return max(overlapping, key=fit, default=None)


if __name__ == "__main__":
    main()
