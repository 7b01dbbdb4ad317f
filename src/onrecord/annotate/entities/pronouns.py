"""Pronouns: what each can stand for, and which of the entities before it does."""

import math
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from onrecord.annotate.entities.lexicon import Gender
from onrecord.annotate.entities.quotes import Quote
from onrecord.annotate.entities.register import Known, Occurrence, Register, salience
from onrecord.annotate.syntax import is_verb
from onrecord.model import BODY_KINDS

PronounKind = Literal["one", "many", "thing", "relative", "speaker", "speakers"]
_FORMS: dict[str, tuple[PronounKind, Gender | None]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("one", "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("one", "f")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("many", None)),
    **dict.fromkeys(("it", "its", "itself"), ("thing", None)),
    **dict.fromkeys(("who", "whom", "whose", "which", "that"), ("relative", None)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), ("speaker", None)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), ("speakers", None)),
}
NAMELESS = frozenset(_FORMS) | {"you", "your", "yours", "yourself", "yourselves", "this", "these", "those", "what"}
"""Words that name nobody and nothing by themselves."""
_REFLEXIVE = "sel"
_REACH_SENTENCES = {"one": 5, "many": 2, "thing": 2}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_SHARING = frozenset({"advcl", "conj", "xcomp", "pcomp", "prep"})
_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "advcl", "acl", "relcl"})
_WEIGHED = frozenset({"seem", "appear", "happen", "follow", "take", "turn", "emerge", "transpire"})
_SIDES = frozenset({"sides", "camps", "parties"})
_ONE_SPEAKS = ("person", "speaker")
# By so much salience must the best antecedent stand out from the next; less leaves plural and thing pronouns open.
_MARGIN = 0.4
# By so much the best antecedent stands out where it is clear whom the pronoun means. Right in ECB+ and MEANTIME: of
# "he" and "she" 92 in 100 then and 77 otherwise, of "they" and "it" 84 and 64.
_CLEAR = {"one": 0.6, "many": 1.0, "thing": 1.0}


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun's token with its kind and gender."""

    token: Token
    kind: PronounKind
    gender: Gender | None

    @property
    def speaks(self) -> bool:
        """Whether it stands for whoever speaks: "I", "our"."""
        return self.kind in ("speaker", "speakers")


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a pronoun stands for, and whether nobody else could well be meant."""

    known: Known
    clear: bool


def pronoun_at(token: Token) -> Pronoun | None:
    """Return the token as a pronoun, or None when it is none or stands for nothing ("it rained")."""
    if token.pos_ not in ("PRON", "DET") or token.lower_ not in _FORMS:
        return None
    kind, gender = _FORMS[token.lower_]
    if kind == "relative" and (token.tag_ not in ("WP", "WP$", "WDT") or _relative_clause(token) is None):
        return None
    if token.text == "US" or token.dep_ == "expl" or (token.lower_ == "it" and _is_empty(token)):
        return None
    return Pronoun(token, kind, gender)


def _relative_clause(token: Token) -> Token | None:
    """Return the verb of the relative clause that the pronoun opens."""
    verb = token
    for _ in range(5):
        if verb.dep_ == "relcl":
            return verb
        if verb.head == verb:
            return None
        verb = verb.head
    return None


def _is_empty(it: Token) -> bool:
    """Whether "it" stands for nothing: "it is clear that", "it took hours to", "it was noon", "it seems that"."""
    verb = it.head
    if it.dep_ not in _SUBJECTS or not is_verb(verb):
        return False
    after = [c for c in verb.children if c.i > verb.i]
    clause = any(c.dep_ in _CLAUSES for c in after) or any(
        below.dep_ in _CLAUSES for c in after if c.dep_ in ("acomp", "attr", "oprd") for below in c.children
    )
    if verb.lemma_ == "be":
        timed = any(c.dep_ in ("attr", "npadvmod") and c.ent_type_ in ("TIME", "DATE") for c in after)
        return timed or (clause and any(c.dep_ in ("acomp", "attr", "oprd") for c in after))
    passive = it.dep_ == "nsubjpass" and any(c.dep_ == "ccomp" for c in after)
    return passive or (clause and verb.lemma_ in _WEIGHED)


def _fits(known: Known, pronoun: Pronoun) -> bool:
    if pronoun.kind == "one":
        agrees = known.gender in (None, "e", pronoun.gender)
        return known.kind == "person" and not known.plural and agrees
    if pronoun.kind == "many":
        return known.plural or known.kind in BODY_KINDS
    return known.kind in ("organisation", "place", "facility", "group", "product", "work", "other") and not known.plural


def _clause_of(token: Token) -> Token:
    while token.head != token and not is_verb(token):
        token = token.head
    return token


def _bound_by_itself(doc: Doc, occurrence: Occurrence, pronoun: Pronoun) -> bool:
    """Whether pronoun and antecedent are arguments of one verb, so that only a reflexive could join them."""
    token = pronoun.token
    if _REFLEXIVE in token.lower_ or token.tag_ in ("PRP$", "WP$"):
        return False
    antecedent = doc[occurrence.head]
    if antecedent.sent != token.sent:
        return False
    clause = _clause_of(token.head)
    return _clause_of(antecedent.head) == clause or (
        token.dep_ not in _SUBJECTS and antecedent in _shared_subjects(clause)
    )


def _within_a_source(antecedent: Token, token: Token) -> bool:
    """Whether a name only tells of the source behind "according to": "according to papers found by Norvik, it"."""
    if antecedent.sent != token.sent or antecedent.i > token.i:
        return False
    above = list(antecedent.ancestors)
    to = next((t for t in above if t.lower_ == "to" and t.head.lower_ == "according"), None)
    return to is not None and to not in token.ancestors and antecedent.head != to


def _shared_subjects(verb: Token) -> list[Token]:
    """Return who does what a verb without a subject of its own tells: in "she won, knocking her out" the winner."""
    for _ in range(5):
        own = [c for c in verb.children if c.dep_ in _SUBJECTS]
        if own or verb.head == verb or verb.dep_ not in _SHARING:
            return own
        verb = _clause_of(verb.head)
    return []


def _score(known: Known, occurrence: Occurrence, pronoun: Pronoun, sentence: int) -> float:
    """Return how likely a pronoun means an entity, with weights fitted to the pronouns of ECB+ and MEANTIME."""
    score = salience(known, pronoun.token.i, sentence, _REACH_SENTENCES[pronoun.kind])
    score += _likewise(occurrence, pronoun, sentence)
    score += 0.3 if known.named else 0.0
    score += 0.5 if pronoun.gender and known.gender == pronoun.gender else 0.0
    return score - 0.005 * min(pronoun.token.i - occurrence.head, 100)


def _likewise(occurrence: Occurrence, pronoun: Pronoun, sentence: int) -> float:
    """Return what it counts that both are subjects, or in one sentence none is: "she rang Roe and asked him"."""
    if pronoun.token.dep_ in _SUBJECTS:
        return (0.4 if pronoun.kind == "thing" else 0.2) if occurrence.subject else 0.0
    beside = pronoun.kind == "one" and pronoun.token.dep_ in _OBJECTS and occurrence.sentence == sentence
    return 0.6 if beside and not occurrence.subject else 0.0


def _recent(known: Known, before: int) -> Occurrence | None:
    return next((p for p in reversed(known.mentions) if p.head < before), None)


def _best(doc: Doc, register: Register, pronoun: Pronoun, sentence: int, others: set[int]) -> Meant | None:
    if pronoun.kind == "many" and _stands_behind_several(doc, register, pronoun.token):
        return None
    is_object = pronoun.kind == "many" and pronoun.token.dep_ in _OBJECTS
    counted = _counted_before(doc, register, pronoun.token) if is_object else 0
    barred = _named_after(register, pronoun.token) | others
    scored: list[tuple[float, int]] = []
    for known in register.lately(sentence, _REACH_SENTENCES[pronoun.kind]):
        fits = known.number not in barred and _fits(known, pronoun)
        occurrence = _recent(known, pronoun.token.i) if fits else None
        if (
            occurrence is not None
            and (known.plural or occurrence.head >= counted)
            and not (
                _bound_by_itself(doc, occurrence, pronoun) or _within_a_source(doc[occurrence.head], pronoun.token)
            )
        ):
            scored.append((_score(known, occurrence, pronoun, sentence), -known.number))
    scored.sort(reverse=True)
    ahead = scored[0][0] - scored[1][0] if len(scored) > 1 else math.inf
    margin = _MARGIN if pronoun.kind != "one" else 0.0
    return Meant(register.known[-scored[0][1]], ahead >= _CLEAR[pronoun.kind]) if scored and ahead >= margin else None


def _named_after(register: Register, token: Token) -> set[int]:
    """Return who is named behind a pronoun in its clause, but as its subject: "his wife met Roe" is not of Roe's."""
    clause = _clause_of(token.head)
    parts = (c for c in clause.children if c.i > token.i and c.dep_ not in _SUBJECTS)
    behind = (t for part in parts for t in part.subtree if t.pos_ == "PROPN" and _clause_of(t) == clause)
    return {known.number for t in behind if (known := register.at(t.i)) is not None}


