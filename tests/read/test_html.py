"""HTML pages become the report, with headline, outlet, authors and date from the page."""

from pathlib import Path

import pytest

from onrecord.model import When
from onrecord.read.html import clean_html

PAGES = Path(__file__).parent / "pages"
LEAD = "A ferry sank off Quay Island early on Tuesday, and fourteen people were rescued, the coast guard said."
BODY = "One deckhand is still missing, and the search will go on until dusk, the harbour office said."
TAIL = "The ferry was built in 1994 and carried fifteen people on the night of the storm, its owner said."


def page(*paragraphs: str, head: str = "", top: str = "") -> str:
    body = "".join(f"<p>{p}</p>" for p in [LEAD, *paragraphs, TAIL])
    report = f"<article><h1>Ferry sinks off Quay Island</h1>{top}{body}</article>"
    return f"<html><head>{head}</head><body>{report}</body></html>"


def text_of(markup: str) -> str:
    report = clean_html(markup)
    assert report is not None
    return report.text


def body(*paragraphs: str) -> str:
    return "\n\n".join([LEAD, *paragraphs, TAIL])


def test_a_page_with_furniture_gives_the_report_and_what_is_known_of_it() -> None:
    report = clean_html((PAGES / "harbour.html").read_text("utf-8"))
    assert report is not None
    assert report.title == "Norland ferry sinks off Quay Island, 14 rescued"
    assert report.outlet == "The Saltmarsh Herald"
    assert report.authors == ("Ines Varga",)
    assert report.agency == ("NPA",)
    assert report.dateline_place == "PORT ELSIN, Norland"
    assert report.published == When("2031-03-04", "day", "page metadata (article:published_time)")
    assert report.text == (PAGES / "harbour.txt").read_text("utf-8").rstrip("\n")


def test_the_headline_is_no_part_of_the_text() -> None:
    report = clean_html(page(BODY))
    assert report is not None
    assert (report.title, report.text) == ("Ferry sinks off Quay Island", body(BODY))


def test_the_outlet_behind_the_page_title_is_taken_when_nothing_else_names_it() -> None:
    report = clean_html(page(BODY, head="<title>Ferry sinks off Quay Island - The Saltmarsh Herald</title>"))
    assert report is not None
    assert (report.title, report.outlet) == ("Ferry sinks off Quay Island", "The Saltmarsh Herald")


@pytest.mark.parametrize(
    "body_markup",
    [
        pytest.param(f"<div>{LEAD}</div><div>{BODY}</div><div>{TAIL}</div>", id="divisions"),
        pytest.param(f"<div>{LEAD}<br><br>{BODY}<br><br>{TAIL}</div>", id="line-breaks"),
        pytest.param(f"<section><p>{LEAD}</p></section><section><p>{BODY}</p><p>{TAIL}</p></section>", id="sections"),
    ],
)
def test_paragraphs_in_any_markup_are_found(body_markup: str) -> None:
    assert text_of(f"<html><body><h1>Ferry sinks off Quay Island</h1>{body_markup}</body></html>") == body(BODY)


def test_a_table_that_holds_the_page_loses_its_frame_and_no_word() -> None:
    cell = f"<table><tr><td><p>{LEAD}</p><p>{BODY}</p><p>{TAIL}</p></td></tr></table>"
    assert (
        text_of(f"<html><body><h1>Ferry sinks off Quay Island</h1>{cell}</body></html>").split() == body(BODY).split()
    )


def test_no_paragraph_among_found_ones_is_lost() -> None:
    links = '<a href="/a">The coast guard</a> <a href="/b">said so</a> <a href="/c">in its log of the night.</a>'
    assert "said so in its log of the night." in text_of(page(BODY, links, BODY.replace("One", "Another")))


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="newsletter"><p>Sign up to our newsletter for the news of the coast.</p></div>',
        '<figure><img src="x.jpg"><figcaption>The ferry at its berth. Photo: Oda Brandt</figcaption></figure>',
        '<aside><h3>Related stories</h3><a href="/x">Harbour dues to rise next year</a></aside>',
        '<div id="comments"><h3>Comments</h3><p>What a sad day for the island.</p></div>',
        "<script>var text = 'The ferry was sold.';</script>",
    ],
)
def test_furniture_in_the_page_goes(furniture: str) -> None:
    assert text_of(page(BODY).replace("</article>", f"</article>{furniture}")) == body(BODY)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(f"<p>{LEAD}</p><p>{BODY}</p>", id="fragment"),
        pytest.param(f"<html><body><article><p>{LEAD}<p>{BODY}", id="never-closes"),
        pytest.param("<div>" * 50_000 + f"<p>{LEAD}</p><p>{BODY}</p>", id="nested-deeply"),
        pytest.param("<b><i>" * 20_000 + f"<p>{LEAD}</p><p>{BODY}</p>", id="nested-inline"),
    ],
)
def test_broken_pages_still_give_their_report(markup: str) -> None:
    text = text_of(markup)
    assert LEAD in text
    assert BODY in text


