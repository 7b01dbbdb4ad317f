"""Whom a pronoun means where its words are shown alone: only one who can be meant stands before it."""

from onrecord.model import Annotated, Mention


def meant(annotated: Annotated, pronoun: Mention) -> set[int]:
    """Return who of the pronoun's kind stands before it in its sentence, else in the sentence before.

    Beside a name others count who have a pronoun there: "Ada Roe told her to go. She left".
    """
    at = next((n for n, s in enumerate(annotated.sentences) if s.contains(pronoun.span)), 0)
    for first in (at, at - 1):
        start = annotated.sentences[max(0, first)].start if annotated.sentences else 0
        near = [m for m in annotated.mentions if m.kind == pronoun.kind and start <= m.span.start < pronoun.span.start]
        if any(m.form != "pronoun" for m in near):
            return {m.entity for m in near}
    return set()
