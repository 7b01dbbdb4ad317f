"""Which of the same full names are one person's: told by the roles that reports of different matters print."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from onrecord.annotate.entities.lexicon import pairs
from onrecord.relate.entity_parts import Part


@lru_cache(maxsize=1)
def _spheres() -> dict[str, frozenset[str]]:
    """Return for each role the spheres it belongs to."""
    found: dict[str, set[str]] = defaultdict(set)
    for sphere, roles in pairs("spheres.txt"):
        for role in roles:
            found[role].add(sphere)
    return {role: frozenset(spheres) for role, spheres in found.items()}


def spheres_of(parts: Iterable[Part]) -> frozenset[str]:
    """Return the spheres of all roles the parts are given; empty when none tells."""
    return frozenset(s for part in parts for role in part.roles for s in _spheres().get(role, ()))


def one_person_each(parts: Mapping[int, Part], company_of: Callable[[Part], int]) -> Iterator[Sequence[int]]:
    """Yield the indexes of parts of one full name that are taken for one person.

    Reports of one matter speak of one. Those of different matters do unless their roles lie in different spheres; when
    such roles part the name, reports that print no role of any sphere stay with their own matter.
    """
    companies: dict[int, list[int]] = defaultdict(list)
    for i, part in sorted(parts.items()):
        companies[company_of(part)].append(i)
    told = {company: spheres_of(parts[i] for i in items) for company, items in companies.items()}
    clusters = _by_sphere({company: spheres for company, spheres in told.items() if spheres})
    silent = [company for company, spheres in told.items() if not spheres]
    if len(clusters) < 2:
        yield sorted(parts)
        return
    for group in [*clusters, *([company] for company in silent)]:
        yield sorted(i for company in group for i in companies[company])


def _by_sphere(told: Mapping[int, frozenset[str]]) -> list[list[int]]:
    """Join the companies that share a sphere, directly or through others."""
    clusters: list[tuple[set[str], list[int]]] = []
    for company, spheres in sorted(told.items()):
        met = [c for c in clusters if not c[0].isdisjoint(spheres)]
        joined = (set(spheres).union(*(c[0] for c in met)), sorted([company, *(m for c in met for m in c[1])]))
        clusters = [c for c in clusters if c not in met] + [joined]
    return [companies for _, companies in clusters]
