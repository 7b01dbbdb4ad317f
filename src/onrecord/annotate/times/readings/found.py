"""A match of the grammar together with the context it is read in: what every reading gets."""

from dataclasses import dataclass
from datetime import date

from onrecord.annotate.times.amounts import amount
from onrecord.annotate.times.context import Context
from onrecord.annotate.times.grammar import Match
from onrecord.annotate.times.lexicon import Piece
from onrecord.annotate.times.tense import Tense

_PAST = frozenset({"last", "past", "previous", "preceding", "prior"})
_FUTURE = frozenset({"next", "coming", "upcoming", "forthcoming"})
# "until Friday", "effective Feb. 1", "as soon as Tuesday"
_AHEAD = frozenset({"until", "till", "effective", "beginning", "starting"})
_AHEAD_TWO = frozenset(
    {"soon as", "early as", "late as", "later than", "scheduled for", "planned for", "set for", "due on", "ahead of"}
)
_TOLD = frozenset({"following", "that", "same"})


@dataclass(frozen=True, slots=True)
class Found:
    """A match and its context."""

    match: Match
    context: Context
    tokens: list[Piece]

    @property
    def start(self) -> int:
        """Where the words start."""
        return self.tokens[self.match.first].start

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.tokens[self.match.last - 1].end

    @property
    def words(self) -> str:
        """The words on one line."""
        return " ".join(self.context.text[self.start : self.end].split())

    def has(self, capture: str) -> bool:
        """Whether the capture is there."""
        return bool(self.match.captured.get(capture))

    def said(self, capture: str) -> str:
        """Return the captured words in lower case, "" when there are none."""
        return " ".join(piece.word for piece in self.match.captured.get(capture, ()))

    def value(self, capture: str, kind: str) -> str:
        """Return what the captured word stands for in a class of the lexicon; "" when it is not there."""
        pieces = self.match.captured.get(capture, ())
        return self.context.lexicon.value(kind, pieces[-1].word) if pieces else ""

    def argument(self, name: str, otherwise: str = "") -> str:
        """Return an argument that the rule gives its reading."""
        return self.match.rule.arguments.get(name, otherwise)

    def amount(self, capture: str) -> float | None:
        """Return the captured number; None when the words leave it open."""
        return amount(self.match.captured[capture], self.context.lexicon)

    @property
    def tense(self) -> Tense:
        """The tense of the clause around the last word, unless the words before it point ahead."""
        if self._points_ahead():
            return Tense.FUTURE
        if self.context.text[self.end : self.end + 2] in ("'s", "’s"):
            return Tense.PAST  # "after Wednesday's ruling": a happening named by its day is one that readers know
        return self.context.tense(self.tokens[self.match.last - 1])

    def _points_ahead(self) -> bool:
        before = self.context.text[max(0, self.start - 24) : self.start].lower().split()
        return bool(before) and (before[-1] in _AHEAD or " ".join(before[-2:]) in _AHEAD_TWO)

    def direction(self) -> str:
        """Return "past", "future", "this", "told" (after the last date told), or "" from the words themselves."""
        said = set((self.said("which") or self.argument("which")).split())
        if said & _TOLD:
            return "told"
        if said & _PAST:
            return "past"
        if said & _FUTURE:
            return "future"
        if self.context.before(self.start) == "ended":  # "the year ended Jan. 31"
            return "past"
        return "this" if said & {"this", "current", "latest"} else ""

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return self.context.published

    def weekday(self) -> int:
        """Return the captured weekday, Monday 1 to Sunday 7."""
        return int(self.value("w", "weekday"))

    def day_number(self, capture: str = "d") -> int:
        """Return a day or an ordinal: "14", "14th", "fourteenth", "twenty-first"."""
        total = 0
        for piece in self.match.captured.get(capture, ()):
            digits = piece.word.rstrip("stndrh")
            if digits.isdecimal():
                total += int(digits)
            else:
                number = self.context.lexicon.value("ordinal", piece.word)
                number = number if number.isdecimal() else self.context.lexicon.value("numword", piece.word)
                total += int(number) if number.isdecimal() else 0
        return total
