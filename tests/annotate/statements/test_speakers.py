from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from onrecord.annotate.parse import language
from onrecord.annotate.statements.naming import description
from onrecord.model import Statement

Said = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        pytest.param("Ada Osk said the dam held. She said it was old.", ["Ada Osk", "Ada Osk"], id="pronoun"),
        pytest.param("Ada Osk said the dam held. Osk said it was old.", ["Ada Osk", "Ada Osk"], id="surname"),
        pytest.param("Officials said the dam held.", ["Officials"], id="unnamed"),
        pytest.param(
            "Karl Osk said the dam held. Cole Venn was there. He said that Venn never saw it.",
            ["Karl Osk"] * 2,
            id="whom-it-is-about-does-not-say-it",
        ),
        pytest.param(
            "Karl Osk said the dam held. He said that Osk never saw it.", ["Karl Osk", None], id="nobody-else-to-say-it"
        ),
        pytest.param("Nobody said that the dam held.", [None], id="nobody-speaks"),
        pytest.param("The trapped otters are safe. They asked a vet to come.", [None], id="no-beast-asks"),
        pytest.param(
            "The dam held, the regional governor said. It was old, Governor Ada Osk said.",
            ["Ada Osk"] * 2,
            id="named-later",
        ),
        pytest.param(
            "The dam is old, a poll by Venn Research found. Some 62 percent of voters said it was safe.",
            ["Venn Research"] * 2,
            id="those-asked-in-a-poll",
        ),
        pytest.param(
            "One of the port's oldest owners, the pension fund Osk Capital, said the dam held.",
            ["Osk Capital"],
            id="one-of-several-named-behind",
        ),
        pytest.param(
            "It will fail, a former port safety chief said.\n\nFormer Director of Port Safety Ada Osk said it was old.",
            ["Ada Osk"] * 2,
            id="brought-in-by-a-description",
        ),
        pytest.param(
            "The dam will fail, a former harbour safety chief said.\n\nFormer nurse Ada Osk said it was old.",
            ["former harbour safety chief", "Ada Osk"],
            id="described-otherwise",
        ),
        pytest.param(
            "Nets were cut.\n\n14:05 Harbour lawyers said the dam held.", ["Harbour lawyers"], id="live-entry"
        ),
        pytest.param(
            "Karl Venn, 42, used to be a guard. He said the dam held.", ["Karl Venn"], id="what-somebody-used-to-be"
        ),
        pytest.param(
            'Ada Osk spoke on Monday. "Judge Mia Roe is fair," she said. She denied that a deal was near. "It is '
            'invented," she said.',
            ["Ada Osk"] * 3,
            id="the-speaker-goes-on-after-praise-of-another",
        ),
        pytest.param(
            "The dam leaked, the Norland Gazette reported. Ada Osk left the room. She said she knew nothing of it.",
            ["Norland Gazette", "Ada Osk"],
            id="she-is-no-newspaper",
        ),
        pytest.param(
            "'I told her it was finished,' said Karl Venn. 'She thanked me.' Norvik Plc would not say when they met.",
            ["Karl Venn", "Norvik Plc"],
            id="who-would-not-say-did-not-say-it",
        ),
        pytest.param("Two senior officials said the dam held.", ["Two senior officials"], id="unnamed-with-number"),
        pytest.param("A spokesman for the port, Karl Venn, said it held.", ["Karl Venn"], id="apposition"),
        pytest.param('"It held," said Karl Venn, who built it.', ["Karl Venn"], id="relative-clause-left-out"),
        pytest.param("Karl Venn, who said the dam held, left.", ["Karl Venn"], id="relative-pronoun"),
        pytest.param("It was reported that the dam broke.", [None], id="nobody"),
        pytest.param("Asked about the dam, Karl Venn said it held.", [None, "Karl Venn"], id="the-one-asked"),
        pytest.param(
            "Karl Venn met Bo Ard. Venn said Ard was kind. He said the talk was useful.",
            ["Karl Venn", "Karl Venn"],
            id="the-speaker-goes-on-not-the-one-spoken-of",
        ),
        pytest.param("Foreign ministers Ada Osk and Karl Venn said it held.", ["Ada Osk and Karl Venn"], id="both"),
        pytest.param("President Ada Osk and Karl Venn vowed to pay.", ["Ada Osk and Karl Venn"], id="both-with-title"),
        pytest.param(
            "An official in the port said it held. The official said it was old.",
            ["official in the port"] * 2,
            id="the-same-official",
        ),
        pytest.param(
            "Neighbours said it held. A squad came. They said it was old.", ["Neighbours"] * 2, id="they-go-on"
        ),
        pytest.param(
            "Engineers said the dam held. Ada Osk and Karl Venn met on Monday, and they vowed to pay for it.",
            ["Engineers", "Ada Osk and Karl Venn"],
            id="they-of-the-sentence-before-they-of-the-last",
        ),
        pytest.param('"It held," Ada Osk said. "So we wait," the expert concluded.', ["Ada Osk"] * 2, id="the-expert"),
        pytest.param('Ada Osk said it held. "It is old," the 43-year-old said.', ["Ada Osk"] * 2, id="by-age"),
        pytest.param(
            '"It held," photographer Ada Osk said. The photographer said it was old.', ["Ada Osk"] * 2, id="by-job"
        ),
        pytest.param(
            'Mr Venn spoke to Mr Ard. Mr Venn said it held. "Mr Ard built it well," he said.',
            ["Venn"] * 2,
            id="not-the-one-in-his-words",
        ),
        pytest.param(
            "A former guard at Selm Lines Darren Roe said it held. Selm Lines said it did not.",
            ["Darren Roe", "Selm Lines"],
            id="right-behind-a-body",
        ),
        pytest.param("A friend of Darren Roe said it held.", ["friend of Darren Roe"], id="not-the-one-spoken-of"),
        pytest.param(
            "Prosecutors had alleged that Ms Osk took a bribe in 2021. She has always denied it.",
            ["Prosecutors", "Osk"],
            id="several-are-no-she",
        ),
        pytest.param('Former colleague Carl Bost said: "It held all night."', ["Carl Bost"], id="former"),
        pytest.param("They met a lawyer in June 2023 who said it held.", ["lawyer"], id="a-day-before-who"),
        pytest.param("COUNCILLOR ABELE: It will hold.", [], id="label-without-a-model"),
        pytest.param('"Nobody ever asked us." ― Ada Osk, 42, Lorne', ["Ada Osk"], id="signature"),
        pytest.param("Officials who asked not to be named left the hall.", [], id="not-to-be-named"),
        pytest.param("The plan was bold, to say the least.", [], id="idiom"),
        pytest.param("Venn was confirmed as secretary by the senate.", [], id="confirmed-in-office"),
        pytest.param("The owner who built the dam said it held.", ["owner who built the dam"], id="short-clause-kept"),
        pytest.param(
            "The port's chief engineer on Monday said it held.", ["port's chief engineer"], id="without-the-day"
        ),
        pytest.param("According to files seen by the Gazette, it held.", ["files"], id="seen-by"),
        pytest.param("There is no confirmation that the dam broke.", [], id="nobody-confirmed-it"),
        pytest.param("Karl Venn was calm.\n\n“I expected this all along.”", ["Karl Venn"], id="named-before"),
        pytest.param(
            "Karl Venn issued the following statement.\n\n“I expected this all along.”", ["Karl Venn"], id="announced"
        ),
    ],
)
def test_the_speaker_is_the_fullest_name_or_the_description(said: Said, text: str, speakers: list[str | None]) -> None:
    assert [s.speaker for s in said(text)] == speakers


