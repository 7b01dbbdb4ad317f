"""Words in common that mean nothing, and copies that hide them."""

import pytest

from onrecord.model import Annotated, Article, When
from onrecord.relate.lineage import find_links

FERRY = (
    "The ferry left the harbour of Lowmere shortly before dawn with forty passengers and a crew of six on board. "
    "An hour later a deckhand noticed water rising in the engine room and told the bridge, which turned the ship "
    "towards the nearest beach. Fishing boats that had been out since midnight took everybody off within the hour. "
    "Nobody was hurt, although two elderly passengers were treated for cold in the village hall afterwards. "
    "The company that owns the ferry has promised to pay for every lost bag and to explain how the leak began."
)
BREAD = (
    "Prices for bread rose again in the capital last week as bakers passed on what they pay for flour and power. "
    "A loaf that cost two crowns in spring now sells for nearly three, and several shops have begun to ration it. "
    "The minister of trade told a committee that help for poor families would be paid out before the winter starts, "
    "but bakers in the old town said that by then half of their ovens would be cold for want of customers."
)
PUFFINS = (
    "Scientists counted more puffins on the cliffs of Southmere this year than in any spring since their survey began. "
    "Traps have all but emptied the rock of rats, which used to eat the eggs, and sand eels are back in the sound. "
    "Young birds are ringed at night by volunteers who sleep in the disused lighthouse and live on tinned fish. "
    "A warden hopes that visitors will keep to the marked path until the last chick has flown in August."
)
STRIKE = (
    "Builders in Northmere stopped work for a third day because the new cranes halt whenever the wind gets up. "
    "Their union wants a bonus for each lost hour, while the contractor blames a faulty sensor and its maker abroad. "
    "Two bridges and a hospital wing will be late, according to the city, which has set aside money for lawyers. "
    "Talks go on tonight in a school gymnasium, where parents have put out tea and sandwiches for both sides."
)
INQUIRY = (
    "Divers looked at the hull of the ferry on Tuesday and found a seam that had opened below the engine room. The "
    "bridge had reported the same leak in spring, when the boat went back to the harbour of Lowmere with forty people. "
    "Its crew will be heard in the village hall, where the company has put up a table for those who ask for their bags."
)
NOTICE = (
    "All rights are reserved, and nothing on this page may be printed, broadcast, rewritten or passed on in any form "
    "without the written leave of the publisher, who can be reached through the address at the foot of every page."
)
SPEAKER = "The captain spoke to us on the quay."
COMPANY = "In the evening the company put out the captain's account."


def report(
    name: str, text: str, *, outlet: str, published: str | None = None, agency: tuple[str, ...] = ()
) -> Annotated:
    when = When(published, "day", "given by the user") if published else None
    return Annotated(Article(id=name, ref=name, text=text, outlet=outlet, published=when, agency=agency))


def sentences(text: str) -> list[str]:
    return [sentence.rstrip(".") + "." for sentence in text.split(". ")]


@pytest.mark.parametrize(
    "outlets",
    [
        pytest.param(("Harbour Post", "Inland Times"), id="two-papers-of-one-chain"),
        pytest.param(("Harbour Post", "Inland Times", "Coast Wire", "Hill Echo"), id="once-in-each-of-four"),
    ],
)
def test_a_legal_notice_under_reports_of_several_outlets_is_not_copying(outlets: tuple[str, ...]) -> None:
    texts = (FERRY, BREAD, PUFFINS, STRIKE)
    reports = [report(str(n), f"{text} {NOTICE}", outlet=outlets[n % len(outlets)]) for n, text in enumerate(texts)]
    assert find_links(reports) == ()


def test_an_item_of_a_digest_rests_on_its_report_whatever_the_other_items_are_about() -> None:
    item = " ".join(sentences(FERRY)[:2])
    whole = report("whole", f"{FERRY} {INQUIRY}", outlet="Coast Wire", published="2031-03-01")
    digest = report("digest", f"{BREAD} {item} {PUFFINS}", outlet="Inland Times", published="2031-03-02")
    [link] = find_links([whole, digest])
    assert (link.source, link.target) == ("digest", "whole")


PARAGRAPHS = sentences(FERRY)


