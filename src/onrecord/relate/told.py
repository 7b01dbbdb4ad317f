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
LONG_AGO = 60
"""Days before a report: what ended longer ago is not what it tells in the present."""
_POINTING = (["the"], ["this"], ["that"], ["these"], ["those"])

_OWNING = ("'s", "’s", "s'", "s’")

UNNAMED = "~"
"""What the key of a party begins with that no entity stands for."""

Canonical = Mapping[tuple[str, int], Entity]
# What is done to each person apart, however many it is done to on one day.
_DONE_TO_ONE = frozenset({"COERCE", "COURT"})
_KILLING = ("ASSAULT", "kill")
_QUOTES = frozenset("'\"‘“`")
# How the basis of a day begins that a page prints.
_PRINTED = ("printed", "dateline")


@dataclass(frozen=True, slots=True)
class Told:
    """A mention. Participants are entity ids where they are known, else the stems of their words.

    words     bases of the trigger's words; families: what else may report the same happening
    people    surnames of the persons among actors and recipients
    context   the sentence's other words as a vector of length 1
    sentence  number of its sentence in the article; -1 when no sentence holds it
    page_dated  whether its time may be the page's own date: in the first sentences, or the day that the page prints
    time      the days it can be of: its own, or those of the dated sentence before that "that call" points to
    back      whether it is looked back on: told below the opening with a date that names its year, or so marked
    marks     which of its kind the words make it
    definite  whether the words point back: "the attack", "this call"
    now       whether a clause tells it in the present, on the day of a dated report: "is running for mayor"
    long_ago  whether its time ended long before the day of its report
    victims   names in small letters of those who are jailed, tried, killed or dead; empty unless all are known
    """

    article: str
    index: int
    event: EventMention
    words: frozenset[str]
    families: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    others: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    context: Vector
    sentence: int
    definite: bool
    page_dated: bool
    time: Period | None
    back: bool
    marks: Marks = UNMARKED
    now: bool = False
    long_ago: bool = False
    victims: frozenset[str] = frozenset()

    @property
    def parties(self) -> frozenset[str]:
        """Everybody and everything that takes part, places left out."""
        return self.actors | self.recipients | self.others

    @property
    def numbers(self) -> frozenset[tuple[str, float | None, float | None]]:
        """What is counted, with the bounds of the number."""
        return frozenset((n.role, n.low, n.high) for n in self.event.numbers)


def is_name(party: str) -> bool:
    """Whether a party is called by name: "the two leaders" are not, nor is "Harbour's Night Watchman" in a headline.

    >>> is_name("Ada Roe"), is_name("two leaders"), is_name("Harbour's Night Watchman")
    (True, False, False)
    """
    *before, last = party.split() or [""]
    return last[:1].isupper() and not any(word.endswith(_OWNING) for word in before)


def tell(annotated: Annotated, canonical: Canonical, rarity: Rarity) -> list[Told]:
    """Return the article's event mentions, in order."""
    teller = _Teller(annotated, canonical, rarity)
    told = [teller.told(index) for index in range(len(annotated.events))]
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


def _is_day_of_page(event: EventMention, annotated: Annotated) -> bool:
    """Whether a happening is dated on the day that its page prints, in full or by its weekday.

    The one is the page's own date, run into its text; the other is reckoned from a date that may be of the day after.
    """
    published = annotated.article.published
    if event.when is None or published is None or published.precision != "day":
        return False
    told = event.when.basis.startswith((*_PRINTED, "weekday"))
    return told and published.basis.startswith(_PRINTED) and event.when.value == published.value


def _before(text: str, start: int) -> list[str]:
    """Return the last few words before a place, the first of them perhaps cut."""
    return text[max(0, start - 30) : start].lower().split()


