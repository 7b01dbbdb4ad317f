"""Which words of a report carry a happening: verbs, event nouns, and event nouns under a verb that says no more."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.annotate import syntax
from onrecord.annotate.events.frames import Frame, reading
from onrecord.annotate.events.lexicon import Pattern, Patterns, lexicon
from onrecord.annotate.verb_forms import verb_forms

# A light verb and its noun further apart than this many tokens are not shown as one trigger.
_TRIGGER_TOKENS = 6
_SKIPPED_VERBS = frozenset({"aux", "auxpass", "amod", "compound", "case", "mark"})


_NAMES = frozenset({"DATE", "PERSON", "GPE", "NORP", "FAC", "LOC"})
# Words of doubt before a person report nothing.
_DOUBTS = frozenset({"allege", "suspect"})
_CONTENT = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
# Verbs that a preposition gives another meaning; of others "take in Rome" is not to take in.
_WITH_PREPOSITION = frozenset(
    {"appeal", "argue", "ask", "beg", "call", "clamor", "clamour", "lobby", "look", "plead", "press", "push", "write"}
)
_PARTICLES = frozenset({"out", "off", "up", "down", "away", "back"})
_INTO = frozenset({"into", "in", "under", "on"})
_ENTERING = frozenset({"enter", "take", "come", "be", "remain", "stay", "keep", "get"})
# What a participle before a person reports as done to that person; "the elected president" reports no election.
_DONE_TO_PEOPLE = frozenset({"ASSAULT", "COERCE", "INJURY", "DISMISS", "ACCUSE", "DEATH"})
_SPEAKING = frozenset({"i", "we"})
_UNDERTAKING = frozenset({"to", "on"})
OTHER_VERB = Pattern("OTHER", "", (), ("subj",), ("obj",))
_OTHER_NOUN = Pattern("OTHER", "", (), ("by", "poss", "mod"), ("of",))


@dataclass(frozen=True, slots=True)
class Trigger:
    """A happening's words, from token `first` to token `last`, its frame and the pattern that reads it."""

    frame: Frame
    pattern: Pattern
    first: int
    last: int


def keys(token: Token) -> Iterator[str]:
    """Yield the lexicon keys a verb may stand under, the longest first: "open_fire", "open".

    With a particle only the whole counts: "blast off" is not to blast.
    """
    lemma = token.lemma_.lower()
    phrasal = False
    for c in token.children:
        phrasal = phrasal or c.dep_ == "prt"
        if c.dep_ == "prep" and lemma not in _WITH_PREPOSITION and c.lower_ not in _PARTICLES:
            continue
        if c.i > token.i and c.dep_ not in ("nsubj", "nsubjpass", "punct", "aux", "auxpass"):
            yield f"{lemma}_{c.lower_}"
    if not phrasal:
        yield lemma


def _read(frame: Frame, patterns: Patterns, lemmas: Iterator[str]) -> Pattern | None:
    for lemma in lemmas:
        if lemma in patterns and (pattern := reading(frame, patterns[lemma])):
            return pattern
    return None


def _carrier(noun: Token) -> Token | None:
    """Return the verb that only carries the noun, None when the noun stands for itself."""
    top = noun.head if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" else noun
    verb = top.head
    if top.dep_ == "pobj" and verb.lower_ in _INTO and verb.head.lemma_ in _ENTERING:
        return verb.head
    if top.dep_ in ("dobj", "nsubjpass", "oprd") and any(k in lexicon().light for k in keys(verb)):
        return verb
    return _relative_carrier(noun)


def _relative_carrier(noun: Token) -> Token | None:
    """Return the verb of a clause on the noun: "the attack launched by", "the talks that they held"."""
    for clause in noun.children:
        if (
            clause.dep_ in ("relcl", "acl")
            and clause.lemma_ in lexicon().light
            and noun in syntax.logical_object(clause)
        ):
            return clause
    return None


def _noun_keys(token: Token) -> list[str]:
    """Return the lexicon keys a noun may stand under: "cease-fire" before "fire"."""
    lemma = token.lemma_.lower()
    hyphened = token.i > 1 and token.nbor(-1).text == "-"
    return [f"{token.nbor(-2).lower_}-{lemma}", lemma] if hyphened else [lemma]


def _noun(token: Token) -> Trigger | None:
    names = [key for key in _noun_keys(token) if key in lexicon().nouns]
    if not names:
        return None
    carrier = _carrier(token)
    frame = Frame(token, carrier, _way(token, carrier))
    pattern = _read(frame, lexicon().nouns, iter(names))
    if pattern is None or (token.pos_ == "ADJ") is not ("holder" in pattern.actor):
        return None
    near = carrier is not None and 0 < token.i - carrier.i <= _TRIGGER_TOKENS
    return Trigger(frame, pattern, carrier.i if carrier is not None and near else token.i, token.i)


def _way(noun: Token, carrier: Token | None) -> str:
    """Return "get" where the verb's subject undergoes what the noun says: "received a visit", "is under arrest"."""
    if carrier is None:
        return "do"
    if noun.dep_ == "pobj" and noun.head.lower_ == "under":
        return "get"
    return next((lexicon().light[k] for k in keys(carrier) if k in lexicon().light), "do")


