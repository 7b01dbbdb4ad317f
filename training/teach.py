"""Write what a trained network thinks of texts, for another to learn from.

usage: python -m training.teach --weights FILE --base DIR --out SCORES.npz TEXTS.jsonl[.gz] ...

Every text gets the scores of its words' tags, by where the words start; the chain over the tags goes with them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.annotate.statement_decode import closed_at_paragraphs
from onrecord.annotate.statement_windows import Window, windows

from .batches import Special, padded, special_of
from .data import read_rows, read_tokenizer
from .export import load
from .lesson import STARTS, STEPS, key_of
from .model import StatementNet

Scores = NDArray[np.float32]
_TOGETHER = 4  # windows a pass


def scores_of(net: StatementNet, text: str, tokenizer: Tokenizer, special: Special) -> tuple[list[int], Scores]:
    """Return where each word of a text starts, and the scores of its tags."""
    found = windows(text, tokenizer)
    starts = [start for window in found for start, _ in window.words]
    return starts, np.concatenate(list(_scored(net, found, special))) if found else np.zeros((0, 0), np.float32)


def _scored(net: StatementNet, found: Sequence[Window], special: Special) -> Iterator[Scores]:
    for first in range(0, len(found), _TOGETHER):
        some = found[first : first + _TOGETHER]
        ids, marks, mask, heads = padded(some, special)
        with torch.inference_mode():
            tags, _ = net(ids, marks, mask)
        for row, window in enumerate(some):
            own = tags[row, heads[row, : len(window.heads)]].numpy()
            yield closed_at_paragraphs(own, window.paragraphs)


def main() -> None:
    """Read every text once and write the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("weights", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("texts", type=Path, nargs="+")
    given = parser.parse_args()
    net, tokenizer = load(given.weights, given.base), read_tokenizer(given.base)
    steps, begins = (part.detach().numpy() for part in net.chain())
    kept = {STEPS: steps, STARTS: begins}
    texts = dict.fromkeys(row["text"] for path in given.texts for row in read_rows(path))
    for done, text in enumerate(texts, start=1):
        starts, scores = scores_of(net, text, tokenizer, special_of(tokenizer))
        kept |= {f"{key_of(text)}/at": np.array(starts), f"{key_of(text)}/scores": scores.astype(np.float32)}
        if done % 50 == 0:
            print(done, "of", len(texts), flush=True)
    np.savez(given.out, **kept)


if __name__ == "__main__":
    main()
