"""Which encoding bytes are in, and whether they are text at all."""

import pytest

from onrecord.read.decode import binary_kind, decode

TEXT = "“The wall held,” said André – at last. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_in_a_known_encoding_is_read(encoding: str) -> None:
    data = TEXT.encode(encoding)
    assert (binary_kind(data), decode(data)) == (None, TEXT)


def test_the_charset_of_a_page_is_believed_where_utf_8_does_not_fit() -> None:
    page = '<meta charset="iso-8859-2"><p>Łódź</p>'
    assert decode(page.encode("iso-8859-2")) == page


@pytest.mark.parametrize("name", ["rot13", "zlib", "no-such-charset", "idna"])
def test_a_charset_that_is_none_does_no_harm(name: str) -> None:
    data = f'<meta charset="{name}"><p>{TEXT}</p>'.encode("cp1252")
    assert TEXT in (decode(data) or "")


@pytest.mark.parametrize("data", ["Стена выдержала шторм".encode("koi8-r"), b"\xff\xfe\x00", b"caf\x81 " * 9])
def test_bytes_in_no_known_encoding_are_none(data: bytes) -> None:
    assert decode(data) is None


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7", "a PDF"),
        (b"\xff\xd8\xff\xe0", "a JPEG photo"),
        (b"\x89PNG\r\n", "a PNG picture"),
        (b"PK\x03\x04", "a ZIP, Word or spreadsheet file"),
        (bytes(range(256)) * 4, "binary data"),
        (b"BMW recalls cars.", None),
        (b"MZ is a postcode.", None),
    ],
)
def test_what_is_no_text_has_a_name(data: bytes, kind: str | None) -> None:
    assert binary_kind(data) == kind
