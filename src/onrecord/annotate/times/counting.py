"""Dates counted from other happenings: "the call came three days after they met" dates the meeting by the call."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.syntax import is_verb
from onrecord.annotate.times.lexicon import listed
from onrecord.annotate.times.points import Point, Size, shift, valid
from onrecord.model import Span, TimeExpression, When

_ONE = {"day": "D", "month": "M", "year": "Y"}
_UNITS: dict[str, Size] = {"D": "D", "W": "D", "M": "M", "Y": "Y"}


def counted_from(draft: Draft, head: Token, times: Sequence[TimeExpression]) -> tuple[When, Span] | None:
    """Return the day of a happening that another is told to be so many days after, or before.

    The other happening is the one of the clause above; its day stands there, or in an earlier sentence that
    names it by the same noun. None where either is missing.
    """
    openers = [child for child in head.children if child.dep_ == "mark"]
    gap = _gap_before([*openers, *([head.head] if head.dep_ == "pobj" else [])], times)
    main = _clause_above(head)
    if gap is None or main is None:
        return None
    told = _day_of(draft, main, [time for time in times if time.span.start < gap.span.start])
    when = counted(gap, told.when, told.span, draft.article.text, back=True) if told and told.when else None
    return (when, gap.span) if when else None


def counted_to(head: Token, times: Sequence[TimeExpression]) -> Iterator[tuple[Token, TimeExpression]]:
    """Yield the happenings that `head` is told to be so many days after, or before, with those days."""
    measures = [child for child in head.children if child.dep_ == "npadvmod"]
    for opener in (child for token in (head, *measures) for child in token.children):
        if opener.dep_ == "prep" and (gap := _gap_before([opener], times)):
            yield from ((child, gap) for child in opener.children if child.dep_ == "pobj")


def told_at_once(head: Token) -> Token | None:
    """Return the verb within hours of whose happening this one is told to be: "died hours after he was shot"."""
    measures = [child for child in head.children if child.dep_ == "npadvmod"]
    for opener in (child for token in (head, *measures) for child in token.children):
        if opener.dep_ != "mark" or opener.lower_ not in ("after", "before") or head.dep_ != "advcl":
            continue
        before = [child for child in (*opener.children, *head.children) if child.i < opener.i <= child.i + 2]
        if any(child.lemma_.lower() in listed("at once") for child in before):
            return head.head
    return None


def counted(gap: TimeExpression, told: When, span: Span, text: str, *, back: bool) -> When | None:
    """Return the date so much away from the one told; `back` when it is the other happening's.

    Months and years are counted as roughly as people say them: "two months after 4 May" is July.
    """
    _, unit, count, side = gap.clue.split(":")
    known = told.value.split("T")[0].split("-")
    start = valid(*(int(part) for part in (*known, "1", "1")[:3])) if "".join(known).isdecimal() else None
    size = _size(unit, len(known))
    if start is None or size is None or unit not in _UNITS:
        return None
    before = (side == "after") == back
    point = Point(size, shift(start, unit, -int(count) if before else int(count)))
    words = " ".join(gap.span.of(text).split())
    return When(point.edtf, point.precision, f"{words} {'before' if before else 'after'} '{span.of(text)}'")


def _size(unit: str, parts: int) -> Size | None:
    """Return how finely a date counted in a unit is known, from one with so many parts; None when not at all.

    Days counted from a month give no day.
    """
    sizes: tuple[Size, ...] = ("Y", "M", "D")
    told, counted_in = sizes[parts - 1], _UNITS.get(unit)
    if counted_in is None or (counted_in == "D" and told != "D") or (counted_in == "M" and told == "Y"):
        return None
    return told if told == "Y" or counted_in == "D" else "M" if counted_in == "M" or told == "M" else "Y"


def _gap_before(openers: Sequence[Token], times: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the "three days", or "the day", that one of these, "after" or "before", follows."""
    return _told_gap(openers, times) or next((gap for opener in openers if (gap := _the_day(opener))), None)


def _the_day(opener: Token) -> TimeExpression | None:
    """Return "the day" in "the day after the raid" as a length of one day; so with the month and the year."""
    if opener.lower_ not in ("after", "before") or opener.i < 2:
        return None
    noun, the = opener.nbor(-1), opener.nbor(-2)
    unit = _ONE.get(noun.lower_)
    if unit is None or the.lower_ != "the":
        return None
    clue = f"gap:{unit}:1:{opener.lower_}"
    return TimeExpression(Span(the.idx, noun.idx + len(noun)), "DURATION", f"P1{unit}", None, clue)


def _told_gap(openers: Sequence[Token], times: Sequence[TimeExpression]) -> TimeExpression | None:
    for opener in openers:
        for time in times:
            if time.clue.endswith(opener.lower_) and time.clue[:4] == "gap:" and 0 <= opener.idx - time.span.end <= 2:
                return time
    return None


def _clause_above(head: Token) -> Token | None:
    token = head.head.head if head.dep_ == "pobj" else head.head
    while not is_verb(token) and token.head != token:
        token = token.head
    return token if is_verb(token) and token != head else None


def _day_of(draft: Draft, main: Token, before: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the last day told before that dates the happening which the clause of `main` is about."""
    names = {child.lemma_ for child in main.children if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ == "NOUN"}
    for time in reversed(before):
        if time.when is None or "/" in time.when.value or not time.when.value[:4].isdecimal():
            continue
        words = draft.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if words is not None and (words.sent == main.sent or names & {token.lemma_ for token in words.sent}):
            return time
    return None
