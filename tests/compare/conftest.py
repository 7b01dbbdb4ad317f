"""Reports with hand-made layers, built from their words: no model is needed to set accounts side by side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from onrecord.annotate.facts.words import canonical
from onrecord.model import (
    Annotated,
    Article,
    Collection,
    Entity,
    EntityKind,
    EntityRef,
    EventMention,
    Fact,
    Link,
    Mention,
    Modality,
    Role,
    Span,
    SpeakerKind,
    Stance,
    Statement,
    Story,
    Undertaking,
    When,
)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@dataclass
class Report:
    """A report under construction; every method points at words of its text."""

    id: str
    text: str
    outlet: str | None = None
    published: str | None = None
    agency: tuple[str, ...] = ()
    mentions: list[Mention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    undertakings: list[Undertaking] = field(default_factory=list)

    def entity(self, words: str, number: int, kind: EntityKind = "person", name: str | None = None) -> "Report":
        self.mentions.append(Mention(at(self.text, words), kind, name or words, number))
        return self

    def said(
        self, content: str, speaker: str | None, *, kind: SpeakerKind = "organisation", stance: Stance = "asserts",
        via: tuple[str, ...] = (), entity: int | None = None, to: tuple[str, ...] = (), direct: bool = False,
        negated: bool = False,
    ) -> "Report":  # fmt: skip
        self.statements.append(
            Statement(
                (), (), (at(self.text, content),), speaker, "direct" if direct else "indirect", stance, via,
                kind if speaker else "unknown", entity, to=to, negated=negated,
            )
        )  # fmt: skip
        return self

    def count(
        self, words: str, low: float | None, high: float | None, unit: str | None, of: str, *,
        head: str = "people", modality: Modality = "actual",
    ) -> "Report":  # fmt: skip
        near = tuple(canonical(w.strip(".,").lower()) for w in self.text.split() if len(w) > 3 and w not in words)
        span = at(self.text, words)
        anchor = at(self.text, of)
        self.facts.append(
            Fact("count", span, head, canonical(of), anchor, "nsubjpass", near, (), unit, low, high, modality=modality)
        )
        return self

    def date(self, words: str, when: When | None, of: str, *, timex: str | None = None) -> "Report":
        near = tuple(canonical(w.strip(".,").lower()) for w in self.text.split() if len(w) > 3 and w not in words)
        self.facts.append(
            Fact("date", at(self.text, words), words.lower(), canonical(of), at(self.text, of), "prep on", near,
                 when=when, timex=timex)
        )  # fmt: skip
        return self

    def contact(
        self, trigger: str, mode: str, actor: Sequence[tuple[str, int]], recipient: Sequence[tuple[str, int]],
        *, when: When | None = None, medium: str | None = None,
    ) -> "Report":  # fmt: skip
        def roles(named: Sequence[tuple[str, int]]) -> tuple[Role, ...]:
            return tuple(Role(words, at(self.text, words), number, "person") for words, number in named)

        self.events.append(
            EventMention(
                at(self.text, trigger), "CONSULT", mode, "actual", roles(actor), roles(recipient), when, medium=medium
            )
        )
        return self

    def undertook(self, words: str, who: str, number: int | None = None, *, to: str | None = None) -> "Report":
        role = Role(who, at(self.text, who), number, "person")
        self.undertakings.append(Undertaking(at(self.text, words), (role,), to))
        return self

    def finished(self) -> Annotated:
        day = When(self.published, "day", "given by the user") if self.published else None
        article = Article(self.id, self.id, self.text, outlet=self.outlet or self.id, published=day, agency=self.agency)
        sentences = []
        start = 0
        for part in self.text.split(". "):
            sentences.append(Span(start, min(len(self.text), start + len(part) + 1)))
            start += len(part) + 2
        return Annotated(
            article, tuple(sentences), tuple(sorted(self.mentions, key=lambda m: m.span)), (), tuple(self.statements),
            tuple(self.events), tuple(self.facts), tuple(self.undertakings),
        )  # fmt: skip


def story(*reports: Report, links: Sequence[Link] = (), related: tuple[Story, ...] = ()) -> Collection:
    """Return reports of one story, entities joined by name."""
    articles = tuple(r.finished() for r in reports)
    parts: dict[tuple[str, EntityKind], list[EntityRef]] = {}
    for annotated in articles:
        for mention in annotated.mentions:
            ref = EntityRef(annotated.article.id, mention.entity)
            if ref not in parts.setdefault((mention.name, mention.kind), []):
                parts[mention.name, mention.kind].append(ref)
    entities = tuple(
        Entity(f"e{i}", name, kind, (), tuple(refs)) for i, ((name, kind), refs) in enumerate(parts.items())
    )
    own = Story("s1", "the story", tuple(a.article.id for a in articles))
    return Collection(articles, entities, tuple(links), (own, *related))


@pytest.fixture
def report() -> type[Report]:
    return Report


@pytest.fixture
def one_story() -> Callable[..., Collection]:
    return story
