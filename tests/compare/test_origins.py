from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.compare.origins import Tally, account, tally
from onrecord.compare.world import World
from onrecord.model import Account, Collection, Link, LinkKind, Passage, Span, SpeakerKind

from .conftest import Report, at

OneStory = Callable[..., Collection]
TEXT = "The harbour office said nine boats sank. A fisher said so too."


def accounts(collection: Collection, words: str) -> list[Account]:
    world = World(collection)
    return [account(world, a, at(a.article.text, words))[0] for a in collection.articles]


def tally_of(collection: Collection) -> Tally:
    return tally(World(collection), accounts(collection, "nine boats"))


def test_one_agency_text_through_ten_outlets_is_one_origin(one_story: OneStory) -> None:
    reports = [Report(f"r{i}", "Nine boats sank.", outlet=f"Paper {i}", agency=("Vesta",)) for i in range(10)]
    collection = one_story(*reports)
    counted = tally(World(collection), accounts(collection, "Nine boats"))
    assert (counted.outlets, counted.origins, counted.unknown) == (10, 1, 0)


def test_copies_of_an_uncredited_text_are_one_unknown_voice(one_story: OneStory) -> None:
    links = [Link(f"r{i}", "r0", "copies", 1.0, "same words") for i in range(1, 4)]
    collection = one_story(*(Report(f"r{i}", "Nine boats sank.") for i in range(4)), links=links)
    counted = tally(World(collection), accounts(collection, "Nine boats"))
    assert (counted.outlets, counted.origins, counted.unknown, counted.voices) == (4, 0, 1, 1)


def test_copies_rest_on_the_hand_that_one_of_them_names(one_story: OneStory) -> None:
    links = [Link("r1", "r0", "copies", 0.9, "same words")]
    collection = one_story(
        Report("r0", TEXT).said("nine boats sank", "harbour office of Lun", kind="organisation"),
        Report("r1", TEXT, agency=("Vesta",)),
        links=links,
    )
    told = accounts(collection, "nine boats")
    assert told[1].origin == "Vesta"
    assert tally(World(collection), told).unknown == 0


def test_a_value_rests_on_the_innermost_named_speaker(one_story: OneStory) -> None:
    one = Report("r0", "Ada Roe said that the Coast Guard told her nine boats sank.")
    one.said("that the Coast Guard told her nine boats sank", "Ada Roe", kind="person")
    one.said("nine boats sank", "Coast Guard", via=("Ada Roe",))
    assert accounts(one_story(one), "nine boats")[0].origin == "Coast Guard"


def test_nobody_vouches_for_what_they_did_not_say(one_story: OneStory) -> None:
    one = Report("r0", "The mayor had not backed the loss of nine boats.")
    one.said("the loss of nine boats", "Ada Roe", kind="person", negated=True)
    assert accounts(one_story(one), "nine boats")[0].origin is None


def test_an_unnamed_source_rests_on_the_last_named_hand_before_it(one_story: OneStory) -> None:
    one = Report("r0", "The Lun Gazette said officials told it nine boats sank.")
    one.said("nine boats sank", "officials", kind="unnamed", via=("Lun Gazette",))
    assert accounts(one_story(one), "nine boats")[0].origin == "Lun Gazette"


def test_initials_and_full_name_are_one_hand(one_story: OneStory) -> None:
    one = Report("r0", "The National Harbour Service said nine boats sank.")
    one.entity("National Harbour Service", 0, "organisation").said(
        "nine boats sank", "National Harbour Service", entity=0
    )
    two = Report("r1", "The NHS said nine boats sank.")
    two.entity("NHS", 0, "organisation").said("nine boats sank", "NHS", entity=0)
    collection = one_story(one, two)
    assert tally(World(collection), accounts(collection, "nine boats")).origins == 1


def test_outlets_of_one_name_are_one_unknown_voice(one_story: OneStory) -> None:
    collection = one_story(*(Report(f"r{i}", "Nine boats sank.", outlet="Lun Gazette") for i in range(2)))
    counted = tally(World(collection), accounts(collection, "Nine boats"))
    assert (counted.outlets, counted.origins, counted.unknown) == (1, 0, 1)


def test_editions_of_one_owner_are_one_unknown_voice(one_story: OneStory) -> None:
    collection = one_story(
        *(Report(n, "Nine boats sank.", outlet=n) for n in ("The Guardian", "The Observer", "Lun Gazette"))
    )
    counted = tally(World(collection), accounts(collection, "Nine boats"))
    assert (counted.outlets, counted.origins, counted.unknown) == (3, 0, 2)


@pytest.mark.parametrize("kind", ["copies", "rewrites"])
def test_a_text_that_was_copied_or_rewritten_adds_no_origin(one_story: OneStory, kind: LinkKind) -> None:
    one = Report("r0", TEXT).said("nine boats sank", "harbour office of Lun")
    links = [Link("r1", "r0", kind, 0.6, "same words")]
    counted = tally_of(one_story(one, Report("r1", TEXT), links=links))
    assert (counted.outlets, counted.origins, counted.unknown) == (2, 1, 0)


