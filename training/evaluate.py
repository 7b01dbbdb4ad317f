"""Score a network or a shipped model on the development rows with the project's scorer."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.annotate.statement_decode import CONSIDERED, ROLES, Chain, choose, closed_at_paragraphs, likely_spans
from onrecord.annotate.statement_links import LinkParameters, Parts, assemble
from onrecord.annotate.statement_model import read_model
from onrecord.annotate.statement_windows import Window, windows

from .batches import padded, special_of
from .encoder import EncoderConfig
from .model import StatementNet
from .settings import TrainSettings

SCORER = Path(__file__).parents[2] / "shared" / "score" / "statements.py"
# Least worth of an exact source, cue and content span; chosen on the development rows.
LEAST = (0.5, 0.45, 0.5)
Statement = dict[str, list[list[int]]]
Table = dict[str, list[float]]


def load_scorer(path: Path = SCORER) -> ModuleType:
    """The scorer is a script; its functions are used as they are."""
    spec = importlib.util.spec_from_file_location("statements_scorer", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no scorer at {path}; put the shared folder beside the project")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(rows: Sequence[Mapping[str, Any]], predict: Callable[[str], list[Statement]]) -> Table:
    """Precision, recall and F1 of each role and of whole statements, as the scorer counts them."""
    scorer = load_scorer()
    counts = {name: [0, 0, 0] for name in (*scorer.ROLES, "statement")}
    known: dict[str, list[Statement]] = {}
    for row in rows:
        if row["id"] not in known:
            known[row["id"]] = predict(row["text"])
        statements = known[row["id"]]
        tokens = [tuple(token) for sentence in row["sentences"] for token in sentence]
        for role in scorer.ROLES:
            gold = scorer.fragments(row["attributions"], role, tokens)
            guess = scorer.fragments(statements, role, tokens)
            _add(counts[role], (len(gold & guess), len(gold), len(guess)))
        _add(counts["statement"], scorer.matched(row["attributions"], statements, tokens))
    return {name: [round(value, 2) for value in scorer.f1(*c)] for name, c in counts.items()}


def _add(counts: list[int], more: Sequence[int]) -> None:
    for i, value in enumerate(more):
        counts[i] += value


def as_statement(parts: Parts, window: Window) -> Statement:
    """Word runs of a window as character spans of its text."""
    roles = {"source": (parts.source,), "cue": (parts.cue,), "content": parts.contents}
    return {
        role: [[window.words[f.first][0], window.words[f.last][1]] for f in found if f is not None]
        for role, found in roles.items()
    }


def link_parameters(net: StatementNet) -> LinkParameters:
    """The link tables of a network as arrays."""
    nobody = torch.cat([net.nobody.weight[0], net.nobody.bias])
    tables = (net.source_table, net.cue_table, nobody)
    source, cue, none = (table.detach().numpy() for table in tables)
    return LinkParameters(source, cue, none)


def predictor(net: StatementNet, tokenizer: Tokenizer) -> Callable[[str], list[Statement]]:
    """Statements of a text by the torch network."""
    special = special_of(tokenizer)
    links = link_parameters(net)
    chain = Chain(*(part.detach().numpy() for part in net.chain()))

    def predict(text: str) -> list[Statement]:
        found = windows(text, tokenizer)
        if not found:
            return []
        ids, marks, mask, _ = padded(found, special)
        with torch.inference_mode():
            tag_scores, vectors = net(ids, marks, mask)
        heads = [torch.tensor(window.heads) + 1 for window in found]
        emissions = [
            closed_at_paragraphs(tag_scores[i, heads[i]].numpy(), window.paragraphs) for i, window in enumerate(found)
        ]
        likely = likely_spans(emissions, chain, CONSIDERED)
        return [
            as_statement(part, window)
            for i, window in enumerate(found)
            for part in assemble(choose(likely[i], LEAST), vectors[i, heads[i]].numpy(), window.paragraphs, links)
        ]

    return predict


def shipped_predictor(folder: Path) -> Callable[[str], list[Statement]]:
    """Statements of a text by the files that the package ships, through the package's own code."""
    model = read_model(folder)

    def predict(text: str) -> list[Statement]:
        [found] = model.find([text])
        return [{role: [[span.start, span.end] for span in getattr(spans, role)] for role in ROLES} for spans in found]

    return predict


def dev_table(
    state: Mapping[str, Tensor],
    settings: TrainSettings,
    rows: Sequence[Mapping[str, Any]],
    tokenizer: Tokenizer,
) -> Table:
    """The score of a state of the network on rows."""
    net = StatementNet(EncoderConfig.read(settings.base))
    net.load_state_dict(dict(state))
    net.eval()
    return score(rows, predictor(net, tokenizer))
