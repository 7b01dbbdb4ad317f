from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.compare.claims import make_claims
from onrecord.compare.world import World
from onrecord.model import (
    Claim,
    Collection,
    Event,
    EventMention,
    EventRef,
    Fact,
    Link,
    Passage,
    Related,
    Role,
    Story,
    When,
)

from .conftest import Report, at

OneStory = Callable[..., Collection]
RAID = "Police in Lun arrested {} after the raid on the mill."


def only(claims: tuple[Claim, ...], kind: str = "count") -> Claim:
    found = [c for c in claims if c.kind == kind]
    assert len(found) == 1, [c.slot for c in found]
    return found[0]


def raid(name: str, words: str, low: float | None, high: float | None, published: str | None = None) -> Report:
    report = Report(name, RAID.format(words), published=published)
    return report.count(words, low, high, "people", "arrested")


def test_one_number_in_three_reports_agrees_and_rests_on_the_hands_that_gave_it(one_story: OneStory) -> None:
    one, two, three = (raid(f"r{i}", "seven people", 7, 7) for i in range(3))
    one.said("arrested seven people", "Interior Ministry")
    two.said("arrested seven people", "Lun Police")
    three.said("arrested seven people", "Interior Ministry")
    claim = only(make_claims(World(one_story(one, two, three))))
    assert claim.verdict == "agree"
    assert (claim.outlets, claim.origins, claim.unknown) == (3, 2, 0)
    assert claim.values[0].origins == ("Interior Ministry", "Lun Police")


def test_a_bound_and_a_number_inside_it_are_compatible(one_story: OneStory) -> None:
    reports = one_story(raid("a", "more than 40 people", 40, None), raid("b", "42 people", 42, 42))
    claim = only(make_claims(World(reports)))
    assert claim.verdict == "compatible"
    assert claim.reason


def test_a_later_higher_number_of_a_growing_count_is_an_update(one_story: OneStory) -> None:
    early = raid("a", "seven people", 7, 7, published="2031-05-01")
    late = raid("b", "nine people", 9, 9, published="2031-05-02")
    assert only(make_claims(World(one_story(early, late)))).verdict == "update"


def test_two_numbers_of_one_day_conflict(one_story: OneStory) -> None:
    one = raid("a", "seven people", 7, 7, published="2031-05-01")
    two = raid("b", "nine people", 9, 9, published="2031-05-01")
    assert only(make_claims(World(one_story(one, two)))).verdict == "conflict"


def test_a_fixed_number_that_differs_is_a_conflict(one_story: OneStory) -> None:
    text = "The bridge over the Ost was built with {} of steel by the Ferro works."
    one = Report("a", text.format("400 tonnes")).count("400 tonnes", 400, 400, "tonnes", "built", head="steel")
    two = Report("b", text.format("650 tonnes")).count("650 tonnes", 650, 650, "tonnes", "built", head="steel")
    assert only(make_claims(World(one_story(one, two)))).verdict == "conflict"


def test_a_mere_possibility_is_no_conflict(one_story: OneStory) -> None:
    text = "The bridge over the Ost could need {} of steel from the Ferro works."
    one = Report("a", text.format("400 tonnes"))
    one.count("400 tonnes", 400, 400, "tonnes", "need", head="steel", modality="hypothetical")
    two = Report("b", text.format("650 tonnes"))
    two.count("650 tonnes", 650, 650, "tonnes", "need", head="steel", modality="hypothetical")
    assert "conflict" not in {c.verdict for c in make_claims(World(one_story(one, two)))}


def test_numbers_of_different_things_stay_apart(one_story: OneStory) -> None:
    one = raid("a", "seven people", 7, 7)
    two = Report("b", "The mill in Lun bought two lorries.").count("two lorries", 2, 2, None, "bought", head="lorry")
    assert {c.verdict for c in make_claims(World(one_story(one, two)))} == {"single"}


def test_a_report_that_leaves_a_value_out_is_silent_and_not_in_conflict(one_story: OneStory) -> None:
    mute = Report("c", "Police in Lun raided the mill.")
    claim = only(make_claims(World(one_story(raid("a", "seven people", 7, 7), raid("b", "seven people", 7, 7), mute))))
    assert claim.verdict == "agree"
    assert claim.silent == ("c",)


