"""What is known of one article in one respect: its layers."""

from bisect import bisect_right
from dataclasses import dataclass
from math import inf
from typing import Literal

from onrecord.model.reports import Article
from onrecord.model.spans import Span
from onrecord.model.when import When

EntityKind = Literal["person", "organisation", "place", "group", "facility", "event", "work", "law", "product", "other"]
MentionForm = Literal["name", "nominal", "pronoun"]

BODY_KINDS: frozenset[EntityKind] = frozenset({"organisation", "group"})
"""Several who act as one."""
PLACE_KINDS: frozenset[EntityKind] = frozenset({"place", "facility"})
"""Where something can take place."""
PARTY_KINDS: frozenset[EntityKind] = BODY_KINDS | {"person", "place"}
"""Who can act and be acted on; a place stands for those who govern it."""
NAMED_KINDS: frozenset[EntityKind] = frozenset({"person", "organisation", "place"})
"""What is mostly called by a name of its own."""
WIDE_PARTY_KINDS: frozenset[EntityKind] = PARTY_KINDS | PLACE_KINDS
"""Parties, and buildings that stand for those inside them."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody or something.

    name   the fullest name its entity has in this article ("Vladimir Putin" for "he"); for an entity that
           is never named, its description ("law enforcement officials")
    entity number of the entity within the article; mentions with one number are one entity
    role   the title or role printed beside the name ("Russian President"), if any
    clear  whether it rests on no pronoun that may well mean somebody else ("he", "his aide")
    """

    span: Span
    kind: EntityKind
    name: str
    entity: int
    form: MentionForm = "name"
    role: str | None = None
    clear: bool = True

    @property
    def is_named(self) -> bool:
        """Whether `name` is a name: a description begins in lower case."""
        return self.name[:1].isupper()


TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3 expression. `value` is TIMEX3; `when` is the same as a date with its basis, where it is one.

    clue  how it hangs on the publication date, for working that date out: "weekday:7:past", "monthday:12-14:past",
          "month:5:future", "unit:W:-1" (last week), "span:D:-4" (the past four days), "gap:D:3:after" (three days
          after something), "told:D:3" (three days later); "" when it does not
    """

    span: Span
    type: TimexType
    value: str
    when: When | None = None
    clue: str = ""


Mode = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "asserts",
    "denies",
    "asks",
    "promises",
    "threatens",
    "thanks",
    "accuses",
    "confirms",
    "doubts",
    "declines",
    "urges",
    "praises",
    "regrets",
]
Certainty = Literal["certain", "probable", "possible"]
SpeakerKind = Literal["person", "organisation", "place", "group", "unnamed", "document", "unknown"]


@dataclass(frozen=True, slots=True)
class StatementSpans:
    """One attribution as the model or the syntax finds it, before anything is resolved. Each role may be empty.

    A source alone, without cue and content, is somebody who says something that the finder did not make out.

    probability  in [0, 1]: the least of its spans' probabilities of being right by half of their words; 1 by the
                 syntax. On PolNeAR's development part it is also how often the model's are right, content by half of
                 its words: 0.36 stands for 43 of 100, 0.55 for 60, 0.75 for 78, 0.94 for 97
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class Statement:
    """Something an article reports someone as saying, thinking or intending.

    speaker  the source under its fullest name in the article; an unnamed source keeps its description;
             None when the article names nobody
    entity   number of the speaker's entity within the article, None when there is none
    via      the hands between the speaker and this outlet, the one nearest the outlet first
    when     when it was said, as far as the article says; bound  else what tense says, as for an event
    topical  whether the content only names what was spoken of ("commented on the call"): it rests on no speaker's word
    doubtful whether it may be a deed ("imposed sanctions"): no quotation, no known word of speech, and not surely found
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None
    mode: Mode
    stance: Stance
    via: tuple[str, ...] = ()
    speaker_kind: SpeakerKind = "unknown"
    entity: int | None = None
    certainty: Certainty = "certain"
    negated: bool = False
    medium: str | None = None
    when: When | None = None
    to: tuple[str, ...] = ()
    probability: float = 1.0
    bound: When | None = None
    topical: bool = False
    doubtful: bool = False

    @property
    def is_named(self) -> bool:
        """Whether the report names the speaker, and does not only describe them ("officials")."""
        return self.speaker is not None and self.speaker_kind not in ("unnamed", "unknown")


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


def _top(bound: float | None) -> float:
    return inf if bound is None else bound


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


@dataclass(frozen=True, slots=True)
class Undertaking:
    """What somebody gives their word to do, as a report words it.

    words    the clause with what is undertaken: "to repair the dam", "she would build a school"
    who, to  who gives their word, and to whom it is given
    negated  whether it is not to do something
    again    whether it is told as given once more
    when     when it was given, as far as the report says
    """

    words: Span
    who: tuple[Role, ...]
    to: str | None = None
    negated: bool = False
    again: bool = False
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its layers, each in the order of the text."""

    article: Article
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = ()
    facts: tuple[Fact, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()

    def sentence_of(self, span: Span) -> Span:
        """Return the sentence that holds all of a span, the span itself where none does.

        >>> report = Annotated(Article("a", "a", "The dam held. It rained."), (Span(0, 13), Span(14, 24)))
        >>> report.sentence_of(Span(4, 7)), report.sentence_of(Span(8, 16))
        (Span(start=0, end=13), Span(start=8, end=16))
        """
        number = bisect_right(self.sentences, span.start, key=lambda sentence: sentence.start) - 1
        return self.sentences[number] if number >= 0 and self.sentences[number].contains(span) else span
