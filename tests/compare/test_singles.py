from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.compare.claims import make_claims
from onrecord.compare.world import World
from onrecord.model import Claim, Collection, EventMention, Fact, Modality, Role, Span, When

from .conftest import Report, at

OneStory = Callable[..., Collection]
DAY = When("2031-05-01", "day", "printed in the text")


def rows(one_story: OneStory, *reports: Report) -> list[Claim]:
    return list(make_claims(World(one_story(*reports, Report("z", "The harbour of Lun stays as it is.")))))


def test_a_date_is_named_by_the_words_around_it(one_story: OneStory) -> None:
    found = rows(one_story, Report("a", "The ferry Undine sank on 1 May 2031.").date("1 May 2031", DAY, "sank"))
    assert [c.slot for c in found] == ["when: The ferry Undine sank on …"]


def test_a_number_whose_word_says_nothing_is_named_by_the_words_around_it(one_story: OneStory) -> None:
    text = "A poll in Lun suggests that 82 per cent of those asked are against the bridge."
    report = Report("a", text).count("82 per cent", 82, 82, "percent", "are", head="percent")
    (row,) = rows(one_story, report)
    assert row.slot == "percent: A poll in Lun suggests that … of those asked are against the bridge"


def test_one_end_of_a_range_is_named_with_the_other(one_story: OneStory) -> None:
    text = "Ada Roe led the council of Lun from 2029 to 2031."
    (row,) = rows(one_story, Report("a", text).date("2029", When("2029", "year", "printed in the text"), "led"))
    assert row.slot == "when: Ada Roe led the council of Lun from … to 2031"


@pytest.mark.parametrize("modality", ["hypothetical", "denied"])
def test_a_number_that_is_only_possible_is_named_with_the_words_that_say_so(
    one_story: OneStory, modality: Modality
) -> None:
    text = "The works could pay 40 workers."
    report = Report("a", text).count("40 workers", 40, 40, "people", "pay", modality=modality)
    assert rows(one_story, report)[0].slot == "people: The works could pay …"


def test_a_caption_is_no_account(one_story: OneStory) -> None:
    text = "14/34 1 May 2031 Divers pose at the harbour of Lun."
    assert rows(one_story, Report("a", text).date("1 May 2031", DAY, "pose")) == []


def test_what_stands_in_the_lines_around_a_report_is_no_account(one_story: OneStory) -> None:
    text = "The mill of Lun was shut on 1 May 2031."
    collection = one_story(Report("a", text).date("1 May 2031", DAY, "shut"))
    (annotated,) = collection.articles
    article = replace(annotated.article, furniture=(Span(0, len(text)),))
    framed = replace(collection, articles=(replace(annotated, article=article),))
    assert [c.verdict for c in make_claims(World(collection))] == ["single"]
    assert make_claims(World(framed)) == ()


def test_the_day_that_a_page_was_changed_is_no_news(one_story: OneStory) -> None:
    text = "Lun Courier. Updated: 1 May 2031. The mill was shut."
    assert rows(one_story, *(Report(name, text).date("1 May 2031", DAY, "shut") for name in "ab")) == []


@pytest.mark.parametrize(
    "text",
    ["Mill shut in Lun Updated: 1 May 2031 By Ada Roe.", "The mill was shut on 1 May 2031 ©Ada Roe (Lun Post)."],
)
def test_the_day_of_a_label_or_of_a_credited_picture_is_no_news(one_story: OneStory, text: str) -> None:
    assert rows(one_story, *(Report(name, text).date("1 May 2031", DAY, "shut") for name in "ab")) == []


def test_the_day_on_which_a_study_was_published_is_news(one_story: OneStory) -> None:
    text = "The list of mills was published 1 May 2031."
    [row] = rows(one_story, Report("a", text).date("1 May 2031", DAY, "published"))
    assert "published" in row.slot


def test_the_day_under_a_tweet_is_none_of_the_report(one_story: OneStory) -> None:
    text = "The mill is shut for good! Lun Mill (@lunmill) 1 May 2031"
    assert rows(one_story, Report("a", text).date("1 May 2031", DAY, "shut")) == []


def test_a_day_that_only_points_back_is_left_out(one_story: OneStory) -> None:
    report = Report("a", "By then the mill of Lun was shut.").date("then", DAY, "shut", timex="2031-05-01")
    assert rows(one_story, report) == []


def test_days_with_no_word_around_them_are_no_row(one_story: OneStory) -> None:
    reports = [Report(name, "1 May 2031 11:12.").date("1 May 2031", DAY, "11:12") for name in "ab"]
    assert make_claims(World(one_story(*reports))) == ()


@pytest.mark.parametrize(
    ("whom", "shown"), [("Norland", 1), ("-era rules of Norland", 0)], ids=["whole", "half-a-word"]
)
def test_half_a_word_is_nobody(one_story: OneStory, whom: str, shown: int) -> None:
    reports = [Report(name, f"Ada Roe fought {whom} in Lun.").entity("Ada Roe", 0) for name in "ab"]
    for report in reports:
        fact = Fact("party", at(report.text, whom), "x", "fight", at(report.text, "fought"), "nsubjpass", ("lun",))
        report.facts.append(fact)
    assert len(make_claims(World(one_story(*reports)))) == shown


def test_a_date_in_the_address_of_a_page_is_no_news(one_story: OneStory) -> None:
    report = Report("a", "The mill of Lun is shut: www.lunpost.example/news/2031-05-01/mill").date(
        "2031-05-01", DAY, "shut"
    )
    assert rows(one_story, report) == []


