"""Publication dates with the date hidden: what the reports themselves, their addresses and each other still give.

a row's own date is hidden, and
with addresses     every other row's too, but addresses stay: what the command line has of rows without dates
text alone         every other row's too, and addresses: what the words of a story hold together
others dated       the other reports of its story keep theirs
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from evaluation.gate import Row, gold_rows
from onrecord.annotate import sentences
from onrecord.annotate.component import Component, Draft
from onrecord.annotate.entities import component as entities
from onrecord.annotate.parse import parse
from onrecord.annotate.pipeline import run
from onrecord.annotate.times import component as times
from onrecord.model import Annotated, Article, Story, When
from onrecord.read.dating import in_address
from onrecord.relate.dating import date_articles

# Rows whose recorded date is the day they were collected: the eight of one outlet, all recorded within five days of
# November 2017, though they report, and some print, days up to twenty months before.
COLLECTED = frozenset(
    {
        "fivew-da1d344cd166",
        "fivew-6233dadf09fd",
        "fivew-666122ed40ce",
        "fivew-856d5e49e63d",
        "fivew-1d6a1d7d6226",
        "fivew-e34a730f623b",
        "fivew-1b031a941a53",
        "fivew-587140c4f72a",
    }
)
_LAYERS: tuple[Component, ...] = (sentences.COMPONENT, entities.COMPONENT, times.COMPONENT)


def recorded(rows: Sequence[Row]) -> dict[str, date]:
    """Return the days to find, by row, without those of collection and those that the row's own address contradicts."""
    days = {r["id"]: date.fromisoformat(r["published"][:10]) for r in rows if r.get("published")}
    address = {r["id"]: in_address(r.get("url") or "") for r in rows}
    return {
        name: day
        for name, day in days.items()
        if name not in COLLECTED and ((there := address[name]) is None or holds(there, day))
    }


def undated(rows: Sequence[Row]) -> list[Annotated]:
    """Return the rows read without their dates, with the layers that dating reads."""
    articles = [Article(row["id"], row["id"], row["text"]) for row in rows]
    return [draft.finished() for draft in run([Draft(article, doc) for article, doc in parse(articles, 16)], _LAYERS)]


def stories_of(rows: Sequence[Row]) -> list[Story]:
    """Return the stories as they are labelled."""
    groups: dict[str, list[str]] = {}
    for row in rows:
        groups.setdefault(row["story"], []).append(row["id"])
    return [Story(name, name, tuple(members)) for name, members in sorted(groups.items())]


def with_addresses(rows: Sequence[Row], articles: Sequence[Annotated], stories: Sequence[Story]) -> dict[str, When]:
    """Return the dates that addresses give, and those inferred from words beside them."""
    there = {row["id"]: when for row in rows if (when := in_address(row.get("url") or ""))}
    return there | date_articles([_dated(each, there.get(each.article.id)) for each in articles], stories)


def others_dated(days: Mapping[str, date], articles: Sequence[Annotated], stories: Sequence[Story]) -> dict[str, When]:
    """Return each dated row's date inferred while the other reports of its story keep theirs."""
    by_id = {each.article.id: each for each in articles}
    known = {name: _dated(each, _day(days.get(name))) for name, each in by_id.items()}
    found: dict[str, When] = {}
    for story in stories:
        for name in (each for each in story.articles if each in days):
            group = [by_id[name] if other == name else known[other] for other in story.articles]
            if when := date_articles(group, [story]).get(name):
                found[name] = when
    return found


def _dated(annotated: Annotated, when: When | None) -> Annotated:
    return replace(annotated, article=replace(annotated.article, published=when))


def _day(day: date | None) -> When | None:
    return When(day.isoformat(), "day", "given") if day else None


def holds(when: When, day: date) -> bool:
    """Return whether a date agrees with the true day: within one day where it is given to the day.

    >>> holds(When("2017-12-17", "day", ""), date(2017, 12, 18))
    True
    >>> holds(When("2018-01/..", "interval", ""), date(2017, 5, 1))
    False
    >>> holds(When("2017-12", "month", ""), date(2017, 12, 18))
    True
    """
    first, _, last = when.value.partition("/")
    if when.precision == "month":
        return day.isoformat().startswith(first)
    if not last:
        return abs((date.fromisoformat(first) - day).days) <= 1
    text = day.isoformat()
    return text[: len(first)] >= first and (last == ".." or text[: len(last)] <= last)


def kind(when: When | None) -> str:
    """Return how a date is given: "day", "week", "month", "interval", "bound" or "none"."""
    if when is None:
        return "none"
    return "bound" if ".." in when.value else when.precision


def lines(name: str, days: Mapping[str, date], found: Mapping[str, When]) -> Iterator[str]:
    """Yield, for days and weeks, the share that is given and the share of those that holds, then the other kinds."""
    given = Counter(kind(found.get(each)) for each in days)
    right = Counter(kind(found[each]) for each in days if each in found and holds(found[each], days[each]))
    for each, held in (("day", "within a day"), ("week", "inside the week")):
        yield share(f"{name}, to the {each}", given[each], len(days))
        yield share(f"{name}, {held}", right[each], given[each])
    rest = ", ".join(f"{each} {right[each]} of {given[each]} right" for each in ("month", "interval", "bound"))
    yield f"  ({rest}; none {given['none']})"


def share(name: str, part: int, whole: int) -> str:
    """Return one line of a table: a share in percent and the counts behind it."""
    return f"{name:44}{100 * part / max(whole, 1):6.1f}  ({part} of {whole})"


def table(path: Path) -> str:
    """Return the whole table."""
    rows = gold_rows(path)
    days, articles, stories = recorded(rows), undated(rows), stories_of(rows)
    found = {
        "with addresses": with_addresses(rows, articles, stories),
        "text alone": date_articles(articles, stories),
        "others dated": others_dated(days, articles, stories),
    }
    return "\n".join(line for name, dates in found.items() for line in lines(name, days, dates))
