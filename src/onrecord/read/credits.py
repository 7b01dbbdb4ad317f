"""Who made the report: bylines and agency credits."""

import re

from onrecord.read.lexicon import pattern
from onrecord.read.lines import Line, Page
from onrecord.read.names import PEOPLE, PERSON, agencies_in, people_in
from onrecord.read.outlet import is_outlet_name

_BYLINE = re.compile(
    rf"(?i:by|written by|story by|reported by|words|author)\s?:?\s+(?P<people>{PEOPLE})(?P<rest>(?:\W.{{0,90}})?)"
)
_BY_AGENCY = re.compile(r"(?i:by|source|from)\s?:?\s+(?P<agency>[A-Z][\w &/,-]{1,60})")
_TITLED = re.compile(rf"(?P<people>{PERSON})(?:, | in | \| )(?P<title>[^.!?]{{3,60}})")
_INPUTS = re.compile(r"(?i:inputs?|reports?|reporting|files) (?:from|by) (?P<agency>[A-Z][\w &/,-]{1,60})")
_MADE_BY = re.compile(
    r"\b(?i:(?:additional )?(?:reporting|writing|compiled)(?: and (?:writing|editing|reporting))? by)\s+"
    rf"(?P<people>{PEOPLE})"
)
_CONTRIBUTED = re.compile(
    rf"\W?(?:(?:The )?(?P<agency>[A-Z][\w ]{{1,30}}?) )?(?:(?:staff )?(?:writers?|reporters?|correspondents?)[,:]? )?"
    rf"(?P<people>{PERSON}(?:(?:,? in [A-Z]\w+)?(?:,? (?:and|&) |, ){PERSON})*)(?: in [\w, ]{{2,40}})?,? "
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
_PARTS = re.compile(r"[,|·•–—]| (?:for|at) ")
_LAST_LINES = 8  # lines from the end in which credits stand


def take_bylines(page: Page) -> None:
    """Note the authors of a byline near the top, or of a credit near the end, and mark those lines."""
    for i in page.top():
        line = page.lines[i]
        if match := _BYLINE.fullmatch(line.text):
            _take_byline(page, line, match)
        elif (match := _TITLED.fullmatch(line.text)) and pattern("author", "work").search(match["title"]):
            line.why = "byline"
            _add(page.authors, [match["people"]])
        elif (match := _BY_AGENCY.fullmatch(line.text)) and (named := agencies_in(match["agency"])):
            line.why = "byline"
            _add(page.agency, named)
    for i in page.kept()[-_LAST_LINES:]:
        _take_closing(page, page.lines[i])


def _take_byline(page: Page, line: Line, match: re.Match[str]) -> None:
    rest = match["rest"].strip(" ,|·•-–—")
    if line.ends and len(line.text.split()) > 8:
        return
    line.why = "byline"
    people = people_in(match["people"])
    if len(people) > 1 and is_outlet_name(people[-1]) and match["people"].endswith(f", {people[-1]}"):
        rest = people.pop()
    credited = [match["agency"] for match in _INPUTS.finditer(line.text)]
    _add(page.agency, [agency for name in [*people, rest, *credited] for agency in agencies_in(name)])
    _add(page.authors, [name for name in people if not agencies_in(name)])
    page.outlet = page.outlet or next(filter(is_outlet_name, map(str.strip, _PARTS.split(rest))), None)


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
    elif (match := _INPUTS.search(line.text)) and line.words <= 8 and (named := agencies_in(match["agency"])):
        line.why = "agency"
        _add(page.agency, named)


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
