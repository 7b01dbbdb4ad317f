"""The answer arranged for a reader: one view a story, shared by the terminal, Markdown and HTML."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.export.dates import said_date
from onrecord.export.timeline import background_before, is_background, timeline
from onrecord.model import (
    Annotated,
    Brief,
    Claim,
    ClaimKind,
    ClaimValue,
    Contact,
    Event,
    Passage,
    Promise,
    Span,
    Statement,
    Story,
    Verdict,
)

SYMBOLS: dict[Verdict, str] = {
    "conflict": "!",
    "update": "↑",
    "compatible": "~",
    "agree": "=",
    "undecided": "?",
    "single": "·",
}
"""Verdicts in the order in which a reader wants them, each with its symbol."""
KINDS: tuple[ClaimKind, ...] = ("count", "initiator", "date", "place", "thing", "modality", "actor", "recipient")
"""Kinds of slots in the order in which a reader wants them."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it is named in the answer: `number` counts from 1 over all reports read."""

    number: int
    annotated: Annotated

    @property
    def label(self) -> str:
        """The outlet, else the last part of what the user called the report."""
        article = self.annotated.article
        return article.outlet or article.ref.rstrip("/").rpartition("/")[2]

    @property
    def published(self) -> str:
        """When it was published, in words."""
        return said_date(self.annotated.article.published)


