import pytest

from onrecord.annotate.component import Draft
from onrecord.annotate.parse import language
from onrecord.annotate.pipeline import annotate
from onrecord.annotate.reading_ahead import ReadingAhead
from onrecord.annotate.statement_model import OnnxStatementModel
from onrecord.annotate.statements import component
from onrecord.errors import SetupError
from onrecord.model import Annotated, Article

REPORT = (
    "The port of Lorne was closed on Monday.\n\n"
    '"The crane fell at noon," harbour master Odile Brand told the Lorne Gazette. "Nobody was hurt."\n\n'
    "Brand denied that the crane was old. The ministry declined to comment."
)


def of(text: str, name: str = "a") -> Annotated:
    return next(iter(annotate([Article(id=name, ref=name, text=text)])))


def test_a_report_gives_its_statements_in_the_order_of_the_text() -> None:
    statements = of(REPORT).statements
    assert [(s.speaker, s.stance) for s in statements[:2]] == [("Odile Brand", "asserts"), ("Odile Brand", "denies")]
    assert statements[0].via == ("Lorne Gazette",)
    assert statements[-1].stance == "declines"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param('"' + "the dam held and " * 400 + "he said", id="open-mark-and-no-full-stop"),
        pytest.param("Osk said 😀 e\u0301 the dam held 👩‍👩‍👧 “yes", id="emoji-and-combining-marks"),
    ],
)
def test_every_span_lies_inside_the_text(text: str) -> None:
    for statement in of(text).statements:
        for span in (*statement.source, *statement.cue, *statement.content):
            assert span.of(text)


def test_without_the_models_weights_the_syntax_works_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> OnnxStatementModel:
        raise SetupError("the model's files are missing")

    monkeypatch.setattr(component, "reader", lambda weights: ReadingAhead(missing))
    text = "Ada Osk said the dam held."
    [found] = component.found_in([Draft(Article(id="a", ref="a", text=text), language()(text))])
    assert [s.cue[0].of(text) for s in found] == ["said"]


def test_an_article_reads_the_same_beside_another() -> None:
    other = Article(id="b", ref="b", text="Karl Venn said the ferry sank.")
    alone = of(REPORT)
    beside, _ = annotate([Article(id="a", ref="a", text=REPORT), other])
    assert alone.statements == beside.statements


def test_a_dismissal_from_a_post_is_no_statement() -> None:
    assert of("Norvik Plc dismissed Karl Venn on Thursday. The port of Lorne stayed closed.").statements == ()
    [denial] = of("Norvik Plc dismissed the claim as false.").statements
    assert denial.stance == "denies"


@pytest.mark.parametrize(
    ("text", "speaker", "hand", "words"),
    [
        pytest.param(
            "The dam would not be sold, Brand's spokeswoman Ada Osk said, according to the Lorne Gazette.",
            "Ada Osk",
            "Lorne Gazette",
            "The dam would not be sold",
            id="according-to-last",
        ),
        pytest.param(
            "The dam had held, Ada Osk said, the Lorne Gazette reported.",
            "Ada Osk",
            "Lorne Gazette",
            "The dam had held",
            id="reported-last",
        ),
        pytest.param(
            "“We have mended the whole lock,” Odile Brand was quoted as saying by the Kelta news agency.",
            "Odile Brand",
            "Kelta",
            "“We have mended the whole lock,”",
            id="quoted-as-saying-by",
        ),
        pytest.param(
            "Ada Osk told a French-language radio station that the dam had held.",
            "Ada Osk",
            "French-language radio station",
            "that the dam had held",
            id="language",
        ),
        pytest.param(
            "``We have mended the whole lock,'' Odile Brand said on Kelta TV.",
            "Odile Brand",
            "Kelta TV",
            "``We have mended the whole lock,''",
            id="doubled-marks",
        ),
    ],
)
def test_a_hand_behind_what_somebody_says_is_neither_their_words_nor_another_statement(
    text: str, speaker: str, hand: str, words: str
) -> None:
    [statement] = of(text).statements
    assert (statement.speaker, statement.via) == (speaker, (hand,))
    assert [span.of(text) for span in statement.content] == [words]


def test_figures_that_somebody_tells_of_say_nothing_beside_them() -> None:
    text = "The dam would hold for ten years, according to early estimates, harbour master Odile Brand told reporters."
    [statement] = of(text).statements
    assert statement.speaker == "Odile Brand"


def test_an_outlet_that_closes_a_sentence_hands_on_what_its_speaker_says() -> None:
    text = "Odile Brand met the crew on Friday. She said the dam was “a black stain on Lorne,” Lorne radio reported."
    [statement] = of(text).statements
    assert (statement.speaker, statement.via) == ("Odile Brand", ("Lorne radio",))


def test_who_suspects_something_holds_it_probable() -> None:
    [statement] = of("Police in Lorne suspect that the fire was set on purpose.").statements
    assert (statement.stance, statement.certainty) == ("asserts", "probable")
