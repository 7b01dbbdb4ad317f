"""Windows of like length together, padded to tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.annotate.statement_decode import TAG_COUNT, Fragment
from onrecord.annotate.statement_links import link_buckets
from onrecord.annotate.statement_windows import Window

from .data import Example
from .settings import TrainSettings

Special = tuple[int, int, int]


def special_of(tokenizer: Tokenizer) -> Special:
    """Ids of the piece that opens a window, the one that closes it, and padding."""
    names = [("[CLS]", "<s>"), ("[SEP]", "</s>"), ("[PAD]", "<pad>")]
    ids = [[tokenizer.token_to_id(name) for name in pair] for pair in names]
    opening, closing, padding = (next(i for i in pair if i is not None) for pair in ids)
    return opening, closing, padding


@dataclass(frozen=True, slots=True)
class WindowLinks:
    """Gold fragments of one window as (first, last) rows, and who belongs to whom."""

    sources: Tensor
    cues: Tensor
    contents: Tensor
    source_of: Tensor
    cue_of: Tensor
    source_buckets: Tensor
    cue_buckets: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of a few windows; `heads` points at each word's first piece."""

    ids: Tensor
    marks: Tensor
    mask: Tensor
    heads: Tensor
    tags: Tensor
    lengths: Tensor
    links: tuple[WindowLinks, ...]
    gold: Tensor  # 1 where somebody annotated the window
    taught: Tensor  # the teacher's scores (windows, words, tags); zeros without one


def batches(found: list[Example], settings: TrainSettings, epoch: int, special: Special) -> Iterator[Batch]:
    """All examples once, in a shuffled order of batches, each of one length more or less."""
    draw = random.Random(settings.seed * 7919 + epoch)
    found.sort(key=lambda example: (len(example.window.pieces) // 8, draw.random()))
    groups: list[list[Example]] = [[]]
    for example in found:
        if (len(groups[-1]) + 1) * (len(example.window.pieces) + 2) > settings.part_pieces:
            groups.append([])
        groups[-1].append(example)
    draw.shuffle(groups)
    return (collate(group, special) for group in groups if group)


def collate(group: Sequence[Example], special: Special) -> Batch:
    """Pad a group to tensors, with the two specials around every window."""
    ids, marks, mask, heads = padded([example.window for example in group], special)
    tags = torch.zeros_like(heads)
    taught = torch.zeros((*heads.shape, TAG_COUNT))
    for row, example in enumerate(group):
        tags[row, : len(example.tags)] = torch.tensor(example.tags)
        if example.taught:
            taught[row, : len(example.tags)] = torch.tensor(example.taught)
    lengths = torch.tensor([len(example.tags) for example in group])
    gold = torch.tensor([float(example.gold) for example in group])
    return Batch(ids, marks, mask, heads, tags, lengths, tuple(map(_links, group)), gold, taught)


def padded(group: Sequence[Window], special: Special) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """ids, marks and mask (windows, pieces); heads (windows, words), padded with 0."""
    width = max(len(window.pieces) for window in group) + 2
    ids = torch.full((len(group), width), special[2])
    marks, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    heads = torch.zeros((len(group), max(len(window.heads) for window in group)), dtype=torch.long)
    for row, window in enumerate(group):
        count = len(window.pieces)
        ids[row, : count + 2] = torch.tensor([special[0], *window.pieces, special[1]])
        marks[row, 1 : count + 1] = torch.tensor(window.marks)
        mask[row, : count + 2] = 1
        heads[row, : len(window.heads)] = torch.tensor(window.heads) + 1
    return ids, marks, mask, heads


def _links(example: Example) -> WindowLinks:
    sources, cues, contents = ([f for f in example.fragments if f.role == role] for role in range(3))
    paragraphs = example.window.paragraphs
    firsts = [[f.first for f in part] for part in (sources, cues, contents)]
    source_of = [len(sources) if partner == -1 else partner for partner in example.source_of]
    return WindowLinks(
        _rows(sources),
        _rows(cues),
        _rows(contents),
        torch.tensor(source_of, dtype=torch.long),
        torch.tensor(example.cue_of, dtype=torch.long),
        torch.from_numpy(link_buckets(firsts[1], firsts[0], paragraphs)),
        torch.from_numpy(link_buckets(firsts[2], firsts[1], paragraphs)),
    )


def _rows(part: Sequence[Fragment]) -> Tensor:
    return torch.tensor([(f.first, f.last) for f in part], dtype=torch.long).reshape(-1, 2)
