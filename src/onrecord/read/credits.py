"""Who made the report: bylines, agency credits, datelines, author boxes."""

import re
from functools import lru_cache

from onrecord.read.lexicon import NAME, entries, naming, pattern
from onrecord.read.lines import Page

_PERSON = r"(?:[A-ZÀ-Þ][\w'’.-]*)(?: (?:(?:de|da|del|van|von|der|den|bin|al|el|la|le|ten|ter|di|du|dos) )*[A-ZÀ-Þ][\w'’.-]*){1,3}"
_PEOPLE = rf"{_PERSON}(?:,? (?:and|&) {_PERSON}|, {_PERSON})*"
_BYLINE = re.compile(
    rf"^(?:(?i:by|written by|story by|reported by|from|words:|author:?))\s+(?P<people>{_PEOPLE})(?P<rest>.{{0,90}})$"
)
_PERSON_LINE = re.compile(rf"^{_PERSON}$")
_SPLIT_PEOPLE = re.compile(r",? (?:and|&) |, ")
_MADE_BY = re.compile(
    rf"\(?\b(?i:(?:additional )?(?:reporting|writing|editing|compiled|edited)(?: and (?:writing|editing|reporting))? by)\s+(?P<people>{_PEOPLE})"
)
_DATELINE = re.compile(
    r"^(?P<place>(?:[A-ZÀ-Þ]{2}[A-ZÀ-Þ'’.\-]*|[A-ZÀ-Þ]\.[A-Z.]+)(?:[ -](?:[A-ZÀ-Þ'’.\-]{2,}|de|la|el|al|of))*(?:/[A-ZÀ-Þ'’.\- ]+)*"
    r"(?:, (?:[A-ZÀ-Þ][\w.'’]*)(?: [A-ZÀ-Þ][\w.'’]*){0,2}?)?)"
    r"(?:,? (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?),?)?"
    r"(?:\s?\((?P<agency>[^()]{2,40})\))?\s?(?:—|–|--|-|:(?=\s[A-Z]))\s?(?=\S)"
)
_MIXED_DATELINE = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){0,3}(?:, [A-ZÀ-Þ][\w.'’]*(?: [A-ZÀ-Þ][\w.'’]*){0,2})?)"
    r"(?:,? (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?),?)?"
    r"\s?\((?P<agency>[^()]{2,40})\)\s?(?:—|–|--|-|:)\s?(?=\S)"
)
_DESK = re.compile(r"^(?:[a-z]{1,6}(?:[,/ -]+[a-z]{1,6})*[,/ -]*)?\((?P<agency>[^()]{2,80})\)\.?$")
_DESK_PLAIN = re.compile(
    r"^(?:[—–-]+\s*|(?i:source|sources|agencies|with|via|courtesy)\s*:\s*)?(?P<agency>[A-Z][\w’' /,&;+-]{1,80}?)\.?$"
)
_WITH_FILES = re.compile(
    r"^\W*(?i:with (?:files|reports?|reporting|additional reporting|inputs?|material|information)(?: from| by)?)\s+(?P<agency>.{2,120}?)\W*$"
)
_TRAILING = re.compile(
    r"(?<=[.!?\"”’])\s*(?:[—–-]+\s*(?P<dash>[A-Z][\w &/,-]{1,40})|[(\[](?P<agency>[A-Z][^()\[\]]{1,60})[)\]])\.?$"
)
_LAST_LINES = 8  # lines from the end in which credits and author boxes stand


@lru_cache
def _agencies() -> dict[str, str]:
    return {name.casefold(): name for name in entries("agency", "names", "credits.toml")}


def agencies_in(credit: str) -> list[str]:
    """Return the agencies a credit names as printed; an empty list unless all of its parts are agencies.

    >>> agencies_in("AFP, Reuters")
    ['AFP', 'Reuters']
    >>> agencies_in("Quayside, Norland")
    []
    """
    parts = [part for part in re.split(r"\s*(?:[,/;&+•·-]|\band\b)\s*", credit.strip()) if part]
    known = [part for part in parts if part.casefold() in _agencies()]
    return known if known and len(known) == len(parts) else []


def take_bylines(page: Page) -> None:
    """Note the authors of a byline near the top, or of a credit near the end, and mark those lines."""
    for i in page.top():
        line = page.lines[i]
        if line.prose and not line.text.startswith("By "):
            continue
        if match := _BYLINE.match(line.text):
            _credit_line(page, i, match)
    for i in page.kept()[-_LAST_LINES:]:
        line = page.lines[i]
        people = [person for match in _MADE_BY.finditer(line.text) for person in _people(match["people"])]
        if people and _only_credits(line.text):
            line.why = "byline"
            page.authors += [person for person in people if person not in page.authors]


