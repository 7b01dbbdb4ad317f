"""Products of many pairs of sparse vectors at once, so that one more neighbour costs little."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Pair = tuple[int, int]
Key = TypeVar("Key")
Floats = NDArray[np.float64]

# Every vector holds this key at 0, so that an empty one has a product too.
_NO_KEY = object()
# Sums taken in another order of the keys differ further down, and equal likenesses are to be equal.
_DECIMALS = 12
# Bounds the memory where one report is near thousands.
_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Rows:
    """Sparse vectors, one or several side by side for each report.

    keys    of each report: the numbers of the keys that its first vector holds; the others hold no more
    values  of each report: a row for each of its keys, a column for each vector
    width   how many keys there are
    """

    keys: list[NDArray[np.int32]]
    values: list[Floats]
    width: int


def rows(reports: Iterable[Sequence[Mapping[Key, float]]]) -> Rows:
    """Return each report's vectors as rows; a report's first vector has every key that its others have."""
    number: dict[object, int] = {_NO_KEY: 0}
    keys, values = [], []
    for vectors in reports:
        held = vectors[0]
        keys.append(np.array([0, *(number.setdefault(key, len(number)) for key in held)], dtype=np.int32))
        columns = [[0.0, *map(vector.get, held, (0.0,) * len(held))] for vector in vectors]
        values.append(np.array(columns).T.copy())
    return Rows(keys, values, len(number))


def dots(held: Rows, pairs: Sequence[Pair], columns: Sequence[Pair]) -> Floats:
    """Return for each pair of reports, and each pair of vectors of its first and second, the sum over shared keys.

    pairs  sorted; the work for each first report is that of reading its seconds once
    """
    found = np.zeros((len(pairs), len(columns)))
    left, right = [one for one, _ in columns], [other for _, other in columns]
    first = np.zeros((held.width, 1 + max(left, default=0)))
    for at, one, others in _runs(pairs):
        keys = np.concatenate([held.keys[other] for other in others])
        values = np.concatenate([held.values[other] for other in others])
        starts = np.cumsum([0, *(len(held.keys[other]) for other in others[:-1])])
        first[held.keys[one]] = held.values[one]
        found[at : at + len(others)] = np.add.reduceat(first[keys][:, left] * values[:, right], starts)
        first[held.keys[one]] = 0.0
    return np.round(found, _DECIMALS)


def _runs(pairs: Sequence[Pair]) -> Iterator[tuple[int, int, list[int]]]:
    """Yield where pairs with one first report stand, that report and the seconds, bounded in number."""
    at = 0
    for one, group in groupby(pairs, key=lambda pair: pair[0]):
        others = [other for _, other in group]
        for start in range(0, len(others), _AT_ONCE):
            run = others[start : start + _AT_ONCE]
            yield at, one, run
            at += len(run)
