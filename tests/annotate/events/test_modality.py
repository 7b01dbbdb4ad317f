"""A denied or planned attack is not an actual one."""

from collections.abc import Callable

import pytest

from onrecord.model import EventMention, Span, Stance, Statement

Read = Callable[..., tuple[EventMention, ...]]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("The group attacked the station.", "actual", id="told-as-done"),
        pytest.param("The attack on the station took place at night.", "actual", id="took-place"),
        pytest.param("The group did not attack the station.", "denied", id="negated"),
        pytest.param("The group never attacked the station.", "denied", id="never"),
        pytest.param("The group denied attacking the station.", "denied", id="denied"),
        pytest.param("There was no attack on the station.", "denied", id="no-such-thing"),
        pytest.param("No group attacked the station.", "denied", id="nobody-did"),
        pytest.param("There was no evidence that the group attacked the station.", "denied", id="no-evidence"),
        pytest.param("The group left without attacking the station.", "denied", id="without"),
        pytest.param("The group planned to attack the station.", "planned", id="planned"),
        pytest.param("The group will attack the station.", "planned", id="future"),
        pytest.param("The group said it would attack the station.", "planned", id="future-in-the-past"),
        pytest.param("Police foiled an attack on the station.", "planned", id="foiled"),
        pytest.param("An attack on the station was prevented.", "planned", id="prevented"),
        pytest.param("The planned attack on the station shocked many.", "planned", id="called-planned"),
        pytest.param("The attack was set to take place at the station.", "planned", id="set-to-take-place"),
        pytest.param("Police found a plan to attack the station.", "planned", id="plan-to"),
        pytest.param("The group allegedly attacked the station.", "alleged", id="allegedly"),
        pytest.param("She never said that the group attacked the station.", "alleged", id="never-said"),
        pytest.param("The men will travel to Selm to attack the station.", "planned", id="purpose-of-a-plan"),
        pytest.param("Two men are accused of attacking the station.", "alleged", id="accused-of"),
        pytest.param("Two men suspected of attacking the station fled.", "alleged", id="suspected-of"),
        pytest.param("The group could attack the station.", "hypothetical", id="possible"),
        pytest.param("If the group attacks the station, roads will close.", "hypothetical", id="condition"),
        pytest.param("He urged the group to attack the station.", "hypothetical", id="asked-for"),
        pytest.param("The act makes it unlawful for anyone to attack a station.", "hypothetical", id="a-law-against"),
        pytest.param("It is a crime to attack a station.", "hypothetical", id="a-crime-to"),
        pytest.param("He worked to make sure that the group attacked the station.", "hypothetical", id="to-make-sure"),
        pytest.param("He saw to it that the group attacked the station.", "actual", id="saw-to-it"),
        pytest.param("He would see to it that the group attacked the station.", "hypothetical", id="would-see-to-it"),
        pytest.param("He did everything to see that they attacked the station.", "hypothetical", id="did-all-to-see"),
        pytest.param("He came home to see that they attacked the station.", "actual", id="came-to-see"),
    ],
)
def test_only_what_is_told_as_done_is_actual(read: Read, text: str, modality: str) -> None:
    [attack] = [e for e in read(text) if e.type == "ASSAULT"]
    assert attack.modality == modality


@pytest.mark.parametrize(("stance", "modality"), [("denies", "denied"), ("accuses", "alleged"), ("asserts", "actual")])
def test_a_statement_weakens_what_it_says_first_of_all(read: Read, stance: Stance, modality: str) -> None:
    text = "Of the group she said that it attacked the station."
    content = Span(text.index("it"), len(text) - 1)
    [attack] = [e for e in read(text, Statement((), (), (content,), "she", "indirect", stance)) if e.type == "ASSAULT"]
    assert attack.modality == modality


def test_a_call_that_somebody_initiated_took_place(read: Read) -> None:
    [call] = [e for e in read("The phone call, initiated by Belmora, was short.") if e.type == "CONSULT"]
    assert call.modality == "actual"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("We cannot deny that the group attacked the station.", "actual", id="denial-denied"),
        pytest.param("Police failed to prevent the attack on the station.", "actual", id="not-prevented"),
        pytest.param("The group did not plan to attack the station.", "denied", id="not-even-planned"),
        pytest.param("The group went on to attack the station.", "actual", id="went-on"),
        pytest.param(
            "If the group had not attacked the station, trains would run.", "hypothetical", id="counterfactual"
        ),
    ],
)
def test_negation_above_is_weighed(read: Read, text: str, modality: str) -> None:
    [attack] = [e for e in read(text) if e.type == "ASSAULT"]
    assert attack.modality == modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("The council voted to reject the sale.", "actual", id="the-vote-does-it"),
        pytest.param("The council did not vote to reject the sale.", "denied", id="no-such-vote"),
        pytest.param("The council will vote to reject the sale.", "planned", id="yet-to-vote"),
    ],
)
def test_what_a_vote_does_by_itself_is_done_with_it(read: Read, text: str, modality: str) -> None:
    [rejection] = [e for e in read(text) if e.type == "REJECT"]
    assert rejection.modality == modality
