"""The lines of the answer as a reader sees them, in the terminal, in Markdown and on the page, and a story of them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.export.agreement import ClaimLine
from onrecord.export.cited import Report, Words, counted, numbers
from onrecord.export.said_line import StatementLine
from onrecord.model import Change, Contact, Event, Promise, Story

_NOT = re.compile(
    r"\b(?:not|never|no|nobody|nothing|without|den(?:y|ies|ied|ying)|cannot|refus(?:es?|ed|ing)|declin(?:es?|ed|ing)"
    r"|fail(?:s|ed|ing)?|unable)\b|n['’]t\b",
    re.IGNORECASE,
)
_HELD = {"actual": "", "denied": "not held"}
_ONE_SIDED = frozenset({"phone", "letter", "message"})


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """A happening: when it happened, as far as is known, beside who reported it and when.

    reported  when it was first reported, in words; empty when no report of it is dated
    """

    event: Event
    when: str
    basis: str
    words: tuple[Words, ...]
    reported: str
    background: bool

    @property
    def state(self) -> str:
        """What to add when it is not simply a thing that happened, with a space before it; a "not" says it already."""
        said = self.event.modality == "actual" or (self.event.modality == "denied" and _NOT.search(self.event.what))
        notes: list[str] = [] if said else [self.event.modality]
        notes += ["background"] if self.background else []
        notes += [f"on the word of {_in_short(self.event.said_by, 2)}"] if self.event.said_by else []
        return f" ({', '.join(notes)})" if notes else ""


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A row of the ledger of contacts.

    counts    what reports count of contacts of which this is the last, with the words
    readouts  each hand that tells of it, with its words
    since     how long after the contact before it between the same parties, in words; "" for the first
    """

    contact: Contact
    when: str
    words: tuple[Words, ...]
    counts: tuple[tuple[str, Words], ...] = ()
    readouts: tuple[tuple[str, tuple[Words, ...]], ...] = ()
    since: str = ""

    @property
    def head(self) -> str:
        """When and by which medium, how often where it stands for several, and what keeps it from being a plain one."""
        contact = self.contact
        notes = [contact.medium or "", contact.times or "", _HELD.get(contact.modality, contact.modality)]
        return ", ".join(note for note in (self.when, *notes) if note)

    @property
    def who(self) -> str:
        """Who started it and with whom; else who took part, and for a call or letter that nobody says who began."""
        contact = self.contact
        if contact.initiator is None:
            unsaid = "; who began is not said" if contact.medium in _ONE_SIDED and not contact.times else ""
            return f"{' and '.join(contact.parties)}{unsaid}"
        others = [p for p in contact.parties if p != contact.initiator]
        told = contact.recipient or " and ".join(others)
        return f"{contact.initiator} to {told}" if told else contact.initiator

    @property
    def who_and_since(self) -> str:
        """Who with whom, and how long after the contact before it."""
        return f"{self.who}, {self.since}" if self.since else self.who

    @property
    def on_whose_word(self) -> str:
        """Each hand that tells of it, with the reports that have it from there; empty where nobody is named."""
        hands = "; ".join(f"{hand} {numbers(words)}" for hand, words in self.readouts)
        return f"on the word of {hands}" if hands else ""


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise, its words and what became of it."""

    promise: Promise
    when: str
    words: tuple[Words, ...]
    outcome: tuple[Words, ...]

    @property
    def head(self) -> str:
        """Who promises what, and to whom."""
        to = f" to {self.promise.to}" if self.promise.to else ""
        return f"{self.promise.who or 'not said who'}{to}: {self.promise.what}"

    @property
    def fate(self) -> str:
        """When it was made, where that is known, and what became of it."""
        when = f"{self.when}; " if self.promise.when is not None else ""
        return f"{when}outcome: {self.promise.status}"


@dataclass(frozen=True, slots=True)
class StoryView:
    """All that the answer says of one story. `related` pairs another story's title with the reason."""

    story: Story
    reports: tuple[Report, ...]
    related: tuple[tuple[str, str], ...]
    timeline: tuple[TimelineLine, ...]
    claims: tuple[ClaimLine, ...]
    statements: tuple[StatementLine, ...]
    contacts: tuple[ContactLine, ...]
    promises: tuple[PromiseLine, ...]
    links: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """What the story holds, in a few words each: how many reports and outlets, on whose word, what stands out."""
        outlets = len({report.label for report in self.reports})
        spread = "" if outlets == len(self.reports) else f" of {counted(outlets, 'outlet')}"
        found = [f"{counted(len(self.reports), 'report')}{spread}"]
        found += [self._voices] if self._voices else []
        verdicts = Counter(line.claim.verdict for line in self.claims)
        found += [counted(verdicts[v], v) for v in ("conflict", "update") if verdicts[v]]
        alike = [
            c for c in self.claims if c.claim.verdict in ("agree", "compatible") and not (c.is_echo or c.claim.doubt)
        ]
        agreed = sum(line.claim.outlets >= 2 for line in alike)
        found += [counted(agreed, "shared value")] if agreed else []
        denials = sum(line.is_denial for line in self.statements)
        numbers = ((denials, "denial"), (len(self.contacts), "contact"), (len(self.promises), "promise"))
        return (*found, *(counted(number, noun) for number, noun in numbers if number))

    @property
    def _voices(self) -> str:
        """How many hands the values rest on by name, and those that most do."""
        named = Counter(o for line in self.claims for v in line.values for o in v.origins if "(unnamed)" not in o)
        words = {name: set(name.lower().split()) for name in named}
        named = Counter({n: k for n, k in named.items() if not any(words[n] < other for other in words.values())})
        first = [name for name, _ in sorted(named.items(), key=lambda item: (-item[1], item[0]))[:3]]
        more = f" and {len(named) - len(first)} more" if len(named) > len(first) else ""
        return f"on the word of {', '.join(first)}{more}" if first else ""

    @property
    def left_out(self) -> tuple[tuple[Report, tuple[str, ...]], ...]:
        """For each report, the slots that at least two others give and it does not: silence, not disagreement."""
        shared = [line for line in self.claims if line.claim.outlets >= 2 and not line.claim.doubt]
        found = ((r, tuple(line.claim.slot for line in shared if _silent(line, r))) for r in self.reports)
        return tuple((report, slots) for report, slots in found if slots)


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """Something that an earlier answer did not hold, and the words that show it."""

    change: Change
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class StoryNews:
    """What is new in a story; `alone` counts the new values that one report alone gives."""

    title: str
    lines: tuple[ChangeLine, ...]
    alone: int

    @property
    def rest(self) -> str:
        """What is not listed; empty where all is."""
        return f"{counted(self.alone, 'value')} more that one report alone gives" if self.alone else ""


def _silent(line: ClaimLine, report: Report) -> bool:
    return any(cell.report is report and cell.is_silent for cell in line.cells)


def _in_short(names: Sequence[str], most: int) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"