def test_every_value_points_at_the_words_that_say_it(one_story: OneStory) -> None:
    collection = one_story(raid("a", "seven people", 7, 7), raid("b", "seven people", 7, 7))
    texts = {a.article.id: a.article.text for a in collection.articles}
    for value in only(make_claims(World(collection))).values:
        for told in value.accounts:
            assert told.passage.span.of(texts[told.passage.article]) == "seven people"


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (When("2031-05-01", "day", "printed in the text"), When("2031-05-01", "day", "printed in the text"), "agree"),
        (
            When("2031-05-01", "day", "printed in the text"),
            When("2031-05", "month", "printed in the text"),
            "compatible",
        ),
        (
            When("2031-05-01", "day", "printed in the text"),
            When("2031-05-03", "day", "printed in the text"),
            "conflict",
        ),
    ],
)
def test_dates_of_one_deed_are_compared_by_precision(
    one_story: OneStory, left: When, right: When, verdict: str
) -> None:
    text = "The council of Lun opened the new harbour {} with a parade."
    one = Report("a", text.format("on day one")).date("on day one", left, "opened")
    two = Report("b", text.format("on day two")).date("on day two", right, "opened")
    assert only(make_claims(World(one_story(one, two))), "date").verdict == verdict


@pytest.mark.parametrize(("teller", "verdicts"), [("Ada Roe", {"agree"}), ("Max Grau", {"single"})])
def test_two_who_announce_something_on_one_day_are_two_happenings(
    one_story: OneStory, teller: str, verdicts: set[str]
) -> None:
    day = When("2031-05-01", "day", "weekday 'Thursday' before publication")
    one = Report("a", "Ada Roe announced on Thursday that the harbour dues rise.").entity("Ada Roe", 0)
    two = Report("b", f"{teller} announced on Thursday a ferry to Ost, with room for forty lorries.").entity(teller, 0)
    for report in (one, two):
        report.date("Thursday", day, "announced")
        report.facts[-1] = replace(report.facts[-1], subject=0)
    assert {c.verdict for c in make_claims(World(one_story(one, two))) if c.kind == "date"} == verdicts


@pytest.mark.parametrize(("of_one_event", "verdicts"), [(True, {"compatible"}), (False, {"single"})])
def test_this_morning_of_an_undated_report_is_the_day_of_the_event_that_another_dates(
    one_story: OneStory, of_one_event: bool, verdicts: set[str]
) -> None:
    tuesday = When("2031-05-06", "day", "weekday 'Tuesday' before publication")
    one = Report("a", "The painter Ada Roe died on Tuesday in Lun.").date("Tuesday", tuesday, "died")
    two = Report("b", "Her friends in Lun confirm that she died this morning.").date("this morning", None, "died")
    for report in (one, two):
        report.events.append(EventMention(at(report.text, "died"), "DEATH", "die", "actual"))
    reports = one_story(one, two)
    if of_one_event:
        parts = (EventRef("a", 0), EventRef("b", 0))
        spans = (Passage("a", at(one.text, "died")), Passage("b", at(two.text, "died")))
        death = Event("e", "DEATH", "die", "death", None, (), (), (), "actual", parts, spans, "s1", core=(0, 1))
        reports = replace(reports, events=(death,))
    assert {c.verdict for c in make_claims(World(reports)) if c.kind == "date"} == verdicts


def test_the_order_of_reports_changes_nothing(one_story: OneStory) -> None:
    reports = [raid("a", "seven people", 7, 7), raid("b", "at least five people", 5, None), raid("c", "7 people", 7, 7)]
    forward, backward = make_claims(World(one_story(*reports))), make_claims(World(one_story(*reversed(reports))))
    assert [(c.slot, c.verdict, c.origins) for c in forward] == [(c.slot, c.verdict, c.origins) for c in backward]


def test_no_reports_make_no_claims() -> None:
    assert make_claims(World(Collection(()))) == ()


def test_a_weekday_is_shown_with_the_day_it_fell_on(one_story: OneStory) -> None:
    sunday = When("2031-05-04", "day", "weekday 'Sunday' before publication")
    text = "The council of Lun opened the new harbour on Sunday with a parade."
    reports = [Report(name, text).date("on Sunday", sunday, "opened") for name in "ab"]
    assert only(make_claims(World(one_story(*reports))), "date").values[0].value == "on Sunday (2031-05-04)"


