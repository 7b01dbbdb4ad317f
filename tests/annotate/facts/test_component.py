import pytest

from onrecord.annotate.component import Draft
from onrecord.annotate.facts.component import find_facts
from onrecord.annotate.facts.figures import find_figures
from onrecord.annotate.parse import language
from onrecord.model import Article, Fact, Mention, Span, TimeExpression


def facts(text: str, *layers: Mention | TimeExpression) -> tuple[Fact, ...]:
    draft = Draft(Article("a", "a", text), language()(text))
    draft.mentions = tuple(x for x in layers if isinstance(x, Mention))
    draft.times = tuple(x for x in layers if isinstance(x, TimeExpression))
    return find_facts(draft)


@pytest.mark.parametrize(
    ("text", "words", "unit", "predicate"),
    [
        ("Police arrested at least nine protesters in Lun.", "at least nine protesters", "people", "arrest"),
        ("A total of seven men were detained.", "A total of seven men", "people", "arrest"),
        ("The flood left 38 dead in the valley.", "38 dead", "people", "die"),
        ("Four were killed in the fire.", "Four", "people", "die"),
        ("Six people are now known to have died.", "Six people", "people", "die"),
        ("Six are dead after the fire.", "Six", "people", "die"),
        ("The ferry had nine people on board.", "nine people", "people", "aboard"),
        ("There were ten people on that plane.", "ten people", "people", "aboard"),
        ("A jet carrying ten people came down.", "ten people", "people", "aboard"),
        ("The Saint Ilka carried ten passengers.", "ten passengers", "people", "aboard"),
        ("The plane was flying to Lun with nine passengers.", "nine passengers", "people", "aboard"),
        ("The bridge cost $45 million.", "$45 million", "USD", "cost"),
        ("The bridge cost $US45 million.", "$US45 million", "USD", "cost"),
        ("He was given a 41-month sentence.", "41-month", "months", "sentence"),
        ("Officers found about 71.7g of powder.", "about 71.7g", "grams", "find"),
        ("The goat fell into a 70m-deep shaft.", "70m-deep", "metres", "fall"),
        ("The goat fell 30m long ago.", "30m long", "metres", "fall"),
        ("The death toll from the storm has risen to 14.", "14", "people", "die"),
        ("They brought the number of people killed by the storm to 14.", "14", "people", "die"),
        ("Police put the toll at 14.", "14", "people", "die"),
        ("The number of men hurt has gone up to 130.", "130", "people", "hurt"),
        ("The storm has claimed 16 lives.", "16 lives", "people", "die"),
        ("There were 11 deaths in Lun.", "11 deaths", "people", "die"),
        ("They shot two of the six goats.", "two of the six goats", None, "shoot"),
        ("The herd has 52 confirmed cases.", "52 confirmed cases", None, "confirm"),
        ("They argued against the 9 percent that the union wants.", "9 percent", "percent", "want"),
        ("Of these, 174 were passengers.", "174", "people", "passeng"),
        ("The fire was 10 percent contained.", "10 percent", "percent", "contain"),
        ("The organisers put the crowd at 75,000; it was large.", "75,000", "people", "crowd"),
        ("About one in ten of the goats died.", "About one in ten", "percent", "die"),
        ("Nine out of ten millers want rain.", "Nine out of ten millers", "percent", "want"),
        ("More than two-thirds of voters backed it.", "More than two-thirds", "percent", "back"),
        ("Half of all mills have shut.", "Half", "percent", "shut"),
        ("Rents rose by two thirds.", "two thirds", "percent", "rise"),
        ("One of the eight candidates left.", "eight candidates", "people", "leave"),
        ("Turnout was 61 percent.", "61 percent", "percent", "turnout"),
        ("Turnout came to just over 60 per cent.", "over 60 per cent", "percent", "turnout"),
        ("The farm lost 300 cubic metres of milk.", "300 cubic metres", "cubic metres", "lose"),
        ("The farm covers 115 sq km.", "115 sq km", "square kilometres", "cover"),
        ("Gusts reached 60 miles an hour.", "60 miles an hour", "miles per hour", "gust"),
    ],
)
def test_a_count_knows_what_it_counts_and_what_is_said_of_it(
    text: str, words: str, unit: str | None, predicate: str
) -> None:
    (found,) = [f for f in facts(text) if f.kind == "count"]
    assert (found.span.of(text), found.unit, found.predicate) == (words, unit, predicate)


