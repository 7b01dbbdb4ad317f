"""Which date a happening has: from the expressions of its clause, else from the clause it hangs on, else counted."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.times.bounds import bounded, by_tense, opener
from onrecord.annotate.times.counting import counted, counted_from, counted_to, told_at_once
from onrecord.annotate.times.discourse import told_before
from onrecord.annotate.times.tense import tense_of
from onrecord.model import Span, TimeExpression, When

__all__ = ["by_tense", "when_at"]

Dated = tuple[When, Span]

# A date below one of these belongs to the clause they open, not to the one above.
_OWN_CLAUSE = frozenset({"ccomp", "advcl", "relcl", "acl", "csubj", "parataxis", "pcomp"})
# From these a happening goes up to find the date of the clause that it is part of.
_SHARES_DATE = frozenset({"conj", "xcomp", "nsubj", "nsubjpass", "dobj", "attr", "pobj", "prep", "compound", "agent"})
# "managed to land on Friday": the two are of one time. "plans to land on Friday": they are not.
_OF_ONE_TIME = frozenset(
    {"manage", "begin", "start", "continue", "fail", "help", "try", "attempt", "refuse", "decline", "neglect", "get"}
    | {"happen", "seem", "appear", "come", "go", "cease", "stop", "use", "dare", "make", "let", "see", "hear", "keep"}
)
_RANGES = frozenset({("from", "to"), ("from", "until"), ("from", "till"), ("from", "through"), ("between", "and")})
# "closed until Friday", "died after the crash on Sunday": what stands behind these is another day.
_NOT_AT = frozenset({"after", "before", "since", "until", "till"})
# "appeared before a judge on Sunday": here "before" tells no time.
_IN_FRONT_OF = frozenset(
    {"judge", "court", "magistrate", "jury", "tribunal", "committee", "panel", "parliament", "congress", "senate"}
    | {"commission", "board", "council", "crowd", "audience", "bench", "inquiry", "deputy", "reporter", "mps", "camera"}
)
_DOCUMENTS = frozenset(
    {"report", "statement", "letter", "interview", "article", "study", "paper", "video", "message", "post", "note"}
    | {"recording", "memo", "bulletin", "speech", "poll", "survey", "review", "essay", "dispatch", "filing"}
)
# " on " stands between a noun and the date right behind it; in characters.
_RIGHT_BEHIND = 5
_WHEN = frozenset({"when", "as", "while"})
_VERBAL = frozenset({"VERB", "AUX"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def when_at(draft: Draft, head: Token, times: Sequence[TimeExpression]) -> Dated | None:
    """Return the date of the happening whose trigger is `head`, and the words that give it.

    The expressions of its own clause come first, nearest first; then those of the clause it shares (a
    conjunct, the verb that a noun is subject or object of), then days counted from another happening, then the
    date that an earlier sentence gave the same happening. None when no words date it; for the publication date as
    a bound, see `by_tense`.
    """
    after_it = head.dep_ == "pobj" and _tells_time(head.head)
    own = _by_its_clause(draft, head, times) or (_right_behind(head, times) if after_it else None)
    return own or _by_counting(draft, head, times) or _told_before(draft, head, times)


def _told_before(draft: Draft, head: Token, times: Sequence[TimeExpression]) -> Dated | None:
    return told_before(head, lambda other: _by_its_clause(draft, other, times))


def _by_counting(draft: Draft, head: Token, times: Sequence[TimeExpression]) -> Dated | None:
    if (main := told_at_once(head)) is not None and (told := _by_its_clause(draft, main, times)):
        return (told[0], told[1]) if told[0].precision == "day" else None
    if not any(time.clue.startswith("gap:") for time in times):
        return None
    for other, gap in counted_to(head, times):
        told = _by_its_clause(draft, other, times) or _right_behind(other, times) or _told_before(draft, other, times)
        if told and (when := counted(gap, *told, draft.article.text, back=False)):
            return when, gap.span
    return next((found for place in _places(head) if (found := counted_from(draft, place, times))), None)


def _right_behind(other: Token, times: Sequence[TimeExpression]) -> Dated | None:
    """Return the date that follows a noun: "the crash on Sunday", wherever the parse hangs it."""
    end = other.idx + len(other)
    behind = (time for time in times if time.when and 0 < time.span.start - end <= _RIGHT_BEHIND)
    return next(((time.when, time.span) for time in behind if time.when), None)


def _by_its_clause(draft: Draft, head: Token, times: Sequence[TimeExpression]) -> Dated | None:
    dated = list(_in_sentence(draft, head, times))
    if dated and (opened := _opened_by(draft, head, dated)):
        return opened
    for place in _places(head) if dated else ():
        own = [
            (abs(root.i - head.i), root, time)
            for root, time in dated
            if _governs(place, root) and not _is_long_before(place, root, head, time)
        ]
        if own:
            _, root, time = min(own, key=lambda found: (found[0], found[2].span))
            return _with_its_range(draft.article.text, time, root, [time for _, time in dated])
    return None


def _opened_by(draft: Draft, head: Token, dated: Sequence[tuple[Token, TimeExpression]]) -> Dated | None:
    """Return the date that a clause is told of: "before Monday, when the two met"."""
    when = next((child for child in head.children if child.lower_ == "when" and child.i < head.i), None)
    if when is None or head.dep_ not in ("relcl", "advcl"):
        return None
    for _, time in dated:
        between = draft.article.text[time.span.end : when.idx] if time.span.end <= when.idx else "?"
        if time.when and not between.strip(", "):
            return time.when, time.span
    return None


def _is_long_before(place: Token, root: Token, head: Token, time: TimeExpression) -> bool:
    """Whether a date that stands between two conjoined verbs is too coarse to be the second one's as well.

    "was arrested on Sunday and charged" is of one day; "signed in 2016 and played" is not of one year.
    """
    between = place.i < root.i < head.i and place.pos_ in _VERBAL and head.pos_ in _VERBAL
    return between and time.when is not None and time.when.precision not in ("day", "hour", "minute")


def _with_its_range(text: str, time: TimeExpression, root: Token, dated: Sequence[TimeExpression]) -> Dated | None:
    """Return the date, the interval it is one end of ("from 1938 to 1940"), or the bound it is ("before May")."""
    for first, last in pairwise(dated):
        opens = text[: first.span.start].rstrip().lower().rsplit(None, 1)[-1:]
        between = text[first.span.end : last.span.start].strip().lower()
        joined = bool(opens) and ((opens[0], between) in _RANGES or (between == "and" and _next_to(first, last)))
        if time in (first, last) and joined and first.when and last.when:
            if "/" in first.when.value + last.when.value or first.when.value >= last.when.value:
                continue
            when = When(f"{first.when.value}/{last.when.value}", "interval", first.when.basis)
            return when, Span(first.span.start, last.span.end)
    return (bounded(time.when, opener(root)), time.span) if time.when else None


def _next_to(first: TimeExpression, last: TimeExpression) -> bool:
    """Whether two expressions are of one day and the next: "on 9 and 10 March"."""
    days = [date.fromisoformat(t.when.value) for t in (first, last) if t.when and _DAY.fullmatch(t.when.value)]
    return len(days) == 2 and days[1] - days[0] == timedelta(days=1)


def _in_sentence(draft: Draft, head: Token, times: Sequence[TimeExpression]) -> Iterator[tuple[Token, TimeExpression]]:
    """Yield the dated expressions of the head's sentence, each with the top token of its words."""
    sentence = head.sent
    for time in times:
        if time.when is None or time.span.start < sentence.start_char or time.span.end > sentence.end_char:
            continue
        words = draft.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if words is not None and not _fills_its_line(draft.article.text, time.span):
            yield words.root, time


