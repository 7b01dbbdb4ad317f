from onrecord.annotate.component import Draft
from onrecord.annotate.parse import language
from onrecord.annotate.times.component import times
from onrecord.model import Article, When


def read(text, published="2017-12-18"):
    when = When(published, "day", "given by the user") if published else None
    [found] = times([Draft(Article("a1", "a1", text, published=when), language()(text))])
    return {time.span.of(text): time.value for time in found}


def test_a_weekday_in_a_past_clause_lies_before_publication():
    assert read("The two ministers spoke on Sunday.") == {"Sunday": "2017-12-17"}
