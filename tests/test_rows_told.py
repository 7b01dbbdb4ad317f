"""What the table of agreement holds of a few reports of one story, read as a user's reports are."""

import json
from io import BytesIO

import pytest

from onrecord.api import Request, brief
from onrecord.export.view import story_views
from onrecord.model import Claim


def table(*texts: str, day: str = "2031-05-14") -> tuple[Claim, ...]:
    """Return the rows for reports of one day."""
    rows = [
        json.dumps({"id": f"r{n}", "outlet": f"Paper {n}", "text": text, "published": day})
        for n, text in enumerate(texts)
    ]
    return brief(Request(sources=["-"], stdin=BytesIO("\n".join(rows).encode()))).claims


def shown(*texts: str, kind: str) -> list[tuple[str, list[str]]]:
    """Return the verdict and the values of each row of a kind."""
    return [(c.verdict, [v.value for v in c.values]) for c in table(*texts) if c.kind == kind]


def test_a_byname_in_quotation_marks_parts_no_name() -> None:
    one = 'Mayor Lena Brill on Monday appointed William "Bo" Harlan to the harbour board of Lun.'
    other = "William Harlan was appointed to the harbour board of Lun on Monday by Mayor Lena Brill."
    assert ("agree", ["William Harlan"]) in shown(one, other, kind="recipient")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("The plan was blocked last year. It was drawn up by Ada Roe.", "Ada Roe", id="by-whom"),
        pytest.param("It rained. It snowed. The sea was calm. Ada Roe was arrested.", "Ada Roe", id="to-whom"),
    ],
)
def test_what_a_passive_says_is_shown_wherever_it_stands(text: str, value: str) -> None:
    assert value in [v for kind in ("actor", "recipient") for _, values in shown(text, kind=kind) for v in values]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("http : / / www . orbis . example / 2031 / storm - kills - 5 / The storm hit Lun.", id="spaced"),
        pytest.param("See https://orbis.example/20310504/mill-shuts-4-halls for the mill of Lun.", id="as-it-is"),
    ],
)
def test_an_address_gives_no_values(text: str) -> None:
    assert [c.slot for c in table(text) if c.kind in ("count", "date")] == []


def test_a_town_of_that_name_is_no_place_of_a_deed() -> None:
    texts = "The seller is the town of Odern, which owns the crane.", "The town of Odern, which owns the crane, sells."
    assert shown(*texts, kind="place") == []


def test_an_aside_of_others_is_not_the_speaker_s() -> None:
    text = "The ferry, reportedly with room for 900 cars, will cost $40 million, the Lun Harbour Board told Orbis."
    rows = {v.value: v.origins for c in table(text) for v in c.values}
    assert rows["900 cars"] == ("reports (unnamed)",)
    assert rows["$40 million"] != ("reports (unnamed)",)


def test_the_clause_that_tells_more_of_a_value_may_call_it_hearsay() -> None:
    text = "The bid was far below the $40m price that Norvik Mills and its owner reportedly want."
    assert {v.origins for c in table(text) for v in c.values if v.value == "$40m"} == {("reports (unnamed)",)}


@pytest.mark.parametrize(
    ("one", "other", "numbers"),
    [
        pytest.param(
            "Turnout was 61 percent, up from 54 percent four years ago, the board of Lun said.",
            "Only 52 per cent of voters in Lun bothered to come out on Sunday.",
            {"61 percent", "Only 52 per cent"},
            id="turnout",
        ),
        pytest.param(
            "A judge in Lun sentenced Ada Roe to 14 years for theft.",
            "Ada Roe will be 15 years behind bars, a judge in Lun ruled.",
            {"14 years", "15 years"},
            id="prison-term",
        ),
        pytest.param(
            "The mill of Lun will close with the loss of 380 jobs.",
            "The union said that 520 jobs will go at the mill of Lun.",
            {"380 jobs", "520 jobs"},
            id="jobs",
        ),
    ],
)
def test_two_answers_to_one_question_in_unlike_words_are_a_conflict(one: str, other: str, numbers: set[str]) -> None:
    assert [{v for v in values} for verdict, values in shown(one, other, kind="count") if verdict == "conflict"] == [
        numbers
    ]


def test_a_report_that_has_the_other_number_too_counts_another_thing() -> None:
    one = "The mill of Lun will close with the loss of 380 jobs."
    other = "All 380 workers of the mill of Lun are to leave. The union said 520 jobs at suppliers would go too."
    assert "conflict" not in {verdict for verdict, _ in shown(one, other, kind="count")}


