"""Who met whom, as a user's report tells it: of whom the parties are, and what is yet to come."""

import json
from io import BytesIO

import pytest

from onrecord.api import Request, brief
from onrecord.model import Contact


def contacts(text: str) -> tuple[Contact, ...]:
    """Return the ledger of contacts of a report of 14 May 2031."""
    row = json.dumps({"id": "r", "text": text, "published": "2031-05-14"})
    return brief(Request(sources=["-"], stdin=BytesIO(row.encode()))).contacts


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param(
            "The foreign ministers of France and Kenya met in Selm on Monday.",
            ("foreign minister of France", "foreign minister of Kenya"),
            id="one-office-of-two",
        ),
        pytest.param(
            "Bo Lind says he contacted Ada Falk and the family planned to bring her to the hall.",
            ("Ada Falk", "Bo Lind"),
            id="the-next-clause-has-its-own-subject",
        ),
    ],
)
def test_who_took_part(text: str, parties: tuple[str, ...]) -> None:
    assert parties in [row.parties for row in contacts(text)]


def test_a_country_is_not_its_leader() -> None:
    rows = contacts(
        "The leaders of France and Kenya met in Selm on Monday. Vice President Bo Lind visited Kenya in March."
    )
    assert {row.parties for row in rows} == {("leader of France", "leader of Kenya"), ("Bo Lind", "Kenya")}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('The film is like "Lost Harbour" meets "A Quiet Mill."', id="titles"),
        pytest.param("The board said Ada Lind and Bo Moe are negotiating financing.", id="what-a-third-gives"),
        pytest.param("Ada Roe, speaking to a group of veterans in Selm, vowed to stay.", id="a-speech"),
        pytest.param("Ada Roe called Bo Lind -- who drives a cab in Selm -- a fool.", id="called-a-fool"),
        pytest.param("Ada Roe made the November trip with her boy.", id="a-trip-nobody-tells-where"),
        pytest.param("The leaders of France and Kenya talked past each other for years.", id="past-each-other"),
    ],
)
def test_nobody_was_in_touch(text: str) -> None:
    assert contacts(text) == ()


def test_what_the_letter_said_is_of_the_letter_told_before() -> None:
    [row] = contacts(
        "The Boatmen's Union wrote a letter to Governor Ida Hale on Thursday.\n\n"
        "“Crews who guard the coast should not live on gifts,” the letter said."
    )
    assert row.parties == ("Boatmen's Union", "Ida Hale")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Roe flew to Selm on Monday for talks with Mayor Bo Lind.", id="for-talks"),
        pytest.param("Ada Roe returned to Selm on Monday to meet Mayor Bo Lind.", id="to-meet"),
    ],
)
def test_what_somebody_goes_for_is_of_the_day_of_going(text: str) -> None:
    [when] = [row.when for row in contacts(text) if "Bo Lind" in row.parties]
    assert when is not None
    assert when.value == "2031-05-12"


def test_a_visit_with_somebody_is_a_meeting() -> None:
    [row] = contacts("Ada Roe's visit with Mayor Bo Lind lasted an hour.")
    assert row.medium == "meeting"


def test_the_first_contact_since_is_the_call_just_told() -> None:
    [row] = contacts("Ada Roe called Bo Lind on Tuesday, the first contact between the two since March.")
    assert (row.medium, row.initiator, len(row.mentions)) == ("phone", "Ada Roe", 2)


def test_the_date_of_what_they_talked_about_is_not_that_of_the_talk() -> None:
    rows = contacts("Ada Lind and Bo Falk talked about the visit of Trade Minister Cai Moe in September.")
    assert [row.when for row in rows if row.medium == "talks"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Ada Roe was scheduled to lay flowers, talk to Mayor Bo Lind and leave on Sunday.", id="shares-its-to"
        ),
        pytest.param("Ada Roe and Bo Lind were due to meet on Sunday, but the talks were put off.", id="put-off"),
        pytest.param("Ada Roe, who was reportedly due to visit Kenya yesterday, stayed away.", id="due-and-past"),
        pytest.param("Ada Roe's visit with Mayor Bo Lind is likely to be long.", id="likely-to-be"),
        pytest.param("Ada Roe's visit to Kenya has been agreed, the ministry said.", id="agreed"),
    ],
)
def test_what_is_only_due_is_planned(text: str) -> None:
    [row] = contacts(text)
    assert row.modality == "planned"
