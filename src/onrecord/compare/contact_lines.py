"""Which contacts are told well enough to be a line of the ledger."""

from onrecord.compare.contact_threads import Row, initiators, parties_of, when_of
from onrecord.compare.party_words import is_body
from onrecord.compare.sighting import WRITTEN
from onrecord.compare.world import World
from onrecord.model import BODY_KINDS, NAMED_KINDS, Span

_GATHERINGS = ("meeting", "summit", "talks", "conference", "consultation", "negotiation", "session", "visit")
_OBJECT_WITHIN = 20


def is_told(world: World, row: Row) -> bool:
    """Whether enough is said to be a line of a ledger: two parties of whom one is named, or a named gathering.

    Each must be known from words that leave no doubt whom they mean.
    """
    parties = parties_of(row)
    if parties - parties_of([s for s in row if s.clear]):
        return False
    named = [p for p in parties if _is_named(world, p)]
    if row[0].medium == "visit" and initiators(row) and not any(i != i.lower() for i in initiators(row)):
        return False
    if row[0].medium == "interview" and all(world.kind_of(i) == "person" for i in initiators(row)):
        return False  # whom a reporter interviews; investigators do it as a body
    if row[0].medium == "told" and not is_body(row[0].recipient or ""):
        return False  # what one person told another is a contact of its own too seldom: most are interviews
    if len(parties) >= 2:
        return any(p != p.lower() for p in parties)
    if len(parties) == 1 and row[0].medium in WRITTEN | {"condolences", "congratulations"}:
        return bool(named) and bool(initiators(row))
    called = any(s.medium == "meeting" and s.initiator is not None for s in row)
    if len(parties) != 1 or called or row[0].medium == "visit":
        return len(parties) == 1 and bool(named)
    words = [_trigger_and_more(world.articles[s.article].article.text, s.span) for s in row]
    if any(character.isdigit() for w in words for character in w[:-_OBJECT_WITHIN]):
        return False  # "held 300 consultations": with nobody in particular
    gathered = any(gathering in w and " with " not in w for gathering in _GATHERINGS for w in words)
    return gathered and when_of(row) is not None and all(_may_gather(world, party) for party in parties)


def _may_gather(world: World, party: str) -> bool:
    """Whether one name stands for several who can hold a meeting: a council, "the deputies"; no person or town."""
    if world.kind_of(party) in ("place", "person"):
        return False
    return world.kind_of(party) in BODY_KINDS or is_body(party) or party.split()[-1].endswith("s")


def _is_named(world: World, party: str) -> bool:
    """Whether a party bears a name; the capital that begins a sentence is none."""
    if world.kind_of(party) in NAMED_KINDS:
        return party != party.lower()
    return any(word[:1].isupper() for word in party.split()[1:]) or sum(c.isupper() for c in party) > 1


def _trigger_and_more(text: str, span: Span) -> str:
    """Return a trigger with the few words behind it: "attended" alone does not say that it was a meeting."""
    return text[span.start : span.end + _OBJECT_WITHIN].lower()
