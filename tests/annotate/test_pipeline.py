from dataclasses import replace

import pytest

from onrecord.annotate.component import Batch, Component, Draft, Layer, check_order
from onrecord.annotate.parse import unpacked
from onrecord.annotate.pipeline import COMPONENTS, Undated, annotate, annotate_on, run
from onrecord.errors import PipelineError
from onrecord.model import Article, Declined, When
from onrecord.settings import Settings

TEXT = (
    "The dam above Lund Bay held on Sunday, the water board said.\n\n"
    "\u201cNobody has to leave,\u201d said Ada Okafor \U0001f600, who leads the board. She thanked the pilots.\n\n"
    "Two people were hurt"
)


def report(name: str, text: str = TEXT) -> Article:
    return Article(name, name, text)


def test_the_components_stand_in_an_order_that_can_run() -> None:
    check_order(COMPONENTS)


def test_a_component_before_what_it_reads_is_an_error_that_says_what_to_move() -> None:
    first = Component("late", frozenset({"times"}), "events", lambda batch: [() for _ in batch])
    with pytest.raises(PipelineError, match=r"'late' reads times, .*put times earlier"):
        check_order((first, next(c for c in COMPONENTS if c.name == "times")))


def test_articles_come_out_in_the_order_they_went_in() -> None:
    articles = [report(f"a{i}", f"{TEXT} in week {i}.") for i in range(5)]
    found = list(annotate(articles, Settings(batch_articles=2)))
    assert [a.article.id for a in found] == ["a0", "a1", "a2", "a3", "a4"]


def test_the_batch_does_not_change_the_answer() -> None:
    articles = [report(f"a{i}", f"{TEXT} in week {i}.") for i in range(3)]
    assert list(annotate(articles, Settings(batch_articles=1))) == list(annotate(articles, Settings(batch_articles=16)))


@pytest.mark.parametrize(
    "published",
    [
        pytest.param(When("2023-05-08", "day", "given by the user"), id="dated-since"),
        pytest.param(None, id="still-undated"),
    ],
)
def test_an_undated_article_is_annotated_on_as_if_its_date_had_been_known(published: When | None) -> None:
    parses: dict[str, bytes] = {}
    [undated] = annotate([report("a")], undated=parses)
    known = replace(undated.article, published=published)
    assert annotate_on(Undated(undated, parses["a"], published)) == (next(annotate([known])), [])


def broken(batch: Batch) -> list[Layer]:
    if any("week 1" in draft.article.text for draft in batch):
        raise ValueError("an odd report")
    return [() for _ in batch]


def test_a_report_that_breaks_a_component_keeps_its_other_layers_and_is_noted() -> None:
    articles = [report(f"a{i}", f"{TEXT} in week {i}.") for i in range(3)]
    parses: dict[str, bytes] = {}
    list(annotate(articles, undated=parses))
    drafts = [Draft(a, unpacked(parses[a.id])) for a in articles]
    failed: list[Declined] = []
    odd = Component("events", frozenset(), "events", broken)
    done = run(drafts, (*COMPONENTS[:2], odd), failed)
    assert all(draft.mentions for draft in done)
    assert [(f.ref, f.reason) for f in failed] == [("a1", "unreadable")]
    with pytest.raises(ValueError, match="an odd report"):
        run(drafts, (odd,))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("word " * 2000, id="2000-words-without-a-stop"),
        pytest.param('"' * 300, id="only-quotation-marks"),
        pytest.param(
            "e\u0301\u0301\u0301 \U0001f468\u200d\U0001f469\u200d\U0001f467 said \u201cno",
            id="combining-marks-and-emoji",
        ),
        pytest.param("\n\n \t\n", id="white-space"),
        pytest.param("", id="empty"),
        pytest.param("He said she said they said it said " * 100, id="only-cues"),
        pytest.param("1 2 3 31 February 2023 99 May the year 9999999 " * 20, id="nonsense-dates"),
    ],
)
def test_odd_text_neither_crashes_nor_moves_an_offset(text: str) -> None:
    [found] = annotate([report("odd", text)])
    spans = [*found.sentences, *(m.span for m in found.mentions), *(t.span for t in found.times)]
    spans += [s for st in found.statements for s in (*st.source, *st.cue, *st.content)]
    spans += [e.trigger for e in found.events]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)


def test_the_place_where_a_report_was_filed_sinks_nothing() -> None:
    text = "LUND, Ardania (Valley Wire) — A ferry with 90 people on board sank on Sunday, the coastguard said."
    [found] = annotate([report("filed", text)])
    assert found.sentences[0].of(text) == "LUND, Ardania (Valley Wire) —"
    assert not [r.name for e in found.events for r in e.actor if r.span.start < text.index("A ferry")]


def test_a_heap_of_words_without_an_end_is_no_one_sentence() -> None:
    [found] = annotate([report("heap", "Ada Roe and Bo Lind, said they, " * 400)])
    assert max(len(span.of(found.article.text).split()) for span in found.sentences) <= 500
