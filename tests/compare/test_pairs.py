from onrecord.compare.pairs import unfolded
from onrecord.model import Annotated, Article, EntityKind, EventMention, Mention, Role, Span

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


def test_the_two_of_a_sentence_are_those_named_in_it() -> None:
    text = "Ada Okafor met Bo Lind. Cy Dahl sat with Ada Okafor as the two spoke."
    at = [text.index(words) for words in ("Cy Dahl", "Ada Okafor as", "the two")]
    spans = [Span(at[0], at[0] + 7), Span(at[1], at[1] + 10), Span(at[2], at[2] + 7)]
    mentions = Mention(spans[0], "person", "Cy Dahl", 3), Mention(spans[1], "person", "Ada Okafor", 1)
    sentences = Span(0, 23), Span(24, len(text))
    report = Annotated(Article("a", "a", text), sentences, mentions)
    assert [r.name for r in unfolded(report, [Role("two", spans[2])])] == ["Cy Dahl", "Ada Okafor"]


def test_the_leaders_of_many_lands_are_no_pair() -> None:
    text = "Ada Okafor met Bo Lind. The leaders of Lun and Kell spoke."
    met = EventMention(
        Span(11, 14),
        "CONSULT",
        "meet",
        "actual",
        (Role("Ada Okafor", Span(0, 10), 1, "person"),),
        (Role("Bo Lind", Span(15, 22), 2, "person"),),
    )
    leaders = Role("leaders", Span(24, 35), 9, "group")
    report = Annotated(Article("a", "a", text), events=(met,))
    assert unfolded(report, [leaders]) == [leaders]
