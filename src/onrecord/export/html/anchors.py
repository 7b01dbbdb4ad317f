"""Which words the page points at, gathered while its rows are drawn, so that the reports can carry the targets."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from onrecord.export.cited import Words


class Anchors:
    """Turns words into link attributes and remembers them by report number."""

    def __init__(self) -> None:
        """Start with no words."""
        self.spans: dict[int, set[tuple[int, int]]] = {}

    def use(self, words: Iterable[Words], beside: Iterable[Words] = ()) -> Markup:
        """Return the attributes of a link to the words, with those that are shown beside them.

        The first is where the link leads without a script.
        """
        found = list({(w.report.number, w.span): w for w in (*words, *beside)}.values())
        for word in found:
            self.spans.setdefault(word.report.number, set()).add((word.span.start, word.span.end))
        if not found:
            return Markup("")
        first = found[0]
        targets = " ".join(f"{w.report.number}:{w.span.start}-{w.span.end}" for w in found)
        return Markup('class="w" href="#{}" data-w="{}"').format(
            escape(target_id(first.report.number, first.span.start)), escape(targets)
        )


def target_id(report: int, start: int) -> str:
    """Return the id of the words of a report that begin at `start`."""
    return f"w{report}-{start}"
