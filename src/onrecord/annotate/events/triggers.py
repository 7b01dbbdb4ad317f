"""Which words of a report carry a happening: verbs, event nouns, and event nouns under a verb that says no more."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.annotate.events import syntax
from onrecord.annotate.events.frames import Frame, reading
from onrecord.annotate.events.lexicon import Lexicon, Pattern, Patterns

# A light verb and its noun further apart than this many tokens are not shown as one trigger.
_TRIGGER_TOKENS = 6
_SKIPPED_VERBS = frozenset({"aux", "auxpass", "amod", "compound", "case", "mark"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A happening's words, from token `first` to token `last`, its frame and the pattern that reads it."""

    frame: Frame
    pattern: Pattern
    first: int
    last: int


def keys(token: Token) -> Iterator[str]:
    """Yield the lexicon keys a verb may stand under, the longest first: "call_off", "open_fire", "call"."""
    lemma = token.lemma_.lower()
    for c in token.children:
        if c.dep_ not in ("nsubj", "nsubjpass", "punct", "aux", "auxpass"):
            yield f"{lemma}_{c.lower_}"
    yield lemma


def _read(frame: Frame, patterns: Patterns, lemmas: Iterator[str], lexicon: Lexicon) -> Pattern | None:
    for lemma in lemmas:
        if lemma in patterns and (pattern := reading(frame, patterns[lemma], lexicon)):
            return pattern
    return None


def _carrier(noun: Token, lexicon: Lexicon) -> Token | None:
    """Return the verb that only carries the noun, None when the noun stands for itself."""
    top = noun.head if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" else noun
    verb = top.head
    if (
        top.dep_ == "pobj"
        and verb.lower_ in ("into", "in", "under", "on")
        and verb.head.lemma_ in ("enter", "take", "come")
    ):
        verb = verb.head
    elif top.dep_ not in ("dobj", "nsubjpass", "oprd"):
        return (verb if top.dep_ == "relcl" else None) or _relative_carrier(noun, lexicon)
    return verb if next((k for k in keys(verb) if k in lexicon.light), None) else None


def _relative_carrier(noun: Token, lexicon: Lexicon) -> Token | None:
    """Return the verb of a clause on the noun: "the attack launched by", "the talks that they held"."""
    for clause in noun.children:
        if clause.dep_ in ("relcl", "acl") and clause.lemma_ in lexicon.light and noun in syntax.logical_object(clause):
            return clause
    return None


def _noun(token: Token, lexicon: Lexicon) -> Trigger | None:
    carrier = _carrier(token, lexicon)
    way = "do"
    if carrier is not None:
        way = next((lexicon.light[k] for k in keys(carrier) if k in lexicon.light), "do")
    frame = Frame(token, carrier, way)
    pattern = _read(frame, lexicon.nouns, iter((token.lemma_.lower(),)), lexicon)
    if pattern is None:
        return None
    near = carrier is not None and abs(carrier.i - token.i) <= _TRIGGER_TOKENS and carrier.i < token.i
    return Trigger(frame, pattern, carrier.i if carrier is not None and near else token.i, token.i)


def _verb(token: Token, lexicon: Lexicon) -> Trigger | None:
    frame = Frame(token)
    pattern = _read(frame, lexicon.verbs, keys(token), lexicon)
    if pattern is None:
        return None
    particle = syntax.child(token, "prt")
    last = particle.i if particle is not None and particle.i == token.i + 1 else token.i
    return Trigger(frame, pattern, token.i, last)


def triggers(doc: Doc, lexicon: Lexicon) -> Iterator[Trigger]:
    """Yield verbs and event nouns in the order of the text.

    Of a light verb and its noun one is left: the verb where its reading asks for such an object, else the noun.
    """
    verbs = {t.i: found for t in doc if _may_be_verb(t) and (found := _verb(t, lexicon))}
    nouns = {t.i: found for t in doc if _may_be_noun(t) and (found := _noun(t, lexicon))}
    for i, found in list(nouns.items()):
        carrier = found.frame.light
        if carrier is not None and carrier.i in verbs:
            asked = any(test.slot == "obj" and not test.negated for test in verbs[carrier.i].pattern.tests)
            del (nouns if asked else verbs)[i if asked else carrier.i]
    for i in sorted(verbs.keys() | nouns.keys()):
        yield verbs[i] if i in verbs else nouns[i]


def _may_be_verb(token: Token) -> bool:
    return token.pos_ == "VERB" and token.dep_ not in _SKIPPED_VERBS


def _may_be_noun(token: Token) -> bool:
    if token.pos_ == "PROPN" and token.ent_type_ in ("DATE", "PERSON", "ORG", "GPE"):
        return False
    return token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "nmod")
