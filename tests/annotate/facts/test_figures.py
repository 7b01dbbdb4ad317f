import pytest

from onrecord.annotate.facts.figures import find_figures


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("at least 13", 13, None),
        ("more than 5,000", 5000, None),
        ("up to 450", None, 450),
        ("£700m-plus", 700e6, None),
        ("between 18 and 35", 18, 35),
        ("25 or 30", 25, 30),
        ("£250m to £300m", 250e6, 300e6),
        ("twenty-one", 21, 21),
        ("two hundred", 200, 200),
        ("two hundred and fifty", 250, 250),
        ("a hundred and five thousand", 105_000, 105_000),
        ("1.2 million", 1.2e6, 1.2e6),
        ("a quarter of a million", 250_000, 250_000),
        ("dozens", 24, 99),
        ("tens of thousands", 20_000, 99_999),
        ("tens of millions", 20_000_000, 99_999_999),
        ("nearly 200", 190, 200),
    ],
)
def test_numbers_are_read_with_their_bounds(words: str, low: float | None, high: float | None) -> None:
    text = f"They counted {words} barrels"
    (figure,) = find_figures(text)
    assert (figure.low, figure.high) == (low, high)
    assert figure.span.of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "the 22nd goat",
        "route 66b",
        "at 9:30",
        "the G8",
        "version 2.0.1x",
        "Section 14",
        "Section 6(1)",
        "call 0207 555 0199",
    ],
)
def test_codes_and_ordinals_are_no_numbers(text: str) -> None:
    assert list(find_figures(text)) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("the 40m dry well", [40]),
        ("at a depth of 40m", []),
        ("won the 200m butterfly", [200]),
        ("it has 40m users", [40e6]),
    ],
)
def test_metres_are_no_millions(text: str, numbers: list[float]) -> None:
    assert [figure.low for figure in find_figures(text)] == numbers


def test_money_keeps_its_currency() -> None:
    assert [f.money for f in find_figures("paid $5, then €7")] == ["$", "€"]


@pytest.mark.parametrize("text", ["fined $NZ2.5 million", "fined NZ$2.5 million", "fined nz$2.5 million"])
def test_a_country_stands_before_or_behind_its_dollar(text: str) -> None:
    assert [(f.money, f.low) for f in find_figures(text)] == [("NZ$", 2.5e6)]


def test_over_that_belongs_to_its_verb_bounds_no_number() -> None:
    text = "They turned over 40 maps, over 30 of them torn"
    assert [(f.low, f.high) for f in find_figures(text)] == [(40, 40), (30, None)]


def test_a_number_that_opens_a_paragraph_is_none_of_what_ends_the_one_before() -> None:
    assert [f.low for f in find_figures("The dam broke.\nSixty goats drowned")] == [60]


def test_between_two_numbers_in_words_that_may_end_in_two_places_is_none() -> None:
    assert [f.low for f in find_figures("between two hundred and fifty thousand goats")] == []