def _last(frame: Frame, pattern: Pattern) -> int:
    """Return the last token of a verb's words, with its particle ("call off") or predicate ("found guilty")."""
    token = frame.head
    asked = any(test.slot == "pred" and test.lemmas for test in pattern.tests)
    close = [c.i for c in token.children if c.dep_ == "prt"] + [c.i for c in frame.slot("pred") if asked]
    return max((i for i in close if token.i < i <= token.i + 3), default=token.i)


def _verb(token: Token) -> Trigger | None:
    if token.lemma_.lower() not in lexicon().verb_lemmas:
        return None
    frame = Frame(token)
    pattern = _read(frame, lexicon().verbs, keys(token))
    if pattern is None:
        return None
    return Trigger(frame, pattern, token.i, _last(frame, pattern))


def _lemma(token: Token) -> str:
    """Return the lower-case lemma; the parser leaves names in the plural ("Awards")."""
    lemma = token.lemma_.lower()
    return lemma[:-1] if token.tag_ == "NNPS" and lemma.endswith("s") else lemma


def _plain(token: Token) -> Trigger | None:
    """Return a happening that the lexicon gives no type: any verb but the still ones, a noun of happening."""
    lemma = _lemma(token)
    if token.pos_ == "VERB" and _may_be_verb(token) and lemma not in lexicon().plain["still-verbs"] and len(lemma) > 1:
        return Trigger(Frame(token), OTHER_VERB, token.i, token.i)
    if token.pos_ == "ADJ":
        return None
    named = token.ent_type_ == "EVENT" and token.head.ent_type_ != "EVENT"
    if named or (_may_be_noun(token) and lemma in lexicon().plain["happenings"]) or _crime(token):
        return Trigger(Frame(token), _OTHER_NOUN, token.i, token.i)
    return None


def _crime(token: Token) -> bool:
    """Whether a modifier names the happening that a step of the law is about: "murder trial"."""
    if token.dep_ not in ("compound", "nmod") or token.lower_ not in lexicon().plain["crimes"]:
        return False
    return token.head.lemma_.lower() in lexicon().plain["legal-nouns"]


def triggers(doc: Doc) -> Iterator[Trigger]:
    """Yield verbs and event nouns in the order of the text.

    Of a light verb and its noun one is left: the verb where its reading asks for such an object, else the noun.
    """
    content = [t for t in doc if t.pos_ in _CONTENT]
    verbs = {t.i: found for t in content if _may_be_verb(t) and (found := _verb(t))}
    nouns = {t.i: found for t in content if _may_be_noun(t) and (found := _noun(t))}
    for i, found in list(nouns.items()):
        carrier = found.frame.light
        if carrier is not None and carrier.i in verbs:
            asked = any(test.slot == "obj" and not test.negated for test in verbs[carrier.i].pattern.tests)
            del (nouns if asked else verbs)[i if asked else carrier.i]
    carried = {found.frame.light.i for found in nouns.values() if found.frame.light is not None}
    for token in content:
        if token.i in carried and token.i not in verbs:
            continue
        found = verbs.get(token.i) or nouns.get(token.i) or _plain(token) or _attributive(token)
        if found is not None:
            yield found


def _attributive(token: Token) -> Trigger | None:
    """Return what a participle before a person says was done to them: "the kidnapped teacher"."""
    if token.dep_ != "amod" or token.i > token.head.i or not _is_person(token.head):
        return None
    verb = _participle(token)
    if verb is None or verb in _DOUBTS:
        return None
    frame = Frame(token, _filled={"subj": [], "obj": [token.head], "passive": [token]})
    pattern = reading(frame, lexicon().verbs[verb])
    if pattern is None or pattern.type not in _DONE_TO_PEOPLE:
        return None
    return Trigger(frame, pattern, token.i, token.i)


def _participle(token: Token) -> str | None:
    """Return the verb of a past participle, which taggers often take for an adjective."""
    if token.tag_ == "VBN":
        return token.lemma_ if token.lemma_ in lexicon().verbs else None
    if token.tag_ != "JJ" or not token.lower_.endswith("ed"):
        return None
    return next((verb for verb, _ in verb_forms(token.lower_) if verb in lexicon().verbs), None)


def _is_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or token.lemma_.lower() in lexicon().classes["person"]


def _may_be_verb(token: Token) -> bool:
    """Whether the token may carry a happening as a verb does; "willing to leave" counts, "planned visit" does not."""
    if token.pos_ == "ADJ":
        return token.dep_ in ("acomp", "attr", "oprd") and syntax.child(token, "xcomp") is not None
    return token.pos_ == "VERB" and token.dep_ not in _SKIPPED_VERBS and not _is_opinion(token)


def _is_opinion(token: Token) -> bool:
    """Whether somebody only is of a mind: "I agree with her", unlike "we agree to pay"."""
    if token.tag_ != "VBP" or token.lemma_ not in lexicon().plain["opinions"]:
        return False
    speaking = any(c.dep_ == "nsubj" and c.lower_ in _SPEAKING for c in token.children)
    return speaking and not any(c.dep_ == "xcomp" or c.lower_ in _UNDERTAKING for c in token.children)


def _may_be_noun(token: Token) -> bool:
    if token.pos_ == "PROPN" and token.ent_type_ in _NAMES:
        return False
    # "makes first flight April 27": the date of a headline without a mark before it is taken for the noun's head.
    inner = token.dep_ in ("compound", "nmod") and token.head.ent_type_ != "DATE"
    return token.pos_ in _NOMINAL and not inner
