"""Promises: the same undertaking across reports as one, and what later reports show to have become of it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.annotate.facts.words import canonical
from onrecord.compare.values import days
from onrecord.compare.vows import Vow, find_vows
from onrecord.compare.wording import content_words
from onrecord.compare.world import World, plain
from onrecord.model import Annotated, EventMention, Passage, Promise, PromiseStatus, Span

_SAME_WORDS = 0.4
_OUTCOME_WORDS = 0.5
_OTHERS_WORDS = 0.75
"""Share of words in which one undertaking is told where two reports name different parties for it."""
_DEED_WORDS = 0.7
"""And where no word says that a promise was kept, only a deed: of another ferry line the most is the same."""
_SUPPOSED = re.compile(
    r"\b(?:if|whether|unless|until|would|could|may|might|should|can|must|never|not|nobody)\b|n['’]t\b", re.I
)
_WORD = r"(?:promise|pledge|vow|word|undertaking|commitment)s?\b"
_KEPT = re.compile(rf"\b(?:kept|fulfilled|honou?red|made good on)\b[^.;]{{0,20}}\b{_WORD}", re.I)
_BROKEN = re.compile(
    rf"\b(?:broke|broken|breaking|reneg\w+ on|(?:went|gone|going) back on|backed out of|abandon\w*|scrapp\w+|"
    rf"fail\w* to (?:keep|honou?r|fulfil\w*))\b[^.;]{{0,25}}\b(?:{_WORD}|plans?\b)",
    re.I,
)
_ADMITS = re.compile(
    r"\b(?:(?:could|did|has|have|had)(?: not|n['’]t)|(?:was|were|am|are|is) (?:not able|unable) to|failed to|never)\s"
    r"(?:\w+\s)?(?:keep|kept|honou?r(?:ed)?|fulfil(?:l|led)?)\b"
    rf"[^.;]{{0,30}}?\b(?:it|that|this|{_WORD})",
    re.I,
)
"""What somebody says who owns that they did not keep their word."""
_RAISED_BEFORE = 2
"""Sentences before such words in which it must be said what was promised."""
_DID_NOT = re.compile(
    r"[,;.]?\s+(?:but\s|yet\s|and\s)?(?:it|he|she|they)\s(?:never\sdid|(?:did|has|have)(?:\snot|n['’]t))(?:\s(?:do|done)\sso)?(?=[.;,])",
    re.IGNORECASE,
)
"""That what was just said was not done, and no other deed."""
_AGAIN = re.compile(r"\b(?:repeat|reiterat|reaffirm|restat|renew)(?:s|es|e|ed|ing)?\b", re.I)
_NOT_YET = re.compile(
    r"\b(?:want|wish|offer|vow|promis|pledg|propos|announc|insist|tr(?:y|ies|ied)|seek|sought|begin|began|start)\w*\b|"
    r"\b(?:some|part|half|most) of\b",
    re.I,
)
"""What says that more words were made of an undertaking, or that it was done in part."""
_WORDS_ONLY = frozenset(
    map(canonical, ("offer", "plan", "agree", "promise", "pledge", "vow", "commit", "decide", "intend"))
)
_NOT_DONE = re.compile(r"\b(?:failed to|refused to|did(?: not|n['’]t)|never)\s(?:\w+ly\s)?(?P<deed>\w+)", re.I)


def make_promises(world: World) -> tuple[Promise, ...]:
    """Return the undertakings of all stories in the order of their first mention."""
    groups: list[list[Vow]] = []
    for annotated in world.collection.articles:
        for vow in find_vows(world, annotated):
            home = next((g for g in groups if any(_is_one(world, vow, other) for other in g)), None)
            if home is None:
                groups.append([vow])
            else:
                home.append(vow)
    return tuple(_promise(world, group) for group in groups)


# --- one undertaking across reports ------------------------------------------------------------------


def _is_one(world: World, left: Vow, right: Vow) -> bool:
    """Whether two mentions are of one undertaking: of one party as far as known, and in much the same words."""
    shared = len(left.words & right.words)
    likeness = shared / (min(len(left.words), len(right.words)) or 1)
    if shared < 2 or likeness < _SAME_WORDS:
        return False
    if left.who is not None and right.who is not None and plain(left.who) == plain(right.who):
        return any(a.article.id == right.article for a in _neighbours(world, left.article))
    differ = left.who is not None and right.who is not None
    alike = likeness >= (_OTHERS_WORDS if differ else _OUTCOME_WORDS)
    return world.story_of.get(left.article) == world.story_of.get(right.article) and alike


def _promise(world: World, group: Sequence[Vow]) -> Promise:
    story = Counter(world.story_of.get(v.article) for v in group).most_common(1)[0][0]
    group = sorted(group, key=lambda v: world.story_of.get(v.article) != story)
    first = group[0]
    text = world.articles[first.article].article.text
    status, outcome = _outcome(world, group)
    return Promise(
        who=next((v.who for v in group if v.who is not None), None),
        to=next((v.to for v in group if v.to is not None), None),
        what=" ".join(first.span.of(text).split()),
        when=next((v.when for v in group if v.when is not None), None),
        status=status,
        mentions=tuple(Passage(v.article, v.span) for v in group),
        outcome=outcome,
        story=story,
    )


# --- what became of it -------------------------------------------------------------------------------


def _outcome(world: World, group: Sequence[Vow]) -> tuple[PromiseStatus, tuple[Passage, ...]]:
    """Return what later reports show, with the sentence; unknown unless one says so in the promise's own words."""
    again = tuple(Passage(v.article, v.span) for v in group[1:] if v.again)
    first = _published(world, group[0].article)
    if owned := next(_admitted(world, group[0]), None) or next(_undone(world, group), None):
        return "broken", (owned,)
    for annotated in _neighbours(world, group[0].article):
        later = _published(world, annotated.article.id)
        if first is None or later is None or later <= first:
            continue
        for sentence in annotated.sentences:
            status = _shows(annotated, sentence, group[0], first)
            if status in ("kept", "broken"):
                return status, (Passage(annotated.article.id, sentence),)
            if status == "repeated" and not again:
                again = (Passage(annotated.article.id, sentence),)
    return ("repeated", again) if again else ("unknown", ())


