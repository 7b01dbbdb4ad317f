"""From what the user names to articles: files, folders, patterns, standard input, JSON Lines; and what is declined."""

import gzip
import io
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from onrecord.errors import InputError
from onrecord.model import Article, Declined, When
from onrecord.read.sources import read_sources
from onrecord.settings import Settings

STORY = (
    "The harbour office in Port Elsin said on Monday that the new wall had held through the storm. "
    "Nobody was hurt, its spokesman said, but two boats were lost."
)


def read(
    *sources: str | Path, dates: dict[str, str] | None = None, stdin: BinaryIO | None = None, **settings: int
) -> list[Any]:
    return list(read_sources([str(s) for s in sources], Settings(**settings), dates or {}, stdin))


def write(path: Path, text: str = STORY, title: str = "Wall holds in storm") -> Path:
    path.write_text(f"{title}\n\n{text}\n", "utf-8")
    return path


def rows(path: Path, *fields: object) -> Path:
    path.write_text("".join(f if isinstance(f, str) else json.dumps(f) + "\n" for f in fields), "utf-8")
    return path


def reasons(results: Sequence[Article | Declined]) -> list[str]:
    return [r.reason if isinstance(r, Declined) else "read" for r in results]


def test_a_text_file_becomes_an_article(tmp_path: Path) -> None:
    [article] = read(write(tmp_path / "wall.txt"))
    assert isinstance(article, Article)
    assert (article.title, article.text, article.published) == ("Wall holds in storm", STORY, None)
    assert article.ref == str(tmp_path / "wall.txt")


def test_a_folder_is_read_in_order_of_names_and_photos_are_counted_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    write(tmp_path / "b" / "two.txt", title="Second wall holds")
    write(tmp_path / "a.txt")
    for n in range(12):
        (tmp_path / f"{n}.jpg").write_bytes(b"\xff\xd8\xff")
    *articles, photos = read(tmp_path)
    assert [Path(a.ref).name for a in articles] == ["a.txt", "two.txt"]
    assert photos == Declined(
        str(tmp_path), "unsupported", "12 photos in this folder left out; give text, HTML or JSON Lines"
    )


def test_a_pattern_means_the_files_that_match_it(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.text", title="Second wall holds")
    assert [Path(a.ref).name for a in read(tmp_path / "*.txt")] == ["a.txt"]
    assert reasons(read(tmp_path / "*.html")) == ["missing"]


def test_the_rest_of_the_run_goes_on_after_a_bad_file(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert reasons(read(tmp_path / "none.txt", tmp_path / "empty.txt", write(tmp_path / "a.txt"))) == [
        "missing",
        "empty",
        "read",
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b" \n\n ", "empty", id="blanks"),
        pytest.param(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 9, "binary", id="photo"),
        pytest.param(bytes(range(256)) * 40, "binary", id="data"),
        pytest.param("Стена выдержала шторм, сообщили власти.".encode("koi8-r") * 9, "encoding", id="cyrillic"),
        pytest.param("Стена выдержала шторм, сообщили власти порта. ".encode() * 9, "not-english", id="russian"),
        pytest.param(b"Home\nNews\nSport\nShare\nSubscribe\n", "no-report", id="menu"),
        pytest.param(b"Wall holds\n\nIt held.\n", "too-short", id="two-words"),
        pytest.param(b"word and " * 200_000, "too-large", id="one-long-line"),
    ],
)
def test_what_is_no_report_is_declined_with_one_line(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "x.txt").write_bytes(data)
    [declined] = read(tmp_path / "x.txt", max_file_mb=1)
    assert declined.reason == reason
    assert len(declined.detail) > 10
    assert "\n" not in declined.detail


