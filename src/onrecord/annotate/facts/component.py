"""The layer of values in their sentences: counts, dates, places, parties and things, each with what it is said of."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.component import Batch, Component, Draft, Layer
from onrecord.annotate.facts.aboard import ABOARD, aboard
from onrecord.annotate.facts.anchors import anchor, clause_modality, root_of, span_of
from onrecord.annotate.facts.places import find_places
from onrecord.annotate.facts.quantities import find_quantities
from onrecord.annotate.facts.quantity import Quantity
from onrecord.annotate.facts.things import find_things
from onrecord.annotate.facts.words import canonical
from onrecord.annotate.syntax import RELATIVE, child
from onrecord.model import PARTY_KINDS, Fact, FactKind, Mention, Span, TimeExpression
from onrecord.read.dateline import dateline

_MENTIONED = frozenset({"pobj", "attr", "appos"})

_HAVING = frozenset({"be", "have", "see", "record", "report"})
"""What is said of a count that only says that there are so many."""


def find_facts(draft: Draft) -> tuple[Fact, ...]:
    """Return an article's values in the order of its text."""
    found = [*_counts(draft), *_dates(draft), *_places(draft), *_parties(draft), *_things(draft)]
    return tuple(sorted(found, key=lambda f: (f.span, f.kind)))


def _fact(draft: Draft, kind: FactKind, head: Token, span: Span, lemma: str) -> Fact:
    held = anchor(head, span)
    return Fact(
        kind,
        span,
        lemma,
        held.predicate,
        span_of(held.token, held.token),
        held.relation,
        held.near,
        held.far,
        subject=None if held.subject is None else _entity_at(draft, held.subject),
        topic=held.topic,
        modality=clause_modality(held.token),
    )


def _entity_at(draft: Draft, token: Token) -> int | None:
    at = Span(token.idx, token.idx + len(token))
    return next((m.entity for m in draft.mentions if m.span.contains(at)), None)


def _counts(draft: Draft) -> Iterator[Fact]:
    for quantity in find_quantities(draft.doc, draft.times):
        yield _count(draft, quantity)


def _count(draft: Draft, quantity: Quantity) -> Fact:
    fact = replace(
        _fact(draft, "count", quantity.noun, quantity.span, quantity.head),
        unit=quantity.unit,
        low=quantity.low,
        high=quantity.high,
        approximate=quantity.approximate,
    )
    said = quantity.state or _clause(quantity.noun, quantity.unit)
    if said is None and fact.predicate in _HAVING:
        said = _described(quantity.noun)
    if said is not None:
        fact = replace(fact, predicate=quantity.told or canonical(said.lemma_), anchor=span_of(said, said))
    if quantity.unit == "people" and quantity.holder is None and (place := aboard(quantity.noun)) is not None:
        return replace(fact, predicate=ABOARD, anchor=place)
    return fact if quantity.holder is None else _aged(draft, fact, quantity.holder)


def _clause(noun: Token, unit: str | None) -> Token | None:
    """Return what the counted people did where the sentence only mentions them: "the dozens of people who died".

    Of anything but people it is what somebody does with it: "the 9 percent that the union wants".
    """
    held = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun  # "scores of people"
    if unit != "people":
        return _done_with(noun) if noun.dep_ in _MENTIONED else None
    if held.dep_ not in _MENTIONED and held.pos_ != "VERB":
        return None
    found = (c for c in noun.rights if c.dep_ in ("relcl", "acl") and c.pos_ == "VERB" and c.i - noun.i < 4)
    return next(found, noun if held.pos_ == "VERB" else None)  # "of the 90 held, two escaped" tells of two


def _done_with(noun: Token) -> Token | None:
    """Return the verb of a relative clause that has a noun for its object."""
    clause = child(noun, "relcl")
    if clause is None or (doer := child(clause, "nsubj")) is None or doer.lower_ in RELATIVE:
        return None
    done_to = child(clause, "dobj")
    return clause if done_to is None or done_to.lower_ in RELATIVE else None


def _described(noun: Token) -> Token | None:
    """Return the participle before a noun that the sentence says no more of: "there are 52 confirmed cases"."""
    return next((c for c in noun.lefts if c.dep_ == "amod" and c.tag_ == "VBN"), None)


def _aged(draft: Draft, fact: Fact, holder: Token) -> Fact:
    """An age is said of whoever is so old, not of what the sentence tells about them."""
    return replace(
        fact, predicate="age", subject=_entity_at(draft, holder), topic=span_of(holder, holder), relation="age"
    )


def _dates(draft: Draft) -> Iterator[Fact]:
    """Yield the dates of happenings; the day in a dateline is when the report was filed, and of none."""
    opening = dateline(draft.article.text)
    told = (t for t in draft.times if opening is None or t.span.start >= opening.end())
    for time in told:
        if time.type in ("DATE", "TIME") and (root := root_of(draft.doc, time.span)) is not None:
            yield _date(draft, time, root)


def _date(draft: Draft, time: TimeExpression, root: Token) -> Fact:
    return replace(_fact(draft, "date", root, time.span, root.lemma_.lower()), when=time.when, timex=time.value)


def _places(draft: Draft) -> Iterator[Fact]:
    for head, span in find_places(draft.doc, draft.mentions):
        yield replace(_fact(draft, "place", head, span, head.lemma_.lower()), entity=_entity_at(draft, head))


def _parties(draft: Draft) -> Iterator[Fact]:
    for mention in draft.mentions:
        root = root_of(draft.doc, mention.span)
        if root is not None and mention.kind in PARTY_KINDS and _takes_part(root):
            yield _party(draft, mention, root)


def _things(draft: Draft) -> Iterator[Fact]:
    for head, span in find_things(draft.doc):
        yield replace(_fact(draft, "thing", head, span, head.lemma_.lower()), entity=_entity_at(draft, head))


def _takes_part(root: Token) -> bool:
    return root.dep_ in ("nsubj", "nsubjpass") or (root.dep_ == "pobj" and root.head.dep_ == "agent")


def _party(draft: Draft, mention: Mention, root: Token) -> Fact:
    return replace(_fact(draft, "party", root, mention.span, root.lemma_.lower()), entity=mention.entity)


def run(drafts: Batch) -> list[Layer]:
    """Return each draft's values."""
    return [find_facts(draft) for draft in drafts]


COMPONENT = Component("facts", frozenset({"mentions", "times"}), "facts", run)
