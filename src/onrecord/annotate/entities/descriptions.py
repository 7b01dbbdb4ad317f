"""Which entity a noun phrase stands for: "the Russian leader", "her lawyer", "police"."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from onrecord.annotate.entities.lexicon import described, lexicon, narrower
from onrecord.annotate.entities.nominals import YEAR_OLD, Nominal
from onrecord.annotate.entities.places import demonym_country, resolve
from onrecord.annotate.entities.register import Known, Register, salience
from onrecord.annotate.syntax import child, is_verb
from onrecord.model import BODY_KINDS

_APPOSITION_REACH = 9  # tokens behind a phrase in which its bearer's name may stand
# By so much salience must the person last spoken of stand out for a byname to be theirs.
_BYNAME_MARGIN = 0.4
_NAMED_REACH = 4
_BYNAME_REACH = 3  # sentences
_BODY_SORTS = frozenset({"firm", "body", "office", "society", "watchdog"})
_IN_NAMES = frozenset({"office", "society"})
_INITIALS = re.compile(r"\w*[A-Z][\w.&]*[A-Z][\w.]*$")


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _agreeing(known: Known | None, nominal: Nominal, *, beside: bool = False) -> Known | None:
    """Return the entity unless kind, number or gender forbid that the phrase stands for it.

    beside  whether the grammar says so: then a chairman may be a woman, and a first name is no proof
    """
    if known is None or (nominal.plural and not known.plural and known.kind == "person"):
        return None
    if known.plural != nominal.plural and not known.named and known.kind == "group":
        return None
    kinds = {known.kind, nominal.kind}
    apart = len(kinds) > 1 and ("person" in kinds or "place" in kinds)
    clash = not beside and known.gender and nominal.gender and known.gender != nominal.gender and known.gender != "e"
    return None if apart or clash else known


def beside(doc: Doc, register: Register, nominal: Nominal) -> Known | None:
    """Return the entity that the phrase is in apposition with or predicated of ("Okafor is a lawyer")."""
    head = doc[nominal.head]
    if neighbour := _behind_comma(doc, register, nominal) or _before_comma(doc, register, nominal):
        return neighbour
    if nominal.kind in BODY_KINDS and (named := _named_inside(doc, register, nominal)):
        return named
    if head.dep_ == "appos" and not _parted(doc, head.head.i, head.i):
        return _agreeing(register.at(head.head.i), nominal)
    for part in head.children:
        named = register.at(part.i) if part.dep_ == "appos" else None
        if named and named.named and not _parted(doc, head.i, part.i):
            return _agreeing(named, nominal, beside=True)
    if head.dep_ == "attr" and head.head.lemma_ == "be" and not _negated(head.head):
        subject = child(head.head, "nsubj")
        open_ = subject is None or (subject.lower_ == "it" and nominal.plural)  # "if it was rebels": nothing told of
        return _agreeing(register.at(subject.i) if subject is not None and not open_ else None, nominal)
    if head.dep_ == "pobj" and head.head.lower_ == "as" and head.head.head.lemma_ in described("naming"):
        verb = head.head.head
        object_ = child(verb, "dobj", "nsubjpass")
        return _agreeing(register.at(object_.i) if object_ is not None else None, nominal)
    return None


def _parted(doc: Doc, start: int, end: int) -> bool:
    """Whether a line's end or a quotation mark stands between two words, which no apposition crosses."""
    return any("\n" in t.text or t.is_quote for t in doc[start:end])


def _behind_comma(doc: Doc, register: Register, nominal: Nominal) -> Known | None:
    """Return the name right before the phrase and its comma: "the FSR, the Ruritanian security agency"."""
    comma = nominal.start - 1
    named = register.at(comma - 1) if comma > 0 and doc[comma].text == "," else None
    if named is None or not named.named or nominal.reach not in ("definite", "indefinite") or named.kind == "place":
        return None
    return _agreeing(named, nominal) if doc[nominal.head].dep_ == "appos" and not nominal.plural else None


def _before_comma(doc: Doc, register: Register, nominal: Nominal) -> Known | None:
    """Return the person named behind the phrase: "a spokesman for the ministry, Ola Berg, said".

    In "according to a spokesman, Ola Berg left" the comma only ends what opens the sentence.
    """
    if nominal.kind != "person":
        return None
    opens = doc[nominal.head].dep_ == "pobj"
    for token in doc[nominal.end : nominal.end + _APPOSITION_REACH]:
        if token.text == "," and token.i + 1 < len(doc):
            named = register.at(token.i + 1)
            if named is None or not named.named or named.kind != "person":
                return None
            after = next((t for t in doc[token.i + 1 :] if register.at(t.i) is not named), None)
            closed = after is None or after.text in (",", ".", ")") or (not opens and is_verb(after))
            return _agreeing(named, nominal) if closed else None
        if token.pos_ not in ("ADP", "DET", "PROPN", "NOUN", "ADJ"):
            return None
    return None


