"""Lines that are furniture by their wording or their place: menus, link lists, share bars, what trails the report."""

import re

from onrecord.read.lexicon import line_kinds
from onrecord.read.lines import Line, Page

_NUMBERED = re.compile(r"^(?:\d+\.|[-*•·›»▪■])\s*")
_MENU_RUN = 4  # short lines in a row before the report that are taken for a menu
_MENU_WORDS = 4
_STANDFIRST_WORDS = 5
_TRAIL_WORDS = 22
_LABEL_WORDS = 26
_SENTENCE_WORDS = 9
_CAPTION_HABIT = 3  # so many sentences without a full stop are a page's habit for captions; fewer are slips
# A line that breaks off, an item of a list, a figure behind a name, words that are quoted, a post, a day of a
# timeline: all stay.
_SAYS_MORE = re.compile(
    r"[:;,\-–—]$|^(?:[^\w'‘]|\(?\w{1,3}[.)] )|: |[\"“”]|@|\w{3}[.!?][\"”’]? [A-Z\"“]|\b(?:said|says|told|added)\b"
    r"|^(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?(?:,? \d{4})?$"
)
# A longer line is never furniture as a whole.
_FURNITURE_WORDS = 60
_FURNITURE_CHARS = 2000


def kind_of(text: str) -> str:
    """Return the kind of furniture a whole line is by its wording, "" for none."""
    plain = _NUMBERED.sub("", text) or text
    for kind, expression in line_kinds():
        if expression.fullmatch(text) or expression.fullmatch(plain):
            return kind
    return ""


def drop_worded(page: Page) -> None:
    """Mark lines whose wording says that they are furniture."""
    for line in page.lines:
        if line.kept and len(line.text) <= _FURNITURE_CHARS and line.words <= _FURNITURE_WORDS:
            line.why = kind_of(line.text)


def drop_menus(page: Page) -> None:
    """Mark runs of short labels before the report starts, when the page's headline is not among them."""
    run: list[Line] = []
    for line in page.lines:
        if line.prose:
            break
        if line.words <= _MENU_WORDS and not line.ends and line.why in ("", "menu", "skip"):
            run.append(line)
            continue
        _mark_run(run)
        run = []
    _mark_run(run)


def _mark_run(run: list[Line]) -> None:
    if len(run) >= _MENU_RUN:
        for line in run:
            line.why = "menu"


def drop_repeats(page: Page) -> None:
    """Mark a line that has stood on the page before, word for word: pulled quotes, captions, buttons."""
    seen: set[str] = set()
    for line in page.lines:
        if not line.kept:
            continue
        if line.text in seen and (len(line.text) >= 25 or not line.ends):
            line.why = "repeated"
        seen.add(line.text)


def drop_labels_on_top(page: Page) -> None:
    """Mark short labels before the first sentence; a standfirst, which has a sentence's words, stays."""
    for line in page.lines:
        if line.kept and line.prose:
            return
        if line.kept and not line.ends and not _standfirst_like(line):
            line.why = "label"


def _standfirst_like(line: Line) -> bool:
    return line.words >= _STANDFIRST_WORDS and len(re.findall(r"\b[a-z]{2,}\b", line.text)) >= 3


def drop_unended(page: Page) -> None:
    """Mark lines inside the report that end like no sentence: captions without a credit, crossheads, teasers.

    Only where the report's own lines do end like sentences. Lists, quotations, speakers' labels and what the line
    before announces with a colon stay.
    """
    kept = page.kept()
    body = kept[_first_prose(page) :]
    unended = [i for i in body if not page.lines[i].ends]
    if 2 * len(unended) > len(body):
        return
    loose = [i for i in unended if _sentence_like(page.lines[i]) and not _SAYS_MORE.search(page.lines[i].text)]
    announced = False
    for i in body:
        line = page.lines[i]
        announced = line.text.endswith(":") or (announced and not line.prose)
        if not announced and _label_like(line) and (i not in loose or len(loose) >= _CAPTION_HABIT):
            line.why = "unended"


def _sentence_like(line: Line) -> bool:
    """Whether a line reads like a sentence that lost its full stop, rather than a crosshead or a headline."""
    words = line.text.split()
    return len(words) >= _SENTENCE_WORDS and sum(word[0].islower() for word in words) >= 0.4 * len(words)


def _first_prose(page: Page) -> int:
    """Return how many kept lines stand up to and with the first sentence."""
    kept = page.kept()
    return next((n + 1 for n, i in enumerate(kept) if page.lines[i].prose), len(kept))


def _label_like(line: Line) -> bool:
    return not line.ends and line.words <= _LABEL_WORDS and not _SAYS_MORE.search(line.text)


def drop_trail(page: Page) -> None:
    """Mark lines after the report's last sentence that are no sentences themselves."""
    for i in reversed(page.kept()):
        line = page.lines[i]
        if line.ends or line.words > _TRAIL_WORDS or _listed(page, i) or _holds_sentence(line) or _goes_on(page, i):
            return
        line.why = "trail"


def _goes_on(page: Page, i: int) -> bool:
    """Whether the line comes right behind a sentence of the report and reads like one itself."""
    return i > 0 and page.lines[i - 1].kept and page.lines[i - 1].prose and _sentence_like(page.lines[i])


def _holds_sentence(line: Line) -> bool:
    """Whether a line announces something, or a sentence ends inside it: more than a label stands there."""
    return (line.text.endswith(":") and line.words > 6) or bool(re.search(r"\w{3}[.!?][\"”’]? [A-Z\"“]", line.text))


def _listed(page: Page, i: int) -> bool:
    """Whether the line belongs to a list that the report announces with a colon or that gives figures."""
    before = next((page.lines[j] for j in reversed(range(i)) if page.lines[j].kept), None)
    return before is not None and (before.text.endswith(":") or bool(re.search(r":\s.*\d", page.lines[i].text)))