def test_the_hurt_of_two_incidents_are_two_counts() -> None:
    one = "Lun voted on Sunday. It was calm. It was warm. It was dry. Four voters were wounded in a blast in Odern."
    other = "Lun voted on Sunday. It was calm. It was warm. It was dry. In Marn alone, 14 were wounded by a shell."
    assert "conflict" not in {verdict for verdict, _ in shown(one, other, kind="count")}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param(
            "Some 900 drivers walked out, the Transport Union said. The Lun Bus Company put the number at 640.",
            ["Some 900 drivers", "640"],
            id="put-the-number-at",
        ),
        pytest.param(
            "The march drew 30,000 people, organisers said, while police put the crowd at 12,000.",
            ["30,000 people", "12,000"],
            id="put-the-crowd-at",
        ),
        pytest.param(
            'The company said it had offered a rise of 4.5 percent. "An offer of 4.2 percent is an insult," said'
            " the Dock Union.",
            ["4.5 percent", "4.2 percent"],
            id="one-question",
        ),
    ],
)
def test_two_parties_unlike_numbers_in_one_report_are_a_conflict(text: str, numbers: list[str]) -> None:
    assert [values for verdict, values in shown(text, kind="count") if verdict == "conflict"] == [numbers]


def test_who_is_an_age_has_it() -> None:
    text = "Ada Roe, who is 57, will appeal."
    assert "age of Ada Roe" in [c.slot for c in table(text)]


def test_a_number_halfway_between_two_is_no_rounded_form_of_either() -> None:
    one = "A shipment of 25,000 doses of vaccine reached Lun on Monday, the health board said."
    other = "A shipment of 20,000 doses of vaccine reached Lun on Monday, the health board said."
    assert [verdict for verdict, _ in shown(one, other, kind="count")] == ["conflict"]


def test_a_morning_and_an_afternoon_are_not_one_time() -> None:
    one = "The mayor of Lun rang the mill on Monday morning to stop the sale of the crane."
    other = "The mayor of Lun rang the mill on Monday afternoon to stop the sale of the crane."
    assert "agree" not in {verdict for verdict, _ in shown(one, other, kind="date")}


def test_the_hurt_of_one_report_many_times_those_of_the_other_are_of_another_quake() -> None:
    one = "An earthquake hit the island of Marn on Sunday, injuring five people."
    other = "An earthquake that hit the island of Marn on Sunday left 80 people wounded."
    assert "conflict" not in {verdict for verdict, _ in shown(one, other, kind="count")}


def test_the_words_on_a_sign_are_nobody_s_deeds() -> None:
    one = 'Farmers of Lun marched to the dam on Sunday, holding signs saying "Marn Hates Farmers" and "Save Odern."'
    other = 'The farmers marched to the dam of Lun on Sunday with banners that read "Marn Hates Farmers".'
    assert "Marn" not in [
        v for kind in ("actor", "thing") for _, values in shown(one, other, kind=kind) for v in values
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The flaw was found in versions of Orbis Server 2028 that the port of Lun uses.", id="product"),
        pytest.param("The tale was told in Lun between April Fool's Day and the fair.", id="holiday"),
        pytest.param("Published at 12:45, Wednesday, 12 June 2030\nThe dam of Lun was shut.", id="page"),
    ],
)
def test_a_date_in_a_name_or_of_the_page_is_none_of_a_deed(text: str) -> None:
    assert shown(text, kind="date") == []


@pytest.mark.parametrize(("day", "rows"), [("2031-05-16", 1), ("2031-05-17", 0)], ids=["friday", "saturday"])
def test_the_past_week_of_a_report_of_a_weekend_is_left_open(day: str, rows: int) -> None:
    found = table("Police arrested Karl Venn this past week.", day=day)
    assert len([c for c in found if c.kind == "date"]) == rows


def test_what_a_number_grew_by_and_what_it_came_to_are_two_numbers() -> None:
    text = "Under her guidance, membership of the league of Lun increased by more than 2,000 to 9,000, of sailors."
    assert {v.value for c in table(text) if c.kind == "count" for v in c.values} == {"more than 2,000", "9,000"}


def test_two_days_on_which_one_person_left_one_post_exclude_each_other() -> None:
    one = "Ada Roe left the harbour board of Lun last year to run a mill. She is 50."
    other = "Ada Roe reportedly quit the harbour board of Lun earlier this month to run a mill."
    assert any(c.verdict == "conflict" for c in table(one, other, day="2031-01-20") if c.kind == "date")


def test_what_somebody_calls_a_deed_is_no_call() -> None:
    one = "Norland blamed Ostria over what it called the theft on Tuesday of the ferry bell of Lun."
    other = "Mayor Bo Lind of Lun said he rang Ostria by telephone on Monday about the ferry bell of Lun."
    assert "conflict" not in {c.verdict for c in table(one, other)}


def test_whom_one_report_names_another_may_describe() -> None:
    one = "The mill of Lun burned on Monday. Bo Lind was killed in the fire at the mill of Lun."
    other = "The mill of Lun burned on Monday. A worker was killed in the fire at the mill of Lun."
    assert ("compatible", ["Bo Lind", "A worker"]) in shown(one, other, kind="recipient")


def test_the_dead_are_not_the_detained_though_they_are_as_many() -> None:
    one = "In the riot at the harbour of Lun on Monday 37 people were killed."
    other = "After the riot at the harbour of Lun on Monday 37 people were detained."
    assert "agree" not in {verdict for verdict, values in shown(one, other, kind="count")}


