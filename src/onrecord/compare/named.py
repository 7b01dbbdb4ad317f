"""Where a report that gives nothing for a slot names a value of it all the same: neither an account nor silence."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from onrecord.compare.counting import distinctive, is_measured
from onrecord.compare.entry import Entry
from onrecord.compare.relating import is_printed, relate
from onrecord.compare.values import comparable
from onrecord.compare.wording import content_words
from onrecord.compare.world import World, plain
from onrecord.model import Passage, Span

_DESCRIBED = 2
"""Words besides the description itself that a sentence must share with a value's to be taken for one that names it."""


class Named:
    """The values and names of each report of a collection, looked up for what other reports give."""

    def __init__(self, world: World, entries: Iterable[Entry]) -> None:
        """Keep the values by report and kind, and the names by report."""
        self._world = world
        self._entries: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            self._entries[entry.article, entry.kind].append(entry)
        self._names: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for annotated in world.collection.articles:
            article = annotated.article.id
            for mention in (m for m in annotated.mentions if m.form == "name"):
                name = world.name_of(article, mention.entity) or mention.name
                self._names[article][plain(name)].append(mention.span)

    def among(self, entries: Sequence[Entry], articles: Iterable[str]) -> tuple[Passage, ...]:
        """Return where each article that names one of the values does so, in the sentence most like theirs."""
        found = ((article, self._best(entries, article)) for article in articles)
        return tuple(Passage(article, span) for article, span in found if span is not None)

    def _best(self, entries: Sequence[Entry], article: str) -> Span | None:
        around = frozenset(word for entry in entries for word in (*entry.near, *entry.far))
        spans = {span for entry in entries for span in self._spans(entry, article, around)}
        return max(spans, key=lambda s: (len(self._words(article, s) & around), -s.start), default=None)

    def _words(self, article: str, span: Span) -> frozenset[str]:
        annotated = self._world.articles[article]
        return _content(annotated.sentence_of(span).of(annotated.article.text))

    def _spans(self, entry: Entry, article: str, around: frozenset[str]) -> Iterator[Span]:
        if entry.kind in ("count", "date"):
            known = self._entries[article, entry.kind]
            yield from (e.span for e in known if relate(entry, e) == "same" and _names_it(entry, e))
        elif entry.named:
            for key in entry.parts or (entry.key,):
                yield from self._names[article].get(key, ())
        else:
            yield from self._described(entry, article, around)

    def _described(self, entry: Entry, article: str, around: frozenset[str]) -> Iterator[Span]:
        """Yield where a description stands word for word in a sentence that tells of something alike."""
        own = _content(entry.words)
        for match in _whole(entry.words).finditer(self._world.articles[article].article.text):
            span = Span(*match.span())
            if own and len((self._words(article, span) - own) & around) >= _DESCRIBED:
                yield span


def _names_it(entry: Entry, other: Entry) -> bool:
    """Whether an equal number or date is so particular, or so near in kind, that it may well be the same."""
    if entry.kind == "date":
        return is_printed(other) or entry.said_of == other.said_of
    if entry.count is None or other.count is None:
        return False
    alike = entry.counted == other.counted or (is_measured(entry) and comparable(entry.count.unit, other.count.unit))
    return alike and (distinctive(entry) or entry.said_of == other.said_of or entry.asked == other.asked != "")


@lru_cache(maxsize=65_536)
def _content(text: str) -> frozenset[str]:
    return content_words(text)


@lru_cache(maxsize=1024)
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.I)
