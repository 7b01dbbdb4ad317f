"""The data files of every room: each says what it holds, and nothing of it is lost by spaces at an end."""

from pathlib import Path

import pytest

import onrecord
from onrecord.data_files import lines, lists

ROOT = Path(onrecord.__file__).parent
LISTS = sorted(p for folder in ROOT.rglob("data") for p in folder.iterdir() if p.suffix in (".tsv", ".txt", ".toml"))


@pytest.mark.parametrize("path", LISTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_list_says_what_it_holds_and_holds_something(path: Path) -> None:
    package = ".".join(path.relative_to(ROOT.parent).parts[:-2])
    assert path.read_text(encoding="utf-8").startswith("# ")
    assert lines(package, path.name)


@pytest.mark.parametrize("path", LISTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_line_of_a_list_has_spaces_at_its_end(path: Path) -> None:
    assert not [line for line in path.read_text(encoding="utf-8").splitlines() if line != line.rstrip(" ")]


@pytest.mark.parametrize("path", LISTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_list_of_a_file_is_asked_for_by_its_name(path: Path) -> None:
    room = path.parent.parent
    code = "".join(p.read_text(encoding="utf-8") for p in room.rglob("*.py"))
    if f'lists(__package__, "{path.name}")' in code:
        package = ".".join(path.relative_to(ROOT.parent).parts[:-2])
        assert [name for name in lists(package, path.name) if f'"{name}"' not in code] == []
