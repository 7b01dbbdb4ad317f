"""What makes entities of several articles one: a step for each ground, the surest first."""

from collections import defaultdict
from collections.abc import Callable, Mapping

from onrecord.annotate.entities.clusters import indexed_by, is_spelled_out, organisations_agree, sought_by
from onrecord.annotate.entities.lexicon import generic_words, lexicon
from onrecord.annotate.entities.name_forms import persons_agree, words_of
from onrecord.model import BODY_KINDS, EntityKind
from onrecord.relate.entity_merger import Merger
from onrecord.relate.entity_namesakes import one_person_each
from onrecord.relate.entity_parts import Part
from onrecord.relate.entity_spelling import blocks, same_spelling

# A block holds spellings of a name; larger ones are compared with their commonest spellings only.
_BLOCK = 24
_BODIES: frozenset[EntityKind] = BODY_KINDS | {"facility"}
_VAGUE: frozenset[EntityKind] = frozenset({"organisation", "facility", "event", "work", "law", "product", "other"})
_FATHER = frozenset({"sr", "senior"})
_NOBODY: frozenset[int] = frozenset()
Key = tuple[str, tuple[str, ...], int]


def _told_apart(merger: Merger, a: int, b: int) -> bool:
    """Whether one report names both and only one of them with a generation: a father and his son."""
    if merger.parts[a].generation == merger.parts[b].generation:
        return False
    return len(merger.parts[a].key) > 1 and not merger.articles(a).isdisjoint(merger.articles(b))


def _may_be_one(merger: Merger, a: Part, b: Part) -> bool:
    """Whether nothing printed with the name says that there are two of them: a generation, a gender.

    Where one of the reports names a father beside his son, "Berg" and "Berg Jr." are not one; "Berg Sr." is Berg.
    """
    generations = a.generation, b.generation
    if generations[0] != generations[1]:
        named_beside = any(merger.generations_beside(part) >= {*generations} for part in (a, b))
        if all(generations) or (named_beside and not _FATHER & (a.generation | b.generation)):
            return False
    return not (a.gender and b.gender and a.gender != b.gender)


def _is_full(part: Part) -> bool:
    """Whether the name by itself says who is meant, in whatever article it stands: "Interior Ministry" does not."""
    if part.kind == "person":
        return len(part.key) > 1
    return part.kind != "organisation" or not generic_words().issuperset(part.key) or is_spelled_out(part.key)


def _group_key(part: Part, company: int) -> Key:
    generation = tuple(sorted(part.generation)) if part.kind == "person" else ()
    return part.kind, (*part.key, *generation), -1 if _is_full(part) else company


def _same_name(left: str, right: str) -> str:
    return f"both are called {left}" if left == right else f"{left} and {right} are one name"


def by_name(merger: Merger) -> None:
    """Join equal names: full ones everywhere, a bare surname only among articles that keep company.

    A person's full name joins across matters unless the printed roles speak for namesakes.
    """
    same: dict[Key, dict[int, Part]] = defaultdict(dict)
    for i, part in enumerate(merger.parts):
        if part.named:
            same[_group_key(part, merger.company_of(part))][i] = part
    for (kind, _, _), parts in same.items():
        groups = one_person_each(parts, merger.company_of) if kind == "person" else (list(parts),)
        for first, *others in groups:
            for other in others:
                if _may_be_one(merger, parts[first], parts[other]):
                    merger.join(first, other, _same_name(parts[first].name, parts[other].name))


def by_name_alone(merger: Merger) -> None:
    """Join equal names that different reports of one matter take for different kinds, places apart from all others."""
    homes: dict[tuple[tuple[str, ...], int], int] = {}
    for i, part in enumerate(merger.parts):
        words = words_of(part.name)
        if part.named and part.kind not in ("place", "group") and (len(words) > 1 or part.kind in _VAGUE):
            first = homes.setdefault((words, merger.company_of(part)), i)
            if merger.find(first) != merger.find(i) and _may_be_one(merger, merger.parts[first], part):
                merger.join(first, i, f"both are called {part.name} in reports of one matter")