@dataclass(frozen=True, slots=True)
class Words:
    """Words to show, and where they stand. `text` is what the report says there, verbatim."""

    report: Report
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a claim: how it is shown, and the words of every account that gives it."""

    text: str
    words: tuple[Words, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report gives for a claim; none when it is silent."""

    report: Report
    words: tuple[Words, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A row of the agreement table."""

    claim: Claim
    what: str
    symbol: str
    values: tuple[Value, ...]
    cells: tuple[Cell, ...]

    @property
    def words(self) -> tuple[Words, ...]:
        """The words of every account."""
        return tuple(word for value in self.values for word in value.words)

    @property
    def support(self) -> str:
        """On how much the claim rests: outlets, origins, unknown."""
        return support(self.claim.outlets, self.claim.origins, self.claim.unknown)


_NOT = re.compile(r"\b(?:not|never|no|nobody|nothing|without|den(?:y|ies|ied|ying)|cannot)\b|n['’]t\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """A happening: when it happened, as far as is known, beside who reported it and when."""

    event: Event
    when: str
    basis: str
    words: tuple[Words, ...]
    background: bool

    @property
    def state(self) -> str:
        """What to add when it is not simply a thing that happened, with a space before it; a "not" says it already."""
        said = self.event.modality == "actual" or (self.event.modality == "denied" and _NOT.search(self.event.what))
        notes: list[str] = [] if said else [self.event.modality]
        notes += ["background"] if self.background else []
        return f" ({', '.join(notes)})" if notes else ""

    @property
    def reported(self) -> str:
        """When it was first reported, in words; empty when no report of it is dated."""
        days = [w.report.annotated.article.published for w in self.words]
        known = sorted((d for d in days if d is not None), key=lambda d: d.value)
        return f"first {said_date(known[0])}" if known else ""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """Who said what: one report's telling of it, and those of the other reports that have the same words."""

    statement: Statement
    report: Report
    content: tuple[Words, ...]
    cue: tuple[Words, ...]
    source: tuple[Words, ...]
    others: tuple["StatementLine", ...] = ()

    @property
    def text(self) -> str:
        """The words said, fragments joined by an ellipsis."""
        return " … ".join(w.text for w in self.content)

    @property
    def all_words(self) -> tuple[Words, ...]:
        """Source, cue and content, in every report that has them."""
        return (*self.content, *self.cue, *self.source, *(w for other in self.others for w in other.all_words))


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A row of the ledger of contacts."""

    contact: Contact
    when: str
    words: tuple[Words, ...]

    @property
    def who(self) -> str:
        """Who started it and with whom, or that nobody says who did."""
        contact = self.contact
        if contact.initiator is None:
            return f"{' and '.join(contact.parties)}; who started it is not said{self._state}"
        others = [p for p in contact.parties if p != contact.initiator]
        return f"{contact.initiator} to {contact.recipient or ' and '.join(others) or 'somebody'}{self._state}"

    @property
    def _state(self) -> str:
        return "" if self.contact.modality == "actual" else f" ({self.contact.modality})"

    @property
    def support(self) -> str:
        """On how much it rests."""
        return support(self.contact.outlets, len(self.contact.origins), self.contact.unknown)


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise, its words and what became of it."""

    promise: Promise
    when: str
    words: tuple[Words, ...]
    outcome: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """All that the answer says of one story. `related` pairs another story's title with the reason."""

    story: Story
    reports: tuple[Report, ...]
    related: tuple[tuple[str, str], ...]
    timeline: tuple[TimelineLine, ...]
    claims: tuple[ClaimLine, ...]
    statements: tuple[StatementLine, ...]
    contacts: tuple[ContactLine, ...]
    promises: tuple[PromiseLine, ...]
    links: tuple[str, ...]

    @property
    def left_out(self) -> tuple[tuple[Report, tuple[str, ...]], ...]:
        """For each report, the slots that at least two others give and it does not: silence, not disagreement."""
        shared = [line for line in self.claims if line.claim.outlets >= 2]
        found = ((r, tuple(line.claim.slot for line in shared if _silent(line, r))) for r in self.reports)
        return tuple((report, slots) for report, slots in found if slots)


def _is_said(statement: Statement) -> bool:
    """Whether a statement is somebody's, or words in quotation marks; what hearsay nobody stands for is left out."""
    return bool(statement.content) and (statement.speaker is not None or statement.mode != "indirect")


def _merged(lines: list[StatementLine]) -> StatementLine:
    """Return one line for tellings of the same words: the one that quotes most, then the longest."""
    best = max(lines, key=lambda line: (line.statement.mode != "indirect", len(line.text)))
    return replace(best, others=tuple(line for line in lines if line is not best))


def _silent(line: ClaimLine, report: Report) -> bool:
    return any(cell.report is report and not cell.words for cell in line.cells)


def support(outlets: int, origins: int, unknown: int) -> str:
    """Say on how much something rests.

    >>> support(7, 2, 1)
    '7 outlets, 2 origins, 1 unknown'
    """
    parts = [_counted(outlets, "outlet"), _counted(origins, "origin")]
    return ", ".join([*parts, f"{unknown} unknown"] if unknown else parts)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


class _Desk:
    """Looks up what the lines of one brief need."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        articles = brief.collection.articles
        self.reports = {a.article.id: Report(n, a) for n, a in enumerate(articles, start=1)}
        self.titles = {s.id: s.title for s in brief.collection.stories}
        self.events = {e.id: e for e in brief.collection.events}
        self.utterances = {(p.article, p.index): u.id for u in brief.collection.utterances for p in u.parts}

    def words(self, passages: Iterable[Passage]) -> tuple[Words, ...]:
        found = ((self.reports[p.article], p.span) for p in passages)
        return tuple(Words(r, s, s.of(r.annotated.article.text)) for r, s in found)

    def story(self, story: Story) -> StoryView:
        reports = tuple(self.reports[a] for a in story.articles)
        return StoryView(
            story,
            reports,
            tuple((self.titles.get(r.story, r.story), r.reason) for r in story.related),
            self.lines(story, reports),
            tuple(self.claim(c, reports) for c in _claims_of(self.brief.claims, story.id)),
            self.statements(reports),
            tuple(self.contact(c) for c in self.brief.contacts if c.story == story.id),
            tuple(self.promise(p) for p in self.brief.promises if p.story == story.id),
            tuple(self.links(story)),
        )

    def lines(self, story: Story, reports: Iterable[Report]) -> tuple[TimelineLine, ...]:
        """Return the timeline, the story's own happenings before what is background to them."""
        before = background_before(r.annotated.article for r in reports)
        lines = (self.timeline(e, is_background(e, before)) for e in timeline(self.brief.collection.events, story))
        return tuple(sorted(lines, key=lambda line: line.background))

    def timeline(self, event: Event, background: bool) -> TimelineLine:
        basis = event.when.basis if event.when else "no report says when"
        return TimelineLine(event, said_date(event.when), basis, self.words(event.told_by), background)

    def claim(self, claim: Claim, reports: tuple[Report, ...]) -> ClaimLine:
        values = tuple(self.value(v) for v in claim.values)
        cells = tuple(self.cell(r, claim) for r in reports)
        event = self.events.get(claim.event)
        return ClaimLine(claim, event.what if event else "", SYMBOLS[claim.verdict], values, cells)

    def value(self, value: ClaimValue) -> Value:
        return Value(value.value, self.words(a.passage for a in value.accounts), value.origins)

    def cell(self, report: Report, claim: Claim) -> Cell:
        mine = [a for v in claim.values for a in v.accounts if self.reports[a.passage.article] is report]
        origins = tuple(dict.fromkeys(a.origin for a in mine if a.origin))
        return Cell(report, self.words(a.passage for a in mine), origins)

    def statements(self, reports: Iterable[Report]) -> tuple[StatementLine, ...]:
        """Return who said what, the same words once, what most reports have first."""
        groups: dict[object, list[StatementLine]] = {}
        for report in reports:
            for n, statement in enumerate(report.annotated.statements):
                if _is_said(statement):
                    at = (report.annotated.article.id, n)
                    groups.setdefault(self.utterances.get(at, at), []).append(self.statement(statement, report))
        lines = [_merged(group) for group in groups.values()]
        return tuple(sorted(lines, key=lambda line: -len({w.report.number for w in line.all_words})))

    def statement(self, statement: Statement, report: Report) -> StatementLine:
        def words(spans: tuple[Span, ...]) -> tuple[Words, ...]:
            return self.words(Passage(report.annotated.article.id, s) for s in spans)

        return StatementLine(statement, report, words(statement.content), words(statement.cue), words(statement.source))

    def contact(self, contact: Contact) -> ContactLine:
        return ContactLine(contact, said_date(contact.when), self.words(contact.mentions))

    def promise(self, promise: Promise) -> PromiseLine:
        return PromiseLine(promise, said_date(promise.when), self.words(promise.mentions), self.words(promise.outcome))

    def links(self, story: Story) -> Iterable[str]:
        for link in self.brief.collection.links:
            if link.source in story.articles:
                source, target = self.reports[link.source], self.reports[link.target]
                yield f"[{source.number}] {link.kind} [{target.number}]: {link.reason}"


def _claims_of(claims: Iterable[Claim], story: str) -> list[Claim]:
    """Return a story's claims: conflicts first, figures before names, then by how many outlets give them."""
    rank = {verdict: n for n, verdict in enumerate(SYMBOLS)}
    kinds = {kind: n for n, kind in enumerate(KINDS)}
    mine = (c for c in claims if c.story == story)
    return sorted(mine, key=lambda c: (rank[c.verdict], kinds.get(c.kind, len(kinds)), -c.outlets, c.slot))


def story_views(brief: Brief) -> list[StoryView]:
    """Return one view a story, stories with more reports first, ties in input order."""
    desk = _Desk(brief)
    views = [desk.story(story) for story in brief.collection.stories]
    return sorted(views, key=lambda v: (-len(v.reports), min((r.number for r in v.reports), default=0)))


def summary(brief: Brief) -> str:
    """Say in one line what was read.

    >>> from onrecord.model import Collection
    >>> summary(Brief(Collection(())))
    '0 reports, 0 stories, none declined'
    """
    declined = _counted(len(brief.declined), "source") + " declined" if brief.declined else "none declined"
    stories = len(brief.collection.stories)
    reports = _counted(len(brief.collection.articles), "report")
    return f"{reports}, {stories} {'story' if stories == 1 else 'stories'}, {declined}"


def numbers(words: Iterable[Words]) -> str:
    """Return the numbers of the reports that hold the words, as the answer cites them.

    >>> numbers([])
    ''
    """
    return " ".join(f"[{n}]" for n in sorted({w.report.number for w in words}))
