"""What each number in the text counts: people killed, years of age, per cent of a thing, money, a measure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.annotate.facts.ages import age
from onrecord.annotate.facts.figures import Figure, find_figures
from onrecord.annotate.facts.measures import measure
from onrecord.annotate.facts.quantity import Quantity, quantity_of
from onrecord.annotate.facts.shares import find_shares, share_of
from onrecord.annotate.facts.tolls import counted_in, is_change, is_toll, measured_by, put_at
from onrecord.annotate.facts.units import MONEY, numbered, people, units
from onrecord.annotate.facts.words import canonical
from onrecord.annotate.syntax import child, is_verb
from onrecord.model import Span, TimeExpression

_NOUNS = frozenset({"NOUN", "PROPN"})
_STATES = frozenset({"dead", "injured", "wounded", "missing", "hurt", "homeless"})
_OF_PEOPLE = frozenset(
    {"die", "hurt", "miss", "homeless", "arrest", "free", "rescue", "evacuate", "guilty", "sentence", "charge"}
)
"""What is told of people alone, in canonical words: "four were killed" counts people."""
_TIME_SIZES = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400, "weeks": 604_800}
_SAID_AGAIN = re.compile(
    r"[\s-]?(?:feet|foot|ft|met(?:re|er)s?|m|miles?|km|kilomet(?:re|er)s?|pounds?|lbs?|kg|acres?|hectares?)\b"
)
_OF_A_CONTEST = re.compile(r"-(?:horse|way) (?:race|contest|fight|split|road|street)\b|-horse\b", re.I)
_SIDE = re.compile(r"\b(?:starting|first|playing|best) \Z", re.I)
"""Before "eleven" or "XI", what makes a team of it."""
_OPENS_NAME = re.compile(r"-[A-Z][a-z]+ [A-Z]")
"""What stands behind a number that opens a name: "the 9-Mile Trophy", not "the 9-mile race"."""
_BEFALLEN = frozenset({"die", "arrest"})
"""What befalls one person each time, so that a number of deaths or arrests is one of people."""
_TAKING = frozenset({"claim", "lose", "take", "cost"})
_JOINING = frozenset({"over", "above", "under", "below", "up"})
"""Words that bound a number, and also join it to what is said of it."""
_NUMBERED = re.compile(r"^[ \t]*(\d{1,2})(?:,\d{1,2})*[ \t]+(?=[A-Z])", re.MULTILINE)
_LIST = 3
"""Lines that begin with a number and a capital from which on they are a numbered list, or notes."""
_SMALL = 10
_PAIR = 2
_NOUN_WITHIN = 40
_LARGE = 1000
"""From this size on a number counts something even where its noun is not in sight."""


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
    listed = [Span(*m.span(1)) for m in _NUMBERED.finditer(text)]
    numbers = listed if len(listed) >= _LIST else []
    shares = list(find_shares(text))
    for figure in (_without_preposition(doc, _reached(doc, text, figure)) for figure in find_figures(text)):
        number = _number(doc, figure)
        if number is None or any(figure.core.overlaps(share.core) for share in shares):
            continue
        if figure.core in numbers or _in_name(number) or _no_count(text, figure, number):
            continue
        aged = age(doc, text, figure, number)
        if aged is not None:
            yield aged
        elif not any(figure.core.overlaps(span) for span in dated) and (counted := _counted(doc, figure, number)):
            yield counted
    yield from filter(None, (share_of(doc, share) for share in shares))


def _reached(doc: Doc, text: str, figure: Figure) -> Figure:
    """Return the number that something came to, where a range is a change: 14 of "rose from 9 to 14"."""
    found = doc.char_span(figure.core.start, figure.core.end, alignment_mode="expand")
    before = found[0].nbor(-1) if found is not None and found.start > 0 else None
    _, link, last = figure.core.of(text).rpartition(" to ")
    if before is None or before.lower_ != "from" or not link or not is_change(before.head):
        return figure
    reached = next(find_figures(last), None)
    if reached is None:
        return figure
    span = Span(figure.core.end - len(last), figure.core.end)
    return replace(
        figure, span=span, core=span, low=reached.low, high=reached.high, money=reached.money or figure.money
    )


def _without_preposition(doc: Doc, figure: Figure) -> Figure:
    """Return a figure without a bound where that only joins it to its verb: "a row over 300 jobs", "went up to 130"."""
    words = doc.char_span(figure.span.start, figure.core.start, alignment_mode="contract")
    first = words[0] if words else None
    if first is None or first.lower_ not in _JOINING:
        return figure
    if first.dep_ != "prep" and not (first.lower_ == "up" and is_verb(first.head)):
        return figure
    named = figure.high if figure.low is None else figure.low
    return replace(figure, span=figure.core, low=named, high=named)


def _number(doc: Doc, figure: Figure) -> Token | None:
    """Return the token of a figure by which it hangs on the sentence."""
    found = doc.char_span(figure.core.start, figure.core.end, alignment_mode="expand")
    return None if found is None else found.root


def _in_name(number: Token) -> bool:
    """Whether a number is part of a name or a label ("Channel 5", "Class A 3", "win game seven", "Section 3 (1)")."""
    before = number.nbor(-1) if number.i > 0 else None
    if before is not None and before.text == "(" and before.i > 0 and before.nbor(-1).lemma_.lower() in numbered():
        return True
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
    """Whether a figure is a year, a measure said again, a name's first word, or "one" of nothing ("one of the")."""
    words = figure.core.of(text)
    if _OPENS_NAME.match(text, figure.core.end) or _OF_A_CONTEST.match(text, figure.core.end):
        return True
    if words.lower() in ("11", "eleven") and _SIDE.search(text[max(0, figure.core.start - 10) : figure.core.start]):
        return True
    if text[max(0, figure.span.start - 1) : figure.span.start] == "(" and _SAID_AGAIN.match(text, figure.core.end):
        return True
    if re.fullmatch(r"(?:19|20)\d\d", words) and not figure.money:
        return True
    if number.i > 1 and number.nbor(-1).lower_ == "in" and number.nbor(-2).like_num:  # "one in 10"
        return True
    return words.lower() == "one" and not (number.dep_ == "nummod" and number.head.lemma_.lower() in people())


