"""Events across articles in the user's terms: what is one happening, and what only looks like it."""

from dataclasses import dataclass, field, replace

import pytest

from onrecord.model import (
    Annotated,
    Article,
    Entity,
    EntityRef,
    Event,
    EventMention,
    Number,
    Passage,
    Related,
    Role,
    Span,
    Story,
    When,
)
from onrecord.relate.event_pairs import other_place
from onrecord.relate.events import link_events
from onrecord.relate.rarity import rarity
from onrecord.relate.told import tell

NAMES = ("Mara Lind", "Theo Grau", "Ostrava Bay", "Old Harbour")


@dataclass
class Telling:
    """One event to be told: the sentence it stands in, the word that carries it, and what is known of it."""

    sentence: str
    trigger: str
    type: str = "CONSULT"
    mode: str = "phone"
    actor: str = "Mara Lind"
    recipient: str = "Theo Grau"
    when: str | None = None
    printed: str | None = None
    number: tuple[str, float] | None = None
    options: dict[str, bool] = field(default_factory=dict)


def role(name: str, sentence: str, start: int) -> tuple[Role, ...]:
    surname = name.split()[-1] if name else ""
    if not name or surname not in sentence:
        return ()
    at = start + sentence.index(surname)
    return (Role(name, Span(at, at + len(surname)), NAMES.index(name), "person"),)


def mention(telling: Telling, start: int) -> EventMention:
    def span(words: str) -> Span:
        at = start + telling.sentence.index(words)
        return Span(at, at + len(words))

    when = (
        When(telling.when, "day" if telling.when.count("-") == 2 else "month", "in the text") if telling.when else None
    )
    numbers: tuple[Number, ...] = ()
    if telling.number:
        counted, count = telling.number
        numbers = (Number(counted, count, count, "people", span(telling.trigger)),)
    return EventMention(
        span(telling.trigger),
        telling.type,
        telling.mode,
        "actual",
        actor=role(telling.actor, telling.sentence, start),
        recipient=role(telling.recipient, telling.sentence, start),
        when=when,
        when_span=span(telling.printed) if telling.printed else None,
        numbers=numbers,
        background=telling.options.get("background", False),
    )


def article(name: str, *tellings: Telling | str) -> Annotated:
    sentences, events, text = [], [], ""
    for telling in tellings:
        words = telling if isinstance(telling, str) else telling.sentence
        sentences.append(Span(len(text), len(text) + len(words)))
        if not isinstance(telling, str):
            events.append(mention(telling, len(text)))
        text += words + " "
    return Annotated(Article(id=name, ref=name, text=text), sentences=tuple(sentences), events=tuple(events))


def entities(articles: list[Annotated]) -> tuple[Entity, ...]:
    return tuple(
        Entity(f"entity-{n}", name, "person", parts=tuple(EntityRef(a.article.id, n) for a in articles))
        for n, name in enumerate(NAMES)
    )


def linked(*groups: list[Annotated], related: bool = False) -> tuple[Event, ...]:
    everything = [a for group in groups for a in group]
    stories = [Story(f"story-{n}", "", tuple(a.article.id for a in group)) for n, group in enumerate(groups)]
    if related:
        stories = [
            Story(s.id, "", s.articles, tuple(Related(o.id, "") for o in stories if o is not s)) for s in stories
        ]
    return link_events(everything, entities(everything), stories)


def told_by(events: tuple[Event, ...]) -> set[frozenset[str]]:
    return {frozenset(part.article for part in event.parts) for event in events}


CALL = Telling("President Lind called Prime Minister Grau to thank him for a warning about the harbour.", "called")
SAME = Telling("Lind telephoned Grau and thanked him for the warning that saved the harbour.", "telephoned")


def test_one_act_between_the_same_parties_in_one_story_is_one_event() -> None:
    [event] = linked([article("a", CALL), article("b", SAME)])
    assert event.mentions == (
        Passage("a", Span(CALL.sentence.index("called"), CALL.sentence.index("called") + 6)),
        Passage("b", Span(SAME.sentence.index("telephoned"), SAME.sentence.index("telephoned") + 10)),
    )
    assert (event.actor, event.recipient, event.story) == (("Mara Lind",), ("Theo Grau",), "story-0")
    assert event.what == "Mara Lind called Theo Grau"
    assert len(event.reasons) == 1
    assert "the same parties" in event.reasons[0]


def test_the_same_words_in_another_story_are_another_event() -> None:
    assert len(linked([article("a", CALL)], [article("b", CALL)], related=True)) == 2


def test_two_calls_of_one_with_others_are_two_events() -> None:
    other = Telling("Lind called Bay to thank him for a warning about the harbour.", "called", recipient="Ostrava Bay")
    assert len(linked([article("a", CALL), article("b", other)])) == 2


