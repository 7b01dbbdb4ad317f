"""Every type that crosses a room's door: plain, frozen data without I/O.

Everything that is shown points at the words it came from by `Span`s into `Article.text`.
"""

from dataclasses import dataclass
from typing import Literal

from onrecord.errors import InputError

# --- where the words are ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range [start, end) of code points in `Article.text`.

    >>> Span(4, 8).of("the dam held")
    'dam '
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise InputError(f"span [{self.start}, {self.end}) is empty or negative; give start < end")

    def of(self, text: str) -> str:
        """Return the words this span covers."""
        if self.end > len(text):
            raise InputError(
                f"span [{self.start}, {self.end}) runs past the text's {len(text)} characters; "
                "was the text changed after annotation?"
            )
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other range lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a named article: what every shown line lands on. `article` is an `Article.id`."""

    article: str
    span: Span


# --- when ------------------------------------------------------------------------------------------

Precision = Literal[
    "century",
    "decade",
    "year",
    "half",
    "quarter",
    "season",
    "month",
    "week",
    "day",
    "hour",
    "minute",
    "interval",
]


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A time as far as it is known.

    value      EDTF: "2017-12-14", "2017-12", "2017", "2017-12-14T10:30", "2017-12-13/2017-12-17",
               open intervals "../2019-12-29" (before) and "2017-12-17/.." (after), "XXXX-12-14" when the
               year is not known, "2017-12-17~" approximate
    precision  the finest unit that is known; "interval" for a range of days with no single unit
    basis      how it is known, in a few plain words: "metadata", "dateline", "printed in the text",
               "weekday 'Sunday' before publication", "given by the user", "none"
    """

    value: str
    precision: Precision
    basis: str


# --- reports ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Article:
    """One report. `text` is the cleaned report, without its headline, and never changes.

    id     hash of what identifies the report (url or outlet, title, text)
    ref    what the user called it: the id of a JSON Lines row, else the path as given, else the URL
    agency the agencies credited for the text ("AFP", "Reuters"), as printed
    dateline_place  the place in the dateline ("NAIROBI, Kenya"), as printed
    furniture  lines of a text kept as it was given that are none of the report's: captions, appeals, repeats
    """

    id: str
    ref: str
    text: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    url: str | None = None
    published: When | None = None
    language: str = "en"
    dateline_place: str | None = None
    furniture: tuple[Span, ...] = ()


DeclineReason = Literal[
    "missing",
    "empty",
    "binary",
    "encoding",
    "too-large",
    "too-short",
    "too-long",
    "not-english",
    "no-report",
    "broken-row",
    "unread-date",
    "duplicate",
    "unreadable",
    "unsupported",
]


@dataclass(frozen=True, slots=True)
class Declined:
    """A source that was not read, or a date of one that was, and why: something to count and show, not to catch.

    ref     what the user called it; detail  one line: what, where, what to do
    """

    ref: str
    reason: DeclineReason
    detail: str


# --- one article's layers --------------------------------------------------------------------------

EntityKind = Literal["person", "organisation", "place", "group", "facility", "event", "work", "law", "product", "other"]
MentionForm = Literal["name", "nominal", "pronoun"]

BODY_KINDS: frozenset[EntityKind] = frozenset({"organisation", "group"})
"""Several who act as one."""
PLACE_KINDS: frozenset[EntityKind] = frozenset({"place", "facility"})
"""Where something can take place."""
PARTY_KINDS: frozenset[EntityKind] = BODY_KINDS | {"person", "place"}
"""Who can act and be acted on; a place stands for those who govern it."""
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


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what takes part in an event: the words, and the name they resolve to in the article."""

    name: str
    span: Span
    entity: int | None = None
    kind: EntityKind | None = None


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
class Annotated:
    """An article with its layers, each in the order of the text."""

    article: Article
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = ()
    facts: tuple[Fact, ...] = ()


# --- across articles -------------------------------------------------------------------------------


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
    """Another story that this one looks back on or resembles, and why it is not the same."""

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


# --- accounts side by side -------------------------------------------------------------------------

Verdict = Literal["agree", "compatible", "update", "conflict", "single", "undecided"]
ClaimKind = Literal["count", "date", "place", "actor", "recipient", "initiator", "thing", "modality"]


@dataclass(frozen=True, slots=True)
class Account:
    """One article's value for a slot, with the hands it came through.

    via     the chain between the one whose word it is and the outlet, nearest the outlet first
    origin  whose word the value rests on: the last named hand; None when nobody is named
    """

    passage: Passage
    origin: str | None
    via: tuple[str, ...] = ()
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimValue:
    """One of the values that accounts give for a slot; low and high for counts and dates (as numbers or EDTF)."""

    value: str
    low: float | None
    high: float | None
    accounts: tuple[Account, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One slot of one event: all values, each with who said it. `silent` are articles of the story without one.

    voices  how many tell it independently: copies and rewrites of one text are one, and so are one owner's outlets;
            0 when not counted
    """

    event: str
    story: str | None
    slot: str
    kind: ClaimKind
    unit: str | None
    verdict: Verdict
    reason: str
    values: tuple[ClaimValue, ...]
    outlets: int
    origins: int
    unknown: int
    silent: tuple[str, ...] = ()
    voices: int = 0


@dataclass(frozen=True, slots=True)
class ContactCount:
    """What a report counts ("two calls in four days", "the second call in three"), and how many the ledger holds."""

    passage: Passage
    told: int
    found: int


@dataclass(frozen=True, slots=True)
class Contact:
    """A call, meeting, letter or visit. `initiator` is None when the reports do not say who started it.

    modality  "planned" when every report only announces it, "denied" when one side declined
    counts    what reports count of contacts of which this is the last
    readouts  each hand that tells of it, with its words
    times     the counting words where the reports tell of several contacts at once ("several informal talks")
    """

    event: str
    story: str | None
    when: When | None
    medium: str | None
    initiator: str | None
    recipient: str | None
    parties: tuple[str, ...]
    topics: tuple[str, ...]
    mentions: tuple[Passage, ...]
    origins: tuple[str, ...]
    outlets: int = 0
    unknown: int = 0
    modality: Modality = "actual"
    counts: tuple[ContactCount, ...] = ()
    readouts: tuple[tuple[str, tuple[Passage, ...]], ...] = ()
    times: str | None = None


PromiseStatus = Literal["kept", "broken", "repeated", "unknown"]


@dataclass(frozen=True, slots=True)
class Promise:
    """An undertaking: who, to whom, what; `outcome` the sentences that show what became of it."""

    who: str | None
    to: str | None
    what: str
    when: When | None
    status: PromiseStatus
    mentions: tuple[Passage, ...]
    outcome: tuple[Passage, ...] = ()
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """The answer of the main job."""

    collection: Collection
    declined: tuple[Declined, ...] = ()
    claims: tuple[Claim, ...] = ()
    contacts: tuple[Contact, ...] = ()
    promises: tuple[Promise, ...] = ()


ChangeKind = Literal[
    "new report",
    "changed verdict",
    "outcome",
    "new denial",
    "new promise",
    "new contact",
    "new value",
    "new claim",
]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that an earlier answer did not hold.

    what    the report, slot, contact, promise or denial in a few words
    detail  what changed, in one plain sentence
    verdict of a claim
    """

    kind: ChangeKind
    what: str
    detail: str
    story: str | None
    passages: tuple[Passage, ...]
    verdict: Verdict | None = None
