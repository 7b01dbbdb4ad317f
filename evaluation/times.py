"""`python -m evaluation.times`: time expressions on both parts of the gold, and the dates of labelled slots.

The gold is split by a hash of the document's name: three quarters were looked at while the grammar was
written, one quarter was set aside and only scored. Both tables carry the hash of the file they were measured on.
"""

import hashlib
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from evaluation.gate import SHARED, at_hand, data_hash, scored, write_rows
from onrecord.annotate import sentences
from onrecord.annotate.component import Component, Draft
from onrecord.annotate.entities import component as entities
from onrecord.annotate.parse import parse
from onrecord.annotate.pipeline import run
from onrecord.annotate.times import component as times
from onrecord.model import Annotated, Article, Span, Story, TimeExpression, When
from onrecord.relate.dating import date_articles

Row = dict[str, object]
ASIDE = "part set aside"


def timebank() -> dict[str, list[Row]]:
    """Return TimeBank's rows in two parts, by name; none, and a word on it, where the file is missing."""
    gold = SHARED / "data" / "timebank.jsonl"
    if not at_hand(gold):
        return {}
    print(f"time expressions, {gold.name} {data_hash(gold)}")
    rows = [json.loads(line) for line in gold.open(encoding="utf-8")]
    named = (("part looked at", 0), (ASIDE, 1))
    return {name: [row for row in rows if set_aside(row["id"]) == part] for name, part in named}


def main() -> None:
    """Print every table."""
    parts = timebank()
    for name, rows in parts.items():
        print(f"\n{name}")
        print(score(rows))
    if not parts:
        return
    slots, texts = SHARED / "data" / "claims-dev.jsonl", SHARED / "data" / "claims-dev-articles.jsonl"
    print(f"dates of what reports tell, as labelled by hand, {slots.name} {data_hash(slots)}")
    articles = {row["id"]: row for row in map(json.loads, texts.open(encoding="utf-8"))}
    slot_table([json.loads(line) for line in slots.open(encoding="utf-8")], list(articles.values()))


def set_aside(name: str) -> int:
    """Return 1 for the quarter of the documents that was set aside, else 0."""
    return int(int(hashlib.sha256(name.encode()).hexdigest(), 16) % 4 == 0)


def found(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the expressions that the layer finds in each row's text."""
    return [_plain(layer) for layer in times.times(_drafts(rows, dated=True))]


def score(rows: Sequence[Row]) -> str:
    """Return the scorer's table for these rows, with the layer's speed."""
    drafts = _drafts(rows, dated=True)
    started = time.process_time()
    layers = times.times(drafts)
    seconds = time.process_time() - started
    with tempfile.TemporaryDirectory() as folder:
        gold, answer = Path(folder, "gold.jsonl"), Path(folder, "answer.jsonl")
        write_rows(gold, rows)
        pairs = zip(drafts, layers, strict=True)
        write_rows(answer, ({"ref": draft.article.ref, "times": _plain(layer)} for draft, layer in pairs))
        table = scored("times.py", gold, answer)
    return f"{table}{len(rows)} documents, {len(rows) / seconds:.0f} a second of one core, after the parse\n"


def _plain(layer: Iterable[TimeExpression]) -> list[Row]:
    return [{"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in layer]


def _drafts(rows: Sequence[Row], *, dated: bool) -> list[Draft]:
    articles = [_article(row, dated=dated) for row in rows]
    return [Draft(article, doc) for article, doc in parse(articles, 16)]


def _article(row: Row, *, dated: bool) -> Article:
    name, published = str(row["id"]), row.get("published")
    when = When(str(published)[:10], "day", "given") if dated and published else None
    return Article(name, name, str(row["text"]), published=when)


def slot_table(slots: Sequence[Row], rows: Sequence[Row]) -> None:
    """Print how many labelled dates the expression at their words has: the same, within a day, another, or none."""
    layers: tuple[Component, ...] = (sentences.COMPONENT, entities.COMPONENT, times.COMPONENT)
    first = [draft.finished() for draft in run(_drafts(rows, dated=True), layers)]
    inferred = date_articles(first, [Story(name, name, members) for name, members in _groups(rows)])
    dated = _drafts(rows, dated=True)
    for draft in dated:
        draft.article = replace(draft.article, published=draft.article.published or inferred.get(draft.article.id))
    found = {draft.article.id: draft.finished() for draft in run(dated, layers)}
    counts: dict[str, Counter[str]] = {"publication given": Counter(), "publication inferred": Counter()}
    given = {str(row["id"]) for row in rows if row.get("published")}
    for name, span, value in _labelled(slots):
        if name in found and found[name].article.published is not None:
            counts["publication given" if name in given else "publication inferred"][
                _outcome(found[name], span, value)
            ] += 1
    for kind, outcomes in counts.items():
        print(
            f"{kind:21}" + "  ".join(f"{outcome} {outcomes[outcome]}" for outcome in ("same", "near", "other", "none"))
        )


def _labelled(slots: Sequence[Row]) -> Iterator[tuple[str, Span, str]]:
    for slot in slots:
        values = slot["values"] if slot.get("kind") == "date" else []
        assert isinstance(values, list)
        for value in values:
            if value["value"]:
                yield value["article"], Span(value["start"], value["end"]), value["value"]


def _outcome(annotated: Annotated, span: Span, value: str) -> str:
    dates = [time.when.value for time in annotated.times if time.when and time.span.overlaps(span)]
    dates = [each for each in dates if "X" not in each or "X" in value]
    if not dates:
        return "none"
    if value in dates:
        return "same"
    return "near" if any(_near(each, value) for each in dates) else "other"


def _near(one: str, other: str) -> bool:
    """Whether two dates are within a day of each other, or one is the other less finely."""
    if one.startswith(other) or other.startswith(one):
        return True
    if len(one) == len(other) == 10:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= 1
    return any(part == other for part in one.split("/")) or any(part == one for part in other.split("/"))


def _groups(rows: Sequence[Row]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for story in sorted({str(row["story"]) for row in rows}):
        yield story, tuple(str(row["id"]) for row in rows if row["story"] == story)


if __name__ == "__main__":
    main()
