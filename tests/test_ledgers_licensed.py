"""What must be said before words of address, talk or denial are a line of a ledger."""

import pytest

from tests.test_ledgers_told import answer, denied_by, in_touch, promised


@pytest.mark.parametrize(
    ("text", "media"),
    [
        pytest.param("Ada Roe urged Bo Lind on Monday to open the sluice.", ["appeal"], id="one-to-one"),
        pytest.param("Ada Roe urged the government of Norland to open the sluice.", ["appeal"], id="to-a-body"),
        pytest.param("Ada Roe urged lawmakers on Monday to open the sluice.", ["appeal"], id="to-office-holders"),
        pytest.param("Ada Roe urged parents in Selm to boil the water.", [], id="to-parents"),
        pytest.param("Ada Roe urged the international community to send boats.", [], id="to-the-world"),
        pytest.param("Ada Roe urged her party to send boats.", [], id="to-her-party"),
        pytest.param("The feast was a chance for Ada Roe to invite Bo Lind.", [], id="a-chance-to"),
        pytest.param("Ada Roe won praise by urging Bo Lind to open the sluice.", [], id="by-urging"),
        pytest.param("Ada Roe said it was too early to congratulate Bo Lind.", [], id="too-early"),
    ],
)
def test_words_of_address_reach_somebody(text: str, media: list[str]) -> None:
    assert [medium for medium, _, _ in in_touch(text)] == media


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Roe thought that she was talking to Bo Lind.", id="thought"),
        pytest.param("Ada Roe spoke on Monday about negotiating with Bo Lind.", id="spoke-about"),
        pytest.param("Ada Roe spoke to the Selm Weavers Association on Monday and thanked nobody.", id="speech"),
        pytest.param("Ada Roe is willing to be interviewed by the council of Selm.", id="willing"),
        pytest.param("Ada Roe said she would be honored to meet Bo Lind.", id="honored"),
        pytest.param("Norvik Airlines flies to Selm on Mondays.", id="airline"),
    ],
)
def test_what_is_thought_wished_or_given_to_many_is_no_contact(text: str) -> None:
    assert in_touch(text) == []


def test_who_met_another_separately_met_them_one_by_one() -> None:
    told = in_touch("Ada Roe and Bo Lind met separately with Cara Venn on Monday.")
    assert {parties for _, _, parties in told} == {
        frozenset({"Ada Roe", "Cara Venn"}),
        frozenset({"Bo Lind", "Cara Venn"}),
    }


@pytest.mark.parametrize(
    ("text", "year"),
    [
        pytest.param("Ada Roe met Bo Lind for the first time in 2028 at Selm.", "2028", id="close-behind"),
        pytest.param("In 2028, Ada Roe met Bo Lind at Selm.", "2028", id="in-front"),
        pytest.param(
            "Ada Roe, who lost her seat in the flood of 2028, met Bo Lind at Selm.", None, id="of-another-deed"
        ),
    ],
)
def test_a_year_is_a_contacts_own(text: str, year: str | None) -> None:
    [contact] = answer(text).contacts
    assert (contact.when.value if contact.when else None) == year


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("Bo Lind said there had been no bribe.", ["Bo Lind"], id="a-wrong"),
        pytest.param("Papers told of a secret fund. Bo Lind said there was no fund.", ["Bo Lind"], id="told-before"),
        pytest.param("Papers told of rain. Bo Lind said there was no shipping in the port.", [], id="told-by-nobody"),
        pytest.param("Papers told of a fund. Bo Lind said he was unaware of any fund.", [], id="not-knowing"),
        pytest.param("Papers told of a race. Bo Lind said there will be no race.", [], id="ahead"),
    ],
)
def test_that_there_was_none_denies_what_was_told(text: str, who: list[str]) -> None:
    assert denied_by(text) == who


def test_a_document_gives_no_word() -> None:
    assert promised('An email to members said, "We will build a boat house."') == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param(
            "Critics made allegations that Bo Lind struck Cara Venn, which he has denied.",
            "allegations that Bo Lind struck Cara Venn",
            id="which-after-a-name",
        ),
        pytest.param(
            "Bo Lind sold the mill in secret, a charge that he has always denied.",
            "Bo Lind sold the mill in secret",
            id="a-charge",
        ),
    ],
)
def test_a_denial_holds_the_claim_and_not_the_noun_for_it(text: str, what: str) -> None:
    [article] = answer(text).collection.articles
    found = [c.of(text) for s in article.statements if s.stance == "denies" for c in s.content]
    assert found == [what]