def _undone(world: World, group: Sequence[Vow]) -> Iterator[Passage]:
    """Yield where a report says right behind an undertaking that nothing came of it: "promised to pay; it did not"."""
    for vow in group:
        text = world.articles[vow.article].article.text
        if said := _DID_NOT.match(text, vow.span.end):
            yield Passage(vow.article, Span(vow.span.start, said.end()))


def _admitted(world: World, vow: Vow) -> Iterator[Passage]:
    """Yield where whoever undertook it says that they did not keep it, in the report that tells it or a later one."""
    for annotated in _neighbours(world, vow.article):
        for number, sentence in enumerate(annotated.sentences):
            said = _ADMITS.search(sentence.of(annotated.article.text)) and _is_behind(world, annotated, sentence, vow)
            if said and _is_owned(world, annotated, number, vow):
                yield Passage(annotated.article.id, sentence)


def _is_behind(world: World, annotated: Annotated, sentence: Span, vow: Vow) -> bool:
    """Whether a sentence stands behind an undertaking in its report, or in a later one."""
    if annotated.article.id == vow.article:
        return sentence.start >= vow.span.end
    first, later = _published(world, vow.article), _published(world, annotated.article.id)
    return first is not None and later is not None and later > first


def _is_owned(world: World, annotated: Annotated, number: int, vow: Vow) -> bool:
    """Whether a sentence is said by whoever undertook it, right behind words that tell what was undertaken."""
    article, sentence = annotated.article, annotated.sentences[number]
    near = Span(annotated.sentences[max(0, number - _RAISED_BEFORE)].start, sentence.end)
    shared = content_words(near.of(article.text)) & vow.words
    if not vow.words or len(shared) < 3 or len(shared) / len(vow.words) < _OUTCOME_WORDS:
        return False
    told = (s for s in annotated.statements if any(sentence.overlaps(c) for c in s.content))
    names = {world.name_of(article.id, s.entity) or s.speaker for s in told}
    return vow.who is not None and plain(vow.who) in {plain(name) for name in names if name}


def _neighbours(world: World, article: str) -> Iterator[Annotated]:
    story = world.stories.get(world.story_of.get(article, ""))
    wanted = {r.story for r in story.related} | {story.id} if story is not None else set()
    yield from (a for a in world.collection.articles if world.story_of.get(a.article.id) in wanted)


def _published(world: World, article: str) -> str | None:
    found = days(world.articles[article].article.published)
    return found[0].isoformat() if found is not None else None


def _shows(annotated: Annotated, sentence: Span, vow: Vow, given: str) -> PromiseStatus | None:
    """Return whether a sentence tells that the undertaking was kept, broken or repeated, in so many words or as a deed.

    The sentence must name who undertook it, and share most of the undertaking's words. What is asked, supposed or
    denied shows nothing, nor does a deed from before the word was `given`.
    """
    text = sentence.of(annotated.article.text)
    words = content_words(text)
    shared = words & vow.words
    if not vow.words or len(shared) / len(vow.words) < _OUTCOME_WORDS or len(shared) < 3:
        return None
    if vow.who is None or not content_words(vow.who) & words:
        return None
    if _AGAIN.search(text):
        return "repeated"
    if _is_talk(annotated, sentence) or text.rstrip("”\"’' ").endswith("?"):
        return None
    told = _BROKEN.search(text) or _KEPT.search(text)
    if told is not None and _SUPPOSED.search(text[: told.start()]):
        return None
    undone = _NOT_DONE.search(text)
    if _BROKEN.search(text) or (undone is not None and canonical(undone["deed"]) in vow.words):
        return "broken"
    if _KEPT.search(text):
        return "kept"
    promised = any(sentence.overlaps(told.words) for told in annotated.undertakings)
    if vow.negated or promised or _NOT_YET.search(text):
        return None
    done = (e for e in annotated.events if sentence.contains(e.trigger) and e.modality == "actual")
    done = (e for e in done if not _is_before(e, given))
    same = len(shared) / len(vow.words) >= _DEED_WORDS
    return "kept" if same and any(_is_deed(annotated, e, vow) for e in done) else None


def _is_before(event: EventMention, given: str) -> bool:
    told = days(event.when)
    return told is not None and told[1].isoformat() < given


def _is_talk(annotated: Annotated, sentence: Span) -> bool:
    """Whether a sentence is what somebody says: that it was kept or broken is then a claim, and not the outcome."""
    told = (s for s in annotated.statements if s.stance != "promises")  # "broke her promise to"
    said = (c for s in told for c in s.content if sentence.overlaps(c))
    return (
        sum(min(c.end, sentence.end) - max(c.start, sentence.start) for c in said) * 2 > sentence.end - sentence.start
    )


def _is_deed(annotated: Annotated, event: EventMention, vow: Vow) -> bool:
    """Whether the one who undertook it did what the undertaking says; to offer or agree again is no deed."""
    deed = canonical(event.trigger.of(annotated.article.text).split()[0])
    who = content_words(vow.who or "")
    return deed in vow.words - _WORDS_ONLY and any(who & content_words(role.name) for role in event.actor)
