"""What the words beside a person's name say of the person: "Russian President", "former campaign manager"."""

from spacy.tokens import Doc, Token

from onrecord.annotate.entities.lexicon import lexicon
from onrecord.annotate.entities.names import Name

_WITHIN = frozenset({"PROPN", "NOUN", "ADJ", "NUM"})
_LINKS = frozenset({"-", "/", "&"})
_MAX_WORDS = 10


def is_role_noun(token: Token) -> bool:
    """Whether the word names a role that a person holds or plays."""
    lex = lexicon()
    return lex.nouns.get(token.lemma_.lower()) == "person" or token.lower_ in lex.ranks


def _goes_on(doc: Doc, at: int, taken: set[int]) -> bool:
    token = doc[at]
    if at in taken or token.is_sent_end or token.tag_ == "POS":
        return False
    if token.text in _LINKS:
        return not token.whitespace_ and not doc[at - 1].whitespace_
    if token.lower_ == "of":
        return at > 0 and is_role_noun(doc[at - 1]) and at + 1 < len(doc) and at + 1 not in taken
    if token.lower_ == "the":
        return at > 1 and doc[at - 1].lower_ == "of" and is_role_noun(doc[at - 2])
    return token.pos_ in _WITHIN or token.lower_ in ("then", "former", "ex", "acting")


def role_start(doc: Doc, name: Name, persons: set[int]) -> int:
    """Return where the role before a person's name starts; the name's own start when there is none.

    persons  token indexes of the names of persons, which a role never runs into
    """
    at = name.start
    while at > 0 and name.start - at < _MAX_WORDS and _goes_on(doc, at - 1, persons) and not doc[at].is_sent_start:
        at -= 1
    while at < name.start and (doc[at].text in _LINKS or doc[at].pos_ == "NUM"):
        at += 1
    return at if any(is_role_noun(t) for t in doc[at : name.start]) else name.start


def role_before(doc: Doc, name: Name, persons: set[int]) -> str | None:
    """Return the role printed before a person's name, without articles and honorifics.

    A bare "Mr" is no role.
    """
    start = role_start(doc, name, persons)
    honorifics = lexicon().honorifics - lexicon().ranks
    words = [t for t in doc[start : name.start] if t.lower_ not in honorifics and not t.is_space]
    return doc[words[0].i : words[-1].i + 1].text if words and any(is_role_noun(t) for t in words) else None
