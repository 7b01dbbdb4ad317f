"""Fragments to statements: what the model links."""

import numpy as np
from numpy.typing import NDArray

from onrecord.annotate.statement_decode import Fragment
from onrecord.annotate.statement_links import (
    LINK_PARTS,
    PARAGRAPH_STEPS,
    RANKS,
    LinkParameters,
    Parts,
    assemble,
    link_buckets,
)

WIDTH = 2  # of a link vector in these tests


def test_link_buckets_tell_rank_and_paragraph_apart() -> None:
    [row] = link_buckets([3], [0, 2, 5], [0, 0, 1, 1, 1, 2])
    ranks, steps = row // PARAGRAPH_STEPS - RANKS // 2, row % PARAGRAPH_STEPS - 1
    assert ranks.tolist() == [-2, -1, 1]
    assert steps.tolist() == [-1, 0, 1]


def links(
    words: int, pairs: list[tuple[str, int, str, int]], nobody: float = 0.0
) -> tuple[NDArray[np.float32], LinkParameters]:
    """Vectors in which the given words look for, and answer, one another."""
    vectors = np.zeros((words, 2 * len(LINK_PARTS) * WIDTH), dtype=np.float32)
    for number, (asks, asker, answers, answerer) in enumerate(pairs):
        for part, word in ((asks, asker), (answers, answerer)):
            vectors[word, LINK_PARTS.index(part) * 2 * WIDTH + number % WIDTH] = 5
    table = np.zeros(RANKS * PARAGRAPH_STEPS, dtype=np.float32)
    return vectors, LinkParameters(table, table, np.array([0, 0, nobody], dtype=np.float32))


def test_assemble_joins_source_cue_and_contents() -> None:
    source, cue, one, two = Fragment(2, 3, 0), Fragment(4, 4, 1), Fragment(0, 1, 2), Fragment(5, 7, 2)
    vectors, parameters = links(8, [("cue_asks", 4, "source_answers", 2)])
    found = assemble([one, source, cue, two], vectors, [0] * 8, parameters)
    assert found == [Parts(source, cue, (one, two))]


def test_assemble_gives_each_content_to_the_cue_it_asks_for() -> None:
    first, second = Fragment(1, 1, 1), Fragment(5, 5, 1)
    content, other = Fragment(2, 3, 2), Fragment(6, 7, 2)
    vectors, parameters = links(
        8, [("content_asks", 2, "cue_answers", 5), ("content_asks", 6, "cue_answers", 1)], nobody=1.0
    )
    found = assemble([first, content, second, other], vectors, [0] * 8, parameters)
    assert found == [Parts(None, first, (other,)), Parts(None, second, (content,))]


def test_without_any_cue_all_stand_alone() -> None:
    vectors, parameters = links(4, [])
    source, content = Fragment(0, 1, 0), Fragment(3, 3, 2)
    want = [Parts(source, None, ()), Parts(None, None, (content,))]
    assert assemble([source, content], vectors, [0] * 4, parameters) == want


def test_a_source_that_no_cue_takes_stands_alone() -> None:
    taken, left, cue = Fragment(0, 0, 0), Fragment(5, 6, 0), Fragment(1, 1, 1)
    vectors, parameters = links(8, [("cue_asks", 1, "source_answers", 0)])
    found = assemble([taken, cue, left], vectors, [0] * 8, parameters)
    assert found == [Parts(taken, cue, ()), Parts(left, None, ())]
