"""Which statements a reader is shown, of all that the JSON holds."""

from dataclasses import replace

from onrecord.export.view import story_views
from onrecord.model import Brief


def shown(brief: Brief, probability: float, mode: str) -> int:
    """Return how many statements a page shows where every one is of this mode and so likely."""
    articles = tuple(
        replace(a, statements=tuple(replace(s, probability=probability, mode=mode) for s in a.statements))  # type: ignore[arg-type]
        for a in brief.collection.articles
    )
    views = story_views(replace(brief, collection=replace(brief.collection, articles=articles)))
    return sum(len(view.statements) for view in views)


def test_doubtful_indirect_statements_are_not_shown_quotations_always(brief: Brief) -> None:
    assert shown(brief, 0.9, "indirect") == shown(brief, 0.3, "direct") == 1
    assert shown(brief, 0.3, "indirect") == 0


def test_a_stance_is_shown_with_the_report_s_own_words_for_it(brief: Brief) -> None:
    [view] = [v for v in story_views(brief) if v.statements]
    [line] = view.statements
    declined = replace(line, statement=replace(line.statement, stance="declines", mode="indirect"))
    assert declined.in_words == f" “{' … '.join(w.text for w in line.cue)}”"
    assert replace(line, statement=replace(line.statement, stance="asserts")).in_words == ""
