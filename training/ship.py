"""Make the files of a model from trained weights: graph, parameters, tokenizer, and what the parse's opinion weighs.

usage: python -m training.ship WEIGHTS.pt BASE GOLD.jsonl FOLDER [ENSEMBLE_SHARE]

The share is that of the default model's tag scores in the mean of both; without it the model reads alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

from . import agreement
from .export import ship


def main(weights: str, base: str, gold: str, folder: str, share: str = "0") -> None:
    """Write the model's files into a folder."""
    ship(Path(weights), Path(base), Path(folder), ensemble_share=float(share))
    agreement.main(gold, Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
