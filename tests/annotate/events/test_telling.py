"""Which clauses can stand as a line of a timeline: deeds, and not what may be, is asked or just is."""

import pytest

from onrecord.annotate.events.triggers import triggers
from onrecord.annotate.events.wording import tells, wording
from onrecord.annotate.parse import language


def _found(text: str, trigger: str) -> bool:
    doc = language()(text)
    return next(tells(t) for t in triggers(doc) if doc[t.last].text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Police arrested four dockers on Monday.", "arrested"),
        ("The ferry workers have rejected the offer.", "rejected"),
        ("Two men were tried and convicted of smuggling.", "convicted"),
        ("Harbour police arrest four dockers", "arrest"),
        ("The minister, who resigned in May, lives in Selm.", "resigned"),
        ("Mara Lind is expected to win the election on Sunday.", "win"),
        ("The union did not say why its leader, who resigned in May, had left.", "resigned"),
    ],
)
def test_a_deed_is_told(text: str, trigger: str) -> None:
    assert _found(text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A strike could close the port of Selm.", "close"),
        ("The bylaw makes it unlawful to board, hold or burn a ferry.", "burn"),
        ("The council must reject the plan.", "reject"),
        ("The verdict was written before the trial opened in Selm.", "opened"),
        ("If true, the mayor resigned in vain.", "resigned"),
        ("The mayor did not say that police had arrested her brother.", "arrested"),
        ("It is not something that Norland had attacked.", "attacked"),
        ("Did the mayor meet the smugglers?", "meet"),
        ("The law bans ferries from the inner harbour.", "bans"),
        ("The law bans ferries from the inner harbour.\n\nNobody minds.", "bans"),
        ("The arrest of the editor is a scandal.", "arrest"),
        ("The allegations were completely untrue.", "allegations"),
        ("The mayor wanted the harbour police to arrest them.", "arrest"),
        ("Critics condemned the arrest of the editor.", "arrest"),
        ("Unions condemned the pact the mayor signed on Monday.", "signed"),
        ("Two dockers were held and plans to attack ferries were seized.", "plans"),
    ],
)
def test_what_may_be_is_asked_or_just_is_tells_no_deed(text: str, trigger: str) -> None:
    assert not _found(text, trigger)


def test_the_thing_a_relative_clause_is_about_stands_before_it() -> None:
    text = "Unions condemned the pact the mayor signed on Monday."
    doc = language()(text)
    found = next(t for t in triggers(doc) if doc[t.last].text == "signed")
    assert " … ".join(span.of(text) for span in wording(found)) == "the pact the mayor signed on Monday"
