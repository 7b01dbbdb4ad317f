"""Each report's nearest others through an index."""

from collections import Counter
from collections.abc import Sequence

from onrecord.model import Annotated, Article
from onrecord.relate.likeness import vectors
from onrecord.relate.neighbours import candidates
from onrecord.relate.profile import profile, terms
from onrecord.relate.rarity import rarity

STRIKE = "Ferry crews of Coast Line began a strike in Lowmere over night shifts."
ANSWER = "Coast Line offered its ferry crews in Lowmere two more nights off each month."
BREAD = "Bakers raised prices because flour is dear."


def pairs(texts: Sequence[str]) -> set[frozenset[str]]:
    """Return the pairs worth measuring, as texts."""
    profiles = [profile(Annotated(Article(id=text, ref=text, text=text))) for text in texts]
    weights = rarity(terms(p) for p in profiles)
    return {frozenset((texts[a], texts[b])) for a, b in candidates([vectors(p, weights) for p in profiles])}


def test_reports_that_share_telling_words_are_measured() -> None:
    assert pairs([STRIKE, BREAD, ANSWER]) == {frozenset((STRIKE, ANSWER))}


def test_the_order_of_reports_does_not_tell() -> None:
    texts = [f"Crew {n} of the ferry Blue Heron left harbour {n % 7} of Lowmere." for n in range(90)]
    assert pairs(texts) == pairs(texts[::-1])


def test_a_report_chooses_a_bounded_number_of_neighbours() -> None:
    texts = [f"The ferry Blue Heron sank off Lowmere, said sailor number {n}." for n in range(150)]
    chosen = Counter(text for pair in pairs(texts) for text in pair)
    assert chosen.total() <= 2 * 60 * len(texts)


def test_no_reports_have_no_pairs() -> None:
    assert pairs([]) == set()
    assert pairs([STRIKE]) == set()
