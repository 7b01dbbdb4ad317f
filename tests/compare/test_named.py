"""What a report that gives no value for a row is said to do: to be silent, or to name the value all the same."""

import pytest

from onrecord.model import Claim

from ..test_rows_told import table

BOTH = (
    "Ada Roe was arrested by police at the mill of Lun on Monday, the council said.",
    "On Monday police at the mill of Lun arrested Ada Roe, the council said.",
)


def row(*texts: str, kind: str) -> Claim:
    """Return the first row of a kind that two reports share."""
    return next(c for c in table(*texts) if c.kind == kind and c.outlets > 1)


def test_a_report_that_names_the_value_elsewhere_is_not_silent() -> None:
    third = "The mill of Lun shut its gates after the arrest on Monday. Ada Roe had worked there since May."
    found = row(*BOTH, third, kind="recipient")
    assert found.silent == ()
    [passage] = found.named
    assert passage.span.of(third) == "Ada Roe"


def test_a_report_that_names_nobody_is_silent() -> None:
    third = "The mill of Lun shut its gates on Monday after the arrest at the mill, the council said."
    found = row(*BOTH, third, kind="recipient")
    assert (len(found.silent), found.named) == (1, ())


@pytest.mark.parametrize(
    ("number", "named"),
    [pytest.param("37", 1, id="hardly-by-chance"), pytest.param("two", 0, id="met-everywhere")],
)
def test_only_a_number_that_is_seldom_met_names_a_count(number: str, named: int) -> None:
    one = f"The fire at the mill of Lun on Monday injured {number} people, the council said."
    other = f"On Monday a fire at the mill of Lun injured {number} people, the council said."
    third = f"A fire broke out on Monday in Lun. Later {number} people were arrested at a march in Odern."
    assert len(row(one, other, third, kind="count").named) == named


def test_a_name_that_is_part_of_another_is_not_named() -> None:
    one, other = (text.replace("Ada Roe", "Brill") for text in BOTH)
    third = "The mill of Lun shut its gates after the arrest on Monday, and no train ran from Brill Junction."
    found = row(one, other, third, kind="recipient")
    assert (len(found.silent), found.named) == (1, ())


def test_a_weekday_in_a_sentence_that_tells_the_same_is_not_silence() -> None:
    one = "A boy fell down the gorge of Lun at the old mill on Saturday, the council said."
    other = "On Saturday a boy fell into the gorge of Lun at the old mill, the council said."
    third = "Crowds came to the old mill of Lun, where a boy was hurt at the gorge that Saturday."
    found = [c for c in table(one, other, third) if c.kind == "date" and c.outlets > 1]
    assert found
    assert all(not c.silent for c in found)
