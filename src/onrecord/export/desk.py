"""Looks up what the lines of one answer need."""

from collections.abc import Iterable

from onrecord.annotate.entities.pronouns import NAMELESS
from onrecord.export.cited import Report, Words
from onrecord.export.clocks import published
from onrecord.model import Brief, Claim, ClaimValue, Passage
from onrecord.relate.entities import canonical

EMPTY = NAMELESS | {"", "so"}
"""Words that say nothing by themselves."""


class Desk:
    """Looks up what the lines of one brief need."""

    def __init__(self, brief: Brief) -> None:
        """Keep the answer and what its lines look up."""
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
        """Return the words of some passages with their reports."""
        found = ((self.reports[p.article], p.span) for p in passages)
        return tuple(Words(r, s, s.of(r.annotated.article.text)) for r, s in found)

    def words_of(self, value: ClaimValue) -> tuple[Words, ...]:
        """Return the words of every account that gives a value."""
        return self.words(account.passage for account in value.accounts)
