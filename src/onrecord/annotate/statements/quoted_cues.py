"""The cue and the source beside quotation marks: ", she said", "said Ada Okafor", "She said: ".

The parse is weak inside and around quotation marks, so that this goes by what stands beside them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from onrecord.annotate.statements.clauses import Range, is_mark, noun_phrase, subject, verb_group
from onrecord.annotate.statements.lexicon import listed
from onrecord.annotate.statements.matching import cue_of
from onrecord.annotate.syntax import child, is_verb

ENDS = (".", "!", "?", "…")
MIN_WORDS = 4
_OWN_WORDS = frozenset({"ccomp", "xcomp", "dobj"})


@dataclass(slots=True)
class Quoted:
    """Quotations of one speaker in a row, as token ranges; `cue` and `source` are empty where none was found."""

    content: list[Range]
    cue: list[Range] = field(default_factory=list)
    source: list[Range] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mark:
    """One outermost quotation in tokens, with the paragraph it stands in."""

    first: int
    last: int
    paragraph: Range
    turn: int
    speech: bool


def is_speech(words: Span) -> bool:
    """Whether words between marks are an utterance and no title, name or scare quote."""
    inside = [t for t in words if not is_mark(t)]
    ends = next((t.text for t in reversed(words) if not t.is_quote and not t.is_space), "")
    if ends[-1:] in (*ENDS, ",") and inside:
        return True
    return len(inside) >= MIN_WORDS and any(map(is_verb, inside))


def attributed(doc: Doc, mark: Mark, previous: Mark | None, following: Mark | None) -> Quoted | None:
    """Return a quotation with the cue that stands beside its marks, None where none does."""
    if not mark.speech:
        return _by_quoted_name(doc, mark)
    if mark.first > 0 and doc[mark.first - 1].text == ":" and (before := _before(doc, mark, previous)) is not None:
        return before
    return _signed(doc, mark) or _after(doc, mark, following) or _before(doc, mark, previous)


DASHES = ("-", "--", "–", "—", "―")
_SIGNATURE = 12


def _signed(doc: Doc, mark: Mark) -> Quoted | None:
    """Read `"Nobody asked us." ― Ada Okafor, student`: a dash and a name to the line's end."""
    rest = list(doc[mark.last + 1 : mark.last + 3 + _SIGNATURE])
    while rest and rest[0].is_space and rest[0].text.count("\n") < 2:
        rest.pop(0)
    line = rest[: next((i for i, t in enumerate(rest) if t.is_space and "\n" in t.text), len(rest))]
    whole = len(line) < len(rest) or (bool(line) and line[-1].i == len(doc) - 1)
    if not whole or len(line) < 2 or line[0].text not in DASHES or line[1].pos_ != "PROPN":
        return None
    if any(map(is_verb, line[1:])) or line[-1].text in ENDS:
        return None
    name = line[1 : next((i for i, t in enumerate(line) if t.text in (",", "(")), len(line))]
    return Quoted([(mark.first, mark.last)], [(line[0].i, line[0].i)], [(name[0].i, name[-1].i)])


def _by_quoted_name(doc: Doc, mark: Mark) -> Quoted | None:
    """Read `The dam broke, "Harbour Gazette" reported`: an outlet's name between marks is a source."""
    named = all(t.text[:1].isupper() or is_mark(t) or t.is_stop for t in doc[mark.first : mark.last + 1])
    verb = doc[mark.last + 1] if mark.last + 1 < len(doc) else None
    if not named or verb is None or verb.tag_ not in ("VBD", "VBN", "VBZ") or not cue_of(verb, as_verb=True):
        return None
    start = _clause_start(doc, mark.paragraph[0], mark.first)
    while start < mark.first and doc[start].is_space:
        start += 1
    last = mark.first - 1
    if last - 1 <= start or doc[last].text != ",":
        return None
    return Quoted([(start, last - 1)], [(verb.i, verb.i)], [(mark.first, mark.last)])


def _after(doc: Doc, mark: Mark, following: Mark | None) -> Quoted | None:
    """Read `," said Ada Okafor` and `," she said`."""
    end = min(mark.paragraph[1] + 1, following.first if following else len(doc))
    at = mark.last + 1
    ends_sentence = doc[mark.last - 1].text[-1:] in ENDS if mark.last > mark.first else False
    while at < end and (doc[at].text in (",", "-", "--", "—", "–") or doc[at].is_space):
        at += 1
    stretch = _sentence_end(doc, at, end)
    verb = next((t for t in doc[at:stretch] if is_verb(t) and _reports(t)), None)
    verb = verb or _closing_word(doc, at, stretch)
    if verb is None or (ends_sentence and doc[at].text[:1].isupper() and doc[at].pos_ != "PROPN"):
        return None
    if ends_sentence and any(c.dep_ in _OWN_WORDS and c.i > verb.i for c in verb.children):
        return None  # "We left." Osk would not say when
    group = cue_group(verb)
    lead = [t for t in doc[at : group[0]] if not is_mark(t)]
    if not lead:
        source = _inverted(doc, verb, group, stretch)
        alone = verb.tag_ == "VBG" and following is not None
        return None if alone else Quoted([_from_sentence(doc, mark, mark.last)], [group], source)
    if _is_phrase(lead, verb):
        return Quoted([_from_sentence(doc, mark, mark.last)], [group], [_trim_phrase(doc, at, group[0] - 1)])
    if doc[group[0] - 1].text == "," and (source := _inverted(doc, verb, group, stretch)) and source[0][0] > verb.i:
        return Quoted([_from_sentence(doc, mark, group[0] - 2)], [group], source)
    return None


