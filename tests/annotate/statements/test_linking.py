import pytest

from onrecord.annotate.statements.linking import Found, linked
from onrecord.model import Span, StatementSpans


def spans(text: str, source: str = "", cue: str = "", *content: str) -> StatementSpans:
    def of(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),) if words else ()

    return StatementSpans(of(source), of(cue), tuple(s for c in content for s in of(c)))


def read(text: str, found: list[StatementSpans]) -> list[tuple[str, ...]]:
    return [tuple(" ".join(x.of(text) for x in r) for r in (s.source, s.cue, s.content)) for s in found]


def joined(text: str, model: list[StatementSpans], syntax: list[StatementSpans]) -> list[tuple[str, ...]]:
    starts = [0, *(i + 2 for i, c in enumerate(text[:-2]) if c == ".")]
    ends = [*(s - 1 for s in starts[1:]), len(text)]
    sentences = [Span(a, b) for a, b in zip(starts, ends, strict=True)]
    return read(text, linked(Found(text, model, syntax, sentences)))


def test_a_quotation_goes_to_the_speaker_beside_it() -> None:
    text = '"We won," said Aro. "We lost," told Osk.'
    model = [spans(text, "Osk", "told", '"We won,"', '"We lost,"'), spans(text, "Aro", "said")]
    syntax = [spans(text, "Aro", "said", '"We won,"'), spans(text, "Osk", "told", '"We lost,"')]
    assert joined(text, model, syntax) == [("Aro", "said", '"We won,"'), ("Osk", "told", '"We lost,"')]


def test_the_models_extents_stay() -> None:
    text = "The mayor of Lorne said it held."
    model = [spans(text, "The mayor of Lorne", "said", "it held")]
    assert joined(text, model, [spans(text, "mayor", "said", "it held.")]) == [
        ("The mayor of Lorne", "said", "it held")
    ]


def test_the_mark_that_closes_a_quotation_belongs_to_what_was_said() -> None:
    text = "Aro says the ferry is a 'floating barn.'"
    model = [spans(text, "Aro", "says", "the ferry is a 'floating barn")]
    assert joined(text, model, []) == [("Aro", "says", "the ferry is a 'floating barn.'")]


def test_a_role_that_the_model_lacks_is_filled() -> None:
    text = "The mayor said it held."
    assert joined(text, [spans(text, "", "said", "it held")], [spans(text, "The mayor", "said", "it held")]) == [
        ("The mayor", "said", "it held")
    ]
    assert joined(text, [spans(text, "The mayor", "said")], [spans(text, "The mayor", "said", "it held")]) == [
        ("The mayor", "said", "it held")
    ]


def test_a_short_content_that_the_model_leaves_out_stays_out_unless_it_is_plainly_said() -> None:
    text = "The mayor likened the port to a sieve."
    assert joined(text, [spans(text, "The mayor", "likened")], [spans(text, "The mayor", "likened", "the port")]) == [
        ("The mayor", "likened", "")
    ]


def test_what_is_answered_within_what_another_says_is_no_further_hand() -> None:
    text = "Roe said her habit of responding to any slight was known."
    syntax = [spans(text, "her habit", "responding to", "any slight")]
    whole = spans(text, "Roe", "said", "her habit of responding to any slight was known")
    assert joined(text, [whole], syntax) == read(text, [whole])


def test_indirect_speech_of_another_sentence_is_not_handed_over() -> None:
    text = "Officials said it held. The rain went on. Nobody came."
    model = [spans(text, "Officials", "said", "it held", "Nobody came")]
    assert joined(text, model, []) == [("Officials", "said", "it held")]


def test_a_quotation_is_of_whoever_speaks_in_its_own_paragraph() -> None:
    text = 'He wrote, "I will not go."\n\nVenn said she was cold. "It leaked."'
    wrote = spans(text, "He", "wrote", '"I will not go."', '"It leaked."')
    model = [wrote, spans(text, "Venn", "said", "she was cold")]
    assert joined(text, model, []) == [
        ("He", "wrote", '"I will not go."'),
        ("Venn", "said", 'she was cold "It leaked."'),
    ]


def test_what_is_rejected_in_passing_is_no_part_of_what_was_said() -> None:
    text = "He said there was no fraud, rejecting a claim that ballots had burned."
    model = [
        spans(text, "He", "said", "there was no fraud"),
        spans(text, "He", "rejecting", "a claim that ballots had burned"),
    ]
    syntax = [spans(text, "He", "said", "there was no fraud, rejecting a claim that ballots had burned")]
    assert joined(text, model, syntax) == [
        ("He", "said", "there was no fraud"),
        ("He", "rejecting", "a claim that ballots had burned"),
    ]


def test_a_source_far_from_its_cue_is_dropped() -> None:
    text = "Venn slept. The rain went on. A statement read as follows. It held."
    assert joined(text, [spans(text, "Venn", "read", "as follows")], []) == [("", "read", "as follows")]


def test_the_words_after_a_colon_are_the_content() -> None:
    text = "Okun: The vote was rigged"
    assert joined(text, [spans(text, "Okun", ":")], []) == [("Okun", ":", "The vote was rigged")]


@pytest.mark.parametrize("only", ["syntax", "model"])
def test_what_one_finder_alone_has_is_kept(only: str) -> None:
    text = '"It held," Osk said.'
    one = [spans(text, "Osk", "said", '"It held,"')]
    assert joined(text, one if only == "model" else [], one if only == "syntax" else []) == [
        ("Osk", "said", '"It held,"')
    ]


def test_a_signature_gives_the_quotation_to_its_name_whatever_the_model_has() -> None:
    text = '"We won." ― Aro\n"We lost." ― Osk'
    model = [spans(text, "Aro", "", '"We won."', '"We lost."')]
    first, _ = text.split("\n")
    signed = [spans(text, name, "", f'"{words}"') for name, words in (("Aro", "We won."), ("Osk", "We lost."))]
    dashes = [Span(first.index("―"), first.index("―") + 1), Span(text.rindex("―"), text.rindex("―") + 1)]
    syntax = [StatementSpans(s.source, (d,), s.content) for s, d in zip(signed, dashes, strict=True)]
    assert joined(text, model, syntax) == [("Aro", "―", '"We won."'), ("Osk", "―", '"We lost."')]


def test_a_quotation_that_fills_its_paragraph_is_kept_without_a_cue() -> None:
    text = 'Aro spoke.\n"We had been told of it long before they came."'
    syntax = [spans(text, "Aro", "", '"We had been told of it long before they came."')]
    assert joined(text, [], syntax) == [("Aro", "", '"We had been told of it long before they came."')]
    assert joined(text, [], [spans(text, "Aro", "", '"We had')]) == []
