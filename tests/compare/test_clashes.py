"""What makes values that exclude each other a conflict, an update or neither."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.compare.claims import make_claims
from onrecord.compare.entry import Entry
from onrecord.compare.verdicts import are_told_as_done
from onrecord.compare.world import World
from onrecord.model import Claim, Collection, Modality, Span, When

from .conftest import Report

OneStory = Callable[..., Collection]
BRIDGE = "The bridge over the Ost at Lun was built with {} of steel by the Ferro works."
BLAST = "The blast in the mill at Lun hurt {} and broke the windows of the old school{}."


def counts(claims: tuple[Claim, ...]) -> list[Claim]:
    return [c for c in claims if c.kind == "count"]


def built(name: str, words: str, number: float, text: str = BRIDGE, *, published: str | None = None) -> Report:
    report = Report(name, text.format(words), published=published)
    return report.count(words, number, number, "tonnes", "built", head="steel")


def hurt(name: str, words: str, number: float, day: str, when: str = "") -> Report:
    told = Report(name, BLAST.format(words, when and f" on {when}"), published=day)
    told.count(words, number, number, "people", "hurt")
    return told.date(when, When(when, "day", "printed in the text"), "hurt") if when else told


def test_reports_of_one_thing_with_two_numbers_conflict(one_story: OneStory) -> None:
    [claim] = counts(make_claims(World(one_story(built("a", "400 tonnes", 400), built("b", "650 tonnes", 650)))))
    assert claim.verdict == "conflict"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BRIDGE.replace("{}", "another {}"), id="a-part-that-comes-on-top"),
        pytest.param(BRIDGE.replace("{}", "the first {}"), id="the-first-part"),
        pytest.param(BRIDGE.replace("{}", "{} still"), id="what-is-left"),
        pytest.param(BRIDGE.replace("{}", "all of its {}"), id="all-of-its"),
        pytest.param(BRIDGE.replace("{}", "{} per span"), id="for-each-of-something"),
    ],
)
def test_a_part_does_not_conflict_with_a_whole(one_story: OneStory, text: str) -> None:
    found = counts(make_claims(World(one_story(built("a", "400 tonnes", 400), built("b", "650 tonnes", 650, text)))))
    assert all(claim.verdict != "conflict" for claim in found)


def test_a_number_many_times_the_other_counts_something_else(one_story: OneStory) -> None:
    found = counts(make_claims(World(one_story(built("a", "40 tonnes", 40), built("b", "65,000 tonnes", 65_000)))))
    assert all(claim.verdict != "conflict" for claim in found)


def test_reports_of_two_years_tell_of_two_times(one_story: OneStory) -> None:
    one = built("a", "400 tonnes", 400, published="2031-05-01")
    other = built("b", "650 tonnes", 650, published="2032-05-01")
    assert all(claim.verdict != "conflict" for claim in counts(make_claims(World(one_story(one, other)))))


def test_reports_of_two_weeks_that_differ_tell_of_two_happenings(one_story: OneStory) -> None:
    def verdicts(later: str) -> set[str]:
        one = built("a", "400 tonnes", 400, published="2031-05-01")
        two = built("b", "650 tonnes", 650, published=later)
        return {claim.verdict for claim in counts(make_claims(World(one_story(one, two))))}

    assert verdicts("2031-05-02") == {"conflict"}
    assert "conflict" not in verdicts("2031-05-20")


def test_dozens_and_three_of_one_day_are_no_conflict(one_story: OneStory) -> None:
    one = hurt("a", "three people", 3, "2031-05-02")
    two = hurt("b", "dozens of people", 24, "2031-05-02")
    two.facts[0] = replace(two.facts[0], high=99, approximate=True)
    assert all(claim.verdict != "conflict" for claim in counts(make_claims(World(one_story(one, two)))))


def test_a_report_that_dates_one_kind_of_deed_twice_contradicts_no_other(one_story: OneStory) -> None:
    test = "Norland tested a glider above the lake of Ost on {}, the ministry in Lun said."
    may, june, july = (When(f"2031-0{n}-04", "day", "printed in the text") for n in (5, 6, 7))

    def verdicts(more: str) -> set[str]:
        one = Report("a", test.format("4 June") + more).date("4 June", june, "tested")
        if more:
            one.date("4 May", may, "tested")
        two = Report("b", test.format("4 July")).date("4 July", july, "tested")
        return {claim.verdict for claim in make_claims(World(one_story(one, two)))}

    assert "conflict" in verdicts("")
    assert "conflict" not in verdicts(" It tested another above the sea on 4 May.")


def test_the_hurt_of_an_old_blast_are_no_longer_counted(one_story: OneStory) -> None:
    one = hurt("a", "24 people", 24, "2031-05-02", "2029-03-01")
    other = hurt("b", "15 people", 15, "2031-05-01", "2029-03-01")
    [claim] = counts(make_claims(World(one_story(one, other))))
    assert claim.verdict == "conflict"


def test_the_hurt_of_a_new_blast_grow_from_day_to_day(one_story: OneStory) -> None:
    one, other = hurt("a", "24 people", 24, "2031-05-02"), hurt("b", "15 people", 15, "2031-05-01")
    [claim] = counts(make_claims(World(one_story(one, other))))
    assert claim.verdict == "update"


def test_two_blasts_do_not_conflict(one_story: OneStory) -> None:
    one = hurt("a", "24 people", 24, "2031-05-02", "2031-05-01")
    other = hurt("b", "15 people", 15, "2031-05-02", "2031-04-02")
    found = counts(make_claims(World(one_story(one, other))))
    assert all(claim.verdict in ("single", "undecided") for claim in found)


def test_dozens_may_have_grown_to_hundreds(one_story: OneStory) -> None:
    early = hurt("b", "dozens of people", 24, "2031-05-01")
    early.facts[0] = replace(early.facts[0], high=99, approximate=True)
    [claim] = counts(make_claims(World(one_story(hurt("a", "360 people", 360, "2031-05-02"), early))))
    assert claim.verdict == "update"


def sunk(name: str, words: str, day: str) -> Report:
    told = Report(name, f"The ferry from Ost to Lun sank on the bar near the lighthouse {words}.")
    return told.date(words, When(day, "day", "reckoned"), "sank")


@pytest.mark.parametrize(
    ("words", "verdict"), [("on Saturday", "conflict"), ("yesterday evening", "compatible")], ids=["named", "reckoned"]
)
def test_a_day_reckoned_from_a_report_may_be_off_by_one(one_story: OneStory, words: str, verdict: str) -> None:
    found = make_claims(World(one_story(sunk("a", "on Friday", "2031-05-02"), sunk("b", words, "2031-05-03"))))
    assert [claim.verdict for claim in found if claim.kind == "date"] == [verdict]


@pytest.mark.parametrize(
    ("left", "right", "done"),
    [
        ("actual", "alleged", True),
        ("planned", "planned", True),
        ("actual", "planned", False),
        ("actual", "hypothetical", False),
        ("hypothetical", "hypothetical", False),
    ],
)
def test_only_what_is_told_as_done_conflicts_be_it_on_somebody_s_word(
    left: Modality, right: Modality, done: bool
) -> None:
    one, other = (Entry("a", "count", Span(0, 1), "", "", Span(0, 1), "", modality=m) for m in (left, right))
    assert are_told_as_done(one, other) is done


def test_what_two_named_people_did_is_no_conflict(one_story: OneStory) -> None:
    def flew(name: str, who: str, day: str) -> Report:
        told = Report(name, f"{who} flew to Ost to meet the owner of the mill and his lawyer on {day}.")
        told.entity(who, 1).date(day, When("2031-05-02" if day == "Friday" else "2031-05-03", "day", "week"), "flew")
        told.facts[0] = replace(told.facts[0], subject=1)
        return told

    found = make_claims(World(one_story(flew("a", "Ada Roe", "Friday"), flew("b", "Ben Sand", "Saturday"))))
    assert all(claim.verdict != "conflict" for claim in found)


def test_a_number_whose_report_names_nobody_is_that_of_whom_another_names(one_story: OneStory) -> None:
    text = "{} carried {} of grain up the Ost to the old mill at Lun in a year."

    def carried(name: str, who: str, number: int) -> Report:
        told = Report(name, text.format(who, f"{number} tonnes")).count(
            f"{number} tonnes", number, number, "tonnes", "carried", head="grain"
        )
        if who != "The young skipper":
            told.entity(who, 1)
            told.facts[0] = replace(told.facts[0], subject=1)
        return told

    unnamed, other = carried("a", "The young skipper", 716), carried("b", "Ben Sand", 963)
    assert [c.verdict for c in counts(make_claims(World(one_story(unnamed, other))))] == ["conflict"]
    named = carried("c", "Ada Roe", 716)
    assert all(c.verdict != "conflict" for c in make_claims(World(one_story(unnamed, other, named))))


def test_games_played_are_tallied_anew(one_story: OneStory) -> None:
    text = "The keeper of the Lun eleven saved {} in the match at Ost on the way to the cup."
    one = Report("a", text.format("six shots")).count("six shots", 6, 6, None, "saved", head="shot")
    two = Report("b", text.format("two shots")).count("two shots", 2, 2, None, "saved", head="shot")
    assert all(claim.verdict != "conflict" for claim in make_claims(World(one_story(one, two))))


def test_the_day_of_a_page_is_no_account(one_story: OneStory) -> None:
    day, next_day = (When(f"2031-05-0{n}", "day", "printed in the text") for n in (2, 3))
    one = Report("a", "Published on 2 May\nThe ferry to Lun sank on the bar.").date("2 May", day, "sank")
    two = Report("b", "Published on 3 May\nThe ferry to Lun sank on the bar.").date("3 May", next_day, "sank")
    assert all(claim.verdict != "conflict" for claim in make_claims(World(one_story(one, two))))


def test_the_day_on_which_a_page_files_a_report_is_no_account(one_story: OneStory) -> None:
    day, next_day = (When(f"2031-05-0{n}", "day", "printed in the text") for n in (2, 3))
    text = "The ferry to Lun sank on the bar. Posted in Wrecks and Storms on {}. Read more."
    one = Report("a", text.format("2 May")).date("2 May", day, "Posted")
    two = Report("b", text.format("3 May")).date("3 May", next_day, "Posted")
    assert not [claim for claim in make_claims(World(one_story(one, two))) if claim.kind == "date"]


def test_an_amount_in_brackets_converts_the_one_before_it(one_story: OneStory) -> None:
    text = "The fire in the mill at Lun did damage of {} to the old roof, the owners said."
    one = Report("a", text.format("$5 million")).count("$5 million", 5e6, 5e6, "USD", "damage", head="money")
    two = Report("b", text.format("A$5 million ($4 million)"))
    two.count("$4 million", 4e6, 4e6, "USD", "damage", head="money")
    assert all(claim.verdict != "conflict" for claim in make_claims(World(one_story(one, two))))
