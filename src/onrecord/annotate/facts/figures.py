"""Numbers as news writes them: "at least 13", "dozens of", "£450m", "a quarter of a million", "18 to 35"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Span

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {
    **{w: i for i, w in enumerate(_UNITS, 1)},
    **{w: i for i, w in enumerate(_TEENS, 10)},
    **{w: 10 * i for i, w in enumerate(_TENS, 2)},
}
_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
}
VAGUE: dict[str, tuple[float, float | None]] = {
    "a couple of": (2, 2),
    "a pair of": (2, 2),
    "a dozen": (12, 12),
    "dozens": (24, 99),
    "scores": (40, 99),
    "hundreds": (200, 999),
    "thousands": (2000, None),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, None),
    "tens of millions": (20_000_000, 99_999_999),
    "hundreds of millions": (200_000_000, 999_999_999),
    "billions": (2_000_000_000, None),
    "tens of billions": (20_000_000_000, 99_999_999_999),
    "hundreds of billions": (200_000_000_000, 999_999_999_999),
}
"""Words for a number nobody counted, with the bounds they are read as; `None` is open."""

_OVER = (
    "".join(f"(?<!{verb} )" for verb in ("turn", "turned", "turning", "hand", "handed", "took", "taken", "gave"))
    + "over"
)
"""Not the "over" of "turned over thousands of papers"."""
_FLOOR = (
    rf"at least|more than|{_OVER}|above|past(?=\s(?:US)?[$£€])|upwards of|not? (?:fewer|less) than|exceeding"
    r"|in excess of|a minimum of|minimum"
)
_CEILING = (
    "up to|as many as|as much as|at most|no more than|fewer than|less than|under|below|within|a maximum of|maximum"
)
_NEARLY = "nearly|almost|just under"
_ABOUT = "about|around|some|roughly|approximately|approx|an estimated|estimated|close to|closer to|only|just|a total of"

_WORD = "|".join([*_TEENS, *(f"{t}(?:[ -](?:{'|'.join(_UNITS)})\\b)?" for t in _TENS), *_UNITS])
_SCALE = "hundred|thousand|million|billion|trillion"
LENGTH = (
    "[ -](?:deep|long|wide|high|tall|thick|(?:[a-z]{3,9} )?(?:well|shaft|pit|wall|tower|mast|crane|cliff|pool|trench"
    "|tunnel|statue|wave|drop|sprint|relay|hurdles|freestyle|butterfly|backstroke|breaststroke|medley|dash))\\b"
)
"""What stands behind a number of metres, not of millions: "a 70m-deep shaft", "the 40m dry well"."""
_OF_LENGTH = re.compile(r"\b(?:depth|height|length|width|altitude|distance|diameter|thickness)s? of (?:\w+ )?\Z", re.I)
"""What stands before a number that is hardly one of millions: "at a depth of 40m"."""
_PLAIN = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?(?:{_SCALE})\b|(?:bn|mn|tn|m(?!{LENGTH})|k)\b)?"
    rf"|\b(?:{_WORD}|a)[\s-]hundred(?:\sand)?\s(?:{_WORD})\b(?![\s-]hundred)(?:[\s-](?:{_SCALE})\b)*"
    rf"|\b(?:half a|a quarter of a|a)\s(?:{_SCALE})\b"
    rf"|\b(?:{_WORD})\b(?:[\s-](?:{_SCALE})\b)*"
)
_VAGUE = "|".join(sorted(VAGUE, key=len, reverse=True))
_COUNTRY = "US|AU|A|C|NZ|HK"
_MONEY = rf"(?:{_COUNTRY})?\$|\$(?:{_COUNTRY})(?=\d)|£|€|¥"
_FIGURE = re.compile(
    rf"(?:\b(?P<floor>{_FLOOR})\s|\b(?P<ceiling>{_CEILING})\s|\b(?P<nearly>{_NEARLY})\s|\b(?P<about>{_ABOUT})\s)?"
    rf"(?P<between>\bbetween\s(?:the\s\w+\sof\s)?)?"
    rf"(?:(?P<vague>\b(?:{_VAGUE})\b)"
    rf"|(?P<money>{_MONEY})?\s?(?P<low>{_PLAIN})"
    rf"(?:(?P<link>\s?[-–]\s?|\sto\s|\sor\s|\sand\s)(?P<money2>{_MONEY})?(?P<high>{_PLAIN}))?)"
    rf"(?P<plus>-?\s?plus\b|\+)?",
    re.IGNORECASE,
)
_NOT_A_COUNT_BEFORE = re.compile(
    r"[\w#.,:/@+\-–][$£€]?\Z|\w\(\Z|(?:section|article|channel|no\.?|number|page|chapter|route|bill|resolution|flight|room|interstate|highway"
    r"|proposition)\s\Z",
    re.I,
)
_BY = re.compile(r"\bby\s\Z", re.I)
"""What stands before two numbers that are hardly a range: "grew by 40 to 300"."""
_FEW_TIMES = 3
"""A range behind "by" ends at so many times its beginning at most ("by 5 to 10 percent")."""
_DIALLED = re.compile(r"(?<![\w,.-])\+?\(?\d{2,5}\)?(?:[ -]\d{3,4}){2,}(?![\w,-])")
"""A telephone number: three groups of digits and more."""
_NOT_A_COUNT_AFTER = re.compile(
    rf"^(?!(?:[ckm]?g|[ckm]m|m(?={LENGTH})|lbs?|ft|mph)\b)\w|^/|^:\d|^\.\d|^[-–]\d+\s(?:\d|(?:{_WORD})\b)"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in the text. `core` is the number without the words that bound it ("at least")."""

    span: Span
    core: Span
    low: float | None
    high: float | None
    money: str | None
    approximate: bool


