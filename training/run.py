"""Make the statements model again: train, export, quantise, score.

usage: python -m training.run --data DIR --base DIR --out DIR [any option of training.train]

What was trained before in --out is not trained again. The package's weights are replaced, and the score
table is written to OUT/scores.json: the float graph and the shipped one, on the development rows.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from . import agreement
from .data import read_rows
from .evaluate import score, shipped_predictor
from .export import ship
from .settings import settings_of
from .train import train


def run(arguments: Sequence[str] | None = None) -> None:
    """All steps in order."""
    settings = settings_of(arguments)
    weights = train(settings)
    package = Path(str(resources.files("onrecord.weights")))
    ship(weights, settings.base, settings.out / "float", int8=False)
    ship(weights, settings.base, package)
    agreement.main(str(settings.data / "polnear-dev.jsonl"))
    rows = read_rows(settings.data / "polnear-dev.jsonl")
    folders = {"float": settings.out / "float", "shipped": package}
    table = {name: score(rows, shipped_predictor(folder)) for name, folder in folders.items()}
    (settings.out / "scores.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf8")
    print(json.dumps(table, indent=1))


if __name__ == "__main__":
    run()
