"""Products of many pairs of sparse vectors at once."""

import pytest

from onrecord.relate.dots import dots, rows


def test_a_product_is_the_sum_over_shared_keys() -> None:
    held = rows([({"ferry": 0.5, "beach": 2.0},), ({"beach": 3.0, "bread": 1.0},), ({"bread": 4.0},)])
    assert dots(held, [(0, 1), (0, 2), (1, 2)], [(0, 0)]).tolist() == [[6.0], [0.0], [4.0]]


def test_a_vector_of_one_report_meets_another_vector_of_the_other() -> None:
    one = ({"ferry": 1.0, "beach": 2.0}, {"beach": 5.0})
    other: tuple[dict[str, float], dict[str, float]] = ({"beach": 3.0, "bread": 1.0}, {})
    found = dots(rows([one, other]), [(0, 1)], [(0, 0), (1, 0), (0, 1)])
    assert found.tolist() == [[6.0, 15.0, 0.0]]


@pytest.mark.parametrize("pairs", [pytest.param([], id="no pairs"), pytest.param([(0, 1)], id="nothing in either")])
def test_empty_reports_have_nothing_in_common(pairs: list[tuple[int, int]]) -> None:
    empty: dict[str, float] = {}
    assert dots(rows([(empty,), (empty,)]), pairs, [(0, 0)]).tolist() == [[0.0]] * len(pairs)


def test_equal_reports_are_equally_alike_whatever_the_order_of_their_words() -> None:
    words = {f"word {n}": 1 / (n + 3) for n in range(40)}
    turned = dict(reversed(words.items()))
    found = dots(rows([(words,), (turned,), (words,)]), [(0, 1), (0, 2), (1, 2)], [(0, 0)])
    assert len(set(found[:, 0].tolist())) == 1


def test_a_report_that_is_near_hundreds_meets_each_of_them() -> None:
    held = rows([({"flood": 1.0},), *(({"flood": float(n)},) for n in range(600))])
    assert dots(held, [(0, n + 1) for n in range(600)], [(0, 0)])[:, 0].tolist() == list(range(600))