def test_nobody_is_the_friend_whom_they_mourn(said: Said) -> None:
    text = (
        "A picture of the band was shown.\n\n"
        '"With a heavy heart I confirm that my friend Ola Berg has died.\n\n'
        '"His body was found at his home on Sunday. A full inquiry will be held," he said.\n\n'
        'Karl Nyman added: "I will look after his family."'
    )
    assert "Ola Berg" not in [s.speaker for s in said(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Karl Venn said the dam held.", "person"),
        ("Officials said the dam held.", "unnamed"),
        ("A Liberal on the board said the dam held.", "unnamed"),
        ("It was reported that the dam broke.", "unknown"),
        ("Court documents said the dam broke.", "document"),
    ],
)
def test_the_kind_of_speaker_is_told(said: Said, text: str, kind: str) -> None:
    assert [s.speaker_kind for s in said(text)] == [kind]


def test_statements_of_one_speaker_carry_one_entity(said: Said) -> None:
    first, second = said("Ada Osk said the dam held. Osk said it was old.")
    assert first.entity is not None
    assert first.entity == second.entity


def test_several_speakers_stand_together(said: Said) -> None:
    [statement] = said("Ada Osk and Karl Venn said the dam held.")
    assert statement.speaker == "Ada Osk and Karl Venn"


def test_a_party_in_brackets_is_no_speaker(said: Said) -> None:
    [statement] = said("“The mill is unsafe,” Union Chair Dana Wells (R) and Deputy Chair Omar Pitt (D) said Friday.")
    assert statement.speaker == "Dana Wells and Omar Pitt"


