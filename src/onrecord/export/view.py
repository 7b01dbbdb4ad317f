"""The answer arranged for a reader: one view a story, shared by the terminal, Markdown and HTML."""

from collections.abc import Iterable
from itertools import groupby

from onrecord.compare.values import days
from onrecord.export.agreement import claims
from onrecord.export.cited import Report, counted
from onrecord.export.clocks import reported
from onrecord.export.dates import said_date
from onrecord.export.desk import Desk
from onrecord.export.lines import ChangeLine, ContactLine, PromiseLine, StoryNews, StoryView, TimelineLine
from onrecord.export.said import statements
from onrecord.export.timeline import background_before, is_background, timeline
from onrecord.model import (
    Brief,
    Change,
    ClaimValue,
    Contact,
    Event,
    Promise,
    Story,
)

SINCE_DAYS = 31
"""Two contacts further apart are not told as following on each other."""


def story_views(brief: Brief) -> list[StoryView]:
    """Return one view a story, stories with more reports first, ties in input order."""
    desk = Desk(brief)
    views = [_story(desk, story) for story in brief.collection.stories]
    return sorted(views, key=lambda v: (-len(v.reports), min((r.number for r in v.reports), default=0)))


def story_news(brief: Brief, changes: Iterable[Change]) -> list[StoryNews]:
    """Return what is new by story; the changes come ordered by story."""
    desk = Desk(brief)
    found = []
    for story, group in groupby(changes, key=lambda change: change.story):
        mine = list(group)
        told = tuple(ChangeLine(c, desk.words(c.passages)) for c in mine if c.verdict != "single")
        found.append(StoryNews(desk.titles.get(story or "", "No story"), told, len(mine) - len(told)))
    return found


def summary(brief: Brief) -> str:
    """Say in one line what was read.

    >>> from onrecord.model import Collection
    >>> summary(Brief(Collection(())))
    '0 reports, 0 stories, none declined'
    """
    declined = counted(len(brief.declined), "source") + " declined" if brief.declined else "none declined"
    stories = len(brief.collection.stories)
    reports = counted(len(brief.collection.articles), "report")
    return f"{reports}, {stories} {'story' if stories == 1 else 'stories'}, {declined}"


def _since(earlier: Iterable[Contact], contact: Contact) -> str:
    """Say how many days after the last contact between the same parties a contact was, both known to the day."""
    this = days(contact.when)
    if this is None or contact.when is None or contact.when.precision != "day":
        return ""
    before = [
        (found[0], c)
        for c in earlier
        if set(c.parties) == set(contact.parties) and (found := days(c.when)) and c.when and c.when.precision == "day"
    ]
    if not before:
        return ""
    day, last = before[-1]
    gap = (this[0] - day).days
    medium = "call" if last.medium == "phone" else last.medium or "contact"
    return f"{counted(gap, 'day')} after the {medium} before" if 0 < gap <= SINCE_DAYS else ""


def _story(desk: Desk, story: Story) -> StoryView:
    reports = tuple(desk.reports[a] for a in story.articles)
    return StoryView(
        story=story,
        reports=reports,
        related=_related(desk, story),
        timeline=_timeline(desk, story, reports),
        claims=claims(desk, story, reports),
        statements=statements(desk, reports),
        contacts=_contacts(desk, [c for c in desk.brief.contacts if c.story == story.id]),
        promises=tuple(_promise(desk, p) for p in desk.brief.promises if p.story == story.id),
        links=tuple(_links(desk, story)),
    )


def _related(desk: Desk, story: Story) -> tuple[tuple[str, str], ...]:
    """Return the titles of stories like this one, those with one reason together."""
    titles: dict[str, list[str]] = {}
    for other in story.related:
        titles.setdefault(other.reason, []).append(desk.titles.get(other.story, other.story))
    return tuple(("”, “".join(found), reason) for reason, found in titles.items())


def _timeline(desk: Desk, story: Story, reports: Iterable[Report]) -> tuple[TimelineLine, ...]:
    """Return the timeline, the story's own happenings before what is background to them."""
    before = background_before(r.annotated.article for r in reports)
    told = timeline(desk.brief.collection.events, story, desk.articles)
    lines = (_happening(desk, e, is_background(e, before)) for e in told)
    return tuple(sorted(lines, key=lambda line: line.background))


def _happening(desk: Desk, event: Event, background: bool) -> TimelineLine:
    when = event.when or event.bound
    basis = when.basis if when else "no report says when"
    others = _tell_otherwise(desk, event)
    behind = tuple(p for p in event.told_by if p.article not in others)
    first = reported(behind, desk.published)
    told = f"first {said_date(first)}" if first else ""
    return TimelineLine(event, said_date(when), basis, desk.words(behind), told, background)


def _tell_otherwise(desk: Desk, event: Event) -> set[str]:
    """Return the reports that give another value than one that an event's line gives: eight years, not seven."""
    others: set[str] = set()
    for claim in desk.differing.get(event.id, ()):
        said = [v for v in claim.values if any(w.text in event.what for w in desk.words_of(v))]
        if len(said) == 1:
            own = _givers(said[0])
            others |= {article for value in claim.values for article in _givers(value)} - own
    return others


def _givers(value: ClaimValue) -> set[str]:
    return {account.passage.article for account in value.accounts}


def _contacts(desk: Desk, contacts: list[Contact]) -> tuple[ContactLine, ...]:
    """Return the ledger, each contact with how long it came after the one before between the same parties."""
    return tuple(_contact(desk, c, _since(contacts[:n], c)) for n, c in enumerate(contacts))


def _contact(desk: Desk, contact: Contact, since: str) -> ContactLine:
    counts = ((f"{c.found} of {c.told} listed here", desk.words([c.passage])[0]) for c in contact.counts)
    readouts = ((hand, desk.words(passages)) for hand, passages in contact.readouts)
    words = desk.words(contact.mentions)
    return ContactLine(contact, said_date(contact.when), words, tuple(counts), tuple(readouts), since)


def _promise(desk: Desk, promise: Promise) -> PromiseLine:
    return PromiseLine(promise, said_date(promise.when), desk.words(promise.mentions), desk.words(promise.outcome))


def _links(desk: Desk, story: Story) -> Iterable[str]:
    for link in desk.brief.collection.links:
        if link.source in story.articles:
            source, target = desk.reports[link.source], desk.reports[link.target]
            yield f"[{source.number}] {link.kind} [{target.number}]: {link.reason}"
