"""Which nouns are units, and which stand for people."""

from functools import lru_cache
from importlib.resources import files

MONEY = {
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
}


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath(f"data/{name}").read_text(encoding="utf8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def people() -> frozenset[str]:
    """Return the lemmas of nouns that stand for people."""
    return frozenset(word for line in _lines("people.txt") for word in line.split())


@lru_cache(maxsize=1)
def numbered() -> frozenset[str]:
    """Return the lemmas of nouns that are told apart by the number behind them."""
    return frozenset(word for line in _lines("numbered.txt") for word in line.split())


@lru_cache(maxsize=1)
def units() -> dict[str, str]:
    """Return each unit's words with the unit's name."""
    named = (line.partition(": ") for line in _lines("units.txt"))
    return {word: name for name, _, words in named for word in words.split()}
