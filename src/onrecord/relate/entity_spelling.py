"""Spellings of one name: transliterations, hyphens, slips of the pen."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.annotate.entities.name_forms import first_names_agree

_SOUNDS = (
    (re.compile(r"sch|sh|ch|tch|tsch|zh"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh|gh|ck|q|c|g"), "k"),
    (re.compile(r"dh|th|t"), "d"),
    (re.compile(r"w|v|f|b|p"), "v"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"z|j"), "s"),
)
_MARKS = re.compile(r"\W+")
_VOWELS = re.compile(r"[aeiouyh]+")
# Shorter words differ by one letter too often to be one name: "Hill" and "Hall".
MIN_TYPO_LETTERS = 6


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Return the consonants of a folded word by the sound they may stand for, doubled ones once.

    >>> skeleton("gaddafi") == skeleton("qadhafi") == skeleton("kadafy")
    True
    """
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    bones = _VOWELS.sub("", _MARKS.sub("", word))
    return re.sub(r"(.)\1+", r"\1", bones)


def distance(a: str, b: str, most: int) -> int:
    """Return how many single-letter changes part two words, neighbours swapped counting one; at most `most` + 1.

    >>> distance("okafor", "okaofr", 2), distance("okafor", "petrov", 2)
    (1, 3)
    """
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        new = [i]
        for j, y in enumerate(b, 1):
            best = min(row[j] + 1, new[-1] + 1, row[j - 1] + (x != y))
            if before and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, before[j - 2] + 1)
            new.append(best)
        if min(new) > most:
            return most + 1
        before, row = row, new
    return min(row[-1], most + 1)


def same_word(a: str, b: str) -> bool:
    """Whether two words of a name are spellings of one: by sound, or by a slip in a long word."""
    if a == b:
        return True
    shorter = min(len(a), len(b))
    bones = skeleton(a)
    if shorter >= 5 and bones == skeleton(b):
        most = shorter // 2 if len(bones) >= 3 else shorter // 3
        return distance(a, b, most) <= most
    return shorter >= MIN_TYPO_LETTERS and distance(a, b, 2) <= (1 if shorter < 9 else 2)


def same_start(a: str, b: str) -> bool:
    """Whether two first names begin alike, as forms of one name do ("Alexis", "Alexandros")."""
    return min(len(a), len(b)) >= MIN_TYPO_LETTERS and a[:4] == b[:4]


def same_spelling(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names of two words or more are spellings of one, word by word or once joined ("Al Bashir")."""
    if len(a) < 2 or len(b) < 2:
        return False
    if len(a) == len(b):
        first = same_word(a[0], b[0]) or first_names_agree(a[0], b[0]) or same_start(a[0], b[0])
        return first and all(same_word(x, y) for x, y in zip(a[1:], b[1:], strict=True))
    return same_word("".join(a), "".join(b)) and same_word(a[0], b[0])


def blocks(name: Sequence[str]) -> Iterator[str]:
    """Yield the keys under which spellings of the name are found: its skeleton, and that with one letter left out."""
    bones = skeleton("".join(name))
    yield bones
    yield f"{name[0][:1]} {skeleton(name[-1])}"
    if len(bones) >= 4:
        yield from sorted({bones[:i] + bones[i + 1 :] for i in range(len(bones))})
