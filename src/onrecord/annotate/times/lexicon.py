"""The words of time and what they stand for: `lexicon.tsv`, and a text's tokens under their classes.

`lists.tsv` holds the words around a time that say which happening it dates, and on which side of publication.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.data_files import lists, rows

# A letter stands for one combination of classes; these are private-use code points, so that "." is free.
_FIRST_LETTER = 0xE000
NOTHING = "."
TOKEN = re.compile(
    r"""(?P<iso>\d{4}-\d\d-\d\d)(?!\d)|(?P<slash>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d))(?!\d)
    |(?P<clock>(?<!\d:)\d{1,2}[:.]\d\d(?!\d|:\d)(?=\s?[ap]\.?m\b|(?<=:\d\d)))|(?P<decade>(?:1[5-9]|20)\d0s|['’‘`]?\d0s)\b
    |(?P<dayord>\d{1,2}(?:st|nd|rd|th))\b|(?P<attacks>(?<![\d/])9/11(?![\w/]))|(?P<fraction>\d/\d|½|¼|¾)
    |(?P<qn>[QH][1-4])\b|(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)
    |(?P<ampm>[ap]\.m\.(?!\w)|[ap]\.m\b|[ap]m\b)|(?P<poss>['’]s?(?=\W))|(?P<word>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?)
    |(?P<hyphen>[-‐‑–])|(?P<comma>,)|(?P<open>\()|(?P<close>\))|(?P<dot>\.)|(?P<other>[^\s])""",
    re.VERBOSE | re.IGNORECASE,
)
_SHAPES = (
    "iso",
    "slash",
    "clock",
    "decade",
    "dayord",
    "attacks",
    "fraction",
    "qn",
    "ampm",
    "poss",
    "hyphen",
    "comma",
    "dot",
    "open",
    "close",
)


def listed(name: str) -> frozenset[str]:
    """Return one of the short lists in `data/lists.tsv`, which says what each is for."""
    return lists(__package__, "lists.tsv")[name]


@dataclass(frozen=True, slots=True)
class Piece:
    """A token as the grammar sees it: its place in the text and its word in lower case."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words with their classes and values.

    letters   for every combination of classes, the letter that stands for it
    classes   for every class, the letters of the combinations it is in
    """

    values: dict[tuple[str, str], str]
    anyway: dict[str, str]
    lower_case: dict[str, str]
    shapes: dict[str, str]
    numbers: dict[frozenset[str], str]
    classes: dict[str, str]

    def value(self, kind: str, word: str) -> str:
        """Return what `word` stands for as a `kind`, or the word itself."""
        return self.values.get((kind, word), word)

    def capital(self, word: str) -> bool:
        """Whether English writes the word, as a time, with a capital."""
        return self.anyway.get(word) != self.lower_case.get(word) or not word.isalpha()

    def letter(self, match: re.Match[str]) -> str:
        """Return the letter of a token."""
        shape = match.lastgroup
        text = match[0]
        if shape == "word":
            lower = text.lower()
            return (self.lower_case if text == lower else self.anyway).get(lower, NOTHING)
        if shape == "number":
            return self.numbers.get(number_classes(text), NOTHING)
        return self.shapes.get(shape or "", NOTHING)


def number_classes(text: str) -> frozenset[str]:
    """Return the classes of a number in digits, by its size and its form."""
    kinds = {"num"}
    if text.isdecimal() and len(text) == 4 and int(text[:2]) < 24 and int(text[2:]) < 60:
        kinds.add("hhmm")
    if text.isdecimal() and len(text) <= 2:
        kinds |= {"day"} if 1 <= int(text) <= 31 else set()
        kinds |= {"hour"} if int(text) <= 24 else set()
    if text.isdecimal() and len(text) == 4 and 1000 <= int(text) <= 2199:
        kinds.add("year")
    return frozenset(kinds)


def _entries() -> Iterator[tuple[str, str, str]]:
    for kind, words in rows(__package__, "lexicon.tsv"):
        for entry in words.split():
            word, _, value = entry.partition("=")
            yield kind, word, value


def lexicon(literals: frozenset[str]) -> Lexicon:
    """Return the lexicon, with every word that the grammar names literally under a class of its own."""
    values: dict[tuple[str, str], str] = {}
    kinds: dict[str, set[str]] = {word: {f'"{word}"'} for word in literals}
    capital: dict[str, set[str]] = {}
    for raw, word, value in _entries():
        kind = raw.rstrip("!")
        values[kind, word] = value
        kinds.setdefault(word, set()).add(kind)
        if raw.endswith("!"):
            capital.setdefault(word, set()).add(kind)
    return _lettered(values, kinds, capital)


def _lettered(values: dict[tuple[str, str], str], kinds: dict[str, set[str]], capital: dict[str, set[str]]) -> Lexicon:
    letters: dict[frozenset[str], str] = {}

    def letter(of: frozenset[str]) -> str:
        return letters.setdefault(of, chr(_FIRST_LETTER + len(letters))) if of else NOTHING

    anyway = {word: letter(frozenset(of)) for word, of in kinds.items()}
    lower_case = {word: letter(frozenset(of - capital.get(word, set()))) for word, of in kinds.items()}
    shapes = {shape: letter(frozenset({shape})) for shape in _SHAPES}
    samples = [*map(str, range(32)), "99", "1999", "100", "0700", "1453"]
    numbers = {number_classes(text): letter(number_classes(text)) for text in samples}
    classes: dict[str, str] = {}
    for combination, one in letters.items():
        for kind in combination:
            classes[kind] = classes.get(kind, "") + one
    return Lexicon(values, anyway, lower_case, shapes, numbers, classes)


def pieces(text: str, lexicon: Lexicon) -> tuple[list[Piece], str]:
    """Return the text's tokens and, in parallel, their letters."""
    found: list[Piece] = []
    letters: list[str] = []
    for match in TOKEN.finditer(text):
        found.append(Piece(match.start(), match.end(), match[0].lower()))
        letters.append(lexicon.letter(match))
    return found, "".join(letters)
