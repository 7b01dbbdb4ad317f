"""What the table of agreement holds of a few reports of one story, read as a user's reports are."""

import json
from io import BytesIO

import pytest

from onrecord.api import Request, brief
from onrecord.model import Claim


def table(*texts: str, day: str = "2031-05-14") -> tuple[Claim, ...]:
    """Return the rows for reports of one day."""
    rows = [
        json.dumps({"id": f"r{n}", "outlet": f"Paper {n}", "text": text, "published": day})
        for n, text in enumerate(texts)
    ]
    return brief(Request(sources=["-"], stdin=BytesIO("\n".join(rows).encode()))).claims


def shown(*texts: str, kind: str) -> list[tuple[str, list[str]]]:
    """Return the verdict and the values of each row of a kind."""
    return [(c.verdict, [v.value for v in c.values]) for c in table(*texts) if c.kind == kind]


def test_a_byname_in_quotation_marks_parts_no_name() -> None:
    one = 'Mayor Lena Brill on Monday appointed William "Bo" Harlan to the harbour board of Lun.'
    other = "William Harlan was appointed to the harbour board of Lun on Monday by Mayor Lena Brill."
    assert ("agree", ["William Harlan"]) in shown(one, other, kind="recipient")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("The plan was blocked last year. It was drawn up by Ada Roe.", "Ada Roe", id="by-whom"),
        pytest.param("It rained. It snowed. The sea was calm. Ada Roe was arrested.", "Ada Roe", id="to-whom"),
    ],
)
def test_what_a_passive_says_is_shown_wherever_it_stands(text: str, value: str) -> None:
    assert value in [v for kind in ("actor", "recipient") for _, values in shown(text, kind=kind) for v in values]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("http : / / www . orbis . example / 2031 / storm - kills - 5 / The storm hit Lun.", id="spaced"),
        pytest.param("See https://orbis.example/20310504/mill-shuts-4-halls for the mill of Lun.", id="as-it-is"),
    ],
)
def test_an_address_gives_no_values(text: str) -> None:
    assert [c.slot for c in table(text) if c.kind in ("count", "date")] == []


def test_a_town_of_that_name_is_no_place_of_a_deed() -> None:
    texts = "The seller is the town of Odern, which owns the crane.", "The town of Odern, which owns the crane, sells."
    assert shown(*texts, kind="place") == []


def test_an_aside_of_others_is_not_the_speaker_s() -> None:
    text = "The ferry, reportedly with room for 900 cars, will cost $40 million, the Lun Harbour Board told Orbis."
    rows = {v.value: v.origins for c in table(text) for v in c.values}
    assert rows["900 cars"] == ("reports (unnamed)",)
    assert rows["$40 million"] != ("reports (unnamed)",)


def test_the_clause_that_tells_more_of_a_value_may_call_it_hearsay() -> None:
    text = "The bid was far below the $40m price that Norvik Mills and its owner reportedly want."
    assert {v.origins for c in table(text) for v in c.values if v.value == "$40m"} == {("reports (unnamed)",)}
