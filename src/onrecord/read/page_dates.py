"""When an HTML page was published: its metadata, its visible date, its address, each with its basis."""

import copy
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from lxml.html import HtmlElement

from onrecord.model import When
from onrecord.read import dating
from onrecord.read.linked_dates import linked_dates

_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "article.published", "article:published",
    "dc.date.issued", "dcterms.issued", "parsely-pub-date", "article_date_original", "originalpublicationdate",
    "cxenseparse:recs:publishtime", "rnews:datepublished", "bt:pubdate", "citation_publication_date",
)  # fmt: skip
# Names that some pages use for the day of a change, or of the visit.
_LOOSE = (
    "pubdate", "publishdate", "publish-date", "publish_date", "published_time", "date", "dc.date", "dcterms.date",
    "dcterms.created", "sailthru.date", "displaydate", "release_date",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod")
_LINKED = ("datePublished", "dateCreated", "uploadDate")
_LINKED_CHANGE = ("dateModified",)
_SECONDS = re.compile(r"[0-9]{10}([0-9]{3})?")  # since 1970, and thousandths
# Signs further apart than this, in days, are of two happenings: published, and published again or changed.
_APART = 2
_OTHER = re.compile(r"comment|related|recommend|sidebar|most-?read|promo|teaser")
_PARAGRAPH = 80  # characters: what is longer is a paragraph of the report, not a line of its own
_LATEST = "2100-12-31"  # the day a run takes place on must not change what it finds


def page_date(tree: HtmlElement, url: str | None, printed: When | None = None) -> When | None:
    """Return when a page was first published, from its most reliable sign; None when there is none.

    First published comes before modified, metadata before what is visible, the address after both; where two signs
    agree on an older day than the first, or the address does, the page was dated anew and they are believed.
    `printed` is the date that stands in the report's own text.
    """
    signs = (
        _from_names(tree, _PUBLISHED, "page metadata"),
        _from_linked_data(tree, _LINKED, "page metadata"),
        _from_names(tree, _LOOSE, "page metadata"),
        _from_elements(tree),
        printed or _from_lines(tree),
        dating.in_address(url) if url else None,
    )
    return (
        _settled([when for when in signs if when is not None])
        or _from_page(tree)
        or _from_names(tree, _MODIFIED, "page metadata, last change")
        or _from_linked_data(tree, _LINKED_CHANGE, "page metadata, last change")
    )


def _settled(signs: Sequence[When]) -> When | None:
    """Return the date that the signs, the most reliable first, speak for; its basis tells where they differ."""
    if not signs:
        return None
    best, rest = signs[0], signs[1:]
    older = [when for when in rest if _apart(when, best) and when.value < best.value]
    agreed = (one for i, one in enumerate(older) if any(not _apart(one, two) for two in older[i + 1 :]))
    first = next(agreed, None) or next((when for when in older if when.basis == dating.IN_ADDRESS), None)
    return replace(first, basis=f"{first.basis}; {best.basis} says {best.value}") if first else best


def _apart(one: When, other: When) -> bool:
    if one.precision != "day" or other.precision != "day":
        return not (one.value.startswith(other.value) or other.value.startswith(one.value))
    return abs((date.fromisoformat(one.value) - date.fromisoformat(other.value)).days) > _APART


def _from_names(tree: HtmlElement, names: tuple[str, ...], basis: str) -> When | None:
    found: dict[str, When | None] = {}
    for element in tree.iter("meta"):
        content = element.get("content") or element.get("datetime")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name in names and content and name not in found:
                found[name] = _read(content, f"{basis} ({name})")
    return next((when for name in names if (when := found.get(name))), None)


def _from_linked_data(tree: HtmlElement, names: tuple[str, ...], basis: str) -> When | None:
    scripts = [s.text or "" for s in tree.iter("script") if (s.get("type") or "").lower() == "application/ld+json"]
    read = (_read(value, f"{basis} ({name})") for name, value in linked_dates(scripts, names))
    return next((when for when in read if when), None)


def _from_elements(tree: HtmlElement) -> When | None:
    """Take the date of the first <time> element, or itemprop, that marks a publication or stands in the page's head."""
    for element in _time_elements(tree):
        value = element.get("datetime") or element.get("content") or " ".join(element.itertext())
        if when := _read(value, "date shown on the page"):
            return when
    return None


def _time_elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    marked = [e for e in tree.iter() if (e.get("itemprop") or "").lower() == "datepublished" and e.tag != "meta"]
    yield from marked
    yield from (element for element in tree.iter("time") if not _about_another(element))


def _from_lines(tree: HtmlElement) -> When | None:
    """Take the first line between the headline and the report's first paragraph that is a date and no change.

    What stands above the headline may be the day of the visit.
    """
    headed = False
    for element in tree.iter("h1", "p", "div", "span", "li"):
        text = " ".join(element.itertext()) if headed and not len(element) else ""
        if headed and element.tag == "p" and len(text) > _PARAGRAPH:
            return None
        headed = headed or element.tag == "h1"
        found = dating.printed(text) if 0 < len(text) <= _PARAGRAPH and not _about_another(element) else None
        if found and not found[1]:
            return When(found[0], "day", "date shown on the page")
    return None


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _about_another(element: HtmlElement) -> bool:
    """Whether a date belongs to a comment, to the page's margins or to a link to another report."""
    for ancestor in element.iterancestors():
        if ancestor.tag in ("a", "aside", "footer", "nav") or _OTHER.search(_names(ancestor)):
            return True
    kinds = (element.get("class") or "").lower()
    return bool(re.search(r"updat|modif", kinds)) and "publish" not in kinds  # "entry-date published updated"


def _from_page(tree: HtmlElement) -> When | None:
    """Let htmldate look at what is visible of the report: without metadata and what belongs to other reports."""
    import htmldate  # slow to load, and needed by few pages

    seen = copy.deepcopy(tree)
    for element in list(seen.iter("meta", "script", "aside", "footer", "nav", "time", "link")):
        element.drop_tree()
    for element in list(seen.iter("div", "section", "ul", "ol")):
        if element.getparent() is not None and _OTHER.search(_names(element)):
            element.drop_tree()
    found = htmldate.find_date(seen, extensive_search=False, original_date=True, max_date=_LATEST)
    return dating.given(found, "date shown on the page") if found else None


def _read(value: str, basis: str) -> When | None:
    if when := dating.given(value, basis):
        return when
    if _SECONDS.fullmatch(value.strip()):
        return When(datetime.fromtimestamp(int(value.strip()[:10]), UTC).date().isoformat(), "day", basis)
    found = dating.printed(" ".join(value.split()))
    return When(found[0], "day", basis) if found else None
