"""What a row does not give, its text may print: date, dateline and agency. The text stays as it is."""

import json
from pathlib import Path

import pytest

from onrecord.model import Article
from onrecord.read.sources import read_sources
from onrecord.settings import Settings

STORY = (
    "Two ferries collided off Selm in thick fog , and forty passengers were brought ashore by the pilots ' boats .\n"
    "The harbour master , Ada Roe , said that both captains had been warned twice before they left the quay .\n"
)


def row(tmp_path: Path, text: str, **fields: str) -> Article:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text} | fields), encoding="utf-8")
    [article] = read_sources([str(path)], Settings(), {}, None)
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    "line",
    [
        "March 4, 2031",
        "4 March 2031",
        "MARCH 4 , 2031 , 1 : 32 PM",
        "Posted on Tue Mar 4 , 2031 08 : 45 AM PDT",
        "4 March 2031 Last updated at 12 : 42 GMT",
        "Published : Tuesday , 4 March 2031",
    ],
)
def test_a_row_is_dated_by_the_line_on_top_of_its_text(tmp_path: Path, line: str) -> None:
    text = f"Ferries collide off Selm\n{line}\n{STORY}"
    article = row(tmp_path, text)
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2031-03-04", "printed on the page")
    assert article.text == text


def test_the_date_that_a_row_gives_goes_before_the_printed_one(tmp_path: Path) -> None:
    article = row(tmp_path, f"Ferries collide off Selm\nMarch 4, 2031\n{STORY}", published="2031-03-06")
    assert article.published is not None
    assert article.published.value == "2031-03-06"


@pytest.mark.parametrize(
    "text",
    [
        f"Ferries collide off Selm\nOn March 4, 2031, the same ferries had touched in the roads of Selm.\n{STORY}",
        f"{STORY}{STORY}March 4, 2031\n",
    ],
)
def test_a_date_in_a_sentence_or_further_down_is_not_the_day_of_publication(tmp_path: Path, text: str) -> None:
    assert row(tmp_path, text).published is None


def test_a_row_has_the_place_and_the_agency_of_its_dateline(tmp_path: Path) -> None:
    text = f"PORT ELSIN, March 4, 2031 (Reuters) - {STORY}"
    article = row(tmp_path, text)
    assert article.published is not None
    assert (article.published.value, article.dateline_place, article.agency, article.text) == (
        "2031-03-04",
        "PORT ELSIN",
        ("Reuters",),
        text,
    )
