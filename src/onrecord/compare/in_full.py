"""A few words of a report as they read by themselves: a person's name in square brackets for a lone "he" or "her"."""

import re
from collections.abc import Iterator

from onrecord.compare.wording import word_list
from onrecord.model import Annotated, Mention, Span
from onrecord.relate.antecedents import meant

RELATIVE = frozenset({"who", "whom", "whose", "which", "where", "when", "that"})
_ONE = frozenset({"he", "him", "his", "she", "her"})
_NEXT_WORD = re.compile(r"\s+([a-z][\w-]*)")
_LONGEST_NAME = 5
"""Words; what is called by more is described, and no name for a pronoun."""


def in_full(annotated: Annotated, start: int, end: int, around: Span) -> str:
    """Return the words of a stretch, with names for its pronouns of whoever the words around it do not name."""
    text, said, at = annotated.article.text, "", start
    for mention in _lone(annotated, around):
        if at <= mention.span.start and mention.span.end <= end and (name := _name_of(annotated, mention)):
            said, at = f"{said}{text[at : mention.span.start]}[{name}]{_ending(text, mention.span)}", mention.span.end
    return said + text[at:end]


def is_plain(annotated: Annotated, around: Span) -> bool:
    """Whether some words name somebody, or at least leave no pronoun of which it is not plain whom it means.

    Words that open with such a pronoun, as their subject, are not plain whomever they name behind it.
    """
    lone = [mention for mention in _lone(annotated, around) if not _name_of(annotated, mention)]
    if any(m.span.start == around.start and m.kind == "person" for m in lone):
        return False
    return not lone or any(m.form == "name" for m in annotated.mentions_in(around))


def _lone(annotated: Annotated, around: Span) -> Iterator[Mention]:
    """Yield the pronouns among some words that stand for whoever the words do not name themselves."""
    inside = annotated.mentions_in(around)
    told = {m.entity for m in inside if m.form != "pronoun"}
    for mention in inside:
        relative = mention.span.of(annotated.article.text).lower() in RELATIVE
        if mention.form == "pronoun" and mention.entity not in told and not relative:
            told.add(mention.entity)
            yield mention


def _name_of(annotated: Annotated, pronoun: Mention) -> str | None:
    """Return the name of the person that "he" or "her" stands for, None where somebody else may well be meant.

    "They" and "it" mean another thing too often to be told by a name, and "I" is whoever is quoted.
    """
    is_one = pronoun.kind == "person" and pronoun.span.of(annotated.article.text).lower() in _ONE
    named = any(m.form == "name" and m.entity == pronoun.entity for m in annotated.mentions)
    if not is_one or not named or len(pronoun.name.split()) > _LONGEST_NAME:
        return None
    return pronoun.name if pronoun.clear or meant(annotated, pronoun) == {pronoun.entity} else None


def _ending(text: str, pronoun: Span) -> str:
    """Return what makes a name an owner's: "her ferry" is hers, "called her" and "told her that" are not."""
    printed, behind = pronoun.of(text).lower(), _NEXT_WORD.match(text, pronoun.end)
    owned = behind is not None and (behind[1] == "own" or behind[1] not in word_list("stop_words.txt"))
    return "'s" if printed == "his" or (printed == "her" and owned) else ""
