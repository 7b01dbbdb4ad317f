"""Which date a happening has: from the expressions of its clause, else from the clause it hangs on, else counted."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.syntax import is_verb
from onrecord.annotate.times.bounds import bounded, by_tense, opener
from onrecord.annotate.times.counting import counted, counted_from, counted_to, told_at_once
from onrecord.annotate.times.discourse import told_before
from onrecord.annotate.times.reach import governs, looks_ahead, places, tells_time
from onrecord.annotate.times.stretches import stretch_to
from onrecord.model import Span, TimeExpression, When

Dated = tuple[When, Span]
_Own = tuple[int, Token, TimeExpression]
# Tokens in which a sentence's opening date begins.
_OPENS = 4

_RANGES = frozenset({("from", "to"), ("from", "until"), ("from", "till"), ("from", "through"), ("between", "and")})
# " on " stands between a noun and the date right behind it; in characters.
_RIGHT_BEHIND = 5
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def when_at(draft: Draft, head: Token, times: Sequence[TimeExpression]) -> Dated | None:
    """Return the date of the happening whose trigger is `head`, and the words that give it.

    The expressions of its own clause come first, nearest first; then those of the clause it shares (a
    conjunct, the verb that a noun is subject or object of), then days counted from another happening, then the
    date that an earlier sentence gave the same happening. None when no words date it; for the publication date as
    a bound, see `bounds.by_tense`.
    """
    after_it = head.dep_ == "pobj" and (tells_time(head.head) or _is_cause(head.head))
    own = _by_its_clause(draft, head, times) or (_right_behind(head, times) if after_it else None)
    found = own or _by_counting(draft, head, times) or _told_before(draft, head, times)
    return None if found is not None and _is_past_to_come(draft, head, found[0]) else found


def _is_past_to_come(draft: Draft, head: Token, when: When) -> bool:
    """Whether what is told as past would be of a day after the report's own: the date is of something else."""
    bound = by_tense(draft, head)
    if bound is None or not bound.value.startswith("../") or "X" in when.value or ".." in when.value:
        return False
    start, end = when.value.partition("/")[0], bound.value.removeprefix("../")
    return start[: len(end)] > end[: len(start)]


def _told_before(draft: Draft, head: Token, times: Sequence[TimeExpression]) -> Dated | None:
    return told_before(head, lambda other: _by_its_clause(draft, other, times))


def _by_counting(draft: Draft, head: Token, times: Sequence[TimeExpression]) -> Dated | None:
    if (main := told_at_once(head)) is not None and (told := _by_its_clause(draft, main, times)):
        return (told[0], told[1]) if told[0].precision == "day" else None
    for other, gap in counted_to(head, times):
        told = _by_its_clause(draft, other, times) or _right_behind(other, times) or _told_before(draft, other, times)
        if told and (when := counted(gap, *told, draft.article.text, back=False)):
            return when, gap.span
    return next((found for place in places(head) if (found := counted_from(draft, place, times))), None)


def _is_cause(preposition: Token) -> bool:
    """Whether a noun stands behind another as what it is for: "in revenge for air strikes last week"."""
    return preposition.lower_ in ("for", "over", "about") and preposition.head.pos_ == "NOUN"


def _right_behind(other: Token, times: Sequence[TimeExpression]) -> Dated | None:
    """Return the date that follows a noun: "the crash on Sunday", wherever the parse hangs it."""
    end = other.idx + len(other)
    behind = (time for time in times if time.when and 0 < time.span.start - end <= _RIGHT_BEHIND)
    return next(((time.when, time.span) for time in behind if time.when), None)


def _by_its_clause(draft: Draft, head: Token, times: Sequence[TimeExpression]) -> Dated | None:
    dated = list(_in_sentence(draft, head, times))
    if dated and (opened := _opened_by(draft, head, dated)):
        return opened
    for place in places(head) if dated else ():
        own = [
            (abs(root.i - head.i), root, time)
            for root, time in dated
            if governs(place, root)
            and not _is_long_before(place, root, head, time)
            and not (place == head and looks_ahead(place, root))
        ]
        if own:
            _, root, time = _opening(place, own) or min(own, key=lambda found: (found[0], found[2].span))
            if stretch := stretch_to(draft.article.text, time, times):
                return stretch
            return _with_its_range(draft.article.text, time, root, [time for _, time in dated])
    return None


