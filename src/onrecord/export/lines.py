"""The lines of the answer as a reader sees them, in the terminal, in Markdown and on the page."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.export.dates import said_date
from onrecord.model import Annotated, Change, Claim, Contact, Event, Promise, Span, Statement, Story

_NOT = re.compile(r"\b(?:not|never|no|nobody|nothing|without|den(?:y|ies|ied|ying)|cannot)\b|n['’]t\b", re.IGNORECASE)
_ALLEGES = re.compile(r"\b(?:alleg|claim)", re.IGNORECASE)
_DENIES = re.compile(
    r"\b(?:den[iy]|reject|dismiss|refut|disput|rebut|contradict|disclaim|repudiat|disavow|rubbish|brush|scoff)", re.I
)
_BEHIND_NOUN = re.compile(r" (?:of|in|from|at|for|close|with|who|near|on|to|inside|familiar|briefed)\b|,")
_SEVERAL = re.compile(r"(?:[^\Wus]s|[^\Wui]es|people|police|men|women|children)$", re.IGNORECASE)
_SPOKEN = {"asserts": "says"}
_HELD = {"actual": "", "denied": "not held"}
_ONE_SIDED = frozenset({"phone", "letter", "message"})


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it is named in the answer: `number` counts from 1 over all reports read."""

    number: int
    annotated: Annotated

    @property
    def label(self) -> str:
        """The outlet, else the last part of what the user called the report."""
        article = self.annotated.article
        return article.outlet or article.ref.rstrip("/").rpartition("/")[2]

    @property
    def published(self) -> str:
        """When it was published, in words."""
        return said_date(self.annotated.article.published)


@dataclass(frozen=True, slots=True)
class Words:
    """Words to show, and where they stand. `text` is what the report says there, verbatim."""

    report: Report
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a claim: how it is shown, and the words of every account that gives it."""

    text: str
    words: tuple[Words, ...]
    origins: tuple[str, ...]

    @property
    def on_whose_word(self) -> str:
        """The hands it rests on, behind a comma; empty where nobody is named."""
        return f", on the word of {'; '.join(self.origins)}" if self.origins else ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report gives for a claim; none when it is silent.

    symbol  "=" for the value that most reports give, else the claim's own
    shown   how the words are shown: in full where they are a mere pronoun; in the order of `words`
    """

    report: Report
    words: tuple[Words, ...]
    origins: tuple[str, ...]
    symbol: str = ""
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A row of the agreement table."""

    claim: Claim
    what: str
    symbol: str
    values: tuple[Value, ...]
    cells: tuple[Cell, ...]

    @property
    def words(self) -> tuple[Words, ...]:
        """The words of every account."""
        return tuple(word for value in self.values for word in value.words)

    @property
    def silent(self) -> tuple[Report, ...]:
        """The reports that give nothing."""
        return tuple(cell.report for cell in self.cells if not cell.words)

    @property
    def support(self) -> str:
        """On how much the claim rests: outlets, origins, unknown."""
        told = support(self.claim.outlets, self.claim.origins, self.claim.unknown)
        return f"{told}, one voice" if self.is_echo and self.claim.outlets > 1 else told

    @property
    def is_echo(self) -> bool:
        """Whether those who agree are one voice: copies of one text, or one owner's outlets."""
        return self.claim.voices == 1 and self.claim.verdict in ("agree", "compatible")


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
class StatementLine:
    """Who said what: one report's telling of it, and those of the other reports that have the same words."""

    statement: Statement
    report: Report
    content: tuple[Words, ...]
    cue: tuple[Words, ...]
    source: tuple[Words, ...]
    others: tuple["StatementLine", ...] = ()

    @property
    def is_denial(self) -> bool:
        """Whether it says that something is not so."""
        return self.statement.stance == "denies"

    @property
    def said(self) -> str:
        """The stance in the present tense, by a milder word where the report has one ("alleges").

        Who denies in a sentence of their own says it: "denies there was no evidence" would be the opposite.
        """
        return f"{self._agreeing(self._verb)}{' (a denial)' if self._is_unworded_denial else ''}"

    @property
    def _verb(self) -> str:
        stance = self.statement.stance
        if self._is_unworded_denial:
            return _SPOKEN["asserts"]
        if stance == "accuses" and any(_ALLEGES.search(word.text) for word in self.cue):
            return "alleges"
        return _SPOKEN.get(stance, stance)

    @property
    def _is_unworded_denial(self) -> bool:
        return self.statement.stance == "denies" and not any(_DENIES.search(word.text) for word in self.cue)

    def _agreeing(self, verb: str) -> str:
        """Return a verb in the present tense as it stands behind the speaker: "police say"."""
        return {"denies": "deny"}.get(verb, verb[:-1]) if self._are_several else verb

    @property
    def _are_several(self) -> bool:
        """Whether the speaker is several: "prosecutors", "leaders of both towns", "Ada Roe and Cole Lind"."""
        speaker, kind = self.statement.speaker or "", self.statement.speaker_kind
        described = kind in ("group", "unnamed") and _SEVERAL.search(_BEHIND_NOUN.split(speaker)[0])
        return bool(described) or (kind == "person" and " and " in speaker)

    @property
    def in_words(self) -> str:
        """The report's own words for the stance, a space before them, where they are other ones ("has refused")."""
        words = " … ".join(w.text for w in self.cue)
        named = self._verb[:4] in words.lower() or self._verb == _SPOKEN["asserts"]
        return "" if named or not words or self.statement.mode == "direct" else f" “{words}”"

    @property
    def head(self) -> str:
        """Who says it, in which way and through which hands."""
        hands = f" (via {', then '.join(self.statement.via)})" if self.statement.via else ""
        return f"{self.statement.speaker or 'source not named'} {self.said}{self.in_words}{hands}"

    @property
    def in_short_answer(self) -> bool:
        """Whether it belongs in a short answer: somebody's own words, or more than an assertion."""
        return self.statement.mode != "indirect" or self.statement.stance != "asserts"

    @property
    def text(self) -> str:
        """The words said, fragments joined by an ellipsis."""
        return " … ".join(w.text for w in self.content)

    @property
    def all_words(self) -> tuple[Words, ...]:
        """Source, cue and content, in every report that has them."""
        return (*self.content, *self.cue, *self.source, *(w for other in self.others for w in other.all_words))


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
        alike = [c for c in self.claims if c.claim.verdict in ("agree", "compatible") and not c.is_echo]
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
        shared = [line for line in self.claims if line.claim.outlets >= 2]
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
    return any(cell.report is report and not cell.words for cell in line.cells)


def support(outlets: int, origins: int, unknown: int) -> str:
    """Say on how much something rests.

    >>> support(7, 2, 1)
    '7 outlets, 2 origins, 1 unknown'
    """
    parts = [counted(outlets, "outlet"), counted(origins, "origin")]
    return ", ".join([*parts, f"{unknown} unknown"] if unknown else parts)


def _in_short(names: Sequence[str], most: int) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"


def numbers(words: Iterable[Words]) -> str:
    """Return the numbers of the reports that hold the words, as the answer cites them.

    >>> numbers([])
    ''
    """
    return " ".join(f"[{n}]" for n in sorted({w.report.number for w in words}))


def counted(count: int, noun: str) -> str:
    """Return a number with its noun in the form it needs."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
