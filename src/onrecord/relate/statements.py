"""The same utterance in several reports: shortened, split or paraphrased, and the reason that it is one."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.annotate.facts.figures import find_figures
from onrecord.model import Annotated, Entity, Statement, StatementRef, Utterance
from onrecord.relate.groups import Groups
from onrecord.relate.words import FUNCTION_WORDS, sentences, stem, words

# A run of this many words in both is one utterance if the speaker is the same, or a longer one if nobody says so.
_SAME_RUN = 5
_SAME_RUN_ANY_SPEAKER = 8
# Quoted words this long are one utterance even where the reports give them to different speakers.
_SAME_RUN_QUOTED = 10
# A longer run is no chance; a shorter one must hold so many words that say something: "Security and Cooperation in
# Europe" is a name, and what half of a report's statements are about is its subject.
_NO_CHANCE = 12
_TELLING = 2
# Shares of the shorter one's content words; paraphrase keeps about two thirds, another statement on the subject less.
_SAME_WORDS = 0.65
_SAME_WORDS_QUOTED = 0.5
_HALF, _MORE_THAN_HALF = 0.5, 0.55
_MIN_WORDS = 3
# A word in more than this share of a report's statements is its subject, where there are enough of them to tell.
_SUBJECT = 0.25
_ENOUGH_STATEMENTS = 8
# Words in more statements than this name the subject of the collection and find nothing.
_TOO_COMMON = 200
# A statement is compared with so many others at most, those that share the most of its rarest words: what hundreds of
# reports carry is joined through its nearest.
_MOST_CANDIDATES = 12

_NEXT_WORD = 40
"""Characters behind a number in which the word for what it counts begins."""

_Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement as it is compared: who, the words in order, and those that carry its content.

    telling  the words of its content that are neither in names nor the report's subject
    numbers  how many it gives of what, by the word behind the number
    """

    ref: StatementRef
    speaker: str | None
    run: tuple[str, ...]
    content: frozenset[str]
    telling: frozenset[str]
    denies: bool
    declines: bool
    quoted: bool
    numbers: Mapping[str, frozenset[float]]


def link_statements(articles: Sequence[Annotated], entities: Sequence[Entity]) -> tuple[Utterance, ...]:
    """Return the utterances that two or more articles report, each with its statements and a reason.

    Candidates come from an index over content words, the rarest first. The order of the articles changes nothing.
    """
    said = sorted(_all_said(articles, entities), key=lambda s: (s.ref.article, s.ref.index))
    groups = _Utterances(len(said))
    for i, j in dict.fromkeys(_candidates(said)):
        if reason := _reason(said[i], said[j]):
            groups.join(i, j, reason)
    return tuple(_utterance([said[i] for i in group], reason) for group, reason in groups.found())


def _all_said(articles: Sequence[Annotated], entities: Sequence[Entity]) -> Iterator[_Said]:
    known = {(part.article, part.entity): entity.id for entity in entities for part in entity.parts}
    for annotated in articles:
        runs = [_run(annotated, statement) for statement in annotated.statements]
        subject = _subject(runs)
        for index, (statement, run) in enumerate(zip(annotated.statements, runs, strict=True)):
            content = frozenset(run) - FUNCTION_WORDS
            if len(content) >= _MIN_WORDS:
                yield _Said(
                    StatementRef(annotated.article.id, index),
                    _speaker(annotated.article.id, statement, known),
                    run,
                    content,
                    content - subject - _named(annotated, statement),
                    statement.stance == "denies" or statement.negated,
                    statement.stance == "declines",
                    statement.mode != "indirect",
                    _numbers(annotated, statement),
                )


def _run(annotated: Annotated, statement: Statement) -> tuple[str, ...]:
    text = " ".join(span.of(annotated.article.text) for span in statement.content)
    return tuple(stem(word) for word in words(text))


