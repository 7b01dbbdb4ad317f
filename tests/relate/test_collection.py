"""relate's door: what the articles hold together, whatever the order they come in."""

from onrecord.annotate.pipeline import annotate
from onrecord.model import Annotated, Article, When
from onrecord.relate.collection import relate

TEXTS = {
    "a": (
        "Seven held over plot in Ostrava Bay",
        "Police in Ostrava Bay arrested seven people on Friday over a plot to attack the old harbour. President Mara "
        "Lind called Prime Minister Theo Grau on Sunday and thanked him for a warning that helped to stop it.",
    ),
    "b": (
        "Lind thanks Grau for warning",
        "President Mara Lind called Prime Minister Theo Grau on Sunday to thank him for a warning about a plot to "
        "attack the old harbour of Ostrava Bay. Seven people were arrested on Friday, police said.",
    ),
    "c": (
        "Bread dearer again in Vask",
        "Bakers in Vask raised the price of bread again last week because flour costs more. A loaf now sells for three "
        "crowns. Trade minister Oleg Brandt promised help for poor families before winter.",
    ),
}


def annotated() -> list[Annotated]:
    when = When("2031-03-17", "day", "given by the user")
    articles = [Article(id=n, ref=n, text=text, title=title, published=when) for n, (title, text) in TEXTS.items()]
    return list(annotate(articles))


def test_articles_become_stories_events_and_entities() -> None:
    collection = relate(annotated())
    assert {frozenset(story.articles) for story in collection.stories} == {frozenset("ab"), frozenset("c")}
    arrests = [event for event in collection.events if event.mode == "arrest"]
    assert [{part.article for part in event.parts} for event in arrests] == [{"a", "b"}]
    assert any(entity.name == "Mara Lind" for entity in collection.entities)


def test_the_order_of_the_articles_changes_nothing() -> None:
    held = annotated()
    one, other = relate(held), relate(held[::-1])
    assert (one.stories, one.links) == (other.stories, other.links)
    assert set(one.events) == set(other.events)


def test_nothing_gives_an_empty_collection() -> None:
    collection = relate([])
    assert (collection.stories, collection.links, collection.events, collection.entities) == ((), (), (), ())
