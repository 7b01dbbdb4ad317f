"""Which values that one report alone gives are shown: those whose words bear them out without another report."""

import re
from collections.abc import Sequence
from datetime import date

from onrecord.compare.entries import Entry
from onrecord.compare.naming import slot_name
from onrecord.compare.wording import word_list
from onrecord.compare.world import World
from onrecord.model import Annotated, Article, Span

_UNTOLD = frozenset({"hypothetical", "denied"})
_FAR_CHARS = 90
_APART = re.compile(r"[;:\n]|[.?!][\"”’)]* +[A-Z“\"]| – | — ")
_ENDS_A_RANGE = re.compile(
    r"\b(?:from|between|since|until|till|through|by|before|after|as of|back to|not|than) (?:the |early |late |mid-?)*$",
    re.I,
)
_GOES_ON = re.compile(
    r"\W{0,2}\s*(?:and|or|to|through|until|till|-|–|—)\s*(?:the |early |late |mid-?)*"
    r"(?:\d|(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b)"
)
_OF_A_GALLERY = re.compile(r"\s*\d{1,3}/\d{1,3}\b")
_BESIDE = re.compile(r" (?:before|after|prior to|following|preceding) ")
_OF_A_YEAR = re.compile(r" of (?:next|last|this|that|the (?:same|next|following|previous)) year")
_REFERRING = ("that ", "the same ", "the next ", "the following ", "the previous ", "the day ")
_NAMED = re.compile(r"\b[A-Z]")
_SUNDAY = 6
_AGE_CHARS = 6
_DATED_BY = frozenset(
    {"", "advmod", "npadvmod", "prep on", "prep in", "prep at", "prep during", "poss", "prep over", "prep for"}
)
_COUNTED_BY = frozenset({"nsubj", "nsubjpass", "dobj", "agent", "attr", "age", "poss"})
_PAID_BY = frozenset({"prep for", "prep of", "prep at"})
_STANDS = frozenset({"prep in", "prep at", "prep near", "prep outside", "prep inside", "prep on", "prep off", "place"})
_BY_CONTEXT = frozenset({"count", "date"})
_WINDOW = 8
_CLAUSE_ENDS = ",;:.!?–—"


def is_trusted(world: World, entries: Sequence[Entry]) -> bool:
    """Whether one report's words can bear out a row without another report's."""
    told = any(_is_told(world.articles[e.article].article, e) for e in entries)
    return told and bool(_words(single_name(world, entries)))


def single_name(world: World, entries: Sequence[Entry]) -> str:
    """Return a row's name: as for all rows where that says what is told, else with the words around the value."""
    name = slot_name(list(entries), world.articles)
    entry, annotated = entries[0], world.articles[entries[0].article]
    if (
        entry.kind not in _BY_CONTEXT
        or _is_clear(world, annotated, entry)
        and (entry.head == "age" or _says_what(name))
    ):
        return name
    lead = "age" if entry.head == "age" else name.partition(": ")[0]
    return f"{lead}: {_in_context(annotated, entry.span)}"


def _is_told(article: Article, entry: Entry) -> bool:
    """Whether a report tells a value itself, and not a caption, as what a row would call it."""
    line = article.text[article.text.rfind("\n", 0, entry.span.start) + 1 : entry.span.end]
    if _OF_A_GALLERY.match(line) or any(span.overlaps(entry.span) for span in article.furniture):
        return False
    if entry.kind == "date":
        return not _is_of_another_day(article, entry)
    if entry.kind == "count":
        return True
    if entry.kind == "place" and (entry.relation not in _STANDS or not _NAMED.search(entry.span.of(article.text))):
        return False
    return entry.modality not in _UNTOLD


def _is_of_another_day(article: Article, entry: Entry) -> bool:
    """Whether a date is reckoned from something else than the day of the report, or from a week's last day."""
    if entry.words.startswith(_REFERRING) or _OF_A_YEAR.match(article.text, entry.span.end):
        return True
    if (entry.timex or "")[4:6] == "-W" and "week" in entry.words.split() and article.published is not None:
        return article.published.precision == "day" and date.fromisoformat(article.published.value).weekday() == _SUNDAY
    return not re.search(r"\d", entry.words) and bool(_BESIDE.match(article.text, entry.span.end))


def _is_clear(world: World, annotated: Annotated, entry: Entry) -> bool:
    """Whether a date or count surely belongs to the word it is said of, and that is told as a fact."""
    text = annotated.article.text
    said = entry.anchor.of(text)
    if entry.head == "age":
        return entry.subject_named and _is_close(text, entry, _AGE_CHARS) and world.may_be_person(entry.subject)
    if (
        entry.modality in _UNTOLD
        or said.lower() in word_list("bare_verbs.txt")
        or not _is_close(text, entry, _FAR_CHARS)
    ):
        return False
    if entry.kind == "date":
        return _is_the_day(text, entry) and said.isalpha() and not _names_somebody(annotated, entry.anchor)
    if entry.count is None or entry.count.unit == "percent":
        return False
    return entry.relation in _COUNTED_BY or (entry.count.unit not in ("people", None) and entry.relation in _PAID_BY)


def _names_somebody(annotated: Annotated, anchor: Span) -> bool:
    """Whether a word stands for who does something, and not for what is done."""
    return any(m.span.contains(anchor) and m.kind != "event" and m.form != "pronoun" for m in annotated.mentions)


def _in_context(annotated: Annotated, span: Span) -> str:
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
    left = before.split()[-_WINDOW:]
    cut = max((i for i, word in enumerate(left) if word[-1] in _CLAUSE_ENDS and len(left) - i > 3), default=-1)
    right = after.split()[:_WINDOW]
    end = next((i for i, word in enumerate(right) if word[-1] in _CLAUSE_ENDS and i > 1), len(right) - 1)
    words = " ".join((*left[cut + 1 :], "…", *right[: end + 1]))
    return words.strip(' ,;:.“”"()[]—–-')


def _is_close(text: str, entry: Entry, chars: int) -> bool:
    """Whether a value stands near the word it is said of, with no clause between them."""
    between = text[min(entry.span.end, entry.anchor.end) : max(entry.span.start, entry.anchor.start)]
    return len(between) <= chars and not _APART.search(between)


def _is_the_day(text: str, entry: Entry) -> bool:
    """Whether a date is that of the deed, and no bound, half of a range, or number of a picture."""
    before, after = text[max(0, entry.span.start - 30) : entry.span.start], text[entry.span.end : entry.span.end + 30]
    if _ENDS_A_RANGE.search(before) or _GOES_ON.match(after):
        return False
    return entry.relation in _DATED_BY


def _says_what(name: str) -> bool:
    """Whether a slot's name tells more than a verb or a unit: "people: arrested", "when: the ferry sank"."""
    lead, _, said = name.partition(": ")
    if not said:
        return lead.startswith("age of ")  # whose age it is, is all there is to say
    return len(_words(name)) >= (1 if lead == "people" else 2)


def _words(name: str) -> list[str]:
    """Return the words that say something, after a name's lead where it has one."""
    lead, _, said = name.partition(": ")
    return [w for w in re.findall(r"[\w’'-]+", (said or lead).lower()) if w not in word_list("stop_words.txt")]
