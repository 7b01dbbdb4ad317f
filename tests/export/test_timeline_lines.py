"""What a timeline's line adds to a report's words."""

import pytest

from onrecord.export.lines import TimelineLine
from onrecord.model import Event


@pytest.mark.parametrize(
    ("what", "state"),
    [
        ("The ferry sank off Selm", " (denied)"),
        ("The ferry did not sink off Selm", ""),
        ("The harbour master refused to speak to the council", ""),
        ("Harbour Lines declined to pay", ""),
    ],
)
def test_what_the_words_deny_themselves_is_not_called_denied(what: str, state: str) -> None:
    event = Event("e", "DEATH", "", what, None, (), (), (), "denied", (), (), "s1")
    assert TimelineLine(event, "", "", (), "", background=False).state == state
