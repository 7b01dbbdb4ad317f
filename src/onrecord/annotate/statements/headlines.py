"""Headlines that give words by a colon: "Okun: The vote was rigged"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from onrecord.annotate.statements.clauses import to_spans, trimmed
from onrecord.annotate.syntax import is_verb
from onrecord.model import StatementSpans

_MAX_WORDS = 18
_MAX_LABEL = 4


def headlines(doc: Doc, paragraphs: Sequence[tuple[int, int]]) -> Iterator[StatementSpans]:
    """Yield the statement of every short line without a full stop that begins with a name and a colon."""
    for start, end in paragraphs:
        line = doc.char_span(start, end, alignment_mode="expand")
        if line is None or not 3 < len(line) <= _MAX_WORDS or line[-1].text == ".":
            continue
        colon = next((t.i for t in line[1 : _MAX_LABEL + 1] if t.text == ":"), None)
        if colon is None or colon + 2 >= line.end or not _is_name(doc[line.start : colon]):
            continue
        if any(map(is_verb, doc[colon + 1 : line.end])):
            content = trimmed(doc, colon + 1, line.end - 1)
            yield StatementSpans(
                to_spans(doc, [(line.start, colon - 1)]), to_spans(doc, [(colon, colon)]), to_spans(doc, [content])
            )


def _is_name(label: Span) -> bool:
    return all(t.text[:1].isupper() for t in label) and any(t.pos_ == "PROPN" for t in label)
