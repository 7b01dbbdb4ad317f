"""Whose they are who meet under one word: "the foreign ministers of Norland and Tarvo" are of two sides."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Annotated, Mention, Role

_FIRST = re.compile(r"\s(?:of|from|for)\s(?:the\s)?")
_NEXT = re.compile(r",\s(?:the\s)?|,?\sand\s(?:the\s)?")
_OWNERS = frozenset({"place", "organisation"})
_OFFICE = re.compile(r"\b(minister|president|premier|mayor|leader|chief|ambassador|secretary|governor|envoy|head)s$")


def of_several(annotated: Annotated, role: Role) -> list[Role]:
    """Return one role for each of several that the holders of an office are of; empty where they are of one or none."""
    text = annotated.article.text
    word = role.span.of(text)
    if word[-1:] != "s" or word.split()[-1][:1].isupper():
        return []
    owners = list(_owners(annotated, role))
    if len(owners) < 2 or " and " not in text[role.span.end : owners[-1].span.start]:
        return []
    one = _OFFICE.sub(r"\1", word.removeprefix("the ").removeprefix("The "))
    joint = text[role.span.end :].split()[0]
    return [replace(role, name=f"{one} {joint} {owner.name}", entity=None) for owner in owners]


def _owners(annotated: Annotated, role: Role) -> Iterator[Mention]:
    """Yield the names joined behind "of", in the order of the text."""
    text, end, joint = annotated.article.text, role.span.end, _FIRST
    for mention in _names(annotated.mentions):
        if mention.span.start <= end:
            continue
        if not joint.fullmatch(text[end : mention.span.start]):
            return
        yield mention
        end, joint = mention.span.end, _NEXT


def _names(mentions: Sequence[Mention]) -> Iterator[Mention]:
    yield from (m for m in mentions if m.form == "name" and m.kind in _OWNERS)
