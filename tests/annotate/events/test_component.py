"""What a sentence says happened, and who did it to whom."""

from collections.abc import Callable

import pytest

from onrecord.annotate.pipeline import annotate
from onrecord.model import Article, EventMention, Span, Statement, When

Read = Callable[..., tuple[EventMention, ...]]


def told(events: tuple[EventMention, ...]) -> list[tuple[str, str, list[str], list[str]]]:
    """Return (type, mode, actors, recipients) of each event, in order."""
    return [(e.type, e.mode, [r.name for r in e.actor], [r.name for r in e.recipient]) for e in events]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        pytest.param("Ardania attacked Belmora on Monday.", ("ASSAULT", "", ["Ardania"], ["Belmora"]), id="active"),
        pytest.param("A docker was crushed to death by a crane.", ("DEATH", "", ["crane"], ["docker"]), id="crushed"),
        pytest.param(
            "Mara Lind was given a sentence of ten years.", ("COERCE", "sentence", [], ["Mara Lind"]), id="given-it"
        ),
        pytest.param(
            "The judge handed Theo Grau a life sentence.",
            ("COERCE", "sentence", ["judge"], ["Theo Grau"]),
            id="handed-one",
        ),
        pytest.param("Theo Grau was fined ten crowns.", ("COERCE", "fine", [], ["Theo Grau"]), id="fined"),
        pytest.param("Theo Grau was handed a fine.", ("COERCE", "fine", [], ["Theo Grau"]), id="handed-a-fine"),
        pytest.param("Theo Grau won a pardon.", ("CONCEDE", "pardon", [], ["Theo Grau"]), id="won-a-pardon"),
        pytest.param("Guards beat Theo Grau to death.", ("ASSAULT", "kill", ["Guards"], ["Theo Grau"]), id="beaten"),
        pytest.param("Two dockers were burned to death.", ("DEATH", "", [], ["Two dockers"]), id="burned"),
        pytest.param("Belmora was attacked by Ardania.", ("ASSAULT", "", ["Ardania"], ["Belmora"]), id="passive"),
        pytest.param(
            "Police arrested two students.", ("COERCE", "arrest", ["Police"], ["two students"]), id="verb-with-mode"
        ),
        pytest.param(
            "The arrest of two students by police angered the town.",
            ("COERCE", "arrest", ["police"], ["two students"]),
            id="event-noun",
        ),
        pytest.param(
            "The army launched an attack on the rebels.", ("ASSAULT", "", ["army"], ["rebels"]), id="light-verb"
        ),
        pytest.param(
            "Special Counsel Mara Lind is under investigation by the council.",
            ("ACCUSE", "investigate", ["council"], ["Special Counsel Mara Lind"]),
            id="under-investigation",
        ),
        pytest.param(
            "The union said 70 miners were on strike.", ("PROTEST", "strike", ["70 miners"], []), id="were-on-strike"
        ),
        pytest.param("Drivers walked off the job.", ("PROTEST", "strike", ["Drivers"], []), id="off-the-job"),
        pytest.param(
            "Ardania agreed with Belmora to send the miners home.",
            ("AGREE", "", ["Ardania"], ["Belmora"]),
            id="agreed-with",
        ),
        pytest.param(
            "Minister Ola Berg said on Monday that Belmora must do more.",
            ("REQUEST", "", ["Minister Ola Berg"], ["Belmora"]),
            id="duty-of-a-verb-that-reports-nothing",
        ),
        pytest.param(
            "The man, who was arrested by police, denied it.",
            ("COERCE", "arrest", ["police"], ["man"]),
            id="relative-clause",
        ),
        pytest.param(
            "Ardania and Belmora signed a peace treaty.",
            ("SUPPORT", "", ["Ardania", "Belmora"], ["Ardania", "Belmora"]),
            id="both-sides",
        ),
        pytest.param(
            "Ardania agreed to release the pilots.", ("AGREE", "", ["Ardania"], ["pilots"]), id="through-a-complement"
        ),
        pytest.param(
            "Ardania said it would release the pilots.", ("AGREE", "", ["Ardania"], ["pilots"]), id="announced-kindness"
        ),
        pytest.param("Ardania will attack Belmora.", ("THREATEN", "", ["Ardania"], ["Belmora"]), id="announced-attack"),
        pytest.param(
            "Ardania said Belmora must withdraw its troops.",
            ("REQUEST", "", ["Ardania"], ["Belmora"]),
            id="demand-by-must",
        ),
        pytest.param(
            "The minister demanded that the mayor leave the city.",
            ("REQUEST", "change", ["minister"], ["mayor"]),
            id="demand",
        ),
        pytest.param(
            "Ardania lifted its ban on imports from Belmora.",
            ("CONCEDE", "", ["Ardania"], ["imports from Belmora"]),
            id="object-decides-the-type",
        ),
        pytest.param("Ardania refused to meet Belmora.", ("REJECT", "", ["Ardania"], ["Belmora"]), id="refusal"),
    ],
)
def test_the_parties_are_found(read: Read, text: str, event: tuple[str, str, list[str], list[str]]) -> None:
    assert event in told(read(text))