def test_the_day_that_most_reports_come_to_is_the_one_shown(one_story: OneStory) -> None:
    text = "The ferry Lunmark sank off the pier of Arden on Friday."
    days = ("2031-05-02", "2031-05-09", "2031-05-09")
    told = [Report(f"r{i}", text).date("Friday", When(d, "day", "counted"), "sank") for i, d in enumerate(days)]
    assert [v.value for v in only(make_claims(World(one_story(*told))), "date").values] == ["Friday (2031-05-09)"]


def test_a_weekday_that_is_another_day_in_each_report_is_shown_without_a_date(one_story: OneStory) -> None:
    text = "The ferry Lunmark sank off the pier of Arden on Friday."
    days = ("2031-05-02", "2031-05-09")
    told = [Report(f"r{i}", text).date("Friday", When(d, "day", "counted"), "sank") for i, d in enumerate(days)]
    assert [v.value for v in only(make_claims(World(one_story(*told))), "date").values] == ["Friday"]


def test_sundays_of_two_stories_are_two_days_until_a_date_says_otherwise(one_story: OneStory) -> None:
    text = "President Lind and Prime Minister Grau spoke by phone on Sunday about the harbour."
    first = Report("a", text).date("Sunday", When("2031-05-17", "day", "weekday"), "spoke")
    second = Report("b", text).date("Sunday", None, "spoke", timex="XXXX-WXX-7")
    together = one_story(first, second)
    apart = replace(
        together,
        stories=(
            Story("s1", "", ("a",), (Related("s2", "looks back"),)),
            Story("s2", "", ("b",), (Related("s1", "looks back"),)),
        ),
    )
    assert all(len({a.passage.article for v in c.values for a in v.accounts}) == 1 for c in make_claims(World(apart)))


@pytest.mark.parametrize(("day", "together"), [("2031-05-20", True), ("2032-02-20", False)], ids=["weeks", "months"])
def test_a_price_that_stands_again_in_a_related_story_of_another_season_is_another_thing_s(
    one_story: OneStory, day: str, together: bool
) -> None:
    def priced(name: str, published: str) -> Report:
        told = Report(name, "The new lamp of the Ferro works at Lun costs $129 in Norland.", published=published)
        return told.count("$129", 129, 129, "USD", "costs", head="money")

    stories = (
        Story("s1", "", ("a",), (Related("s2", "looks back"),)),
        Story("s2", "", ("b",), (Related("s1", "looks back"),)),
    )
    apart = replace(one_story(priced("a", "2031-05-14"), priced("b", day)), stories=stories)
    assert (len(make_claims(World(apart))) == 1) is together


def test_a_report_that_rewrites_one_of_another_story_stands_beside_it(one_story: OneStory) -> None:
    one, two = raid("a", "seven people", 7, 7), raid("b", "seven people", 7, 7)
    link = Link("b", "a", "rewrites", 0.5, "half of its words")
    stories = (Story("s1", "", ("a",)), Story("s2", "", ("b",)))
    apart = replace(one_story(one, two), stories=stories)
    assert [c.verdict for c in make_claims(World(apart))] == ["single", "single"]
    claim = only(make_claims(World(replace(apart, links=(link,)))))
    assert (claim.verdict, claim.origins) == ("agree", 0)


def calling(name: str, caller: str, called: str) -> Report:
    text = f"{caller} called {called} on Sunday about the harbour of Lun."
    one = Report(name, text).entity(caller, 0).entity(called, 1)
    return one.contact("called", "phone", [(caller, 0)], [(called, 1)])


def joined_event(collection: Collection) -> Collection:
    parts = tuple(EventRef(a.article.id, 0) for a in collection.articles)
    spans = tuple(Passage(a.article.id, a.events[0].trigger) for a in collection.articles)
    call = Event("e", "CONSULT", "phone", "call", None, (), (), (), "actual", parts, spans, "s1", core=(0, 1))
    return replace(collection, events=(call,))


def test_who_started_a_call_is_a_row_of_its_own(one_story: OneStory) -> None:
    reports = [calling(n, "Ivo Lind", "Max Grau") for n in "ab"]
    claim = only(make_claims(World(joined_event(one_story(*reports)))), "initiator")
    assert (claim.verdict, [v.value for v in claim.values]) == ("agree", ["Ivo Lind"])


