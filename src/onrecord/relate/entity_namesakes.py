"""Which of the same full names are one person's: told by the roles that reports of different matters print."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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


def one_person_each(parts: Mapping[int, Part], company: Mapping[str, int]) -> Iterator[Sequence[int]]:
    """Yield the indexes of parts of one full name that are taken for one person.

    Reports of one matter speak of one. Those of different matters do unless their roles lie in different spheres; when
    such roles part the name, reports that print no role of any sphere stay with their own matter.
    """
    rooms: dict[int, list[int]] = defaultdict(list)
    for i, part in sorted(parts.items()):
        rooms[company[part.ref.article]].append(i)
    told = {room: spheres_of(parts[i] for i in items) for room, items in rooms.items()}
    clusters = _by_sphere({room: spheres for room, spheres in told.items() if spheres})
    silent = [room for room, spheres in told.items() if not spheres]
    if len(clusters) < 2:
        yield sorted(parts)
        return
    for group in [*clusters, *([room] for room in silent)]:
        yield sorted(i for room in group for i in rooms[room])


def _by_sphere(told: Mapping[int, frozenset[str]]) -> list[list[int]]:
    """Join the rooms that share a sphere, directly or through others."""
    clusters: list[tuple[set[str], list[int]]] = []
    for room, spheres in sorted(told.items()):
        met = [c for c in clusters if not c[0].isdisjoint(spheres)]
        joined = (set(spheres).union(*(c[0] for c in met)), sorted([room, *(r for c in met for r in c[1])]))
        clusters = [c for c in clusters if c not in met] + [joined]
    return [rooms for _, rooms in clusters]