@pytest.mark.parametrize("text", ["The goat fell into a 70m-deep shaft.", "A wall 30m high fell."])
def test_the_words_of_a_measure_in_metres_say_that_it_is_no_number_of_millions(text: str) -> None:
    (found,) = [f for f in facts(text) if f.kind == "count"]
    (figure,) = find_figures(found.span.of(text))
    assert (figure.low, figure.high) == (found.low, found.high)


@pytest.mark.parametrize("words", ["15ft", "15 feet", "15 foot"])
def test_a_measure_of_nothing_named_is_named_by_its_unit(words: str) -> None:
    (found,) = [f for f in facts(f"The goat fell {words} into a shaft.") if f.kind == "count"]
    assert (found.head, found.unit) == ("feet", "feet")


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("The herd grew from 300 to 28,500 goats.", "28,500 goats", 28_500, 28_500),
        ("The death toll rose from 9 to 14.", "14", 14, 14),
        ("They expect from 10 to 15 guests.", "10 to 15 guests", 10, 15),
    ],
)
def test_what_became_of_a_number_is_no_range(text: str, words: str, low: float, high: float) -> None:
    (found,) = [f for f in facts(text) if f.kind == "count"]
    assert (found.span.of(text), found.low, found.high) == (words, low, high)


@pytest.mark.parametrize("text", ["The row over 300 jobs goes on.", "The number of men hurt has gone up to 300."])
def test_a_word_that_joins_a_number_to_its_verb_bounds_nothing(text: str) -> None:
    (found,) = [f for f in facts(text) if f.kind == "count"]
    assert (found.low, found.high) == (300, 300)


def test_what_is_scheduled_in_a_place_is_what_takes_place_there() -> None:
    text = "Leaders left the talks before the summit in Lorne, scheduled for June."
    at = text.index("June")
    june = TimeExpression(Span(at, at + 4), "DATE", "2031-06")
    [found] = [f for f in facts(text, june) if f.kind == "date"]
    assert found.predicate == "summit"


@pytest.mark.parametrize(
    "text", ["Ada Roe, 43, left the hall.", "The 43-year-old teacher left the hall.", "She died at the age of 43."]
)
def test_an_age_is_said_of_its_holder(text: str) -> None:
    (found,) = [f for f in facts(text) if f.kind == "count"]
    assert (found.head, found.low, found.unit, found.predicate) == ("age", 43, "years", "age")


@pytest.mark.parametrize(
    "text",
    [
        "The law of 2011 was old.",
        "One of them left.",
        "The two leaders left.",
        "Turn to Channel 5 tonight.",
        "Executive Order 12333 was used.",
        "They hoped to win game seven of the series.",
        "Subsection (3) makes some acts unlawful.",
        "It was a two-horse race.",
        "He was in the starting eleven.",
        "Ada Roe won Saturday's 9-Mile Mill Trophy in Lun.",
    ],
)
def test_years_names_and_those_already_told_of_are_no_counts(text: str) -> None:
    assert not [f for f in facts(text) if f.kind == "count"]


@pytest.mark.parametrize(
    ("text", "predicate", "modality"),
    [
        ("The summit will be held in June.", "summit", "planned"),
        ("They spoke of the election slated for June.", "vote", "actual"),
        ("They left the talks, which are to be held in June.", "meet", "planned"),
        ("The talks are to be held in June.", "meet", "planned"),
        ("The band held a parade for mayors elected in June.", "vote", "actual"),
        ("Of the 90 prisoners, 67 were set free in June.", "set", "actual"),
        ("The ministry launched an inquiry in June.", "investigate", "actual"),
        ("The ministry launched a ferry in June.", "begin", "actual"),
        ("The court issued a subpoena in June.", "subpoena", "actual"),
        ("The court issued a statement in June.", "issu", "actual"),
        ("The rocket blasted off in June.", "begin", "actual"),
        ("The court threw out the conviction in June.", "overturn", "actual"),
        ("The mayor shut the roads ahead of the vote in June.", "vote", "actual"),
        ("The mayor shut the roads in June, ahead of the vote.", "shut", "actual"),
    ],
)
def test_a_date_hangs_on_what_is_held_and_not_on_the_holding(text: str, predicate: str, modality: str) -> None:
    (found,) = [f for f in facts(text, TimeExpression(at(text, "June"), "DATE", "XXXX-06")) if f.kind == "date"]
    assert (found.predicate, found.modality) == (predicate, modality)


def test_a_conference_for_the_press_is_no_meeting_of_parties() -> None:
    text = "They held a news conference on Sunday."
    (found,) = [f for f in facts(text, TimeExpression(at(text, "Sunday"), "DATE", "XXXX-WXX-7")) if f.kind == "date"]
    assert found.predicate == "brief"


