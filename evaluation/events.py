"""`python -m evaluation.events`: the events layer alone: PLOVER coding, happenings found, and how many it emits.

`found` is the share of gold mentions that some event's trigger overlaps. `happening` is the share of emitted
events, in sentences with gold mentions, that overlap one of any kind: what is not there is noise, or a
happening that the annotators passed over.
"""

import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from evaluation.gate import SHARED, Row, at_hand, data_hash, gold_rows, scored, write_rows
from onrecord.annotate.component import Draft
from onrecord.annotate.events.component import events
from onrecord.annotate.parse import parse
from onrecord.annotate.pipeline import COMPONENTS, run
from onrecord.model import Article, EventMention, Span

_CHAINED = ("ecb-dev.jsonl", "meantime-dev.jsonl")


def main() -> None:
    """Print every table."""
    if not at_hand(SHARED / "data"):
        return
    coded = SHARED / "data" / "plover-dev.jsonl"
    print(f"PLOVER coding, {coded.name} {data_hash(coded)}\n{plover_table(coded)}")
    for name in _CHAINED:
        path = SHARED / "data" / name
        print(f"happenings, {name} {data_hash(path)}\n{found_table(gold_rows(path))}\n")


def _drafts(rows: Sequence[Row]) -> list[Draft]:
    articles = [Article(row["id"], row["id"], row["text"]) for row in rows]
    before = tuple(c for c in COMPONENTS if c.writes != "events" and c.writes != "facts")
    return run([Draft(article, doc) for article, doc in parse(articles, 16)], before)


def read(rows: Sequence[Row]) -> tuple[list[tuple[EventMention, ...]], float]:
    """Return each row's events, and the layer's milliseconds an article after all that it reads."""
    drafts = _drafts(rows)
    started = time.process_time()
    layers = events(drafts)
    return layers, 1000 * (time.process_time() - started) / max(len(drafts), 1)


def plover_table(gold: Path) -> str:
    """Return the scorer's table for the sentences coded by hand."""
    rows = gold_rows(gold)
    layers, _ = read(rows)
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder, "answer.jsonl")
        pairs = zip(rows, layers, strict=True)
        write_rows(answer, ({"ref": row["id"], "events": _plain(layer)} for row, layer in pairs))
        return scored("plover.py", gold, answer)


def _plain(layer: Iterable[EventMention]) -> list[Row]:
    return [
        {"type": e.type, "actor": [r.name for r in e.actor], "recipient": [r.name for r in e.recipient]} for e in layer
    ]


def found_table(rows: Sequence[Row]) -> str:
    """Return found, happening and the numbers emitted, one line."""
    layers, milliseconds = read(rows)
    sizes = Counter(m.get("chain") for row in rows for m in row["mentions"] if m["kind"] == "event")
    wanted = hit = judged = right = 0
    for row, layer in zip(rows, layers, strict=True):
        gold = [m for m in row["mentions"] if m["kind"] == "event"]
        chained = [_span(m) for m in gold if m.get("chain") and sizes[m["chain"]] > 1]
        wanted += len(chained)
        hit += sum(any(e.trigger.overlaps(span) for e in layer) for span in chained)
        inside = [e for e in layer if _annotated(e, row["sentences"], gold)]
        judged += len(inside)
        right += sum(any(e.trigger.overlaps(_span(m)) for m in gold) for e in inside)
    words = sum(len(row["text"].split()) for row in rows)
    emitted = sum(map(len, layers))
    untyped = sum(e.type == "OTHER" for layer in layers for e in layer)
    return (
        f"found      {100 * hit / max(wanted, 1):5.1f}  of {wanted} mentions in chains of two or more\n"
        f"happening  {100 * right / max(judged, 1):5.1f}  of {judged} events in annotated sentences\n"
        f"emitted    {100 * emitted / max(words, 1):5.1f}  a hundred words, {untyped} of {emitted} without a type\n"
        f"time       {milliseconds:5.1f}  ms an article of {words // max(len(rows), 1)} words"
    )


def _span(mention: Row) -> Span:
    return Span(mention["start"], mention["end"])


def _annotated(event: EventMention, sentences: Sequence[Sequence[int]], gold: Sequence[Row]) -> bool:
    """Whether the event stands in a sentence with a gold mention; others were not annotated at all."""
    for start, end in sentences:
        if start <= event.trigger.start < end:
            return any(start <= m["start"] < end for m in gold)
    return False


if __name__ == "__main__":
    main()
