"""What became of a promise, as a user's reports tell it: shown by a sentence, never guessed."""

import json
from io import BytesIO

import pytest

from onrecord.api import Request, brief
from onrecord.model import Promise

GIVEN = (
    "Mayor Ada Roe of Selm promised on Monday to reopen the northern ferry line to Osk before the winter. Residents of "
    "the island of Osk have asked for the ferry since a storm broke the pier in March."
)
AROUND = "Residents of Osk watch the pier of the ferry that a storm broke in March."


def promise(later: str) -> Promise:
    """Return the first promise of a report of May 2031 and a later one."""
    texts = {"2031-05-05": GIVEN, "2031-09-12": f"{later} {AROUND}"}
    rows = [json.dumps({"id": day, "text": text, "published": day}) for day, text in texts.items()]
    return brief(Request(sources=["-"], stdin=BytesIO("\n".join(rows).encode()))).promises[0]


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ("Mayor Ada Roe of Selm reopened the northern ferry line to Osk on Friday.", "kept"),
        ("Mayor Ada Roe of Selm kept her promise to reopen the northern ferry line to Osk.", "kept"),
        (
            "Mayor Ada Roe of Selm broke her promise to reopen the northern ferry line to Osk before the winter.",
            "broken",
        ),
        ("Mayor Ada Roe of Selm failed to reopen the northern ferry line to Osk before the winter.", "broken"),
        ("Mayor Ada Roe of Selm repeated her promise to reopen the northern ferry line to Osk.", "repeated"),
    ],
)
def test_a_later_sentence_shows_what_became_of_it(later: str, status: str) -> None:
    told = promise(later)
    assert (told.status, len(told.outcome)) == (status, 1)


@pytest.mark.parametrize(
    "later",
    [
        pytest.param(
            "Has Mayor Ada Roe of Selm kept her promise to reopen the northern ferry line to Osk?", id="asked"
        ),
        pytest.param(
            "If Mayor Ada Roe of Selm kept her promise to reopen the northern ferry line to Osk, boats could sail.",
            id="supposed",
        ),
        pytest.param(
            "Mayor Ada Roe of Selm never broke her promise to reopen the northern ferry line to Osk.", id="never-broke"
        ),
        pytest.param(
            "Mayor Ada Roe of Selm reopened the southern ferry line to Osk in 2029.", id="another-line-before"
        ),
        pytest.param("Mayor Bo Lind of Selm reopened the northern ferry line to Osk.", id="by-another"),
    ],
)
def test_what_shows_nothing_leaves_it_unknown(later: str) -> None:
    told = promise(later)
    assert (told.status, told.outcome) == ("unknown", ())