@pytest.mark.parametrize("markup", ["", "<html></html>", "<nav><a>Home</a><a>News</a></nav>", "<<<>>>", "\x00"])
def test_a_page_without_a_report_gives_none(markup: str) -> None:
    assert clean_html(markup) is None


@pytest.mark.parametrize(
    ("head", "top", "value", "basis"),
    [
        pytest.param(
            '<meta property="article:published_time" content="2031-03-04T23:30:00-05:00">'
            '<meta property="article:modified_time" content="2031-03-09T08:00:00Z">',
            '<time datetime="2031-03-08">8 March</time>',
            "2031-03-04",
            "page metadata (article:published_time)",
            id="published-before-modified",
        ),
        pytest.param(
            '<script type="application/ld+json">{"@type": "Report", "datePublished": "2031-03-04T10:00Z"}</script>',
            "",
            "2031-03-04",
            "page metadata (datePublished)",
            id="linked-data",
        ),
        pytest.param(
            "", '<time datetime="2031-03-04">4 March</time>', "2031-03-04", "date shown on the page", id="time"
        ),
        pytest.param("", "<p>March 4, 2031</p>", "2031-03-04", "printed on the page", id="visible"),
        pytest.param(
            '<meta property="og:updated_time" content="2031-03-09T08:00:00Z">',
            "",
            "2031-03-09",
            "page metadata, last change (og:updated_time)",
            id="only-modified",
        ),
        pytest.param(
            '<script type="application/ld+json">{"dateModified": "2031-03-09T08:00Z"}</script>',
            "",
            "2031-03-09",
            "page metadata, last change (dateModified)",
            id="only-modified-linked-data",
        ),
        pytest.param(
            '<script type="application/ld+json">{"dateModified": "2031-03-09", "datePublished": "2031-03-04"}</script>',
            "",
            "2031-03-04",
            "page metadata (datePublished)",
            id="linked-data-modified-first",
        ),
        pytest.param(
            '<meta name="date" content="2031-03-09">'
            '<script type="application/ld+json">{"datePublished": "2031-03-04"}</script>',
            "",
            "2031-03-04",
            "page metadata (datePublished)",
            id="loose-name-after-linked-data",
        ),
        pytest.param(
            '<meta property="article:published_time" content="0001-01-01T00:00:00Z">',
            "<p>Published: March 4, 2031</p><p>Updated: March 9, 2031</p>",
            "2031-03-04",
            "printed on the page",
            id="no-such-day-in-metadata",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2031-03-05T01:00:00Z">',
            "<p>March 4, 2031</p>",
            "2031-03-05",
            "page metadata (article:published_time)",
            id="a-day-apart-is-no-conflict",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2033-01-10T01:00:00Z">',
            '<time datetime="2031-03-04">4 March 2031</time><p>March 4, 2031</p>',
            "2031-03-04",
            "date shown on the page; page metadata (article:published_time) says 2033-01-10",
            id="two-that-agree-outvote-metadata",
        ),
        pytest.param(
            '<meta property="article:published_time" content="2031-03-04">',
            '<time datetime="2031-03-09">9 March 2031</time><p>March 9, 2031</p>',
            "2031-03-04",
            "page metadata (article:published_time)",
            id="a-later-day-is-a-change",
        ),
    ],
)
def test_the_date_says_how_it_is_known(head: str, top: str, value: str, basis: str) -> None:
    report = clean_html(page(BODY, head=head, top=top))
    assert report is not None
    assert report.published == When(value, "day", basis)


def test_the_address_dates_a_page_that_shows_no_date() -> None:
    report = clean_html(page(BODY), url="https://saltmarsh.example/2031/mar/04/ferry")
    assert report is not None
    assert report.published == When("2031-03-04", "day", "date in the URL")


@pytest.mark.parametrize(
    ("day", "value", "basis"),
    [
        ("2031-03-06", "2031-03-06", "page metadata (article:published_time)"),
        (
            "2033-01-10",
            "2031-03-04",
            "date in the URL; page metadata (article:published_time) says 2033-01-10",
        ),
        ("2030-12-01", "2030-12-01", "page metadata (article:published_time)"),
    ],
    ids=["close", "dated anew", "older than its address"],
)
def test_an_older_address_is_believed_before_metadata(day: str, value: str, basis: str) -> None:
    head = f'<meta property="article:published_time" content="{day}">'
    report = clean_html(page(BODY, head=head), url="https://saltmarsh.example/2031/03/04/ferry")
    assert report is not None
    assert report.published == When(value, "day", basis)


@pytest.mark.parametrize(
    "top",
    [
        "",
        '<div class="related"><a href="/x"><time datetime="2031-03-04">4 March</time></a></div>',
        "<p>© 2031 Saltmarsh Media</p>",
    ],
)
def test_no_date_is_made_up(top: str) -> None:
    report = clean_html(page(BODY, top=top))
    assert report is not None
    assert report.published is None
