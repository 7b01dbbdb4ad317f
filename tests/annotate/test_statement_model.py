"""The shipped statements model: what it finds in plain reports, and how it bears bad input."""

import json
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate.statement_model import load_model, read_model
from onrecord.errors import SetupError
from onrecord.model import Span, StatementSpans

SAID = "The harbour bridge will stay shut until spring, Mayor Tiina Ilves said on Monday."
TOLD = "Ilves told reporters that the council had never seen the report."
QUOTED = "“We were warned twice,” said Ravi Okoye, a retired engineer. “Nobody listened to us.”"
QUIET = "Heavy rain fell on the valley. The river rose by two metres."


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(text) for span in spans]


def find(text: str) -> list[StatementSpans]:
    [found] = load_model().find([text])
    return found


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        pytest.param(
            SAID,
            "Mayor Tiina Ilves",
            "said",
            "The harbour bridge will stay shut until spring",
            id="cue-last",
        ),
        pytest.param(TOLD, "Ilves", "told reporters", "that the council had never seen the report", id="cue-first"),
    ],
)
def test_one_sentence_gives_source_cue_and_content(text: str, source: str, cue: str, content: str) -> None:
    [found] = find(text)
    assert words(text, found.source) == [source]
    assert words(text, found.content) == [content]
    assert cue.startswith(words(text, found.cue)[0]) or words(text, found.cue)[0].startswith(cue)


def test_a_quotation_that_the_cue_interrupts_is_one_statement() -> None:
    [found] = find(QUOTED)
    assert words(QUOTED, found.cue) == ["said"]
    assert [part.strip("“”,") for part in words(QUOTED, found.content)] == [
        "We were warned twice",
        "Nobody listened to us.",
    ]


def test_a_report_in_which_nobody_speaks_gives_nothing() -> None:
    assert find(QUIET) == []


@pytest.mark.parametrize("text", ["", "\n\n", "…", "”", "\ufeff"], ids=repr)
def test_text_without_words_gives_nothing(text: str) -> None:
    assert find(text) == []


def test_the_answer_does_not_depend_on_the_texts_beside_it() -> None:
    texts = [SAID, QUIET, TOLD, QUOTED, ""]
    together = load_model().find(texts)
    assert together == [find(text) for text in texts]
    assert load_model().find(texts[::-1]) == together[::-1]


def test_spans_count_code_points_of_the_text_as_stored() -> None:
    text = "🎉 Zoe\u0308 İlkay said the café’s owner “never paid”.\n\n👩🏽‍🚀 " + SAID
    found = find(text)
    assert "Mayor Tiina Ilves" in [word for statement in found for word in words(text, statement.source)]


def test_an_unclosed_quotation_mark_swallows_no_other_paragraph() -> None:
    text = f"“We were warned twice, said Ravi Okoye, a retired engineer.\n\n{QUIET}\n\n{TOLD}"
    for statement in find(text):
        for span in (*statement.source, *statement.cue, *statement.content):
            assert "\n" not in span.of(text)


def test_a_sentence_of_two_thousand_words_is_read() -> None:
    text = "Ilves said that " + "the bridge and " * 700 + "the harbour were shut"
    assert any("Ilves" in words(text, statement.source) for statement in find(text))


def test_text_without_a_full_stop_is_read() -> None:
    assert words(TOLD, find(TOLD.rstrip("."))[0].source) == ["Ilves"]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for statement in find(f"{text} said {text}"):
        assert 0 <= statement.probability <= 1
        for span in (*statement.source, *statement.cue, *statement.content):
            assert span.of(f"{text} said {text}").strip()


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"'statements.onnx' is missing.*make -C training"):
        read_model(tmp_path)


def test_the_shipped_model_is_small() -> None:
    files = [file for file in resources.files("onrecord.weights").iterdir() if file.is_file()]
    assert sum(len(file.read_bytes()) for file in files) < 35_000_000


def test_a_model_that_asks_the_default_one_too_reads_with_the_mean_of_both(tmp_path: Path) -> None:
    default = load_model()
    for file in resources.files("onrecord.weights").iterdir():
        if file.name.startswith("statements"):
            (tmp_path / file.name).write_bytes(file.read_bytes())
    numbers = json.loads((tmp_path / "statements.json").read_text(encoding="utf-8"))
    changed = {**numbers, "start": [2.0 + n for n in numbers["start"]], "ensemble_share": 0.25}
    (tmp_path / "statements.json").write_text(json.dumps(changed), encoding="utf-8")
    both = read_model(tmp_path)
    assert both.parameters.chain.start == pytest.approx(default.parameters.chain.start + 1.5, abs=1e-5)
    for mine, theirs in zip(both.scored(SAID).tags, default.scored(SAID).tags, strict=True):
        assert mine == pytest.approx(theirs, abs=1e-5)