def test_a_promise_of_harm_is_no_consent(read: Read) -> None:
    [first, *_] = read("The rebels vowed to attack the city.")
    assert first.type == "THREATEN"


@pytest.mark.parametrize(
    ("text", "type"),
    [
        pytest.param("Ada Roe retired on the second lap in Selm.", "OTHER", id="on-a-lap"),
        pytest.param("Ada Roe retired from the race.", "OTHER", id="from-a-race"),
        pytest.param("Ada Roe retired from the council in May.", "RETIRE", id="from-a-post"),
    ],
)
def test_who_retires_from_a_race_leaves_no_post(read: Read, text: str, type: str) -> None:
    assert {event.type for event in read(text)} == {type}


@pytest.mark.parametrize(
    ("text", "type", "mode"),
    [
        pytest.param("The parliament of Selm passed the ferry bill on Monday.", "LAW", "pass", id="passed"),
        pytest.param("The mayor signed the bill on Monday.", "LAW", "sign", id="signed"),
        pytest.param("Ada Roe welcomed the passage of the bill.", "LAW", "pass", id="noun"),
        pytest.param("Ardania and Belmora signed a peace treaty.", "SUPPORT", "", id="a-treaty-is-no-law"),
        pytest.param("Ada Roe passed the ball to Bo Lind.", "", "", id="a-ball-is-no-law"),
    ],
)
def test_a_law_is_passed_and_signed(read: Read, text: str, type: str, mode: str) -> None:
    assert ((type, mode) in {(event.type, event.mode) for event in read(text)}) is bool(type)
    assert type == "LAW" or all(event.type != "LAW" for event in read(text))


def test_the_dateline_is_nobody(read: Read) -> None:
    [sentence] = [e for e in read("BELMORA (XYZ) - The court freed the writer on Monday.") if e.type == "RETREAT"]
    assert [r.name for r in sentence.actor] == ["court"]


def test_the_label_of_a_report_is_nobody(read: Read) -> None:
    [event] = [e for e in read("UPDATE 2: Selm Lines fired 20 pilots on Monday.") if e.type == "DISMISS"]
    assert [role.name for role in event.actor] == ["Selm Lines"]


def test_coded_events_come_before_happenings_without_a_type(read: Read) -> None:
    types = [e.type for e in read("After it opened, the mayor praised the museum that the council built.")]
    assert types == sorted(types, key=lambda t: t == "OTHER")


def test_an_event_points_at_the_innermost_statement_that_holds_it(read: Read) -> None:
    text = "Ada said Bran claimed that Cole attacked Dora."
    outer = Statement((), (), (Span(9, 45),), "Ada", "indirect", "asserts")
    inner = Statement((), (), (Span(22, 45),), "Bran", "indirect", "asserts")
    [attack] = [e for e in read(text, outer, inner) if e.type == "ASSAULT"]
    assert attack.statement == 1


