"""A place in one report that tells of a contact."""

from dataclasses import dataclass

from onrecord.compare.contact_sums import Sum
from onrecord.model import Modality, Span, When

SAID_TO = frozenset({"appeal", "warning", "thanks", "invitation", "notice"})
GIVEN = frozenset({"thanks", "congratulations", "condolences"})
"""Media by which one gives another what a call or a meeting may be for."""
WRITTEN = frozenset({"letter", "petition"})
NOT_HELD = frozenset({"hypothetical", "denied"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """One report's mention of a contact.

    index  number of its event in the article, None where a statement tells it
    other  it is set apart from the contact told just before ("another call")
    points it has no parties and points back ("the call")
    sum    how many contacts it stands for, where it stands for several
    clear  no party rests on a pronoun that may well mean somebody else
    formal it is called talks or negotiations, which a call is not
    apposed it names once more the contact told just before in its sentence (", the first contact since May")
    """

    article: str
    index: int | None
    span: Span
    story: str | None
    when: When | None
    medium: str
    initiator: str | None
    recipient: str | None
    parties: frozenset[str]
    topics: tuple[str, ...]
    modality: Modality = "actual"
    other: bool = False
    points: bool = False
    sum: Sum | None = None
    clear: bool = True
    formal: bool = False
    apposed: bool = False
