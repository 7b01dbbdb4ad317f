from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.compare.claims import make_claims
from onrecord.compare.world import World
from onrecord.model import Claim, Collection

from .conftest import Report

OneStory = Callable[..., Collection]


def quoting(name: str, words: str, speaker: str = "Ada Roe", *, direct: bool = True) -> Report:
    text = f"“{words},” {speaker} told the council in Lun."
    return Report(name, text).said(f"“{words},”", speaker, kind="person", direct=direct)


def wordings(collection: Collection) -> list[Claim]:
    return [c for c in make_claims(World(collection)) if c.slot.startswith("words of") and c.verdict == "conflict"]


def test_one_utterance_quoted_in_different_words_is_a_conflict_of_the_words_that_differ(one_story: OneStory) -> None:
    one = quoting("a", "We shall rebuild the old harbour before the next winter comes")
    two = quoting("b", "We shall rebuild the old bridge before the next winter comes")
    [claim] = wordings(one_story(one, two))
    assert (claim.slot, claim.verdict) == ("words of Ada Roe", "conflict")
    assert [v.value for v in claim.values] == ["rebuild the old harbour", "rebuild the old bridge"]
    assert claim.reason
    assert (claim.outlets, claim.origins) == (2, 1)


def test_every_report_that_quotes_the_utterance_stands_in_its_row(one_story: OneStory) -> None:
    words = "We shall rebuild the old {} before the next winter comes"
    reports = [quoting(n, words.format(w)) for n, w in (("a", "harbour"), ("b", "bridge"), ("c", "harbour"))]
    [claim] = wordings(one_story(*reports))
    assert [len(v.accounts) for v in claim.values] == [2, 1]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(
            "We don't want the old harbour back here", "We do not want the old harbour back here", id="short-form"
        ),
        pytest.param(
            "It was a long lunch time for the whole crew", "It was a long lunchtime for the whole crew", id="one-word"
        ),
        pytest.param(
            "I sat with my friend in the old harbour", "I sat with my friends in the old harbour", id="plural"
        ),
        pytest.param("We shall rebuild the old harbour", "We shall rebuild the old harbour", id="the-same"),
        pytest.param("To be a captain in the old harbour", "To be the captain in the old harbour", id="small-word"),
        pytest.param("We shall rebuild the old harbour", "Nobody in Lun has asked for a mill", id="another-utterance"),
        pytest.param(
            "We sail the old harbour in two of three boats", "We sail the old harbour in 2 of 3 boats", id="figures"
        ),
        pytest.param("I paint the colour of the sea at night", "I paint the color of the sea at night", id="spelling"),
    ],
)
def test_spelling_and_small_words_are_no_conflict(one_story: OneStory, one: str, two: str) -> None:
    assert not wordings(one_story(quoting("a", one), quoting("b", two)))


def test_paraphrase_is_no_quotation(one_story: OneStory) -> None:
    one = quoting("a", "We shall rebuild the old harbour before the next winter comes")
    two = quoting("b", "We shall rebuild the old bridge before the next winter comes", direct=False)
    assert not wordings(one_story(one, two))


def test_two_speakers_are_not_held_to_each_others_words(one_story: OneStory) -> None:
    one = quoting("a", "We shall rebuild the old harbour before the next winter comes")
    two = quoting("b", "We shall rebuild the old bridge before the next winter comes", "Ben Hale")
    assert not wordings(one_story(one, two))


def test_what_reports_quote_word_for_word_agrees(one_story: OneStory) -> None:
    one = quoting("a", "We shall rebuild the old harbour")
    two = quoting("b", "I promise that we shall rebuild the old harbour before winter")
    [claim] = [c for c in make_claims(World(one_story(one, two))) if c.slot == "words of Ada Roe"]
    assert (claim.verdict, claim.outlets, claim.origins) == ("agree", 2, 1)
    assert claim.values[0].value == "We shall rebuild the old harbour"


def test_what_a_report_tells_in_its_own_words_before_a_quotation_is_not_quoted(one_story: OneStory) -> None:
    text = 'Ada Roe said the state of the old harbour was "most alarming".'
    said = 'the state of the old harbour was "most alarming"'
    one, two = (Report(n, text).said(said, "Ada Roe", kind="person") for n in "ab")
    for report in (one, two):
        report.statements[:] = [replace(s, mode="mixed") for s in report.statements]
    assert [c for c in make_claims(World(one_story(one, two))) if c.slot.startswith("words of")] == []
