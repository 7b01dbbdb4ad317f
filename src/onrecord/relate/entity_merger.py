"""Article entities joined step by step, with the reasons; nothing is changed in the parts, so a merge can be undone."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.model import EntityKind
from onrecord.relate.entity_parts import Part
from onrecord.relate.groups import Groups


class Merger:
    """Union of parts by index, with the reasons of each union."""

    def __init__(self, parts: Sequence[Part], company: Mapping[str, int]) -> None:
        """Start with every part alone. `company` gives each article's number of the company it keeps."""
        self.parts = parts
        self._company = company
        self._groups = Groups(range(len(parts)))
        self._members: dict[int, list[int]] = {i: [i] for i in range(len(parts))}
        self._reasons: dict[int, dict[str, None]] = defaultdict(dict)
        self._generations: dict[tuple[str, str], set[frozenset[str]]] = defaultdict(set)
        for _, part in self.named("person"):
            self._generations[part.ref.article, part.key[-1]].add(part.generation)

    def find(self, item: int) -> int:
        """Return the lowest index of the item's cluster."""
        return self._groups.first(item)

    def join(self, left: int, right: int, reason: str) -> None:
        """Make two parts' clusters one."""
        if joined := self._groups.join(left, right):
            first, second = joined
            self._members[first] += self._members.pop(second)
            self._reasons[first].update(self._reasons.pop(second, {}))
            self._reasons[first][reason] = None

    def clusters(self) -> list[tuple[list[int], tuple[str, ...]]]:
        """Return each cluster's parts in order, with the reasons they met."""
        return [(sorted(self._members[r]), tuple(self._reasons.get(r, ()))) for r in sorted(self._members)]

    def members(self, item: int) -> list[int]:
        """Return the parts of the item's cluster."""
        return self._members[self.find(item)]

    def named(self, kind: EntityKind) -> Iterator[tuple[int, Part]]:
        """Yield the parts of a kind that have a name, each with its index."""
        return ((i, part) for i, part in enumerate(self.parts) if part.named and part.kind == kind)

    def generations_beside(self, part: Part) -> set[frozenset[str]]:
        """Return what the part's article says of the generations of those who have its surname, itself included."""
        return self._generations.get((part.ref.article, part.key[-1]), set()) if part.key else set()

    def company_of(self, part: Part) -> int:
        """Return the number of the company that a part's article keeps."""
        return self._company[part.ref.article]

    def companies(self, item: int) -> set[int]:
        """Return the companies that the cluster's articles keep."""
        return {self.company_of(self.parts[i]) for i in self.members(item)}

    def articles(self, item: int) -> set[str]:
        """Return the articles that the cluster's parts are of."""
        return {self.parts[i].ref.article for i in self.members(item)}
