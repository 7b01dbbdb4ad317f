"""The times layer: TIMEX3 expressions, found by the grammar and read against publication, discourse and tense."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from onrecord.annotate.component import Batch, Component, Draft
from onrecord.annotate.month_names import is_month, month_bearers
from onrecord.annotate.times.books import of_their_books
from onrecord.annotate.times.context import Context, Resolved
from onrecord.annotate.times.grammar import Match, grammar, matches
from onrecord.annotate.times.lexicon import Piece
from onrecord.annotate.times.memory import remember
from onrecord.annotate.times.names import is_name_of_group
from onrecord.annotate.times.points import Point, Size, valid
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.readings.registry import READINGS
from onrecord.model import Span, TimeExpression, When

# Words of these that no calendar has, "31 February", are no date; nor are their parts, as "Tuesday" in "Super Tuesday".
_WHOLE_OR_NOTHING = frozenset({"calendar", "iso", "slash", "quarter", "eponym"})
_ONLY_LIKE = re.compile(r"-(?:themed|style|inspired|related|like|loving|colou?red)\b")
"""What only has to do with a day: "a Thanksgiving-themed event"."""
_WHOLE = re.compile(r"P(\d+)([DWMY])")


def times(batch: Batch) -> list[tuple[TimeExpression, ...]]:
    """Return each article's time expressions, in the order of the text, never overlapping."""
    return [of_their_books(draft.article.text, tuple(_times(draft))) for draft in batch]


def _times(draft: Draft) -> Iterator[TimeExpression]:
    bearers, text = month_bearers(draft.doc), draft.article.text
    days = publication(draft.article.published)
    contexts = [Context(text, draft.doc, day, grammar().lexicon, bearers=bearers) for day in days]
    tokens, places = matches(text)
    end = 0
    for here in places:
        if here[0].first < end:
            continue
        for match in here:
            if resolved := _agreed(match, tokens, contexts):
                yield _expression(match, resolved, tokens, text)
                end = match.last
                break
            if match.rule.reading in _WHOLE_OR_NOTHING:
                end = match.last
                break


def publication(published: When | None) -> tuple[date | None, ...]:
    """Return the day that expressions count from; for an interval its first and last day, and None for neither.

    >>> publication(When("2017-12", "month", "given"))
    (datetime.date(2017, 12, 1), datetime.date(2017, 12, 31), None)
    """
    if published is None or "X" in published.value:
        return (None,)
    first, _, last = published.value.rstrip("~?%").partition("/")
    days = _bounds(first), _bounds(last or first)
    if days[0] is None or days[1] is None:
        return (None,)
    early, late = days[0][0], days[1][1]
    return (early,) if early == late else (early, late, None)


def _bounds(value: str) -> tuple[date, date] | None:
    """Return the first and last day of a year, a month or a day."""
    parts = value[:10].split("-")
    if not all(part.isdecimal() for part in parts):
        return None
    size: Size = "Y" if len(parts) == 1 else "M" if len(parts) == 2 else "D"
    day = valid(*(int(part) for part in (*parts, "1", "1")[:3]))
    return Point(size, day).bounds() if day else None


def _agreed(match: Match, tokens: list[Piece], contexts: list[Context]) -> Resolved | None:
    """Return what the words stand for: where publication is an interval, what its two ends agree on."""
    places = [Found(match, context, tokens) for context in contexts]
    each = [_read(found) for found in places]
    for found, resolved in zip(places, each, strict=True):
        if resolved is not None:
            remember(found, resolved)
    ends = each[: max(1, len(each) - 1)]
    first, last = ends[0], ends[-1]
    if first is None or last is None or first.value != last.value:
        return each[-1]
    return first if first.when == last.when else replace(first, when=_spanning(first.when, last.when), point=None)


def _spanning(early: When | None, late: When | None) -> When | None:
    """Return the interval that holds both readings of one expression, None where one of them is open."""
    if early is None or late is None:
        return None
    if early.value == late.value:
        return early
    start, end = early.value.partition("/")[0], late.value.rpartition("/")[2]
    return None if ".." in (start, end) else When(f"{start}/{end}", "interval", early.basis)


def _read(found: Found) -> Resolved | None:
    if (found.match.rule.reading not in _WHOLE_OR_NOTHING and _is_title(found)) or any(
        check(found) for check in (_runs_on, _joins, _is_verb, _names_a_group, _names_somebody)
    ):
        return None
    try:
        resolved = READINGS[found.match.rule.reading](found)
        return _narrowed(found, resolved) if resolved is not None and found.has("mod") else resolved
    except OverflowError:  # "in 9,000 years": outside the calendar, so not resolved
        return None


