"""An article that names another outlet as where it has something from."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from onrecord.data_files import rows
from onrecord.model import Annotated, Link, Passage, Statement
from onrecord.relate.profile import Profile, dot, profile, published_day, terms, weighed
from onrecord.relate.rarity import Rarity, rarity
from onrecord.relate.words import stem, words

# The cited report must be about the same thing: an outlet's name alone does not say which of its reports is meant.
_MIN_LIKENESS = 0.12
# So much of what is cited, by the weight of its words, must stand in the report it is said to come from.
_MIN_CARRIED = 0.6
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Return the usual name for other names and web addresses of outlets."""
    return {other: name for name, *others in rows(__package__, "outlets.tsv") for other in others}


def outlet_key(name: str | None) -> str:
    """Return an outlet's name so that its ways of being written agree; "" for none.

    >>> outlet_key("The Harbour Post"), outlet_key("www.harbourpost.co.uk"), outlet_key("edition.cnn.com")
    ('harbourpost', 'harbourpost', 'cnn')
    """
    if not name:
        return ""
    lower = name.lower().strip()
    if "." in lower and " " not in lower:
        lower = _site(lower)
    parts = [w for w in _WORD.findall(lower) if w not in ("the", "news", "agency", "newspaper", "online")]
    key = "".join(parts) or "".join(_WORD.findall(lower))
    return _names().get(key, key)


def _site(address: str) -> str:
    """Return the part of a web address that names the outlet."""
    labels = address.split("/")[0].split(".")
    while len(labels) > 1 and (len(labels[-1]) <= 3 or labels[-1] in ("info", "news")):
        labels.pop()
        if len(labels) == 1:
            break
    return labels[-1].removeprefix("the")


def same_outlet(one: str | None, other: str | None) -> bool:
    """Whether the two are known to be one outlet."""
    return bool(outlet_key(one)) and outlet_key(one) == outlet_key(other)


def _hands(annotated: Annotated) -> Iterable[tuple[str, Statement | None]]:
    """Yield the outlets an article says it has something from: in a chain of hands, or in its credit line."""
    for statement in annotated.statements:
        for hand in statement.via:
            yield hand, statement
        if statement.speaker and statement.speaker_kind in ("organisation", "document"):
            yield statement.speaker, statement
    for agency in annotated.article.agency:
        yield agency, None


def cites(annotated: Annotated, outlet: str | None) -> bool:
    """Whether the article credits the outlet."""
    key = outlet_key(outlet)
    return bool(key) and any(outlet_key(hand) == key for hand, _ in _hands(annotated))


def credited_by_both(one: Annotated, other: Annotated) -> str | None:
    """Return an agency that both credit lines name, None where none is."""
    keys = {outlet_key(name) for name in other.article.agency}
    return next((name for name in one.article.agency if outlet_key(name) in keys), None)


def find_citations(articles: Sequence[Annotated]) -> list[Link]:
    """Return a link from each article to the report it most likely cites of every outlet it names."""
    by_outlet: defaultdict[str, list[int]] = defaultdict(list)
    for number, annotated in enumerate(articles):
        if key := outlet_key(annotated.article.outlet):
            by_outlet[key].append(number)
    named = [_named(annotated, by_outlet) for annotated in articles]
    if not any(named):
        return []
    profiles = [profile(a) for a in articles]
    weights = rarity(terms(p) for p in profiles)
    vectors = [weighed(p.body + p.title, weights, 1.5) for p in profiles]
    links = []
    for number, outlets in enumerate(named):
        for key, (hand, statement) in outlets.items():
            said = _said(articles[number], statement, weights)
            able = [
                o for o in by_outlet[key] if _not_later(articles[o], articles[number]) and _carried(said, profiles[o])
            ]
            best = max(((dot(vectors[number], vectors[o]), -o) for o in able), default=(0.0, 0))
            if best[0] >= _MIN_LIKENESS:
                links.append(_citation(articles[number], articles[-best[1]], hand, statement))
    return links


def _said(annotated: Annotated, statement: Statement | None, rarity: Rarity) -> Mapping[str, float]:
    """Return the words of what is cited with their weights, none where a credit line stands for the whole report."""
    spans = statement.content if statement else ()
    stems = {stem(word) for span in spans for word in words(span.of(annotated.article.text))}
    return {word: rarity.of(word) for word in stems}


def _carried(said: Mapping[str, float], report: Profile) -> bool:
    held = sum(weight for word, weight in said.items() if word in report.body)
    return held >= _MIN_CARRIED * sum(said.values())


def _not_later(target: Annotated, source: Annotated) -> bool:
    """Whether a report can be cited by another, by their days; unknown days forbid nothing."""
    days = published_day(target.article), published_day(source.article)
    return days[0] is None or days[1] is None or days[0] <= days[1]


def _named(annotated: Annotated, outlets: dict[str, list[int]]) -> dict[str, tuple[str, Statement | None]]:
    """Return the other outlets in the collection that the article names, each with its first place."""
    own = outlet_key(annotated.article.outlet)
    found: dict[str, tuple[str, Statement | None]] = {}
    for hand, statement in _hands(annotated):
        key = outlet_key(hand)
        # "the space agency" is no outlet, whatever an outlet is called.
        told = statement is None or statement.content
        if told and key != own and key in outlets and hand != hand.lower():
            found.setdefault(key, (hand, statement))
    return found


def _citation(source: Annotated, target: Annotated, hand: str, statement: Statement | None) -> Link:
    spans = statement.source or statement.cue if statement else ()
    passages = tuple(Passage(source.article.id, span) for span in spans)
    reason = f"it has words from {hand}" if statement else f"its credit line names {hand}"
    return Link(
        source.article.id, target.article.id, "cites", 0.0, f"{reason}; the report most like it is taken", passages
    )
