"""Which statements a reader is shown, of all that the JSON holds."""

from dataclasses import replace
from typing import Any

import pytest

from onrecord.export.said import in_short, merged
from onrecord.export.view import story_views
from onrecord.model import (
    Annotated,
    Article,
    Brief,
    Collection,
    Entity,
    EntityRef,
    Span,
    SpeakerKind,
    Stance,
    Statement,
    Story,
)

SENTENCE = (Span(0, 60),)
WORDS = (Span(4, 12),)


def shown(brief: Brief, **traits: Any) -> bool:
    """Whether the brief's one statement is shown where it has these traits."""
    articles = tuple(
        replace(a, statements=tuple(replace(s, **traits) for s in a.statements)) for a in brief.collection.articles
    )
    views = story_views(replace(brief, collection=replace(brief.collection, articles=articles)))
    return any(view.statements for view in views)


@pytest.mark.parametrize(
    ("traits", "want"),
    [
        pytest.param({"mode": "indirect", "probability": 0.9}, True, id="indirect"),
        pytest.param({"mode": "indirect", "probability": 0.3}, False, id="indirect-and-unlikely"),
        pytest.param({"mode": "indirect", "probability": 0.9, "doubtful": True}, False, id="indirect-by-a-guess"),
        pytest.param({"mode": "mixed", "doubtful": True}, False, id="half-quoted-and-not-said"),
        pytest.param({"mode": "direct", "doubtful": True}, False, id="quoted-and-not-said"),
        pytest.param({"mode": "mixed", "word": "", "probability": 0.5}, False, id="half-quoted-by-a-guess"),
        pytest.param({"mode": "mixed", "word": "note", "probability": 0.5}, True, id="half-quoted-by-a-known-word"),
        pytest.param({"mode": "direct", "probability": 0.3}, True, id="quoted-and-unlikely"),
        pytest.param({"speaker": None, "mode": "direct", "content": SENTENCE}, True, id="quoted-sentence-of-nobody"),
        pytest.param({"speaker": None, "mode": "direct", "content": WORDS}, False, id="quoted-words-of-nobody"),
        pytest.param({"speaker": None, "mode": "mixed", "content": SENTENCE}, False, id="half-quoted-of-nobody"),
    ],
)
def test_what_is_shown_is_quoted_or_sure_enough(brief: Brief, traits: dict[str, Any], want: bool) -> None:
    assert shown(brief, **traits) is want


def test_a_stance_is_shown_with_the_report_s_own_words_for_it(brief: Brief) -> None:
    [view] = [v for v in story_views(brief) if v.statements]
    [line] = view.statements
    declined = replace(line, statement=replace(line.statement, stance="declines", mode="indirect"))
    assert declined.in_words == f" “{' … '.join(w.text for w in line.cue)}”"
    assert replace(line, statement=replace(line.statement, stance="asserts")).in_words == ""


@pytest.mark.parametrize(
    ("cue", "word", "shown"),
    [
        pytest.param("said", "say", "", id="said"),
        pytest.param("according to", "according to", "", id="according"),
        pytest.param("described", "describe", " “described”", id="described"),
        pytest.param("believes", "believe", " “believes”", id="believes"),
        pytest.param("stormed", "", " “stormed”", id="no-known-word"),
    ],
)
def test_says_is_not_put_before_words_that_do_not_follow_it(brief: Brief, cue: str, word: str, shown: str) -> None:
    """ "Ada Roe says it as a success" is no English: the report's own word is shown."""
    [view] = [v for v in story_views(brief) if v.statements]
    line = view.statements[0]
    told = replace(line, statement=replace(line.statement, stance="asserts", mode="mixed", word=word))
    assert replace(told, cue=(replace(line.cue[0], text=cue),)).in_words == shown


@pytest.mark.parametrize(
    ("cue", "word", "stance", "shown"),
    [
        pytest.param("ordered", "order", "urges", "The port orders", id="ordered"),
        pytest.param("had opposed", "oppose", "asserts", "The port opposes", id="opposed"),
        pytest.param(
            "complained about", "complain about", "accuses", "The port complains about", id="complained-about"
        ),
        pytest.param("did not accept", "accept", "doubts", "The port doubts “did not accept”", id="negated"),
        pytest.param("assailed", "assail", "accuses", "The port accuses “assailed”", id="no-own-verb"),
    ],
)
def test_where_the_stance_is_wider_the_report_s_own_verb_is_shown(
    brief: Brief, cue: str, word: str, stance: Stance, shown: str
) -> None:
    """ "The court urges" says less than "the court ordered"; "the mayor accuses" more than "the mayor opposes"."""
    [view] = [v for v in story_views(brief) if v.statements]
    line = view.statements[0]
    told = replace(
        line.statement,
        speaker="The port",
        stance=stance,
        mode="indirect",
        word=word,
        negated=cue.startswith("did not"),
        via=(),
    )
    assert replace(line, statement=told, cue=(replace(line.cue[0], text=cue),)).head == shown


