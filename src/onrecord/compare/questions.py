"""Which question of news a number answers by the words right beside it: turnout, a prison term, a price, the missing.

Reports put one question in unlike words ("turnout was 61 percent", "61 percent of voters came"), so that their words
alone bring such numbers no nearer to each other.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.annotate.facts.units import MONEY
from onrecord.compare.values import Count, dimension
from onrecord.compare.wording import claim_words, counted_kind
from onrecord.data_files import rows
from onrecord.model import Annotated, Span

_REACH = re.compile(r"\{(\d+)\}")
_CLAUSE = r"[^.;:!?\\d\\n]{0,\1}"
_BESIDE_CHARS = 90
_OTHER_CASE = re.compile(
    r"\b(?:from$|compared (?:with|to)|instead of|aftershock|would|could|might|asked for|sought|facing|faces|maximum|"
    r"minimum|suspended|previous(?:ly)?)\b"
)
_OTHER_TIME = re.compile(
    r"\b(?:earlier (?:this|in the) (?:year|month)|last (?:year|month|season|time)|years? (?:ago|before|earlier)|"
    r"(?:in|since) (?:19|20)\d\d)\b",
    re.I,
)
"""Words beside a number by which it may be of another case or another time than its report's own."""
_BREAK = re.compile(r"[,;:(–—\d]")


@dataclass(frozen=True, slots=True)
class _Pattern:
    question: str
    units: frozenset[str]
    where: str
    words: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(name, frozenset(units.split()), where, re.compile(_REACH.sub(_CLAUSE, words), re.I))
        for name, units, where, words in rows(__package__, "questions.tsv")
    )


_KINDS: Mapping[str, Callable[[Count, str], bool]] = {
    "-": lambda count, noun: count.unit is None and noun in ("", "magnitude"),
    "money": lambda count, noun: count.unit in MONEY.values(),
    "area": lambda count, noun: dimension(count.unit)[0] == "area",
    "homes": lambda count, noun: counted_kind(noun) == "house",
    "jobs": lambda count, noun: counted_kind(noun) == "job",
}


def question(annotated: Annotated, span: Span, count: Count, noun: str) -> str:
    """Return the name of the question that a count answers, "" for none that is known; `noun` is what is counted."""
    text, sentence = annotated.article.text, annotated.sentence_of(span)
    before = text[max(sentence.start, span.start - _BESIDE_CHARS) : span.start].rstrip()
    after = text[span.end : min(sentence.end, span.end + _BESIDE_CHARS)]
    if _is_of_another_case(text[sentence.start : span.start], after):
        return ""
    beside = {"before": before, "after": after, "in": span.of(text)}
    asked = (p for p in _patterns() if _is_of_kind(p.units, count, noun) and p.words.search(beside[p.where]))
    return next((p.question for p in asked), "")


def _is_of_another_case(before: str, after: str) -> bool:
    """Whether the words on both sides of a number, up to the next mark or number, tell of another case or time."""
    opening, *_ = _BREAK.split(before, maxsplit=1)
    *_, near = _BREAK.split(before)
    behind, *_ = _BREAK.split(after, maxsplit=1)
    timed = (opening, before[-_BESIDE_CHARS:], after[: len(behind) + 5])
    return bool(_OTHER_CASE.search(near.rstrip())) or any(_OTHER_TIME.search(words) for words in timed)


def _is_of_kind(units: frozenset[str], count: Count, noun: str) -> bool:
    return count.unit in units or any(unit in _KINDS and _KINDS[unit](count, noun) for unit in units)


def may_be_of_one_kind(left: str, right: str) -> bool:
    """Whether what two counts of one question are of may be one kind: pupils may be people, and no goats."""
    anybody = claim_words("anybody") | claim_words("general") | {""}
    return left == right or left in anybody or right in anybody
