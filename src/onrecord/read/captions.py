"""Pictures' captions and credits, and the short lines that stand for a picture."""

import re

from onrecord.read.appeals import sentences
from onrecord.read.lexicon import pattern
from onrecord.read.lines import Line, Page

_LONGEST_CAPTION = 420  # characters; a longer line that ends in a credit is a report with a credit behind it
_LONGEST_CREDITED = 1000  # characters of a line that ends in a credit in brackets, as no paragraph of a report does
_LONGEST_CREDIT = 240  # characters
_LABEL = re.compile(r"(?:image|video|media|photo) caption\W*|image \d+ of \d+", re.IGNORECASE)
_ALT_WORDS = 9
_LONGEST_START = 120  # words of a line that opens as captions do
_LONGEST_END = 40  # characters of the button that ends a gallery printed as one line, however long


def drop_captions(page: Page) -> None:
    """Mark captions, credits and picture labels; cut a credit off the end of a long line."""
    blocks = _in_blocks(page)
    for i, line in enumerate(page.lines):
        if line.why == "media" and _LABEL.fullmatch(line.text):
            _drop_labelled(page, i)
        elif line.why == "media" and line.words >= 2:
            _drop_credited(page, i, blocks)
        elif line.kept and is_caption(line):
            line.why = "caption"
            _drop_before(page, i)
        elif line.kept and (credit := _credit(line.text)):
            line.text = line.text[: credit.start()].rstrip()
        elif line.kept and (opening := pattern("caption", "opening", case=True).match(line.text)) and line.prose:
            line.text = line.text[opening.end() :]


def is_caption(line: Line) -> bool:
    """Whether a line describes a picture: by its opening, its wording or the credit at its end."""
    ends = line.words <= _LONGEST_START or pattern("caption", "end").search(line.text[-_LONGEST_END:])
    if ends and pattern("caption", "start").match(line.text):
        return True
    if pattern("caption", "showing").search(line.text) and len(sentences(line.text)) <= 2:
        return True
    if not line.ends and line.words <= 40 and pattern("caption", "desk").match(line.text):
        return True
    credit = _credit(line.text)
    if credit is None:
        return False
    if credit[0].startswith(("(", "[")):
        return len(line.text) <= _LONGEST_CREDITED
    return len(line.text) <= _LONGEST_CAPTION and len(sentences(line.text)) <= 4


def _credit(text: str) -> re.Match[str] | None:
    """Return where a credit stands at the end of the line."""
    for match in pattern("caption", "credit", case=True).finditer(text, max(0, len(text) - _LONGEST_CREDIT)):
        if match.end() == len(text) and _stands_apart(text, match.start()):
            return match
    return None


def _stands_apart(text: str, start: int) -> bool:
    """Whether the credit is no part of a sentence, as it is in "... sold to Getty Images."."""
    return not text.endswith(".") or not start or text[:start].rstrip()[-1] in '.!?)”"|' or text[start] in "(["


def _drop_before(page: Page, i: int) -> None:
    """Mark the picture's name printed before its caption."""
    if i < 2:
        return
    before = page.lines[i - 1]
    if before.kept and not before.ends and before.words <= _ALT_WORDS:
        before.why = "picture"


def _drop_labelled(page: Page, i: int) -> None:
    """Mark the caption right below a line that announces one."""
    below = page.lines[i + 1] if i + 1 < len(page.lines) else None
    if (
        below is not None
        and below.kept
        and below.words <= 60
        and (not below.ends or "caption" in page.lines[i].text.lower())
    ):
        below.why = "caption"


def _drop_credited(page: Page, i: int, blocks: bool) -> None:
    """Mark the caption right above a line that holds only its credit.

    A caption that is a whole sentence is told from a report's paragraph only where blank lines part paragraphs.
    """
    if i == 0 or page.lines[i].gap:
        return
    before = page.lines[i - 1]
    if before.kept and before.words <= 50 and (not before.ends or (blocks and before.gap)):
        before.why = "caption"


def _in_blocks(page: Page) -> bool:
    """Whether blank lines part the page's paragraphs."""
    prose = [line for line in page.lines if line.prose]
    return sum(line.gap for line in prose) >= 0.8 * len(prose)
