"""Kinds of words that look like a contact, a denial or a promise and are none, and fields that must be whole."""

import pytest

from tests.test_ledgers_told import answer, denied_by, in_touch, promised


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In a speech in Selm, Ada Roe urged Bo Lind to open the sluice.", id="urged-in-a-speech"),
        pytest.param("Ada Roe thanked Bo Lind on Twitter on Monday for the boats.", id="thanked-online"),
        pytest.param("Ada Roe has repeatedly warned Bo Lind that the sluice would burst.", id="warned-again-and-again"),
        pytest.param("Many Democrats have warned Bo Lind not to open the sluice.", id="warned-by-many"),
        pytest.param("Ada Roe sat down for a podcast with Bo Lind in Selm.", id="podcast"),
        pytest.param("Ada Roe, speaking to Lunders, said that the sluice would hold.", id="to-an-audience"),
        pytest.param("Ada Roe went on to visit all 42 counties of Norland.", id="all-counties"),
        pytest.param("Ada Roe visited several states before the vote.", id="several-states"),
        pytest.param("Bo Lind praised the tough talk by Ada Roe and Cara Venn.", id="tough-talk"),
        pytest.param("Ada Roe and Bo Lind talked over each other.", id="over-each-other"),
        pytest.param("Ada Roe occasionally consulted with Bo Lind.", id="occasionally"),
        pytest.param("Ada Roe barely visited Norland in 2028.", id="barely"),
        pytest.param("Ada Roe said she would only negotiate with Bo Lind.", id="would-only"),
        pytest.param("Bo Lind said he would have smiled had Ada Roe congratulated him.", id="had-she"),
        pytest.param("Ada Roe told of her grief in a letter posted on her blog.", id="letter-to-all"),
        pytest.param("Ada Roe was speaking to a packed house in Selm.", id="packed-house"),
        pytest.param("Telephone communications from Norland to Tarvo were cut.", id="lines"),
        pytest.param("Ada Roe and Bo Lind are speaking to Cara Venn with one voice.", id="one-voice"),
        pytest.param("Ada Ross was still in negotiations on Monday to lead the choir.", id="one-side"),
        pytest.param("Ada Roe wrote to her 20,000 followers that it was over.", id="to-followers"),
        pytest.param("Bo Lind tried to visit the burned bank in Selm.", id="tried"),
        pytest.param("Savers merely have to visit a page of the Lun Bank to lose money.", id="have-to"),
        pytest.param("Bo Lind, 24, who was visiting Norland from Selm, said he was shocked.", id="bystander"),
        pytest.param("Bo Lind, a miner visiting Norland with his family, heard the shots.", id="family-trip"),
        pytest.param("One crew, a group of young Lunders called Selm 7, was on the quay.", id="called-by-a-name"),
        pytest.param("Ada Roe and the Lunder businessman discussed the sluice.", id="epithet"),
        pytest.param("Bo Lind was interviewed by Politico on Monday.", id="press"),
        pytest.param("In Selm's first meeting with the Otters this season, Lind scored twice.", id="match"),
    ],
)
def test_what_is_said_to_all_or_in_general_is_no_contact(text: str) -> None:
    assert in_touch(text) == []


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        pytest.param("In a call on Monday, Ada Roe urged Bo Lind to open the sluice.", "appeal", id="in-a-call"),
        pytest.param("Ada Roe warned Bo Lind on Monday that the sluice would burst.", "warning", id="one-to-one"),
        pytest.param("Ada Roe had a talk with Bo Lind on Monday.", "talks", id="a-talk"),
    ],
)
def test_what_is_said_from_one_to_another_is(text: str, medium: str) -> None:
    [(told, _, parties)] = in_touch(text)
    assert (told, parties) == (medium, frozenset({"Ada Roe", "Bo Lind"}))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param("Ada Roe met with her German counterpart Bo Lind on Monday.", {"Bo Lind"}, id="counterpart"),
        pytest.param(
            "Ada Roe met with the two experts of the party — Bo Lind and Cara Venn — on Monday.",
            {"Bo Lind", "Cara Venn"},
            id="two-behind-a-dash",
        ),
        pytest.param(
            "Norland Prime Minister Bo Lind is ill. His wife left. Ada Roe met the prime minister.",
            {"Bo Lind"},
            id="only-holder",
        ),
        pytest.param(
            "Ada Roe met with Bo Lind last week, and on this Monday with Dan Osk.", {"Bo Lind"}, id="another-week"
        ),
        pytest.param(
            "State police of Selm closed the road. Ada Roe met with police in Norland.", {"police"}, id="other-police"
        ),
    ],
)
def test_a_party_has_the_name_that_the_words_give(text: str, other: set[str]) -> None:
    [(_, _, parties)] = in_touch(text)
    assert parties == {"Ada Roe"} | other


def test_a_day_before_and_is_to_meet_is_not_the_meetings() -> None:
    found = answer("Ada Roe will visit Cara Venn on Thursday and is set to meet Bo Lind.").contacts
    assert [c.when for c in found if "Bo Lind" in c.parties] == [None]


def test_a_visit_of_a_past_day_has_taken_place() -> None:
    [contact] = answer("The visit of Ada Roe to Norland last Friday would likely help Bo Lind.").contacts
    assert contact.modality == "actual"