def test_who_started_a_call_counts_though_the_sentence_does_not_say_whom_it_went_to(one_story: OneStory) -> None:
    bare = Report("b", "The call, initiated by Ivo Lind, lasted an hour.").entity("Ivo Lind", 0)
    together = joined_event(
        one_story(calling("a", "Ivo Lind", "Max Grau"), bare.contact("call", "phone", [("Ivo Lind", 0)], []))
    )
    known = replace(together.events[0], actor=("Ivo Lind",), recipient=("Max Grau",))
    claim = only(make_claims(World(replace(together, events=(known,)))), "initiator")
    assert (claim.verdict, claim.outlets) == ("agree", 2)


def test_reports_that_have_each_call_the_other_conflict(one_story: OneStory) -> None:
    reports = [calling("a", "Ivo Lind", "Max Grau"), calling("b", "Max Grau", "Ivo Lind")]
    claim = only(make_claims(World(joined_event(one_story(*reports)))), "initiator")
    assert (claim.verdict, {v.value for v in claim.values}) == ("conflict", {"Ivo Lind", "Max Grau"})


def test_whoever_a_deed_was_done_by_is_shown_even_where_one_report_alone_says_so(one_story: OneStory) -> None:
    text = "The plan for the harbour was blocked by Ada Roe."
    one = Report("a", text).entity("Ada Roe", 0)
    span, anchor = at(text, "Ada Roe"), at(text, "blocked")
    one.facts.append(Fact("party", span, "roe", "block", anchor, "agent", entity=0, topic=at(text, "plan")))
    claim = only(make_claims(World(one_story(one, Report("b", "The harbour of Lun stays as it is.")))), "actor")
    assert (claim.slot, claim.verdict, claim.values[0].value) == (
        "who: plan for the harbour was blocked by …",
        "single",
        "Ada Roe",
    )
    assert claim.silent == ("b",)


@pytest.mark.parametrize(
    ("opening", "doers", "verdicts"),
    [
        (True, ("a mob", "activists"), {"compatible"}),
        (False, ("a mob", "activists"), {"single"}),
        (True, ("Norland miners", "Lun activists"), {"compatible"}),
        (True, ("Ada Roe", "Kofi Osei"), {"single"}),
    ],
)
def test_whom_reports_open_with_as_doing_one_deed_is_one_row_however_they_call_them(
    one_story: OneStory, opening: bool, doers: tuple[str, str], verdicts: set[str]
) -> None:
    before = "" if opening else "It was cold. It was dark. It snowed. "
    reports = []
    for name, who in zip("ab", doers, strict=True):
        report = Report(name, f"{before}Yesterday {who} stormed the old town hall of Lun by night.")
        report.entity(who, 0, "group")
        near = ("yesterday", "storm", "hall", *(f"{name}{i}" for i in range(5)))
        span, anchor = at(report.text, who), at(report.text, "stormed")
        report.facts.append(Fact("party", span, who.split()[-1], "storm", anchor, "nsubj", near, entity=0))
        report.events.append(EventMention(anchor, "ASSAULT", "storm", "actual"))
        reports.append(report)
    together = one_story(*reports)
    parts = tuple(EventRef(a.article.id, 0) for a in together.articles)
    spans = tuple(Passage(a.article.id, a.events[0].trigger) for a in together.articles)
    storm = Event("e", "ASSAULT", "storm", "storm", None, (), (), (), "actual", parts, spans, "s1", core=(0, 1))
    claims = make_claims(World(replace(together, events=(storm,))))
    assert {c.verdict for c in claims if c.kind == "actor"} == (verdicts if opening else set())


