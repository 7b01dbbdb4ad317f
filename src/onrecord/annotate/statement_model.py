"""The statements model: who is reported as saying or thinking what, straight from the words.

A small encoder that this project trains and ships (training/README.md) gives every word scores for
its role; a linear chain turns them into probabilities of whole spans, and link scores say which
source, cue and content belong together. It reads windows of whole paragraphs, so that a quotation
may run on and a source may stand in the sentence before.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from onrecord.annotate.component import WEIGHTS
from onrecord.annotate.statement_agreement import Agreement, Places, weighed
from onrecord.annotate.statement_decode import (
    CONSIDERED,
    ROLES,
    Chain,
    Floats,
    Fragment,
    choose,
    closed_at_paragraphs,
    likely_spans,
)
from onrecord.annotate.statement_links import LinkParameters, Parts, assemble
from onrecord.annotate.statement_windows import Window, windows
from onrecord.errors import SetupError
from onrecord.model import Span, StatementSpans

GRAPH, TOKENIZER, PARAMETERS = "statements.onnx", "statements-tokenizer.json", "statements.json"
_SLOWER = ("SkipLayerNormFusion",)
"""What ONNX Runtime does by itself to a graph and what costs a sixth of this one's time."""


@dataclass(frozen=True, slots=True)
class DecodeParameters:
    """What turns the graph's numbers into statements; made in training, kept beside the graph.

    ensemble_share  share in [0, 1) of the default model's scores in the mean of both; 0 where this model reads alone
    """

    chain: Chain
    links: LinkParameters
    least: tuple[float, ...]
    max_pieces: int
    opening: int
    closing: int
    agreement: Agreement | None = None
    ensemble_share: float = 0.0

    @classmethod
    def of(cls, raw: Mapping[str, Any]) -> DecodeParameters:
        """From the JSON that training wrote."""
        return cls(
            Chain(_floats(raw["transitions"]), _floats(raw["start"])),
            LinkParameters(_floats(raw["source_table"]), _floats(raw["cue_table"]), _floats(raw["nobody"])),
            tuple(raw["least"]),
            raw["max_pieces"],
            raw["opening"],
            raw["closing"],
            Agreement.of(raw["agreement"]) if "agreement" in raw else None,
            raw.get("ensemble_share", 0.0),
        )


class Session(Protocol):
    """What of an ONNX Runtime session is used."""

    def run(self, outputs: Sequence[str], fed: Mapping[str, NDArray[Any]], /) -> Sequence[Any]:
        """The named outputs as arrays, in that order."""
        ...


@dataclass(frozen=True, slots=True)
class Scored:
    """A text as the graph has read it: its windows, for each the scores of its words' tags, and their link vectors."""

    windows: tuple[Window, ...]
    tags: tuple[Floats, ...]
    vectors: tuple[Floats, ...]


@dataclass(frozen=True, slots=True)
class OnnxStatementModel:
    """The shipped model: one pass of the graph for each window, on one thread.

    Windows are run one by one: the quantised graph scales its numbers by all that it is given at
    once, so that a batch would make a text's answer depend on its neighbours.

    other  the model whose scores are averaged with these; None where this one reads alone
    """

    session: Session
    tokenizer: Tokenizer
    parameters: DecodeParameters
    other: OnnxStatementModel | None = None

    def find(self, texts: Sequence[str], beside: Sequence[Places] | None = None) -> list[list[StatementSpans]]:
        """One list a text, in order of the texts; within a text, in order of the cues' windows.

        A text without a statement gives an empty list. The answer for a text does not depend on
        the others beside it.

        beside  where another finder has its spans, for each text: agreement makes a span likelier
        """
        return [self.found(text, self.scored(text), beside[i] if beside else None) for i, text in enumerate(texts)]

    def scored(self, text: str) -> Scored:
        """Run the graph over a text: nearly all of the time that `find` takes."""
        cut = windows(text, self.tokenizer, self.parameters.max_pieces)
        scores = [self._scores(window) for window in cut]
        own = Scored(tuple(cut), tuple(tags for tags, _ in scores), tuple(vectors for _, vectors in scores))
        return own if self.other is None else _averaged(own, self.other.scored(text), self.parameters.ensemble_share)

    def found(self, text: str, scored: Scored, places: Places | None) -> list[StatementSpans]:
        """Turn a text's scores into statements, as `find` does."""
        chosen = self._chosen(text, scored.windows, scored.tags, places)
        links = self.parameters.links
        return [
            _spans(part, window)
            for window, vectors, kept in zip(scored.windows, scored.vectors, chosen, strict=True)
            for part in assemble(kept, vectors, window.paragraphs, links)
        ]

    def _chosen(
        self, text: str, cut: Sequence[Window], tags: Sequence[Floats], places: Places | None
    ) -> list[list[Fragment]]:
        """The spans of every window, none overlapping, by the model alone or with a second opinion."""
        least, agreement = self.parameters.least, self.parameters.agreement
        likely = likely_spans(tags, self.parameters.chain, CONSIDERED)
        if agreement is not None and places is not None:
            least = agreement.least
            likely = [weighed(s, w.words, places, agreement) for s, w in zip(likely, cut, strict=True)]
        return [
            choose([span for span in spans if _has_words(span, window, text)], least)
            for window, spans in zip(cut, likely, strict=True)
        ]

    def _scores(self, window: Window) -> tuple[Floats, Floats]:
        """Tag scores, none running on into another paragraph, and link vectors of the window's words."""
        ids = [self.parameters.opening, *window.pieces, self.parameters.closing]
        fed = {"ids": np.array([ids], dtype=np.int64), "marks": np.array([[0, *window.marks, 0]], dtype=np.int64)}
        tags, vectors = self.session.run(["tags", "links"], fed)
        heads = np.array(window.heads) + 1
        return closed_at_paragraphs(tags[0, heads], window.paragraphs), vectors[0, heads]


