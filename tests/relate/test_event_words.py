"""Which words may report one happening: forms of a verb, and the nouns made from it."""

import pytest

from onrecord.relate.event_words import base, families, trigger_words


@pytest.mark.parametrize(
    "forms",
    [
        pytest.param(("fire", "fired", "firing", "fires"), id="short-verb"),
        pytest.param(("end", "ended", "ending"), id="short-verb-with-two-consonants"),
        pytest.param(("deny", "denied", "denial", "denials"), id="noun-in-al"),
        pytest.param(("acquire", "acquired", "acquisition", "acquisitions"), id="noun-in-ition"),
        pytest.param(("shoot", "shot", "shots", "shooting", "gunman"), id="irregular"),
        pytest.param(("resign", "resigned", "resignation"), id="noun-in-ation"),
        pytest.param(("sue", "sued", "lawsuit", "suits"), id="another-word"),
    ],
)
def test_forms_of_one_verb_are_one_word(forms: tuple[str, ...]) -> None:
    assert len({base(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("bring", "br"), ("need", "ne"), ("release", "relay"), ("spring", "spr")])
def test_other_words_are_left_alone(one: str, other: str) -> None:
    assert base(one) != base(other)


def test_a_light_verb_adds_nothing() -> None:
    assert trigger_words("made a decision") == trigger_words("decided")


@pytest.mark.parametrize(("before", "word"), [("sick", "leave"), ("press", "release"), ("heart", "attack")])
def test_a_word_before_it_can_make_it_another_happening(before: str, word: str) -> None:
    assert trigger_words(word, before) != trigger_words(word)
    assert not families(trigger_words(word, before)) & families(trigger_words(word))