@pytest.mark.parametrize(
    "quoted",
    [
        pytest.param(f"‘{FERRY}’", id="single-marks"),
        pytest.param(f"'{FERRY}'", id="straight-single-marks"),
        pytest.param("\n".join(f"“{line}" for line in PARAGRAPHS) + "”", id="carried-on-over-paragraphs"),
        pytest.param("\n".join(f'"{line}' for line in PARAGRAPHS) + '"', id="carried-on-with-straight-marks"),
        pytest.param(f'"{FERRY} {BREAD} {PUFFINS} {STRIKE}"', id="longer-than-a-page"),
        pytest.param(f'The hole was 5" wide, he said. "{FERRY}"', id="behind-a-mark-for-inches"),
        pytest.param(f'The hole was 5" wide, he said, and the plate 9" long. "{FERRY}"', id="behind-two-of-them"),
    ],
)
def test_quotations_in_common_are_not_copying_however_they_are_marked(quoted: str) -> None:
    one = report("a", f"{SPEAKER}\n{quoted}", outlet="Harbour Post")
    other = report("b", f"{COMPANY}\n{quoted}", outlet="Inland Times")
    assert find_links([one, other]) == ()


def test_marks_for_inches_do_not_hide_a_copy() -> None:
    text = f'The hole was 5" wide. {FERRY} A plate 9" long will close it.'
    one, other = report("a", text, outlet="Harbour Post"), report("b", f"{text} {BREAD}", outlet="Inland Times")
    assert [(link.source, link.target, link.kind) for link in find_links([one, other])] == [("a", "b", "copies")]


def test_house_style_does_not_hide_a_copy() -> None:
    abroad = (
        "The minister told the delegation that the organization's grain had been lost in the harbor, and that the "
        "program would go on. The labor board favored a new center for dock workers, whose neighbors hadn't been asked."
    )
    home = (
        "The minister told the delegation that the organisation’s grain had been lost in the harbour, and that the "
        "programme would go on. The labour board favoured a new centre for dock workers, whose neighbours hadn’t been "
        "asked."
    )
    [link] = find_links([report("a", abroad, outlet="Coast Wire"), report("b", home, outlet="Hill Echo")])
    assert (link.kind, link.share) == ("copies", 1.0)


def test_an_agency_text_with_another_opening_and_half_its_length_still_rests_on_it() -> None:
    wire = report("wire", FERRY, outlet="Coast Wire", published="2031-03-01")
    opening = "Islanders woke on Monday to find their only ferry lying on the sand with its engine under water."
    text = " ".join([opening, *sentences(FERRY)[1:3], "The council meets tonight to ask for another boat."])
    [link] = find_links([wire, report("paper", text, outlet="Inland Times", published="2031-03-02")])
    assert (link.source, link.target) == ("paper", "wire")
    assert not any("Islanders" in passage.span.of(text) for passage in link.passages if passage.article == "paper")


def test_two_cuts_of_an_agency_text_that_both_credit_rest_on_neither_for_certain() -> None:
    text = sentences(f"{FERRY} {BREAD}")
    one = report(
        "a",
        " ".join(["Forty people had a fright.", *text[:4]]),
        outlet="Harbour Post",
        published="2031-03-01",
        agency=("Coast Wire",),
    )
    other = report(
        "b",
        " ".join(["Boats and bread were the news.", *text[1:6]]),
        outlet="Inland Times",
        published="2031-03-03",
        agency=("The Coast Wire",),
    )
    [link] = find_links([one, other])
    assert "both credit Coast Wire" in link.reason


def test_a_column_that_is_filled_in_every_day_is_no_new_version() -> None:
    def column(day: str, winner: str, points: int, loser: str) -> str:
        return (
            f"Shares in Lowmere closed higher on {day}, led by {winner}, as investors looked past worries about the "
            f"price of flour and the strength of the crown. The main index of thirty companies gained {points} points "
            f"in thin trading before the festival. Among the losers was {loser}, which fell for a second session after "
            "brokers told their clients to wait until the central bank decides on its rates at the end of the month."
        )

    monday = report("a", column("Monday", "Aldermill", 41, "Bright Water"), outlet="Hill Echo", published="2031-03-01")
    tuesday = report("b", column("Tuesday", "Corvane", 12, "Dunmoor Rail"), outlet="Hill Echo", published="2031-03-02")
    assert find_links([monday, tuesday]) == ()


def test_two_translations_of_one_text_are_not_copies_of_each_other() -> None:
    one = (
        "Seven people died on Monday when a bus carrying pilgrims from Lowmere to Eastmere left the road near Varden, "
        "the governor, Ilona Sarkas, told the agency Terra. The driver, Pavel Orlin, 54, survived. Sarkas said that 23 "
        "others were taken to hospitals in Eastmere and Brinn."
    )
    other = (
        "A pilgrims' coach on its way from Lowmere to Eastmere ran off a bend close to Varden on Monday and seven were "
        "killed, Governor Ilona Sarkas said to Terra. Driver Pavel Orlin, aged 54, was among the survivors; a further "
        "23 were brought to clinics at Eastmere and Brinn, according to Sarkas."
    )
    assert find_links([report("a", one, outlet="Harbour Post"), report("b", other, outlet="Inland Times")]) == ()
