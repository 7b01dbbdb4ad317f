"""HTML pages: trafilatura finds the report, htmldate the date; what they leave is cleaned like scraped text."""

import logging
import re
from functools import lru_cache

import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from trafilatura.settings import Document

from onrecord.read.characters import one_line, printable
from onrecord.read.headline import outlet_of
from onrecord.read.markup import visible_text
from onrecord.read.page_dates import page_date
from onrecord.read.text import Report, clean_paragraphs, clean_text

_WHOLE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_LIST_MARK = re.compile(r"(?m)^- ")  # how trafilatura writes an item of a list
_MAX_DEPTH = 200  # nested elements; browsers and lxml stop near there too, and hostile pages go far beyond


def clean_html(markup: str, url: str | None = None) -> Report | None:
    """Return the report on a page, None when the page holds none.

    Never fetches anything. The headline, outlet, authors and date come from the page's metadata before its text.
    """
    _quiet()
    tree = trafilatura.load_html(markup if _WHOLE.search(markup) else f"<html><body>{markup}</body></html>")
    if tree is None:
        return None
    flatten(tree)
    found = trafilatura.bare_extraction(
        tree, url=url, with_metadata=True, include_comments=False, include_tables=True, favor_recall=True
    )
    meta = found if isinstance(found, Document) else trafilatura.extract_metadata(tree, default_url=url)
    title, outlet = _headline(meta.title if meta else None)
    report = clean_paragraphs(meta.text.replace("\n", "\n\n"), title) if meta is found and meta.text else None
    if report is None or not report.text:
        report = clean_text(visible_text(markup))
    if not report.text:
        return None
    address = url or (one_line(meta.url, 2000) if meta and meta.url else None)
    return Report(
        text=_LIST_MARK.sub("", report.text),
        title=title or report.title,
        outlet=_outlet(meta.sitename if meta else None) or outlet or report.outlet,
        authors=_authors(meta.author if meta else None) or report.authors,
        agency=report.agency,
        published=page_date(tree, address) or report.published,
        url=address,
        dateline_place=report.dateline_place,
        dropped=report.dropped,
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


def _headline(title: str | None) -> tuple[str | None, str | None]:
    if not title:
        return None, None
    return outlet_of(one_line(title, 400))


def _outlet(sitename: str | None) -> str | None:
    return one_line(sitename, 120) if sitename else None


def _authors(author: str | None) -> tuple[str, ...]:
    names = (one_line(name, 120) for name in (author or "").split(";"))
    return tuple(name for name in names if name and printable(name) == name)
