from onrecord.export.cited import Report
from onrecord.model import Annotated, Article, When


def test_a_day_that_no_page_prints_is_shown_as_worked_out() -> None:
    printed = Article("a", "a", "", published=When("2031-05-04", "day", "page metadata"))
    inferred = Article("b", "b", "", published=When("2031-05-04", "day", "inferred: 'Sunday' in the text"))
    shown = [Report(1, Annotated(article)).published for article in (printed, inferred, Article("c", "c", ""))]
    assert shown == ["Sun 4 May 2031", "Sun 4 May 2031 (inferred)", "date unknown"]
