"""Names in the text, and what kind of thing each stands for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from onrecord.annotate.entities.lexicon import Gender, generic_words, lexicon
from onrecord.annotate.entities.name_spans import QUOTES, in_address, is_capitalised, name_spans, trimmed
from onrecord.annotate.entities.places import demonym_country, places_named
from onrecord.model import EntityKind

# A model has letters and digits together, or the small letter of a brand before a capital.
_MODEL = re.compile(r"[A-Z]{1,4}-?\d{2,4}[A-Za-z]{0,3}(?:-\d+)?|\d[A-Z]\d|[ie][A-Z][a-z]+\w*|[A-Z]{2,4}-\d{1,3}")
_MAX_TITLE_WORDS = 4
_GUESS_WORDS = 5  # what the model alone takes for a longer name is mostly none


@dataclass(frozen=True, slots=True)
class Name:
    """A name's tokens [start, end), its kind, and what the words before it say of its bearer.

    sure    whether a list, a title or a head word says the kind; otherwise it is the model's guess
    gender  as an honorific tells it
    titled  where the titles and honorifics right before the name start
    """

    start: int
    end: int
    kind: EntityKind
    sure: bool = False
    gender: Gender | None = None
    titled: int | None = None

    def text(self, doc: Doc) -> str:
        """Return the name as printed, white space evened out."""
        return " ".join(doc[self.start : self.end].text.split())


def _key(doc: Doc, start: int, end: int) -> str:
    return doc[start:end].text.lower()


@lru_cache(maxsize=1)
def _title_openers() -> frozenset[str]:
    """Return the first words of titles, which most words are not."""
    titles = lexicon().ranks | lexicon().honorifics
    return frozenset(part for title in titles for part in (title.split()[0].rstrip("."), title.split("-")[0]))


def _is_plain_verb(word: Token) -> bool:
    """Whether a word that could be a lady's title is a verb: "I will miss Ada"."""
    return word.is_lower and word.pos_ == "VERB" and word.lower_ in lexicon().honorifics


def _title_length(doc: Doc, start: int, end: int, words: frozenset[str]) -> int:
    """Return how many tokens from `start` are an entry of `words`, the longest; 0 for none."""
    if doc[start].lower_.rstrip(".") not in _title_openers() or _is_plain_verb(doc[start]):
        return 0
    for size in range(min(_MAX_TITLE_WORDS, end - start), 0, -1):
        if _key(doc, start, start + size).replace("- ", "-").replace(" -", "-") in words:
            return size
        if doc[start + size - 1].text == "." and _key(doc, start, start + size - 1) + "." in words:
            return size
    return 0


def _after_titles(doc: Doc, start: int, end: int) -> tuple[int, Gender | None]:
    """Return where the name proper starts after its titles, and the gender they tell."""
    gender: Gender | None = None
    at = start
    while at < end - 1:
        size = _title_length(doc, at, end - 1, lexicon().ranks | lexicon().honorifics)
        if not size:
            break
        gender = lexicon().honorific_gender.get(doc[at].lower_, gender)
        at += size
    return at, gender


def _rank_inside(doc: Doc, start: int, end: int) -> int | None:
    """Return where a title begins inside a run such as "US President Ada Okafor"; None when there is none.

    A run that ends in a body's word is that body's name: "Open Justice Network".
    """
    if doc[end - 1].lower_ in lexicon().heads:
        return None
    for at in range(start + 1, end - 1):
        size = _title_length(doc, at, end - 1, lexicon().ranks)
        if size and at + size < end:
            return at
    return None


def _by_lists(doc: Doc, start: int, end: int) -> EntityKind | None:
    """Return the kind that a list or the name's head word tells."""
    key = _key(doc, start, end)
    bare = key.removeprefix("the ")
    upper = doc[start:end].text.isupper() or end - start > 1 or len(key) > 5
    outlet = not lexicon().outlets.isdisjoint((key, bare, "the " + bare))
    if (outlet or bare in lexicon().organisations) and (upper or doc[start].text != doc[start].text.lower()):
        return "organisation"
    if places_named(key) and places_named(key)[0].level != "city":
        return "place"
    if demonym_country(key):
        return "group"
    if end - start > 1:
        head = next((t for t in doc[start:end] if t.lower_ == "of"), None)
        word = doc[head.i - 1] if head is not None and head.i > start else doc[end - 1]
        return lexicon().heads.get(word.lower_)
    return None


