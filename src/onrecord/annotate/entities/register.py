"""The entities of one article while it is being read: what is known of each, and where it was last spoken of."""

from dataclasses import dataclass, field

from onrecord.annotate.entities.lexicon import Gender
from onrecord.model import EntityKind, MentionForm


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entity is mentioned: tokens [start, end), head token, sentence, and whether as a subject."""

    start: int
    end: int
    head: int
    sentence: int
    subject: bool
    form: MentionForm
    role: str | None = None


@dataclass(slots=True)
class Known:
    """One entity as far as it is known.

    heads      lemmas of the role words and descriptions it was given, each with the country it came with
    modifiers  by head lemma, the words that stood with it
    plural     whether it stands for several
    """

    number: int
    kind: EntityKind
    names: list[str] = field(default_factory=list)
    gender: Gender | None = None
    plural: bool = False
    heads: dict[str, set[str]] = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)
    mentions: list[Place] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    owner: int | None = None

    @property
    def named(self) -> bool:
        """Whether it has a name."""
        return bool(self.names)

    def describe(self, lemma: str, modifiers: frozenset[str], country: str | None) -> None:
        """Take note of a role or description it is given."""
        self.heads.setdefault(lemma, set()).update(modifiers)
        if country:
            self.countries.add(country)


@dataclass(slots=True)
class Register:
    """All entities of the article, by number."""

    known: list[Known] = field(default_factory=list)
    at_token: dict[int, int] = field(default_factory=dict)

    def new(self, kind: EntityKind) -> Known:
        """Add an entity of that kind."""
        entity = Known(len(self.known), kind)
        self.known.append(entity)
        return entity

    def mention(self, entity: Known, place: Place) -> None:
        """Take note of a mention; its head and last token then lead to the entity."""
        entity.mentions.append(place)
        for token in {place.head, place.end - 1}:
            self.at_token.setdefault(token, entity.number)

    def at(self, token: int) -> Known | None:
        """Return the entity whose mention has its head there."""
        number = self.at_token.get(token)
        return None if number is None else self.known[number]
