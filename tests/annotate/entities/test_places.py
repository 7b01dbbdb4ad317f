import pytest

from onrecord.annotate.entities.places import contains, country_of, demonym_country, fold, resolve


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Mombasa", "Kenya"),
        ("the U.S.", "United States"),
        ("St. Petersburg", "Russia"),
        ("Britain", "United Kingdom"),
        ("Kenyan", "Kenya"),
        ("Downing Street", "United Kingdom"),
        ("Kiev", "Ukraine"),
        ("Texas", "United States"),
        ("Lower Wherever", None),
    ],
)
def test_a_place_has_a_country(name: str, country: str | None) -> None:
    assert country_of(name) == country


@pytest.mark.parametrize(
    ("outer", "inner", "known"),
    [
        ("Kenya", "Mombasa", True),
        ("Kenya", "Kenya", True),
        ("Mombasa", "Kenya", False),
        ("Texas", "Houston", True),
        ("Ohio", "Houston", False),
        ("Lower Wherever", "Lower Wherever", True),
        ("Kenya", "Lower Wherever", False),
    ],
)
def test_containment(outer: str, inner: str, known: bool) -> None:
    assert contains(outer, inner) is known


def test_a_city_in_a_country_at_hand_comes_before_a_larger_one_elsewhere() -> None:
    far, near = resolve("Birmingham"), resolve("Birmingham", ("US",))
    assert far is not None
    assert near is not None
    assert (far.country, near.country) == ("GB", "US")


def test_a_people_has_its_country() -> None:
    assert demonym_country("Norwegians") == "Norway"
    assert demonym_country("Berg") is None


def test_folding_leaves_letters_alone() -> None:
    assert fold("São Tomé") == "sao tome"
    assert fold("the Hague") == "hague"
