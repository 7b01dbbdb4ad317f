"""The statements network: encoder, tag scores with a chain over them, and link vectors."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.annotate.statement_decode import FORBIDDEN, TAG_COUNT, allowed_starts, allowed_transitions
from onrecord.annotate.statement_links import LINK_PARTS, PARAGRAPH_STEPS, RANKS
from onrecord.annotate.statement_windows import MARK_KINDS

from .encoder import Dropout, Encoder, EncoderConfig

LINK_WIDTH = 64


class StatementNet(nn.Module):
    """Scores for every piece; only those at a word's first piece are used."""

    no_step: Tensor
    no_start: Tensor

    def __init__(self, config: EncoderConfig, dropout: float = 0.1) -> None:
        """The encoder's weights are loaded apart from this."""
        super().__init__()
        self.encoder = Encoder(config, MARK_KINDS, dropout)
        self.dropout = Dropout(dropout)
        self.tags = nn.Linear(config.width, TAG_COUNT)
        self.links = nn.Linear(config.width, 2 * len(LINK_PARTS) * LINK_WIDTH)
        self.nobody = nn.Linear(LINK_WIDTH, 1)
        self.source_table = nn.Parameter(torch.zeros(RANKS * PARAGRAPH_STEPS))
        self.cue_table = nn.Parameter(torch.zeros(RANKS * PARAGRAPH_STEPS))
        self.transitions = nn.Parameter(torch.zeros(TAG_COUNT, TAG_COUNT))
        self.start = nn.Parameter(torch.zeros(TAG_COUNT))
        self.register_buffer("no_step", torch.from_numpy(~allowed_transitions()) * float(FORBIDDEN))
        self.register_buffer("no_start", torch.from_numpy(~allowed_starts()) * float(FORBIDDEN))

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Tag scores (batch, pieces, tags) and link vectors (batch, pieces, parts * width)."""
        hidden = self.dropout(self.encoder(ids, marks, mask))
        return self.tags(hidden), self.links(hidden)

    def chain(self) -> tuple[Tensor, Tensor]:
        """Transition and start scores, with what may not be kept out."""
        return self.transitions + self.no_step, self.start + self.no_start


Chain = tuple[Tensor, Tensor]
"""Scores of steps (tags, tags) and of starts (tags,)."""


def chain_loss(emissions: Tensor, tags: Tensor, lengths: Tensor, chain: Chain) -> Tensor:
    """Return the negative log-likelihood of each window's gold tags under a linear chain: (batch,).

    emissions (batch, words, tags); tags (batch, words), padded with 0; lengths (batch,)
    """
    transitions, start = chain
    counts = _counts(emissions, lengths)
    gold = (emissions.gather(2, tags[:, :, None]).squeeze(2) * counts).sum(1)
    gold = gold + start[tags[:, 0]] + (transitions[tags[:, :-1], tags[:, 1:]] * counts[:, 1:]).sum(1)
    return log_weights(emissions, lengths, chain) - gold


def log_weights(emissions: Tensor, lengths: Tensor, chain: Chain) -> Tensor:
    """Return the logarithm of what all tag sequences of each window weigh together: (batch,)."""
    transitions, start = chain
    alpha = start + emissions[:, 0]
    for i, step in enumerate(emissions.unbind(1)[1:], start=1):
        moved = torch.logsumexp(alpha[:, :, None] + transitions, 1) + step
        alpha = torch.where((i < lengths)[:, None], moved, alpha)
    return torch.logsumexp(alpha, 1)


def taught_loss(
    emissions: Tensor, taught: Tensor, lengths: Tensor, chain: Chain, teacher: Chain, weights: Tensor
) -> Tensor:
    """Return the cross entropy of the teacher's tag sequences and the student's, of all there are, summed.

    taught  the teacher's scores (batch, words, tags), `teacher` its chain; weights (batch,)

    What the teacher expects of each tag, step and start is the gradient of its log weights.
    """
    with torch.enable_grad():
        scores, steps, begins = (x.detach().requires_grad_() for x in (taught, *teacher))
        together = (weights * log_weights(scores, lengths, (steps, begins))).sum()
        expected = torch.autograd.grad(together, (scores, steps, begins))
    own = (emissions * expected[0]).sum() + (chain[0] * expected[1]).sum() + (chain[1] * expected[2]).sum()
    return (weights * log_weights(emissions, lengths, chain)).sum() - own


def _counts(emissions: Tensor, lengths: Tensor) -> Tensor:
    return (torch.arange(emissions.shape[1])[None] < lengths[:, None]).to(emissions.dtype)


def span_vectors(vectors: Tensor, part: str, first: Tensor, last: Tensor) -> Tensor:
    """One part's vectors for fragments of one window, from their first and last words.

    vectors (words, parts * width) of the window's words
    """
    at = LINK_PARTS.index(part) * 2 * LINK_WIDTH
    return vectors[first, at : at + LINK_WIDTH] + vectors[last, at + LINK_WIDTH : at + 2 * LINK_WIDTH]


def link_loss(asks: Tensor, answers: Tensor, bias: Tensor, nobody: Tensor | None, target: Tensor) -> Tensor:
    """Cross entropy of each asker's partner, summed; `nobody` adds a last column."""
    scores = asks @ answers.T / LINK_WIDTH**0.5 + bias
    if nobody is not None:
        scores = torch.cat([scores, nobody], 1)
    return F.cross_entropy(scores, target, ignore_index=-100, reduction="sum")
