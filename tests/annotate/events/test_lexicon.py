"""The tables hold together: every class, slot and type that a line names exists."""

import pytest

from onrecord.annotate.events.frames import SLOTS
from onrecord.annotate.events.intents import PLOVER
from onrecord.annotate.events.lexicon import Pattern, lexicon

PREPOSITIONS = """
to from with against for of on over at in into about between behind around before by under upon as across
along near outside inside through toward towards off out home
"""
OWN = """
ACCIDENT APPOINT AWARD BIRTH CLOSE COURT CRIME DAMAGE DEATH DISASTER DISMISS ELECT ESCAPE EVACUATE EXPLOSION
FIND FOIL HEALTH INJURY LAUNCH LAW LOSS MARRIAGE MISSING OTHER PLOT RETIRE SPORT TRANSACTION VERDICT WIN
"""


def patterns() -> list[tuple[str, Pattern]]:
    words = lexicon()
    return [(lemma, p) for table in (words.verbs, words.nouns) for lemma, ps in table.items() for p in ps]


def test_every_type_is_plovers_or_documented_as_ours() -> None:
    assert {p.type for _, p in patterns()} - PLOVER - set(OWN.split()) == set()


def test_every_slot_can_be_filled() -> None:
    named = {slot.rstrip(">") for _, p in patterns() for slot in (*p.actor, *p.recipient, *(t.slot for t in p.tests))}
    assert named - SLOTS.keys() - set(PREPOSITIONS.split()) == set()


def test_a_lemma_without_a_condition_has_one_reading_and_it_comes_last() -> None:
    words = lexicon()
    late = [lemma for lemma, ps in words.verbs.items() if any(not p.tests for p in ps[:-1])]
    assert late == []


@pytest.mark.parametrize("name", ["still-verbs", "happenings", "crimes", "legal-nouns", "saying"])
def test_the_plain_sets_are_there(name: str) -> None:
    assert lexicon().plain[name]
