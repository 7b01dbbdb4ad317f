"""Who made the report: bylines, agency credits, and the outlet that the page's furniture names."""

import re

from onrecord.read.lexicon import naming, pattern
from onrecord.read.lines import Line, Page
from onrecord.read.names import PEOPLE, PERSON, agencies_in, people_in

_BYLINE = re.compile(
    rf"(?i:by|written by|story by|reported by|words:|author:?)\s+(?P<people>{PEOPLE})(?P<rest>(?:\W.{{0,90}})?)"
)
_MADE_BY = re.compile(
    r"\b(?i:(?:additional )?(?:reporting|writing|compiled)(?: and (?:writing|editing|reporting))? by)\s+"
    rf"(?P<people>{PEOPLE})"
)
_CONTRIBUTED = re.compile(
    rf"\W?(?:(?:The )?(?P<agency>[A-Z][\w ]{{1,30}}?) )?(?:(?:staff )?(?:writers?|reporters?|correspondents?)[,:]? )?"
    rf"(?P<people>{PERSON}(?:,? (?:in [A-Z]\w+,? )?(?:and|&)? ?{PERSON})*)(?: in [\w, ]{{2,40}})?,? "
    r"(?:also )?contributed (?:reporting|to this (?:report|story|article)|reporting to this \w+)\b.{0,40}"
)
_CREDIT_WORDS = re.compile(
    r"(?i)\b(?:additional|reporting|writing|editing|compiled|edited|written|reported|and|by|in|for|at|from|with)\b"
)
_DESK = re.compile(r"(?:[a-z]{1,6}(?:[,/ -]+[a-z]{1,6})*[,/ -]*)?\((?P<agency>[^()]{2,80})\)\.?")
# The last line of all may credit an agency that no list knows.
_OWN_DESK = re.compile(r"\((?P<agency>[A-Z][\w.-]{1,24}(?:,? [A-Z][\w.-]{1,24}){0,2})\)")
_DESK_PLAIN = re.compile(
    r"(?:[—–-]+\s*|(?i:source|sources|agencies|with|via|courtesy)\s*:\s*)?(?P<agency>[A-Z][\w’' /,&;+-]{1,80}?)\.?"
)
_WITH_FILES = re.compile(
    r"\W*(?i:with (?:files|reports?|reporting|additional reporting|inputs?|material|information)(?: from| by)?)\s+"
    r"(?P<agency>.{2,120}?)\W*"
)
_BEHIND = re.compile(
    r"(?<=[.!?\"”’])\s*(?:[—–-]+\s*(?P<dash>[A-Z][\w &/,-]{1,40})|[(\[](?P<bracket>[A-Z][^()\[\]]{1,60})[)\]]"
    r"|\s(?P<plain>[A-Z][\w-]{1,20}(?: [A-Z][\w-]{1,20}){0,2}))\.?$"
)
_PICTURES = {"caption", "media", "picture"}  # their credits name photographers
_LAST_LINES = 8  # lines from the end in which credits stand


def take_bylines(page: Page) -> None:
    """Note the authors of a byline near the top, or of a credit near the end, and mark those lines."""
    for i in page.top():
        if match := _BYLINE.fullmatch(page.lines[i].text):
            _take_byline(page, page.lines[i], match)
    for i in page.kept()[-_LAST_LINES:]:
        _take_closing(page, page.lines[i])


def _take_byline(page: Page, line: Line, match: re.Match[str]) -> None:
    rest = match["rest"].strip(" ,|·•-–—")
    if line.ends and len(line.text.split()) > 8:
        return
    line.why = "byline"
    people = people_in(match["people"])
    _add(page.agency, [agency for name in [*people, rest] for agency in agencies_in(name)])
    _add(page.authors, [name for name in people if not agencies_in(name)])


def _take_closing(page: Page, line: Line) -> None:
    """Take a closing line such as "(Reporting by ...; Editing by ...)" or "... contributed to this report."."""
    if match := _CONTRIBUTED.fullmatch(line.text):
        line.why = "byline"
        _add(page.agency, agencies_in(match["agency"] or ""))
        _add(page.authors, people_in(match["people"]))
        return
    people = [person for match in _MADE_BY.finditer(line.text) for person in people_in(match["people"])]
    if people and not re.search(r"\b[a-z]{3,}\b", _CREDIT_WORDS.sub(" ", line.text)):
        line.why = "byline"
        _add(page.authors, people)


def _add(names: list[str], new: list[str]) -> None:
    names += [name for name in dict.fromkeys(new) if name not in names]


def take_agency(page: Page) -> None:
    """Note the agencies credited in the last lines, and mark those lines or cut the credit off the last sentence."""
    for i in page.kept()[-_LAST_LINES:]:
        line = page.lines[i]
        files = _WITH_FILES.fullmatch(line.text)
        match = files or _DESK.fullmatch(line.text) or (line.words <= 8 and _DESK_PLAIN.fullmatch(line.text)) or None
        named = agencies_in(match["agency"]) if match else []
        if not named and i == page.kept()[-1] and (own := _OWN_DESK.fullmatch(line.text)):
            named = [name.strip() for name in own["agency"].split(",")]
        if named or files:
            line.why = "agency"
        elif cut := _BEHIND.search(line.text):
            named = agencies_in(cut["dash"] or cut["bracket"] or cut["plain"])
            line.text = line.text[: cut.start()] if named else line.text
        _add(page.agency, named)


def find_outlet(page: Page) -> None:
    """Take the outlet's name from where furniture says it; the name said most often wins, ties go to the first."""
    said: dict[str, int] = {}
    for line in page.lines:
        if page.outlet or line.kept or line.why in _PICTURES:
            continue
        for match in (match for expression in naming("outlet", "pattern") for match in expression.finditer(line.text)):
            if "|" in match[0] and not pattern("outlet", "suffix").search(match["name"]):
                continue  # "Tarvonia | Politics" is a path through the site
            name = match["name"].removeprefix("the ").strip(" .,’'")
            said[name] = said.get(name, 0) + 1
    page.outlet = page.outlet or (max(said, key=lambda name: said[name]) if said else None)
