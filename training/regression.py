"""Logistic regression with shrinkage, by Newton's method: small enough to read, the same on every machine."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def fit(features: Floats, labels: Floats, weights: Floats, shrinkage: float, steps: int = 40) -> Floats:
    """Return one weight a column and the constant last; `shrinkage` is per standardised column."""
    mean, spread = features.mean(0), features.std(0) + 1e-9
    x = np.c_[(features - mean) / spread, np.ones(len(features))]
    held = np.r_[np.full(x.shape[1] - 1, shrinkage), 0.0]
    found = np.zeros(x.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-x @ found))
        slope = x.T @ (weights * (labels - chance)) / weights.sum() - held * found
        bend = (x * (weights * chance * (1 - chance))[:, None]).T @ x / weights.sum() + np.diag(held + 1e-6)
        step = np.linalg.solve(bend, slope)
        found += step
        if np.abs(step).max() < 1e-5:
            break
    plain = found[:-1] / spread
    result: Floats = np.r_[plain, found[-1] - plain @ mean]
    return result


def table(measured: Sequence[Mapping[str, float]], names: Sequence[str]) -> Floats:
    """Return the measures as rows, in the order of the names."""
    return np.array([[one[name] for name in names] for one in measured], dtype=np.float64).reshape(-1, len(names))


def named(names: Sequence[str], found: Floats) -> dict[str, float]:
    """Return the weights as they are shipped: by name, the constant under ""."""
    return {**{n: round(float(w), 4) for n, w in zip(names, found, strict=False)}, "": round(float(found[-1]), 4)}
