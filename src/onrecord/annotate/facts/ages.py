"""How old somebody is: "Ada Roe, 43,", "aged 43", "the 43-year-old", "died at the age of 43"."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.annotate.facts.figures import Figure
from onrecord.annotate.facts.quantity import Quantity, quantity_of
from onrecord.annotate.syntax import child

_NOUNS = frozenset({"NOUN", "PROPN"})
_AGE = frozenset({"age", "ages"})
_NO_HOLDERS = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "CARDINAL"})
_PLAUSIBLE_AGE = 115
_DEATH = frozenset({"die", "dead", "death"})


def age(doc: Doc, text: str, figure: Figure, number: Token) -> Quantity | None:
    """Return a figure as the age of whoever bears it, None where it is none."""
    if figure.money or (figure.high or 0) > _PLAUSIBLE_AGE or figure.low is None:
        return None
    if (old := _year_old(doc, figure)) is not None:
        return replace(quantity_of(figure, "age", "years", old, old.idx + len(old)), holder=_old_one(old))
    holder = _holder(text, figure, number)
    return None if holder is None else replace(quantity_of(figure, "age", "years", number), holder=holder)


def _old_one(old: Token) -> Token:
    """Return who is old: the noun that "34-year-old" stands before, the subject of "is 34 years old"."""
    if old.dep_ in ("amod", "nmod", "compound") and old.head.pos_ in _NOUNS:
        return old.head
    return _subject(old.head) or old


def _subject(verb: Token) -> Token | None:
    return child(verb, "nsubj", "nsubjpass")


def _year_old(doc: Doc, figure: Figure) -> Token | None:
    """Return "old" of "34-year-old", "34 years old"."""
    found = doc.char_span(figure.core.start, figure.core.end, alignment_mode="expand")
    for token in doc[found.end : found.end + 4] if found is not None else ():
        if token.lower_ in ("old", "olds") and doc[token.i - 1].lower_ in ("-", "years", "year"):
            return token
    return None


def _holder(text: str, figure: Figure, number: Token) -> Token | None:
    """Return whoever is as old as the number says: "Ada Roe, 43,", "aged 43", "He was 50.", "died at 50"."""
    head = number.head
    if head.lower_ == "aged":
        return head.head
    if number.dep_ == "pobj" and (_bare(text, figure) or head.head.lower_ in _AGE):
        return _holder_at(head)
    if number.dep_ == "attr" and head.lemma_ == "be" and _bare(text, figure):
        subject = _subject(head)
        if subject is not None and subject.lower_ == "who" and head.dep_ == "relcl":
            return head.head
        human = subject is not None and (subject.lower_ in ("he", "she") or subject.ent_type_ == "PERSON")
        return subject if human else None
    if number.dep_ in ("appos", "nummod", "npadvmod") and _between_commas(text, figure) and head.pos_ in _NOUNS:
        return head if head.ent_type_ not in _NO_HOLDERS else None
    return None


def _holder_at(preposition: Token) -> Token | None:
    """Return who is so old in "at the age of 50", "dead at 50"."""
    head = preposition.head
    if preposition.lower_ == "of" and head.lower_ in _AGE:
        verb = head.head.head if head.head.dep_ == "prep" else head.head
        return _subject(verb) or verb
    if preposition.lower_ == "at" and head.lemma_ in _DEATH:
        return _subject(head) or head
    return None


def _bare(text: str, figure: Figure) -> bool:
    return text[figure.core.end : figure.core.end + 2].strip()[:1] in ("", ".", ",", ";", '"', "”")


def _between_commas(text: str, figure: Figure) -> bool:
    before = text[max(0, figure.core.start - 100) : figure.core.start].rstrip()[-1:]
    after = text[figure.core.end : figure.core.end + 1]
    return (before == "," and after in (",", ".", ";")) or (before == "(" and after == ")")
