"""What an article tells as happening: event mentions with their roles and numbers, and facts."""

from dataclasses import dataclass
from math import inf
from typing import Literal

from onrecord.model.mentions import EntityKind
from onrecord.model.spans import Span
from onrecord.model.when import When

Modality = Literal["actual", "planned", "alleged", "denied", "hypothetical"]


@dataclass(frozen=True, slots=True)
class Number:
    """A count in an account of an event.

    role        what it counts in the event: "killed", "injured", "arrested", "people", "amount", ...
    low, high   bounds, both included; None is open ("at least 12": low 12, high None)
    unit        the thing counted, as its head noun ("people", "protesters"), or a currency ("USD")
    """

    role: str
    low: float | None
    high: float | None
    unit: str | None
    span: Span

    def shares_value(self, other: "Number") -> bool:
        """Whether both can be one number: "at least 12" and 14, not 11."""
        return max(self.low or 0, other.low or 0) <= min(_top(self.high), _top(other.high))


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what takes part in an event: the words, and the name they resolve to in the article."""

    name: str
    span: Span
    entity: int | None = None
    kind: EntityKind | None = None

    @property
    def is_named(self) -> bool:
        """Whether `name` is a name: a description begins in lower case."""
        return self.name[:1].isupper()


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that report a happening.

    trigger   the word or words that carry it ("arrested", "made a phone call")
    type      PLOVER 2.0 category in capitals ("COERCE") or one of our own ("DEATH")
    mode      PLOVER mode or ours, lower case ("arrest"); "" when none fits
    medium    for contacts: "phone", "in person", "letter", "video", "online", ... ; None when not said
    topics    what it is about, as spans (for contacts and statements-like events)
    statement index into the article's statements of the innermost one whose content holds the trigger
    background whether it stands as background, told as earlier than the report's own happening
    words     the clause that tells it, shortened to its core, as spans in order; empty where it is too long for a line
    clause    whether the words are a clause that tells of it as fact or plan: not its name alone, nor what only may be
    bound     where no words date it: what its tense says against publication, "../2017-12-18" or "2017-12-18/.."
    host      the word for the call or letter in which it was done ("called" in "called to thank him"), if one is told
    """

    trigger: Span
    type: str
    mode: str
    modality: Modality
    actor: tuple[Role, ...] = ()
    recipient: tuple[Role, ...] = ()
    when: When | None = None
    where: tuple[Role, ...] = ()
    instrument: tuple[Role, ...] = ()
    numbers: tuple[Number, ...] = ()
    medium: str | None = None
    topics: tuple[Span, ...] = ()
    objects: tuple[Role, ...] = ()
    when_span: Span | None = None
    statement: int | None = None
    background: bool = False
    words: tuple[Span, ...] = ()
    clause: bool = False
    bound: When | None = None
    host: Span | None = None


FactKind = Literal["count", "date", "place", "party", "thing"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A value in its sentence and what it is said of: what slots are made of where no event is coded.

    head       what is counted, as a lemma ("lane"), or the head of the place, date or party
    unit       "people", "years", "percent", a currency, a measure, else None
    predicate  the word it is said of in a canonical form, so that "arrested" and "the arrest" meet
    anchor     that word where it stands
    relation   how the value hangs on it: "nsubj", "dobj", "prep in", "agent", ...
    near, far  canonical content words of the sentence, those close to the value in its syntax first
    subject    number of the entity that the predicate is said of, where there is one
    topic      the words for what the predicate is said of: its subject, or its object where the value is the subject
    timex      TIMEX3 value of a date, also where it cannot be worked out
    modality   whether the predicate is told as done, as planned, as a mere possibility, or denied
    entity     number of the entity that the value itself names, where it does
    """

    kind: FactKind
    span: Span
    head: str
    predicate: str
    anchor: Span
    relation: str
    near: tuple[str, ...] = ()
    far: tuple[str, ...] = ()
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    approximate: bool = False
    when: When | None = None
    subject: int | None = None
    entity: int | None = None
    topic: Span | None = None
    timex: str | None = None
    modality: Modality = "actual"


def _top(bound: float | None) -> float:
    return inf if bound is None else bound
