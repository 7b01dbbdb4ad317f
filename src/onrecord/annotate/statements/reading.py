"""A found statement laid back on the parse: the words that its roles cover, and the one that carries the cue."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.annotate.statements.lexicon import Cue
from onrecord.annotate.statements.matching import cue_of
from onrecord.annotate.syntax import child, is_verb
from onrecord.model import Span, StatementSpans

_ABOUT = frozenset({"about", "on", "regarding", "concerning"})


_BEFORE_NAMES = frozenset({"former", "ex", "then", "fellow", "veteran", "late"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement's words. `head` carries the cue, `entry` is its row of the lexicon; either may be missing."""

    spans: StatementSpans
    source: tuple[Token, ...]
    cue: tuple[Token, ...]
    content: tuple[Token, ...]
    head: Token | None
    entry: Cue | None

    @property
    def source_root(self) -> Token | None:
        """The word that the rest of the source hangs on: of several, the one that the cue has for its subject.

        Where the parse has an adjective or a verb for it ("Former clerk Ola Berg"), the name in the source is meant.
        """
        inside, cue = set(self.source), set(self.cue)
        roots = [t for t in self.source if t.head not in inside or t.head == t]
        subjects = [t for t in roots if t.head in cue and t.dep_ == "nsubj" and not _is_half(t)]
        root = next(iter(subjects or roots), None)
        if root is None or not (root.lower_ in _BEFORE_NAMES or is_verb(root)):
            return root
        carrying = self.head.head if self.head is not None and self.head.dep_ in ("acl", "relcl") else None
        if is_verb(root):
            who = child(root, "nsubj")
            own = who if who is not None and who in inside and who.pos_ in ("NOUN", "PROPN") else None
            return carrying if carrying in inside else _first_name(self.source) or own or root
        return next((t for t in reversed(self.source) if t.pos_ == "PROPN"), root)

    @property
    def word(self) -> str:
        """The cue as the word list has it, empty where it is neither a verb of the list nor "according to"."""
        if any(t.lower_ == "according" for t in self.cue):
            return "according to"
        return " ".join(self.entry.words) if self.entry is not None and self.entry.part == "verb" else ""

    @property
    def topical(self) -> bool:
        """Whether the content names what is spoken of and says nothing of it: "commented on CNN about the call"."""
        return self.nominal and any(t.lower_ in _ABOUT for t in (*self.cue[-1:], *self.content[:1]))

    @property
    def nominal(self) -> bool:
        """Whether the content is no clause: "apologised for a post that he wrote"."""
        held = [t for t in self.content if t.head not in self.content or t.head == t]
        return bool(held) and not any(map(is_verb, held))


def _first_name(source: Sequence[Token]) -> Token | None:
    """Return the last word of the name that a source opens with: "Ada Roe, running for mayor"."""
    rest = next((n for n, t in enumerate(source) if t.pos_ != "PROPN"), len(source))
    return source[rest - 1] if rest and (rest == len(source) or source[rest].text == ",") else None


def _is_half(word: Token) -> bool:
    """Whether the parse takes the first half of a word for a word: the "co" of "co-author"."""
    hyphen = word if word.text == "-" else word.nbor(1) if word.i + 1 < len(word.doc) else word
    return hyphen.text == "-" and not hyphen.whitespace_


def read(doc: Doc, spans: StatementSpans) -> Reading:
    """Return the words of a statement as the parse has them."""
    cue = _tokens(doc, spans.cue)
    head, entry = _head(cue)
    return Reading(spans, _tokens(doc, spans.source), cue, _tokens(doc, spans.content), head, entry)


def _tokens(doc: Doc, spans: Sequence[Span]) -> tuple[Token, ...]:
    found: list[Token] = []
    for span in spans:
        words = doc.char_span(span.start, span.end, alignment_mode="expand")
        found += [t for t in words if not t.is_space] if words is not None else []
    return tuple(found)


def _head(cue: Sequence[Token]) -> tuple[Token | None, Cue | None]:
    """Return the word that says what the speaker does: a verb of the lexicon, else another word of it, else a verb."""
    known = [(token, found[0]) for token in cue if (found := cue_of(token))]
    if not known:
        known = [(token, found[0]) for token in cue if (found := cue_of(token, as_verb=True))]
    known.sort(key=lambda pair: not is_verb(pair[0]))
    if known:
        return known[0]
    verb = next((t for t in reversed(cue) if is_verb(t)), None)
    return verb or (cue[-1] if cue else None), None


def main_verb(tokens: tuple[Token, ...]) -> Token | None:
    """Return the verb that the rest of some words hangs on."""
    inside = set(tokens)
    return next((t for t in tokens if is_verb(t) and (t.head not in inside or t.head == t)), None)


def is_quoted(reading: Reading) -> bool:
    """Whether what is said begins with a quotation mark."""
    return bool(reading.content) and (reading.content[0].is_quote or reading.content[0].text[:1] in "“‘«'")