def _counted(doc: Doc, figure: Figure, number: Token) -> Quantity | None:
    if figure.money:
        money = quantity_of(figure, _money_head(number), MONEY.get(figure.money, figure.money), number)
        return replace(money, state=measured_by(number))
    if (found := measure(doc, figure)) is not None:
        return replace(found, state=_described(found.noun) or measured_by(found.noun))
    after = _after(doc, figure)
    if after is not None and after.lower_ in _STATES and after.dep_ not in ("amod", "compound"):
        return replace(quantity_of(figure, "people", "people", number, after.idx + len(after)), state=after)
    noun = _noun(number, figure)
    if (noun is None or _is_figure(noun, figure)) and (toll := measured_by(number)) is not None and is_toll(toll):
        return _toll(figure, number, toll)
    if (noun is None or _is_figure(noun, figure)) and (put := put_at(number)) is not None:
        return replace(quantity_of(figure, put.lemma_.lower(), _kind(put), number), state=put)
    if noun is None or _is_known(noun, number, figure):
        return None
    if _is_figure(noun, figure) and (what := _equated(number)) is not None:
        return replace(quantity_of(figure, what.lemma_.lower(), _kind(what), number), state=what)
    if told := _befallen(noun):
        return replace(quantity_of(figure, "people", "people", noun, _end(noun, figure)), state=noun, told=told)
    head = "" if _is_figure(noun, figure) else noun.lemma_.lower()
    if not head and canonical(_said_of(noun).lemma_) in _OF_PEOPLE and noun.dep_ in ("nsubj", "nsubjpass", "dobj"):
        head = "people"
    unit = "people" if head == "people" else _kind(noun) if head else None
    head = unit if unit is not None and units().get(head) == unit else head
    return quantity_of(figure, head, unit, noun, _end(noun, figure))


def _kind(noun: Token) -> str | None:
    """Return the unit that a noun is or stands for: "people" for whoever is called one."""
    lemma = noun.lemma_.lower()
    return "people" if lemma in people() or noun.ent_type_ == "NORP" else units().get(lemma)


