"""Which nouns are units, and which stand for people."""

from functools import lru_cache

from onrecord.data_files import lines, words

MONEY = {
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
}


@lru_cache(maxsize=1)
def people() -> frozenset[str]:
    """Return the lemmas of nouns that stand for people."""
    return words(__package__, "people.txt")


@lru_cache(maxsize=1)
def numbered() -> frozenset[str]:
    """Return the lemmas of nouns that are told apart by the number behind them."""
    return words(__package__, "numbered.txt")


@lru_cache(maxsize=1)
def units() -> dict[str, str]:
    """Return each unit's words with the unit's name."""
    named = (line.partition(": ") for line in lines(__package__, "units.txt"))
    return {word: name for name, _, listed in named for word in listed.split()}
