"""One article's value for a possible slot, with what it is said of: what joins into claims."""

from dataclasses import dataclass
from datetime import date

from onrecord.annotate.facts.aboard import ABOARD
from onrecord.compare.values import Count, dimension, is_of_things
from onrecord.compare.wording import claim_words, counted_kind
from onrecord.model import ClaimKind, Event, EventMention, Modality, Span, When

PARTY_SLOTS = frozenset({"actor", "recipient", "thing", "initiator"})


APART = "apart"
"""The relation of a time that says how far two happenings lie apart."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of one article.

    said_of   what it is said of, in a canonical word; `anchor` that word where it stands
    key       what a party or place is across articles: its canonical name in plain form
    named     whether a party or place bears a name of its own
    subject   canonical name of whoever the predicate is said of; doer  their number in the article
    event     the event across articles whose mention the value hangs on
    name      a party's or place's name across articles, or its description
    topic     words for what the predicate is about
    timex     TIMEX3 value of a date
    words     the value's own words, lower case
    families  kinds of happening that the word it is said of may tell
    others    keys of the named parties on the other side of the deed: whoever it is done to, or who does it
    leads     whether it stands in the first sentences, which tell the report's own happening
    told      the day of the report, None where it is not known to the day
    earliest  the first day of which the report may be, None where nothing is known of that
    asked     the question of news that a count answers, by its name; "" where none is known
    parts     keys of what a value lists or of the places that name it, the value's own first; empty for most
    subject_named  whether the subject's name stands right there, and no "he" or "the suspect" for it
    """

    article: str
    kind: ClaimKind
    span: Span
    head: str
    said_of: str
    anchor: Span
    relation: str
    near: tuple[str, ...] = ()
    far: tuple[str, ...] = ()
    count: Count | None = None
    when: When | None = None
    key: str = ""
    named: bool = False
    subject: str | None = None
    doer: int | None = None
    event: Event | None = None
    mention: EventMention | None = None
    name: str | None = None
    topic: Span | None = None
    timex: str | None = None
    modality: Modality = "actual"
    words: str = ""
    subject_named: bool = False
    parts: tuple[str, ...] = ()
    families: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    leads: bool = False
    told: date | None = None
    earliest: date | None = None
    asked: str = ""

    @property
    def counted(self) -> str:
        """The kind of thing that is counted: of vessels ships, of acres area; "" where the words name none.

        How many people are aboard is asked as one thing.
        """
        if self.said_of == ABOARD and self.head in claim_words("anybody"):
            return ABOARD
        if self.count is not None and is_of_things(self.count.unit):
            return dimension(self.count.unit)[0] or ""
        return counted_kind(self.head)

    @property
    def size(self) -> float:
        """A count's number, the lower of two bounds where it has both; 0 for what is no count."""
        if self.count is None:
            return 0.0
        return self.count.low if self.count.low is not None else self.count.high or 0.0

    @property
    def measure(self) -> float:
        """The size in the first unit of what the count measures: 10 miles are more than 40 feet."""
        return self.size * dimension(self.count.unit)[1] if self.count is not None else 0.0
