from onrecord.annotate.parse import language
from onrecord.annotate.statements.asides import confined, within_speech, without_clause_before
from onrecord.model import Span, StatementSpans


def content(text: str) -> str:
    start = text.lower().index("according to")
    found = StatementSpans((), (Span(start, start + len("according to")),), (Span(0, len(text)),))
    return confined(language()(text), found).content[0].of(text)


def test_an_aside_vouches_for_its_own_clause() -> None:
    assert content("Osk said the call, initiated by Lund according to the agency, was a farce.") == (
        "the call, initiated by Lund"
    )


def test_at_the_end_of_a_sentence_it_vouches_for_the_sentence() -> None:
    text = "Two people were hurt, according to the agency."
    assert content(text) == text


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_what_a_speaker_quotes_of_another_ends_with_the_sentence_that_mentions_it() -> None:
    text = '"As Ada said, the harbour is full. We should build a second one," Bo Lind said.'
    outer = StatementSpans((at(text, "Bo Lind"),), (Span(len(text) - 5, len(text) - 1),), (Span(0, text.index(" Bo")),))
    inner = StatementSpans(
        (at(text, "Ada"),), (at(text, "said,"),), (at(text, "the harbour is full. We should build a second one"),)
    )
    whole, cut = within_speech(language()(text), [outer, inner])
    assert [span.of(text) for span in cut.content] == ["the harbour is full."]
    assert whole is outer


def test_what_the_report_tells_before_is_not_what_the_next_clause_says() -> None:
    text = "In 2013 the mill was sold, and the owner said in a letter that all of it was lost."
    told = (at(text, "In 2013 the mill was sold"), at(text, "that all of it was lost"))
    found = StatementSpans((at(text, "the owner"),), (at(text, "said"),), told)
    assert [c.of(text) for c in without_clause_before(language()(text), found).content] == ["that all of it was lost"]


def test_it_ends_there_too_where_the_speaker_goes_on_in_the_next_piece() -> None:
    first, second = '"They know, because as Ada said it is late. We should go.', 'You should too."'
    text = f"{first} … {second} said Bo."
    outer = StatementSpans((at(text, "Bo"),), (at(text, "said Bo"),), (at(text, first), at(text, second)))
    told = Span(text.index("it is late"), len(text) - len(" said Bo."))
    inner = StatementSpans((at(text, "Ada"),), (at(text, "said"),), (told,))
    found = within_speech(language()(text), [outer, inner])
    assert [c.of(text) for c in found[1].content] == ["it is late."]
