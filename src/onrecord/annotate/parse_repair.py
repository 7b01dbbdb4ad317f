"""What the parser misreads too often to be left: "Ada Roe, the mayor, called Bo Lind", taken for what one is named.

A name has no participle "called" hung on it where the sentence has no other verb, where the name seems to be joined to
a verb, or where what follows seems to be joined to the name ("Roe called Lind and the two spoke"): then Roe calls.
Nor is "May" a modal before a verb in the past ("May said"), nor a plural what has a subject and no verb above it
("Roe checks into clinic").
"""

from collections.abc import Iterator
from typing import cast

from spacy.tokens import Doc, Token
from thinc.types import Ints2d

from onrecord.annotate.parse_days import off_days
from onrecord.annotate.verb_forms import is_verb, verb_forms

_SPARING = frozenset({"dobj", "auxpass", "agent", "xcomp", "advcl"})
"""What beside "called" leaves open whether it is to phone, or tells itself what the call was for."""
_Change = tuple[Token, Token, str]
"""A word, what it hangs on, and how."""


def repair(doc: Doc) -> Doc:
    """Return the parse, each misread "called" in it the verb of its clause, and "May said" a name and its verb."""
    for word in doc:
        if word.tag_ == "MD" and word.is_title and _is_surname(word):
            word.tag_, word.pos_, word.dep_ = "NNP", "PROPN", "nsubj"
        elif word.tag_ == "NNS" and (verb := _verb_with_subject(word)):
            word.tag_, word.pos_, word.lemma_ = "VBZ", "VERB", verb
    verbs = [t for t in doc if t.lower_ == "called"]
    changes = [change for verb in verbs for change in (_changes(verb) if verb.dep_ == "acl" else _called(verb))]
    changes += off_days(doc)
    if not changes:
        return doc
    table = doc.to_array(["HEAD", "DEP"])
    for word, head, relation in changes:
        table[word.i, 0] = (head.i - word.i) % (1 << 64)
        table[word.i, 1] = doc.vocab.strings.add(relation)
    for word, _, relation in changes:
        if word.lower_ == "called" and relation != "conj":
            word.tag_ = "VBD"
    return doc.from_array(["HEAD", "DEP"], cast(Ints2d, table))


def _verb_with_subject(word: Token) -> str | None:
    """Return the verb of which a seeming plural is a form: it heads a sentence and has somebody before it."""
    if word.dep_ != "ROOT" or not any(c.dep_ == "nsubj" and c.i < word.i for c in word.children):
        return None
    return next((verb for verb, _ in verb_forms(word.lower_) if is_verb(verb)), None)


def _is_surname(modal: Token) -> bool:
    """Whether "May" or "Will" stands where a subject is wanting, before a verb in the past: "May said"."""
    verb = modal.head
    return (
        modal.dep_ == "aux"
        and verb.tag_ == "VBD"
        and verb.i > modal.i
        and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    )


def _changes(verb: Token) -> Iterator[_Change]:
    """Yield what makes "called" the verb of a clause; nothing where it is what somebody is named."""
    whom = next((c for c in verb.children if c.dep_ in ("oprd", "dobj") and c.i > verb.i), None)
    if whom is None or any(c.dep_ == "agent" for c in verb.children):
        return
    if subject := _lone(verb):
        yield verb, verb if subject.dep_ == "ROOT" else subject.head, subject.dep_
        yield from _subject(subject, verb)
    elif subject := _joined(verb):
        yield verb, verb if subject.head.dep_ == "ROOT" else subject.head.head, subject.head.dep_
        yield subject.head, verb, "conj"
        yield from _subject(subject, verb)
    else:
        return
    yield from _object(whom, verb)


def _called(verb: Token) -> Iterator[_Change]:
    """Yield what makes the object of whom the parser takes for what somebody is named: nobody is named right here."""
    named = [c for c in verb.children if c.dep_ == "oprd"]
    spared = verb.dep_ in ("relcl", "amod") or any(c.dep_ in _SPARING for c in verb.children)
    if (
        len(named) == 1
        and not spared
        and named[0].i > verb.i
        and named[0].tag_.startswith("NN")
        and not _runs_on(named[0])
    ):
        yield from _object(named[0], verb)


def _runs_on(named: Token) -> bool:
    """Whether what somebody is called stands behind them: "called Norland's envoy to Tarvo a fool"."""
    later = (t for t in named.subtree if t.i > named.i and t.lower_ in ("a", "an"))
    return any(t.nbor(-1).text != "," and t.nbor(-1).tag_ not in ("IN", "TO") for t in later)


def _lone(verb: Token) -> Token | None:
    """Return who calls where the name is all that the sentence has, or is seemingly joined to a verb."""
    above = verb.head
    if _is_name(above) and above.dep_ == "conj" and above.head.tag_.startswith("VB"):
        return above
    root = next((t for t in (above, *above.ancestors) if t.dep_ == "ROOT"), above)
    return root if _is_apart(verb) and _is_named(root) and root.i < verb.i else None


def _joined(verb: Token) -> Token | None:
    """Return who calls where the subject of the clause behind is seemingly joined to them."""
    top = verb.head.head if verb.head.dep_ == "appos" else verb.head
    named = _is_name(top) or any(c.dep_ == "appos" and _is_name(c) for c in top.children)
    return (
        top
        if named
        and _is_apart(verb)
        and top.dep_ == "nsubj"
        and any(c.dep_ == "conj" and c.i > verb.i for c in top.children)
        else None
    )


def _is_name(word: Token) -> bool:
    return word.tag_.startswith("NNP")


def _is_named(word: Token) -> bool:
    """Whether it is a name, or an office with the name behind it: "the minister, Ada Roe"."""
    return _is_name(word) or any(c.dep_ == "appos" and _is_name(c) for c in word.children)


def _is_apart(verb: Token) -> bool:
    return verb.i > 0 and verb.nbor(-1).text == ","


def _subject(subject: Token, verb: Token) -> Iterator[_Change]:
    """Yield what makes a name the subject, and hangs on the verb what stands behind it."""
    yield subject, verb, "nsubj"
    for word in subject.children:
        if word.i < subject.i and word.lower_ == "that":
            yield word, verb, "mark"
        elif word.i > verb.i and word.dep_ == "conj":
            yield word, subject.head, "nsubj"
        elif word.i > verb.i:
            yield word, verb, "advcl" if word.tag_.startswith("VB") else word.dep_
            yield from ((c, verb, c.dep_) for c in word.children if c.dep_ == "prep" and c.i < word.i)


def _object(whom: Token, verb: Token) -> Iterator[_Change]:
    """Yield what makes whom somebody calls the object: of "prime minister Ada Roe" the name, not the office."""
    beside = next((c for c in whom.children if c.dep_ == "appos" and c.left_edge.i == whom.i + 1), None)
    if beside is None:
        yield whom, verb, "dobj"
    elif _is_name(beside):
        yield beside, verb, "dobj"
        yield whom, beside, "compound"
    else:
        yield whom, verb, "dobj"
        yield beside, verb, "oprd"  # "called the minister a friend"
