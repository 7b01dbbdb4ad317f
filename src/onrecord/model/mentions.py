"""Whom and what an article names: words, the kind of what they stand for, and its number within the article."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.spans import Span

EntityKind = Literal["person", "organisation", "place", "group", "facility", "event", "work", "law", "product", "other"]
MentionForm = Literal["name", "nominal", "pronoun"]
BODY_KINDS: frozenset[EntityKind] = frozenset({"organisation", "group"})
"""Several who act as one."""
PLACE_KINDS: frozenset[EntityKind] = frozenset({"place", "facility"})
"""Where something can take place."""
PARTY_KINDS: frozenset[EntityKind] = BODY_KINDS | {"person", "place"}
"""Who can act and be acted on; a place stands for those who govern it."""
NAMED_KINDS: frozenset[EntityKind] = frozenset({"person", "organisation", "place"})
"""What is mostly called by a name of its own."""
WIDE_PARTY_KINDS: frozenset[EntityKind] = PARTY_KINDS | PLACE_KINDS
"""Parties, and buildings that stand for those inside them."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody or something.

    name   the fullest name its entity has in this article ("Vladimir Putin" for "he"); for an entity that
           is never named, its description ("law enforcement officials")
    entity number of the entity within the article; mentions with one number are one entity
    role   the title or role printed beside the name ("Russian President"), if any
    clear  whether it rests on no pronoun that may well mean somebody else ("he", "his aide")
    """

    span: Span
    kind: EntityKind
    name: str
    entity: int
    form: MentionForm = "name"
    role: str | None = None
    clear: bool = True

    @property
    def is_named(self) -> bool:
        """Whether `name` is a name: a description begins in lower case."""
        return self.name[:1].isupper()
