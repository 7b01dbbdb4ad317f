"""Names of persons with a byname in quotation marks between their parts: 'Ada "Moth" Roe', "Peter (“Pike”) Marsh"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

_BYNAME = re.compile(
    r"""(?P<given>\b[A-Z][\w.-]{0,30}(?:[ ][A-Z][\w.-]{0,30})?)[ ]\(?(?:["“‘'„]|``[ ]?)
    [\w-]{1,14}(?:[ ][\w-]{1,14})?
    (?:["”’']|[ ]?'')\)?[ ](?P<last>[A-Z][\w-]+)
    """,
    re.X,
)


def byname_spans(doc: Doc, headlines: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the tokens [start, end) of each such name outside headlines, where everything has a capital.

    Of the words before the byname only what the model holds to be of a person is: "Chief of Staff William".
    """
    for match in _BYNAME.finditer(doc.text):
        given = doc.char_span(*match.span("given"), alignment_mode="expand")
        last = doc.char_span(*match.span("last"), alignment_mode="expand")
        if given is None or last is None or last[0].pos_ != "PROPN" or last.start in headlines:
            continue
        start = next((t.i for t in given if t.ent_type_ == "PERSON" or t == given[-1]), given.start)
        if doc[start].pos_ == "PROPN":
            yield start, last.end