def _stands_behind_several(doc: Doc, register: Register, they: Token) -> bool:
    """Whether persons named one by one are the sentence's subject: "Ada Roe and Bo Lind said they" means the two."""
    for token in doc[they.sent.start : they.i]:
        known = register.at(token.i) if token.dep_ in _SUBJECTS and token.pos_ == "PROPN" else None
        named = any(t.dep_ == "conj" and t.pos_ == "PROPN" for t in token.children)
        if known is not None and known.kind == "person" and named:
            return True
    return False


def _counted_before(doc: Doc, register: Register, they: Token) -> int:
    """Return where two sides were last spoken of in a pronoun's sentence: "between the two camps", whom "them" means.

    A single body named before them is not meant then; 0 where none are.
    """
    for token in reversed(doc[they.sent.start : they.i]):
        if token.lower_ in _SIDES and register.at(token.i) is None and any(c.dep_ != "poss" for c in token.lefts):
            return int(token.i)
    return 0


def _quote_around(quotes: list[Quote], token: Token) -> Quote | None:
    return next((q for q in quotes if q.start <= token.i < q.end), None)


def antecedent(doc: Doc, register: Register, pronoun: Pronoun, sentence: int, quotes: list[Quote]) -> Meant | None:
    """Return the entity that the pronoun stands for; None when unsure."""
    if pronoun.kind == "relative":
        verb = _relative_clause(pronoun.token)
        return _surely(register.at(verb.head.i)) if verb is not None else None
    quote = _quote_around(quotes, pronoun.token)
    speaker = register.at(quote.speaker) if quote and quote.speaker is not None else None
    if not pronoun.speaks:
        if pronoun.kind == "one" and (own := _near_by(register, pronoun)) is not None:
            return Meant(own, True)
        others = {speaker.number} if speaker is not None else _spoken_of(register, pronoun.token, quotes)
        return _best(doc, register, pronoun, sentence, others)
    if speaker is None or speaker.kind not in ("person", "other") or (speaker.kind, pronoun.kind) == _ONE_SPEAKS:
        return _surely(speaker)
    # "We" of a person or a statement is the body that speaks through them, when the article says which.
    return Meant(register.known[speaker.body], True) if speaker.body is not None else None


