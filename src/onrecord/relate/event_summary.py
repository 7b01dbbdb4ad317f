"""What a group of mentions tells together: who, to whom, when, where, how real, and a plain line that says it."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from onrecord.data_files import lists
from onrecord.model import Annotated, Event, EventRef, Modality, Passage, Precision, Role, When
from onrecord.relate.event_bounds import bound
from onrecord.relate.event_core import is_short, lends_time
from onrecord.relate.event_line import clearest, line, name_of
from onrecord.relate.event_reasons import reason
from onrecord.relate.event_words import base
from onrecord.relate.periods import apart, months_between
from onrecord.relate.told import Canonical, Told, is_name

_MODALITIES: tuple[Modality, ...] = ("actual", "denied", "alleged", "planned", "hypothetical")
_FINEST: tuple[Precision, ...] = (
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "interval",
    "year",
    "decade",
    "century",
)
_ROUGH = frozenset({"year", "decade", "century"})
_MAX_PLACES = 3
_MAX_BESIDES = 4


def event_of(
    group: Sequence[Told], by_id: Mapping[str, Annotated], known: Canonical, story_of: Mapping[str, str]
) -> Event:
    """Return the event that the mentions, given in the order of their articles, are of."""
    story = _story(group, story_of)
    home = {one.article for one in group if story_of.get(one.article) == story}
    what, behind, teller = line(group, by_id, known, _modality(group), home)
    behind = behind if teller is None else _of_its_time(teller, behind)
    lead = clearest(behind)
    type_, mode = _kind(behind, lead)
    actor, recipient = _parties(behind, lead, known)
    said_by = _said_by(teller, behind, by_id, known) if teller is not None else ()
    standing = {(one.article, one.index) for one in behind}
    left = [one for one in group if (one.article, one.index) not in standing and _is_another_deed(one, behind, by_id)]
    return Event(
        id=event_id(group[0]),
        type=type_,
        mode=mode,
        what=what,
        tells=teller is not None,
        when=_when(_agreeing(behind) if teller is None else _dating(teller, behind)),
        where=_names(known, ((r, one) for one in behind for r in one.event.where))[:_MAX_PLACES],
        actor=actor,
        recipient=tuple(name for name in recipient if name not in actor or len(actor) == 1),
        modality=teller.event.modality if teller is not None else _modality(behind),
        parts=tuple(EventRef(one.article, one.index) for one in group),
        mentions=tuple(Passage(one.article, one.event.trigger) for one in group),
        core=tuple(
            n
            for n, one in enumerate(group)
            if (one.article, one.index) in standing and (not said_by or one.event.clause or one is teller)
        ),
        story=story,
        bound=bound((one.event, by_id[one.article].article.published) for one in behind),
        reasons=tuple(reason(one, lead) for one in group if one is not lead),
        besides=_besides(left, by_id, known, story_of) if len(left) < len(group) else (),
        said_by=said_by,
    )


def _said_by(teller: Told, behind: Sequence[Told], by_id: Mapping[str, Annotated], known: Canonical) -> tuple[str, ...]:
    """Return whom reports give as saying what a line tells; nobody where one report tells it as its own."""
    telling = [teller, *(one for one in behind if one.event.clause and one is not teller)]
    voices = [_voice(one, by_id[one.article], known) for one in telling]
    named = list(dict.fromkeys(v for v in voices if v)) if all(voices) else []
    words = {voice: set(voice.lower().split()) for voice in named}
    return tuple(voice for voice in named if not any(words[voice] < words[other] for other in named))


def _voice(one: Told, annotated: Annotated, known: Canonical) -> str | None:
    said = annotated.statements[one.event.statement] if one.event.statement is not None else None
    if said is None or said.topical or said.doubtful or (said.negated and said.stance != "denies"):
        return None
    entity = known.get((one.article, said.entity)) if said.entity is not None else None
    several = " and " in (said.speaker or "") and " and " not in (entity.name if entity else "")
    return entity.name if entity and said.is_named and not several else said.speaker


def _story(group: Sequence[Told], story_of: Mapping[str, str]) -> str | None:
    """Return the story in whose reports most mentions stand."""
    held = Counter(story_of[one.article] for one in group if one.article in story_of)
    return min(held, key=lambda story: (-held[story], story), default=None)


def _besides(
    left: Sequence[Told], by_id: Mapping[str, Annotated], known: Canonical, story_of: Mapping[str, str]
) -> tuple[Event, ...]:
    """Return what mentions tell that a group holds in error: happenings of other days, each with who tells of it."""
    if not left:
        return ()
    first = event_of(left, by_id, known, story_of)
    return (replace(first, besides=()), *first.besides)[:_MAX_BESIDES]


def _is_another_deed(one: Told, behind: Sequence[Told], by_id: Mapping[str, Annotated]) -> bool:
    """Whether a mention that does not stand behind an event tells a deed of its own, with its date in the sentence.

    It is of another day, or somebody else did it to somebody else: two mayors may each appoint an heir.
    """
    event = one.event
    if event.type == "OTHER" or event.when_span is None or not event.clause:
        return False
    if not by_id[one.article].sentence_of(event.trigger).contains(event.when_span):
        return False
    return all(b.time is None or apart(one.time, b.time) is True for b in behind) or _is_of_others(one, behind)


def _is_of_others(one: Told, behind: Sequence[Told]) -> bool:
    """Whether all are named, both who did it and to whom, and nobody of them is among those of the event."""
    whole = [b for b in behind if b.actors and b.recipients]
    parties = frozenset(p for b in whole for p in b.parties)
    named = all(is_name(role.name) and role.entity is not None for role in (*one.event.actor, *one.event.recipient))
    return bool(named and whole and one.actors and one.recipients and not one.parties & parties)


def _parties(group: Sequence[Told], lead: Told, known: Canonical) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who acted and on whom; mentions that tell it the other way round are turned."""
    actors: list[tuple[Role, Told]] = []
    recipients: list[tuple[Role, Told]] = []
    for one in group:
        first, second = (recipients, actors) if _swapped(one, lead) else (actors, recipients)
        first += [(role, one) for role in one.event.actor]
        second += [(role, one) for role in one.event.recipient]
    return _names(known, actors), _names(known, recipients)


