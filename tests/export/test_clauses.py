"""What a row of the agreement table is about is said in a clause that holds one of its values."""

from dataclasses import replace

from onrecord.export.clauses import clause_around
from onrecord.model import Account, Annotated, Article, Claim, ClaimValue, EventMention, Passage, Span

TEXT = "Police in Selm arrested four dockers on Monday. Four dockers, all of them young, were held for days."


def claim(*spans: Span) -> Claim:
    accounts = tuple(Account(Passage("a", span), None, (), "") for span in spans)
    value = ClaimValue("four", 4, 4, accounts, ())
    return Claim("e", "s", "people: arrested", "count", "people", "single", "", (value,), 1, 0, 1)


def told(*words: str) -> dict[str, Annotated]:
    events = tuple(
        EventMention(Span(TEXT.index(w), TEXT.index(w) + len(w)), "OTHER", "", "actual", words=(span(w),), clause=True)
        for w in words
    )
    return {"a": Annotated(Article("a", "a", TEXT), events=events)}


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_the_fullest_clause_that_holds_a_value_is_quoted() -> None:
    articles = told("arrested four dockers", "Police in Selm arrested four dockers on Monday")
    assert (
        clause_around(claim(span("four dockers")), articles, {"a"}) == "Police in Selm arrested four dockers on Monday"
    )


def test_a_condition_that_lost_its_if_is_not_quoted() -> None:
    [annotated] = told("Police in Selm arrested four dockers on Monday").values()
    supposed = replace(annotated, events=(replace(annotated.events[0], modality="hypothetical"),))
    assert clause_around(claim(span("four dockers")), {"a": supposed}, {"a"}) == ""


def test_nothing_is_said_where_no_clause_holds_a_value() -> None:
    assert (
        clause_around(claim(span("Four dockers")), told("Police in Selm arrested four dockers on Monday"), {"a"}) == ""
    )


def test_the_words_of_a_report_that_only_looks_back_come_last() -> None:
    [own] = told("arrested four dockers").values()
    [later] = told("Police in Selm arrested four dockers on Monday").values()
    articles = {"a": own, "b": replace(later, article=Article("b", "b", TEXT))}
    row = claim(span("four dockers"))
    both = (*row.values[0].accounts, Account(Passage("b", span("four dockers")), None, (), ""))
    row = replace(row, values=(replace(row.values[0], accounts=both),))
    assert clause_around(row, articles, {"a"}) == "Arrested four dockers"
    assert clause_around(row, articles, {"a", "b"}) == "Police in Selm arrested four dockers on Monday"
