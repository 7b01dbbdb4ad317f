import random
from collections.abc import Iterable, Sequence

import pytest

from onrecord.model import Annotated, Article, Entity, EntityKind, Mention, Span, Story
from onrecord.relate.entities import canonical, link_entities

MATTER = "The harbour bridge at Norvik collapsed after the ferry Solveig struck its third pillar in fog."
OTHER = "Growers of quinces protested about subsidies outside parliament and drove forty tractors downtown."


def report(
    ref: str, *named: str, about: str = MATTER, kind: EntityKind = "person", role: str | None = None
) -> Annotated:
    """An article whose text ends with the names, each an entity of its own; "A = B" are two names of one."""
    text, mentions = about, []
    for number, names in enumerate(named):
        for name in names.split(" = "):
            start = len(text) + 1
            text += f" {name}"
            mentions.append(Mention(Span(start, len(text)), kind, names.split(" = ")[0], number, role=role))
    return Annotated(Article(id=ref, ref=ref, text=text), mentions=tuple(mentions))


def described(ref: str, description: str, about: str = MATTER) -> Annotated:
    text = f"{about} {description}"
    mention = Mention(Span(len(about) + 1, len(text)), "person", description, 0, form="nominal")
    return Annotated(Article(id=ref, ref=ref, text=text), mentions=(mention,))


def joined(articles: Iterable[Annotated]) -> list[set[str]]:
    return sorted(({p.article for p in e.parts} for e in link_entities(list(articles))), key=sorted)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Anna Lund", "Anna Lund", id="same"),
        pytest.param("Anna Lund", "Anna C. Lund", id="initial"),
        pytest.param("José Álvarez", "Jose Alvarez", id="accents"),
        pytest.param("Anna Lund", "Lund", id="surname"),
        pytest.param("Muammar Gaddafi", "Moammar Qadhafi", id="transliteration"),
        pytest.param("Anna Bergstrom", "Anna Begrstrom", id="slip"),
        pytest.param("Anna-Maria Holt", "Anna Maria Holt", id="hyphen"),
        pytest.param("William Bergstrom", "Bill Bergstrom", id="nickname"),
    ],
)
def test_names_of_one_person_in_reports_of_one_matter_join_with_a_reason(left: str, right: str) -> None:
    [entity] = link_entities([report("a", left), report("b", right)])
    assert {p.article for p in entity.parts} == {"a", "b"}
    assert entity.reasons


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("Anna Lund", "Peter Lund", id="one-surname"),
        pytest.param("George Holt Sr.", "George Holt Jr.", id="father-and-son"),
        pytest.param("Anna Hill", "Anna Hall", id="short-names-one-letter-apart"),
        pytest.param("Anna", "Anna Lund", id="first-name"),
    ],
)
def test_two_persons_stay_apart(left: str, right: str) -> None:
    assert joined([report("a", left), report("b", right)]) == [{"a"}, {"b"}]


def test_a_father_named_beside_his_son_is_not_the_son_elsewhere() -> None:
    family = report("a", "Holt", "Holt Jr.", role="Mayor")
    assert joined([family, report("b", "Anna Holt Jr. = Holt")]) == [{"a"}, {"a", "b"}]


def test_a_father_who_is_named_beside_his_son_is_met_by_his_fuller_name_elsewhere() -> None:
    family, elsewhere = report("a", "Ola Berg", "Ola Berg Jr."), report("b", "Per Ola Berg Sr.")
    assert joined([family, elsewhere]) == [{"a"}, {"a", "b"}]


def test_a_surname_joins_nobody_when_two_of_the_reports_people_have_it() -> None:
    found = joined([report("a", "Anna Lund"), report("b", "Peter Lund"), report("c", "Lund")])
    assert found == [{"a"}, {"b"}, {"c"}]


def test_a_bare_surname_joins_the_full_name_in_reports_of_one_story() -> None:
    reports = [report("a", "Anna Lund"), report("b", "Lund", about=OTHER)]
    entities = link_entities(reports, [Story("s", "", ("a", "b"))])
    assert [{p.article for p in e.parts} for e in entities] == [{"a", "b"}]


def test_a_bare_surname_in_a_report_of_something_else_stays_apart() -> None:
    assert joined([report("a", "Anna Lund"), report("b", "Lund", about=OTHER)]) == [{"a"}, {"b"}]


def test_a_titled_surname_joins_the_only_holder_of_the_title_in_any_report() -> None:
    mayor = report("a", "Anna Lund", role="Mayor")
    assert joined([mayor, report("b", "Lund", about=OTHER, role="Mayor")]) == [{"a", "b"}]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            report("a", "Norvik", kind="place"), report("b", "Norvik", kind="organisation"), id="city-and-team"
        ),
        pytest.param(report("a", "Washington", kind="place"), report("b", "Washington"), id="city-and-person"),
    ],
)
def test_one_word_for_two_kinds_stays_apart(left: Annotated, right: Annotated) -> None:
    assert joined([left, right]) == [{"a"}, {"b"}]


def test_a_country_is_one_under_all_its_names() -> None:
    [entity] = link_entities([report("a", "US", kind="place"), report("b", "America", kind="place", about=OTHER)])
    assert entity.name == "United States"


def test_an_acronym_joins_the_name_that_another_report_gives_beside_it() -> None:
    both = report("a", "Harbour Safety Board = HSB", kind="organisation")
    assert joined([both, report("b", "HSB", kind="organisation", about=OTHER)]) == [{"a", "b"}]


def test_the_unnamed_join_in_reports_of_one_matter_only() -> None:
    found = joined(
        [described("a", "port officials"), described("b", "port officials"), described("c", "port officials", OTHER)]
    )
    assert found == [{"a", "b"}, {"c"}]


