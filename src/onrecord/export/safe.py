"""Text from outside, made harmless for a terminal or a line of Markdown.

Reports and file names are hostile: nothing in them may move the cursor, colour the screen, reorder what is
read (bidirectional controls) or start markup.
"""

import re

from onrecord.read.characters import INVISIBLE, reread

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|<>~&:@$^=-])")


def plain(text: str) -> str:
    """Return the text without control and direction characters, what was decoded wrongly read again.

    Line breaks and tabs stay.

    >>> plain("a\\x1b[31mb, Norland\\xe2\\x80\\x99s dam")
    'a[31mb, Norland’s dam'
    """
    return INVISIBLE.sub("", reread(text))


def one_line(text: str) -> str:
    """Return the text on one line, without control characters.

    >>> one_line("the dam\\n held")
    'the dam held'
    """
    return " ".join(plain(text).split())


def markdown(text: str) -> str:
    """Return the text on one line with every character that Markdown could read as markup escaped.

    >>> markdown("<b>*x*")
    '\\\\<b\\\\>\\\\*x\\\\*'
    """
    return _MARKDOWN.sub(r"\\\1", one_line(text))
