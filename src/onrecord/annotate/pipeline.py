"""The components in their order, and the stream that runs them."""

from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import NamedTuple

from onrecord.annotate import sentences
from onrecord.annotate.component import WEIGHTS, Component, Draft, Layer, check_order
from onrecord.annotate.entities import component as entities
from onrecord.annotate.events import component as events
from onrecord.annotate.facts import component as facts
from onrecord.annotate.parse import packed, parse, unpacked
from onrecord.annotate.reading_ahead import reader
from onrecord.annotate.statements import component as statements
from onrecord.annotate.times import component as times
from onrecord.annotate.undertakings import component as undertakings
from onrecord.annotate.workers import Workers
from onrecord.errors import OnrecordError
from onrecord.model import Annotated, Article, Declined, When
from onrecord.settings import Settings

_WHATEVER_THE_DATE: tuple[Component, ...] = (sentences.COMPONENT, entities.COMPONENT)
_FOR_DATING: tuple[Component, ...] = (times.COMPONENT, statements.COMPONENT)
"""What hangs on the publication date, and tells it where a report prints none."""
BEHIND_DATING: tuple[Component, ...] = (events.COMPONENT, facts.COMPONENT, undertakings.COMPONENT)
"""What nothing asks for before an undated report has been dated by the others."""
COMPONENTS = _WHATEVER_THE_DATE + _FOR_DATING + BEHIND_DATING

_BROKEN = (OnrecordError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What a component's fault in one report can raise; running out of memory or being stopped is not among them."""


def run(
    drafts: list[Draft], components: tuple[Component, ...] = COMPONENTS, failed: list[Declined] | None = None
) -> list[Draft]:
    """Write every component's layer into the drafts, and return them.

    A report in which a component breaks keeps its other layers, that one empty, and `failed` says so: one odd report
    must never stop a run over an archive. Without `failed` the error is raised.
    """
    check_order(components)
    return _written(drafts, components, failed)


def _written(drafts: list[Draft], components: tuple[Component, ...], failed: list[Declined] | None) -> list[Draft]:
    for component in components:
        for draft, layer in zip(drafts, _layers(component, drafts, failed), strict=True):
            setattr(draft, component.writes, layer)
    return drafts


def _layers(component: Component, drafts: list[Draft], failed: list[Declined] | None) -> list[Layer]:
    try:
        return component.run(drafts)
    except _BROKEN:
        if failed is None:
            raise
    return [_layer(component, draft, failed) for draft in drafts]


def _layer(component: Component, draft: Draft, failed: list[Declined]) -> Layer:
    try:
        return component.run([draft])[0]
    except _BROKEN as error:
        detail = (
            f"its {component.writes} could not be read ({type(error).__name__}: {error}); the rest is in the answer"
        )
        failed.append(Declined(draft.article.ref, "unreadable", detail))
        return ()


Parses = MutableMapping[str, bytes]
"""Parses kept by article id, so that an article can be annotated on without being parsed again."""


class _Done(NamedTuple):
    """A batch of reports with their layers, the parses of those without a date, and what broke."""

    annotated: tuple[Annotated, ...]
    parses: dict[str, bytes]
    failed: list[Declined]


def annotate(
    articles: Iterable[Article],
    settings: Settings | None = None,
    undated: Parses | None = None,
    failed: list[Declined] | None = None,
    weights: str = WEIGHTS,
    workers: Workers | None = None,
) -> Iterator[Annotated]:
    """Yield each article with its layers, in order, holding one batch of `settings.batch_articles` at a time.

    undated  where the parses of articles without a publication date are kept; these have no layer behind what dating
             asks for until `annotate_on` adds it
    failed   where reports are noted in which a component broke; without it the error is raised
    weights  the package with the statements model
    workers  the processes that take a batch each, and hold one more; without them the caller's reads
    """
    size = (settings or Settings()).batch_articles
    work = partial(_read, weights=weights, keep=undated is not None, note=failed is not None)
    for read in (workers or Workers()).each(work, _batches(iter(articles), size)):
        if undated is not None:
            undated.update(read.parses)
        if failed is not None:
            failed.extend(read.failed)
        yield from read.annotated


def _batches(articles: Iterator[Article], size: int) -> Iterator[list[Article]]:
    while batch := list(islice(articles, size)):
        yield batch


def _read(batch: Sequence[Article], *, weights: str, keep: bool, note: bool) -> _Done:
    """Return a batch with its layers; with `keep` the undated ones have no layer behind what dating asks for."""
    reader(weights).start(article.text for article in batch)
    failed: list[Declined] | None = [] if note else None
    drafts = [Draft(article, doc, weights=weights) for article, doc in parse(batch, len(batch))]
    whole = run(drafts, _WHATEVER_THE_DATE + _FOR_DATING, failed)
    _written([draft for draft in whole if draft.article.published or not keep], BEHIND_DATING, failed)
    parses = {d.article.id: packed(d.doc) for d in drafts if keep and d.article.published is None}
    return _Done(tuple(draft.finished() for draft in drafts), parses, failed or [])


class Undated(NamedTuple):
    """An undated article with the layers for dating, its parse, and the date it has been given since, if any."""

    annotated: Annotated
    parse: bytes
    published: When | None


def annotate_on(undated: Undated, weights: str = WEIGHTS) -> tuple[Annotated, list[Declined]]:
    """Return an undated article with all its layers, and what broke in it.

    Those that depend on its date are worked out anew where it has been given one.
    """
    known, failed = undated.annotated, list[Declined]()
    article = replace(known.article, published=undated.published)
    doc = unpacked(undated.parse)
    draft = Draft(article, doc, known.sentences, known.mentions, known.times, known.statements, weights=weights)
    left = BEHIND_DATING if undated.published is None else _FOR_DATING + BEHIND_DATING
    return _written([draft], left, failed)[0].finished(), failed
