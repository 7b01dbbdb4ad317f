"""Whether an undertaking is told as given: in a clause of its own or one that is said, in no condition or question."""

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.events.modality import CONDITIONS, modality
from onrecord.annotate.undertakings.forms import Form, listed

_ASKING = frozenset({"WRB", "WP", "WDT", "WP$"})
_BARE = frozenset({"ROOT", "parataxis"})
_BESIDES = frozenset({"though", "although", "while", "whereas"})
_LINKS = frozenset({"of", "for", "from", "into", "with", "at", "about", "on"})
_DUE = frozenset({"must", "should", "could", "can", "may", "might", "ca"})
_CLIMB = 6


def stands(form: Form) -> bool:
    """Whether the words give somebody's word, and do not only ask, suppose, deny or hope for one."""
    if any(_is_asked(t) or _is_doubted(t) for t in (form.giver, form.deed)):
        return False
    if _is_supposed(form) or _is_waited_for(form.giver) or _is_missing_its_object(form):
        return False
    if form.kind == "will":
        return not _is_imagined(form.giver)
    return modality(form.giver, None) == "actual" and not _is_open(form.giver) and not _is_missing(form.giver)


def _is_missing(giver: Token) -> bool:
    """Whether there is nothing to show that it was given: "no sign that he had pledged"."""
    sign = giver.head
    told = giver.dep_ in ("acl", "relcl", "ccomp") and sign.pos_ == "NOUN" and giver.tag_ != "VB"
    denied = any(c.lower_ in ("no", "any", "little") for c in sign.children)
    return told and denied


def _is_waited_for(giver: Token) -> bool:
    """Whether something is only to go on until it is given: "threatened to bar them until they agreed to"."""
    marked = giver.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "until" for c in giver.children)
    return marked and giver.head.tag_ in ("VB", "VBG", "VBP", "VBZ")


def _is_missing_its_object(form: Form) -> bool:
    """Whether what is done stands before, in a clause about it: "the case that she has said she would make"."""
    told, lemma = form.giver.head, form.deed.lemma_.lower()
    of_noun = told.dep_ in ("acl", "relcl") and told.head.pos_ == "NOUN"
    lacking = lemma in listed("taking") and not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in form.deed.children)
    return form.kind == "will" and of_noun and lacking


def _is_doubted(verb: Token) -> bool:
    """Whether it is only likely, one of two things, or due: "would probably back", "must be ready to"."""
    return any(c.lower_ in listed("doubting") or (c.dep_ == "aux" and c.lower_ in _DUE) for c in verb.children)


def _is_supposed(form: Form) -> bool:
    """Whether "would" stands under a verb of the present, and so on a condition: "says it would cost more"."""
    clause = form.giver if form.kind == "will" else form.deed
    above = clause.head
    would = any(c.dep_ == "aux" and c.lower_ in ("would", "'d", "’d") for c in clause.children)
    present = above.tag_ in ("VBZ", "VBP") and not any(c.dep_ == "aux" for c in above.children)
    return would and clause.dep_ == "ccomp" and present


def _is_imagined(verb: Token) -> bool:
    """Whether it hangs on what is not so: "if she were in office, she would"."""
    clauses = [c for c in verb.children if c.dep_ == "advcl" and any(m.lower_ == "if" for m in c.children)]
    return any(_is_unreal(t, c) for c in clauses for t in (c, *c.children))


def _is_unreal(word: Token, clause: Token) -> bool:
    """Whether a condition is told as not so: "if it were", "if I had"."""
    subject = syntax.child(clause, "nsubj", "nsubjpass")
    one = subject is not None and subject.tag_ not in ("NNS", "NNPS") and subject.lower_ not in ("they", "we", "you")
    return word.lower_ in ("had", "could") or (word.lower_ == "were" and one)


def _is_open(giver: Token) -> bool:
    """Whether a verb of undertaking has no time or subject of its own: "to vow to", "blamed him for vowing to"."""
    aimed = giver.dep_ == "pcomp" and giver.head.lower_ in _LINKS
    return aimed or (syntax.is_verb(giver) and giver.tag_ == "VB" and syntax.has_to(giver))


def _is_asked(verb: Token) -> bool:
    """Whether it stands in a question, or opens with a question word."""
    subject = syntax.child(verb, "nsubj")
    if verb.doc[verb.sent.end - 1].text == "?" or any(
        c.dep_ == "aux" and subject is not None and c.i < subject.i for c in verb.children
    ):
        return True
    describes = "relcl" in (verb.dep_, verb.head.dep_)  # "the vote which they had vowed to stop"
    first = [c for c in verb.children if c.i < verb.i and not describes and c.lower_ != "that"]
    return any(c.tag_ in _ASKING and c.dep_ not in ("nsubj", "nsubjpass") for c in first) or any(
        c.lower_ == "whether" for c in first
    )


def teller(clause: Token) -> Token | None:
    """Return the verb that says a clause, the clause's own verb where it stands alone, None where it is no such.

    No clause that describes a noun, gives a reason or names a thought gives anybody's word.
    """
    verb = clause
    for _ in range(_CLIMB):
        if any(c.dep_ == "mark" and c.lower_ in CONDITIONS | {"because", "as", "since", "than"} for c in verb.children):
            return None
        above = verb.head
        if verb.dep_ in _BARE or above == verb:
            return clause
        if verb.dep_ == "ccomp" and above.pos_ == "ADJ" and above.lower_ in ("clear", "sure"):
            return above.head if syntax.is_verb(above.head) else None
        if verb.dep_ == "ccomp" and syntax.is_verb(above):
            return above
        though = verb.dep_ == "advcl" and any(c.lower_ in _BESIDES for c in verb.children if c.dep_ == "mark")
        if not (though or verb.dep_ == "conj") or not syntax.is_verb(above):
            return None
        verb = above
    return None


def is_told(verb: Token) -> bool:
    """Whether a verb says something as a fact: "announced", not "is expected to announce", "did not say"."""
    known = verb.lemma_.lower() in listed("telling") | listed("vowing") or _is_made_clear(verb)
    return known and not syntax.has_to(verb) and modality(verb, None) == "actual"


def _is_made_clear(verb: Token) -> bool:
    return verb.lemma_ == "make" and any(c.lower_ == "clear" for c in verb.subtree)


def both_sides(giver: Token) -> list[Token]:
    """Return who "they" are behind a contact told just before: "Roe met Sol and Lind, and they agreed to"."""
    subject, told = syntax.child(giver, "nsubj"), giver.head
    if giver.dep_ != "conj" or subject is None or subject.lower_ != "they" or told.lemma_ not in listed("meeting"):
        return []
    preps = (p for p in told.children if p.dep_ == "prep" and p.lower_ in ("with", "to"))
    others = [*syntax.logical_object(told), *(t for p in preps for t in p.children if t.dep_ == "pobj")]
    sides = [syntax.logical_subject(told), [t for other in others for t in syntax.together(other)]]
    return [t for side in sides for t in side] if all(sides) else []
