"""One article's mention of an event with everything that mentions are compared by."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Annotated, Entity, EventMention, Role
from onrecord.relate.event_words import families, trigger_words
from onrecord.relate.profile import Vector, weighed
from onrecord.relate.rarity import Rarity
from onrecord.relate.words import FUNCTION_WORDS, stem, words

_YEAR = re.compile(r"\d{4}-\d\d")

Canonical = Mapping[tuple[str, int], Entity]


@dataclass(frozen=True, slots=True)
class Told:
    """A mention. Participants are entity ids where they are known, else the stems of their words.

    words     bases of the trigger's words; families: what else may report the same happening
    context   the sentence's other words as a vector of length 1
    sentence  number of its sentence in the article; -1 when no sentence holds it
    page_dated  whether its time, in the article's first sentences, may be the page's own date
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


def tell(annotated: Annotated, canonical: Canonical, rarity: Rarity) -> list[Told]:
    """Return the article's event mentions, in order."""
    starts = [s.start for s in annotated.sentences]
    contexts: dict[int, Counter[str]] = {}
    return [_told(annotated, n, canonical, rarity, starts, contexts) for n in range(len(annotated.events))]


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
    before = article.text[max(0, event.trigger.start - 12) : event.trigger.start].lower().split()

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
        page_dated=number <= 1 and event.when is not None and _YEAR.search(event.when.value) is not None,
        definite=bool(before) and before[-1] in ("the", "this", "that", "these", "those"),
    )


def _keys(article: str, role: Role, canonical: Canonical) -> Iterator[str]:
    """Yield what a participant is known by: its entity, or the last word of its description."""
    entity = canonical.get((article, role.entity)) if role.entity is not None else None
    if entity is not None:
        yield entity.id
    elif stems := [stem(word) for word in words(role.name)]:
        yield f"~{stems[-1]}"
