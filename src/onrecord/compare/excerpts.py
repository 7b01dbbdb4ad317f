"""The few words of a report around a value, within its clause."""

import re
from collections.abc import Sequence

from onrecord.compare.in_full import RELATIVE, in_full
from onrecord.compare.wording import content_words, word_list
from onrecord.model import Annotated, Span
from onrecord.relate.words import without_lone_mark

_WINDOW = 8
_CLAUSE_ENDS = ",;:.!?–—"
_TELLING = 3
"""Words that say something; a clause with fewer is told with what stands around it."""
_GAP = "…"
_OPEN = re.compile(r" (?=[,;:.!?’'](?:s\b|\s|$))")
_FAR_WINDOW = 14
"""So many words before a value whoever does the deed may stand, to be told in the report's own words."""
_CLAUSE_START = re.compile(r"(?:[,;:–—]|\b(?:and|but|or))\s+(?:(?:and|but|or)\s+)?")
_HELPERS = re.compile(r"(?:[a-z]+ ){0,5}")
"""What stands between the start of a clause without a subject and its verb: "was asked to"."""
_WORD = re.compile(r"\S+")


def excerpt(annotated: Annotated, span: Span) -> str:
    """Return the few words before and after a value within its clause, with a gap where it stands."""
    return _printed(annotated, span, window(annotated, span))


def excerpt_with(annotated: Annotated, span: Span, deed: Span, doer: int) -> str:
    """Return the few words around a value, from the nearest words on for whoever does the deed it is of.

    Where those are far away the name stands in square brackets before the deed's own clause.
    """
    around = window(annotated, span)
    told = [m.span for m in annotated.mentions if m.entity == doer and m.form == "name"]
    if not told or any(m.span.overlaps(around) for m in annotated.mentions if m.entity == doer):
        return _printed(annotated, span, around)
    text, sentence = annotated.article.text, annotated.sentence_of(span)
    near = max((s.start for s in told if sentence.start <= s.start < around.start), default=-1)
    if near >= 0 and len(text[near : span.start].split()) <= _FAR_WINDOW and "\n" not in text[near : span.start]:
        return _printed(annotated, span, Span(near, around.end))
    clause = list(_CLAUSE_START.finditer(text, around.start, max(around.start, deed.start)))
    if not clause or deed.start >= span.start or not _HELPERS.fullmatch(text[clause[-1].end() : deed.start]):
        return _printed(annotated, span, around)
    name = next(m.name for m in annotated.mentions if m.entity == doer)
    return f"[{name}] {_printed(annotated, span, Span(clause[-1].end(), around.end))}"


def _printed(annotated: Annotated, span: Span, around: Span) -> str:
    before, after = (
        in_full(annotated, start, end, around) for start, end in ((around.start, span.start), (span.end, around.end))
    )
    words = " ".join([*before.split(), _GAP, *after.split()])
    return without_lone_mark(_without_half(_OPEN.sub("", words)).strip(' ,;:.“”"()—–-'))


def _without_half(words: str) -> str:
    """Return words without what stands in half a pair of brackets: "15) are the only team", "goals by Roe (Selm"."""
    closed, opened = words.find(")"), words.rfind("(")
    if closed >= 0 and "(" not in words[:closed] and _GAP not in words[:closed]:
        words, opened = words[closed + 1 :], opened - closed - 1
    return words[:opened] if opened > 0 and ")" not in words[opened:] and _GAP not in words[opened:] else words


def window(annotated: Annotated, span: Span) -> Span:
    """Return where the few words around a value stand.

    >>> from onrecord.model import Article
    >>> text = "Roads were shut, and in the town of Lun 30 of those asked were for it, a poll said"
    >>> report = Annotated(Article("a", "a", text), (Span(0, len(text)),))
    >>> window(report, Span(40, 42)).of(text)
    'and in the town of Lun 30 of those asked were for it,'
    """
    text, sentence = annotated.article.text, annotated.sentence_of(span)
    first = text.rfind("\n", sentence.start, span.start) + 1 or sentence.start
    last = text.find("\n", span.end, sentence.end)
    left = _words(text, first, span.start)[-_WINDOW:]
    right = _words(text, span.end, sentence.end if last < 0 else last)[:_WINDOW]
    cut = _clause_start([w.of(text) for w in left])
    marks = [word.of(text)[-1] for word in right]
    end = next((i + 1 for i, m in enumerate(marks) if m == ";" or (m in _CLAUSE_ENDS and i > 1)), len(right))
    for before, after in ((left[cut:], right[:end]), (left[cut:], right), (left, right)):
        found = _around(span, before, _ended(text, after))
        if len(content_words(f"{text[found.start : span.start]} {text[span.end : found.end]}")) >= _TELLING:
            break
    return found


def _words(text: str, start: int, end: int) -> list[Span]:
    return [Span(*word.span()) for word in _WORD.finditer(text, start, end)]


def _around(span: Span, before: Sequence[Span], after: Sequence[Span]) -> Span:
    return Span(before[0].start if before else span.start, after[-1].end if after else span.end)


def _clause_start(words: Sequence[str]) -> int:
    """Return the place of the first word of the last clause that is no relative one and not too short."""
    starts = (i + 1 for i, word in enumerate(words) if word[-1] in _CLAUSE_ENDS and len(words) - i > 3)
    return max((i for i in starts if words[i].lower() not in RELATIVE), default=0)


def _ended(text: str, words: Sequence[Span]) -> Sequence[Span]:
    """Return words without the small ones at their end, which only lead on to others."""
    while words and words[-1].of(text).lower() in word_list("leading_words.txt"):
        words = words[:-1]
    return words
