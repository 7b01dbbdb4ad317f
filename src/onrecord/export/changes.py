"""What an earlier answer did not hold, as text, JSON or Markdown."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TextIO

from onrecord.export.jsonl import write_lines
from onrecord.export.rows import Row, passages, refs
from onrecord.export.safe import markdown, one_line
from onrecord.model import Brief, Change

Changes = Sequence[Change]


def change_row(change: Change, by: Mapping[str, str]) -> Row:
    """Return one change as an object."""
    return {
        "kind": change.kind,
        "what": change.what,
        "detail": change.detail,
        "story": change.story,
        "mentions": passages(change.passages, by),
    }


def _json(changes: Changes, brief: Brief, stream: TextIO) -> None:
    by = refs(brief.collection)
    write_lines([{"changes": [change_row(c, by) for c in changes]}], stream)


def _lines(changes: Changes, brief: Brief) -> Iterator[tuple[str, str]]:
    """Yield what changed and the words that show it, by story in the order of the answer."""
    texts = {a.article.id: a.article for a in brief.collection.articles}
    for change in changes:
        words = (f"“{p.span.of(texts[p.article].text)}” ({texts[p.article].ref})" for p in change.passages)
        yield f"{change.kind}: {change.what}: {change.detail}", "; ".join(words)


def _text(changes: Changes, brief: Brief, stream: TextIO) -> None:
    stream.write(f"{len(changes)} changes since the earlier answer\n")
    for line, words in _lines(changes, brief):
        stream.write(f"\n{one_line(line)}\n    {one_line(words)}\n")


def _md(changes: Changes, brief: Brief, stream: TextIO) -> None:
    stream.write(f"# {len(changes)} changes since the earlier answer\n\n")
    stream.writelines(f"- {markdown(line)}\n  - {markdown(words)}\n" for line, words in _lines(changes, brief))


CHANGE_WRITERS: dict[str, Callable[[Changes, Brief, TextIO], None]] = {"text": _text, "json": _json, "md": _md}
