"""A BERT or MPNet encoder in plain torch, read from the published safetensors file."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F


@dataclass(frozen=True, slots=True)
class EncoderConfig:
    """What of the published configuration the layers need."""

    kind: str  # "bert" or "mpnet"
    vocabulary: int
    width: int
    layers: int
    heads: int
    hidden: int
    positions: int
    epsilon: float
    buckets: int = 32

    @classmethod
    def read(cls, folder: Path) -> EncoderConfig:
        """From a folder's config.json."""
        raw = json.loads((folder / "config.json").read_text(encoding="utf8"))
        return cls(
            raw["model_type"],
            raw["vocab_size"],
            raw["hidden_size"],
            raw["num_hidden_layers"],
            raw["num_attention_heads"],
            raw["intermediate_size"],
            raw["max_position_embeddings"],
            raw["layer_norm_eps"],
            raw.get("relative_attention_num_buckets", 32),
        )

    @property
    def first_position(self) -> int:
        """MPNet counts positions from after its padding index."""
        return 2 if self.kind == "mpnet" else 0


class Dropout(nn.Module):
    """Dropout from one random byte a value: torch's own draws take a tenth of a step on a CPU."""

    def __init__(self, share: float) -> None:
        """share in [0, 1], rounded to 1/256."""
        super().__init__()
        self.dropped = round(share * 256)

    def forward(self, x: Tensor) -> Tensor:
        """Zero a share of the values and scale up the rest while training."""
        if not self.training or not self.dropped:
            return x
        drawn = torch.empty((x.numel() + 7) // 8, dtype=torch.int64).random_(-(2**63), None)
        kept = drawn.view(torch.uint8)[: x.numel()].view_as(x) >= self.dropped
        return x * (kept.to(x.dtype) * (256 / (256 - self.dropped)))


class Layer(nn.Module):
    """One transformer layer, normalised after each sum."""

    def __init__(self, config: EncoderConfig, dropout: float) -> None:
        """Weights are filled in by `load_pretrained`."""
        super().__init__()
        self.heads = config.heads
        self.qkv = nn.Linear(config.width, 3 * config.width)
        self.out = nn.Linear(config.width, config.width)
        self.up = nn.Linear(config.width, config.hidden)
        self.down = nn.Linear(config.hidden, config.width)
        self.attention_norm = nn.LayerNorm(config.width, config.epsilon)
        self.output_norm = nn.LayerNorm(config.width, config.epsilon)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """x (batch, pieces, width); bias, if any, is added to the attention scores."""
        batch, pieces, width = x.shape
        q, k, v = (part.view(batch, pieces, self.heads, -1).transpose(1, 2) for part in self.qkv(x).chunk(3, -1))
        mixed = attend(q, k, v, bias).transpose(1, 2).reshape(batch, pieces, width)
        x = self.attention_norm(x + self.dropout(self.out(mixed)))
        answer: Tensor = self.output_norm(x + self.dropout(self.down(F.gelu(self.up(x)))))
        return answer


def attend(q: Tensor, k: Tensor, v: Tensor, bias: Tensor | None) -> Tensor:
    """Scaled dot products; written out while a graph is exported, fused otherwise."""
    if torch.onnx.is_in_onnx_export():
        scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
        return torch.softmax(scores if bias is None else scores + bias, -1) @ v
    return F.scaled_dot_product_attention(q, k, v, attn_mask=None if bias is None else bias.to(q.dtype))


class Encoder(nn.Module):
    """Pieces and their marks to vectors."""

    def __init__(self, config: EncoderConfig, mark_kinds: int, dropout: float = 0.1) -> None:
        """Marks start at zero, so that training begins with the published encoder."""
        super().__init__()
        self.config = config
        self.words: nn.Module = nn.Embedding(config.vocabulary, config.width)
        self.positions = nn.Embedding(config.positions, config.width)
        self.marks = nn.Embedding(mark_kinds, config.width)
        nn.init.zeros_(self.marks.weight)
        self.norm = nn.LayerNorm(config.width, config.epsilon)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(config, dropout) for _ in range(config.layers))
        if config.kind == "mpnet":
            self.relative = nn.Embedding(config.buckets, config.heads)

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor | None) -> Tensor:
        """ids, marks, mask (batch, pieces); mask is 1 where a piece counts, None where all do."""
        positions = torch.arange(ids.shape[1], device=ids.device) + self.config.first_position
        x = self.words(ids) + self.positions(positions) + self.marks(marks)
        x = self.dropout(self.norm(x))
        bias = None if mask is None else (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        if self.config.kind == "mpnet":
            relative = self._relative_bias(ids.shape[1]).to(x.dtype)
            bias = relative if bias is None else bias + relative
        vectors: Tensor = x
        for layer in self.layers:
            vectors = layer(vectors, bias)
        return vectors

    def _relative_bias(self, pieces: int) -> Tensor:
        distance = torch.arange(pieces)[None, :] - torch.arange(pieces)[:, None]
        buckets = _relative_buckets(distance, self.config.buckets)
        looked_up: Tensor = self.relative(buckets)
        return looked_up.permute(2, 0, 1)[None]


def _relative_buckets(distance: Tensor, buckets: int, furthest: int = 128) -> Tensor:
    """T5's scheme as MPNet uses it: exact when near, logarithmic further off."""
    half = buckets // 2
    away = -distance
    side = (away < 0).long() * half
    away = away.abs()
    exact = half // 2
    scaled = exact + (torch.log(away.float().clamp(min=1) / exact) / math.log(furthest / exact) * (half - exact)).long()
    return side + torch.where(away < exact, away, scaled.clamp(max=half - 1))


_RENAMED = (
    (r"^embeddings\.word_embeddings\.", "words."),
    (r"^embeddings\.position_embeddings\.", "positions."),
    (r"^embeddings\.LayerNorm\.", "norm."),
    (r"^encoder\.relative_attention_bias\.", "relative."),
    (r"^encoder\.layer\.(\d+)\.attention\.(?:output\.dense|attn\.o)\.", r"layers.\1.out."),
    (r"^encoder\.layer\.(\d+)\.attention\.(?:output\.)?LayerNorm\.", r"layers.\1.attention_norm."),
    (r"^encoder\.layer\.(\d+)\.intermediate\.dense\.", r"layers.\1.up."),
    (r"^encoder\.layer\.(\d+)\.output\.dense\.", r"layers.\1.down."),
    (r"^encoder\.layer\.(\d+)\.output\.LayerNorm\.", r"layers.\1.output_norm."),
)
_ATTENTION = re.compile(r"^encoder\.layer\.(\d+)\.attention\.(?:self|attn)\.(query|key|value|q|k|v)\.(\w+)$")


def load_pretrained(encoder: Encoder, folder: Path) -> None:
    """Fill an encoder with the weights published in a folder; anything missing is an error."""
    raw = load_file(folder / "model.safetensors")
    state: dict[str, Tensor] = {"marks.weight": encoder.marks.weight.detach()}
    parts: dict[tuple[str, str], dict[str, Tensor]] = {}
    for name, value in raw.items():
        if found := _ATTENTION.match(name):
            parts.setdefault((found[1], found[3]), {})[found[2][0]] = value
        for pattern, new in _RENAMED:
            renamed, hits = re.subn(pattern, new, name)
            if hits:
                state[renamed] = value
    for (layer, kind), part in parts.items():
        state[f"layers.{layer}.qkv.{kind}"] = torch.cat([part[key] for key in "qkv"])
    if encoder.config.kind == "bert":  # one segment only: its vector joins every position
        state["positions.weight"] = state["positions.weight"] + raw["embeddings.token_type_embeddings.weight"][0]
    encoder.load_state_dict(state)
