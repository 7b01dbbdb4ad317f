"""Scraped text becomes the report: no furniture in it, no sentence of it lost."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import When
from onrecord.read.text import clean_text

PAGE = (Path(__file__).parent / "pages" / "daily.txt").read_text("utf-8")
REPORT = """\
Engineers say that a second storm may test the repairs

The harbour wall at Port Elsin held through the worst night in years, the harbour office said on Tuesday.

"Nobody was hurt, and we want to thank you all," said harbour master Mirela Oduya.

She asked residents to donate blankets and to sign up as volunteers at the town hall.

The coast guard said that two boats were lost. Its spokesman, Piet Aalto, denied that warnings came late.

The storm was the third since December."""

LEAD = "A ferry sank off Quay Island early on Tuesday, and fourteen people were rescued, the coast guard said."
BODY = "One deckhand is still missing, and the search will go on until dusk, the harbour office said."
TAIL = "The ferry was built in 1994 and carried fifteen people on the night of the storm."


def page(*lines: str) -> str:
    return "\n\n".join(["Ferry sinks off Quay Island", LEAD, *lines, TAIL])


def body(*lines: str) -> str:
    return "\n\n".join([LEAD, *lines, TAIL])


def test_a_page_full_of_furniture_leaves_the_report_alone() -> None:
    assert clean_text(PAGE).text == REPORT


def test_what_the_furniture_tells_is_kept() -> None:
    report = clean_text(PAGE)
    assert report.title == "Harbour wall at Port Elsin holds through the worst night in years"
    assert report.outlet == "The Saltmarsh Herald"
    assert report.authors == ("Ines Varga", "Tomas Ruhl")
    assert report.agency == ("AFP", "Reuters")
    assert report.published == When("2031-03-04", "day", "printed on the page")


@pytest.mark.parametrize(
    "line",
    [
        "Skip to content",
        "Share this",
        "Share:",
        "12 comments",
        "Advertisement",
        "Advertisement Continue reading the main story",
        "Follow us on Twitter",
        "Sign up to our daily newsletter",
        "We use cookies to make this site work.",
        "Please consider making a donation to support our journalism today.",
        "If you value our journalism, please become a supporter.",
        "Get the latest headlines straight to your inbox.",
        "Already a subscriber? Log in",
        "Copyright 2031 Saltmarsh Media. All rights reserved.",
        "© 2031 Saltmarsh Media",
        "error: Content is protected !!",
        "Read more: Harbour dues to rise",
        "Related stories",
        "Image: Oda Brandt/NPA",
        "Photo: Oda Brandt",
        "File photo",
        "Rescuers carry a survivor ashore. (AP Photo/Oda Brandt)",
        "Rescuers carry a survivor ashore on Tuesday. Oda Brandt/Getty Images",
        "Rescuers carry a survivor ashore on Tuesday. Oda Brandt/Herald Pictures",
        "FILE - In this May 4, 2029 photo, the ferry leaves its berth.",
        "Image caption The ferry at its berth",
        "Getty Images Rescuers carry a survivor ashore",
        "The long wait",
        "'A long wait'",
        "- A long wait -",
        "5 min read",
        "3 hours ago",
        "Newsletter Please verify that you are not a robot first. Invalid email address. Please re-enter.",
        "Home > News > Norland",
    ],
)
def test_furniture_between_two_paragraphs_goes(line: str) -> None:
    assert clean_text(page(line, BODY)).text == body(BODY)


@pytest.mark.parametrize(
    "line",
    [
        "He asked supporters to donate a day's wage to the families.",
        '"Please support our journalism," the editor wrote in a letter to readers.',
        "“Your support means everything,” the skipper told the crowd.",
        "The minister said that we need more reporters on the ground.",
        "The photo was sold to Getty Images.",
        "He certainly would not tell us if the image had him in it.",
        "The video from the bridge showed the bow under water.",
        "Comments by the minister angered the union.",
        "More in the region are expected to die.",
        "Copyright law does not cover the recording, the court ruled.",
        "Share prices of the owner fell by a tenth.",
        "Related charges were dropped in May.",
        "Photo-sharing site Pixeline said it had removed the pictures.",
        "Subscribers to the pension fund lost their savings.",
        "The newsletter of the seamen's union had warned of the danger.",
        "9/11 was the last time the port was closed, officials said.",
        "Yes.",
        "1:30 p.m.",
        "The crew of the second boat lost nerve when they saw the wave and turned back to the harbour",
        "Was anybody warned?",
        "Seven people said: nobody warned us",
        "The owner, Elsin Lines, did not respond to a request for comment.",
        "Ana Ruhl is a reporter for the Norland Gazette, and police have held her since Monday, her editor said.",
    ],
)
def test_sentences_of_the_report_stay(line: str) -> None:
    assert clean_text(page(line, BODY)).text == body(line, BODY)


def test_an_appeal_glued_to_a_sentence_is_cut_at_its_last_character() -> None:
    glued = "Your support makes all the difference." + BODY
    assert clean_text(page(glued)).text == body(BODY)


def test_an_appeal_before_a_sentence_of_the_same_line_is_cut() -> None:
    assert clean_text(page("Sign up to our free newsletter. " + BODY)).text == body(BODY)


def test_lines_wrapped_inside_a_sentence_are_joined() -> None:
    wrapped = "One deckhand is still missing, and the search will go on\nuntil dusk, the harbour office said."
    assert clean_text(page(wrapped)).text == body(BODY)


def test_a_page_wrapped_at_a_fixed_width_becomes_paragraphs() -> None:
    text = """\
