"""How telling a word is: rare words tell one happening from another, common ones do not.

A table of document counts ships with the package, so that five reports are weighed as five hundred are: in a small
collection every word of the one story would look common.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.data_files import rows

# The table counts for this share of its documents beside the collection's own. Chosen with the story weights by
# cross-validation over stories (see training/stories.py): 0.3 and 0 are level on large collections, and 0 is unusable
# on small ones.
_TABLE_SHARE = 0.3


@lru_cache(maxsize=1)
def table() -> tuple[int, Mapping[str, int]]:
    """Return how many documents were counted, and in how many of them each word stem stands."""
    counts = {word: int(count) for word, count in rows(__package__, "document_counts.tsv")}
    return counts.pop(""), counts


@dataclass(frozen=True, slots=True)
class Rarity:
    """Weights of words, from the shipped table and the collection at hand."""

    documents: float
    counts: Mapping[str, int]
    shipped: Mapping[str, int]

    def of(self, term: str) -> float:
        """Return the logarithm of how many documents there are to each that holds the term; 0 for the commonest."""
        held = _TABLE_SHARE * self.shipped.get(term, 0) + self.counts.get(term, 0)
        return max(0.0, math.log((self.documents + 1) / (held + 0.5)))


def rarity(documents: Iterable[Iterable[str]]) -> Rarity:
    """Return the weights for a collection, given each document's distinct terms."""
    counts: Counter[str] = Counter()
    number = 0
    for number, terms in enumerate(documents, start=1):  # noqa: B007 - the count is read behind the loop
        counts.update(terms)
    total, shipped = table()
    return Rarity(_TABLE_SHARE * total + number, counts, shipped)
