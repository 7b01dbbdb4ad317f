"""What a training run may tune."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import MISSING, dataclass, fields
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainSettings:
    """One run; the defaults are those of the first of the three that the shipped model is the mean of."""

    data: Path  # folder with polnear-train.jsonl.gz and polnear-dev.jsonl
    base: Path  # folder of the published encoder: config.json, model.safetensors, tokenizer.json
    out: Path  # checkpoints and log
    epochs: int = 2
    learning_rate: float = 1.5e-4
    head_rate: float = 1e-3  # tags, links and marks, which start from nothing
    chain_rate: float = 5e-3
    weight_decay: float = 0.01
    warmup: float = 0.05  # share of the run in which the rates rise
    decay_from: float = 0.65  # share of the run from which they fall, evenly, to nothing
    save_steps: int = 100
    score_steps: int = 400  # steps between two scores on the development rows
    dropout: float = 0.1
    part_pieces: int = 640  # padding included; `parts` of them make one step
    parts: int = 2
    shortest_window: int = 130
    longest_window: int = 250  # pieces; each article's window length is drawn anew every epoch
    link_weight: float = 0.3
    average_decay: float = 0.998  # of the running average of weights that is kept
    train_words: bool = False  # whether the vocabulary's vectors move
    frozen_layers: int = 0  # of the encoder, from below, that do not move
    bfloat16: bool = False  # products in sixteen bits: twice as fast where the processor has an instruction for it
    begin: Path | None = None  # weights of a finished run to go on from, with fresh rates
    teacher: Path | None = None  # scores that `training.teach` wrote; None learns from the gold alone
    teacher_weight: float = 0.75  # share of the teacher in the loss of gold rows
    unlabelled: Path | None = None  # JSON Lines with texts that only the teacher has read
    threads: int = 2
    seed: int = 13


def settings_of(arguments: Sequence[str] | None = None) -> TrainSettings:
    """Settings from a command line: one option a field, `--learning-rate 1e-4`."""
    parser = argparse.ArgumentParser(description=TrainSettings.__doc__)
    for field in fields(TrainSettings):
        name = "--" + field.name.replace("_", "-")
        if field.default is MISSING:
            parser.add_argument(name, type=Path, required=True)
        elif field.default is None:
            parser.add_argument(name, type=Path)
        elif isinstance(field.default, bool):
            parser.add_argument(name, action="store_true")
        else:
            parser.add_argument(name, type=type(field.default), default=field.default)
    return TrainSettings(**vars(parser.parse_args(arguments)))
