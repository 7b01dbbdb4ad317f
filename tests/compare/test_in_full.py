"""The words that name a row, with a person's name for a lone "he" or "her"."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.compare.claims import make_claims
from onrecord.compare.excerpts import excerpt
from onrecord.compare.in_full import is_plain
from onrecord.compare.world import World
from onrecord.model import Annotated, Collection, Mention, Span, When

from .conftest import Report, at

BEFORE = "Ada Roe ran the ferry Undine. "


def told(text: str, pronoun: str, *more: Mention) -> Annotated:
    """Return a report on Ada Roe in which a pronoun stands for her."""
    report = Report("a", BEFORE + text).entity("Ada Roe", 0)
    place = at(report.text, f" {pronoun} ")
    meant = Mention(Span(place.start + 1, place.end - 1), "person", "Ada Roe", 0, "pronoun", clear=False)
    return replace(report.finished(), mentions=tuple(sorted((*report.mentions, meant, *more), key=lambda m: m.span)))


def name(annotated: Annotated, value: str) -> str:
    return excerpt(annotated, at(annotated.article.text, value))


def test_half_a_pair_of_brackets_is_left_out() -> None:
    text = "Lun (once 9th) was the last crew to have rowed ten miles in a gale."
    assert name(Report("a", text).finished(), "ten miles") == "was the last crew to have rowed … in a gale"


@pytest.mark.parametrize(
    ("text", "pronoun", "value", "expected"),
    [
        ("In 2031 , she sold the mill of Lun.", "she", "2031", "In …, [Ada Roe] sold the mill of Lun"),
        ("In 2031 a storm broke her ferry in two.", "her", "2031", "In … a storm broke [Ada Roe]'s ferry in two"),
        ("In 2031 the mill told her that it shut.", "her", "2031", "In … the mill told [Ada Roe] that it shut"),
    ],
    ids=["who", "whose", "whom"],
)
def test_a_lone_pronoun_reads_as_the_name_it_stands_for(text: str, pronoun: str, value: str, expected: str) -> None:
    assert name(told(text, pronoun), value) == expected


def test_a_pronoun_stays_where_two_can_be_meant() -> None:
    text = "She met Mara Lind , and in 2031 , she sold the mill of Lun."
    other = Mention(at(BEFORE + text, "Mara Lind"), "person", "Mara Lind", 1)
    assert name(told(text, "she", other), "2031") == "She met Mara Lind, and in …, she sold the mill of Lun"


def test_a_pronoun_stays_beside_the_name_it_stands_for() -> None:
    text = "Roe said in 2031 that she sold the mill."
    named = Mention(Span(len(BEFORE), len(BEFORE) + 3), "person", "Ada Roe", 0)
    assert name(told(text, "she", named), "2031") == "Roe said in … that she sold the mill"


def test_a_clause_about_what_stands_before_it_is_told_with_that() -> None:
    annotated = Report("a", "The mill of Lun, which was built in 1931, is shut for good.").finished()
    assert name(annotated, "1931") == "The mill of Lun, which was built in …, is shut for good"


def test_a_row_of_one_report_that_names_nobody_is_left_out(one_story: Callable[..., Collection]) -> None:
    day = When("2031-05-01", "day", "printed in the text")
    rest = Report("z", "The harbour of Lun stays as it is.")
    for text, shown in (("It sank on 1 May 2031 off the rocks.", 0), ("It sank on 1 May 2031 off Lun.", 1)):
        report = Report("a", text).date("1 May 2031", day, "sank")
        report.mentions.append(Mention(Span(0, 2), "other", "ferry", 0, "pronoun"))
        if shown:
            report.entity("Lun", 1, "place")
        assert len(make_claims(World(one_story(report, rest)))) == shown


def test_words_are_plain_that_name_somebody_or_leave_no_doubt() -> None:
    annotated = told("Then she sold it.", "she")
    assert is_plain(annotated, annotated.sentences[1])


def test_words_that_open_with_a_pronoun_of_no_plain_meaning_are_not_plain() -> None:
    text = "She met Mara Lind. And she sold it to Norland."
    others = (
        Mention(at(BEFORE + text, "Mara Lind"), "person", "Mara Lind", 1),
        Mention(at(BEFORE + text, "Norland"), "place", "Norland", 2),
    )
    annotated = told(text, "she", *others)
    assert not is_plain(annotated, at(annotated.article.text, "she sold it to Norland"))
