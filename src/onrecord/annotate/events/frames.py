"""A trigger with its slots: what the lexicon's conditions and role slots are looked up in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.events.lexicon import Pattern, Test, lexicon

_BEFALLING = frozenset(
    {"assault", "attack", "blast", "bombing", "explosion", "killing", "massacre", "murder", "shooting"}
)
_PARTY = frozenset({"PERSON", "NORP", "ORG", "GPE"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
# How many words below a trigger a condition looks at.
_WIDEST = 80
_PREDICATIVE = ("oprd", "acomp", "attr")


@dataclass(slots=True)
class Frame:
    """A verb or noun in its sentence. `light` is the verb that only carries an event noun, `way` its direction.

    near  whether what hangs in a clause with a subject of its own is left to that clause
    """

    head: Token
    light: Token | None = None
    way: str = "do"
    near: bool = False
    _filled: dict[str, list[Token]] = field(default_factory=dict)

    def slot(self, name: str) -> list[Token]:
        """Return the head tokens that fill a slot, nearest first; empty when none does."""
        if name not in self._filled:
            find = SLOTS.get(name)
            self._filled[name] = find(self) if find else _by_preposition(self, name)
        return self._filled[name]


def _places(frame: Frame) -> list[Token]:
    """Return the tokens whose prepositions count as the trigger's; parsers hang "by police" on what is nearest."""
    if syntax.is_verb(frame.head):
        return [t for t in syntax.reach(frame.head) if not (frame.near and _is_elsewhere(t, frame.head))]
    inner = [pobj for prep in frame.head.children if prep.dep_ == "prep" for pobj in prep.children]
    return [frame.head, *([frame.light] if frame.light is not None else []), *inner]


def _is_elsewhere(token: Token, head: Token) -> bool:
    """Whether a clause with a subject of its own stands between a word and the verb."""
    for above in (token, *token.ancestors):
        if above == head:
            return False
        if above.dep_ == "ccomp" and any(c.dep_ in syntax.STANDING_SUBJECTS for c in above.children):
            return True
    return False


def _by_preposition(frame: Frame, name: str) -> list[Token]:
    for place in _places(frame):
        found = syntax.prepositional(place, name)
        if found := [t for t in found if t.lemma_.lower() not in syntax.words("idioms")]:
            return found
    return []


def _subject(frame: Frame) -> list[Token]:
    if syntax.is_verb(frame.head):
        return syntax.logical_subject(frame.head)
    if frame.head.pos_ == "ADJ":
        return syntax.surface_subject(frame.head.head)
    if frame.light is None:
        return []
    doers = syntax.logical_subject(frame.light)
    return [] if frame.head in doers else doers


def _object(frame: Frame) -> list[Token]:
    return syntax.logical_object(frame.head) if syntax.is_verb(frame.head) else []


def _dative(frame: Frame) -> list[Token]:
    verb = frame.light if frame.light is not None else frame.head
    if frame.light is not None and frame.head.dep_ == "dobj" and any(c.dep_ == "auxpass" for c in verb.children):
        return [c for c in verb.children if c.dep_ == "nsubjpass"]  # "was given a sentence"
    bare = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    return bare or syntax.prepositional(verb, "to")


def _given(frame: Frame) -> list[Token]:
    """Return what somebody was given: "was handed a sentence"."""
    passive = any(c.dep_ == "auxpass" for c in frame.head.children)
    return [c for c in frame.head.children if c.dep_ == "dobj"] if passive else []


def _inner(frame: Frame) -> list[Token]:
    """Return whom the clause that completes the verb is about: its object, else its first prepositional object."""
    return [token for token in _raw_inner(frame) if any(is_party(t) for t in token.subtree)]


def _raw_inner(frame: Frame) -> list[Token]:
    for clause in syntax.complements(frame.head):
        if direct := syntax.logical_object(clause):
            return direct
        for prep in clause.children:
            if prep.dep_ == "prep" and prep.lower_ in ("with", "to", "from", "against", "on", "in", "for"):
                return [p for p in prep.children if p.dep_ == "pobj"]
    return []


def _clauses(frame: Frame) -> list[Token]:
    return [c for c in frame.head.children if c.dep_ in ("xcomp", "ccomp") and syntax.is_verb(c)]


def _clause_subject(frame: Frame) -> list[Token]:
    """Return who is to do what the completing clause says: "demanded that the board resign"."""
    return [
        t
        for clause in _clauses(frame)
        if clause.dep_ == "ccomp"
        for t in clause.children
        if t.dep_ in ("nsubj", "nsubjpass")
    ]


def _several(frame: Frame) -> list[Token]:
    """Return the subjects of a verb that more than one does: "A and B talked", "the two leaders spoke"."""
    subjects = [one for t in _subject(frame) for one in syntax.together(t)]
    plural = [t for t in subjects if t.tag_ in ("NNS", "NNPS") or t.lower_ in ("both", "two")]
    return subjects if len(subjects) > 1 else plural


def _owner(frame: Frame) -> list[Token]:
    return [_bound(c) or c for c in frame.head.children if c.dep_ == "poss"]


