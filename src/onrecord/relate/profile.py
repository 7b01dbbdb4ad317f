"""What a report is about, as weighed words: whole, by place in the text, opening, headline, word pairs."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from operator import mul
from typing import TypeVar

from onrecord.model import Annotated, Article
from onrecord.relate.rarity import Rarity
from onrecord.relate.words import FUNCTION_WORDS, sentences, stem, words

_LEAD_WORDS = 70
# A word that stands this far down counts half. Background comes last: what a report opens with is what it reports.
_HALFWAY_WORDS = 120
# "another warning", "again prevented": what the report tells has happened before, and this sentence tells of that time.
_REPETITION = frozenset(("again", "another", "second", "third", "similar", "similarly", "previous", "previously"))
# "an earlier call" has happened before; "earlier this week" says when.
_EARLIER = re.compile(r"\b(?:an|the|his|her|its|their) earlier\b")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATE = re.compile(rf"\b(?:(?:\d\d? )?(?:{_MONTHS}),? (?:\d\d?, )?)?(?:19|20)\d\d\b")
# A bare year dates eras and careers more often than happenings.
_MONTH_DATE = re.compile(rf"\b(?:\d\d? )?(?:{_MONTHS}),? (?:\d\d?, )?(?:19|20)\d\d\b")
# Years in such sentences may lie ahead.
_FUTURE = re.compile(
    r"\b(?:will|would|shall|may|might|could|until|next|plans?|planned|expect\w*|due|going to|through|deadline)\b"
)
# How the basis of a date begins that the report itself tells, or its address.
_OWN_WORD = ("printed", "dateline", "date in the URL", "inferred")

Vector = Mapping[str, float]
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Profile:
    """Counts of word stems in the parts of one report, before they are weighed.

    placed   words of headline and body, each time counting less the further down it stands
    pairs    neighbouring words, function words left out, as "first second"
    lookback sentences after the opening that tell of the like in a month of another year: the years, the stems, the
             date as printed
    day      publication day as `published_day` gives it
    own_day  whether the report or its address tells that day: printed in it, or worked out from its words
    not_before  the first day of the latest month or year it tells of as past: it was not written earlier
    """

    article: str
    title: Counter[str]
    body: Counter[str]
    lead: Counter[str]
    placed: Mapping[str, float]
    pairs: Counter[str]
    lookback: tuple[tuple[frozenset[int], Counter[str], str], ...]
    day: int | None
    own_day: bool
    not_before: int | None


def published_day(article: Article) -> int | None:
    """Return the day of publication as a proleptic ordinal: of an interval of days the first, of coarser dates None."""
    when = article.published
    if when is None or not re.match(r"\d{4}-\d\d-\d\d", when.value):
        return None
    try:
        return date.fromisoformat(when.value[:10]).toordinal()
    except ValueError:
        return None


def _is_own(article: Article) -> bool:
    return article.published is not None and article.published.basis.startswith(_OWN_WORD)


def _years(sentence: str, day: int | None) -> frozenset[int]:
    """Return the years a sentence names, other than the year of publication."""
    own = date.fromordinal(day).year if day else None
    return frozenset(int(year) for year in _YEAR.findall(sentence)) - {own}


def _latest_past(text: str) -> int | None:
    """Return the first day of the latest month or year told of as past, None when no date with a year is."""
    found = [
        _first_day(match.group())
        for sentence in sentences(text)
        if not _FUTURE.search(sentence)
        for match in _DATE.finditer(sentence)
    ]
    return max(found, default=None)


def _first_day(printed: str) -> int:
    """Return the first day of the month and year in a date such as "14 March 2031", or of the year alone."""
    names = _MONTHS.split("|")
    month = next((n for n, name in enumerate(names, start=1) if name in printed), 1)
    return date(int(printed[-4:]), month, 1).toordinal()


def profile(annotated: Annotated) -> Profile:
    """Return the report's counts, of its text as it was given: the weights are fitted to words as they are scraped."""
    article = annotated.article
    text = article.given.text if article.given is not None else article.text
    day = published_day(article)
    title = Counter(map(stem, words(article.title or "")))
    order: list[str] = []
    pairs: Counter[str] = Counter()
    lookback: list[tuple[frozenset[int], Counter[str], str]] = []
    for sentence in sentences(text):
        stems = [stem(word) for word in words(sentence)]
        order += stems
        pairs.update(_neighbours(stems))
        if len(order) > _LEAD_WORDS and (printed := _date_of_the_like(sentence)) and (years := _years(sentence, day)):
            lookback.append((years, Counter(stems), printed))
    return Profile(
        article=article.id,
        title=title,
        body=Counter(order),
        lead=Counter(order[:_LEAD_WORDS]),
        placed=_placed(title, order),
        pairs=pairs,
        lookback=tuple(lookback),
        day=day,
        own_day=day is not None and _is_own(article),
        not_before=_latest_past(text),
    )


def _neighbours(stems: Sequence[str]) -> Iterator[str]:
    """Yield the pairs of words that stand side by side, none of them a function word."""
    for first, second in pairwise(stems):
        if first not in FUNCTION_WORDS and second not in FUNCTION_WORDS:
            yield f"{first} {second}"


def _date_of_the_like(sentence: str) -> str | None:
    """Return the first month with its year, as printed, of a sentence that tells of the like at another time."""
    printed = _MONTH_DATE.search(sentence)
    if printed is None:
        return None
    repeats = not _REPETITION.isdisjoint(word.lower() for word in words(sentence))
    return printed.group() if repeats or _EARLIER.search(sentence) else None


def _placed(title: Mapping[str, int], order: list[str]) -> Mapping[str, float]:
    placed: defaultdict[str, float] = defaultdict(float, title)
    for place, word in enumerate(order):
        placed[word] += _HALFWAY_WORDS / (_HALFWAY_WORDS + place)
    return placed


def terms(report: Profile) -> set[str]:
    """Return what the collection's document counts are taken over: stems and word pairs."""
    return set(report.body) | set(report.title) | set(report.pairs)


def _damped(count: float) -> float:
    return 1 + math.log(count)


def damped_part(count: float) -> float:
    """Damp a count that may lie below one."""
    return math.log1p(3 * count)


def weighed(
    counts: Mapping[str, float], rarity: Rarity, power: float, damp: Callable[[float], float] = _damped
) -> dict[str, float]:
    """Return the counts as a vector of length 1: damped counts times rarity to a power. Empty stays empty."""
    raw = {t: damp(n) * w**power for t, n in counts.items() if (w := rarity.of(t)) > 0}
    length = sum(x * x for x in raw.values()) ** 0.5
    return {t: x / length for t, x in raw.items()} if length else {}


def dot(a: Mapping[Key, float], b: Mapping[Key, float]) -> float:
    """Return the sum over shared terms, rounded once: the same whichever order they come in."""
    shared = a.keys() & b.keys()
    return math.fsum(map(mul, map(a.__getitem__, shared), map(b.__getitem__, shared)))
