"""The outlet, where the page's furniture or its masthead names it."""

import re

from onrecord.read.lexicon import naming, pattern
from onrecord.read.lines import Line, Page

_PICTURES = {"caption", "media", "picture"}  # their credits name photographers
_ABOVE = {"label", "menu"}
_LONGEST = 2000  # characters; a longer line of furniture is a heap of links, and its capitals name anybody
_MASTHEAD = re.compile(r"(?:The )?[A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*){1,3}")


def find_outlet(page: Page) -> None:
    """Take the name that furniture says most often, ties to the first; else a masthead above the report."""
    said: dict[str, int] = {}
    for line in page.lines:
        if not line.kept and line.why not in _PICTURES and len(line.text) <= _LONGEST:
            for name in _names_in(line):
                said[name] = said.get(name, 0) + 1
    page.outlet = page.outlet or (max(said, key=lambda name: said[name]) if said else _masthead(page))


def _names_in(line: Line) -> list[str]:
    """Return the names in a line of furniture; "Tarvonia | Politics" is a path through the site and names nobody."""
    found = [match for expression in naming("outlet", "pattern") for match in expression.finditer(line.text)]
    names = [m["name"] for m in found if "|" not in m[0] or pattern("outlet", "suffix").search(m["name"])]
    return [name.removeprefix("the ").strip(" .,’'") for name in names]


def _masthead(page: Page) -> str | None:
    """Return a line above the report that reads like an outlet's name ("The Lund Chronicle")."""
    for line in page.lines:
        if line.kept:
            return None
        if line.why in _ABOVE and is_outlet_name(line.text):
            return line.text
    return None


def is_outlet_name(text: str) -> bool:
    """Whether a line reads like an outlet's name rather than a section's.

    >>> is_outlet_name("The Lund Chronicle"), is_outlet_name("World News"), is_outlet_name("Mayor Quits")
    (True, False, False)
    """
    named = _MASTHEAD.fullmatch(text) and pattern("outlet", "suffix").search(text)
    return bool(named) and not pattern("outlet", "generic").match(text)
