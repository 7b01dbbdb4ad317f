"""Whose names stand right behind a description: "her Lunder counterpart Bo Lind", "the two experts — Roe and Lind"."""

import re
from dataclasses import replace

from onrecord.annotate.facts.units import people
from onrecord.model import Annotated, Mention, Role

_RIGHT_BEHIND = re.compile(r"\s")
_SET_OFF = re.compile(r"(?:\sof(?:\s[\w’'-]+){1,4})?(?:\s(?=[A-Z])|\s?[—–:(]\s?|\s--?\s|,\s)")
_JOINT = re.compile(r",?\sand\s|,\s")
_VERB = re.compile(r"\s(?!and\b|or\b|as\b)[a-z]")
_CLOSED = re.compile(r"\s?(?:[—–,.;:)]|--|$)")
_NAME = re.compile(r"\s(?P<name>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){1,3})")
_TITLED = re.compile(r"(?:(?:former|then|late)\s)?(?:[A-Z][a-z]{1,4}\.\s)?")
_NOT_HELD = r"(?:vice|deputy|former|assistant|then|acting|ex)\b"
_SINGLE = frozenset({"president", "premier", "chancellor", "king", "queen", "pope", "governor", "mayor"})
"""Offices of which a report seldom tells of two; a "minister" may be any."""
_TITLES = frozenset({"President", "Minister", "Secretary", "Chancellor", "Governor", "Mayor", "Senator", "Premier"})
_MOST = 4
"""Most persons that are named behind one description."""


def named_beside(annotated: Annotated, role: Role) -> list[Role]:
    """Return the persons whose names stand right behind a description that bears none; empty where none do.

    Where a list may go on ("the mayor, Roe and Lind") nobody is taken for who is described.
    """
    text, words = annotated.article.text, role.span.of(annotated.article.text)
    head = words.split()[-1]
    if head in _TITLES and (titled := _next_to(annotated, role)) is not None:
        return [titled]  # "the U.S. Vice President Ada Roe"
    if head == head.lower() and head not in people() and (called := _called(annotated, role)) is not None:
        return [called]  # "Norland's close ally Tarvo"
    if head != head.lower() or (head.removesuffix("s") not in people() and not head.startswith("counterpart")):
        return []
    if any(m.entity == role.entity and m.form == "name" for m in annotated.mentions if role.entity is not None):
        return []
    if (holder := _only_holder(annotated, role)) is not None:
        return [holder]
    several = head.endswith("s") and head not in people()
    if not several and (one := _next_to(annotated, role)) is not None:
        return [one]
    found = _listed_behind(annotated, role) if several else []
    return found if 1 < len(found) <= _MOST and _is_whole(text, role, found) else []


def _is_whole(text: str, role: Role, found: list[Role]) -> bool:
    """Whether a list of names ends where the last known one does: "the ministers Roe and Lind met"."""
    goes_on = found[0].span.start == role.span.end + 1 and _VERB.match(text, found[-1].span.end)
    return bool(goes_on or _CLOSED.match(text, found[-1].span.end))


def _only_holder(annotated: Annotated, role: Role) -> Role | None:
    """Return who holds an office that is only called "the prime minister", where the report names just one holder."""
    words = role.span.of(annotated.article.text).removeprefix("the ").removeprefix("The ")
    text, start = annotated.article.text, role.span.start
    definite = words != role.span.of(text) or text[max(0, start - 4) : start].lower() == "the "
    single = " " in words or words in _SINGLE
    if not (definite and single) or words != words.lower() or text.startswith((" of ", " for "), role.span.end):
        return None
    held = re.compile(rf"(?:(?!{_NOT_HELD})[\w.’'-]+ ){{0,3}}{re.escape(words)}", re.I)
    holders = {m.entity: m for m in annotated.mentions if m.form == "name" and m.role and held.fullmatch(m.role)}
    return _role(next(iter(holders.values()))) if len(holders) == 1 else None


def _called(annotated: Annotated, role: Role) -> Role | None:
    """Return the land or body named right behind a description of it, with nothing but a space between."""
    start = role.span.end + 1
    behind = (m for m in annotated.mentions if m.span.start == start and m.form == "name")
    name = next((m for m in behind if m.kind in ("place", "organisation")), None)
    plain = role.name != role.name.lower() and annotated.article.text[start - 1 : start] == " "
    return None if name is None or not plain else _role(name)


def _next_to(annotated: Annotated, role: Role) -> Role | None:
    """Return the person named with nothing but a space between, also where the name was not known for one."""
    text, end = annotated.article.text, role.span.end
    for mention in annotated.mentions:
        if mention.span.start > end and mention.form == "name" and mention.kind == "person":
            between = _RIGHT_BEHIND.match(text, end)
            if between is not None and _TITLED.fullmatch(text[between.end() : mention.span.start]):
                return _role(mention)
            break
    name = _NAME.match(text, end)
    if name is None:
        return None
    start = name.start("name")
    return replace(role, name=name["name"], span=type(role.span)(start, name.end()), entity=None, kind="person")


def _listed_behind(annotated: Annotated, role: Role) -> list[Role]:
    text = annotated.article.text
    opened = _SET_OFF.match(text, role.span.end)
    if opened is None:
        return []
    found: list[Role] = []
    end = opened.end()
    for mention in (m for m in annotated.mentions if m.form == "name" and m.kind == "person"):
        if mention.span.start < end:
            continue
        between = text[end : mention.span.start]
        if not (_JOINT.fullmatch(between) if found else not between):
            break
        found.append(_role(mention))
        end = mention.span.end
    return found


def _role(mention: Mention) -> Role:
    return Role(mention.name, mention.span, mention.entity, mention.kind)
