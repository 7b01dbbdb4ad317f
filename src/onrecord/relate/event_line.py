"""The one line that says what an event was: the best of the clauses that tell it, in a report's own words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Annotated, EventMention, Modality, Role
from onrecord.relate.event_core import core
from onrecord.relate.told import Canonical, Told

OMITTED = " … "
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "you", "him", "her", "them", "us", "me"))
_OPEN = frozenset(("this", "that", "these", "those", "which", "who", "if", "to", "his", "its", "their", "our", "my"))
_NOUN_BEFORE = frozenset(
    (
        "the",
        "a",
        "an",
        "this",
        "that",
        "his",
        "her",
        "its",
        "their",
        "of",
        "another",
        "such",
        "no",
        "in",
        "for",
        "after",
    )
)
_QUOTES = re.compile(r"[\"“”]")
_TOO_SHORT, _SHORT, _LONG = 3, 7, 16  # words: fewer say too little, more are cut by the eye
_MAX_NAME_WORDS = 8
_TRIED = 12  # clauses of one event whose following is looked for
_REPORT = 1.5  # what one more report behind a clause is worth


def line(
    group: Sequence[Told], by_id: Mapping[str, Annotated], known: Canonical, modality: Modality
) -> tuple[str, list[Told]]:
    """Return the clause that tells the event best, and the mentions that tell the same.

    The best is whole, named, short, early, as real as most tell it, and told by most reports. Omissions are marked
    with "…"; a pronoun is replaced by the name it stands for, in square brackets.
    """
    clauses = [c for one in group if (c := _clause(one, by_id[one.article].article.text, known))]
    if not clauses:
        lead = clearest(group)
        return describe(lead, by_id, known), core(lead, group)
    likely = sorted(clauses, key=lambda c: c.cost(modality))[:_TRIED]
    tried = [(c, core(c.told, group)) for c in likely]
    best, behind = min(tried, key=lambda t: t[0].cost(modality) - _REPORT * len({one.article for one in t[1]}))
    return best.text, behind


@dataclass(frozen=True, slots=True)
class _Clause:
    text: str
    pieces: int
    told: Told

    def cost(self, modality: Modality) -> float:
        """How far the clause is from a line that an editor would let stand; 0 is best."""
        words = self.text.split()
        first = words[0].lower()
        named = any(w[:1] in "[$£€" or w[:1].isupper() or w[:1].isdigit() for w in words[1:])
        event = self.told.event
        return (
            2.0 * (self.pieces - 1)
            + 0.5 * max(0, len(words) - _LONG)
            + 0.5 * max(0, _SHORT - len(words))
            + 7.0 * (len(words) < _TOO_SHORT)
            + 3.0 * (not named)
            + 5.0 * (first in _PRONOUNS or first in _OPEN)
            + 2.0 * any(w.lower() in _PRONOUNS for w in words[1:])
            + 3.0 * (event.modality != modality)
            + 3.0 * (not event.clause)
            + 2.0 * (event.type == "OTHER")
            + 0.3 * min(self.told.sentence, 10)
            - 1.5 * (_has_name(event.actor) + _has_name(event.recipient))
        )


def _clause(one: Told, text: str, known: Canonical) -> _Clause | None:
    pieces = [" ".join(piece.split()) for piece in _printed(one, text, known)]
    printed = OMITTED.join(piece for piece in pieces if piece)
    if len(_QUOTES.findall(printed)) % 2:
        printed = _QUOTES.sub("", printed)
    return _Clause(printed[:1].upper() + printed[1:], len(pieces), one) if printed else None


def _printed(one: Told, text: str, known: Canonical) -> Iterator[str]:
    """Yield the clause's pieces, with names for pronouns."""
    names = {
        role.span: f"[{name_of(known, role, one)}]"
        for role in (*one.event.actor, *one.event.recipient)
        if _is_pronoun(role.span.of(text)) and role.name[:1].isupper()
    }
    for piece in one.event.words:
        said, at = "", piece.start
        for span in sorted(s for s in names if piece.contains(s)):
            said, at = said + text[at : span.start] + names[span], span.end
        yield said + text[at : piece.end]


def _is_pronoun(printed: str) -> bool:
    """Whether a role is printed as a pronoun; "US" is none."""
    return printed.lower() in _PRONOUNS and not (len(printed) > 1 and printed.isupper())


def clearest(group: Sequence[Told]) -> Told:
    """Return the mention that tells most: both parties, a type, a date; the first of several."""

    def told(one: Told) -> int:
        event = one.event
        parties = sum(4 if _has_name(roles) else bool(roles) for roles in (event.actor, event.recipient))
        return parties + 2 * (event.type != "OTHER") + bool(event.when)

    return max(group, key=told)


def name_of(known: Canonical, role: Role, one: Told) -> str:
    """Return the name of whoever takes a role, across articles where it is known, else a short description."""
    entity = known.get((one.article, role.entity)) if role.entity is not None else None
    return entity.name if entity else " ".join(role.name.split()[:_MAX_NAME_WORDS])


def describe(one: Told, by_id: Mapping[str, Annotated], known: Canonical) -> str:
    """Return a line put together from names and the trigger, for want of a clause: who, what, whom."""
    event, text = one.event, by_id[one.article].article.text
    printed = " ".join(event.trigger.of(text).split())
    actor = " and ".join(dict.fromkeys(name_of(known, r, one) for r in event.actor[:2]))
    recipient = " and ".join(dict.fromkeys(name_of(known, r, one) for r in event.recipient[:2]))
    if _is_noun(one, text):
        parties = " and ".join(n for n in dict.fromkeys((actor, recipient)) if n)
        return f"{printed}: {parties}" if parties else printed
    if recipient and _is_harm(event) and not _has_name(event.actor):
        return f"{printed}: {recipient}"
    if not actor and recipient:
        return f"{recipient} {printed}"
    if event.actor and {r.entity for r in event.actor} == {r.entity for r in event.recipient}:
        recipient = ""
    return " ".join(part for part in (actor, printed, recipient) if part)


def _has_name(roles: Sequence[Role]) -> bool:
    """Whether anybody is named: "the two leaders" are not."""
    return any(role.name and role.name.split()[-1][0].isupper() for role in roles)


def _is_harm(event: EventMention) -> bool:
    """Whether somebody comes to harm: what did it is often a thing, and whoever stands before the verb its victim."""
    return event.type in ("DEATH", "INJURY") or event.mode == "kill"


def _is_noun(one: Told, text: str) -> bool:
    before = text[max(0, one.event.trigger.start - 16) : one.event.trigger.start].lower().split()
    return bool(before) and (before[-1] in _NOUN_BEFORE or before[-1].endswith(("'s", "’s")))
