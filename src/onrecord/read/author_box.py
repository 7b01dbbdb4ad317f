"""The box about the author: the name once more, and a line or two about their work."""

import re

from onrecord.read.lexicon import NAME, pattern
from onrecord.read.lines import Page
from onrecord.read.names import PERSON

_NAME_LINE = re.compile(PERSON)
_LAST_LINES = 8  # lines from the end in which the box stands
_FIRST_LINES = 3
_BEFORE = 3  # lines before the biography in which the name may be repeated


def take_author_box(page: Page) -> None:
    """Mark the lines of the box, at the end or on top, and note the author it names."""
    kept = page.kept()
    for i in [*kept[:_FIRST_LINES], *kept[_FIRST_LINES:][-_LAST_LINES:]]:
        line = page.lines[i]
        if pattern("author", "heading").fullmatch(line.text):
            line.why = "author box"
        elif name := _subject(page, i):
            line.why = "author box"
            _note(page, i, name)


def _subject(page: Page, i: int) -> str | None:
    """Return whose short biography a line is, None for other lines."""
    line = page.lines[i]
    opening = re.match(NAME, line.text)
    if opening is None or line.words < 6 or not _about_work(line.text):
        return None
    own = opening["name"].split()
    for name in [*page.authors, *_names_before(page, i)]:
        if name.split()[0] == own[0] or name.split()[-1] == own[-1]:
            return name
    return opening["name"] if len(own) >= 2 and _at_an_edge(page, i) and not _in_report(page, i, own[-1]) else None


def _about_work(text: str) -> bool:
    quoted = '"' in text or "“" in text
    return not quoted and bool(pattern("author", "bio").search(text))


def _names_before(page: Page, i: int) -> list[str]:
    lines = page.lines[max(0, i - _BEFORE) : i]
    return [line.text for line in lines if _NAME_LINE.fullmatch(line.text)]


def _at_an_edge(page: Page, i: int) -> bool:
    """Whether no sentence comes after the line, or none before it; and it is a writer that the line tells of."""
    text = page.lines[i].text
    others = [j for j in page.kept() if page.lines[j].prose and j != i]
    return bool(pattern("author", "work").search(text)) and (not others or i > others[-1] or i < others[0])


def _in_report(page: Page, i: int, surname: str) -> bool:
    """Whether the report itself names the person: then the line may be part of its story."""
    return any(surname in page.lines[j].text for j in page.kept() if j != i and page.lines[j].words > 4)


def _note(page: Page, i: int, name: str) -> None:
    if name not in page.authors:
        page.authors.append(name)
    for line in page.lines[max(0, i - _BEFORE) : i]:
        if line.kept and (line.text == name or pattern("author", "heading").fullmatch(line.text)):
            line.why = "author box"
