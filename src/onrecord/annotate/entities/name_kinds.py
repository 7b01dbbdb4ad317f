"""The kinds of an article's names, settled by all occurrences together, and occurrences that were missed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.annotate.beside_names import has_age
from onrecord.annotate.dateline import is_filed_from
from onrecord.annotate.entities.lexicon import described, lexicon
from onrecord.annotate.entities.name_spans import headline_tokens, is_capitalised
from onrecord.annotate.entities.names import Name, candidates
from onrecord.annotate.entities.places import demonym_country, fold, places_named
from onrecord.annotate.month_names import is_month, month_bearers
from onrecord.model import BODY_KINDS, EntityKind

_VAGUE: frozenset[EntityKind] = frozenset({"other", "work", "product", "event"})
_BODIES: frozenset[EntityKind] = BODY_KINDS | {"facility"}
_SURE = 5  # votes of what is sure: a list's word, or an office that only a state has
_TITLED = 4  # times the votes of a name that is also a town's: "Pastor Lund" once makes Lund a person
_VERBS_IN_CAPITALS = frozenset({"NNPS", "VBZ"})
Votes = dict[str, Counter[EntityKind]]


def _votes(doc: Doc, names: Sequence[Name]) -> Votes:
    votes: Votes = {}
    for name in names:
        weight = _SURE if name.sure else 0 if name.kind == "other" else 1
        weight *= _TITLED if name.titled is not None and _names_place(fold(name.text(doc))) else 1
        told = votes.setdefault(fold(name.text(doc)), Counter())
        told[name.kind] += weight
        if told_by_words := _told_by_words(doc, name):
            told[told_by_words] += _SURE
    return votes


def _told_by_words(doc: Doc, name: Name) -> EntityKind | None:
    """Return what the words around a name make of it: "Ardania's prime minister", "Ada Roe, 51, left", "Roe Jr."."""
    if _is_aged(doc, name) or _is_junior(doc, name) or _has_a_trade(doc, name):
        return "person"
    if _is_filed_from(doc, name) or (name.kind != "person" and _owns(doc, name, lexicon().state_nouns)):
        return "place"
    if _behind_body(doc, name) or (name.kind not in ("person", "place") and _heads(doc, name, lexicon().company_nouns)):
        return "organisation"
    alone = name.end - name.start == 1 and name.kind in ("person", "other")
    thing = [t.lower_ for t in doc[name.end : name.end + 2]] == [",", "which"]
    return "organisation" if alone and (thing or _owns(doc, name, lexicon().company_nouns)) else None


def _is_junior(doc: Doc, name: Name) -> bool:
    """Whether a name of several words ends with what tells a son from his father."""
    return name.end - name.start > 1 and doc[name.end - 1].lower_ in ("jr", "jr.", "sr", "sr.")


def _is_aged(doc: Doc, name: Name) -> bool:
    """Whether an age between commas stands behind a name of several words."""
    aged = has_age(doc[name.end - 1]) and len(doc[name.end + 1]) == 2
    return aged and 1 < name.end - name.start <= 4 and not (name.sure and name.kind == "organisation")


def _has_a_trade(doc: Doc, name: Name) -> bool:
    """Whether what only a person can be stands behind a name, between commas: "Marina, a nurse, left"."""
    behind = [t.lower_ for t in doc[name.end : name.end + 2]]
    if name.sure or name.end - name.start > 3 or len(behind) < 2 or behind[0] != "," or behind[1] not in ("a", "an"):
        return False
    root = doc[name.start : name.end].root
    return any(c.dep_ == "appos" and c.i > name.end and c.lower_ in described("trade") for c in root.children)


def _is_filed_from(doc: Doc, name: Name) -> bool:
    """Whether a name is the place of a dateline or of what lies there: "BELMORA, May 3 -", "Belmora valley"."""
    if name.kind == "person" or name.sure:
        return False
    behind = doc[name.end] if name.end < len(doc) else None
    lies = behind is not None and behind.is_lower and lexicon().nouns.get(behind.lower_) == "place"
    return is_filed_from(doc[name.end - 1]) or (lies and behind is not None and doc[name.end - 1].head == behind)


def _behind_body(doc: Doc, name: Name) -> bool:
    """Whether the noun of a body stands right before its name: "the website Open Ledger", not "the firm Osk owns"."""
    before = doc[name.start - 1] if name.start > 0 else None
    if before is None or not before.is_lower or name.sure or before.lower_ not in described("enlarger"):
        return False
    root = doc[name.start : name.end].root
    return root.dep_ not in ("nsubj", "nsubjpass") or root.head.dep_ not in ("relcl", "ccomp", "advcl")


def _heads(doc: Doc, name: Name, nouns: frozenset[str]) -> bool:
    """Whether the noun that a name stands before is one of these: "Merrow chief executive Ada Roe"."""
    behind = [t.lower_ for t in doc[name.end : name.end + 2]]
    return not nouns.isdisjoint((" ".join(behind[:1]), " ".join(behind)))


def _owns(doc: Doc, name: Name, nouns: frozenset[str]) -> bool:
    owned = [t.lower_ for t in doc[name.end : name.end + 3]]
    return owned[:1] in (["'s"], ["’s"], ["'"], ["’"]) and not nouns.isdisjoint(
        (" ".join(owned[1:2]), " ".join(owned[1:3]))
    )


def _single_parts(doc: Doc, names: Sequence[Name]) -> set[str]:
    """Return the surnames of the persons named in full, and their first names where these are known ones."""
    full = [n for n in names if n.kind == "person" and n.end - n.start > 1]
    firsts = {fold(doc[n.start].text) for n in full if doc[n.start].lower_ in lexicon().first_names}
    return {fold(last.text) for n in full if len((last := doc[_surname(doc, n)]).text) > 2} | firsts


def _surname(doc: Doc, name: Name) -> int:
    """Return the token of a full name's last word that is no suffix ("Jr.")."""
    words = range(name.end - 1, name.start, -1)
    return next((i for i in words if doc[i].lower_ not in lexicon().suffixes and doc[i].is_alpha), name.end - 1)


