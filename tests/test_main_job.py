"""The main job on the examples: what a careful reader of these ten reports would want to be told."""

import io
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from onrecord import api
from onrecord.export import WRITERS
from onrecord.export.annotated_rows import annotated_row
from onrecord.export.brief_rows import brief_row
from onrecord.export.changes import change_row
from onrecord.export.clocks import published
from onrecord.export.rows import entity_row, event_row, refs, story_row
from onrecord.export.said import in_short
from onrecord.export.text import MOST_STATEMENTS
from onrecord.export.view import story_views
from onrecord.model import Brief, Change, Verdict

EXAMPLES = Path(__file__).parents[1] / "examples"
JSON_DOCS = Path(__file__).parents[1] / "docs" / "json.md"
Row = dict[str, Any]


@pytest.fixture(scope="module")
def brief() -> Brief:
    return api.brief(api.Request(sources=[str(EXAMPLES / "ferry"), str(EXAMPLES / "calls")]))


@pytest.fixture(scope="module")
def answer(brief: Brief) -> Row:
    return brief_row(brief)


def fields_of(value: object) -> set[str]:
    """Return every name in a row, at any depth."""
    if isinstance(value, list):
        return set().union(*map(fields_of, value))
    return set(value).union(*map(fields_of, value.values())) if isinstance(value, dict) else set()


