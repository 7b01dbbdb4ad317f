"""Characters that must not reach a report's text: controls, terminal escapes, direction overrides, odd spaces."""

import re
import unicodedata

from onrecord.model import Given

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
"""Controls but line feed and tab, and format characters: soft hyphen, zero width, direction, byte order marks."""
# UTF-8 that was read as Latin-1 or Windows-1252: such pairs of letters stand in no language's words.
_MISREAD = re.compile(
    "[\xc2-\xdf][\x80-\x9f]|\xc2[\xa0-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|\xe2\u20ac[\u2018-\u2122\x80-\xbf\u0153\u02dc]|\xc3[\xa0-\xbf]"
)


def printable(text: str) -> str:
    """Return the text without invisible characters, its line ends as line feeds and its odd spaces as spaces.

    >>> printable("The\\x1b[31m dam\\u202e held\\xa0firm.\\r\\nYes.")
    'The dam held firm.\\nYes.'
    """
    text = reread(text)
    text = _LINE_ENDS.sub("\n", _ESCAPES.sub("", text))
    text = INVISIBLE.sub("", _SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", text)


def reread(text: str) -> str:
    """Return the text with the letters that were decoded as another encoding read again.

    >>> reread("\xe2\x80\x9cIt isn\xe2\u20ac\u2122t,\xe2\u20ac\x9d he said")
    '“It isn’t,” he said'
    """
    return _MISREAD.sub(_reread, text)


def mend(text: str) -> tuple[str, Given | None]:
    """Return the text with its misread letters read again, and the text as it was given where there were any."""
    parts: list[str] = []
    places: list[int] = []
    longer: list[int] = []
    end = length = 0
    for misread in _MISREAD.finditer(text):
        if (letter := _reread(misread)) == misread[0]:
            continue
        parts += (text[end : misread.start()], letter)
        length += misread.start() - end + len(letter)
        end = misread.end()
        places.append(length - 1)
        longer.append(end - length)
    return "".join((*parts, text[end:])), Given(text, tuple(places), tuple(longer)) if places else None


def _reread(misread: re.Match[str]) -> str:
    try:
        return b"".join(_byte(letter) for letter in misread[0]).decode("utf-8")
    except UnicodeError:
        return misread[0]


def _byte(letter: str) -> bytes:
    """Return the byte that a letter was read from: Windows-1252 leaves five bytes out, which stay what they are."""
    return letter.encode("latin-1" if letter <= "\xff" else "cp1252")


def one_line(text: str, limit: int = 160) -> str:
    """Return the text as one printable line, cut with an ellipsis after `limit` characters."""
    line = " ".join(printable(text.encode("utf-8", "replace").decode("utf-8")).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
