"""Lineage in the user's terms: who copies, shortens, updates or cites whom."""

import pytest

from onrecord.model import Annotated, Article, Span, Statement, When
from onrecord.relate.lineage import find_links

BODY = (
    "The ferry left the harbour of Lowmere shortly before dawn with forty passengers and a crew of six on board. "
    "An hour later a deckhand noticed water rising in the engine room and told the bridge, which turned the ship "
    "towards the nearest beach. Fishing boats that had been out since midnight took everybody off within the hour. "
    "Nobody was hurt, although two elderly passengers were treated for cold in the village hall afterwards. "
    "The company that owns the ferry has promised to pay for every lost bag and to explain how the leak began."
)
OTHER = (
    "Prices for bread rose again in the capital last week as bakers passed on what they pay for flour and power. "
    "A loaf that cost two crowns in spring now sells for nearly three, and several shops have begun to ration it. "
    "The minister of trade told a committee that help for poor families would be paid out before the winter starts."
)


def report(
    name: str,
    text: str,
    *,
    outlet: str | None = None,
    published: str | None = None,
    agency: tuple[str, ...] = (),
    statements: tuple[Statement, ...] = (),
) -> Annotated:
    when = When(published, "day", "given by the user") if published else None
    article = Article(id=name, ref=name, text=text, outlet=outlet, published=when, agency=agency)
    return Annotated(article, statements=statements)


def test_the_later_of_two_copies_rests_on_the_earlier() -> None:
    early = report("b", BODY, outlet="Harbour Post", published="2031-03-01")
    late = report("a", BODY + " " + OTHER[:60], outlet="Inland Times", published="2031-03-02")
    [link] = find_links([late, early])
    assert (link.source, link.target, link.kind) == ("a", "b", "copies")
    assert link.share > 0.8
    assert "2031-03-01" in link.reason


def test_without_dates_a_shortened_text_rests_on_the_whole_one() -> None:
    short = report("a", ". ".join(BODY.split(". ")[:3]), outlet="Harbour Post")
    whole = report("b", BODY + " " + OTHER, outlet="Inland Times")
    [link] = find_links([short, whole])
    assert (link.source, link.target, link.kind) == ("a", "b", "copies")
    assert "shorter" in link.reason


def test_an_unknown_direction_is_said_and_does_not_depend_on_the_order() -> None:
    one, other = report("a", BODY, outlet="Harbour Post"), report("b", BODY, outlet="Inland Times")
    [link] = find_links([one, other])
    assert find_links([other, one]) == (link,)
    assert "not known" in link.reason


def test_passages_point_at_the_shared_words() -> None:
    articles = [report("a", OTHER + " " + BODY, outlet="x"), report("b", BODY, outlet="y")]
    texts = {a.article.id: a.article.text for a in articles}
    [link] = find_links(articles)
    held = {p.article: p.span.of(texts[p.article]) for p in link.passages}
    assert held["a"] == held["b"]
    assert held["a"].startswith("The ferry left")


def test_quotations_in_common_are_not_copying() -> None:
    quoted = f"“{BODY}”"
    one = report("a", f"The captain spoke to us on the quay. {quoted}", outlet="x")
    other = report("b", f"In the evening the company put out the captain's account. {quoted}", outlet="y")
    assert find_links([one, other]) == ()


def test_what_an_outlet_prints_under_every_report_is_not_copying() -> None:
    furniture = (
        "We depend on readers like you and would be glad if you took out a subscription to our paper today. " * 3
    )
    texts = (
        BODY,
        OTHER,
        "A cat was found on the roof of the town hall and brought down by two patient firemen.",
        "Rain.",
    )
    assert find_links([report(str(n), f"{text} {furniture}", outlet="x") for n, text in enumerate(texts)]) == ()


def test_a_new_version_in_the_same_outlet_updates_the_old_one() -> None:
    old = report("a", BODY, outlet="Harbour Post", published="2031-03-01")
    new = report("b", BODY + " " + OTHER, outlet="Harbour Post", published="2031-03-02")
    [link] = find_links([old, new])
    assert (link.source, link.target, link.kind) == ("b", "a", "updates")


def test_reports_in_their_own_words_are_not_linked() -> None:
    own = "Forty people were saved from a leaking ferry off Lowmere on Monday after its crew ran it onto a beach."
    assert find_links([report("a", BODY, outlet="x"), report("b", own, outlet="y")]) == ()


