"""Publication dates of reports that print none: from their words, and from other reports of the same happening."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from onrecord.model import Annotated, Story, When
from onrecord.relate.dating_clues import Clues, read_clues
from onrecord.relate.dating_likelihood import Calendar, Scores, likelihood
from onrecord.relate.dating_links import (
    Chain,
    LookBack,
    chain_scores,
    chains,
    look_back_scores,
    look_backs,
    recent_scores,
)

# Days and weeks that are given hold with this probability by the tables; by cross-validation over stories 95 in 100
# of the days are then within one day (evaluation/published_dates.py).
_SURE = 0.85
# The same for a day where another report of the time has its date given, not inferred.
_SURE_BESIDE_GIVEN = 0.7
# What the days around a day may hold less than the likeliest three, where the day itself is likelier than their middle.
_NEARLY = 0.1
# Intervals of more than a week, and bounds drawn in, hold with this one.
_BOUNDS_SURE = 0.95
# Reports of one happening: the share published so many days before, or after, each other (0 to 7), the rest anywhere.
_TOGETHER = (0.52, 0.095, 0.055, 0.015, 0.02, 0.01, 0.01, 0.005)
# A report that puts less than this on its likeliest month says nothing about its neighbours' days.
_TELLING = 0.5
# The years that come into question reach this far around the years that the reports print.
_YEARS_AFTER = 8


def date_articles(articles: Sequence[Annotated], stories: Sequence[Story] = ()) -> dict[str, When]:
    """Return the inferred publication date of every article without one, by article id.

    Articles about which the reports hold too little are left out; no year is given that the reports do not
    print or fix by the calendar. `stories` says which articles report one happening; without it each
    article stands alone.
    """
    clues = {annotated.article.id: read_clues(annotated) for annotated in articles}
    found: dict[str, When] = {}
    for group, related in _groups(articles, stories):
        story = [clues[id] for id in group]
        others = [clues[id] for id in related if id in clues]
        if any(report.article.article.published is None for report in story):
            found |= _date_story(story, others)
    return found


def _groups(articles: Sequence[Annotated], stories: Sequence[Story]) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Yield the articles of each happening, and those of the happenings related to it, which may look back on it."""
    known = {annotated.article.id for annotated in articles}
    by_id = {story.id: story for story in stories}
    seen: set[str] = set()
    for story in stories:
        if group := tuple(id for id in story.articles if id in known and id not in seen):
            seen.update(group)
            yield group, [id for near in story.related if near.story in by_id for id in by_id[near.story].articles]
    yield from (((annotated.article.id,), []) for annotated in articles if annotated.article.id not in seen)


@dataclass(frozen=True, slots=True)
class _Happening:
    """The reports of one happening and what links their days; `shared` scores every day by those links."""

    reports: Sequence[Clues]
    chains: Sequence[Chain]
    look_backs: Sequence[LookBack]
    calendar: Calendar
    shared: Scores


def _happening(reports: Sequence[Clues], related: Sequence[Clues]) -> _Happening | None:
    """Return the reports with their links; None when none of them prints a year."""
    links, backs = list(chains(reports)), list(look_backs(reports, related))
    calendar = _calendar(reports, backs)
    if calendar is None:
        return None
    shared = np.zeros(len(calendar.days))
    for link in links[:1]:
        shared += chain_scores(link, calendar)
    for back in backs[:1]:
        shared += look_back_scores(back, calendar)
    return _Happening(reports, links, backs, calendar, shared)


def _date_story(reports: Sequence[Clues], related: Sequence[Clues]) -> Mapping[str, When]:
    happening = _happening(reports, related)
    if happening is None:
        return {}
    own = [likelihood(report, happening.calendar) for report in reports]
    for link in happening.chains[:1]:
        own = [scores + recent_scores(r, link, happening.calendar) for scores, r in zip(own, reports, strict=True)]
    alone = [_posterior(scores) for scores in own]
    told = [each if _tells(each, happening.shared) else np.zeros(len(each)) for each in alone]
    everybody = np.sum(told, axis=0)
    found = {}
    for report, scores, mine in zip(reports, own, told, strict=True):
        if report.article.article.published is None:
            near = _together(everybody - mine)
            if when := _answer(report, _posterior(scores + happening.shared + near), happening):
                found[report.article.article.id] = when
    return found


def _calendar(reports: Sequence[Clues], backs: Sequence[LookBack]) -> Calendar | None:
    """Return the days in question, None when no report prints a year."""
    years = [p.first.year for report in reports for p in report.printed] + [b.printed.first.year for b in backs]
    years += [report.given[0].year for report in reports if report.given]
    years += [int(report.folder.value[:4]) for report in reports if report.folder]
    if not years:
        return None
    latest = max(years)
    return Calendar.between(date(max(1, latest - _YEARS_AFTER), 1, 1), date(min(9998, latest + _YEARS_AFTER), 12, 31))


def _posterior(scores: Scores) -> Scores:
    weights: Scores = np.exp(scores - scores.max())
    weights /= weights.sum()
    return weights


