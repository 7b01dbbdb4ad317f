"""Words that would say the opposite without what was left out between them: "that … he does not ask … for it"."""

import re
from dataclasses import replace

from onrecord.model import Span, StatementSpans

_NOT = re.compile(r"\b(?:not|never|no|nobody|none|nor|without|cannot|refus\w+|den(?:y|ies|ied))\b|n['’]t\b", re.I)
_LONGEST = 80  # characters


def with_its_not(text: str, found: StatementSpans) -> StatementSpans:
    """Return the statement with a short gap in what is said filled where the gap holds a "not".

    >>> text = "She said that, though it is old, he does not want it shut."
    >>> found = StatementSpans((Span(0, 3),), (Span(4, 8),), (Span(9, 31), Span(50, 57)))
    >>> [span.of(text) for span in with_its_not(text, found).content]
    ['that, though it is old, he does not want it shut']
    """
    whole: list[Span] = []
    for span in sorted(found.content):
        if whole and _hides_a_not(text, found, Span(whole[-1].end, max(span.start, whole[-1].end))):
            whole[-1] = Span(whole[-1].start, span.end)
        else:
            whole.append(span)
    return replace(found, content=tuple(whole)) if len(whole) < len(found.content) else found


def _hides_a_not(text: str, found: StatementSpans, gap: Span) -> bool:
    words = gap.of(text)
    if len(words) > _LONGEST or "\n" in words or not _NOT.search(words):
        return False
    return not any(part.overlaps(gap) for part in (*found.source, *found.cue))
