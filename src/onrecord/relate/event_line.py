"""The one line that says what an event was: the best of the clauses that tell it, in a report's own words."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.data_files import lists
from onrecord.model import Annotated, EventMention, Mention, Modality, Role, Span
from onrecord.relate.antecedents import meant
from onrecord.relate.event_core import core
from onrecord.relate.told import Canonical, Told, is_name
from onrecord.relate.words import without_lone_mark

OMITTED = " … "
_SPOKEN = re.compile(r"\b(?:I|[Ww]e|[Oo]urs?|[Uu]s|[Mm]y|[Mm]e|[Yy]ou|[Yy]our)\b")
_WILL = re.compile(r"\b(?:will|won['’]t|shall)\b|['’]ll\b")
_TOO_SHORT, _SHORT, _LONG = 3, 7, 16  # words: fewer say too little, more are cut by the eye
_MAX_NAME_WORDS = 8
_TRIED = 12  # clauses of one event whose following is looked for
_REPORT = 3.0  # what one more report behind a clause is worth
_LOOKING_BACK = 8.0  # what the words of a report of another story cost


def _listed(name: str) -> frozenset[str]:
    return lists(__package__, "line_words.tsv")[name]


def line(
    group: Sequence[Told],
    by_id: Mapping[str, Annotated],
    known: Canonical,
    modality: Modality,
    home: Container[str],
) -> tuple[str, list[Told], Told | None]:
    """Return the clause that tells the event best, the mentions that tell the same, and whose it is if it stands alone.

    home  the articles of the event's story, whose words go before those of one that only looks back on it

    The best is whole, named, short, early, as real as most tell it, and told by most reports. Omissions are marked
    with "…"; a pronoun is replaced by the name it stands for, in square brackets.
    """
    clauses = [c for one in group if (c := _clause(one, by_id[one.article], known))]
    if not clauses:
        lead = clearest(group)
        return describe(lead, by_id, known), core(lead, group), None

    def cost(clause: _Clause) -> float:
        return clause.cost(modality) + _LOOKING_BACK * (clause.told.article not in home)

    tried = [(c, core(c.told, group)) for c in sorted(clauses, key=cost)[:_TRIED]]
    best, behind = min(tried, key=lambda t: cost(t[0]) - _REPORT * len({one.article for one in t[1]}))
    return best.text, behind, best.told if best.stands else None


@dataclass(frozen=True, slots=True)
class _Clause:
    text: str
    pieces: int
    told: Told
    stands: bool

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
            + 5.0 * (first in _listed("pronouns") | _listed("pointing"))
            + 2.0 * any(map(_is_pronoun, words[1:]))
            + 3.0 * (event.modality != modality)
            + 6.0 * (not self.stands)
            + 2.0 * (event.type == "OTHER")
            + 0.3 * min(self.told.sentence, 10)
            - 1.5 * (_has_name(event.actor) + _has_name(event.recipient))
        )


def _clause(one: Told, annotated: Annotated, known: Canonical) -> _Clause | None:
    text = annotated.article.text
    names = _names(one, annotated)
    pieces = [" ".join(piece.split()) for piece in _printed(one, text, {s: name_of(known, r, one) for s, r in names})]
    printed = OMITTED.join(piece for piece in pieces if piece)
    printed = without_lone_mark(printed)
    if not printed:
        return None
    stands = one.event.clause and _is_telling(one, pieces, text) and _is_clear(one, annotated, dict(names))
    return _Clause(printed[:1].upper() + printed[1:], len(pieces), one, stands)


def _is_telling(one: Told, pieces: Sequence[str], text: str) -> bool:
    """Whether a clause is a report's own: nobody's "we", no "this" before it, and a "will" only in what is planned."""
    raw = " ".join(piece.of(text) for piece in one.event.words)
    opens = pieces[0].split()[0].lower()
    if _SPOKEN.search(raw) or any(opens in _listed(name) for name in ("pronouns", "pointing", "auxiliaries")):
        return False
    return one.event.modality == "planned" or not _WILL.search(raw)


def _names(one: Told, annotated: Annotated) -> list[tuple[Span, Role]]:
    """Return the pronouns that stand for somebody named, with who that is."""
    roles = (*one.event.actor, *one.event.recipient)
    text = annotated.article.text
    return sorted((r.span, r) for r in roles if _is_pronoun(r.span.of(text)) and r.is_named)


def _printed(one: Told, text: str, names: Mapping[Span, str]) -> Iterator[str]:
    """Yield the clause's pieces, with names for pronouns."""
    for piece in one.event.words:
        said, at = "", piece.start
        for span in (s for s in names if piece.contains(s)):
            said, at = f"{said}{text[at : span.start]}[{names[span]}]", span.end
        yield said + text[at : piece.end]


def _is_clear(one: Told, annotated: Annotated, names: Mapping[Span, Role]) -> bool:
    """Whether it is plain whom the clause's pronouns mean: in its sentence or the last one name alone stands before.

    A line on its own needs more than `Mention.clear`, by which one "they" or "it" in six means somebody else.
    """
    words, mentions = one.event.words, annotated.mentions
    near = mentions[_first(mentions, words[0].start) : _first(mentions, words[-1].end)]
    said = [m for m in near if any(piece.contains(m.span) for piece in words)]
    pronouns = (m for m in said if _is_pronoun(m.span.of(annotated.article.text)))
    return all(
        _named_before(said, m) == {m.entity} or (m.span in names and meant(annotated, m) == {m.entity})
        for m in pronouns
    )


def _named_before(said: Sequence[Mention], pronoun: Mention) -> set[int]:
    """Return who of the pronoun's kind the clause itself names before it: "Ada Roe lied about her talks"."""
    before = (m for m in said if m.form != "pronoun" and m.span.start < pronoun.span.start)
    return {m.entity for m in before if m.kind == pronoun.kind}


def _first(mentions: Sequence[Mention], start: int) -> int:
    """Return the number of the first mention that begins at a place or behind it."""
    return bisect_left(mentions, start, key=lambda mention: mention.span.start)


def _is_pronoun(printed: str) -> bool:
    """Whether a role is printed as a pronoun; "US" is none."""
    return printed.lower() in _listed("pronouns") and not (len(printed) > 1 and printed.isupper())


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
    return any(is_name(role.name) for role in roles)


def _is_harm(event: EventMention) -> bool:
    """Whether somebody comes to harm: what did it is often a thing, and whoever stands before the verb its victim."""
    return event.type in ("DEATH", "INJURY") or event.mode == "kill"


def _is_noun(one: Told, text: str) -> bool:
    before = text[max(0, one.event.trigger.start - 16) : one.event.trigger.start].lower().split()
    return bool(before) and (before[-1] in _listed("before-nouns") or before[-1].endswith(("'s", "’s")))
