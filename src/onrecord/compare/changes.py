"""What an earlier answer did not hold: new claims, values and verdicts, new denials, contacts and promises.

Rows of the two answers are matched by the words they point at, never by their ids or places in the list.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from onrecord.errors import InputError
from onrecord.model import Article, Brief, Change, ChangeKind, Claim, Passage, Statement, Verdict

Row = Mapping[str, Any]
Place = tuple[str, int, int]
Articles = Mapping[str, Article]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier answer held, by the words that its rows point at; several may share them. Articles go by ref.

    claims  their verdicts; promises  what had become of them
    """

    reports: frozenset[str]
    claims: Mapping[Place, Sequence[str]]
    denials: frozenset[Place]
    contacts: frozenset[Place]
    promises: Mapping[Place, Sequence[str]]


def changes(earlier: Earlier, brief: Brief) -> tuple[Change, ...]:
    """Return what is new in a brief since an earlier answer."""
    articles = {a.article.id: a.article for a in brief.collection.articles}
    finders = (_reports, _claims, _denials, _contacts, _promises)
    found = (change for find in finders for change in find(earlier, brief, articles))
    order = {story.id: n for n, story in enumerate(brief.collection.stories)}
    return tuple(sorted(found, key=lambda c: (order.get(c.story or "", len(order)), *_weight(c))))


def _weight(change: Change) -> tuple[int, int]:
    """Return what to sort a story's changes by: what differs now before what is merely more."""
    kinds = get_args(ChangeKind)
    verdicts = get_args(Verdict)
    rank = ("conflict", "update", *(v for v in verdicts if v not in ("conflict", "update", "single")), "single")
    return kinds.index(change.kind), rank.index(change.verdict) if change.verdict in rank else 0


def earlier_answer(old: Row) -> Earlier:
    """Return what the JSON object that `brief` wrote holds; raises InputError when it is no such object."""
    try:
        return Earlier(
            frozenset(article["ref"] for article in old["articles"]),
            _by_place((p, c["verdict"]) for c in old["claims"] for v in c["values"] for p in _places(v["mentions"])),
            frozenset(p for s in old["statements"] if s["stance"] == "denies" for p in _places(s["content"])),
            frozenset(p for contact in old["contacts"] for p in _places(contact["mentions"])),
            _by_place((p, promise["status"]) for promise in old["promises"] for p in _places(promise["mentions"])),
        )
    except (KeyError, TypeError) as error:
        raise InputError(
            f"the earlier answer lacks {error}; give a file that `onrecord brief --format json` wrote"
        ) from error


def _by_place(rows: Iterable[tuple[Place, object]]) -> dict[Place, list[str]]:
    found: dict[Place, list[str]] = {}
    for place, said in rows:
        found.setdefault(place, []).append(str(said))
    return found


def _places(mentions: Sequence[Row]) -> list[Place]:
    return [(m["article"], m["start"], m["end"]) for m in mentions]


def _place(passage: Passage, articles: Articles) -> Place:
    article = articles[passage.article]
    span = article.as_given(passage.span)
    return article.ref, span.start, span.end


def _reports(earlier: Earlier, brief: Brief, articles: Articles) -> Iterator[Change]:
    stories = {a: s.id for s in brief.collection.stories for a in s.articles}
    for annotated in brief.collection.articles:
        article = annotated.article
        if article.ref not in earlier.reports:
            day = article.published.value if article.published is not None else "date unknown"
            detail = f"{article.outlet or 'outlet not known'}, {day}."
            yield Change("new report", article.title or article.ref, detail, stories.get(article.id), ())


def _claims(earlier: Earlier, brief: Brief, articles: Articles) -> Iterator[Change]:
    for claim in brief.claims:
        places = {_place(a.passage, articles): a.passage for v in claim.values for a in v.accounts}
        known = [verdict for p in places for verdict in earlier.claims.get(p, ())]
        fresh = tuple(passage for p, passage in places.items() if p not in earlier.claims)
        if not known:
            yield Change("new claim", claim.slot, claim.why, claim.story, fresh, claim.verdict)
        elif claim.verdict not in known:
            yield _verdict(claim, known[0], tuple(places.values()))
        elif fresh:
            more = "1 more account" if len(fresh) == 1 else f"{len(fresh)} more accounts"
            detail = f"{more}; the verdict stays {claim.verdict}."
            yield Change("new value", claim.slot, detail, claim.story, fresh, claim.verdict)


def _verdict(claim: Claim, before: str, passages: tuple[Passage, ...]) -> Change:
    detail = f"Was {before}, is {claim.verdict}: {claim.why}"
    return Change("changed verdict", claim.slot, detail, claim.story, passages, claim.verdict)


def _denials(earlier: Earlier, brief: Brief, articles: Articles) -> Iterator[Change]:
    stories = {a: s.id for s in brief.collection.stories for a in s.articles}
    for annotated in brief.collection.articles:
        for statement in annotated.statements:
            if statement.stance == "denies":
                article = annotated.article.id
                passages = tuple(Passage(article, span) for span in statement.content)
                if passages and not any(_place(p, articles) in earlier.denials for p in passages):
                    yield _denial(statement, passages, annotated.article.text, stories.get(article))


def _denial(statement: Statement, passages: tuple[Passage, ...], text: str, story: str | None) -> Change:
    what = " ".join(passages[0].span.of(text).split())
    return Change("new denial", what, f"Denied by {statement.speaker or 'somebody not named'}.", story, passages)


def _contacts(earlier: Earlier, brief: Brief, articles: Articles) -> Iterator[Change]:
    for contact in brief.contacts:
        if not any(_place(p, articles) in earlier.contacts for p in contact.mentions):
            when = contact.when.value if contact.when is not None else "at a time not known"
            detail = f"{contact.medium or 'contact'}, {when}"
            yield Change("new contact", " and ".join(contact.parties), detail, contact.story, contact.mentions)


def _promises(earlier: Earlier, brief: Brief, articles: Articles) -> Iterator[Change]:
    for promise in brief.promises:
        known = [status for m in promise.mentions for status in earlier.promises.get(_place(m, articles), ())]
        if not known:
            detail = f"By {promise.who or 'somebody not named'}; {promise.status}."
            yield Change("new promise", promise.what, detail, promise.story, promise.mentions)
        elif promise.status not in known:
            detail = f"Was {known[0]}, is {promise.status}."
            yield Change("outcome", promise.what, detail, promise.story, promise.outcome)
