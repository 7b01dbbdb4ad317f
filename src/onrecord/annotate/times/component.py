"""The times layer: TIMEX3 expressions, found by the grammar and read against publication, discourse and tense."""

from collections.abc import Iterator
from datetime import date

from onrecord.annotate.component import Batch, Component, Draft
from onrecord.annotate.times.context import Context, Resolved
from onrecord.annotate.times.grammar import Match, grammar, matches
from onrecord.annotate.times.lexicon import Piece
from onrecord.annotate.times.points import valid
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.readings.registry import READINGS
from onrecord.model import Span, TimeExpression


def times(batch: Batch) -> list[tuple[TimeExpression, ...]]:
    """Return each article's time expressions, in the order of the text, never overlapping."""
    return [tuple(_times(draft)) for draft in batch]


def _times(draft: Draft) -> Iterator[TimeExpression]:
    context = Context(draft.article.text, draft.doc, published_day(draft), grammar().lexicon)
    tokens, places = matches(draft.article.text)
    end = 0
    for here in places:
        if here[0].first < end:
            continue
        for match in here:
            if resolved := _read(Found(match, context, tokens)):
                yield _expression(match, resolved, tokens)
                _remember(context, resolved, tokens[match.last - 1].end)
                end = match.last
                break


def published_day(draft: Draft) -> date | None:
    """Return the day that relative expressions count from: publication when it is known to the day."""
    published = draft.article.published
    parts = published.value[:10].split("-") if published else []
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return None
    return valid(int(parts[0]), int(parts[1]), int(parts[2]))


def _read(found: Found) -> Resolved | None:
    try:
        return READINGS[found.match.rule.reading](found)
    except OverflowError:  # "in 9,000 years": outside the calendar, so not resolved
        return None


def _expression(match: Match, resolved: Resolved, tokens: list[Piece]) -> TimeExpression:
    span = Span(tokens[match.first].start, tokens[match.last - 1].end)
    return TimeExpression(span, resolved.type, resolved.value, resolved.when)


def _remember(context: Context, resolved: Resolved, end: int) -> None:
    if resolved.point is not None:
        context.last, context.last_end = resolved.point, end


COMPONENT = Component("times", frozenset({"sentences"}), "times", times)
