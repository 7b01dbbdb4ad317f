"""One file a standard; `WRITERS` is the list of what `brief` can be written as."""

from collections.abc import Callable
from typing import TextIO

from onrecord.export.html import write_html
from onrecord.export.jsonl import write_json
from onrecord.export.md import write_md
from onrecord.export.text import write_text
from onrecord.model import Brief

WRITERS: dict[str, Callable[[Brief, TextIO], None]] = {
    "text": write_text,
    "json": write_json,
    "md": write_md,
    "html": write_html,
}
