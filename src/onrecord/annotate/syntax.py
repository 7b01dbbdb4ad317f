"""Who stands where around a verb or a noun: subjects, objects and prepositions, with what syntax leaves unsaid.

Covers passives, relative clauses, participles, shared subjects of coordinated verbs and control ("asked him to go").
"""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.data_files import lists

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
STANDING_SUBJECTS = SUBJECTS | {"nsubjpass", "expl"}
"""What stands before a clause's verb, "there" included."""
PREPOSITIONS = frozenset({"prep", "agent", "dative"})
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
# Clauses and phrases nested deeper than this are left alone: no report needs them, and hostile input has them.
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_DEEPEST = 8


def words(name: str) -> frozenset[str]:
    """Return one list of `syntax.tsv`."""
    return lists(__package__, "syntax.tsv")[name]


def child(token: Token, *deps: str) -> Token | None:
    """Return the first child in one of the relations, None without one."""
    return next((c for c in token.children if c.dep_ in deps), None)


def is_verb(token: Token) -> bool:
    """Whether the token works as a verb."""
    return token.pos_ in ("VERB", "AUX")


def has_to(verb: Token) -> bool:
    """Whether "to" stands before the verb."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Whether the verb completes another without a subject of its own tense: "to leave", "leaving"."""
    return verb.dep_ == "xcomp" or has_to(verb)


def is_means(by: Token) -> bool:
    """Whether "by" says how something was done, and not who did it: "spoke by telephone", "left by boat"."""
    inner = child(by, "pobj")
    return (
        by.lower_ == "by"
        and inner is not None
        and inner.lower_ in words("means")
        and not any(True for _ in inner.lefts)
    )


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, also as a bare participle on a noun or in a row of passives."""
    for _ in range(_DEEPEST):
        if any(c.dep_ in ("auxpass", "nsubjpass") or (c.dep_ == "agent" and not is_means(c)) for c in verb.children):
            return True
        if verb.tag_ != "VBN":
            return False
        if verb.dep_ != "conj" or child(verb, "dobj", "aux") is not None:
            break
        verb = verb.head
    return child(verb, "nsubj") is None and (verb.dep_ in ("acl", "amod") or _reduced(verb))


def _reduced(verb: Token) -> bool:
    """Whether a participle without auxiliaries stands apart, as in "The man, arrested on Monday, denies it"."""
    bare = not any(c.dep_ in ("aux", "auxpass", "nsubj") for c in verb.children)
    return bare and verb.dep_ in ("advcl", "conj", "oprd", "ccomp") and verb.head.tag_ != "VBD"


def together(token: Token) -> list[Token]:
    """Return the token and what is coordinated with it as a noun.

    In "President A and Minister B met" the parser may hang A below B; a person before an "and" counts too.
    """
    before = [t for t in token.lefts for t in t.subtree if t.ent_type_ == "PERSON" and child(t, "cc") is not None]
    return [
        *before,
        token,
        *(t for t in token.conjuncts if t.i > token.i and t.pos_ in _NAMING and not _opens_clause(t)),
    ]


def _opens_clause(noun: Token) -> bool:
    """Whether a noun seemingly joined to an object is the subject of what follows: "rang Ada and the family left"."""
    after = noun.right_edge.i + 1
    verb = noun.doc[after] if after < len(noun.doc) else None
    if (
        verb is None
        or verb.tag_ not in ("VBD", "VBZ", "VBP")
        or verb.dep_ != "conj"
        or child(verb, "nsubj") is not None
    ):
        return False
    top = next((t for t in noun.ancestors if is_verb(t)), None)
    return verb.head == top and top is not None and top.i < noun.i


def referent(token: Token) -> Token:
    """Return the noun that a relative pronoun stands for, else the token.

    A verb for one is told of the last of several, "the mayor and Cole Lind, who was fined", or of the one of them:
    "one of the boats that was hit". Nothing is told of a wake: "in the wake of two fires that closed the pier".
    """
    if token.lower_ in RELATIVE and token.pos_ in ("PRON", "DET", "SCONJ"):
        for above in token.ancestors:
            if above.dep_ == "relcl" or (above.dep_ == "acl" and child(above, "nsubj") is not None):
                return _the_one(above.head, token) if _is_for_one(above, token) else _not_a_wake(above.head)
    return token


def _is_for_one(verb: Token, subject: Token) -> bool:
    """Whether a verb or its helper has a form that only a single subject has: "was fined", "has left", "leads"."""
    finite = [verb, *(t for t in verb.children if t.dep_ in ("aux", "auxpass"))]
    return subject.head == verb and any(t.tag_ == "VBZ" or t.lower_ == "was" for t in finite)


def _the_one(noun: Token, pronoun: Token) -> Token:
    if noun.tag_ in ("NNS", "NNPS") and noun.head.lower_ == "of" and noun.head.head.lower_ == "one":
        return noun.head.head
    return [t for t in together(noun) if t.i < pronoun.i][-1]


def _not_a_wake(noun: Token) -> Token:
    behind = child(noun, "prep") if noun.lower_ in words("wakes") else None
    return (child(behind, "pobj") or noun) if behind is not None else noun


def _own(verb: Token, deps: frozenset[str]) -> list[Token]:
    return [referent(c) for c in verb.children if c.dep_ in deps]


def _by_agent(verb: Token) -> list[Token]:
    agents = [c for c in verb.children if c.dep_ == "agent" and not is_means(c)]
    return [p for agent in agents for p in agent.children if p.dep_ == "pobj"]


def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """Return the tokens in subject position of the verb's clause, its own or shared with a clause above."""
    if own := _own(verb, SUBJECTS | PASSIVE_SUBJECTS):
        return own
    if beside := _beside(verb):
        return [beside]
    if depth > 4 or verb.head == verb:
        return []
    return _shared_subject(verb, depth)


