"""One function for each thing a person can ask for."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from onrecord.annotate.component import ACCURATE, WEIGHTS
from onrecord.annotate.pipeline import Parses, Undated, annotate, annotate_on
from onrecord.annotate.statement_model import load_model
from onrecord.annotate.workers import Workers
from onrecord.compare.brief import compare
from onrecord.compare.changes import Earlier, changes, earlier_answer
from onrecord.errors import InputError
from onrecord.model import Annotated, Article, Brief, Change, Collection, Declined
from onrecord.read.sources import read_sources
from onrecord.relate.collection import group, put_together
from onrecord.relate.dating import date_articles
from onrecord.settings import Settings

Progress = Callable[[str, int], None]
"""Called with the step's name and how many articles it has finished."""


def _quiet(step: str, done: int) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to read and how.

    sources  files, folders, globs, "-" for `stdin`, JSON Lines
    dates    publication dates the user gives, ISO 8601 days: by source, or under "" for all
    accurate whether the large statements model reads, which is installed apart
    """

    sources: Sequence[str]
    dates: Mapping[str, str] = field(default_factory=dict)
    stdin: BinaryIO | None = None
    settings: Settings = field(default_factory=Settings)
    progress: Progress = _quiet
    accurate: bool = False

    @property
    def weights(self) -> str:
        """The package with the statements model."""
        return ACCURATE if self.accurate else WEIGHTS


def read(request: Request) -> Iterator[Article | Declined]:
    """Yield each source's report or the reason it was declined, in order."""
    yield from read_sources(request.sources, request.settings, request.dates, request.stdin)


def annotate_sources(request: Request, declined: list[Declined]) -> Iterator[Annotated]:
    """Yield each report with its layers, in order; what was not read is added to `declined`."""
    with Workers(request.settings.jobs) as workers:
        yield from _annotated(request, declined, None, workers)


def _annotated(
    request: Request, declined: list[Declined], undated: Parses | None, workers: Workers
) -> Iterator[Annotated]:
    if request.accurate:
        load_model(request.weights)  # where it is missing, that is said before any report is read
    reports = _admitted(read(request), declined)
    found = annotate(reports, request.settings, undated, declined, request.weights, workers)
    for done, annotated in enumerate(found, start=1):
        request.progress("annotate", done)
        yield annotated


def _admitted(found: Iterable[Article | Declined], declined: list[Declined]) -> Iterator[Article]:
    for item in found:
        if isinstance(item, Declined):
            declined.append(item)
        else:
            yield item


def relate_sources(request: Request, declined: list[Declined]) -> Collection:
    """Return what the reports hold together: entities, links, stories and events.

    Reports without a publication date are dated by what they and the other reports say, before what hangs on the date
    is read.
    """
    parses: dict[str, bytes] = {}
    with Workers(request.settings.jobs) as workers:
        annotated = tuple(_annotated(request, declined, parses, workers))
        request.progress("relate", len(annotated))
        grouped = group(annotated)
        dates = date_articles(grouped.articles, grouped.stories)
        undated = (
            Undated(a, parses[a.article.id], dates.get(a.article.id)) for a in annotated if a.article.id in parses
        )
        read_on = workers.each(partial(annotate_on, weights=request.weights), undated)
        whole = tuple(_noted(next(read_on), declined) if a.article.id in parses else a for a in annotated)
    return put_together(group(whole) if dates else replace(grouped, articles=whole))


def _noted(read: tuple[Annotated, list[Declined]], declined: list[Declined]) -> Annotated:
    """Return a report with its layers, and note what broke in it."""
    annotated, failed = read
    declined.extend(failed)
    return annotated


def brief(request: Request) -> Brief:
    """Do the main job: read, annotate, relate and compare."""
    declined: list[Declined] = []
    collection = relate_sources(request, declined)
    request.progress("compare", len(collection.articles))
    return compare(collection, declined)


def earlier(path: Path) -> Earlier:
    """Return what an earlier answer, a file that `brief --format json` wrote, held.

    Raises InputError when the file cannot be read or is no such answer.
    """
    try:
        return earlier_answer(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(f"cannot read the earlier answer {path}: {error}; give the JSON file of a brief") from error


def changes_since(before: Earlier, answer: Brief) -> tuple[Change, ...]:
    """Return what an answer holds that an earlier one did not."""
    return changes(before, answer)
