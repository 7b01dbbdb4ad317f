"""Which statements a reader is shown."""

from dataclasses import replace

from onrecord.export.view import _is_said
from onrecord.model import Span, Statement

SAID = Statement((Span(0, 3),), (Span(4, 8),), (Span(9, 80),), "Ada Roe", "indirect", "asserts", probability=0.6)


def test_what_nothing_but_a_guess_takes_for_speech_is_not_shown() -> None:
    assert _is_said(SAID)
    assert not _is_said(replace(SAID, doubtful=True))
    assert not _is_said(replace(SAID, probability=0.2))


def test_of_nobody_a_quoted_sentence_is_shown_and_no_quoted_word() -> None:
    nobody = replace(SAID, speaker=None, mode="direct")
    assert _is_said(nobody)
    assert not _is_said(replace(nobody, content=(Span(9, 20),)))
    assert not _is_said(replace(nobody, mode="mixed"))
