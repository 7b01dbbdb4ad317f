"""`python -m evaluation.lineage`: how many of the links found in the development stories were true when read.

Every link that was found was read, and judged by hand; the judgements stand in lineage.tsv, without any text:

    text   one: one has its words from the other; third: both have them from a third, an agency or a document; not: what
           they share is furniture or set phrases, or, of a citation, the report does not rest on the other
    kind   whether "updates" is between versions, "cites" names an outlet as where something is from
    order  right, wrong, or - where the link says that it does not know

Links that nobody has judged yet are listed. With `--all` the reports are read in full, which takes minutes, and
citations are found too; otherwise the judged ones count as they were found.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.gate import SHARED, at_hand
from evaluation.relate import read_articles
from onrecord.annotate.pipeline import annotate
from onrecord.model import Annotated
from onrecord.relate.lineage import find_links
from onrecord.settings import Settings

LABELS = Path(__file__).with_name("lineage.tsv")
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a reader said of a link; see above."""

    text: str
    kind: str
    order: str


def labels(lines: Sequence[str]) -> dict[Key, Judged]:
    """Return the judgements by kind, source and target.

    >>> labels(["# a comment", "copies\\ta\\tb\\tthird\\tright\\t-"])[("copies", "a", "b")].text
    'third'
    """
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(kind, source, target): Judged(*judged) for kind, source, target, *judged in rows}


def table(found: Sequence[Key], held: Mapping[Key, Judged]) -> Iterator[str]:
    """Yield one line a kind, then the links that nobody has judged."""
    judged: defaultdict[str, list[Judged]] = defaultdict(list)
    for key in found:
        if key in held:
            judged[key[0]].append(held[key])
    for kind, ones in sorted(judged.items()):
        said = [one for one in ones if one.order != "-"]
        yield (
            f"{kind:9} {len(ones):3} read   true {_share(sum(o.text != 'not' for o in ones), len(ones))}"
            f"   of them from a third {sum(o.text == 'third' for o in ones)}"
            f"   kind {_share(sum(o.kind == 'right' for o in ones), len(ones))}"
            f"   order {_share(sum(o.order == 'right' for o in said), len(said))}"
        )
    yield from (f"not judged: {' '.join(key)}" for key in found if key not in held)


def _share(right: int, total: int) -> str:
    return f"{100 * right / max(total, 1):5.1f} ({right} of {total})"


def main() -> None:
    """Find the links, and print how many were true."""
    path = SHARED / "data" / "stories-dev.jsonl"
    if not at_hand(path):
        return
    held = labels(LABELS.read_text(encoding="utf-8").splitlines())
    articles = list(read_articles(path).values())
    full = "--all" in sys.argv
    read = list(annotate(articles, Settings())) if full else [Annotated(a) for a in articles]
    found = [(link.kind, link.source, link.target) for link in find_links(read)]
    cited = [] if full else [key for key in held if key[0] == "cites"]
    print(*table([*(key for key in found if full or key[0] != "cites"), *cited], held), sep="\n")


if __name__ == "__main__":
    main()
