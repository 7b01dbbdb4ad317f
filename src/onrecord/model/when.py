"""When something was, as far as it is known."""

from dataclasses import dataclass
from typing import Literal

Precision = Literal[
    "century",
    "decade",
    "year",
    "half",
    "quarter",
    "season",
    "month",
    "week",
    "day",
    "hour",
    "minute",
    "interval",
]


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A time as far as it is known.

    value      EDTF: "2017-12-14", "2017-12", "2017", "2017-12-14T10:30", "2017-12-13/2017-12-17",
               open intervals "../2019-12-29" (before) and "2017-12-17/.." (after), "XXXX-12-14" when the
               year is not known, "2017-12-17~" approximate
    precision  the finest unit that is known; "interval" for a range of days with no single unit
    basis      how it is known, in a few plain words: "metadata", "dateline", "printed in the text",
               "weekday 'Sunday' before publication", "given by the user", "none"
    """

    value: str
    precision: Precision
    basis: str
