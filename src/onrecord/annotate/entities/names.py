"""Where names stand in the text, and what kind of thing each stands for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from onrecord.annotate.entities.lexicon import Gender, Lexicon, lexicon
from onrecord.annotate.entities.places import demonym_country, places_named
from onrecord.model import EntityKind

_NER_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "NORP": "group",
    "FAC": "facility",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "law",
    "PRODUCT": "product",
}
_NOT_NAMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"})
# A model has letters and digits together, or the small letter of a brand before a capital.
_MODEL = re.compile(r"[A-Z]{1,4}-?\d{2,4}[A-Za-z]{0,3}(?:-\d+)?|\d[A-Z]\d|[ie][A-Z][a-z]+\w*|[A-Z]{2,4}-\d{1,3}")
_ADDRESS = re.compile(r"https?\b|www\b|\w\.\w+/", re.IGNORECASE)
_MAX_TITLE_WORDS = 4
_TRIM_LEFT = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "former", "ex", "then"})
_ENDS = frozenset((".", "”", '"', "''"))
_QUOTES = frozenset("\"'`“”‘’«»*-–—:;,.()[]/|") | {"``", "''", "'s", "’s", "--"}


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


def is_capitalised(token: Token) -> bool:
    """Whether the token is written as names are: a capital first, or digits beside one ("G20")."""
    text = token.text
    return text[:1].isupper() or (text[:1] in "@#" and text[1:2].isupper())


def in_headline(sentence: Tokens) -> bool:
    """Whether nearly every longer word of the sentence is capitalised, so that capitals tell nothing."""
    words = [t for t in sentence if t.is_alpha and len(t.text) > 3]
    return len(words) >= 3 and sum(is_capitalised(t) for t in words) >= 0.75 * len(words)


def headline_tokens(doc: Doc) -> frozenset[int]:
    """Return the tokens of the sentences and of the short lines without a full stop that are headlines."""
    lines, start = [], 0
    for token in doc:
        if "\n" in token.text:
            lines.append(doc[start : token.i])
            start = token.i + 1
    lines.append(doc[start:])
    short = [line for line in lines if 0 < len(line) < 30]
    pieces = (piece for piece in [*short, *doc.sents] if not _is_closed(piece) and in_headline(piece))
    return frozenset(i for piece in pieces for i in range(piece.start, piece.end))


def _is_closed(piece: Tokens) -> bool:
    """Whether the words end as a sentence does."""
    last = next((t for t in reversed(piece) if not t.is_space), piece[0])
    return last.text in _ENDS


def _key(doc: Doc, start: int, end: int) -> str:
    return doc[start:end].text.lower()


@lru_cache(maxsize=1)
def _title_openers() -> frozenset[str]:
    """Return the first words of titles, which most words are not."""
    titles = lexicon().ranks | lexicon().honorifics
    return frozenset(part for title in titles for part in (title.split()[0].rstrip("."), title.split("-")[0]))


def _title_length(doc: Doc, start: int, end: int, words: frozenset[str]) -> int:
    """Return how many tokens from `start` are an entry of `words`, the longest; 0 for none."""
    if doc[start].lower_.rstrip(".") not in _title_openers():
        return 0
    for size in range(min(_MAX_TITLE_WORDS, end - start), 0, -1):
        if _key(doc, start, start + size).replace("- ", "-").replace(" -", "-") in words:
            return size
        if doc[start + size - 1].text == "." and _key(doc, start, start + size - 1) + "." in words:
            return size
    return 0


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and (doc[start].lower_ in _TRIM_LEFT or doc[start].text in _QUOTES or doc[start].is_space):
        start += 1
    while start < end and (doc[end - 1].text in _QUOTES or doc[end - 1].is_space or doc[end - 1].tag_ == "POS"):
        if doc[end - 1].text == "." and end - start > 1 and len(doc[end - 2].text) == 1:
            break
        end -= 1
    return start, end


@lru_cache(maxsize=1)
def _long_listed() -> dict[str, list[tuple[str, ...]]]:
    """Return the listed names of several words by their first, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(lexicon().organisations | lexicon().outlets, key=lambda n: (-len(n.split()), n)):
        words = tuple(name.split())
        if len(words) > 1:
            found.setdefault(words[0], []).append(words)
    return found


