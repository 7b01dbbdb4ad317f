"""A page's lines: sentences that ran together come apart, broken ones come together."""

import pytest

from onrecord.read.lines import Line, split, unglue


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("The wall held last night.Two boats were lost.", ["The wall held last night.", "Two boats were lost."]),
        ('"It all held on."Two boats are lost now.', ['"It all held on."', "Two boats are lost now."]),
        ('He said it all held."Two are lost," she said.', ["He said it all held.", '"Two are lost," she said.']),
        ("He wrote to Gen.Petrov on the same day.", ["He wrote to Gen.Petrov on the same day."]),
        ("The wall of St.Petersen held last night.", ["The wall of St.Petersen held last night."]),
        ("They bought it all on Herald.Com last year.", ["They bought it all on Herald.Com last year."]),
        ("The U.S.Navy said so last night.", ["The U.S.Navy said so last night."]),
        ("It rose by 4.5 per cent.", ["It rose by 4.5 per cent."]),
    ],
)
def test_sentences_without_a_space_between_them(line: str, parts: list[str]) -> None:
    assert unglue(line) == parts


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The wall held through the\nnight of the storm.", ["The wall held through the night of the storm."]),
        ("He is a member of the self-\ndefence force there.", ["He is a member of the self-defence force there."]),
        ("home\nnews\nsport", ["home", "news", "sport"]),
        ("The wall held through it.\nNobody was hurt.", ["The wall held through it.", "Nobody was hurt."]),
        (
            "The worst nights on the coast were:\nin the year 2029",
            ["The worst nights on the coast were:", "in the year 2029"],
        ),
    ],
)
def test_lines_that_break_a_sentence_are_joined(text: str, lines: list[str]) -> None:
    assert [line.text for line in split(text)] == lines


@pytest.mark.parametrize(
    ("text", "ends"),
    [("It held.", True), ("“It held.”", True), ("Did it hold?", True), ("It held,” he said", False), ("Storm", False)],
)
def test_what_ends_like_a_sentence(text: str, ends: bool) -> None:
    assert Line(text, gap=True).ends is ends
