"""What each article says of each of its entities, gathered from its mentions."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.annotate.entities.clusters import place_key, spelled_out
from onrecord.annotate.entities.lexicon import Gender, described, lexicon
from onrecord.annotate.entities.name_forms import fullest, generation, person_words, words_of
from onrecord.annotate.entities.places import demonym_country
from onrecord.annotate.entities.roles import role_words
from onrecord.model import Annotated, EntityKind, EntityRef, Mention, Passage

_OWNED = re.compile(r"^(?:his|her|its|their|our|my|your)\s|['’]s?\s")
_POINTERS = re.compile(r"^(?:the|a|an|this|that|his|her|its|their|our|my)\s+")


@dataclass(frozen=True, slots=True)
class Part:
    """One article's entity.

    names   what it is called there, as printed; empty when it is only described
    key     what other articles' entities of the same name share, by kind
    roles   the words for people in the roles and descriptions it was given
    titles  those of the words that are printed before the name
    role_word    of one that is not named, the word it is described by when it points at one holder: "the surgeon"
    owned        whether the description says whose it is: "Berg's lawyer"
    description  what it is called when not named, without articles and possessives
    """

    ref: EntityRef
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    key: tuple[str, ...]
    roles: frozenset[str]
    titles: frozenset[str]
    role_word: str | None
    owned: bool
    description: str
    gender: Gender | None
    mentions: tuple[Passage, ...]

    @property
    def named(self) -> bool:
        """Whether the article names it."""
        return bool(self.names)

    @property
    def generation(self) -> frozenset[str]:
        """What its names say of its generation: "jr", "iii"."""
        return frozenset(mark for name in self.names for mark in generation(name))


def name_key(kind: EntityKind, name: str) -> tuple[str, ...]:
    """Return what all plain variants of a name share: case, accents, titles, initials and articles left out."""
    if kind == "person":
        return person_words(name)
    if kind == "place":
        return tuple(place_key(name).split())
    full = spelled_out(name) if kind == "organisation" else ()
    return full[0] if full else words_of(name)


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
    phrases = [" ".join(m.span.of(text).lower().split()) for m in mentions if m.form == "nominal"]
    titles = [m.role for m in mentions if m.role]
    name = first.name if printed else fullest(m.name for m in mentions)
    owned = bool(_OWNED.search(name.lower()))
    roles = _role_words([*titles, *phrases])
    return Part(
        ref=EntityRef(article, number),
        kind=first.kind,
        name=name,
        names=tuple(dict.fromkeys([*([first.name] if printed else []), *printed])),
        key=name_key(first.kind, name) or (name.lower(),),
        roles=roles,
        titles=_role_words(titles),
        role_word=None if printed else _pointing_role(phrases, owned),
        owned=owned,
        description=_POINTERS.sub("", name.lower()),
        gender=_gender(printed, roles),
        mentions=tuple(Passage(article, m.span) for m in mentions),
    )


def _role_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in role_words(phrase))


def _pointing_role(phrases: Sequence[str], owned: bool) -> str | None:
    """Return the noun of the first phrase that points at one holder of a role.

    owned  whether it is somebody's: "their leader" is another one with every owner, and points at nobody
    """
    for phrase in phrases:
        words = phrase.split()
        if words[0] == "the" or len(words) == 1:
            noun = next((n for n in (" ".join(words[-2:]), words[-1]) if lexicon().nouns.get(n) == "person"), None)
            if noun and noun not in described("common role") and not (owned and noun in described("one to an owner")):
                return noun
    return None


def parts_of(articles: Sequence[Annotated]) -> list[Part]:
    """Return every article's entities, by article id and number: the same in whatever order the articles come."""
    found = []
    for article in sorted(articles, key=lambda a: a.article.id):
        by_number: dict[int, list[Mention]] = defaultdict(list)
        for mention in article.mentions:
            by_number[mention.entity].append(mention)
        found += [_part(article.article.id, n, by_number[n], article.article.text) for n in sorted(by_number)]
    return found
