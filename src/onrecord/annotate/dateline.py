"""Datelines in a parse: where a report was filed from, "BELMORA, Ardania (XYZ) - The court", names no party."""

from spacy.tokens import Token

_REACH = 5  # tokens of a place's name and its region
_CLOSED = 8  # tokens behind it, date and agency, before the dash
_DASHES = frozenset({"-", "--", "–", "—", ":"})
_PLACES = frozenset({"GPE", "LOC", "ORG", ""})


def in_dateline(token: Token) -> bool:
    """Whether a name opens a sentence in capitals and a dash comes soon: it says where the report was filed from."""
    if token.ent_type_ not in _PLACES:
        return False
    doc = token.doc
    start = next((i for i in range(token.i, max(-1, token.i - _REACH), -1) if doc[i].is_sent_start), None)
    if start is None:
        return False
    opening = doc[start] if doc[start].lower_ != "the" or start + 1 >= len(doc) else doc[start + 1]
    if not opening.is_upper or len(opening) < 3:
        return False
    return any(t.text in _DASHES for t in doc[token.i + 1 : token.i + _CLOSED])
