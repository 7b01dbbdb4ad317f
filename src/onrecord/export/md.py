"""The answer as Markdown; whatever comes from a report is escaped."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from onrecord.export.agreement import ClaimLine
from onrecord.export.cited import numbers
from onrecord.export.lines import StoryView
from onrecord.export.safe import markdown as e
from onrecord.export.said import in_short
from onrecord.export.view import story_views, summary
from onrecord.model import Brief


def write_md(brief: Brief, stream: TextIO) -> None:
    """Write the answer as Markdown."""
    stream.write(f"# {summary(brief)}\n")
    for view in story_views(brief):
        stream.write("\n" + "\n".join(_story(view)) + "\n")
    if brief.declined:
        stream.write("\n## Declined\n\n")
        stream.writelines(f"- {e(d.ref)}: {d.reason}: {e(d.detail)}\n" for d in brief.declined)


def _section(name: str, lines: Iterable[str]) -> Iterator[str]:
    drawn = list(lines)
    if drawn:
        yield from ("", f"### {name}", "", *drawn)


def _story(view: StoryView) -> Iterator[str]:
    yield from (f"## {e(view.story.title)}", "")
    for report in view.reports:
        yield f"- \\[{report.number}\\] {e(report.told)}"
    yield f"- {e(' · '.join(view.facts))}"
    for title, reason in view.related:
        yield f"- Kept apart from “{e(title)}”: {e(reason)}"
    yield from _section("When, what, reported by", _timeline(view))
    yield from _section("Agree and differ", (part for line in view.claims for part in _claim(line)))
    yield from _section("Who said what", _statements(view))
    yield from _section("Contacts", _contacts(view))
    yield from _section("Promises", _promises(view))
    yield from _section("Who rests on whom", (f"- {e(line)}" for line in view.links))


def _timeline(view: StoryView) -> Iterator[str]:
    for line in view.timeline:
        yield f"- **{e(line.when)}**: {e(line.event.what)}{line.state} {e(numbers(line.words))}; date: {e(line.basis)}"


def _claim(line: ClaimLine) -> Iterator[str]:
    clause = f" (“{e(line.what)}”)" if line.what else ""
    yield f"- `{line.symbol}` **{line.verdict}**: {e(line.claim.slot)}{clause}"
    for value in line.values:
        yield f"  - {e(value.text)} {e(numbers(value.words))}{e(value.on_whose_word)}"
    yield f"  - {e(line.claim.reason)} ({line.support})"


def _statements(view: StoryView) -> Iterator[str]:
    short = in_short(view.statements)
    for line in short:
        yield f"- **{e(line.head)}** {e(numbers(line.all_words))}: {e(line.text)}"
    if len(view.statements) > len(short):
        yield f"- and {len(view.statements) - len(short)} more (--format html or json shows them)"


def _contacts(view: StoryView) -> Iterator[str]:
    for line in view.contacts:
        about = f"; about {'; '.join(line.contact.topics)}" if line.contact.topics else ""
        yield f"- **{e(line.head)}**: {e(line.who_and_since + about)} {e(numbers(line.words))}"
        for said, word in line.counts:
            yield f"  - “{e(word.text)}” \\[{word.report.number}\\]: {e(said)}"
        if line.on_whose_word:
            yield f"  - {e(line.on_whose_word)}"


def _promises(view: StoryView) -> Iterator[str]:
    for line in view.promises:
        yield f"- {e(line.head)} {e(numbers(line.words))}; {e(line.fate)}"
        for word in line.outcome[:1]:
            yield f"  - “{e(word.text)}” \\[{word.report.number}\\]"
