"""Whole stories from several outlets, as scraped: what the answer must hold, and must not."""

from functools import cache
from pathlib import Path

from onrecord import api
from onrecord.export.lines import StoryView
from onrecord.export.view import story_views

STORIES = Path(__file__).parent / "stories"


@cache
def view(name: str) -> StoryView:
    [found] = story_views(api.brief(api.Request(sources=[str(STORIES / name)])))
    return found


def timeline(name: str) -> dict[str, tuple[str, set[int]]]:
    """Return what a story's timeline tells, with the date and the reports of each line."""
    return {
        line.event.what: (line.event.when.value[:10] if line.event.when else "", {w.report.number for w in line.words})
        for line in view(name).timeline
    }


def said(name: str, stance: str) -> dict[str, str]:
    """Return who said what in one way."""
    return {
        line.text: line.statement.speaker or "" for line in view(name).statements if line.statement.stance == stance
    }


def test_mastheads_dates_and_bylines_tell_the_outlets() -> None:
    reef = [report.label for report in view("reef").reports]
    assert reef == ["Harbour Gazette", "The Daily Lantern", "Coast News Agency", "Stannick Echo"]
    blast = {report.label for report in view("blast").reports}
    assert blast == {"The Northern Post", "Metro Wire", "Harrowby Herald"}


def test_all_reports_of_the_accident_stand_behind_its_line() -> None:
    assert timeline("reef")["The Saltwind hit the Gannet Reef on 9 March"] == ("2021-03-09", {1, 2, 3, 4})


def test_an_hour_told_by_itself_moves_nothing_to_the_day_of_publication() -> None:
    assert all(day != "2021-03-10" for what, (day, _) in timeline("reef").items() if "Reef" in what)


def test_every_denial_is_told_with_what_is_denied() -> None:
    denied = said("reef", "denies")
    assert set(denied.values()) == {"Brannock Lines", "Joren Malk", "ministry"}
    assert any("had been speeding" in text for text, who in denied.items() if who == "Joren Malk")
    assert any("ignored warnings" in text for text, who in denied.items() if who == "ministry")


def test_a_toll_that_grows_is_an_update() -> None:
    [killed] = [line for line in view("blast").claims if line.claim.slot == "people: killed"]
    assert killed.claim.verdict == "update"
    assert {value.text for value in killed.values} >= {"At least two people", "four people"}


def test_a_line_that_only_a_speaker_vouches_for_says_so() -> None:
    lines = {line.event.what: line.state for line in view("blast").timeline}
    assert "Northgas" in next(state for what, state in lines.items() if "received no reports" in what)


def test_two_prison_terms_for_one_man_are_a_conflict() -> None:
    [first, *_] = view("court.jsonl").claims
    assert first.claim.verdict == "conflict"
    assert {value.text for value in first.values} == {"seven years", "eight years"}


def test_what_one_source_alleges_rests_on_that_report_and_that_source() -> None:
    [line] = [line for line in view("border").timeline if "fired first" in line.event.what]
    assert {word.report.label for word in line.words} == {"Ostrany News Agency"}
    assert "source in the foreign ministry" in line.state


def test_two_killed_and_three_killed_are_a_conflict() -> None:
    [conflict] = [line for line in view("border").claims if line.claim.verdict == "conflict"]
    assert {value.text for value in conflict.values} == {"Two Ostrany border guards", "three border guards"}


def test_what_somebody_never_said_is_not_theirs() -> None:
    assert "Ilona Brandt" not in said("border", "declines").values()


def test_reports_of_seven_years_do_not_stand_behind_a_line_that_says_eight() -> None:
    [(_, reports)] = [told for what, told in timeline("court.jsonl").items() if "eight years" in what]
    assert reports == {4, 5}


def test_what_an_agency_s_copies_share_is_one_voice() -> None:
    fine = [line for line in view("court.jsonl").claims if line.values[0].text == "$30 million"]
    assert [(line.claim.outlets, line.is_echo) for line in fine] == [(3, True)]


def test_copies_do_not_repeat_what_is_said() -> None:
    texts = [(line.statement.speaker, line.text) for line in view("court.jsonl").statements]
    assert len(texts) == len(set(texts))