def _longer_kinds(doc: Doc, names: Sequence[Name]) -> dict[str, EntityKind]:
    """Return for the ends of long names of bodies, and their starts of two words or more, the kind they have."""
    found: dict[str, EntityKind] = {}
    for name in names:
        if name.kind in _BODIES:
            for start in range(name.start + 1, name.end):
                found[fold(doc[start : name.end].text)] = name.kind
            for end in range(name.start + 2, name.end):
                found[fold(doc[name.start : end].text)] = name.kind
    return found


def _person_alone(doc: Doc, name: Name, known: frozenset[str], surnames: set[str]) -> Name:
    """Cut a person's name to what is one: no small word at its end, no sentence opener before a name known alone.

    Nor does a headline's verb belong to a name that is known without it: "Osk Defends".
    """
    end = name.end
    while end > name.start + 1 and doc[end - 1].is_alpha and not is_capitalised(doc[end - 1]):
        if doc[end - 2].text == "-" and not doc[end - 2].whitespace_:
            break  # "Min Ji-won"
        end -= 1
    verb = end > name.start + 1 and doc[end - 1].tag_ in _VERBS_IN_CAPITALS and doc[end - 1].text.endswith("s")
    if (
        verb
        and doc[name.start].lower_ not in lexicon().first_names
        and fold(doc[name.start : end - 1].text) in surnames
    ):
        end -= 1
    first = doc[name.start]
    opener = first.is_sent_start and first.pos_ != "PROPN" and first.lower_ not in lexicon().first_names
    start = name.start + 1 if opener and fold(doc[name.start + 1 : end].text) in known else name.start
    return name if (start, end) == (name.start, name.end) else replace(name, start=start, end=end)


def _cut(doc: Doc, names: Sequence[Name]) -> list[Name]:
    known, surnames = frozenset(fold(n.text(doc)) for n in names if n.kind == "person"), _single_parts(doc, names)
    return [_person_alone(doc, n, known, surnames) if n.kind == "person" and n.end - n.start > 1 else n for n in names]


def _names_place(key: str) -> bool:
    return bool(places_named(key) or demonym_country(key))


def _acting(doc: Doc, names: Sequence[Name]) -> set[str]:
    """Return the names of one word, towns' at most, that only ever act or own: "Davie was born", never "in Davie"."""
    alone: dict[str, list[Token]] = {}
    for name in names:
        if name.end - name.start == 1:
            alone.setdefault(fold(doc[name.start].text), []).append(doc[name.start])
    return {key for key, tokens in alone.items() if _may_be_surname(key) and _act(tokens)}


def _may_be_surname(key: str) -> bool:
    return not demonym_country(key) and all(place.level == "city" for place in places_named(key))


def _act(tokens: Sequence[Token]) -> bool:
    """Whether a name is a verb's subject or an owner somewhere, and nowhere where something is."""
    here = any(t.dep_ == "pobj" and t.head.lower_ in _LOCATIVE for t in tokens)
    region = any(t.nbor(1).text == "," and t.nbor(2).ent_type_ == "GPE" for t in tokens if t.i + 2 < len(t.doc))
    return any(t.dep_ in ("nsubj", "nsubjpass", "poss") for t in tokens) and not here and not region


_LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "around", "into", "across", "throughout", "inside", "to", "through"}
)


def consistent(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Give every occurrence of one name the kind that most of its evidence in the article is for."""
    votes, parts, longer = _votes(doc, names), _single_parts(doc, names), _longer_kinds(doc, names)
    acting = _acting(doc, names)
    settled = []
    for name in names:
        key = fold(name.text(doc))
        kind = max(votes[key], key=lambda k: (votes[key][k], k))
        if key in parts and name.end - name.start == 1 and (not _names_place(key) or key in acting):
            kind = "person"
        elif kind in _VAGUE:
            kind = longer.get(key, kind)
        settled.append(name if name.kind == kind else replace(name, kind=kind))
    return settled


_FINITE = frozenset({"VBD", "VBZ", "MD"})


def _same_words(doc: Doc, at: int, name: Name) -> bool:
    words = doc[at : at + name.end - name.start]
    return len(words) == name.end - name.start and [t.lower_ for t in words] == [
        t.lower_ for t in doc[name.start : name.end]
    ]


def _may_repeat(token: Token, name: Name, months: frozenset[str]) -> bool:
    shouted = token.text.isupper() and len(token.text) > 3
    named = token.pos_ in ("PROPN", "NOUN") or shouted or (token.text in months and _acts_at_once(token))
    return is_capitalised(token) and (name.end - name.start > 1 or named)


def _acts_at_once(month: Token) -> bool:
    """Whether a finite verb stands right behind: "May told the house", not "May the best man win"."""
    after = month.doc[month.i + 1 : month.i + 2]
    return bool(after) and after[0].tag_ in _FINITE


def _surnames(doc: Doc, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the last word of each full name of a person, which may stand alone elsewhere; a month also as the first."""
    months = month_bearers(doc)
    for name in names:
        if name.kind == "person" and name.end - name.start > 1:
            last = _surname(doc, name)
            yield Name(last, last + 1, "person")
            if doc[name.start].text in months:
                yield Name(name.start, name.start + 1, "person")


def _repeats(doc: Doc, names: Sequence[Name]) -> Iterator[Name]:
    """Yield further occurrences of names found elsewhere in the text, in headlines above all, longest first."""
    months = month_bearers(doc)
    taken = {i for n in names for i in range(n.start, n.end)} | {t.i for t in doc if t.text in months and is_month(t)}
    known: dict[str, list[Name]] = {}
    for name in sorted([*names, *_surnames(doc, names)], key=lambda n: (n.start - n.end, n.start)):
        if name.kind != "other" and (name.end - name.start > 1 or len(doc[name.start].text) > 2):
            known.setdefault(doc[name.start].lower_, []).append(name)
    for token in doc:
        for name in known.get(token.lower_, ()) if is_capitalised(token) else ():
            covered = range(token.i, token.i + name.end - name.start)
            if taken.isdisjoint(covered) and _may_repeat(token, name, months) and _same_words(doc, token.i, name):
                yield Name(token.i, covered.stop, name.kind, name.sure)
                taken.update(covered)
                break


def _headline_person(doc: Doc, name: Name, body: frozenset[str]) -> Name | None:
    """Cut a headline's run of capitals to a first name and a surname that the body knows."""
    for start in range(name.start, name.end - 1):
        if doc[start].lower_ in lexicon().first_names:
            for end in range(start + 2, min(start + 4, name.end) + 1):
                if fold(doc[end - 1].text) in body or fold(doc[start:end].text) in body:
                    return replace(name, start=start, end=end, kind="person", sure=True)
    return None


def _trusted(doc: Doc, names: Sequence[Name], headlines: frozenset[int]) -> Iterator[Name]:
    """Leave out what a headline's capitals may have made up: names of several words that the body never repeats."""
    body = frozenset(fold(n.text(doc)) for n in names if n.start not in headlines)
    for name in names:
        if name.start not in headlines or fold(name.text(doc)) in body or (name.sure and name.end - name.start < 3):
            yield name
        elif person := _headline_person(doc, name, body):
            yield person


def names_in(doc: Doc) -> list[Name]:
    """Return every name in the text, in order, each with its kind as the whole article tells it."""
    headlines = headline_tokens(doc)
    names = consistent(doc, _cut(doc, list(_trusted(doc, candidates(doc, headlines), headlines))))
    return sorted([*names, *_repeats(doc, names)], key=lambda n: n.start)
