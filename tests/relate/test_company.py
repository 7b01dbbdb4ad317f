"""Company: what the same other reports are like belongs together, even where the words differ."""

from onrecord.model import Annotated, Article
from onrecord.relate.company import measured
from onrecord.relate.likeness import vectors
from onrecord.relate.profile import profile, terms
from onrecord.relate.rarity import rarity

LEAK = "The ferry Blue Heron ran onto a beach near Lowmere after water poured into its engine room."
BOATS = "Fishing boats took passengers of the Blue Heron ashore near Lowmere, where villagers gave them soup."
PAYS = "Coast Line will pay for bags lost on the Blue Heron and has hired divers to look at the engine room."
BREAD = "Bakers in Vask raised the price of a loaf to three crowns and blamed the cost of flour."
CROWN = "A loaf at three crowns is too dear for poor families in Vask, said the minister, and promised help."


def company(*texts: str) -> dict[tuple[int, int], float]:
    profiles = [profile(Annotated(Article(id=str(n), ref=str(n), text=text))) for n, text in enumerate(texts)]
    weights = rarity(terms(p) for p in profiles)
    found = measured([vectors(p, weights) for p in profiles])
    return dict(zip(found.pairs, found.measures["whole_company"].tolist(), strict=True))


def test_reports_with_neighbours_in_common_are_in_one_company() -> None:
    found = company(LEAK, BOATS, PAYS, BREAD, CROWN)
    assert found[0, 1] > 0.5
    assert found[3, 4] > 0.5
    assert all(found.get((a, b), 0.0) < 0.3 for a in (0, 1, 2) for b in (3, 4))


def test_company_is_a_share_from_none_to_all() -> None:
    assert all(0.0 <= value <= 1.0 + 1e-9 for value in company(LEAK, BOATS, PAYS, BREAD, LEAK).values())


def test_no_reports_and_one_report_have_no_pairs() -> None:
    assert measured([]).pairs == []
    assert company(LEAK) == {}
