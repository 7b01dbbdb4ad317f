"""The clause in which a report gives a value: it tells a reader what a slot is about, in words that hold the value."""

import re
from collections.abc import Container, Iterator, Mapping

from onrecord.model import Annotated, Claim, EventMention, Passage

_OMITTED = " … "
_LONGEST = 24  # words
_UNREAL = re.compile(r"\b(?:if|unless|whether|could|would|should|may|might|must|can)\b|['’]d\b", re.I)
"""Words by which a reader sees that a clause tells of what may be: "if she wins", not the "wins" of a cut one."""


def clause_around(claim: Claim, articles: Mapping[str, Annotated], home: Container[str]) -> str:
    """Return the clause that says most of one of the claim's values, "" where none is short enough to quote.

    home  the articles of the claim's story, whose words go before those of one that only looks back on it
    """
    found = [
        (account.passage.article not in home, not event.clause, -len(words.split()), words)
        for value in claim.values
        for account in value.accounts
        for event, words in _around(account.passage, articles[account.passage.article])
        if len(words.split()) <= _LONGEST
    ]
    return min(found)[-1] if found else ""


def _around(passage: Passage, annotated: Annotated) -> Iterator[tuple[EventMention, str]]:
    """Yield the happenings whose clause holds the passage, each with the clause as it is printed."""
    text = annotated.article.text
    for event in annotated.events:
        if any(piece.contains(passage.span) for piece in event.words):
            words = _OMITTED.join(" ".join(piece.of(text).split()) for piece in event.words)
            if event.modality != "hypothetical" or _UNREAL.search(words):
                yield event, words[:1].upper() + words[1:]
