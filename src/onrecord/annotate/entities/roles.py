"""What the words beside a person's name say of the person: "Russian President", "former campaign manager"."""

from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Doc, Token

from onrecord.annotate.entities.lexicon import lexicon
from onrecord.annotate.entities.names import Name
from onrecord.annotate.entities.places import country_of

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
        return at > 0 and is_role_noun(doc[at - 1]) and not _holds_role(doc, at + 1, taken)
    if token.lower_ == "the":
        return at > 1 and doc[at - 1].lower_ == "of" and is_role_noun(doc[at - 2])
    return token.pos_ in _WITHIN or token.lower_ in ("then", "former", "ex", "acting")


def _holds_role(doc: Doc, at: int, taken: set[int]) -> bool:
    """Whether a name or another role stands right behind an "of": "members of President Berg's party"."""
    ahead = doc[at : at + _MAX_WORDS]
    words = next((doc[at : t.i] for t in ahead if t.i in taken), doc[at:at])
    return not words or any(t.lower_ in lexicon().ranks for t in words)


@lru_cache(maxsize=16_384)
def role_words(phrase: str) -> frozenset[str]:
    """Return the nouns for people in the phrase, those of two words whole.

    >>> sorted(role_words("former vice president and lawyer"))
    ['lawyer', 'vice president']
    """
    lex = lexicon()
    words = [w.strip(".,") for w in phrase.lower().split()]
    whole = {pair for a, b in pairwise(words) if lex.nouns.get(pair := f"{a} {b}") == "person" or pair in lex.ranks}
    parts = {word for pair in whole for word in pair.split()}
    single = {w for w in words if w not in parts and (lex.nouns.get(w) == "person" or w in lex.ranks)}
    return frozenset(whole | single)


def role_country(doc: Doc, role: str, start: int) -> str | None:
    """Return the country that a role names or belongs to: "Kenyan", "Kenya's President"."""
    before = doc[start - 2].text if start > 1 and doc[start - 1].tag_ == "POS" else ""
    words = [w for w in (*role.split(), before) if w[:1].isupper()]
    return next((c for w in words if (c := country_of(w))), None)


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
