"""Entities under one name across articles: soft merges of the articles' own entities, each with its reason."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.annotate.entities.name_forms import commonest, words_of
from onrecord.annotate.entities.places import demonym_country, resolve
from onrecord.model import Annotated, Entity, EntityKind, Story
from onrecord.relate.entity_company import company
from onrecord.relate.entity_merge import STEPS
from onrecord.relate.entity_merger import Merger
from onrecord.relate.entity_parts import Part, name_key, parts_of


def canonical(entities: Iterable[Entity]) -> dict[tuple[str, int], Entity]:
    """Return the entity of each article's entity, by article id and the number its mentions carry."""
    return {(part.article, part.entity): entity for entity in entities for part in entity.parts}


def link_entities(articles: Sequence[Annotated], stories: Iterable[Story] = ()) -> tuple[Entity, ...]:
    """Return the entities of all articles, by kind and name. Every article entity is part of exactly one.

    Reports of one story speak of one matter; so do others that share enough rare words.

    Time grows with the number of mentions; names are compared within small blocks only.
    """
    parts = parts_of(articles)
    merger = Merger(parts, company(articles, stories))
    for step in STEPS:
        step(merger)
    clusters = (([parts[i] for i in items], reasons) for items, reasons in merger.clusters())
    made = [_entity(items, reasons) for items, reasons in clusters]
    return tuple(sorted(_with_own_ids(made), key=lambda e: (e.kind, e.name, e.id)))


def _kind(parts: Sequence[Part]) -> EntityKind:
    counts = Counter[EntityKind]()
    for part in parts:
        counts[part.kind] += len(part.mentions)
    return max(counts, key=lambda kind: (counts[kind], kind))


def _name(kind: EntityKind, parts: Sequence[Part]) -> str:
    """Return the name to show: a country as the gazetteer has it, else the commonest of the fullest names."""
    named = [p for p in parts if p.named] or list(parts)
    if kind == "place":
        return _place_name(commonest(p.name for p in named))
    if kind == "person":
        return commonest([p.name for p in named if len(p.key) > 1] or [p.name for p in named])
    return _telling_name([name for p in named for name in p.names[:1] or (p.name,)])


def _telling_name(printed: Sequence[str]) -> str:
    """Return the name to show for a body or a thing: a common one, longer ones before acronyms."""
    counts = Counter(printed)

    def worth(name: str) -> tuple[float, int, str]:
        words = min(len(words_of(name)), 4)
        acronym = words == 1 and name.replace(".", "").isupper()
        return counts[name] * (0.4 if acronym else 0.5 + 0.5 * words), words, name

    return max(counts, key=worth)


def _place_name(printed: str) -> str:
    place = resolve(printed)
    country = place.name if place and place.level == "country" else demonym_country(printed)
    return country or printed


def _entity(parts: Sequence[Part], reasons: tuple[str, ...]) -> Entity:
    kind = _kind(parts)
    name = _name(kind, parts)
    named = [p for p in parts if p.named]
    counts = Counter(alias for p in (named or parts) for alias in (p.names or (p.name,)))
    aliases = sorted((a for a in counts if a != name), key=lambda a: (-counts[a], a))
    mentions = sorted({mention for p in parts for mention in p.mentions})
    return Entity(
        id="",
        name=name,
        kind=kind,
        aliases=tuple(aliases),
        parts=tuple(p.ref for p in parts),
        mentions=tuple(mentions),
        reasons=reasons,
    )


def _hash(*fields: str) -> str:
    return hashlib.sha256("\x1f".join(fields).encode()).hexdigest()[:16]


def _with_own_ids(entities: Iterable[Entity]) -> list[Entity]:
    """Give each entity the hash of its kind and name; of several with one name, all but the largest add a mention."""
    taken: set[str] = set()
    made = []
    for entity in sorted(entities, key=lambda e: (-len(e.mentions), e.mentions)):
        plain = _hash(entity.kind, *name_key(entity.kind, entity.name), entity.name.lower())
        first = entity.parts[0]
        own = plain if plain not in taken else _hash(plain, first.article, str(first.entity))
        taken.add(own)
        made.append(replace(entity, id=own))
    return made
