"""Shares in words: "one in ten stops", "nine out of ten farmers", "two thirds of voters", "half of all mills"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.annotate.facts.figures import Figure, amount
from onrecord.annotate.facts.quantity import Quantity, quantity_of
from onrecord.model import Span

_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_BOUND = (
    r"(?:\b(?:(?P<floor>at least|more than|over|just over)|(?P<ceiling>up to|as many as|less than|fewer than|under)"
    r"|(?:about|around|some|roughly|nearly|almost|just under|only|just))\s)?"
)
_NO_WHOLE = (
    r"(?:days?|nights?|weeks?|months?|years?|seasons?|decades?|hours?|minutes?|seconds?|games?|matches|races|starts"
    r"|rounds?|attempts|tries|outings|innings|sets|tests)"
)
_RATIO = re.compile(
    rf"{_BOUND}\b(?P<part>{_SMALL}|\d{{1,2}})\s(?P<link>in|out of)\s(?:every\s)?"
    rf"(?P<whole>three|four|five|six|seven|eight|nine|ten|10|20|100)\b(?![,.:]\d|[-–]|\s{_NO_WHOLE}\b)",
    re.I,
)
"""Not "two in three days", which tells how soon one came upon another."""
_FRACTION = re.compile(
    rf"{_BOUND}\b(?:(?P<half>half)|(?P<part>an?|one|two|three|four|nine)[ -](?P<whole>third|quarter|fifth|tenth)s?)"
    r"(?=\sof\s(?!(?:an?|one)\b|(?:the )?(?:dozen|hundred|thousand|million|billion)\b)|(?<=two[ -]thirds)\b(?! of))",
    re.I,
)
"""Not "a quarter of a million" or "of the million" nor "half of one", nor the "two quarters" of a year."""
_NOUNS = frozenset({"NOUN", "PROPN"})


def find_shares(text: str) -> Iterator[Figure]:
    """Yield the shares that a text puts in words, in per cent, each kind in order."""
    for match in (*_RATIO.finditer(text), *_FRACTION.finditer(text)):
        share = _percent(match)
        if share is None or _is_one_of(match, text):
            continue
        low, high = (None if match["ceiling"] else share), (None if match["floor"] else share)
        first = match.start("half") if match.groupdict().get("half") else match.start("part")
        yield Figure(Span(match.start(), match.end()), Span(first, match.end()), low, high, None, approximate=True)


def _percent(match: re.Match[str]) -> float | None:
    """Return a share in per cent, None where the part is no part of the whole ("ten in five")."""
    if match.groupdict().get("half"):
        return 50.0
    part = 1.0 if match["part"].lower() in ("a", "an") else amount(match["part"])
    whole = _PARTS.get(match["whole"].lower()) or amount(match["whole"])
    return round(100 * part / whole, 1) if 0 < part < whole else None


def _is_one_of(match: re.Match[str], text: str) -> bool:
    """Whether a number behind "in" is that of a place or a year ("one in 10 Lun Road"), or stands in a longer one."""
    return bool(re.match(r"\s[A-Z]", text[match.end() : match.end() + 2])) or text[
        match.start() - 1 : match.start()
    ] in (
        "-",
        "–",
        "/",
    )


def share_of(doc: Doc, figure: Figure) -> Quantity | None:
    """Return a share with what it is a share of, None where no word of the sentence holds it."""
    found = doc.char_span(figure.core.start, figure.core.end, alignment_mode="expand")
    if found is None:
        return None
    of = (c for token in found for c in token.children if c.lower_ == "of" and c.i >= found.end)
    measured = next((p for c in of for p in c.children if p.dep_ == "pobj"), None)
    if measured is not None:
        return quantity_of(figure, measured.lemma_.lower(), "percent", found.root)
    noun = _noun_behind(found[-1])
    if noun is None:
        return quantity_of(figure, "percent", "percent", found.root)
    return quantity_of(figure, noun.lemma_.lower(), "percent", noun, noun.idx + len(noun))


def _noun_behind(number: Token) -> Token | None:
    """Return what a share is of where it stands right behind it: "one in ten stops"."""
    head = number.head
    return head if number.dep_ in ("nummod", "nmod", "amod") and head.i > number.i and head.pos_ in _NOUNS else None
