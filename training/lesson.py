"""A teacher's scores of texts, kept in a file: what another network learns from beside the gold."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from .data import Example
from .model import Chain

STEPS, STARTS = "chain/steps", "chain/starts"


@dataclass(frozen=True, slots=True)
class Lesson:
    """The teacher's chain, and for each text the starts of its words with the scores of their tags."""

    chain: Chain
    texts: Mapping[str, tuple[NDArray[np.int64], NDArray[np.float32]]]

    @classmethod
    def read(cls, path: Path) -> Lesson:
        """From the file that `training.teach` wrote."""
        raw = np.load(path)
        names = {name.partition("/")[0] for name in raw.files} - {"chain"}
        texts = {name: (raw[f"{name}/at"], raw[f"{name}/scores"]) for name in names}
        return cls((torch.from_numpy(raw[STEPS]), torch.from_numpy(raw[STARTS])), texts)

    def taught(self, text: str, example: Example) -> Example:
        """Return an example of a text with the teacher's scores; as it is where the teacher has not read the text."""
        found = self.texts.get(key_of(text))
        if found is None:
            return example
        at = np.searchsorted(found[0], [start for start, _ in example.window.words])
        return replace(example, taught=tuple(map(tuple, found[1][at].tolist())))


def key_of(text: str) -> str:
    """Return what a text is found by."""
    return hashlib.sha256(text.encode()).hexdigest()[:20]
