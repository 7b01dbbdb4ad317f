"""In which words something is undertaken: "vowed to leave", "his promise to pay", "said she would mend it"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from onrecord.annotate import syntax
from onrecord.annotate.events.lexicon import lexicon
from onrecord.data_files import lists

Kind = Literal["vow", "consent", "plan", "will"]
AHEAD = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_WOULD = frozenset({"would", "'d", "’d"})
_BE = frozenset({"be"})
_PARTS = ("dobj", "nsubjpass")


def listed(name: str) -> frozenset[str]:
    """Return one list of `words.tsv`."""
    return lists(__package__, "words.tsv")[name]


@dataclass(frozen=True, slots=True)
class Form:
    """A way in which an undertaking is worded.

    kind   vow: somebody gives their word; consent: they agree, offer or decide; plan: they only plan; will: they will
    giver  the word by which it is given, "vowed"; for "will" the deed itself
    deed   the verb, or the thing promised ("a pardon")
    would  whether its modal is "would", as others report it
    """

    kind: Kind
    giver: Token
    deed: Token
    would: bool = False


def find_forms(doc: Doc) -> Iterator[Form]:
    """Yield the wordings of undertakings in a text, in the order of the words that give them."""
    for token in doc:
        if syntax.is_verb(token):
            yield from _given_by(token)
            if (top := _bound(token)) is not None:
                yield Form("will", top, _deed(token), would=_is_would(top))
        elif token.pos_ == "NOUN" and token.lemma_.lower() in listed("vow-nouns"):
            yield from (Form("vow", token, c) for c in token.children if _is_what_is_vowed(c))


def _is_what_is_vowed(clause: Token) -> bool:
    """Whether an infinitive tells what a vow is of: not "promises of aid to help them rebuild"."""
    of = any(c.dep_ == "prep" and c.lower_ == "of" and c.i < clause.i for c in clause.head.children)
    return _is_to_do(clause) and clause.dep_ in ("acl", "relcl") and not of


def _given_by(verb: Token) -> Iterator[Form]:
    """Yield what a verb of undertaking has for its complements."""
    lemma = verb.lemma_.lower()
    kind: Kind | None = (
        "vow" if lemma in listed("vowing") else "consent" if lemma in listed("consenting") else
        "plan" if lemma in listed("planning") else None
    )  # fmt: skip
    if kind is None:
        return
    if kind != "vow" and syntax.child(verb, "dobj") is not None:
        return  # "plans more flights to lure visitors"
    clauses = [c for c in verb.children if _is_to_do(c) or (kind != "plan" and _is_to_come(c))]
    yield from (Form(kind, verb, clause) for clause in clauses)
    if lemma in listed("pledging") and not clauses:
        sure = any(c.lower_ in ("'s", "’s") for c in verb.children if c.dep_ in ("aux", "auxpass"))  # "he's guaranteed"
        yield from (Form(kind, verb, c) for c in verb.children if not sure and c.dep_ in _PARTS and _is_thing(c))


def _is_thing(noun: Token) -> bool:
    """Whether a noun names what is promised, and not to whom."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() not in lexicon().classes["person"]


def _is_to_do(clause: Token) -> bool:
    """Whether it is an infinitive with "to"."""
    return clause.dep_ in ("xcomp", "ccomp", "acl", "relcl") and clause.tag_ == "VB" and syntax.has_to(clause)


def _is_to_come(clause: Token) -> bool:
    """Whether it is a clause of what will be, or would be."""
    helpers = {c.lower_ for c in clause.children if c.dep_ == "aux"}
    return clause.dep_ == "ccomp" and bool(helpers & (AHEAD | _WOULD))


def _bound(verb: Token) -> Token | None:
    """Return the head of a clause by which one is bound to do what the verb says, None without one.

    It is the verb itself after "will" or "would", else "going" or "glad" above it. Who is only ready or willing to do
    it has not said that they will.
    """
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD"}
    if helpers & (AHEAD | _WOULD) and verb.tag_ in ("VB", "VBG"):
        return verb
    above = verb.head
    if verb.dep_ == "xcomp" and syntax.has_to(verb):
        if (
            above.lower_ == "going"
            and _is_right_behind(verb, above)
            and any(c.lemma_ == "be" for c in above.children if c.dep_ == "aux")
        ):
            return above
        if above.lemma_.lower() in listed("offering") and _is_to_be(above.head):
            return above.head
    return None


def _is_to_be(verb: Token) -> bool:
    """Whether it is "will be": who will be glad to help offers to, who is glad to help does already."""
    return verb.lemma_ in _BE and any(c.dep_ == "aux" and c.lower_ in AHEAD for c in verb.children)


def _is_right_behind(verb: Token, going: Token) -> bool:
    """Whether "to" stands right behind "going": not "going into town to see"."""
    return any(c.lower_ == "to" and c.i == going.i + 1 for c in verb.children)


def _deed(verb: Token) -> Token:
    """Return what is done where a verb only says that it goes on: "will continue to pay"."""
    below = syntax.child(verb, "xcomp") if verb.lemma_.lower() in listed("aspects") else None
    return verb if below is None else below


def _is_would(top: Token) -> bool:
    return any(c.lower_ in _WOULD for c in top.children if c.dep_ == "aux")
