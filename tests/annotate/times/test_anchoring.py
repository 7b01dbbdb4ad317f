import pytest

from onrecord.annotate.component import Draft
from onrecord.annotate.parse import language
from onrecord.annotate.times.anchoring import when_at
from onrecord.annotate.times.component import times
from onrecord.model import Article, When


def draft_of(text: str) -> Draft:
    draft = Draft(Article("a1", "a1", text, published=When("2017-12-18", "day", "given by the user")), language()(text))
    [draft.times] = times([draft])
    return draft


def when_of(text: str, word: str) -> str | None:
    draft = draft_of(text)
    at = text.index(word)
    head = next(token for token in draft.doc if token.idx == at)
    found = when_at(draft, head, draft.times)
    return found[0].value if found else None


@pytest.mark.parametrize(
    ("text", "word", "want"),
    [
        pytest.param("In 2015, the group admitted sinking a ferry.", "admitted", "2015", id="background-clause"),
        pytest.param("The minister was arrested on Sunday.", "arrested", "2017-12-17", id="own-clause"),
        pytest.param("The minister was arrested and charged on Sunday.", "arrested", "2017-12-17", id="conjunct"),
        pytest.param("The attack on Sunday killed five.", "attack", "2017-12-17", id="noun-with-its-date"),
        pytest.param("The attack took place on Sunday.", "attack", "2017-12-17", id="noun-as-subject"),
        pytest.param("Police said Sunday that the man had been arrested.", "arrested", None, id="date-of-saying"),
        pytest.param("Police said Sunday that the man had been arrested.", "said", "2017-12-17", id="saying"),
        pytest.param("The man was arrested, police said on Sunday.", "arrested", None, id="saying-after"),
        pytest.param("Norland said on Sunday it had tested a rocket.", "tested", None, id="saying-right-before"),
        pytest.param("Norland said on Sunday it had tested a rocket.", "said", "2017-12-17", id="said-right-before"),
        pytest.param("Norland said on Sunday it tested a rocket.", "tested", None, id="no-that"),
        pytest.param("Norland said that on Sunday it tested a rocket.", "tested", "2017-12-17", id="behind-that"),
        pytest.param("Norland said it tested a rocket on Sunday.", "tested", "2017-12-17", id="deed-told"),
        pytest.param("Norland claimed on Sunday to have sunk a boat.", "sunk", None, id="perfect-infinitive"),
        pytest.param("According to a statement on Sunday, Ada Roe had left.", "left", None, id="according-to"),
        pytest.param("They were given until Friday to pay, which she met.", "met", None, id="due-is-not-when"),
        pytest.param("She ran the port from 1938 to 1940.", "ran", "1938/1940", id="range"),
        pytest.param("The 8 June vote, which critics have called a farce, is near.", "called", None, id="done-by-now"),
        pytest.param("The port faces a worse winter than in 2008.", "faces", None, id="than-then"),
        pytest.param(
            "Last weekend, Ada Roe used the radio to help set up a fair on Wednesday.",
            "used",
            "2017-12-16/2017-12-17",
            id="the-opening-date",
        ),
        pytest.param("The mayor left early because of Sunday's vote.", "left", None, id="because-of"),
        pytest.param(
            "The mayor will see the queen on Sunday and is expected to meet the pope.", "meet", None, id="expected-too"
        ),
        pytest.param(
            "It sank six boats between March 3 last year and the end of October.",
            "sank",
            "2016-03-03/2017-10-31",
            id="from-a-day-to-an-end",
        ),
        pytest.param("A truck rammed a bus on Sunday, killing five.", "killing", "2017-12-17", id="participle"),
        pytest.param("The 2015 raid that failed cost lives.", "failed", "2015", id="relative-clause"),
        pytest.param("He died three days after the crash on Thursday.", "died", "2017-12-17", id="counted-on"),
        pytest.param("He died three days after the crash on Thursday.", "crash", "2017-12-14", id="counted-from"),
        pytest.param("He died after the crash on Sunday.", "died", None, id="some-time-after"),
        pytest.param("The port is closed until Friday.", "closed", None, id="until"),
        pytest.param(
            "The mayors held a call on Sunday. The call came only three days after Osei met the governor.",
            "met",
            "2017-12-14",
            id="counted-back",
        ),
        pytest.param("The ferry sank.", "sank", None, id="no-date"),
        pytest.param("The dam burst next Monday.", "burst", None, id="past-to-come"),
        pytest.param("The court erred on Sunday in ruling that it was safe.", "ruling", "2017-12-17", id="in-doing"),
        pytest.param(
            "Ada Roe vowed to put it to a national vote next year after port delegates voted 8-2 for a sale.",
            "voted",
            None,
            id="before-the-mark",
        ),
        pytest.param("The port will reopen in ten days.", "reopen", "2017-12-28", id="in-so-long"),
        pytest.param("The law is to take effect in a month.", "take", "2018-01", id="in-a-month"),
        pytest.param("She would resign in five days.", "resign", None, id="in-so-long-it-would"),
        pytest.param("She will visit five towns in ten days.", "visit", None, id="takes-so-long"),
        pytest.param("The dam was built in two years.", "built", None, id="took-so-long"),
        pytest.param("She bought a boat ahead of the Sunday regatta.", "bought", None, id="ahead-of"),
        pytest.param("The court struck down the 1996 Protection of Harbours Act.", "struck", None, id="named-by-it"),
        pytest.param("She won the 1996 election.", "won", "1996", id="held-then"),
        pytest.param("A judge on Sunday vacated the conviction.", "conviction", None, id="what-is-undone"),
        pytest.param("Osei rang the mayor on Sunday to thank her.", "thank", "2017-12-17", id="what-a-call-is-for"),
        pytest.param("Osei rang on Sunday to buy a ferry.", "buy", None, id="what-comes-after-a-call"),
        pytest.param("All guns must be withdrawn before 29 December 2012.", "withdrawn", "../2012-12-29", id="before"),
        pytest.param("The firm plans to close the mine by 2025.", "close", "../2025", id="by"),
        pytest.param("The firm plans to close the mine by 2025.", "plans", None, id="not-of-the-plan"),
        pytest.param("The pilots managed to land on Sunday.", "managed", "2017-12-17", id="managed-then"),
        pytest.param("Rebels have kidnapped 40 people since 2013.", "kidnapped", "2013/..", id="since"),
        pytest.param("She signed for the club in July 2016 and played.", "played", None, id="not-of-one-month"),
        pytest.param("She appeared before a judge on Sunday.", "appeared", "2017-12-17", id="before-a-judge"),
        pytest.param("The group said in a report published on Sunday it grew.", "said", "2017-12-17", id="report"),
        pytest.param("It rained before Sunday, when the dam burst.", "burst", "2017-12-17", id="when"),
        pytest.param("December 17, 2017\nThe dam has burst.", "burst", None, id="the-page's-own-date"),
        pytest.param("They were freed on Sunday, two months after rebels took them.", "took", "2017-10", id="months"),
        pytest.param("She came back in 1983, a year after the junta fell.", "fell", "1982", id="years"),
        pytest.param("He died on Sunday, hours after police shot him.", "shot", "2017-12-17", id="hours-after"),
        pytest.param("He died in 2015, hours after police shot him.", "shot", None, id="hours-after-a-year"),
        pytest.param("The last crash, in which two were hurt, was in July 2005.", "hurt", "2005-07", id="in-which"),
        pytest.param("The man who was hurt was in court on Sunday.", "hurt", None, id="another-clause"),
        pytest.param("Two men died when the dam burst on Sunday.", "died", "2017-12-17", id="when-it-burst"),
        pytest.param("He was held on Sunday as he left.", "left", "2017-12-17", id="as-he-left"),
        pytest.param("They won for the first time since 1968.", "won", None, id="first-time-since"),
        pytest.param("They laid flowers on Sunday where she fell.", "fell", None, id="where"),
        pytest.param("It opened in September. In 2015, the group admitted it.", "admitted", "2015", id="next-sentence"),
        pytest.param("The union plans a march on Friday.", "plans", None, id="planned-for-then"),
        pytest.param("The union plans a march on Friday.", "march", "2017-12-22", id="what-is-planned"),
        pytest.param("The union planned the march in 2015.", "planned", "2015", id="planned-then"),
        pytest.param("They met on 9 and 10 March 2013.", "met", "2013-03-09/2013-03-10", id="two-days"),
        pytest.param("They met in 2003 and 2008.", "met", "2003", id="two-years"),
        pytest.param("An attack on Sunday hit Lenz. The attack killed six.", "attack killed", "2017-12-17", id="same"),
        pytest.param(
            "An attack on Sunday hit Lenz. An attack in 2015 hit Dalle. The attack killed six.",
            "attack killed",
            None,
            id="which-of-two",
        ),
        pytest.param("Norland on Sunday condemned the killing.", "killing", None, id="condemned-then"),
        pytest.param("The killing was condemned on Sunday.", "killing", None, id="was-condemned-then"),
        pytest.param("He pleaded guilty on Sunday to the murder of a nun.", "murder", None, id="pleaded-to"),
        pytest.param("They marched on Sunday against the arrest of Roe.", "arrest", None, id="marched-against"),
        pytest.param("Relatives buried the victims of the fire on Sunday.", "fire", None, id="victims-of"),
        pytest.param("The talks collapsed on Sunday after the murder of a nun.", "murder", None, id="after-a-murder"),
        pytest.param("The murder led to protests on Sunday.", "murder", None, id="led-to"),
        pytest.param("Five were killed in an attack on Sunday.", "attack", "2017-12-17", id="killed-in"),
        pytest.param("Five were killed on Sunday in a series of attacks.", "attacks", "2017-12-17", id="series-of"),
        pytest.param("The minister announced his resignation on Sunday.", "resignation", "2017-12-17", id="by-word"),
        pytest.param("He will be taken before a court on Friday.", "taken", "2017-12-22", id="before-a-court"),
        pytest.param(
            "It sank on 3 May. He was held the day after the sinking.", "held", "2017-05-04", id="the-day-after"
        ),
        pytest.param("He was shot on 3 May, the day after he won.", "won", "2017-05-02", id="the-day-after-he-won"),
        pytest.param("In the year to June, sales fell.", "fell", "2016-07/2017-06", id="year-to"),
        pytest.param(
            "Profit rose in the three months ended 31 March.", "rose", "2017-01-01/2017-03-31", id="months-ended"
        ),
        pytest.param(
            "While dockers have complained for years, the row grew on Friday.",
            "complained",
            None,
            id="beside-what-grew",
        ),
    ],
)
def test_a_happening_has_the_date_of_its_clause(text: str, word: str, want: str | None) -> None:
    assert when_of(text, word) == want
