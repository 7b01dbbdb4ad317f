"""Events across articles: mentions of one happening joined by what was done, who took part, when and where.

Mentions are compared within a story, and across stories only where one looks back on the other. Words alone join
nothing across stories; within one, what the reports share beside the words decides.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.model import Annotated, Entity, Event, Story
from onrecord.relate.entities import canonical
from onrecord.relate.event_hosts import with_hosts_day
from onrecord.relate.event_likeness import event_measures, one_event
from onrecord.relate.event_pairs import (
    done_to_others,
    other_place,
    other_season,
    other_time,
    related_pairs,
    same_act_same_day,
    story_pairs,
    told_apart,
)
from onrecord.relate.event_summary import event_of
from onrecord.relate.linkage import average_linkage
from onrecord.relate.profile import Profile, dot, profile, terms, weighed
from onrecord.relate.rarity import Rarity, rarity
from onrecord.relate.told import Told, tell

# Chosen with the weights by cross-validation over topics, see training/events.py, and checked on MEANTIME. It joins
# freely; what is shown of an event rests on the mentions that surely tell the same (event_core).
THRESHOLD = -3.5
# See average_linkage: large groups join less freely than a single mention joins a group.
OWN = 0.2
_SURE = 6.0
# Days that differ hold two mentions apart, but a few wrongly dated ones do not tear a well-told event in two: as a
# hard split the same evidence costs 4 points of B-cubed and 7 of pairwise F1 on the development topics.
_APART = -8.0
_SAME_DAY = 3.0
_FAR_APART = -20.0


def link_events(
    articles: Sequence[Annotated], entities: Sequence[Entity], stories: Sequence[Story]
) -> tuple[Event, ...]:
    """Return the events, ordered by their first mentions in the stories' order; each mention is in exactly one.

    The same for any order of the articles. Work grows with the mentions of a story, not of the collection: stories
    are taken one after the other, those related to one another together.
    """
    known = canonical(entities)
    by_id = {a.article.id: a for a in articles}
    story_of = {article: story.id for story in stories for article in story.articles}
    ordered = [by_id[name] for story in stories for name in story.articles if name in by_id]
    ordered, twins = _without_twins(ordered, story_of)
    place = {a.article.id: number for number, a in enumerate(ordered)}
    profiles = [profile(a) for a in ordered]
    weights = rarity(terms(p) for p in profiles)
    found: dict[tuple[int, int], Event] = {}
    for related in _together(stories):
        held = sorted(place[name] for story in related for name in story.articles if name in place)
        told = [one for number in held for one in tell(ordered[number], known, weights)]
        scores = _scores(told, [profiles[number] for number in held], story_of, weights)
        scores |= {pair: _SURE for pair in related_pairs(told, related)}
        never = [(a, b) for a, b in scores if done_to_others(told[a], told[b])]
        for group in average_linkage(len(told), scores, THRESHOLD, own=OWN, never=never):
            first = told[group[0]]
            whole = _with_twins([told[n] for n in group], twins)
            found[place[first.article], first.index] = event_of(whole, by_id, known, story_of)
    return tuple(with_hosts_day([found[key] for key in sorted(found)], by_id))


def _together(stories: Sequence[Story]) -> list[list[Story]]:
    """Return the stories in groups that no relation crosses."""
    group = {story.id: [story] for story in stories}
    for story in stories:
        for other in story.related:
            one, two = sorted((group[story.id], group.get(other.story, group[story.id])), key=len)
            if one is not two:
                two += one
                group.update((held.id, two) for held in one)
    return list({id(held): held for held in group.values()}.values())


def _without_twins(
    articles: Sequence[Annotated], story_of: Mapping[str, str]
) -> tuple[list[Annotated], dict[str, list[Annotated]]]:
    """Return the articles without those that repeat another's text, and these by the first one's id.

    A text that a thousand outlets carry is compared once.
    """
    first: dict[tuple[str | None, str, int], Annotated] = {}
    twins: defaultdict[str, list[Annotated]] = defaultdict(list)
    for annotated in articles:
        article = annotated.article
        held = first.setdefault((story_of.get(article.id), article.text, len(annotated.events)), annotated)
        if held is not annotated:
            twins[held.article.id].append(annotated)
    return list(first.values()), twins


def _with_twins(group: Sequence[Told], twins: Mapping[str, Sequence[Annotated]]) -> list[Told]:
    """Return the mentions, each followed by the same one in every repetition of its text."""
    return [
        told
        for one in group
        for told in (
            one,
            *(replace(one, article=t.article.id, event=t.events[one.index]) for t in twins.get(one.article, ())),
        )
    ]


def _scores(
    told: Sequence[Told], profiles: Sequence[Profile], story_of: dict[str, str], weights: Rarity
) -> dict[tuple[int, int], float]:
    """Return the log-odds of the pairs within stories."""
    wholes = {p.article: weighed(p.body + p.title, weights, 1.5) for p in profiles}
    near: dict[tuple[str, str], float] = {}
    scores = {}
    for a, b in story_pairs(told, story_of):
        one, other = told[a], told[b]
        if other_season(one, other) or done_to_others(one, other):
            scores[a, b] = _FAR_APART
        elif told_apart(one, other) or other_place(one, other) or other_time(one, other):
            scores[a, b] = _APART
        else:
            both = (one.article, other.article)
            if both not in near:
                near[both] = dot(wholes[one.article], wholes[other.article])
            score = one_event(event_measures(one, other, near[both], weights))
            scores[a, b] = min(_SURE, max(score, _SAME_DAY) if same_act_same_day(one, other) else score)
    return scores
