"""Appeals to the reader: for money, subscriptions, newsletters, accounts, cookies, comments."""

import re

from onrecord.read.lexicon import pattern
from onrecord.read.lines import Line, Page

_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|‘[^’]{12,400}’")
_BREAK = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"“‘(]?[A-Z0-9])")
_LONGEST_SENTENCE = 900  # characters; what runs on longer is no sentence to a reader
_REACH = 3  # lines an appeal may span between two sentences that ask outright


def drop_appeals(page: Page) -> None:
    """Mark lines that ask the reader for something; cut asking sentences off lines that also report."""
    for line in page.lines:
        if line.kept:
            _weigh(line)
    _fill(page.lines)


def is_appeal(sentence: str) -> bool:
    """Whether a sentence asks its reader for something, rather than reporting that somebody asked.

    >>> is_appeal("Sign up to our daily newsletter.")
    True
    >>> is_appeal("The mayor asked supporters to donate blankets.")
    False
    """
    if len(sentence) > _LONGEST_SENTENCE or not pattern("appeal", "gate").search(sentence):
        return False
    own = _QUOTED.sub(" ", sentence).strip()
    return bool(own) and bool(pattern("appeal", "strong").search(own)) and not pattern("appeal", "reported").search(own)


def sentences(text: str) -> list[str]:
    """Part a line at sentence ends, roughly: good enough to weigh its parts, not to annotate them."""
    cuts = [0, *(m.end() for m in _BREAK.finditer(text)), len(text)]
    return [text[a:b] for a, b in zip(cuts, cuts[1:], strict=False) if text[a:b].strip()]


def _weigh(line: Line) -> None:
    parts = sentences(line.text)
    asks = [is_appeal(part) for part in parts]
    if not any(asks):
        return
    if all(ask or _speaks_to_reader(part) for ask, part in zip(asks, parts, strict=True)) or _mostly(asks, parts):
        line.why = "appeal"
        return
    _cut_edges(line, parts, asks)


def _mostly(asks: list[bool], parts: list[str]) -> bool:
    """Whether a paragraph asks twice and reports nobody: then all of it belongs to the appeal."""
    return sum(asks) >= 2 and 2 * sum(asks) >= len(asks) and not any(_reports(part) for part in parts)


def _cut_edges(line: Line, parts: list[str], asks: list[bool]) -> None:
    first, last = 0, len(parts)
    while asks[first]:
        first += 1
    while asks[last - 1]:
        last -= 1
    line.text = "".join(parts[first:last]).strip()


def _fill(lines: list[Line]) -> None:
    """Mark what stands between two appeals close together and speaks to the reader too."""
    marked = [i for i, line in enumerate(lines) if line.why == "appeal"]
    for a, b in zip(marked, marked[1:], strict=False):
        between = [line for line in lines[a + 1 : b] if line.kept]
        if len(between) <= _REACH and all(_speaks_to_reader(line.text) for line in between):
            for line in between:
                line.why = "appeal"


def _speaks_to_reader(text: str) -> bool:
    own = _QUOTED.sub(" ", text)
    return bool(pattern("appeal", "weak").search(own)) and not _reports(own)


def _reports(text: str) -> bool:
    return bool(pattern("appeal", "reported").search(text))
