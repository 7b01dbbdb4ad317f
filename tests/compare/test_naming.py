"""What a row is called: the report's own words about a value, with a gap where it stands."""

from collections.abc import Mapping

import pytest

from onrecord.compare.entry import Entry
from onrecord.compare.naming import slot_name
from onrecord.model import Annotated, Article, ClaimKind, Mention, Modality, Span


def name(
    kind: ClaimKind, text: str, value: str, anchor: str, topic: str | None = None, modality: Modality = "actual"
) -> str:
    articles: Mapping[str, Annotated] = {"a": Annotated(Article("a", "a", text), sentences=(Span(0, len(text)),))}
    topical = at(text, topic) if topic else None
    entry = Entry("a", kind, at(text, value), "head", "said", at(text, anchor), "", topic=topical, modality=modality)
    return slot_name([entry], articles)


def test_a_row_of_what_may_be_keeps_its_if() -> None:
    text = "She takes the crown if Ada Roe wins the race in Lun."
    assert name("actor", text, "Ada Roe", "wins", "the race", "hypothetical") == "who: if … wins the race"


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("kind", "text", "value", "anchor", "topic", "expected"),
    [
        ("actor", "On Monday Ada Roe called the mayor.", "Ada Roe", "called", "the mayor", "who: … called the mayor"),
        (
            "place",
            "The fair was moved to the market hall of Lun.",
            "the market hall",
            "moved",
            None,
            "where: fair was moved to …",
        ),
        (
            "recipient",
            "Ada Roe, it is said, thanked the harbour guard.",
            "harbour guard",
            "thanked",
            "Ada Roe",
            "whom or what: Ada Roe, it is said, thanked the …",
        ),
        ("date", "On Monday the ferry was sold.", "Monday", "sold", "the ferry", "when: On … the ferry was sold"),
        ("date", "Sunday's vote in Lun was close.", "Sunday", "close", "'s vote", "when: …'s vote in Lun was close"),
        (
            "actor",
            "Norland’s seizure of the isle was lawful.",
            "Norland",
            "seizure",
            None,
            "who: …’s seizure of the isle",
        ),
    ],
)
def test_a_row_is_named_by_the_reports_words_with_a_gap_for_the_value(
    kind: ClaimKind, text: str, value: str, anchor: str, topic: str | None, expected: str
) -> None:
    assert name(kind, text, value, anchor, topic) == expected


def test_a_mark_whose_fellow_is_cut_off_is_not_in_a_name() -> None:
    text = 'The "old harbour and market Lun Post" reported on Tuesday that the dam broke.'
    assert '"' not in name("date", text, "Tuesday", "reported")


def test_people_aboard_are_asked_for_in_one_way() -> None:
    text = "The jet carried ten people when it came down."
    entry = Entry("a", "count", at(text, "ten people"), "people", "aboard", at(text, "carried"), "dobj")
    articles = {"a": Annotated(Article("a", "a", text), sentences=(Span(0, len(text)),))}
    assert slot_name([entry], articles) == "people: aboard"


def test_a_day_is_not_what_is_told_of_nor_does_a_name_end_in_a_preposition() -> None:
    text = "They spoke on Tuesday after an attack on the Long Bridge; arms had been found in a barn near Lun."
    assert name("recipient", text, "the Long Bridge", "attack", "Tuesday") == (
        "whom or what: They spoke on Tuesday after an attack on …"
    )
    assert name("thing", text, "arms", "found", "a barn near") == "what: … had been found in a barn"


def test_a_day_is_told_in_the_words_around_it_for_what_stands_beside_it_may_be_of_another() -> None:
    text = "Ada Roe, who had led the council of Lun, resigned on Monday over the sale of the two ferries that the"
    assert name("date", text, "Monday", "resigned", "Ada Roe") == (
        "when: had led the council of Lun, resigned on … over the sale of the two ferries"
    )


def test_a_clause_that_says_too_little_is_told_with_what_stands_around_it() -> None:
    text = "They left Odern by ship, it is said, on Monday, all of them."
    assert name("date", text, "Monday", "left") == "when: left Odern by ship, it is said, on …, all of them"


def test_a_name_that_would_say_too_little_is_the_words_around_the_value() -> None:
    text = "It will be held in Lun, the family of Ada Roe says."
    assert name("place", text, "Lun", "held") == "where: It will be held in …, the family of Ada Roe says"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ada Roe laid the first stone of the harbour wall of the isle on Monday.",
            "Ada Roe laid the first stone of the harbour wall of the isle on …",
        ),
        (
            "Ada Roe owned that the council had paid for the wall twice over, at a price that nobody in Lun had "
            "been told of, and was asked to resign on Monday.",
            "[Ada Roe] was asked to resign on …",
        ),
    ],
    ids=["near", "far"],
)
def test_a_day_is_told_with_whoever_did_the_deed(text: str, told: str) -> None:
    report = Annotated(
        Article("a", "a", text), (Span(0, len(text)),), (Mention(Span(0, len("Ada Roe")), "person", "Ada Roe", 0),)
    )
    deed = at(text, "resign") if "resign" in text else at(text, "laid")
    entry = Entry("a", "date", at(text, "Monday"), "", "deed", deed, "prep on", subject="Ada Roe", doer=0)
    assert slot_name([entry], {"a": report}) == f"when: {told}"