def _fills_its_line(text: str, span: Span) -> bool:
    """Whether an expression is the page's date on a line of its own rather than part of a sentence."""
    before, after = text[: span.start].rpartition("\n")[2], text[span.end :].partition("\n")[0]
    return len(span.of(text)) < len(text) and not any(c.isalnum() for c in before + after)


def _places(head: Token) -> Iterator[Token]:
    """Yield the head, then the tokens above whose dates it shares, up to the verb of its clause."""
    yield head
    if head.pos_ in _VERBAL:
        # "arrested and charged on Sunday"
        yield from (child for child in head.children if child.dep_ == "conj" and not _has_subject(child))
        yield from _published(head)
        yield from _at_the_same_time(head)
        if _hangs_on_its_head(head):
            yield from _places(head.head) if _tells_what_happened_in(head) else (head.head,)
            return
    token = head
    while token.dep_ in _SHARES_DATE and token.head != token:
        if token.pos_ in _VERBAL and not _shares_with_its_head(token):
            return
        token = token.head
        yield token
        if token.pos_ in _VERBAL and head.pos_ not in _VERBAL:
            return


def _at_the_same_time(verb: Token) -> Iterator[Token]:
    """Yield the verbs that "when", "as" or "while" puts at one time with this: "died when the dam burst on Sunday"."""
    yield from (child for child in verb.children if child.dep_ == "advcl" and _opens_with_when(child))
    if verb.dep_ == "advcl" and verb.head.pos_ in _VERBAL and _opens_with_when(verb):
        yield verb.head


