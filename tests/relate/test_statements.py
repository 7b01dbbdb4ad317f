import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Annotated, Article, Entity, EntityRef, Mode, Span, SpeakerKind, Stance, Statement
from onrecord.relate.statements import link_statements


def said(name: str, *contents: str, speaker: str | None = "Ada Osk", stance: Stance = "asserts") -> Annotated:
    text = "\n".join(contents)
    statements = []
    for content in contents:
        start = text.index(content)
        span = Span(start, start + len(content))
        mode: Mode = "direct" if content.startswith('"') else "indirect"
        kind: SpeakerKind = "person" if speaker else "unknown"
        statements.append(Statement((), (), (span,), speaker, mode, stance, speaker_kind=kind, entity=0))
    return Annotated(Article(id=name, ref=name, text=text), statements=tuple(statements))


def entities(*names: str) -> list[Entity]:
    return [Entity("osk", "Ada Osk", "person", parts=tuple(EntityRef(name, 0) for name in names))]


FULL = '"The crane fell at noon and nobody in the harbour was hurt by it"'


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(FULL, id="verbatim"),
        pytest.param('"The crane fell at noon and nobody"', id="shortened"),
        pytest.param("that nobody in the harbour was hurt when the crane fell", id="paraphrased"),
    ],
)
def test_one_utterance_in_two_reports_is_one(other: str) -> None:
    [utterance] = link_statements([said("a", FULL), said("b", other)], entities("a", "b"))
    assert [(p.article, p.index) for p in utterance.parts] == [("a", 0), ("b", 0)]
    assert utterance.reason


def test_what_sixty_reports_carry_is_one_utterance() -> None:
    names = [f"report {number:02}" for number in range(60)]
    shortened = [FULL, '"The crane fell at noon and nobody"', '"nobody in the harbour was hurt by it"']
    [utterance] = link_statements([said(n, shortened[k % 3]) for k, n in enumerate(names)], entities(*names))
    assert {part.article for part in utterance.parts} == set(names)


def test_a_split_quotation_is_still_one() -> None:
    halves = said("b", '"The crane fell at noon and nobody"', '"nobody in the harbour was hurt by it"')
    [utterance] = link_statements([said("a", FULL), halves], entities("a", "b"))
    assert len(utterance.parts) == 3


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(said("b", "that the harbour would open again in May for the crane"), id="same-subject"),
        pytest.param(said("b", "nobody in the harbour was hurt by the crane", stance="denies"), id="denied"),
        pytest.param(said("a", FULL), id="the-same-report"),
        pytest.param(said("b", "the Lorne Council for Trade and Harbours of Velmar for its silence"), id="only-a-name"),
    ],
)
def test_other_statements_stay_apart(other: Annotated) -> None:
    report = said(
        "a",
        "that nobody in the harbour was hurt when the crane fell",
        "that the Lorne Council for Trade and Harbours of Velmar met",
    )
    assert link_statements([report, other], entities("a", "b")) == ()


def test_two_numbers_of_one_thing_are_two_utterances() -> None:
    one = said("a", "that the old ferries were six times more likely to sink than the new ones")
    other = said("b", "the old ferries were seven times more likely to sink than the new")
    assert link_statements([one, other], entities("a", "b")) == ()


def test_a_few_words_for_one_thing_make_no_utterance() -> None:
    one = said("a", "black and minority ethnic communities in the valley had seen the plan as a threat to their trade")
    other = said("b", '"I met black and minority ethnic communities when I opened the new library last week"')
    assert link_statements([one, other], entities("a", "b")) == ()


def test_another_speaker_with_the_same_few_words_stays_apart() -> None:
    one = said("a", '"the crane fell at noon on Monday"')
    other = said("b", '"the crane fell at noon on Monday"', speaker="Karl Venn")
    assert link_statements([one, other], entities("a")) == ()


def test_long_words_between_marks_are_one_whoever_is_named() -> None:
    one, other = said("a", FULL), said("b", FULL, speaker=None)
    [utterance] = link_statements([one, other], entities("a"))
    assert "the same" in utterance.reason


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(4)))
def test_the_order_of_the_reports_changes_nothing(order: list[int]) -> None:
    reports = [said("a", FULL), said("b", FULL), said("c", "the ferry sank off Lorne at dawn"), said("d", FULL[:40])]
    known = entities("a", "b", "c", "d")
    assert link_statements([reports[i] for i in order], known) == link_statements(reports, known)