def test_other_modifiers_are_other_people() -> None:
    assert joined([described("a", "port officials"), described("b", "senior officials")]) == [{"a"}, {"b"}]


def test_two_of_one_description_in_one_report_join_nobody() -> None:
    text = f"{MATTER} a sailor a sailor"
    start = len(MATTER) + 1
    two = tuple(
        Mention(Span(start + shift, start + shift + 8), "person", "sailor", number, form="nominal")
        for number, shift in enumerate((0, 9))
    )
    pair = Annotated(Article(id="a", ref="a", text=text), mentions=two)
    assert joined([pair, described("b", "sailor")]) == [{"a"}, {"a"}, {"b"}]


def spelled() -> Sequence[str]:
    firsts = ["Muammar", "Moammar", "Mu'ammar", "Moamar", "Muamar", "Mouammar", "Mo'ammar", "Muammer"]
    lasts = [
        a + b + c + d
        for a in ("G", "K", "Q", "Gh")
        for b in ("a", "e")
        for c in ("dd", "dh", "d", "t")
        for d in ("afi", "afy", "affi")
    ]
    return [f"{first} {last}" for first in firsts for last in lasts][:200]


def test_two_hundred_spellings_of_one_person_are_one_person() -> None:
    names = spelled()
    assert len(set(names)) == 200
    assert len(link_entities([report(f"a{n:03}", name) for n, name in enumerate(names)])) == 1


def test_five_thousand_copies_of_one_article_are_answered() -> None:
    [entity] = link_entities([report(f"a{n:04}", "Anna Lund") for n in range(5000)])
    assert len(entity.parts) == 5000


def test_an_article_that_names_five_hundred_people_joins_each_with_itself() -> None:
    names = [f"Anna {chr(65 + n // 26)}{chr(97 + n % 26)}rqvist" for n in range(500)]
    entities = link_entities([report("a", *names), report("b", *names)])
    assert len(entities) == 500
    assert all(len(e.parts) == 2 for e in entities)


def test_two_articles_without_a_name_in_common_share_no_entity() -> None:
    assert joined([report("a", "Anna Lund"), report("b", "Ola Marsh", about=OTHER)]) == [{"a"}, {"b"}]


def test_no_articles_have_no_entities() -> None:
    assert link_entities([]) == ()


def _sample() -> list[Annotated]:
    return [
        report("a", "Anna Lund", "Peter Marsh"),
        report("b", "Lund", "Peter Marsh"),
        report("c", "Ana Lund", about=OTHER),
        report("d", "Anna Lund", "Harbour Safety Board = HSB"),
        described("e", "harbour master"),
        described("f", "harbour master"),
    ]


def test_the_order_of_the_articles_changes_nothing() -> None:
    want = link_entities(_sample())
    for seed in range(5):
        shuffled = _sample()
        random.Random(seed).shuffle(shuffled)
        assert link_entities(shuffled) == want


def test_ids_differ_and_stay_when_unrelated_articles_come_in() -> None:
    before: dict[str, Entity] = {e.name: e for e in link_entities(_sample())}
    after = link_entities([*_sample(), report("z", "Ola Marsh", about=OTHER)])
    assert len({e.id for e in after}) == len(after)
    assert {e.id for e in before.values()} < {e.id for e in after}


def test_canonical_leads_from_an_article_s_entity_to_the_entity() -> None:
    found = canonical(link_entities([report("a", "Anna Lund"), report("b", "Lund")]))
    assert found["b", 0].name == "Anna Lund"
    assert found["a", 0] is found["b", 0]


@pytest.mark.parametrize(
    ("left", "right", "want"),
    [
        pytest.param("boxer", "Senator", [{"a"}, {"b"}], id="other-spheres"),
        pytest.param("Senator", "Governor", [{"a", "b"}], id="one-sphere"),
        pytest.param("Senator", None, [{"a", "b"}], id="one-silent"),
    ],
)
def test_namesakes_of_different_matters_are_told_by_their_roles(
    left: str | None, right: str | None, want: list[set[str]]
) -> None:
    assert joined([report("a", "Chris Lund", role=left), report("b", "Chris Lund", about=OTHER, role=right)]) == want


def test_a_report_that_only_describes_joins_the_one_whom_others_give_the_role() -> None:
    named = [report(ref, "Ola Marsh", role="surgeon") for ref in ("a", "b", "c")]
    assert joined([*named, described("d", "the surgeon")]) == [{"a", "b", "c", "d"}]


def test_a_body_in_small_letters_joins_the_name() -> None:
    text = f"{MATTER} harbour safety board"
    small = Mention(Span(len(MATTER) + 1, len(text)), "organisation", "harbour safety board", 0, form="nominal")
    low = Annotated(Article(id="b", ref="b", text=text), mentions=(small,))
    assert joined([report("a", "Harbour Safety Board", kind="organisation"), low]) == [{"a", "b"}]


@pytest.mark.parametrize(
    ("name", "want"),
    [
        pytest.param("Interior Ministry", [{"a"}, {"b"}], id="every-country-has-one"),
        pytest.param("Norvik Harbour Board", [{"a", "b"}], id="a-name-of-its-own"),
        pytest.param("Federal Security Service", [{"a", "b"}], id="known-by-its-acronym"),
    ],
)
def test_bodies_of_one_name_in_different_matters(name: str, want: list[set[str]]) -> None:
    left, right = report("a", name, kind="organisation"), report("b", name, kind="organisation", about=OTHER)
    assert joined([left, right]) == want
