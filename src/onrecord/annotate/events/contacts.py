"""Whether a word of contact tells of two sides in touch.

The lexicon says which words may tell of a contact; what else stands in the sentence can make them something else:
a name-calling, an audience, a press conference, or what the sides met for.
"""

from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.events.lexicon import lexicon
from onrecord.annotate.events.parties import Parties
from onrecord.annotate.events.triggers import Trigger
from onrecord.data_files import lists
from onrecord.model import Role

_AT = frozenset({"at", "in", "during", "after", "following", "before"})
_DASHES = frozenset({"--", "–", "—", "-", ","})
_FINITE = frozenset({"MD", "VBD", "VBZ", "VBP"})
_SET_OFF_WITHIN = 6
_QUOTES = frozenset(('"', "“", "”", "‘", "''", "``"))


def _listed(name: str) -> frozenset[str]:
    return lists(__package__, "contacts.tsv")[name]


def judged(trigger: Trigger, recipient: frozenset[str]) -> Trigger:
    """Return the trigger, without a type where it reads as a contact and tells of none.

    recipient  the names of those whom the actor is not one of
    """
    if trigger.pattern.type != "CONSULT" or is_contact(trigger, recipient):
        return trigger
    return replace(trigger, pattern=replace(trigger.pattern, type="OTHER", mode=""))


def is_contact(trigger: Trigger, recipient: frozenset[str]) -> bool:
    """Whether the words tell of somebody in touch with somebody."""
    head = trigger.frame.head
    if any(_before_public(noun) for noun in (head, *trigger.frame.slot("obj"))):
        return False
    if _is_manner(trigger) or _is_of_lines(head):
        return False
    if trigger.pattern.mode == "third-party":
        return len(recipient) != 1  # a broker's word with one side is no talks of two
    check = _CHECKS | dict.fromkeys(_listed("travelling"), _is_away)
    return head.lemma_ not in check or not syntax.is_verb(head) or check[head.lemma_](trigger)


def _is_manner(trigger: Trigger) -> bool:
    """Whether "talk" is only how somebody speaks: "the tough talk by Roe"; with somebody it is a talk."""
    noun = trigger.frame.head
    if syntax.is_verb(noun) or noun.tag_ != "NN" or noun.lemma_ not in _listed("sayings") or trigger.frame.light:
        return False
    return not any(c.lower_ in ("with", "between", "to") for c in noun.children if c.dep_ == "prep")


def _is_of_lines(noun: Token) -> bool:
    """Whether it is what cables and masts carry: "phone communications", "communications between two islands"."""
    if noun.lemma_ != "communication":
        return False
    sides = [t for prep in noun.children if prep.dep_ == "prep" for p in prep.children for t in (p, *p.conjuncts)]
    lands = lexicon().classes["territory"]
    places = bool(sides) and all(t.ent_type_ in ("GPE", "LOC") or t.lemma_.lower() in lands for t in sides)
    return any(c.dep_ in ("compound", "nmod") for c in noun.children) or (places and noun.tag_ == "NNS")


def _is_away(trigger: Trigger) -> bool:
    """Whether somebody goes elsewhere than home."""
    return not any(c.lower_ in ("home", "back") for c in trigger.frame.head.children)


def _before_public(noun: Token) -> bool:
    """Whether it is for the press or for all: "news conference", "town hall meeting", "open letter"."""
    if noun.lemma_ == "letter" and any(t.lower_ == "open" or t.lemma_ in ("post", "publish") for t in noun.children):
        return True
    return any(
        t.lower_ in lexicon().plain["public-gatherings"] for t in noun.lefts if t.dep_ in ("compound", "amod", "nmod")
    )


def caller(trigger: Trigger, recipient: tuple[Role, ...], parties: Parties) -> tuple[Role, ...]:
    """Return who was at a contact whose words name only the other side: "After talks with Ada, Bran said ...".

    It is the subject of the clause that the contact's "after", "at" or "during" opens.
    """
    noun = trigger.frame.head
    if trigger.pattern.type != "CONSULT" or not recipient or noun.dep_ != "pobj":
        return ()
    verb = noun.head.head
    if noun.head.lower_ not in _AT and (noun.head.lower_ != "for" or verb.lemma_ not in _listed("attending")):
        return ()
    names = {role.name for role in recipient}
    found = parties.roles(syntax.logical_subject(verb)) if syntax.is_verb(verb) and not syntax.is_passive(verb) else ()
    return tuple(r for r in found if r.name not in names and parties.acts(r))


def _has_subject(trigger: Trigger) -> bool:
    """ "She was briefed" leaves open by whom."""
    return bool(trigger.frame.slot("subj"))


def _with_others(trigger: Trigger) -> bool:
    """Whether two who negotiate do it with each other: what one gets from a third, they want together."""
    head = trigger.frame.head
    got = any(t.lemma_ in _listed("gotten") for t in trigger.frame.slot("obj"))
    return not got or any(c.dep_ == "prep" and c.lower_ == "with" for c in head.children)


def is_of_topic(trigger: Trigger, word: Token) -> bool:
    """Whether a word stands in what a contact is about: "talked about the visit in June"."""
    path = [word, *word.ancestors]
    return any(t.lower_ in ("about", "regarding", "concerning") and t.head == trigger.frame.head for t in path)


