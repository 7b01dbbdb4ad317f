"""Who said what: a line for the same words, however many reports tell them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.export.cited import Report, Words
from onrecord.export.desk import EMPTY, Desk
from onrecord.export.said_line import StatementLine
from onrecord.model import Annotated, Article, Passage, Span, Statement

_SURE = 0.4
"""Of indirect statements that the model holds less likely about one in three is right; those are in the JSON alone."""
_SURE_OF_A_DEED = 0.8
"""Of statements with a word or two in quotation marks and no known word of speech, those less likely are mostly deeds:
"broke the rules on “loud music”"."""
_SENTENCE_CHARS = 40
_ENOUGH_LINES = 8
_ANSWERS = frozenset({"denies", "confirms"})
_TELLING_WORDS = 4
_POINTING = re.compile(
    r"(?:it|this|that|them|which|(?:(?:the|this|that|these|those|such|any|all) )?(?:[\w’'-]+ )?(?:account|accusation"
    r"|allegation|article|assertion|charge|claim|conclusion|criticism|depiction|finding|idea|insinuation|notion|report"
    r"|rumou?r|stor(?:y|ie)|suggestion|version)s?(?: in (?:the|that|this) \w+)?(?: out of hand)?)\W*",
    re.IGNORECASE,
)
"""What says by itself neither what is denied nor what is confirmed: "it", "the latest claims"."""


def in_short(lines: Sequence[StatementLine]) -> list[StatementLine]:
    """Return what a short answer shows, in order; where that is little, also what people are said to have said."""
    short = [n for n, line in enumerate(lines) if line.in_short_answer]
    more = [n for n, line in enumerate(lines) if not line.in_short_answer and line.is_plainly_said]
    return [lines[n] for n in sorted([*short, *more[: max(0, _ENOUGH_LINES - len(short))]])]


def _is_said(statement: Statement) -> bool:
    """Whether a statement is words in quotation marks, or somebody's and found with more than a doubt.

    Words of nobody that the report names are shown where they are a quoted sentence, not a quoted word or two.
    """
    if statement.speaker is None:
        return statement.mode == "direct" and any(_is_sentence(c) for c in statement.content)
    if not statement.content or statement.doubtful:
        return False
    least = {"direct": 0.0, "mixed": 0.0 if statement.word else _SURE_OF_A_DEED}.get(statement.mode, _SURE)
    return statement.probability >= least


def _is_sentence(content: Span) -> bool:
    return content.end - content.start >= _SENTENCE_CHARS


def _in_furniture(statement: Statement, article: Article) -> bool:
    """Whether the words stand in a caption, or where the page prints them a second time."""
    return any(line.contains(span) for line in article.furniture for span in statement.content)


def _told_before(statement: Statement, annotated: Annotated) -> tuple[Span, ...]:
    """Return where an answer to what was said before ("has always denied it") can be read.

    Its sentence, and the last where its own tells nothing before the answer; empty for all other statements.
    """
    text = annotated.article.text
    if statement.stance not in _ANSWERS or not all(_POINTING.fullmatch(span.of(text)) for span in statement.content):
        return ()
    at = next((n for n, s in enumerate(annotated.sentences) if any(map(s.contains, statement.content))), None)
    if at is None:
        return ()
    own = annotated.sentences[at]
    answer = min(span.start for span in (*statement.source, *statement.cue, *statement.content))
    tells = len(text[own.start : answer].split()) >= _TELLING_WORDS
    return annotated.sentences[at if tells else max(0, at - 1) : at + 1]


def _is_told(line: StatementLine) -> bool:
    """Whether the words say something by themselves: "it" does not."""
    return line.text.lower() not in EMPTY and bool(re.search(r"\w{2}", line.text))


def merged(lines: list[StatementLine]) -> StatementLine:
    """Return one line for tellings of the same words: the one that quotes most, then the longest.

    Where the reports do not have one speaker, those that name theirs count before one that has "he said".
    """
    naming = [line for line in lines if line.names_speaker]
    said_by = {line.statement.speaker for line in naming}
    if naming and any(line.statement.speaker not in said_by for line in lines):
        best = max(naming, key=_fullness)
    else:
        best = max(lines, key=_fullness)
    return replace(best, others=(*best.others, *(line for line in lines if line is not best)))


def _fullness(line: StatementLine) -> tuple[bool, int]:
    return line.statement.mode != "indirect", len(line.text)


def _weight(line: StatementLine) -> tuple[int, bool, bool]:
    """Return what to sort statements by: what most reports have, then more than assertions, then own words."""
    reports = len({word.report.number for word in line.all_words})
    return -reports, line.statement.stance == "asserts", line.statement.mode == "indirect"


def statements(desk: Desk, reports: Iterable[Report]) -> tuple[StatementLine, ...]:
    """Return who said what, the same words once, what most reports have first."""
    groups: dict[object, list[StatementLine]] = {}
    for report in reports:
        for n, statement in enumerate(report.annotated.statements):
            if _is_said(statement) and not _in_furniture(statement, report.annotated.article):
                at = (report.annotated.article.id, n)
                groups.setdefault(desk.utterances.get(at, at), []).append(_line(desk, statement, report))
    alike: dict[object, list[StatementLine]] = {}
    for line in map(merged, groups.values()):
        alike.setdefault((line.head, line.text.lower()), []).append(line)
    lines = map(merged, alike.values())
    return tuple(sorted(filter(_is_told, lines), key=_weight))


def _line(desk: Desk, statement: Statement, report: Report) -> StatementLine:
    def words(spans: Iterable[Span]) -> tuple[Words, ...]:
        return desk.words(Passage(report.annotated.article.id, s) for s in spans)

    said = _told_before(statement, report.annotated) or statement.content
    named = replace(statement, speaker=_speaker(desk, statement, report))
    return StatementLine(named, report, words(said), words(statement.cue), words(statement.source))


def _speaker(desk: Desk, statement: Statement, report: Report) -> str | None:
    """Return the speaker's name: in full where a report has the surname alone, one for "Dave Roe" and "David Roe"."""
    entity = (
        desk.entities.get((report.annotated.article.id, statement.entity)) if statement.entity is not None else None
    )
    name = entity.name if entity is not None and entity.kind == "person" else ""
    short, whole = (statement.speaker or "").split(), name.split()
    is_part = bool(short) and set(short) < set(whole)
    other_form = (
        len(short) > 1 and len(whole) > 1 and short[-1] == whole[-1] and " and " not in (statement.speaker or "")
    )
    return name if is_part or other_form else statement.speaker