def _beside(verb: Token) -> Token | None:
    """Return the name right before a finite verb that the parser left without a subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ not in ("ROOT", "ccomp", "parataxis"):
        return None
    at = verb.i - 1
    while at > 0 and verb.doc[at].pos_ in ("AUX", "ADV", "PART") and not verb.doc[at].is_sent_start:
        at -= 1
    if at < 0 or verb.is_sent_start:
        return None
    before = verb.doc[at]
    return before if before.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or before.pos_ == "PROPN" else None


def _shared_subject(verb: Token, depth: int) -> list[Token]:
    above = verb.head
    if above.pos_ == "ADJ" and above.dep_ in ("acomp", "attr", "oprd", "conj"):
        return surface_subject(above.head, depth + 1)
    if verb.dep_ in ("acl", "amod") and above.pos_ in ("NOUN", "PROPN", "PRON"):
        if verb.tag_ == "VBG" and above.lemma_ in words("documents") and (authors := _doer_around(above, depth)):
            return authors
        return [above] if verb.tag_ in ("VBN", "VBG") else _doer_around(above, depth)
    if verb.dep_ == "relcl":
        return [above]
    if verb.dep_ == "pcomp":
        return _around_preposition(above, depth)
    if not is_verb(above):
        return surface_subject(above, depth + 1) if verb.dep_ in ("conj", "xcomp", "advcl") else []
    if verb.dep_ == "xcomp" and above.lemma_ in words("object-control") and (controller := child(above, "dobj")):
        return [referent(controller)]
    if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "dep"):
        return surface_subject(above, depth + 1)
    return []


def _doer_around(noun: Token, depth: int) -> list[Token]:
    """Return who is to do what hangs on a noun: "his plan to attack", "they made a promise to help"."""
    if owner := child(noun, "poss"):
        return [owner]
    above = noun.head
    if above.lemma_ in ("face", "suffer", "survive", "escape", "undergo", "receive"):
        return []
    return surface_subject(above, depth + 1) if noun.dep_ in ("dobj", "attr") and is_verb(above) else []


def _around_preposition(preposition: Token, depth: int) -> list[Token]:
    above = preposition.head
    if above.pos_ == "ADJ":
        return surface_subject(above.head, depth + 1)
    if not is_verb(above):
        return _doer_around(above, depth)
    # "accused him of lying", "stopped them from leaving": the object does it; "by bombing" the subject.
    if preposition.lower_ in ("of", "from", "for", "into", "with") and (controller := child(above, "dobj")):
        return [referent(controller)]
    return surface_subject(above, depth + 1)


def logical_subject(verb: Token) -> list[Token]:
    """Return who does what the verb says: the agent of a passive, else the subject."""
    return _by_agent(verb) if is_passive(verb) else surface_subject(verb)


def logical_object(verb: Token) -> list[Token]:
    """Return what the verb acts on: the subject of a passive, the object, or the noun that a relative clause fits."""
    if is_passive(verb):
        return surface_subject(verb)
    if direct := _own(verb, frozenset({"dobj"})):
        return direct
    if verb.dep_ == "relcl" and (own := child(verb, "nsubj")) is not None and referent(own) != verb.head:
        return [] if any(c.lower_ in ("when", "where", "why", "how") for c in verb.children) else [verb.head]
    small = child(verb, "ccomp", "oprd")
    if small is not None and not is_verb(small) and (subject := child(small, "nsubj")):
        return [subject]
    if verb.dep_ == "conj" and (shared := _after(verb)) is not None:
        return [shared]
    if (shared := _ahead(verb)) is not None:
        return [shared]
    return _raised(verb)


def _ahead(verb: Token) -> Token | None:
    """Return the object of a verb coordinated right behind: "shot and killed two men"."""
    behind = next((c for c in verb.children if c.dep_ == "conj" and is_verb(c) and c.i - verb.i == 2), None)
    return child(behind, "dobj") if behind is not None else None


def _raised(verb: Token) -> list[Token]:
    """Return the subject of an infinitive that the parser put below the verb: "convicted the bank to pay"."""
    for clause in verb.children:
        if clause.dep_ == "ccomp" and has_to(clause):
            return _own(clause, SUBJECTS)
    return []


def _after(verb: Token) -> Token | None:
    """Return the object that a last coordinated verb shares with those before it, found on the first."""
    first = verb.head
    own = child(first, "dobj")
    return own if own is not None and own.i > verb.i else None


def prepositional(token: Token, name: str) -> list[Token]:
    """Return the objects of the token's preposition `name`, over one more preposition ("from behind X")."""
    found: list[Token] = []
    for prep in token.children:
        if prep.dep_ in PREPOSITIONS and prep.lower_ == name and not is_means(prep):
            found += [referent(p) for p in prep.children if p.dep_ in ("pobj", "pcomp")]
    return found


def complements(verb: Token, depth: int = 0) -> Iterator[Token]:
    """Yield the verbs of the clauses that complete this one, and those below them."""
    for c in verb.children:
        if c.dep_ in ("xcomp", "ccomp") and is_verb(c) and depth < _DEEPEST:
            yield c
            yield from complements(c, depth + 1)


def _below(noun: Token) -> Iterator[Token]:
    """Yield where else the phrases of an object may hang: "sanctions imposed on", "a batch of troops from"."""
    for c in noun.children:
        if c.dep_ == "acl" and c.tag_ == "VBN":
            yield c
        elif c.dep_ == "prep" and c.lower_ == "of":
            yield from (pobj for pobj in c.children if pobj.dep_ == "pobj")


def reach(verb: Token) -> Iterator[Token]:
    """Yield where a verb's prepositional phrases may hang: on itself, its object, and its complement's."""
    yield verb
    for own in verb.children:
        if own.dep_ in ("dobj", "nsubjpass", "attr", "oprd"):
            yield own
            yield from _below(own)
    for clause in complements(verb):
        yield clause
        if own_object := child(clause, "dobj"):
            yield own_object