def _to_few(trigger: Trigger) -> bool:
    """Whether it is no speech at a rally, and no word on condition of anonymity."""
    places = [p.lemma_.lower() for prep in trigger.frame.head.children if prep.dep_ == "prep" for p in prep.children]
    spoken_to = trigger.frame.slot("to") if trigger.frame.head.lemma_ == "speak" else ()
    if any(t.lower_ in lexicon().plain["societies"] for t in spoken_to):
        return False
    inner = [t.lemma_.lower() for t in spoken_to if t.pos_ == "NOUN"]
    inner += [p.lemma_.lower() for t in trigger.frame.slot("to") for prep in t.children for p in prep.children]
    if "voice" in places:
        return False  # "speak with one voice"
    past = any(_is_past_each_other(prep) for prep in trigger.frame.head.children)
    return not past and not {*places, *inner} & (lexicon().plain["audiences"] | {"condition", "anonymity"})


def _is_past_each_other(prep: Token) -> bool:
    """Whether two only interrupt or miss each other: "talked past each other", "over each other"; not "over lunch"."""
    return prep.lower_ == "past" or (prep.lower_ == "over" and any(c.lemma_ == "other" for c in prep.children))


def _writes_to(trigger: Trigger) -> bool:
    """Whether what was written went to somebody: "to" hangs on the verb or on the letter, not further down."""
    head = trigger.frame.head
    letters = [t for t in trigger.frame.slot("obj") if t.lemma_ in ("letter", "note", "message", "email", "e-mail")]
    return any(c.lower_ == "to" and c.dep_ in ("prep", "dative") for t in (head, *letters) for c in t.children)


def _rings(trigger: Trigger) -> bool:
    """Whether "call" is to phone: nobody is given a name ("what guards call the cage", 'called him "a friend"')."""
    head = trigger.frame.head
    if trigger.pattern.mode != "phone":
        return True
    if any(c.dep_ in ("prt", "advmod") and c.lower_ in _listed("no-ringing") for c in head.children):
        return False
    if any(c.lower_ in ("what", "as") for c in head.children) or _named_in_clause(head) or _by_name(head):
        return False
    passive = syntax.is_passive(head) or (head.tag_ == "VBN" and head.dep_ == "acl")
    if passive and syntax.child(head, "agent") is None:
        return False  # "a prison called Lun Hall", "the crews were called to the dam"
    objects = [c for c in head.children if c.dep_ == "dobj"]
    return len(objects) < 2 and not any(_runs_on(t) or _is_described_twice(t) or _holds_things(t) for t in objects)


def _by_name(verb: Token) -> bool:
    """Whether somebody is called "by another name"."""
    return any(t.lemma_ == "name" for by in verb.children if by.lower_ == "by" for t in by.children)


def _is_described_twice(noun: Token) -> bool:
    """Whether what somebody is called stands behind what they are: "called Roe, a former judge, a great friend"."""
    said = (t for t in noun.subtree if t.dep_ == "appos" and any(c.lower_ in ("a", "an") for c in t.children))
    return len(list(said)) > 1


def _holds_things(noun: Token) -> bool:
    """Whether something else than people is called along with them: "called Lun and Kell games"."""
    kept = lexicon().classes["person"] | lexicon().classes["body"]
    return any(t.pos_ == "NOUN" and t.lemma_.lower() not in kept for t in noun.conjuncts)


def _named_in_clause(verb: Token) -> bool:
    """Whether a clause about somebody has a subject of its own: "those it called terrorists"."""
    subject = syntax.child(verb, "nsubj")
    return verb.dep_ in ("relcl", "pcomp") and subject is not None and subject.lower_ not in syntax.RELATIVE


def _runs_on(noun: Token) -> bool:
    """Whether a quotation mark, another noun or "a ..." stands right behind a phrase: what somebody is called."""
    last = noun.right_edge.i
    following = noun.doc[last + 1] if last + 1 < len(noun.doc) else None
    if following is None or any(t.text in _QUOTES for t in noun.subtree):
        return following is not None
    if following.lower_ == "the" and following.nbor(1).text in _QUOTES:
        return True  # 'calling Roe the "worst mayor"'
    if following.tag_ in _FINITE or _is_set_off(following):
        return True  # "the body called the Selm Forum can continue", "calling her, for one thing, "a fool""
    apart = following.text in _DASHES and any(c.dep_ == "relcl" for c in noun.children)
    if apart and last + 2 < len(noun.doc):
        following = noun.doc[last + 2]  # "called Roe -- who drives a taxi -- a fool"
    named = (
        following.lower_ in ("a", "an")
        and following.head.lemma_ not in _listed("spells")
        and not following.head.ent_type_
    )
    return named or following.text in {*_QUOTES, "-"} or following.pos_ == "NOUN"


def _is_set_off(comma: Token) -> bool:
    """Whether a few words between commas part a phrase from a quotation mark."""
    if comma.text != ",":
        return False
    behind = [t.text for t in comma.doc[comma.i + 1 : comma.i + _SET_OFF_WITHIN]]
    return "," in behind and behind[behind.index(",") + 1 :][:1] in ([q] for q in _QUOTES)


def is_only_told(trigger: Trigger) -> bool:
    """Whether a contact is what somebody speaks of, so that the verb's time is not its own: "confirmed the talks"."""
    noun = trigger.frame.head
    spoken_of = trigger.pattern.type == "CONSULT" and trigger.frame.light is None and noun.dep_ in ("dobj", "nsubjpass")
    return spoken_of and noun.head.lemma_ in lexicon().plain["telling"]


_CHECKS = {
    "call": _rings,
    "write": _writes_to,
    "speak": _to_few,
    "talk": _to_few,
    "sit": _to_few,
    "brief": _has_subject,
    "negotiate": _with_others,
}