def _bound(owner: Token) -> Token | None:
    """Return the several who do what the clause says, for "their": "they lied to the court about their talks"."""
    if owner.lower_ != "their":
        return None
    verb = next((t for t in owner.ancestors if syntax.is_verb(t)), None)
    subjects = syntax.logical_subject(verb) if verb is not None else []
    several = (t for t in subjects if t.lower_ == "they" or t.tag_ in ("NNS", "NNPS") or any(True for _ in t.conjuncts))
    return next(several, None)


def _modifier(frame: Frame) -> list[Token]:
    """Return the party named right before a noun: "Norland talks"; "the Selm attack" may as well be one in Selm."""
    named = [c for c in frame.head.children if c.dep_ in ("compound", "amod", "nmod") and c.ent_type_ in _PARTY]
    return [c for c in named if not (frame.head.lemma_.lower() in _BEFALLING and _is_where(c))]


def _is_where(name: Token) -> bool:
    """Whether a name is that of a place, in full: "Libya" of "Libya attack", not "US" or "Libyan"."""
    return name.ent_type_ == "GPE" and name.tag_ in ("NNP", "NN") and not name.text.replace(".", "").isupper()


def _agent(frame: Frame) -> list[Token]:
    """Return who is named with "by", also by a participle on the noun ("initiated by Moscow")."""
    own = _by_preposition(frame, "by")
    if own or syntax.is_verb(frame.head):
        return own
    made = (c for c in frame.head.children if c.dep_ == "acl" and c.tag_ == "VBN")
    participles = [c for c in made if c.lemma_ not in syntax.words("bystanding")]
    return [p for verb in participles for p in syntax.prepositional(verb, "by")]


def _predicate(frame: Frame) -> list[Token]:
    own = [c for c in frame.head.children if c.dep_ in _PREDICATIVE and c.pos_ != "PROPN"]
    return own or [c for c in frame.head.children if c.dep_ == "ccomp" and c.pos_ in ("NOUN", "ADJ")]


def _holder(frame: Frame) -> list[Token]:
    """Return whom an adjective is said of: "12 dead", "they were dead", "found him dead"."""
    adjective, above = frame.head, frame.head.head
    if adjective.dep_ == "amod":
        return [above]
    if own := syntax.child(adjective, "nsubj"):
        return [own]
    if not syntax.is_verb(above):
        return [above] if adjective.dep_ in ("appos", "acl") else []
    if adjective.dep_ == "oprd":
        return syntax.logical_object(above)
    return syntax.surface_subject(above) if adjective.dep_ in ("acomp", "attr") else []


def _dependents(*deps: str) -> Callable[[Frame], list[Token]]:
    return lambda frame: [c for c in frame.head.children if c.dep_ in deps]


SLOTS: dict[str, Callable[[Frame], list[Token]]] = {
    "subj": _subject,
    "obj": _object,
    "dative": _dative,
    "given": _given,
    "xobj": _inner,
    "csubj": _clause_subject,
    "poss": _owner,
    "mod": _modifier,
    "victim": lambda frame: [t for t in _modifier(frame) if t.ent_type_ == "PERSON"],
    "by": _agent,
    "pred": _predicate,
    "named": _dependents("oprd"),
    "xcomp": lambda frame: [c for c in _clauses(frame) if syntax.is_infinitive(c)],
    "that": lambda frame: [c for c in _clauses(frame) if not syntax.is_infinitive(c)],
    "compound": _dependents("compound", "nmod"),
    "amod": _dependents("amod", "compound"),
    "adv": _dependents("advmod", "acomp"),
    "light": lambda frame: [] if frame.light is None else [frame.light],
    "prep": lambda frame: [frame.head.head] if frame.head.dep_ == "pobj" else [],
    "passive": lambda frame: [frame.head] if syntax.is_passive(frame.head) else [],
    "many": _several,
    "under": lambda frame: list(islice(frame.head.subtree, _WIDEST)),
    "holder": _holder,
    "-": lambda frame: [],
}


def is_party(token: Token) -> bool:
    """Whether the token may stand for somebody: a person, a body, a people or a country."""
    return (
        token.ent_type_ in _PARTY or token.pos_ in ("PROPN", "NUM") or (token.pos_ == "PRON" and token.lower_ != "it")
    )


def names_of(token: Token) -> Iterator[str]:
    """Yield the lemmas a noun may be known by: its own, "cease-fire" for "fire", "troops" for "dozens of troops"."""
    lemma = token.lemma_.lower()
    yield lemma
    if token.i > 1 and token.nbor(-1).text == "-":
        yield f"{token.nbor(-2).lower_}-{lemma}"
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            yield from (pobj.lemma_.lower() for pobj in prep.children if pobj.dep_ == "pobj")


def _fits(token: Token, test: Test) -> bool:
    """Whether a token is of the test's class; names stand for people and for places."""
    if lexicon().classes["person"] <= test.lemmas and is_party(token):
        return True
    if lexicon().classes["territory"] <= test.lemmas and token.ent_type_ in PLACES:
        return True
    return any(name in test.lemmas for name in names_of(token))


def _holds(frame: Frame, test: Test) -> bool:
    filled = frame.slot(test.slot)
    found = any(_fits(token, test) for token in filled) if test.lemmas else bool(filled)
    return found is not test.negated


def reading(frame: Frame, patterns: tuple[Pattern, ...]) -> Pattern | None:
    """Return the first pattern whose condition holds, None when none does."""
    return next((p for p in patterns if all(_holds(frame, test) for test in p.tests)), None)
