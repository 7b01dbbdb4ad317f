"""Sources to files: names, folders and patterns, what each file is, and its bytes within bounds."""

import glob
import gzip
import os
import stat
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, cast

from onrecord.model import Declined
from onrecord.read.characters import one_line

Kind = Literal["rows", "html", "text"]

_KINDS: dict[str, Kind] = {
    ".jsonl": "rows", ".ndjson": "rows", ".jsonlines": "rows",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".txt": "text", ".text": "text", ".md": "text", "": "text",
}  # fmt: skip
_CALLED = {
    "photo": ".jpg .jpeg .png .gif .webp .heic .tif .tiff .bmp .svg .avif .raw .cr2",
    "video": ".mp4 .mov .avi .mkv .webm .m4v",
    "sound file": ".mp3 .wav .m4a .ogg .flac .aac",
    "document": ".pdf .doc .docx .odt .rtf .epub .pages",
    "table": ".csv .tsv .xls .xlsx .ods .parquet",
    "archive": ".zip .tar .tgz .7z .rar .bz2 .xz .zst .gz .warc",
    "note": ".md",
    "data file": ".json .xml .rss .yaml .yml .toml .sqlite .db",
}
_NAMED = {suffix: called for called, suffixes in _CALLED.items() for suffix in suffixes.split()}
_ONLY_BY_NAME = {".md", ".json"}  # notes and data beside the reports; read when somebody names one
READ_ERRORS = (OSError, EOFError, zlib.error)
"""What reading the bytes of an opened file can raise, packed ones included."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to read. `path` is what the user calls it; `source` the argument that named it."""

    path: str
    source: str
    kind: Kind
    packed: bool = False

    @property
    def ref(self) -> str:
        """The path as text that every output can hold: bytes of its name that are no UTF-8 are replaced."""
        return _shown(self.path)


def find_files(sources: Sequence[str]) -> list[File | Declined]:
    """Return the files that the sources mean, in their order; what cannot be read stands declined in its place."""
    found: list[File | Declined] = []
    seen: dict[tuple[int, int], str] = {}
    for source in sources:
        for entry in _of_source(source):
            found.append(_once(entry, seen) if isinstance(entry, File) and entry.path != "-" else entry)
    return found


def _of_source(source: str) -> Iterator[File | Declined]:
    if source == "-":
        yield File("-", "-", "text")
    elif os.path.isdir(source):
        yield from _of_folder(source, source)
    elif os.path.lexists(source) or not glob.has_magic(source):
        yield _of_path(source, source)
    else:
        yield from _of_pattern(source)


def _of_pattern(source: str) -> Iterator[File | Declined]:
    paths = sorted(glob.glob(source, recursive=True))
    if not paths:
        yield Declined(
            _shown(source), "missing", "no file matches this pattern; check the folder and the quotes around it"
        )
    for path in paths:
        if os.path.isdir(path):
            yield from _of_folder(path, source)
        else:
            yield _of_path(path, source)


def _shown(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "replace")


def _of_path(path: str, source: str) -> File | Declined:
    try:
        mode = os.stat(path).st_mode
    except ValueError:
        return Declined(one_line(path), "missing", "no such file: a name cannot hold a NUL character")
    except OSError as error:
        return Declined(_shown(path), "missing", f"cannot be opened: {_said(error)}; check the name")
    if not stat.S_ISREG(mode):
        return Declined(
            _shown(path), "unsupported", "not a regular file; give a file, a folder or - for standard input"
        )
    suffix, packed = _suffix(path)
    called = _NAMED.get(suffix)
    if called and suffix not in _ONLY_BY_NAME:
        return Declined(_shown(path), "unsupported", f"{suffix} files are not read; give text, HTML or JSON Lines")
    return File(path, source, _KINDS.get(suffix, "text"), packed)


def _suffix(path: str) -> tuple[str, bool]:
    """Return the ending that tells what a file is, and whether it is packed with gzip."""
    name = Path(path)
    if name.suffix.lower() == ".gz" and Path(name.stem).suffix.lower() in _KINDS and Path(name.stem).suffix:
        return Path(name.stem).suffix.lower(), True
    return name.suffix.lower(), False


def _of_folder(folder: str, source: str) -> Iterator[File | Declined]:
    """Yield a folder's readable files by name, the folders in it that do not open, and a line a kind left out."""
    left: Counter[str] = Counter()
    closed: list[OSError] = []
    files = 0
    for path in _walk(folder, closed):
        suffix, _ = _suffix(path)
        if suffix in _KINDS and suffix not in _ONLY_BY_NAME:
            files += 1
            yield _of_path(path, source)
        else:
            left[_NAMED.get(suffix, f"{suffix} file")] += 1
    for error in closed:
        detail = f"the folder cannot be opened: {_said(error)}; what is in it was not read"
        yield Declined(_shown(error.filename), "unreadable", detail)
    for called, count in sorted(left.items()):
        named = called if count == 1 else f"{called}s"
        detail = f"{count} {named} in this folder left out; give text, HTML or JSON Lines"
        yield Declined(_shown(folder), "unsupported", detail)
    if not files and not left and not closed:
        yield Declined(_shown(folder), "empty", "the folder holds no files")


def _walk(folder: str, closed: list[OSError]) -> Iterator[str]:
    """Yield every file below a folder, sorted, hidden ones left out; a link back to a folder above ends there.

    closed  where the errors of folders that cannot be opened are noted
    """
    entered: set[tuple[int, int]] = set()
    for root, folders, names in os.walk(folder, onerror=closed.append, followlinks=True):
        where = os.stat(root)
        if (where.st_dev, where.st_ino) in entered:
            folders.clear()
            continue
        entered.add((where.st_dev, where.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(root, name) for name in sorted(names) if not name.startswith("."))


def _once(file: File, seen: dict[tuple[int, int], str]) -> File | Declined:
    try:
        where = os.stat(file.path)
    except OSError as error:
        return Declined(file.ref, "missing", f"cannot be opened: {_said(error)}; check the name")
    key = (where.st_dev, where.st_ino)
    if key not in seen:
        seen[key] = file.ref
        return file
    named = "given twice" if seen[key] == file.ref else f"the same file as {one_line(seen[key])}"
    return Declined(file.ref, "duplicate", f"{named}; it was read once")


def open_file(file: File) -> BinaryIO | Declined:
    """Open a file for reading bytes, unpacked."""
    try:
        return cast(BinaryIO, gzip.open(file.path, "rb")) if file.packed else open(file.path, "rb")
    except OSError as error:
        return Declined(file.ref, "unreadable", f"cannot be opened: {_said(error)}; check its permissions")


def read_bounded(stream: BinaryIO, ref: str, max_mb: int, first: bytes = b"") -> bytes | Declined:
    """Return all bytes of a stream, or decline it without holding more than the limit in memory."""
    limit = max_mb * 1_000_000
    try:
        data = first + stream.read(max(0, limit + 1 - len(first)))
    except READ_ERRORS as error:
        return unreadable(ref, error)
    if len(data) > limit:
        return Declined(ref, "too-large", f"larger than {max_mb} MB; split it, or raise --max-file-mb")
    return data


def unreadable(ref: str, error: Exception) -> Declined:
    """Decline a file in which one of `READ_ERRORS` came up."""
    return Declined(ref, "unreadable", f"cannot be read to its end: {_said(error)}; give a whole copy of it")


def _said(error: Exception) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return one_line(text.lower() or type(error).__name__)