def _short_forms(merger: Merger, kind: EntityKind, agree: Callable[[Part, Part], bool]) -> None:
    """Within each company, join a short name to the full one it can stand for when there is only one."""
    companies: dict[int, dict[int, Part]] = defaultdict(dict)
    for i, part in merger.named(kind):
        companies[merger.company_of(part)].setdefault(merger.find(i), part)
    for held in companies.values():
        _join_short(merger, held, agree)


def _join_short(merger: Merger, held: Mapping[int, Part], agree: Callable[[Part, Part], bool]) -> None:
    ordered = sorted(held.items(), key=lambda item: (-len(item[1].key), -len(item[1].name), item[0]))
    by_word: dict[str, list[tuple[int, Part]]] = defaultdict(list)
    for i, part in ordered:
        near = [found for word in sorted(sought_by(part.name)) for found in by_word.get(word, ())[:_BLOCK]]
        fuller = {merger.find(j): other for j, other in near if agree(part, other)}
        if len(part.key) > 1:  # "Ola Berg" is not Ola Berg Jr., and may still be Per Ola Berg
            fuller = {j: other for j, other in fuller.items() if _may_be_one(merger, part, other)}
        if len(fuller) == 1:
            [(home, other)] = fuller.items()
            if _may_be_one(merger, part, other) and merger.find(i) != home and not _told_apart(merger, i, home):
                merger.join(i, home, f"{part.name} stands for {other.name}, the only one of that name in these reports")
        for word in indexed_by(part.name):
            by_word[word].append((i, part))


def _stands_for(short: Part, full: Part) -> bool:
    """Whether a name can stand for a longer one of another report; a first name alone cannot, nor "Xi" without a title.

    A report that calls somebody "Vladimir" alone hardly means the president of whom another tells.
    """
    if len(short.key) == 1 and short.key[0] != full.key[-1] and not short.titles:
        return False
    return persons_agree(short.key, full.key)


def by_short_name(merger: Merger) -> None:
    """Join surnames, acronyms and shortened names to the one full name that the same reports hold."""
    _short_forms(merger, "person", _stands_for)
    _short_forms(merger, "organisation", lambda a, b: organisations_agree(a.name, b.name))
    _short_forms(merger, "facility", lambda a, b: organisations_agree(a.name, b.name))


def by_title(merger: Merger) -> None:
    """Join "President Berg" to the only Berg of all reports who is called a president beside a full name."""
    full: dict[tuple[str, str], set[int]] = defaultdict(set)
    for i, part in merger.named("person"):
        if len(part.key) > 1:
            for word in part.titles:
                full[part.key[-1], word].add(merger.find(i))
    for i, part in merger.named("person"):
        if len(part.key) == 1:
            homes = {merger.find(h) for word in part.titles for h in full.get((part.key[0], word), ())}
            if len(homes) == 1 and _may_be_one(merger, part, merger.parts[min(homes)]):
                merger.join(i, min(homes), f"{part.name} has the title of {merger.parts[min(homes)].name}")


def by_alias(merger: Merger) -> None:
    """Join organisations through a long name or an acronym that some article gives beside the name."""
    held: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for i, part in enumerate(merger.parts):
        if part.kind == "organisation":
            for name in part.names:
                held[tuple(name.lower().replace(".", "").split())].add(i)
    for alias, items in sorted(held.items()):
        roots = {merger.find(i) for i in items}
        long_names = {merger.parts[i].key for i in items if len(merger.parts[i].key) > 1}
        if len(roots) > 1 and len(long_names) == 1 and _is_telling(alias):
            first, *others = sorted(roots)
            for other in others:
                merger.join(first, other, f"one report gives {' '.join(alias).upper()} as a name of the other")


def _is_telling(alias: tuple[str, ...]) -> bool:
    if generic_words().issuperset(alias):
        return False
    return len(alias) > 1 or (2 < len(alias[0]) <= 6 and alias[0] not in lexicon().heads)