def _opening(place: Token, own: Sequence[_Own]) -> _Own | None:
    """Return the date that a sentence opens with where a later one of its clause is of another day.

    "Last week she urged the port to close on Sunday" tells when she urged it.
    """
    first, *others = sorted(own, key=lambda found: found[1].i)
    _, root, time = first
    subject = next((child for child in place.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    opens = subject is not None and time.span.end <= subject.left_edge.idx and not place.sent.start < root.i - _OPENS
    others_are_apart = bool(others) and all(_are_apart(time.when, t.when) for _, _, t in others)
    return first if opens and others_are_apart else None


def _are_apart(a: When | None, b: When | None) -> bool:
    """Whether two dates with known ends have no day in common."""
    if a is None or b is None or any(mark in a.value + b.value for mark in ("X", "..")):
        return False

    def ends_before(one: When, other: When) -> bool:
        end, start = one.value.rpartition("/")[2], other.value.partition("/")[0]
        size = min(len(end), len(start))
        return end[:size] < start[:size]

    return ends_before(a, b) or ends_before(b, a)


def _opened_by(draft: Draft, head: Token, dated: Sequence[tuple[Token, TimeExpression]]) -> Dated | None:
    """Return the date that a clause is told of: "before Monday, when the two met"."""
    when = next((child for child in head.children if child.lower_ == "when" and child.i < head.i), None)
    if when is None or head.dep_ not in ("relcl", "advcl"):
        return None
    for _, time in dated:
        between = draft.article.text[time.span.end : when.idx] if time.span.end <= when.idx else "?"
        if time.when and not between.strip(", "):
            return time.when, time.span
    return None


def _is_long_before(place: Token, root: Token, head: Token, time: TimeExpression) -> bool:
    """Whether a date that stands between two conjoined verbs is too coarse to be the second one's as well.

    "was arrested on Sunday and charged" is of one day; "signed in 2016 and played" is not of one year.
    """
    between = place.i < root.i < head.i and is_verb(place) and is_verb(head)
    return between and time.when is not None and time.when.precision not in ("day", "hour", "minute")


def _with_its_range(text: str, time: TimeExpression, root: Token, dated: Sequence[TimeExpression]) -> Dated | None:
    """Return the date, the interval it is one end of ("from 1938 to 1940"), or the bound it is ("before May")."""
    for first, last in pairwise(dated):
        opens = text[: first.span.start].rstrip().lower().rsplit(None, 1)[-1:]
        between = text[first.span.end : last.span.start].lower().removesuffix("the ").strip()
        joined = bool(opens) and ((opens[0], between) in _RANGES or (between == "and" and _next_to(first, last)))
        if time in (first, last) and joined and first.when and last.when:
            start, end = first.when.value.partition("/")[0], last.when.value.rpartition("/")[2]
            if ".." in (start, end) or start >= end:
                continue
            when = When(f"{start}/{end}", "interval", first.when.basis)
            return when, Span(first.span.start, last.span.end)
    return (bounded(time.when, opener(root)), time.span) if time.when else None


def _next_to(first: TimeExpression, last: TimeExpression) -> bool:
    """Whether two expressions are of one day and the next: "on 9 and 10 March"."""
    days = [date.fromisoformat(t.when.value) for t in (first, last) if t.when and _DAY.fullmatch(t.when.value)]
    return len(days) == 2 and days[1] - days[0] == timedelta(days=1)


def _in_sentence(draft: Draft, head: Token, times: Sequence[TimeExpression]) -> Iterator[tuple[Token, TimeExpression]]:
    """Yield the dated expressions of the head's sentence, each with the top token of its words."""
    sentence = head.sent
    for time in times:
        if time.when is None or time.span.start < sentence.start_char or time.span.end > sentence.end_char:
            continue
        words = draft.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if words is not None and not _fills_its_line(draft.article.text, time.span) and not _is_name(words):
            yield words.root, time


def _is_name(words: Tokens) -> bool:
    """Whether a day only names what it goes before: "any part in the 9/11 attacks"."""
    return words.text == "9/11" and words.end < len(words.doc) and words.doc[words.end].pos_ in ("NOUN", "ADJ")


def _fills_its_line(text: str, span: Span) -> bool:
    """Whether an expression is the page's date on a line of its own rather than part of a sentence."""
    before, after = text[: span.start].rpartition("\n")[2], text[span.end :].partition("\n")[0]
    return len(span.of(text)) < len(text) and not any(c.isalnum() for c in before + after)
