"""A scraped page's headline: which line it is, its repetitions, and the outlet after its bar."""

import re

from onrecord.read.lexicon import pattern
from onrecord.read.lines import Line, Page

_BAR = re.compile(r"\s+(?:\||–|—|-|:|»|·)\s+")
_LONGEST_WORDS = 30
_SPEAKS = re.compile(r"\b[a-z]{2,}\b")
_DATELINE_LIKE = re.compile(r"^[A-Z][A-Z .,'-]{2,40}(?:\([^)]{2,40}\))?\s?(?:—|–|--|-)\s")


def find_headline(page: Page) -> None:
    """Set the page's title from its first headline-like line and mark that line and its repetitions."""
    top = list(page.top())
    chosen = next((i for i in top[:4] if _headline_like(page.lines[i])), None)
    if chosen is None or any(page.lines[i].prose for i in top if i < chosen):
        return
    title = page.lines[chosen].text
    page.title = _without_outlet(title, page)
    page.lines[chosen].why = "headline"
    for line in page.lines:
        if line.kept and _repeats(line.text, page.title):
            line.why = "headline repeated"


def outlet_of(title: str) -> tuple[str, str | None]:
    """Part a page's title into headline and outlet; the outlet is None when its last part does not look like one.

    >>> outlet_of("Dam holds after night of rain - The Quayside Times")
    ('Dam holds after night of rain', 'The Quayside Times')
    """
    cuts = list(_BAR.finditer(title))
    if not cuts:
        return title, None
    head, tail = title[: cuts[-1].start()], title[cuts[-1].end() :]
    if 1 <= len(tail.split()) <= 6 and len(head.split()) >= 3 and pattern("outlet", "suffix").search(tail):
        return head, tail
    return title, None


def _headline_like(line: Line) -> bool:
    if not 3 <= line.words <= _LONGEST_WORDS or _DATELINE_LIKE.match(line.text):
        return False
    return not re.search(r"[.:;,…]$", line.text) and not (line.text[0] in '"“' and line.ends)


def _without_outlet(title: str, page: Page) -> str:
    head, outlet = outlet_of(title)
    if outlet:
        page.outlet = page.outlet or outlet
        return head
    repeated = next((line.text for line in page.lines if line.kept and _headed_by(title, line.text)), None)
    return repeated or title


def _headed_by(title: str, line: str) -> bool:
    """Whether the title is the line with something after a bar: the line is then the headline itself."""
    return len(line.split()) >= 4 and bool(re.match(re.escape(line) + r"\s+[|–—-]\s+\S", title))


def _repeats(line: str, title: str) -> bool:
    if bare(line) == bare(title):
        return True
    head = _BAR.split(line)[0] if _BAR.search(line) else ""
    starts = line.lower().startswith(title.lower())
    return bool(starts and _BAR.match(line[len(title) :])) or (bool(head) and bare(head) == bare(title))


def bare(text: str) -> str:
    """Return only the letters and digits, in lower case: what two printings of a headline share."""
    return re.sub(r"[\W_]+", "", text).lower()
