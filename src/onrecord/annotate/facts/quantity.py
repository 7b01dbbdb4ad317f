"""A number with what it counts."""

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.annotate.facts.figures import Figure
from onrecord.model import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts.

    span   its words with the counted noun; `head` the counted noun's lemma, `unit` its class
    noun   the token that the counted thing hangs on the sentence by
    holder whoever an age is the age of
    state  what the counted are said to be: "dead" of "38 dead"
    told   what is said of them in a canonical word, where that is not the word of `state`: "16 lives" are dead
    """

    span: Span
    low: float | None
    high: float | None
    approximate: bool
    head: str
    unit: str | None
    noun: Token
    holder: Token | None = None
    state: Token | None = None
    told: str = ""


def quantity_of(figure: Figure, head: str, unit: str | None, noun: Token, end: int = 0) -> Quantity:
    """Return a figure as a quantity; `end` is where the words for what it counts end."""
    span = Span(figure.span.start, max(figure.span.end, end))
    return Quantity(span, figure.low, figure.high, figure.approximate, head, unit, noun)