def _listed_spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield where a name of several words from the lists stands, whatever the model makes of it."""
    first = _long_listed()
    lower = [t.lower_ for t in doc]
    for at, word in enumerate(lower):
        for words in first.get(word, ()):
            end = at + len(words)
            if tuple(lower[at:end]) == words and is_capitalised(doc[at]) and is_capitalised(doc[end - 1]):
                yield at, end
                break


def _model_spans(doc: Doc) -> Iterator[tuple[int, int, EntityKind]]:
    for found in doc.ents:
        kind = _NER_KINDS.get(found.label_)
        start, end = _trimmed(doc, found.start, found.end)
        end = next((t.i for t in doc[start:end] if _parts_names(t) or (kind == "person" and _after_person(t))), end)
        end = _with_initial(doc, end) if kind == "person" else _over_hyphens(doc, end)
        if kind and start < end and any(is_capitalised(t) for t in doc[start:end]):
            yield from _apart_at_comma(doc, start, end, kind)


def _apart_at_comma(doc: Doc, start: int, end: int, kind: EntityKind) -> Iterator[tuple[int, int, EntityKind]]:
    """Yield a name whole, or two where what follows its comma names the bearer of an office that stands before it.

    "the mayor of Lund, Ada Okafor": the model reads "Lund, Ada Okafor" as one name, the syntax knows better.
    """
    comma = next((t.i for t in doc[start:end] if t.text == ","), None)
    bearer = None if comma is None else next((t for t in doc[comma + 1 : end] if t.dep_ == "appos"), None)
    if comma is None or bearer is None or bearer.head.i >= start or bearer.head.pos_ != "NOUN":
        yield start, end, kind
        return
    if start < comma:
        yield start, comma, "place" if doc[comma - 1].dep_ == "pobj" else kind
    yield comma + 1, end, "person"


def _parts_names(token: Token) -> bool:
    """Whether no name runs over the token: a line's end, a spaced dash, a bar."""
    spaced = token.i > 0 and bool(token.whitespace_) and bool(token.nbor(-1).whitespace_)
    return (
        "\n" in token.text or token.text in ("|", "/", ":", ";", "]", "[") or (spaced and token.text in ("-", "–", "—"))
    )


def _after_person(token: Token) -> bool:
    """Whether a person's name ends before the token, whatever the model makes of it: "Ada Roe's Second", "Ada and"."""
    return token.lower_ in ("and", "'s", "’s")


def _over_hyphens(doc: Doc, end: int) -> int:
    """Return the end of a name that goes on over a small word between hyphens: "Mazar-e-Sharif"."""
    tail = doc[end : end + 4]
    bound = len(tail) == 4 and all(not t.whitespace_ for t in doc[end - 1 : end + 3])
    hyphens = bound and tail[0].text == tail[2].text == "-" and tail[1].is_lower and is_capitalised(tail[3])
    return end + 4 if hyphens else end


def _with_initial(doc: Doc, end: int) -> int:
    """Return the end of a name that the model cut at an initial or a hyphen: "Ola C. Berg", "Min Ji-won"."""
    if end < len(doc) and doc[end - 1].text.endswith("-") and not doc[end - 1].whitespace_:
        return end + 1
    if end + 1 < len(doc) and len(doc[end - 1].text) == 1 and doc[end].text == "." and is_capitalised(doc[end + 1]):
        return end + 2
    cut = end < len(doc) and len(doc[end - 1].text) == 2 and doc[end - 1].text.endswith(".")
    return end + 1 if cut and doc[end].pos_ == "PROPN" and is_capitalised(doc[end]) else end


def _in_address(doc: Doc) -> set[int]:
    """Return the tokens of lines that are a web address, whose words are no names."""
    found: set[int] = set()
    if not _ADDRESS.search(doc.text):
        return found
    for token in doc:
        if token.lower_ in ("http", "https", "www") or token.like_url:
            end = next((t.i for t in doc[token.i :] if "\n" in t.text), len(doc))
            found.update(range(token.i, end if not token.like_url else token.i + 1))
    return found


def _is_name_token(token: Token, headline: bool) -> bool:
    proper = token.pos_ == "PROPN" and is_capitalised(token)
    return proper and not headline and token.ent_type_ not in _NOT_NAMES