def test_nothing_happens_in_a_text_without_events(read: Read) -> None:
    assert read("The red house is tall.") == ()


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        pytest.param("The rebels vowed to attack the city.", "vowed", "THREATEN", id="promise-of-harm"),
        pytest.param("The rebels planned to attack the city.", "planned", "PLOT", id="plan-of-harm"),
        pytest.param("The crew planned to rest.", "planned", "OTHER", id="plan-of-nothing"),
        pytest.param("The duke vowed not to release the pilots.", "vowed", "REJECT", id="promise-not-to"),
        pytest.param("The duke promised to release the pilots.", "promised", "AGREE", id="promise"),
    ],
)
def test_what_is_promised_makes_the_promise(read: Read, text: str, trigger: str, kind: str) -> None:
    [event] = [e for e in read(text) if e.trigger.of(text) == trigger]
    assert event.type == kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param("The rocket blasted off.", {"OTHER"}, id="a-particle-makes-another-verb"),
        pytest.param("The flood took place in Belmora.", {"DISASTER"}, id="take-place-in-is-not-take-in"),
        pytest.param("The pilots returned to Belmora.", {"OTHER"}, id="coming-back-is-no-concession"),
        pytest.param("An earthquake struck the village.", {"DISASTER"}, id="a-quake-is-no-attacker"),
        pytest.param("The Marigold struck a reef off Belmora.", {"ACCIDENT"}, id="a-reef-is-no-target"),
        pytest.param("The Marigold ran aground off Belmora.", {"ACCIDENT"}, id="aground"),
        pytest.param("A tram hit a lorry in Belmora.", {"ACCIDENT"}, id="two-vehicles"),
        pytest.param("A missile hit the wall of the school.", {"ASSAULT"}, id="a-missile-is-no-vehicle"),
        pytest.param("The airline bought 40 aircraft from Aerona.", {"TRANSACTION"}, id="trade-of-firms"),
        pytest.param("Their friendship has invited scrutiny.", {"OTHER"}, id="scrutiny-is-no-guest"),
        pytest.param("The council released a statement.", {"LAUNCH"}, id="statements-are-not-freed"),
    ],
)
def test_lookalikes_are_kept_apart(read: Read, text: str, kinds: set[str]) -> None:
    assert {e.type for e in read(text)} - {"OTHER"} == kinds - {"OTHER"}


@pytest.mark.parametrize(
    ("text", "trigger", "dated"),
    [
        ("Rebels carried out the attack in revenge for air strikes last week.", "carried out the attack", False),
        ("Rebels carried out the attack in revenge for air strikes last week.", "strikes", True),
        ("Rebels attacked the port last week in revenge for air strikes.", "attacked", True),
        ("The two mayors met for talks last week.", "met", True),
        ("Eleven miners died in the blast last week.", "died", True),
        ("Police arrested two men during the raid last week.", "arrested", True),
        ("The mayor on Monday confirmed her talks with the rebels.", "talks", False),
        ("The mayor confirmed talks on Monday with the rebels.", "talks", True),
    ],
)
def test_a_time_right_behind_another_happening_is_that_one_s(text: str, trigger: str, dated: bool) -> None:
    day = When("2031-05-21", "day", "given")
    [annotated] = annotate([Article("a", "a", text, published=day)])
    [event] = [e for e in annotated.events if e.trigger.of(text) == trigger]
    assert (event.when is not None) == dated


@pytest.mark.parametrize("text", ["An opinion poll cheered the board.", "A poll of 900 dockers cheered the board."])
def test_an_opinion_poll_is_no_vote(read: Read, text: str) -> None:
    assert "ELECT" not in {event.type for event in read(text)}
    assert "ELECT" in {event.type for event in read("The polls closed at eight.")}


@pytest.mark.parametrize("told", ["was pressed to quit on Monday", "could quit on Monday", "was praised on Monday"])
def test_a_deed_told_as_done_has_not_the_day_of_another_s_asking(told: str) -> None:
    text = f"The resignation of mayor Ada Okafor came after a row.\n\nOkafor had misled the council and {told}."
    [annotated] = annotate([Article("a", "a", text, published=When("2031-05-21", "day", "given"))])
    [event] = [e for e in annotated.events if e.trigger.of(text) == "resignation"]
    assert event.when is None