def _looks_personal(doc: Doc, start: int, end: int) -> bool:
    words = doc[start:end]
    return (
        2 <= sum(t.text not in QUOTES for t in words) <= 5
        and words[0].lower_ in lexicon().first_names
        and all(
            is_capitalised(t) or t.lower_ in lexicon().particles or t.text in QUOTES or t.lower_ in lexicon().suffixes
            for t in words
        )
    )


def _person(doc: Doc, start: int, end: int) -> Name:
    at, gender = _after_titles(doc, start, end)
    return Name(at, end, "person", at > start, gender, start if at > start else None)


def _classified(doc: Doc, start: int, end: int, guess: EntityKind | None) -> Iterator[Name]:
    """Yield the names in one candidate: usually one; two for "White House spokesman Ola Berg"."""
    key = _key(doc, start, end)
    titles = (lexicon().never, lexicon().ranks, lexicon().honorifics, lexicon().nouns)
    if any(key in words for words in titles) or not any(c.isalpha() for c in key):
        return
    if _only_titles(doc, start, end):
        return
    if _is_body(doc, start, end):
        yield Name(start, end, "organisation", sure=True)
        return
    if _after_titles(doc, start, end)[0] > start:
        yield _person(doc, start, end)
        return
    if (inside := _rank_inside(doc, start, end)) is not None:
        yield from _classified(doc, *trimmed(doc, start, inside), None) if start < inside else ()
        yield from _classified(doc, inside, end, "person")
        return
    person = _person_behind_office(doc, start, end) or _person_behind_noun(doc, start, end)
    if person is not None:
        yield Name(person, end, "person", sure=True)
        return
    if _by_lists(doc, start, end) is None and (model := _model_starts(doc, start, end)) is not None:
        yield from _single(doc, start, model, "organisation") if start < model else ()
        yield Name(model, end, "product", sure=True)
        return
    yield from _single(doc, start, end, guess)


def _model_starts(doc: Doc, start: int, end: int) -> int | None:
    """Return where a maker's name gives way to the model's: "Norvik [T40]", "Norvik [iCar 4]"."""
    return next((t.i for t in doc[start:end] if _MODEL.fullmatch(t.text)), None)


def _single(doc: Doc, start: int, end: int, guess: EntityKind | None) -> Iterator[Name]:
    """Yield the candidate as one name of the kind that lists, first names and the model's guess tell."""
    key = _key(doc, start, end)
    listed = _by_lists(doc, start, end)
    if listed and not (guess == "person" and listed in ("place", "event", "law") and _looks_personal(doc, start, end)):
        yield Name(start, end, listed, sure=True)
    elif _looks_personal(doc, start, end) and guess in (None, "person", "organisation", "work", "facility"):
        yield Name(start, end, "person", sure=True)
    elif guess in (None, "place") and end - start < 4 and places_named(key):
        yield Name(start, end, "place", sure=guess == "place")
    elif (
        guess == "group"
        and end - start == 1
        and doc[start].pos_ == "ADJ"
        or guess == "person"
        and end - start == 1
        and _is_common_noun(doc[start])
    ):
        return
    elif guess == "person" and end - start > 1 and places_named(doc[start].text) and not _first_name(doc[start]):
        yield Name(start, end, "organisation")
    else:
        yield Name(start, end, guess or "other")


def _is_common_noun(token: Token) -> bool:
    """Whether a word is capitalised only because its sentence begins with it: "Turnout was low"."""
    if not token.is_sent_start or token.tag_ not in ("NN", "NNS") or _first_name(token) or _is_cut_off(token):
        return False
    return not any(t.lower_ == token.lower_ and not t.is_sent_start and is_capitalised(t) for t in token.doc)


def _is_cut_off(name: Token) -> bool:
    """Whether the parse cut a name from the initials before it ("James O . Lind"), or a colon makes it a speaker."""
    before, after = name.doc[max(0, name.i - 2) : name.i], name.doc[name.i + 1 : name.i + 2]
    return any(t.text[:1].isupper() and len(t.text.replace(".", "")) < 3 for t in before) or after.text in (":", "(")


def _person_behind_office(doc: Doc, start: int, end: int) -> int | None:
    """Return where the person starts in "director of [Public Works Ola Berg]", which the model reads as one name."""
    if start < 2 or doc[start - 1].lower_ != "of" or doc[start - 2].lower_ not in lexicon().ranks:
        return None
    starts = (i for i in range(start + 1, end - 1) if _first_name(doc[i]) and end - i <= 3)
    field = 3 <= end - start <= 4 and doc[start].lower_ in generic_words() and not _first_name(doc[start])
    return next(starts, start + 1 if field else None)


