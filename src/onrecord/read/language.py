"""Which language a report is in; only English is read."""

import re
from functools import lru_cache

from onrecord.read.lexicon import table

_SAMPLE = 4000  # characters that are looked at
_CLEARLY_ENGLISH = 0.20  # share of function words; English news has 0.35 to 0.5, other languages under 0.1
_CLEARLY_OTHER = 0.12
_SHORT_WORDS = 20  # in fewer words one function word more or less decides too much
_SHORT_OTHER = 0.07
_LEAST_WORDS = 8  # fewer tell nothing, unless they are in another script


@lru_cache
def _names() -> dict[str, str]:
    return {code: name for name, codes in table("languages.toml")["codes"].items() for code in codes}


@lru_cache
def _function_words() -> frozenset[str]:
    return frozenset(table("languages.toml")["english"]["function"])


def other_language(text: str) -> str | None:
    """Return the English name of the text's language, None when it is English or too short to tell.

    >>> other_language("Der Damm hielt in der Nacht, teilte die Feuerwehr am Montag mit, doch zwei Wege sind gesperrt.")
    'German'
    """
    sample = text[:_SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample.lower())
    share = sum(word in _function_words() for word in words) / max(1, len(words))
    if share >= _CLEARLY_ENGLISH or not words:
        return None
    from py3langid.langid import classify  # takes a quarter of a second; most texts are told without it

    code = str(classify(sample)[0])
    if code == "en" or (_latin(sample) and (len(words) < _LEAST_WORDS or share > _most_function_words(words))):
        return None
    return name_of(code)


def _most_function_words(words: list[str]) -> float:
    """Return the share of English function words above which a text may still be English."""
    return _SHORT_OTHER if len(words) < _SHORT_WORDS else _CLEARLY_OTHER


def _latin(sample: str) -> bool:
    letters = [c for c in sample if c.isalpha()]
    return sum(c < "\u0250" for c in letters) > 0.5 * len(letters)


def name_of(code: str) -> str:
    """Return a language's English name for a code such as "de" or "pt-BR"; an unknown code stands for itself."""
    return _names().get(re.split(r"[-_]", code.strip().lower())[0], code.strip())


def is_english(code: str) -> bool:
    """Whether a language as a row names it is English: "en", "en-GB", "eng", "English"."""
    return bool(re.fullmatch(r"(?:en|eng|english)(?:[-_ ].*)?", code.strip().lower()))
