import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from onrecord.export import WRITERS
from onrecord.export.html import write_html
from onrecord.export.lines import StoryNews
from onrecord.model import Brief, Collection


def written(brief: Brief, fmt: str) -> str:
    stream = io.StringIO()
    WRITERS[fmt](brief, stream)
    return stream.getvalue()


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def tags_of(page: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(page)
    return parser.tags


@pytest.mark.parametrize("fmt", sorted(WRITERS))
def test_a_doubt_about_a_verdict_is_told_in_every_format(brief: Brief, fmt: str) -> None:
    [claim] = brief.claims
    doubtful = replace(
        claim, verdict="agree", reason="Both reports give the same number.", doubt="perhaps of two things"
    )
    assert "perhaps of two things" in " ".join(written(replace(brief, claims=(doubtful,)), fmt).split())


@pytest.mark.parametrize("fmt", sorted(set(WRITERS) - {"json"}))
def test_no_control_or_direction_character_reaches_the_reader(brief: Brief, fmt: str) -> None:
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u061c]", written(brief, fmt))


def test_html_holds_no_script_but_its_own(brief: Brief) -> None:
    page = written(brief, "html")
    assert [tag for tag, _ in tags_of(page) if tag == "script"] == ["script"]
    assert "<script>alert" not in page


def test_html_asks_nothing_of_the_network(brief: Brief) -> None:
    outside = [
        (tag, name, value)
        for tag, attributes in tags_of(written(brief, "html"))
        for name, value in attributes.items()
        if name in {"src", "href", "action"} and not (value or "").startswith("#")
    ]
    assert outside == []


def test_a_right_to_left_name_turns_nothing_beside_it_in_html(brief: Brief) -> None:
    [story] = brief.collection.stories
    titled = replace(brief, collection=replace(brief.collection, stories=(replace(story, title="סכר"),)))
    assert '<h2 id="story1-title"><bdi>סכר</bdi></h2>' in written(titled, "html")


def test_every_link_of_the_html_lands_on_words_that_are_there(brief: Brief) -> None:
    tags = tags_of(written(brief, "html"))
    ids = {a["id"] for _, a in tags if "id" in a}
    links = {(a["href"] or "")[1:] for tag, a in tags if tag == "a" and "href" in a}
    assert links <= ids


def test_markdown_escapes_what_a_report_says(brief: Brief) -> None:
    answer = written(brief, "md")
    assert "<script>" not in answer
    assert "[x](javascript" not in answer


def test_text_is_at_most_80_columns_when_piped(brief: Brief) -> None:
    assert max(map(len, written(brief, "text").splitlines())) <= 80


def test_json_names_articles_by_their_ref(brief: Brief) -> None:
    answer = json.loads(written(brief, "json"))
    known = {article["ref"] for article in answer["articles"]}
    mentions = [m for claim in answer["claims"] for value in claim["values"] for m in value["mentions"]]
    assert {m["article"] for m in mentions} == known
    assert answer["claims"][0]["verdict"] == "conflict"


@pytest.mark.parametrize("fmt", sorted(WRITERS))
def test_an_empty_answer_is_written_too(fmt: str) -> None:
    assert written(Brief(Collection(())), fmt)


@pytest.mark.parametrize(("alone", "rest"), [(0, ""), (1, "1 value more"), (3, "3 values more")])
def test_a_page_of_news_counts_what_it_does_not_list(brief: Brief, alone: int, rest: str) -> None:
    stream = io.StringIO()
    write_html(brief, stream, [StoryNews("Dam", (), alone)])
    page = stream.getvalue()
    assert rest in page
    assert ("that one report alone gives" in page) is bool(alone)
