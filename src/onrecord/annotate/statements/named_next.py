"""Who a description brings in and the next sentence names: "said a former harbour chief. Ada Osk, who ..."."""

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.entities.lexicon import described
from onrecord.annotate.entities.places import demonym_country
from onrecord.annotate.statements.heard import Speaker
from onrecord.annotate.statements.lexicon import listed
from onrecord.model import Mention

_OPENING = 2  # sentences of a report in which somebody is so brought in
_BEFORE_NAME = 1  # tokens that may stand before the name and its printed role
_ONCE = frozenset({"former", "ex", "retired", "then"})


def named_next(draft: Draft, title: Token) -> Speaker | None:
    """Return the person whom the next sentence opens with, in an office that the description is another word for.

    "A former harbour chief" may be "Former Director of Lund Harbour Ada Osk": both lead, both did so once, and the
    harbour is in both. A reader takes it so only at a report's start, where a description keeps the name for later.
    """
    if title.tag_ != "NN" or not any(c.lower_ in ("a", "an") for c in title.lefts) or _number(title) >= _OPENING:
        return None
    named = _first_of_next(draft, title)
    if named is None or named.role is None:
        return None
    told = {t.lemma_.lower() for t in title.lefts if t.pos_ in ("NOUN", "PROPN", "ADJ") and not demonym_country(t.text)}
    role = [word.strip(".,").lower() for word in named.role.split()]
    once = bool(told & _ONCE) == bool(_ONCE & set(role))
    shared = (told - described("plain modifier") - _ONCE) & set(role)
    alike = title.lemma_.lower() in role or (title.lemma_.lower() in listed("heads") and listed("heads") & set(role))
    return Speaker(named.name, "person", named.entity) if once and shared and alike else None


def _number(token: Token) -> int:
    """Return which sentence with words of its report a token stands in, from 0, counted no further than asked for."""
    sentences = (s for s in token.doc.sents if any(t.is_alpha for t in s))
    return next((n for n, s in zip(range(_OPENING + 1), sentences, strict=False) if s.end > token.i), _OPENING)


def _first_of_next(draft: Draft, title: Token) -> Mention | None:
    """Return the person not named before whose name or role opens the sentence behind the description's."""
    end = title.sent.end_char
    behind = [m for m in draft.mentions if m.span.start >= end and m.form == "name" and m.kind == "person"]
    found = min(behind, key=lambda m: m.span, default=None)
    if found is None or any(m.entity == found.entity and m.span.start < end for m in draft.mentions):
        return None
    words = draft.doc.char_span(found.span.start, found.span.end, alignment_mode="expand")
    role = len((found.role or "").split())
    start = next((t.i for t in title.doc[title.sent.end : title.sent.end + 3] if t.is_alpha), None)
    if words is None or start is None or words.start - start > role + _BEFORE_NAME:
        return None
    return found
