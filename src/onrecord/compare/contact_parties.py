"""Who can be in touch with whom: persons, bodies and groups, no press, no crowd, no thing."""

import re
from collections.abc import Mapping, Sequence

from onrecord.annotate.facts.units import people
from onrecord.compare.world import World, plain
from onrecord.model import Annotated, EventMention, Role

PRESS = re.compile(
    r"\b(?:reporters?|editors?|journalists?|media|press|news|newspapers?|newswire|magazine|channel|tv|television|radio|"
    r"sources?|times|post|herald|tribune|telegraph|bbc|cnn|cbs|nbc|abc|npr|reuters|afp)\b",
    re.I,
)
PUBLIC = re.compile(
    r"\b(?:parliament|congress|senate|commons|lords|knesset|house|crowd|rall(?:y|ies)|audience|nation|country|court|jury|"
    r"mps|lawmakers|voters|supporters|followers|fans|conference|inquiry|hearing|committee)\b",
    re.I,
)
_CROWD = re.compile(
    r"\b(?:people|troops|crowds?|residents|students|visitors|viewers|listeners|onlookers|public|passengers|"
    r"supporters|fans|voters|audiences?|reporters|children)$",
    re.I,
)
_BODY = re.compile(
    r"\b(?:government|council|body|cabinet|panel|delegation|ministry|police|commission|company|board|administration|agency|authorit(?:y|ies)|union|"
    r"officials?|ministers?|president|mayor|embassy|army)\b",
    re.I,
)
_GATHERING = re.compile(
    r"\b(?:statute|treaty|accord|constitution|medal|award|prize|summit|meeting|conference|talks|session|requests?)\b",
    re.I,
)
PRESS_EVENT = re.compile(r"\b(?:news|press|media)\s+(?:conference|briefing|call)", re.I)
_MEASURE = re.compile(r"^(?:all|even|both|only|just) (?:of )?(?:the )?(?=\w)", re.I)
_OF_PRESS = re.compile(r"\s+of (?:[\w-]+\s)?(?:reporters|journalists|editors|broadcasters)\b")


def names_of(world: World, article: str, roles: Sequence[Role], kinds: frozenset[str]) -> list[str]:
    """Return the parties among roles, each under its name across reports."""
    found = [world.name_of(article, role.entity) or role.name for role in roles if is_party(role, kinds)]
    return list(dict.fromkeys(_MEASURE.sub("", name) for name in found if len(plain(name)) > 1))


def is_party(role: Role, kinds: frozenset[str]) -> bool:
    """Whether a role is somebody who can be in touch: no press, no gathering, no thing."""
    if (
        _CROWD.search(role.name)
        or PRESS.search(role.name)
        or _GATHERING.search(role.name)
        or not re.search(r"[A-Za-z]", role.name)
        or role.name.lower().startswith("no ")
    ):
        return False
    if role.kind in kinds:
        return True
    if role.kind not in (None, "other"):
        return False
    head = role.name.split(" of ")[0].split()[-1].lower()
    return head.rstrip("s") in people() or bool(_BODY.fullmatch(head))


def is_body(name: str) -> bool:
    """Whether a name is of an office or body that is told things officially."""
    return bool(_BODY.search(name))


def is_only_whence(text: str, role: Role, others: Sequence[Role]) -> bool:
    """Whether words only say where another party is from ("leaders from the south")."""
    return any(text[r.span.end : role.span.start].strip() in ("from", "of") for r in others)


def held_offices(annotated: Annotated) -> Mapping[str, frozenset[int]]:
    """Return the entities that bear each office printed beside a name."""
    found: dict[str, set[int]] = {}
    for mention in annotated.mentions:
        if mention.role:
            found.setdefault(plain(mention.role), set()).add(mention.entity)
    return {office: frozenset(numbers) for office, numbers in found.items()}


def is_nobody_else(text: str, role: Role, held: Mapping[str, frozenset[int]], event: EventMention) -> bool:
    """Whether words stand for a group of the press, or are the office of one who takes part under their name."""
    if _OF_PRESS.match(text[role.span.end :]):
        return True
    others = {r.entity for r in (*event.actor, *event.recipient) if r.entity != role.entity}
    return bool(held.get(plain(role.name), frozenset()) & others)


def is_about(text: str, role: Role, event: EventMention) -> bool:
    """Whether a place only says what a gathering is about ("the Lun summit")."""
    between = text[role.span.end : event.trigger.start]
    return (
        role.kind == "place"
        and role.span.end <= event.trigger.start
        and between == " "
        and text[event.trigger.start].islower()
        and event.mode == "meet"
    )