@pytest.mark.parametrize(
    ("stormed", "verdicts"),
    [(("police station", "police headquarters"), {"compatible"}), (("warehouse", "police headquarters"), set[str]())],
)
def test_what_one_deed_is_done_to_is_one_row_sooner_where_the_descriptions_share_a_word(
    one_story: OneStory, stormed: tuple[str, str], verdicts: set[str]
) -> None:
    reports = []
    for name, what in zip("ab", stormed, strict=True):
        report = Report(name, f"Yesterday men stormed the {what} of Lun by night.").entity(f"the {what}", 0, "facility")
        near = ("storm", "night", *(f"{name}{i}" for i in range(8)))
        span, anchor = at(report.text, f"the {what}"), at(report.text, "stormed")
        report.facts.append(Fact("party", span, what.split()[-1], "storm", anchor, "dobj", near, entity=0))
        report.events.append(EventMention(anchor, "ASSAULT", "storm", "actual"))
        reports.append(report)
    together = one_story(*reports)
    parts = tuple(EventRef(a.article.id, 0) for a in together.articles)
    spans = tuple(Passage(a.article.id, a.events[0].trigger) for a in together.articles)
    storm = Event("e", "ASSAULT", "storm", "storm", None, (), (), (), "actual", parts, spans, "s1", core=(0, 1))
    claims = make_claims(World(replace(together, events=(storm,))))
    assert {c.verdict for c in claims if c.kind == "recipient"} == verdicts


@pytest.mark.parametrize(("shared", "verdicts"), [(6, {"agree"}), (2, set[str]())])
def test_who_has_a_name_does_more_than_one_thing_of_a_kind(
    one_story: OneStory, shared: int, verdicts: set[str]
) -> None:
    reports = []
    for name in "ab":
        report = Report(name, "It was cold. It rained. It was dark. Ada Roe refused an offer.").entity("Ada Roe", 0)
        near = tuple(f"both{i}" for i in range(shared)) + tuple(f"{name}{i}" for i in range(8 - shared))
        anchor = at(report.text, "refused")
        report.facts.append(Fact("party", at(report.text, "Ada Roe"), "roe", "refuse", anchor, "nsubj", near, entity=0))
        report.events.append(EventMention(anchor, "REJECT", "refuse", "actual"))
        reports.append(report)
    together = one_story(*reports)
    parts = tuple(EventRef(a.article.id, 0) for a in together.articles)
    spans = tuple(Passage(a.article.id, a.events[0].trigger) for a in together.articles)
    refusal = Event("e", "REJECT", "refuse", "refusal", None, (), (), (), "actual", parts, spans, "s1", core=(0, 1))
    claims = make_claims(World(replace(together, events=(refusal,))))
    assert {c.verdict for c in claims if c.kind == "actor"} == verdicts


@pytest.mark.parametrize(
    ("of", "verdicts"), [("opened", {"compatible"}), ("painted", {"single"})], ids=["one deed", "two deeds"]
)
def test_a_day_and_its_year_are_of_one_deed_only_if_one_is_told(
    one_story: OneStory, of: str, verdicts: set[str]
) -> None:
    day, year = When("2031-05-01", "day", "printed in the text"), When("2031", "year", "printed in the text")
    one = Report("a", "The council of Lun opened the harbour on 1 May 2031.").date("1 May 2031", day, "opened")
    two = Report("b", f"It was in 2031 that sailors {of} the harbour walls in red.").date("2031", year, of)
    assert {c.verdict for c in make_claims(World(one_story(one, two))) if c.kind == "date"} == verdicts


@pytest.mark.parametrize(("who", "shown"), [("rowers", True), ("their team", False)])
def test_whose_team_did_it_is_not_told_by_a_bare_their(one_story: OneStory, who: str, shown: bool) -> None:
    reports = []
    for name in "ab":
        report = Report(name, f"Fans saw {who} win the Lun regatta by a length.")
        near = ("win", "regatta", "lun", "length", "fan")
        span, anchor = at(report.text, who), at(report.text, "win")
        report.facts.append(Fact("party", span, who.split()[-1], "win", anchor, "nsubj", near))
        reports.append(report)
    assert any(c.kind == "actor" for c in make_claims(World(one_story(*reports)))) is shown


@pytest.mark.parametrize(
    ("places", "together"),
    [(("Lun", "Arden", "Port Ost"), True), (("Lun", "Arden"), False)],
    ids=["three places", "two places"],
)
def test_a_list_of_several_places_is_hardly_given_twice_by_chance(
    one_story: OneStory, places: tuple[str, ...], together: bool
) -> None:
    reports = []
    for name, start, order in (("a", "The film will air in", places), ("b", "They bought time in", places[::-1])):
        listed = f"{', '.join(order[:-1])} and {order[-1]}"
        report = Report(name, f"{start} {listed}.")
        for number, place in enumerate(order):
            report.entity(place, number, "place")
        anchor = at(report.text, start.split()[-2])
        near = tuple(start.split())
        report.facts.append(
            Fact("place", at(report.text, listed), "ost", start.split()[-2], anchor, "prep in", near, entity=0)
        )
        reports.append(report)
    verdicts = {c.verdict for c in make_claims(World(one_story(*reports))) if c.kind == "place" and c.outlets > 1}
    assert verdicts == ({"agree"} if together else set())


