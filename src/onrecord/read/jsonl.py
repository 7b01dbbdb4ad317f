"""JSON Lines: one report a row, its `text` taken as it is or its `html` cleaned."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from onrecord.model import Declined, When
from onrecord.read import dating
from onrecord.read.characters import one_line
from onrecord.read.language import is_english, name_of

_BASIS = "given with the report"
_GIVE_UP = 8  # a line this many times too long ends the reading of its file
_CHUNK = 1 << 20  # bytes
# A row's id, and its title, outlet and address, are cut to so many characters.
_ID_CHARS = 300
_LABEL_CHARS = 2000
_DATE_CHARS = 80


@dataclass(frozen=True, slots=True)
class Row:
    """One row that can be read. Exactly one of `text` and `html` is set; `number` counts lines from 1.

    unread_date  what the row gives as its date, where that cannot be read as one
    """

    ref: str
    number: int
    id: str | None
    text: str | None
    html: str | None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: When | None = None
    unread_date: str | None = None


def read_rows(stream: BinaryIO, path: str, max_line_bytes: int, first: bytes = b"") -> Iterator[Row | Declined]:
    """Yield the rows of a stream, one at a time; a row that cannot be read is declined and the next one comes.

    `first` is what has been read of the stream's first line already. Blank lines count but give nothing.
    """
    number = 0
    while line := first if first.endswith(b"\n") else first + stream.readline(max(0, max_line_bytes + 1 - len(first))):
        first = b""
        number += 1
        if len(line) > max_line_bytes:
            yield Declined(f"{path}:{number}", "too-large", _too_long(max_line_bytes))
            if not _skip_line(stream, line, max_line_bytes * _GIVE_UP):
                yield Declined(path, "too-large", f"line {number} does not end; the rest of the file was not read")
                return
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _row(line, path, number)


def _too_long(max_bytes: int) -> str:
    return f"a row of more than {max_bytes // 1_000_000} MB; split it, or raise --max-file-mb"


def _skip_line(stream: BinaryIO, line: bytes, patience_bytes: int) -> bool:
    """Read on to the line's end in bounded memory; False when it does not come."""
    while not line.endswith(b"\n") and patience_bytes > 0:
        line = stream.readline(_CHUNK)
        if not line:
            return True
        patience_bytes -= len(line)
    return line.endswith(b"\n")


def _row(line: bytes, path: str, number: int) -> Row | Declined:
    ref = f"{path}:{number}"
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Declined(ref, "encoding", f"line {number} is not UTF-8; write the file again as UTF-8")
    except (ValueError, RecursionError) as error:
        return Declined(ref, "broken-row", f"line {number} is not JSON: {_fault(error)}; mend or remove the line")
    if not isinstance(fields, dict):
        return Declined(ref, "broken-row", f'line {number} is no JSON object; a row is {{"text": ...}}')
    return _from_fields(fields, path, number)


def _fault(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return one_line(error.msg)
    return "nested too deeply" if isinstance(error, RecursionError) else "a number has too many digits"


def _from_fields(fields: dict[str, Any], path: str, number: int) -> Row | Declined:
    row_id = _id(fields.get("id"))
    ref = row_id or f"{path}:{number}"
    if refused := _refused(fields, ref, f"line {number} of {path}"):
        return refused
    text, html = _body(fields)
    url = _label(fields, "url")
    published, unread_date = _published(fields)
    return Row(
        ref=ref,
        number=number,
        id=row_id,
        text=text,
        html=html,
        title=_label(fields, "title"),
        outlet=_label(fields, "outlet"),
        url=url,
        published=_or_in_address(published, url if text else None),
        unread_date=unread_date,
    )


def _refused(fields: dict[str, Any], ref: str, where: str) -> Declined | None:
    """Return why a row is not read, None when it is."""
    text, html = _body(fields)
    if text is None and html is None:
        return Declined(ref, "broken-row", f"{where} has neither text nor html; give it one of them")
    if not any(map(str.isalnum, text or html or "")):
        return Declined(ref, "empty", f"{where} has an empty text: no letter and no figure in it")
    if not _encodable(text or html or ""):
        return Declined(ref, "encoding", f"{where} holds half of a surrogate pair; write its text as UTF-8")
    if (language := _string(fields, "language")) and not is_english(language):
        named = one_line(name_of(language), 40)
        return Declined(ref, "not-english", f"the row says that it is in {named}; only English is read")
    return None


def _body(fields: dict[str, Any]) -> tuple[str | None, str | None]:
    """Return a row's text, or else its html, which an empty text gives way to."""
    text, html = _string(fields, "text"), _string(fields, "html")
    return (None, html) if html is not None and not (text or "").strip() else (text, None)


def _id(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return one_line(str(value), _ID_CHARS) or None


def _string(fields: dict[str, Any], name: str) -> str | None:
    value = fields.get(name)
    return value if isinstance(value, str) else None


def _label(fields: dict[str, Any], name: str) -> str | None:
    return one_line(_string(fields, name) or "", _LABEL_CHARS) or None


def _encodable(text: str) -> bool:
    return not any("\ud800" <= c <= "\udfff" for c in text)


def _published(fields: dict[str, Any]) -> tuple[When | None, str | None]:
    """Return a row's date and, where what it gives as one cannot be read, those words."""
    value = fields.get("published")
    words = "" if value is None else one_line(str(value), _DATE_CHARS)
    when = dating.said(words, _BASIS)
    return when, None if when else words or None


def _or_in_address(when: When | None, url: str | None) -> When | None:
    """Return the date that an address holds where the row gives none, or only its month or year."""
    found = dating.in_address(url) if url and (when is None or when.precision != "day") else None
    return found if found and found.value.startswith(when.value if when else "") else when
