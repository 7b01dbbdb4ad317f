"""Numbers that a sentence gives as the number of its subject: "the death toll rose to 14", "turnout was 61 percent"."""

from functools import lru_cache

from spacy.tokens import Token

from onrecord.annotate.facts.words import canonical
from onrecord.annotate.syntax import child, is_verb
from onrecord.data_files import lists

_TO = frozenset({"to", "at"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = ("nsubj", "nsubjpass")
_STATED = ("attr", "dobj", "npadvmod", "acomp")


@lru_cache(maxsize=1)
def _list(name: str) -> frozenset[str]:
    return lists(__package__, "tolls.tsv")[name]


def measured_by(number: Token) -> Token | None:
    """Return the noun whose number or size a number gives, None where it gives none.

    "Turnout" of "turnout was 61 percent" and "turnout rose to 61 percent", "toll" of "put the toll at 14".
    """
    verb = _stating(number)
    if verb is None:
        return None
    subject = child(verb, *_SUBJECTS)
    changed = child(verb, "dobj")
    found = changed if changed is not None and changed.lemma_ in _list("numbers") else subject
    return found if found is not None and found.pos_ in _NOUNS and found != number else None


def _stating(number: Token) -> Token | None:
    """Return the verb that states a number: "was 61", "stands at 61", "rose to 61", "totalled 61"."""
    token = number
    while token.dep_ in ("nummod", "compound", "quantmod", "nmod") and token.head.i > token.i:
        token = token.head
    above = token.head
    if token.dep_ in _STATED and above.lemma_ in _list("stating") and is_verb(above):
        return above
    if token.dep_ != "pobj" or above.lower_ not in _TO:
        return None
    verb = above.head
    while verb.dep_ in ("advmod", "prt", "prep") and not is_verb(verb):  # "has gone up to 130"
        verb = verb.head
    if is_verb(verb) and verb.lemma_ in _list("changing"):
        return verb
    return _over_toll(verb)


def put_at(number: Token) -> Token | None:
    """Return what somebody puts at a number: "crowd" of "put the crowd at 75,000"."""
    above = number.head
    if number.dep_ != "pobj" or above.lower_ != "at":
        return None
    thing = above.head if above.head.pos_ in _NOUNS else child(above.head, "dobj", "nsubjpass")
    verb = thing.head if thing is not None else number
    return thing if verb.lemma_ in _list("putting") and verb.pos_ == "VERB" else None


def _over_toll(token: Token) -> Token | None:
    """Return the verb above the number noun that a phrase was hung below: "bringing the number of people killed to"."""
    toll = next((t for t in (token, *token.ancestors) if is_toll(t)), None)
    return toll.head if toll is not None and toll.head.lemma_ in _list("changing") else None


def is_change(token: Token) -> bool:
    """Whether a verb or noun tells that a number became another: "rose", "an increase"."""
    return token.lemma_.lower() in _list("changing") or canonical(token.lemma_) in ("rise", "fall")


def is_toll(noun: Token) -> bool:
    """Whether a noun stands for the number of something: "toll", "number", "tally"."""
    return noun.pos_ in _NOUNS and noun.lemma_.lower() in _list("numbers")


def counted_in(toll: Token) -> tuple[Token, Token | None]:
    """Return what a number noun is the number of, and what is said of them: "people", "killed"; "toll", "death"."""
    of = next((c for c in toll.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    counted = child(of, "pobj", "amod") if of is not None else None
    if counted is None:
        return toll, child(toll, "compound", "amod", "nmod") or toll
    clause = child(counted, "acl", "relcl")
    return counted, clause if clause is not None else child(counted, "amod")
