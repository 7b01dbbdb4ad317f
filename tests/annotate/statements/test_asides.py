from onrecord.annotate.parse import language
from onrecord.annotate.statements.asides import confined
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
