"""Whether an appeal, a warning, thanks or an invitation reached somebody: one who is named, and not everybody."""

import re

from onrecord.compare.party_words import are_officials, is_body
from onrecord.model import EventMention, Role

_AIMED = re.compile(r"\b(?:to|by|of)\s+(?:\w+ly\s+)?$", re.I)
"""Before the word of address, what makes of it an aim or a means: "a chance to invite", "by urging"."""
_EVERYBODY = re.compile(r"\b(?:party|parties|gop|democrats|republicans|community|world)$", re.I)
_NAMED = frozenset({"person", "organisation", "place"})


def is_addressed(text: str, event: EventMention, medium: str, before: str) -> bool:
    """Whether words of address tell that somebody said it to somebody; an appeal to a crowd is for the public.

    before  the words of its sentence that stand before the word of address
    """
    if _AIMED.search(before):
        return False
    return medium not in ("appeal", "warning") or (
        not any(map(_is_crowd, event.actor))
        and not all(_is_crowd(role) or _is_nation(text, role) for role in event.recipient)
    )


def _is_nation(text: str, role: Role) -> bool:
    """Whether a land stands for all who live there: "urged the country to", not "urged Norland to"."""
    return role.span.of(text).lower().removeprefix("the ") in ("country", "nation", "public", "electorate")


def is_for_audience(event: EventMention, trigger: str, after: str) -> bool:
    """Whether somebody speaks to many at once: "spoke to voters in Selm", "speaking to the Lunders"."""
    spoken = trigger.startswith(("spoke", "speak")) and after.lstrip().startswith("to ")
    return spoken and bool(event.recipient) and all(map(_is_crowd, event.recipient))


def _is_crowd(role: Role) -> bool:
    """Whether it is no one body and no one person: a party's followers, a people, parents, "the community".

    A counted few are none ("47 lawmakers"), nor are those who hold an office.
    """
    head = role.name.split(" of ")[0].split()[-1]
    if _EVERYBODY.search(head):
        return True
    if is_body(head) or are_officials(head) or re.search(r"\d", role.name):
        return False
    described = role.name == role.name.lower() and head.endswith("s")
    return described or role.kind not in _NAMED