def test_a_report_longer_than_the_limit_is_declined(tmp_path: Path) -> None:
    [declined] = read(write(tmp_path / "a.txt"), max_text_chars=100)
    assert declined.reason == "too-long"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_that_can_be_told_are_read(tmp_path: Path, encoding: str) -> None:
    text = STORY.replace("its spokesman", "“its” – spokesman André")
    (tmp_path / "a.txt").write_bytes(f"Wall holds in storm\n\n{text}".encode(encoding))
    [article] = read(tmp_path / "a.txt")
    assert article.text == text


def test_controls_escapes_and_direction_marks_never_reach_the_text(tmp_path: Path) -> None:
    [article] = read(write(tmp_path / "a.txt", STORY.replace("Nobody", "No\x00bo\x1b[31mdy\u202e\u200b")))
    assert article.text == STORY


def test_a_named_file_of_another_kind_is_declined(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    os.mkfifo(tmp_path / "pipe")
    assert reasons(read(tmp_path / "a.pdf", tmp_path / "pipe")) == ["unsupported", "unsupported"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    assert reasons(read(tmp_path)) == ["read", "missing", "missing"]


def test_two_names_for_one_file_are_one_report(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    _, declined = read(tmp_path)
    assert declined.reason == "duplicate"
    assert str(tmp_path / "a.txt") in declined.detail


def test_the_same_report_twice_is_read_once(tmp_path: Path) -> None:
    article, copy, again = read(write(tmp_path / "a.txt"), write(tmp_path / "b.txt"), tmp_path / "a.txt")
    assert isinstance(article, Article)
    assert reasons([copy, again]) == ["duplicate", "duplicate"]
    assert article.ref in copy.detail


def test_a_file_name_that_is_no_utf_8_still_gives_a_ref_that_is(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"wall\xff.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"Wall holds in storm\n\n{STORY}")
    [article] = read(os.fsdecode(path))
    assert article.ref.encode("utf-8").endswith("wall\ufffd.txt".encode())


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(f"Wall holds in storm\n\n{STORY}", id="text"),
        pytest.param(f"<html><body><p>{STORY}</p></body></html>", id="html"),
        pytest.param(json.dumps({"text": STORY}), id="row"),
    ],
)
def test_standard_input_may_be_text_html_or_rows(data: str) -> None:
    [article] = read("-", stdin=io.BytesIO(data.encode()))
    assert article.text == STORY


def test_standard_input_may_hold_several_rows() -> None:
    data = "\n".join(json.dumps({"id": name, "text": f"{name}: {STORY}"}) for name in "ab")
    assert [getattr(found, "ref", None) for found in read("-", stdin=io.BytesIO(data.encode()))] == ["a", "b"]


def test_standard_input_that_is_not_there_is_declined() -> None:
    assert reasons(read("-")) == ["missing"]


def test_a_row_is_taken_as_it_is(tmp_path: Path) -> None:
    text = "Share this\n\n  Short.  "
    row = {
        "id": "r1",
        "text": text,
        "title": "T",
        "outlet": "O",
        "url": "https://o.example/x",
        "published": "2031-03-04",
    }
    [article] = read(rows(tmp_path / "a.jsonl", row))
    assert (article.text, article.ref, article.title, article.outlet) == (text, "r1", "T", "O")
    assert article.published == When("2031-03-04", "day", "given with the report")


def test_a_row_without_a_date_has_the_one_in_its_address(tmp_path: Path) -> None:
    row = {"id": "r1", "text": STORY, "url": "https://o.example/2031/03/04/x"}
    [article] = read(rows(tmp_path / "a.jsonl", row))
    assert article.published == When("2031-03-04", "day", "date in the URL")
    [article] = read(rows(tmp_path / "b.jsonl", {**row, "published": "2031-03-05"}))
    assert article.published == When("2031-03-05", "day", "given with the report")


@pytest.mark.parametrize(
    ("given", "url", "published"),
    [
        ("2031", None, When("2031", "year", "given with the report")),
        (2031, None, When("2031", "year", "given with the report")),
        ("2031-03", None, When("2031-03", "month", "given with the report")),
        ("2031-03", "https://o.example/2031/03/04/x", When("2031-03-04", "day", "date in the URL")),
        ("2031-03", "https://o.example/2031/04/05/x", When("2031-03", "month", "given with the report")),
    ],
)
def test_a_row_s_date_is_kept_as_finely_as_it_is_given(
    tmp_path: Path, given: object, url: str, published: When
) -> None:
    [article] = read(rows(tmp_path / "a.jsonl", {"id": "r1", "text": STORY, "url": url, "published": given}))
    assert article.published == published


@pytest.mark.parametrize("given", ["07.03.2031", "last week", 1614556800, {"on": "2031-03-04"}])
def test_a_row_s_date_that_cannot_be_read_is_told_and_the_row_read(tmp_path: Path, given: object) -> None:
    article, left = read(rows(tmp_path / "a.jsonl", {"id": "r1", "text": STORY, "published": given}))
    assert (article.text, article.published) == (STORY, None)
    assert (left.ref, left.reason) == ("r1", "unread-date")
    assert str(given)[:8] in left.detail


def test_a_row_without_an_id_is_called_by_its_line(tmp_path: Path) -> None:
    path = rows(tmp_path / "a.jsonl", "\n", {"text": STORY})
    assert [a.ref for a in read(path)] == [f"{path}:2"]


def test_a_row_of_html_is_cleaned(tmp_path: Path) -> None:
    html = f"<nav><a>Home</a></nav><p>{STORY}</p><p>Share this</p>"
    [article] = read(rows(tmp_path / "a.jsonl", {"html": html, "url": "https://o.example/2031/03/04/wall"}))
    assert article.text == STORY
    assert article.published == When("2031-03-04", "day", "date in the URL")


def test_a_row_s_empty_text_gives_way_to_its_html(tmp_path: Path) -> None:
    [article] = read(rows(tmp_path / "a.jsonl", {"text": " ", "html": f"<p>{STORY}</p>"}))
    assert article.text == STORY


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('{"text": "broken\n', "broken-row"),
        ("[1, 2]\n", "broken-row"),
        ('{"id": "x"}\n', "broken-row"),
        ('{"text": 5}\n', "broken-row"),
        ("[" * 100_000 + "\n", "broken-row"),
        ('{"id": ' + "7" * 5_000 + ', "text": "ok"}\n', "broken-row"),
        ('{"text": " "}\n', "empty"),
        ({"text": "\x00\u202e..."}, "empty"),
        ({"text": STORY + "(" * 2_000}, "unreadable"),
        ('{"text": "half \\ud800 of a pair"}\n', "encoding"),
        ({"text": STORY, "language": "de"}, "not-english"),
        (
            {"text": "Der Damm hielt in der Nacht, teilte die Feuerwehr mit, doch zwei Wege sind gesperrt."},
            "not-english",
        ),
    ],
)
def test_a_bad_row_is_declined_and_the_next_one_read(tmp_path: Path, row: object, reason: str) -> None:
    bad, good = read(rows(tmp_path / "a.jsonl", row, {"id": "good", "text": STORY}))
    assert (bad.reason, good.ref) == (reason, "good")