def _named_inside(doc: Doc, register: Register, nominal: Nominal) -> Known | None:
    """Return the body whose name the phrase only enlarges: "Tass news agency", "the Dawn Front militant group"."""
    if nominal.plural or nominal.lemma not in described("enlarger") or nominal.start == 0:
        return None
    named = register.at(nominal.start - 1)
    beside_head = doc[nominal.start - 1].dep_ in ("compound", "nmod", "poss") and nominal.owner is None
    return named if named and named.named and named.kind in BODY_KINDS and beside_head else None


def body_of(doc: Doc, register: Register, nominal: Nominal) -> Known | None:
    """Return the body in a role or behind a text: "[Norvik] spokesman", "head of [the Board]", "letter by [Norvik]"."""
    head = doc[nominal.head]
    within = [doc[i] for i in range(head.left_edge.i, nominal.head)]
    behind = [
        c
        for p in head.children
        if p.dep_ == "prep" and p.lower_ in ("of", "at", "for", "by", "from")
        for c in p.children
    ]
    found = (register.at(t.i) for t in [*within, *behind])
    return next((k for k in found if k is not None and k.named and k.kind == "organisation"), None)


def described_before(register: Register, nominal: Nominal) -> Known | None:
    """Return the entity spoken of before that the phrase stands for, when that is safe."""
    if nominal.reach == "indefinite" or not nominal.modifiers.isdisjoint(described("other modifier")):
        return None
    same_throughout = nominal.lemma in described("shared") or nominal.lemma in lexicon().mass_nouns
    if nominal.reach == "bare" and not same_throughout and not nominal.plural:
        return None
    wider = narrower(nominal.lemma) if nominal.reach == "definite" else frozenset()
    given = (k for k in register.described({nominal.lemma} | wider) if k.mentions or (k.named and nominal.country))
    found = [k for k in given if _can_be(register, k, nominal)]
    alike = [k for k in found if _described_alike(register, k, nominal)]
    return max(alike, key=lambda k: (k.mentions[-1].head if k.mentions else -1, k.number), default=None)


def named_at_last(register: Register, nominal: Nominal, named: Known, sentence: int) -> Known | None:
    """Return who was only described so far, where a name now stands beside "the official": "the official, Ada Roe"."""
    added = nominal.modifiers - {*nominal.lemma.split()}
    if nominal.reach != "definite" or added or nominal.plural or named.kind != "person":
        return None
    like = [k for k in register.described([nominal.lemma]) if k.mentions and k is not named]
    [found] = like if len(like) == 1 else [None]
    if found is None or found.named or found.kind != "person" or found.plural:
        return None
    if found.owner is not None and register.known[found.owner].kind != "place":
        return None  # "her lawyer" need not be "the lawyer"; "Norland's premier" is the premier
    return found if sentence - found.mentions[-1].sentence <= _NAMED_REACH and not named.mentions else None


def introduced(doc: Doc, register: Register, nominal: Nominal) -> Known | None:
    """Return the one holder of an office whom the article names only later: "a Norland envoy" of "envoy Ada Roe".

    Both must stand beside one and the same other person, as those do who met or spoke.
    """
    if (
        nominal.reach != "indefinite"
        or nominal.plural
        or nominal.country is None
        or nominal.lemma not in lexicon().ranks
    ):
        return None
    like = [k for k in register.described([nominal.lemma]) if k.named and nominal.country in k.countries]
    [holder] = like if len(like) == 1 else [None]
    if holder is None or holder.kind != "person" or holder.mentions:
        return None
    there = (_persons_in(register, token.sent) for token in doc if register.at(token.i) is holder)
    beside_both = _persons_in(register, doc[nominal.head].sent) & set().union(*there)
    return holder if beside_both - {holder.number} else None


def _persons_in(register: Register, sentence: Tokens) -> set[int]:
    found = (register.at(token.i) for token in sentence)
    return {k.number for k in found if k is not None and k.named and k.kind == "person"}


