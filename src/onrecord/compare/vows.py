"""Undertakings of one report with the names that those who give their word have across reports."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.compare.contact_licences import is_epithet
from onrecord.compare.contact_named import named_beside
from onrecord.compare.contact_parties import as_printed, leads_to_name
from onrecord.compare.contact_times import is_week_old
from onrecord.compare.wording import content_words
from onrecord.compare.world import World
from onrecord.model import Annotated, Role, Span, Undertaking, When

_SOME = re.compile(
    r"\b(?P<some>(?i:(?:(?:more than|at least|nearly|almost|about|up to) )?(?:an? (?:half-)?dozen|half a dozen|a few|"
    r"several|some|many|most|dozens of|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)))"
    r" (?:of the )?(?:[A-Z][\w’'-]+ (?:and )?|(?!(?:years?|months?|weeks?|days?|hours?|times?|after|before|in|for|with|"
    r"to|by|from|of|on|at)\b)[a-z-]+ ){0,4}[A-Z][\w’'-]+s)$"
)
"""How many of a kind there are: "more than a dozen Selm Democrats"."""
_SOME_BEFORE = 60
_AGED = re.compile(r"\b\d{1,3}-year-old\b")
"""What stands for a name told before: "the 40-year-old"."""


@dataclass(frozen=True, slots=True)
class Vow:
    """One report's mention of an undertaking."""

    article: str
    who: str
    to: str | None
    span: Span
    words: frozenset[str]
    when: When | None
    again: bool
    negated: bool = False


def find_vows(world: World, annotated: Annotated) -> Iterator[Vow]:
    """Yield an article's undertakings; of one word alone ("to resign") nothing could be told of the outcome."""
    nameless = {m.span for m in annotated.mentions if m.form == "pronoun" and not leads_to_name(m)}
    given = (told for told in annotated.undertakings if not any(role.span in nameless for role in told.who))
    known = (t for t in given if not any(_is_unknown(annotated, role) for role in t.who))
    vows = (_vow(world, annotated, told) for told in known)
    yield from (vow for vow in vows if len(vow.words) > 1)


def _is_unknown(annotated: Annotated, role: Role) -> bool:
    """Whether a word for a change is all that is known of somebody: "the newcomer", "the 40-year-old mother of two".

    A "party leader" has an office.
    """
    if role.name == role.name.lower() and _AGED.search(role.name):
        return True
    last = role.name.split()[-1].lower()
    named = not role.span.of(annotated.article.text).lower().endswith(last)
    return is_epithet(annotated.article.text, role) and last != "leader" and not named


def _vow(world: World, annotated: Annotated, told: Undertaking) -> Vow:
    article = annotated.article
    names = (_name(world, annotated, role) for role in told.who)
    words = content_words(told.words.of(article.text))
    who = " and ".join(dict.fromkeys(names))
    when = None if is_week_old(article, told.when) else told.when
    return Vow(article.id, who, told.to, told.words, words, when, told.again, told.negated)


def _is_only_described(annotated: Annotated, role: Role, known: str) -> bool:
    """Whether a capital only opens the sentence: "Officials from Norland"."""
    told = [m for m in annotated.mentions if role.entity is not None and m.entity == role.entity]
    return " " not in known and bool(told) and all(m.form == "nominal" for m in told)


def _name(world: World, annotated: Annotated, role: Role) -> str:
    """Return a name across reports, of who bears none the fuller words: "unit of Norvik Holdings", not "unit"."""
    known = world.name_of(annotated.article.id, role.entity) or role.name
    if known != known.lower() and not _is_only_described(annotated, role, known):
        some = _SOME.search(annotated.article.text, max(0, role.span.start - _SOME_BEFORE), role.span.end)
        return some["some"] if some is not None and some.end() == role.span.end else known
    if beside := named_beside(annotated, role):
        return " and ".join(person.name for person in beside)
    printed = as_printed(annotated, role).name
    return known if "," in printed else printed