Ferry sinks off Quay Island

A ferry sank off Quay Island early on Tuesday, and
Fourteen people were rescued, according to the Norland
Coast Guard. The harbour office in Port Elsin said it
Would search on.

The owner denied that the ship was overloaded, and the
Seamen's union said that it had warned the minister in
January."""
    assert clean_text(text).text.count("\n\n") == 1


def test_sentences_glued_without_a_space_become_paragraphs() -> None:
    assert clean_text(page(BODY + "The owner denied that it was overloaded.")).text == body(
        BODY, "The owner denied that it was overloaded."
    )


@pytest.mark.parametrize("word", ["Amazon.Com shares fell after the news", "Gen.Petrov said so on Monday evening"])
def test_a_point_inside_a_name_does_not_part_a_sentence(word: str) -> None:
    line = f"The owner's statement and the reports about {word}."
    assert clean_text(page(line)).text == body(line)


def test_a_list_that_the_report_announces_stays() -> None:
    lines = ["The worst accidents on the route were:", "Brannock: 31 killed", "Calder: 4 killed"]
    assert clean_text(page(*lines, BODY)).text == body(*lines, BODY)


def test_a_paragraph_printed_twice_stays_once() -> None:
    assert clean_text(page(BODY, BODY)).text == body(BODY)


def test_a_broken_off_quotation_stays() -> None:
    line = '"We all just ran for the boats," said the cook, a member of the crew'
    assert clean_text(page(line, BODY)).text == body(line, BODY)


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("PORT ELSIN, Norland (AP) — ", "PORT ELSIN, Norland", ("AP",)),
        ("Port Elsin, Norland (Reuters) - ", "Port Elsin, Norland", ("Reuters",)),
        ("PORT ELSIN — ", "PORT ELSIN", ()),
        ("PORT ELSIN (Northern Wire) — ", "PORT ELSIN", ("Northern Wire",)),
        ("PORT ELSIN (Sund) — ", "PORT ELSIN", ()),
        ("PORT ELSIN (March 4, 2031) — ", "PORT ELSIN", ()),
        ("Sept 4 (Reuters) - ", None, ("Reuters",)),
        ("UPDATE - ", None, ()),
        ("Mirela Oduya — ", None, ()),
    ],
)
def test_the_dateline_stays_in_the_text_and_names_the_place(
    opening: str, place: str | None, agency: tuple[str, ...]
) -> None:
    report = clean_text(f"Ferry sinks off Quay Island\n\n{opening}{LEAD}\n\n{BODY}\n\n{TAIL}")
    assert (report.dateline_place, report.agency) == (place, agency)
    assert report.text.startswith(opening)


def test_a_year_in_the_dateline_dates_the_report() -> None:
    report = clean_text(f"Ferry sinks off Quay Island\n\nPORT ELSIN, March 4, 2031 (AP) — {LEAD}\n\n{TAIL}")
    assert report.published == When("2031-03-04", "day", "dateline")


@pytest.mark.parametrize(
    ("credit", "agency"),
    [
        ("smm,rc/kl (AFP, dpa)", ("AFP", "dpa")),
        ("(Tarpress)", ("Tarpress",)),
        ("AFP", ("AFP",)),
        ("With files from The Canadian Press", ("The Canadian Press",)),
    ],
)
def test_an_agency_credited_in_the_last_line(credit: str, agency: tuple[str, ...]) -> None:
    report = clean_text(page(BODY) + "\n\n" + credit)
    assert (report.agency, report.text) == (agency, body(BODY))


def test_an_agency_behind_the_last_sentence_is_no_part_of_it() -> None:
    report = clean_text(page(BODY) + " REUTERS")
    assert (report.agency, report.text) == (("REUTERS",), body(BODY))


def test_reporters_and_no_editors_are_authors() -> None:
    report = clean_text(page(BODY) + "\n\n(Reporting by Ines Varga in Port Elsin; Editing by Tomas Ruhl)")
    assert (report.authors, report.text) == (("Ines Varga",), body(BODY))


def test_no_outlet_is_made_up() -> None:
    assert clean_text(page(BODY)).outlet is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Skip to more NQ sites", "NQ"),
        ("© 2031 The Saltmarsh Herald. All rights reserved.", "The Saltmarsh Herald"),
        ("Subscribe to The Saltmarsh Herald for unlimited access to our journalism.", "The Saltmarsh Herald"),
        ("Photo: Oda Brandt © Norland Museum", None),
    ],
)
def test_the_outlet_comes_from_furniture_that_names_it(line: str, outlet: str | None) -> None:
    assert clean_text(page(line, BODY)).outlet == outlet


def test_a_masthead_above_the_headline_is_the_outlet() -> None:
    report = clean_text("The Daily Lantern\n\n" + page(BODY))
    assert (report.title, report.outlet) == ("Ferry sinks off Quay Island", "The Daily Lantern")


@pytest.mark.parametrize(
    ("line", "basis"),
    [
        ("By Ada Osk | Updated 5:12 PM EST, Tue March 4, 2031", "printed on the page as last changed"),
        ("By Ada Osk, 4 March 2031, 12:30", "printed on the page"),
        ("Written by Ada Osk on March 4, 2031", "printed on the page"),
        ("By Ada Osk March 4, 2031 at 6:30 a.m. EST", "printed on the page"),
    ],
)
def test_a_date_behind_a_byline_dates_the_report_and_leaves_the_author(line: str, basis: str) -> None:
    report = clean_text(f"Ferry sinks off Quay Island\n\n{line}\n\n{LEAD}\n\n{TAIL}")
    assert report.published == When("2031-03-04", "day", basis)
    assert report.authors == ("Ada Osk",)
    assert report.text.startswith(LEAD[:20])


def test_a_date_alone_before_a_dash_dates_the_report() -> None:
    report = clean_text(f"Ferry sinks off Quay Island\n\nMarch 4, 2031 - {LEAD}\n\n{TAIL}")
    assert report.published == When("2031-03-04", "day", "dateline")


def test_a_masthead_above_a_dateline_is_the_outlet() -> None:
    report = clean_text(f"Coast News Agency\n\nPORT ELLERY, March 10 - {body(BODY)}")
    assert (report.title, report.outlet) == (None, "Coast News Agency")


def test_a_line_of_outlet_and_date_gives_both() -> None:
    text = f"Ferry sinks off Quay Island\n\nSaltmarsh Wire, Nov 5, 2031\n\n{body(BODY)}"
    report = clean_text(text)
    assert (report.outlet, report.published) == ("Saltmarsh Wire", When("2031-11-05", "day", "printed on the page"))


def test_a_date_above_the_headline_is_no_headline() -> None:
    report = clean_text("Sunday 6 November 2031\n\n" + page(BODY))
    assert (report.title, report.published and report.published.value) == ("Ferry sinks off Quay Island", "2031-11-06")


def test_an_address_above_the_headline_is_no_headline() -> None:
    assert clean_text("https://saltmarsh.example/ferry-sinks\n\n" + page(BODY)).title == "Ferry sinks off Quay Island"


def test_a_byline_may_name_the_outlet() -> None:
    report = clean_text(page("By Sofia Reinholt, The Velmar Courier", BODY))
    assert (report.authors, report.outlet) == (("Sofia Reinholt",), "The Velmar Courier")


def test_the_outlet_behind_the_page_title() -> None:
    text = "Ferry sinks off Quay Island | Saltmarsh News\n\n" + body(BODY)
    assert (clean_text(text).title, clean_text(text).outlet) == ("Ferry sinks off Quay Island", "Saltmarsh News")


def test_text_without_a_headline_keeps_its_first_sentence() -> None:
    report = clean_text(body(BODY))
    assert (report.title, report.text) == (None, body(BODY))


def test_a_date_on_top_is_no_part_of_the_text_but_one_in_the_report_is() -> None:
    report = clean_text(f"Ferry sinks off Quay Island\n\nPublished: Tuesday 4 March 2031\n\n{body(BODY)}\n\n")
    assert (report.published, report.text) == (When("2031-03-04", "day", "printed on the page"), body(BODY))
    assert clean_text(page("It sank on 4 March 2031.")).published is None


@pytest.mark.parametrize("text", ["", "\n \n", "Home\nNews\nSport\nShare"])
def test_a_page_without_a_report_is_empty(text: str) -> None:
    assert clean_text(text).text == ""


@pytest.mark.parametrize("piece", ["Ada Roe ", "A. ", "By ", "A-", "x", "_", "end.Next ", "“", "(AP) ", "AP, ", "a@"])
def test_a_line_without_an_end_is_cleaned_in_the_time_of_a_long_report(piece: str) -> None:
    line = piece * (50_000 // len(piece))
    started_s = process_time()
    clean_text(f"{LEAD}\n\n{line}")
    assert process_time() - started_s < 5


def test_cleaning_a_cleaned_report_changes_nothing() -> None:
    report = clean_text(PAGE)
    assert clean_text(f"{report.title}\n\n{report.text}").text == report.text


@given(st.text(alphabet=st.sampled_from('aBc .!?\n"“”,:|-@©/()\x1b\u202e0123 ŽПé'), max_size=400))
def test_no_text_breaks_the_cleaning_and_nothing_is_added(text: str) -> None:
    cleaned = clean_text(text).text
    assert not set(cleaned) & set("\x1b\u202e")
    assert set(cleaned) <= set(text) | {"\n", " "}
