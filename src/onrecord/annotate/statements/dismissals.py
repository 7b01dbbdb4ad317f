"""Words that look like a statement and are none: "the club dismissed Ada Osk" denies nothing."""

from spacy.tokens import Doc

from onrecord.annotate.statements.reading import read
from onrecord.model import Mention, StatementSpans

_TITLING = frozenset({"headline", "title", "entitle", "subtitle"})


def is_title(doc: Doc, spans: StatementSpans) -> bool:
    """Whether the words are only what something is called, on nobody's word: `the debate, headlined "..."`."""
    return not spans.source and any(t.lemma_.lower().removesuffix("d") in _TITLING for t in read(doc, spans).cue)


def sends_away(doc: Doc, mentions: tuple[Mention, ...], spans: StatementSpans) -> bool:
    """Whether somebody loses their place by it: a person is dismissed, and not "as" something."""
    reading = read(doc, spans)
    if reading.head is None or reading.head.lemma_ != "dismiss" or not reading.content:
        return False
    inside = set(reading.content)
    root = next((t for t in reading.content if t.head not in inside or t.head == t), reading.content[0])
    person = any(m.kind == "person" and m.span.start <= root.idx < m.span.end for m in mentions)
    return person and not any(c.lower_ == "as" for t in (reading.head, root) for c in t.children)
