"""One article's mention of an event with everything that mentions are compared by."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Annotated, Entity, EventMention, Role
from onrecord.relate.event_marks import UNMARKED, Marks, marks
from onrecord.relate.event_words import families, trigger_words
from onrecord.relate.periods import Period, period
from onrecord.relate.profile import Vector, weighed
from onrecord.relate.rarity import Rarity
from onrecord.relate.words import FUNCTION_WORDS, stem, words

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# The sentences, counted from 0, in which reports tell their own happening.
OPENING = 2

Canonical = Mapping[tuple[str, int], Entity]


@dataclass(frozen=True, slots=True)
class Told:
    """A mention. Participants are entity ids where they are known, else the stems of their words.

    words     bases of the trigger's words; families: what else may report the same happening
    context   the sentence's other words as a vector of length 1
    sentence  number of its sentence in the article; -1 when no sentence holds it
    page_dated  whether its time, in the article's first sentences, may be the page's own date
    time      the days it can be of: its own, or those of the dated sentence before that "that call" points to
    back      whether it is looked back on: told below the opening with a date that names its year, or so marked
    marks     which of its kind the words make it
    definite  whether the words point back: "the attack", "this call"
    """

    article: str
    index: int
    event: EventMention
    words: frozenset[str]
    families: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    others: frozenset[str]
    places: frozenset[str]
    context: Vector
    sentence: int
    definite: bool
    page_dated: bool
    time: Period | None
    back: bool
    marks: Marks = UNMARKED


def is_name(party: str) -> bool:
    """Whether a party is called by name: "the two leaders" are not.

    >>> is_name("Ada Roe"), is_name("two leaders")
    (True, False)
    """
    return bool(party) and party.split()[-1][0].isupper()


def tell(annotated: Annotated, canonical: Canonical, rarity: Rarity) -> list[Told]:
    """Return the article's event mentions, in order."""
    starts = [s.start for s in annotated.sentences]
    contexts: dict[int, Counter[str]] = {}
    told = [_told(annotated, n, canonical, rarity, starts, contexts) for n in range(len(annotated.events))]
    return _pointing_back(told, annotated.article.text)


def _pointing_back(told: list[Told], text: str) -> list[Told]:
    """Give "that call" the time of the look-back in the sentence before it."""
    back = {one.sentence: one.time for one in told if one.back}
    return [
        replace(one, time=back[one.sentence - 1], back=True)
        if one.time is None and one.sentence - 1 in back and _before(text, one.event.trigger.start)[-1:] == ["that"]
        else one
        for one in told
    ]


def _before(text: str, start: int) -> list[str]:
    """Return the last few words before a place, the first of them perhaps cut."""
    return text[max(0, start - 30) : start].lower().split()


def _told(
    annotated: Annotated,
    index: int,
    canonical: Canonical,
    rarity: Rarity,
    starts: Sequence[int],
    contexts: dict[int, Counter[str]],
) -> Told:
    article, event = annotated.article, annotated.events[index]
    held = trigger_words(event.trigger.of(article.text))
    number = bisect_right(starts, event.trigger.start) - 1
    if number not in contexts:
        sentence = annotated.sentences[number].of(article.text) if number >= 0 else ""
        contexts[number] = Counter(s for s in map(stem, words(sentence)) if s not in FUNCTION_WORDS)
    around = {s: n for s, n in contexts[number].items() if s not in held}
    before = _before(article.text, event.trigger.start)
    printed = event.when_span.of(article.text) if event.when_span else ""
    time = period(event.when)

    def ids(roles: Sequence[Role]) -> frozenset[str]:
        return frozenset(key for role in roles for key in _keys(article.id, role, canonical))

    return Told(
        article=article.id,
        index=index,
        event=event,
        words=held,
        families=families(held),
        actors=ids(event.actor),
        recipients=ids(event.recipient),
        others=ids((*event.objects, *event.instrument)),
        places=ids(event.where),
        context=weighed(around, rarity, 1.0),
        sentence=number,
        page_dated=number <= 1 and _YEAR.search(printed) is not None,
        time=time,
        back=number > OPENING and time is not None and (event.background or _YEAR.search(printed) is not None),
        definite=bool(before) and before[-1] in ("the", "this", "that", "these", "those"),
        marks=marks(before, annotated.sentences[number] if number >= 0 else event.trigger, event.trigger, article.text),
    )


def _keys(article: str, role: Role, canonical: Canonical) -> Iterator[str]:
    """Yield what a participant is known by: its entity, or the last word of its description."""
    entity = canonical.get((article, role.entity)) if role.entity is not None else None
    if entity is not None:
        yield entity.id
    elif stems := [stem(word) for word in words(role.name)]:
        yield f"~{stems[-1]}"
