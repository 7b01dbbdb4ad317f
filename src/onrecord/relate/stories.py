"""Stories: reports of one happening.

Reports are compared through an index, the measures weighed into one score, and groups joined while their mean score
holds. A report that looks back on another's happening, and tells of one of its own like it, stays apart from it.
"""

import hashlib
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.model import Annotated, Link, Related, Story
from onrecord.read.dateline import dateline
from onrecord.relate.company import measured
from onrecord.relate.dots import Pair
from onrecord.relate.groups import Groups
from onrecord.relate.likeness import CLEARLY_APART, Vectors, bounded, log_odds, too_far_apart, vectors
from onrecord.relate.linkage import average_linkage
from onrecord.relate.lookback import LookBack, looks_back
from onrecord.relate.periods import oldest_first
from onrecord.relate.profile import profile, terms
from onrecord.relate.rarity import Rarity, rarity
from onrecord.relate.words import stem, words

# Groups join while their reports' mean log-odds stay above a threshold: even odds in a small collection, which holds
# look-alikes of one topic as often as not; less in a large one, where the company of two reports tells more. Measured
# with the weights on draws of 3 to 567 development reports, see training/stories.py.
_SMALL_REPORTS = 20
_THRESHOLD_SLOPE = -0.8
_LEAST_THRESHOLD = -2.6
# See average_linkage; 0 costs a point of B-cubed, 0.35 to 0.55 are level, and more glues fewer look-alikes.
OWN = 0.5
# A dated sentence this much like another report's opening looks back on it.
_LOOKS_BACK = 0.2
# Stories whose best pair of reports scores above this resemble each other.
_RESEMBLES = 0.0
# Headlines of somebody's words, and how much of their fit counts.
_SAYING = re.compile(
    r"['‘\"“][^'’\"”]{12,400}['’\"”]|\b(?:says?|said|claims?|warns?|tells?|insists?|argues?)\b", re.IGNORECASE
)
_OF_WORDS = 0.6
_OPENING_WORDS = 14
# A page's address, also where its signs were parted by spaces.
_ADDRESS = re.compile(r"\s*(?:https?\s?:|www\s?\.)", re.IGNORECASE)
_COPY_SHARE = 0.8
_MAX_RELATED = 8
# Nearer than any likeness.
_LOOKING_BACK = 10.0


def group_stories(articles: Sequence[Annotated], links: Sequence[Link]) -> tuple[Story, ...]:
    """Return the stories, oldest first, each article in exactly one; the same for any order of the articles.

    Copies, which the links tell, stand with what they copy and are not measured again, so a text that a thousand
    outlets carry costs no more than one. Without any articles there are no stories.
    """
    units = _units(sorted(articles, key=lambda a: a.article.id), links)
    firsts = [unit[0] for unit in units]
    profiles = [profile(first) for first in firsts]
    weights = rarity(terms(p) for p in profiles)
    reports = [vectors(p, weights) for p in profiles]
    scores, far, backs = _scores(reports, weights)
    joins = threshold(len(units))
    groups = average_linkage(len(units), scores, joins, own=OWN)
    return _stories(units, groups, scores, [*_resembling(scores, far, joins), *_looking_back(backs)], reports)


def threshold(reports: int) -> float:
    """Return the mean log-odds at which groups of a collection of so many reports still join."""
    return max(_LEAST_THRESHOLD, _THRESHOLD_SLOPE * math.log(max(reports, _SMALL_REPORTS) / _SMALL_REPORTS))


def _units(articles: Sequence[Annotated], links: Sequence[Link]) -> list[list[Annotated]]:
    """Return the articles, given by id, with their copies, each unit led by its longest text (ties: lowest id)."""
    by_id = {a.article.id: a for a in articles}
    groups = Groups(by_id)
    for link in links:
        if link.share >= _COPY_SHARE and {link.source, link.target} <= by_id.keys():
            groups.join(link.source, link.target)
    units = ([by_id[name] for name in group] for group in groups.found())
    return [sorted(unit, key=lambda a: (-len(a.article.text), a.article.id)) for unit in units]


def _scores(
    reports: Sequence[Vectors], weights: Rarity
) -> tuple[dict[Pair, float], dict[Pair, float], dict[Pair, LookBack]]:
    """Return each candidate pair's log-odds; of those written long after one another what they would be otherwise; and
    the pairs (looking back, looked at) that are kept apart.
    """
    scores: dict[Pair, float] = {}
    far: dict[Pair, float] = {}
    backs: dict[Pair, LookBack] = {}
    found = measured(reports)
    for (a, b), odds in zip(found.pairs, log_odds(found.measures).tolist(), strict=True):
        score = bounded(odds, False)
        if too_far_apart(reports[a].profile, reports[b].profile):
            far[a, b] = score
            score = bounded(odds, True)
        for one, other in ((a, b), (b, a)):
            back = looks_back(reports[one], reports[other], weights)
            if back and back.likeness >= _LOOKS_BACK:
                backs[one, other] = back
                score = CLEARLY_APART
        scores[a, b] = score
    return scores, far, backs


def _age(annotated: Annotated) -> tuple[bool, str, str]:
    return oldest_first(annotated.article)


def story_id(first: str) -> str:
    """Return a story's id from its oldest article's: later reports that join leave it as it is."""
    return "story-" + hashlib.sha256(first.encode()).hexdigest()[:12]


