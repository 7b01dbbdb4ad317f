"""Who "the two leaders" are: the two persons of whom the report has told that they dealt with each other."""

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.model import NAMED_KINDS, Annotated, EventMention, Role, Span

_PERSONS = (
    r"(?:leaders|presidents|premiers|counterparts|men|women|candidates|ministers|politicians|rivals|heads of \w+)"
)
_PAIR = re.compile(
    rf"(?:the|these|those)?\s?(?:(?:two|both|pair)(?: \w+)? {_PERSONS}|two|both|pair|(?<=\s){_PERSONS})", re.I
)


def unfolded(annotated: Annotated, roles: Sequence[Role]) -> list[Role]:
    """Return the roles, a pair in the place of the words that stand for both ("the two leaders", "the pair")."""
    return [part for role in roles for part in _parts(annotated, role)]


def _parts(annotated: Annotated, role: Role) -> list[Role]:
    words = annotated.article.text[_start(annotated.article.text, role.span) : role.span.end]
    if (
        not _PAIR.fullmatch(words.strip())
        or role.kind in NAMED_KINDS
        or any(c.isupper() for c in words[3:])
        or annotated.article.text.startswith(" of ", role.span.end)
    ):
        return [role]
    return _beside(annotated, role.span) or _pair_before(annotated, role.span) or [role]


def _start(text: str, span: Span) -> int:
    """Return where a phrase begins with the "the" that stands before it."""
    return span.start - 4 if text[max(0, span.start - 4) : span.start].lower() == "the " else span.start


def _beside(annotated: Annotated, span: Span) -> list[Role]:
    """Return the two persons who stand before `span` in its sentence, where just two do."""
    start = annotated.sentence_of(span).start
    before = [m for m in annotated.mentions if m.kind == "person" and start <= m.span.start < span.start]
    found = {m.entity: Role(m.name, m.span, m.entity, m.kind) for m in before}
    return sorted(found.values(), key=lambda role: role.span) if len(found) == 2 else []


def _pair_before(annotated: Annotated, span: Span) -> list[Role]:
    """Return the two persons who have had most to do with each other before `span`; ties go to the later two."""
    met: Counter[frozenset[int]] = Counter()
    last: dict[int, Role] = {}
    for event in annotated.events:
        if event.trigger.start < span.start:
            persons = _persons(event)
            last |= persons
            if len(persons) == 2 and any(role.entity in persons for role in event.actor):
                met[frozenset(persons)] += 1
    if not met:
        return []
    order = list(met)
    pair = max(order, key=lambda p: (met[p], order.index(p)))
    return sorted((last[entity] for entity in pair), key=lambda role: role.span)


def _persons(event: EventMention) -> dict[int, Role]:
    roles = (*event.actor, *event.recipient)
    return {role.entity: role for role in roles if role.kind == "person" and role.entity is not None}
