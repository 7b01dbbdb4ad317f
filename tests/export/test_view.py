"""What a reader is shown of a story, and in which order."""

from dataclasses import replace

from onrecord.export.view import story_views
from onrecord.model import Brief, Claim, ClaimValue, Span, Statement

SAID = Statement((Span(0, 3),), (Span(4, 8),), (Span(9, 80),), "Ada Roe", "indirect", "asserts", probability=0.6)


def is_shown(brief: Brief, statement: Statement) -> bool:
    """Whether a story lists the only statement of its reports."""
    first, *others = brief.collection.articles
    articles = (replace(first, statements=(statement,)), *others)
    [view] = story_views(replace(brief, collection=replace(brief.collection, articles=articles)))
    return bool(view.statements)


def test_what_nothing_but_a_guess_takes_for_speech_is_not_shown(brief: Brief) -> None:
    assert is_shown(brief, SAID)
    assert not is_shown(brief, replace(SAID, doubtful=True))
    assert not is_shown(brief, replace(SAID, probability=0.2))


def test_of_nobody_a_quoted_sentence_is_shown_and_no_quoted_word(brief: Brief) -> None:
    nobody = replace(SAID, speaker=None, mode="direct")
    assert is_shown(brief, nobody)
    assert not is_shown(brief, replace(nobody, content=(Span(9, 20),)))
    assert not is_shown(brief, replace(nobody, mode="mixed"))


def test_of_rows_with_one_verdict_what_is_background_stands_last(brief: Brief) -> None:
    value = ClaimValue("1998", None, None, (), ())
    old = Claim("", "s1", "when: dam was built", "date", None, "agree", "", (value,), 2, 0, 2)
    new = replace(old, slot="whom: hurt", kind="recipient", values=(replace(value, value="Ada Okafor"),))
    [view] = story_views(replace(brief, claims=(old, new)))
    assert [line.claim.slot for line in view.claims] == ["whom: hurt", "when: dam was built"]


def test_what_may_be_of_two_deeds_is_no_shared_value_and_stands_behind_what_differs_in_words(brief: Brief) -> None:
    value = ClaimValue("two millers", None, None, (), ())
    doubtful = Claim("", "s1", "people: died", "count", "people", "agree", "", (value,), 2, 0, 2, voices=2)
    doubtful = replace(doubtful, doubt="perhaps of two things")
    sure = replace(doubtful, slot="who: paid", kind="actor", verdict="compatible", doubt="")
    [view] = story_views(replace(brief, claims=(doubtful, sure)))
    assert [line.verdict for line in view.claims] == ["compatible", "agree, perhaps of two things"]
    assert "1 shared value" in view.facts
    assert {slot for _, slots in view.left_out for slot in slots} == {"who: paid"}


def test_what_copies_of_one_text_share_is_no_shared_value_and_stands_behind_what_others_bear_out(brief: Brief) -> None:
    value = ClaimValue("a fine", None, None, (), ())
    echo = Claim("", "s1", "what: paid", "thing", None, "agree", "", (value,), 3, 0, 1, voices=1)
    borne_out = replace(echo, slot="who: paid", voices=2)
    [view] = story_views(replace(brief, claims=(echo, borne_out)))
    assert [(line.claim.slot, line.support) for line in view.claims] == [
        ("who: paid", "3 outlets, 0 origins, 1 unknown"),
        ("what: paid", "3 outlets, 0 origins, 1 unknown, one voice"),
    ]
    assert "1 shared value" in view.facts
