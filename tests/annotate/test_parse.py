import pytest

from onrecord.annotate.dateline import in_dateline, is_filed_from
from onrecord.annotate.parse import language


def sentences(text: str) -> list[str]:
    return [sent.text.strip() for sent in language()(text).sents]


@pytest.mark.parametrize("dateline", ["LUN, May 3 (Reuters) -", "Port Elsin (Reuters) –", "LUN --\n  "])
def test_a_sentence_starts_behind_a_dateline(dateline: str) -> None:
    assert sentences(f"{dateline} The ferry sank on Monday.")[-1] == "The ferry sank on Monday."


def test_a_dash_in_a_line_that_opens_with_capitals_parts_no_sentence() -> None:
    text = "LUN also reports that the mayor has re - hired her clerk."
    assert sentences(text) == [text]


def test_the_place_and_the_agency_of_a_dateline_are_told_apart() -> None:
    doc = language()("LUN, Norland (Reuters) - The ferry sank off Lun.")
    assert [t.text for t in doc if is_filed_from(t) and t.is_alpha] == ["LUN", "Norland"]
    assert [t.text for t in doc if in_dateline(t) and t.is_alpha] == ["LUN", "Norland", "Reuters"]


def test_who_stands_before_a_colon_is_in_no_dateline() -> None:
    assert not any(map(in_dateline, language()("NORLAND: the law stands - and so does the fine.")))


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("The firm gave up a licence it won in June 2031, which covered nine ferries.", "covered", "licence"),
        ("The ferries stopped on Monday, which is a holiday in Lun.", "is", "Monday"),
    ],
)
def test_what_is_told_behind_a_day_is_of_what_the_day_dates(text: str, verb: str, noun: str) -> None:
    assert [t.head.text for t in language()(text) if t.text == verb] == [noun]


@pytest.mark.parametrize(
    ("line", "apart"),
    [
        ("Storm Forces Norland Ferries To Stay In Port", True),
        ("See this picture Ola Berg/Selm Photos Ola Berg/Selm Photos", True),
        ("The Selm Harbour Company said on Tuesday that", False),
        ("Posted: May 14, 2031 8:40 AM EST", False),
    ],
    ids=["headline", "credit-twice", "wrapped", "when-posted"],
)
def test_a_sentence_starts_behind_a_headline_and_a_credit_but_not_inside_wrapped_text(line: str, apart: bool) -> None:
    text = f"{line}\nNorland ferries were held in port by the storm."
    assert (sentences(text)[-1] == "Norland ferries were held in port by the storm.") is apart
