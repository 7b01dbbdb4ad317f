"""What a slot is called: a few words, taken from the reports, that say what question its values answer."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from onrecord.annotate.entities.pronouns import NAMELESS
from onrecord.annotate.facts.aboard import ABOARD
from onrecord.compare.entry import Entry
from onrecord.compare.excerpts import excerpt, excerpt_with
from onrecord.compare.wording import word_list
from onrecord.model import Annotated

_LEADS = {
    "date": "when",
    "place": "where",
    "thing": "what",
    "actor": "who",
    "recipient": "whom or what",
    "initiator": "who started it",
}
_COUNTED = {"": "number", "money": "amount"}
_UNTOLD = frozenset({"hypothetical", "denied"})
_COUNTED_BY = frozenset({"nsubj", "nsubjpass", "dobj", "agent", "attr"})
_BEFALLS = frozenset(
    {"die", "hurt", "arrest", "free", "rescue", "evacuate", "sentence", "charge", "miss", "kidnap", "abduct", "displac"}
)
"""What befalls people, in canonical words: "people: killed" needs no more words."""
_FAR_CHARS = 90
_AGE_CHARS = 6
_CLAUSE_APART = re.compile(r"[;:\n]|[.?!][\"”’)]* +[A-Z“\"]| – | — ")
_TOLD_WORDS = (3, 9)
_GAP = "…"
_APART = re.compile(r"[;:?!()\[\]\n–—]|\.[\"”’)]* ")
_CONDITION = re.compile(r"\b(if|unless|whether)\b[^.;:,()\n–—]*$", re.I)
_LOOK_CHARS = 80
"""So far before what a row is called a word may stand that makes it a mere condition: "if she wins the race"."""
_MARKS = re.compile(r"[\"“”]|(?<![\w…])['‘’]|['’](?!\w)|(?<=…) *,|^[,\s]+")
_PARTICLE = re.compile(r" (?:down|up|off|out|over|away|back|down on|forward|on)\b(?! \w+day\b)")
_OPEN_END = re.compile(r"(?: (?:in|at|on|near|of|to|by|from|with|for|after|the|an?))+\s*$")
_OF_A_DAY = re.compile(
    r"^\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:yester|to)day|tomorrow|\d[\d ./-]*)\b", re.I
)
_HALF_A_WORD = re.compile(r"^\s*(?:['’]s\b|-\w+)\s*")
_A_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day$")
_LEAST_SAID = 2
"""Words that say something, days and numbers apart, of which a name holds more than one: not "where: held in …"."""
_ENOUGH = 5
"""Words that say something; a clause with more of them tells no better what a value is of."""


def slot_name(entries: Sequence[Entry], articles: Mapping[str, Annotated]) -> str:
    """Return a slot's name: "people: killed", "age of Ada Roe", else a report's words with a gap for its value.

    Dates, and numbers of anything but people, are always told in those words: "when: the mill closed" may be of a day
    that the report gives for what stands beside it.
    """
    entry = _teller(entries, articles)
    annotated = articles[entry.article]
    if entry.kind == "count":
        return _count_name(entry, annotated)
    told = _dated(entry, annotated) if entry.kind == "date" else _told(entry, annotated)
    return f"{_LEADS.get(entry.kind, entry.kind)}: {told or excerpt(annotated, entry.span)}"


def _dated(entry: Entry, annotated: Annotated) -> str:
    if entry.subject is None or entry.doer is None:
        return excerpt(annotated, entry.span)
    return excerpt_with(annotated, entry.span, entry.anchor, entry.doer)


def slots_name(deeds: Sequence[Sequence[Entry]], articles: Mapping[str, Annotated]) -> str:
    """Return the name of a slot whose values may be of several deeds: "when: the mill shut on … / fire broke out …"."""
    first, *others = (slot_name(entries, articles) for entries in deeds)
    return " / ".join([first, *(name.partition(": ")[2] for name in others if name != first)])


def said_words(name: str) -> list[str]:
    """Return the words of a name that say something, after its lead where it has one."""
    lead, _, said = name.partition(": ")
    found = re.findall(r"[^\W\d][\w’'-]*", (said or lead).lower())
    return [w for w in found if w not in word_list("stop_words.txt")]


def _teller(entries: Sequence[Entry], articles: Mapping[str, Annotated]) -> Entry:
    """Return the value that says most about itself, of those said of the word that most are said of."""
    common = Counter(e.said_of for e in entries)
    return max(entries, key=lambda e: (common[e.said_of], _says(e, articles[e.article]), -e.span.start))


def _says(entry: Entry, annotated: Annotated) -> tuple[bool, bool, int]:
    told = excerpt(annotated, entry.span)
    clear = _is_age_of(entry, annotated) if entry.head == "age" else _topic_words(entry, annotated) != ""
    holds = " ".join(entry.anchor.of(annotated.article.text).split()) in told
    return holds, clear, min(len(said_words(told)), _ENOUGH)


def _told(entry: Entry, annotated: Annotated) -> str:
    """Return the report's words about a value with a gap in its place, "" where they are too many or too few."""
    text, topic = annotated.article.text, _topic_words(entry, annotated)
    asked = [entry.anchor, *([entry.topic] if topic and entry.topic is not None else [])]
    if any(span.overlaps(entry.span) for span in asked):
        return ""
    start, end = min(s.start for s in (*asked, entry.span)), max(s.end for s in (*asked, entry.span))
    if end == entry.anchor.end and (particle := _PARTICLE.match(text, end)):
        end = particle.end()
    told = f"{text[start : entry.span.start]}{_GAP}{text[entry.span.end : end]}"
    if not topic:
        told = _with_more(entry, text, told)
    if entry.modality == "hypothetical" and (condition := _CONDITION.search(text, max(0, start - _LOOK_CHARS), start)):
        told = f"{condition[1].lower()} {told}"
    if _APART.search(told):
        return ""
    for needless in (_HALF_A_WORD, _MARKS, _OF_A_DAY, _OPEN_END):
        told = needless.sub("", told)
    least, most = _TOLD_WORDS
    says = sum(not _A_DAY.fullmatch(word) for word in said_words(told)) >= _LEAST_SAID
    return " ".join(told.split()) if says and least <= len(told.split()) <= most else ""


