"""What an earlier answer did not hold, as text, JSON, Markdown or at the head of the page."""

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import TextIO

from onrecord.export.cited import counted
from onrecord.export.html import write_html
from onrecord.export.jsonl import write_lines
from onrecord.export.lines import ChangeLine
from onrecord.export.rows import Refs, Row, passages, refs
from onrecord.export.safe import markdown, one_line
from onrecord.export.text import WIDTH
from onrecord.export.view import story_news
from onrecord.model import Brief, Change

Changes = Sequence[Change]
_WORDS = 4
"""How many reports' words are shown for one change."""


def change_row(change: Change, by: Refs) -> Row:
    """Return one change as an object."""
    return {
        "kind": change.kind,
        "what": change.what,
        "detail": change.detail,
        "verdict": change.verdict,
        "story": change.story,
        "mentions": passages(change.passages, by),
    }


def _json(changes: Changes, brief: Brief, stream: TextIO) -> None:
    by = refs(brief.collection)
    write_lines([{"changes": [change_row(c, by) for c in changes]}], stream)


def _words(line: ChangeLine) -> str:
    shown = sorted({(word.report.number, one_line(word.text)) for word in line.words})
    words = [f"“{text}” [{number}]" for number, text in shown]
    more = f" and {len(words) - _WORDS} more" if len(words) > _WORDS else ""
    return "; ".join(words[:_WORDS]) + more


def _text(changes: Changes, brief: Brief, stream: TextIO) -> None:
    stream.write(f"{counted(len(changes), 'change')} since the earlier answer\n")
    for news in story_news(brief, changes):
        stream.write("\n")
        _wrapped(stream, news.title, 0)
        for line in news.lines:
            _wrapped(stream, f"{line.change.kind}: {line.change.what}: {line.change.detail}", 2)
            _wrapped(stream, _words(line), 6)
        if news.rest:
            stream.write(f"  {news.rest}\n")


def _wrapped(stream: TextIO, text: str, indent: int) -> None:
    margin = " " * indent
    lines = wrap(one_line(text), WIDTH, initial_indent=margin, subsequent_indent=margin, break_long_words=False)
    stream.writelines(f"{line}\n" for line in lines)


def _md(changes: Changes, brief: Brief, stream: TextIO) -> None:
    stream.write(f"# {counted(len(changes), 'change')} since the earlier answer\n")
    for news in story_news(brief, changes):
        stream.write(f"\n## {markdown(news.title)}\n\n")
        for line in news.lines:
            change = line.change
            stream.write(f"- **{change.kind}**: {markdown(change.what)}: {markdown(change.detail)}\n")
            if words := _words(line):
                stream.write(f"  - {markdown(words)}\n")
        if news.rest:
            stream.write(f"- {news.rest}\n")


def _html(changes: Changes, brief: Brief, stream: TextIO) -> None:
    write_html(brief, stream, story_news(brief, changes))


CHANGE_WRITERS: dict[str, Callable[[Changes, Brief, TextIO], None]] = {
    "text": _text,
    "json": _json,
    "md": _md,
    "html": _html,
}