@pytest.mark.parametrize(("core", "verdicts"), [((0,), {"agree"}), ((), {"single"})], ids=["surely told", "strays"])
def test_two_mentions_that_an_event_may_hold_by_mistake_are_no_one_deed(
    one_story: OneStory, core: tuple[int, ...], verdicts: set[str]
) -> None:
    one, two = calling("a", "Ivo Lind", "Max Grau"), calling("b", "Ivo Lind", "Max Grau")
    together = joined_event(one_story(one, two))
    event = replace(together.events[0], core=core)
    claims = make_claims(World(replace(together, events=(event,))))
    assert {c.verdict for c in claims if c.kind == "initiator"} == verdicts


def test_that_two_reports_tell_of_a_meeting_makes_it_no_one_meeting(one_story: OneStory) -> None:
    day = When("2031-05-01", "day", "weekday 'Thursday' before publication")
    one = Report(
        "a",
        "The town council held a meeting on Thursday about harbour dues, ferry fares, parking fees and winter taxes.",
    ).date("Thursday", day, "meeting")
    two = Report(
        "b", "Nurses from Arden came out of a meeting on Thursday with tears, angry words, broken pens and empty hands."
    ).date("Thursday", day, "meeting")
    assert {c.verdict for c in make_claims(World(one_story(one, two))) if c.kind == "date"} == {"single"}


def test_days_of_two_deeds_in_one_event_are_no_conflict(one_story: OneStory) -> None:
    days = [When(f"2031-05-0{n}", "day", "weekday before publication") for n in (8, 9)]
    told = "a first report on the ferry Undine and the port of Lun within 30 days"
    one = Report("a", f"Minister Ada Roe, who flew to Lun on Thursday, promised {told}.").entity("Ada Roe", 0)
    two = Report("b", f"Minister Ada Roe repeated on Friday that she promised {told}.").entity("Ada Roe", 0)
    for report, words, day, verb in ((one, "Thursday", days[0], "flew"), (two, "Friday", days[1], "repeated")):
        report.date(words, day, verb)
        report.facts[-1] = replace(report.facts[-1], subject=0)
        report.events.append(EventMention(at(report.text, verb), "CONSULT", "visit", "actual"))
    parts = (EventRef("a", 0), EventRef("b", 0))
    spans = (Passage("a", at(one.text, "flew")), Passage("b", at(two.text, "repeated")))
    visit = Event("e", "CONSULT", "visit", "visit", None, (), (), (), "actual", parts, spans, "s1", core=(0, 1))
    assert "conflict" not in {c.verdict for c in make_claims(World(replace(one_story(one, two), events=(visit,))))}


def test_a_report_that_gives_two_dates_in_one_breath_tells_of_two_deeds(one_story: OneStory) -> None:
    text = "The strike on Sunday was called an answer to the strike of last week in Odern."
    sunday, week = When("2031-05-04", "day", "x"), When("2031-04-28/2031-05-04", "interval", "x")
    one = Report("a", text).date("Sunday", sunday, "strike").date("last week", week, "strike")
    two = Report("b", text.replace("last week", "this week")).date("Sunday", sunday, "strike")
    rows = [(c.verdict, [v.value for v in c.values]) for c in make_claims(World(one_story(one, two)))]
    assert ("agree", ["Sunday (2031-05-04)"]) in rows


def test_what_is_done_on_days_that_lie_apart_is_not_one_deed(one_story: OneStory) -> None:
    def announced(name: str, day: str) -> Report:
        found = Report(name, "Ada Roe announced a plan for the harbour of Lun.").entity("Ada Roe", 0)
        who, said = at(found.text, "Ada Roe"), at(found.text, "announced")
        found.facts.append(Fact("party", who, "roe", "announce", said, "nsubj", ("plan", "harbour"), entity=0))
        when = When(day, "day", "x")
        found.events.append(EventMention(said, "AGREE", "", "actual", (Role("Ada Roe", who, 0, "person"),), (), when))
        return found

    def joined(*days: str) -> int:
        rows = make_claims(World(one_story(*(announced(name, day) for name, day in zip("ab", days, strict=True)))))
        return sum(c.kind == "actor" and c.verdict == "agree" for c in rows)

    assert (joined("2031-05-04", "2031-05-05"), joined("2031-05-04", "2031-05-12")) == (1, 0)


