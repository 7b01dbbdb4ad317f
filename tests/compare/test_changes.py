from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from onrecord.compare.brief import compare
from onrecord.compare.changes import Earlier, changes, earlier_answer
from onrecord.errors import InputError
from onrecord.model import Brief, Collection

from .conftest import Report

OneStory = Callable[..., Collection]


def brief(collection: Collection) -> Brief:
    return compare(collection)


def as_json(answer: Brief) -> dict[str, Any]:
    """Return the part of the JSON contract that changes are measured against."""

    def spans(passages: Any) -> list[dict[str, Any]]:
        return [{"article": p.article, "start": p.span.start, "end": p.span.end} for p in passages]

    return {
        "articles": [{"ref": a.article.ref} for a in answer.collection.articles],
        "claims": [
            {"verdict": c.verdict, "values": [{"mentions": spans(a.passage for a in v.accounts)} for v in c.values]}
            for c in answer.claims
        ],
        "statements": [
            {
                "stance": s.stance,
                "content": [{"article": a.article.id, "start": c.start, "end": c.end} for c in s.content],
            }
            for a in answer.collection.articles
            for s in a.statements
        ],
        "contacts": [{"mentions": spans(c.mentions)} for c in answer.contacts],
        "promises": [{"mentions": spans(p.mentions), "status": p.status} for p in answer.promises],
    }


def held(answer: Brief) -> Earlier:
    return earlier_answer(as_json(answer))


def raid(name: str, words: str, number: float) -> Report:
    text = f"Police in Lun arrested {words} after the raid on the mill."
    return Report(name, text, published="2031-05-01").count(words, number, number, "people", "arrested")


def test_nothing_is_new_in_the_same_answer(one_story: OneStory) -> None:
    answer = brief(one_story(raid("a", "seven people", 7), raid("b", "seven people", 7)))
    assert changes(held(answer), answer) == ()


def test_claims_about_the_same_words_are_each_held_against_their_own(one_story: OneStory) -> None:
    answer = brief(one_story(raid("a", "seven people", 7), raid("b", "seven people", 7)))
    [claim] = answer.claims
    alone = claim.values[0]
    other = replace(claim, slot="where", verdict="single", values=(replace(alone, accounts=alone.accounts[:1]),))
    both = replace(answer, claims=(other, claim))
    assert changes(held(both), both) == ()


def test_a_report_that_differs_changes_the_verdict(one_story: OneStory) -> None:
    before = brief(one_story(raid("a", "seven people", 7), raid("b", "seven people", 7)))
    after = brief(one_story(raid("a", "seven people", 7), raid("b", "seven people", 7), raid("c", "nine people", 9)))
    report, change = changes(held(before), after)
    assert (report.kind, report.what) == ("new report", "c")
    assert change.kind == "changed verdict"
    assert change.detail.startswith("Was agree, is conflict")


def test_a_new_denial_is_told_with_its_speaker(one_story: OneStory) -> None:
    before = brief(one_story(Report("a", "Ada Roe said the dam held.")))
    denying = Report("b", "Ada Roe denied that the dam broke.").said("that the dam broke", "Ada Roe", stance="denies")
    _, change = changes(held(before), brief(one_story(Report("a", "Ada Roe said the dam held."), denying)))
    assert (change.kind, change.what, change.detail) == ("new denial", "that the dam broke", "Denied by Ada Roe.")


def test_another_file_is_declined_with_what_it_lacks() -> None:
    claim = {"values": [{"mentions": [{"article": "a", "start": 0, "end": 1}]}]}
    with pytest.raises(InputError, match="lacks 'verdict'"):
        earlier_answer({"articles": [], "claims": [claim], "statements": [], "contacts": [], "promises": []})
    with pytest.raises(InputError, match="lacks 'articles'"):
        earlier_answer({"stories": []})
