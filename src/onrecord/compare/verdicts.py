"""What the values of one slot come to, and why, in one plain sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations

from onrecord.compare.clashes import SURE, Clashes, may_be_misdated
from onrecord.compare.counting import is_vague
from onrecord.compare.entry import Entry
from onrecord.compare.joins import Slot
from onrecord.compare.relating import MONTHS, relate
from onrecord.compare.values import Relation, days
from onrecord.compare.wording import claim_words
from onrecord.model import Modality, Verdict

_DIFFERENT_WORDS = "The reports use different names or descriptions, which need not exclude each other."
_DONE: frozenset[Modality] = frozenset({"actual", "alleged"})
_DISPUTES: Mapping[Verdict, str] = {
    "conflict": "A report has numbers from two hands that cannot both hold.",
    "update": "A report says that one number gave way to the other.",
}
RETOLD = 1.0
"""Dates this alike stand in one sentence that two reports share: "Tuesday" and "yesterday" are its own day in each."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason."""

    verdict: Verdict
    reason: str


def judge(slot: Slot, clashes: Clashes) -> Judgement:
    """Return what the values of a slot come to."""
    if slot.dispute is not None:
        return Judgement(slot.dispute, _DISPUTES[slot.dispute])
    articles = {e.article for e in slot.entries}
    if len(articles) == 1:
        return Judgement("single", "Only one report gives this.")
    relations = [relate(a, b) for a, b in combinations(_finest(slot.entries), 2)]
    if all(r == "same" for r in relations):
        return Judgement("agree", f"{_reports(len(articles))} give the same {_noun(slot)}.")
    if "clash" in relations:
        return _differing(slot, clashes)
    if "unknown" not in relations:
        return _risen(slot, clashes) or Judgement("compatible", _compatible_reason(slot))
    return _unlike(slot, relations)


def _finest(entries: Sequence[Entry]) -> list[Entry]:
    """Return the dates and places without those that their own report gives more exactly elsewhere."""
    return [e for e in entries if not any(_is_rougher(e, other) for other in entries)]


def _is_rougher(entry: Entry, other: Entry) -> bool:
    if entry.article != other.article or relate(entry, other) != "within":
        return False
    one, two = days(entry.when), days(other.when)
    if entry.kind == "date" and one is not None and two is not None:
        return one[1] - one[0] > two[1] - two[0]
    return entry.kind == "place" and len(entry.parts) < len(other.parts)


def _reports(number: int) -> str:
    return "Both reports" if number == 2 else f"All {number} reports"


def _noun(slot: Slot) -> str:
    return {"count": "number", "date": "date", "place": "place", "thing": "thing"}.get(slot.entries[0].kind, "name")


def _compatible_reason(slot: Slot) -> str:
    kind = slot.entries[0].kind
    if kind == "thing" and not any(_holds(a, b) for a, b in permutations(slot.entries, 2)):
        return _DIFFERENT_WORDS
    return {
        "count": "The numbers differ in how exact they are, and all can hold at once.",
        "date": "The dates differ in how exact they are, and all can hold at once.",
        "place": "One place is named more closely than the other, and both can hold.",
    }.get(kind, "One report is more specific than the other, and both can hold.")


def _holds(entry: Entry, other: Entry) -> bool:
    """Whether a thing is described with all the words of another description and more."""
    return set(entry.parts) > set(other.parts)


def _unlike(slot: Slot, relations: Sequence[Relation]) -> Judgement:
    """Judge values that neither agree nor exclude each other as far as can be told."""
    kind = slot.entries[0].kind
    if kind == "date":
        return _undated(slot, relations)
    if kind == "place":
        return Judgement("compatible", "The reports name different places, which need not exclude each other.")
    return Judgement("compatible", _DIFFERENT_WORDS)


def _undated(slot: Slot, relations: Sequence[Relation]) -> Judgement:
    counted = not any(re.search(rf"\d|\b(?:{MONTHS})", e.words) for e in slot.entries)
    if slot.loosest >= RETOLD and "within" not in relations and counted:
        return Judgement("agree", "The reports tell it in the same words, each counting from its own day.")
    if slot.loosest >= RETOLD or slot.surest >= SURE:
        return Judgement(
            "compatible", "One date is told only in part, and its day cannot be worked out; both can hold."
        )
    return Judgement("undecided", "At least one report gives the date in words that cannot be worked out.")


# --- values that exclude each other ------------------------------------------------------------------


