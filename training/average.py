"""Average the weights of several runs into one file.

usage: python -m training.average OUT.pt RUN.pt...
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import torch


def average(runs: Sequence[Path], out: Path) -> None:
    """Write the mean of runs that have the same shapes; what is no number with a fraction is the first's."""
    states = [torch.load(run, weights_only=True) for run in runs]
    mean = {
        name: sum(state[name] for state in states) / len(states) if value.is_floating_point() else value
        for name, value in states[0].items()
    }
    torch.save(mean, out)


if __name__ == "__main__":
    average([Path(argument) for argument in sys.argv[2:]], Path(sys.argv[1]))
