"""How alike two mentions of events are, and what the measures together say: one event or two."""

import math
from collections.abc import Mapping
from functools import lru_cache

from onrecord.data_files import weights
from onrecord.relate.event_words import root
from onrecord.relate.periods import apart
from onrecord.relate.profile import dot
from onrecord.relate.rarity import Rarity
from onrecord.relate.told import Told


def event_measures(a: Told, b: Told, near: float, rarity: Rarity) -> dict[str, float]:
    """Return everything the weights are for.

    near  how alike the two articles are as wholes, in [0, 1]; 1 within one article
    """
    out = {**_words(a, b, rarity), **_parties(a, b), **_circumstances(a, b), **_standing(a, b, near)}
    strong = out["same_words"] or out["same_family"]
    related = ("context", "near", "same_article", "shared", "clash", "both_open")
    return out | {f"related_{name}": strong * out[name] for name in related}


def _standing(a: Told, b: Told, near: float) -> dict[str, float]:
    """Return where the two stand to one another, and in what words around them."""
    same_article = a.article == b.article
    context = dot(a.context, b.context)
    distance = abs(a.sentence - b.sentence)
    return {
        "context": context,
        "context_root": math.sqrt(max(context, 0.0)),
        "near": 0.0 if same_article else near,
        "same_article": float(same_article),
        "same_sentence": float(same_article and distance == 0),
        "distance_log": math.log1p(distance) if same_article else 0.0,
        "both_open": float(not same_article and a.sentence <= 2 and b.sentence <= 2),
        "one_opens": float(not same_article and (a.sentence <= 2) != (b.sentence <= 2)),
        "definite": float((b if b.event.trigger > a.event.trigger else a).definite) if same_article else 0.0,
        "modality": float(a.event.modality == b.event.modality),
    }


def _words(a: Told, b: Told, rarity: Rarity) -> dict[str, float]:
    shared = a.words & b.words
    typed = a.event.type != "OTHER" and b.event.type != "OTHER"
    same_type = typed and a.event.type == b.event.type
    return {
        "same_words": float(bool(shared)),
        "rarest_word": max((rarity.of(word) for word in shared), default=0.0),
        "all_words": float(a.words == b.words),
        "same_root": float(bool(root(a.words) & root(b.words))),
        "same_family": float(bool(a.families & b.families)),
        "both_in_families": float(bool(a.families) and bool(b.families)),
        "same_type": float(same_type),
        "same_mode": float(same_type and a.event.mode == b.event.mode != ""),
        "other_type": float(typed and not same_type),
    }


def _parties(a: Told, b: Told) -> dict[str, float]:
    shared = len(a.parties & b.parties)
    return {
        "same_actor": float(bool(a.actors & b.actors)),
        "other_actor": float(bool(a.actors) and bool(b.actors) and not a.actors & b.actors),
        "same_recipient": float(bool(a.recipients & b.recipients)),
        "other_recipient": float(bool(a.recipients) and bool(b.recipients) and not a.recipients & b.recipients),
        "swapped": float(bool(a.actors & b.recipients) or bool(a.recipients & b.actors)),
        "same_object": float(bool(a.others & b.others)),
        "other_object": float(bool(a.others) and bool(b.others) and not a.others & b.others),
        "shared": min(shared, 3) / 3,
        "clash": float(bool(a.parties) and bool(b.parties) and not shared),
    }


def _circumstances(a: Told, b: Told) -> dict[str, float]:
    split = apart(a.time, b.time)
    numbers = [x.shares_value(y) for x in a.event.numbers for y in b.event.numbers if x.role == y.role]
    return {
        "same_place": float(bool(a.places & b.places)),
        "other_place": float(bool(a.places) and bool(b.places) and not a.places & b.places),
        "same_time": float(split is False),
        "other_time": float(split is True),
        "same_number": float(any(numbers)),
        "other_number": float(bool(numbers) and not any(numbers)),
    }


@lru_cache(maxsize=1)
def event_weights() -> Mapping[str, float]:
    """Return the shipped weights, by measure; "" is the constant."""
    return weights(__package__, "event_weights.json")


def one_event(measured: Mapping[str, float]) -> float:
    """Return the log-odds that two mentions are of one event."""
    held = event_weights()
    return held[""] + sum(value * held[name] for name, value in measured.items())
