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
        pytest.param(
            "It is hard to see how the body called the Selm Foundation can go on, Bo Lind said.", id="called-by-name"
        ),
        pytest.param(
            'Early on, Ada Roe attacked Bo Lind, calling him, among other things, "a tired man."', id="called-names"
        ),
        pytest.param("Ada Roe Is Now Calling Bo Lind The ‘Most Valuable Player’ For The Millers.", id="called-the"),
        pytest.param("Ada Roe rebuffed the miller at a White House meeting on Friday.", id="in-a-building"),
        pytest.param("Envoy Ada Roe left Tuesday for consultations with the council of Tarvo.", id="left-for"),
    ],
)
def test_words_of_touch_that_mean_something_else_are_no_contact(text: str) -> None:
    assert in_touch(text) == []


def test_whom_a_clause_of_its_own_names_took_no_part() -> None:
    text = "Ada Roe spoke before the panel that Cara Venn asked the clerk to reach out to Bo Lind."
    assert all("Bo Lind" not in parties for medium, _, parties in in_touch(text) if medium == "talks")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"Ada Roe invited both Bo Lind and me to her house," the clerk said.', id="and-me"),
        pytest.param("Ada Roe met quietly with the wife of a sick, jailed ferryman.", id="whose-wife"),
        pytest.param("Critics of the dam wrote to Ada Roe on Monday.", id="critics"),
        pytest.param("In the letter — addressed to the clerk, Bo Lind — the mayor asks for a sluice.", id="addressee"),
        pytest.param(
            "Candidate Cara Venn smiled. Bo Lind said he had a talk with the candidate at noon.",
            id="some-candidate",
        ),
    ],
)
def test_where_one_side_cannot_be_told_there_is_no_row(text: str) -> None:
    assert in_touch(text) == []


def test_what_a_report_says_that_somebody_does_not_let_stand_is_only_alleged() -> None:
    text = "Ada Roe is disputing a report from the Selm Herald saying her council invited Bo Lind to the fair."
    [contact] = answer(text).contacts
    assert contact.modality == "alleged"


def test_those_in_touch_by_email_wrote_to_each_other() -> None:
    [(medium, _, _)] = in_touch("Officials said that Ada Roe communicated with Bo Lind in emails.")
    assert medium == "message"


def test_talks_are_not_the_call_told_long_before() -> None:
    mill = "The mill stood still all day, and nobody in the old town could say why. " * 6
    text = f"Ada Roe spoke to Bo Lind on Monday. {mill}A clerk said force could harm the talks."
    [contact] = answer(text).contacts
    assert len(contact.mentions) == 1


@pytest.mark.parametrize(
    ("day", "when"),
    [
        pytest.param("Thursday", None, id="behind-the-report"),
        pytest.param("Friday", "2031-05-09", id="five-days-before"),
    ],
)
def test_the_weekday_right_behind_a_report_of_a_wednesday_is_left_open(day: str, when: str | None) -> None:
    found = answer(f"Ada Roe spoke to Bo Lind on {day}. On {day}, Ada Roe said she would mend the old sluice.")
    told = [c.when and c.when.value for c in found.contacts] + [p.when and p.when.value for p in found.promises]
    assert told == [when, when]


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
        pytest.param("Ada Roe defended the dam, brushing aside fears that it was built in haste.", id="fears"),
        pytest.param(
            "Tarvo faces a quandary over the headland, disputed land that both Norland and Kell claim.",
            id="disputed-land",
        ),
        pytest.param("Ada Roe was upset because she was denied entry to the hall.", id="denied-entry"),
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


def test_a_clause_about_the_charges_is_not_denied() -> None:
    charge = "A clerk said on Monday that Bo Lind hit a guard"
    [article] = answer(f"{charge}. Bo Lind has denied those charges, which have spread for years.").collection.articles
    [found] = [s for s in article.statements if s.stance == "denies"]
    assert [span.of(article.article.text) for span in found.content] == [charge, "those charges"]


def test_a_country_that_denies_goes_by_its_name() -> None:
    text = (
        "Pro-Russian men took the hall. Russian buses came. Russian flags flew, Russian songs rang, a Russian cook "
        "sang. Russia denies that it sent the buses."
    )
    assert denied_by(text) == ["Russia"]


