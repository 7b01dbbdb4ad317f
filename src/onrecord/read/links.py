"""Lists of other reports beside a marker such as "Read more", and the summary under "Key points"."""

import re

from onrecord.read.lines import Line, Page

_LINK_WORDS = 22  # longest headline in a list of links
_LONGEST_LIST = 12  # lines
_SINGLE = ("read", "see", "also", "what")  # markers that stand for one report
_SUMMARY = re.compile(r"(?:story )?highlights|key (?:points|takeaways)|at a glance|in brief|in short", re.IGNORECASE)


def drop_links(page: Page) -> None:
    """Mark the headlines of other reports that a marker opens or, as under a link's picture, closes."""
    lines = page.lines
    for i, line in enumerate(lines):
        if line.why == "related" and ":" not in line.text.rstrip(": "):
            for link in _after(lines, i) or _before(lines, i):
                link.why = "link"
        elif line.why == "label" and _SUMMARY.fullmatch(line.text.rstrip(":")):
            for point in _points(lines, i):
                point.why = "summary"


def _after(lines: list[Line], marker: int) -> list[Line]:
    single = lines[marker].text.lower().startswith(_SINGLE)
    found: list[Line] = []
    for line in lines[marker + 1 : marker + (2 if single else _LONGEST_LIST)]:
        if line.kept and not _link_like(line, least=1 if found else 3):
            break
        if line.kept:
            found.append(line)
    return found


def _before(lines: list[Line], marker: int) -> list[Line]:
    return [lines[marker - 1]] if marker and _link_like(lines[marker - 1], least=3) else []


def _link_like(line: Line, least: int) -> bool:
    return line.kept and not line.ends and least <= line.words <= _LINK_WORDS and not line.text.endswith((":", ","))


def _points(lines: list[Line], marker: int) -> list[Line]:
    """Return the items of a summary: lines that end like no sentence, up to the first that does."""
    found: list[Line] = []
    for line in lines[marker + 1 : marker + _LONGEST_LIST]:
        if line.ends:
            break
        if line.kept:
            found.append(line)
    return found
