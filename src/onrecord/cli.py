"""The command line: parse, call one `api` function, write.

Exit status: 0 when something was read, 1 when nothing was, 2 when the call was wrong.
"""

import gc
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any, TextIO

import click

from onrecord import __version__, api
from onrecord.errors import OnrecordError
from onrecord.export import WRITERS
from onrecord.export.annotated_rows import annotated_row
from onrecord.export.changes import CHANGE_WRITERS
from onrecord.export.clocks import published
from onrecord.export.jsonl import write_lines
from onrecord.export.rows import entity_row, event_row, refs, story_row
from onrecord.export.safe import one_line
from onrecord.model import Collection, Declined
from onrecord.progress import Bar
from onrecord.settings import Settings

OBJECTS_BEFORE_COLLECTING = 50_000
"""Python looks for garbage after every 700 new objects by default, for an eighth of a short run's time: nearly all that
a run makes it keeps."""


class Group(click.Group):
    """Turns our errors into one line on stderr and exit status 2, for every command."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except OnrecordError as error:
            raise click.UsageError(str(error)) from error
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


def _dates(values: Iterable[str]) -> dict[str, str]:
    """Return publication dates by source ("" for all) from "SOURCE=YYYY-MM-DD" or "YYYY-MM-DD"."""
    pairs = (value.rpartition("=") for value in values)
    return {source: day for source, _, day in pairs}


def _reading(function: Callable[..., None]) -> Callable[..., None]:
    """Add what every command that reads reports takes."""
    for decorate in (
        click.option(
            "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here, not to stdout."
        ),
        click.option(
            "--date",
            "dates",
            multiple=True,
            metavar="[SOURCE=]YYYY-MM-DD",
            help="Publication date, for one source or for all; may be repeated.",
        ),
        click.option(
            "--accurate",
            is_flag=True,
            help="Read statements with the large model (pip install ./accurate): finds them better, takes longer.",
        ),
        click.argument("sources", nargs=-1, required=True),
    ):
        function = decorate(function)
    return function


def _tuned(function: Callable[..., None]) -> Callable[..., None]:
    """Add an option for each setting."""
    for each in reversed(fields(Settings)):
        name, bounds = each.name.replace("_", "-"), click.IntRange(each.metadata["least"], each.metadata["most"])
        option = click.option(
            f"--{name}", type=bounds, default=each.default, show_default=True, help=each.metadata["meaning"]
        )
        function = option(function)
    return function


def _stdout() -> TextIO:
    """Return standard output, which takes any text, file names that are no UTF-8 included."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    return sys.stdout


# What comes out is JSON Lines alone; the option is there so that a script can say so.
_lines = click.option("--format", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, expose_value=False)


@contextmanager
def _out(path: Path | None) -> Iterator[TextIO]:
    """Yield where to write; a file is written beside its place, hidden, and moved there when it is whole."""
    if path is None:
        yield _stdout()
        return
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
        part.replace(path)
    except OSError as error:
        if error.filename not in (None, str(part)):  # another file's
            raise
        raise click.UsageError(f"cannot write {path}: {error.strerror}; choose another place with -o") from error
    finally:
        part.unlink(missing_ok=True)


def _request(bar: Bar, sources: tuple[str, ...], dates: tuple[str, ...], accurate: bool, **tuned: int) -> api.Request:
    stdin = sys.stdin.buffer if "-" in sources else None
    return api.Request(
        sources=sources,
        dates=_dates(dates),
        stdin=stdin,
        settings=Settings(**tuned),
        progress=bar.update,
        accurate=accurate,
    )


def _say_left(ctx: click.Context, read: int, declined: Iterable[Declined]) -> None:
    """Say what was not read; when nothing was, exit with 1, an earlier output file left as it is."""
    for item in declined:
        click.echo(f"declined {one_line(item.ref)}: {item.reason}: {one_line(item.detail)}", err=True)
    if not read:
        click.echo("nothing was read: give at least one report in English (text, HTML or JSON Lines)", err=True)
        ctx.exit(1)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord")
def main() -> None:
    """Read many reports of the same happenings and say what they hold together."""
    gc.freeze()
    gc.set_threshold(OBJECTS_BEFORE_COLLECTING)


@main.command()
@_reading
@click.option("--format", "fmt", type=click.Choice(sorted(WRITERS)), default="text", show_default=True)
@click.option(
    "--since",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An earlier JSON answer: write what is new since; a page has it at its head.",
)
@_tuned
@click.pass_context
def brief(ctx: click.Context, /, output: Path | None, fmt: str, since: Path | None, **reading: Any) -> None:
    """Do the main job: stories, timeline, claims, statements, contacts and promises.

    \b
    Example:
        onrecord brief reports/*.txt --format html -o answer.html
    """
    if since is not None and fmt not in CHANGE_WRITERS:
        raise click.UsageError(f"--since writes {', '.join(CHANGE_WRITERS)}, not {fmt}; choose one with --format")
    before = None if since is None else api.earlier(since)
    with _out(output) as stream:
        with Bar() as bar:
            answer = api.brief(_request(bar, **reading))
        _say_left(ctx, len(answer.collection.articles), answer.declined)
        if before is None:
            WRITERS[fmt](answer, stream)
        else:
            CHANGE_WRITERS[fmt](api.changes_since(before, answer), answer, stream)


@main.command()
@_reading
@_lines
@_tuned
@click.pass_context
def annotate(ctx: click.Context, /, output: Path | None, **reading: Any) -> None:
    """Write each report with its layers, one JSON object a line, in the order of the input."""
    declined: list[Declined] = []
    with Bar() as bar, _out(output) as stream:
        rows = (annotated_row(a) for a in api.annotate_sources(_request(bar, **reading), declined))
        read = write_lines(rows, stream)
        _say_left(ctx, read, declined)


def _groups(name: str, rows: Callable[[Collection], Iterator[dict[str, Any]]], text: str) -> None:
    """Make the command that writes one kind of group as JSON Lines."""

    @main.command(name, help=text)
    @_reading
    @_lines
    @_tuned
    @click.pass_context
    def command(ctx: click.Context, /, output: Path | None, **reading: Any) -> None:
        declined: list[Declined] = []
        with _out(output) as stream:
            with Bar() as bar:
                collection = api.relate_sources(_request(bar, **reading), declined)
            _say_left(ctx, len(collection.articles), declined)
            write_lines(rows(collection), stream)


_groups(
    "stories",
    lambda c: (story_row(s, by) for by in [refs(c)] for s in c.stories),
    "Write the stories, reports of one happening, one JSON object a line.",
)
_groups(
    "events",
    lambda c: (event_row(e, by, days) for by, days in [(refs(c), published(c))] for e in c.events),
    "Write the events with their mentions across reports, one JSON object a line.",
)
_groups(
    "entities",
    lambda c: (entity_row(e, by) for by in [refs(c)] for e in c.entities),
    "Write the people, organisations and places across reports, one JSON object a line.",
)