def test_one_round_number_of_laps_is_often_two_stretches() -> None:
    one = "Ten laps in, Ada Roe still led the race at Lun by four seconds."
    other = "Her team had never done more than ten laps in a row before the winter."
    assert {verdict for verdict, values in shown(one, other, kind="count") if "aps" in str(values)} == {"single"}


def test_those_who_do_something_are_not_about_as_many_dead() -> None:
    one = "More than 40 people died in the harbour riots of Lun on Monday, the council of Norland said."
    other = "Some 40 gunmen attacked a border post of Norland on Thursday, the council of Norland said."
    assert {verdict for verdict, _ in shown(one, other, kind="count")} <= {"single"}


def test_a_score_is_no_part_of_the_number_behind_it() -> None:
    text = "The bill on ferries was passed by the council of Lun 96-3 two springs later."
    assert not any("96" in v.value for c in table(text) for v in c.values)


def test_a_court_is_not_whom_it_tries() -> None:
    one = "A miller, 30, came to court charged with burning the mill of Lun."
    other = "A miller stood in court charged with burning down the mill of Lun."
    assert "court" not in {v for _, values in shown(one, other, kind="recipient") for v in values}


def test_the_day_on_which_a_page_was_printed_is_of_no_deed() -> None:
    text = "The mill of Lun shut. A version of this report appeared in print on May 12, 2031, on page 4 of the Orbis."
    assert [c.slot for c in table(text) if c.kind == "date"] == []


def test_the_displaced_are_not_the_dead() -> None:
    one = "The war in Norland has killed more than 15,000 people and it goes on."
    other = "The war in Norland has displaced 900,000 people and it goes on."
    assert {verdict for verdict, _ in shown(one, other, kind="count")} == {"single"}


def test_bids_of_one_day_have_gone_on() -> None:
    one = "The crane that the town of Odern sells online has 15 bids so far, the council said."
    other = "The crane that the town of Odern sells online had drawn 70 bids by the evening, the council said."
    assert {c.verdict for c in table(one, other) if c.kind == "count"} == {"update"}


def test_a_weekday_of_a_report_of_later_years_is_not_the_day_that_another_gives() -> None:
    one = "Mayor Lena Brill opened the new harbour crane of Lun on Monday, the board said. It lifts 900 tons of grain."
    other = (
        "Mayor Lena Brill opened a harbour crane in Lun on Monday, the board said. It lifts 300 tons of grain. In May "
        "2031 she opened another crane at the harbour of Lun. In June 2033 the board raised its fees."
    )
    rows = [
        json.dumps({"id": "a", "outlet": "A", "text": one, "published": "2031-05-13"}),
        json.dumps({"id": "b", "outlet": "B", "text": other}),
    ]
    claims = brief(Request(sources=["-"], stdin=BytesIO("\n".join(rows).encode()))).claims
    assert ("single", ["Monday"]) in [(c.verdict, [v.value for v in c.values]) for c in claims if c.kind == "date"]


def test_an_hour_with_its_zone_in_brackets_is_of_the_day_behind_it() -> None:
    one = "The diver Ada Roe died at 7.15pm (UK BST) Sunday May 11, 2031, her club said."
    other = "The diver Ada Roe died on Sunday, her club said."
    assert ("agree", ["7.15pm (UK BST) Sunday May 11, 2031 (2031-05-11T19:15+01:00)"]) in shown(one, other, kind="date")


def test_the_numbers_of_notes_count_nothing() -> None:
    notes = "\n 1 Harbour Board leaflet\n 2 Lun Office of Tides report\n 3 Ferries of the North\n"
    assert [c.slot for c in table(f"The Lun harbour is closed to ferries.\n{notes}") if c.kind == "count"] == []


def test_today_in_what_two_people_said_is_no_row() -> None:
    one = (
        'Ada Roe of the port of Lun was asked of the docks. "We read of the docks in the port of Lun today," she said.'
    )
    other = 'Cole Lind left the port of Lun. "Such is life in the docks of the port of Lun today," he said.'
    assert [c.values for c in table(one, other) if c.kind == "date" and c.outlets > 1] == []


def test_a_cell_gives_the_same_words_once() -> None:
    one = "Four ferries sank in the port of Lun on Sunday. The port said that four ferries sank there."
    other = "The port of Lun said four ferries sank there on Sunday."
    rows = [
        json.dumps({"id": f"r{n}", "outlet": f"Paper {n}", "text": text, "published": "2031-05-14"})
        for n, text in enumerate((one, other))
    ]
    answer = brief(Request(sources=["-"], stdin=BytesIO("\n".join(rows).encode())))
    cells = [cell for view in story_views(answer) for line in view.claims for cell in line.cells]
    assert any(len(c.shown) > 0 for c in cells)
    assert all(len(set(c.shown)) == len(c.shown) for c in cells)