def _credit_line(page: Page, i: int, match: re.Match[str]) -> None:
    rest = match["rest"].strip(" ,|·•-–—")
    if re.search(r"[.!?]$", rest) and len(rest.split()) > 8:
        return
    page.lines[i].why = "byline"
    people = _people(match["people"])
    page.agency += [name for name in people + [rest] if agencies_in(name) and name not in page.agency]
    page.authors += [name for name in people if not agencies_in(name) and name not in page.authors]


def _people(names: str) -> list[str]:
    return [name.strip(" .,") for name in _SPLIT_PEOPLE.split(names) if name.strip(" .,")]


def _only_credits(text: str) -> bool:
    """Whether a line holds nothing but who reported, wrote and edited."""
    left = re.sub(
        r"(?i)\b(?:additional|reporting|writing|editing|compiled|edited|written|reported|and|by|in|for|at|from)\b",
        " ",
        text,
    )
    return not re.search(r"\b[a-z]{3,}\b", left)


def take_agency(page: Page) -> None:
    """Note the agencies credited in the last lines and mark or cut those credits."""
    for i in page.kept()[-_LAST_LINES:]:
        line = page.lines[i]
        match = (
            _WITH_FILES.match(line.text) or _DESK.match(line.text) or (line.words <= 8 and _DESK_PLAIN.match(line.text))
        )
        named = agencies_in(match["agency"]) if match else []
        if match and (named or match.re is _WITH_FILES):
            line.why = "agency"
        elif cut := _TRAILING.search(line.text):
            named = agencies_in(cut["dash"] or cut["agency"])
            line.text = line.text[: cut.start()] if named else line.text
        page.agency += [name for name in named if name not in page.agency]


def dateline(text: str) -> re.Match[str] | None:
    """Return the dateline that a report's first paragraph opens with: groups place, date, agency.

    Mixed case counts only with an agency in brackets: "Nairobi, Kenya (AP) —".
    """
    if match := _MIXED_DATELINE.match(text):
        return match if agencies_in(match["agency"]) else None
    match = _DATELINE.match(text)
    return match if match and not _is_label(match) else None


def _is_label(match: re.Match[str]) -> bool:
    """Whether the capitals are a newsroom's label ("UPDATE -") or an agency rather than a place."""
    place = match["place"]
    return bool(pattern("line", "label").fullmatch(place)) or bool(agencies_in(place)) or len(place) > 45


def take_author_box(page: Page) -> None:
    """Mark the box about the author at the end: the repeated name, the lines about their work."""
    kept = page.kept()
    for i in kept[-_LAST_LINES:]:
        line = page.lines[i]
        if not line.kept:
            continue
        if pattern("author", "heading").fullmatch(line.text):
            line.why = "author box"
        elif name := _bio_of(page, i):
            line.why = "author box"
            _drop_names_before(page, i, name)


def _bio_of(page: Page, i: int) -> str | None:
    """Return the name the line is a short biography of, None for other lines."""
    line = page.lines[i]
    if not line.prose or not pattern("author", "bio").search(line.text) or any(mark in line.text for mark in '"“'):
        return None
    known = [*page.authors, *_name_lines(page, i)]
    first = re.match(NAME, line.text)
    if first is None:
        return None
    for name in known:
        if name.split()[0] == first["name"].split()[0] or name.split()[-1] == first["name"].split()[-1]:
            return name
    last = not any(page.lines[j].prose for j in page.kept() if j > i)
    new = len(first["name"].split()) >= 2 and not _named_elsewhere(page, i, first["name"])
    return first["name"] if last and new and pattern("author", "work").search(line.text) else None


def _named_elsewhere(page: Page, i: int, name: str) -> bool:
    surname = name.split()[-1]
    return any(surname in page.lines[j].text for j in page.kept() if j != i and page.lines[j].words > 4)


def _name_lines(page: Page, i: int) -> list[str]:
    """Return the names on lines of their own just before a line."""
    return [line.text for line in page.lines[max(0, i - 3) : i] if _PERSON_LINE.match(line.text) and line.words <= 4]


def _drop_names_before(page: Page, i: int, name: str) -> None:
    if name not in page.authors:
        page.authors.append(name)
    for line in page.lines[max(0, i - 3) : i]:
        if line.kept and (line.text == name or pattern("author", "heading").fullmatch(line.text)):
            line.why = "author box"


def find_outlet(page: Page) -> None:
    """Take the outlet's name from where furniture says it; the name said most often wins, ties go to the first."""
    if page.outlet:
        return
    said: dict[str, int] = {}
    for line in page.lines:
        if line.kept:
            continue
        for expression in naming("outlet", "pattern"):
            for match in expression.finditer(line.text):
                name = match["name"].strip(" .,’'")
                said[name] = said.get(name, 0) + 1
    page.outlet = max(said, key=lambda name: said[name]) if said else None
