"""The day that a page's linked data (JSON-LD) gives its report, apart from those of its comments, videos and links."""

import json
import re
from collections.abc import Iterator, Sequence

# What a node that is the report itself is called; other nodes that have a date may be of anything on the page.
_REPORT = re.compile(r"article|posting|report|^creativework$|statement|interview", re.IGNORECASE)
_PAGE = re.compile(r"page$", re.IGNORECASE)
# What a page may consist of; pictures, sites and firms have dates of their own.
_RECORDING = re.compile(r"video|audio|podcast|episode|clip", re.IGNORECASE)
# A report is told at the top, in a graph, or as what a page is about; below other keys stand comments, posts and links.
_LEADING = ("@graph", "mainEntity", "mainEntityOfPage")
_DEEPEST = 6  # levels; a page that nests deeper is broken or hostile

Node = dict[str, object]


def linked_dates(scripts: Sequence[str], names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the dates under these names, each with its name: those of reports first, then of pages, then of the rest.

    A script that is no JSON is searched as text.

    >>> list(linked_dates(['{"@type": "Article", "comment": {"dateCreated": "2031"}, "dateCreated": "2030"}'],
    ...     ["dateCreated"]))
    [('dateCreated', '2030')]
    """
    nodes: list[Node] = []
    for script in scripts:
        try:
            nodes += _nodes(json.loads(script, strict=False), 0)
        except (ValueError, RecursionError):
            nodes.append({"@type": "Article"} | dict(reversed(_searched(script, names))))
    ranked = sorted(((rank, at) for at, node in enumerate(nodes) if (rank := _rank(node)) is not None))
    for node in (nodes[at] for _, at in ranked):
        yield from ((name, value) for name in names for value in _texts(node.get(name)))


def _searched(script: str, names: Sequence[str]) -> list[tuple[str, object]]:
    found = re.findall(rf'"({"|".join(names)})"\s*:\s*"([^"\\]{{8,40}})"', script)
    return [(str(name), str(value)) for name, value in found]


def _nodes(data: object, depth: int) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    for each in data if isinstance(data, list) else [data]:
        if isinstance(each, dict):
            yield each
            for key in _LEADING:
                yield from _nodes(each.get(key), depth + 1)
        elif isinstance(each, list):
            yield from _nodes(each, depth + 1)


def _rank(node: Node) -> int | None:
    """Return 0 for a report, 1 for a page or what has no type, 2 for a recording, None for anything else."""
    kinds = _texts(node.get("@type")) or ["Page"]
    ranks = (rank for rank, kind in enumerate((_REPORT, _PAGE, _RECORDING)) if any(map(kind.search, kinds)))
    return next(ranks, None)


def _texts(value: object) -> list[str]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]
