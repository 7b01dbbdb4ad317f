"""Trained weights to the files that the package ships: an ONNX graph, its parameters, the tokenizer."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.annotate.statement_model import GRAPH, PARAMETERS, TOKENIZER
from onrecord.annotate.statement_windows import MAX_PIECES

from .batches import special_of
from .data import read_tokenizer
from .encoder import EncoderConfig
from .evaluate import LEAST
from .model import StatementNet


class ByteRows(nn.Module):
    """An embedding in eight bits with a scale a row: one scale for all words costs half a point of cue F1."""

    rows: Tensor
    scale: Tensor

    def __init__(self, plain: nn.Embedding) -> None:
        """Round the rows of an embedding."""
        super().__init__()
        weight = plain.weight.detach()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-9) / 127
        self.register_buffer("rows", torch.round(weight / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """The rows of ids, as floats."""
        return F.embedding(ids, self.rows).to(torch.float32) * F.embedding(ids, self.scale)


class Graph(nn.Module):
    """What is exported: no mask, since windows are run one by one."""

    def __init__(self, net: StatementNet) -> None:
        """The network is used as it is."""
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, marks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Tag scores, link vectors, and the encoder's vectors for heads that may join later."""
        hidden = self.net.encoder(ids, marks, None)
        return self.net.tags(hidden), self.net.links(hidden), hidden


def load(weights: Path, base: Path) -> StatementNet:
    """The trained network, ready to be read."""
    net = StatementNet(EncoderConfig.read(base))
    net.load_state_dict(torch.load(weights, weights_only=True))
    net.eval()
    return net


def _words(net: StatementNet) -> nn.Embedding:
    words = net.encoder.words
    if not isinstance(words, nn.Embedding):
        raise TypeError(f"the vocabulary is {type(words).__name__} already; load the network anew")
    return words


def export(net: StatementNet, path: Path) -> None:
    """Write the float graph."""
    ids = torch.full((1, 12), 1000)
    torch.onnx.export(
        Graph(net),
        (ids, torch.ones_like(ids)),
        str(path),
        input_names=["ids", "marks"],
        output_names=["tags", "links", "hidden"],
        dynamic_axes={name: {1: "pieces"} for name in ("ids", "marks", "tags", "links", "hidden")},
        opset_version=17,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """The products' weights to eight bits; activations are scaled while it runs."""
    quantize_dynamic(
        str(source),
        str(target),
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        weight_type=QuantType.QInt8,
    )


def parameters(net: StatementNet, opening: int, closing: int) -> dict[str, object]:
    """What decoding needs beside the graph."""
    transitions, start = net.chain()
    nobody = torch.cat([net.nobody.weight[0], net.nobody.bias])
    numbers = {
        "transitions": transitions,
        "start": start,
        "source_table": net.source_table,
        "cue_table": net.cue_table,
        "nobody": nobody,
    }
    rounded = {name: _rounded(value.detach().tolist()) for name, value in numbers.items()}
    return {**rounded, "least": LEAST, "max_pieces": MAX_PIECES, "opening": opening, "closing": closing}


def _rounded(value: object) -> object:
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    return round(value, 6) if isinstance(value, float) else value


def ship(weights: Path, base: Path, folder: Path, *, int8: bool = True, ensemble_share: float = 0.0) -> None:
    """Write the three files of the model into a folder; `ensemble_share` is that of the default model's scores."""
    net = load(weights, base)
    opening, closing, _ = special_of(read_tokenizer(base))
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        if int8:
            net.encoder.words = ByteRows(_words(net))
        export(net, plain)
        if int8:
            quantise(plain, folder / GRAPH)
        else:
            shutil.copy(plain, folder / GRAPH)
    shared = {"ensemble_share": ensemble_share} if ensemble_share else {}
    text = json.dumps({**parameters(net, opening, closing), **shared}, indent=1)
    (folder / PARAMETERS).write_text(text + "\n", encoding="utf8")
    shutil.copy(base / "tokenizer.json", folder / TOKENIZER)
