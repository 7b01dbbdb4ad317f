"""Make the statements model again: train, average, export, quantise, score.

usage: python -m training.run --data DIR --base DIR --out DIR [any option of training.train]

Three runs share their beginning; the mean of their weights is better than any of them. What was trained before in --out
is not trained again. The package's weights are replaced, and the score table is written to OUT/scores.json: the float
graph and the shipped one, on the development rows.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import resources
from pathlib import Path

from . import agreement
from .average import average
from .data import read_rows
from .evaluate import score, shipped_predictor
from .export import ship
from .settings import TrainSettings, settings_of
from .train import LAST, STABLE, train


def run(arguments: Sequence[str] | None = None) -> None:
    """All steps in order."""
    settings = settings_of(arguments)
    weights = settings.out / "mean.pt"
    average(list(three_runs(settings)), weights)
    package = Path(str(resources.files("onrecord.weights")))
    ship(weights, settings.base, settings.out / "float", int8=False)
    ship(weights, settings.base, package)
    agreement.main(str(settings.data / "polnear-dev.jsonl"))
    rows = read_rows(settings.data / "polnear-dev.jsonl")
    folders = {"float": settings.out / "float", "shipped": package}
    table = {name: score(rows, shipped_predictor(folder)) for name, folder in folders.items()}
    (settings.out / "scores.json").write_text(json.dumps(table, indent=1) + "\n", encoding="utf8")
    print(json.dumps(table, indent=1))


def three_runs(settings: TrainSettings) -> Iterator[Path]:
    """Yield the weights of a run, of one that goes on from its end, and of one from where its rates began to fall."""
    first = replace(settings, out=settings.out / "first")
    rate, seed = 0.8 * first.learning_rate, first.seed + 1
    yield train(first)
    yield _again(replace(first, out=settings.out / "second", epochs=first.epochs + 1, learning_rate=rate), first, LAST)
    third = replace(first, out=settings.out / "third", epochs=first.epochs + 2, decay_from=0.7, dropout=0.13, seed=seed)
    yield _again(third, first, STABLE)


def _again(settings: TrainSettings, before: TrainSettings, saved: str) -> Path:
    """Train on from where another run was saved, unless that was begun before."""
    settings.out.mkdir(exist_ok=True)
    if not (settings.out / LAST).exists():
        shutil.copy(before.out / saved, settings.out / LAST)
    return train(settings)


if __name__ == "__main__":
    run()
