"""Extents over spaCy's syntax: verb groups, noun phrases, subjects, clauses. Ranges are [first, last] token indexes."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from onrecord.annotate.statements.lexicon import listed
from onrecord.annotate.statements.matching import cue_of
from onrecord.annotate.syntax import child, is_passive
from onrecord.model import Span

Range = tuple[int, int]

_GROUP = frozenset({"aux", "auxpass", "neg", "advmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_CLAUSAL = frozenset({"xcomp", "advcl", "conj", "pcomp", "acl", "ccomp"})


def is_mark(token: Token) -> bool:
    """Whether a token is punctuation or white space."""
    return token.is_punct or token.is_space or token.is_quote or token.text in ("--", "—", "–", "''", "``")


def verb_group(verb: Token, reach: int = 6) -> Range:
    """Return the verb with the auxiliaries, negation and adverbs right before it, and a particle right after it."""
    top = verb
    while top.dep_ == "xcomp" and top.head.lemma_ in listed("starting") and top.head.i < top.i:
        top = top.head
    first = top.i
    while first > 0 and first > top.i - reach and _belongs(top.doc[first - 1], top):
        first -= 1
    last = verb.i
    while last + 1 < len(verb.doc) and verb.doc[last + 1].dep_ == "prt" and verb.doc[last + 1].head == verb:
        last += 1
    return first, last


def _belongs(token: Token, verb: Token) -> bool:
    if token.head == verb and token.dep_ in _GROUP and token.tag_ not in ("WRB",):
        return token.left_edge == token.right_edge or token.dep_ == "advmod"
    return token.dep_ in _GROUP and token.head.head == verb and token.head.dep_ in _GROUP


def subject(verb: Token) -> Token | None:
    """Return the verb's own subject, or the one it shares with the verb it is joined to or hangs on."""
    seen = 0
    while seen < 6:
        own = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        if own is not None:
            return own
        if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and (said := _quoted_as(verb.head.head)) is not None:
            return said
        if verb.dep_ == "advcl" and _floats(verb) and (above := _speech_above(verb)) is not None:
            verb, seen = above, seen + 1
            continue
        if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return verb.head
        if verb.dep_ == "prep" or verb.dep_ == "pcomp" or verb.dep_ in _CLAUSAL or verb.dep_ in ("aux", "auxpass"):
            verb, seen = verb.head, seen + 1
            continue
        return None
    return None


def _quoted_as(verb: Token) -> Token | None:
    """ "quoted her as saying", "was quoted as saying": whose words they are."""
    wanted = ("nsubjpass",) if is_passive(verb) else ("dobj", "nsubj")
    if verb.lemma_ not in listed("quoting"):
        return None
    return next((c for kind in wanted for c in verb.children if c.dep_ == kind), None)


def _floats(verb: Token) -> bool:
    """Whether a participle goes on with the speech above rather than with its own clause's subject."""
    if verb.lemma_ == "add":
        return True
    who = next((c for c in verb.head.children if c.dep_ in _SUBJECTS), None)
    return verb.tag_ == "VBG" and who is not None and who.pos_ == "NOUN" and not who.ent_type_


def _speech_above(verb: Token) -> Token | None:
    """Return the speech that an "adding" goes on with, when it hangs on a verb inside that speech."""
    if cue_of(verb.head):
        return None
    above = [t for t in verb.head.ancestors if t.pos_ == "VERB" and cue_of(t)]
    return above[0] if above else None


def agent(verb: Token) -> Token | None:
    """Return who did it, in a passive: "by the mayor"."""
    for by in verb.children:
        if by.dep_ == "agent":
            return child(by, "pobj")
    return None


def noun_phrase(head: Token) -> Range:
    """Return a source's extent: its whole phrase with appositions, without a clause that a comma and "who" open."""
    first, last = _phrase_start(head), head.right_edge.i
    for token in head.subtree:
        if token.i <= head.i:
            continue
        if head.pos_ == "PROPN" and token.head == head and token.dep_ == "prep" and token.lower_ in _ADJUNCTS:
            last = min(last, token.i - 1)
        start = token.left_edge.i
        if _breaks_off(token, head) and start > head.i and is_mark(head.doc[start - 1]):
            last = min(last, start - 1)
        if token.dep_ in ("cc", "punct") and token.text in ("—", "–", "--", ";", ":"):
            last = min(last, token.i - 1)
    return _with_comma(head.doc, *trimmed(head.doc, first, last))


_ADJUNCTS = frozenset({"at", "in", "on", "during", "after", "before", "as"})


def _phrase_start(head: Token) -> int:
    """Return where a phrase begins, without an adjunct that the parse hung on it: "Last year, the port said"."""
    first = head.left_edge.i
    for mark in head.doc[first : head.i]:
        if mark.text in (",", "-", "–", "—", ":") or mark.is_space:
            before = head.doc[first : mark.i]
            listed = all(t.pos_ in ("ADJ", "DET", "ADV", "CCONJ") or is_mark(t) for t in before)
            joined = mark.text == "-" and not head.doc[mark.i - 1].whitespace_
            if not listed and not joined:
                first = mark.i + 1
    return first


def _with_comma(doc: Doc, first: int, last: int) -> Range:
    """Take in the comma that closes an apposition, and a closing bracket."""
    words = [t.text for t in doc[first : last + 1]]
    if last + 1 < len(doc) and doc[last + 1].text == ")" and "(" in words and ")" not in words:
        return first, last + 1
    closes = last + 2 < len(doc) and doc[last + 1].text == "," and doc[last + 2].pos_ in ("VERB", "AUX", "ADV")
    return (first, last + 1) if closes and "," in words else (first, last)


def _breaks_off(token: Token, head: Token) -> bool:
    """Whether a clause after a comma is no part of the phrase: "the mayor, who said", "the mayor, speaking"."""
    if token.dep_ == "advcl" or (token.dep_ == "acl" and token.head == head):
        return True
    return token.dep_ == "relcl" and token.head == head and cue_of(token) is not None


def trimmed(doc: Doc, first: int, last: int) -> Range:
    """Return a range without the marks at its ends, quotation marks and closing brackets excepted."""
    while first < last and is_mark(doc[first]) and not _opens(doc[first]):
        first += 1
    while last > first and is_mark(doc[last]) and not _closes(doc[last]):
        last -= 1
    return first, last


def _opens(token: Token) -> bool:
    return token.text in ('"', "“", "‘", "''", "``", "«", "„", "'", "$", "(", "[")


def _closes(token: Token) -> bool:
    return token.text in ('"', "”", "’", "''", "»", "'", "%", "!", "?", ")", "]")


def ranges(tokens: Iterable[int]) -> Iterator[Range]:
    """Yield the runs of consecutive token indexes, ascending."""
    first = last = -2
    for i in sorted(set(tokens)):
        if i != last + 1:
            if first >= 0:
                yield first, last
            first = i
        last = i
    if first >= 0:
        yield first, last


def to_spans(doc: Doc, found: Sequence[Range]) -> tuple[Span, ...]:
    """Return character spans of token ranges, empty ones left out."""
    spans = []
    for first, last in found:
        stop = doc[_whole_word(doc, last)]
        start, end = doc[first].idx, stop.idx + len(stop)
        if any(not t.is_space for t in doc[first : stop.i + 1]):
            spans.append(Span(start, end))
    return tuple(spans)


def _whole_word(doc: Doc, last: int) -> int:
    """Return the last part of a word that the parse cut at a hyphen, such as "co-operate"."""
    while last + 2 < len(doc) and not doc[last].whitespace_ and doc[last + 1].text == "-":
        last += 2
    return last
