"""Whether two reports that have words in common are about one thing.

Legal notices, appeals and a newspaper chain's other furniture stand beside anything; a form that is filled in every day
keeps its words and changes its names.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations

from onrecord.relate.profile import Vector, dot, weighed
from onrecord.relate.rarity import Rarity, rarity
from onrecord.relate.words import FUNCTION_WORDS, sentences, stem, words

# Of pairs of development reports of two stories 99 in 100 are less alike than this, of pairs of one story 5 in 100.
_ALIKE = 0.12
# Less text says too little.
_MIN_WORDS = 60
# Versions of one report on the development reports have at least 0.64.
_MIN_NAMES = 0.5


def stands_under_anything(shared: Iterable[str], rests: Sequence[Sequence[str]]) -> bool:
    """Whether words that two reports share, and the rests of the two, are about three different things.

    An item of a digest is about what the rest of its source is about. Rests too short to tell are taken for alike.
    """
    if min(map(len, rests)) < _MIN_WORDS:
        return False
    held = [_vector(text) for text in (shared, *rests)]
    return all(dot(a, b) < _ALIKE for a, b in combinations(held, 2))


def _vector(text: Iterable[str]) -> Vector:
    counts = Counter(map(stem, text))
    return weighed({word: n for word, n in counts.items() if word not in FUNCTION_WORDS}, _shipped(), 1.0)


@lru_cache(maxsize=1)
def _shipped() -> Rarity:
    return rarity(())


def other_names(one: str, other: str) -> bool:
    """Whether two texts name other people, places and numbers: Monday's prices, and Tuesday's in the same words."""
    a, b = _names(one), _names(other)
    return len(a & b) < _MIN_NAMES * min(len(a), len(b))


def _names(text: str) -> set[str]:
    """Return numbers, and words with a capital that does not come from the place at the head of a sentence."""
    held = (word for sentence in sentences(text) for word in words(sentence)[1:])
    return {word for word in held if word[0].isdigit() or word[0].isupper()}
