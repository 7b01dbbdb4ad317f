"""Bytes to text: which encoding a file is in, and whether it is text at all."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page declares its charset
# First bytes of files that are no reports, and what to call them.
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\xff\xd8\xff", "a JPEG photo"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"BM", "a bitmap picture"),
    (b"PK\x03\x04", "a ZIP, Word or spreadsheet file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"RIFF", "a sound, video or picture file"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\xfd7zXZ", "an XZ archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\x1f\x8b", "a gzip archive"),
)


def binary_kind(data: bytes) -> str | None:
    """Return what the bytes are when they are no text ("a PDF"), None for text."""
    if any(data.startswith(bom) for bom, _ in _BOMS):
        return None
    for magic, kind in _MAGIC:
        if data.startswith(magic) and (len(magic) > 2 or _controls(data[:_HEAD]) > 0):
            return kind
    if data[4:8] == b"ftyp":
        return "a video or picture file"
    sample = data[:65536]
    return "binary data" if b"\x00\x00" in sample or _controls(sample) > 0.05 * len(sample) else None


def _controls(sample: bytes) -> int:
    return sum(byte < 9 or 13 < byte < 32 and byte != 27 for byte in sample)


def decode(data: bytes) -> str | None:
    """Return the text of the bytes, None when no encoding makes sense of them.

    In this order: byte order mark, UTF-8, the charset an HTML page declares, Windows-1252 when that is plausible.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _try(data, encoding)
    declared = _META.search(data[:_HEAD])
    text = _try(data, "utf-8")
    if text is None and declared:
        text = _try(data, _codec(declared[1]))
    if text is None and _plausible_cp1252(data):
        text = _try(data, "cp1252")
    return text


def _try(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _codec(name: bytes) -> str | None:
    """Return the name of a text codec that a page's declaration means, None for anything else."""
    try:
        info = codecs.lookup(name.decode("ascii"))
    except (LookupError, UnicodeError):
        return None
    if not info._is_text_encoding or info.name in {"idna", "punycode", "unicode_escape", "raw_unicode_escape"}:
        return None
    return "cp1252" if info.name == "iso8859-1" else info.name


def _plausible_cp1252(data: bytes) -> bool:
    """Whether the bytes above ASCII are few and stand for quotation marks, dashes and accented letters."""
    high = [byte for byte in data if byte >= 0x80]
    odd = sum(byte in b"\x81\x8d\x8f\x90\x9d" for byte in high)
    return odd == 0 and b"\x00" not in data and len(high) <= 0.2 * len(data)