def test_a_name_that_the_parse_cuts_in_two_is_whole() -> None:
    words = ["Mill", "worker", "Bao", "Kenlin", "said", "so"]
    pos = ["NOUN", "NOUN", "PROPN", "PROPN", "VERB", "ADV"]
    heads, deps = [1, 1, 1, 4, 4, 4], ["compound", "ROOT", "punct", "nsubj", "ROOT", "advmod"]
    doc = Doc(language().vocab, words, pos=pos, heads=heads, deps=deps)
    assert description(doc[3], list(doc[:4])) == "Bao Kenlin"


def test_they_are_no_people_whom_the_last_speaker_only_tells_of(said: Said) -> None:
    text = "The engineers of Lorne said they would pay bakers near the dam. They said it was old."
    assert "bakers" not in [s.speaker for s in said(text)]


def test_it_is_no_place_that_the_words_before_only_tell_of(said: Said) -> None:
    text = (
        "The report said guards had beaten prisoners, and drew on talks with people freed from jails across Kenya. "
        "It said a man had spent three months in a cell."
    )
    assert [s.speaker for s in said(text)][-1] == "report"


def test_it_is_the_place_that_speaks(said: Said) -> None:
    assert [s.speaker for s in said("Kenya said the dam had held. It said nobody was hurt.")] == ["Kenya", "Kenya"]


def test_a_statement_that_is_said_to_be_another_is_not_the_last_one(said: Said) -> None:
    text = "Ada Osk said in a statement that the dam held. The statement issued through {} said that it was old."
    assert [s.speaker for s in said(text.format("a press office"))][-1] != "Ada Osk"


def test_it_that_opens_a_sentence_is_the_body_that_the_last_one_told_of(said: Said) -> None:
    text = (
        "Kenya said the attack was wrong.\n\nThe Osk Institute was asked to remove the weapons, which Roe gave up in a "
        "deal brokered by Kenya. It later found that samples matched."
    )
    assert [s.speaker for s in said(text)][-1] == "Osk Institute"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kenya, the US and Chad blamed Ada Osk for the attack.", "Kenya, US and Chad"),
        ('Theresa May today said: "The dam held."', "Theresa May"),
        ("Theresa May has opened the dam. May told the house it would hold.", "Theresa May"),
        ("MK Tal Oren-ar left early. The dam, Oren-ar said, was old.", "Tal Oren-ar"),
        ("Brigadier Paul Munro left. Brig Munro said the dam held.", "Paul Munro"),
        ("Last year Todd Akers, running as the Green nominee for Lund, defended what he called “a dam.”", "Todd Akers"),
        (
            "A post named Mila and Sara Osborne. They join President Osborne. The president said it was fun.",
            "Osborne",
        ),
        (
            "On Monday, the aide, Ada Lund, 31, who has 14,000 followers on Twitter as @AdaLund and at the time was a "
            "spokeswoman for a little-known senator from Lorne, wrote a letter, saying it was over.",
            "Ada Lund",
        ),
        ("Karl Venn was fifth. The road was wet, although the Italian said it was not.", "Karl Venn"),
        ("Karl Venn was fifth, although the Italian said the road was dry.", "Karl Venn"),
        ("Karl Venn beat Ola Berg. The Italian said the road was dry.", None),
        ("Karl Venn insisted that he would win. “People said, ‘Venn is mad,’” he said.", "Karl Venn"),
    ],
)
def test_the_last_words_are_theirs(said: Said, text: str, speaker: str) -> None:
    assert said(text)[-1].speaker == speaker


def test_it_is_not_what_is_only_named_in_a_guess(said: Said) -> None:
    text = 'The government should say who it suspected. "If it was Kellin rebels, it should be told," Ada Osk wrote.'
    assert "Kellin rebels" not in [s.speaker for s in said(text)]


def test_the_word_before_a_caption_speaks_nothing(said: Said) -> None:
    text = "WATCH: Norland's soldiers have closed the port. Ada Osk reports."
    assert "WATCH" not in [s.speaker for s in said(text)]


def test_words_go_on_over_paragraphs_that_open_with_a_mark(said: Said) -> None:
    text = (
        'Ada Osk said: "Two films were made.\n\n"He ends them with an appeal - ‘Don’t smoke’.\n\n"He was proud of '
        'them.\n\n"He did not live to see them."\n\nThe family left.'
    )
    direct = [s for s in said(text) if s.mode != "indirect"]
    assert {s.speaker for s in direct} == {"Ada Osk"}
    assert max(c.end for s in direct for c in s.content) > text.index("live to see")


def test_no_month_owns_a_report(said: Said) -> None:
    found = said("A September 2010 Harbour Service report found that the mill was old.")
    assert "September" not in [s.speaker for s in found]


def test_somebody_s_comments_are_theirs(said: Said) -> None:
    found = said("Mayor Ada Osk spoke for an hour. Her comments urged the crews to leave the port.")
    assert [s.speaker for s in found if s.stance == "urges"] == ["Ada Osk"]
