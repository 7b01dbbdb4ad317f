"""What a phrase is said of: its governing word, and the words around it, the nearest in the syntax first."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.annotate.facts.units import people
from onrecord.annotate.facts.words import canonical, content, families
from onrecord.annotate.syntax import child, is_passive, is_verb, surface_subject
from onrecord.data_files import lists
from onrecord.model import Modality, Span

_SUBJECTS = ("nsubjpass", "nsubj", "csubj")
_POSSIBLE = frozenset({"could", "may", "might", "can", "should", "if", "unless", "whether", "must"})
_PLANNED = frozenset({"will", "'ll", "shall", "wo", "would"})
_TOPICS = frozenset({*_SUBJECTS, "dobj", "pobj", "attr"})
_BESIDE_A_NOUN = frozenset({"acl", "relcl"})
_DEED_ENDINGS = ("ment", "tion", "sion", "ance", "ence", "ing", "ure")
_NEAR = 3
_TOPIC_TOKENS = 3


@dataclass(frozen=True, slots=True)
class Anchor:
    """The governing word of a phrase in its sentence.

    relation  how the phrase hangs on it: "nsubj", "dobj", "prep in", "" when it stands alone
    subject   tokens of the governing verb's subject
    near and far  canonical content words of the sentence within and beyond a few steps in the syntax
    """

    token: Token
    predicate: str
    relation: str
    subject: Token | None
    topic: Span | None
    near: tuple[str, ...]
    far: tuple[str, ...]


def span_of(start: Token, end: Token) -> Span:
    """Return the words from one token to another as a span of the text; a parse may give them in either order."""
    first, last = sorted((start, end), key=lambda token: token.idx)
    return Span(first.idx, last.idx + len(last))


def root_of(doc: Doc, span: Span) -> Token | None:
    """Return the syntactic head of some words, None where the words are no tokens.

    Of words that the parse cuts into two sentences ("at 6 p.m. (ET) | Sunday, May 4") it is the head of the first.
    """
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    if found is None:
        return None
    sentence = found[0].sent
    return found.root if sentence.end >= found.end else doc[found.start : sentence.end].root


def anchor(phrase: Token, inside: Span) -> Anchor:
    """Return what a phrase, given by its head, is said of; `inside` are the phrase's own words."""
    governor, relation = _climb(phrase)
    governor = _awaited(phrase) or governor
    if relation in _SUBJECTS and (done := _raised(governor)) != governor:
        governor, relation = done, "nsubjpass" if is_passive(done) else "nsubj"
    near, far = _around(phrase, governor, inside)
    own = [c for c in governor.children if c.dep_ in _SUBJECTS] or (
        surface_subject(governor) if is_verb(governor) else []
    )
    subject = next(iter(own), None)
    predicate = canonical(_predicate(governor, inside))
    return Anchor(governor, predicate, relation, subject, _topic(governor, inside), near, far)


def clause_modality(governor: Token) -> Modality:
    """Return how the clause that holds a value tells it, by its own helpers and marks: "would be held" is planned.

    What verbs above make of a happening ("alleged", "foiled") is asked of `events.modality`; an entry weighs the two.
    """
    verb = governor
    while verb.head != verb and not is_verb(verb):
        verb = verb.head
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "mark", "neg", "auxpass")}
    if helpers & {"not", "n't", "never"} or _is_yet_to_come(verb):
        return "denied"
    if helpers & _POSSIBLE:
        return "hypothetical"
    if helpers & _PLANNED or (verb.dep_ == "xcomp" and verb.head.lemma_ in {"be"} | _governing("intent")):
        return "planned"
    return "actual"


def _is_yet_to_come(verb: Token) -> bool:
    """Whether something "has yet to" be done."""
    return verb.dep_ == "xcomp" and any(c.lower_ == "yet" for c in (*verb.head.children, *verb.children))


def _topic(governor: Token, inside: Span) -> Span | None:
    """Return a few words for what the governing word is about, leaving out the value itself."""
    told_of = [governor.head] if governor.dep_ in _BESIDE_A_NOUN else []
    for part in (*sorted(governor.children, key=lambda c: c.dep_ not in _SUBJECTS), *told_of):
        noun = part
        if part.dep_ == "prep" and governor.pos_ in ("NOUN", "PROPN") and part.lower_ == "of":
            noun = next((c for c in part.children if c.dep_ == "pobj"), part)
        is_topic = noun.dep_ in _TOPICS or noun in told_of
        if noun.pos_ in ("NOUN", "PROPN") and is_topic and not inside.start <= noun.idx < inside.end:
            return span_of(noun.doc[max(noun.left_edge.i, noun.i - _TOPIC_TOKENS)], noun)
    return None


def _climb(phrase: Token) -> tuple[Token, str]:
    token, relation = phrase, ""
    while token.head != token:
        first_prep = token.dep_ in ("prep", "agent") and not relation.startswith("prep ")
        if first_prep or not relation or relation in ("pobj", "compound", "nummod"):
            relation = f"prep {token.lower_}" if token.dep_ == "prep" else token.dep_
        token = token.head
        if is_verb(token) or (token.pos_ in ("NOUN", "PROPN") and _carries(token, phrase)):
            break
    return token, relation


def _awaited(phrase: Token) -> Token | None:
    """Return what something is done ahead of, where a phrase stands right behind it: "shut before the vote on ..."

    The parse hangs the day or place on the verb, which is done on another day and elsewhere.
    """
    first = phrase.head if phrase.dep_ == "pobj" else phrase
    if first.dep_ not in ("prep", "npadvmod") or first.left_edge.i == first.sent.start:
        return None
    noun = first.doc[first.left_edge.i - 1]
    of = noun.head
    before = f"{of.head.lower_} of" if of.lower_ in ("of", "to") else of.lower_
    awaited = noun.dep_ == "pobj" and noun.pos_ == "NOUN" and before in ("ahead of", "before", "until", "since")
    return noun if awaited and _names_a_deed(noun) else None