def test_two_bodies_are_several_where_the_report_s_verb_says_so(brief: Brief) -> None:
    [view] = [v for v in story_views(brief) if v.statements]
    line = view.statements[0]
    said = replace(line.statement, speaker="Selm and Lorne", speaker_kind="place", stance="promises", via=())
    have, has = (replace(line.cue[0], text=text) for text in ("have vowed", "has vowed"))
    assert replace(line, statement=said, cue=(have,)).head == "Selm and Lorne promise"
    past = replace(line.cue[0], text="vowed")
    assert replace(line, statement=said, cue=(past,)).head == "Selm and Lorne promise"
    island = replace(said, speaker="Trinidad and Tobago")
    assert replace(line, statement=island, cue=(past,)).head == "Trinidad and Tobago promises"
    firm = replace(said, speaker="Lind and Sons", speaker_kind="organisation")
    assert replace(line, statement=firm, cue=(has,)).head == "Lind and Sons promises"


def test_of_two_speakers_of_the_same_words_the_named_one_counts(brief: Brief) -> None:
    [view] = [v for v in story_views(brief) if v.statements]
    line = view.statements[0]
    pronoun = replace(line, statement=replace(line.statement, speaker="Ola Berg"))
    source = (replace(line.source[0], text="Karl Nyman"),)
    named = replace(line, statement=replace(line.statement, speaker="Karl Nyman"), source=source)
    assert merged([pronoun, named]).statement.speaker == "Karl Nyman"


def test_where_little_is_quoted_what_people_said_is_in_the_short_answer(brief: Brief) -> None:
    [view] = [v for v in story_views(brief) if v.statements]
    line = view.statements[0]
    said = replace(
        line,
        statement=replace(
            line.statement, stance="asserts", mode="indirect", speaker_kind="person", probability=0.9, word="say"
        ),
        cue=(replace(line.cue[0], text="said"),),
        content=(replace(line.content[0], text="that the dam had leaked for weeks"),),
    )
    unsure = replace(said, statement=replace(said.statement, probability=0.5))
    assert in_short([said, unsure, line]) == [said, line]
    assert in_short([said, *[line] * 8]) == [line] * 8


def test_a_denial_in_a_sentence_of_its_own_is_not_turned_round(brief: Brief) -> None:
    """ "Denies there was no flood" would say the opposite of "said there was no flood"."""
    [view] = [v for v in story_views(brief) if v.statements]
    line = replace(view.statements[0], statement=replace(view.statements[0].statement, stance="denies"))
    assert (line.said, line.in_words, line.is_denial) == ("says (a denial)", "", True)
    worded = replace(line, cue=(replace(line.cue[0], text="has rejected"),))
    assert worded.said == "denies"


@pytest.mark.parametrize(
    ("denied", "shown"),
    [
        pytest.param("it", "The mayor took a bribe, Ada Roe said. … Cole Lind has always denied it.", id="it"),
        pytest.param(
            "the charge", "The mayor took a bribe, Ada Roe said. … Cole Lind has always denied the charge.", id="noun"
        ),
        pytest.param("that he took any money", "that he took any money", id="clause"),
    ],
)
def test_a_denial_of_what_was_said_before_is_shown_with_that(denied: str, shown: str) -> None:
    text = f"The mayor took a bribe, Ada Roe said. Cole Lind has always denied {denied}."
    content = Span(text.index(denied, 60), len(text) - 1)
    said = Statement((Span(38, 47),), (Span(59, 65),), (content,), "Cole Lind", "indirect", "denies")
    annotated = Annotated(Article("a", "a.txt", text), sentences=(Span(0, 37), Span(38, len(text))), statements=(said,))
    collection = Collection((annotated,), stories=(Story("s", "", ("a",)),))
    [view] = story_views(Brief(collection, (), (), (), ()))
    assert [line.text for line in view.statements] == [shown]


def test_an_answer_to_what_its_own_sentence_tells_is_shown_with_that_sentence_alone() -> None:
    before = "The harbour was busy on Sunday."
    own = "The port announced the sale before the mayor confirmed it."
    text = f"{before} {own}"

    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    said = Statement(at("the mayor"), at("confirmed"), at("it."), "mayor", "indirect", "confirms", probability=0.9)
    sentences = (Span(0, len(before)), Span(len(before) + 1, len(text)))
    annotated = Annotated(Article("a", "a.txt", text), sentences=sentences, statements=(said,))
    collection = Collection((annotated,), stories=(Story("s", "", ("a",)),))
    [view] = story_views(Brief(collection, (), (), (), ()))
    assert [line.text for line in view.statements] == [own]


