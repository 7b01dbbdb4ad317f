"""The answer for the terminal: readable at 80 columns, plain when piped."""

from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord.export.agreement import ClaimLine
from onrecord.export.cited import numbers
from onrecord.export.lines import ContactLine, PromiseLine, StoryView, TimelineLine
from onrecord.export.safe import one_line
from onrecord.export.said import in_short
from onrecord.export.said_line import StatementLine
from onrecord.export.view import story_views, summary
from onrecord.model import Brief, Verdict

Draw = Callable[[Console], None]
WIDTH = 80
MOST_CLAIMS = 30
MOST_STATEMENTS = 25
MOST_TOPICS = 4
STYLES: dict[Verdict, str] = {
    "conflict": "bold red",
    "update": "yellow",
    "compatible": "cyan",
    "agree": "green",
    "undecided": "magenta",
    "single": "dim",
}


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


def _section(console: Console, name: str, lines: Iterable[Draw]) -> None:
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
    _line(console, " · ".join(view.facts), 2, "bold")
    for report in view.reports:
        _line(console, f"[{report.number}] {report.told}", 2)
    for title, reason in view.related:
        _line(console, f"Kept apart from “{title}”: {reason}", 2, "italic")
    _section(console, "WHEN, WHAT, REPORTED BY", (_timeline(line) for line in view.timeline))
    _section(console, "AGREE AND DIFFER", _claims(view))
    said = [_statement(line) for line in in_short(view.statements)]
    _section(console, "WHO SAID WHAT", _first(said, MOST_STATEMENTS, len(view.statements)))
    _section(console, "CONTACTS", (_contact(line) for line in view.contacts))
    _section(console, "PROMISES", (_promise(line) for line in view.promises))
    _section(console, "WHO RESTS ON WHOM", (_plain(line) for line in view.links))


def _first(lines: list[Draw], most: int, of: int = 0) -> Iterator[Draw]:
    """Yield the first lines, and how many there are besides, with those that a short answer leaves out, `of` in all."""
    shown = lines[:most]
    yield from shown
    if (rest := max(of, len(lines)) - len(shown)) > 0:
        yield _plain(f"and {rest} more (--format html or json shows them)")


def _plain(text: str) -> Draw:
    return lambda console: _line(console, text, 2)


def _timeline(line: TimelineLine) -> Draw:
    def draw(console: Console) -> None:
        _line(console, f"{line.when}: {line.event.what}{line.state} {numbers(line.words)}", 2)
        if line.event.when is not None:
            _line(console, f"date: {line.basis}", 4, "dim")

    return draw


def _claims(view: StoryView) -> Iterator[Draw]:
    """Yield what can be compared; where that is something, only the number of what one report alone gives."""
    compared = [line for line in view.claims if line.shelf == line.claim.verdict != "single"]
    if not compared:
        yield from _first([_alone(line) for line in view.claims], MOST_CLAIMS)
        return
    told = ["", *(line.what for line in compared)]
    yield from _first([_claim(line, line.what != told[n]) for n, line in enumerate(compared)], MOST_CLAIMS)
    for doubt in sorted({line.claim.doubt for line in view.claims} - {""}):
        yield _besides(sum(line.claim.doubt == doubt for line in view.claims), f", {doubt}")
    yield _besides(sum(line.shelf == "one voice" for line in view.claims), " of one voice in several reports")
    yield _besides(sum(line.shelf == "single" for line in view.claims), " that one report alone gives")


def _besides(number: int, of: str) -> Draw:
    """Draw how many claims stand back, nothing where there are none."""
    return _plain(f"· {number} more{of} (--format html or json shows them)") if number else lambda _: None


def _claim(line: ClaimLine, new: bool) -> Draw:
    """Draw a claim; the happening that it belongs to where it is another than the line before told."""
    style = STYLES[line.claim.verdict]

    def draw(console: Console) -> None:
        _line(console, f"{line.symbol} {line.verdict}: {line.claim.slot} ({line.support})", 2, style)
        if new and line.what:
            _line(console, line.what, 6, "dim italic")
        for value in line.values:
            _line(console, f"{value.text} {numbers(value.words)}{value.on_whose_word}", 6)
        if line.claim.verdict != "agree":
            _line(console, line.claim.reason, 6, "dim")

    return draw


def _alone(line: ClaimLine) -> Draw:
    """Draw a claim on one line, where nothing can be compared that is surely one."""
    values = "; ".join(f"{value.text}{value.on_whose_word}" for value in line.values)
    doubt = f"{line.claim.doubt}: " if line.claim.doubt else ""
    return _plain(f"{line.symbol} {doubt}{line.claim.slot}: {values} {numbers(line.words)}")


def _statement(line: StatementLine) -> Draw:
    def draw(console: Console) -> None:
        _line(console, f"{line.head} {numbers(line.all_words)}", 2, "bold" if line.is_denial else "")
        _line(console, line.text, 6)

    return draw


def _contact(line: ContactLine) -> Draw:
    def draw(console: Console) -> None:
        _line(console, f"{line.head}: {line.who_and_since} {numbers(line.words)}", 2)
        if line.contact.topics:
            _line(console, f"about: {'; '.join(line.contact.topics[:MOST_TOPICS])}", 6, "dim")
        for said, word in line.counts:
            _line(console, f"“{word.text}” [{word.report.number}]: {said}", 6, "dim")
        if line.on_whose_word:
            _line(console, line.on_whose_word, 6, "dim")

    return draw


def _promise(line: PromiseLine) -> Draw:
    def draw(console: Console) -> None:
        _line(console, f"{line.head} {numbers(line.words)}", 2)
        _line(console, f"{line.fate} {numbers(line.outcome)}", 6, "dim")
        for word in line.outcome[:1]:
            _line(console, f"“{word.text}”", 6, "dim")

    return draw
