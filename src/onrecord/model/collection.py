"""What many articles hold together."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.happenings import Modality
from onrecord.model.layers import Annotated
from onrecord.model.mentions import EntityKind
from onrecord.model.spans import Passage
from onrecord.model.when import When


@dataclass(frozen=True, slots=True)
class EntityRef:
    """One article's entity: `Annotated.article.id` and the number its mentions carry."""

    article: str
    entity: int


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation or place across articles; its parts stay apart and `reasons` say why they met."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...] = ()
    parts: tuple[EntityRef, ...] = ()
    mentions: tuple[Passage, ...] = ()
    reasons: tuple[str, ...] = ()


LinkKind = Literal["copies", "rewrites", "cites", "updates"]


@dataclass(frozen=True, slots=True)
class Link:
    """One article rests on another. `source` is the article that copies or cites, `target` the one it has it from.

    share  of the source's words that stand in the target, in [0, 1]; 0 for a mere citation
    """

    source: str
    target: str
    kind: LinkKind
    share: float
    reason: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """Another story that this one looks back on or resembles, and why it is kept apart."""

    story: str
    reason: str


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one happening: article ids, oldest first where dates are known, else in input order."""

    id: str
    title: str
    articles: tuple[str, ...]
    related: tuple[Related, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRef:
    """One article's event mention: its article's id and its index in `Annotated.events`."""

    article: str
    index: int


@dataclass(frozen=True, slots=True)
class Event:
    """One happening across articles. `mentions` and `parts` run in parallel.

    actor and recipient hold canonical names; story is the story in whose articles most mentions stand; core holds
    the positions of the mentions that surely tell `what`: it, the date and the parties rest on these alone. `bound`
    is what tense says where no words date it. `tells` is whether `what` is a clause that tells of it on its own, and no
    mere name or what only may be. `besides` are deeds of other days that some of the mentions tell: joined by
    likelihood, they stand apart in a timeline. `said_by` is on whose word `what` rests, where no report tells it in
    words of its own.
    """

    id: str
    type: str
    mode: str
    what: str
    when: When | None
    where: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    modality: Modality
    parts: tuple[EventRef, ...]
    mentions: tuple[Passage, ...]
    story: str | None = None
    reasons: tuple[str, ...] = ()
    core: tuple[int, ...] = ()
    bound: When | None = None
    tells: bool = False
    besides: tuple["Event", ...] = ()
    said_by: tuple[str, ...] = ()

    @property
    def told_by(self) -> tuple[Passage, ...]:
        """The mentions that surely tell `what`."""
        return tuple(self.mentions[n] for n in self.core)


@dataclass(frozen=True, slots=True)
class StatementRef:
    """One article's statement: its article's id and its index in `Annotated.statements`."""

    article: str
    index: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """The same words of one speaker across reports, with the reason they are one."""

    id: str
    parts: tuple[StatementRef, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Collection:
    """What `relate` makes of many annotated articles: everything that `compare` reads."""

    articles: tuple[Annotated, ...]
    entities: tuple[Entity, ...] = ()
    links: tuple[Link, ...] = ()
    stories: tuple[Story, ...] = ()
    events: tuple[Event, ...] = ()
    utterances: tuple[Utterance, ...] = ()
