"""Sentences that extraction left behind come back where they stood; furniture does not."""

import pytest
from lxml import html

from onrecord.read.missed import with_missed

FOUND = [f"The wall held in ward {n} of the old town." for n in ("one", "two", "three", "four")]
LEFT = "Two boats were lost in the outer harbour."


def tree_of(left: str) -> html.HtmlElement:
    first, *rest = (f"<p>{p}</p>" for p in FOUND)
    return html.fromstring(f"<html><body><article>{first}{left}{''.join(rest)}</article></body></html>")


def test_a_sentence_comes_back_behind_the_paragraph_before_it() -> None:
    assert with_missed(tree_of(f"<p>{LEFT}</p>"), "\n".join(FOUND)).split("\n") == [FOUND[0], LEFT, *FOUND[1:]]


@pytest.mark.parametrize(
    "left",
    [
        f'<p class="newsletter-promo">{LEFT}</p>',
        f'<div class="related"><p>{LEFT}</p></div>',
        f"<aside><p>{LEFT}</p></aside>",
        "<p>Harbour dues to rise next year</p>",
        "<p>Share this.</p>",
        f"<p>{FOUND[1]}</p>",
    ],
)
def test_what_is_no_sentence_of_the_report_stays_out(left: str) -> None:
    assert with_missed(tree_of(left), "\n".join(FOUND)).split("\n") == FOUND
