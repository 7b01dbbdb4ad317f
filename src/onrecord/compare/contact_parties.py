"""Who can be in touch with whom: persons, bodies and groups, no press, no crowd, no thing."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.annotate.facts.units import people
from onrecord.compare.party_words import is_body, is_crowd, is_of_press, is_office
from onrecord.compare.world import World, plain
from onrecord.model import Annotated, EventMention, Mention, Role, Span

_MARKS = ('"', "“", "”", "''", "``", "‘")
_GATHERING = re.compile(
    r"\b(?:statute|treaty|accord|constitution|medal|award|prize|summit|meeting|conference|talks|session|requests?)\b",
    re.I,
)
_MEASURE = re.compile(r"^(?:all|even|both|only|just) (?:of )?(?:the )?(?=\w)", re.I)
_ARTICLE_BEFORE = re.compile(r"\b(?:an?|the|his|her|their|its|my|our)\s$", re.I)
_AND_OFFICE = re.compile(r"\sand\s(?:[a-z-]+\s){1,3}")
_ARTICLE = re.compile(r"^(?:the|an?|this|that|these|those)\s+", re.I)
_OWNER = re.compile(r"\b(?:his|her|its|their)\s$", re.I)
_BUILDING = re.compile(r"\b(?:White House|Hall|Palace|Tower|Hotel|Castle)$")
_ABOUT = re.compile(r"\s(?:[a-z-]+\s){0,2}")
_WITH_OWN = re.compile(r"\s[\w.’'-]+ (?:alongside|along with|with) (?:his|her|their|its) (?:[\w’'-]+ ){0,4}$")
_OWNER_WITHIN = 6
_FULL_WITHIN = 60
"""Characters before a description in which the rest of its name can stand."""
_OWNED_WITHIN = 40
"""Characters between an owner and the contact that is theirs ("the mayor's second meeting")."""
_MEANT = re.compile(r"\b(?:the|these|those|this|that|whose|both) (?:[\w’'.-]+ ){0,3}$", re.I)
_DEFINITE = re.compile(r"(?:the|this|that|these|those|both)\b", re.I)
_TO_OWNER = re.compile(r"\s(?:of|for|from)\s(?:the\s)?(?:(?!\w+ing\s)[a-z][\w-]*\s){0,3}(?:[A-Z][a-z]{1,3}\.\s)?")
_IN_BODY = re.compile(r"\s(?:in|at|within)\s(?:the\s)?")
_INSIDE_NAME = re.compile(r"\s*|['’]s\s+")
_NOBODY = re.compile(
    r"persons?|people|individuals?|others|members?|representatives?|organi[sz]ations?|departments?|winners?|critics?|"
    r"wife|wives|husbands?|widows?|mothers?|fathers?|parents?|sons?|daughters?|brothers?|sisters?|friend|"
    r"colleague|neighbou?r|counterparts?"
)
_TITLE = re.compile(
    r"(?:(?:Vice|Deputy|Majority|Minority) )?(?:President|Minister|Leader|Governor|Senator|Mayor|Secretary)"
)
_ONE_OF = re.compile(r"an?\s|(?:s?he|him|her)$", re.I)
_OWNER_OF_PRESS_WITHIN = 12
"""Characters before a name for the paper or channel it is of ("Lun TV's Ada Roe")."""
_NEAR_BY = re.compile(r"\bnear (?:[\w’'-]+ ){0,8}$|\b(?:in|at|inside|outside) (?:the )?$")
_AMONG = re.compile(r"\bone of (?:the )?(?:[\w.’'-]+ ){0,4}$", re.I)
_ON_ITS_OWN = re.compile(r"[a-z]+s")
_OF_WHOM = re.compile(r"\sfrom\s|\sof\s(?:the\s)?(?:[a-z]+\s)?[A-Z]")
_WHOSE = re.compile(r" (?:of|by) ")
_JOINED_BEFORE = re.compile(r"\b[A-Z]\w*[-–]$")
_JOINED_BEHIND = re.compile(r"[-–][A-Z]")
_JOINED_WITHIN = 20
_WRITER = re.compile(r"\b(?:reporter|correspondent|journalist|columnist|(?:senior|staff) writer)$")
_OF_PRESS = re.compile(r"\s+of (?:[\w-]+\s)?(?:reporters|journalists|editors|broadcasters)\b")


def names_of(world: World, article: str, roles: Sequence[Role], kinds: frozenset[str]) -> list[str]:
    """Return the parties among roles, each under its name across reports."""
    found = [world.name_of(article, role.entity) or role.name for role in roles if is_party(role, kinds)]
    return list(dict.fromkeys(_MEASURE.sub("", name) for name in found if len(plain(name)) > 1))


def is_party(role: Role, kinds: frozenset[str]) -> bool:
    """Whether a role is somebody who can be in touch: no press, no gathering, no thing."""
    if (
        is_crowd(role.name)
        or is_of_press(role.name)
        or _GATHERING.search(role.name)
        or not re.search(r"[A-Za-z]", role.name)
        or role.name.lower().startswith(("no ", "any "))
    ):
        return False
    if role.kind in kinds:
        return True
    if role.kind not in (None, "other"):
        return False
    head = _WHOSE.split(role.name)[0].split()[-1].lower()
    return head.rstrip("s") in people() or is_body(head)


def is_public(role: Role) -> bool:
    """Whether a role is the public or a part of it: "her 20,000 followers"."""
    return is_crowd(role.name)


def as_printed(annotated: Annotated, role: Role) -> Role:
    """Return who bears no name as the report has it here, with whom it belongs to: "lawyer for Ada Roe".

    Who is only described is known under the longest description, which need not be of those meant here; "the ..." is.
    Where "his" may mean either of two, whose lawyer it is stays as open as there.
    """
    text, here = annotated.article.text, [m for m in annotated.mentions if m.span == role.span]
    named = role.entity is not None and any(m.entity == role.entity and m.form == "name" for m in annotated.mentions)
    if named or any(m.form == "pronoun" for m in here):
        return role
    before = _OWNER.search(text, max(0, role.span.start - _OWNER_WITHIN), role.span.start)
    if before is not None and not all(m.clear for m in here):
        return replace(role, name=before.group() + role.span.of(text), entity=None)
    printed, behind = role.span.of(text), text[role.span.end : _end_of_owner(annotated, role.span.end)]
    words = _ARTICLE.sub("", " ".join(printed.split()))
    known = role.entity is None or _DEFINITE.match(printed) or role.name.lower().endswith(words.lower())
    owned = before is not None or text.startswith(("'s ", "’s "), max(0, role.span.start - 3))
    if not owned and not _DEFINITE.match(printed) and words == words.lower() and not _is_told(annotated, role):
        return replace(role, name=" ".join(f"{_of_whom(annotated, role)}{words}{behind}".split()), entity=None)
    fuller = (
        role.name if known and (owned or not behind) and _is_fit(role.name, words, text[: role.span.start]) else words
    )
    name = " ".join(f"{fuller}{behind}".split())
    return role if name == role.name else replace(role, name=name, entity=None)


def _is_fit(name: str, words: str, told: str) -> bool:
    """Whether a fuller description says whose it is: "the Roe campaign" for "the campaign", not "lean campaign".

    told  the text before the words
    """
    whose = name != name.lower() or "'s " in name or "’s " in name
    printed = f"{told[-_FULL_WITHIN:]}{words}".lower().endswith(name.lower())
    return whose or printed


def _is_told(annotated: Annotated, role: Role) -> bool:
    """Whether the words here are all of the name: "police" may be others than the "state police" told of elsewhere."""
    text = annotated.article.text
    if _MEANT.search(text, max(0, role.span.start - _FULL_WITHIN), role.span.start):
        return True  # "the Roe campaign", "whose members"
    here = " ".join(text[max(0, role.span.start - _FULL_WITHIN) : role.span.end].lower().split())
    return here.endswith(role.name.lower()) or not role.name.lower().endswith(
        role.span.of(annotated.article.text).split()[-1]
    )


def _of_whom(annotated: Annotated, role: Role) -> str:
    """Return the name right before somebody who is described: "Norvik officials"."""
    start = role.span.start
    before = (m.span for m in annotated.mentions if m.form == "name" and m.span.end == start - 1)
    return annotated.article.text[next((span.start for span in before), start) : start]


def _end_of_owner(annotated: Annotated, start: int) -> int:
    """Return where the name ends that "of", "for" or "from" right behind a party leads to; `start` if none does."""
    text, end = annotated.article.text, start
    for mention in annotated.mentions:
        if mention.span.start < start or mention.span.end <= end:
            continue
        between = text[end : max(end, mention.span.start)]
        if between.strip() and (mention.role or "").endswith(between.strip()):
            between = ""
        within = mention.kind == "organisation" and _IN_BODY.fullmatch(between) is not None
        joint = _INSIDE_NAME if end > start else _IN_BODY if within else _TO_OWNER if mention.form == "name" else None
        if joint is None or not joint.fullmatch(between):
            break
        end = mention.span.end
    return end


def is_nobody(text: str, role: Role) -> bool:
    """Whether a party without a name could be anybody of its kind: "a lawyer", "he" of some man, a title or kin alone.

    "The wife" of somebody who is not named would read as the other party's.
    """
    words = role.name.lower().split()
    if _TITLE.fullmatch(role.name):
        return True
    if len(words) != 1:
        return False
    one_of = role.name == role.name.lower() and _ONE_OF.match(role.span.of(text)) is not None
    return one_of or _NOBODY.fullmatch(words[0]) is not None


def is_only_owner(text: str, role: Role, trigger: Span) -> bool:
    """Whether words only say whose somebody is that takes part: "talks the president's son-in-law has had"."""
    owns = text.startswith(("'s ", "’s "), role.span.end)
    return owns and not 0 < trigger.start - role.span.end <= _OWNED_WITHIN


def is_official(annotated: Annotated, role: Role) -> bool:
    """Whether who travels somewhere goes there to be in touch: who holds an office, or a body.

    Anybody else may be on the way home, and airlines and planes only move.
    """
    held = (m.role for m in annotated.mentions if m.entity == role.entity is not None)
    return is_body(role.name) or any(is_office(office or "") for office in held)


def is_clear(annotated: Annotated, *words: Span) -> bool:
    """Whether no pronoun among the words leaves a doubt whom it means.

    "She" that leads to no name ("former secretary") has mostly missed the one who is meant.
    """
    pronouns = (m for m in annotated.mentions if m.form == "pronoun" and not (m.clear and leads_to_name(m)))
    return not any(part.contains(m.span) for m in pronouns for part in words)


def leads_to_name(pronoun: Mention) -> bool:
    """Whether a pronoun stands for somebody with a name, or for whoever is of one who has one."""
    owned = "'s " in pronoun.name or pronoun.name.lower().startswith(("his ", "her ", "my ", "our ", "their "))
    return pronoun.kind != "person" or owned or pronoun.name != pronoun.name.lower()


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
    interviewed = text[event.trigger.start : event.trigger.end + 4] == "Speaking to "
    offices = [office for office, bearers in held.items() if role.entity in bearers]
    if any(_WRITER.search(office) or (interviewed and is_of_press(office)) for office in offices):
        return True
    owner = text[max(0, role.span.start - _OWNER_OF_PRESS_WITHIN) : role.span.start]
    if _OF_PRESS.match(text[role.span.end :]) or (owner.endswith(("'s ", "’s ")) and is_of_press(owner)):
        return True
    others = {r.entity for r in (*event.actor, *event.recipient) if r.entity != role.entity}
    return bool(held.get(plain(role.name), frozenset()) & others)


def is_title(text: str, role: Role) -> bool:
    """Whether it stands in quotation marks: the title of a film or a book."""
    before, after = text[max(0, role.span.start - 2) : role.span.start], text[role.span.end : role.span.end + 3]
    opened = role.span.of(text).startswith(_MARKS) or before.endswith(_MARKS)
    return opened and after.lstrip(".,").startswith(_MARKS)


def is_cut(text: str, role: Role) -> bool:
    """Whether words are only a part of what is joined by a hyphen: "Norland" of "the Tarvo-Norland summit"."""
    before, after = text[max(0, role.span.start - _JOINED_WITHIN) : role.span.start], text[role.span.end :]
    return bool(_JOINED_BEFORE.search(before) or _JOINED_BEHIND.match(after))


def is_beside(text: str, role: Role) -> bool:
    """Whether a place only says where it was: "the talks in Lun", "at a post near Lun"."""
    return (
        role.kind != "person"
        and _NEAR_BY.search(text, max(0, role.span.start - _FULL_WITHIN), role.span.start) is not None
    )


def is_one_of(text: str, role: Role) -> bool:
    """Whether words leave open which of several it was, or whose: "one of her advisers", "leaders | from Lun"."""
    among = _AMONG.search(text, max(0, role.span.start - _FULL_WITHIN), role.span.start) is not None
    bare = _ON_ITS_OWN.fullmatch(role.name) is not None and _OF_WHOM.match(text, role.span.end) is not None
    return among or bare


def is_mistaken(annotated: Annotated, role: Role, event: EventMention) -> bool:
    """Whether "me" in somebody's words was taken for another than who says them."""
    words = role.span.of(annotated.article.text).lower()
    if event.statement is None or words not in ("i", "me", "my"):
        return False
    speaker = annotated.statements[event.statement].entity
    return None not in (speaker, role.entity) and speaker != role.entity


def is_title_of(text: str, role: Role, other: Role) -> bool:
    """Whether words are the first of two offices of one person: "police officer and painter Ada Roe"."""
    words = role.span.of(text)
    last = words.split()[-1]
    if role.kind not in ("person", None) or last != last.lower() or last.endswith("s") or _DEFINITE.match(words):
        return False
    bare = not _ARTICLE_BEFORE.search(text, max(0, role.span.start - 8), role.span.start)
    return bare and other.kind == "person" and _AND_OFFICE.fullmatch(text[role.span.end : other.span.start]) is not None


def comes_along(text: str, role: Role, event: EventMention) -> bool:
    """Whether somebody is only the company on a visit: "visiting the mill with her mother Cara"."""
    between = text[event.trigger.end : role.span.start]
    return _WITH_OWN.search(between) is not None


def is_about(text: str, role: Role, event: EventMention) -> bool:
    """Whether a place only says what a gathering is about ("the Lun summit")."""
    between = text[role.span.end : event.trigger.start]
    beside = _ABOUT.fullmatch(between) is not None and text[event.trigger.start].islower()
    where = role.kind == "place" or _BUILDING.search(role.name) is not None
    return where and event.mode == "meet" and beside
