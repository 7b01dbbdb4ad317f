import re
from datetime import date, timedelta

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from onrecord.annotate.component import Draft
from onrecord.annotate.parse import language
from onrecord.annotate.times.component import times
from onrecord.annotate.times.grammar import grammar
from onrecord.annotate.times.points import Point, Size, add_months, shift
from onrecord.model import Article, TimeExpression, When

TIMEX = re.compile(
    r"(PRESENT|PAST|FUTURE)_REF|P(X|\d+(\.\d+)?)(D|WE|W|M|Q|Y|E|C|L)|P(\d+[YMWD])+(T(\d+[HMS])+)?|PT(X|\d+)[HMS](\d+[MS])*"
    r"|[\dX]{1,4}(-(W[\dX]{2}(-(WE|[1-7]))?|Q[1-4X]|H[12]|S[PU]|FA|WI|[\dX]{2}(-[\dX]{2})?))?"
    r"(T(MO|AF|EV|NI|DT|XX|\d\d(:\d\d)?))?"
)
DAY = r"(\d{4}|XXXX|\d{3}X|\d\dXX)(-(\d\d|XX)(-(\d\d|XX)(T\d\d:\d\d([+-]\d\d:\d\d)?)?)?)?~?"
EDTF = re.compile(rf"{DAY}|({DAY}|\.\.)/({DAY}|\.\.)")
RELATIVE = language()(
    "They spoke yesterday, after the dam broke two days ago; today they agreed, and tomorrow they will sign."
)
PLAIN = spacy.blank("en")
WORDS = sorted(
    {word for _, word in grammar().lexicon.values} | {"of", "the", "-", ",", "31", "2016", "99999", "1/2", "'80s"}
)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def layer(doc: Doc, published: date | None) -> tuple[TimeExpression, ...]:
    when = When(published.isoformat(), "day", "given by the user") if published else None
    [found] = times([Draft(Article("a1", "a1", doc.text, published=when), doc)])
    return found


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.sampled_from(WORDS).flatmap(lambda w: st.sampled_from([w, w.title()])), max_size=12), DAYS | st.none()
)
def test_every_value_is_timex_and_every_date_edtf_whatever_the_words(words: list[str], published: date | None) -> None:
    doc = PLAIN(" ".join(words))
    for time in layer(doc, published):
        assert TIMEX.fullmatch(time.value), time
        assert time.when is None or EDTF.fullmatch(time.when.value), time
        assert time.span.end <= len(doc.text)


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="0123456789:/-.,' apmstJanFQH", max_size=40), DAYS)
def test_no_text_makes_it_fail(text: str, published: date) -> None:
    layer(PLAIN(text), published)


@settings(deadline=None, max_examples=60)
@given(st.dates(date(1900, 1, 1), date(2090, 1, 1)), st.integers(-500, 500))
def test_shifting_publication_shifts_what_hangs_on_it(published: date, days: int) -> None:
    before, after = layer(RELATIVE, published), layer(RELATIVE, published + timedelta(days=days))
    moved = [
        (date.fromisoformat(b.value) - date.fromisoformat(a.value)).days for a, b in zip(before, after, strict=True)
    ]
    assert moved == [days] * 4


@given(DAYS, st.sampled_from(["W", "M", "Q", "H", "Y", "E", "C", "SP", "WI"]))
def test_a_point_holds_its_own_first_and_last_day(day: date, size: Size) -> None:
    try:
        first, last = Point(size, day).bounds()
    except OverflowError:
        return
    assert first <= last
    assert Point(size, first).value == Point(size, day).value
    assert size in ("SP", "WI") or first <= day <= last


@given(st.dates(date(100, 1, 1), date(9000, 1, 1)), st.integers(-900, 900))
def test_months_on_and_back_stay_within_the_month(day: date, months: int) -> None:
    there = add_months(day, months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day <= day.day


@given(st.dates(date(100, 1, 1), date(9000, 1, 1)), st.integers(-50, 50))
def test_a_week_is_seven_days(day: date, weeks: int) -> None:
    assert shift(day, "W", weeks) == shift(day, "D", 7 * weeks)
