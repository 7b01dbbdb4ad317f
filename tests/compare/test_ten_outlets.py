"""One agency's text in ten outlets, read by the whole program: the count of origins stays at one."""

import json
from pathlib import Path

import pytest

from onrecord import api
from onrecord.model import Brief

TEXT = (
    "LUN (Vesta) - At least nine fishing boats sank off the port of Lun on Tuesday after a storm hit the coast, and "
    "four people were rescued.\n\nThe storm tore the roof off the harbour office and closed the coast road to Arden. "
    "Crews searched the bay until nightfall, and the search was to go on at dawn.\n\nThe port of Lun was closed."
)


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    rows = [{"id": f"r{i}", "text": TEXT, "outlet": f"Paper {i}", "published": "2031-05-07"} for i in range(10)]
    source: Path = tmp_path_factory.mktemp("ten") / "ten.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return api.brief(api.Request(sources=[str(source)]))


def test_ten_copies_of_one_text_rest_on_one_hand(answer: Brief) -> None:
    told = [c for c in answer.claims if c.outlets == 10]
    assert any(c.kind == "count" for c in told)
    assert all(c.origins + c.unknown == 1 for c in told)


def test_the_copies_agree_and_none_is_silent(answer: Brief) -> None:
    [boats] = [c for c in answer.claims if c.kind == "count" and any("boats" in v.value for v in c.values)]
    assert boats.verdict == "agree"
    assert not boats.silent
