"""Which values that one report alone gives are shown: those whose words bear them out without another report."""

import re
from collections.abc import Sequence
from datetime import date

from onrecord.compare.entry import Entry
from onrecord.compare.excerpts import window
from onrecord.compare.in_full import is_plain
from onrecord.compare.naming import said_words, slot_name
from onrecord.compare.world import World
from onrecord.model import Article
from onrecord.relate.antecedents import meant

_UNTOLD = frozenset({"hypothetical", "denied"})
_OF_A_GALLERY = re.compile(r"\s*\d{1,3}/\d{1,3}\b")
_BESIDE = re.compile(r" (?:before|after|prior to|following|preceding) ")
_OF_A_YEAR = re.compile(r" of (?:next|last|this|that|the (?:same|next|following|previous)) year")
_REFERRING = ("that ", "the same ", "the next ", "the following ", "the previous ", "the day ")
_NAMED = re.compile(r"\b[A-Z]")
_SATURDAY, _SUNDAY = 5, 6
_STANDS = frozenset({"prep in", "prep at", "prep near", "prep outside", "prep inside", "prep on", "prep off", "place"})


def is_trusted(world: World, entries: Sequence[Entry]) -> bool:
    """Whether one report's words can bear out a row without another report's."""
    told = any(_is_told(world.articles[e.article].article, e) and _is_clear(world, e) for e in entries)
    return told and bool(said_words(slot_name(entries, world.articles))) and any(_is_plain(world, e) for e in entries)


def _is_clear(world: World, entry: Entry) -> bool:
    """Whether a party is no pronoun that may well mean somebody else."""
    annotated = world.articles[entry.article]
    pronouns = (m for m in annotated.mentions if m.form == "pronoun" and m.span == entry.span)
    return all(m.clear or meant(annotated, m) == {m.entity} for m in pronouns)


def _is_plain(world: World, entry: Entry) -> bool:
    annotated = world.articles[entry.article]
    return is_plain(annotated, window(annotated, entry.span))


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
    """Whether a date is reckoned from something else than the day of the report, or from a week's last days."""
    if entry.words.startswith(_REFERRING) or _OF_A_YEAR.match(article.text, entry.span.end):
        return True
    if (entry.timex or "")[4:6] == "-W" and "week" in entry.words.split() and article.published is not None:
        weekend = (_SATURDAY, _SUNDAY) if "past" in entry.words.split() else (_SUNDAY,)
        return article.published.precision == "day" and date.fromisoformat(article.published.value).weekday() in weekend
    return not re.search(r"\d", entry.words) and bool(_BESIDE.match(article.text, entry.span.end))
