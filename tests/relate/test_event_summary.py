"""What a group of mentions is said to tell, and what it holds besides."""

from onrecord.annotate.pipeline import annotate
from onrecord.model import Article, When
from onrecord.relate.entities import canonical, link_entities
from onrecord.relate.event_summary import event_of
from onrecord.relate.profile import profile, terms
from onrecord.relate.rarity import rarity
from onrecord.relate.told import tell


def test_a_deed_of_another_day_among_the_mentions_stands_besides() -> None:
    text = "Ada Roe met Bo Lind in Selm on 1 May 2031. Ada Roe met Bo Lind in Tarvo on 3 March 2031."
    [read] = annotate([Article("a", "a", text, published=When("2031-05-17", "day", "given"))])
    known = canonical(link_entities([read]))
    group = [one for one in tell(read, known, rarity([terms(profile(read))])) if one.event.mode == "meet"]
    event = event_of(group, {"a": read}, known, {})
    [other] = event.besides
    assert {(e.what, e.when.value if e.when else "") for e in (event, other)} == {
        ("Ada Roe met Bo Lind in Selm on 1 May 2031", "2031-05-01"),
        ("Ada Roe met Bo Lind in Tarvo on 3 March 2031", "2031-03-03"),
    }
    assert event_of(group[:1], {"a": read}, known, {}).besides == ()
