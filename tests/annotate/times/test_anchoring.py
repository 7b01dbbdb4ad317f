import pytest

from onrecord.annotate.component import Draft
from onrecord.annotate.parse import language
from onrecord.annotate.times.anchoring import by_tense, when_at
from onrecord.annotate.times.component import times
from onrecord.model import Article, When


def draft_of(text: str) -> Draft:
    draft = Draft(Article("a1", "a1", text, published=When("2017-12-18", "day", "given by the user")), language()(text))
    [draft.times] = times([draft])
    return draft


def when_of(text: str, word: str) -> str | None:
    draft = draft_of(text)
    head = next(token for token in draft.doc if token.text == word)
    found = when_at(draft, head, draft.times)
    return found[0].value if found else None


@pytest.mark.parametrize(
    ("text", "word", "want"),
    [
        pytest.param("In 2015, the group admitted sinking a ferry.", "admitted", "2015", id="background-clause"),
        pytest.param("The minister was arrested on Sunday.", "arrested", "2017-12-17", id="own-clause"),
        pytest.param("The minister was arrested and charged on Sunday.", "arrested", "2017-12-17", id="conjunct"),
        pytest.param("The attack on Sunday killed five.", "attack", "2017-12-17", id="noun-with-its-date"),
        pytest.param("The attack took place on Sunday.", "attack", "2017-12-17", id="noun-as-subject"),
        pytest.param("Police said Sunday that the man had been arrested.", "arrested", None, id="date-of-saying"),
        pytest.param("Police said Sunday that the man had been arrested.", "said", "2017-12-17", id="saying"),
        pytest.param("The man was arrested, police said on Sunday.", "arrested", None, id="saying-after"),
        pytest.param("She ran the port from 1938 to 1940.", "ran", "1938/1940", id="range"),
        pytest.param("A truck rammed a bus on Sunday, killing five.", "killing", "2017-12-17", id="participle"),
        pytest.param("The 2015 raid that failed cost lives.", "failed", "2015", id="relative-clause"),
        pytest.param("He died three days after the crash on Sunday.", "died", "2017-12-20", id="counted-on"),
        pytest.param("He died three days after the crash on Sunday.", "crash", "2017-12-17", id="counted-from"),
        pytest.param("He died after the crash on Sunday.", "died", None, id="some-time-after"),
        pytest.param("The port is closed until Friday.", "closed", None, id="until"),
        pytest.param(
            "The mayors held a call on Sunday. The call came only three days after Osei met the governor.",
            "met",
            "2017-12-14",
            id="counted-back",
        ),
        pytest.param("The ferry sank.", "sank", None, id="no-date"),
    ],
)
def test_a_happening_has_the_date_of_its_clause(text: str, word: str, want: str | None) -> None:
    assert when_of(text, word) == want


@pytest.mark.parametrize(
    ("text", "word", "want"),
    [
        ("The ferry sank.", "sank", "../2017-12-18"),
        ("The mayors will meet.", "meet", "2017-12-18/.."),
        ("The mayors meet.", "meet", None),
    ],
)
def test_tense_bounds_a_happening_by_publication(text: str, word: str, want: str | None) -> None:
    draft = draft_of(text)
    head = next(token for token in draft.doc if token.text == word)
    when = by_tense(draft, head)
    assert (when.value if when else None) == want
