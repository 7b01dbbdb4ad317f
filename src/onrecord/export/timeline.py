"""Which events a story's timeline shows, and in which order."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from onrecord.model import Annotated, Article, Event, Story
from onrecord.relate.event_line import OMITTED
from onrecord.relate.event_words import base, trigger_words

UNTYPED = "OTHER"
_NAMED = re.compile(r"(?:The|An?|[A-Z]\w+[’']s?) (?!.*\[).*\b[A-Z\d]")
_WORD = re.compile(r"\w+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


# How far the opening of a report reaches.
_OPENING_CHARS = 700
_LEAD_CHARS, _LEAD_WORDS = 200, 6  # how far what a report leads with reaches; fewer words tell too little
_LEAST_WORDS = 4
_NEWS = timedelta(days=7)  # how long after a happening a report that leads with it brings it as news
BACKGROUND_DAYS = 60
"""What ended longer before a story's first report than this is its background."""


def timeline(events: Iterable[Event], story: Story, articles: Mapping[str, Annotated]) -> list[Event]:
    """Return a story's happenings in order of time, what was past by a day before what is of that day, then the rest.

    An event is shown when two of these hold: it is of a known type, a report dates it, two reports tell it; also what
    a report leads with in a whole clause, of a known type, of a day of the week before it was published, or as several
    reports lead with it or have it for a headline, and where there is one report alone, what it opens with, of a known
    type.
    What no clause tells, but a name ("the 2023 raid on Selm"), needs all three, or the opening. What is only supposed
    is left out, a plan without a date, what one report tells in a word or two ("the news came") or in its headline, and
    what another line says already: undated, or of the same date.
    """
    told = (one for event in events for one in (event, *event.besides))
    mine = [
        e for e in told if e.story == story.id and e.modality != "hypothetical" and _worth_a_line(e, story, articles)
    ]
    return sorted(_without_repeats(mine), key=lambda e: (not _start(e), _start(e), bool(e.when), -_reports(e), e.id))


def _without_repeats(events: list[Event]) -> list[Event]:
    kept: list[Event] = []
    for event in sorted(
        events, key=lambda e: (e.when is None, -len(e.what), e.modality != "actual", -_reports(e), e.id)
    ):
        if not any(_repeats(event, other) for other in kept):
            kept.append(event)
    return kept


def _repeats(event: Event, other: Event) -> bool:
    if event.when is None:
        return event.what.lower() in other.what.lower()
    return event.when == other.when and _words(event) <= _words(other)


def _words(event: Event) -> set[str]:
    return set(_WORD.findall(event.what.lower()))


def background_before(articles: Iterable[Article]) -> str:
    """Return the ISO day before which what happened is background to reports of these days; "" when none is dated."""
    days = (_DAY.match(a.published.value) for a in articles if a.published is not None)
    known = sorted(day[0] for day in days if day)
    return (date.fromisoformat(known[0]) - timedelta(days=BACKGROUND_DAYS)).isoformat() if known else ""


def is_background(event: Event, before: str) -> bool:
    """Whether an event ended before an ISO day; an undated one did not.

    The digits compare as text: "2014" and "2014-03" end before "2014-04-01" as far as anybody says, "199X" in 1999.
    """
    if event.when is None or not before:
        return False
    end = re.sub(r"(?<=\d)X", "9", event.when.value.rpartition("/")[2])
    return end[:4].isdecimal() and end[: len(before)] < before[: len(end)]


def _worth_a_line(event: Event, story: Story, articles: Mapping[str, Annotated]) -> bool:
    typed = event.type != UNTYPED
    alone = typed and len(story.articles) == 1 and any(m.span.start < _OPENING_CHARS for m in event.told_by)
    if event.modality == "planned" and event.when is None:
        return False
    words = len(_WORD.findall(event.what))
    if words < (_LEAST_WORDS if _reports(event) == 1 else _LEAST_WORDS - 1 - typed):
        return False
    if _reports(event) == 1 and _is_headline(event, articles):
        return False
    if not event.tells:
        twice = typed and event.when is not None and _reports(event) > 1
        return (twice or alone) and bool(_NAMED.match(event.what))
    lead = _is_lead(event) and (typed or _is_main(event, articles) or _is_news(event, articles))
    return alone or lead or typed + (event.when is not None) + (_reports(event) > 1) >= 2


def _is_headline(event: Event, articles: Mapping[str, Annotated]) -> bool:
    """Whether the words are the report's headline, which it is listed with anyway."""
    titles = (articles[m.article].article.title or "" for m in event.told_by if m.article in articles)
    told = _WORD.findall(event.what.lower())
    return any(told == _WORD.findall(title.lower()) for title in titles)


def _is_lead(event: Event) -> bool:
    """Whether a report leads with it, in a clause that is whole."""
    whole = OMITTED not in event.what and len(event.what.split()) >= _LEAD_WORDS
    return whole and any(m.span.start < _LEAD_CHARS for m in event.told_by)


def _is_news(event: Event, articles: Mapping[str, Annotated]) -> bool:
    """Whether a report that leads with it has it done on a day of the week before it was published."""
    if event.modality != "actual" or event.when is None or not _DAY.fullmatch(event.when.value):
        return False
    happened = date.fromisoformat(event.when.value)
    told = (articles[m.article].article for m in event.told_by if m.article in articles and m.span.start < _LEAD_CHARS)
    days = (a.published.value for a in told if a.published is not None and _DAY.fullmatch(a.published.value))
    return any(timedelta(0) <= date.fromisoformat(day) - happened <= _NEWS for day in days)


def _is_main(event: Event, articles: Mapping[str, Annotated]) -> bool:
    """Whether two reports tell it, and both lead with it or one that does has a word of it in a headline."""
    if _reports(event) == 1 or event.modality != "actual":
        return False
    told = [m for m in event.told_by if m.article in articles]
    titles = {base(w) for m in told for w in _WORD.findall(articles[m.article].article.title or "")}
    words = [trigger_words(m.span.of(articles[m.article].article.text)) for m in told]
    leading = {m.article for m in event.told_by if m.span.start < _LEAD_CHARS}
    return len(leading) > 1 or any(not titles.isdisjoint(found) for found in words)


def _reports(event: Event) -> int:
    return len({m.article for m in event.told_by})


def _start(event: Event) -> str:
    """Return what to sort by; of "before X" the X, of what lasted beyond its month the end; unknown years last.

    "" where nobody tells, nor the tense against the day of a report.
    """
    when = event.when or event.bound
    if when is None:
        return ""
    start, _, end = when.value.removeprefix("../").removeprefix("/").partition("/")
    return end if end[:1].isdecimal() and end[:7] != start[:7] else start
