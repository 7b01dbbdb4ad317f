"""What each number in the text counts: people killed, years of age, per cent of a thing, money, a measure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.annotate.facts.figures import LENGTH, Figure, find_figures
from onrecord.annotate.facts.units import MONEY, numbered, people, units
from onrecord.annotate.facts.words import canonical
from onrecord.annotate.syntax import child
from onrecord.model import Span, TimeExpression

_MEASURE_TAIL = frozenset({"of"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_DEATH = frozenset({"die", "dead", "death"})
_PLAUSIBLE_AGE = 115
_AGE = frozenset({"age", "ages"})
_NO_HOLDERS = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "CARDINAL"})
_STATES = frozenset({"dead", "injured", "wounded", "missing", "hurt", "homeless"})
_OF_PEOPLE = frozenset(
    {"die", "hurt", "miss", "homeless", "arrest", "free", "rescue", "evacuate", "guilty", "sentence", "charge"}
)
"""What is told of people alone, in canonical words: "four were killed" counts people."""
_TIME_SIZES = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400, "weeks": 604_800}
_SAID_AGAIN = re.compile(
    r"[\s-]?(?:feet|foot|ft|met(?:re|er)s?|m|miles?|km|kilomet(?:re|er)s?|pounds?|lbs?|kg|acres?|hectares?)\b"
)
_DEEP = re.compile(LENGTH)
_SMALL = 10
_NOUN_WITHIN = 40
_LARGE = 1000
"""From this size on a number counts something even where its noun is not in sight."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts.

    span   its words with the counted noun; `head` the counted noun's lemma, `unit` its class
    noun   the token that the counted thing hangs on the sentence by
    holder whoever an age is the age of
    state  what the counted are said to be: "dead" of "38 dead"
    """

    span: Span
    low: float | None
    high: float | None
    approximate: bool
    head: str
    unit: str | None
    noun: Token
    holder: Token | None = None
    state: Token | None = None


def find_quantities(doc: Doc, times: Sequence[TimeExpression]) -> Iterator[Quantity]:
    """Yield the counts of a text in order; numbers inside dates are none; "nine minutes and 46 seconds" is one."""
    text = doc.text  # spaCy puts it together anew each time it is asked
    held: Quantity | None = None
    for quantity in _each(doc, text, times):
        if held is not None and (joined := _added(text, held, quantity)):
            held = joined
            continue
        if held is not None:
            yield held
        held = quantity
    if held is not None:
        yield held


def _added(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    """Return two times that stand as one duration, counted in the smaller unit; None where they do not."""
    between = text[left.span.end : right.span.start] if left.span.end <= right.span.start else "x"
    sizes = _TIME_SIZES.get(left.unit or ""), _TIME_SIZES.get(right.unit or "")
    if sizes[0] is None or sizes[1] is None or between.strip() not in ("and", ",", "", ", and") or sizes[0] <= sizes[1]:
        return None
    if left.low is None or right.low is None or left.low != left.high or right.low != right.high:
        return None
    total = left.low * sizes[0] / sizes[1] + right.low
    return replace(left, span=Span(left.span.start, right.span.end), low=total, high=total, unit=right.unit)


def _each(doc: Doc, text: str, times: Sequence[TimeExpression]) -> Iterator[Quantity]:
    dated = [t.span for t in times if t.type in ("DATE", "TIME", "SET")]
    for figure in find_figures(text):
        number = _number(doc, figure)
        if number is None or _in_name(number) or _no_count(text, figure, number):
            continue
        aged = _age(doc, text, figure, number)
        if aged is not None:
            yield aged
        elif not any(figure.core.overlaps(span) for span in dated) and (counted := _counted(doc, figure, number)):
            yield counted


def _number(doc: Doc, figure: Figure) -> Token | None:
    """Return the token of a figure by which it hangs on the sentence."""
    found = doc.char_span(figure.core.start, figure.core.end, alignment_mode="expand")
    return None if found is None else found.root


def _in_name(number: Token) -> bool:
    """Whether a number is part of a name or a bare label ("Channel 5", "Class A 3", "win game seven")."""
    before = number.nbor(-1) if number.i > 0 else None
    if before is not None and before.lemma_.lower() in numbered() and number.head.i < number.i:
        return True
    named = (
        before is not None
        and before.pos_ == "PROPN"
        and before.head in (number, number.head)
        and before.ent_type_ not in ("", "PERSON")
    )
    return named and number.dep_ in ("nummod", "appos", "nmod") and number.head == before


def _no_count(text: str, figure: Figure, number: Token) -> bool:
    """Whether a figure is a year, a measure said again in other units, or "one" that counts nothing ("one of the")."""
    words = figure.core.of(text)
    if text[max(0, figure.span.start - 1) : figure.span.start] == "(" and _SAID_AGAIN.match(text, figure.core.end):
        return True
    if re.fullmatch(r"(?:19|20)\d\d", words) and not figure.money:
        return True
    return words.lower() == "one" and not (number.dep_ == "nummod" and number.head.lemma_.lower() in people())


def _quantity(figure: Figure, head: str, unit: str | None, noun: Token, end: int = 0) -> Quantity:
    span = Span(figure.span.start, max(figure.span.end, end))
    return Quantity(span, figure.low, figure.high, figure.approximate, head, unit, noun)


# --- ages --------------------------------------------------------------------------------------------


def _age(doc: Doc, text: str, figure: Figure, number: Token) -> Quantity | None:
    if figure.money or (figure.high or 0) > _PLAUSIBLE_AGE or figure.low is None:
        return None
    if (old := _year_old(doc, figure)) is not None:
        return replace(_quantity(figure, "age", "years", old, old.idx + len(old)), holder=_old_one(old))
    holder = _holder(text, figure, number)
    return None if holder is None else replace(_quantity(figure, "age", "years", number), holder=holder)


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


# --- everything else ---------------------------------------------------------------------------------


def _counted(doc: Doc, figure: Figure, number: Token) -> Quantity | None:
    found = doc.char_span(figure.core.start, figure.core.end, alignment_mode="expand")
    after = doc[found.end] if found is not None and found.end < len(doc) else None
    if figure.money:
        return _quantity(figure, _money_head(number), MONEY.get(figure.money, figure.money), number)
    if found is not None and (unit := units().get(_glued(found, figure))):  # "70m" of "70m-deep"
        return _measure(doc, figure, found[-1], unit)
    if after is not None and after.lower_ in ("-", "–") and after.i + 1 < len(doc):
        after = doc[after.i + 1]
    if after is not None and (unit := _unit(after)):
        return _measure(doc, figure, after, unit)
    if after is not None and after.lower_ in _STATES and after.dep_ not in ("amod", "compound"):
        return replace(_quantity(figure, "people", "people", number, after.idx + len(after)), state=after)
    noun = _noun(number, figure)
    if noun is None or _is_known(noun, figure):
        return None
    head = "" if _is_figure(noun, figure) else noun.lemma_.lower()
    if not head and canonical(_said_of(noun).lemma_) in _OF_PEOPLE and noun.dep_ in ("nsubj", "nsubjpass", "dobj"):
        head = "people"
    unit = "people" if head in people() or noun.ent_type_ == "NORP" else units().get(head)
    return _quantity(figure, head, unit, noun, _end(noun, figure))


def _glued(number: DocSpan, figure: Figure) -> str:
    """Return what stands in one token with a number, in lower case."""
    return number.doc.text[figure.core.end : number.end_char].lower()


def _said_of(noun: Token) -> Token:
    """Return the verb that a noun hangs on, of "are" what it joins: "six are dead"."""
    verb = noun.head
    state = (c for c in verb.children if c.dep_ == "acomp") if verb.lemma_ == "be" else ()
    return next(iter(state), verb)


def _unit(token: Token) -> str | None:
    name = units().get(token.lower_) or units().get(token.lemma_.lower())
    if name is None and token.lower_ == "per" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "cent":
        return "percent"
    return name


def _measure(doc: Doc, figure: Figure, unit: Token, name: str) -> Quantity:
    """A measure: "71.7 grams of", "41-month sentence", "27% of searches"; the head is what is measured."""
    last = unit.nbor() if unit.lower_ == "per" and unit.i + 1 < len(doc) else unit
    measured = next(
        (
            p
            for c in last.children
            if c.dep_ == "prep" and c.lower_ in _MEASURE_TAIL
            for p in c.children
            if p.dep_ == "pobj"
        ),
        None,
    )
    if measured is None and last.dep_ in ("compound", "nmod", "amod", "npadvmod") and last.head.pos_ in _NOUNS:
        measured = last.head
        while measured.dep_ in ("compound", "nmod") and measured.head.pos_ in _NOUNS:
            measured = measured.head
    head = (measured or last).lemma_.lower()
    return _quantity(figure, head, name, last, _end_of_measure(doc, last, name))


def _end_of_measure(doc: Doc, last: Token, unit: str) -> int:
    """Return the end of a measure's words; the "m" of "70m-deep" is one of metres only with the word behind it."""
    end = last.idx + len(last)
    deep = _DEEP.match(doc.text, end) if unit == "metres" and last.lower_.endswith("m") else None
    return deep.end() if deep is not None else end