def _raised(verb: Token) -> Token:
    """Return what is done where the verb only says how it is known: "six people are now known to have died"."""
    if verb.lemma_ not in _governing("know"):
        return verb
    return next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB"), verb)


def _governing(kind: str) -> frozenset[str]:
    """Return the lemmas of one kind of word that a value hangs on though it is said of another."""
    return lists(__package__, "governing.tsv")[kind]


def _carries(noun: Token, phrase: Token) -> bool:
    """Whether a noun on the way up is what the phrase tells about ("the death of ... on Saturday")."""
    if noun.lemma_.lower() in _governing("measure"):
        return False
    if noun != phrase and phrase.head.lower_ == "of" and phrase.head.head == noun and _names_a_deed(noun):
        return True
    return noun != phrase and (noun.dep_ not in ("pobj", "compound", "nmod", "npadvmod") or phrase.head == noun)


def _names_a_deed(noun: Token) -> bool:
    """Whether a noun tells what is done ("the deployment of", "the death of")."""
    lemma = noun.lemma_.lower()
    return lemma in families() or lemma.endswith(_DEED_ENDINGS)


def _predicate(governor: Token, inside: Span) -> str:
    """Return the lemma that says what happened: the complement of a bare "be", a verb with its particle."""
    held = _held(governor) if governor.lemma_ in _governing("hold") else None
    if held is not None and not inside.start <= held.idx < inside.end:
        return _noun_lemma(held)
    done = _done(governor) if governor.lemma_ in _governing("do") else None
    if done is not None and not inside.start <= done.idx < inside.end:
        return done.lemma_
    if governor.lemma_ == "call" and child(governor, "oprd") is not None:
        return "term"  # "what it called a kidnapping": nobody rings
    if governor.lemma_ == "be":
        said = child(governor, "attr", "acomp")
        return said.lemma_ if said is not None else "be"
    particle = child(governor, "prt")
    return f"{governor.lemma_}-{particle.lower_}" if particle is not None else _noun_lemma(governor)


def _noun_lemma(noun: Token) -> str:
    """Return a noun's lemma; a conference held for the press is none between parties."""
    of_press = noun.lemma_ == "conference" and any(c.lower_ in ("news", "press") for c in noun.children)
    return "briefing" if of_press else noun.lemma_


def _held(governor: Token) -> Token | None:
    """Return the noun for what is held, planned or takes place: that, and not the holding, is what happens."""
    if governor.lemma_ == "take" and not any(c.lower_ == "place" for c in governor.children):
        return None
    wanted = ("nsubjpass", "dobj") if governor.lemma_ != "take" else ("nsubj",)
    nouns = [c for c in governor.children if c.dep_ in wanted and c.pos_ == "NOUN"]
    return min(nouns, key=lambda c: wanted.index(c.dep_), default=_held_outside(governor))


def _done(governor: Token) -> Token | None:
    """Return the noun for what is done where the verb only says that it is: "conducted a test", "launch an inquiry"."""
    found = (c for c in governor.children if c.dep_ in ("nsubjpass", "dobj") and c.pos_ == "NOUN")
    noun = next(found, None)
    if noun is None and governor.dep_ == "acl" and governor.tag_ == "VBN" and governor.head.pos_ == "NOUN":
        noun = governor.head
    if noun is None or noun.lemma_ in people() or canonical(noun.lemma_) == "say":  # "issued a statement"
        return None
    return noun if _names_a_deed(noun) else None


def _held_outside(governor: Token) -> Token | None:
    """Return the noun that the holding is told beside: "the poll set for June", "talks which are to be held"."""
    clause = governor.head if governor.dep_ == "xcomp" and governor.head.lemma_ == "be" else governor
    own = [c for c in clause.children if c.dep_ in _SUBJECTS]
    if clause != governor and own and own[0].pos_ == "NOUN":
        return own[0]
    noun = _behind_place(clause.head)
    beside = clause.dep_ in _BESIDE_A_NOUN and governor.tag_ == "VBN" and noun.pos_ == "NOUN"
    return noun if beside and all(c.tag_ in ("WDT", "WP") for c in own) else None


def _behind_place(noun: Token) -> Token:
    """Return what takes place where a clause hangs on its place: "the summit in Lorne, scheduled for June"."""
    above = noun.head.head if noun.pos_ == "PROPN" and noun.dep_ == "pobj" else noun
    return above if above.pos_ == "NOUN" else noun


def _around(phrase: Token, governor: Token, inside: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
    distance = _distances(phrase)
    near: dict[str, None] = {}
    far: dict[str, None] = {}
    for token in sorted(phrase.sent, key=lambda t: (distance.get(t.i, 99), t.i)):
        if inside.start <= token.idx < inside.end:
            continue
        if word := content(token):
            (near if distance.get(token.i, 99) <= _NEAR or token.i == governor.i else far)[word] = None
    return tuple(near), tuple(w for w in far if w not in near)


def _distances(start: Token) -> dict[int, int]:
    """Return the number of steps in the syntax from a token to the others of its sentence."""
    reached = {start.i: 0}
    front = [start]
    while front:
        token = front.pop(0)
        for other in (token.head, *token.children):
            if other.i not in reached:
                reached[other.i] = reached[token.i] + 1
                front.append(other)
    return reached
