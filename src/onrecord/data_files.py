"""The word lists and tables that stand as data beside the code of a room, in its folder `data`.

Each entry has its line; a line that begins with "#" says what the entries are.
"""

import json
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files


def _text(package: str, name: str) -> str:
    return files(package).joinpath("data", name).read_text(encoding="utf-8")


def lines(package: str, name: str) -> list[str]:
    """Return a file's lines in order, without empty ones and comments.

    package  the room that holds the file: its modules give `__package__`
    """
    return [line for line in _text(package, name).splitlines() if line and not line.startswith("#")]


def rows(package: str, name: str) -> list[list[str]]:
    """Return the cells of each line of a file, which tabs part."""
    return [[cell.strip() for cell in line.split("\t")] for line in lines(package, name)]


def words(package: str, name: str) -> frozenset[str]:
    """Return every word of a file whose lines hold words parted by spaces."""
    return frozenset(word for line in lines(package, name) for word in line.split())


@cache
def lists(package: str, name: str) -> Mapping[str, frozenset[str]]:
    """Return the lists of a file that holds one a line: its name, a tab, its words. Read once a process."""
    return {title: frozenset(listed.split()) for title, listed in rows(package, name)}


@cache
def tables(package: str, name: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Return the lists of a TOML file, whose entries may hold spaces and tabs, by section and key. Read once."""
    return tomllib.loads(_text(package, name))


def weights(package: str, name: str) -> dict[str, float]:
    """Return the learned weights of a JSON file, by measure; "" is the constant."""
    loaded: dict[str, float] = json.loads(_text(package, name))
    return loaded
