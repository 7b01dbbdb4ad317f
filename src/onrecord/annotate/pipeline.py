"""The components in their order, and the stream that runs them."""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import replace
from itertools import islice

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
from onrecord.errors import OnrecordError
from onrecord.model import Annotated, Article, Declined, When
from onrecord.settings import Settings

_WHATEVER_THE_DATE: tuple[Component, ...] = (sentences.COMPONENT, entities.COMPONENT)
_BY_DATE: tuple[Component, ...] = (
    times.COMPONENT,
    statements.COMPONENT,
    events.COMPONENT,
    facts.COMPONENT,
    undertakings.COMPONENT,
)
COMPONENTS = _WHATEVER_THE_DATE + _BY_DATE

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
"""Parses kept by article id, so that an article can be annotated again without being parsed again."""


def annotate(
    articles: Iterable[Article],
    settings: Settings | None = None,
    undated: Parses | None = None,
    failed: list[Declined] | None = None,
    weights: str = WEIGHTS,
) -> Iterator[Annotated]:
    """Yield each article with its layers, in order, holding one batch of `settings.batch_articles` at a time.

    undated  where the parses of articles without a publication date are kept for `annotate_again`
    failed   where reports are noted in which a component broke; without it the error is raised
    weights  the package with the statements model
    """
    size = (settings or Settings()).batch_articles
    waiting = iter(articles)
    while batch := list(islice(waiting, size)):
        reader(weights).start(article.text for article in batch)
        drafts = [Draft(article, doc, weights=weights) for article, doc in parse(batch, size)]
        if undated is not None:
            undated.update({d.article.id: packed(d.doc) for d in drafts if d.article.published is None})
        yield from (draft.finished() for draft in run(drafts, failed=failed))


def annotate_again(
    annotated: Annotated,
    published: When,
    parses: Mapping[str, bytes],
    failed: list[Declined] | None = None,
    weights: str = WEIGHTS,
) -> Annotated:
    """Return the article with its publication date, and with the layers worked out anew that depend on it."""
    article = replace(annotated.article, published=published)
    doc = unpacked(parses[article.id])
    draft = Draft(article, doc, annotated.sentences, annotated.mentions, weights=weights)
    return _written([draft], _BY_DATE, failed)[0].finished()
