"""Cut a text into windows of word pieces, as the statements model reads them.

Training and inference share this file, so that the model meets at run time exactly what it
was trained on. Offsets are code points of the text as stored: they come from the tokenizer's
alignment, which survives lower-casing and the removal of accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from tokenizers import Tokenizer

# Measured on PolNeAR dev: windows of this length, about 130 words, hold both ends of all but 1 in 550 pairs of
# cue and content; longer ones cost time and are read no better.
MAX_PIECES = 180

_LINE_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_SENTENCE_END = frozenset(".!?\u2026")
_OPENING = frozenset("\u201c\u201e\u00ab")
_CLOSING = frozenset("\u201d\u00bb")
_STRAIGHT = '"'
_ATTACHED = frozenset({"Mn", "Me"})
_JOINER = "\u200d"
_HALF = "\ufe0e"

# Marks: what an uncased tokenizer hides, one small number a piece; 0 is for padding and specials.
_LOWER, _CAPITALISED, _UPPER, _OTHER = range(4)
_STARTS_PARAGRAPH = 4
_QUOTED = 8
MARK_KINDS = 17


@dataclass(frozen=True, slots=True)
class Word:
    """One word or punctuation mark: its characters and its pieces, both half-open."""

    start: int
    end: int
    first_piece: int
    last_piece: int
    starts_paragraph: bool


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words that is read in one pass, whole paragraphs wherever they fit."""

    pieces: tuple[int, ...]
    marks: tuple[int, ...]
    words: tuple[tuple[int, int], ...]  # characters, half-open
    heads: tuple[int, ...]  # position of each word's first piece in `pieces`
    paragraphs: tuple[int, ...]  # each word's paragraph, counted from 0 within the window


def windows(text: str, tokenizer: Tokenizer, max_pieces: int = MAX_PIECES) -> list[Window]:
    """Every window of a text in order; none when it holds no words.

    max_pieces  pieces a window, without the two specials; a longer paragraph is cut after a
                sentence where it has one, else between words
    """
    text = _with_plain_marks(text)
    encoding = tokenizer.encode(text, add_special_tokens=False)
    words = _words(text, encoding.offsets, encoding.word_ids)
    marks = _marks(text, words)
    ids = encoding.ids
    return [_window(ids, words[start:end], marks[start:end]) for start, end in _packed(text, words, max_pieces)]


def _with_plain_marks(text: str) -> str:
    """The text with the marks of typewriters, ``doubled'', as the model knows them: no character moves.

    What follows the mark in the place of its second half is a combining mark, which belongs to the same word.
    """
    return text.replace("``", "“" + _HALF).replace("''", "”" + _HALF) if "``" in text else text


def _words(text: str, offsets: Sequence[tuple[int, int]], word_ids: Sequence[int | None]) -> list[Word]:
    found: list[Word] = []
    piece, previous_end = 0, -1
    while piece < len(word_ids):
        after = piece + 1
        while after < len(word_ids) and word_ids[after] == word_ids[piece]:
            after += 1
        start, end = max(offsets[piece][0], previous_end), _with_marks(text, offsets[after - 1][1])
        if end > start:
            opens = previous_end < 0 or _breaks(text[previous_end : start + 1])
            found.append(Word(start, end, piece, after, opens))
            previous_end = end
        piece = after
    return found


def _breaks(gap: str) -> bool:
    """Whether a paragraph begins with the last character of a gap: a blank line, or a line break
    after which no lower-case letter goes on with the sentence."""
    breaks = len(_LINE_BREAK.findall(gap))
    return breaks > 1 or (breaks == 1 and not gap[-1].islower())


def _with_marks(text: str, end: int) -> int:
    """Combining marks and joiners that the tokenizer dropped stay with their character."""
    while end < len(text) and (text[end] == _JOINER or unicodedata.category(text[end]) in _ATTACHED):
        end += 1
    return end


def _marks(text: str, words: Sequence[Word]) -> list[int]:
    """Case, paragraph start and quotation state of every word.

    The quotation state starts afresh with each paragraph, so that one mark that is never
    closed spoils one paragraph only.
    """
    found: list[int] = []
    quoted = False
    for word in words:
        surface = text[word.start : word.end]
        if word.starts_paragraph:
            quoted = False
        if surface[0] in _CLOSING or (quoted and surface == _STRAIGHT):
            quoted, inside = False, False
        elif surface[0] in _OPENING or surface == _STRAIGHT:
            quoted, inside = True, False
        else:
            inside = quoted
        found.append(1 + _case(surface) + _STARTS_PARAGRAPH * word.starts_paragraph + _QUOTED * inside)
    return found


def _case(surface: str) -> int:
    if not surface[0].isalpha():
        return _OTHER
    if surface[0].islower():
        return _LOWER
    return _UPPER if len(surface) > 1 and surface.isupper() else _CAPITALISED


def _packed(text: str, words: Sequence[Word], max_pieces: int) -> Iterator[tuple[int, int]]:
    """Ranges of words: as many neighbouring paragraphs as fit, or a part of one that does not."""
    start = end = 0
    for stop in _paragraph_ends(words):
        if start < end and _pieces(words, start, stop) > max_pieces:
            yield start, end
            start = end
        while _pieces(words, start, stop) > max_pieces:
            cut = _cut(text, words, start, max_pieces)
            yield start, cut
            start = cut
        end = stop
    if start < end:
        yield start, end


def _paragraph_ends(words: Sequence[Word]) -> Iterator[int]:
    yield from (i for i in range(1, len(words)) if words[i].starts_paragraph)
    if words:
        yield len(words)


def _pieces(words: Sequence[Word], start: int, end: int) -> int:
    return words[end - 1].last_piece - words[start].first_piece if start < end else 0


def _cut(text: str, words: Sequence[Word], start: int, max_pieces: int) -> int:
    """Where to end a window inside a long paragraph: the last sentence end that fits."""
    fits = start + 1
    while fits < len(words) and _pieces(words, start, fits + 1) <= max_pieces:
        fits += 1
    for end in range(fits, start + (fits - start) // 3, -1):
        before = words[end - 1]
        if text[before.end - 1] in _SENTENCE_END and words[end].start > before.end:
            return end
    return fits


def _window(ids: Sequence[int], words: Sequence[Word], marks: Sequence[int]) -> Window:
    pieces: list[int] = []
    piece_marks: list[int] = []
    heads: list[int] = []
    for word, mark in zip(words, marks, strict=True):
        heads.append(len(pieces))
        pieces += ids[word.first_piece : word.last_piece]
        piece_marks += [mark] * (word.last_piece - word.first_piece)
    return Window(
        tuple(pieces),
        tuple(piece_marks),
        tuple((word.start, word.end) for word in words),
        tuple(heads),
        tuple(accumulate((int(word.starts_paragraph) for word in words[1:]), initial=0)),
    )
