"""A brief built by hand, with hostile text in every field that comes from outside."""

import pytest

from onrecord.model import (
    Account,
    Annotated,
    Article,
    Brief,
    Claim,
    ClaimValue,
    Collection,
    Contact,
    Declined,
    Event,
    EventRef,
    Passage,
    Promise,
    Related,
    Span,
    Statement,
    Story,
    When,
)

HOSTILE = '<script>alert(1)</script>\x1b[31m"|`*_[x](javascript:alert(1))\u202e\u061c'
TEXT = f'The dam held, Ada Okafor said. {HOSTILE} "We promise to mend it," she said.'


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def brief() -> Brief:
    article = Article(
        "a1", f"folder/{HOSTILE}.txt", TEXT, title=HOSTILE, outlet=HOSTILE, published=When("2023-05-04", "day", HOSTILE)
    )
    other = Article("a2", "two.txt", "Nine people were hurt.", title="Dam", outlet="The Valley News")
    promise = span_of("We promise to mend it")
    statement = Statement(
        (span_of("she"),), (span_of("said"),), (promise,), HOSTILE, "direct", "promises", via=(HOSTILE,), word="say"
    )
    sentence_end = TEXT.index('"We')
    annotated = Annotated(
        article,
        sentences=(Span(0, sentence_end - 1), Span(sentence_end, len(TEXT))),
        statements=(statement,),
    )
    held = Passage("a1", span_of("held"))
    nine = Passage("a2", Span(0, 4))
    event = Event(
        "e1", "OTHER", "", HOSTILE, When("2023-05-03", "day", HOSTILE), (), (HOSTILE,), (), "actual",
        (EventRef("a1", 0),), (held,), "s1",
    )  # fmt: skip
    values = (
        ClaimValue(HOSTILE, None, None, (Account(held, HOSTILE, (), HOSTILE),), (HOSTILE,)),
        ClaimValue("nine", 9, 9, (Account(nine, None, (), "The Valley News"),), ()),
    )
    claim = Claim("e1", "s1", HOSTILE, "count", None, "conflict", HOSTILE, values, 2, 1, 1)
    contact = Contact("e1", "s1", None, "phone", HOSTILE, None, (HOSTILE, "Bo"), (HOSTILE,), (held,), (HOSTILE,), 1)
    collection = Collection(
        (annotated, Annotated(other, (Span(0, 22),))),
        stories=(Story("s1", HOSTILE, ("a1", "a2"), (Related("s9", HOSTILE),)),),
        events=(event,),
    )
    return Brief(
        collection,
        (Declined(HOSTILE, "empty", HOSTILE),),
        (claim,),
        (contact,),
        (Promise(HOSTILE, None, HOSTILE, None, "unknown", (Passage("a1", promise),), (), "s1"),),
    )