def _with_more(entry: Entry, text: str, told: str) -> str:
    """Return a bare word and gap with what stands on the word's other side within its clause."""
    if entry.span.start >= entry.anchor.end:
        return f"{' '.join(_before(text, entry.anchor.start))} {told}"
    return f"{told} {' '.join(_after(text, entry.anchor.end))}"


def _topic_words(entry: Entry, annotated: Annotated) -> str:
    """Return the last few words for what a value's word is said of, "" for a pronoun or nothing."""
    if entry.topic is None or entry.topic == entry.anchor:
        return ""
    words = " ".join(" ".join(_HALF_A_WORD.sub("", entry.topic.of(annotated.article.text)).split()).split()[-4:])
    return "" if words.lower() in NAMELESS or _OF_A_DAY.match(words) else words


_CLAUSE = re.compile(r"[^.,;:!?()\[\]“”\"—–\n]*")
_AFTER_WORDS = 4
_BEFORE_WORDS = 3


def _after(text: str, start: int) -> list[str]:
    clause = _CLAUSE.match(text, start)
    return _trimmed((clause.group() if clause else "").split()[:_AFTER_WORDS])


def _before(text: str, end: int) -> list[str]:
    before = re.split(r"[.,;:!?()\[\]“”\"—–\n]", text[max(0, end - 60) : end])[-1].split()[-_BEFORE_WORDS:]
    return _trimmed(before[::-1])[::-1]


def _trimmed(words: list[str]) -> list[str]:
    """Return words without the small ones at their end."""
    while words and words[-1].lower() in word_list("stop_words.txt"):
        words = words[:-1]
    return words


# --- counts -------------------------------------------------------------------------------------------


def _count_name(entry: Entry, annotated: Annotated) -> str:
    """Return "people: arrested", "people: aboard", "age of Ada Roe", "amount (GBP): she paid … for the mill"."""
    if entry.said_of == ABOARD:
        return f"people: {ABOARD}"
    if entry.head == "age":
        return f"age of {entry.subject}" if _is_age_of(entry, annotated) else f"age: {excerpt(annotated, entry.span)}"
    unit = entry.count.unit if entry.count is not None else None
    counted = "people" if unit == "people" else _COUNTED.get(entry.head, entry.head)
    measure = f" ({unit})" if unit and unit not in ("people", counted, f"{counted}s") else ""
    said = entry.anchor.of(annotated.article.text) if _says_what(entry, annotated) else ""
    return f"{counted}{measure}: {said or excerpt(annotated, entry.span)}"


def _is_age_of(entry: Entry, annotated: Annotated) -> bool:
    """Whether an age stands right beside the name of the person whose it is."""
    persons = (m for m in annotated.mentions if entry.topic is not None and m.span.overlaps(entry.topic))
    is_person = any(m.form == "name" and m.kind in ("person", None) for m in persons)
    return entry.subject is not None and is_person and _is_close(annotated.article.text, entry, _AGE_CHARS)


def _says_what(entry: Entry, annotated: Annotated) -> bool:
    """Whether the word that people are counted by tells what befell them: "arrested", "killed", told as a fact."""
    told = entry.count is not None and entry.count.unit == "people" and entry.said_of in _BEFALLS
    close = entry.relation in _COUNTED_BY and _is_close(annotated.article.text, entry, _FAR_CHARS)
    return told and close and entry.modality not in _UNTOLD


def _is_close(text: str, entry: Entry, chars: int) -> bool:
    """Whether a value stands near the word it is said of, with no clause between them."""
    between = text[min(entry.span.end, entry.anchor.end) : max(entry.span.start, entry.anchor.start)]
    return len(between) <= chars and not _CLAUSE_APART.search(between)
