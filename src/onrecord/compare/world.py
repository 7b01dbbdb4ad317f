"""What compare looks up again and again: names across articles, stories, events, and who copies whom."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from onrecord.compare.wording import owners
from onrecord.model import BODY_KINDS, Annotated, Collection, Entity, EntityKind, Event, EventRef, Link, Story
from onrecord.relate.groups import Groups

_COPYING = frozenset({"copies", "rewrites"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la"})


class World:
    """A collection with its indexes, each built when first asked for."""

    def __init__(self, collection: Collection) -> None:
        """Keep the collection; nothing is computed yet."""
        self.collection = collection

    @cached_property
    def articles(self) -> Mapping[str, Annotated]:
        """Annotated articles by id."""
        return {a.article.id: a for a in self.collection.articles}

    @cached_property
    def story_of(self) -> Mapping[str, str]:
        """Story id by article id."""
        return {article: story.id for story in self.collection.stories for article in story.articles}

    @cached_property
    def stories(self) -> Mapping[str, Story]:
        """Stories by id."""
        return {story.id: story for story in self.collection.stories}

    @cached_property
    def _circles(self) -> Mapping[str, str]:
        """Story id to the smallest id of the stories that it hangs together with, over any number of steps."""
        related = [(s.id, r.story) for s in self.collection.stories for r in s.related]
        home = self.story_of
        copied = [(home.get(a, a), home.get(b, b)) for a, b in self._of_one_text]
        return _joined((*related, *copied))

    @cached_property
    def _of_one_text(self) -> frozenset[tuple[str, str]]:
        """Pairs of articles of which one copies or rewrites the other, each in both orders."""
        pairs = [(link.source, link.target) for link in self.collection.links if link.kind in _COPYING]
        return frozenset(pair for one, other in pairs for pair in ((one, other), (other, one)))

    def circle(self, article: str) -> str:
        """Return one key for the articles of all stories that hang together; an article without a story is its own.

        Stories hang together that are related, or of which a report copies one of the other.
        """
        story = self.story_of.get(article, article)
        return self._circles.get(story, story)

    def are_one_story(self, left: str, right: str) -> bool:
        """Whether two articles are of one story, or one text in two of them."""
        if left == right or (left, right) in self._of_one_text:
            return True
        return self.story_of.get(left, left) == self.story_of.get(right, right)

    def are_related(self, left: str, right: str) -> bool:
        """Whether two articles are of one story, or one of their stories looks back on the other."""
        one, other = self.story_of.get(left), self.story_of.get(right)
        if one is None or other is None or one == other:
            return one == other and one is not None
        return other in {r.story for r in self.stories[one].related} or one in {
            r.story for r in self.stories[other].related
        }

    @cached_property
    def event_of(self) -> Mapping[EventRef, Event]:
        """The event across articles that each mention belongs to."""
        return {part: event for event in self.collection.events for part in event.parts}

    @cached_property
    def _entities(self) -> Mapping[tuple[str, int], Entity]:
        return {(part.article, part.entity): e for e in self.collection.entities for part in e.parts}

    @cached_property
    def _aliases(self) -> Mapping[str, str]:
        """Lower-cased name to canonical name, for names that only one entity bears, and acronyms of organisations."""
        bearers: dict[str, set[str]] = {}
        for entity in self.collection.entities:
            for alias in (entity.name, *entity.aliases, *_acronym(entity)):
                bearers.setdefault(plain(alias), set()).add(entity.name)
        return {alias: min(names) for alias, names in bearers.items() if len(names) == 1}

    @cached_property
    def _merged(self) -> Mapping[str, str]:
        """An organisation known only by its initials, by the one whose initials they are."""
        full = {a: e.name for e in self.collection.entities if e.kind in BODY_KINDS for a in _acronym(e)}
        return {e.name: full[e.name] for e in self.collection.entities if e.name in full and full[e.name] != e.name}

    def entity(self, article: str, number: int | None) -> Entity | None:
        """Return the entity across articles behind a number within one."""
        return None if number is None else self._entities.get((article, number))

    def name_of(self, article: str, number: int | None) -> str | None:
        """Return the name across articles of an entity within one; initials give way to the full name."""
        found = self.entity(article, number)
        return None if found is None else self._merged.get(found.name, found.name)

    @cached_property
    def _initials(self) -> Mapping[str, str]:
        """Full name of an organisation to the initials that some report calls it by."""
        found: dict[str, str] = {short: long for long, short in self._merged.items()}
        for entity in self.collection.entities:
            short = next((a for a in sorted(entity.aliases) if re.fullmatch(r"[A-Z]{2,6}", a)), None)
            if short is not None and entity.kind in BODY_KINDS and not entity.name.isupper():
                found[entity.name] = short
        return found

    def with_initials(self, name: str) -> str:
        """Return an organisation's name with its initials behind it, where reports use them; others as they are."""
        short = self._initials.get(name)
        return f"{name} ({short})" if short and short not in name else name

    @cached_property
    def _kinds(self) -> Mapping[str, EntityKind]:
        return {e.name: e.kind for e in reversed(self.collection.entities)}

    def kind_of(self, name: str | None) -> EntityKind | None:
        """Return what kind of entity bears a canonical name."""
        return self._kinds.get(name or "")

    def may_be_person(self, name: str | None) -> bool:
        """Whether a canonical name is a person's, as far as is known: who has an age."""
        return self.kind_of(name) in ("person", None)

    def canonical(self, article: str, name: str) -> str:
        """Return the name across articles for a name as an article gives it."""
        for mention in self.articles[article].mentions:
            if mention.name == name and mention.form == "name" and (found := self.name_of(article, mention.entity)):
                return found
        known = self._aliases.get(plain(name), name)
        return self._merged.get(known, known)

    @cached_property
    def _voices(self) -> Mapping[str, str]:
        return _voices(self.collection.links)

    def voice(self, article: str) -> str:
        """Return one key for all articles that copy or rewrite one text, and for all of one outlet or one owner."""
        if article in self._voices:
            return self._voices[article]
        outlet = self.articles[article].article.outlet
        return f"outlet {_owner(outlet)}" if outlet else article


def _owner(outlet: str) -> str:
    """Return whoever owns an outlet, the outlet itself where that is not known."""
    name = plain(outlet)
    return owners().get(re.sub(r"^www\.|\.(?:com|org|net|co\.uk|com\.au|co|eu|uk)$", "", name)) or name


def plain(name: str) -> str:
    """Return a name in lower case without its article and possessive."""
    return re.sub(r"^(?:the|a|an)\s+|['’]s$", "", name.strip(), flags=re.I).lower()


def _acronym(entity: Entity) -> tuple[str, ...]:
    if entity.kind not in BODY_KINDS:
        return ()
    words = [w for w in re.findall(r"[A-Za-z]+", entity.name) if w.lower() not in _SMALL]
    capitals = "".join(w[0] for w in words)
    return (capitals,) if len(words) >= 3 and capitals.isupper() else ()


def _voices(links: Iterable[Link]) -> dict[str, str]:
    """Return for each article that stands in a copying link the smallest id of its group."""
    return _joined((link.source, link.target) for link in links if link.kind in _COPYING)


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for each id in a pair the smallest id of those it is joined with, over any number of steps."""
    held = list(pairs)
    groups = Groups(name for pair in held for name in pair)
    for one, other in held:
        groups.join(one, other)
    return {name: groups.first(name) for pair in held for name in pair}
