import pytest

from .conftest import Groups, Read


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param("Mr Okafor signed the papers in Nairobi.", "Okafor", "person", id="honorific"),
        pytest.param("Bea Tolland, 51, walked free from Selm Crown Court.", "Bea Tolland", "person", id="age"),
        pytest.param("Professor Lindqvist opened the hall.", "Lindqvist", "person", id="title"),
        pytest.param(
            "The Ministry of Inland Waters closed two locks.", "Ministry of Inland Waters", "organisation", id="head"
        ),
        pytest.param("The Kremlin declined to comment on Friday.", "Kremlin", "organisation", id="seat-of-power"),
        pytest.param("The minister flew to Kenya on Monday.", "Kenya", "place", id="country"),
        pytest.param("A Kenyan delegation arrived on Monday.", "Kenyan", "place", id="adjective-of-a-country"),
        pytest.param("The Kenyans voted on Monday.", "Kenyans", "group", id="people"),
        pytest.param("Reuters reported the delay on Monday.", "Reuters", "organisation", id="outlet"),
        pytest.param(
            "The Department for the Protection of Birds said on Monday that it was late.",
            "Department for the Protection of Birds",
            "organisation",
            id="small-words",
        ),
    ],
)
def test_a_name_has_the_kind_that_the_words_tell(read: Read, text: str, name: str, kind: str) -> None:
    [found] = [m for m in read(text) if m.span.of(text) == name]
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        pytest.param("Kenyan President Amina Odhiambo met him.", "Amina Odhiambo", "Kenyan President", id="country"),
        pytest.param(
            "Former Director of Public Works Henrik Lund resigned.",
            "Henrik Lund",
            "Former Director of Public Works",
            id="of",
        ),
        pytest.param("Town hall spokesman Peter Marsh said so.", "Peter Marsh", "Town hall spokesman", id="body"),
        pytest.param("Mr Peter Marsh said so.", "Peter Marsh", None, id="honorific-is-no-role"),
    ],
)
def test_the_role_before_a_name_is_kept(read: Read, text: str, name: str, role: str | None) -> None:
    [found] = [m for m in read(text) if m.span.of(text) == name]
    assert found.role == role


def test_a_headline_in_capitals_leads_to_the_names_of_the_body(groups: Groups) -> None:
    text = "BERGSTROM WINS AGAIN\n\nAnna Bergstrom won the race on Sunday. Bergstrom thanked her team."
    assert groups(text)["Anna Bergstrom"] == ["BERGSTROM", "Anna Bergstrom", "Bergstrom", "her"]


def test_a_name_keeps_its_kind_throughout_the_article(read: Read) -> None:
    text = "Marta Quill left the hall. Quill then spoke. A letter from Quill was read."
    assert {m.kind for m in read(text) if m.span.of(text).endswith("Quill")} == {"person"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Latvian Minister of Defence Juris Kalnins said no.", "Juris Kalnins", id="of-what-minister"),
        pytest.param("Historian Jan Bruk said the bridge was old.", "Jan Bruk", id="job"),
        pytest.param("In June, Major League Hockey suspended him twice.", "Major League Hockey", id="no-rank"),
        pytest.param(
            "Pressed by Council, Marek Defends Her Record on the Port\n\nAda Marek spoke on Monday. Marek was calm.",
            "Marek",
            id="verb-of-a-headline",
        ),
        pytest.param("Fishing ends off Cape St. Anne a week early.", "Cape St. Anne", id="saint"),
        pytest.param("Late on Friday the Group of Nine port towns promised to pay.", "Group of Nine", id="of-how-many"),
    ],
)
def test_a_name_is_without_the_words_beside_it(read: Read, text: str, name: str) -> None:
    named = {m.span.of(text) for m in read(text) if m.form == "name"}
    assert name in named
    assert not any(name in other for other in named - {name} if name != "Marek" or "Defends" in other)


def test_an_unknown_first_name_that_opens_a_sentence_stays(groups: Groups) -> None:
    text = "The town is calm. Vasyl Horbal, leader of the harbour party, called for a strike. Horbal was calm."
    assert [words for name, words in groups(text).items() if name == "Vasyl Horbal"][0][0] == "Vasyl Horbal"


@pytest.mark.parametrize("name", ["Zyri Roe", "Tovald Raikun"])
def test_an_unknown_first_name_is_part_of_a_name_whose_surname_stands_alone_later(groups: Groups, name: str) -> None:
    text = f"{name} won the race in Selm.\n\n{name.split()[1]} said the gate was shut."
    assert groups(text)[name] == [name, name.split()[1]]


def test_words_of_a_web_address_are_no_names(groups: Groups) -> None:
    assert groups("https://example.org/people/anna-berg\n") == {}


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("They came down hard on Pastor Maldonado. Maldonado left.", "Maldonado", ["Maldonado", "Maldonado"]),
        ("The home secretary, Theresa May, left. In May critics of May met.", "Theresa May", ["Theresa May", "May"]),
    ],
)
def test_a_person_may_be_called_as_a_town_or_a_month_is(read: Read, text: str, name: str, words: list[str]) -> None:
    found = [m for m in read(text) if m.name == name and m.form == "name"]
    assert [m.span.of(text) for m in found] == words
    assert {m.kind for m in found} == {"person"}


def test_an_empty_text_has_no_mentions(read: Read) -> None:
    assert read(" ") == ()


def test_a_possessor_s_name_ends_before_what_it_possesses(read: Read) -> None:
    text = "The minutes that the office keeps of Michael Oduya’s Parliamentary testimony are not accurate, she said."
    assert {m.span.of(text) for m in read(text) if m.kind == "person"} <= {"Michael Oduya", "she"}


@pytest.mark.parametrize("behind", [", which makes shoes, employs 300 people", "'s shareholders met"])
def test_what_only_a_body_has_makes_a_name_a_body_s(read: Read, behind: str) -> None:
    text = f"Merrow{behind}. It rejected an offer from a rival in Leeds."
    told = {m.span.of(text): (m.name, m.kind) for m in read(text)}
    assert told["Merrow"] == told["It"] == ("Merrow", "organisation")


def test_a_country_that_has_an_army_is_not_its_news_agency(read: Read) -> None:
    mentions = read("Ostrany's army left. A spokesman told the Ostrany News Agency so. Ostrany has blamed Velmar.")
    told = {m.name: m.kind for m in mentions if m.form == "name"}
    assert (told.get("Ostrany"), told.get("Ostrany News Agency")) == ("place", "organisation")