def _person_behind_noun(doc: Doc, start: int, end: int) -> int | None:
    """Return where the person starts in "[Historian Ola Berg]", which the model reads as one name."""
    if not 3 <= end - start <= 4 or _first_name(doc[start]) or lexicon().nouns.get(doc[start].lower_) != "person":
        return None
    named = _first_name(doc[start + 1]) and all(is_capitalised(t) for t in doc[start:end])
    return start + 1 if named else None


def _is_body(doc: Doc, start: int, end: int) -> bool:
    """Whether a rank opens the name of a body: "General Assembly", "Justice Department", "Major League Hockey"."""
    titled = doc[start].lower_ in lexicon().ranks and doc[start].lower_ not in lexicon().honorifics
    heads = (lexicon().heads.get(t.lower_) for t in (doc[end - 1], doc[min(start + 1, end - 1)]))
    return titled and end - start > 1 and "organisation" in heads


def _only_titles(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are a role in capitals ("Deputy City Attorney") that no name follows in the run."""
    at_end = doc[end - 1].lower_ in lexicon().ranks and end - start > 1
    return at_end and not _first_name(doc[start]) and doc[start].pos_ != "NUM"


def _first_name(token: Token) -> bool:
    return token.lower_ in lexicon().first_names


def _with_title_before(doc: Doc, name: Name) -> Name:
    """Take note of the titles and honorifics that stand right before a name: they make it a person's."""
    gender, at = name.gender, name.titled or name.start
    if name.sure and name.kind != "person" and not _is_titled_town(doc, name):
        return name
    while size := _title_ending_at(doc, at):
        at -= size
        gender = gender or lexicon().honorific_gender.get(doc[at].lower_)
    return name if at == name.start else replace(name, kind="person", sure=True, gender=gender, titled=at)


def _is_titled_town(doc: Doc, name: Name) -> bool:
    """Whether a title in capitals stands right before a town's or region's name within a sentence: "Pastor Lund"."""
    places = places_named(_key(doc, name.start, name.end)) if name.kind == "place" else ()
    if not places or places[0].level == "country" or name.start < 1 or not is_capitalised(doc[name.start - 1]):
        return False
    size = _title_ending_at(doc, name.start)
    return bool(size) and not doc[name.start - size].is_sent_start and doc[name.start - 1].lower_ not in _AT_HOME


_AT_HOME = frozenset({"host", "champion", "coach", "manager", "star", "challenger", "city", "state"})
"""Titles that a town's team may bear."""


def _title_ending_at(doc: Doc, end: int) -> int:
    words = lexicon().ranks | lexicon().honorifics
    sizes = range(min(_MAX_TITLE_WORDS, end - doc[end].sent.start if end < len(doc) else 0), 0, -1)
    return next((s for s in sizes if _title_length(doc, end - s, end, words) == s), 0)


_Found = tuple[int, int, EntityKind | None]


def _body_and_person(doc: Doc, span: _Found, spans: Sequence[_Found]) -> Iterator[_Found]:
    """Yield two names where the text has the first half for itself: "a guard at [Selm Lines] [Ola Berg] said"."""
    start, end, _ = span
    at = next((i for i in range(start + 2, end - 1) if _first_name(doc[i]) and end - i <= 3), None)
    first = None if at is None else doc[start:at].text
    if at is None or _first_name(doc[start]) or not any(doc[s:e].text == first for s, e, _ in spans):
        yield span
        return
    yield start, at, None
    yield at, end, "person"


def _words_of_name(doc: Doc, name: Name) -> int:
    """Return how many words a name has, without the small ones of "Office for the Care of Birds"."""
    return sum(not token.is_lower for token in doc[name.start : name.end])


def candidates(doc: Doc, headlines: frozenset[int]) -> list[Name]:
    """Return the names of the text in order, never overlapping, kinds still each for itself.

    headlines  the tokens whose capitals tell nothing
    """
    whole = name_spans(doc, headlines)
    spans = [part for span in whole for part in _body_and_person(doc, span, whole)]
    found = [name for span in spans for name in _classified(doc, *span)]
    address = in_address(doc)
    kept = (n for n in found if n.start not in address and (n.sure or _words_of_name(doc, n) <= _GUESS_WORDS))
    return [_with_title_before(doc, name) for name in kept]
