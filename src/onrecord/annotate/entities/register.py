"""The entities of one article while it is being read: what is known of each, and where it was last spoken of."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.annotate.entities.lexicon import Gender, described
from onrecord.model import EntityKind, MentionForm


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where an entity is mentioned: tokens [start, end), head token, sentence, and whether as a subject.

    clear  no pronoun leads to it that may well mean somebody else
    """

    start: int
    end: int
    head: int
    sentence: int
    subject: bool
    form: MentionForm
    role: str | None = None
    clear: bool = True


@dataclass(slots=True)
class Known:
    """One entity as far as it is known.

    heads         lemmas of the role words and descriptions it was given, each with the words that stood with it
    countries     the countries those came with
    descriptions  the phrases as printed, longest taken when it has no name
    body          number of the body that its role names ("Norvik spokesman"), for which it speaks
    owner         number of the entity it is described as belonging to ("her lawyer")
    """

    number: int
    kind: EntityKind
    names: list[str] = field(default_factory=list)
    gender: Gender | None = None
    plural: bool = False
    heads: dict[str, set[str]] = field(default_factory=dict)
    countries: set[str] = field(default_factory=set)
    mentions: list[Occurrence] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    owner: int | None = None
    body: int | None = None

    @property
    def named(self) -> bool:
        """Whether it has a name."""
        return bool(self.names)


@dataclass(slots=True)
class Register:
    """All entities of the article by number, found by a word of theirs, by token and by sentence."""

    known: list[Known] = field(default_factory=list)
    _at_token: dict[int, int] = field(default_factory=dict)
    _by_head: dict[str, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))
    _by_sentence: dict[int, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))

    def new(self, kind: EntityKind) -> Known:
        """Add an entity of that kind."""
        entity = Known(len(self.known), kind)
        self.known.append(entity)
        return entity

    def describe(self, entity: Known, lemma: str, modifiers: Iterable[str], country: str | None) -> None:
        """Take note of a role or description it is given."""
        entity.heads.setdefault(lemma, set()).update(modifiers)
        self._by_head[lemma][entity.number] = None
        if country and lemma not in described("outsider"):
            entity.countries.add(country)

    def described(self, lemmas: Iterable[str]) -> list[Known]:
        """Return the entities that were given one of the descriptions."""
        numbers = {number: None for lemma in lemmas for number in self._by_head.get(lemma, ())}
        return [self.known[number] for number in numbers]

    def stand_at(self, tokens: Iterable[int], entity: Known) -> None:
        """Let the tokens lead to the entity, where they lead to none yet."""
        for token in tokens:
            self._at_token.setdefault(token, entity.number)

    def mention(self, entity: Known, occurrence: Occurrence) -> None:
        """Take note of a mention; its head and last token then lead to the entity."""
        entity.mentions.append(occurrence)
        self._by_sentence[occurrence.sentence][entity.number] = None
        self.stand_at((occurrence.head, occurrence.end - 1), entity)

    def join(self, entity: Known, other: Known) -> None:
        """Let everything that was said of another entity be of this one."""
        for occurrence in other.mentions:
            self.mention(entity, occurrence)
            self._by_sentence[occurrence.sentence].pop(other.number, None)
        for head, modifiers in other.heads.items():
            self.describe(entity, head, modifiers, None)
            self._by_head[head].pop(other.number, None)
        entity.mentions.sort(key=lambda occurrence: occurrence.head)
        entity.gender = entity.gender or other.gender
        self._at_token.update({t: entity.number for t, number in self._at_token.items() if number == other.number})
        other.mentions.clear()

    def at(self, token: int) -> Known | None:
        """Return the entity that the token leads to."""
        number = self._at_token.get(token)
        return None if number is None else self.known[number]

    def lately(self, sentence: int, reach: int) -> list[Known]:
        """Return the entities mentioned in the sentence or in the `reach` sentences before it."""
        window = range(max(0, sentence - reach), sentence + 1)
        numbers = {number: None for s in window for number in self._by_sentence.get(s, ())}
        return [self.known[number] for number in numbers]


def _weight(occurrence: Occurrence) -> float:
    """Return how much one mention draws attention to its entity: subjects and names most."""
    return 1.0 + (0.8 if occurrence.subject else 0.0) + (0.2 if occurrence.form == "name" else 0.0)


def salience(known: Known, before: int, sentence: int, reach: int) -> float:
    """Return the weight of the entity's mentions before the token, halved with every sentence, once a sentence."""
    best: dict[int, float] = {}
    for occurrence in reversed(known.mentions):
        distance = sentence - occurrence.sentence
        if distance > reach:
            break
        if occurrence.head < before and distance >= 0:
            best[distance] = max(best.get(distance, 0.0), _weight(occurrence))
    return sum(weight * 0.5**distance for distance, weight in best.items())
