"""Noun phrases that stand for people, bodies and places without naming them: "the Russian leader", "police"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from onrecord.annotate.beside_names import is_entry_time
from onrecord.annotate.entities.lexicon import Gender, described, lexicon
from onrecord.annotate.entities.places import demonym_country, resolve
from onrecord.model import EntityKind

Reach = Literal["definite", "indefinite", "owned", "bare"]
_KINDS: dict[str, EntityKind] = {
    "person": "person",
    "collective": "group",
    "organisation": "organisation",
    "place": "place",
    "facility": "facility",
    "thing": "other",
}
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_INDEFINITE = frozenset(
    {"a", "an", "some", "another", "any", "several", "many", "no", "every", "each", "other", "more", "few"}
)
_CONTENT = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "VERB"})
_NO_QUOTES = str.maketrans("", "", '"“”«»`')
_PARTING = frozenset({",", "-", "–", "—", "("})
YEAR_OLD = "year-old"
_AGED = re.compile(r"\b[Tt]he (?P<age>(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)[-‑–]year[-‑–]old)\b")
_GOING_ON = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_UNIONS = frozenset({"EU", "E.U.", "NATO"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase from `start` to its head word, without what follows the head.

    reach      how it points: "the ..." and "this ...", "a ...", "their ...", or without an article
    modifiers  lemmas of the words between article and head
    owner      token index of the possessor, if there is one
    own        the phrase without its possessor
    narrowed   whether words behind the head say which one: "the company that runs the dam"
    """

    start: int
    head: int
    kind: EntityKind
    reach: Reach
    plural: bool
    lemma: str
    modifiers: frozenset[str]
    name: str
    own: str
    gender: Gender | None = None
    owner: int | None = None
    country: str | None = None
    narrowed: bool = False

    @property
    def end(self) -> int:
        """The token behind the head."""
        return self.head + 1


def _noun_class(token: Token) -> tuple[str, str] | None:
    """Return the lemma under which the noun is listed, and its class."""
    nouns = lexicon().nouns
    if token.i > 0 and (pair := f"{token.nbor(-1).lower_} {token.lemma_.lower()}") in nouns:
        return pair, nouns[pair]
    for form in (token.lemma_.lower(), token.lower_):
        if form in nouns:
            return form, nouns[form]
    last = token.lower_.rsplit("-", 1)[-1]
    return (token.lower_, nouns[last]) if last in nouns and last != token.lower_ else None


def _reach(words: Tokens) -> Reach:
    first = words[0]
    if any(t.tag_ in ("PRP$", "POS", "WP$") for t in words[:-1]):
        return "owned"
    if first.lower_ in _DEFINITE:
        return "definite"
    return "indefinite" if first.lower_ in _INDEFINITE or first.pos_ == "NUM" else "bare"


def _owner(words: Tokens, persons: frozenset[int]) -> int | None:
    """Return the possessor's head token: the pronoun, the word before the mark, a person's name ("the Berg camp")."""
    for token in reversed(words[:-1]):
        if token.tag_ in ("PRP$", "WP$"):
            return int(token.i)
        if token.tag_ == "POS":
            return int(token.i) - 1
        if token.i in persons:
            return int(token.i)
    return None


def _start(words: Tokens, named: frozenset[int]) -> int:
    """Return where the phrase's own words begin: behind a possessor, and behind names of persons and bodies in it."""
    start = words.start
    for token in words[:-1]:
        if token.tag_ in ("PRP$", "POS", "WP$") or token.i in named:
            start = token.i + 1
    return min(start, words.end - 1)


def _is_plural(token: Token, noun_class: str) -> bool:
    return token.tag_ in ("NNS", "NNPS") or (
        noun_class == "collective" and token.lower_ in ("police", "people", "media")
    )


def _stands_for_somebody(words: Tokens, lemma: str, noun_class: str, plural: bool) -> bool:
    """Leave out what only looks like a body or a holder: "took office", "as chief", "providing intelligence"."""
    if words[0].tag_ in ("WP", "WDT") or words[0].lower_ == "what":
        return False
    bare = len(words) == 1 and not plural
    if bare and noun_class in ("organisation", "place", "facility", "thing"):
        return lemma in lexicon().mass_nouns
    if lemma == "state" and any(t.tag_ in ("PRP$", "POS") for t in words):
        return False
    if lemma in described("needs country") and not any(_country_adjective(t) or t.text in _UNIONS for t in words):
        return False
    return not (bare and words[0].dep_ == "pobj" and words[0].head.lower_ in ("as", "in", "of", "by"))


