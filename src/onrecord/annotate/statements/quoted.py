"""Statements in quotation marks: whose words they are, from the cue beside the marks or the quotation before."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from onrecord.annotate.entities.lexicon import lexicon
from onrecord.annotate.statements.clauses import Range, is_mark, noun_phrase, subject
from onrecord.annotate.statements.lexicon import listed
from onrecord.annotate.statements.quotation import Quotation
from onrecord.annotate.statements.quoted_cues import ENDS, MIN_WORDS, Mark, Quoted, attributed, cue_group, is_speech
from onrecord.annotate.syntax import child


def quoted(doc: Doc, found: Sequence[Quotation], paragraphs: Sequence[tuple[int, int]]) -> list[Quoted]:
    """Return the statements whose content is quotations, in the order of the text."""
    marks = list(_marks(doc, found, paragraphs))
    statements: list[Quoted] = []
    before: tuple[Mark, Quoted] | None = None
    for at, mark in enumerate(marks):
        following = marks[at + 1] if at + 1 < len(marks) else None
        previous = marks[at - 1] if at else None
        statement = attributed(doc, mark, previous, following)
        if statement is not None and before is not None and statement.cue and statement.cue == before[1].cue:
            before[1].content.append((mark.first, mark.last))
            before = (mark, before[1])
            continue
        if statement is None and before is not None and _goes_on(doc, before, mark):
            before[1].content.append((mark.first, mark.last))
            before = (mark, before[1])
            continue
        if statement is None and mark.speech:
            statement = _alone(doc, mark, before)
        if statement is None:
            continue
        if before is not None and before[0].turn == mark.turn and not before[1].cue:
            statement.content[:0] = statements.pop().content
        statements.append(statement)
        before = (mark, statement)
    return statements


def _marks(doc: Doc, found: Sequence[Quotation], paragraphs: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    for quotation in found:
        words = doc.char_span(quotation.span.start, quotation.span.end, alignment_mode="expand")
        if quotation.depth or words is None or not len(words):
            continue
        around = next((p for p in paragraphs if p[0] <= quotation.span.start < p[1]), None)
        paragraph = doc.char_span(*around, alignment_mode="expand") if around else None
        if paragraph is None:
            continue
        yield Mark(words.start, words.end - 1, (paragraph.start, paragraph.end - 1), quotation.turn, is_speech(words))


def _goes_on(doc: Doc, before: tuple[Mark, Quoted], mark: Mark) -> bool:
    """Whether a quotation carries on the one before: over paragraphs, or after the cue's sentence in its own."""
    last, statement = before
    if last.turn == mark.turn:
        return True
    if last.paragraph != mark.paragraph or not mark.speech:
        return False
    known = {i for a, b in (*statement.cue, *statement.source) for i in range(a, b + 1)}
    between = [t for t in doc[last.last + 1 : mark.first] if not is_mark(t) and t.i not in known]
    after_cue = any(last.last < a < mark.first for a, _ in statement.cue)
    return not between or (after_cue and len(between) <= 12 and doc[mark.first - 1].text in (*ENDS, ","))


def _alone(doc: Doc, mark: Mark, before: tuple[Mark, Quoted] | None) -> Quoted | None:
    """Read a paragraph that is a quotation and nothing else, after one that named its speaker."""
    whole = all(is_mark(t) for t in doc[mark.paragraph[0] : mark.first]) and all(
        is_mark(t) for t in doc[mark.last + 1 : mark.paragraph[1] + 1]
    )
    if not whole or len([t for t in doc[mark.first : mark.last + 1] if not is_mark(t)]) < MIN_WORDS:
        return None
    near = before is not None and 0 <= mark.paragraph[0] - before[0].paragraph[1] <= 2
    if near and before is not None:
        return Quoted([(mark.first, mark.last)], [], list(before[1].source))
    return Quoted([(mark.first, mark.last)], *_announced(doc, mark))


def _announced(doc: Doc, mark: Mark) -> tuple[list[Range], list[Range]]:
    """Read the cue and source of `The mayor issued the following statement.` in the sentence before."""
    at = mark.paragraph[0] - 1
    while at > 0 and is_mark(doc[at]):
        at -= 1
    if at <= 0:
        return [], []
    sentence = doc[at].sent
    announces = doc[at + 1].text == ":" or any(t.lower_ in ("following", "below") for t in sentence)
    verb = next((t for t in sentence if t.lemma_ in listed("announcing") and t.pos_ == "VERB"), None)
    if announces and verb is not None and (who := subject(verb)) is not None:
        return [cue_group(verb)], [noun_phrase(who)]
    return [], _introduced(sentence)


def _introduced(sentence: Span) -> list[Range]:
    """Return the person that a sentence is about, whom the quotation after it is taken to be from."""
    who = child(sentence.root, "nsubj", "nsubjpass")
    if who is None or not (who.ent_type_ == "PERSON" or who.lower_ in ("he", "she") or _is_titled(who)):
        return []
    return [noun_phrase(who)]


def _is_titled(name: Token) -> bool:
    """Whether a noun for people stands before a name: "Councillor Ada Osk"."""
    before = [c for c in name.children if c.i < name.i and c.lower_ not in ("the", "a", "an")]
    return name.pos_ == "PROPN" and bool(before) and lexicon().nouns.get(before[0].lemma_.lower()) == "person"
