"""Accounts side by side: what `compare` answers."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.collection import Collection
from onrecord.model.happenings import Modality
from onrecord.model.reports import Declined
from onrecord.model.spans import Passage
from onrecord.model.when import When

Verdict = Literal["agree", "compatible", "update", "conflict", "single", "undecided"]
ClaimKind = Literal["count", "date", "place", "actor", "recipient", "initiator", "thing", "modality"]


@dataclass(frozen=True, slots=True)
class Account:
    """One article's value for a slot, with the hands it came through.

    via     the chain between the one whose word it is and the outlet, nearest the outlet first
    origin  whose word the value rests on: the last named hand; None when nobody is named
    """

    passage: Passage
    origin: str | None
    via: tuple[str, ...] = ()
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimValue:
    """One of the values that accounts give for a slot; low and high for counts and dates (as numbers or EDTF)."""

    value: str
    low: float | None
    high: float | None
    accounts: tuple[Account, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One slot of one event: all values, each with who said it. `silent` are articles of the story without one.

    named   where other articles of the story name one of the values, though not surely as what is asked here: these
            are neither accounts nor silent, and there is one passage for each
    voices  how many tell it independently: copies and rewrites of one text are one, and so are one owner's outlets;
            0 when not counted
    doubt   what may be wrong with a verdict on values that are alike: "perhaps of two deeds"; "" for most
    """

    event: str
    story: str | None
    slot: str
    kind: ClaimKind
    unit: str | None
    verdict: Verdict
    reason: str
    values: tuple[ClaimValue, ...]
    outlets: int
    origins: int
    unknown: int
    silent: tuple[str, ...] = ()
    voices: int = 0
    named: tuple[Passage, ...] = ()
    doubt: str = ""

    @property
    def why(self) -> str:
        """The reason for the verdict, and what may be wrong with it."""
        return f"{self.reason.removesuffix('.')}, {self.doubt}." if self.doubt else self.reason


@dataclass(frozen=True, slots=True)
class ContactCount:
    """What a report counts ("two calls in four days", "the second call in three"), and how many the ledger holds."""

    passage: Passage
    told: int
    found: int


@dataclass(frozen=True, slots=True)
class Contact:
    """A call, meeting, letter or visit. `initiator` is None when the reports do not say who started it.

    modality  "planned" when every report only announces it, "denied" when one side declined
    counts    what reports count of contacts of which this is the last
    readouts  each hand that tells of it, with its words
    times     the counting words where the reports tell of several contacts at once ("several informal talks")
    """

    event: str
    story: str | None
    when: When | None
    medium: str | None
    initiator: str | None
    recipient: str | None
    parties: tuple[str, ...]
    topics: tuple[str, ...]
    mentions: tuple[Passage, ...]
    origins: tuple[str, ...]
    outlets: int = 0
    unknown: int = 0
    modality: Modality = "actual"
    counts: tuple[ContactCount, ...] = ()
    readouts: tuple[tuple[str, tuple[Passage, ...]], ...] = ()
    times: str | None = None


PromiseStatus = Literal["kept", "broken", "repeated", "unknown"]


@dataclass(frozen=True, slots=True)
class Promise:
    """An undertaking: who, to whom, what; `outcome` the sentences that show what became of it."""

    who: str | None
    to: str | None
    what: str
    when: When | None
    status: PromiseStatus
    mentions: tuple[Passage, ...]
    outcome: tuple[Passage, ...] = ()
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """The answer of the main job."""

    collection: Collection
    declined: tuple[Declined, ...] = ()
    claims: tuple[Claim, ...] = ()
    contacts: tuple[Contact, ...] = ()
    promises: tuple[Promise, ...] = ()


ChangeKind = Literal[
    "new report",
    "changed verdict",
    "outcome",
    "new denial",
    "new promise",
    "new contact",
    "new value",
    "new claim",
]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that an earlier answer did not hold.

    what    the report, slot, contact, promise or denial in a few words
    detail  what changed, in one plain sentence
    verdict of a claim
    """

    kind: ChangeKind
    what: str
    detail: str
    story: str | None
    passages: tuple[Passage, ...]
    verdict: Verdict | None = None