def byname(register: Register, nominal: Nominal, sentence: int) -> Known | None:
    """Return the named entity that a varying word stands for ("the actress", "the company"): the one spoken of most."""
    sort = lexicon().bynames.get(nominal.lemma)
    if nominal.reach != "definite" or sort is None or nominal.plural:
        return None
    if sort in _BODY_SORTS and nominal.narrowed:
        return None
    if sort in _BODY_SORTS and any(not demonym_country(m) for m in nominal.modifiers - described("plain modifier")):
        return None
    near = [k for k in register.lately(sentence, _BYNAME_REACH) if k.named and _is_sort(k, nominal.lemma, sort)]
    fitting = [k for k in near if _can_be(register, k, nominal)]
    if (
        nominal.lemma == YEAR_OLD
        and sum(k.named and k.kind == "person" and bool(k.mentions) for k in register.known) > 1
    ):
        return None  # an age tells nothing of whose it is
    scored = sorted(((salience(k, nominal.head, sentence, _BYNAME_REACH), -k.number) for k in fitting), reverse=True)
    if sort == "person" and (nominal.narrowed or sum(points > 0 for points, _ in scored) > 1):
        return None  # whoever of two people named is rich or an actress, the report tells elsewhere
    if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < _BYNAME_MARGIN):
        return None
    return register.known[-scored[0][1]] if scored[0][0] > 0 else None


def _is_sort(known: Known, noun: str, sort: str) -> bool:
    """Whether a named entity is of the byname's sort."""
    if sort in _BODY_SORTS:
        return known.kind == "organisation" and _is_such_a_body(known.names, noun, sort)
    if sort == "person":
        return known.kind == "person"
    place = resolve(known.names[0]) if known.kind == "place" else None
    return place is not None and place.level == sort and not demonym_country(known.names[0])


def noun_of_body(name: str) -> str | None:
    """Return the noun in a body's name by which it is spoken of: "the union" of the "Boatmen's Union".

    >>> noun_of_body("Ministry of Fisheries"), noun_of_body("European Union"), noun_of_body("Norvik Plc")
    ('ministry', None, None)
    """
    bynames = lexicon().bynames
    nouns = [w for w in name.lower().split() if bynames.get(w) in _IN_NAMES]
    return nouns[-1] if nouns and name.lower() not in lexicon().organisations else None


def _is_such_a_body(names: Sequence[str], noun: str, sort: str) -> bool:
    """Whether a body of these names can be called so: no union is "the company", no firm "the ministry".

    Nor is an outlet the firm: what it was told is mostly of another.
    """
    words = {w.strip(".,").lower() for name in names for w in name.split()}
    sorts = {lexicon().bynames.get(w) for w in words}
    if sort == "firm":
        outlet = noun in ("firm", "company") and any(
            not lexicon().outlets.isdisjoint((n.lower(), f"the {n.lower()}")) for n in names
        )
        return sorts.isdisjoint(_IN_NAMES) and not outlet
    if sort == "body":
        return "society" not in sorts and words.isdisjoint(lexicon().legal_forms)
    if sort == "watchdog":
        return not words.isdisjoint(described("watches")) or any(map(_INITIALS.match, names))
    return noun in words or any(_INITIALS.match(name) and noun[0].upper() in name for name in names)


def _can_be(register: Register, known: Known, nominal: Nominal) -> bool:
    if _agreeing(known, nominal) is None:
        return False
    if nominal.plural != known.plural:
        return False
    if nominal.reach == "owned":
        owner = register.at(nominal.owner) if nominal.owner is not None else None
        return owner is not None and known.owner == owner.number
    return nominal.country is None or nominal.country in known.countries


def _described_alike(register: Register, known: Known, nominal: Nominal) -> bool:
    if nominal.lemma in known.heads:
        loose = known.named and not any(noun_of_body(name) == nominal.lemma for name in known.names)
        return _adds_nothing(known, nominal) or (loose and _only_one(register, known, nominal, {nominal.lemma}))
    heads = narrower(nominal.lemma)
    return known.named and nominal.country in known.countries and _only_one(register, known, nominal, heads)


def _only_one(register: Register, known: Known, nominal: Nominal, heads: set[str] | frozenset[str]) -> bool:
    """Whether nobody else who was given one of these descriptions could be meant."""
    others = (k for k in register.described(heads) if k is not known and k.kind == known.kind)
    return not any(_can_be(register, k, nominal) for k in others)


def _adds_nothing(known: Known, nominal: Nominal) -> bool:
    """Whether the phrase says nothing that the entity was not described with."""
    said = known.heads[nominal.lemma] | {c.lower() for c in known.countries}
    fresh = {m for m in nominal.modifiers if not demonym_country(m)} - said - described("plain modifier")
    return not fresh