@pytest.mark.parametrize("outlet", ["Harbour Post", "The Harbour Post", "harbourpost.com"])
def test_an_article_that_names_its_source_cites_that_outlets_report(outlet: str) -> None:
    text = (
        "A ferry with forty passengers was run onto a beach near Lowmere, the Harbour Post reported. Nobody was hurt."
    )
    start = text.index("the Harbour Post")
    said = Statement(
        (Span(start, start + 16),),
        (),
        (Span(0, start - 2),),
        "the company",
        "indirect",
        "asserts",
        via=("the Harbour Post",),
    )
    citing = report("a", text, outlet="Inland Times", statements=(said,))
    [link] = find_links([citing, report("b", BODY, outlet=outlet), report("c", OTHER, outlet=outlet)])
    assert (link.source, link.target, link.kind, link.share) == ("a", "b", "cites", 0.0)
    assert [p.span.of(text) for p in link.passages] == ["the Harbour Post"]


@pytest.mark.parametrize(
    ("told", "outlet", "published", "cited"),
    [
        pytest.param("fishing boats took everybody off", "Harbour Post", "2031-03-01", True, id="what-it-carries"),
        pytest.param("the mayor resigned over a hotel bill", "Harbour Post", "2031-03-01", False, id="something-else"),
        pytest.param("fishing boats took everybody off", "Harbour Post", "2031-03-09", False, id="a-later-report"),
        pytest.param("fishing boats took everybody off", "harbour post", "2031-03-01", False, id="no-name"),
    ],
)
def test_the_cited_report_is_an_earlier_one_that_carries_what_is_cited(
    told: str, outlet: str, published: str, cited: bool
) -> None:
    text = f"{OTHER} The ferry was run onto a beach near Lowmere and {told}, the {outlet} reported."
    content, name = text.index(told), text.index(f"the {outlet}")
    said = Statement(
        (Span(name, name + 16),),
        (),
        (Span(content, content + len(told)),),
        None,
        "indirect",
        "asserts",
        via=(f"the {outlet}",),
    )
    citing = report("a", text, outlet="Inland Times", published="2031-03-02", statements=(said,))
    links = find_links([citing, report("b", BODY + " Lowmere again.", outlet="Harbour Post", published=published)])
    assert [(link.kind, link.target) for link in links] == ([("cites", "b")] if cited else [])


def test_a_copy_that_credits_its_source_rests_on_it_whatever_the_dates() -> None:
    agency = report("b", BODY, outlet="Coast Wire", published="2031-03-02")
    paper = report("a", BODY, outlet="Inland Times", published="2031-03-01", agency=("Coast Wire",))
    [link] = find_links([agency, paper])
    assert (link.source, link.target, link.kind) == ("a", "b", "copies")
    assert "credits Coast Wire" in link.reason


def test_many_copies_of_one_text_each_rest_on_the_first() -> None:
    links = find_links([report(f"{n:03}", BODY, outlet="x") for n in range(300)])
    assert {link.target for link in links} == {"000"}
    assert len(links) == 299


def test_words_from_one_source_are_told_once() -> None:
    source = report("a", BODY + " " + OTHER, outlet="Coast Wire", published="2031-03-01")
    early = report("b", BODY, outlet="Harbour Post", published="2031-03-02")
    late = report("c", BODY + " Rain is expected.", outlet="Inland Times", published="2031-03-03")
    links = find_links([source, early, late])
    assert sorted(link.source for link in links) == ["b", "c"]


def test_words_from_two_sources_are_told_of_both() -> None:
    one = report("a", BODY, outlet="Coast Wire", published="2031-03-01")
    other = report("b", OTHER, outlet="Harbour Post", published="2031-03-01")
    both = report("c", BODY + " " + OTHER, outlet="Inland Times", published="2031-03-02")
    assert {(link.source, link.target) for link in find_links([one, other, both])} == {("c", "a"), ("c", "b")}


def test_a_version_that_names_its_own_outlet_does_not_credit_another() -> None:
    said = Statement((), (), (), "Harbour Post", "indirect", "asserts", speaker_kind="organisation")
    one = report("a", BODY, outlet="Harbour Post", statements=(said,))
    [link] = find_links([one, report("b", BODY + " " + OTHER, outlet="Harbour Post")])
    assert "not known" in link.reason


def test_nothing_to_link() -> None:
    assert find_links([]) == ()
    assert find_links([report("a", "")]) == ()
