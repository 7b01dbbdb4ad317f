"""What each article says of each of its entities, gathered from its mentions."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotate.entities.clusters import fullest, person_words, place_key, words_of
from onrecord.annotate.entities.lexicon import Gender, lexicon
from onrecord.annotate.entities.places import demonym_country
from onrecord.model import Annotated, EntityKind, EntityRef, Mention, Passage


@dataclass(frozen=True, slots=True)
class Part:
    """One article's entity.

    names   what it is called there, as printed; empty when it is only described
    key     what other articles' entities of the same name share, by kind
    roles   the words of the roles it was given
    """

    ref: EntityRef
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    key: tuple[str, ...]
    roles: frozenset[str]
    gender: Gender | None
    mentions: tuple[Passage, ...]

    @property
    def named(self) -> bool:
        """Whether the article names it."""
        return bool(self.names)


def name_key(kind: EntityKind, name: str) -> tuple[str, ...]:
    """Return what all plain variants of a name share: case, accents, titles, initials and articles left out."""
    if kind == "person":
        return person_words(name)
    if kind == "place":
        return tuple(place_key(name).split())
    return words_of(name)


def _gender(names: Sequence[str], roles: frozenset[str]) -> Gender | None:
    lex = lexicon()
    told = {g for word in roles if (g := lex.noun_gender.get(word))}
    told |= {g for n in names if len(n.split()) > 1 and (g := lex.first_names.get(n.split()[0].lower())) in ("m", "f")}
    return told.pop() if len(told) == 1 else None


def _part(article: str, number: int, mentions: Sequence[Mention], text: str) -> Part:
    first = mentions[0]
    printed = [" ".join(m.span.of(text).split()) for m in mentions if m.form == "name"]
    if first.kind == "place":
        printed = [p for p in printed if not demonym_country(p)] or printed
    roles = frozenset(w.strip(".,").lower() for m in mentions if m.role for w in m.role.split())
    name = first.name if printed else _description(mentions)
    return Part(
        ref=EntityRef(article, number),
        kind=first.kind,
        name=name,
        names=tuple(dict.fromkeys([*([first.name] if printed else []), *printed])),
        key=name_key(first.kind, name) or (name.lower(),),
        roles=roles,
        gender=_gender(printed, roles),
        mentions=tuple(Passage(article, m.span) for m in mentions),
    )


def _description(mentions: Sequence[Mention]) -> str:
    return fullest(m.name for m in mentions)


def parts_of(articles: Sequence[Annotated]) -> list[Part]:
    """Return every article's entities, by article id and number: the same in whatever order the articles come."""
    found = []
    for article in sorted(articles, key=lambda a: a.article.id):
        by_number: dict[int, list[Mention]] = defaultdict(list)
        for mention in article.mentions:
            by_number[mention.entity].append(mention)
        found += [_part(article.article.id, n, by_number[n], article.article.text) for n in sorted(by_number)]
    return found
