"""On whose word a value rests: the last named hand of its chain, one hand under one name, copies as one voice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.annotate.entities.pronouns import NAMELESS
from onrecord.compare.wording import word_list
from onrecord.compare.world import World, plain
from onrecord.model import Account, Annotated, Passage, Span, Statement

_UNNAMED_MARK = " (unnamed)"
_SOMEBODY = frozenset({"one", "another", "others", "some", "several", "many", "a second", "a third"})
_ISSUED = frozenset({"statement", "release", "communique", "communiqué", "message", "letter", "tweet", "email", "post"})
_NEAR_CHARS = 250
_FEW_WORDS = 3
_MAY = re.compile(r"\b(?:might|may|could|would|can|should)\b", re.I)
_HEARSAY = re.compile(
    r"\b(?:reportedly|allegedly|rumou?r\w*|(?:was|were|been|is|are) reported|(?:some|media|press|news|earlier) reports|"
    r"reports (?:suggest\w*|put|claim\w*|indicat\w*))\b",
    re.I,
)
_BY_REPORTS = re.compile(r"\b(?:according to (?:\w+ )?reports|reports (?:say|said))\b", re.I)
_CLAUSE = re.compile(r"[;:,–—]|\b(?:and|but|while|which|who|when|after|before)\b")
_TURN = re.compile(r"[;:,–—]|\b(?:but|while|which|who)\b")
_OF_THE_VALUE = re.compile(r"(?: [\w-]+){0,3} (?:that|which) [^,;:\n]*")
"""A clause that only tells more of a value: "the $40m price that its owner reportedly wants"."""
_ASIDE = re.compile(r"[,(–—] ?(?:reportedly|allegedly) [^,;:()–—\n]*$")
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys?)|t(?:old|ells?)|believe[ds]?|thinks?|thought|claim(?:s|ed)|insist(?:s|ed))\b", re.I
)
_UP_TO_A_DATE = re.compile(r" (?:(?:early|late|earlier|later) )?(?:(?:on|in|at|by|during|since|until) )?(?:the )?")
_RUNS_ON = re.compile(r"[^\n]*\w ")
_POINTING = frozenset({"the", "a", "an", "this", "that"})
_SPEAKS_FOR = re.compile(
    r"(?:an? |the )?(?:\w+ )?(?:spokes\w+|press secretary) (?:for|of|from|at|with) (?:the )?(?P<body>[A-Z][^,]*)"
)
_SPEAKER_OF = re.compile(
    r"(?:an? |the )?(?P<body>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*)(?:['’]s)? spokes(?:man|woman|person|people)"
)
_NOT_A_VOICE = frozenset({"asks", "thanks"})


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose word something is: `name` when named, else the description that the report gives, or neither."""

    name: str | None
    description: str | None = None
    via: tuple[str, ...] = ()

    @property
    def label(self) -> str | None:
        """What a reader is shown: the name, or the description marked as unnamed."""
        return self.name or (f"{self.description}{_UNNAMED_MARK}" if self.description else None)


def innermost(annotated: Annotated, span: Span) -> Statement | None:
    """Return the statement with the least content around a span, None when the report itself tells it."""
    voices = [s for s in annotated.statements if not (_is_unsaid(s) or s.topical or s.doubtful)]
    around = [s for s in voices if any(c.contains(span) for c in s.content)]
    around = around or [s for s in voices if _reaches(annotated, s, span)]
    return min(around, key=lambda s: sum(c.end - c.start for c in s.content), default=None)


def _is_unsaid(said: Statement) -> bool:
    """Whether nobody vouches for the words: they are asked, or a mayor "had not supported" or mentioned them."""
    return said.stance in _NOT_A_VOICE or (said.negated and said.stance != "denies")


def _reaches(annotated: Annotated, said: Statement, span: Span) -> bool:
    """Whether a sentence's words beside what somebody says are theirs too: a date behind it, the clause before a quote.

    "He said she had left on Monday"; "The mayor rang twice and spoke of "a hard night", the office said".
    """
    if not said.cue or not said.content or not annotated.sentence_of(span).contains(said.content[0]):
        return False
    text, first, last = annotated.article.text, said.content[0], said.content[-1]
    if not _SAYS.search(text, said.cue[0].start, said.cue[-1].end):
        return False
    if said.cue[0].end <= first.start and span.start >= last.end:
        return said.mode == "indirect" and bool(_UP_TO_A_DATE.fullmatch(text, last.end, span.start))
    rest = text[said.cue[-1].end : annotated.sentence_of(span).end]
    ends_it = said.cue[0].start >= last.end and not any(map(str.isalnum, rest))
    return ends_it and span.end <= first.start and bool(_RUNS_ON.fullmatch(text, span.end, first.start))


def hand_of(world: World, annotated: Annotated, span: Span) -> Hand:
    """Return whose word the words at a span are."""
    said = innermost(annotated, span)
    if said is not None and _is_aside(annotated, said, span):
        return Hand(None, "reports")
    if said is None:
        credit = _credit(annotated)
        return Hand(credit, None if credit else _hearsay(annotated, span))
    named = _named(world, annotated, said) or _issuer(world, annotated, said)
    via = tuple(world.with_initials(world.canonical(annotated.article.id, hand)) for hand in said.via if _proper(hand))
    if named is not None:
        return Hand(named, via=via)
    if via:
        return Hand(via[-1], _description(annotated, said), via[:-1])
    return Hand(None, _description(annotated, said) or _hearsay(annotated, span))


def _is_aside(annotated: Annotated, said: Statement, span: Span) -> bool:
    """Whether words stand in an aside of others within what somebody says: "The ad, reportedly seen in Lun, is"."""
    sentence = annotated.sentence_of(span)
    aside = _ASIDE.search(annotated.article.text, sentence.start, span.start)
    return aside is not None and any(c.start < aside.start() for c in said.content)


