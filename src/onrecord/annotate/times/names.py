"""Days that are names: "the June 9 movement" took nothing on that day, and may go by "April 6" alone."""

import re

from onrecord.annotate.times.lexicon import listed

# Before these a day is a day, whatever else the report calls by it.
_DATING = frozenset({"on", "since", "until", "till", "by", "from", "before", "after", "last", "next", "this"})
_LONGEST = 30


def is_name_of_group(text: str, start: int, end: int, before: str) -> bool:
    """Whether a day, at offsets of a text, is part of a name, or the name for short.

    before  the word before it, in lower case

    >>> is_name_of_group("The June 9 movement met. June 9 was then banned.", 25, 31, ".")
    True
    """
    if before in _DATING or end - start > _LONGEST:
        return False
    day = re.sub(r"^the\s+", "", text[start:end], flags=re.IGNORECASE)
    groups = "|".join(sorted(listed("named by a day")))
    called = rf"\b(?:the|an?) {re.escape(day)} (?:[a-z]+ )?(?:{groups})\b"
    return re.search(called, text, re.IGNORECASE) is not None