@pytest.mark.parametrize(
    ("verb", "type_", "mode"),
    [("jailed", "COERCE", "sentence"), ("killed", "ASSAULT", "kill"), ("mourned", "DEATH", "")],
)
def test_what_is_done_to_two_people_is_two_events(verb: str, type_: str, mode: str) -> None:
    one, other = (
        Telling(f"They {verb} {whom} at the harbour.", verb, type_, mode, actor="", recipient=whom)
        for whom in ("Mara Lind", "Theo Grau")
    )
    assert len(linked([article("a", one, other)])) == 2
    assert len(linked([article("a", one), article("b", one)])) == 1


def test_a_byname_in_quotation_marks_is_nobody_else() -> None:
    one = Telling("They mourned Mara Lind at the quay.", "mourned", "DEATH", "", actor="", recipient="Mara Lind")
    byname, name = (
        Telling(f"They mourned {words} at the quay.", "mourned", "DEATH", "", actor="", recipient="Old Harbour")
        for words in ("'Harbour'", "Harbour")
    )
    assert len(linked([article("a", one), article("b", byname)])) == 1
    assert len(linked([article("a", one), article("b", name)])) == 2


def test_sentences_of_people_without_names_carry_those_of_two_with_names_into_no_one_event() -> None:
    def jailed(whom: str) -> Telling:
        words = f"A court jailed {whom or 'them all'} over the harbour."
        return Telling(words, "jailed", "COERCE", "sentence", actor="", recipient=whom)

    reports = {f"r{n}": article(f"r{n}", jailed("Mara Lind"), *[jailed("")] * 6, jailed("Theo Grau")) for n in range(3)}

    def names(event: Event) -> set[str]:
        said = [reports[m.article].article.text[m.span.end : m.span.end + 10] for m in event.mentions]
        return {name for name in ("Lind", "Grau") if any(name in words for words in said)}

    held = [names(event) for event in linked(list(reports.values()))]
    assert {"Lind", "Grau"} not in held
    assert {"Lind"} in held
    assert {"Grau"} in held


@pytest.mark.parametrize(
    ("town", "apart"), [("Porto", True), ("Kazan", False), ("Russia", False), ("Nowhereby", False)]
)
def test_what_happens_in_two_towns_is_told_apart(town: str, apart: bool) -> None:
    [one], [other] = (
        tell(article(place, Telling("A ferry sank on Monday.", "sank", actor="", recipient="")), {}, rarity([]))
        for place in ("a", "b")
    )
    there, here = (
        replace(t, event=replace(t.event, where=(Role(name, Span(0, 1), None, "place"),)))
        for t, name in ((one, "Kazan"), (other, town))
    )
    assert other_place(there, here) is apart


def test_another_day_makes_another_event() -> None:
    thursday = Telling("On 14 May Lind called Grau about trade.", "called", when="2031-05-14", printed="14 May")
    sunday = Telling("On 17 May Lind called Grau about trade.", "called", when="2031-05-17", printed="17 May")
    filler = ["The weather was fine.", "Nobody minded."]
    events = linked([article("a", *filler, thursday), article("b", *filler, sunday)])
    assert sorted(event.when.value for event in events if event.when) == ["2031-05-14", "2031-05-17"]


@pytest.mark.parametrize(("finer", "coarser"), [("2031-05-17", "2031-05"), ("2031-05", "2031-05-17")])
def test_a_month_holds_its_days(finer: str, coarser: str) -> None:
    filler = ["The weather was fine.", "Nobody minded."]
    one = Telling("In May Lind called Grau to thank him for the warning.", "called", when=finer, printed="May")
    other = Telling("In May Lind called Grau to thank him for a warning.", "called", when=coarser, printed="May")
    [event] = linked([article("a", *filler, one), article("b", *filler, other)])
    assert event.when is not None


BACK = Telling(
    "In March 2031, Lind called Grau to thank him for an earlier warning.",
    "called",
    when="2031-03",
    printed="March 2031",
)
OWN = Telling("Lind called Grau on Sunday to thank him for a warning about the fair.", "called")


def test_a_look_back_joins_the_event_of_the_other_story_and_not_its_own() -> None:
    older = article("older", CALL)
    later = article("later", OWN, "Two people were held.", "Nothing else is known.", "Trade has grown.", BACK)
    events = linked([older], [later], related=True)
    assert told_by(events) == {frozenset({"older", "later"}), frozenset({"later"})}
    joined = next(event for event in events if len(event.parts) == 2)
    assert joined.when is not None
    assert joined.when.value == "2031-03"


def test_a_look_back_joins_nothing_in_stories_that_have_nothing_to_do_with_it() -> None:
    later = article("later", OWN, "Two people were held.", "Nothing else is known.", "Trade has grown.", BACK)
    assert all(len({part.article for part in event.parts}) == 1 for event in linked([article("older", CALL)], [later]))


