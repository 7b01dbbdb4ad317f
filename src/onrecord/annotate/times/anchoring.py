"""Which date a happening has: from the expressions of its clause, else from its tense and the publication date."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.times.counting import counted, counted_from, counted_to
from onrecord.annotate.times.tense import Tense, tense_of
from onrecord.model import Span, TimeExpression, When

# A date below one of these belongs to the clause they open, not to the one above.
_OWN_CLAUSE = frozenset({"ccomp", "advcl", "relcl", "acl", "csubj", "parataxis", "pcomp"})
# From these a happening goes up to find the date of the clause that it is part of.
_SHARES_DATE = frozenset({"conj", "xcomp", "nsubj", "nsubjpass", "dobj", "attr", "pobj", "prep", "compound", "agent"})
_RANGES = frozenset({("from", "to"), ("from", "until"), ("from", "till"), ("from", "through"), ("between", "and")})
# "closed until Friday", "died after the crash on Sunday": what stands behind these is another day.
_NOT_AT = frozenset({"after", "before", "since", "until", "till"})
# " on " stands between a noun and the date right behind it; in characters.
_RIGHT_BEHIND = 5
_VERBAL = frozenset({"VERB", "AUX"})


def when_at(draft: Draft, head: Token, times: Sequence[TimeExpression]) -> tuple[When, Span] | None:
    """Return the date of the happening whose trigger is `head`, and the words that give it.

    The expressions of its own clause come first, nearest first; then those of the clause it shares (a
    conjunct, the verb that a noun is subject or object of), then days counted from another happening. None
    when no words near by date it; for the publication date as a bound, see `by_tense`.
    """
    after_it = head.dep_ == "pobj" and head.head.lower_ in _NOT_AT
    own = _by_its_clause(draft, head, times) or (_right_behind(head, times) if after_it else None)
    return own or _by_counting(draft, head, times)


def _by_counting(draft: Draft, head: Token, times: Sequence[TimeExpression]) -> tuple[When, Span] | None:
    if not any(time.clue.startswith("gap:") for time in times):
        return None
    for other, gap in counted_to(head, times):
        told = _by_its_clause(draft, other, times) or _right_behind(other, times)
        if told and (when := counted(gap, *told, draft.article.text, back=False)):
            return when, gap.span
    return next((found for place in _places(head) if (found := counted_from(draft, place, times))), None)


def _right_behind(other: Token, times: Sequence[TimeExpression]) -> tuple[When, Span] | None:
    """Return the date that follows a noun: "the crash on Sunday", wherever the parse hangs it."""
    end = other.idx + len(other)
    behind = (time for time in times if time.when and 0 < time.span.start - end <= _RIGHT_BEHIND)
    return next(((time.when, time.span) for time in behind if time.when), None)


def _by_its_clause(draft: Draft, head: Token, times: Sequence[TimeExpression]) -> tuple[When, Span] | None:
    dated = list(_in_sentence(draft, head, times))
    for place in _places(head) if dated else ():
        own = [(abs(root.i - head.i), time) for root, time in dated if _governs(place, root)]
        if own:
            time = min(own, key=lambda pair: (pair[0], pair[1].span))[1]
            return _with_its_range(draft.article.text, time, [time for _, time in dated])
    return None


def _with_its_range(text: str, time: TimeExpression, dated: Sequence[TimeExpression]) -> tuple[When, Span] | None:
    """Return the date, or the interval it is one end of: "from 1938 to 1940", "between Feb. 7 and Feb. 14"."""
    for first, last in pairwise(dated):
        opens = text[: first.span.start].rstrip().lower().rsplit(None, 1)[-1:]
        between = text[first.span.end : last.span.start].strip().lower()
        if time in (first, last) and opens and (opens[0], between) in _RANGES and first.when and last.when:
            if "/" in first.when.value + last.when.value or first.when.value >= last.when.value:
                continue
            when = When(f"{first.when.value}/{last.when.value}", "interval", first.when.basis)
            return when, Span(first.span.start, last.span.end)
    return (time.when, time.span) if time.when else None


def by_tense(draft: Draft, head: Token) -> When | None:
    """Return the publication date as a bound on the happening at `head`: before it, or after it."""
    published = draft.article.published
    if published is None or "/" in published.value or len(published.value) < 10:
        return None
    day = published.value[:10]
    tense = tense_of(head)
    if tense is Tense.PAST:
        return When(f"../{day}", "interval", "past tense, before publication")
    if tense is Tense.FUTURE:
        return When(f"{day}/..", "interval", "future tense, after publication")
    return None


def _in_sentence(draft: Draft, head: Token, times: Sequence[TimeExpression]) -> Iterator[tuple[Token, TimeExpression]]:
    """Yield the dated expressions of the head's sentence, each with the top token of its words."""
    sentence = head.sent
    for time in times:
        if time.when is None or time.span.start < sentence.start_char or time.span.end > sentence.end_char:
            continue
        if words := draft.doc.char_span(time.span.start, time.span.end, alignment_mode="expand"):
            yield words.root, time


def _places(head: Token) -> Iterator[Token]:
    """Yield the head, then the tokens above whose dates it shares, up to the verb of its clause."""
    yield head
    if head.pos_ in _VERBAL:  # "arrested and charged on Sunday"
        yield from (child for child in head.children if child.dep_ == "conj" and not _has_subject(child))
        if _hangs_on_its_head(head):
            yield head.head
            return
    token = head
    while token.dep_ in _SHARES_DATE and token.head != token:
        if token.pos_ in _VERBAL and (token.dep_ not in ("conj", "xcomp") or _has_subject(token)):
            return
        token = token.head
        yield token
        if token.pos_ in _VERBAL and head.pos_ not in _VERBAL:
            return


def _hangs_on_its_head(verb: Token) -> bool:
    """Whether a verb takes the date of what it describes: "rammed a bus, killing five", "the 2015 raid that failed"."""
    if verb.dep_ in ("relcl", "acl"):
        return verb.head.pos_ not in _VERBAL
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and not any(child.dep_ == "mark" for child in verb.children)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.children)


def _governs(place: Token, root: Token) -> bool:
    """Whether the date at `root` belongs to `place`: no other clause stands between them."""
    token = root
    while token != place:
        if token.dep_ in _OWN_CLAUSE or token.head == token or token.lower_ in _NOT_AT:
            return False
        if token.dep_ == "conj" and token.pos_ in _VERBAL and token.head.pos_ in _VERBAL:
            return False
        if token.head == place and _follows_another(token):
            return False
        token = token.head
    return True


def _follows_another(part: Token) -> bool:
    """Whether a date stands behind "after the crash", which it may date as well: "died after the crash on Sunday"."""
    return any(
        sibling.lower_ in _NOT_AT and part.head.i < sibling.i < part.i and sibling.dep_ == "prep"
        for sibling in part.head.children
    )
