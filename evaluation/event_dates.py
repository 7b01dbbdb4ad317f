"""Dates of happenings, held against labels made by hand before any answer was looked at.

Three sets: reports written for this project at two times, the labelled words marked in their text as `[word|label]`,
and reports of MEANTIME where they are at hand, by offset. A label is an EDTF date, several joined by ";" when each is
right, or, for a happening that its report does not date, "<" (before publication), ">" (after it) or "?" (neither is
said).
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.gate import SHARED
from evaluation.published_dates import share
from onrecord.annotate.component import Draft
from onrecord.annotate.parse import parse
from onrecord.annotate.pipeline import run
from onrecord.annotate.times.anchoring import when_at
from onrecord.annotate.times.bounds import by_tense
from onrecord.model import Article, Span, When
from onrecord.relate.periods import Period, apart, period

OWN = Path(__file__).with_name("event_dates.jsonl")
MORE = Path(__file__).with_name("event_dates_more.jsonl")
MEANTIME = Path(__file__).with_name("event_dates_meantime.jsonl")
_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
OUTCOMES = ("exact", "within a day", "less fine", "wrong", "none")
SIDES = ("<", ">", "?")
UNDATED = ("left open", "bound", "wrong bound", "dated")


@dataclass(frozen=True, slots=True)
class Label:
    """The words of a happening and the date that a careful reader gives it."""

    span: Span
    gold: str


@dataclass(frozen=True, slots=True)
class Case:
    """A report with its labels."""

    article: Article
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One label with what was found, how it compares, and whether an event or a statement shows it exactly."""

    case: Case
    label: Label
    when: When | None
    outcome: str
    shown: bool


def own_cases(path: Path = OWN) -> list[Case]:
    """Return the reports written for this project, their marks taken out."""
    return [_case(json.loads(line)) for line in path.read_text("utf8").splitlines()]


def _case(row: dict[str, str]) -> Case:
    text, labels, end = "", [], 0
    for mark in _MARK.finditer(row["text"]):
        text += row["text"][end : mark.start()]
        labels.append(Label(Span(len(text), len(text) + len(mark[1])), mark[2]))
        text, end = text + mark[1], mark.end()
    return Case(_article(row["id"], text + row["text"][end:], row["published"]), tuple(labels))


def _article(name: str, text: str, published: str) -> Article:
    return Article(name, name, text, published=When(published, "day", "given"))


def meantime_cases(path: Path = MEANTIME) -> list[Case]:
    """Return the labelled reports of MEANTIME; none where its texts are not at hand."""
    source = SHARED / "data" / "meantime-dev.jsonl"
    if not source.is_file():
        return []
    texts = {row["id"]: row["text"] for row in map(json.loads, source.open(encoding="utf8"))}
    rows = [json.loads(line) for line in path.read_text("utf8").splitlines()]
    return [
        Case(
            _article(row["id"], texts[row["id"]], row["published"]),
            tuple(Label(Span(start, end), gold) for start, end, gold in row["labels"]),
        )
        for row in rows
        if row["id"] in texts
    ]


def answers(cases: Sequence[Case]) -> list[Answer]:
    """Return what is found for every label."""
    by_id = {case.article.id: case for case in cases}
    drafts = run([Draft(article, doc) for article, doc in parse((case.article for case in cases), 16)])
    return [answer for draft in drafts for answer in _answers(draft, by_id[draft.article.id])]


def _answers(draft: Draft, case: Case) -> Iterator[Answer]:
    for label in case.labels:
        words = draft.doc.char_span(label.span.start, label.span.end, alignment_mode="expand")
        found = when_at(draft, words.root, draft.times) if words is not None else None
        when = found[0] if found else by_tense(draft, words.root) if words is not None else None
        published = case.article.published
        shown = any(outcome(label.gold, each, published) == "exact" for each in _shown(draft, label.span))
        yield Answer(case, label, when, outcome(label.gold, when, published), shown)