def at(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def test_every_fact_lies_in_the_text() -> None:
    text = "Some 300 people marched to the old hall near Lun on Friday, police said."
    for fact in facts(text):
        assert fact.span.of(text)
        assert fact.anchor.of(text)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "At -- .", "in , of", "( at )", "5", "£", "In the , of of -", "“at” at"]
)
def test_scraps_of_text_make_no_error(text: str) -> None:
    assert all(fact.span.end <= len(text) for fact in facts(text))


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Police in Lun found weapons, explosives and two maps.", ["weapons, explosives and two maps"]),
        ("A large amount of powder was seized at the mill.", ["A large amount of powder"]),
        ("The council banned lorries that weigh more than ten tonnes.", ["lorries"]),
        ("Ada Roe saw the harbour and liked it.", []),
    ],
)
def test_what_is_found_taken_or_decided_is_a_thing(text: str, things: list[str]) -> None:
    assert [f.span.of(text) for f in facts(text) if f.kind == "thing"] == things


def test_a_place_inside_the_name_of_a_body_is_no_place() -> None:
    text = "She spoke at the Bank of Westmark in Lun."
    bank = Mention(Span(text.index("Bank"), text.index(" in Lun")), "organisation", "Bank of Westmark", 0)
    west = Mention(Span(text.index("Westmark"), text.index(" in Lun")), "place", "Westmark", 1)
    lun = Mention(Span(text.index("Lun"), text.index("Lun") + 3), "place", "Lun", 2)
    assert [f.span.of(text) for f in facts(text, bank, west, lun) if f.kind == "place"] == ["Lun"]


def test_people_who_are_only_mentioned_are_counted_by_what_they_did() -> None:
    (found,) = [f for f in facts("He sent flowers for the dozens of guests who died.") if f.kind == "count"]
    assert found.predicate == "die"


@pytest.mark.parametrize("text", ["The vote on Bill 1062 was put off.", "They boarded Flight 370 in Lun."])
def test_the_number_of_a_bill_or_flight_counts_nothing(text: str) -> None:
    assert not [f for f in facts(text) if f.kind == "count"]


def test_what_has_yet_to_be_done_is_not_done() -> None:
    (found,) = [f for f in facts("The council has yet to open nine schools.") if f.kind == "count"]
    assert found.modality == "denied"


def test_a_place_that_ends_the_name_of_a_body_is_no_place() -> None:
    text = "The Organisation for Trade in Westmark met in Lun."
    body = Mention(Span(4, text.index(" in Westmark")), "organisation", "Organisation for Trade", 0)
    places = [
        Mention(Span(text.index(n), text.index(n) + len(n)), "place", n, i)
        for i, n in enumerate(("Westmark", "Lun"), 1)
    ]
    assert [f.span.of(text) for f in facts(text, body, *places) if f.kind == "place"] == ["Lun"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The minister toured Norland in June.", ["Norland"]),
        ("The minister spoke in Norland.", ["Norland"]),
        ("The minister praised Norland.", []),
    ],
)
def test_a_place_that_somebody_visits_is_where_it_happens(text: str, where: list[str]) -> None:
    found = facts(text, Mention(at(text, "Norland"), "place", "Norland", 0))
    assert [f.span.of(text) for f in found if f.kind == "place"] == where


@pytest.mark.parametrize(
    "text",
    ["Ada Roe was sentenced to 25 years in prison.", "The firm at the centre of the scandal closed in May."],
)
def test_a_term_in_prison_and_the_middle_of_a_scandal_are_no_places(text: str) -> None:
    assert not [f for f in facts(text) if f.kind == "place"]


def test_the_centre_of_a_town_is_a_place() -> None:
    assert [
        f.span.of("Police met at the centre of the town.")
        for f in facts("Police met at the centre of the town.")
        if f.kind == "place"
    ]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Ada Roe is alleged to have sunk the ferry.", "nsubj"),
        ("Ada Roe is believed to have been killed.", "nsubjpass"),
    ],
)
def test_who_is_said_to_have_done_something_did_it(text: str, relation: str) -> None:
    (party,) = (f for f in facts(text, Mention(Span(0, 7), "person", "Ada Roe", 0)) if f.kind == "party")
    assert party.relation == relation


def test_the_day_in_a_dateline_is_of_no_happening() -> None:
    text = "LUN, 4 May 2031 - The dam broke on 3 May."
    days = [TimeExpression(Span(5, 15), "DATE", "2031-05-04"), TimeExpression(Span(35, 40), "DATE", "XXXX-05-03")]
    assert [f.span.of(text) for f in facts(text, *days) if f.kind == "date"] == ["3 May"]
