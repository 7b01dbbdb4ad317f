"""Who gives their word to do what, in sentences read by the whole pipeline."""

import pytest

from onrecord.annotate.pipeline import annotate
from onrecord.model import Article


def undertaken(text: str) -> list[tuple[str, str]]:
    """Return who undertakes what in a text."""
    [read] = annotate([Article("a", "a", text)])
    return [(" and ".join(role.name for role in told.who), told.words.of(text)) for told in read.undertakings]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        pytest.param(
            "Ada Roe said she would build a new school in Lun.",
            "Ada Roe",
            "she would build a new school in Lun",
            id="said-she-would",
        ),
        pytest.param(
            '"Ada Roe assured Ben Sol that the police will share news," a statement from the Interior Ministry read.',
            "Ada Roe",
            "the police will share news",
            id="a-ministry-puts-out-whom-she-assured",
        ),
        pytest.param(
            "Ada Roe has agreed with Ben Sol that the dockers will not enter.",
            "Ada Roe",
            "the dockers will not enter",
            id="agreed-that",
        ),
        pytest.param(
            "The talks go on, though Norland will not boycott the games.",
            "Norland",
            "Norland will not boycott the games",
            id="announced-beside-another-clause",
        ),
        pytest.param(
            "Ada Roe named the road that she had promised to mend.",
            "Ada Roe",
            "the road that she had promised to mend",
            id="what-was-promised-stands-before",
        ),
        pytest.param(
            "The mayor rejected the pact, but Ada Roe has pledged to sign it.",
            "Ada Roe",
            "Ada Roe has pledged to sign it",
            id="a-deed-of-one-word-with-who-does-it",
        ),
        pytest.param(
            "Ada Roe and Ben Sol vowed to repair the northern dam.",
            "Ada Roe and Ben Sol",
            "to repair the northern dam",
            id="together",
        ),
        pytest.param(
            "The Norland government promised to “mend the northern dam before the winter.”",
            "Norland government",
            "to “mend the northern dam before the winter.”",
            id="quoted-in-part",
        ),
        pytest.param(
            "Ada Roe said she would lower the toll on ferries if elected.",
            "Ada Roe",
            "she would lower the toll on ferries if elected",
            id="with-its-condition",
        ),
        pytest.param(
            '"We will continue to repair the dam," Ada Roe told the council.',
            "Ada Roe",
            "We will continue to repair the dam",
            id="to-go-on",
        ),
        pytest.param(
            "Prime Minister Ada Roe said the government would send three rescue boats.",
            "government",
            "the government would send three rescue boats",
            id="for-a-body",
        ),
        pytest.param(
            "May said she would repair the northern dam.",
            "May",
            "she would repair the northern dam",
            id="a-name-like-a-modal",
        ),
        pytest.param(
            '"If they want the boat, we will be glad to give it away," Ada Roe said.',
            "Ada Roe",
            "If they want the boat, we will be glad to give it away",
            id="glad-to",
        ),
        pytest.param(
            "Ada Roe vowed to keep the mill open and praised the weavers on Monday.",
            "Ada Roe",
            "to keep the mill open",
            id="what-else-she-did",
        ),
        pytest.param(
            "Bo Lind welcomed Ada Roe's promise to repair the northern dam.",
            "Ada Roe",
            "to repair the northern dam",
            id="anothers-promise-welcomed",
        ),
        pytest.param(
            'Ada Roe, a lawyer for the union, said: "The union and the port council intend to share the bill."',
            "union and port council",
            "to share the bill",
            id="a-lawyer-for-two-bodies",
        ),
        pytest.param(
            "Ada Roe met with Bo Lind in Selm, and they agreed to mend the northern dam.",
            "Ada Roe and Bo Lind",
            "to mend the northern dam",
            id="both-sides-of-a-meeting",
        ),
        pytest.param(
            "Ada Roe said that the mill was old and that she intended to repair the roof.",
            "Ada Roe",
            "to repair the roof",
            id="a-plan-told-second",
        ),
    ],
)
def test_who_undertakes_what(text: str, who: str, what: str) -> None:
    [(by, told)] = undertaken(text)
    assert (by, told) == (who, what)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ada Roe said the rivals would build a new school in Lun.", id="others"),
        pytest.param("Ada Roe fears that the dam will break.", id="feared"),
        pytest.param('"I would gladly trade the dam for a bridge," Ada Roe said.', id="wished"),
        pytest.param('"It is no sacrifice I will make for the dam," Ada Roe said.', id="of-a-noun"),
        pytest.param("The council praised the guards, who will support the divers.", id="what-a-unit-is-for"),
        pytest.param("Ada Roe said that if the dam were a boat, she would sell it.", id="imagined"),
        pytest.param("Nils Orr, a shop owner, said he would probably back Ada Roe.", id="only-likely"),
        pytest.param("Ada Roe is expected to announce that she will repair the dam.", id="only-expected"),
        pytest.param("The council was asked to promise to repair the dam.", id="only-asked"),
        pytest.param("Settlers are still angry at Bo Lind for vowing to close the mill.", id="told-in-a-reproach"),
        pytest.param("The guards assured the residents of Selm that the dam was safe.", id="assured-of-what-is"),
        pytest.param("Deficits are falling, but the tax office says they will rise again.", id="they-others"),
        pytest.param("Runaway soldiers who commit thefts will be sent home.", id="to-commit"),
        pytest.param('"They believe we will sell the mill," Ada Roe said.', id="what-others-believe"),
        pytest.param(
            "The airline plans two flights to Selm to lure visitors, it announced.", id="what-flights-are-for"
        ),
        pytest.param("Her best reply was to say she would probably stay.", id="told-in-an-infinitive"),
        pytest.param('"They began it, and we\'re glad to finish it," Ada Roe said.', id="glad"),
        pytest.param("Ada Roe's lawyer said he would leave the council.", id="either-of-two"),
        pytest.param(
            "Ada Roe said her union is going into the villages to stand up for the weavers.", id="going-there"
        ),
        pytest.param('"We will make Norland proud," Ada Roe said.', id="campaign-talk"),
        pytest.param("Ada Roe said both sides had agreed to exchange prisoners by June.", id="both-sides"),
        pytest.param('"We must be ready to repair the dam," Ada Roe said.', id="must"),
        pytest.param('"Roe says she will close the mill," her rival Bo Lind said.', id="a-rival-quotes"),
        pytest.param('"Ada Roe promised to raise the toll," a statement from the Green Party read.', id="a-party-says"),
        pytest.param("Nils Orr plans to vote for her on 1 March.", id="a-plan-nobody-avows"),
        pytest.param("Will Norland promise to mend the dam?", id="question"),
        pytest.param("Ostra Bank said some of the clerks will take other jobs in Selm.", id="some-of-others"),
        pytest.param("Wealthy millers will not give up the northern dam easily.", id="foretold-of-a-kind"),
        pytest.param("Ada Roe said she would consider it an insult if they stayed.", id="what-she-would-feel"),
        pytest.param('"We are not going to draw conclusions from that," Ada Roe said.', id="no-judgement"),
        pytest.param("Ostra Bank says it would depress the price of tin.", id="supposed"),
        pytest.param('"He will mend the dam," said Bo Lind of his rival.', id="he-is-not-the-speaker"),
        pytest.param("Bo Lind said his former secretary would repair the dam.", id="a-former-secretary"),
        pytest.param('"I guarantee you Roe would mend it better," Bo Lind said.', id="a-boast-of-another"),
        pytest.param("Ada Roe said the crew were drawing maps and plans to mend the dam.", id="plans-are-things"),
        pytest.param('"I usually will send a chart of the river," Ada Roe said.', id="a-habit"),
        pytest.param("Governor Ada Roe said the company would return after the winter.", id="of-another-firm"),
    ],
)
def test_nobody_undertakes_anything(text: str) -> None:
    assert undertaken(text) == []
