"""Who said what: a line for the same words, however many reports tell them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onrecord.export.cited import Report, Words
from onrecord.export.desk import EMPTY, Desk
from onrecord.model import Annotated, Article, Passage, Span, Statement

_ALLEGES = re.compile(r"\b(?:alleg|claim)", re.IGNORECASE)
_DENIES = re.compile(
    r"\b(?:den[iy]|reject|dismiss|refut|disput|rebut|contradict|disclaim|repudiat|disavow|rubbish|brush|scoff)", re.I
)
_BEHIND_NOUN = re.compile(r" (?:of|in|from|at|for|close|with|who|near|on|to|inside|familiar|briefed)\b|,")
_SEVERAL = re.compile(
    r"(?:[^\Wus]s|[^\Wui]es|people|police|men|women|children|^many|^some|^few|^several|^most|^both|^others)$",
    re.IGNORECASE,
)
_PARTISANS = re.compile(
    r"(?:[\w'’]+ )*(?:Republicans|Democrats|Conservatives|Tories|Liberals|Greens|Unionists|Nationalists|Socialists"
    r"|Communists|Islamists|Lib Dems)"
)
_SPOKEN = {"asserts": "says"}
_PLAINLY_SAID = re.compile(
    r"\b(?:sa(?:y|id)|t(?:ell|old)|accord|add|stat(?:e|ing)|explain|report|not(?:e|ing)\b|noted|wr(?:ite|ote|itten)"
    r"|announc|continu|remark|tweet|insist|claim|warn|argu|observ|declar|repl|respon|read|went on"
    r"|point|rais|ask|post|recall"
    r"|mention|testif|stress|emphasi|reveal|writing|conclud)",
    re.IGNORECASE,
)
"""Words for plain speech: after all others ("described", "believes") "says" would not fit what follows."""
_NAMELESS_SOURCE = re.compile(r"(?:he|she|they|it|who|which|that|i|we)?\W*", re.IGNORECASE)
_SURE = 0.4
"""Of indirect statements that the model holds less likely about one in three is right; those are in the JSON alone."""
_SENTENCE_CHARS, _SENTENCE_WORDS = 40, 5
_QUITE_SURE = 0.7
_ENOUGH_LINES = 8
_ANSWERS = frozenset({"denies", "confirms"})
_POINTING = re.compile(
    r"(?:it|this|that|them|which|(?:(?:the|this|that|these|those|such|any|all) )?(?:\w+ )?(?:account|accusation"
    r"|allegation|assertion|charge|claim|criticism|depiction|idea|insinuation|notion|report|rumou?r|suggestion"
    r"|version)s?)\W*",
    re.IGNORECASE,
)
"""What says by itself neither what is denied nor what is confirmed: "it", "the latest claims"."""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """Who said what: one report's telling of it, and those of the other reports that have the same words."""

    statement: Statement
    report: Report
    content: tuple[Words, ...]
    cue: tuple[Words, ...]
    source: tuple[Words, ...]
    others: tuple["StatementLine", ...] = ()

    @property
    def is_denial(self) -> bool:
        """Whether it says that something is not so."""
        return self.statement.stance == "denies"

    @property
    def said(self) -> str:
        """The stance in the present tense, by a milder word where the report has one ("alleges").

        Who denies in a sentence of their own says it: "denies there was no evidence" would be the opposite.
        """
        return f"{self._agreeing(self._verb)}{' (a denial)' if self._is_unworded_denial else ''}"

    @property
    def _verb(self) -> str:
        stance = self.statement.stance
        if self._is_unworded_denial:
            return _SPOKEN["asserts"]
        if stance == "accuses" and any(_ALLEGES.search(word.text) for word in self.cue):
            return "alleges"
        return _SPOKEN.get(stance, stance)

    @property
    def _is_unworded_denial(self) -> bool:
        return self.statement.stance == "denies" and not any(_DENIES.search(word.text) for word in self.cue)

    def _agreeing(self, verb: str) -> str:
        """Return a verb in the present tense as it stands behind the speaker: "police say"."""
        return {"denies": "deny"}.get(verb, verb[:-1]) if self._are_several else verb

    @property
    def _are_several(self) -> bool:
        """Whether the speaker is several: "prosecutors", "leaders of both towns", "Ada Roe and Cole Lind"."""
        speaker, kind = self.statement.speaker or "", self.statement.speaker_kind
        described = kind in ("group", "unnamed") and _SEVERAL.search(_BEHIND_NOUN.split(speaker)[0])
        described = described or _PARTISANS.fullmatch(speaker)
        return bool(described) or (kind == "person" and " and " in speaker)

    @property
    def in_words(self) -> str:
        """The report's own words for the stance, a space before them, where they are other ones ("has refused")."""
        words = " … ".join(w.text for w in self.cue).rstrip(" ,:;")
        plain = self._verb == _SPOKEN["asserts"]
        if plain and (self._is_unworded_denial or _PLAINLY_SAID.search(words)):
            return ""
        named = self._verb[:4] in words.lower() or (self.statement.mode == "direct" and not plain)
        return "" if named or not words else f"{self._asked} “{words}”"

    @property
    def _asked(self) -> str:
        """Who is urged, a space before them, where the words do not name them: "to step in"."""
        whom = self.statement.to[0] if self.statement.stance == "urges" and len(self.statement.to) == 1 else ""
        named = not whom or whom.split()[-1].lower() in self.text.lower() or not self.text.startswith(("to ", "for "))
        return "" if named else f" {whom}"

    @property
    def head(self) -> str:
        """Who says it, in which way and through which hands."""
        hands = f" (via {', then '.join(self.statement.via)})" if self.statement.via else ""
        return f"{self.statement.speaker or 'source not named'} {self.said}{self.in_words}{hands}"

    @property
    def names_speaker(self) -> bool:
        """Whether the report has a name or a description beside these words, and not "he said"."""
        return any(not _NAMELESS_SOURCE.fullmatch(word.text) for word in self.source)

    @property
    def in_short_answer(self) -> bool:
        """Whether it belongs in a short answer: somebody's own words, or more than an assertion."""
        return self.statement.mode != "indirect" or self.statement.stance != "asserts"

    @property
    def is_plainly_said(self) -> bool:
        """Whether somebody whom the report names says so in a sentence, in words of speech that are surely theirs."""
        said = any(_PLAINLY_SAID.search(word.text) for word in self.cue)
        long = len(self.text.split()) >= _SENTENCE_WORDS
        return self.statement.is_named and said and long and self.statement.probability >= _QUITE_SURE

    @property
    def text(self) -> str:
        """The words said, fragments joined by an ellipsis."""
        return " … ".join(w.text for w in self.content)

    @property
    def all_words(self) -> tuple[Words, ...]:
        """Source, cue and content, in every report that has them."""
        return (*self.content, *self.cue, *self.source, *(w for other in self.others for w in other.all_words))


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
    if statement.mode != "indirect":
        return bool(statement.content)
    return bool(statement.content) and not statement.doubtful and statement.probability >= _SURE


def _is_sentence(content: Span) -> bool:
    return content.end - content.start >= _SENTENCE_CHARS


def _in_furniture(statement: Statement, article: Article) -> bool:
    """Whether the words stand in a caption, or where the page prints them a second time."""
    return any(line.contains(span) for line in article.furniture for span in statement.content)


def _told_before(statement: Statement, annotated: Annotated) -> tuple[Span, ...]:
    """Return where an answer to what was said before ("has always denied it") can be read: its sentence and the last.

    Empty for all other statements.
    """
    text = annotated.article.text
    if statement.stance not in _ANSWERS or not all(_POINTING.fullmatch(span.of(text)) for span in statement.content):
        return ()
    at = next((n for n, s in enumerate(annotated.sentences) if any(map(s.contains, statement.content))), None)
    return () if at is None else annotated.sentences[max(0, at - 1) : at + 1]


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