def _country_adjective(token: Token) -> str | None:
    """Return the country of an adjective or of a country's name that stands as one: "Kenyan", "US"."""
    if country := demonym_country(token.text):
        return country
    place = resolve(token.text) if token.text[:1].isupper() else None
    return place.name if place and place.level == "country" else None


def _words(chunk: Tokens) -> Tokens:
    """Return a phrase up to its head: from its own line on, with the "at" of "at least", without a live page's time."""
    doc, head = chunk.doc, chunk.root
    first = max([chunk.start, *(t.i + 1 for t in chunk[:-1] if "\n" in t.text and t.i < head.i)])
    bound = first > 0 and doc[first].lower_ in ("least", "most") and doc[first - 1].lower_ == "at"
    return doc[first - bound + (first < head.i and is_entry_time(doc[first])) : head.i + 1]


def _nominal(chunk: Tokens, named: frozenset[int], persons: frozenset[int]) -> Nominal | None:
    head = chunk.root
    listed = _noun_class(head)
    if head.pos_ not in ("NOUN", "PROPN") or listed is None or head.i in named:
        return None
    lemma, noun_class = listed
    words = _words(chunk)
    plural = _is_plural(head, noun_class)
    if not _stands_for_somebody(words, lemma, noun_class, plural):
        return None
    kind = "group" if plural and noun_class == "person" else _KINDS[noun_class]
    owner = _owner(words, persons)
    start = _start(words, named)
    inner = [t for t in words[:-1] if t.pos_ in _CONTENT and (t.i >= start or owner is None)]
    spelled = words[1:] if words[0].lower_ in ("the", "a", "an", "this", "that") and len(words) > 1 else words
    return Nominal(
        start=start,
        head=head.i,
        kind=kind,
        reach=_reach(words) if owner is None else "owned",
        plural=plural,
        lemma=lemma,
        modifiers=frozenset(t.lemma_.lower() for t in inner),
        name=_unquoted(spelled.text),
        own=_unquoted(chunk.doc[max(start, spelled.start) : head.i + 1].text),
        gender=lexicon().noun_gender.get(lemma),
        owner=owner,
        country=next((c for t in inner if (c := _country_adjective(t))), None),
        narrowed=_is_narrowed(head),
    )


def _is_narrowed(head: Token) -> bool:
    """Whether a clause behind a noun says which one is meant, no comma between."""
    behind = (c for c in head.children if c.dep_ in ("relcl", "acl"))
    return any(not any(t.text in _PARTING for t in head.doc[head.i + 1 : c.left_edge.i + 1]) for c in behind)


def _unquoted(phrase: str) -> str:
    return " ".join(phrase.translate(_NO_QUOTES).split())


def nominals_in(doc: Doc, named: frozenset[int], persons: frozenset[int]) -> Iterator[Nominal]:
    """Yield the phrases in order. `named` are the tokens of names, of which `persons` are those of persons.

    No phrase has its head in a name.
    """
    chunks = (found for chunk in doc.noun_chunks if (found := _nominal(chunk, named, persons)))
    yield from sorted((*chunks, *_aged(doc)), key=lambda nominal: nominal.head)


def _aged(doc: Doc) -> Iterator[Nominal]:
    """Yield who is called by no more than an age: "the 25-year-old said", which is no noun phrase to the parse.

    None where the report has it of two ages, or of somebody without a name: "a 25-year-old was held".
    """
    matches = list(_AGED.finditer(doc.text))
    ages = {match["age"] for match in matches}
    if len(ages) != 1 or re.search(rf"\b(?:an?|another) {ages.pop()}\b(?! [A-Z])", doc.text):
        return
    for match in matches:
        words = doc.char_span(*match.span())
        after = None if words is None else doc[words.end : words.end + 1]
        if words is None or after is None or any(t.pos_ in _GOING_ON or t.text == "-" for t in after):
            continue
        yield Nominal(
            start=words.start,
            head=words.end - 1,
            kind="person",
            reach="definite",
            plural=False,
            lemma=YEAR_OLD,
            modifiers=frozenset(),
            name=match["age"],
            own=match["age"],
        )