def _narrowed(found: Found, resolved: Resolved) -> Resolved:
    """Return the date with its interval drawn in to the part the words name: "late 2012", "in mid-May"."""
    which = found.value("mod", "mod")
    which = which if which.isupper() else found.value("mod", "edge")
    part = resolved.point.part(which) if resolved.point is not None and resolved.type == "DATE" else None
    if part is None or resolved.when is None:
        return resolved
    return replace(resolved, when=When(part, "interval", resolved.when.basis))


def _names_a_group(found: Found) -> bool:
    """Whether a day without a year is a name: "the June 9 movement"."""
    if found.match.rule.reading != "calendar" or found.has("y") or found.has("w"):
        return False
    return is_name_of_group(found.context.text, found.start, found.end, found.context.before(found.start))


def _names_somebody(found: Found) -> bool:
    """Whether a month alone is the name of somebody in the report: "May launched the plan"."""
    if found.match.last - found.match.first > 1:
        return False
    token = found.context.token(found.tokens[found.match.first])
    return token is not None and token.text in found.context.bearers and not is_month(token)


def _joins(found: Found) -> bool:
    """Whether "that" opens a clause: "noted that Tuesday is the deadline", not "died that Tuesday"."""
    if found.tokens[found.match.first].word != "that":
        return False
    token = found.context.token(found.tokens[found.match.first])
    return token is not None and token.tag_ == "IN"


def _is_verb(found: Found) -> bool:
    """Whether "last" is what something does: "the trial will last four months"."""
    token = found.context.token(found.tokens[found.match.first])
    return token is not None and token.lower_ == "last" and token.pos_ == "VERB"


def _runs_on(found: Found) -> bool:
    """Whether the words go on in a compound that is no time: "quarter-to-quarter", "year-end"."""
    text, end = found.context.text, found.end
    last = found.tokens[found.match.last - 1].word
    if _ONLY_LIKE.match(text, end):
        return True
    if text[end : end + 1] != "-" or not text[end + 1 : end + 2].isalpha() or text[end + 1 : end + 4] == "old":
        return False
    return ("unit", last) in found.context.lexicon.values


def _is_title(found: Found) -> bool:
    """Whether capitals make it a name: "60 Minutes", "This Week", "USA Today"."""
    first, *rest = found.match.first, *range(found.match.first + 1, found.match.last)
    text = found.context.text
    capital = [i for i in (first, *rest) if text[found.tokens[i].start].isupper() and not _has_capital(found, i)]
    if not capital or text[found.start : found.end].isupper():
        return False
    opens = _opens(text, found.start)
    if opens and all(_is_loud(text[found.tokens[i].start : found.tokens[i].end]) for i in capital):
        return False  # "TWO YEARS ago", as the first words of a report
    return capital != [first] or not opens


def _is_loud(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _has_capital(found: Found, index: int) -> bool:
    """Whether the word is one that English writes with a capital anyway."""
    word = found.tokens[index].word
    clock = ("ampm", word) in found.context.lexicon.values  # "10 AM"
    zone = found.tokens[index] in found.match.captured.get("zn", ())  # "10 a.m. Eastern Standard Time"
    return clock or zone or found.match.rule.reading in ("holiday", "decade") or found.context.lexicon.capital(word)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence, a line or a quotation starts here."""
    before = text[:start].rstrip(" ")[-1:]
    return before in "" or before in ".!?:;\n\"“”‘’'`-–—_()/"


def _expression(match: Match, resolved: Resolved, tokens: list[Piece], text: str) -> TimeExpression:
    span = Span(tokens[match.first].start, tokens[match.last - 1].end)
    clue = resolved.clue or (_gap(resolved.value, text[span.end : span.end + 8]) if resolved.type == "DURATION" else "")
    return TimeExpression(span, resolved.type, resolved.value, resolved.when, clue)


def _gap(value: str, after: str) -> str:
    """Return the clue of a duration that measures from a happening: "three days" in "three days after"."""
    said = after.split()[:1]
    length = _WHOLE.fullmatch(value)
    return f"gap:{length[2]}:{length[1]}:{said[0]}" if length and said and said[0] in ("after", "before") else ""


COMPONENT = Component("times", frozenset({"sentences"}), "times", times)
