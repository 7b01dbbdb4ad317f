"""A second opinion on the model's spans: how probable each is, knowing where the syntax has its own.

The two finders err apart from each other. A span that the model gives one chance in four, and that the syntax has
from end to end, is right as often as not; one of the same chance that the syntax cuts elsewhere is mostly wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from onrecord.annotate.statement_decode import ROLES, Doubles, Fragment
from onrecord.model import Span

Places = Sequence[Sequence[Span]]
"""Where the second finder has its spans: one list a role, in the order of `ROLES`."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the measures weigh, fitted by `training.agreement`.

    weights  (roles, measures + 1), the constant last
    least    as in decoding without a second opinion, for the probabilities weighed anew
    """

    weights: Doubles
    least: tuple[float, ...]

    @classmethod
    def of(cls, raw: Mapping[str, Any]) -> Agreement:
        """From the JSON that training wrote."""
        return cls(np.asarray(raw["weights"], dtype=np.float64), tuple(raw["least"]))


def weighed(
    spans: Sequence[Fragment], words: Sequence[tuple[int, int]], places: Places, agreement: Agreement
) -> list[Fragment]:
    """Return spans of one window with their probabilities weighed anew.

    words  the window's words as half-open characters of the text that `places` are in
    """
    if not spans:
        return []
    table = np.c_[measures(spans, words, places), np.ones(len(spans))]
    odds = (table * agreement.weights[[span.role for span in spans]]).sum(axis=1)
    chances = 1 / (1 + np.exp(-odds))
    return [replace(span, probability=float(chance)) for span, chance in zip(spans, chances, strict=True)]


def measures(spans: Sequence[Fragment], words: Sequence[tuple[int, int]], places: Places) -> Doubles:
    """Return (spans, measures): the model's log odds, and whether the second finder has the very span, one of that
    role over it, one of another role over it."""
    found = np.array([(words[s.first][0], words[s.last][1], s.role) for s in spans]).reshape(-1, 3)
    own = np.clip([s.probability for s in spans], 1e-6, 1 - 1e-6)
    same = np.zeros(len(spans))
    over = np.zeros((len(spans), len(ROLES)))
    for role, there in enumerate(places):
        edges = np.array([(span.start, span.end) for span in there]).reshape(-1, 2)
        starts, ends = found[:, :1], found[:, 1:2]
        over[:, role] = ((edges[:, 0] < ends) & (edges[:, 1] > starts)).any(axis=1)
        exact = ((edges[:, 0] == starts) & (edges[:, 1] == ends)).any(axis=1)
        same += exact & (found[:, 2] == role)
    mine = over[np.arange(len(spans)), found[:, 2]]
    others = over.sum(axis=1) > mine
    result: Doubles = np.c_[np.log(own / (1 - own)), same, mine, others]
    return result
