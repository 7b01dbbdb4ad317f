"""What several reports put in quotation marks as the words of one speaker: word for word, or with words that differ."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from onrecord.compare.wording import word_list
from onrecord.compare.world import World
from onrecord.model import Annotated, Passage, Span, Statement

_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]?|^([^“”\"]*[^“”\"\s])[”\"](?!\w)")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_ADDED = re.compile(r"\[[^\]]{0,200}\]|\([^)]{0,200}\)")
_SHORT_FORMS = (
    ("n't", "not"),
    ("'re", "are"),
    ("'ve", "have"),
    ("'ll", "will"),
    ("'m", "am"),
    ("'d", "would"),
    ("'s", "is"),
)
_COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FIGURES = {word: str(number) for number, word in enumerate(_COUNTED, 1)}
_MIN_WORDS = 5
_MOSTLY = 0.6
"""Two quotations are of one utterance when the shorter one has this much of its words in the other, in their order."""
_LONGEST = 5
_SHORTEST, _READABLE = 5, 25
"""Word for word is shown what has so many words: fewer are met by chance, more are a paragraph."""
_GAP = 2
"""Words that differ, with no more than these alike between them, are one difference."""
_FLANK = 6
"""So many words alike stand beside a difference, in one unbroken run on each side."""
_LEAD_IN = 3
_INITIALS = 3
_SPELLING = 0.85
"""Words this alike letter by letter are one word: "colour" and "color", "pew" and "pews"."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks of one report, as `words` in plain form, each with where it stands."""

    article: str
    speaker: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]

    def passage(self, first: int, last: int) -> Passage:
        """Return the words from one number to another, the second not included."""
        return Passage(self.article, Span(self.spans[first].start, self.spans[last - 1].end))


@dataclass(frozen=True, slots=True)
class Wording:
    """One utterance as reports quote it: the words they share, or those that differ with a few before them."""

    speaker: str
    passages: tuple[Passage, ...]
    differs: bool


def find_quotes(world: World, annotated: Annotated) -> Iterator[Quote]:
    """Yield the quotations of named speakers that are long enough to be told apart."""
    for said in annotated.statements:
        speaker = None if said.mode == "indirect" else _speaker(world, annotated, said)
        for content in said.content if speaker is not None else ():
            for found in _QUOTED.finditer(content.of(annotated.article.text)):
                group = 1 if found[1] else 2
                quote = _quote(annotated, speaker or "", content.start + found.start(group), found[group])
                if len(quote.words) >= _MIN_WORDS:
                    yield quote


def _speaker(world: World, annotated: Annotated, said: Statement) -> str | None:
    return world.name_of(annotated.article.id, said.entity) or said.speaker if said.is_named else None


def _quote(annotated: Annotated, speaker: str, start: int, words: str) -> Quote:
    added = [m.span() for m in _ADDED.finditer(words)]
    found = [w for w in _WORD.finditer(words) if not any(a <= w.start() < b for a, b in added)]
    plain = [(part, Span(start + w.start(), start + w.end())) for w in found for part in _plain(w.group())]
    return Quote(annotated.article.id, speaker, tuple(p for p, _ in plain), tuple(s for _, s in plain))


def _plain(word: str) -> list[str]:
    """Return a word in lower case, its short form written out ("don't" is "do not")."""
    text = word.lower().replace("’", "'")
    for short, full in _SHORT_FORMS:
        if text.endswith(short):
            return [text.removesuffix(short), full]
    return [_FIGURES.get(text, text)]


def wordings(world: World) -> list[Wording]:
    """Return what reports quote of one speaker, within stories that hang together: in the same words and in others."""
    by_speaker: dict[tuple[str, str], list[Quote]] = defaultdict(list)
    for annotated in world.collection.articles:
        for quote in find_quotes(world, annotated):
            by_speaker[world.circle(quote.article), quote.speaker].append(quote)
    return [
        Wording(speaker, passages, differs)
        for (_, speaker), quotes in by_speaker.items()
        for differs, compare in ((True, _pairs), (False, _shared))
        for passages in _met(pair for a, b in combinations(quotes, 2) for pair in compare(a, b))
    ]


def _shared(left: Quote, right: Quote) -> Iterator[tuple[Passage, Passage]]:
    """Yield a whole quotation of one report where the other has it word for word, in a quotation as long or longer."""
    short, long = sorted((left, right), key=lambda q: (len(q.words), q.article))
    size = len(short.words)
    if left.article == right.article or not _SHORTEST <= size <= _READABLE:
        return
    start = next((i for i in range(len(long.words) - size + 1) if long.words[i : i + size] == short.words), None)
    if start is not None:
        yield short.passage(0, size), long.passage(start, start + size)


def _met(pairs: Iterable[tuple[Passage, Passage]]) -> list[tuple[Passage, ...]]:
    """Return the pairs as groups: those that share words of one report are one; each report gives its longest."""
    groups: list[dict[str, Passage]] = []
    for pair in pairs:
        home = next((g for g in groups if any(_overlap(g.get(p.article), p) for p in pair)), None)
        if home is None:
            groups.append({p.article: p for p in pair})
        else:
            for p in pair:
                home.setdefault(p.article, p)
    return [tuple(sorted(g.values())) for g in groups]


def _overlap(held: Passage | None, other: Passage) -> bool:
    return held is not None and held.span.overlaps(other.span)


def _pairs(left: Quote, right: Quote) -> Iterator[tuple[Passage, Passage]]:
    if left.article == right.article or len(set(left.words) & set(right.words)) < _MIN_WORDS:
        return
    for a, b, c, d in _changes(left.words, right.words):
        if _matters(left.words[a:b], right.words[c:d]):
            lead = min(a, c, _LEAD_IN)
            yield left.passage(a - lead, b), right.passage(c - lead, d)


def _changes(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where words stand in the place of others, with words that both have before them."""
    alike = [
        (m.a, m.b, m.size)
        for m in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
        if m.size > _GAP or (m.size and (m.a + m.size == len(left) or m.b + m.size == len(right)))
    ]
    if sum(size for _, _, size in alike) < _MOSTLY * min(len(left), len(right)):
        return
    for (i, j, size), (b, d, after) in pairwise([*alike, (len(left), len(right), 0)]):
        a, c = i + size, j + size
        longest = max(b - a, d - c)
        if min(b - a, d - c) > 0 and longest <= _LONGEST and size + after >= _FLANK + 2 * max(0, longest - 2):
            yield a, b, c, d


def _matters(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether a difference is one of words that say something, and no matter of spelling or number."""
    one, other = (_telling(words) for words in (left, right))
    if not (one or other) or "".join(left) == "".join(right) or "".join(one) == "".join(other):
        return False
    return not (one and all(any(_forms_of_one(a, b) for b in other) for a in one))


def _telling(words: Sequence[str]) -> list[str]:
    small = word_list("stop_words.txt")
    return [w for w in words if w not in small]


def _forms_of_one(left: str, right: str) -> bool:
    """Whether one word is another form of the other: "pew" and "pews", "Va" and "Virginia"."""
    short, long = sorted((left, right), key=len)
    letters = iter(long)
    initials = len(short) <= _INITIALS and short[0] == long[0] and all(letter in letters for letter in short)
    return initials or SequenceMatcher(None, short, long, autojunk=False).ratio() >= _SPELLING
