"""Fit what the syntax's opinion is worth to the shipped model, and keep it among the model's parameters.

usage: python -m training.agreement GOLD.jsonl[.gz]

Prints the mean log loss of a span on reports that the weights had not seen (five parts take turns), of the model alone
and with the opinion; what is shipped is fitted to all reports, five numbers a role. Needs no torch, but the English
parser. Run it after every export: the weights hold for one model.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.component import WEIGHTS
from onrecord.annotate.parse import parse
from onrecord.annotate.statement_agreement import measures
from onrecord.annotate.statement_decode import CONSIDERED, ROLES, Fragment, likely_spans
from onrecord.annotate.statement_model import PARAMETERS, OnnxStatementModel, read_model
from onrecord.annotate.statement_windows import Window
from onrecord.annotate.statements.component import places_of
from onrecord.annotate.statements.finder import find_statements
from onrecord.model import Article

from .data import read_rows, words_of
from .regression import fit

LEAST = (0.3, 0.27, 0.35)
"""Chosen on rows that the weights had not seen; 0.4 for all loses two points of whole statements."""
PARTS = 5
_SHRINKAGE = 1e-4
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """Spans that are considered, row by row: role, measures, and the share of annotators who have the very span."""

    roles: Floats
    measured: Floats
    shares: Floats


def judged(model: OnnxStatementModel, rows: Sequence[Mapping[str, Any]]) -> Iterator[Judged]:
    """Yield the spans of every report, in the order of the reports' first rows."""
    gold: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        gold[row["id"]].append(row)
    articles = (Article(id=name, ref=name, text=same[0]["text"]) for name, same in gold.items())
    for article, doc in parse(articles, 16):
        places = places_of(find_statements(doc))
        found = list(considered(model, article.text))
        yield Judged(
            np.concatenate([[float(s.role) for s in spans] for _, spans in found]),
            np.concatenate([measures(spans, window.words, places) for window, spans in found]),
            np.concatenate([_shares(spans, window, gold[article.id]) for window, spans in found]),
        )


def considered(model: OnnxStatementModel, text: str) -> Iterator[tuple[Window, list[Fragment]]]:
    """Yield every window that has spans to consider, with them."""
    scored = model.scored(text)
    likely = likely_spans(scored.tags, model.parameters.chain, CONSIDERED)
    yield from ((window, spans) for window, spans in zip(scored.windows, likely, strict=True) if spans)


def _shares(spans: Sequence[Fragment], window: Window, rows: Sequence[Mapping[str, Any]]) -> Floats:
    marked = [
        {
            (role, *run)
            for statement in row["attributions"]
            for role, name in enumerate(ROLES)
            for start, end in statement.get(name) or ()
            if (run := words_of(window.words, (start, end))) is not None
        }
        for row in rows
    ]
    return np.array([np.mean([(s.role, s.first, s.last) in one for one in marked]) for s in spans])


def weights(parts: Sequence[Judged]) -> Floats:
    """Fit (roles, measures + 1), the constant last."""
    roles = np.concatenate([part.roles for part in parts])
    measured = np.concatenate([part.measured for part in parts])
    shares = np.concatenate([part.shares for part in parts])
    masks = [roles == role for role in range(len(ROLES))]
    return np.array([fit(measured[m], shares[m], np.ones(m.sum()), _SHRINKAGE) for m in masks])


def log_losses(parts: Sequence[Judged], found: Floats) -> Floats:
    """Return the log loss of every span: (spans, 2), of the model alone and with the opinion."""
    roles = np.concatenate([part.roles for part in parts]).astype(int)
    table = np.concatenate([np.c_[part.measured, np.ones(len(part.shares))] for part in parts])
    shares = np.concatenate([part.shares for part in parts])[:, None]
    odds = np.c_[table[:, 0], (table * found[roles]).sum(axis=1)]
    losses: Floats = shares * np.logaddexp(0, -odds) + (1 - shares) * np.logaddexp(0, odds)
    return losses


def main(gold: str, folder: Path | None = None) -> None:
    """Fit, print the losses, and write the weights beside the model's other parameters; the package's by default."""
    folder = folder or Path(str(resources.files(WEIGHTS)))
    model = read_model(folder)
    assert isinstance(model, OnnxStatementModel)
    found = list(judged(model, read_rows(Path(gold))))
    losses = [
        log_losses(found[i::PARTS], weights([p for n, p in enumerate(found) if n % PARTS != i])) for i in range(PARTS)
    ]
    print("log loss, alone and with the opinion: {:.4f} {:.4f}".format(*np.concatenate(losses).mean(axis=0)))
    kept = json.loads((folder / PARAMETERS).read_text("utf8"))
    kept["agreement"] = {"weights": weights(found).round(4).tolist(), "least": LEAST}
    (folder / PARAMETERS).write_text(json.dumps(kept, indent=1) + "\n", "utf8")


if __name__ == "__main__":
    main(sys.argv[1])
