"""What the clause around a contact, a denial or a promise makes of it, and what is left out in doubt."""

import pytest

from tests.test_ledgers_told import answer, denied_by, in_touch, promised


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Communications between Europe and Asia were disrupted on Monday.", id="lines"),
        pytest.param('"The sluice was a gift to Selm," Ada Roe wrote to Bo Lind in her book.', id="book"),
        pytest.param("Ada Roe had only one appeal for the Greens: she could win.", id="allure"),
        pytest.param("The council disliked the yearly fairs, called the Selm Forum, that Norvik held.", id="called"),
        pytest.param("The Otters (7-7) will visit the Selm Herons (0-14) on Sunday.", id="clubs"),
        pytest.param("Ada Roe met Cara Venn in 2028. The heavyweight bout went eleven rounds.", id="fighters"),
        pytest.param("Ada Roe visited the area.", id="nameless-place"),
        pytest.param(
            "Ada Roe would remain neutral in negotiating the quarrel between Norland and Tarvo.", id="only-in-talks"
        ),
        pytest.param("Ada Roe has a way of reaching out to Bo Lind.", id="only-a-way"),
    ],
)
def test_words_of_touch_that_mean_something_else_are_no_contact(text: str) -> None:
    assert in_touch(text) == []


def test_whom_a_clause_of_its_own_names_took_no_part() -> None:
    text = "Ada Roe spoke before the panel that Cara Venn asked the clerk to reach out to Bo Lind."
    assert all("Bo Lind" not in parties for medium, _, parties in in_touch(text) if medium == "talks")


def test_a_meeting_that_says_where_it_was_is_not_the_one_told_before() -> None:
    text = "Ada Roe met Bo Lind in 2028. The sluice broke, which led to the tense meeting at the Old Mill."
    [contact] = answer(text).contacts
    assert len(contact.mentions) == 1


def test_of_two_offices_of_one_person_neither_is_somebody_else() -> None:
    [(_, _, parties)] = in_touch("Former mayor and harbour master Ada Roe met Bo Lind in Selm on Monday.")
    assert parties == {"Ada Roe", "Bo Lind"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Roe was to arrive in Tarvo on Monday to meet Bo Lind.", id="was-to"),
        pytest.param("Ada Roe called Bo Lind again and again over the next six months.", id="next-six-months"),
        pytest.param("In a letter to Bo Lind, Ada Roe said she will leave on Friday.", id="will-leave"),
        pytest.param("Ada Roe met Bo Lind in 2028 and 2030.", id="two-years"),
    ],
)
def test_a_time_of_something_else_is_not_the_contacts(text: str) -> None:
    assert {c.when for c in answer(text).contacts} == {None}


def test_what_is_set_for_next_week_is_to_come() -> None:
    [contact] = answer("Ada Roe and Bo Lind are meeting next week in Selm.").contacts
    assert (contact.modality, contact.when is not None) == ("planned", True)


def test_who_is_only_described_bears_no_description_from_elsewhere() -> None:
    text = "The old state campaign ran out of money. Ada Roe met with the campaign in Selm on Monday."
    [(_, _, parties)] = in_touch(text)
    assert parties == {"Ada Roe", "campaign"}


def test_whose_somebody_is_stays_with_them() -> None:
    [(_, _, parties)] = in_touch("Ada Roe said her brother left. Ada Roe met with her brother on Monday.")
    assert parties == {"Ada Roe", "Ada Roe's brother"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Roe said she wondered why Bo Lind would pay if it was not true.", id="if-not"),
        pytest.param('"After we moved in, we realized it was all lies," Ada Roe said.', id="came-to-know"),
        pytest.param('The clerk asked about tears. "I have never seen him tear up," Ada Roe said.', id="seen-him-do"),
        pytest.param(
            'Bo Lind suggested that the sluice is the same. "The sluice is probably not the same," Ada Roe said.',
            id="probably",
        ),
        pytest.param('"Was it a mistake?" he asked. "No, it is a good sluice," Ada Roe said.', id="no-mistake"),
        pytest.param("Ada Roe left the hall without denying the claims about the sluice.", id="without-denying"),
        pytest.param("Instead of denying the claims about the sluice, Ada Roe smiled.", id="instead-of-denying"),
    ],
)
def test_what_is_supposed_learned_or_unsure_denies_nothing(text: str) -> None:
    assert denied_by(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "The plan angered dockers in Selm, several of whom dismissed the claims about the sluice.",
            "several dockers in Selm",
            id="several-of-whom",
        ),
        pytest.param(
            "The plan met a crowd of dockers in the port, several of whom dismissed the claims about the sluice.",
            "several dockers",
            id="several-of-a-crowd",
        ),
    ],
)
def test_some_of_those_named_speak_for_themselves(text: str, speaker: str) -> None:
    assert denied_by(text) == [speaker]


def test_what_somebody_complained_of_right_before_is_what_is_denied() -> None:
    charge = "Some dockers have complained that the crew gave priority to its own boats"
    [article] = answer(f"{charge}. Ada Roe has disputed that notion.").collection.articles
    [found] = [s for s in article.statements if s.stance == "denies"]
    assert [span.of(article.article.text) for span in found.content] == [charge, "that notion"]


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("Ada Roe claimed that the sluice was old.", id="her-own-claim"),
        pytest.param("The owners had already denied a report that Ada Roe sold the sluice.", id="denied-by-others"),
        pytest.param("Ada Roe was cheered in Selm last week.", id="no-charge"),
    ],
)
def test_what_was_charged_by_nobody_else_is_not_what_is_denied(before: str) -> None:
    [article] = answer(f"{before} Ada Roe denied the charge.").collection.articles
    [found] = [s for s in article.statements if s.stance == "denies" and s.speaker == "Ada Roe"]
    assert [span.of(article.article.text) for span in found.content] == ["the charge"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("If Ada Roe runs, Bo Lind said, he would consider another party.", id="would-consider"),
        pytest.param("Ada Roe said she would welcome Bo Lind's return.", id="would-welcome"),
        pytest.param("Bo Lind stated that Ada Roe has decided to burn down the old mill.", id="a-rival-says"),
    ],
)
def test_what_is_weighed_welcomed_or_said_by_a_rival_is_no_promise(text: str) -> None:
    assert promised(text) == []


def test_those_named_behind_a_description_give_their_word() -> None:
    [(who, _)] = promised("The leaders Ada Roe and Bo Lind have agreed to divide the wards of Selm.")
    assert who == "Ada Roe and Bo Lind"
