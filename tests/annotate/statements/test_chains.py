from collections.abc import Callable

import pytest

from onrecord.annotate.statements.resolve import resolve
from onrecord.model import Span, Statement, StatementSpans

from .conftest import draft_of

Said = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        pytest.param("Ada Osk told CNN that it held.", "Ada Osk", ("CNN",), id="told-an-outlet"),
        pytest.param(
            "Ada Osk, editor of the Lorne newspaper, published by the People's Daily, wrote on Weibo that it held.",
            "Ada Osk",
            ("Weibo",),
            id="whose-paper-it-is",
        ),
        pytest.param("Ada Osk told the People's Daily that it held.", "Ada Osk", ("People's Daily",), id="one-s-daily"),
        pytest.param(
            "The Lorne Gazette, citing two engineers, said that it held.",
            "two engineers",
            ("Lorne Gazette",),
            id="citing-before-the-cue",
        ),
        pytest.param(
            "Radio Kesra reported, citing an engineer, that nobody had counted the boats.",
            "engineer",
            ("Radio Kesra",),
            id="citing-before-the-words",
        ),
        pytest.param(
            "It held, according to documents seen by the Lorne Gazette.", "documents", ("Lorne Gazette",), id="seen-by"
        ),
        pytest.param("According to a report in the New York Times, it held.", "New York Times", (), id="report-in"),
        pytest.param('"It held," Ada Osk said as cited by Reuters.', "Ada Osk", ("Reuters",), id="as-cited-by"),
        pytest.param("Ada Osk told Tamra by phone that it held.", "Ada Osk", ("Tamra",), id="rung-up"),
        pytest.param(
            "Ada Osk told Lorne's Harbour Gazette newspaper that it held.",
            "Ada Osk",
            ("Harbour Gazette",),
            id="place-s",
        ),
        pytest.param("Ada Osk told German broadcaster KTV that it held.", "Ada Osk", ("KTV",), id="broadcaster"),
        pytest.param("In short order, Ada Osk claimed that it held.", "Ada Osk", (), id="in-short-order"),
        pytest.param("Ada Osk told reporters that it held.", "Ada Osk", (), id="told-reporters"),
        pytest.param(
            "Ada Osk told a local radio station she was glad.", "Ada Osk", ("local radio station",), id="radio-station"
        ),
        pytest.param("Ada Osk told the police station that it held.", "Ada Osk", (), id="police-station"),
        pytest.param("Ada Osk said at a rally that it held.", "Ada Osk", (), id="speech"),
        pytest.param("Ada Osk said in a statement that it held.", "Ada Osk", ("statement",), id="statement"),
        pytest.param("Ada Osk said on Twitter that it held.", "Ada Osk", ("Twitter",), id="platform"),
        pytest.param("Ada Osk said in an interview with CNN that it held.", "Ada Osk", ("CNN",), id="interview"),
        pytest.param(
            "The Lorne Gazette reported that it held, citing two engineers.",
            "two engineers",
            ("Lorne Gazette",),
            id="citing",
        ),
        pytest.param(
            'It held, "The Lorne Gazette" reported on Monday, citing two engineers.',
            "two engineers",
            ("The Lorne Gazette",),
            id="outlet-between-marks",
        ),
        pytest.param(
            "The Lorne Gazette quoted Ada Osk as saying that it held.", "Ada Osk", ("Lorne Gazette",), id="as-saying"
        ),
        pytest.param(
            "Ada Osk was quoted by the Lorne Gazette as saying that it held.",
            "Ada Osk",
            ("Lorne Gazette",),
            id="quoted-by",
        ),
        pytest.param(
            "Ada Osk told the crew that it held, the Lorne Gazette reported.",
            "Ada Osk",
            ("Lorne Gazette",),
            id="told-and-reported-last",
        ),
        pytest.param(
            "The Lorne Gazette says it held, according to Ada Osk.", "Ada Osk", ("Lorne Gazette",), id="turned-round"
        ),
        pytest.param("Ada Osk, speaking on CNN, said that it held.", "Ada Osk", ("CNN",), id="speaking-on"),
        pytest.param("Ada Osk told Europe Radio 1 that it held.", "Ada Osk", ("Europe Radio 1",), id="numbered"),
        pytest.param("According to a statement from Ada Osk, it held.", "Ada Osk", ("statement",), id="owner"),
    ],
)
def test_hands_stand_between_the_speaker_and_the_outlet(
    said: Said, text: str, speaker: str, via: tuple[str, ...]
) -> None:
    [statement] = said(text)
    assert (statement.speaker, statement.via) == (speaker, via)


