"""What a page prints twice is told once and shown wherever it stands."""

from onrecord.compare.echoes import Echoes
from onrecord.model import Annotated, Article, Passage, Span

TOLD = "Ada Roe phoned the mayor of Lun on Monday about the harbour and its cranes."
TEXT = f"{TOLD}\n\nIt rained.\n\n{TOLD}"
AGAIN = Span(TEXT.rindex("Ada Roe"), len(TEXT))


def at(words: str, start: int = 0) -> Passage:
    found = TEXT.index(words, start)
    return Passage("a", Span(found, found + len(words)))


def test_words_in_a_repeated_line_are_shown_in_both_places() -> None:
    echoes = Echoes([Annotated(Article("a", "a", TEXT, furniture=(AGAIN,)))])
    assert echoes.of([at("phoned"), at("rained")]) == (at("phoned"), at("phoned", AGAIN.start), at("rained"))


def test_a_page_without_repeats_has_no_echoes() -> None:
    assert Echoes([Annotated(Article("a", "a", TEXT))]).of([at("phoned")]) == (at("phoned"),)
