"""What the words right before a date say of it, where the parse need not be asked."""

import re

# "ahead of a visit by the king on Sunday", "braces for Sunday's vote", "out on Friday", "up for re-election in May"
_AHEAD_OF = re.compile(
    r"\b(?:ahead of|gett?(?:s|ing) ready for|(?:brac|prepar|gear)(?:es?|s|ing) (?:up )?for) [^.,;:\n]{3,90}\bon $"
    r"|\b(?:gett?(?:s|ing) ready|(?:brac|prepar|gear)(?:es?|s|ing)(?: up)?) for (?:the )?$"
    r"|, out on $|\bup for (?:re-?)?election (?:in|on) $",
    re.IGNORECASE,
)
_HAD_BEEN_SET = re.compile(r"\bhad (?:originally |initially )?been (?:scheduled|planned|set|due|slated) [\w ]*$")
_AHEAD_CHARS, _SET_CHARS = 125, 50


def comes_ahead(text: str, start: int) -> bool:
    """Whether the words before a date say that it is to come.

    >>> comes_ahead("She is up for re-election in ", 29)
    True
    """
    return bool(_AHEAD_OF.search(text, max(0, start - _AHEAD_CHARS), start))


def was_set_before(text: str, start: int) -> bool:
    """Whether what a date is of had been set for it, and may be over or put off.

    >>> was_set_before("It had been scheduled for ", 26)
    True
    """
    return bool(_HAD_BEEN_SET.search(text, max(0, start - _SET_CHARS), start))
