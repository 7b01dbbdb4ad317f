"""What a slot is called: a few words, taken from the reports, that say what question its values answer."""

import re
from collections import Counter
from collections.abc import Mapping

from onrecord.annotate.entities.pronouns import NAMELESS
from onrecord.compare.entries import Entry
from onrecord.compare.wording import word_list
from onrecord.model import Annotated, Span

_LEADS = {
    "date": "when",
    "place": "where",
    "thing": "what",
    "actor": "who",
    "recipient": "whom or what",
    "initiator": "who started it",
}
_COUNTED = {"": "number", "money": "amount"}
_EMPTY = frozenset({"is", "are", "was", "were", "be", "been", "has", "have", "had", "'s", "’s", "%", "percent"})
_CLAUSE = re.compile(r"[^.,;:!?()\[\]“”\"—–\n]*")
_AFTER_WORDS = 4
_BEFORE_WORDS = 3
_TOLD_WORDS = (3, 9)
_GAP = "…"
_APART = re.compile(r"[;:?!()\[\]\n–—]|\.[\"”’)]* ")
_MARKS = re.compile(r"[\"“”]|(?<![\w…])['‘’]|['’](?!\w)|(?<=…) *,|^[,\s]+")
_OPEN_END = re.compile(r"(?: (?:in|at|on|near|of|to|by|from|with|for|after|the|an?))+\s*$")
_OF_A_DAY = re.compile(
    r"^\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:yester|to)day|tomorrow|\d[\d ./-]*)\b", re.I
)
_HALF_A_WORD = re.compile(r"^\s*(?:['’]s\b|-\w+)\s*")


def slot_name(entries: list[Entry], articles: Mapping[str, Annotated]) -> str:
    """Return a slot's name from the value that says most about itself, by the word that most values are said of."""
    common = Counter(e.said_of for e in entries)
    entry = max(entries, key=lambda e: (common[e.said_of], _topic_words(e, articles) != "", -e.span.start))
    text = articles[entry.article].article.text
    topic = _topic_words(entry, articles)
    if entry.kind == "count":
        return _count_name(entry, text, topic)
    lead = _LEADS.get(entry.kind, entry.kind)
    return f"{lead}: {_told(entry, text, topic) or _deed(entry, text, topic)}"


def _told(entry: Entry, text: str, topic: str) -> str:
    """Return the report's words about a value with a gap in its place, "" where they are too many or too few.

    A date is left out unless it stands among them: "when" is asked of what is told, not of how its day is put.
    """
    asked = [entry.anchor, *([entry.topic] if topic and entry.topic is not None else [])]
    if any(span.overlaps(entry.span) for span in asked):
        return ""
    if entry.kind != "date":
        asked.append(entry.span)
    start, end = min(s.start for s in asked), max(s.end for s in asked)
    if start <= entry.span.start and entry.span.end <= end:
        told = f"{text[start : entry.span.start]}{_GAP}{text[entry.span.end : end]}"
    else:
        told = text[start:end]
    if not topic:
        told = _with_more(entry, text, told)
    if _APART.search(told):
        return ""
    for needless in (_HALF_A_WORD, _MARKS, _OF_A_DAY, _OPEN_END):
        told = needless.sub("", told)
    least, most = _TOLD_WORDS
    return " ".join(told.split()) if least <= len(told.split()) <= most else ""


def _with_more(entry: Entry, text: str, told: str) -> str:
    """Return a bare word and gap with what stands on the word's other side within its clause."""
    if entry.span.start >= entry.anchor.end:
        return f"{' '.join(_before(text, entry.anchor.start))} {told}"
    return f"{told} {' '.join(_after(text, entry.anchor.end, len(text)))}"


def _topic_words(entry: Entry, articles: Mapping[str, Annotated]) -> str:
    """Return the last few words for what a value's word is said of, "" for a pronoun or nothing."""
    if entry.topic is None or entry.topic == entry.anchor:
        return ""
    words = " ".join(_plain(_HALF_A_WORD.sub("", entry.topic.of(articles[entry.article].article.text))).split()[-4:])
    return "" if words.lower() in NAMELESS or _OF_A_DAY.match(words) else words


def _deed(entry: Entry, text: str, topic: str) -> str:
    """Return what is done and by or to whom, in the order of the text: "police left", "left the city"."""
    anchor = _plain(entry.anchor.of(text))
    if not topic:
        return _around(entry, text, anchor)
    follows = entry.topic is not None and entry.topic.start > entry.anchor.start
    return f"{anchor} {topic}" if follows else f"{topic} {anchor}"


def _around(entry: Entry, text: str, anchor: str) -> str:
    """Return a word with those that follow it, else with those before it, within its clause and short of the value."""
    after = _after(text, entry.anchor.end, entry.span.start if entry.span.start >= entry.anchor.end else len(text))
    if after:
        return " ".join((anchor, *after))
    return " ".join((*_before(text, entry.anchor.start, entry.span.end), anchor))


def _after(text: str, start: int, end: int) -> list[str]:
    clause = _CLAUSE.match(text, start, end)
    return _trimmed((clause.group() if clause else "").split()[:_AFTER_WORDS])


def _before(text: str, end: int, start: int = 0) -> list[str]:
    start = start if start <= end else 0
    before = re.split(r"[.,;:!?()\[\]“”\"—–\n]", text[max(start, end - 60) : end])[-1].split()[-_BEFORE_WORDS:]
    return _trimmed(before[::-1])[::-1]


def _trimmed(words: list[str]) -> list[str]:
    """Return words without the small ones at their end."""
    while words and words[-1].lower() in word_list("stop_words.txt"):
        words = words[:-1]
    return words


def _plain(words: str) -> str:
    return " ".join(words.split())


def _count_name(entry: Entry, text: str, topic: str) -> str:
    """Return "people: arrested", "age of Ada Roe", "amount (GBP): paid"."""
    about = entry.subject or topic
    if entry.head == "age":
        return f"age of {about}" if about and about.lower() not in ("old", "years", "age") else "age"
    unit = entry.count.unit if entry.count is not None else None
    counted = "people" if unit == "people" else _COUNTED.get(entry.head, entry.head)
    measure = f" ({unit})" if unit and unit not in ("people", counted, f"{counted}s") else ""
    said = about if _says_nothing(entry.anchor, text, counted) else _count_deed(entry, text, topic)
    return f"{counted}{measure}: {said}" if said else f"{counted}{measure}"


def _says_nothing(anchor: Span, text: str, counted: str) -> bool:
    words = anchor.of(text).lower()
    return words in _EMPTY or words == counted


def _count_deed(entry: Entry, text: str, topic: str) -> str:
    """Return what is told of the counted; what they are done by or to adds little where they are people."""
    anchor = _plain(entry.anchor.of(text))
    if entry.count is not None and entry.count.unit == "people" and len(anchor) > 3:
        return anchor if anchor.lower() not in _BARE else _around(entry, text, anchor)
    return _deed(entry, text, topic)


_BARE = frozenset({"including", "includes", "included", "include", "adding", "added", "left", "saw", "took", "made"})
