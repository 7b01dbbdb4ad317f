"""The answer as Markdown; whatever comes from a report is escaped."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from onrecord.export.lines import ClaimLine, StoryView
from onrecord.export.safe import markdown as e
from onrecord.export.text import worth_showing
from onrecord.export.view import numbers, story_views, summary
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
        yield f"- \\[{report.number}\\] {e(report.label)}, {e(report.published)}"
    yield f"- {e(' · '.join(view.facts))}"
    for title, reason in view.related:
        yield f"- Not the same as “{e(title)}”: {e(reason)}"
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
    yield f"- `{line.symbol}` **{line.claim.verdict}**: {e(line.claim.slot)}, {e(line.what)}"
    for value in line.values:
        word = f", on the word of {e('; '.join(value.origins))}" if value.origins else ""
        yield f"  - {e(value.text)} {e(numbers(value.words))}{word}"
    yield f"  - {e(line.claim.reason)} ({line.support})"


def _statements(view: StoryView) -> Iterator[str]:
    for line in filter(worth_showing, view.statements):
        hands = f" (via {', then '.join(line.statement.via)})" if line.statement.via else ""
        head = f"{line.statement.speaker or 'source not named'} {line.said}{line.in_words}{hands}"
        yield f"- **{e(head)}** {e(numbers(line.all_words))}: {e(line.text)}"


def _contacts(view: StoryView) -> Iterator[str]:
    for line in view.contacts:
        about = f"; about {'; '.join(line.contact.topics)}" if line.contact.topics else ""
        since = f", {line.since}" if line.since else ""
        yield f"- **{e(line.head)}**: {e(line.who + since + about)} {e(numbers(line.words))}"
        for said, word in line.counts:
            yield f"  - “{e(word.text)}” \\[{word.report.number}\\]: {e(said)}"
        if line.readouts:
            hands = "; ".join(f"{hand} {numbers(words)}" for hand, words in line.readouts)
            yield f"  - {e(f'on the word of {hands}')}"


def _promises(view: StoryView) -> Iterator[str]:
    for line in view.promises:
        to = f" to {line.promise.to}" if line.promise.to else ""
        text = f"{line.promise.who or 'not said who'}{to}: {line.promise.what}"
        when = f"{line.when}; " if line.promise.when is not None else ""
        yield f"- {e(text)} {e(numbers(line.words))}; {e(when)}outcome: {line.promise.status}"
        for word in line.outcome[:1]:
            yield f"  - “{e(word.text)}” \\[{word.report.number}\\]"
