from training import gazetteer


def test_the_shipped_places_are_those_of_the_installed_geonames_data() -> None:
    assert gazetteer.OUT.read_text(encoding="utf-8") == gazetteer.text(), "run python -m training.gazetteer"
