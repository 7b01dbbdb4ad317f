"""JSON and JSON Lines. Non-ASCII text stays as it is; control characters are escaped by the format."""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from onrecord.export.brief_rows import brief_row
from onrecord.model import Brief


def write_lines(rows: Iterable[dict[str, Any]], stream: TextIO) -> int:
    """Write one JSON object a line, and return how many."""
    count = 0
    for row in rows:
        stream.write(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n")
        count += 1
    return count


def write_json(brief: Brief, stream: TextIO) -> None:
    """Write the answer as one JSON object."""
    json.dump(brief_row(brief), stream, ensure_ascii=False, allow_nan=False, indent=1)
    stream.write("\n")
