"""What is known of one article in one respect: its layers."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Literal

from onrecord.model.happenings import EventMention, Fact, Role
from onrecord.model.mentions import Mention
from onrecord.model.reports import Article
from onrecord.model.spans import Span
from onrecord.model.when import When

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
    topical  whether the content only names what was spoken of ("commented on the call", "apologised for the post"): it
             rests on no speaker's word
    doubtful whether it may be a deed ("imposed sanctions"): no quotation, no known word of speech, not surely found; or
             nothing is said at all ("ministers critical of the dam", "if they agree")
    word     the cue as the word list has it ("call on"), where it is a verb of the list or "according to"
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
    word: str = ""

    @property
    def is_named(self) -> bool:
        """Whether the report names the speaker, and does not only describe them ("officials")."""
        return self.speaker is not None and self.speaker_kind not in ("unnamed", "unknown")


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

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """Return the mentions that stand wholly inside a span.

        >>> roe, dam = (Mention(Span(0, 7), "person", "Ada Roe", 0), Mention(Span(13, 20), "facility", "the dam", 1))
        >>> report = Annotated(Article("a", "a", "Ada Roe held the dam."), mentions=(roe, dam))
        >>> [mention.name for mention in report.mentions_in(Span(8, 21))]
        ['the dam']
        """
        first = bisect_left(self.mentions, span.start, key=lambda mention: mention.span.start)
        inside = takewhile(lambda mention: mention.span.start < span.end, islice(self.mentions, first, None))
        return tuple(mention for mention in inside if mention.span.end <= span.end)