def test_different_acts_of_one_sentence_stay_apart() -> None:
    arrest = Telling(
        "Police of Ostrava Bay arrested seven people.", "arrested", "COERCE", "arrest", "", "", number=("arrested", 7)
    )
    assert len(linked([article("a", CALL, arrest)])) == 2


def test_the_event_of_a_single_mention_is_kept() -> None:
    [event] = linked([article("a", CALL)])
    assert (len(event.parts), event.reasons) == (1, ())


def test_every_mention_is_in_exactly_one_event() -> None:
    held = [article("a", CALL, SAME, OWN), article("b", SAME, BACK)]
    parts = [(p.article, p.index) for event in linked(held) for p in event.parts]
    assert sorted(parts) == [("a", 0), ("a", 1), ("a", 2), ("b", 0), ("b", 1)]


def test_an_event_keeps_its_id_when_a_later_report_joins() -> None:
    [alone] = linked([article("a", CALL)])
    [joined] = linked([article("a", CALL), article("b", SAME)])
    assert alone.id == joined.id


def test_articles_without_events_have_none() -> None:
    assert linked([article("a", "It rained."), article("b", "It rained again.")]) == ()
    assert link_events([], (), ()) == ()


FILLER = ("The weather was fine.", "Nobody minded.")


@pytest.mark.parametrize(
    ("words", "trigger"),
    [
        pytest.param("Lind and Grau have held two calls in the past four days.", "calls", id="several"),
        pytest.param("That followed another call of Lind to Grau.", "call", id="another"),
        pytest.param("It rained. In a previous call Lind had warned Grau.", "call", id="previous"),
    ],
)
def test_words_for_more_than_one_or_for_another_do_not_stand_for_the_one(words: str, trigger: str) -> None:
    assert len(linked([article("a", *FILLER, CALL, Telling(words, trigger))])) == 2


def test_the_second_and_the_third_of_a_kind_stay_apart_in_two_reports() -> None:
    second = Telling("Lind and Grau ended their second call about the harbour.", "call")
    third = Telling("Lind and Grau ended their third call about the harbour.", "call")
    assert len(linked([article("a", second), article("b", third)])) == 2
    assert len(linked([article("a", second), article("b", second)])) == 1


def test_a_raid_is_not_the_raid_that_it_avenges() -> None:
    sentence = "Lind's raid on Grau was to avenge the raids on the harbour."
    one = Telling(sentence, "raid", "ASSAULT", "raid")
    other = Telling(sentence, "raids", "ASSAULT", "raid")
    held = article("a", *FILLER, one)
    both = Annotated(held.article, sentences=held.sentences, events=(*held.events, *_moved(other, held)))
    assert len(linked([both])) == 2


def _moved(telling: Telling, held: Annotated) -> tuple[EventMention, ...]:
    return (mention(telling, held.article.text.index(telling.sentence)),)


def test_months_apart_are_never_one_event() -> None:
    july = Telling("In July Lind met Grau at the fair.", "met", mode="meet", when="2031-07", printed="July")
    december = Telling("In December Lind met Grau at the fair.", "met", mode="meet", when="2031-12", printed="December")
    assert len(linked([article("a", *FILLER, july), article("b", *FILLER, december)])) == 2


def test_the_day_that_a_page_prints_in_its_text_parts_no_event_from_the_day_it_was() -> None:
    page = Telling("Lind called Grau about trade 17 May 2031.", "called", when="2031-05-17", printed="17 May 2031")
    deed = Telling("On 14 May Lind called Grau about trade.", "called", when="2031-05-14", printed="14 May")
    other = article("b", *FILLER, deed)
    held = article("a", *FILLER, page)
    [joined] = linked([_as_printed(held, "2031-05-17"), other])
    assert len(joined.parts) == 2
    assert len(linked([_as_printed(held, "2031-05-18"), other])) == 2


def _as_printed(held: Annotated, day: str) -> Annotated:
    """Return a report on a page that prints a day, its events dated as far as they are in the page's own words."""
    events = (replace(e, when=replace(e.when, basis="printed in the text")) for e in held.events if e.when)
    published = When(day, "day", "printed on the page")
    return replace(held, article=replace(held.article, published=published), events=tuple(events))


def test_one_kind_of_act_on_one_day_in_one_story_is_one_event() -> None:
    one = Telling(
        "The two leaders spoke on 17 May.", "spoke", actor="", recipient="", when="2031-05-17", printed="17 May"
    )
    other = Telling("Lind rang Grau on 17 May.", "rang", when="2031-05-17", printed="17 May")
    [event] = linked([article("a", *FILLER, one), article("b", *FILLER, other)])
    assert event.actor == ("Mara Lind",)


def test_a_text_that_many_carry_is_one_account_with_many_mentions() -> None:
    [event] = linked([article(f"{n:04}", CALL) for n in range(2000)])
    assert len(event.parts) == 2000
    assert [part.article for part in event.parts[:2]] == ["0000", "0001"]
