"""The visible text of any markup, however broken: what is left when no report is found in a page's structure."""

from html.parser import HTMLParser

_UNSEEN = {
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "title",
    "nav",
    "footer",
    "aside",
    "form",
    "select",
    "svg",
}
_INLINE = {"a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "u"}


class _Text(HTMLParser):
    """Collects text in one pass without a tree, so depth and missing end tags cost nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.unseen.append(tag)
        elif tag not in _INLINE:
            self.parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.unseen:
            del self.unseen[self.unseen.index(tag) :]
        elif tag not in _INLINE:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.parts.append(" ".join(data.split("\n")))


def visible_text(markup: str) -> str:
    """Return what a reader would see of a page's main part, a blank line between its blocks.

    >>> visible_text("<nav>Home</nav><p>The dam <b>held</b>.<p>Nobody was hurt.").split()
    ['The', 'dam', 'held.', 'Nobody', 'was', 'hurt.']
    """
    parser = _Text()
    parser.feed(markup)
    parser.close()
    return "".join(parser.parts)
