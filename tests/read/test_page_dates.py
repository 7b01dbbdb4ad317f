"""The first day a page was published, from heads as publishing systems write them; all pages are invented."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from onrecord.read.html import clean_html
from onrecord.read.page_dates import page_date

PAGES = [
    json.loads(line) for line in Path(__file__).with_name("page_dates.jsonl").read_text(encoding="utf8").splitlines()
]
PARAGRAPHS = (
    "A ferry sank off Quay Island early on Tuesday, and fourteen people were rescued, the coast guard said.",
    "One deckhand is still missing, and the search will go on until dusk, the harbour office said.",
    "The ferry was built in 1994 and carried fifteen people on the night of the storm, its owner said.",
)


@pytest.mark.parametrize("page", PAGES, ids=[page["is"] for page in PAGES])
def test_first_day_of_publication(page: dict[str, str | None]) -> None:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    report = f"<article><h1>Ferry sinks off Quay Island</h1>{page.get('top', '')}{body}</article>"
    read = clean_html(f"<html><head>{page.get('head', '')}</head><body>{report}</body></html>", page.get("url"))
    assert read is not None
    assert (read.published.value if read.published else None) == page["value"]
    assert not page.get("basis") or (read.published and str(page["basis"]) in read.published.basis)


@settings(deadline=None, derandomize=True, max_examples=150)
@given(
    st.text(alphabet="0123456789-/:T+Z .,MarchApr", max_size=30), st.text(alphabet="0123456789-/ March", max_size=20)
)
def test_no_metadata_breaks_the_reading_of_a_page(content: str, shown: str) -> None:
    tree = document_fromstring("<html><head><meta property='article:published_time'></head><body><time></time></body>")
    next(tree.iter("meta")).set("content", content)
    next(tree.iter("time")).text = shown
    found = page_date(tree, f"https://herald.example/{content.replace(' ', '')}")
    if found is not None and found.precision == "day":
        assert 1900 <= date.fromisoformat(found.value).year <= 2100
