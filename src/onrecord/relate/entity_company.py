"""Which articles keep company, being of one matter: those of one story, and those that share enough rare words."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from onrecord.annotate.entities.places import fold
from onrecord.model import Annotated, Story
from onrecord.relate.entity_spelling import skeleton
from onrecord.relate.groups import Groups

_WORD = re.compile(r"[^\W\d_]{3,}")
_TERMS = 60
# Each article is compared with this many others a term, those next to it by id: the cost stays linear.
_NEIGHBOURS = 12
_MIN_COMMON_TERMS = 3
# Chosen on ECB+: 0.15 gives the best B-cubed of entities (68.7), 0.25 loses two points; MEANTIME does not care.
MIN_COSINE = 0.16
_LARGE = 40
_STEP = 0.06
_COPIES = 0.6
_ONE_STORY = 1.0

Vector = Mapping[str, float]


def _terms(article: Annotated) -> Counter[str]:
    """Return the article's words, counted; those of names by their sound, so that spellings of a name are one."""
    text = article.article.text
    named = (m.span.of(text).lower() for m in article.mentions if m.form == "name")
    in_names = {word: f"~{skeleton(fold(word))}" for name in named for word in _WORD.findall(name)}
    words = (w.lower() for w in _WORD.findall(f"{article.article.title or ''} {text}"))
    return Counter(in_names.get(word, word) for word in words)


def _vectors(articles: Sequence[Annotated]) -> dict[str, Vector]:
    counted = {a.article.id: _terms(a) for a in articles}
    spread = Counter(term for terms in counted.values() for term in terms)
    total = len(counted)
    vectors: dict[str, Vector] = {}
    for article, terms in counted.items():
        # A term that half of a larger collection holds tells nothing; in a handful of reports it may.
        weights = {t: (1 + math.log(n)) * math.log(1 + total / spread[t]) for t, n in terms.items()}
        top = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_TERMS]
        norm = math.sqrt(sum(w * w for _, w in top)) or 1.0
        vectors[article] = {term: weight / norm for term, weight in top}
    return vectors


def _pairs(vectors: Mapping[str, Vector]) -> Iterable[tuple[str, str]]:
    """Yield the pairs that stand near each other under several terms, by id."""
    postings: dict[str, list[str]] = defaultdict(list)
    for article in sorted(vectors):
        for term in vectors[article]:
            postings[term].append(article)
    met: Counter[tuple[str, str]] = Counter()
    for holders in postings.values():
        for i, article in enumerate(holders):
            met.update((other, article) for other in holders[max(0, i - _NEIGHBOURS) : i])
    return sorted(pair for pair, terms in met.items() if terms >= _MIN_COMMON_TERMS)


def _cosine(a: Vector, b: Vector) -> float:
    small, large = sorted((a, b), key=len)
    return sum(weight * large.get(term, 0.0) for term, weight in small.items())


Edge = tuple[str, str, float]


def _edges(vectors: Mapping[str, Vector]) -> list[Edge]:
    found = ((a, b, _cosine(vectors[a], vectors[b])) for a, b in _pairs(vectors))
    return [edge for edge in found if edge[2] >= MIN_COSINE]


def _components(articles: Iterable[str], edges: Iterable[Edge]) -> list[list[str]]:
    groups = Groups(articles)
    for left, right, _ in edges:
        groups.join(left, right)
    return groups.found()


def _split(articles: Iterable[str], edges: Sequence[Edge], cosine: float) -> Iterator[list[str]]:
    """Yield the components; a large one is a chain of matters, and is taken apart at a higher cosine."""
    for group in _components(articles, edges):
        if len(group) <= _LARGE or cosine >= _COPIES:
            yield group
        else:
            inside, higher = set(group), cosine + _STEP
            yield from _split(group, [e for e in edges if e[0] in inside and e[2] >= higher], higher)


def company(articles: Sequence[Annotated], stories: Iterable[Story] = ()) -> dict[str, int]:
    """Return for each article id the number of its company, numbered by its first article id."""
    vectors = _vectors(articles)
    told = [(a, b, _ONE_STORY) for story in stories for a, b in pairwise(story.articles)]
    groups = sorted(sorted(group) for group in _split(sorted(vectors), [*told, *_edges(vectors)], MIN_COSINE))
    return {article: number for number, group in enumerate(groups) for article in group}
