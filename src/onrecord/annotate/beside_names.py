"""What stands beside a name without being part of it: an age behind it, the hour of a live page before it."""

import re

from spacy.tokens import Token

_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}")


def is_entry_time(token: Token) -> bool:
    """Whether it is the time before a live page's entry, which is no part of what follows: "14:05 Lawyers said"."""
    return _CLOCK.fullmatch(token.text) is not None


def has_age(last: Token) -> bool:
    """Whether an age stands between commas behind a name's last word: "Ada Roe, 51, left"."""
    after = [t.text for t in last.doc[last.i + 1 : last.i + 4]]
    return len(after) == 3 and after[0] == after[2] == "," and after[1].isdigit()