def test_rows_with_their_own_ids_and_nothing_else_are_reports_of_their_own(tmp_path: Path) -> None:
    path = rows(
        tmp_path / "a.jsonl", {"id": "a", "text": STORY}, {"id": "b", "text": STORY}, {"id": "a", "text": STORY}
    )
    assert reasons(read(path)) == ["read", "read", "duplicate"]


def test_rows_may_be_packed_and_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    good, bomb = tmp_path / "a.jsonl.gz", tmp_path / "b.jsonl.gz"
    good.write_bytes(gzip.compress(json.dumps({"text": STORY}).encode()))
    bomb.write_bytes(gzip.compress(b"0" * 20_000_000))
    broken = tmp_path / "c.jsonl.gz"
    broken.write_bytes(b"no gzip at all")
    assert reasons(read(tmp_path, max_file_mb=1)) == ["read", "too-large", "too-large", "unreadable"]


def flipped(data: bytes) -> bytes:
    """Return packed bytes with a few of them changed behind the header."""
    return data[:40] + bytes(255 - byte for byte in data[40:60]) + data[60:]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.txt.gz"])
@pytest.mark.parametrize("damage", [flipped, lambda data: data[:-9]], ids=["flipped", "cut off"])
def test_a_damaged_packed_file_is_declined_and_the_next_one_read(
    tmp_path: Path, name: str, damage: Callable[[bytes], bytes]
) -> None:
    row = json.dumps({"text": STORY, "title": "Wall holds in storm"}).encode()
    (tmp_path / name).write_bytes(damage(gzip.compress(row)))
    bad, good = read(tmp_path / name, write(tmp_path / "b.txt"))
    assert (bad.reason, good.text) == ("unreadable", STORY)


