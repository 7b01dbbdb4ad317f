"""Where names may stand in the text: those on the lists, those the model sees, runs of proper nouns; and headlines."""

import re
from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from onrecord.annotate.entities.bynames import byname_spans
from onrecord.annotate.entities.lexicon import lexicon
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
_ADDRESS = re.compile(r"https?\b|www\b|\w\.\w+/", re.IGNORECASE)
_TRIM_LEFT = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "former", "ex", "then"})
_SAINTS = frozenset({"St.", "St", "Ste.", "Ste", "Saint", "Sainte"})
_ENDS = frozenset((".", "”", '"', "''"))
QUOTES = frozenset("\"'`“”‘’«»*-–—:;,.()[]/|") | {"``", "''", "'s", "’s", "--"}


def is_capitalised(token: Token) -> bool:
    """Whether the token is written as names are: a capital first, or right behind "@" or "#"."""
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


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the range without articles, marks and spaces at its ends; the full stop of an initial stays."""
    while start < end and (doc[start].lower_ in _TRIM_LEFT or doc[start].text in QUOTES or doc[start].is_space):
        start += 1
    while start < end and (doc[end - 1].text in QUOTES or doc[end - 1].is_space or doc[end - 1].tag_ == "POS"):
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
    hyphened = _hyphened_surnames(doc)
    for found in doc.ents:
        kind = _NER_KINDS.get(found.label_)
        start, end = trimmed(doc, found.start, found.end)
        end = next((t.i for t in doc[start:end] if _parts_names(t) or (kind == "person" and _after_person(t))), end)
        end = _with_initial(doc, end) if kind == "person" else _with_last_word(doc, _over_hyphens(doc, end))
        end += 2 * (doc[end - 1 : end + 2].text in hyphened)
        for first, last in _apart_at_bracket(doc, start, end) if kind else ():
            if any(is_capitalised(t) for t in doc[first:last]):
                yield from _apart_at_comma(doc, first, last, kind or "other")


def _apart_at_bracket(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a name whole, or what stands before and behind a bracket that it leaves open: "WRU (World Rowing Union"."""
    bracket = next((t.i for t in doc[start:end] if t.text == "("), None)
    if bracket is None or any(t.text == ")" for t in doc[bracket:end]):
        yield start, end
        return
    yield from ((first, last) for first, last in ((start, bracket), (bracket + 1, end)) if first < last)


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


def _hyphened_surnames(doc: Doc) -> frozenset[str]:
    """Return the surnames that go on in lower case behind a hyphen, where a name in full has them: "Tal Oren-ar"."""
    tails = (doc[e.end - 3 : e.end] for e in doc.ents if e.label_ == "PERSON" and e.end - e.start > 3)
    return frozenset(t.text for t in tails if t[1].text == "-" and " " not in t.text and t[2].is_lower)


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


def _with_last_word(doc: Doc, end: int) -> int:
    """Return the end of a name that the model cut before its last word: "Port St. Anne", "Group of Nine"."""
    if end == len(doc) or not is_capitalised(doc[end]):
        return end
    after_saint = doc[end - 1].text in _SAINTS and doc[end].pos_ == "PROPN"
    return end + 1 if after_saint or (doc[end - 1].lower_ == "of" and doc[end].like_num) else end


def _with_initial(doc: Doc, end: int) -> int:
    """Return the end of a name that the model cut at an initial or a hyphen: "Ola C. Berg", "Min Ji-won"."""
    if end < len(doc) and doc[end - 1].text.endswith("-") and not doc[end - 1].whitespace_:
        return end + 1
    if end + 1 < len(doc) and len(doc[end - 1].text) == 1 and doc[end].text == "." and is_capitalised(doc[end + 1]):
        return end + 2
    cut = end < len(doc) and len(doc[end - 1].text) == 2 and doc[end - 1].text.endswith(".")
    return end + 1 if cut and doc[end].pos_ == "PROPN" and is_capitalised(doc[end]) else end


def in_address(doc: Doc) -> set[int]:
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
            elif start is not None and not _goes_on(token, headlines):
                yield start, token.i
                start = None
        if start is not None:
            yield start, sentence.end


def _goes_on(particle: Token, headlines: frozenset[int]) -> bool:
    """Whether a name goes on over a small word that is part of it: "Ruben de Wit"."""
    after = particle.nbor(1) if particle.i + 1 < len(particle.doc) else None
    part = particle.is_lower and particle.pos_ == "PROPN" and particle.text in lexicon().particles
    return part and after is not None and _is_name_token(after, after.i in headlines)


def _longer_bodies(model: list[tuple[int, int, EntityKind]]) -> dict[int, range]:
    """Return for each token of a body's name, as the model reads it, the name's tokens."""
    return {i: range(start, end) for start, end, kind in model if kind == "organisation" for i in range(start, end)}


def name_spans(doc: Doc, headlines: frozenset[int]) -> list[tuple[int, int, EntityKind | None]]:
    """Return the tokens [start, end) of what may be names, in order, never overlapping, with the model's guess if any.

    headlines  the tokens whose capitals tell nothing
    """
    model = list(_model_spans(doc))
    bodies = _longer_bodies(model)
    # "United Nations" is no name of its own inside "United Nations Security Council".
    spans: list[tuple[int, int, EntityKind | None]] = [
        (start, end, "organisation")
        for start, end in _listed_spans(doc)
        if end - start >= len(bodies.get(start, ())) or bodies[start].stop < end
    ]
    listed = {i for start, end, _ in spans for i in range(start, end)}
    spans += [(*span, "person") for span in byname_spans(doc, headlines) if listed.isdisjoint(range(*span))]
    listed |= {i for start, end, _ in spans for i in range(start, end)}
    spans += [span for span in model if listed.isdisjoint(range(span[0], span[1]))]
    taken = {i for start, end, _ in spans for i in range(start, end)}
    for start, end in _proper_runs(doc, taken, headlines):
        first, stop = trimmed(doc, start, end)
        if first < stop:
            spans.append((first, stop, None))
    return sorted(spans)
