"""People who bear a month's name: of "May launched the plan in May", in a report on Theresa May, only one is a date."""

from spacy.tokens import Doc, Token

_MONTHS = frozenset({"March", "April", "May", "June", "August"})
_ALL_MONTHS = _MONTHS | {"January", "February", "July", "September", "October", "November", "December"}
_DATING = frozenset(
    {"in", "since", "until", "till", "last", "next", "this", "early", "late", "mid", "during", "through"}
)
_ENDS = frozenset({"and", "or", "to", "through", "until", "from", "between", "-", "–"})
"""Words between two months: "from May to July"."""
_PARTS = frozenset({"end", "start", "beginning", "middle", "month", "rest", "half", "part", "week", "weekend"})


def month_bearers(doc: Doc) -> frozenset[str]:
    """Return the months that are the surname or first name of somebody whom a text names in full."""
    named = (e for e in doc.ents if e.label_ == "PERSON" and len(e) > 1)
    return frozenset(t.text for e in named for t in (e[0], e[-1]) if t.text in _MONTHS)


def is_month(token: Token) -> bool:
    """Whether words beside a month's name show a time, where the text has somebody of that name."""
    doc, i = token.doc, token.i
    before = doc[i - 1] if i else None
    after = doc[i + 1] if i + 1 < len(doc) else None
    if after is not None and (after.like_num or (after.text == "," and i + 2 < len(doc) and _is_year(doc[i + 2]))):
        return True
    if before is None:
        return False
    if before.lower_ in _DATING or before.like_num or before.text.rstrip("snrdth").isdigit():
        return True
    if before.lower_ == "of":
        return i > 1 and (doc[i - 2].lower_ in _PARTS or doc[i - 2].text.rstrip("snrdth").isdigit())
    beside = (j for j in (i - 2, i + 2) if 0 <= j < len(doc) and doc[(i + j) // 2].lower_ in _ENDS)
    return any(doc[j].text in _ALL_MONTHS for j in beside)


def _is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit()
