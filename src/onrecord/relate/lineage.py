"""Who copies, shortens, rewrites, updates or cites whom.

Words in common count only outside quotation marks: two reporters at one news conference quote the same words. What
outlets print under every report, whatever it is about, does not count either, nor does a form filled in anew.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Annotated, Link, LinkKind, Passage, Span
from onrecord.relate.citations import cites, credited_by_both, find_citations, same_outlet
from onrecord.relate.periods import oldest_first
from onrecord.relate.shingles import Running, covered, furniture, running, sharing
from onrecord.relate.subject import other_names, stands_under_anything

# Hand-checked on the development stories (evaluation/lineage.py says what was true): below these, shared runs
# are set phrases, titles and names as often as they are copied text.
_MIN_WORDS = 30
_MIN_RUNS = 8
_MIN_SHARE = 0.12
_MIN_SOURCE_SHARE = 0.1
_COPY_SHARE = 0.5
# One outlet reuses its own background; only a larger share makes a new version.
_OWN_SHARE = 0.35
# A text that stands whole inside a longer one was cut from it; nearly equal shares do not tell.
_CLEARLY_SHORTER = 0.15
_MAX_TARGETS = 3
# Of the runs shared with a second report, so large a part must not stand in the first.
_MIN_NEW = 0.5
_MAX_PASSAGES = 3


@dataclass(frozen=True, slots=True)
class _Overlap:
    """What two reports share: for each its share of own words and the stretches; the words; the rest of each."""

    shares: tuple[float, float]
    words: int
    stretches: tuple[tuple[Span, ...], tuple[Span, ...]]
    shared: list[str]
    rests: tuple[list[str], list[str]]


def find_links(articles: Sequence[Annotated]) -> tuple[Link, ...]:
    """Return the links, sorted by source and target; the same for any order of the articles.

    A report links to at most the three it shares most with. Work grows with the text, not with its square: each
    report is measured against the first holders of its runs of words.
    """
    ordered = sorted(articles, key=lambda a: oldest_first(a.article))
    links = [*_texts(ordered), *find_citations(ordered)]
    best: dict[tuple[str, str], Link] = {}
    for link in links:
        best.setdefault((link.source, link.target), link)
    return tuple(sorted(best.values(), key=lambda link: (link.source, link.target)))


def _texts(ordered: Sequence[Annotated]) -> list[Link]:
    """Return the links for words in common."""
    first: dict[str, Annotated] = {}
    found: defaultdict[str, list[Link]] = defaultdict(list)
    for annotated in ordered:
        held = first.setdefault(annotated.article.text, annotated)
        if held is not annotated:
            whole = _whole(held, annotated)
            found[whole.source].append(whole)
    ordered = list(first.values())
    reports = [running(a.article) for a in ordered]
    ignored = furniture(reports, [a.article.outlet for a in ordered])
    runs = {a.article.id: report for a, report in zip(ordered, reports, strict=True)}
    for low, high in sharing(reports, ignored, _MIN_RUNS):
        overlap = _overlap(reports[low], reports[high], ignored)
        if link := _link(ordered[low], ordered[high], overlap):
            found[link.source].append(link)
    return [link for links in found.values() for link in _telling(links, runs)]


def _telling(links: Sequence[Link], runs: Mapping[str, Running]) -> list[Link]:
    """Return a report's links that say something new, the largest share first.

    Words that it shares with one report are not told again of another that has them too.
    """
    kept: list[Link] = []
    told: set[int] = set()
    for link in sorted(links, key=lambda link: (-link.share, link.target)):
        shared = _keys(link.source, runs) & _keys(link.target, runs)
        if not kept or len(shared - told) >= _MIN_NEW * len(shared):
            kept.append(link)
            told |= shared
    return kept[:_MAX_TARGETS]


def _keys(name: str, runs: Mapping[str, Running]) -> frozenset[int]:
    return runs[name].keys if name in runs else frozenset()


def _whole(low: Annotated, high: Annotated) -> Link:
    """Return the link between two reports of one text, given in the order of their dates."""
    number, why = _direction(low, high, (1.0, 1.0))
    source, target = (low.article, high.article) if number == 0 else (high.article, low.article)
    everything = tuple(Passage(a.id, Span(0, len(a.text))) for a in (source, target) if a.text)
    return Link(source.id, target.id, "copies", 1.0, f"the same text; {why}", everything)


def _overlap(one: Running, other: Running, ignored: frozenset[int]) -> _Overlap:
    shared = (one.keys & other.keys) - ignored
    stretches = covered(one, shared), covered(other, shared)
    counts = [sum(end - start for start, end in found) for found in stretches]
    return _Overlap(
        (counts[0] / max(1, len(one.words)), counts[1] / max(1, len(other.words))),
        min(counts),
        (_spans(one, stretches[0]), _spans(other, stretches[1])),
        [word for start, end in stretches[0] for word in one.words[start:end]],
        (_rest(one, stretches[0]), _rest(other, stretches[1])),
    )


def _rest(report: Running, stretches: list[tuple[int, int]]) -> list[str]:
    """Return the words outside the stretches."""
    edges = [0, *(edge for stretch in stretches for edge in stretch), len(report.words)]
    return [word for start, end in zip(edges[::2], edges[1::2], strict=True) for word in report.words[start:end]]


def _spans(report: Running, stretches: list[tuple[int, int]]) -> tuple[Span, ...]:
    """Return the longest stretches as spans of the text, in the text's order."""
    longest = sorted(stretches, key=lambda s: (s[0] - s[1], s[0]))[:_MAX_PASSAGES]
    return tuple(Span(report.spans[start].start, report.spans[end - 1].end) for start, end in sorted(longest))