@pytest.mark.parametrize(
    ("speaker", "kind", "head"),
    [
        pytest.param("prosecutors in Selm", "unnamed", "prosecutors in Selm deny", id="several"),
        pytest.param("Selm police", "group", "Selm police deny", id="police"),
        pytest.param("local reports", "document", "local reports deny", id="reports"),
        pytest.param("Some pilots elsewhere", "unnamed", "Some pilots elsewhere deny", id="some"),
        pytest.param("Ada Roe and Cole Lind", "person", "Ada Roe and Cole Lind deny", id="two"),
        pytest.param("a spokesman for prosecutors", "unnamed", "a spokesman for prosecutors denies", id="one"),
        pytest.param("Selm Prosecutors", "organisation", "Selm Prosecutors denies", id="body"),
        pytest.param("Authorities", "organisation", "Authorities deny", id="authorities"),
        pytest.param("Neither port", "organisation", "Neither port have denied", id="none-of-two"),
    ],
)
def test_several_deny_and_one_denies(brief: Brief, speaker: str, kind: SpeakerKind, head: str) -> None:
    [view] = [v for v in story_views(brief) if v.statements]
    line = view.statements[0]
    said = replace(line.statement, speaker=speaker, speaker_kind=kind, stance="denies", via=())
    assert replace(line, statement=said, cue=(replace(line.cue[0], text="have denied"),)).head == head


def test_a_surname_is_shown_with_the_full_name_that_another_report_has(brief: Brief) -> None:
    said = Statement(
        (Span(18, 22),), (Span(23, 27),), (Span(0, 16),), "Lind", "indirect", "asserts", entity=0, probability=0.9
    )
    text = "The port is safe, Lind said."
    read = Annotated(Article("a", "a.txt", text), sentences=(Span(0, len(text)),), statements=(said,))
    lind = Entity("e", "Cole Lind", "person", parts=(EntityRef("a", 0), EntityRef("b", 4)))
    [view] = story_views(Brief(Collection((read,), (lind,), stories=(Story("s", "", ("a",)),)), (), (), (), ()))
    assert [line.statement.speaker for line in view.statements] == ["Cole Lind"]


def test_one_person_has_one_name() -> None:
    said = Statement(
        (Span(18, 27),), (Span(28, 32),), (Span(0, 16),), "Dave Lind", "indirect", "asserts", entity=0, probability=0.9
    )
    text = "The port is safe, Dave Lind said."
    read = Annotated(Article("a", "a.txt", text), sentences=(Span(0, len(text)),), statements=(said,))
    lind = Entity("e", "David Lind", "person", parts=(EntityRef("a", 0), EntityRef("b", 4)))
    [view] = story_views(Brief(Collection((read,), (lind,), stories=(Story("s", "", ("a",)),)), (), (), (), ()))
    assert [line.statement.speaker for line in view.statements] == ["David Lind"]


def test_copies_of_one_text_say_the_same_once() -> None:
    text = "The port is safe, Ada Roe said."
    said = Statement(
        (Span(18, 25),), (Span(26, 30),), (Span(0, 16),), "Ada Roe", "indirect", "asserts", probability=0.9
    )
    articles = tuple(
        Annotated(Article(name, f"{name}.txt", text), sentences=(Span(0, len(text)),), statements=(said,))
        for name in "abc"
    )
    [view] = story_views(Brief(Collection(articles, stories=(Story("s", "", ("a", "b", "c")),)), (), (), (), ()))
    [line] = view.statements
    assert {word.report.number for word in line.all_words} == {1, 2, 3}


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (["that the pier was rotten"], "Selm agrees that the pier was rotten"),
        (["the mayor"], "Selm agrees with the mayor"),
        (["which", "the mayor"], "Selm agrees with the mayor"),
    ],
)
def test_whom_one_agrees_with_and_that_something_is_so_are_told_in_a_sentence(
    brief: Brief, content: list[str], shown: str
) -> None:
    [view] = [v for v in story_views(brief) if v.statements]
    line = view.statements[0]
    told = replace(
        line.statement, speaker="Selm", speaker_kind="place", stance="confirms", mode="indirect", word="agree with"
    )
    words = tuple(replace(line.content[0], text=text) for text in content)
    cue = (replace(line.cue[0], text="agreed with"),)
    line = replace(line, statement=replace(told, via=()), cue=cue, content=words)
    assert f"{line.head} {line.text}" == shown
