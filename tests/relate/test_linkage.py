"""Average linkage over a sparse graph."""

from onrecord.relate.linkage import average_linkage


def test_a_chain_of_weak_links_does_not_join_its_ends() -> None:
    assert average_linkage(3, {(0, 1): 3.0, (1, 2): 2.0}, 0.0) == [[0, 1], [2]]


def test_groups_join_while_their_mean_holds() -> None:
    assert average_linkage(3, {(0, 1): 3.0, (1, 2): 2.0, (0, 2): -1.0}, 0.0) == [[0, 1, 2]]


def test_strangers_stay_alone() -> None:
    assert average_linkage(2, {}, -2.0) == [[0], [1]]
    assert average_linkage(0, {}, 0.0) == []


def test_one_that_is_clearly_apart_keeps_two_groups_apart() -> None:
    scores = {(0, 1): 3.0, (2, 3): 3.0, (1, 2): 2.0, (0, 2): 1.0, (0, 3): -20.0, (1, 3): 1.0}
    assert average_linkage(4, scores, 0.0) == [[0, 1], [2, 3]]


def test_two_groups_that_hold_together_better_than_with_one_another_stay_apart() -> None:
    within, between = {(0, 1): 3.0, (2, 3): 3.0}, {(a, b): 0.5 for a in (0, 1) for b in (2, 3)}
    assert average_linkage(4, within | between, 0.0) == [[0, 1, 2, 3]]
    assert average_linkage(4, within | between, 0.0, own=0.35) == [[0, 1], [2, 3]]


def test_a_loose_group_takes_in_one_more_like_it() -> None:
    scores = {(0, 1): 1.0, (0, 2): 0.6, (1, 2): 0.6, (0, 3): 0.5, (1, 3): 0.5, (2, 3): 0.5}
    assert average_linkage(4, scores, 0.0, own=0.35) == [[0, 1, 2, 3]]


def test_no_average_brings_two_together_that_never_meet() -> None:
    everything = {(a, b): 3.0 for b in range(6) for a in range(b)}
    assert average_linkage(6, everything, 0.0) == [[0, 1, 2, 3, 4, 5]]
    groups = average_linkage(6, everything, 0.0, never=[(0, 5), (0, 3)])
    assert sorted(n for group in groups for n in group) == list(range(6))
    assert not [group for group in groups if 0 in group and {3, 5} & set(group)]
    assert average_linkage(2, {(0, 1): 3.0}, 0.0, never=[(0, 1)]) == [[0], [1]]
