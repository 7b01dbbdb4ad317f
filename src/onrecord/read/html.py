"""HTML pages: trafilatura finds the report, htmldate the date; what they leave is cleaned like scraped text."""

import copy
import logging
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement

from onrecord.read.characters import one_line, printable
from onrecord.read.headline import outlet_of
from onrecord.read.markup import visible_text
from onrecord.read.missed import with_missed
from onrecord.read.page_dates import page_date
from onrecord.read.text import Report, clean_paragraphs, clean_text

_WHOLE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_LIST_MARK = re.compile(r"(?m)^- ")  # how trafilatura writes an item of a list
_TABLE_MARK = re.compile(r"(?m)^[ |-]*\|[ |-]*|(?<![ |]) *+\|[ |]*+$")  # and the sides of a table's row
_MAX_DEPTH = 200  # nested elements; browsers and lxml stop near there too, and hostile pages go far beyond
# What a page says of itself is cut to so many characters.
_TITLE_CHARS = 400
_NAME_CHARS = 120
_ADDRESS_CHARS = 2000


@dataclass(frozen=True, slots=True)
class _Extracted:
    """What trafilatura makes of a page; empty strings where it finds nothing."""

    text: str = ""
    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""


def clean_html(markup: str, url: str | None = None) -> Report | None:
    """Return the report on a page, None when the page holds none.

    Never fetches anything. The headline, outlet, authors and date come from the page's metadata before its text.
    """
    tree = _tree(markup)
    if tree is None:
        return None
    found = _extract(tree, url)
    title, outlet = outlet_of(found.title) if found.title else (None, None)
    outlet = outlet or outlet_of(one_line(tree.findtext(".//title") or "", _TITLE_CHARS))[1]
    report = clean_paragraphs(_TABLE_MARK.sub("", found.text).replace("\n", "\n\n"), title)
    if not report.text:
        report = clean_text(visible_text(markup))
    if not report.text:
        return None
    address = url or found.url or None
    return replace(
        report,
        text=_LIST_MARK.sub("", report.text),
        title=title or report.title,
        outlet=found.outlet or outlet or report.outlet,
        authors=_authors(found.author) or report.authors,
        published=page_date(tree, address, report.published),
        url=address,
    )


def _tree(markup: str) -> HtmlElement | None:
    import trafilatura  # takes half a second to load; runs over text and rows do without

    _quiet()
    tree = trafilatura.load_html(markup if _WHOLE.search(markup) else f"<html><body>{markup}</body></html>")
    if tree is not None:
        flatten(tree)
    return tree


def _extract(tree: HtmlElement, url: str | None) -> _Extracted:
    import trafilatura
    from trafilatura.settings import Document

    found = trafilatura.bare_extraction(
        copy.deepcopy(tree), url=url, with_metadata=True, include_comments=False, include_tables=True, favor_recall=True
    )
    text = found.text or "" if isinstance(found, Document) else ""
    meta = found if isinstance(found, Document) else trafilatura.extract_metadata(tree, default_url=url)
    if meta is None:
        return _Extracted(text)
    return _Extracted(
        text=with_missed(tree, text) if text else "",
        title=one_line(meta.title or "", _TITLE_CHARS),
        outlet=one_line(meta.sitename or "", _NAME_CHARS),
        author=meta.author or "",
        url=one_line(meta.url or "", _ADDRESS_CHARS),
    )


@lru_cache(maxsize=1)
def _quiet() -> None:
    """Keep the extractors' own warnings about odd pages off the user's screen: our answer says what was read."""
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def flatten(tree: HtmlElement) -> None:
    """Lift what lies deeper than `_MAX_DEPTH` up to that depth, so that nothing downstream runs out of stack."""
    depth = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "end" and depth >= _MAX_DEPTH and isinstance(element.tag, str):
            element.drop_tag()


def _authors(author: str) -> tuple[str, ...]:
    names = (one_line(name, _NAME_CHARS) for name in author.split(";"))
    return tuple(name for name in names if name and printable(name) == name)