def _described(unit: Token) -> Token | None:
    """Return the participle right behind a measure that says what it measures: "10 percent contained"."""
    return next((c for c in unit.rights if c.dep_ == "acl" and c.tag_ == "VBN" and c.i == unit.i + 1), None)


def _equated(number: Token) -> Token | None:
    """Return what a number is said to be: "174 were passengers"."""
    return child(number.head, "attr") if number.dep_ == "nsubj" and number.head.lemma_ == "be" else None


def _after(doc: Doc, figure: Figure) -> Token | None:
    found = doc.char_span(figure.core.start, figure.core.end, alignment_mode="expand")
    return doc[found.end] if found is not None and found.end < len(doc) else None


def _toll(figure: Figure, number: Token, toll: Token) -> Quantity:
    """Return a number as that of what a toll is of: "the death toll stands at 14", "the number of homes lost"."""
    counted, state = counted_in(toll)
    told = canonical((state or counted).lemma_)
    is_people = counted.lemma_.lower() in people() or counted.pos_ == "ADJ" or (counted == toll and told in _OF_PEOPLE)
    head = "people" if is_people and (counted == toll or counted.pos_ == "ADJ") else counted.lemma_.lower()
    unit = "people" if is_people else units().get(head)
    return replace(quantity_of(figure, head, unit, number), state=state or counted)


def _said_of(noun: Token) -> Token:
    """Return the verb that a noun hangs on, of "are" what it joins: "six are dead"."""
    verb = noun.head
    state = (c for c in verb.children if c.dep_ == "acomp") if verb.lemma_ == "be" else ()
    return next(iter(state), verb)


def _money_head(number: Token) -> str:
    head = number.head
    while head.pos_ == "NUM" and head.head != head:
        head = head.head
    return head.lemma_.lower() if head.pos_ in _NOUNS else "money"


def _noun(number: Token, figure: Figure) -> Token | None:
    """Return the noun that a number counts, itself when it stands for one ("seven were held")."""
    token = number
    of = (p for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for p in c.children if p.dep_ == "pobj")
    if (whole := next((p for p in of if p.pos_ != "PRON"), None)) is not None:
        return whole
    if token.pos_ in _NOUNS and not _is_figure(token, figure):
        return token
    while (
        token.dep_ in ("nummod", "quantmod", "compound", "nmod", "amod", "advmod", "npadvmod")
        and token.head.i > token.i
        and (_is_figure(token.head, figure) or not token.head.text[0].isdigit())
    ):
        token = token.head
        if token.pos_ in _NOUNS and not _is_figure(token, figure):
            return token
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    if token.head == token and after.tag_ == "NNS":  # a parse that leaves the number of "31 ships" alone
        return after
    if figure.low != 1 and (token.dep_ in ("nsubj", "nsubjpass", "dobj") or (figure.high or figure.low or 0) >= _LARGE):
        return token
    return None


def _befallen(noun: Token) -> str:
    """Return what befell as many people as there are of a noun: "11 deaths", "16 lives" that were lost; else ""."""
    if noun.lemma_ == "life" and noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in _TAKING:
        return "die"
    told = canonical(noun.lemma_)
    return told if told in _BEFALLEN and noun.pos_ == "NOUN" else ""


def _is_known(noun: Token, number: Token, figure: Figure) -> bool:
    """Whether the counted are ones already told of ("the two leaders"), so that the number tells nothing new.

    "Two of the leaders" tells how many of the known; "one of the eight leaders" how many there are.
    """
    if noun.head.lower_ == "of" and noun.head.head == number:
        return False
    small = (
        figure.low is not None and figure.low == figure.high and figure.low <= (_PAIR if _is_of_one(noun) else _SMALL)
    )
    return small and any(c.lower_ in ("the", "these", "those", "both", "other") for c in noun.children)


def _is_of_one(noun: Token) -> bool:
    return noun.head.lower_ == "of" and noun.head.head.lower_ == "one"


def _is_figure(token: Token, figure: Figure) -> bool:
    return figure.core.start <= token.idx < figure.core.end


def _end(noun: Token, figure: Figure) -> int:
    """Return the end that takes in the counted noun where it stands close behind the number."""
    return noun.idx + len(noun) if 0 <= noun.idx - figure.core.end <= _NOUN_WITHIN else 0
