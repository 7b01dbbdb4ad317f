"""Stories in the user's terms: reports of one happening stand together, look-alikes apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Annotated, Article, Link, Span, Story, When
from onrecord.relate.stories import group_stories

FERRY = {
    "ferry-1": (
        "Forty saved as ferry leaks off Lowmere",
        "Forty passengers were taken off the ferry Blue Heron on Monday after water poured into its engine room near "
        "Lowmere. Captain Ines Dahl ran the ship onto a beach and fishing boats brought everybody ashore. Nobody was "
        "hurt. The Coast Line company said it would pay for lost bags and look into how the leak began.",
    ),
    "ferry-2": (
        "Ferry Blue Heron beached near Lowmere, all safe",
        "The ferry Blue Heron was beached near Lowmere on Monday with forty passengers on board when its engine room "
        "filled with water. Fishing boats took them ashore, and Captain Ines Dahl was the last to leave. Coast Line, "
        "which owns the ship, has promised to pay for lost bags.",
    ),
    "ferry-3": (
        "Captain praised after Lowmere ferry rescue",
        "Captain Ines Dahl was praised on Tuesday for beaching the leaking ferry Blue Heron off Lowmere before its "
        "engine room was flooded. All forty passengers reached the shore in fishing boats. Coast Line has begun to "
        "look for the cause of the leak.",
    ),
}
BREAD = {
    "bread-1": (
        "Bread dearer again in Vask",
        "Bakers in the capital Vask raised the price of bread again last week because flour costs more. A loaf now "
        "sells for three crowns. Trade minister Oleg Brandt told a committee that poor families would get help before "
        "winter, and the bakers' guild asked for cheaper power.",
    ),
    "bread-2": (
        "Minister Brandt promises help as bread price climbs",
        "Trade minister Oleg Brandt promised help for poor families in Vask before winter as the price of a loaf of "
        "bread reached three crowns. The bakers' guild blames the cost of flour and power for the rise.",
    ),
}


def report(
    name: str, title: str, text: str, published: str | None = None, basis: str = "given by the user"
) -> Annotated:
    when = When(published, "day", basis) if published else None
    return Annotated(Article(id=name, ref=name, text=text, title=title, published=when))


def reports(*sources: dict[str, tuple[str, str]]) -> list[Annotated]:
    return [report(name, *both) for source in sources for name, both in source.items()]


def groups(stories: tuple[Story, ...]) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in stories}


def test_reports_of_two_happenings_make_two_stories() -> None:
    found = group_stories(reports(FERRY, BREAD), ())
    assert groups(found) == {frozenset(FERRY), frozenset(BREAD)}


def test_an_account_alone_is_a_story() -> None:
    [story] = group_stories(reports({"ferry-1": FERRY["ferry-1"]}), ())
    assert (story.articles, story.title, story.reasons) == (("ferry-1",), FERRY["ferry-1"][0], ())


def test_each_report_beside_the_first_says_what_it_shares() -> None:
    ferry = max(group_stories(reports(FERRY, BREAD), ()), key=lambda story: len(story.articles))
    assert len(ferry.reasons) == 2
    assert all("Heron" in reason or "Lowmere" in reason for reason in ferry.reasons)


def test_a_story_keeps_its_id_when_a_later_report_joins() -> None:
    dated = [report(n, *FERRY[n], published=f"2031-03-0{k}") for k, n in enumerate(FERRY, start=1)]
    [before], [after] = group_stories(dated[:2], ()), group_stories(dated, ())
    assert before.id == after.id
    assert after.articles == ("ferry-1", "ferry-2", "ferry-3")


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(5)))
def test_the_order_of_the_reports_does_not_matter(order: list[int]) -> None:
    held = reports(FERRY, BREAD)
    assert group_stories([held[n] for n in order], ()) == group_stories(held, ())


THANKS = (
    "President Mara Lind has thanked Prime Minister Theo Grau by telephone for a warning that helped the police of "
    "Ostrava Bay to stop an attack on the old harbour, her office said. The two leaders spoke on Sunday. "
)
OLDER = (
    "President Lind thanks Grau for warning",
    THANKS + "Seven people were held, and weapons and explosives were found in two flats, the security service said.",
)
LATER = (
    "Lind thanks Grau for help against attack",
    THANKS + "Two citizens were arrested over a plan to attack a crowd at the spring fair. "
    "In March 2031 President Lind thanked Prime Minister Grau for another warning that stopped an attack "
    "on the old harbour of Ostrava Bay, when seven people were held. Trade between the two countries has grown since.",
)


@pytest.mark.parametrize("dates", [(None, None), ("2031-03-17", "2033-04-02")], ids=["without-dates", "with-dates"])
def test_a_like_happening_that_is_looked_back_on_is_another_story(dates: tuple[str | None, str | None]) -> None:
    found = group_stories([report("older", *OLDER, dates[0]), report("later", *LATER, dates[1])], ())
    assert groups(found) == {frozenset({"older"}), frozenset({"later"})}
    later = next(story for story in found if "later" in story.articles)
    older = next(story for story in found if "older" in story.articles)
    assert [r.story for r in later.related] == [older.id]
    assert "looks back on March 2031" in later.related[0].reason
    assert [r.story for r in older.related] == [later.id]


@pytest.mark.parametrize(
    ("later", "told", "stories"),
    [
        pytest.param("2034-03-01", "", 2, id="three-years"),
        pytest.param("2031-12-01", "", 1, id="nine-months-and-nothing-in-the-text-bears-it-out"),
        pytest.param("2031-12-01", " It was the worst leak since June 2031.", 2, id="nine-months-and-it-tells-of-June"),
    ],
)
def test_reports_written_long_after_one_another_are_not_of_one_happening(later: str, told: str, stories: int) -> None:
    again = (FERRY["ferry-1"][0], FERRY["ferry-2"][1] + told)
    found = group_stories([report("a", *FERRY["ferry-1"], "2031-03-01"), report("b", *again, later)], ())
    assert len(found) == stories


@pytest.mark.parametrize(
    ("basis", "stories"),
    [
        pytest.param("printed on the page", 2, id="both print their day"),
        pytest.param("given with the report", 1, id="a row's day may be that on which its page was fetched"),
    ],
)
def test_alike_reports_ten_months_apart_by_their_own_dates_are_two_stories(basis: str, stories: int) -> None:
    early = report("early", *FERRY["ferry-1"], "2031-02-15", "printed on the page")
    late = report("late", *FERRY["ferry-2"], "2031-12-17", basis)
    found = group_stories([early, late], ())
    assert len(found) == stories
    if stories == 2:
        assert [other.reason for other in found[0].related] == [
            "resembles it, but the reports were written long after one another"
        ]


def test_earlier_this_week_looks_back_on_nothing() -> None:
    told = f"{FERRY['ferry-1'][1]} Divers had been to the harbour earlier this week. " * 2
    dated = told + "Captain Ines Dahl took the Blue Heron to Lowmere in May 2030, and again earlier this week."
    plain = told + "Captain Ines Dahl took the ferry Blue Heron to Lowmere in May 2030 and earlier this week."
    for text, stories in ((plain, 1), (dated, 2)):
        found = group_stories([report("a", "", text), report("b", *FERRY["ferry-1"])], ())
        assert len(found) == stories


def test_copies_stand_with_what_they_copy() -> None:
    held = [*reports(BREAD), report("copy", "Elsewhere", FERRY["ferry-1"][1]), report("ferry-1", *FERRY["ferry-1"])]
    link = Link("copy", "ferry-1", "copies", 1.0, "the same text")
    found = group_stories(held, (link,))
    assert frozenset({"copy", "ferry-1"}) in groups(found)
    assert any("a copy of" in reason for story in found for reason in story.reasons)


def test_five_hundred_copies_are_one_story() -> None:
    held = [report(f"{n:03}", *FERRY["ferry-1"]) for n in range(500)]
    links = [Link(f"{n:03}", "000", "copies", 1.0, "the same text") for n in range(1, 500)]
    [story] = group_stories(held, links)
    assert len(story.articles) == 500


@pytest.mark.parametrize(
    "texts", [[], [""], ["", ""], ["Rain."], ["!!!", "???"]], ids=["none", "empty", "two-empty", "word", "no-words"]
)
def test_reports_that_say_nothing_stand_alone(texts: list[str]) -> None:
    held = [report(str(n), "", text) for n, text in enumerate(texts)]
    assert len(group_stories(held, ())) == len(texts)


def test_a_story_is_called_by_what_happened_and_not_by_what_somebody_said_of_it() -> None:
    text = "The ferry Saint Ilka sank off the port of Selm on Monday with 190 people on board, the coastguard said. "
    titles = {
        "a": "Ferry sinks off the port of Selm",
        "b": "Saint Ilka sinks: 'The port of Selm never saw a ferry like her', says former captain of the coastguard",
    }
    articles = [
        report(name, title, text + f"Report {name} has more of it.", "2031-05-17") for name, title in titles.items()
    ]
    [story] = group_stories(articles, ())
    assert story.title == titles["a"]


@pytest.mark.parametrize("address", ["http : / / www . selm-post . example / news", "https://selm-post.example/a?b=1"])
def test_a_story_without_a_headline_is_called_by_its_words_and_not_by_an_address(address: str) -> None:
    [story] = group_stories([report("a", "", f"{address}\nFerry sinks off Selm\nThe ferry sank on Monday.")], ())
    assert story.title == "Ferry sinks off Selm"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("LOWMERE (AP)_ The ferry sank. Nobody was hurt.", "The ferry sank.", id="behind-the-dateline"),
        pytest.param("LOWMERE (AP) --\n\nThe ferry sank. Nobody was hurt.", "The ferry sank.", id="dateline-alone"),
        pytest.param("http://news.example/ferry\n\nThe ferry sank at dawn.", "The ferry sank at dawn.", id="address"),
        pytest.param(
            "The ferry that takes bakers, bread and flour to Vask every morning leaked off Lowmere on Monday.",
            "The ferry that takes bakers, bread and flour to Vask every morning leaked off …",
            id="cut",
        ),
    ],
)
def test_a_story_without_a_headline_is_called_by_its_first_sentence(text: str, title: str) -> None:
    end = text.find(". ") + 1 or len(text)
    [story] = group_stories([Annotated(Article(id="a", ref="a", text=text), sentences=(Span(0, end),))], ())
    assert story.title == title
