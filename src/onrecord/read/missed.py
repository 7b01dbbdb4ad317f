"""Paragraphs of a report that extraction left behind: put back where they stood among those it found."""

import re
from collections import Counter

from lxml.html import HtmlElement

from onrecord.read.headline import bare
from onrecord.read.lines import ENDS

_LEAST_WORDS = 6
_LEAST_FOUND = 3  # found paragraphs in one element that make it the report's own
_BESIDE = {"aside", "footer", "nav", "form", "figure", "header", "figcaption"}
_BESIDE_NAMES = re.compile(
    r"share|social|promo|newsletter|signup|sign-up|subscri|related|recommend|teaser|comment|author|bio|byline|caption|"
    r"credit|advert|cookie|consent|banner|sidebar|footer|most-|popular|donat|support|paywall|disclaimer|copyright"
)


def with_missed(tree: HtmlElement, text: str) -> str:
    """Return extracted text, one paragraph a line, with the sentences of the page that stood between its lines.

    A paragraph comes back when it is a sentence, its element holds several paragraphs that were found, and nothing
    around it is named as furniture.
    """
    lines = text.split("\n")
    place = {bare(line): n for n, line in enumerate(lines)}
    whole = bare(text)
    found = Counter(p.getparent() for p in tree.iter("p") if bare(p.text_content()) in place)
    missed: dict[int, list[str]] = {}
    last = None
    for paragraph in tree.iter("p"):
        words = " ".join(paragraph.text_content().split())
        last = place.get(bare(words), last)
        if last is not None and bare(words) not in whole and _of_report(paragraph, words, found):
            missed.setdefault(last, []).append(words)
    return "\n".join("\n".join([line, *missed.get(n, [])]) for n, line in enumerate(lines))


def _of_report(paragraph: HtmlElement, words: str, found: Counter[HtmlElement | None]) -> bool:
    if len(words.split()) < _LEAST_WORDS or not ENDS.search(words) or found[paragraph.getparent()] < _LEAST_FOUND:
        return False
    around = [paragraph, *paragraph.iterancestors()][:4]
    names = " ".join(f"{e.get('class') or ''} {e.get('id') or ''}" for e in around[:2]).lower()
    return not any(e.tag in _BESIDE for e in around) and not _BESIDE_NAMES.search(names)
