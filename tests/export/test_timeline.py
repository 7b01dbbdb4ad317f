from dataclasses import replace

from onrecord.export.timeline import background_before, is_background, timeline
from onrecord.model import Annotated, Article, Event, Modality, Passage, Span, Story, When


def event(
    name: str,
    *articles: str,
    type: str = "OTHER",
    when: str | None = None,
    modality: Modality = "actual",
    tells: bool = True,
) -> Event:
    date = When(when, "day", "printed") if when else None
    mentions = tuple(Passage(a, Span(0, 1)) for a in articles)
    core = tuple(range(len(mentions)))
    what = f"{name} was told in Selm" if tells and len(name.split()) < 4 else name
    return Event(name, type, "", what, date, (), (), (), modality, (), mentions, "s1", core=core, tells=tells)


def shown(*events: Event) -> list[str]:
    return [e.id for e in timeline(events, Story("s1", "", ()), {})]


def test_happenings_stand_in_order_of_time_with_undated_ones_last() -> None:
    first = event("first", "a", type="DEATH", when="2023-05-03")
    second = event("second", "a", type="COERCE", when="2023-05-04")
    before = event("before", "a", type="COERCE", when="../2023-05-02")
    undated = event("undated", "a", "b", type="DEATH")
    assert shown(undated, second, first, before) == ["before", "first", "second", "undated"]


def test_what_is_told_as_past_by_the_day_of_a_report_stands_before_what_is_of_that_day_or_to_come() -> None:
    told = replace(event("told", "a", "b", type="DEATH"), bound=When("../2023-05-03", "interval", "past tense"))
    that_day = event("that day", "a", type="COERCE", when="2023-05-03")
    planned = event("planned", "a", type="CONSULT", when="2023-05-05", modality="planned")
    earlier = event("earlier", "a", type="COERCE", when="2023-05-01")
    undated = event("undated", "a", "b", type="DEATH")
    assert shown(planned, undated, that_day, told, earlier) == ["earlier", "told", "that day", "planned", "undated"]


def test_what_one_report_mentions_in_passing_is_not_a_line() -> None:
    twice = event("told twice", "a", "b")
    late = replace(twice, mentions=tuple(replace(m, span=Span(900, 901)) for m in twice.mentions))
    assert shown(event("passing", "a"), event("named", "a", type="DEATH"), late) == []


def test_what_one_of_two_reports_leads_with_and_has_for_a_headline_is_a_line_of_whatever_kind() -> None:
    what = "The council has repainted the old harbour of Selm"
    texts = (f"{what}.", "Selm is proud. " * 30 + "The harbour was repainted.")
    titles = ("Council repaints harbour", "Proud of Selm")

    def shown_with(title: str) -> list[str]:
        found = [Article(i, i, text, title=t) for i, text, t in zip("ab", texts, (title, titles[1]), strict=True)]
        told = tuple(Passage(a.id, Span(at := a.text.index("repainted"), at + 9)) for a in found)
        happening = replace(event(what, "a", "b"), mentions=told)
        return [e.id for e in timeline([happening], Story("s1", "", ()), {a.id: Annotated(a) for a in found})]

    assert shown_with(titles[0]) == [what]
    assert shown_with("Harbour news") == []


def test_what_a_report_leads_with_as_news_is_a_line_of_whatever_kind() -> None:
    what = "The council repainted the old harbour of Selm on Friday"
    published = When("2023-05-06", "day", "given by the user")
    article = Article("a", "a", f"{what}.", published=published)

    def shown_on(day: str) -> list[str]:
        told = (Passage("a", Span(at := what.index("repainted"), at + 9)),)
        happening = replace(event(what, "a", when=day), mentions=told)
        return [e.id for e in timeline([happening], Story("s1", "", ()), {"a": Annotated(article)})]

    assert shown_on("2023-05-05") == [what]
    assert shown_on("2023-04-05") == shown_on("2023-05") == []


