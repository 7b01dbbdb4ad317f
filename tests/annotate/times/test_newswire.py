"""Sentences as agencies write them: what is found in each, and what it stands for."""

import re
from pathlib import Path

import pytest

from onrecord.annotate.component import Draft
from onrecord.annotate.parse import language
from onrecord.annotate.times.component import times
from onrecord.model import Article, When

MARKED = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
LINES = [
    line.split("\t")
    for line in Path(__file__).with_name("newswire.tsv").read_text(encoding="utf8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("published", "marked"), LINES, ids=[marked for _, marked in LINES])
def test_newswire(published: str, marked: str) -> None:
    text = MARKED.sub(r"\1", marked)
    article = Article("a1", "a1", text, published=When(published, "day", "given by the user"))
    [found] = times([Draft(article, language()(text))])
    assert [(time.span.of(text), time.value) for time in found] == MARKED.findall(marked)
