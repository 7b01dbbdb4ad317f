"""Which statements are shown as denials: those that deny something claimed, in so many words."""

import re

from onrecord.model import Statement

_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|disput\w*|refut\w*|rebut\w*|contradict\w*|disavow\w*|repudiat\w*)\b",
    re.I,
)
_DISMISSING = re.compile(r"\b(?:dismiss|brush|wav|call|describ|label)\w*\b", re.I)
_CHARGE = re.compile(r"\b(?:claims?|charges?|accusations?|allegations?|reports?|rumou?rs?|suggestions?)\b", re.I)
_WITHHELD = re.compile(
    r"\W*(?:\w+\s)?(?:consent|access|entry|permission|bail|visas?|requests?|leave|aid|treatment|help)\b", re.I
)
"""What is denied somebody, not denied to be so."""
_NOT_SO = re.compile(
    r"\b(?:not true|untrue|(?:is|are|was|were|utterly|totally|completely|patently) (?:\w+ly )?false|a lie|nonsense|"
    r"baseless|no (?:such|truth|involvement|knowledge|part|role|links?|connection|collusion|wrongdoing|evidence|basis)|"
    r"never (?:did|been|had|was)|did(?: not|n['’]t)|(?:have|has)(?: not|n['’]t| never)|"
    r"w(?:as|ere)(?: not|n['’]t| never)|not guilty|innocent)\b",
    re.I,
)


def is_denial(statement: Statement, text: str) -> bool:
    """Whether a statement whose stance is to deny says so by its verb, or says that something is not so."""
    if statement.stance != "denies":
        return False
    cue = " ".join(span.of(text) for span in statement.cue)
    content = " ".join(span.of(text) for span in statement.content)
    if _DENYING.search(cue):
        return not _WITHHELD.match(content)
    if _DISMISSING.search(cue) and _CHARGE.search(content):
        return True
    return bool(_NOT_SO.search(content)) or (not statement.cue and bool(content))
