"""What is done in a call has the day of the call, whoever tells it."""

import pytest

from onrecord.annotate.pipeline import annotate
from onrecord.model import Annotated, Article, Event, EventMention, EventRef, Passage, Span, When
from onrecord.relate.collection import relate
from onrecord.relate.event_hosts import with_hosts_day

MONDAY = When("2031-05-12", "day", "weekday 'Monday' on publication")
TEXT = "Mara Lind called Theo Grau to thank him."


def test_what_a_call_was_for_has_the_day_that_another_report_gives_the_call() -> None:
    day = When("2031-05-17", "day", "given")
    texts = (
        "Mara Lind called Theo Grau, the harbour master of Selm, on Monday.",
        "Mara Lind called Theo Grau, the harbour master of Selm, to thank him for the pilots.",
    )
    articles = [Article(f"r{n}", f"r{n}", text, published=day) for n, text in enumerate(texts)]
    events = relate(tuple(annotate(articles))).events
    assert [event.when.value for event in events if event.mode == "thank" and event.when] == ["2031-05-12"]


def event(number: int, trigger: Span, when: When | None) -> Event:
    ref = EventRef("a", number)
    return Event(
        f"e{number}", "CONSULT", "", "", when, (), (), (), "actual", (ref,), (Passage("a", trigger),), core=(0,)
    )


@pytest.mark.parametrize(
    ("own", "shown"),
    [
        pytest.param(None, MONDAY, id="no-time"),
        pytest.param(When("2031-05", "month", "printed"), MONDAY, id="its-month"),
        pytest.param(When("2031-04", "month", "printed"), When("2031-04", "month", "printed"), id="another-month"),
        pytest.param(When("2031-05-11", "day", "printed"), When("2031-05-11", "day", "printed"), id="another-day"),
    ],
)
def test_the_day_of_a_call_stands_only_where_it_fits(own: When | None, shown: When) -> None:
    called, thanked = (Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in ("called", "thank"))
    mentions = (
        EventMention(called, "CONSULT", "phone", "actual", when=MONDAY),
        EventMention(thanked, "SUPPORT", "thank", "actual", when=own, host=called),
    )
    report = Annotated(Article("a", "a", TEXT), (Span(0, len(TEXT)),), events=mentions)
    found = with_hosts_day([event(0, called, MONDAY), event(1, thanked, own)], {"a": report})
    assert found[1].when == shown