def by_spelling(merger: Merger) -> None:
    """Join spellings of one person's full name among articles that keep company."""
    firsts: dict[int, Part] = {}
    for i, part in merger.named("person"):
        if len(part.key) > 1:
            firsts.setdefault(merger.find(i), part)
    held: dict[str, list[int]] = defaultdict(list)
    for i, part in sorted(firsts.items(), key=lambda item: (-len(merger.members(item[0])), item[0])):
        keys = list(blocks(part.key))
        for j in dict.fromkeys(j for key in keys for j in held[key][:_BLOCK]):
            if _one_spelling(merger, i, j):
                names = f"{part.name} and {merger.parts[j].name}"
                merger.join(i, j, f"{names} are spellings of one name in reports of one matter")
        for key in keys:
            held[key].append(i)


def _one_spelling(merger: Merger, i: int, j: int) -> bool:
    a, b = merger.parts[i], merger.parts[j]
    if merger.find(i) == merger.find(j) or not _may_be_one(merger, a, b) or not same_spelling(a.key, b.key):
        return False
    return merger.articles(i).isdisjoint(merger.articles(j)) and not merger.companies(i).isdisjoint(merger.companies(j))


def _role_holders(merger: Merger) -> dict[tuple[int, str], dict[int, set[str]]]:
    """Return for each company and role the clusters of named persons who have it, with the articles that say so.

    An article that prints the role before the name counts for two.
    """
    holders: dict[tuple[int, str], dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for i, part in merger.named("person"):
        for word in part.roles:
            marks = {part.ref.article, f"{part.ref.article} title"} if word in part.titles else {part.ref.article}
            holders[merger.company_of(part), word][merger.find(i)] |= marks
    return holders


def by_role(merger: Merger) -> None:
    """Join somebody whom a report only describes to the one whom other reports of the matter give that role.

    "The surgeon" is Ola Berg when reports of the same matter print "surgeon Ola Berg", and this one names Berg and
    nobody else who is called a surgeon; when it names no surgeon, Berg must be the only one, in two reports or more.
    """
    holders = _role_holders(merger)
    by_article: dict[str, set[int]] = defaultdict(set)
    for i, part in merger.named("person"):
        by_article[part.ref.article].add(merger.find(i))
    for i, part in enumerate(merger.parts):
        if part.role_word and part.kind == "person":
            here = holders.get((merger.company_of(part), part.role_word), {})
            named = [h for h, marks in here.items() if h in by_article[part.ref.article] and len(marks) > 1]
            only = named or [h for h, marks in here.items() if len(here) == 1 and len(marks) > 2 and not part.owned]
            if len(only) == 1 and _may_be_one(merger, part, merger.parts[only[0]]):
                reason = f"reports of one matter call {merger.parts[only[0]].name} {part.role_word}"
                merger.join(i, only[0], reason)


def by_description(merger: Merger) -> None:
    """Join the unnamed whom reports that keep company describe in the same words, one to an article."""
    alike: dict[tuple[int, str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, part in enumerate(merger.parts):
        if not part.named and len(merger.members(i)) == 1:
            key = (merger.company_of(part), part.kind, part.description)
            alike[key][part.ref.article].append(i)
    for (_, _, description), held in sorted(alike.items()):
        single = [items[0] for _, items in sorted(held.items()) if len(items) == 1]
        for other in single[1:]:
            merger.join(single[0], other, f'reports of one matter speak of "{description}"')


def by_wording(merger: Merger) -> None:
    """Join a body that one report describes to the one that another names in the same words: "the harbour board"."""
    named: dict[tuple[int, tuple[str, ...]], int] = {}
    for i, part in enumerate(merger.parts):
        if part.named and part.kind in _BODIES and len(part.key) > 1:
            named.setdefault((merger.company_of(part), part.key), i)
    for i, part in enumerate(merger.parts):
        if not part.named and part.kind in _BODIES:
            home = named.get((merger.company_of(part), words_of(part.description)))
            if home is not None:
                merger.join(i, home, f"{part.name} is {merger.parts[home].name} in small letters")


STEPS: tuple[Callable[[Merger], None], ...] = (
    by_name,
    by_name_alone,
    by_short_name,
    by_title,
    by_alias,
    by_spelling,
    by_role,
    by_wording,
    by_description,
)