def test_a_folder_that_does_not_open_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)
    for _ in range(20):  # its path is longer than the system opens
        os.mkdir("d" * 250)
        os.chdir("d" * 250)
    article, closed = read(tmp_path)
    assert (Path(article.ref).name, closed.reason) == ("a.txt", "unreadable")
    assert "what is in it was not read" in closed.detail


def test_a_date_given_for_all_comes_before_what_the_page_prints(tmp_path: Path) -> None:
    [article] = read(write(tmp_path / "a.txt", f"4 March 2031\n\n{STORY}"), dates={"": "2031-03-05"})
    assert article.published == When("2031-03-05", "day", "given by the user")
    [article] = read(write(tmp_path / "b.txt"), dates={"": "2031"})
    assert article.published == When("2031", "year", "given by the user")


@pytest.mark.parametrize("key", ["000", "000_wall", "000_wall.txt"])
def test_a_date_given_by_name_or_its_beginning(tmp_path: Path, key: str) -> None:
    first, second = write(tmp_path / "000_wall.txt"), write(tmp_path / "001_wall.txt", title="Second wall holds")
    dated, open_ = read(first, second, dates={key: "2031-03-05"})
    assert (dated.published.value, open_.published) == ("2031-03-05", None)


def test_a_date_given_for_a_row_a_path_or_a_folder(tmp_path: Path) -> None:
    path = rows(tmp_path / "a.jsonl", {"id": "r1", "text": STORY}, {"id": "r2", "text": STORY})
    by_row = read(path, dates={"r1": "2031-03-05"})
    assert [a.published and a.published.value for a in by_row] == ["2031-03-05", None]
    assert {a.published.value for a in read(path, dates={str(path): "2031-03-06"})} == {"2031-03-06"}
    assert {a.published.value for a in read(tmp_path, dates={str(tmp_path): "2031-03-07"})} == {"2031-03-07"}


def test_a_date_whose_source_never_comes_is_told(tmp_path: Path) -> None:
    _, left = read(write(tmp_path / "a.txt"), dates={"zzz": "2031-03-05"})
    assert (left.ref, left.reason) == ("zzz", "missing")
    assert "zzz" in left.detail


def test_a_date_that_fits_two_files_is_a_wrong_call(tmp_path: Path) -> None:
    write(tmp_path / "00a.txt")
    write(tmp_path / "00b.txt", title="Second wall holds")
    with pytest.raises(InputError, match=r"--date 00=\.\.\.: 2 files are called so"):
        read(tmp_path, dates={"00": "2031-03-05"})


@pytest.mark.parametrize("value", ["yesterday", "2031-02-30", "05/03/2031", ""])
def test_a_date_that_is_none_is_a_wrong_call(value: str) -> None:
    with pytest.raises(InputError, match="is not a date; write it as YYYY-MM-DD"):
        read("-", dates={"": value})


def test_the_same_input_gives_the_same_ids(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    [first], [second] = read(path), read(path, dates={"": "2031-03-05"})
    assert first.id == second.id
    assert len(first.id) == 16