def amount(words: str) -> float:
    """Return the value of a plain number: "1.2 million", "twenty-one", "a quarter of a million".

    >>> amount("1.2 million"), amount("two hundred and fifty thousand"), amount("a quarter of a million")
    (1200000.0, 250000.0, 250000.0)
    """
    text = words.lower().replace(",", "")
    share = 0.25 if "quarter" in text else 0.5 if text.startswith("half") else 1.0
    total = re.match(r"[\d.]+", text)
    value = float(total.group()) if total else 0.0
    for part in re.findall(r"[a-z]+", text[total.end() if total else 0 :]):
        if part in _SCALES:
            value = (value or share) * _SCALES[part]
        else:
            value += _WORDS.get(part, 0)
    return value


def find_figures(text: str) -> Iterator[Figure]:
    """Yield the numbers of a text in order; ordinals, times of day, numbers inside names or codes are left out."""
    dialled = [Span(*match.span()) for match in _DIALLED.finditer(text)]
    at = 0
    while match := _FIGURE.search(text, at):
        figure = _read(match, text)
        at = figure.span.end if figure is not None else match.end()
        if figure is not None and not _is_dialled(figure.core, dialled):
            yield figure


def _is_dialled(number: Span, dialled: Sequence[Span]) -> bool:
    """Whether a number is part of one that is dialled; these stand in order and apart."""
    first = bisect_right(dialled, number.start, key=lambda span: span.end)
    return first < len(dialled) and dialled[first].overlaps(number)


def _read(match: re.Match[str], text: str) -> Figure | None:
    start = match.start() + len(match.group()) - len(match.group().lstrip())
    first = match.start("vague") if match["vague"] else match.start("money") if match["money"] else match.start("low")
    if _NOT_A_COUNT_BEFORE.search(text[max(0, first - 14) : first]):
        return None
    low, high, end = _range(match, is_change=bool(_BY.search(text[max(0, start - 4) : start])))
    if match["between"] and not match["high"] and " and " in match["low"]:
        return None  # "between two hundred and fifty thousand" leaves open where the first number ends
    first += len(text[first:end]) - len(text[first:end].lstrip())
    if _NOT_A_COUNT_AFTER.match(text[end : end + 40]):
        return None
    money = _currency(match["money"])
    if not money and text[end - 1] == "m" and _OF_LENGTH.search(text[max(0, start - 30) : start]):
        return None
    low, high = _bounded(match, low, high)
    return Figure(Span(start, end), Span(first, end), low, high, money, _approximate(match))


def _currency(sign: str | None) -> str | None:
    """Return a sign of money with its country in front: "US$" for "$US" and "us$"."""
    if not sign:
        return None
    return sign[1:].upper() + "$" if sign.startswith("$") and len(sign) > 1 else sign.upper()


def _range(match: re.Match[str], *, is_change: bool) -> tuple[float | None, float | None, int]:
    if match["vague"]:
        low, high = VAGUE[match["vague"].lower()]
        return low, high, match.end()
    low = amount(match["low"])
    if not match["high"]:
        return low, low, match.end()
    high = amount(match["high"])
    if is_change and match["link"].strip() == "to" and high > _FEW_TIMES * low:
        return low, low, match.end("low")
    if match["link"].strip() in ("-", "–", "to", "or") and low < high:
        scale = re.search(r"[a-z]+$", match["high"].lower().strip())
        if scale and scale.group() in _SCALES and not re.search(r"[a-z]", match["low"].lower()):
            low *= _SCALES[scale.group()]
        return low, high, match.end()
    if match["link"].strip() == "and" and (match["between"] or 0 < high - low <= 15 and high < 110):
        return low, high, match.end()
    return low, low, match.end("low")


def _bounded(match: re.Match[str], low: float | None, high: float | None) -> tuple[float | None, float | None]:
    if match["floor"] or match["plus"]:
        return low, None
    if match["ceiling"]:
        return None, high
    if match["nearly"] and high is not None:
        return round(0.95 * high, 6), high
    return low, high


def _approximate(match: re.Match[str]) -> bool:
    about = (match["about"] or "").lower()
    return bool(match["vague"] or match["nearly"] or (about and about not in ("only", "just", "a total of")))
