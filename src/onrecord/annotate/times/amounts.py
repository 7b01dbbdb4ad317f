"""Counts in words and digits, and TIMEX3 durations made of them."""

from collections.abc import Sequence

from onrecord.annotate.times.lexicon import Lexicon, Piece

_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/3": 1 / 3, "2/3": 2 / 3, "½": 0.5, "¼": 0.25, "¾": 0.75}
_TIMES_OF_A_YEAR = {"E": 10, "C": 100, "L": 1000}
_CLOCK = {"TH": "H", "TM": "M", "TS": "S"}
_FINER = {"TH": ("TM", 60), "TM": ("TS", 60), "Y": ("M", 12), "D": ("TH", 24), "W": ("D", 7)}
_FIXED = {
    "few": None,
    **dict.fromkeys(("dozens", "hundreds", "thousands", "millions")),
    "dozen": 12.0,
    "couple": 2.0,
    "half": 0.5,
    "another": 1.0,
}


def amount(words: Sequence[Piece], lexicon: Lexicon) -> float | None:
    """Return the number that the words give; None for "several", "a few" and the like.

    >>> from onrecord.annotate.times.grammar import grammar
    >>> amount([Piece(0, 6, "twenty"), Piece(7, 11, "four")], grammar().lexicon)
    24.0
    """
    if any(word.word in ("to", "or") for word in words) or _is_range(words):  # "two or three", "30-50"
        return None
    for word in words:
        if word.word in _FIXED:
            value = _FIXED[word.word]
            whole = amount([w for w in words if w.word not in (*_FIXED, "a", "an")], lexicon) if value == 0.5 else None
            return (whole or 0) + value if value is not None else None
        if ("vague", word.word) in lexicon.values:
            return None
    return _number([word.word for word in words], lexicon)


def _is_range(words: Sequence[Piece]) -> bool:
    return sum(word.word[0].isdigit() and word.word not in _FRACTIONS for word in words) > 1


def _number(words: Sequence[str], lexicon: Lexicon) -> float:
    total, part = 0.0, 0.0
    for word in words:
        if word in ("-", "and", "of", "plus", "‐", "‑", "–"):
            continue
        if word in ("a", "an"):
            part += 1
        elif word in _FRACTIONS:
            part += _FRACTIONS[word]
        elif word[0].isdigit():
            part += float(word.replace(",", ""))
        else:
            number = float(lexicon.value("numword", word))
            if number >= 1000:
                total, part = total + max(part, 1) * number, 0.0
            else:
                part = max(part, 1) * number if number == 100 else part + number
    return total + part


def duration(count: float | None, unit: str) -> str | None:
    """Return the TIMEX3 value of so many units; X for a count that is not said; None past a sane length.

    >>> duration(5.5, "TH"), duration(2, "E"), duration(None, "W")
    ('PT5H30M', 'P20Y', 'PXW')
    """
    if unit == "2W":
        unit, count = "W", None if count is None else 2 * count
    if unit == "NI":
        unit = "D"
    if count is None:
        return f"PTX{_CLOCK[unit]}" if unit in _CLOCK else f"PX{unit}"
    if unit in _TIMES_OF_A_YEAR:
        unit, count = "Y", count * _TIMES_OF_A_YEAR[unit]
    return _written(count, unit) if count < 1e7 else None


def _written(count: float, unit: str) -> str:
    whole = int(count)
    rest = count - whole
    letters = ("PT", _CLOCK[unit]) if unit in _CLOCK else ("P", unit)
    if not rest:
        return f"{letters[0]}{whole}{letters[1]}"
    if unit not in _FINER:
        return f"{letters[0]}{count:g}{letters[1]}"
    finer, factor = _FINER[unit]
    small = _written(round(rest * factor), finer)
    if not whole:
        return small
    return f"{letters[0]}{whole}{letters[1]}" + small.removeprefix(letters[0])