def _numbers(annotated: Annotated, statement: Statement) -> Mapping[str, frozenset[float]]:
    """Return the plain numbers in what is said, each under the word that says what is counted."""
    found: dict[str, set[float]] = defaultdict(set)
    for span in statement.content:
        text = span.of(annotated.article.text)
        for figure in find_figures(text):
            behind = words(text[figure.span.end : figure.span.end + _NEXT_WORD])[:1]
            if behind and figure.low is not None and figure.low == figure.high and not figure.approximate:
                found[stem(behind[0])].add(figure.low)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _subject(runs: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the words that most of a report's statements share."""
    if len(runs) < _ENOUGH_STATEMENTS:
        return frozenset()
    counts = Counter(word for run in runs for word in set(run))
    return frozenset(word for word, count in counts.items() if count > _SUBJECT * len(runs))


def _named(annotated: Annotated, statement: Statement) -> frozenset[str]:
    """Return the words of names and titles in what is said: those with a capital within a sentence."""
    said = " ".join(span.of(annotated.article.text) for span in statement.content)
    return frozenset(stem(word) for sentence in sentences(said) for word in words(sentence)[1:] if word[0].isupper())


def _speaker(article: str, statement: Statement, known: Mapping[_Key, str]) -> str | None:
    """Return the speaker across articles, or by the name alone; an unnamed one is nobody in particular."""
    if statement.entity is not None and (entity := known.get((article, statement.entity))):
        return entity
    return (statement.speaker or "").lower() if statement.is_named else None


def _candidates(said: Sequence[_Said]) -> Iterator[tuple[int, int]]:
    """Yield pairs of different articles that share two of their rarest words, for each statement the nearest."""
    holding: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(said):
        for word in one.content:
            holding[word].append(i)
    for i, one in enumerate(said):
        rare = sorted(one.content, key=lambda w: (len(holding[w]), w))[:8]
        shared: dict[int, int] = defaultdict(int)
        for word in rare:
            if len(holding[word]) <= _TOO_COMMON:
                for j in holding[word]:
                    shared[j] += 1
        near = [j for j, count in shared.items() if count >= 2 and said[j].ref.article != one.ref.article]
        for j in sorted(near, key=lambda j: (-shared[j], j))[:_MOST_CANDIDATES]:
            yield min(i, j), max(i, j)


def _reason(one: _Said, other: _Said) -> str | None:
    """Return why two statements are one utterance, None when they are not."""
    same = one.speaker is not None and one.speaker == other.speaker
    if one.denies != other.denies and not (one.quoted and other.quoted):
        return None
    telling = one.telling & other.telling
    run = _longest_run(one.run, other.run)
    if _count_apart(one, other) and not (one.quoted and other.quoted and len(run) >= _SAME_RUN_QUOTED):
        return None
    whole = one.quoted and other.quoted and len(run) == min(len(one.run), len(other.run))
    says = whole or len(run) >= _NO_CHANCE or len(telling & set(run)) >= _TELLING
    shared = one.content & other.content
    share = len(shared) / min(len(one.content), len(other.content))
    if len(run) >= _least_run(one, other, same) and says and share >= _least_share(run, whole=whole):
        return f"{len(run)} words in a row are the same" + (", of the same speaker" if same else "")
    if not same or one.declines != other.declines:
        return None
    if len(shared) <= _MIN_WORDS or len(telling) < _TELLING:
        return None
    if share >= (_SAME_WORDS_QUOTED if one.quoted and other.quoted else _SAME_WORDS):
        return f"the same speaker, and {share:.0%} of the shorter one's words are in the other"
    return None


def _count_apart(one: _Said, other: _Said) -> bool:
    """Whether they give different numbers of one thing: "six times more likely", "seven times more likely"."""
    counted = one.numbers.keys() & other.numbers.keys()
    return any(one.numbers[word].isdisjoint(other.numbers[word]) for word in counted)


def _least_run(one: _Said, other: _Said, same: bool) -> float:
    """Return how many words in a row make two statements one."""
    if same:
        return _SAME_RUN
    if one.quoted and other.quoted:
        return _SAME_RUN_QUOTED
    return _SAME_RUN_ANY_SPEAKER if one.speaker is None or other.speaker is None else math.inf


def _least_share(run: Sequence[str], *, whole: bool) -> float:
    """Return the share of the shorter one's content words that must be in the other, where a short run is the same.

    "The federal department of the environment" stands in much that one mayor says.
    """
    if whole or len(run) >= _SAME_RUN_ANY_SPEAKER:
        return 0.0
    return _HALF if len(run) > _SAME_RUN else _MORE_THAN_HALF


def _longest_run(one: Sequence[str], other: Sequence[str]) -> Sequence[str]:
    """Return the longest run of words that two texts share, the first of several."""
    best, end = 0, 0
    previous = [0] * (len(other) + 1)
    for i, word in enumerate(one, 1):
        current = [0] * (len(other) + 1)
        for j, compared in enumerate(other, 1):
            if word == compared:
                current[j] = previous[j - 1] + 1
                if current[j] > best:
                    best, end = current[j], i
        previous = current
    return one[end - best : end]


class _Utterances:
    """Statements joined so far, with the reason of the first join of each group."""

    def __init__(self, count: int) -> None:
        self._groups = Groups(range(count))
        self._reasons: dict[int, str] = {}

    def join(self, i: int, j: int, reason: str) -> None:
        if joined := self._groups.join(i, j):
            first, second = joined
            self._reasons.setdefault(first, self._reasons.pop(second, reason))

    def found(self) -> Iterator[tuple[list[int], str]]:
        """Yield each group of two or more, ascending, with its reason."""
        yield from ((group, self._reasons[group[0]]) for group in self._groups.found() if len(group) > 1)


def _utterance(group: Sequence[_Said], reason: str) -> Utterance:
    parts = tuple(one.ref for one in group)
    return Utterance(f"u-{parts[0].article}-{parts[0].index}", parts, reason)