def _from_sentence(doc: Doc, mark: Mark, last: int) -> Range:
    """Take in the words of the sentence before the marks: `With so many boats, "there is no room," she said`."""
    inner = next((t for t in doc[mark.first + 1 : mark.last] if not t.is_quote), doc[mark.first])
    start = _clause_start(doc, mark.paragraph[0], mark.first)
    lead = [t for t in doc[start : mark.first] if not t.is_space]
    joined = inner.text[:1].islower() and len(lead) > 1 and not any(t.is_quote or cue_of(t) for t in lead)
    return (lead[0].i if joined else mark.first), last


def _closing_word(doc: Doc, start: int, end: int) -> Token | None:
    """Return a cue that ends the sentence and that the parse took for a noun: `," the notice read`."""
    last = next((t for t in reversed(doc[start:end]) if not is_mark(t)), None)
    return last if last is not None and last.lower_ in listed("closing") else None


def _sentence_end(doc: Doc, start: int, end: int) -> int:
    """Return where the sentence that goes on after a quotation ends: at a full stop, not at one of an abbreviation."""
    at = start
    while at < end:
        if doc[at].text in ENDS or (at > start and doc[at].is_space and "\n" in doc[at].text):
            return at
        at += 1
    return end


def _reports(token: Token) -> bool:
    found = cue_of(token)
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in token.children)
    return found is not None and "q" in found[0].takes and not passive


def cue_group(verb: Token) -> Range:
    """Return the verb group with the words that the lexicon adds to it: "went on", "put it"."""
    found = cue_of(verb)
    first, last = verb_group(verb)
    return first, max(last, found[1] if found else last)


def _is_phrase(lead: Sequence[Token], verb: Token) -> bool:
    """Whether the words before the cue are its subject and nothing else."""
    if (
        lead[0].dep_ in ("cc", "mark", "prep")
        or lead[0].pos_ == "ADP"
        or lead[0].lower_ in ("and", "but", "that", "which", "in", "at", "as")
    ):
        return False
    who = child(verb, "nsubj", "nsubjpass")
    if who is not None and who.left_edge.i <= lead[0].i <= who.right_edge.i:
        return True
    return not any(t.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") for t in lead) and len(lead) <= 12


def _trim_phrase(doc: Doc, first: int, last: int) -> Range:
    while first < last and is_mark(doc[first]) and not doc[first].is_quote:
        first += 1
    while last > first and is_mark(doc[last]) and doc[last].text != ",":
        last -= 1
    if doc[last].text == "," and not any(t.text == "," for t in doc[first:last]):
        last -= 1
    return first, last


def _inverted(doc: Doc, verb: Token, group: Range, stretch: int) -> list[Range]:
    """Read the source that follows its cue: `said the mayor, who ...`."""
    who = next((c for c in verb.children if c.dep_ in ("nsubj", "dobj", "attr") and c.i > verb.i), None)
    if who is None:
        chunk = next((c for c in doc.noun_chunks if c.start > verb.i and c.start <= group[1] + 3), None)
        who = chunk.root if chunk is not None and chunk.end <= stretch else None
    if who is None or who.i >= stretch:
        own = subject(verb)
        return [noun_phrase(own)] if own is not None and own.i < verb.i else []
    first, last = noun_phrase(who)
    return [(max(first, group[1] + 1), min(last, stretch - 1))]


def _before(doc: Doc, mark: Mark, previous: Mark | None) -> Quoted | None:
    """Read `She said: ` and `Okafor told the paper, `."""
    start = max(mark.paragraph[0], previous.last + 1 if previous else 0)
    at = mark.first - 1
    if at < start or doc[at].text not in (",", ":", "—", "--", "–"):
        return _bare(doc, mark, start)
    return _leading(doc, mark, start, at)


def _bare(doc: Doc, mark: Mark, start: int) -> Quoted | None:
    """Read a cue that touches the mark: `He said "no"`."""
    at = mark.first - 1
    if at >= start and is_verb(doc[at]) and _reports(doc[at]):
        return _with_subject(mark, doc[at])
    return None


def _leading(doc: Doc, mark: Mark, start: int, comma: int) -> Quoted | None:
    lead = doc[_clause_start(doc, start, comma) : comma]
    verbs = [t for t in lead if is_verb(t) and _reports(t)]
    if doc[comma].text == ":" and (main := [t for t in verbs if t.dep_ == "ROOT"]):
        return _with_subject(mark, main[-1])
    for verb in reversed(verbs):
        between = doc[cue_group(verb)[1] + 1 : comma]
        if not any(is_verb(t) and t.tag_ not in ("VBG", "VBN") for t in between):
            return _with_subject(mark, verb)
    return None


def _clause_start(doc: Doc, start: int, end: int) -> int:
    at = end
    while at > start and doc[at - 1].text not in ENDS and "\n\n" not in doc[at - 1].text:
        at -= 1
    return at


def _with_subject(mark: Mark, verb: Token) -> Quoted:
    who = subject(verb)
    group = cue_group(verb)
    source = [noun_phrase(who)] if who is not None else []
    source = [(a, min(b, group[0] - 1)) if a < group[0] <= b else (a, b) for a, b in source]
    return Quoted([(mark.first, mark.last)], [group], source)
