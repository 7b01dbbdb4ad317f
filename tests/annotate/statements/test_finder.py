import pytest

from onrecord.annotate.parse import language
from onrecord.annotate.statements.finder import find_statements
from onrecord.model import Span


def found(text: str) -> list[tuple[str, str, str]]:
    spans = find_statements(language()(text))
    return [(words(text, s.source), words(text, s.cue), words(text, s.content)) for s in spans]


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " ".join(span.of(text) for span in spans)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        pytest.param('"It held," Ada Osk said.', ("Ada Osk", "said", '"It held,"'), id="quote-first"),
        pytest.param('"It held," said Ada Osk.', ("Ada Osk", "said", '"It held,"'), id="verb-before-source"),
        pytest.param('Ada Osk said: "It held."', ("Ada Osk", "said", '"It held."'), id="source-first"),
        pytest.param('"It," Osk said, "held."', ("Osk", "said", '"It," "held."'), id="interrupted"),
        pytest.param("Osk said the dam held.", ("Osk", "said", "the dam held"), id="bare-clause"),
        pytest.param("Osk has often said that it held.", ("Osk", "has often said", "that it held"), id="verb-group"),
        pytest.param("The dam held, Osk said.", ("Osk", "said", "The dam held"), id="cue-last"),
        pytest.param("The dam, Osk said, was old.", ("Osk", "said", "The dam was old"), id="aside"),
        pytest.param(
            "According to the port, the dam held.", ("the port", "According to", "the dam held"), id="according-first"
        ),
        pytest.param("The dam held, according to Osk.", ("Osk", "according to", "The dam held"), id="according-last"),
        pytest.param("The envoy called for a ceasefire.", ("The envoy", "called for", "a ceasefire"), id="object"),
        pytest.param("Osk wants to sell the boat.", ("Osk", "wants", "to sell the boat"), id="intention"),
        pytest.param(
            "Osk, who built the dam, said it held.", ("Osk, who built the dam,", "said", "it held"), id="apposition"
        ),
        pytest.param(
            'Osk called the plan "reckless".', ("Osk", "called", 'the plan "reckless"'), id="object-and-predicate"
        ),
    ],
)
def test_source_cue_and_content_are_found(text: str, want: tuple[str, str, str]) -> None:
    assert found(text) == [want]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('The film "The Last Dam" opens on Friday.', id="title"),
        pytest.param('The so-called "ghost fleet" left at dawn.', id="scare-quotes"),
        pytest.param('Irek "the Hammer" Vann lost.', id="byname"),
        pytest.param("The dam broke and two cars were crushed.", id="no-speech"),
        pytest.param("", id="empty"),
        pytest.param("\n\n  \n", id="white-space"),
    ],
)
def test_nothing_is_found_where_nobody_speaks(text: str) -> None:
    assert found(text) == []


def test_a_quotation_runs_on_over_paragraphs() -> None:
    text = "“We checked the hull,” Osk said. “We checked the crew.\n\n“And we checked the engine.”"
    assert found(text) == [("Osk", "said", "“We checked the hull,” “We checked the crew. “And we checked the engine.”")]


def test_each_quotation_of_a_list_keeps_its_speaker() -> None:
    text = '"We won," Aro said. "We lost," Osk said. "We drew," Bor said.'
    assert [source for source, _, _ in found(text)] == ["Aro", "Osk", "Bor"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"' + "the dam held and " * 700 + "he said", id="long-sentence-with-an-open-mark"),
        pytest.param("Osk said 😀 e\u0301 the dam held 👩‍👩‍👧 “yes", id="emoji-and-combining-marks"),
        pytest.param("said said said \" ' “ ” ‘ said", id="marks-only"),
    ],
)
def test_hostile_text_gives_spans_inside_the_text(text: str) -> None:
    for statement in find_statements(language()(text)):
        for span in (*statement.source, *statement.cue, *statement.content):
            assert span.of(text)
