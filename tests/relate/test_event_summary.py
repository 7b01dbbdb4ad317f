"""What a group of mentions is said to tell, and what it holds besides."""

from onrecord.annotate.pipeline import annotate
from onrecord.model import Article, When
from onrecord.relate.collection import relate
from onrecord.relate.entities import canonical, link_entities
from onrecord.relate.event_summary import event_of
from onrecord.relate.profile import profile, terms
from onrecord.relate.rarity import rarity
from onrecord.relate.told import tell


def test_a_deed_of_another_day_among_the_mentions_stands_besides() -> None:
    text = "Ada Roe met Bo Lind in Selm on 1 May 2031. Ada Roe met Bo Lind in Tarvo on 3 March 2031."
    [read] = annotate([Article("a", "a", text, published=When("2031-05-17", "day", "given"))])
    known = canonical(link_entities([read]))
    group = [one for one in tell(read, known, rarity([terms(profile(read))])) if one.event.mode == "meet"]
    event = event_of(group, {"a": read}, known, {})
    [other] = event.besides
    assert {(e.what, e.when.value if e.when else "") for e in (event, other)} == {
        ("Ada Roe met Bo Lind in Selm on 1 May 2031", "2031-05-01"),
        ("Ada Roe met Bo Lind in Tarvo on 3 March 2031", "2031-03-03"),
    }
    assert event_of(group[:1], {"a": read}, known, {}).besides == ()


def test_what_others_did_to_others_stands_besides() -> None:
    text = (
        "Governor Ada Roe of the long northern coast on Friday appointed Bo Lind to the old board of pilots and wardens"
        " of the coast. Cole Hart of Tarvo was appointed by Governor Mia Bell."
    )
    [read] = annotate([Article("a", "a", text, published=When("2031-05-17", "day", "given"))])
    known = canonical(link_entities([read]))
    group = [one for one in tell(read, known, rarity([terms(profile(read))])) if one.event.type == "APPOINT"]
    event = event_of(group, {"a": read}, known, {})
    told = {e.what for e in (event, *event.besides)}
    assert len(told) == 2


def dates(*texts: str) -> dict[str, str]:
    """Return the date of each event's line, of reports from one day."""
    day = When("2031-05-17", "day", "given")
    articles = [Article(f"r{n}", f"r{n}", text, published=day) for n, text in enumerate(texts)]
    return {event.what: event.when.value if event.when else "" for event in relate(tuple(annotate(articles))).events}


def test_a_line_keeps_its_own_date() -> None:
    told = dates(
        "Mayor Ada Roe condemned the launch of the Petrel rocket over Selm on Friday.",
        "The Petrel rocket was launched over Selm on Friday at 9 am. Mayor Ada Roe condemned the launch over Selm.",
    )
    assert [when for what, when in told.items() if "condemned" in what] == ["2031-05-16"]


def test_a_line_without_a_date_has_none_of_several_years_and_the_dated_ones_stand_apart() -> None:
    told = dates(
        "Norland launched a long-range rocket. Norland launched a long-range rocket from Selm on 3 April 2026.",
        "Norland launched a long-range rocket from Selm on Friday.",
    )
    assert [when for what, when in told.items() if "Selm" not in what and "rocket" in what] in ([], [""])


def test_a_year_that_a_line_gives_is_not_made_a_week_by_something_else() -> None:
    told = dates(
        "Nine other towns have introduced harbour dues in 2031.",
        "Mayor Ada Roe expected lower harbour dues to be introduced in Selm this week.",
    )
    assert [when for what, when in told.items() if what.startswith("Nine other towns")] == ["2031"]


def test_what_lasts_is_lent_no_day() -> None:
    told = dates(
        "Ada Roe of Selm also served as chief pilot of the harbour board.",
        "On Friday the harbour board chose Ada Roe of Selm, who served as chief pilot of the board on Thursday.",
    )
    assert [when for what, when in told.items() if what.startswith("Ada Roe of Selm also")] in ([], [""])


def test_a_day_is_lent_only_by_who_tells_the_same_of_the_same() -> None:
    told = dates(
        "Three weeks passed without a ship in the harbour of Selm.",
        "The deadline for the harbour of Selm passed on Friday without a ship.",
    )
    assert told["Three weeks passed without a ship in the harbour of Selm"] == ""
