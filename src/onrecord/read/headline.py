"""A scraped page's headline: which line it is, its repetitions, and the outlet after its bar."""

import re

from onrecord.read.captions import is_caption
from onrecord.read.dateline import dateline
from onrecord.read.dating import printed
from onrecord.read.lexicon import pattern
from onrecord.read.lines import Line, Page
from onrecord.read.outlet import is_outlet_name

_BAR_BEHIND = re.compile(r"\s+[|–—-]\s+\S")
_BAR = re.compile(r"(?<!\s)\s+(?:\||–|—|-|:|»|·)\s+")
_LONGEST_WORDS = 30
_LONGEST_CRY = 18  # words of a headline that ends in a question or exclamation mark
# A dateline, a byline, an address, or a sentence that ends before the line does: no headline has them.
_NO_HEADLINE = re.compile(
    r"^[A-Z][A-Z .,'-]{2,40}(?:\([^)]{2,40}\))?\s?(?:—|–|--|-)\s|^By [A-Z]|\w@\w"
    r"|^https?\s?:|^www\s?\.|[a-z]{3}[.]\s+[\"“]?[A-Z]"
)
_STAMPED = re.compile(r"^(?P<head>\S.{14,}?)\s+(?P<stamp>(?:Updated|Published|Posted)\b.*\d{4}.*)$")


def find_headline(page: Page) -> None:
    """Set the page's title from its first headline-like line and mark that line and its repetitions."""
    top = list(page.top())
    alike = [i for i in top[:4] if _headline_like(page.lines[i])]
    if alike and _is_masthead(page.lines, alike[0]):
        page.lines[alike[0]].why = "label"
        del alike[0]
    chosen = next(iter(alike), None)
    if chosen is None or any(page.lines[i].prose for i in top if i < chosen):
        return
    _part_stamp(page, chosen)
    title = page.lines[chosen].text
    page.title = _without_outlet(title, page)
    page.lines[chosen].why = "headline"
    for line in page.lines:
        if line.kept and _repeats(line.text, page.title):
            line.why = "headline repeated"


def _is_masthead(lines: list[Line], i: int) -> bool:
    """Whether a line is an outlet's name above its report, which then opens with a headline or a dateline."""
    below = next((line for line in lines[i + 1 :] if line.text), None)
    opens = below is not None and (_headline_like(below) or dateline(below.text) is not None)
    return opens and is_outlet_name(lines[i].text)


def _part_stamp(page: Page, i: int) -> None:
    """Give the date that runs on behind a headline a line of its own."""
    if match := _STAMPED.match(page.lines[i].text):
        page.lines[i].text = match["head"]
        page.lines.insert(i + 1, Line(match["stamp"], gap=False))


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
    if not 3 <= line.words <= _LONGEST_WORDS or _NO_HEADLINE.search(line.text) or is_caption(line):
        return False
    if printed(line.text):
        return False
    return not re.search(r"[.:;,…][\"”’]?$", line.text) and not (line.ends and line.words > _LONGEST_CRY)


def _without_outlet(title: str, page: Page) -> str:
    head, outlet = outlet_of(title)
    if outlet:
        page.outlet = page.outlet or outlet
        return head
    repeated = next((line.text for line in page.lines if line.kept and _headed_by(title, line.text)), None)
    return repeated or title


def _headed_by(title: str, line: str) -> bool:
    """Whether the title is the line with something after a bar: the line is then the headline itself."""
    return len(line.split()) >= 4 and title.startswith(line) and bool(_BAR_BEHIND.match(title, len(line)))


def _repeats(line: str, title: str) -> bool:
    if bare(line) == bare(title):
        return True
    head = _BAR.split(line)[0] if _BAR.search(line) else ""
    starts = line.lower().startswith(title.lower())
    return bool(starts and _BAR.match(line[len(title) :])) or (bool(head) and bare(head) == bare(title))


def bare(text: str) -> str:
    """Return only the letters and digits, in lower case: what two printings of a headline share."""
    return re.sub(r"[\W_]+", "", text).lower()
