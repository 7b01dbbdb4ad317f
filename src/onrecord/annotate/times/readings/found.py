"""A match of the grammar together with the context it is read in: what every reading gets."""

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from onrecord.annotate.times.amounts import amount
from onrecord.annotate.times.context import Context
from onrecord.annotate.times.grammar import Match
from onrecord.annotate.times.lexicon import Piece, listed
from onrecord.annotate.times.readings.words_before import comes_ahead, was_set_before
from onrecord.annotate.times.tense import Tense, clause_verb, is_firm, is_outcome

_PAST = frozenset({"last", "past", "previous", "preceding", "prior"})
_FUTURE = frozenset({"next", "coming", "upcoming", "forthcoming"})
# "until Friday", "effective Feb. 1", "as soon as Tuesday"
_AHEAD = frozenset({"until", "till", "effective", "beginning", "starting"})
_AHEAD_TWO = frozenset(
    {"soon as", "early as", "later than", "scheduled for", "planned for", "set for", "due on", "ahead of"}
)
_TOLD = frozenset({"following", "that", "same"})
# "a hearing set for Friday", "called an election for June"
_AWAITED = frozenset({"until", "till", "for", "pending"})
# How the words hang below "is": "the deadline is 5 p.m. Friday", "the vote is on Sunday".
_OF_BE = frozenset({"attr", "npadvmod", "prep", "pobj", "nummod", "nmod"})


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
        if self._is_of_what_befell():
            return Tense.PAST
        if not self.has("w") and self._was_set_at_first():
            return Tense.UNKNOWN
        if self._points_ahead():
            return Tense.FUTURE
        if self._is_subject_of_be() or self._is_said_of_be() or self._is_a_fixture() or self._was_to_be():
            return Tense.FUTURE
        around = Tense.UNKNOWN if self._opens_what_was_said() else self.context.tense(self.tokens[self.match.last - 1])
        if self.owns and self.dates_planned and (around is Tense.FUTURE or self._comes()):
            return Tense.FUTURE
        if self.owns:
            return Tense.PAST  # "after Wednesday's ruling": a happening named by its day is one that readers know
        return around

    @property
    def had_been_set(self) -> bool:
        """Whether the words date what was put off or called off since: "had been scheduled for Wednesday"."""
        return was_set_before(self.context.text, self.start)

    @property
    def surely_ahead(self) -> bool:
        """Whether the words or the verb say that it will be, and not only that it would or was meant to."""
        token = self.context.token(self.tokens[self.match.last - 1])
        if token is None or comes_ahead(self.context.text, self.start):
            return False
        return self._points_ahead() or is_firm(token)

    def _comes(self) -> bool:
        """Whether what the words own is told as to come: "Thursday's summit comes amid anger"."""
        token = self.context.token(self.tokens[self.match.last - 1])
        verb = clause_verb(token) if token is not None else None
        return verb is not None and verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in listed("coming")

    def _is_of_what_befell(self) -> bool:
        """Whether the words date what nobody plans, or what was counted: "the fire on Saturday", "results for May"."""
        values = self.context.lexicon.values
        befell, token = self._governor("on", "in", "of", "at"), self.context.token(self.tokens[self.match.last - 1])
        after_for = token is not None and token.i > 1 and token.nbor(-1).lower_ == "for"
        counted = after_for and token is not None and ("tally", token.nbor(-2).lemma_.lower()) in values
        if befell is None and token is not None and token.dep_ in ("npadvmod", "nmod"):
            befell = token.head
        over = befell is not None and is_outcome(befell)
        return counted or over or (befell is not None and ("mishap", befell.lemma_.lower()) in values)

    def _was_set_at_first(self) -> bool:
        """Whether the words date what was meant to be then, and may be over: "originally set for March"."""
        token = self.context.token(self.tokens[self.match.last - 1])
        verb = clause_verb(token) if token is not None else None
        is_set = verb is not None and verb.lemma_ in listed("set for") | listed("intending")
        return verb is not None and is_set and any(child.lower_ in listed("at first") for child in verb.children)

    def _opens_what_was_said(self) -> bool:
        """Whether the parse gives the words to the clause behind "that": "warned on Thursday that it could sink"."""
        token = self.context.token(self.tokens[self.match.last - 1])
        verb = clause_verb(token) if token is not None and self.context.after(self.end).startswith("that ") else None
        return token is not None and verb is not None and verb.i > token.i

    @property
    def owns(self) -> bool:
        """Whether the words are a possessive: "Wednesday's ruling"."""
        return self.context.text[self.end : self.end + 2] in ("'s", "’s")

    @property
    def owns_happening(self) -> bool:
        """Whether what the words own is something that happens on a day: "today's ruling", not "today's youth"."""
        words = self.context.after(self.end + 2).split()[:3]
        bare = {form for word in words for form in (word.strip(".,;:"), word.strip(".,;:").removesuffix("s"))}
        return any((kind, word) in self.context.lexicon.values for kind in ("planned", "deed") for word in bare)

    @property
    def dates_planned(self) -> bool:
        """Whether the words stand before a happening that is set long before: "Sunday's election", "the June vote"."""
        token = self.context.token(self.tokens[self.match.last - 1])
        return token is not None and self._is_planned(token.head) and token.head.i > token.i

    @property
    def dates_noun(self) -> bool:
        """Whether "in" hangs the words on a noun that is no deed: "told of cuts in May", not "the raid in May"."""
        what = self._governor("in")
        return what is not None and what.pos_ == "NOUN" and not self._is_deed(what)

    @property
    def dates_deed(self) -> bool:
        """Whether the words date what has happened: "a year after the raid of 7 October"."""
        what = self._governor("of", "on", "in")
        return what is not None and self._is_deed(what) and not self._is_planned(what)

    def _is_deed(self, token: Token) -> bool:
        return ("deed", token.lemma_.lower()) in self.context.lexicon.values

    def _points_ahead(self) -> bool:
        said = self.context.text[max(0, self.start - 24) : self.start].split()
        before = [word.lower() for word in said]
        if before and said[-1] == "Until":  # "Until Friday, the road was open" has the tense of its clause
            return False
        due = "due" in before[-4:] and "to" not in before[-3:]  # "due out on Friday"; not "closed due to fog on Friday"
        ahead = (
            due
            or comes_ahead(self.context.text, self.start)
            or (before and (before[-1] in _AHEAD or " ".join(before[-2:]) in _AHEAD_TWO))
        )
        return (
            bool(ahead) or (before[-1:] == ["for"] and self._is_set_for()) or self._is_scheduled() or self._is_awaited()
        )

    def _is_set_for(self) -> bool:
        """Whether "for" and a date say when something is to be: "a news conference for Friday"."""
        what = self._governor("for")
        verb = clause_verb(what) if what is not None else None
        return what is not None and (self._is_planned(what) or (verb is not None and verb.lemma_ in listed("set for")))

    def _is_a_fixture(self) -> bool:
        """Whether the words are when what is fixed takes place: "the banks reopen on Tuesday"."""
        token = self.context.token(self.tokens[self.match.last - 1])
        above = token.head if token is not None else None
        verb = above.head if above is not None and above.dep_ == "prep" else above
        if not self.has("w") or verb is None or verb.lemma_ not in listed("fixtures"):
            return False
        bare = verb.tag_ == "VB" and verb.dep_ == "ROOT" and any(child.dep_ == "nsubj" for child in verb.children)
        return verb.tag_ in ("VBZ", "VBP") or (bare and not any(child.dep_ == "aux" for child in verb.children))

    def _was_to_be(self) -> bool:
        """Whether the words date what "was to" happen: "was to fly home on Saturday", not "his aim was to ..."."""
        token = self.context.token(self.tokens[self.match.last - 1]) if self.has("w") else None
        verb = clause_verb(token) if token is not None else None
        if verb is None or verb.tag_ != "VB" or verb.dep_ != "xcomp" or verb.head.lemma_ != "be":
            return False
        to = next((child for child in verb.children if child.lower_ == "to"), None)
        return to is not None and to.i == verb.head.i + 1 and verb.head.tag_ == "VBD"

    def _is_said_of_be(self) -> bool:
        """Whether the words are when something "is": "the deadline is 5 p.m. Friday", not "it is Friday"."""
        token = self.context.token(self.tokens[self.match.last - 1]) if self.has("w") else None
        while token is not None and token.dep_ in _OF_BE and token.head != token:
            token = token.head
        if token is None or token.lower_ not in ("is", "are") or token.dep_ == "aux":
            return False
        parts = {child.dep_: child for child in token.children}
        of_it = "nsubj" not in parts or parts["nsubj"].pos_ == "PRON"
        other = "acomp" in parts or "advmod" in parts or ("attr" in parts and not self._holds(parts["attr"]))
        return not of_it and not other

    def _holds(self, token: Token) -> bool:
        return self.start <= token.idx < self.end

    def _is_subject_of_be(self) -> bool:
        """Whether the words are what "is" is said of: "Monday is a holiday"."""
        token = self.context.token(self.tokens[self.match.last - 1])
        after = self.context.text[self.end : self.end + 4]
        return token is not None and after == " is " and token.dep_ in ("nsubj", "npadvmod") and token.head.i > token.i

    def _is_awaited(self) -> bool:
        """Whether the words date what is waited for: "until a hearing in mid-May", "the slated visit in May"."""
        what = self._governor("in", "on")
        if what is None:
            return False
        verb = what if what.lemma_ in listed("facing") else what.head
        if verb.lemma_ in listed("facing") and verb.tag_ in ("VBZ", "VBP", "VBG"):
            return any(self._is_planned(child) for child in verb.children if child.dep_ == "dobj")
        to_come = any(child.lower_ in listed("to come") and child.dep_ == "amod" for child in what.children)
        return to_come or (self._is_planned(what) and what.head.lower_ in _AWAITED)

    def _governor(self, *prepositions: str) -> Token | None:
        """Return what a preposition hangs the words on, None where they follow none of these."""
        token = self.context.token(self.tokens[self.match.last - 1])
        return token.head.head if token is not None and token.head.lower_ in prepositions else None

    def _is_scheduled(self) -> bool:
        """Whether the words follow "scheduled": "scheduled a news conference Thursday"."""
        token = self.context.token(self.tokens[self.match.first])
        verb = clause_verb(token) if token is not None else None
        return verb is not None and token is not None and verb.lemma_ in listed("scheduling") and verb.i < token.i

    def _is_planned(self, token: Token) -> bool:
        return ("planned", token.lemma_.lower()) in self.context.lexicon.values

    def opens_phrase(self) -> bool:
        """Whether "over" is where or part of a verb, not how much: "fell over three years", "took over a day ago".

        Nor does "as many as" count in "half as many as a decade ago".
        """
        if self.words.lower().startswith(("as many as a ", "as many as an ")):
            return True
        first = self.context.token(self.tokens[self.match.first])
        if first is None or first.lower_ not in ("over", "around", "under"):
            return False
        return first.dep_ == "prt" or (first.dep_ == "prep" and first.head.lemma_ not in listed("lasting"))

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
        number = self.value("w", "weekday")
        return int(number if number.isdecimal() else self.value("w", "weekday_short"))

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
