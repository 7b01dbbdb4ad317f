"""Rows that are only shown where all that they show is so, as a reader of the whole report finds it."""

import pytest

from tests.test_ledgers_told import answer, denied_by, in_touch, promised


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Bo Lind had flown to Selm two days before his boat was found.", id="a-journey"),
        pytest.param("The number of Tarvo tourists visiting Norland is growing again, Ada Roe said.", id="tourists"),
        pytest.param(
            "Ada Roe sent out the guards against those defying her call for a truce with Norland.", id="call-for"
        ),
        pytest.param(
            "In a speech to the guild that marked the letter's delivery, Ada Roe urged Bo Lind to stay.", id="aloud"
        ),
        pytest.param("Ada Roe repeated her offer of holding talks with Bo Lind.", id="offered"),
        pytest.param(
            'The claim that Ada Roe "did not have communications with Bo Lind" was false.', id="denied-in-marks"
        ),
        pytest.param('"Rates will rise," Ada Roe, an analyst at the Lun Bank, said in a note.', id="analysts-note"),
        pytest.param("The judge fined Bo Lind and banned him from contacting Ada Roe again.", id="banned"),
        pytest.param("Bo Lind told the royal commission on Friday that the mill was old.", id="in-a-hearing"),
        pytest.param("Ada Roe offered condolences to her Tarvo counterpart.", id="counterpart-without-a-name"),
        pytest.param("Bo Lind, an astronaut, will fly to Norland in May.", id="a-flight"),
        pytest.param("One of the mayor's advisers met Bo Lind.", id="one-of"),
        pytest.param("Ada Roe wrote several songs for the play about Selm.", id="songs"),
        pytest.param("The raid by Tarvo and Norland met with fierce resistance by fighters of Selm.", id="resistance"),
        pytest.param(
            "It is important, Bo Lind said, that he and the prime minister met the spirit of it.", id="the-spirit"
        ),
        pytest.param('In his letter to readers of The Lun Sun, Bo Lind wrote: "Trust matters."', id="to-readers"),
        pytest.param("Ada Roe will meet with leaders from the pact on Monday.", id="leaders-of-whom"),
        pytest.param("The pact was signed at the Tarvo-Norland summit on March 18, 2030.", id="half-of-a-pair"),
    ],
)
def test_journeys_wishes_and_calls_for_something_are_no_contact(text: str) -> None:
    assert in_touch(text) == []


def test_the_town_of_a_meeting_is_no_side_of_it() -> None:
    found = in_touch("Minister Ada Roe and Minister Bo Lind attended the talks in Lun on Monday.")
    assert not any("Lun" in parties for _, _, parties in found)


def test_an_official_who_flew_somewhere_went_there_to_be_in_touch() -> None:
    [(medium, who, _)] = in_touch("Foreign Minister Ada Roe flew to Norland on Monday.")
    assert (medium, who) == ("visit", "Ada Roe")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("Norland is continuing to negotiate with Tarvo to free the crew.", "actual", id="goes-on"),
        pytest.param(
            "Ada Roe is invited to Selm in what would be the first meeting of Ada Roe with Bo Lind.",
            "planned",
            id="would-be",
        ),
        pytest.param("Bo Lind hopes the current visit to Selm by Mayor Ada Roe helps.", "actual", id="current"),
    ],
)
def test_what_goes_on_has_begun_and_what_would_be_is_to_come(text: str, modality: str) -> None:
    [contact] = answer(text).contacts
    assert contact.modality == modality


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Roe said she was ready to respond to any claim on the mill.", id="ready"),
        pytest.param('"We are willing to work together with Norland on the mill," Ada Roe said.', id="willing"),
        pytest.param("Norvik Plc said it would aim to keep its costs at the mill stable.", id="aim"),
        pytest.param("Minister Bo Lind said he won't reveal when the mill will open.", id="will-not-say"),
        pytest.param("Ada Roe said she will weep if the mill closes.", id="weep"),
        pytest.param("Ada Roe said she will not confirm the sale of the mill.", id="will-not-confirm"),
        pytest.param('"We will strive to build a fairer town at the mill," Ada Roe said.', id="strive"),
        pytest.param("The mayor is among leaders in several cities who have vowed to stay.", id="no-cities"),
        pytest.param("Bo Lind left in May. The 40-year-old miner says he will not rent the mill again.", id="by-age"),
    ],
)
def test_readiness_aims_and_silence_are_no_promise(text: str) -> None:
    assert promised(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            'Ada Roe was accused of closing the mill. "It is not just the mill they closed," Bo Lind said.',
            id="not-just",
        ),
        pytest.param("The council also denounces the smear campaign against Bo Lind.", id="denounced"),
        pytest.param(
            "Ada Roe met the envoy, seemingly contradicting what she said in May.", id="contradicted-by-a-deed"
        ),
        pytest.param("Prosecutors said that Bo Lind had almost no ties to Selm.", id="almost-none"),
        pytest.param("Both rowers filed appeals disputing the court ruling.", id="a-ruling"),
        pytest.param("Dismissing Bo Lind's claim, Judge Ada Roe said the van had moved.", id="a-judge"),
        pytest.param(
            "The mayor claimed there was evidence of a leak. Ada Roe said that she had not seen any evidence.",
            id="seen-none",
        ),
        pytest.param("Ada Roe has rejected Bo Lind's call for talks on the mill.", id="a-call-for-talks"),
        pytest.param("An officer of the mill said she was not authorized to speak of it.", id="not-authorized"),
    ],
)
def test_what_adds_or_withholds_denies_nothing(text: str) -> None:
    assert denied_by(text) == []


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        pytest.param(
            "Ada Roe has denied responsibility for the fire at the mill.",
            ["responsibility for the fire at the mill"],
            id="the-noun-of-the-cue",
        ),
        pytest.param(
            "Bo Lind accused the mayor of taking bribes. The mayor has publicly denied them.",
            ["Bo Lind accused the mayor of taking bribes", "them"],
            id="them",
        ),
        pytest.param(
            'Selm Radio reported that the mill was sold. The council labeled that report "false".',
            ["Selm Radio reported that the mill was sold", 'that report "false"'],
            id="called-false",
        ),
        pytest.param(
            'The guild claimed responsibility "for the raid on the mill". The council rejected the claim.',
            ['The guild claimed responsibility "for the raid on the mill"', "the claim"],
            id="quoted-claim",
        ),
        pytest.param(
            "Both South Norland and Tarvo accuse Selm of sinking it. North Norland strongly denies the allegation.",
            ["Both South Norland and Tarvo accuse Selm of sinking it", "the allegation"],
            id="the-other-half-of-a-land",
        ),
        pytest.param(
            "A report said the council had taken bribes. The council rejected the report's allegations.",
            ["A report said the council had taken bribes", "the report's allegations"],
            id="of-a-report",
        ),
        pytest.param(
            "Bo Lind denied turning down the offer because of chaos in the council.",
            ["turning down the offer because of chaos in the council"],
            id="because",
        ),
        pytest.param(
            'Bo Lind said that the mayor had taken bribes. "These claims are absolutely false," Ada Roe told Selm.',
            ["Bo Lind said that the mayor had taken bribes", '"These claims are absolutely false,"'],
            id="these-claims",
        ),
    ],
)
def test_what_is_denied_is_in_the_words(text: str, denied: list[str]) -> None:
    [article] = answer(text).collection.articles
    [found] = [s for s in article.statements if s.stance == "denies"]
    assert [span.of(article.article.text) for span in found.content] == denied