def event_id(first: Told) -> str:
    """Return an event's id from its first mention: mentions that join later leave it as it is."""
    key = f"{first.article} {first.event.trigger.start} {first.event.type}"
    return "event-" + hashlib.sha256(key.encode()).hexdigest()[:12]


def _kind(group: Sequence[Told], lead: Told) -> tuple[str, str]:
    kinds = Counter((one.event.type, one.event.mode) for one in group if one.event.type != "OTHER")
    return min(kinds, key=lambda k: (-kinds[k], k)) if kinds else (lead.event.type, lead.event.mode)


def _swapped(one: Told, lead: Told) -> bool:
    """Whether a mention has the lead's parties the other way round: "X met Y", "Y met X"."""
    return bool(one.actors & lead.recipients or one.recipients & lead.actors) and not (
        one.actors & lead.actors or one.recipients & lead.recipients
    )


def _names(known: Canonical, roles: Iterable[tuple[Role, Told]]) -> tuple[str, ...]:
    """Return the distinct names, commonest first; descriptions only where nothing has a name."""
    counts: Counter[tuple[bool, str]] = Counter()
    for role, one in roles:
        named = role.entity is not None and (one.article, role.entity) in known
        counts[named, name_of(known, role, one)] += 1
    wanted = max((named for named, _ in counts), default=False)
    return tuple(sorted((n for named, n in counts if named == wanted), key=lambda n: (-counts[wanted, n], n)))


def _of_its_time(teller: Told, behind: Sequence[Told]) -> list[Told]:
    """Return what stands behind a line; of a line without a date, which may be of one of several years, less.

    "Launched a rocket" is then told by its own report alone, and the launches that are dated are others.
    """
    parted = teller.time is None and any(months_between(a.time, b.time) for a, b in combinations(behind, 2))
    return [one for one in behind if one.article == teller.article and one.time is None] if parted else list(behind)


def _lasting() -> frozenset[str]:
    """Return verbs of what goes on for long: of two who "served" each may have done so at another time."""
    return frozenset(map(base, lists(__package__, "line_words.tsv")["lasting"]))


def _agreeing(behind: Sequence[Told]) -> Sequence[Told]:
    """Return the mentions of what has only a name; none where their days differ: "the ban" may be either of two."""
    return [] if any(apart(a.time, b.time) for a, b in combinations(behind, 2)) else behind


def _dating(teller: Told, behind: Sequence[Told]) -> list[Told]:
    """Return the mentions that may date what a line tells: those that surely are of its day, and its own before all."""
    own = teller.event.when
    if own is not None and own.precision in _ROUGH:
        return [one for one in behind if _is_rough(one) or len(one.parties & teller.parties) > 1]
    if teller.words & _lasting():
        return [teller]
    lenders = [one for one in behind if lends_time(one, teller)]
    if own is None:
        return lenders
    return [one for one in lenders if one is teller or _is_finer(one, teller)]


def _is_rough(one: Told) -> bool:
    """Whether a mention gives no more than a year."""
    return one.event.when is None or one.event.when.precision in _ROUGH


def _is_finer(one: Told, teller: Told) -> bool:
    """Whether a mention's day lies inside the longer time that the line's own words give."""
    return apart(one.time, teller.time) is False and not is_short(teller.time)


def _when(group: Sequence[Told]) -> When | None:
    """Return the time most mentions give, of equals the finest; the page's own date only for want of another.

    A bare year beside a day or month is of something else as often as not, and so is one that a single mention of
    several gives.
    """
    for page in (False, True):
        found = [one.event.when for one in group if one.event.when and one.page_dated == page]
        told = Counter(when.value for when in found)
        fine = [w for w in found if w.precision not in _ROUGH]
        whens = fine or [w for w in found if told[w.value] > 1 or len(group) == 1]
        if whens:
            counts = Counter(when.value for when in whens)
            return min(whens, key=lambda w: ("XXXX" in w.value, -counts[w.value], _FINEST.index(w.precision), w))
    return None


def _modality(group: Sequence[Told]) -> Modality:
    """Return how most mentions put it; of equals, the plainest."""
    counts = Counter(one.event.modality for one in group)
    return min(counts, key=lambda m: (-counts[m], _MODALITIES.index(m)))
