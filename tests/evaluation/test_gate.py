from evaluation.gate import figures, raised, shortfalls


def test_a_figure_below_its_floor_is_named() -> None:
    assert shortfalls({"source": 80.0}, {"source": 81.0}) == ["source: 80.0, floor 81.0"]


def test_a_figure_at_its_floor_passes() -> None:
    assert shortfalls({"source": 81.0, "new": 1.0}, {"source": 81.0}) == []


def test_a_figure_that_is_gone_fails() -> None:
    assert shortfalls({}, {"source": 81.0}) == ["source: no figure, floor 81.0"]


def test_floors_never_fall() -> None:
    assert raised({"source": 70.0, "cue": 60.0}, {"source": 81.0}) == {"cue": 60.0, "source": 81.0}


def test_figures_are_read_from_every_kind_of_line() -> None:
    table = "         P    R    F1\nb-cubed  80.0  60.0  68.6\nfound    71.0  of 9 mentions\naccuracy   12.5\n"
    assert figures(table) == {"b-cubed": 68.6, "found": 71.0, "accuracy": 12.5}