def _proper_runs(doc: Doc, taken: set[int], headlines: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of proper nouns that the model left unlabelled, headlines apart."""
    for sentence in doc.sents:
        start = None
        for token in sentence:
            if token.i not in taken and _is_name_token(token, token.i in headlines):
                start = token.i if start is None else start
            elif start is not None:
                yield start, token.i
                start = None
        if start is not None:
            yield start, sentence.end


def _after_titles(doc: Doc, start: int, end: int, lex: Lexicon) -> tuple[int, Gender | None]:
    """Return where the name proper starts after its titles, and the gender they tell."""
    gender: Gender | None = None
    at = start
    while at < end - 1:
        size = _title_length(doc, at, end - 1, lex.ranks | lex.honorifics)
        if not size:
            break
        gender = lex.honorific_gender.get(doc[at].lower_, gender)
        at += size
    return at, gender


def _rank_inside(doc: Doc, start: int, end: int, lex: Lexicon) -> int | None:
    """Return where a title begins inside a run such as "US President Ada Okafor"; None when there is none.

    A run that ends in a body's word is that body's name: "Open Justice Network".
    """
    if doc[end - 1].lower_ in lex.heads:
        return None
    for at in range(start + 1, end - 1):
        size = _title_length(doc, at, end - 1, lex.ranks)
        if size and at + size < end:
            return at
    return None


def _by_lists(doc: Doc, start: int, end: int, lex: Lexicon) -> EntityKind | None:
    """Return the kind that a list or the name's head word tells."""
    key = _key(doc, start, end)
    bare = key.removeprefix("the ")
    upper = doc[start:end].text.isupper() or end - start > 1 or len(key) > 5
    if (key in lex.outlets or bare in lex.outlets or bare in lex.organisations or "the " + bare in lex.outlets) and (
        upper or doc[start].text != doc[start].text.lower()
    ):
        return "organisation"
    if places_named(key) and places_named(key)[0].level != "city":
        return "place"
    if demonym_country(key):
        return "group"
    if end - start > 1:
        head = next((t for t in doc[start:end] if t.lower_ == "of"), None)
        word = doc[head.i - 1] if head is not None and head.i > start else doc[end - 1]
        return lex.heads.get(word.lower_)  # type: ignore[return-value]
    return None


def _looks_personal(doc: Doc, start: int, end: int, lex: Lexicon) -> bool:
    words = doc[start:end]
    return (
        2 <= end - start <= 5
        and words[0].lower_ in lex.first_names
        and all(
            is_capitalised(t) or t.lower_ in lex.particles or t.text in _QUOTES or t.lower_ in lex.suffixes
            for t in words
        )
    )


def _person(doc: Doc, start: int, end: int, lex: Lexicon) -> Name:
    at, gender = _after_titles(doc, start, end, lex)
    return Name(at, end, "person", at > start, gender, start if at > start else None)


def _classified(doc: Doc, start: int, end: int, guess: EntityKind | None, lex: Lexicon) -> Iterator[Name]:
    """Yield the names in one candidate: usually one; two for "White House spokesman Ola Berg"."""
    key = _key(doc, start, end)
    titles = (lex.never, lex.ranks, lex.honorifics, lex.nouns)
    if any(key in words for words in titles) or not any(c.isalpha() for c in key):
        return
    if _only_titles(doc, start, end, lex):
        return
    if _is_body(doc, start, end, lex):
        yield Name(start, end, "organisation", sure=True)
        return
    if _after_titles(doc, start, end, lex)[0] > start:
        yield _person(doc, start, end, lex)
        return
    if (inside := _rank_inside(doc, start, end, lex)) is not None:
        yield from _classified(doc, *_trimmed(doc, start, inside), None, lex) if start < inside else ()
        yield from _classified(doc, inside, end, "person", lex)
        return
    if (person := _person_behind_office(doc, start, end, lex)) is not None:
        yield Name(person, end, "person", sure=True)
        return
    if _by_lists(doc, start, end, lex) is None and (model := _model_starts(doc, start, end)) is not None:
        yield from _single(doc, start, model, "organisation", lex) if start < model else ()
        yield Name(model, end, "product", sure=True)
        return
    yield from _single(doc, start, end, guess, lex)


def _model_starts(doc: Doc, start: int, end: int) -> int | None:
    """Return where a maker's name gives way to the model's: "Norvik [T40]", "Norvik [iCar 4]"."""
    return next((t.i for t in doc[start:end] if _MODEL.fullmatch(t.text)), None)


def _single(doc: Doc, start: int, end: int, guess: EntityKind | None, lex: Lexicon) -> Iterator[Name]:
    """Yield the candidate as one name of the kind that lists, first names and the model's guess tell."""
    key = _key(doc, start, end)
    listed = _by_lists(doc, start, end, lex)
    if listed and not (
        guess == "person" and listed in ("place", "event", "law") and _looks_personal(doc, start, end, lex)
    ):
        yield Name(start, end, listed, sure=True)
    elif _looks_personal(doc, start, end, lex) and guess in (None, "person", "organisation", "work", "facility"):
        yield Name(start, end, "person", sure=True)
    elif guess in (None, "place") and end - start < 4 and places_named(key):
        yield Name(start, end, "place", sure=guess == "place")
    elif guess == "group" and end - start == 1 and doc[start].pos_ == "ADJ":
        return
    elif guess == "person" and end - start > 1 and places_named(doc[start].text) and not _first_name(doc[start], lex):
        yield Name(start, end, "organisation")
    else:
        yield Name(start, end, guess or "other")


def _person_behind_office(doc: Doc, start: int, end: int, lex: Lexicon) -> int | None:
    """Return where the person starts in "director of [Public Works Ola Berg]", which the model reads as one name."""
    if start < 2 or doc[start - 1].lower_ != "of" or doc[start - 2].lower_ not in lex.ranks:
        return None
    starts = (i for i in range(start + 1, end - 1) if _first_name(doc[i], lex) and end - i <= 3)
    return next(starts, None)


def _is_body(doc: Doc, start: int, end: int, lex: Lexicon) -> bool:
    """Whether a rank opens the name of a body: "General Assembly", "Justice Department"."""
    titled = doc[start].lower_ in lex.ranks and doc[start].lower_ not in lex.honorifics
    return titled and end - start > 1 and lex.heads.get(doc[end - 1].lower_) == "organisation"


def _only_titles(doc: Doc, start: int, end: int, lex: Lexicon) -> bool:
    """Whether the words are a role in capitals ("Deputy City Attorney") that no name follows in the run."""
    at_end = doc[end - 1].lower_ in lex.ranks and end - start > 1
    return at_end and not _first_name(doc[start], lex) and doc[start].pos_ != "NUM"


def _first_name(token: Token, lex: Lexicon) -> bool:
    return token.lower_ in lex.first_names


def _with_title_before(doc: Doc, name: Name, lex: Lexicon) -> Name:
    """Take note of the titles and honorifics that stand right before a name: they make it a person's."""
    gender, at = name.gender, name.titled or name.start
    if name.sure and name.kind != "person":
        return name
    while size := _title_ending_at(doc, at, lex):
        at -= size
        gender = gender or lex.honorific_gender.get(doc[at].lower_)
    return name if at == name.start else replace(name, kind="person", sure=True, gender=gender, titled=at)


def _title_ending_at(doc: Doc, end: int, lex: Lexicon) -> int:
    words = lex.ranks | lex.honorifics
    sizes = range(min(_MAX_TITLE_WORDS, end - doc[end].sent.start if end < len(doc) else 0), 0, -1)
    return next((s for s in sizes if _title_length(doc, end - s, end, words) == s), 0)


def _longer_bodies(model: list[tuple[int, int, EntityKind]]) -> dict[int, range]:
    """Return for each token of a body's name, as the model reads it, the name's tokens."""
    return {i: range(start, end) for start, end, kind in model if kind == "organisation" for i in range(start, end)}


def candidates(doc: Doc, headlines: frozenset[int]) -> list[Name]:
    """Return the names of the text in order, never overlapping, kinds still each for itself.

    headlines  the tokens whose capitals tell nothing
    """
    lex = lexicon()
    model = list(_model_spans(doc))
    bodies = _longer_bodies(model)
    # "United Nations" is no name of its own inside "United Nations Security Council".
    spans: list[tuple[int, int, EntityKind | None]] = [
        (start, end, "organisation")
        for start, end in _listed_spans(doc)
        if end - start >= len(bodies.get(start, ())) or bodies[start].stop < end
    ]
    listed = {i for start, end, _ in spans for i in range(start, end)}
    spans += [span for span in model if listed.isdisjoint(range(span[0], span[1]))]
    taken = {i for start, end, _ in spans for i in range(start, end)}
    for start, end in _proper_runs(doc, taken, headlines):
        trimmed = _trimmed(doc, start, end)
        if trimmed[0] < trimmed[1]:
            spans.append((*trimmed, None))
    found = [name for span in sorted(spans) for name in _classified(doc, *span, lex)]
    address = _in_address(doc)
    kept = (n for n in found if n.start not in address and (n.end - n.start < 6 or n.sure))
    return [_with_title_before(doc, name, lex) for name in kept]