@pytest.mark.parametrize(
    "text",
    [
        "The law makes May Day a holiday.",
        "In this May Day photo, divers pose at the harbour of Lun.",
        "Who would pose with us on May Day? pic.twitter.com/lun — Lun Mill (@lunmill)",
    ],
    ids=["a-day-told-of", "a-picture", "a-message"],
)
def test_a_day_that_dates_nothing_told_is_left_out(one_story: OneStory, text: str) -> None:
    report = Report("a", text).date("May Day", DAY, "makes" if "makes" in text else "pose")
    report.facts[:] = [replace(fact, relation="dobj" if "makes" in text else "prep in") for fact in report.facts]
    assert rows(one_story, report) == []


def test_a_label_of_the_page_is_no_deed_of_the_outlet(one_story: OneStory) -> None:
    text = "Lun Post | Updated: 4 May. The mill was shut."
    reports = [Report(name, text).entity("Lun Post", 0, "organisation") for name in "ab"]
    for report in reports:
        who = Fact("party", at(text, "Lun Post"), "post", "updat", at(text, "Updated"), "nsubj", ("may",), entity=0)
        report.facts.append(who)
        report.events.append(EventMention(at(text, "Updated"), "OTHER", "", "actual"))
    assert make_claims(World(one_story(*reports))) == ()


@pytest.mark.parametrize(
    ("words", "shown"), [("Norland", 0), ("the Isle of Ost", 1)], ids=["whom-it-is-done-to", "where-it-stands"]
)
def test_what_is_done_on_a_country_is_done_to_it(one_story: OneStory, words: str, shown: int) -> None:
    report = Report("a", f"The council of Lun began a strike on {words}.").entity(words, 0, "place")
    place = Fact(
        "place", at(report.text, words), "ost", "strike", at(report.text, "strike"), "prep on", ("lun",), entity=0
    )
    report.facts.append(place)
    report.events.append(EventMention(at(report.text, "strike"), "ASSAULT", "strike", "actual"))
    assert len([c for c in rows(one_story, report) if c.kind == "place"]) == shown


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("that night", "The mill burned down that night."),
        ("Friday", "The mill was shut the Friday before the vote."),
        ("1 June", "The licence of the mill, shut for now, ends on 1 June of next year."),
    ],
)
def test_a_day_reckoned_from_another_day_is_left_out(one_story: OneStory, words: str, text: str) -> None:
    of = "burned" if "burned" in text else "shut"
    assert rows(one_story, Report("a", text).date(words, DAY, of)) == []


def test_last_week_told_on_a_sunday_is_left_out_for_it_may_be_either_week(one_story: OneStory) -> None:
    week = When("2031-04-21/2031-04-27", "interval", "reckoned from the day of the report")
    for day, shown in (("2031-05-04", 0), ("2031-05-02", 1)):
        report = Report("a", "The mill was shut last week.", published=day).date(
            "last week", week, "shut", timex="2031-W17"
        )
        assert len(rows(one_story, report)) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ada Roe urged Norland to open the dam.", 1),
        ("Ada Roe never urged Norland to open the dam.", 0),
        ("Ada Roe, who in May had led the council to Lun twice, urged Norland to open the dam.", 0),
    ],
    ids=["in-one-breath", "not-done", "far-apart"],
)
def test_who_did_something_to_whom_is_shown_where_a_report_says_it_in_one_breath(
    one_story: OneStory, text: str, shown: int
) -> None:
    report = Report("a", text).entity("Ada Roe", 0).entity("Norland", 1, "place")
    who, whom = (Role(n, at(text, n), number, "person") for number, n in enumerate(("Ada Roe", "Norland")))
    report.events.append(EventMention(at(text, "urged"), "REQUEST", "", "actual", (who,), (whom,)))
    assert [c.slot for c in rows(one_story, report) if c.kind == "recipient"] == ["whom or what: Ada Roe urged …"][
        :shown
    ]


def test_values_that_two_reports_give_keep_their_row_whatever_their_words(one_story: OneStory) -> None:
    text = "The mill of Lun was shut the Friday before the vote."
    one, two = (Report(name, text).date("Friday", DAY, "shut") for name in "ab")
    (row,) = make_claims(World(one_story(one, two)))
    assert (row.verdict, row.slot.partition(":")[0]) == ("agree", "when")
    assert at(text, "Friday") == row.values[0].accounts[0].passage.span


@pytest.mark.parametrize(("before", "shown"), [("", ["Odern"]), ("It was cold. It was dark. It snowed. ", [])])
def test_where_a_report_opens_is_shown_although_no_other_report_says_so(
    one_story: OneStory, before: str, shown: list[str]
) -> None:
    report = Report("a", f"{before}A ferry ran aground in Odern.").entity("Odern", 0, "place")
    where, ran = at(report.text, "Odern"), at(report.text, "ran aground")
    report.facts.append(Fact("place", where, "odern", "run", ran, "prep in", ("ferry",), entity=0))
    assert [v.value for c in rows(one_story, report) for v in c.values] == shown


def test_words_that_run_from_a_heading_into_the_text_are_no_value(one_story: OneStory) -> None:
    text = "Mill of Lun: 13 dead\nMillers were told to leave."
    report = Report("a", text).count("13 dead\nMillers", 13, 13, "people", "told", head="miller")
    assert rows(one_story, report) == []
