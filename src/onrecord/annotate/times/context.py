"""What an expression is read against: the publication date, the last date told, and the tense around it."""

from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc, Token

from onrecord.annotate.times.lexicon import Lexicon, Piece
from onrecord.annotate.times.points import Point
from onrecord.annotate.times.tense import Tense, teller, tense_of
from onrecord.model import TimexType, When

# "That day" and a time without a day stand on the day told last when it is no further back than this, in characters.
DAY_TOLD_NEAR = 300
# "A year earlier" compares with a quarter told no further back than this, in characters.
QUARTER_TOLD_NEAR = 1200


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression stands for.

    point  the calendar point behind the value, for what is told after it
    clue   how it hangs on the publication date, for working that date out (`TimeExpression.clue`)
    """

    type: TimexType
    value: str
    when: When | None = None
    point: Point | None = None
    clue: str = ""


@dataclass(slots=True)
class Context:
    """The state of reading one article, from its first word on.

    published  the day of publication, None when unknown
    last       the last date told; last_end where its words end
    last_day   the last date told to the day; last_day_end where its words end; other_day the one told before it
    weekdays   the day that each weekday stood for where its clause told
    month  the last month told, of those that one sentence compares the latest; month_end where its words end
    quarter_told  the last quarter told
    quarter    the last reported quarter of those told, but for those compared with it; quarter_end where its words end
    stretch_end  where the words of the last longer stretch reported on end: "the first nine months"
    bearers  months that somebody in the article is called
    """

    text: str
    doc: Doc
    published: date | None
    lexicon: Lexicon
    last: Point | None = None
    last_end: int = 0
    last_day: date | None = None
    last_day_end: int = 0
    other_day: date | None = None
    weekdays: dict[int, date] = field(default_factory=dict)
    month: Point | None = None
    month_end: int = 0
    quarter_told: Point | None = None
    quarter: Point | None = None
    quarter_end: int = 0
    stretch_end: int = 0
    bearers: frozenset[str] = frozenset()

    def token(self, piece: Piece) -> Token | None:
        """Return spaCy's token that holds the piece's first character."""
        span = self.doc.char_span(piece.start, piece.start + 1, alignment_mode="expand")
        return span[0] if span is not None and len(span) else None

    def tense(self, piece: Piece) -> Tense:
        """Return the tense of the clause that the piece stands in."""
        token = self.token(piece)
        return tense_of(teller(token) or token) if token is not None else Tense.UNKNOWN

    def before(self, position: int) -> str:
        """Return the word or sign that stands before a position, in lower case."""
        left = self.text[max(0, position - 30) : position].rstrip().lower()
        word = left.split()[-1] if left else ""
        return word.lstrip("(\"'`“‘")

    def after(self, position: int) -> str:
        """Return the words that follow a position, in lower case, as far as they matter."""
        return " ".join(self.text[position : position + 40].lower().split())

    def day_told(self, position: int) -> date | None:
        """Return the last day told, where it is told near enough for "that day" to mean it."""
        near = self.last_day is not None and position - self.last_day_end < DAY_TOLD_NEAR
        return self.last_day if near else None

    def quarter_compared(self, position: int | None = None) -> Point | None:
        """Return the quarter told to compare with; None where a longer stretch was told since, or it is far before."""
        near = position is None or position - self.quarter_end < QUARTER_TOLD_NEAR
        return self.quarter if near and self.stretch_end <= self.quarter_end else None

    @property
    def reference(self) -> date | None:
        """The day that "later" and "earlier" count from: the last date told, else publication."""
        return self.last.day if self.last is not None else self.published


def dated(point: Point, basis: str, clue: str = "") -> Resolved:
    """Return a point as a DATE."""
    return Resolved("DATE", point.value, When(point.edtf, point.precision, basis), point, clue)