def _hearsay(annotated: Annotated, span: Span) -> str | None:
    """Return what a sentence calls a source that it does not name at all ("reportedly"), where a value rests on it."""
    text, sentence = annotated.article.text, annotated.sentence_of(span)
    if _BY_REPORTS.search(text, sentence.start, sentence.end):
        return "reports"
    for found in _HEARSAY.finditer(text, sentence.start, sentence.end):
        behind = found.end() <= span.start and not _TURN.search(text, found.end(), span.start)
        before = span.end <= found.start() and (
            not _CLAUSE.search(text, span.end, found.start())
            or _OF_THE_VALUE.fullmatch(text, span.end, found.start()) is not None
        )
        if behind or before:
            return "rumours" if found.group().lower().startswith("rumo") else "reports"
    return None


def _named(world: World, annotated: Annotated, said: Statement) -> str | None:
    """Return the speaker's name across reports, None for nobody or for a mere description.

    An institution is named by what it is: "the coastguard", "police". Whoever speaks for a body gives its word.
    """
    if said.speaker is not None and _is_institution(said.speaker):
        return _institution(said.speaker)
    if said.speaker is not None and (body := _spoken_for(said.speaker)) is not None:
        return world.with_initials(world.canonical(annotated.article.id, body))
    if said.speaker is None or not said.is_named or not _proper(said.speaker):
        return None
    if said.entity is not None and (name := world.name_of(annotated.article.id, said.entity)) and _proper(name):
        return world.with_initials(name)
    return world.with_initials(world.canonical(annotated.article.id, said.speaker))


def _issuer(world: World, annotated: Annotated, said: Statement) -> str | None:
    """Return who spoke right before "a brief statement said": whose statement it is where nobody is named with it."""
    words = (said.speaker or "").lower().split()
    if not words or len(words) > _FEW_WORDS or words[-1] not in _ISSUED or not said.cue:
        return None
    start = said.cue[0].start
    earlier = [s for s in annotated.statements if s.cue and start - _NEAR_CHARS <= s.cue[0].start < start]
    before = max(earlier, key=lambda s: s.cue[0].start, default=None)
    return _named(world, annotated, before) if before is not None and before.speaker_kind == "organisation" else None


def _spoken_for(speaker: str) -> str | None:
    """Return the body for which an unnamed spokesperson speaks: "a spokesperson from the Harbour Board"."""
    found = _SPEAKS_FOR.fullmatch(speaker) or _SPEAKER_OF.fullmatch(speaker)
    return found["body"] if found else None


def _is_institution(speaker: str) -> bool:
    words = speaker.split()
    last = words[-1] if words else ""
    return (last.islower() or len(words) == 1) and last.lower() in word_list("institutions.txt")


def _institution(speaker: str) -> str:
    """Return an institution without the words that only point at it: "the local police" stays "local police"."""
    words = speaker.split()
    kept = words[1:] if words[0].lower() in _POINTING and len(words) > 1 else words
    return " ".join(kept) if len(kept) > 1 else kept[0].lower()


def _proper(name: str) -> bool:
    return any(word[:1].isupper() for word in name.split() if word.lower() not in ("the", "a", "an")) or name.isupper()


def _description(annotated: Annotated, said: Statement) -> str | None:
    if said.speaker is None:
        return _somebody(annotated, said)
    return None if said.speaker.lower() in NAMELESS else said.speaker


def _somebody(annotated: Annotated, said: Statement) -> str | None:
    """Return the word for somebody of whom nothing else is told ("one claimed"); "one might think" is nobody's word."""
    text = annotated.article.text
    words = " ".join(span.of(text) for span in said.source).lower()
    if words not in _SOMEBODY or not said.cue or _MAY.search(text, said.source[0].start, said.cue[-1].end):
        return None
    return words


def _credit(annotated: Annotated) -> str | None:
    """Return the agency whose text this is; two agencies credited together name no single hand."""
    agency = annotated.article.agency
    return agency[0] if len(agency) == 1 else None


def account(world: World, annotated: Annotated, span: Span) -> tuple[Account, Hand]:
    """Return an article's account of a value with the hand it rests on."""
    hand = hand_of(world, annotated, span)
    article = annotated.article
    return Account(Passage(article.id, span), hand.name, hand.via, article.outlet), hand


def labels(hands: Iterable[Hand]) -> tuple[str, ...]:
    """Return what a reader is shown of hands, each once; nothing of those of whom nothing is told."""
    return tuple(dict.fromkeys(hand.label for hand in hands if hand.label is not None))


# --- counting ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tally:
    """How many outlets and voices carry something, on how many independent hands, and how many voices name none."""

    outlets: int
    origins: int
    unknown: int
    voices: int


def tally(world: World, accounts: Sequence[Account]) -> Tally:
    """Count outlets, independent origins and voices without one; copies of one text are one voice.

    An article that copies or rewrites another rests on the hand that any of that text's copies name.
    """
    voices: dict[str, set[str]] = {}
    for item in accounts:
        named = voices.setdefault(world.voice(item.passage.article), set())
        if item.origin is not None:
            named.add(plain(item.origin))
    known = _distinct(set().union(*voices.values())) if voices else set()
    outlets = {item.outlet or item.passage.article for item in accounts}
    return Tally(len(outlets), len(known), sum(not named for named in voices.values()), len(voices))


def _distinct(names: set[str]) -> set[str]:
    """Return the names without those that another one holds: "coastguard" beside "Tarvonian coastguard" is one hand."""
    words = {name: set(name.split()) for name in names}
    return {name for name in names if not any(words[name] < words[other] for other in names)}
