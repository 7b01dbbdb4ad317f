"""Which word of a source is the one that speaks."""

from onrecord.annotate.parse import language
from onrecord.annotate.statements.reading import read
from onrecord.model import Span, StatementSpans


def test_half_of_a_word_does_not_speak() -> None:
    text = '"It held," said study co-author Dr Ada Osk of the Dam Observatory in Lorne.'
    source, cue, content = "study co-author Dr Ada Osk of the Dam Observatory in Lorne", "said", '"It held,"'
    at = {words: (Span(text.index(words), text.index(words) + len(words)),) for words in (source, cue, content)}
    root = read(language()(text), StatementSpans(at[source], at[cue], at[content])).source_root
    assert root is not None
    assert root.text == "Osk"