def _averaged(own: Scored, other: Scored, share: float) -> Scored:
    """Return the mean of two models' tag scores, where both cut the text alike; the links are the first one's."""
    if [w.words for w in own.windows] != [w.words for w in other.windows]:
        return own
    pairs = zip(own.tags, other.tags, strict=True)
    return replace(own, tags=tuple(_mean(mine, theirs, share) for mine, theirs in pairs))


def _mean(own: Floats, other: Floats, share: float) -> Floats:
    return _floats((1 - share) * own + share * other)


@cache
def load_model(weights: str = WEIGHTS) -> OnnxStatementModel:
    """Return the model of an installed package, by default the one that comes along; read once a process.

    Raises SetupError where the package or one of its files is missing.
    """
    try:
        return read_model(resources.files(weights))
    except ModuleNotFoundError as error:
        raise SetupError(
            f"the statements model of {weights.replace('_', '-')!r} is not installed; run `pip install ./accurate` "
            "in the project's folder, or leave --accurate out"
        ) from error


def read_model(folder: Traversable) -> OnnxStatementModel:
    """A model from a folder with the three files that training writes, with the default model where it asks for it."""
    model = OnnxStatementModel(
        _session(_bytes(folder / GRAPH)),
        _tokenizer(_bytes(folder / TOKENIZER)),
        DecodeParameters.of(json.loads(_bytes(folder / PARAMETERS))),
    )
    share = model.parameters.ensemble_share
    return _with_default(model, share) if share else model


def _with_default(model: OnnxStatementModel, share: float) -> OnnxStatementModel:
    other = load_model()
    own, theirs = model.parameters.chain, other.parameters.chain
    chain = Chain(_mean(own.transitions, theirs.transitions, share), _mean(own.start, theirs.start, share))
    return replace(model, other=other, parameters=replace(model.parameters, chain=chain))


def _bytes(file: Traversable) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise SetupError(
            f"the statements model's file {file.name!r} is missing from the installation; reinstall onrecord, "
            "or make the model again with `make -C training`"
        ) from error


def _session(graph: bytes) -> Session:
    options = SessionOptions()
    options.intra_op_num_threads = 1  # several would each need the whole of a small product's data
    options.inter_op_num_threads = 1
    session: Session = InferenceSession(
        graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=list(_SLOWER)
    )
    return session


def _tokenizer(raw: bytes) -> Tokenizer:
    tokenizer = Tokenizer.from_str(raw.decode("utf8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _floats(values: Sequence[float] | Floats) -> Floats:
    return np.asarray(values, dtype=np.float32)


def _spans(parts: Parts, window: Window) -> StatementSpans:
    used = [fragment for fragment in (parts.source, parts.cue, *parts.contents) if fragment]
    return StatementSpans(
        _of(parts.source, window),
        _of(parts.cue, window),
        tuple(span for content in parts.contents for span in _of(content, window)),
        min(fragment.probability for fragment in used),
    )


def _has_words(run: Fragment, window: Window, text: str) -> bool:
    """Marks alone are no source and no content; a dash or colon may stand in a cue's place."""
    if ROLES[run.role] == "cue":
        return True
    start, end = window.words[run.first][0], window.words[run.last][1]
    return any(character.isalnum() for character in text[start:end])


def _of(fragment: Fragment | None, window: Window) -> tuple[Span, ...]:
    if fragment is None:
        return ()
    return (Span(window.words[fragment.first][0], window.words[fragment.last][1]),)
