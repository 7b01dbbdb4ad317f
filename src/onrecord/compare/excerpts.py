"""The few words of a report around a value, within its clause."""

import re

from onrecord.compare.wording import content_words, word_list
from onrecord.model import Annotated, Span
from onrecord.relate.words import without_lone_mark

_WINDOW = 8
_CLAUSE_ENDS = ",;:.!?–—"
_TELLING = 3
"""Words that say something; a clause with fewer is told with what stands around it."""
_OPEN = re.compile(r" (?=[,;:.!?’'](?:s\b|\s|$))")


def excerpt(annotated: Annotated, span: Span) -> str:
    """Return the few words before and after a value within its clause, with a gap where it stands."""
    sentence = annotated.sentence_of(span)
    text = annotated.article.text
    before, after = text[sentence.start : span.start], text[span.end : sentence.end]
    return _clause_words(before.rpartition("\n")[2], after.partition("\n")[0])


def _clause_words(before: str, after: str) -> str:
    """Return the few words around a gap.

    >>> _clause_words("Roads were shut, and in the town of Lun", "of those asked were for it, a poll said")
    'and in the town of Lun … of those asked were for it'
    """
    left, right = before.split()[-_WINDOW:], after.split()[:_WINDOW]
    cut = max((i for i, word in enumerate(left) if word[-1] in _CLAUSE_ENDS and len(left) - i > 3), default=-1)
    end = next((i for i, word in enumerate(right) if word[-1] in _CLAUSE_ENDS and i > 1), len(right) - 1)
    for first, last in ((cut + 1, end + 1), (cut + 1, len(right)), (0, len(right))):
        words = [*left[first:], "…", *_ended(right[:last])]
        if len(content_words(" ".join(words))) >= _TELLING:
            break
    return without_lone_mark(_OPEN.sub("", " ".join(words)).strip(' ,;:.“”"()[]—–-'))


def _ended(words: list[str]) -> list[str]:
    """Return words without the small ones at their end, which only lead on to others."""
    while words and words[-1].lower() in word_list("leading_words.txt"):
        words = words[:-1]
    return words
