"""Where a report that gives nothing for a slot names a value of it all the same: neither an account nor silence."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from onrecord.annotate.entities.pronouns import NAMELESS
from onrecord.compare.counting import distinctive, is_measured
from onrecord.compare.entry import Entry
from onrecord.compare.relating import is_printed, relate
from onrecord.compare.values import comparable
from onrecord.compare.wording import content_words
from onrecord.compare.world import World, plain
from onrecord.model import Passage, Span

_DESCRIBED = 2
"""Words besides the description itself that a sentence must share with a value's to be taken for one that names it."""

_NAME_CHARS = 20
_NAME_BEFORE = re.compile(r"[A-Z][\w'’.-]* $")
_NAME_BEHIND = re.compile(r"[ -][A-Z]")
_RETOLD = 3
"""Words close to a date that another sentence with that day must share for it to name the day of the deed."""


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
            alike = (e for e in self._entries[article, entry.kind] if relate(entry, e) == "same")
            yield from (e.span for e in alike if _names_it(entry, e) or self._tells_alike(entry, e))
        elif entry.named:
            keys = entry.parts or (entry.key,)
            text = self._world.articles[article].article.text
            known = (span for key in keys for span in self._names[article].get(key, ()))
            yield from (span for span in known if not _leads_a_name(text, span))
            yield from self._printed(entry, article)
        else:
            yield from self._described(entry, article, around)

    def _tells_alike(self, entry: Entry, other: Entry) -> bool:
        """Whether a day that much else may have happened on stands in a sentence that tells of much the same."""
        return entry.kind == "date" and len(self._words(other.article, other.span) & set(entry.near)) >= _RETOLD

    def _printed(self, entry: Entry, article: str) -> Iterator[Span]:
        """Yield where a name stands as it is printed, whatever the report uses it for."""
        name = entry.span.of(self._world.articles[entry.article].article.text)
        if name[:1].isupper() and name.lower() not in NAMELESS:
            text = self._world.articles[article].article.text
            found = (Span(*match.span()) for match in _whole(name).finditer(text))
            yield from (s for s in found if text[s.start].isupper() and not _is_of_longer_name(text, s))

    def _described(self, entry: Entry, article: str, around: frozenset[str]) -> Iterator[Span]:
        """Yield where a description stands word for word in a sentence that tells of something alike."""
        own, text = _content(entry.words), self._world.articles[article].article.text
        for span in (Span(*match.span()) for match in _whole(entry.words).finditer(text)):
            if own and not _leads_a_name(text, span) and len((self._words(article, span) - own) & around) >= _DESCRIBED:
                yield span


def _names_it(entry: Entry, other: Entry) -> bool:
    """Whether an equal number or date is so particular, or so near in kind, that it may well be the same."""
    if entry.kind == "date":
        return is_printed(other) or entry.said_of == other.said_of
    if entry.count is None or other.count is None:
        return False
    alike = entry.counted == other.counted or (is_measured(entry) and comparable(entry.count.unit, other.count.unit))
    return alike and (distinctive(entry) or entry.said_of == other.said_of or entry.asked == other.asked != "")


def _is_of_longer_name(text: str, span: Span) -> bool:
    """Whether one word is a part of a name that may be another's: "Park" of "Park Ye-rin", "Lun" of "Lun Junction"."""
    before = text[max(0, span.start - _NAME_CHARS) : span.start]
    return _leads_a_name(text, span) or (" " not in span.of(text) and bool(_NAME_BEFORE.search(before)))


def _leads_a_name(text: str, span: Span) -> bool:
    return " " not in span.of(text) and bool(_NAME_BEHIND.match(text, span.end))


@lru_cache(maxsize=65_536)
def _content(text: str) -> frozenset[str]:
    return content_words(text)


@lru_cache(maxsize=1024)
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.I)
