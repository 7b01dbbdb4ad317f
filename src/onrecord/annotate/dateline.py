"""Datelines in a parse: where a report was filed from, "BELMORA, Ardania (XYZ) - The court", names no party."""

from spacy.tokens import Token

from onrecord.read.dateline import WITHIN, dateline

_TOKENS = 40
"""In which a dateline ends, date and agency with it."""


def in_dateline(token: Token) -> bool:
    """Whether a token stands in the dateline that its line opens with."""
    return _reaches(token, None)


def is_filed_from(token: Token) -> bool:
    """Whether a token is of the place that its line's dateline names."""
    return _reaches(token, "place")


def _reaches(token: Token, group: str | None) -> bool:
    """Whether a token stands before the end of its line's dateline, or of one part of it."""
    first = _opening(token) if token.idx < WITHIN else None
    if first is None or first.is_lower:
        return False
    found = dateline(token.doc[first.i : first.i + _TOKENS].text)
    end = -1 if found is None else found.end(group or 0)
    return token.idx - first.idx < end


def _opening(token: Token) -> Token | None:
    """Return the first word of a token's line, None where that lies too far off for a dateline to reach the token."""
    doc = token.doc
    first = token
    while first.i > 0 and "\n" not in doc[first.i - 1].text:
        first = doc[first.i - 1]
        if token.i - first.i > _TOKENS:
            return None
    return doc[first.i + 1] if first.is_space and first.i < token.i else first
