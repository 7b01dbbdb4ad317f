"""What reports of one happening say together: days between two happenings, and look-backs from later reports."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from onrecord.model import NAMED_KINDS, Annotated, Span
from onrecord.relate.dating_clues import Clues, MonthDay, Printed, Weekday
from onrecord.relate.dating_likelihood import Calendar, Scores

# Two sentences speak of one happening when they share this many names; a look-back shares more, words included.
_SHARED_NAMES = 2
_SHARED_ALL = 6
_COMMON = frozenset(
    {"according", "during", "before", "because", "should", "through", "against", "another", "president"}
)
_SHARED_WORDS = 2
# How much likelier the reports are when such a link holds than when it does not, as a logarithm (about 60 to 1).
_LINK_WEIGHT = 4.1
# A look-back weighs more: that the two stories are related has been found on other grounds already.
_LOOK_BACK_WEIGHT = 7.0


@dataclass(frozen=True, slots=True)
class Chain:
    """ "14 December" in one report is so many days before the weekday that another report names."""

    month_day: MonthDay
    weekday: Weekday
    days: int
    words: str
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LookBack:
    """A later report that prints the date of this story's happening: "In December 2017, ..."."""

    article: str
    printed: Printed
    words: str


def chains(reports: Sequence[Clues]) -> Iterator[Chain]:
    """Yield the links between days that one report counts and dates that another prints."""
    dated = [(report, day) for report in reports for day in report.month_days if day.way != "future"]
    for report in reports:
        for gap in report.gaps:
            weekday = _weekday_told(report, gap.span)
            names = names_in(report.article, report.article.sentence_of(gap.span))
            for other, day in dated if weekday else ():
                shared = names & names_in(other.article, other.article.sentence_of(day.span))
                if weekday is not None and len(shared) >= _SHARED_NAMES:
                    yield Chain(day, weekday, gap.days, day.span.of(other.article.article.text), frozenset(shared))


def _weekday_told(report: Clues, before: Span) -> Weekday | None:
    """Return the weekday of the happening that the gap counts from: the last told before it in a past clause."""
    told = [w for w in report.weekdays if w.span.start < before.start and w.way in ("past", "unknown")]
    return told[0] if told else None


def chain_scores(chain: Chain, calendar: Calendar) -> Scores:
    """Return the scores of one link: high where the calendar lets it hold."""
    last_weekday = calendar.days - (calendar.weekdays - chain.weekday.number) % 7
    start = (last_weekday - chain.days).tolist()
    fits = [_is_day(ordinal, chain.month_day) for ordinal in start]
    return np.where(np.array(fits), _LINK_WEIGHT, 0.0)


def recent_scores(report: Clues, chain: Chain, calendar: Calendar) -> Scores:
    """Return the scores of "two calls in the past four days": the first of the chain's days is no further back."""
    scores = np.zeros(len(calendar.days))
    for recent in report.recent:
        names = names_in(report.article, report.article.sentence_of(recent.span))
        if len(names & chain.names) >= _SHARED_NAMES:
            back = [
                any(_is_day(day - n, chain.month_day) for n in range(recent.days + 1)) for day in calendar.days.tolist()
            ]
            scores += np.where(np.array(back), _LINK_WEIGHT, 0.0)
    return scores


def _is_day(ordinal: int, day: MonthDay) -> bool:
    found = date.fromordinal(ordinal)
    return (found.month, found.day) == (day.month, day.day)


def look_backs(story: Sequence[Clues], others: Iterable[Clues]) -> Iterator[LookBack]:
    """Yield later reports that tell this story's happening as past, with its month or day printed."""
    lead = [_lead(report.article) for report in story]
    for other in others:
        for printed in other.printed:
            if printed.way != "past" or (printed.last - printed.first).days > 31:
                continue
            sentence = other.article.sentence_of(printed.span)
            names, words = names_in(other.article, sentence), _words(other.article, sentence)
            if any(_same(names, words, *one) for one in lead):
                yield LookBack(other.article.article.id, printed, printed.span.of(other.article.article.text))


def look_back_scores(look_back: LookBack, calendar: Calendar) -> Scores:
    """Return the scores of one look-back: publication is within or just after the date it prints."""
    first, last = look_back.printed.first.toordinal(), look_back.printed.last.toordinal() + 7
    return np.where((calendar.days >= first) & (calendar.days <= last), _LOOK_BACK_WEIGHT, 0.0)


def _same(names: set[str], words: set[str], lead_names: set[str], lead_words: set[str]) -> bool:
    shared_names, shared_words = len(names & lead_names), len((words - names) & lead_words)
    enough = shared_names >= _SHARED_NAMES and shared_words >= _SHARED_WORDS
    return enough and shared_names + shared_words >= _SHARED_ALL


def _lead(annotated: Annotated) -> tuple[set[str], set[str]]:
    """Return the names and words of the headline and the first sentences, which tell what the report is of."""
    sentences = annotated.sentences[:4]
    if not sentences:
        return set(), set()
    span = Span(sentences[0].start, sentences[-1].end)
    return names_in(annotated, span), _words(annotated, span)


def names_in(annotated: Annotated, span: Span) -> set[str]:
    """Return the last words of the names that a stretch of text mentions, pronouns resolved."""
    return {
        [word for word in mention.name.split() if word[:1].isupper()][-1].lower()
        for mention in annotated.mentions
        if span.contains(mention.span) and mention.is_named and mention.kind in NAMED_KINDS
    }


def _words(annotated: Annotated, span: Span) -> set[str]:
    words = {word.strip(".,;:!?\"'“”‘’()").lower() for word in span.of(annotated.article.text).split()}
    return {word for word in words if len(word) > 5} - _COMMON
