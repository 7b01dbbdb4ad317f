"""Scraped text: the report without its page's furniture, and what the furniture tells about it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.model import When
from onrecord.read import dating, lines
from onrecord.read.appeals import drop_appeals
from onrecord.read.author_box import take_author_box
from onrecord.read.captions import drop_captions
from onrecord.read.characters import printable
from onrecord.read.credits import take_agency, take_bylines
from onrecord.read.dateline import datelines
from onrecord.read.headline import bare, find_headline
from onrecord.read.lines import Page
from onrecord.read.links import drop_links
from onrecord.read.menus import drop_labels_on_top, drop_menus, drop_repeats, drop_trail, drop_unended, drop_worded
from onrecord.read.names import agencies_in
from onrecord.read.outlet import find_outlet, is_outlet_name


@dataclass(frozen=True, slots=True)
class Report:
    """What a page holds of its report; everything but the text as far as the page prints it.

    dropped  the lines taken out, each with the kind of furniture it was
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    published: When | None = None
    url: str | None = None
    dateline_place: str | None = None
    dropped: tuple[tuple[str, str], ...] = ()


_PRINTED = {False: "printed on the page", True: "printed on the page as last changed"}

_LAST_STEPS: tuple[Callable[[Page], None], ...] = (
    drop_captions,
    drop_links,
    take_bylines,
    take_agency,
    take_author_box,
    drop_repeats,
    drop_labels_on_top,
    drop_trail,
    drop_unended,
)


def clean_text(raw: str) -> Report:
    """Return the report in a page that was scraped as text: its first headline, then its paragraphs."""
    page = Page(lines.split(printable(raw)))
    for step in (drop_worded, drop_appeals, drop_menus, find_headline):
        step(page)
    return _finished(page)


def clean_paragraphs(paragraphs: str, title: str | None) -> Report:
    """Return the report in text that has already lost most of its page, when its headline is known."""
    page = Page(lines.split(printable(paragraphs)), title=title)
    if title:
        _drop_title(page, title)
    for step in (drop_worded, drop_appeals):
        step(page)
    return _finished(page)


def as_given(text: str) -> Report:
    """Return the report in a text that is kept as it is, with the date, dateline and agency that are printed in it.

    >>> as_given("Selm bridge reopens\\nMarch 4 , 2031\\nThe bridge over the Selm reopened at noon .").published.value
    '2031-03-04'
    """
    found = clean_text(text)
    if found is None:
        return Report(text)
    return Report(text, published=found.published, agency=found.agency, dateline_place=found.dateline_place)


def _drop_title(page: Page, title: str) -> None:
    for line in page.lines:
        if bare(line.text) == bare(title):
            line.why = "headline"


def _finished(page: Page) -> Report:
    """Return the report on a page whose headline is known."""
    published = _printed_date(page)
    for step in _LAST_STEPS:
        step(page)
    find_outlet(page)
    kept = [page.lines[i].text for i in page.kept() if page.lines[i].text]
    text = "\n\n".join(kept)
    opening = next(datelines(text), None)
    return Report(
        text=text,
        title=page.title,
        outlet=page.outlet,
        authors=tuple(page.authors),
        agency=_with_dateline(page.agency, opening["agency"] if opening else None),
        published=published or dating.in_dateline(opening["date"] if opening else None),
        dateline_place=opening["place"] if opening else None,
        dropped=tuple((line.why, line.text) for line in page.lines if line.why),
    )


def _may_be_agency(name: str) -> bool:
    """Whether a bracket in a dateline that no list knows is an agency's: "(Northern Wire)", not "(Florida)"."""
    return not re.search(r"\d", name) and (" " in name or name.isupper())


def _with_dateline(named: list[str], bracket: str | None) -> tuple[str, ...]:
    """Return the agencies with those in a dateline's bracket, which may also hold a region or a day."""
    extra = agencies_in(bracket or "") or [name for name in [(bracket or "").strip()] if _may_be_agency(name)]
    return tuple([*extra, *(name for name in named if name not in extra)])


def _printed_date(page: Page) -> When | None:
    """Take the date that stands on a line of its own near the top, and mark the lines of dates there."""
    found: dict[bool, When] = {}
    for i in page.top():
        if date := dating.printed(page.lines[i].text):
            value, changed = date
            page.lines[i].why = "date"
            found.setdefault(changed, When(value, "day", _PRINTED[changed]))
        elif signed := dating.printed_behind_byline(page.lines[i].text):
            page.lines[i].text, value, changed = signed
            found.setdefault(changed, When(value, "day", _PRINTED[changed]))
        elif named := dating.printed_behind_name(page.lines[i].text):
            name, value = named
            page.lines[i].why = "date"
            page.outlet = page.outlet or (name if is_outlet_name(name) else None)
            found.setdefault(False, When(value, "day", _PRINTED[False]))
    return found.get(False) or found.get(True)
