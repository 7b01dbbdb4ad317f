"""Who "the two leaders" are: the two persons of whom the report has told that they dealt with each other."""

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.model import Annotated, EventMention, Role, Span

_PAIR = re.compile(r"\b(?:two|both|pair|leaders|presidents|premiers|counterparts)\b", re.I)


def unfolded(annotated: Annotated, roles: Sequence[Role]) -> list[Role]:
    """Return the roles, a pair in the place of the words that stand for both ("the two leaders", "the pair")."""
    return [part for role in roles for part in _parts(annotated, role)]


def _parts(annotated: Annotated, role: Role) -> list[Role]:
    words = role.span.of(annotated.article.text)
    if (
        not _PAIR.search(words)
        or role.kind in ("person", "place", "organisation")
        or any(c.isupper() for c in words[3:])
    ):
        return [role]
    return _pair_before(annotated, role.span) or [role]


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
