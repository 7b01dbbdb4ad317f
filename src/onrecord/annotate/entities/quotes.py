"""Quotations, and the subject of the verb of saying beside each: whom "I" and "we" inside stand for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from onrecord.annotate.entities.lexicon import sections

_OPEN = frozenset({"“", "``", "«"})
_CLOSE = frozenset({"”", "''", "»"})
_BOTH = frozenset({'"'})
_MAX_TOKENS = 250
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True, slots=True)
class Quote:
    """The tokens [start, end) between two quotation marks; `speaker` is the head token of who says them."""

    start: int
    end: int
    speaker: int | None


@lru_cache(maxsize=1)
def _speech() -> frozenset[str]:
    return sections("speech.txt")["speech"]


def _doubled(doc: Doc, at: int, mark: str) -> bool:
    """Whether a mark of two characters was read as two tokens, this one the first."""
    return doc[at].text == mark and at + 1 < len(doc) and doc[at + 1].text == mark and not doc[at].whitespace_


def _ranges(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the quoted ranges; a mark left open ends with its paragraph."""
    opened: int | None = None
    for token in doc:
        text = token.text
        closes = text in _CLOSE or text in _BOTH or "\n\n" in text or _doubled(doc, token.i, "'")
        if opened is not None and (closes or token.i - opened > _MAX_TOKENS):
            if token.i - opened > 1:
                yield opened + 1, token.i
            opened = None
        elif opened is None and _doubled(doc, token.i, "`"):
            opened = token.i + 1
        elif text in _OPEN or text in _BOTH or (text[:1] in '"“' and len(text) > 1 and opened is None):
            opened = token.i if text in _OPEN or text in _BOTH else token.i - 1


def subject_of(verb: Token) -> Token | None:
    """Return the verb's subject, its own or that of the verb it is coordinated with."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in _SUBJECTS:
                return child
        if verb.dep_ not in ("conj", "xcomp"):
            return None
        verb = verb.head
    return None


def _cue_subject(doc: Doc, start: int, end: int, quoted: frozenset[int]) -> int | None:
    """Return the subject of the nearest verb of saying outside the quotation in the sentences it touches."""
    left, right = doc[start].sent.start, doc[end - 1].sent.end
    if right < len(doc) and end >= right - 1 and doc[right].text in _CLOSE | _BOTH:
        right = doc[right].sent.end
    best: tuple[int, int] | None = None
    for token in doc[left:right]:
        if token.i in quoted or token.lemma_.lower() not in _speech() or token.pos_ != "VERB":
            continue
        subject = subject_of(token)
        if subject is not None and subject.i not in quoted:
            distance = start - token.i if token.i < start else token.i - end
            best = min(best or (distance, subject.i), (distance, subject.i))
    return best[1] if best else None


def quotes_in(doc: Doc) -> list[Quote]:
    """Return the quotations in order. One that no verb of saying stands beside goes on with the speaker before it."""
    ranges = list(_ranges(doc))
    quoted = frozenset(i for start, end in ranges for i in range(start, end))
    found: list[Quote] = []
    for start, end in ranges:
        speaker = _cue_subject(doc, start, end, quoted)
        whole = start <= doc[start].sent.start + 1
        if speaker is None and whole and found and start - found[-1].end < 60:
            speaker = found[-1].speaker
        found.append(Quote(start, end, speaker))
    return found
