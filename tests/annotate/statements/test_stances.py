from collections.abc import Callable

import pytest

from onrecord.model import Statement

Said = Callable[..., list[Statement]]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Osk said the dam held.", "asserts"),
        ("Osk warned about floods.", "asserts"),
        ("Osk warned against swimming in the lake.", "urges"),
        ("Osk denied that the dam broke.", "denies"),
        ("Osk rejected claims that the dam was unsafe.", "denies"),
        ("Osk rejected the offer of a new dam.", "declines"),
        ('"I had nothing to do with it," Osk said.', "denies"),
        ("Osk said the report was false.", "denies"),
        ("Osk said the dam was false-fronted brick.", "asserts"),
        ("Osk declined to comment.", "declines"),
        ("Osk refused to say who paid.", "declines"),
        ("Osk sidestepped questions about the dam.", "declines"),
        ("Osk did not say who paid.", "declines"),
        ("Osk did not deny that she paid.", "confirms"),
        ("Osk neither confirmed nor denied the report.", "declines"),
        ("Osk has never confirmed the sale.", "declines"),
        ("Osk pleaded not guilty to fraud.", "denies"),
        ("Osk pleaded guilty to fraud.", "confirms"),
        ('"Who paid?" Osk asked.', "asks"),
        ("Osk asked the council to pay.", "urges"),
        ("Osk told the crew to leave.", "urges"),
        ('"The dam was meant to hold and expected ... to outlast us," Osk said.', "asserts"),
        ("The driver said to leave at once.", "urges"),
        ("Osk promised that the dam would hold.", "promises"),
        ("Osk agreed to pay.", "promises"),
        ("Osk agreed that the dam was old.", "confirms"),
        ("Osk threatened to sue.", "threatens"),
        ("Osk warned residents to leave.", "urges"),
        ("Osk warned that the dam could break.", "asserts"),
        ("Osk warned that there would be consequences.", "threatens"),
        ("Osk thanked the divers.", "thanks"),
        ("Osk demanded to know who paid.", "asks"),
        ("Some 62 percent of voters said they would move.", "asserts"),
        ("Osk insisted on Sunday that the dam would hold.", "asserts"),
        ("Osk did not rule out that the dam would break.", "asserts"),
        ("Osk advised the council that the dam was old.", "asserts"),
        ("Osk suggested that the vote be put off.", "urges"),
        ("Osk said she was not going to pay.", "declines"),
        ("Osk said she had no further comment.", "declines"),
        ('"They lied to us all," Osk said.', "accuses"),
        ('"I lied to them all," Osk said.', "asserts"),
        ("Prosecutors said that Venn murdered his partner.", "accuses"),
        ('"Grateful to every nurse in Lorne," Osk wrote.', "thanks"),
        ('"If they touch the dam, they will be sorry," Osk said.', "threatens"),
        ("\"I don't think that they'll mend it,\" Osk said.", "doubts"),
        ('Osk said the photograph was "a fake from start to finish".', "denies"),
        ("Osk alleged that Venn took the money.", "accuses"),
        ("Osk alleged that the lights were off.", "asserts"),
        ("Osk alleged that the vote was rigged by Venn.", "accuses"),
        ("The lawsuit claims that the firm hid the leak.", "accuses"),
        ("Osk claimed that the dam was old.", "asserts"),
        ("Osk warned that any boat in the strait would be fired upon.", "threatens"),
        ("Osk said she would retaliate with sanctions.", "threatens"),
        ("Osk said she would not resign.", "declines"),
        ("Osk said she would not sell the dam.", "promises"),
        ('"We would not touch it," Osk said.', "asserts"),
        ("Osk called the report a fabrication.", "denies"),
        ("Osk called the raid a cowardly act.", "accuses"),
        ("Osk called the deal historic.", "praises"),
        ('"I\'m not going to speculate," Osk said.', "declines"),
        ('"We can confirm that the dam broke," Osk said.', "asserts"),
        ('"We can\'t confirm that," Osk said.', "declines"),
        ("Osk said she had never met Venn.", "denies"),
        ("Osk insisted nobody had been hurt.", "denies"),
        ("Osk insisted the dam would hold.", "asserts"),
        ("Osk challenged her rivals to publish the list.", "urges"),
        ("Osk said the family would sue the port.", "threatens"),
        ("Osk warned that her troops would respond if the dam was touched.", "threatens"),
        ('"Would I do it again? In a heartbeat," Osk said.', "asserts"),
        ("Osk expressed deep regret that the ferry was late.", "regrets"),
        ("Osk expressed doubt that the dam would hold.", "doubts"),
        ("Osk was not sure that the dam would hold.", "doubts"),
        ('"I would like to thank the divers," Osk said.', "thanks"),
        ('"It will be done, I promise you," Osk said.', "promises"),
        ('"I can assure you the dam is safe," Osk said.', "asserts"),
        ('"I promise you it was cold," Osk said.', "asserts"),
        ("Osk pleaded innocent to fraud.", "denies"),
        ('"We are not going to dignify that with an answer," Osk said.', "declines"),
        ("Her lawyer said she would plead not guilty.", "denies"),
        ('"Thank you all," Osk said.', "thanks"),
        ("Osk said that thanks to the rain the dam was full.", "asserts"),
        ("Osk accused the council of fraud.", "accuses"),
        ("Osk condemned the attack.", "accuses"),
        ("Osk admitted that she paid.", "confirms"),
        ("Osk doubts that the dam will hold.", "doubts"),
        ("Osk called for a new dam.", "urges"),
        ("Osk praised the divers.", "praises"),
        ("Osk apologised for the delay.", "regrets"),
        ('"We will rebuild the dam," Osk said.', "promises"),
        ("Osk said she would publish the report.", "promises"),
        ("Osk said it would be cold.", "asserts"),
        ('"They will rebuild the dam," Osk said.', "asserts"),
        ("Osk dismissed the report as a fantasy.", "denies"),
        ("Osk dismissed the petition.", "declines"),
        ("Osk dismissed the team as a joke.", "asserts"),
        ("Osk said the dam was not ready.", "asserts"),
        ("Osk played down the flood.", "asserts"),
        ("Osk described scenes of panic after a false report.", "asserts"),
        ("Osk disavowed the plan.", "asserts"),
        ("Osk called Venn a false prophet.", "asserts"),
        ("Osk said there is no legal barrier to the sale.", "asserts"),
        ('"There is no man who can move this dam," Osk said.', "asserts"),
        ("Osk brushed aside claims that the dam leaked.", "denies"),
        ("Osk insisted the plan did not go far enough.", "asserts"),
        ("Osk said there was no hope for the dam.", "asserts"),
        ('"I very much doubt that," Osk said.', "doubts"),
        ("Osk said the dam would hold.", "asserts"),
        ("Osk said she would not comment.", "declines"),
        ("Osk said she had received no such warning.", "denies"),
        ("Osk contradicted the wishes of the dockers.", "asserts"),
        ("The film contradicted claims that the dam was sold.", "asserts"),
        ("Records show she was not present.", "asserts"),
        ("Osk said there were no reports of damage.", "asserts"),
        ("Osk said that no deal had been signed yet.", "asserts"),
        ("Osk said she was not aware of the details.", "asserts"),
        ('"No, I want to build it," Osk insisted.', "asserts"),
        ("Osk said there had been no specific, credible threats to the city.", "asserts"),
        ("Osk said her colleague had not worked on the case.", "asserts"),
        ("Osk said her troops had not attacked the port.", "denies"),
        ("Osk called Venn a quack and a fake.", "accuses"),
        ("The court rejected the argument.", "declines"),
        ('"Maybe she did not do it," Osk said.', "asserts"),
        ('"It didn\'t do her much good," Osk said.', "asserts"),
        ('"Our firm has not been able to pay," Osk said.', "asserts"),
        ('"I never knew what would happen," Osk said.', "asserts"),
        ("Osk said there was no attack on the harbour.", "denies"),
        ("Osk said no agreement had been signed.", "denies"),
        ("“It is all rumours and lies,” Osk said.", "denies"),
        ("Osk said there was no doubt about the cause.", "asserts"),
        ("Osk and Lind were said to have met twice.", "asserts"),
        ("Osk accepted responsibility for the leak.", "confirms"),
        ("Neither the port nor the council responded to questions.", "declines"),
        ('"I am sorry for the delay," Osk said.', "regrets"),
    ],
)
def test_stance_is_what_the_speaker_does(said: Said, text: str, stance: str) -> None:
    assert [s.stance for s in said(text)] == [stance]


