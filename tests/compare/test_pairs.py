from onrecord.compare.pairs import unfolded
from onrecord.model import Annotated, Article, EntityKind, EventMention, Role, Span

TEXT = "Ada Okafor met Bo Lind. Cy Dahl was told of it by Ada Okafor. The two leaders spoke on Tuesday."
ADA, BO, CY = ("Ada Okafor", 1), ("Bo Lind", 2), ("Cy Dahl", 3)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def event(trigger: str, *persons: tuple[str, int]) -> EventMention:
    roles = tuple(Role(name, span(name), number, "person") for name, number in persons)
    return EventMention(span(trigger), "CONSULT", "meet", "actual", roles[:1], roles[1:])


def names(words: str, *events: EventMention, kind: EntityKind = "group") -> list[str]:
    report = Annotated(Article("a", "a", TEXT), events=events)
    return [r.name for r in unfolded(report, [Role(words, span(words), 9, kind)])]


def test_two_leaders_are_the_two_persons_who_dealt_with_each_other() -> None:
    assert names("The two leaders", event("met", ADA, BO), event("told", CY)) == ["Ada Okafor", "Bo Lind"]


def test_of_several_pairs_the_one_told_of_most_is_meant() -> None:
    twice = event("met", ADA, BO), event("met", ADA, BO)
    assert names("The two leaders", *twice, event("told", ADA, CY)) == ["Ada Okafor", "Bo Lind"]


def test_two_leaders_stay_words_where_no_two_persons_dealt_with_each_other() -> None:
    assert names("The two leaders", event("told", CY)) == ["The two leaders"]


def test_what_is_told_later_does_not_count() -> None:
    assert names("The two leaders", event("spoke", ADA, BO)) == ["The two leaders"]


def test_other_roles_stay_as_they_are() -> None:
    assert names("Bo Lind", event("met", ADA, BO), kind="person") == ["Bo Lind"]
