"""Which mentions of events are worth measuring against each other, and which can never be one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.annotate.entities.places import contains, resolve
from onrecord.model import Story
from onrecord.relate.event_marks import set_apart
from onrecord.relate.event_words import root
from onrecord.relate.periods import apart, months_between
from onrecord.relate.profile import dot
from onrecord.relate.told import OPENING, Told

# Mentions compared under one key in one story; a story of a thousand reports compares each with its nearest in order.
_WINDOW = 120
_MIN_CONTEXT = 0.2

Pair = tuple[int, int]


def story_pairs(told: Sequence[Told], story_of: Mapping[str, str]) -> list[Pair]:
    """Return the pairs within each story that share a word, a family, a type with a party, or a party and much else."""
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for key in _keys(one):
            blocks[story_of.get(one.article, ""), key].append(number)
    pairs = {(a, b) for block in blocks.values() for a, b in _windowed(block)}
    return sorted(pair for pair in pairs if comparable(told[pair[0]], told[pair[1]]))


def _keys(one: Told) -> Iterable[str]:
    yield from (f"word {word}" for word in one.words)
    yield from (f"root {start}" for start in root(one.words))
    yield from (f"family {family}" for family in one.families)
    yield from (f"party {party}" for party in one.parties)
    if one.event.type != "OTHER":
        yield f"type {one.event.type} {one.event.mode}"


def _windowed(block: Sequence[int]) -> Iterable[Pair]:
    for place, a in enumerate(block):
        for b in block[place + 1 : place + 1 + _WINDOW]:
            yield a, b


def comparable(a: Told, b: Told) -> bool:
    """Whether two mentions share enough to be measured: a word, a family, a type with a party, or much beside."""
    if a.words & b.words or a.families & b.families or root(a.words) & root(b.words):
        return True
    shared = a.parties & b.parties
    if a.event.type == b.event.type != "OTHER" and (shared or a.event.mode == b.event.mode):
        return True
    return bool(shared) and dot(a.context, b.context) > _MIN_CONTEXT


def related_pairs(told: Sequence[Told], stories: Sequence[Story]) -> list[Pair]:
    """Return the pairs across related stories that tell of one act between the same parties at one time.

    One of the two must be dated: a report that looks back gives the date of what it looks back on. Undated mentions
    in two stories stay apart, however alike they are.
    """
    held: defaultdict[str, list[int]] = defaultdict(list)
    story_of = {article: story.id for story in stories for article in story.articles}
    for number, one in enumerate(told):
        held[story_of.get(one.article, "")].append(number)
    found: set[Pair] = set()
    for story in stories:
        for other in story.related:
            if other.story in held and story.id < other.story:
                found.update(_across(told, held[story.id], held[other.story]))
    return sorted(found)


def _across(told: Sequence[Told], ones: Sequence[int], others: Sequence[int]) -> Iterable[Pair]:
    by_act: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number in others:
        for key in _acts(told[number]):
            by_act[key].append(number)
    for a in ones:
        for b in {b for key in _acts(told[a]) for b in by_act[key]}:
            if one_time(told[a], told[b]):
                yield min(a, b), max(a, b)


def _acts(one: Told) -> Iterable[tuple[str, str, str]]:
    """Yield the act with its two parties in their order; nothing for a mention without both."""
    if one.event.type == "OTHER":
        return
    for actor in one.actors:
        for recipient in one.recipients:
            yield one.event.type, min(actor, recipient), max(actor, recipient)


def one_time(a: Told, b: Told) -> bool:
    """Whether the two are known to be of one time, or a look-back meets an undated mention in another report."""
    split = apart(a.time, b.time)
    if split is not None:
        return not split
    return (a.back and b.time is None) or (b.back and a.time is None)


def _another(a: Told, b: Told) -> bool:
    return a.marks.another and a.event.trigger > b.event.trigger and a.sentence - b.sentence <= 1


def _answers(a: Told, b: Told) -> bool:
    """Whether one of two happenings in a sentence is told as an answer to the other: a raid to the raid it avenges."""
    return a.sentence == b.sentence and a.marks.answers != b.marks.answers


def _with_others(a: Told, b: Told) -> bool:
    """Whether two contacts are of different people: Roe's call to Lind and Lind's to Osk."""
    kinds = {a.event.type, b.event.type}
    return kinds == {"CONSULT"} and bool(a.people - b.people) and bool(b.people - a.people)


def done_to_others(a: Told, b: Told) -> bool:
    """Whether one kind of act is done to two people named: Roe was jailed, and so was Lind."""
    kinds = [(one.event.type, one.event.mode if one.event.type == "ASSAULT" else "") for one in (a, b)]
    if kinds[0] != kinds[1] or not a.victims or not b.victims:
        return False
    return all(_are_two(one, other) for one in a.victims for other in b.victims)


def _are_two(one: str, other: str) -> bool:
    """Whether two names are of two people. Two single names may be the first and the last of one."""
    names = one.split(), other.split()
    if len(names[0]) > 1 and len(names[1]) > 1:
        return names[0][-1] != names[1][-1]
    return max(map(len, names)) > 1 and set(names[0]).isdisjoint(names[1])


def other_place(a: Told, b: Told) -> bool:
    """Whether the two are told of places that the gazetteer holds, none of which lies in another: Kazan, Saratov."""
    ones, others = ({role.name for role in one.event.where} for one in (a, b))
    if not ones or not others or any(resolve(name) is None for name in ones | others):
        return False
    return not any(contains(one, other) or contains(other, one) for one in ones for other in others)


def told_apart(a: Told, b: Told) -> bool:
    """Whether the reports tell the two as different: as several and one, as another one, as looked back on and new."""
    if set_apart(a.marks, b.marks) or _with_others(a, b):
        return True
    if a.article != b.article:
        return False
    if _another(a, b) or _another(b, a) or _answers(a, b):
        return True
    if a.back == b.back:
        return False
    own = b if a.back else a
    return own.sentence <= OPENING or apart(a.time, b.time) is True


def same_act_same_day(a: Told, b: Told) -> bool:
    """Whether the two are of one kind of act, told as of one and the same day."""
    kinds = [(one.event.type, one.event.mode) for one in (a, b)]
    day = a.time is not None and a.time == b.time and a.time.first is not None and a.time.first == a.time.last
    return (
        kinds[0] == kinds[1]
        and kinds[0][0] != "OTHER"
        and kinds[0][1] != ""
        and day
        and a.marks.several == b.marks.several
    )


def other_season(a: Told, b: Told) -> bool:
    """Whether months lie between the two, which no time zone and no slip of a day explains."""
    return not (a.page_dated or b.page_dated) and months_between(a.time, b.time)


def other_time(a: Told, b: Told) -> bool:
    """Whether the two are of different days. A date in an article's first sentences may be the page's own."""
    return not (a.page_dated or b.page_dated) and apart(a.time, b.time) is True