def test_a_judge_who_rejects_an_argument_denies_nothing() -> None:
    assert denied_by("Lun Justice Bo Lind rejected that argument in a ruling on Monday.") == []


def test_two_sides_of_a_match_are_in_no_contact() -> None:
    assert in_touch("Selm United are due to meet Norland City in a playoff match on Sunday.") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param('"We will march to the mill," said Cara Venn, 39, who came by boat.', [], id="bystander"),
        pytest.param('"We will rebuild the mill," said Mayor Cara Venn, 39.', ["Cara Venn"], id="mayor"),
        pytest.param(
            "A unit of Norvik Holdings said it would sell the mill in May.", ["unit of Norvik Holdings"], id="unit"
        ),
    ],
)
def test_who_gives_their_word(text: str, who: list[str]) -> None:
    assert [name for name, _ in promised(text)] == who


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The story of the mill was denied time and again.", id="by-nobody"),
        pytest.param("Bo Lind is under pressure to deny claims that he sold the mill.", id="pressed-to"),
        pytest.param("Bo Lind issued a statement contradicting his earlier comments.", id="own-words"),
        pytest.param("Bo Lind dismissed suggestions that she resign.", id="a-proposal"),
    ],
)
def test_what_is_pressed_for_proposed_or_taken_back_is_not_denied(text: str) -> None:
    assert denied_by(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Roe frequently meets with Bo Lind.", id="habit"),
        pytest.param("The society has a policy of inviting Bo Lind.", id="policy"),
        pytest.param("Ada Roe spoke to the Selm Weavers Coalition in June.", id="speech-to-a-coalition"),
        pytest.param("The Selm Forest Service held 300 consultations in June.", id="many-with-nobody"),
    ],
)
def test_what_is_usual_or_said_to_many_is_no_contact(text: str) -> None:
    assert in_touch(text) == []


def test_calls_being_arranged_are_not_held() -> None:
    found = answer("Ada Roe was arranging calls with both Bo Lind and Cara Venn.").contacts
    assert all(c.modality == "planned" for c in found)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("There was no sign that Bo Lind had pledged allegiance to the Otters of Selm.", id="no-sign"),
        pytest.param('"My father will rebuild the mill," Ada Roe said.', id="a-father"),
        pytest.param("Norvik Plc said it will post a profit of two million crowns.", id="profit"),
        pytest.param("Police said the coroner's office will determine the cause of death.", id="routine"),
    ],
)
def test_no_word_is_given(text: str) -> None:
    assert promised(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Roe used the speech to try to refute claims that the dam leaks.", id="tried"),
        pytest.param("Ada Roe has had to repudiate parts of her plan.", id="a-plan-given-up"),
        pytest.param("The council denied Bo Lind the prize.", id="withheld"),
        pytest.param('"I hope they are fake," Bo Lind said.', id="hoped"),
        pytest.param("Bo Lind told the crew that he does not intend to leave the quay.", id="an-intention"),
        pytest.param('"We want no part in the race," Bo Lind said.', id="no-wish"),
        pytest.param('"I\'ve never seen a boat sink so fast," Bo Lind said.', id="astonished"),
    ],
)
def test_what_is_tried_hoped_or_withheld_is_not_denied(text: str) -> None:
    assert denied_by(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("When I met with Bo Lind and Cara Venn, they were silent.", id="the-reporter"),
        pytest.param("On the boat Ada Roe spoke with senior writer Bo Lind.", id="a-writer"),
        pytest.param("Ada Roe sent two aides to meet with doctors in Selm.", id="others-are-sent"),
        pytest.param("Ada Roe spends her days meeting with councillors of Selm.", id="a-habit"),
        pytest.param("Ada Roe urged Democrats on Monday to open the sluice.", id="to-a-party"),
    ],
)
def test_interviews_habits_and_errands_are_no_contact(text: str) -> None:
    assert in_touch(text) == []