def _spoken_of(register: Register, token: Token, quotes: list[Quote]) -> set[int]:
    """Return who is named in the words that a pronoun speaks: '"Roe is fair," she said' is not Roe."""
    own = [i for quote in quotes if quote.speaker == token.i for i in range(quote.start, quote.end)]
    found = [register.at(i) for i in own if token.doc[i].pos_ == "PROPN"]
    return {known.number for known in found if known is not None and known.named}


def _near_by(register: Register, pronoun: Pronoun) -> Known | None:
    """Return whom syntax ties a possessive to: "in his speech, Lind said", "a host with his dog"."""
    if pronoun.token.dep_ in _SUBJECTS and pronoun.token.head.dep_ == "advcl":
        return _of_the_clause_behind(register, pronoun)
    if pronoun.token.dep_ in _SUBJECTS and pronoun.token.head.dep_ == "relcl":
        return _of_the_noun_above(register, pronoun)
    noun = pronoun.token.head
    preposition = noun.head
    if pronoun.token.tag_ != "PRP$" or noun.dep_ != "pobj" or preposition.pos_ != "ADP":
        return None
    above = preposition.head
    if preposition.lower_ == "with" and above.pos_ in ("NOUN", "PROPN"):
        found = register.at(above.i)
    else:
        subject = next((c for c in above.children if c.dep_ in _SUBJECTS and c.i > noun.i), None)
        found = register.at(subject.i) if subject is not None and preposition.i < noun.i < subject.i else None
    return found if found is not None and _fits(found, pronoun) else None


def _of_the_clause_behind(register: Register, pronoun: Pronoun) -> Known | None:
    """Return who does what follows the clause that "she" stands in: "before she left, Lund spoke"."""
    clause = pronoun.token.head
    opened = any(c.dep_ in ("mark", "advmod") and c.i < pronoun.token.i for c in clause.children)
    subject = next((c for c in clause.head.children if c.dep_ in _SUBJECTS and c.i > pronoun.token.i), None)
    found = register.at(subject.i) if opened and subject is not None else None
    return found if found is not None and found.named and _fits(found, pronoun) else None


def _of_the_noun_above(register: Register, pronoun: Pronoun) -> Known | None:
    """Return who is spoken of in the phrase that "he" stands in: "the arrest of Lind over remarks he made"."""
    above = pronoun.token.head.head
    while above.pos_ in ("NOUN", "ADP", "PROPN") and above.head != above:
        above = above.head
        of = [p for prep in above.children if prep.lower_ == "of" for p in prep.children if p.dep_ == "pobj"]
        for token in (above, *of, *(c for c in above.children if c.dep_ == "poss")):
            found = register.at(token.i) if token.i < pronoun.token.i else None
            if found is not None and _fits(found, pronoun):
                return found
    return None


def _surely(known: Known | None) -> Meant | None:
    return Meant(known, True) if known is not None else None
