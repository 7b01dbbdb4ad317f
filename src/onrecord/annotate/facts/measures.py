"""Measures: "71.7 grams of", "41-month sentence", "27% of searches", "115 square kilometres", "60 miles an hour"."""

import re

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.annotate.facts.figures import LENGTH, Figure
from onrecord.annotate.facts.quantity import Quantity, quantity_of
from onrecord.annotate.facts.units import MONEY, units

_TAIL = frozenset({"of"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_POWERS = {"square": "square", "sq": "sq", "cubic": "cubic", "cu": "cu"}
_EACH = frozenset({"a", "an", "per", "each", "every"})
_DEEP = re.compile(LENGTH)
_DEEP_TOKENS = 6


def measure(doc: Doc, figure: Figure) -> Quantity | None:
    """Return a figure that a unit follows, None where none does; the head is what is measured, else the unit."""
    found = doc.char_span(figure.core.start, figure.core.end, alignment_mode="expand")
    if found is None:
        return None
    if unit := units().get(_glued(found, figure)):  # "70m" of "70m-deep"
        return _measure(doc, figure, found[-1], unit)
    after = doc[found.end] if found.end < len(doc) else None
    if after is not None and after.lower_ in ("-", "–") and after.i + 1 < len(doc):
        after = after.nbor()
    last = after.nbor() if after is not None and _is_power(after) else after
    unit = _unit(last) if last is not None else None
    return None if last is None or unit is None else _measure(doc, figure, last, unit)


def _glued(number: DocSpan, figure: Figure) -> str:
    """Return what stands in one token with a number, in lower case."""
    last = number[-1]
    return last.text[figure.core.end - last.idx :].lower()


def _is_power(token: Token) -> bool:
    return token.lower_ in _POWERS and token.i + 1 < len(token.doc)


def _unit(token: Token) -> str | None:
    power = f"{token.nbor(-1).lower_}-" if token.i > 0 and _is_power(token.nbor(-1)) else ""
    name = next((u for word in (token.lower_, token.lemma_.lower()) if (u := units().get(f"{power}{word}"))), None)
    if name is None and token.lower_ == "per" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "cent":
        return "percent"
    return name


def _measure(doc: Doc, figure: Figure, unit: Token, name: str) -> Quantity:
    last = unit.nbor() if unit.lower_ == "per" and unit.i + 1 < len(doc) else unit
    if (speed := _speed(last, name)) is not None:
        hour, name = speed
        return quantity_of(figure, name, name, last, hour.idx + len(hour))
    measured = _measured(last)
    head = measured.lemma_.lower() if measured is not None else "money" if name in MONEY.values() else name
    return quantity_of(figure, head, name, _hanging(last), _end(doc, last, name))


def _hanging(last: Token) -> Token:
    """Return the word by which a measure hangs on its sentence: the number, where a parse puts "per cent" below it."""
    above = last.head
    return above.head if above.lower_ == "per" and above.head.pos_ == "NUM" else last


def _speed(last: Token, unit: str) -> tuple[Token, str] | None:
    """Return the last word and the name of a speed: "60 miles an hour", "100 km per hour"."""
    name = f"{unit} per hour"
    if last.i + 2 >= len(last.doc) or name not in units().values() or last.nbor().lower_ not in _EACH:
        return None
    return (last.nbor(2), name) if last.nbor(2).lower_ == "hour" else None


def _measured(last: Token) -> Token | None:
    """Return what a measure is of: behind "of", or the noun that it stands before."""
    tails = (c for c in last.children if c.dep_ == "prep" and c.lower_ in _TAIL)
    measured = next((p for c in tails for p in c.children if p.dep_ == "pobj"), None)
    if measured is None and last.dep_ in ("compound", "nmod", "amod", "npadvmod") and last.head.pos_ in _NOUNS:
        measured = last.head
        while measured.dep_ in ("compound", "nmod") and measured.head.pos_ in _NOUNS:
            measured = measured.head
    return measured


def _end(doc: Doc, last: Token, unit: str) -> int:
    """Return the end of a measure's words; the "m" of "70m-deep" is one of metres only with the word behind it."""
    end = last.idx + len(last)
    if unit != "metres" or not last.lower_.endswith("m"):
        return end
    deep = _DEEP.match(doc[last.i : last.i + _DEEP_TOKENS].text, len(last))
    return deep.end() + last.idx if deep is not None else end
