"""The measure of figures set side by side: what it reads, and how it counts."""

from pathlib import Path

import pytest

from evaluation.side_by_side import STORIES, Told, read, score
from onrecord.model import Account, Annotated, Article, Brief, Claim, ClaimValue, Collection, Passage, Span

TOLD = """dead update
homes agree

== Echo | 2031-03-04 | Storm
It killed [dead: six people] and took [homes: 40 homes].

== Post | 2031-03-05 | After the storm
It killed [dead: nine] and hurt [hurt: 40 people].
"""


def shown(told: Told, *rows: tuple[str, str]) -> Brief:
    """Return an answer in which each row holds the figures with these words, one of each report."""
    articles = tuple(Annotated(Article(row["id"], row["id"], row["text"])) for row in told.rows)
    claims = []
    for words in rows:
        accounts = []
        for annotated, figure in zip(articles, words, strict=True):
            start = annotated.article.text.index(figure)
            accounts.append(Account(Passage(annotated.article.id, Span(start, start + len(figure))), None))
        values = (ClaimValue(words[0], None, None, tuple(accounts), ()),)
        claims.append(Claim("", None, "", "count", None, "update", "", values, 2, 0, 2))
    return Brief(Collection(articles), claims=tuple(claims))


def test_figures_of_one_name_belong_in_one_row() -> None:
    told = read(TOLD)
    counted, misses = score(told, shown(told, ("six people", "nine")))
    assert misses == []
    assert (counted["joined"], counted["joined of"], counted["verdict"], counted["true"]) == (1, 1, 1, 1)


def test_figures_of_two_names_in_one_row_are_false() -> None:
    told = read(TOLD)
    counted, misses = score(told, shown(told, ("40 homes", "40 people")))
    assert "FALSE: homes: 40 homes | hurt: 40 people" in misses
    assert (counted["true"], counted["true of"]) == (0, 1)


@pytest.mark.parametrize("file", sorted(STORIES.glob("*.txt")), ids=lambda file: file.stem)
def test_every_question_that_two_reports_answer_has_its_verdict(file: Path) -> None:
    told = read(file.read_text(encoding="utf-8"))
    reports: dict[str, set[str]] = {}
    for mark in told.marks:
        reports.setdefault(mark.slot, set()).add(mark.report)
    assert {slot for slot, held in reports.items() if len(held) > 1} == set(told.verdicts)