def _link(low: Annotated, high: Annotated, overlap: _Overlap) -> Link | None:
    """Return the link between two reports given in the order of their dates, None when they share too little."""
    own = same_outlet(low.article.outlet, high.article.outlet)
    if overlap.words < _MIN_WORDS or max(overlap.shares) < (_OWN_SHARE if own else _MIN_SHARE):
        return None
    if own and other_names(low.article.text, high.article.text):
        return None
    if stands_under_anything(overlap.shared, overlap.rests):
        return None
    source, why = _direction(low, high, overlap.shares)
    if overlap.shares[source] < _MIN_SOURCE_SHARE:
        return None
    ends = (low.article, high.article) if source == 0 else (high.article, low.article)
    share = overlap.shares[source]
    kind: LinkKind = "updates" if own else "copies" if share >= _COPY_SHARE else "rewrites"
    passages = [
        Passage(a.id, s) for a, spans in zip((low.article, high.article), overlap.stretches, strict=True) for s in spans
    ]
    passages.sort(key=lambda p: (p.article != ends[0].id, p))
    reason = f"{round(100 * share)}% of its own words stand word for word in the other; {why}"
    return Link(ends[0].id, ends[1].id, kind, round(share, 3), reason, tuple(passages))


def _direction(low: Annotated, high: Annotated, shares: tuple[float, float]) -> tuple[int, str]:
    """Return which of the two rests on the other, and how that is known."""
    own = same_outlet(low.article.outlet, high.article.outlet)
    dates = [a.article.published.value[:10] if a.article.published else "" for a in (low, high)]
    for number, (one, other) in enumerate(((low, high), (high, low))):
        if not own and cites(one, other.article.outlet) and not cites(other, one.article.outlet):
            return number, f"it credits {other.article.outlet}"
    shorter = 0 if shares[0] > shares[1] else 1
    dated = all(dates) and dates[0] != dates[1]
    if third := credited_by_both(low, high):
        return 1 if dated else shorter, f"both credit {third}, and may have it from there"
    if dated:
        return 1, f"published {dates[1]}, the other {dates[0]}"
    # A newsroom's later version is the longer one as often as the shorter.
    if own or abs(shares[0] - shares[1]) < _CLEARLY_SHORTER:
        return shorter, "which of the two came first is not known"
    return shorter, "it is the shorter one, and most of it stands in the longer; both may have it from a third"
