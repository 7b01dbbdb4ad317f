from collections.abc import Callable

import pytest

from onrecord.compare.promises import make_promises
from onrecord.compare.world import World
from onrecord.model import Collection, EventMention, Role, Undertaking

from .conftest import Report, at

OneStory = Callable[..., Collection]


def vow(name: str, text: str, content: str, published: str | None = None) -> Report:
    return Report(name, text, published=published).entity("Ada Roe", 0).undertook(content, "Ada Roe", 0, to="Lun")


def test_one_undertaking_in_two_wordings_is_one_promise(one_story: OneStory) -> None:
    one = vow(
        "a", "Ada Roe vowed to repair the northern dam before winter.", "to repair the northern dam before winter"
    )
    two = vow("b", "Ada Roe promised to have the northern dam repaired soon.", "to have the northern dam repaired soon")
    (promise,) = make_promises(World(one_story(one, two)))
    assert (promise.who, promise.to, promise.status) == ("Ada Roe", "Lun", "unknown")
    assert [m.article for m in promise.mentions] == ["a", "b"]


def test_different_undertakings_stay_apart(one_story: OneStory) -> None:
    one = vow("a", "Ada Roe vowed to repair the northern dam.", "to repair the northern dam")
    two = vow("b", "Ada Roe vowed to open three new schools.", "to open three new schools")
    assert len(make_promises(World(one_story(one, two)))) == 2


def test_a_later_report_of_the_deed_shows_it_kept(one_story: OneStory) -> None:
    one = vow("a", "Ada Roe vowed to repair the northern dam.", "to repair the northern dam", "2031-05-01")
    text = "Ada Roe repaired the northern dam on Monday."
    two = Report("b", text, published="2031-06-01").entity("Ada Roe", 0)
    who = Role("Ada Roe", at(text, "Ada Roe"), None, "person")
    two.events.append(EventMention(at(text, "repaired"), "OTHER", "", "actual", (who,)))
    (promise,) = make_promises(World(one_story(one, two)))
    assert promise.status == "kept"
    assert promise.outcome[0].article == "b"


def test_an_earlier_report_shows_nothing(one_story: OneStory) -> None:
    one = vow("a", "Ada Roe vowed to repair the northern dam.", "to repair the northern dam", "2031-05-01")
    text = "Ada Roe repaired the northern dam on Monday."
    two = Report("b", text, published="2031-04-01").entity("Ada Roe", 0)
    who = Role("Ada Roe", at(text, "Ada Roe"), None, "person")
    two.events.append(EventMention(at(text, "repaired"), "OTHER", "", "actual", (who,)))
    assert [p.status for p in make_promises(World(one_story(one, two)))] == ["unknown"]


def test_no_reports_make_no_promises() -> None:
    assert make_promises(World(Collection(()))) == ()


def test_what_two_undertake_together_is_shown_under_both(one_story: OneStory) -> None:
    text = "Ada Roe and Ben Sol vowed to repair the northern dam."
    one = Report("a", text).entity("Ada Roe", 0).entity("Ben Sol", 1)
    both = tuple(Role(name, at(text, name), number, "person") for number, name in enumerate(("Ada Roe", "Ben Sol")))
    one.undertakings.append(Undertaking(at(text, "to repair the northern dam"), both))
    (promise,) = make_promises(World(one_story(one)))
    assert promise.who == "Ada Roe and Ben Sol"


def test_a_later_report_that_it_failed_shows_it_broken(one_story: OneStory) -> None:
    one = vow("a", "Ada Roe vowed to repair the northern dam.", "to repair the northern dam", "2031-05-01")
    two = Report("b", "Ada Roe failed to repair the northern dam.", published="2031-06-01").entity("Ada Roe", 0)
    (promise,) = make_promises(World(one_story(one, two)))
    assert promise.status == "broken"
    assert [o.article for o in promise.outcome] == ["b"]


def test_that_somebody_else_says_it_failed_shows_nothing(one_story: OneStory) -> None:
    one = vow("a", "Ada Roe vowed to repair the northern dam.", "to repair the northern dam", "2031-05-01")
    text = "Bo Lind said that Ada Roe never repaired the northern dam."
    two = Report("b", text, published="2031-06-01").entity("Ada Roe", 0).entity("Bo Lind", 1)
    two.said("that Ada Roe never repaired the northern dam", "Bo Lind", kind="person", entity=1)
    (promise,) = make_promises(World(one_story(one, two)))
    assert promise.status == "unknown"


def test_a_later_report_that_it_was_said_again_shows_it_repeated(one_story: OneStory) -> None:
    promised = vow("a", "Ada Roe vowed to repair the northern dam.", "to repair the northern dam", "2031-05-01")
    text = "Ada Roe repeated on Friday that the northern dam would be repaired."
    later = Report("b", text, published="2031-05-09").entity("Ada Roe", 0)
    (promise,) = make_promises(World(one_story(promised, later)))
    assert (promise.status, [m.article for m in promise.outcome]) == ("repeated", ["b"])


def test_what_is_promised_again_or_done_in_part_is_not_kept(one_story: OneStory) -> None:
    one = vow("a", "Ada Roe vowed to repair the northern dam.", "to repair the northern dam", "2031-05-01")
    text = "Ada Roe repaired some of the northern dam on Monday."
    two = Report("b", text, published="2031-06-01").entity("Ada Roe", 0)
    two.events.append(
        EventMention(
            at(text, "repaired"), "OTHER", "", "actual", (Role("Ada Roe", at(text, "Ada Roe"), None, "person"),)
        )
    )
    (promise,) = make_promises(World(one_story(one, two)))
    assert promise.status == "unknown"


@pytest.mark.parametrize(
    ("behind", "status"),
    [("; she did not.", "broken"), (". She never did.", "broken"), ("; she did not say why.", "unknown")],
)
def test_a_promise_of_which_its_report_says_that_nothing_came_is_broken(
    one_story: OneStory, behind: str, status: str
) -> None:
    words = "to repair the northern dam before winter"
    (promise,) = make_promises(World(one_story(vow("a", f"Ada Roe promised {words}{behind}", words))))
    assert promise.status == status
