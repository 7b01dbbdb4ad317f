"""Publication dates that the user gives: `--date [SOURCE=]YYYY-MM-DD`."""

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from onrecord.errors import InputError
from onrecord.model import Declined, When
from onrecord.read import dating

_BASIS = "given by the user"


class GivenDates:
    """The user's dates by source, and which of them have found their source.

    A key is "" for every source, a source as given, a path, a file's name with or without its ending, the beginning
    of one file's name, or the id of a JSON Lines row.
    """

    def __init__(self, dates: Mapping[str, str]) -> None:
        """Read the dates; raises InputError for one that is no date."""
        self._dates = {key: _when(key, value) for key, value in dates.items()}
        self._used: set[str] = {key for key in self._dates if not key}
        self._starts: dict[str, str] = {}

    def know_files(self, paths: Iterable[str]) -> None:
        """Learn the run's files; raises InputError for a beginning of a name that fits two of them."""
        names = sorted(set(paths))
        for key in self._dates:
            if not key or any(_named(key, path) for path in names):
                continue
            meant = [path for path in names if PurePath(path).name.startswith(key)]
            if len(meant) > 1:
                raise InputError(
                    f"--date {key}=...: {len(meant)} files are called so, among them {meant[0]} and {meant[1]}; "
                    "give more of the name"
                )
            if meant:
                self._starts[key] = meant[0]

    def of(self, source: str, path: str | None, row: str | None = None) -> When | None:
        """Return the date given for an article: for its row, else its file, else its source, else for all."""
        names = [name for name in (row, path, source) if name is not None]
        for name in names:
            for key in self._dates:
                if key and (_named(key, name) or self._starts.get(key) == name):
                    self._used.add(key)
                    return self._dates[key]
        return self._dates.get("")

    def unmatched(self) -> list[Declined]:
        """Return a line for each date whose source never came."""
        return [
            Declined(key, "missing", f"--date {key}=...: no source, file or row is called {key!r}; check its name")
            for key in self._dates
            if key not in self._used
        ]


def _when(key: str, value: str) -> When:
    when = dating.said(value, _BASIS)
    if when is None:
        named = f"{key}={value}" if key else value
        raise InputError(f"--date {named}: {value!r} is not a date; write it as YYYY-MM-DD, for instance 2017-12-18")
    return when


def _named(key: str, name: str) -> bool:
    path = PurePath(name)
    return key in (name, path.name, path.stem) or PurePath(key) == path
