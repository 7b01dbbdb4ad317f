"""Which date of a page's linked data is the report's."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.read.linked_dates import linked_dates

NAMES = ("datePublished", "uploadDate")
JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["@graph", "@type", "datePublished", "comment"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("data", "want"),
    [
        pytest.param({"@type": "NewsArticle", "datePublished": "2031-03-04"}, "2031-03-04", id="a-report"),
        pytest.param({"@type": "ImageObject", "uploadDate": "2029-01-01"}, None, id="a-picture"),
        pytest.param({"@type": "VideoObject", "uploadDate": "2031-03-04"}, "2031-03-04", id="a-page-of-one-video"),
        pytest.param({"@type": "WebPage", "mainEntity": {"datePublished": "2031-03-04"}}, "2031-03-04", id="main"),
        pytest.param({"@type": "Article", "video": {"uploadDate": "2029-01-01"}}, None, id="a-video-in-a-report"),
        pytest.param([[{"@type": "Report", "datePublished": "2031-03-04"}]], "2031-03-04", id="lists-in-lists"),
    ],
)
def test_the_first_date_is_the_report_s(data: object, want: str | None) -> None:
    assert next(iter(linked_dates([json.dumps(data)], NAMES)), (None, None))[1] == want


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.lists(JSON, max_size=3), st.text(max_size=30))
def test_no_linked_data_breaks_the_reading_of_a_page(data: list[object], broken: str) -> None:
    assert all(name in NAMES for name, _ in linked_dates([json.dumps(data), broken, "[" * 5000], NAMES))