def _money_head(number: Token) -> str:
    head = number.head
    while head.pos_ == "NUM" and head.head != head:
        head = head.head
    return head.lemma_.lower() if head.pos_ in _NOUNS else "money"


def _noun(number: Token, figure: Figure) -> Token | None:
    """Return the noun that a number counts, itself when it stands for one ("seven were held")."""
    token = number
    of = next(
        (p for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj"),
        None,
    )
    if of is not None:
        return of
    if token.pos_ in _NOUNS and not _is_figure(token, figure):
        return token
    while (
        token.dep_ in ("nummod", "quantmod", "compound", "nmod", "amod", "advmod", "npadvmod")
        and token.head.i > token.i
    ):
        token = token.head
        if token.pos_ in _NOUNS and not _is_figure(token, figure):
            return token
    if figure.low != 1 and (token.dep_ in ("nsubj", "nsubjpass", "dobj") or (figure.high or figure.low or 0) >= _LARGE):
        return token
    return None


def _is_known(noun: Token, figure: Figure) -> bool:
    """Whether the counted are ones already told of ("the two leaders"), so that the number tells nothing new."""
    small = figure.low is not None and figure.low == figure.high and figure.low <= _SMALL
    return small and any(c.lower_ in ("the", "these", "those", "both", "other") for c in noun.children)


def _is_figure(token: Token, figure: Figure) -> bool:
    return figure.core.start <= token.idx < figure.core.end


def _end(noun: Token, figure: Figure) -> int:
    """Return the end that takes in the counted noun where it stands close behind the number."""
    return noun.idx + len(noun) if 0 <= noun.idx - figure.core.end <= _NOUN_WITHIN else 0
