"""The answer arranged for a reader: one view a story, shared by the terminal, Markdown and HTML."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from onrecord.annotate.entities.pronouns import NAMELESS
from onrecord.compare.values import days
from onrecord.export.clauses import clause_around
from onrecord.export.clocks import published, reported
from onrecord.export.dates import said_date
from onrecord.export.lines import (
    Cell,
    ChangeLine,
    ClaimLine,
    ContactLine,
    PromiseLine,
    Report,
    StatementLine,
    StoryNews,
    StoryView,
    TimelineLine,
    Value,
    Words,
    counted,
)
from onrecord.export.timeline import background_before, is_background, timeline
from onrecord.model import (
    Annotated,
    Article,
    Brief,
    Change,
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
from onrecord.relate.entities import canonical

SYMBOLS: dict[Verdict, str] = {
    "conflict": "!",
    "update": "↑",
    "compatible": "~",
    "agree": "=",
    "undecided": "?",
    "single": "·",
}
"""Verdicts in the order in which a reader wants them, each with its symbol."""
_SURE = 0.4
"""Of indirect statements that the model holds less likely about one in three is right; those are in the JSON alone."""
_SENTENCE_CHARS = 40
_EMPTY = NAMELESS | {"", "so"}
_ANSWERS = frozenset({"denies", "confirms"})
_POINTING = re.compile(
    r"(?:it|this|that|them|which|(?:(?:the|this|that|these|those|such|any|all) )?(?:\w+ )?(?:account|accusation"
    r"|allegation|assertion|charge|claim|criticism|depiction|idea|insinuation|notion|report|rumou?r|suggestion|version)s?)\W*",
    re.IGNORECASE,
)
"""What says by itself neither what is denied nor what is confirmed: "it", "the latest claims"."""
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_RANK: dict[Verdict, int] = {"conflict": 0, "update": 1, "agree": 2, "compatible": 2, "undecided": 3, "single": 4}
SINCE_DAYS = 31
"""Two contacts further apart are not told as following on each other."""
KINDS: tuple[ClaimKind, ...] = ("count", "initiator", "date", "place", "thing", "modality", "actor", "recipient")
"""Kinds of slots in the order in which a reader wants them."""


def _is_said(statement: Statement) -> bool:
    """Whether a statement is words in quotation marks, or somebody's and found with more than a doubt.

    Words of nobody that the report names are shown where they are a quoted sentence, not a quoted word or two.
    """
    if statement.speaker is None:
        return statement.mode == "direct" and any(_is_sentence(c) for c in statement.content)
    if statement.mode != "indirect":
        return bool(statement.content)
    return bool(statement.content) and not statement.doubtful and statement.probability >= _SURE


def _passages(value: ClaimValue) -> tuple[Passage, ...]:
    return tuple(a.passage for a in value.accounts)


def _is_sentence(content: Span) -> bool:
    return content.end - content.start >= _SENTENCE_CHARS


def _in_furniture(statement: Statement, article: Article) -> bool:
    """Whether the words stand in a caption, or where the page prints them a second time."""
    return any(line.contains(span) for line in article.furniture for span in statement.content)


def _told_before(statement: Statement, annotated: Annotated) -> tuple[Span, ...]:
    """Return where an answer to what was said before ("has always denied it") can be read: its sentence and the last.

    Empty for all other statements.
    """
    text = annotated.article.text
    if statement.stance not in _ANSWERS or not all(_POINTING.fullmatch(span.of(text)) for span in statement.content):
        return ()
    at = next((n for n, s in enumerate(annotated.sentences) if any(map(s.contains, statement.content))), None)
    return () if at is None else annotated.sentences[max(0, at - 1) : at + 1]


def _is_told(line: StatementLine) -> bool:
    """Whether the words say something by themselves: "it" does not."""
    return line.text.lower() not in _EMPTY and bool(re.search(r"\w{2}", line.text))


def _merged(lines: list[StatementLine]) -> StatementLine:
    """Return one line for tellings of the same words: the one that quotes most, then the longest."""
    best = max(lines, key=lambda line: (line.statement.mode != "indirect", len(line.text)))
    return replace(best, others=(*best.others, *(line for line in lines if line is not best)))


def _weight(line: StatementLine) -> tuple[int, bool, bool]:
    """Return what to sort statements by: what most reports have, then more than assertions, then own words."""
    reports = len({word.report.number for word in line.all_words})
    return -reports, line.statement.stance == "asserts", line.statement.mode == "indirect"


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


class _Desk:
    """Looks up what the lines of one brief need."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        articles = brief.collection.articles
        self.reports = {a.article.id: Report(n, a) for n, a in enumerate(articles, start=1)}
        self.titles = {s.id: s.title for s in brief.collection.stories}
        self.articles = {a.article.id: a for a in articles}
        self.events = {e.id: e for e in brief.collection.events}
        self.differing: dict[str, list[Claim]] = {}
        for claim in brief.claims:
            if claim.event and claim.verdict in ("conflict", "update"):
                self.differing.setdefault(claim.event, []).append(claim)
        self.published = published(brief.collection)
        self.entities = canonical(brief.collection.entities)
        self.utterances = {(p.article, p.index): u.id for u in brief.collection.utterances for p in u.parts}

    def words(self, passages: Iterable[Passage]) -> tuple[Words, ...]:
        found = ((self.reports[p.article], p.span) for p in passages)
        return tuple(Words(r, s, s.of(r.annotated.article.text)) for r, s in found)

    def story(self, story: Story) -> StoryView:
        reports = tuple(self.reports[a] for a in story.articles)
        return StoryView(
            story=story,
            reports=reports,
            related=self.related(story),
            timeline=self.lines(story, reports),
            claims=self.claims(story, reports),
            statements=self.statements(reports),
            contacts=self.contacts([c for c in self.brief.contacts if c.story == story.id]),
            promises=tuple(self.promise(p) for p in self.brief.promises if p.story == story.id),
            links=tuple(self.links(story)),
        )

    def related(self, story: Story) -> tuple[tuple[str, str], ...]:
        """Return the titles of stories like this one, those with one reason together."""
        titles: dict[str, list[str]] = {}
        for other in story.related:
            titles.setdefault(other.reason, []).append(self.titles.get(other.story, other.story))
        return tuple(("”, “".join(found), reason) for reason, found in titles.items())

    def lines(self, story: Story, reports: Iterable[Report]) -> tuple[TimelineLine, ...]:
        """Return the timeline, the story's own happenings before what is background to them."""
        before = background_before(r.annotated.article for r in reports)
        lines = (self.timeline(e, is_background(e, before)) for e in timeline(self.brief.collection.events, story))
        return tuple(sorted(lines, key=lambda line: line.background))

    def timeline(self, event: Event, background: bool) -> TimelineLine:
        when = event.when or event.bound
        basis = when.basis if when else "no report says when"
        others = self.tell_otherwise(event)
        behind = tuple(p for p in event.told_by if p.article not in others)
        first = reported(behind, self.published)
        told = f"first {said_date(first)}" if first else ""
        return TimelineLine(event, said_date(when), basis, self.words(behind), told, background)

    def tell_otherwise(self, event: Event) -> set[str]:
        """Return the reports that give another value than one that an event's line gives: eight years, not seven."""
        others: set[str] = set()
        for claim in self.differing.get(event.id, ()):
            said = [v for v in claim.values if any(w.text in event.what for w in self.words(_passages(v)))]
            if len(said) == 1:
                own = {p.article for p in _passages(said[0])}
                others |= {p.article for v in claim.values if v is not said[0] for p in _passages(v)} - own
        return others

    def claims(self, story: Story, reports: tuple[Report, ...]) -> tuple[ClaimLine, ...]:
        """Return a story's claims: what differs first, then what most of its reports give, figures before names.

        Of equals, what is background to the story stands last.
        """
        kinds = {kind: n for n, kind in enumerate(KINDS)}
        lines = (self.claim(c, reports) for c in self.brief.claims if c.story == story.id)
        before = background_before(r.annotated.article for r in reports)

        def weight(line: ClaimLine) -> tuple[int, bool, int, int, str]:
            claim = line.claim
            back = self.is_background(claim, before)
            rank = _RANK["undecided"] if line.is_echo else _RANK[claim.verdict]
            return rank, back, len(line.silent), kinds.get(claim.kind, len(kinds)), claim.slot

        return tuple(sorted(lines, key=weight))

    def is_background(self, claim: Claim, before: str) -> bool:
        """Whether a claim is about a happening, or gives years, that ended long before the story's reports."""
        event = self.events.get(claim.event)
        if event is not None and is_background(event, before):
            return True
        years = [year for value in claim.values for year in _YEAR.findall(value.value)] if claim.kind == "date" else []
        return bool(years) and max(years) < before[:4]

    def claim(self, claim: Claim, reports: tuple[Report, ...]) -> ClaimLine:
        values = tuple(self.value(v) for v in claim.values)
        cells = tuple(self.cell(r, claim) for r in reports)
        return ClaimLine(claim, clause_around(claim, self.articles), SYMBOLS[claim.verdict], values, cells)

    def value(self, value: ClaimValue) -> Value:
        return Value(value.value, self.words(a.passage for a in value.accounts), value.origins)

    def cell(self, report: Report, claim: Claim) -> Cell:
        given = [(v, a) for v in claim.values for a in v.accounts if self.reports[a.passage.article] is report]
        origins = tuple(dict.fromkeys(a.origin for _, a in given if a.origin))
        usual = max(claim.values, key=lambda v: len(v.accounts), default=None)
        shared = usual is not None and len({a.passage.article for a in usual.accounts}) >= 2
        alike = (shared or claim.verdict == "agree") and all(v is usual for v, _ in given)
        symbol = SYMBOLS["agree" if alike else claim.verdict] if given else ""
        words = self.words(a.passage for _, a in given)
        shown = (v.value if w.text.lower() in _EMPTY else w.text for (v, _), w in zip(given, words, strict=True))
        return Cell(report, words, origins, symbol, tuple(shown))

    def statements(self, reports: Iterable[Report]) -> tuple[StatementLine, ...]:
        """Return who said what, the same words once, what most reports have first."""
        groups: dict[object, list[StatementLine]] = {}
        for report in reports:
            for n, statement in enumerate(report.annotated.statements):
                if _is_said(statement) and not _in_furniture(statement, report.annotated.article):
                    at = (report.annotated.article.id, n)
                    groups.setdefault(self.utterances.get(at, at), []).append(self.statement(statement, report))
        alike: dict[object, list[StatementLine]] = {}
        for line in map(_merged, groups.values()):
            alike.setdefault((line.head, line.text.lower()), []).append(line)
        lines = map(_merged, alike.values())
        return tuple(sorted(filter(_is_told, lines), key=_weight))

    def statement(self, statement: Statement, report: Report) -> StatementLine:
        def words(spans: Iterable[Span]) -> tuple[Words, ...]:
            return self.words(Passage(report.annotated.article.id, s) for s in spans)

        said = _told_before(statement, report.annotated) or statement.content
        named = replace(statement, speaker=self.speaker(statement, report))
        return StatementLine(named, report, words(said), words(statement.cue), words(statement.source))

    def speaker(self, statement: Statement, report: Report) -> str | None:
        """Return the speaker's name, in full where a report has the surname alone and another one all of it."""
        entity = (
            self.entities.get((report.annotated.article.id, statement.entity)) if statement.entity is not None else None
        )
        name = entity.name if entity is not None and entity.kind == "person" else ""
        short = set((statement.speaker or "").split())
        is_part = bool(short) and short < set(name.split())
        return name if is_part else statement.speaker

    def contacts(self, contacts: list[Contact]) -> tuple[ContactLine, ...]:
        """Return the ledger, each contact with how long it came after the one before between the same parties."""
        return tuple(self.contact(c, _since(contacts[:n], c)) for n, c in enumerate(contacts))

    def contact(self, contact: Contact, since: str) -> ContactLine:
        counts = ((f"{c.found} of {c.told} listed here", self.words([c.passage])[0]) for c in contact.counts)
        readouts = ((hand, self.words(passages)) for hand, passages in contact.readouts)
        words = self.words(contact.mentions)
        return ContactLine(contact, said_date(contact.when), words, tuple(counts), tuple(readouts), since)

    def promise(self, promise: Promise) -> PromiseLine:
        return PromiseLine(promise, said_date(promise.when), self.words(promise.mentions), self.words(promise.outcome))

    def links(self, story: Story) -> Iterable[str]:
        for link in self.brief.collection.links:
            if link.source in story.articles:
                source, target = self.reports[link.source], self.reports[link.target]
                yield f"[{source.number}] {link.kind} [{target.number}]: {link.reason}"


def story_views(brief: Brief) -> list[StoryView]:
    """Return one view a story, stories with more reports first, ties in input order."""
    desk = _Desk(brief)
    views = [desk.story(story) for story in brief.collection.stories]
    return sorted(views, key=lambda v: (-len(v.reports), min((r.number for r in v.reports), default=0)))


def story_news(brief: Brief, changes: Iterable[Change]) -> list[StoryNews]:
    """Return what is new by story; the changes come ordered by story."""
    desk = _Desk(brief)
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
