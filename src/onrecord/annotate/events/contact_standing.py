"""Whether a contact was held, lies ahead, or is only what somebody thinks of, wishes for or goes somewhere to do."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.events.modality import FUTURE, modality
from onrecord.annotate.events.triggers import Trigger
from onrecord.data_files import lists
from onrecord.model import Modality

_AT = frozenset({"at", "in", "during", "after", "following", "before", "with"})
_DURING = frozenset({"during", "at"})
_PRESENT = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})
_PAST = frozenset({"was", "were", "been"})
_TOPICS = frozenset({"about", "without", "against", "than"})


def _listed(name: str) -> frozenset[str]:
    return lists(__package__, "contacts.tsv")[name]


def standing(trigger: Trigger, told_as: Modality) -> Modality:
    """Return what else than its own verb says of a contact: that it is to come, or only what the sides met for."""
    head = trigger.frame.head
    if trigger.pattern.type != "CONSULT":
        return told_as
    if syntax.is_verb(head) and (_is_thought(head) or _is_condition(head)):
        return "hypothetical"
    if told_as == "planned" and (trigger.frame.light or head).head.lemma_ in _listed("wishing"):
        return "hypothetical"
    if told_as != "actual":
        return told_as
    if _is_habit(trigger.frame.light or head):
        return "hypothetical"
    if head.dep_ == "xcomp" and head.head.lemma_ == "be":
        return "planned"  # "ministers are to meet"
    if syntax.is_verb(head):
        if (aim := _shared_aim(head)) is not None:
            return modality(aim, None)
        if _is_purpose(head) or _is_stray_infinitive(head) or _is_on_the_way(head, _PAST):
            return "hypothetical"
        return "planned" if _within_planned(head) or _is_on_the_way(head, _PRESENT) else told_as
    return _named(head, told_as)


def _named(head: Token, told_as: Modality) -> Modality:
    """Return how far a contact is real that a noun names."""
    set_up = head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_ in _listed("arranging")
    if set_up or any(map(_is_ahead, _tellers(head))):
        return "planned"
    if head.dep_ == "pobj" and head.head.lower_ in _DURING and _is_unreal(head):
        return modality(_verb_above(head), None)  # "vowed to stay neutral during talks"
    if head.dep_ == "pobj" and head.head.lower_ == "for" and head.head.head.lemma_ in _listed("leaving"):
        return "hypothetical"  # "left for talks with"
    return told_as


def _is_habit(verb: Token) -> bool:
    """Whether a verb tells what is done at times, or goes on: "she sometimes talks to", "the family I still visit"."""
    if verb.dep_ in ("xcomp", "advcl") and verb.tag_ == "VBG" and verb.head.lemma_ == "spend":
        return True  # "spends his days meeting"
    if any(c.lower_ in _listed("customs") for c in verb.children):
        return True  # "occasionally consulted"
    if verb.tag_ not in ("VBP", "VBZ"):
        return False
    return verb.dep_ in ("relcl", "advcl") or any(c.lower_ in _listed("habits") for c in verb.children)


def _is_thought(verb: Token) -> bool:
    """Whether it is only thought of, spoken about or judged: "thought he was talking to", "too early to meet"."""
    above = verb.head
    if verb.dep_ == "ccomp":
        return above.lemma_ in _listed("imagining")
    if verb.dep_ == "pcomp":
        means = above.lower_ in ("for", "of") and above.head.lemma_ in _listed("ways")
        return means or above.lower_ in _TOPICS or (above.lower_ == "in" and _is_unreal(above))
    return syntax.has_to(verb) and above.pos_ in ("ADJ", "ADV") and above.lemma_.lower() in _listed("judging")


def _verb_above(token: Token) -> Token:
    """Return the verb that a phrase hangs on, over an adjective: "would remain" of "would remain neutral in"."""
    return next((t for t in token.ancestors if syntax.is_verb(t)), token)


def _is_unreal(token: Token) -> bool:
    """Whether the verb that a phrase hangs on tells of what is only to come or thought of."""
    return modality(_verb_above(token), None) in ("hypothetical", "planned")


def _is_condition(verb: Token) -> bool:
    """Whether it is only what somebody would accept or has to do: "said she would only negotiate with"."""
    if syntax.has_to(verb) and verb.dep_ == "xcomp" and verb.head.lower_ in ("have", "has", "need", "needs"):
        return True  # "savers merely have to visit it"
    helped = any(c.dep_ == "aux" and c.lower_ in ("would", "will", "'d", "’d") for c in verb.children)
    return helped and any(c.lower_ == "only" for c in verb.children)


def _is_purpose(verb: Token) -> bool:
    """Whether it is what somebody met, came or asked for: "met to discuss the dam"; "met to" itself is no such."""
    if syntax.has_to(verb) and any(c.dep_ == "mark" and c.lower_ == "for" for c in verb.children):
        return True  # "reason enough for her to visit"
    if not syntax.has_to(verb) or verb.dep_ not in ("advcl", "acl", "relcl", "xcomp", "ccomp"):
        return False
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and verb.head.lemma_ in _listed("sending"):
        return True  # "sent two aides to meet them"
    return verb.lemma_ not in ("meet", "visit") and verb.head.lemma_ not in _listed("carried-out")


def _shared_aim(verb: Token) -> Token | None:
    """Return the infinitive whose "to" a bare form shares: "was scheduled to lay flowers, talk to guards and meet"."""
    top = verb
    while (
        top.dep_ == "conj" and top.tag_ in ("VB", "VBP") and not any(c.dep_ in ("aux", "nsubj") for c in top.children)
    ):
        top = top.head
    aims = [c for c in top.children if c.dep_ == "xcomp" and syntax.has_to(c) and c.i < verb.i]
    return aims[-1] if top != verb and aims else None


def _is_stray_infinitive(verb: Token) -> bool:
    """Whether a base form stands beside a finite verb, what it completes being lost: "backed a plan to ..., meet"."""
    bare = verb.tag_ == "VB" and not any(c.dep_ in ("aux", "nsubj") for c in verb.children)
    return bare and verb.dep_ == "conj" and verb.head.tag_ in ("VBD", "VBZ")


def _is_on_the_way(verb: Token, helpers: frozenset[str]) -> bool:
    """Whether it is where, or what for, somebody is on the way: "is heading to Belmora to meet", "was flying to"."""
    aim = syntax.is_infinitive(verb)
    going = verb.head if aim else verb
    under_way = going.tag_ == "VBG" and (aim or going.lemma_ in _listed("travelling"))
    return under_way and any(c.lower_ in helpers for c in going.children if c.dep_ == "aux")


def _within_planned(verb: Token) -> bool:
    """Whether a participle says what somebody will be doing: "will be in Belmora meeting the council"."""
    return (
        verb.dep_ == "advcl"
        and verb.tag_ == "VBG"
        and not any(c.dep_ == "mark" for c in verb.children)
        and _is_ahead(verb.head)
    )


def _tellers(noun: Token) -> Iterator[Token]:
    """Yield the verbs that say when a contact is: its own clause, what it is the subject of, what is done at it."""
    yield from (c for c in noun.children if c.dep_ == "relcl")
    if noun.dep_ in ("nsubj", "nsubjpass"):
        yield noun.head
    elif noun.dep_ == "pobj" and noun.head.lower_ in _AT and syntax.is_verb(noun.head.head):
        yield noun.head.head


def _is_ahead(verb: Token) -> bool:
    """Whether a verb tells of what is to come: "will be", "is to be held"."""
    helpers = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _listed("planning"):
        return True
    due = verb.lemma_ == "be" and any(syntax.has_to(c) for c in verb.children if c.dep_ in ("xcomp", "ccomp"))
    return bool((FUTURE | {"would"}).intersection(helpers)) or (due and verb.tag_ in ("VBZ", "VBP"))
