"""What a layer's component is: a pure function over a batch of drafts, declared with what it reads and writes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from onrecord.errors import PipelineError
from onrecord.model import Annotated, Article, EventMention, Fact, Mention, Span, Statement, TimeExpression, Undertaking

WEIGHTS, ACCURATE = "onrecord.weights", "onrecord_accurate"
"""The packages with the two statements models: the one that comes along, and the large one, installed apart."""


@dataclass(slots=True)
class Draft:
    """An article on its way through the components: its parse, and the layers written so far.

    doc      spaCy's reading of `article.text`; token offsets are code points of that text
    weights  the package with the statements model that reads it
    """

    article: Article
    doc: Doc
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = ()
    facts: tuple[Fact, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    weights: str = WEIGHTS

    def finished(self) -> Annotated:
        """Return the layers as plain data, without the parse."""
        return Annotated(
            self.article,
            self.sentences,
            self.mentions,
            self.times,
            self.statements,
            self.events,
            self.facts,
            self.undertakings,
        )


Batch = Sequence[Draft]
Layer = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Component:
    """A step that writes one layer. `run` returns one layer for each draft, in order, and changes nothing."""

    name: str
    reads: frozenset[str]
    writes: str
    run: Callable[[Batch], list[Layer]]


def check_order(components: Sequence[Component]) -> None:
    """Raise PipelineError unless every component runs after the ones whose layers it reads."""
    ready: set[str] = set()
    for component in components:
        if missing := sorted(component.reads - ready):
            makers = sorted(c.name for c in components if c.writes in missing)
            raise PipelineError(
                f"{component.name!r} reads {', '.join(missing)}, which nothing before it writes; "
                f"put {' or '.join(makers) or 'a component that writes it'} earlier"
            )
        ready.add(component.writes)
