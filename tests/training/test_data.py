"""Gold rows to windows, tags and links: nothing of the gold is lost on the way."""

from importlib import resources
from typing import Any

import pytest
from tokenizers import Tokenizer

from onrecord.annotate.statement_decode import Fragment
from training.data import NOBODY, UNKNOWN, examples, words_of

TOKENIZER = Tokenizer.from_str(
    (resources.files("onrecord.weights") / "statements-tokenizer.json").read_text(encoding="utf8")
)
TOKENIZER.no_truncation()
TOKENIZER.no_padding()

TEXT = "“We were warned,” said Ravi Okoye. It is said that rain fell.\n\nHe added that “nobody came”."


def spans(*parts: str) -> list[list[int]]:
    return [[TEXT.index(part), TEXT.index(part) + len(part)] for part in parts]


def attribution(source: str | None, cue: str, *content: str) -> dict[str, Any]:
    return {"source": spans(source) if source else [], "cue": spans(cue), "content": spans(*content)}


ROW = {
    "text": TEXT,
    "attributions": [
        attribution("Ravi Okoye", "said", "“We were warned,”"),
        attribution(None, "is said", "that rain fell"),
        attribution("He", "added", "that “nobody came”"),
    ],
}


def shown(window_words: tuple[tuple[int, int], ...], found: tuple[Fragment, ...]) -> list[str]:
    return [TEXT[window_words[f.first][0] : window_words[f.last][1]] for f in found]


def test_the_gold_comes_back_from_the_tags() -> None:
    [example] = examples(ROW, TOKENIZER)
    assert shown(example.window.words, example.fragments) == [
        "“We were warned,”",
        "said",
        "Ravi Okoye",
        "is said",
        "that rain fell",
        "He",
        "added",
        "that “nobody came”",
    ]


def test_cues_know_their_sources_and_contents_their_cues() -> None:
    [example] = examples(ROW, TOKENIZER)
    assert example.source_of == (0, NOBODY, 1)
    assert example.cue_of == (0, 1, 2)


def test_a_partner_in_another_window_is_unknown() -> None:
    row = {"text": TEXT, "attributions": [attribution("Ravi Okoye", "added", "that “nobody came”")]}
    _, last = examples(row, TOKENIZER, 20)
    assert last.source_of == (UNKNOWN,)
    assert last.cue_of == (0,)


@pytest.mark.parametrize(
    ("span", "expected"),
    [((0, 3), (0, 0)), ((2, 6), (0, 1)), ((3, 4), None), ((5, 99), (1, 2))],
    ids=["one", "two", "between", "past-the-end"],
)
def test_words_of_a_span_are_those_it_overlaps(span: tuple[int, int], expected: tuple[int, int] | None) -> None:
    assert words_of([(0, 3), (4, 8), (9, 12)], span) == expected