def _together(others: Scores) -> Scores:
    """Return what the other reports of a happening, summed, say about one's day: near one of theirs, or anywhere.

    Their mean, not their product: reports of one happening that agree often have it from one another.
    """
    reports = others.sum()
    if reports < _TELLING:
        return np.zeros(len(others))
    own = np.clip(others / reports, 0.0, None)
    near = own * _TOGETHER[0]
    for days, share in enumerate(_TOGETHER[1:], start=1):
        near[days:] += own[:-days] * share
        near[:-days] += own[days:] * share
    rest = 1 - _TOGETHER[0] - 2 * sum(_TOGETHER[1:])
    scores: Scores = np.log(near + rest / len(own))
    return scores


def _tells(own: Scores, shared: Scores) -> bool:
    """Whether a report narrows its own day down, and not against the links: else it reports something else."""
    if np.convolve(own, np.ones(31)).max() < _TELLING:
        return False
    linked = np.convolve(shared >= shared.max() - 0.1, np.ones(61), mode="same") > 0
    return bool(own[linked].sum() > 0.01)


def _answer(report: Clues, posterior: Scores, happening: _Happening) -> When | None:
    """Return the finest date that is sure: a day, a week, a longer interval, else the bound that the text prints."""
    linked = bool(happening.chains or happening.look_backs)
    own = linked or bool(report.month_days) or any(p.first == p.last for p in report.printed)
    best = happening.calendar.day(int(posterior.argmax()))
    beside_given = any(other.given and _is_near(other, best) for other in happening.reports)
    sure = {3: _SURE_BESIDE_GIVEN if beside_given else _SURE, 7: _SURE}
    for days in (3, 7, 14, 31) if own and not report.folder else (3, 7):
        if window := _window(posterior, days, sure.get(days, _BOUNDS_SURE)):
            return _when(report, posterior, window, happening)
    return report.folder or _bound(report)


def _is_near(report: Clues, day: date) -> bool:
    """Whether the report was published within a month of a day."""
    return report.given is not None and abs((report.given[0] - day).days) <= 31


def _window(posterior: Scores, days: int, sure: float) -> tuple[int, int] | None:
    """Return the likeliest stretch of so many days, as indexes, when it holds enough of the probability."""
    mass = np.convolve(posterior, np.ones(days), mode="valid")
    start = int(mass.argmax())
    return (start, start + days - 1) if mass[start] >= sure else None


def _when(report: Clues, posterior: Scores, window: tuple[int, int], happening: _Happening) -> When:
    """Return the window as a date; of three days the likeliest that nearly as surely has the true day beside it."""
    days = window[1] - window[0] + 1
    middle = _likeliest(posterior, window) if days == 3 else int(posterior.argmax())
    best = happening.calendar.day(middle)
    basis = _basis(report, best, happening)
    if days == 3:
        return When(best.isoformat(), "day", basis)
    tight = next((found for size in range(2, days) if (found := _window(posterior, size, _BOUNDS_SURE))), window)
    first, last = (happening.calendar.day(i) for i in tight)
    return When(f"{first}/{last}", "week" if days == 7 else "interval", basis)


def _likeliest(posterior: Scores, window: tuple[int, int]) -> int:
    """Return the likeliest day of a window of which it and the days beside it hold nearly as much as the window."""
    held = posterior[window[0] : window[1] + 1].sum()
    near = [i for i in range(window[0], window[1] + 1) if posterior[max(0, i - 1) : i + 2].sum() >= held - _NEARLY]
    return max(near, key=lambda i: float(posterior[i]))


def _basis(report: Clues, best: date, happening: _Happening) -> str:
    """Return in plain words what the date rests on, the report's own words first."""
    text = report.article.article.text
    near = [p.span for p in report.printed if abs((p.first - best).days) <= 7 and p.first == p.last]
    near += [m.span for m in report.month_days if abs(m.month - best.month) <= 1] if not near else []
    weekdays = [w.span for w in report.weekdays if w.way == "past"]
    words = [" ".join(span.of(text).split()) for span in (*near[:1], *weekdays[:1])]
    parts = [report.folder.basis] if report.folder else []
    parts += [" and ".join(f"'{each}'" for each in words) + " in the text"] if words else []
    parts += [f"'{c.words}' is {c.days} days before a {_NAMES[c.weekday.number]}" for c in happening.chains[:1]]
    parts += [f"it is within '{r.span.of(text)}'" for r in report.recent[:1] if happening.chains]
    parts += [f"a later report looks back on '{back.words}'" for back in happening.look_backs[:1]]
    near_by = [r for r in happening.reports if r.given is None or _is_near(r, best)]
    if (others := len(near_by) - 1) > 0:
        parts.append(f"{others} other report{'s' if others > 1 else ''} of the same happening")
    return "inferred: " + "; ".join(parts)


_NAMES = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _bound(report: Clues) -> When | None:
    """Return the bound set by the latest month or day that the report tells as past; a year says too little."""
    past = [p for p in report.printed if p.way == "past" and (p.last - p.first).days <= 31 and p.standing != "changed"]
    if not past:
        return None
    latest = max(past, key=lambda p: p.first)
    if latest.first.year < max(p.first.year for p in report.printed if p.way != "future"):
        return None
    words = latest.span.of(report.article.article.text)
    near = ", near a new year" if any(time.clue == "holiday:newyear" for time in report.article.times) else ""
    if latest.first == latest.last:
        return When(f"{latest.first}/..", "interval", f"after '{words}' in the text{near}")
    after = latest.last + timedelta(days=1)
    return When(f"{after.isoformat()[:7]}/..", "interval", f"after '{words}', which the text looks back on{near}")