def test_a_reason_or_what_is_beyond_question_denies_nothing(said: Said) -> None:
    reason = "Critics suggested she was not let speak. Osk said she had not spoken because she was ill."
    sure = 'Osk faces questions. "There is no question I am watched," Osk said.'
    assert all(s.stance != "denies" for text in (reason, sure) for s in said(text))


def test_a_negated_cue_is_marked(said: Said) -> None:
    assert [s.negated for s in said("Osk did not say who paid.")] == [True]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Asked whether she had seen the dam, Osk said she had not.", id="answer"),
        pytest.param("Reports said that the town had sold the dam. “We have not sold it,” Osk said.", id="same-verb"),
        pytest.param("Venn accused her of taking a gift. Osk said there had been no gift.", id="same-noun"),
    ],
)
def test_what_is_not_so_denies_where_the_words_before_have_raised_it(said: Said, text: str) -> None:
    assert said(text)[-1].stance == "denies"


def test_another_refusal_after_a_charge_is_no_denial(said: Said) -> None:
    assert said("Venn accused her of taking a gift. Osk said the dam had not opened.")[-1].stance == "asserts"


@pytest.mark.parametrize(
    "text", ["The guard denied the family entry to the ward.", "The judge denied bail.", "Osk was denied a visa."]
)
def test_withholding_is_no_denial(said: Said, text: str) -> None:
    assert "denies" not in [s.stance for s in said(text)]


def test_a_nominal_denial_is_a_denial_of_its_owner(said: Said) -> None:
    [denial] = said("Despite her denials of any deal, the papers were signed.")
    assert denial.stance == "denies"


@pytest.mark.parametrize(
    ("quote", "stance"),
    [
        pytest.param("We urge the owners to reopen the mill", "urges", id="urge"),
        pytest.param("We welcome the ruling", "praises", id="welcome"),
        pytest.param("We strongly condemn the raid", "accuses", id="condemn"),
        pytest.param("I can't condemn the raid", "asserts", id="not-condemned"),
        pytest.param("I charge ten crowns for a ride", "asserts", id="a-price"),
    ],
)
def test_saying_that_one_does_it_does_it(said: Said, quote: str, stance: str) -> None:
    assert [s.stance for s in said(f"“{quote},” Ada Osk said.")] == [stance]
