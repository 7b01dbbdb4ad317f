"""How something was said: mode, certainty, medium, to whom."""

from collections.abc import Sequence
from functools import lru_cache

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.statements.clauses import is_mark
from onrecord.annotate.statements.hands import Hand
from onrecord.annotate.statements.lexicon import data_rows, listed, words
from onrecord.annotate.statements.naming import mention_at
from onrecord.annotate.statements.quotation import Quotation
from onrecord.annotate.statements.reading import Reading, main_verb
from onrecord.annotate.statements.stances import is_negated
from onrecord.annotate.syntax import is_verb
from onrecord.model import WIDE_PARTY_KINDS, Certainty, Mode


def mode_of(reading: Reading, marks: Sequence[Quotation]) -> Mode:
    """Return direct when all of the content stands between marks, mixed when some of it does."""
    quoted = [q.span for q in marks if q.depth == 0]
    said = [t for t in reading.content if not is_mark(t)]
    inside = [t for t in said if any(s.start <= t.idx < s.end for s in quoted)]
    if not inside:
        return "indirect"
    return "direct" if len(inside) == len(said) else "mixed"


def certainty_of(reading: Reading) -> Certainty:
    """Return how sure the speaker claims to be: by the modal or adverb of the content's own clause, or the cue."""
    verb = main_verb(reading.content)
    near = [verb, *verb.children] if verb is not None else list(reading.content[:4])
    if verb is not None and any(c.dep_ == "nsubj" and c.pos_ != "PRON" for c in verb.children):
        near = [t for t in near if t.lemma_ not in listed("probable") or t.pos_ != "VERB" or t.lemma_ in _SEEMING]
    lemmas = {t.lemma_.lower() for t in near} | {t.lower_ for t in near}
    if lemmas & listed("possible") or _leaves_open(reading):
        return "possible"
    if lemmas & listed("probable") or (reading.head is not None and reading.head.lemma_ in listed("probable")):
        return "probable"
    return "certain"


_SEEMING = frozenset({"appear", "seem"})
"""Verbs that hedge whatever their subject; what others think or suspect is no hedge of the speaker's."""


def _leaves_open(reading: Reading) -> bool:
    """Whether the cue holds something possible: "did not rule out",."""
    return reading.entry is not None and reading.entry.words == ("rule", "out") and is_negated(reading)


@lru_cache(maxsize=1)
def _occasions() -> dict[str, str]:
    return {noun: medium for noun, medium in data_rows("occasions.tsv")}


def medium_of(reading: Reading, hands: Sequence[Hand], document: str | None) -> str | None:
    """Return the medium as far as it is said: a document's noun, a platform, an outlet, an occasion."""
    if document:
        return document
    if hands:
        return hands[0].name
    if reading.head is None:
        return None
    said = {t.i for t in (*reading.source, *reading.content)}
    beside = [t for t in reading.head.subtree if t.i not in said and t.dep_ in ("pobj", "dobj", "dative")]
    named = (t for t in beside if t.lemma_.lower() in _occasions() and not _is_of_other_deed(t, reading.head))
    return next((_occasions()[t.lemma_.lower()] for t in named), None)


_SPEAKING = frozenset({"speak", "talk", "write", "appear", "address", "testify", "ask", "hold", "answer"})


def _is_of_other_deed(occasion: Token, cue: Token) -> bool:
    """Whether an occasion is another clause's: "after they met by phone, she said", not "speaking by phone"."""
    for above in occasion.ancestors:
        if above == cue:
            return False
        if is_verb(above) and above.lemma_ not in _SPEAKING | {"give"}:
            return True
        if is_verb(above) and above.tag_ != "VBG":
            return True
    return False


def addressees(draft: Draft, reading: Reading, hands: Sequence[Hand]) -> tuple[str, ...]:
    """Return whom it was said to, as far as the cue's clause says; an outlet that is a hand is none."""
    if reading.head is None or reading.entry is None or reading.entry.part != "verb":
        return ()
    known = {h.name for h in hands}
    found = [_name(draft, t) for t in _addressed(reading, reading.head)]
    return tuple(dict.fromkeys(name for name in found if name and name not in known))


def _addressed(reading: Reading, verb: Token) -> list[Token]:
    content = {t.i for t in reading.content}
    found = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP" and c.i not in content]
    if verb.lemma_ in listed("addressing"):
        found += [c for c in verb.children if c.dep_ == "dobj" and c not in found]
    for to in verb.children:
        if to.lower_ == "to" and to.dep_ in ("prep", "dative") and to.i not in content:
            found += [c for c in to.children if c.dep_ == "pobj" and c.i not in content]
    return found


def _name(draft: Draft, token: Token) -> str | None:
    """Return whom a word stands for; a thing that nobody can talk to is nobody."""
    mention = mention_at(draft, token)
    if mention is not None:
        return mention.name if mention.kind in WIDE_PARTY_KINDS else None
    if token.pos_ not in ("NOUN", "PROPN") or token.lemma_ not in words("listeners"):
        return None
    phrase = [t for t in token.subtree if t.dep_ not in ("det", "relcl", "punct")]
    return " ".join(t.text for t in phrase)[:80]
