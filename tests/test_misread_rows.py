"""A row whose UTF-8 was once read as another encoding: read as if it were whole, its offsets in the row's own text."""

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord import api
from onrecord.export.annotated_rows import annotated_row
from onrecord.export.brief_rows import brief_row

MEANT = (
    "SELM — “The wall isn’t safe, and nobody asked us,” the harbour master, Ada Roe, told reporters on Monday. "
    "The port’s owner, Tarvo Lines, denied that the wall was unsafe. Bo Lind, a pilot, said: “We’ve seen 12 cracks.”"
)


def misread(text: str, encoding: str) -> str:
    """Return the text as a reader of another encoding gets it; letters that it lacks stay as their bytes."""
    letters = (bytes([byte]) for byte in text.encode("utf-8"))
    return "".join(
        b.decode(encoding, "ignore") or b.decode("latin-1") if b > b"\x7f" else b.decode("ascii") for b in letters
    )


def read(path: Path, text: str) -> api.Request:
    path.write_text(json.dumps({"id": "a", "text": text, "published": "2031-03-04"}), encoding="utf-8")
    return api.Request(sources=[str(path)])


def told(row: dict[str, Any], text: str) -> list[tuple[str, str, list[str]]]:
    return [(s["speaker"], s["stance"], [text[a:b] for a, b in s["content"]]) for s in row["statements"]]


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_a_misread_row_says_what_the_whole_one_says_in_its_own_letters(tmp_path: Path, encoding: str) -> None:
    [(whole, broken)] = zip(
        api.annotate_sources(read(tmp_path / "whole.jsonl", MEANT), []),
        api.annotate_sources(read(tmp_path / "broken.jsonl", misread(MEANT, encoding)), []),
        strict=True,
    )
    expected, row = annotated_row(whole), annotated_row(broken)
    assert row["text"] == misread(MEANT, encoding)
    assert [(who, stance) for who, stance, _ in told(expected, MEANT)][0] == ("Ada Roe", "asserts")
    assert told(row, row["text"]) == [
        (who, stance, [misread(part, encoding) for part in content]) for who, stance, content in told(expected, MEANT)
    ]
    assert [row["text"][a:b] for a, b in row["sentences"]] == [
        misread(MEANT[a:b], encoding) for a, b in expected["sentences"]
    ]


def test_the_answer_points_at_the_row_s_own_letters(tmp_path: Path) -> None:
    text = misread(MEANT, "latin-1")
    answer = brief_row(api.brief(read(tmp_path / "rows.jsonl", text)))
    words = [text[s["start"] : s["end"]] for statement in answer["statements"] for s in statement["source"]]
    assert words == [
        "the harbour master, Ada Roe,",
        misread("The port’s owner, Tarvo Lines,", "latin-1"),
        "Bo Lind, a pilot,",
    ]