def test_a_mere_citation_stays_a_voice_of_its_own(one_story: OneStory) -> None:
    links = [Link("r1", "r0", "cites", 0.0, "named in it")]
    counted = tally_of(one_story(Report("r0", TEXT), Report("r1", TEXT), links=links))
    assert (counted.origins, counted.unknown) == (0, 2)


def test_one_hand_in_two_outlets_is_one_origin_and_nobody_named_is_none(one_story: OneStory) -> None:
    reports = [Report(f"r{i}", TEXT) for i in range(3)]
    for one in reports[:2]:
        one.said("nine boats sank", "Lun Coastguard")
    counted = tally_of(one_story(*reports))
    assert (counted.outlets, counted.origins, counted.unknown) == (3, 1, 1)


def test_nothing_told_counts_nothing(one_story: OneStory) -> None:
    assert tally(World(one_story(Report("r0", "x y"))), []).origins == 0


def test_an_account_points_at_its_words(one_story: OneStory) -> None:
    collection = one_story(Report("r0", TEXT))
    assert accounts(collection, "nine boats")[0].passage == Passage("r0", Span(24, 34))


def origin_in(collection: Collection, words: str) -> str | None:
    world = World(collection)
    [annotated] = collection.articles
    return account(world, annotated, at(annotated.article.text, words))[1].label


@pytest.mark.parametrize(
    ("speaker", "body"),
    [
        ("spokesperson from the Harbour Board", "Harbour Board"),
        ("a spokesman for the Interior Ministry", "Interior Ministry"),
        ("Harbour Board spokeswoman", "Harbour Board"),
        ("an official of the Harbour Board", None),
    ],
)
def test_whoever_speaks_for_a_body_gives_its_word(one_story: OneStory, speaker: str, body: str | None) -> None:
    told = Report("r0", f"Nine boats sank, {speaker} said.").said("Nine boats sank", speaker, kind="unnamed")
    assert accounts(one_story(told), "Nine boats")[0].origin == body


def spoken(
    text: str, content: str, speaker: str | None, cue: str, *, source: str | None = None,
    kind: SpeakerKind = "organisation",
) -> Report:  # fmt: skip
    """Return a report with one statement whose cue and source stand where their words do."""
    told = Report("r0", text).said(content, speaker, kind=kind)
    told.statements[0] = replace(told.statements[0], cue=(at(text, cue),), source=(at(text, source),) if source else ())
    return told


def test_the_date_behind_what_somebody_said_is_theirs_too(one_story: OneStory) -> None:
    told = spoken("Ada Roe said the ferry sank on Monday.", "the ferry sank", "Ada Roe", "said", kind="person")
    assert origin_in(one_story(told), "Monday") == "Ada Roe"


def test_the_date_on_which_a_plan_was_told_is_nobody_s_word(one_story: OneStory) -> None:
    told = spoken("Ada Roe announced a new ferry on Monday.", "a new ferry", "Ada Roe", "announced", kind="person")
    assert origin_in(one_story(told), "Monday") is None


def test_a_quote_that_ends_a_sentence_takes_the_sentence_with_it(one_story: OneStory) -> None:
    text = "The minister rang for 20 minutes and spoke of a “hard night for Lun”, the Harbour Office said."
    told = spoken(text, "“hard night for Lun”", "Harbour Office", "said")
    assert origin_in(one_story(told), "20 minutes") == "Harbour Office"


def test_a_quote_that_a_comma_sets_apart_does_not(one_story: OneStory) -> None:
    text = "The minister resigned after 20 minutes, “a hard night for Lun”, the Harbour Office said."
    told = spoken(text, "“a hard night for Lun”", "Harbour Office", "said")
    assert origin_in(one_story(told), "20 minutes") is None


def test_somebody_of_whom_nothing_is_told_is_an_unnamed_source(one_story: OneStory) -> None:
    told = spoken(
        "Two were asked, with one claiming nine boats sank.", "nine boats sank", None, "claiming", source="one"
    )
    assert origin_in(one_story(told), "nine boats") == "one (unnamed)"


def test_a_brief_statement_is_by_the_body_that_spoke_before_it(one_story: OneStory) -> None:
    text = "The Harbour Office confirmed the loss. A brief statement said nine boats sank."
    told = spoken(text, "nine boats sank", "brief statement", "said", kind="document")
    told.statements += spoken(text, "the loss", "Harbour Office", "confirmed").statements
    assert origin_in(one_story(told), "nine boats") == "Harbour Office"


@pytest.mark.parametrize(
    ("text", "words", "hand"),
    [
        pytest.param("Nine boats were reportedly lost.", "Nine boats", "reports (unnamed)", id="before-the-word"),
        pytest.param("The storm reportedly sank nine boats.", "nine boats", "reports (unnamed)", id="behind-the-word"),
        pytest.param("Nine boats sank, after reportedly leaving late.", "Nine boats", None, id="another-clause"),
        pytest.param("Nine boats sank, according to media reports.", "Nine boats", "reports (unnamed)", id="the-end"),
    ],
)
def test_hearsay_covers_its_own_clause(one_story: OneStory, text: str, words: str, hand: str | None) -> None:
    assert origin_in(one_story(Report("r0", text)), words) == hand
