"""`python -m evaluation.claims [JSONL]`: every row that `brief` shows, held against the words it points at.

A row that points past its text, at words that do not hold what it says, or at a hand that no statement names is a
fault; there should be none. The input is by default every report of the dev stories.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from evaluation.gate import SHARED
from onrecord.annotate.facts.figures import Figure, find_figures
from onrecord.annotate.facts.shares import find_shares
from onrecord.api import Request, brief
from onrecord.model import Account, Annotated, Brief, Claim, ClaimValue, Contact, Passage, Promise

_ADDED = frozenset({"seconds", "minutes", "hours", "days"})
Articles = dict[str, Annotated]


def main() -> int:
    """Print every fault and their number; return 1 when there is one."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "data" / "stories-dev.jsonl"
    if not source.is_file():
        print(f"skipped: no reports at {source}; give a JSON Lines file")
        return 0
    answer = brief(Request(sources=[str(source)]))
    found = list(faults(answer))
    print(*found, sep="\n")
    rows = len(answer.claims) + len(answer.contacts) + len(answer.promises)
    print(f"{len(found)} faults in {rows} rows of {len(answer.collection.articles)} reports")
    return int(bool(found))


def faults(answer: Brief) -> Iterator[str]:
    """Yield one line for each row that its words do not bear out."""
    articles = {a.article.id: a for a in answer.collection.articles}
    names = {e.name for e in answer.collection.entities}
    for claim in answer.claims:
        yield from (f"claim {claim.slot!r}: {fault}" for fault in _claim(claim, articles, names))
    for contact in answer.contacts:
        yield from (f"contact {contact.parties}: {fault}" for fault in _contact(contact, articles))
    for promise in answer.promises:
        yield from (f"promise {promise.what!r}: {fault}" for fault in _promise(promise, articles))


def _outside(passages: tuple[Passage, ...], articles: Articles) -> Iterator[str]:
    for p in passages:
        if p.article not in articles:
            yield f"no article {p.article}"
        elif p.span.end > len(articles[p.article].article.text):
            yield f"{p} runs past its text"


def _words(passage: Passage, articles: Articles) -> str:
    return " ".join(passage.span.of(articles[passage.article].article.text).split())


def _claim(claim: Claim, articles: Articles, names: set[str]) -> Iterator[str]:
    accounts = [a for v in claim.values for a in v.accounts]
    yield from _outside(tuple(a.passage for a in accounts), articles)
    if not claim.reason or not claim.values or not accounts:
        yield "no reason, value or account"
    if claim.outlets != len({a.outlet or a.passage.article for a in accounts}):
        yield "outlets miscounted"
    yield from _outside(claim.named, articles)
    spoken, naming = {a.passage.article for a in accounts}, {p.article for p in claim.named}
    if set(claim.silent) & (spoken | naming):
        yield "called silent, but has a value"
    if spoken & naming:
        yield "only named, but has a value"
    for value in claim.values:
        yield from _value(claim, value, articles, names)


def _value(claim: Claim, value: ClaimValue, articles: Articles, names: set[str]) -> Iterator[str]:
    words = [_words(a.passage, articles) for a in value.accounts]
    if claim.kind == "count":
        bounds = [(f.low, f.high) for f in _figures(words[0])]
        added = len(bounds) > 1 and claim.unit in _ADDED  # "eight minutes and 50 seconds" is shown in seconds
        if (value.low, value.high) not in bounds and not added:
            yield f"{words[0]!r} does not hold {value.low} to {value.high}"
        if not all(_figures(w) for w in words):
            yield f"no number in one of {words}"
    elif not {value.value, value.value.rsplit(" (", 1)[0]} & {*words, *names, *_role_names(value, articles)}:
        yield f"{value.value!r} is neither in {words} nor anybody's name"
    for told in value.accounts:
        if told.origin is not None and not _is_hand(told, articles):
            yield f"{told.origin!r} is no hand at {_words(told.passage, articles)!r}"


def _figures(words: str) -> list[Figure]:
    """Return the numbers of some words, and the share that they put in words: "two thirds" of whatever."""
    return [*find_figures(words), *find_shares(words), *find_shares(f"{words} of them")]


def _role_names(value: ClaimValue, articles: Articles) -> set[str]:
    events = [e for a in value.accounts for e in articles[a.passage.article].events]
    return {r.name for e in events for r in (*e.actor, *e.recipient, *e.where, *e.objects)}


def _is_hand(told: Account, articles: Articles) -> bool:
    """Whether the words stand in a sentence that holds what somebody says, or in a text credited to an agency."""
    annotated = articles[told.passage.article]
    sentence = annotated.sentence_of(told.passage.span)
    inside = any(c.overlaps(sentence) for s in annotated.statements for c in s.content)
    return inside or told.origin in annotated.article.agency


def _contact(contact: Contact, articles: Articles) -> Iterator[str]:
    yield from _outside(contact.mentions, articles)
    if not contact.mentions or not contact.parties:
        yield "no mention or no party"
    for p in contact.mentions:
        if not (_tells_of_contact(p, articles[p.article]) or _is_echo(p, contact, articles)):
            yield f"{_words(p, articles)!r} is no event, no telling and no letter"
    if contact.initiator is not None and contact.initiator not in contact.parties:
        yield f"{contact.initiator!r} started it but is no party"


def _is_echo(passage: Passage, contact: Contact, articles: Articles) -> bool:
    """Whether the page prints there a second time what another of the contact's passages has."""
    again = any(line.contains(passage.span) for line in articles[passage.article].article.furniture)
    others = (p for p in contact.mentions if p.article == passage.article and p != passage)
    return again and any(_words(p, articles) == _words(passage, articles) for p in others)


def _tells_of_contact(passage: Passage, annotated: Annotated) -> bool:
    told = any(passage.span in s.cue for s in annotated.statements)
    written = passage.span.of(annotated.article.text).lower() in ("letter", "petition")
    return told or written or any(e.trigger == passage.span for e in annotated.events)


def _promise(promise: Promise, articles: Articles) -> Iterator[str]:
    yield from _outside((*promise.mentions, *promise.outcome), articles)
    if not promise.mentions or promise.what != _words(promise.mentions[0], articles):
        yield "is not in the words of its first mention"
    if (promise.status == "unknown") == bool(promise.outcome):
        yield f"is {promise.status} with {len(promise.outcome)} sentences to show it"


if __name__ == "__main__":
    sys.exit(main())