def test_the_day_that_an_attack_is_called_by_is_no_date_of_a_denial() -> None:
    [article] = answer("The council of Selm has strongly denied any part in the 9/11 attacks.").collection.articles
    [found] = [s for s in article.statements if s.stance == "denies"]
    assert found.when is None


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
        pytest.param("“Then we’ll end up in the high court of Selm,” Bo Lind said.", id="foretold"),
        pytest.param("Ada Roe said she will plead not guilty to the theft of the boat.", id="plea"),
        pytest.param(
            "“Spare us the old song, ‘We are going to mend the sluice gate,’ ” Bo Lind said.", id="usual-words"
        ),
        pytest.param("“We will work hard to win,” Bo Lind said.", id="only-effort"),
        pytest.param("Bo Lind said he plans to root for the Otters.", id="a-fan"),
        pytest.param("Venna's lawyer said in Selm that he will refuse every question of the panel.", id="either"),
        pytest.param("“We will cherish her songs forever,” Bo Lind said.", id="cherish"),
        pytest.param("Bo Lind said he would not change his mind about the mill.", id="mind"),
        pytest.param("“I was always willing to row with anybody who lent me an oar,” Bo Lind said.", id="once"),
        pytest.param(
            "Norland cares for the case that Bo Lind has said he would make before the judges.", id="case-to-make"
        ),
        pytest.param(
            "Norvik would hold back the money until the Tarvo council agreed to make a payment of ten crowns.",
            id="waited-for",
        ),
        pytest.param("Bo Lind stated that Ada Roe has decided to burn down the old mill.", id="a-rival-says"),
    ],
)
def test_what_is_weighed_welcomed_or_said_by_a_rival_is_no_promise(text: str) -> None:
    assert promised(text) == []


def test_those_named_behind_a_description_give_their_word() -> None:
    [(who, _)] = promised("The leaders Ada Roe and Bo Lind have agreed to divide the wards of Selm.")
    assert who == "Ada Roe and Bo Lind"


def test_a_condition_belongs_to_what_is_promised() -> None:
    [(_, what)] = promised(
        "Bo Lind has repeatedly pledged to step in to protect the millers if they come under threat."
    )
    assert what.endswith("if they come under threat")


def test_some_of_a_party_do_not_promise_for_all() -> None:
    [(who, _)] = promised("More than a half-dozen Selm Democrats have said they will skip the harbour feast.")
    assert who == "More than a half-dozen Selm Democrats"


def test_officials_are_of_the_body_that_they_sit_in() -> None:
    [(_, _, parties)] = in_touch("Ada Roe reached out to senior officials in the Selm Port Authority on Monday.")
    assert parties == {"Ada Roe", "senior officials in the Selm Port Authority"}


def test_she_who_denies_is_no_man_who_alleged_it() -> None:
    text = "The clerk John Lind claimed that Mayor Cara Venn bullied the watchman - a charge she denies."
    assert "John Lind" not in denied_by(text)


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        pytest.param(
            "Officials from the Kingdom of Norland have agreed to purchase 60 new ferries.",
            "Officials from the Kingdom of Norland",
            "to purchase 60 new ferries",
            id="officials-from",
        ),
        pytest.param(
            "Bo Lind said he would light a candle for the mayor but did not tell when.",
            "Bo Lind",
            "he would light a candle for the mayor",
            id="but-did-not",
        ),
    ],
)
def test_a_promise_has_its_giver_and_no_words_of_the_next_clause(text: str, who: str, what: str) -> None:
    assert promised(text) == [(who, what)]


def test_one_letter_read_twice_is_one_row() -> None:
    text = "Tarvo leader Bo Lind, in a letter to U.N. Secretary Ola Berg, called for a session on the dam."
    assert in_touch(text) == [("letter", "Bo Lind", frozenset({"Bo Lind", "Ola Berg"}))]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param(
            "Bo Lind has said that the mill was not sold at the time - a point that the clerks have disputed.",
            ["Bo Lind has said that the mill was not sold at the time"],
            id="a-point-disputed",
        ),
        pytest.param(
            "Bo Lind, who claimed in May that Roe lied, said on Monday that he knew of it. Bo Lind denied it.",
            ["it"],
            id="their-own-words",
        ),
    ],
)
def test_what_others_said_before_is_what_is_denied(text: str, content: list[str]) -> None:
    [article] = answer(text).collection.articles
    [found] = [s for s in article.statements if s.stance == "denies"]
    assert [span.of(text) for span in found.content] == content
