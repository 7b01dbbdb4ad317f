"""Tense and aspect of a clause, read from spaCy's morphology: which way a bare weekday or month points."""

from enum import Enum

from spacy.tokens import Token

from onrecord.annotate.syntax import is_verb
from onrecord.annotate.times.lexicon import listed

_MODALS = frozenset({"will", "wo", "'ll", "shall", "sha", "ll"})
_UNSURE = frozenset({"would", "could", "might", "'d"})
_FIRM = frozenset({"be", "go"})  # "is to meet", "is going to meet"
_PARTING = frozenset({"SCONJ", "PUNCT", "VERB", "AUX"})
_NONE = frozenset({"neither", "nobody", "none", "no"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


class Tense(Enum):
    """Where a clause places its happening against the moment of writing."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


def tense_of(token: Token) -> Tense:
    """Return the tense of the clause `token` stands in, going up to its finite verb."""
    verb = clause_verb(token)
    if verb is not None and _is_compared(token, verb):
        return Tense.PAST
    if verb is not None and is_due(token, verb):
        return Tense.FUTURE
    if verb is not None and verb.tag_ == "VB" and _is_aftermath(token, verb):
        return Tense.PRESENT
    return _verb_tense(verb) if verb is not None else Tense.UNKNOWN


def _is_aftermath(token: Token, verb: Token) -> bool:
    """Whether a day is of what has come of something: "ready to fight, with two deaths on Friday"."""
    will = any(child.tag_ == "MD" for child in verb.children)
    while token != verb and token.head != token:
        if token.lower_ == "with" and token.i > 0 and token.nbor(-1).text == ",":
            return not will
        token = token.head
    return False


_DUE = frozenset({"by", "before", "until", "till"})


def is_due(token: Token, verb: Token) -> bool:
    """Whether a date is the last day for what is promised or asked for: "promised an inquiry before May"."""
    if token.i < verb.i or verb.lemma_ not in listed("undertaking") | {"give", "demand", "order"}:
        return False
    if verb.lemma_ == "give":
        return any(t.lower_ in ("until", "till") for t in verb.doc[verb.i + 1 : token.i])
    return any(t.lower_ in _DUE and t.dep_ == "prep" for t in verb.doc[max(verb.i + 1, token.i - 4) : token.i])


def _is_supposed(verb: Token) -> bool:
    """Whether a clause names what would follow from it: "if she were to win in May, taxes would rise"."""
    if verb.dep_ != "advcl" or not any(child.dep_ == "mark" and child.lower_ == "if" for child in verb.children):
        return False
    words = {child.lower_ for part in (verb, verb.head) for child in part.children if child.dep_ in ("aux", "auxpass")}
    return bool(words & {"would", "could", "might", "'d"}) and not words & {"have", "had", "'ve"}


def _is_compared(token: Token, verb: Token) -> bool:
    """Whether a date is what something is held against: "will rise less than was forecast in July"."""
    while token != verb and token.head != token:
        if token.lower_ == "than" or any(child.lower_ == "than" and child.dep_ == "mark" for child in token.children):
            return True
        token = token.head
    return False


def clause_verb(token: Token) -> Token | None:
    """Return the verb of the clause that `token` is in, itself included; None in a clause without a verb."""
    while not is_verb(token) or _is_of_the_clock(token):
        if token.head == token:
            return None
        token = token.head
    return token.head if token.dep_ in ("aux", "auxpass") and is_verb(token.head) else token


def _is_of_the_clock(token: Token) -> bool:
    """Whether "am" stands behind an hour: "at 2.30 am on Wednesday"."""
    return token.lower_ in ("am", "a.m", "a.m.") and token.i > 0 and token.nbor(-1).text[:1].isdigit()


def is_firm(token: Token) -> bool:
    """Whether the clause says what will be: "will meet", "plans to meet", "opens"; not "would meet"."""
    verb = clause_verb(token)
    if verb is None:
        return False
    for part in (verb, verb.head) if verb.dep_ in ("xcomp", "conj") else (verb,):
        modal = {child.lower_ for child in part.children if child.tag_ == "MD"}
        if modal - _UNSURE or part.lemma_ in _FIRM or part.lemma_ in listed("timetable"):
            return True
        if part.lemma_ in listed("intending") | listed("undertaking"):
            return _verb_tense(part) is not Tense.PAST and not _was(part)  # not "prepared to speak", "was set to speak"
    return False


def is_outcome(noun: Token) -> bool:
    """Whether a noun is what has come about by its day: "her victories on Tuesday", not "a victory on Tuesday"."""
    definite = any(child.dep_ == "poss" or child.lower_ in ("the", "that", "this") for child in noun.children)
    return definite and noun.lemma_.lower() in listed("outcomes")


def _was(verb: Token) -> bool:
    return any(child.lower_ in ("was", "were") for child in verb.children)


def teller(token: Token) -> Token | None:
    """Return the verb that a date stands right behind where the parse hangs it on what was said.

    "said on Wednesday it had fired two missiles", not "said that on Wednesday it had".
    """
    clause = clause_verb(token)
    if clause is None or clause.dep_ != "ccomp" or clause.head.tag_ not in ("VBD", "VBN"):
        return None
    verb, doc = clause.head, token.doc
    start = min((child.left_edge.i for child in clause.children if child.dep_ in _SUBJECTS), default=clause.i)
    between = [part for part in doc[verb.i + 1 : token.i] if part.pos_ in _PARTING and part.tag_ != "HYPH"]
    return verb if verb.lemma_ in listed("telling") and verb.i < token.i < start and not between else None


def _verb_tense(verb: Token) -> Tense:
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    if words & _MODALS or _is_supposed(verb):
        return Tense.FUTURE
    if "could" in words and _denied(verb):
        return Tense.PAST
    if verb.lemma_ == "go" and verb.tag_ == "VBG" and any(c.dep_ == "xcomp" for c in verb.children):
        return Tense.FUTURE
    if verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in auxiliaries):
        return Tense.PAST
    if any(child.lemma_ == "have" for child in auxiliaries):
        return Tense.PAST
    return _without_past_form(verb, auxiliaries)


def _without_past_form(verb: Token, auxiliaries: list[Token]) -> Tense:
    led_by_to = any(child.tag_ == "TO" for child in auxiliaries)  # "to meet", "to be shown"
    if verb.dep_ == "xcomp" or (led_by_to and (verb.tag_ == "VB" or verb.tag_ == "VBN")):
        return _infinitive_tense(verb)
    if verb.lemma_ in listed("intending") and verb.tag_ == "VBN" and _leads_on(verb):
        return Tense.FUTURE
    if verb.tag_ in ("VBN", "VBG") and not auxiliaries and verb.head != verb:
        return Tense.PAST if verb.tag_ == "VBN" else tense_of(verb.head)
    if any(child.tag_ == "MD" for child in auxiliaries):
        return Tense.FUTURE
    if verb.tag_ in ("VB", "VBN", "VBG") and verb.dep_ == "conj" and is_verb(verb.head) and verb.head != verb:
        return _verb_tense(verb.head)  # "will land and return"
    if verb.tag_ in ("VBZ", "VBP") or any(child.tag_ in ("VBZ", "VBP") for child in auxiliaries):
        return Tense.FUTURE if verb.lemma_ in listed("intending") or _is_timetable(verb) else Tense.PRESENT
    return Tense.UNKNOWN


def _infinitive_tense(verb: Token) -> Tense:
    """ "plans to meet" points ahead; "managed to meet" is as past as its verb."""
    above = verb.head
    if above == verb:
        return Tense.FUTURE
    if above.lemma_ in listed("achieved") or above.lower_ in listed("ranks"):
        return tense_of(above)
    if above.lemma_ in listed("undertaking"):
        return Tense.FUTURE
    if above.lemma_ in listed("intending"):
        over = above.head.lower_ == "been" or any(child.lower_ == "been" for child in above.children)
        return Tense.PAST if over else Tense.FUTURE
    if is_verb(above):
        outer = _verb_tense(above)
        return Tense.FUTURE if outer is Tense.PRESENT else outer
    return Tense.FUTURE


def _denied(verb: Token) -> bool:
    """Whether a clause says that something was not: "could not be reached", "neither could be found"."""
    return any(
        child.dep_ == "neg" or (child.dep_ in ("nsubj", "nsubjpass", "preconj") and _NONE & _words(child))
        for child in verb.children
    )


def _words(phrase: Token) -> set[str]:
    return {token.lower_ for token in phrase.subtree}


def _is_timetable(verb: Token) -> bool:
    if verb.lemma_ in listed("timetable") and verb.tag_ in ("VBZ", "VBP"):
        return True
    if verb.lemma_ == "take":
        return any(child.dep_ == "dobj" and child.lower_ in ("place", "effect") for child in verb.children)
    behind = [c.lower_ for p in verb.children if p.lower_ in ("into", "on") for c in p.children if c.dep_ == "pobj"]
    return verb.lemma_ in ("come", "go") and bool(listed("coming into") & set(behind))


def _leads_on(verb: Token) -> bool:
    """Whether "set", "planned" and their like say what is to come: "set for April", "scheduled to open"."""
    if any(child.lower_ == "been" for child in verb.children):
        return False
    return any(child.lower_ == "for" or child.dep_ == "xcomp" for child in verb.children)