def _shown(draft: Draft, span: Span) -> Iterator[When | None]:
    yield from (event.when for event in draft.events if event.trigger.overlaps(span))
    yield from (said.when for said in draft.statements if any(cue.overlaps(span) for cue in said.cue))


def outcome(gold: str, when: When | None, published: When | None) -> str:
    """Return how a date compares with its label.

    >>> outcome("2015", When("2015", "year", ""), None), outcome("2015-06-02", When("2015-06", "month", ""), None)
    ('exact', 'less fine')
    >>> outcome("<", When("../2015-06-02", "interval", ""), When("2015-06-02", "day", ""))
    'bound'
    """
    if gold in SIDES:
        return _undated(gold, when, published)
    found = period(when)
    if when is None or found is None or found.month_day:
        return "none"
    if ".." in when.value and "tense" in when.basis:  # the bound that every past tense has is not an answer
        return "none" if _open_holds(gold, when) else "wrong"
    each = [_compared(wanted, found) for value in gold.split(";") if (wanted := period(When(value, "day", "")))]
    return min(each, key=OUTCOMES.index)


def _open_holds(gold: str, when: When) -> bool:
    wanted, found = period(When(gold.split(";")[0], "day", "")), period(when)
    return wanted is not None and apart(wanted, found) is not True


def _undated(side: str, when: When | None, published: When | None) -> str:
    if when is None:
        return "left open"
    if ".." not in when.value:
        return "dated"
    day = published.value if published else ""
    return "bound" if when.value == {"<": f"../{day}", ">": f"{day}/.."}.get(side) else "wrong bound"


def _compared(wanted: Period, found: Period) -> str:
    if (wanted.first, wanted.last) == (found.first, found.last):
        return "exact"
    if _close(wanted.first, found.first) and _close(wanted.last, found.last):
        return "within a day"
    starts = found.first is None or (wanted.first is not None and found.first <= wanted.first)
    ends = found.last is None or (wanted.last is not None and wanted.last <= found.last)
    return "less fine" if starts and ends else "wrong"


def _close(one: int | None, other: int | None) -> bool:
    return one == other or (one is not None and other is not None and abs(one - other) <= 1)


def figures(name: str, found: Sequence[Answer]) -> Iterator[str]:
    """Yield the shares: of happenings that their reports date, and of those that they leave open."""
    open_ones = [answer for answer in found if answer.label.gold in SIDES]
    dated = [answer for answer in found if answer.label.gold not in SIDES]
    counts, kept = Counter(a.outcome for a in dated), Counter(a.outcome for a in open_ones)
    yield share(f"{name}, exact", counts["exact"], len(dated))
    yield share(f"{name}, within a day", counts["exact"] + counts["within a day"], len(dated))
    yield share(f"{name}, not wrong", len(dated) - counts["wrong"], len(dated))
    yield share(f"{name}, shown with its date", sum(a.shown for a in dated), len(dated))
    yield share(
        f"{name}, left open as it should be", len(open_ones) - kept["dated"] - kept["wrong bound"], len(open_ones)
    )
    yield f"  ({_counted(counts, OUTCOMES)}; undated: {_counted(kept, UNDATED)})"


def _counted(counts: Counter[str], names: Sequence[str]) -> str:
    return ", ".join(f"{name} {counts[name]}" for name in names)


def miss(answer: Answer) -> str:
    """Return a line about an answer that is not right, with the words around it; "" for one that is."""
    if answer.outcome in ("exact", "left open", "bound"):
        return ""
    text, span = answer.case.article.text, answer.label.span
    words = " ".join(f"{text[max(0, span.start - 60) : span.start]}[{span.of(text)}]{text[span.end :][:40]}".split())
    got = answer.when.value if answer.when else "nothing"
    return f"    {answer.case.article.id[:12]} {answer.outcome}: {got}, label {answer.label.gold}: {words}"
