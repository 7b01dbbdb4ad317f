"""Make the files of a model from trained weights: graph, parameters, tokenizer, and what the parse's opinion weighs.

usage: python -m training.ship WEIGHTS.pt BASE GOLD.jsonl FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from . import agreement
from .export import ship


def main(weights: str, base: str, gold: str, folder: str) -> None:
    """Write the model's files into a folder."""
    ship(Path(weights), Path(base), Path(folder))
    agreement.main(gold, Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
