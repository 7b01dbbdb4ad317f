"""Where furniture stands in a text that is kept as it was given: captions, appeals, links, what it prints twice.

The text is not changed, so that offsets into it hold; what stands there is not read as the report's own words.
"""

from collections.abc import Callable, Iterator

from onrecord.model import Span
from onrecord.read import lines
from onrecord.read.appeals import drop_appeals
from onrecord.read.captions import drop_captions
from onrecord.read.lines import Page
from onrecord.read.links import drop_links
from onrecord.read.menus import drop_worded

# Only what a line's own words show: where a text has been through other hands, its layout proves nothing.
_STEPS: tuple[Callable[[Page], None], ...] = (drop_worded, drop_appeals, drop_captions, drop_links)
_REPEATED = 40  # characters from which a line that is printed twice is no refrain
_LONGEST = 400_000  # characters; a longer text is read without looking for furniture in it


def furniture(text: str) -> tuple[Span, ...]:
    """Return the lines of a text that are furniture, in order.

    >>> text = "Rain fell on the port of Selm all day.\\nSign up to our daily newsletter.\\nIt stopped at night."
    >>> [span.of(text) for span in furniture(text)]
    ['Sign up to our daily newsletter.']
    """
    if "\n" not in text or len(text) > _LONGEST:
        return ()
    page = Page(lines.split(text))
    for step in _STEPS:
        step(page)
    dropped = {line.text for line in page.lines if line.why}
    return tuple(span for span, line, again in _known(text) if line in dropped or again)


def _known(text: str) -> Iterator[tuple[Span, str, bool]]:
    """Yield each line with its words and whether it is a whole sentence or more that stands further up already."""
    seen: set[str] = set()
    for span in _lines(text):
        line = " ".join(span.of(text).split())
        yield span, line, len(line) >= _REPEATED and line.casefold() in seen
        seen.add(line.casefold())


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line:
            yield Span(start, start + len(line))
        start += len(line) + 1