def test_who_brokers_talks_is_no_side_of_them() -> None:
    found = in_touch("Negotiations between Ada Roe and Bo Lind were brokered by Cara Venn on Monday.")
    assert [parties for _, _, parties in found] in ([], [frozenset({"Ada Roe", "Bo Lind"})])


def test_who_stands_behind_a_title_has_their_name() -> None:
    [(_, _, parties)] = in_touch("The visit of the U.S. Vice President Ada Roe to Norland began on Monday.")
    assert "Ada Roe" in parties


def test_a_call_that_is_only_claimed_is_shown_as_claimed() -> None:
    [contact] = answer("The clerk claimed that Ada Roe sold it in a telephone talk with Bo Lind.").contacts
    assert contact.modality == "alleged"


def test_a_name_goes_on_behind_a_hyphen() -> None:
    [(_, _, parties)] = in_touch("President Park Ye-rin of Tarvo met with Ada Roe on Monday.")
    assert "Park Ye-rin" in parties


def test_a_second_meeting_is_not_the_one_told_before() -> None:
    found = answer("Ada Roe met with Bo Lind on Monday. Ada Roe and Bo Lind agreed to meet again.").contacts
    assert {c.modality for c in found} == {"actual", "planned"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Roe brushed off these concerns about the sluice.", id="concerns"),
        pytest.param("Ada Roe laughed at Bo Lind and dismissed his arguments as rubbish.", id="arguments"),
        pytest.param("Ada Roe boasts that she owes nobody and has never paid a fine.", id="boast"),
        pytest.param("Bo Lind called Roe a clown and a hypocrite.", id="name-calling"),
        pytest.param("A clerk of Ada Roe called a report on the sluice outrageous.", id="a-judgement"),
        pytest.param("Ada Roe insisted that the owners were not looking to sell the sluice.", id="an-intention"),
        pytest.param("Ada Roe rejected the notion that councillors could leave.", id="what-others-could-do"),
        pytest.param("The charge was rejected by three inquiries.", id="inquiries"),
        pytest.param("Ada Roe took turns rebutting the proposals of Bo Lind on trade.", id="proposals"),
        pytest.param("Ada Roe insisted that the north was not that different.", id="an-attitude"),
        pytest.param("Some named Ada Roe, others Bo Lind. All have denied it.", id="nobody-in-particular"),
        pytest.param("The clerk said nobody at the registry knew if Bo Lind had left.", id="not-knowing"),
        pytest.param("Ada Roe argued that the ministry is not needed to run schools.", id="argued"),
        pytest.param("Asked whether Bo Lind would hold an office, Ada Roe said no.", id="what-is-to-come"),
        pytest.param(
            "Bo Lind asked whether the office used the files. The office has not regularly used them, Ada Roe said.",
            id="not-regularly",
        ),
    ],
)
def test_what_answers_no_charge_is_not_denied(text: str) -> None:
    assert denied_by(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Roe dismissed that whole story as a trick.", id="story"),
        pytest.param("Ada Roe rejected criticism that closing the sluice had drowned the meadow.", id="criticism-that"),
        pytest.param("Ada Roe called the allegations outrageous.", id="allegations"),
        pytest.param("Asked whether Bo Lind had sold the sluice, Ada Roe said no.", id="asked-for-a-deed"),
    ],
)
def test_who_answers_a_charge_denies_it(text: str) -> None:
    assert denied_by(text) == ["Ada Roe"]


@pytest.mark.parametrize(
    ("charge", "between", "denial"),
    [
        pytest.param("Some clerks suspected that Ada Roe had sold the sluice", "", "the charge", id="before"),
        pytest.param("A miner voiced a suspicion that Ada Roe had sold it", "", "her role", id="her-role"),
        pytest.param("Mayor Bo Lind said that Ada Roe had sold it", " He wrote about it.", "the charge", id="of-her"),
    ],
)
def test_a_denial_that_only_points_holds_the_charge_told_before(charge: str, between: str, denial: str) -> None:
    [article] = answer(f"{charge}.{between} Ada Roe denied {denial}.").collection.articles
    [found] = [s for s in article.statements if s.stance == "denies"]
    assert [span.of(article.article.text) for span in found.content] == [charge, denial]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Selm said on Monday that it had shut the sluice but gave no details.", id="no-details"),
        pytest.param('"We will not speak to what those files hold," the ministry said.', id="no-comment"),
        pytest.param("Ada Roe, who lives in Selm, said he is guaranteed a place in the race.", id="sure-of"),
        pytest.param("Ada Roe's promises of aid for the villages to rebuild have been modest.", id="what-aid-is-for"),
        pytest.param("A majority of dockers will not pay the toll.", id="majority"),
        pytest.param("Norvik Plc said it will meet its targets.", id="targets"),
        pytest.param('"I will give this my best crack," Ada Roe said.', id="a-crack"),
        pytest.param("Some speculated that the council offered to hire Bo Lind as a clerk.", id="speculated"),
        pytest.param("Minister Bo Lind said Norland was well prepared to enter the pact.", id="well-prepared"),
        pytest.param("The Selm newcomer said he would repair the boat on Monday.", id="epithet"),
    ],
)
def test_silence_and_forecasts_are_no_promise(text: str) -> None:
    assert promised(text) == []
