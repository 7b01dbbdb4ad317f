import pytest
from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.parse import language
from onrecord.annotate.times.bounds import bounded, by_tense
from onrecord.model import Article, When

PUBLISHED = When("2017-12-18", "day", "given by the user")


def bound_of(text: str, word: str, published: When | None = PUBLISHED) -> str | None:
    draft = Draft(Article("a1", "a1", text, published=published), language()(text))
    head: Token = next(token for token in draft.doc if token.text == word)
    when = by_tense(draft, head)
    return when.value if when else None


@pytest.mark.parametrize(
    ("value", "preposition", "want"),
    [
        ("2019-12-29", "before", "../2019-12-29"),
        ("2025", "by", "../2025"),
        ("2019-12-21/2019-12-31", "by", "../2019-12-31"),
        ("2012-08", "since", "2012-08/.."),
        ("2012-08", "in", "2012-08"),
        ("XXXX-12-29", "before", "XXXX-12-29"),
        ("2019-12-29T18:00", "by", "2019-12-29T18:00"),
        ("../2019-12-29", "since", "../2019-12-29"),
    ],
)
def test_a_preposition_opens_one_side_of_a_date(value: str, preposition: str, want: str) -> None:
    assert bounded(When(value, "day", "printed in the text"), preposition).value == want


@pytest.mark.parametrize(
    ("text", "word", "want"),
    [
        pytest.param("The ferry sank.", "sank", "../2017-12-18", id="past"),
        pytest.param("The ferry has sunk.", "sunk", "../2017-12-18", id="perfect"),
        pytest.param("The man was arrested.", "arrested", "../2017-12-18", id="passive"),
        pytest.param("The mayors will meet.", "meet", "2017-12-18/..", id="future"),
        pytest.param("The mayors meet.", "meet", None, id="present"),
        pytest.param("The mayors would meet.", "meet", None, id="would"),
        pytest.param("The mayors may meet.", "meet", None, id="may"),
        pytest.param("The mayors planned to meet.", "meet", None, id="plan"),
        pytest.param("If the ferry sank, nobody saw it.", "sank", None, id="supposed"),
        pytest.param("Osei said the mayors will meet.", "meet", None, id="told-at-another-time"),
        pytest.param("The attack shook the port.", "attack", None, id="noun"),
        pytest.param("The news follows the arrest of a clerk.", "arrest", "../2017-12-18", id="followed"),
        pytest.param("Osei quit after the arrest of a clerk.", "arrest", "../2017-12-18", id="after"),
        pytest.param("Osei will quit after the arrest of a clerk.", "arrest", None, id="after-what-is-to-come"),
        pytest.param("Osei would follow the arrest of a clerk.", "arrest", None, id="would-follow"),
        pytest.param("Voters follow the election of a clerk.", "election", None, id="followed-as-news"),
    ],
)
def test_tense_bounds_a_happening_by_publication(text: str, word: str, want: str | None) -> None:
    assert bound_of(text, word) == want


def test_an_inferred_week_gives_its_outer_end() -> None:
    week = When("2017-12-17/2017-12-23", "week", "inferred")
    assert bound_of("The ferry sank.", "sank", week) == "../2017-12-23"
    assert bound_of("The mayors will meet.", "meet", week) == "2017-12-17/.."


@pytest.mark.parametrize("value", [None, "2018-01/..", "2017-12", "XXXX-12-18"])
def test_without_a_day_of_publication_there_is_no_bound(value: str | None) -> None:
    published = When(value, "interval", "inferred") if value else None
    assert bound_of("The ferry sank.", "sank", published) is None
