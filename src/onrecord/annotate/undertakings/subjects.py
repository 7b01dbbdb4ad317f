"""Of what kind the subject of an undertaking is: one or several, all such, or somebody that another owns."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.events.lexicon import lexicon
from onrecord.annotate.undertakings.forms import listed

_BODIES = frozenset({"GPE", "ORG", "NORP", "LOC", "FAC", "DATE"})


def is_kind(subject: Token) -> bool:
    """Whether a plural without an article speaks of all such: "large firms will not join"."""
    bound = any(c.dep_ in ("det", "poss", "nummod", "compound") or c.ent_type_ for c in subject.children)
    return subject.tag_ == "NNS" and subject.lemma_.lower() != "police" and not bound


def are_several(tells: Token) -> bool:
    """Whether those who tell are more than one, so that "they" may be themselves."""
    subject = syntax.surface_subject(tells)
    return len(subject) > 1 or any(t.tag_ in ("NNS", "NNPS") or t.lower_ == "they" or t.conjuncts for t in subject)


def are_misread(giver: Token, doers: Sequence[Token]) -> bool:
    """Whether the parse takes a place for "who": "a leader in several towns who vowed to"."""
    subject = syntax.child(giver, "nsubj")
    personal = giver.dep_ == "relcl" and subject is not None and subject.lower_ == "who"
    lands = lexicon().classes["territory"]
    return personal and any(t.ent_type_ in ("GPE", "LOC") or t.lemma_.lower() in lands for t in doers)


def owners(noun: Token) -> list[Token]:
    """Return whose promise it is: "Roe's promise to", "made a promise to"."""
    if owner := syntax.child(noun, "poss"):
        return [owner]
    verb = noun.head
    made = noun.dep_ == "dobj" and verb.lemma_.lower() in listed("giving")
    return syntax.logical_subject(verb) if made else []


def is_somebodys(noun: Token) -> bool:
    """Whether somebody is told by whose they are: "Roe's lawyer"."""
    owner = syntax.child(noun, "poss")
    if owner is None:
        return False
    named = owner.pos_ == "PROPN" and owner.ent_type_ not in _BODIES
    return owner.ent_type_ == "PERSON" or owner.pos_ == "PRON" or named