def _opens_with_when(verb: Token) -> bool:
    return any(
        child.lower_ in _WHEN and child.i < verb.i and child.dep_ in ("mark", "advmod") for child in verb.children
    )


def _shares_with_its_head(verb: Token) -> bool:
    """Whether a verb is of the time of the one above: conjuncts of one tense, and what was managed or begun."""
    if _has_subject(verb):
        return False
    if verb.dep_ == "conj":
        return tense_of(verb) is tense_of(verb.head) and verb.head.dep_ != "xcomp"
    return verb.dep_ == "xcomp"


def _published(verb: Token) -> Iterator[Token]:
    """Yield what dates the words of a document: "said in a report published on Monday"."""
    for prep in verb.children:
        for noun in prep.children if prep.dep_ == "prep" and prep.lower_ in ("in", "with", "via", "through") else ():
            if noun.dep_ == "pobj" and noun.lemma_.lower() in _DOCUMENTS:
                yield from (child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN")


def _hangs_on_its_head(verb: Token) -> bool:
    """Whether a verb takes the date of what it describes: "rammed a bus, killing five", "the 2015 raid that failed"."""
    if verb.dep_ in ("relcl", "acl"):
        return verb.head.pos_ not in _VERBAL and not any(child.lower_ == "where" for child in verb.children)
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and not any(child.dep_ == "mark" for child in verb.children)


def _tells_what_happened_in(verb: Token) -> bool:
    """Whether a relative clause is of its noun's own time: "the crash, in which two were hurt, was in July"."""
    openers = [child for child in verb.children if child.dep_ == "prep" and child.lower_ in ("in", "during", "at")]
    return verb.dep_ == "relcl" and any(child.lower_ == "which" for prep in openers for child in prep.children)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.children)


def _governs(place: Token, root: Token) -> bool:
    """Whether the date at `root` belongs to `place`: no other clause stands between them."""
    token = root
    while token != place:
        if token.dep_ in _OWN_CLAUSE or token.head == token or _is_another_time(token, root):
            return False
        if token.dep_ == "conj" and token.pos_ in _VERBAL and token.head.pos_ in _VERBAL:
            return False
        if token.dep_ == "xcomp" and token.head.lemma_ not in _OF_ONE_TIME and token.tag_ == "VB":
            return False
        if token.head == place and _follows_another(token):
            return False
        token = token.head
    return True


def _is_another_time(token: Token, root: Token) -> bool:
    """Whether a date stands behind "after the crash"; right behind "before" or "since" it is a bound, not another."""
    if token.lower_ not in _NOT_AT:
        return False
    compared = token.lower_ == "since" and token.head.lemma_ == "time"  # "for the first time since 1968"
    return root.head != token or token.lower_ in ("until", "till") or compared


def _tells_time(preposition: Token) -> bool:
    """Whether "after", "before" and their like tell when, and not where."""
    if preposition.lower_ not in _NOT_AT:
        return False
    return not any(child.lemma_.lower() in _IN_FRONT_OF for child in preposition.children)


def _follows_another(part: Token) -> bool:
    """Whether a date stands behind "after the crash", which it may date as well: "died after the crash on Sunday"."""
    return any(
        _tells_time(sibling) and part.head.i < sibling.i < part.i and sibling.dep_ == "prep"
        for sibling in part.head.children
    )
