"""`python -m benchmarks.relate [--whole] [SIZE ...]`: milliseconds an added article costs in relate, for ever more.

The openings of a hundred reports (with --whole all of their text) are annotated once and multiplied: each copy has
its names and numbers changed, letter for letter, so that every span still stands, and its dates moved by years, so
that copies are other happenings and stories stay as large as they were. Seeded: the same sizes give the same
collections.
"""

import gc
import json
import random
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from evaluation.gate import SHARED
from onrecord.annotate.pipeline import annotate
from onrecord.cli import OBJECTS_BEFORE_COLLECTING
from onrecord.model import Annotated, Article, EventMention, Role, When
from onrecord.relate.entities import link_entities
from onrecord.relate.events import link_events
from onrecord.relate.lineage import find_links
from onrecord.relate.statements import link_statements
from onrecord.relate.stories import group_stories
from onrecord.relate.words import spans

_BASE = 100
_SIZES = (100, 1000, 10_000)
_OPENING_CHARS = 1200
_APART_DAYS = 800
_UNDATED = "2015-06-01"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnprstvwz"

Rename = Callable[[str], str]


def base(whole: bool = False) -> list[Annotated]:
    """Annotate the first reports of the development stories, whole stories together."""
    path = SHARED / "data" / "stories-dev.jsonl"
    read = {row["id"]: row for row in map(json.loads, path.open(encoding="utf-8"))}
    rows = sorted(read.values(), key=lambda row: (row["story"], row["id"]))[:_BASE]
    return list(annotate(_article(row, None if whole else _OPENING_CHARS) for row in rows))


def _article(row: dict[str, Any], chars: int | None) -> Article:
    """Return the report, its text cut behind the last full stop within so many characters."""
    when = When(row.get("published") or _UNDATED, "day", "given")
    text = row["text"][:chars]
    if len(text) < len(row["text"]):
        text = text[: text.rfind(".") + 1] or text
    return Article(row["id"], row["id"], text, row["title"], row["outlet"], published=when)


def renamer(seed: int) -> Rename:
    """Return a function that changes names and numbers in a text, the same name always alike, lengths kept."""
    changed: dict[str, str] = {}

    def word(old: str) -> str:
        if not (old[0].isupper() or old[0].isdigit()):
            return old
        if old not in changed:
            chance = random.Random(f"{seed} {old}")
            changed[old] = "".join(_letter(c, chance) for c in old)
        return changed[old]

    def text(old: str) -> str:
        pieces, at = [], 0
        for start, end in spans(old):
            pieces += [old[at:start], word(old[start:end])]
            at = end
        return "".join([*pieces, old[at:]])

    return text


def _letter(old: str, chance: random.Random) -> str:
    if old.isdigit():
        return chance.choice("123456789")
    if not old.isalpha():
        return old
    new = chance.choice(_VOWELS if old.lower() in _VOWELS else _CONSONANTS)
    return new.upper() if old.isupper() else new


def copy(annotated: Annotated, number: int, rename: Rename) -> Annotated:
    """Return the report as it might have been written of other people on another day."""
    article = annotated.article
    return replace(
        annotated,
        article=replace(
            article,
            id=f"{article.id}-{number}",
            ref=f"{article.ref}-{number}",
            text=rename(article.text),
            title=rename(article.title) if article.title else None,
            published=_moved(article.published, _APART_DAYS * number),
        ),
        mentions=tuple(replace(m, name=rename(m.name)) for m in annotated.mentions),
        events=tuple(_event(e, number, rename) for e in annotated.events),
    )


def _moved(when: When | None, days: int) -> When | None:
    if when is None or not _DAY.fullmatch(when.value):
        return when
    return replace(when, value=(date.fromisoformat(when.value) + timedelta(days=days)).isoformat())


def _event(event: EventMention, number: int, rename: Rename) -> EventMention:
    def roles(held: Sequence[Role]) -> tuple[Role, ...]:
        return tuple(replace(role, name=rename(role.name)) for role in held)

    return replace(
        event,
        actor=roles(event.actor),
        recipient=roles(event.recipient),
        where=roles(event.where),
        objects=roles(event.objects),
        when=_moved(event.when, _APART_DAYS * number),
    )


def collection(reports: Sequence[Annotated], size: int) -> Iterator[Annotated]:
    """Yield so many reports: the first ones as they are, then copies."""
    for number in range(-(-size // len(reports))):
        rename = renamer(number) if number else str
        for annotated in reports[: size - number * len(reports)]:
            yield copy(annotated, number, rename)


def measure(articles: Sequence[Annotated]) -> dict[str, float]:
    """Return milliseconds an article for every step."""
    taken = {}

    def step(name: str, started: float) -> None:
        taken[name] = 1000 * (time.process_time() - started) / len(articles)

    at = time.process_time()
    links = find_links(articles)
    step("lineage", at)
    at = time.process_time()
    stories = group_stories(articles, links)
    step("stories", at)
    at = time.process_time()
    entities = link_entities(articles, stories)
    step("entities", at)
    at = time.process_time()
    link_events(articles, entities, stories)
    step("events", at)
    at = time.process_time()
    link_statements(articles, entities)
    step("statements", at)
    return taken


def main() -> None:
    """Print a line for each size."""
    if not (SHARED / "data").is_dir():
        print(f"skipped: nothing at {SHARED}; set SHARED to the folder that holds data/")
        return
    gc.set_threshold(OBJECTS_BEFORE_COLLECTING)  # as every run of the command line has it
    reports = base(whole="--whole" in sys.argv)
    least = 0.0
    for size in [int(word) for word in sys.argv[1:] if word.isdigit()] or _SIZES:
        articles = list(collection(reports, size))
        gc.collect()
        gc.freeze()  # what is only held should cost nothing
        taken = measure(articles)
        least = least or sum(taken.values())
        steps = "  ".join(f"{name} {ms:.1f}" for name, ms in taken.items())
        total = sum(taken.values())
        print(f"{size:6} articles  {total:6.1f} ms an article, {total / least:.2f} of the first  {steps}", flush=True)


if __name__ == "__main__":
    main()