def _differing(slot: Slot, clashes: Clashes) -> Judgement:
    if grown := [pair for pair in clashes.grown(slot) if _grows(pair, clashes) and are_told_as_done(*pair)]:
        return _running([e for e in slot.entries if any(e in pair for pair in grown)])
    sure = clashes.sure(slot)
    differing = [pair for pair in combinations(slot.entries, 2) if relate(*pair) == "clash"]
    if slot.entries[0].kind == "date" and all(may_be_misdated(*pair) for pair in differing):
        return Judgement("compatible", "One report counts from its own day, which may be the day after; both can hold.")
    if not sure:
        return Judgement("undecided", "The values differ, but it is not certain that both are about the same thing.")
    told = [pair for pair in sure if are_told_as_done(*pair)]
    if not told:
        return Judgement("undecided", "The values differ, but one of them is told as done and the other is not.")
    if slot.entries[0].kind == "date" and not any(map(_are_exact, told)):
        return Judgement("undecided", "The dates differ, but at least one of them is not exact.")
    return Judgement("conflict", f"The reports give {_noun(slot)}s that cannot both hold.")


def are_told_as_done(left: Entry, right: Entry) -> bool:
    """Whether both are told as done, be it on somebody's word, or both as planned."""
    one_question = (
        bool(left.asked) and left.asked == right.asked
    )  # "was jailed for 14 years", "will be 14 years in jail"
    done = {left.modality, right.modality} <= _DONE or left.modality == right.modality == "planned"
    return done or one_question


def _are_exact(pair: tuple[Entry, Entry]) -> bool:
    return all(e.when is None or ("~" not in e.when.value and ".." not in e.when.value) for e in pair)


def _grows(pair: tuple[Entry, Entry], clashes: Clashes) -> bool:
    """Whether a pair counts what goes on growing while reports of it come in."""
    return any(map(_is_running, pair)) and not any(map(clashes.is_settled, pair))


def _is_running(entry: Entry) -> bool:
    if entry.count is None:
        return False
    if entry.asked:
        return entry.asked in claim_words("growing-questions") | claim_words("changing-questions")
    return entry.head in claim_words("growing-heads") or (
        entry.said_of in claim_words("growing") and entry.count.unit == "people"
    )


def _running(entries: Sequence[Entry]) -> Judgement:
    dated = [(e.told, e.measure) for e in entries]
    ordered = sorted((day, size) for day, size in dated if day is not None)
    if len(ordered) < len(dated):
        return Judgement("update", "The count is one that grows, and the reports may be of different times.")
    if ordered[0][0] == ordered[-1][0]:
        if all(e.head in claim_words("growing-heads") and e.count is not None and not e.count.unit for e in entries):
            return Judgement("update", "The count is one that grows by the hour, and the reports are of one day.")
        if any(is_vague(e.count) for e in entries):
            return Judgement("undecided", "The numbers differ, but one of them is not exact.")
        return Judgement("conflict", "Reports of one day give numbers that cannot both hold.")
    if {e.asked for e in entries} <= claim_words("changing-questions"):
        return Judgement("update", "The count is one that changes, and the reports are of different days.")
    if all(a[1] <= b[1] or a[0] == b[0] for a, b in pairwise(ordered)):
        return Judgement("update", "The count is one that grows, and the later report has the higher number.")
    return Judgement("undecided", "The numbers differ, and the later report does not have the higher one.")


def _risen(slot: Slot, clashes: Clashes) -> Judgement | None:
    """Judge "at least 12" today and "17" tomorrow: both can hold, but the count has gone on. None for any other."""
    days_told = [e.told for e in slot.entries]
    known = sorted(((d, e.measure, e) for d, e in zip(days_told, slot.entries, strict=True) if d), key=lambda k: k[:2])
    if len(known) < len(days_told) or known[0][0] == known[-1][0]:
        return None
    first, last = known[0][2], known[-1][2]
    grown = _grows((first, last), clashes) and clashes.are_one_count(first, last) and last.measure > first.measure
    if grown and _is_floor(first) and all(a[1] <= b[1] for a, b in pairwise(known)):
        return Judgement("update", "The count is one that grows, and the later report has the higher number.")
    return None


def _is_floor(entry: Entry) -> bool:
    """Whether a number is a lower bound only ("at least 12")."""
    return entry.count is not None and entry.count.low is not None and entry.count.high is None


def groups(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Return the entries of a slot by value, in the order of first mention."""
    found: list[list[Entry]] = []
    for entry in entries:
        home = next((g for g in found if relate(g[0], entry) == "same"), None)
        if home is None:
            found.append([entry])
        else:
            home.append(entry)
    return found