@pytest.mark.parametrize(
    "before",
    [
        "The port of Lorne released a statement.",
        "A statement from the port of Lorne came at noon.",
    ],
)
def test_a_document_is_its_owners_from_then_on(said: Said, before: str) -> None:
    statement = said(f"{before} The statement said the dam held.")[-1]
    assert statement.speaker is not None
    assert "port" in statement.speaker
    assert statement.via == ("statement",)


def test_the_outlet_itself_is_no_hand(said: Said) -> None:
    [statement] = said("Ada Osk told the Lorne Gazette that it held.", outlet="Lorne Gazette")
    assert statement.via == ()


def test_words_reported_within_words_come_through_the_one_who_reports_them(said: Said) -> None:
    outer, inner = said("Karl Venn said Ada Osk told the crew that the dam held.")
    assert (outer.speaker, outer.via) == ("Karl Venn", ())
    assert (inner.speaker, inner.via) == ("Ada Osk", ("Karl Venn",))


def test_a_speakers_own_medium_comes_before_the_speaker(said: Said) -> None:
    outer, inner = said("Karl Venn said on Twitter that Ada Osk told the crew that the dam held.")
    assert outer.via == ("Twitter",)
    assert inner.via == ("Twitter", "Karl Venn")


def test_what_somebody_thinks_hands_nothing_on(said: Said) -> None:
    statements = said("Karl Venn hopes Ada Osk said that the dam held.")
    assert [s.via for s in statements if s.speaker == "Ada Osk"] == [()]


def test_one_who_goes_on_comes_through_the_same_hands(said: Said) -> None:
    first, second = said("Ada Osk wrote on Twitter that the dam held, adding that it was old.")
    assert first.via == second.via == ("Twitter",)


def test_an_interview_keeps_its_outlet(said: Said) -> None:
    statements = said("Ada Osk was speaking on CNN about the dam. Osk said it held. Karl Venn said it broke.")
    assert [s.via for s in statements if s.cue][-2:] == [("CNN",), ()]


def test_what_somebody_commented_on_does_not_rest_on_their_word(said: Said) -> None:
    statements = said("Ada Osk was commenting on CNN about a call during which Bo Ard thanked the port for its help.")
    assert [(s.speaker, s.topical, s.via) for s in statements if s.stance == "thanks"] == [("Bo Ard", False, ())]
    assert [s.topical for s in statements if s.speaker == "Ada Osk"] == [True]


def test_what_one_says_after_another_spoke_rests_on_nobody_else(said: Said) -> None:
    statements = said("The navy revealed the talks before Ada Osk confirmed it.")
    assert [s.via for s in statements if s.speaker == "Ada Osk"] == [()]


@pytest.mark.parametrize(
    ("told", "content"),
    [
        pytest.param("“I will not move the dam,” she said", "“I will not move the dam,”", id="quoted"),
        pytest.param("“It holds,” Osk said after a long talk", "“It holds,”", id="quoted-and-more"),
        pytest.param("She said the dam was lost", "the dam was lost", id="indirect"),
    ],
)
def test_what_the_paper_has_somebody_say_is_said_once_and_by_them(said: Said, told: str, content: str) -> None:
    text = f"Governor Ada Osk met the owners on Friday. {told}, according to the Lorne Gazette."
    [statement] = [s for s in said(text) if s.content]
    assert (statement.speaker, statement.via) == ("Ada Osk", ("Lorne Gazette",))
    assert [span.of(text) for span in statement.content] == [content]


def test_what_an_aide_has_somebody_say_in_so_many_words_is_said_once(said: Said) -> None:
    text = "Governor Ada Osk met the owners. “You put us here,” Ms. Osk said, according to one of her aides."
    [statement] = [s for s in said(text) if s.content and "put us" in s.content[0].of(text)]
    assert (statement.speaker, statement.via) == ("Ada Osk", ("one of her aides",))


def test_media_without_a_name_that_close_a_sentence_are_a_hand() -> None:
    text = "The mill will close in May and the dam will be sold, Ms. Osk said, local media reported."

    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    told = "The mill will close in May and the dam will be sold"
    inner = StatementSpans(at("Ms. Osk"), at("said"), at(told), 0.9)
    outer = StatementSpans(at("local media"), at("reported"), at(f"{told}, Ms. Osk said"), 0.9)
    [statement] = resolve(draft_of(text), [inner, outer])
    assert (statement.speaker, statement.via) == ("Osk", ("local media",))