def test_every_field_of_an_answer_is_documented_and_the_other_way_round(brief: Brief, answer: Row) -> None:
    collection, by = brief.collection, refs(brief.collection)
    layers = [annotated_row(a) for a in collection.articles]
    groups = [[story_row(s, by) for s in collection.stories], [entity_row(e, by) for e in collection.entities]]
    happenings = [event_row(e, by, published(collection)) for e in collection.events]
    changes = {"changes": [change_row(Change("new claim", "", "", None, ()), by)]}
    written = fields_of([answer, layers, groups, happenings, changes])
    shapes = re.findall(r"^    .*|`\{.*\}`", JSON_DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    documented = set(re.findall(r'"(\w+)"', " ".join(shapes)))
    assert documented - set(get_args(Verdict)) == written


def name(ref: str) -> str:
    return Path(ref).stem


def outlets(rows: list[Row]) -> set[str]:
    return {name(row["article"]) for row in rows}


def words(brief: Brief, row: Row) -> str:
    [text] = [a.article.text for a in brief.collection.articles if a.article.ref == row["article"]]
    return text[row["start"] : row["end"]]


def test_each_happening_is_a_story_of_its_own_however_alike_they_read(answer: Row) -> None:
    stories = {frozenset(name(ref) for ref in story["articles"]) for story in answer["stories"]}
    assert stories == {
        frozenset({"northern-wire", "daily-lantern", "tarvon-herald", "coastal-times"}),
        frozenset({"saint-orla"}),
        frozenset({"mellin-post", "osmere-today", "free-press", "arrests"}),
        frozenset({"second-call"}),
    }


def test_a_story_that_looks_back_on_another_says_so(answer: Row) -> None:
    [second] = [s for s in answer["stories"] if [name(ref) for ref in s["articles"]] == ["second-call"]]
    [first] = [s for s in answer["stories"] if "mellin-post" in map(name, s["articles"])]
    assert any(r["story"] == first["id"] and "March 2021" in r["reason"] for r in second["related"])


@pytest.mark.parametrize(
    "furniture",
    [
        "Donate",
        "Share this",
        "Subscribe",
        "Skip to",
        "cookies",
        "newsletter",
        "Photograph",
        "Pictures",
        "©",
        "protected",
    ],
)
def test_no_furniture_is_left_in_any_report(brief: Brief, furniture: str) -> None:
    assert not [a.article.ref for a in brief.collection.articles if furniture in a.article.text]


def test_the_copied_agency_text_is_found_and_points_at_the_agency(answer: Row) -> None:
    assert [(name(link["from"]), name(link["to"])) for link in answer["links"] if link["kind"] == "copies"] == [
        ("daily-lantern", "northern-wire")
    ]


def test_ten_prints_of_one_text_are_one_origin(answer: Row) -> None:
    [rescued] = [c for c in answer["claims"] if c["kind"] == "count" and any(v["low"] == 41 for v in c["values"])]
    assert rescued["verdict"] == "agree"
    assert rescued["outlets"] == 3
    assert rescued["origins"] + rescued["unknown"] < 3


def test_two_figures_of_one_count_are_set_side_by_side(answer: Row) -> None:
    counts = [c for c in answer["claims"] if c["kind"] == "count"]
    verdicts = {frozenset(v["low"] for v in c["values"]): c["verdict"] for c in counts}
    assert verdicts[frozenset({190, 236})] == "conflict"
    assert verdicts[frozenset({12, 17})] == "update"


def test_the_captain_and_the_company_are_heard(answer: Row) -> None:
    denials = {(s["speaker"], name(s["article"])) for s in answer["statements"] if s["stance"] == "denies"}
    assert {("Harbour Lines", outlet) for outlet in ("tarvon-herald", "northern-wire", "coastal-times")} <= denials
    assert ("Osmere", "mellin-post") in denials


def test_a_chain_of_attribution_keeps_every_hand(answer: Row) -> None:
    chains = {(s["speaker"], tuple(s["via"])) for s in answer["statements"] if name(s["article"]) == "coastal-times"}
    assert ("port official", ("Radio Mellin",)) in chains


def test_a_quotation_has_its_speaker_he_said_included(brief: Brief, answer: Row) -> None:
    said = {
        s["speaker"]: words(brief, s["content"][0])
        for s in answer["statements"]
        if name(s["article"]) == "tarvon-herald"
    }
    assert "fewer people on board" in said["Olav Brandt"]
    assert "We heard a bang" in said["Anders Kjell"]
    assert "Every family" in said["Petra Halvard"]


def test_calls_are_told_apart_by_day_and_by_who_started_them(answer: Row) -> None:
    calls = {c["when"]["value"]: c["initiator"] for c in answer["contacts"] if c["medium"] == "phone" and c["when"]}
    assert calls["2021-03-06"] == "Sela Marrick"
    assert calls["2021-03-09"] == "Ilan Torvald"
    assert calls["2022-11-15"] is None


def test_a_promise_in_two_reports_is_one_promise(answer: Row) -> None:
    [shared] = [p for p in answer["promises"] if {"mellin-post", "osmere-today"} <= outlets(p["mentions"])]
    assert shared["who"] == "Ilan Torvald"
    assert shared["status"] == "unknown"


def test_every_row_lands_on_words_that_are_there(brief: Brief, answer: Row) -> None:
    lengths = {a.article.ref: len(a.article.text) for a in brief.collection.articles}
    rows = [m for c in answer["claims"] for v in c["values"] for m in v["mentions"]]
    for key in ("timeline", "contacts", "promises"):
        rows += [m for row in answer[key] for m in row["mentions"]]
    assert rows
    assert all(0 <= m["start"] < m["end"] <= lengths[m["article"]] for m in rows)


def test_a_shown_number_stands_in_the_words_it_points_at(brief: Brief, answer: Row) -> None:
    figures = [
        (v["low"], words(brief, m))
        for c in answer["claims"]
        if c["kind"] == "count"
        for v in c["values"]
        for m in v["mentions"]
        if v["low"] is not None and v["low"] >= 20
    ]
    assert figures
    assert all(str(int(low)) in re.sub(r"\D", " ", shown).split() for low, shown in figures if low != 41)


def test_the_same_words_in_several_reports_are_shown_once_with_all_their_reports(brief: Brief) -> None:
    lines = [line for view in story_views(brief) for line in view.statements if "not overloaded" in line.text]
    assert [len({w.report.label for w in line.all_words}) for line in lines] == [2]


@pytest.mark.parametrize(("fmt", "most"), [("text", MOST_STATEMENTS), ("md", 1000)])
def test_a_short_answer_counts_the_statements_that_it_leaves_out(brief: Brief, fmt: str, most: int) -> None:
    stream = io.StringIO()
    WRITERS[fmt](brief, stream)
    counts = [len(view.statements) - min(most, len(in_short(view.statements))) for view in story_views(brief)]
    assert any(counts)
    assert all(f"and {n} more (--format html or json shows them)" in stream.getvalue() for n in counts if n)