class _Teller:
    """Makes what one article's mentions are compared by."""

    def __init__(self, annotated: Annotated, canonical: Canonical, rarity: Rarity) -> None:
        self._annotated = annotated
        self._text = annotated.article.text
        self._canonical = canonical
        self._rarity = rarity
        self._starts = [s.start for s in annotated.sentences]
        self._stems: dict[int, Counter[str]] = {}

    def told(self, index: int) -> Told:
        event = self._annotated.events[index]
        before = _before(self._text, event.trigger.start)
        held = trigger_words(event.trigger.of(self._text), *before[-1:])
        number = bisect_right(self._starts, event.trigger.start) - 1
        sentence = self._annotated.sentences[number] if number >= 0 else event.trigger
        has_year = event.when_span is not None and _YEAR.search(event.when_span.of(self._text)) is not None
        time = period(event.when)
        day = period(self._annotated.article.published)
        first = day.first if day is not None else None
        return Told(
            article=self._annotated.article.id,
            index=index,
            event=event,
            words=held,
            families=families(held),
            actors=self._keys(event.actor),
            recipients=self._keys(event.recipient),
            others=self._keys((*event.objects, *event.instrument)),
            people=frozenset(self._surnames((*event.actor, *event.recipient))),
            victims=self._victims(event),
            places=self._keys(event.where),
            context=self._context(number, held),
            sentence=number,
            page_dated=(number <= 1 and has_year) or _is_day_of_page(event, self._annotated),
            time=time,
            back=number > OPENING and time is not None and (event.background or has_year),
            definite=before[-1:] in _POINTING,
            marks=marks(before, sentence, event.trigger, self._text),
            now=first is not None and event.clause and event.when is None and event.bound is None,
            long_ago=first is not None and time is not None and time.last is not None and first - time.last > LONG_AGO,
        )

    def _context(self, number: int, held: frozenset[str]) -> Vector:
        """Return the words of a sentence other than those held."""
        if number not in self._stems:
            printed = self._annotated.sentences[number].of(self._text) if number >= 0 else ""
            self._stems[number] = Counter(s for s in map(stem, words(printed)) if s not in FUNCTION_WORDS)
        around = {s: n for s, n in self._stems[number].items() if s not in held}
        return weighed(around, self._rarity, 1.0)

    def _keys(self, roles: Sequence[Role]) -> frozenset[str]:
        return frozenset(key for role in roles for key in self._known_by(role))

    def _surnames(self, roles: Sequence[Role]) -> Iterator[str]:
        for role in roles:
            entity = self._entity(role)
            name = entity.name if entity is not None else role.name
            if role.kind == "person" and is_name(name):
                yield name.split()[-1].lower()

    def _victims(self, event: EventMention) -> frozenset[str]:
        if event.type == "DEATH":
            roles = [role for role in (*event.actor, *event.recipient) if role.kind == "person"]
        elif event.type in _DONE_TO_ONE or (event.type, event.mode) == _KILLING:
            roles = list(event.recipient)
        else:
            return frozenset()
        named = {role.span: entity.name.lower() for role in roles if (entity := self._person(role))}
        return frozenset(named.values()) if len(named) == len({role.span for role in roles}) else frozenset()

    def _person(self, role: Role) -> Entity | None:
        """Return the person with a name that a participant is; a name in quotation marks is a byname."""
        entity = self._entity(role)
        before = self._text[max(0, role.span.start - 2) : role.span.start].rstrip()
        if role.kind != "person" or entity is None or before[-1:] in _QUOTES:
            return None
        return entity if is_name(entity.name) else None

    def _entity(self, role: Role) -> Entity | None:
        return self._canonical.get((self._annotated.article.id, role.entity)) if role.entity is not None else None

    def _known_by(self, role: Role) -> Iterator[str]:
        """Yield what a participant is known by: its entity, or the last word of its description."""
        entity = self._entity(role)
        if entity is not None:
            yield entity.id
        elif stems := [stem(word) for word in words(role.name)]:
            yield f"{UNNAMED}{stems[-1]}"