def _stories(
    units: list[list[Annotated]],
    groups: list[list[int]],
    scores: Mapping[Pair, float],
    relations: Sequence["_Relation"],
    reports: Sequence[Vectors],
) -> tuple[Story, ...]:
    ordered = [sorted((a for unit in group for a in units[unit]), key=_age) for group in groups]
    names = [story_id(held[0].article.id) for held in ordered]
    group_of = {unit: number for number, group in enumerate(groups) for unit in group}
    related = _related(group_of, names, relations)
    stories = [
        Story(
            id=names[number],
            title=_title(group, units, reports),
            articles=tuple(a.article.id for a in ordered[number]),
            related=related.get(number, ()),
            reasons=_reasons(group, units, scores, reports),
        )
        for number, group in enumerate(groups)
    ]
    place = {a.article.id: _age(a) for held in ordered for a in held}
    return tuple(sorted(stories, key=lambda story: place[story.articles[0]]))


def _score(a: int, b: int, scores: Mapping[Pair, float]) -> float:
    return scores.get((min(a, b), max(a, b)), CLEARLY_APART)


def _title(group: list[int], units: list[list[Annotated]], reports: Sequence[Vectors]) -> str:
    """Return the headline whose words the other reports have most of, else how the first report's words open.

    A headline of what somebody said of it all stands back behind one of the happening.
    """
    headed = [(unit, a.article.title) for unit in group for a in units[unit] if a.article.title]
    if not headed:
        return _opening(units[group[0]][0])

    def fit(unit: int, title: str) -> float:
        echo = _echo(reports[unit], [reports[v] for v in group if v != unit])
        return echo * (_OF_WORDS if _SAYING.search(title) else 1.0)

    return max(headed, key=lambda h: (fit(*h), -h[0]))[1]


def _opening(report: Annotated) -> str:
    """Return a report's first sentence behind its address and dateline, cut where it is long."""
    text = report.article.text
    start = next((line.start() for line in re.finditer(r"\S.*", text) if not _ADDRESS.match(line[0])), 0)
    if (filed := dateline(text, start)) is not None:
        start = filed.end()
    line = text.find("\n", start)
    end = min((s.end for s in report.sentences if s.end > start), default=len(text))
    end = min(end, line) if line > start else end
    told = text[start:end].split()
    return " ".join(told[:_OPENING_WORDS]) + (" …" if len(told) > _OPENING_WORDS else "")


def _echo(report: Vectors, others: Sequence[Vectors]) -> float:
    """Return how much of a headline the others have, by weight: half of it anywhere, half of it in their openings."""
    return sum(w * w * ((t in other.whole) + (t in other.lead)) for other in others for t, w in report.title.items())


def _reasons(
    group: list[int], units: list[list[Annotated]], scores: Mapping[Pair, float], reports: Sequence[Vectors]
) -> tuple[str, ...]:
    """Return one line for each report beside the first: what it shares with the one it is most like."""
    lines = []
    for unit in group[1:]:
        near = max((v for v in group if v != unit), key=lambda v: (_score(unit, v, scores), -v))
        one, other = units[unit][0].article, units[near][0].article
        lines.append(f"{one.ref}: like {other.ref} in {_shared(unit, near, units, reports)}")
    lines += [
        f"{a.article.ref}: a copy of {unit[0].article.ref}" for u in group for unit in [units[u]] for a in unit[1:]
    ]
    return tuple(lines)


def _shared(a: int, b: int, units: list[list[Annotated]], reports: Sequence[Vectors], most: int = 5) -> str:
    """Return the words that tell most of what two reports share, as the first of them prints them."""
    one, other = reports[a].whole, reports[b].whole
    weight = {t: x * other[t] for t, x in one.items() if t in other}
    best = sorted(weight, key=lambda t: (-weight[t], t))[:most]
    article = units[a][0].article
    printed: dict[str, str] = {}
    for word in words(f"{article.title or ''} {article.text}"):
        printed.setdefault(stem(word), word)
    return ", ".join(printed.get(t, t) for t in best) or "little"


def _related(
    group_of: Mapping[int, int], names: Sequence[str], relations: Sequence["_Relation"]
) -> dict[int, tuple[Related, ...]]:
    """Return for each story the others it looks back on, is looked back on by, or resembles; the nearest first."""
    found: defaultdict[int, dict[int, tuple[float, str]]] = defaultdict(dict)
    for report, other_report, strength, reason in relations:
        one, other = group_of[report], group_of[other_report]
        if one != other and strength > found[one].get(other, (-math.inf, ""))[0]:
            found[one][other] = (strength, reason)

    def nearest(others: Mapping[int, tuple[float, str]]) -> tuple[Related, ...]:
        ordered = sorted(others.items(), key=lambda item: (-item[1][0], names[item[0]]))
        return tuple(Related(names[other], reason) for other, (_, reason) in ordered[:_MAX_RELATED])

    return {one: nearest(others) for one, others in found.items()}


_Relation = tuple[int, int, float, str]
"""A report, another, how near the first is to it, and why."""


def _resembling(scores: Mapping[Pair, float], far: Mapping[Pair, float], joins: float) -> Iterator[_Relation]:
    """Yield the pairs that are alike, and of those written long after one another all that would join otherwise."""
    differ = "resembles it, but the reports as a whole differ too much to be taken for one happening"
    later = "resembles it, but the reports were written long after one another"
    for held, least, reason in ((scores, _RESEMBLES, differ), (far, joins, later)):
        for (a, b), score in held.items():
            if score > least:
                yield a, b, score, reason
                yield b, a, score, reason


def _looking_back(backs: Mapping[Pair, LookBack]) -> Iterator[_Relation]:
    for (late, early), back in backs.items():
        strength = _LOOKING_BACK + back.likeness
        yield late, early, strength, f"looks back on {back.words}; its own happening is a later one like it"
        yield early, late, strength, f"is looked back on ({back.words}) by a report of a later happening like it"