def test_that_somebody_spoke_is_no_line_however_many_tell_it() -> None:
    spoke, died = event("spoke", "a", "b", when="2023-05-03"), event("died", "a", "b", type="DEATH")
    assert shown(replace(spoke, what="Roe declared"), replace(died, what="Roe died")) == ["died"]


def test_what_is_only_supposed_is_not_a_line() -> None:
    assert shown(event("if", "a", "b", type="DEATH", when="2023-05-03", modality="hypothetical")) == []


def test_a_mere_name_is_a_line_only_where_two_reports_give_it_a_date() -> None:
    def named(what: str, *articles: str, when: str | None = "2023-05-03") -> Event:
        return event(what, *articles, type="ASSAULT", when=when, tells=False)

    assert shown(named("The 2023 raid on Selm", "a", "b")) == ["The 2023 raid on Selm"]
    assert shown(named("The 2023 raid on Selm", "a"), named("Raid", "a", "b"), named("A raid", "a", "b")) == []
    assert shown(named("The 2023 raid on Selm", "a", "b", when=None)) == []


def test_a_plan_without_a_date_is_not_a_line() -> None:
    assert shown(event("plan", "a", "b", type="AGREE", modality="planned")) == []


def test_the_same_clause_with_words_left_out_is_no_second_line() -> None:
    whole = event("Ms Roe rang Mr Lind on Monday to ask for his report", "a", type="CONSULT", when="2023-05-03")
    cut = event("Ms Roe rang Mr Lind … to ask for his report", "a", type="REQUEST", when="2023-05-03")
    assert shown(cut, whole) == [whole.id]


def test_what_a_report_leads_with_is_a_line_though_nothing_dates_it() -> None:
    lead = event("The council has agreed to sell the old harbour", "a", type="AGREE")
    untyped = event("The council has eaten at the old harbour", "a")
    assert shown(lead, untyped) == [lead.id]


def test_a_word_or_two_of_one_report_are_no_line() -> None:
    told = event("news", "a", type="AGREE", when="2023-05-03")
    assert shown(replace(told, what="The news came")) == []


def test_what_stands_in_a_headline_alone_is_no_line() -> None:
    what = "Council of Selm shuts the harbour"

    def shown_with(title: str) -> list[str]:
        report = Annotated(Article("a", "a", f"{what}. The gulls were glad.", title=title))
        return [e.id for e in timeline([event(what, "a", type="CLOSE")], Story("s1", "", ()), {"a": report})]

    assert shown_with("Gulls are glad") == [what]
    assert shown_with("Council of Selm Shuts the Harbour") == []


def test_other_stories_keep_their_own_lines() -> None:
    assert timeline([event("first", "a", type="DEATH", when="2023-05-03")], Story("s2", "", ()), {}) == []


def test_what_happened_long_before_the_first_report_is_background() -> None:
    before = background_before(
        [Article("a", "a", "", published=When("2023-05-04", "day", "")), Article("b", "b", "", published=None)]
    )
    assert is_background(event("old", "a", when="2022-05"), before)
    assert is_background(event("older", "a", when="2014"), before)
    assert is_background(event("decade", "a", when="199X"), before)
    assert not is_background(event("some May", "a", when="XXXX-05"), before)
    assert not is_background(event("this year", "a", when="2023"), before)
    assert not is_background(event("now", "a", when="2023-05-03"), before)
    assert not is_background(event("undated", "a"), before)


def test_without_a_dated_report_nothing_is_background() -> None:
    assert not is_background(event("old", "a", when="2014"), background_before([Article("a", "a", "")]))


def test_a_report_dated_to_no_day_sets_no_bound() -> None:
    assert background_before([Article("a", "a", "", published=When("2018-01/..", "interval", ""))]) == ""


def test_a_lone_report_s_opening_is_shown_though_nothing_dates_it() -> None:
    told = event("told", "a", type="COERCE")
    untyped = event("untyped", "a")
    assert [e.id for e in timeline([told, untyped], Story("s1", "", ("a",)), {})] == ["told"]
    assert timeline([told], Story("s1", "", ("a", "b")), {}) == []
