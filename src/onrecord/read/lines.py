"""A scraped page as lines with a verdict each, and the way back from lines to paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# A sentence's end; letters of a broken encoding may stand where a closing quotation mark was.
ENDS = re.compile(r"[.!?…] ?[\"'”’»)\]]*[^\x00-\x7f\s]{0,3}$|,[”\"]$")
_LOWER_START = re.compile(r"[\"'“‘(]?[a-z]")
_GLUE = re.compile(r"(?<=[a-z0-9%])[.!?][\"”’)]?(?=[\"“‘]?[A-Z](?:[a-z]{1,40}|['’]?)[\s,])")
_LAST_WORD = re.compile(r"\w{1,40}%?$")
_ABBREVIATIONS = re.compile(
    r"gen|sen|rep|gov|col|capt|sgt|prof|lt|maj|hon|rev|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|"
    r"drs?|mrs?|ms|st|no|vs|inc|corp|ltd|co"
)
_NEXT_WORDS = 200  # characters in which the first words of the next sentence stand
_DOMAINS = frozenset({"Com", "Org", "Net", "Co", "Io", "Ai", "Gov", "Edu", "Js", "Inc"})
_WRAP_WIDTHS = range(40, 101)  # columns in which mail and old pages wrap their lines


@dataclass(slots=True)
class Line:
    """One line of a page. `gap`: a blank line stands before it; `why`: the kind of furniture it is, "" for none."""

    text: str
    gap: bool
    why: str = ""

    @property
    def kept(self) -> bool:
        """Whether nothing has called the line furniture."""
        return not self.why

    @property
    def words(self) -> int:
        """Number of words that blanks part."""
        return len(self.text.split())

    @property
    def ends(self) -> bool:
        """Whether the line ends as a sentence does."""
        return bool(ENDS.search(self.text))

    @property
    def prose(self) -> bool:
        """Whether the line is a sentence or more, rather than a label, a headline or a list item."""
        return (self.ends and self.words >= 5) or self.words > 30


@dataclass(slots=True)
class Page:
    """A page under cleaning: its lines in order and what has been learnt from the furniture."""

    lines: list[Line]
    title: str | None = None
    outlet: str | None = None
    authors: list[str] = field(default_factory=list)
    agency: list[str] = field(default_factory=list)

    def kept(self) -> list[int]:
        """Return the numbers of the lines that still count as the report."""
        return [i for i, line in enumerate(self.lines) if line.kept]

    def top(self) -> Iterator[int]:
        """Yield the kept lines before the report's second prose line: where titles, bylines and dates stand."""
        prose = 0
        for i in self.kept():
            prose += self.lines[i].prose and self.lines[i].words >= 12
            if prose >= 2:
                return
            yield i


def split(text: str) -> list[Line]:
    """Return the page's lines without outer blanks; sentences glued without a space come apart."""
    lines: list[Line] = []
    gap = True
    for raw in text.split("\n"):
        stripped = " ".join(raw.split())
        if not stripped:
            gap = True
            continue
        for part in unglue(stripped):
            lines.append(Line(part, gap))
            gap = False
    return _rejoin(lines)


def unglue(line: str) -> list[str]:
    """Part a line where one sentence runs into the next without a space, as lost markup leaves them.

    >>> unglue("Your help makes all the difference.Two bridges were closed on Monday.")
    ['Your help makes all the difference.', 'Two bridges were closed on Monday.']
    """
    parts, start = [], 0
    for match in _GLUE.finditer(line):
        if _sentence_ends(line, start, match):
            cut = match.end() - _opens_next(line[start : match.end()])
            parts.append(line[start:cut])
            start = cut
    return [*parts, line[start:]]


def _opens_next(part: str) -> bool:
    """Whether the straight quotation mark at a sentence's end is the first of a pair, so the next one's."""
    return part.endswith('"') and part.count('"') % 2 == 1


def _sentence_ends(line: str, start: int, match: re.Match[str]) -> bool:
    last = _LAST_WORD.search(line, max(start, match.start() - 41), match.start())
    word = last[0].rstrip("%").lower() if last else ""
    following = line[match.end() : match.end() + _NEXT_WORDS].lstrip('"“‘')
    return (
        len(word) > 1
        and not _ABBREVIATIONS.fullmatch(word)
        and re.split(r"\W", following, maxsplit=1)[0] not in _DOMAINS
        and line.count(" ", start, match.start()) >= 3
        and following.count(" ") >= 2
    )


def _rejoin(lines: list[Line]) -> list[Line]:
    width = _wrap_width(lines)
    joined: list[Line] = []
    previous = ""
    for line in lines:
        wrapped = bool(width) and not line.gap and len(previous) >= 0.6 * width
        if joined and (wrapped or _continues(joined[-1], line)):
            joined[-1] = Line(_glue(joined[-1].text, line.text), joined[-1].gap)
        else:
            joined.append(line)
        previous = line.text
    return joined


def _wrap_width(lines: list[Line]) -> int:
    """Return the column at which the page wraps its lines, 0 when it does not."""
    longest = max((len(line.text) for line in lines), default=0)
    if longest not in _WRAP_WIDTHS or len(lines) < 6:
        return 0
    within = [a for a, b in zip(lines, lines[1:], strict=False) if not b.gap]
    full = [line for line in within if len(line.text) >= 0.8 * longest]
    return longest if len(full) >= 0.5 * len(lines) and sum(not line.ends for line in full) >= 0.6 * len(full) else 0


def _continues(previous: Line, line: Line) -> bool:
    return previous.words >= 4 and not previous.ends and previous.text[-1] not in ":;" and _starts_inside(line)


def _starts_inside(line: Line) -> bool:
    return bool(_LOWER_START.match(line.text)) and line.words >= 3 and "@" not in line.text.split()[0]


def _glue(left: str, right: str) -> str:
    return left + right if re.search(r"[a-z]-$", left) else f"{left} {right}"