@pytest.mark.parametrize(("whom", "shown"), [("them", 0), ("the guards", 1)])
def test_a_bare_them_tells_nobody_whom_it_was_done_to(one_story: OneStory, whom: str, shown: int) -> None:
    def thanked(name: str) -> Report:
        found = Report(name, f"Ada Roe thanked {whom} at the harbour of Lun.")
        role = Role(whom, at(found.text, whom), None, "person")
        found.events.append(EventMention(at(found.text, "thanked"), "SUPPORT", "thank", "actual", (), (role,)))
        return found

    rows = make_claims(World(joined_event(one_story(thanked("a"), thanked("b")))))
    assert sum(c.kind == "recipient" for c in rows) == shown


def test_numbers_that_differ_and_may_well_be_of_two_things_stand_apart(one_story: OneStory) -> None:
    one = Report("a", "Four towns of Norland have shut their mills since the flood.")
    two = Report("b", "Ninety towns of Norland have shut their schools for want of pupils, the ministry in Lun found.")
    one.count("Four towns", 4, 4, None, "shut", head="town")
    two.count("Ninety towns", 90, 90, None, "shut", head="town")
    assert [c.verdict for c in make_claims(World(one_story(one, two)))] == ["single", "single"]


def test_somebody_called_by_their_country_is_not_shown_as_the_country(one_story: OneStory) -> None:
    text = "The Kenyan opened the dam of Lun."
    reports = [Report(name, text).entity("Kenyan", 0, "place", "Kenya") for name in "ab"]
    for report in reports:
        report.facts.append(
            Fact("party", at(text, "Kenyan"), "kenyan", "open", at(text, "opened"), "nsubj", ("dam", "lun"), entity=0)
        )
    assert [v.value for v in only(make_claims(World(one_story(*reports))), "actor").values] == ["Kenyan"]


def test_a_home_that_two_reports_name_in_two_deeds_is_nobodys_in_particular(one_story: OneStory) -> None:
    near = ("docker", "lun", "harbour", "feast")
    reports = []
    for name, deed in (("a", "sang"), ("b", "ate")):
        report = Report(name, f"The dockers of Lun {deed} at home for the harbour feast.")
        report.facts.append(
            Fact("place", at(report.text, "home"), "home", deed, at(report.text, deed), "prep at", near)
        )
        reports.append(report)
    assert make_claims(World(one_story(*reports))) == ()


@pytest.mark.parametrize(("first", "rows"), [("plans", 0), ("the old plans for it", 1)])
def test_two_things_of_one_word_each_are_not_one(one_story: OneStory, first: str, rows: int) -> None:
    near = ("docker", "lun", "harbour", "feast", "mayor")
    parts, reports = [], []
    for name, thing in (("a", first), ("b", "news")):
        report = Report(name, f"The mayor of Lun announced {thing} of a harbour feast for dockers.")
        deed = at(report.text, "announced")
        report.facts.append(Fact("thing", at(report.text, thing), thing, "announc", deed, "dobj", near))
        report.events.append(EventMention(deed, "OTHER", "", "actual"))
        parts.append((EventRef(name, 0), Passage(name, deed)))
        reports.append(report)
    refs, passages = zip(*parts, strict=True)
    event = Event("e", "OTHER", "", "", None, (), (), (), "actual", refs, passages, core=(0, 1))
    assert len(make_claims(World(replace(one_story(*reports), events=(event,))))) == rows


def test_one_who_speaks_counts_nobody(one_story: OneStory) -> None:
    one = Report("a", "One docker said that the mill had burned.").count("One docker", 1, 1, "people", "said")
    one.said("that the mill had burned", None)
    one.statements[0] = replace(one.statements[0], source=(at(one.text, "One docker"),))
    assert not [c for c in make_claims(World(one_story(one))) if c.kind == "count"]
