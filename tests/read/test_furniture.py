"""What a row's text holds beside its report: it stays where it is, and what it tells is no happening of the report."""

import json
from pathlib import Path

from onrecord.annotate.pipeline import annotate
from onrecord.model import Article, Span
from onrecord.read.furniture import furniture
from onrecord.read.sources import read_sources
from onrecord.settings import Settings

TEXT = (
    "Police in Selm arrested four dockers on Monday.\n\n"
    "Image copyright Reuters Image caption Rebels attacked the harbour in 2029\n\n"
    "The mayor, Ada Roe, said the arrests were lawful.\n"
    "Sign up to our daily newsletter.\n"
)


def row(tmp_path: Path, text: str) -> Article:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text}), encoding="utf-8")
    [article] = read_sources([str(path)], Settings(), {}, None)
    assert isinstance(article, Article)
    return article


def test_a_row_keeps_its_text_and_knows_what_in_it_is_no_report(tmp_path: Path) -> None:
    article = row(tmp_path, TEXT)
    assert article.text == TEXT
    assert [span.of(TEXT).split()[0] for span in article.furniture] == ["Image", "Sign"]


def test_what_a_caption_or_an_appeal_tells_is_no_happening_of_the_report(tmp_path: Path) -> None:
    [annotated] = annotate([row(tmp_path, TEXT)])
    words = {event.trigger.of(TEXT) for event in annotated.events}
    assert "arrested" in words
    assert not words & {"attacked", "Sign"}


def test_a_text_of_one_paragraph_has_no_lines_to_tell_apart() -> None:
    assert furniture("Image caption The harbour of Selm burned on Monday, police said.") == ()


def test_what_a_gallery_numbers_is_a_caption() -> None:
    caption = "2 of 14. A ferry is moored in the harbour of Selm May 8, 2031."
    told = "Two of 14 ferries ran aground on Monday, the port of Selm said."
    assert [span.of(told) for span in furniture(told)] == []
    assert [span.of(f"{caption}\n\n{told}") for span in furniture(f"{caption}\n\n{told}")] == [caption]


def test_what_a_page_prints_twice_is_read_once() -> None:
    told = "The ferry Undine left the port of Selm at dawn with ninety people on board."
    text = f"{told}\nIt is raining.\nIt is raining.\n{told}\nIt came back at night."
    assert [span for span in furniture(text)] == [Span(len(text) - len(told) - 23, len(text) - 23)]


def test_a_gallery_printed_as_one_line_is_no_part_of_the_report_however_long() -> None:
    frame = "Photos: Ferry aground at Selm Rescuers wade out to the ferry at first light and bring the crew ashore."
    gallery = " ".join(f"{frame} Hide Caption {n} of 12" for n in range(1, 13))
    text = f"The ferry ran aground on Monday, the port of Selm said.\n{gallery}\nNobody was hurt."
    assert [span.of(text) for span in furniture(text)] == [gallery]


def test_a_long_paragraph_that_ends_in_a_photographers_name_in_brackets_is_a_caption() -> None:
    told = " ".join(f"In room {n} of the museum a model of the ship stands behind glass." for n in range(1, 9))
    caption = (
        f"SELM, NORLAND - MAY 17: A wax figure of the ferryman waits in a yard. {told} (Photo by Ada Roe/Getty Images)"
    )
    text = f"The ferry ran aground on Monday, the port of Selm said.\n{caption}\nNobody was hurt."
    assert len(caption) > 420
    assert [span.of(text) for span in furniture(text)] == [caption]
