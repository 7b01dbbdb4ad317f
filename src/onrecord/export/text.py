"""The answer for the terminal: readable at 80 columns, plain when piped."""

from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord.export.safe import one_line
from onrecord.export.view import (
    ClaimLine,
    ContactLine,
    PromiseLine,
    StatementLine,
    StoryView,
    TimelineLine,
    numbers,
    story_views,
    summary,
)
from onrecord.model import Brief, Verdict

WIDTH = 80
STYLES: dict[Verdict, str] = {
    "conflict": "bold red",
    "update": "yellow",
    "compatible": "cyan",
    "agree": "green",
    "undecided": "magenta",
    "single": "dim",
}
_POINTING = frozenset({"", "it", "that", "this", "so", "them", "those", "these", "him", "her"})
_PLAIN_STANCE = "asserts"


def write_text(brief: Brief, stream: TextIO) -> None:
    """Write the answer as text; colours only where `stream` is a terminal."""
    on_terminal = stream.isatty()
    console = Console(file=stream, width=None if on_terminal else WIDTH, highlight=False, emoji=False, markup=False)
    console.print(Text(summary(brief), "bold"))
    for number, view in enumerate(story_views(brief), start=1):
        _story(console, number, view)
    for item in brief.declined:
        _line(console, f"declined {item.ref}: {item.reason}: {item.detail}", style="yellow")


def _line(console: Console, text: str, indent: int = 0, style: str = "") -> None:
    console.print(Padding(Text(one_line(text), style), (0, 0, 0, indent)))


def _section(console: Console, name: str, lines: Iterable[Callable[[Console], None]]) -> None:
    drawn = list(lines)
    if drawn:
        console.print()
        console.print(Text(name, "bold"))
        for draw in drawn:
            draw(console)


def _story(console: Console, number: int, view: StoryView) -> None:
    console.print()
    console.rule(Text(f"STORY {number}", "bold"), align="left", characters="─")
    _line(console, view.story.title, style="bold")
    for report in view.reports:
        _line(console, f"[{report.number}] {report.label}, {report.published}", 2)
    for title, reason in view.related:
        _line(console, f"Not the same as “{title}”: {reason}", 2, "italic")
    _section(console, "WHEN, WHAT, REPORTED BY", (_timeline(line) for line in view.timeline))
    _section(console, "AGREE AND DIFFER", _claims(view))
    _section(console, "WHO SAID WHAT", (_statement(line) for line in view.statements if worth_showing(line)))
    _section(console, "CONTACTS", (_contact(line) for line in view.contacts))
    _section(console, "PROMISES", (_promise(line) for line in view.promises))
    _section(console, "WHO RESTS ON WHOM", (_plain(line) for line in view.links))


def worth_showing(line: StatementLine) -> bool:
    """Whether a statement belongs in a short answer: somebody's own words, or more than an assertion."""
    told = line.text.lower() not in _POINTING
    return told and (line.statement.mode != "indirect" or line.statement.stance != _PLAIN_STANCE)


def _plain(text: str) -> Callable[[Console], None]:
    return lambda console: _line(console, text, 2)


def _timeline(line: TimelineLine) -> Callable[[Console], None]:
    def draw(console: Console) -> None:
        _line(console, f"{line.when}: {line.event.what}{line.state} {numbers(line.words)}", 2)
        if line.event.when is not None:
            _line(console, f"date: {line.basis}", 4, "dim")

    return draw


def _claims(view: StoryView) -> Iterator[Callable[[Console], None]]:
    """Yield what can be compared; where that is something, only the number of what one report alone gives."""
    compared = [line for line in view.claims if line.claim.verdict != "single"]
    yield from (_claim(line) for line in compared or view.claims)
    if alone := len(view.claims) - len(compared or view.claims):
        yield _plain(f"· {alone} more that one report alone gives (--format html or json shows them)")


def _claim(line: ClaimLine) -> Callable[[Console], None]:
    style = STYLES[line.claim.verdict]

    def draw(console: Console) -> None:
        _line(console, f"{line.symbol} {line.claim.verdict}: {line.claim.slot}, {line.what}", 2, style)
        for value in line.values:
            word = f", on the word of {'; '.join(value.origins)}" if value.origins else ""
            _line(console, f"{value.text} {numbers(value.words)}{word}", 6)
        _line(console, f"{line.claim.reason} ({line.support})", 6, "dim")

    return draw


def _statement(line: StatementLine) -> Callable[[Console], None]:
    hands = f" (via {', then '.join(line.statement.via)})" if line.statement.via else ""
    head = f"{line.statement.speaker or 'source not named'} {line.statement.stance}{hands} {numbers(line.all_words)}"

    def draw(console: Console) -> None:
        _line(console, head, 2, "bold" if line.statement.stance == "denies" else "")
        _line(console, line.text, 6)

    return draw


def _contact(line: ContactLine) -> Callable[[Console], None]:
    contact = line.contact
    medium = f", {contact.medium}" if contact.medium else ""

    def draw(console: Console) -> None:
        _line(console, f"{line.when}{medium}: {line.who} {numbers(line.words)}", 2)
        if contact.topics:
            _line(console, f"about: {'; '.join(contact.topics)}", 6, "dim")

    return draw


def _promise(line: PromiseLine) -> Callable[[Console], None]:
    promise = line.promise
    to = f" to {promise.to}" if promise.to else ""

    def draw(console: Console) -> None:
        _line(console, f"{promise.who or 'not said who'}{to}: {promise.what} {numbers(line.words)}", 2)
        _line(console, f"{line.when}; outcome: {promise.status}", 6, "dim")

    return draw
