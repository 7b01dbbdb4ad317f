"""What a page prints a second time: the words are read once, and shown wherever they stand."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.model import Annotated, Article, Passage, Span

_Pair = tuple[Span, Span]


class Echoes:
    """The repeated lines of a collection's reports, each beside the line that it repeats."""

    def __init__(self, articles: Sequence[Annotated]) -> None:
        """Find the repeats among the lines that the reports mark as none of their own."""
        found = {a.article.id: tuple(_repeats(a.article)) for a in articles if a.article.furniture}
        self._pairs: Mapping[str, tuple[_Pair, ...]] = {article: pairs for article, pairs in found.items() if pairs}

    def of(self, passages: Sequence[Passage]) -> tuple[Passage, ...]:
        """Return the passages, each followed by where the page prints the same words again."""
        return tuple(p for passage in passages for p in (passage, *self._again(passage)))

    def _again(self, passage: Passage) -> Iterator[Passage]:
        for first, again in self._pairs.get(passage.article, ()):
            if first.contains(passage.span):
                shift = again.start - first.start
                yield Passage(passage.article, Span(passage.span.start + shift, passage.span.end + shift))


def _repeats(article: Article) -> Iterator[_Pair]:
    lines: dict[str, Span] = {}
    start = 0
    for line in article.text.split("\n"):
        span = Span(start, start + len(line)) if line else None
        start += len(line) + 1
        if span is None:
            continue
        first = lines.setdefault(line.casefold(), span)
        if first is not span and span in article.furniture and first not in article.furniture:
            yield first, span
