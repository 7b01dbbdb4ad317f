"""What a reader is shown of a story, and in which order."""

from dataclasses import replace

from onrecord.export.view import _is_said, story_views
from onrecord.model import Brief, Claim, ClaimValue, Span, Statement

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


def test_of_rows_with_one_verdict_what_is_background_stands_last(brief: Brief) -> None:
    value = ClaimValue("1998", None, None, (), ())
    old = Claim("", "s1", "when: dam was built", "date", None, "agree", "", (value,), 2, 0, 2)
    new = replace(old, slot="whom: hurt", kind="recipient", values=(replace(value, value="Ada Okafor"),))
    [view] = story_views(replace(brief, claims=(old, new)))
    assert [line.claim.slot for line in view.claims] == ["whom: hurt", "when: dam was built"]
