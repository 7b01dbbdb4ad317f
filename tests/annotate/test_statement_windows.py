"""Windows of a text: offsets into the text as stored, whole paragraphs, and what capitals and marks say."""

from importlib import resources

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.annotate.statement_windows import Window, windows

TOKENIZER = Tokenizer.from_str(
    (resources.files("onrecord.weights") / "statements-tokenizer.json").read_text(encoding="utf8")
)
TOKENIZER.no_truncation()
TOKENIZER.no_padding()


def cut(text: str, max_pieces: int = 250) -> list[Window]:
    return windows(text, TOKENIZER, max_pieces)


def words(text: str, max_pieces: int = 250) -> list[list[str]]:
    return [[text[start:end] for start, end in window.words] for window in cut(text, max_pieces)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mayor Ilves spoke.", ["Mayor", "Ilves", "spoke", "."], id="plain"),
        pytest.param("Żółw said ÉLAN", ["Żółw", "said", "ÉLAN"], id="accents"),
        pytest.param("Zoe\u0308 said e\u0301lan", ["Zoe\u0308", "said", "e\u0301lan"], id="combining"),
        pytest.param("İlkay said no", ["İlkay", "said", "no"], id="lower-case-that-grows"),
        pytest.param("🎉🎉 she said 👩🏽‍🚀 yes", ["🎉🎉", "she", "said", "👩🏽‍🚀", "yes"], id="emoji"),
        pytest.param("no\u00a0break ﬁne", ["no", "break", "ﬁne"], id="no-break-space-and-ligature"),
        pytest.param("“Go,” he said", ["“", "Go", ",", "”", "he", "said"], id="quotation-marks"),
        pytest.param("``Go,'' he said", ["``", "Go", ",", "''", "he", "said"], id="doubled-marks"),
    ],
)
def test_words_point_at_the_text_as_stored(text: str, expected: list[str]) -> None:
    assert words(text) == [expected]


@pytest.mark.parametrize("text", ["", " \n\n ", "\u200b"], ids=["empty", "blank", "zero-width"])
def test_text_without_words_has_no_window(text: str) -> None:
    assert cut(text) == []


@given(st.text(max_size=300), st.integers(1, 40))
@example(":\U00016f4f", 1)  # a combining mark that the tokenizer takes for a letter
def test_every_word_lies_in_the_text_once_and_in_order(text: str, max_pieces: int) -> None:
    found = [word for window in cut(text, max_pieces) for word in window.words]
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(left[1] <= right[0] for left, right in zip(found, found[1:], strict=False))


def test_neighbouring_paragraphs_share_a_window_while_they_fit() -> None:
    text = "One two three.\n\nFour five.\n\nSix seven eight nine ten."
    assert [len(window) for window in words(text, 8)] == [7, 6]
    assert cut(text, 8)[0].paragraphs == (0, 0, 0, 0, 1, 1, 1)


def test_a_line_that_goes_on_in_lower_case_is_no_new_paragraph() -> None:
    assert cut("the dam\nheld\r\nfast\nThen rain\r\n\r\nfell")[0].paragraphs == (0, 0, 0, 0, 1, 1, 2)


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    assert [window[-1] for window in words("She came late. He left early. They met again.", 9)] == [".", "."]


def test_a_sentence_of_two_thousand_words_is_cut_between_words() -> None:
    text = " ".join(["word"] * 2000)
    found = cut(text)
    assert max(len(window.pieces) for window in found) <= 250
    assert sum(len(window.words) for window in found) == 2000


def test_a_word_longer_than_a_window_is_kept_whole() -> None:
    assert words("pneumonoultramicroscopicsilicovolcanoconiosis spreads", 3)[0] == [
        "pneumonoultramicroscopicsilicovolcanoconiosis"
    ]


def marks(text: str) -> list[int]:
    [window] = cut(text)
    return [window.marks[head] for head in window.heads]


def test_marks_tell_capitals_apart() -> None:
    assert len(set(marks("x the Dam EU 12")[1:])) == 4


def test_an_unclosed_quotation_mark_ends_with_its_paragraph() -> None:
    found = marks('a "the dam held\n\nthe dam held')
    inside, outside = found[3:5], found[6:8]
    assert inside[0] != outside[0]
    assert marks("a the dam held\n\nthe dam held")[5:7] == outside


def test_marks_that_a_typewriter_doubled_are_read_as_the_printed_ones() -> None:
    [doubled], [printed] = cut("``Go,'' he said. It 'held'."), cut("“Go,” he said. It 'held'.")
    assert (doubled.pieces, doubled.marks) == (printed.pieces, printed.marks)


def test_pieces_and_heads_agree() -> None:
    [window] = cut("Unquestionably, Tõnu Ilves-Sepp disagreed.")
    assert len(window.pieces) == len(window.marks) > len(window.words) == len(window.heads)
    assert window.heads[0] == 0
