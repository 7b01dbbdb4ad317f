"""Which places in the reports tell of one contact, and what was only said in one."""

from collections.abc import Sequence
from datetime import timedelta

from onrecord.compare.contact_threads import Row, clash, initiators, media_fit, medium_of, parties_of, when_of, within
from onrecord.compare.sighting import GIVEN, SAID_TO, WRITTEN, Sighting
from onrecord.compare.values import days, relate_dates
from onrecord.compare.world import World
from onrecord.model import EventRef

_TOLD_BEFORE_DAYS = 7
_TOLD_AFTER_DAYS = 30
"""How long before or after a contact a report that does not date it is still taken to tell of that one."""
_HELD = frozenset({"meeting", "phone"})
_STEM = 4
_WRITTEN_WITHIN = 60
"""Characters between a letter and what it says ("signed a petition, urging the council")."""
_BESIDE_WITHIN = 80
"""Characters between a call and what is urged in it ("in his call with Ada Roe, Bo Lind urged Norland to")."""
_ANOTHER_WITHIN_DAYS = 7
"""How long before the contact just told "another call" is looked for where the report does not say."""


def join(world: World, rows: Sequence[Row]) -> list[Row]:
    """Return one row a contact: what several reports, or several places of one, tell of it."""
    return _said_joined(world, _dateless_joined(world, _merged(world, rows)))


def _merged(world: World, rows: Sequence[Row]) -> list[Row]:
    """Join what several reports tell of one contact: one event to `relate`, or the same parties on the same day."""
    found: list[Row] = []
    for row in sorted(rows, key=lambda row: row[0].medium in SAID_TO):
        home = next((other for other in found if _may_be_one(world, other, row)), None)
        if home is None:
            found.append(list(row))
        else:
            home.extend(row)
    return found


def _may_be_one(world: World, left: Row, right: Row) -> bool:
    if not _compatible(left, right) or (left[0].medium in SAID_TO) != (right[0].medium in SAID_TO):
        return False
    relation = relate_dates(when_of(left), when_of(right))
    if _events(world, left) & _events(world, right) and relation != "clash":
        if not (parties_of(left) and parties_of(right)):
            held = relation == "same" and medium_of(left) == medium_of(right) in _HELD
            return held and bool(_words(world, left) & _words(world, right))
        lone = [row for row in (left, right) if len(parties_of(row)) == 1]
        if lone:
            return relation in ("same", "within")  # "a meeting with the mayor" may be any of the mayor's
        apart = _in_one_report(left, right) or left[0].story != right[0].story
        return relation in ("same", "within") or not (apart or _out_of_time(world, left, right))
    if medium_of(left) == medium_of(right) and medium_of(left) in WRITTEN and _of_one_writer(left, right):
        apart = _in_one_report(left, right) and parties_of(left) != parties_of(right)
        side_by_side = _distance(left, right) <= _WRITTEN_WITHIN
        return relation != "clash" and left[0].story == right[0].story and (side_by_side or not apart)
    if len(parties_of(left) & parties_of(right)) < 2:
        return False
    one = when_of(left)
    same_day = one is not None and one.precision in ("day", "hour", "minute") and relation == "same"
    return same_day and left[0].story == right[0].story


def _of_one_writer(left: Row, right: Row) -> bool:
    """Whether one is said to have written both, or one of them and to be no other than a party of the other."""
    one, other = initiators(left), initiators(right)
    return bool(one & other) or bool(one | other) and one | other <= parties_of(left) & parties_of(right)


def _out_of_time(world: World, left: Row, right: Row) -> bool:
    """Whether a mention without a date stands in a report of quite another time than the other's date."""
    for dated, row in ((left, right), (right, left)):
        day = days(when_of(dated))
        told = [d for s in row if (d := days(world.articles[s.article].article.published))]
        if day is None or when_of(row) is not None or not told:
            continue
        before, after = timedelta(_TOLD_BEFORE_DAYS), timedelta(_TOLD_AFTER_DAYS)
        if all(d[1] < day[0] - before or d[0] > day[1] + after for d in told):
            return True
    return False


def _compatible(left: Row, right: Row) -> bool:
    """Whether nothing speaks against two rows being of one contact."""
    if clash(initiators(left), initiators(right)) or not media_fit(medium_of(left), medium_of(right)):
        return False
    if "denied" in (left[0].modality, right[0].modality) and left[0].modality != right[0].modality:
        return False
    if _are_talks_and_call(left, right) or _are_talks_and_call(right, left):
        return False
    mine, theirs = parties_of(left), parties_of(right)
    return len(mine & theirs) >= min(2, len(mine), len(theirs))


def _are_talks_and_call(left: Row, right: Row) -> bool:
    """Whether one is only ever called talks, and the other was a call of a day that the talks do not give."""
    dated = relate_dates(when_of(left), when_of(right)) in ("same", "within")
    return all(s.formal for s in left) and medium_of(right) == "phone" and not dated


def _in_one_report(left: Row, right: Row) -> bool:
    return bool({s.article for s in left} & {s.article for s in right})


def _dateless_joined(world: World, rows: Sequence[Row]) -> list[Row]:
    """Join each row without a date to the one dated contact of its story that it can be; two leave it open."""
    dated = [row for row in rows if when_of(row) is not None]
    kept = []
    for row in (r for r in rows if when_of(r) is None):
        homes = [other for other in dated if _can_be(other, row) and not _out_of_time(world, other, row)]
        if any(s.other for s in row):
            homes = _just_before(homes, [other for other in dated if _in_one_report(other, row)])
        if len(homes) == 1:
            homes[0].extend(row)
        else:
            kept.append(row)
    return [*dated, *kept]


def _can_be(dated: Row, row: Row) -> bool:
    shared = len(parties_of(dated) & parties_of(row))
    if shared < 2 or row[0].story is None or row[0].story != dated[0].story or _in_one_report(dated, row):
        return False
    return row[0].medium not in SAID_TO and _compatible(dated, row)


def _just_before(homes: Sequence[Row], told: Sequence[Row]) -> list[Row]:
    """Return the last contact in the days before the one beside which "another call" is told."""
    latest = max((d[0] for row in told if (d := days(when_of(row)))), default=None)
    if latest is None:
        return []
    spans = [(d[0], row) for row in homes if (d := days(when_of(row)))]
    near = [(day, row) for day, row in spans if timedelta() < latest - day <= timedelta(_ANOTHER_WITHIN_DAYS)]
    return [max(near, key=lambda pair: pair[0])[1]] if near else []


def _said_joined(world: World, rows: Sequence[Row]) -> list[Row]:
    """Join what was said in a call or at a meeting ("thanked", "urged", "told") to that.

    Thanks, and what somebody was told, are a contact of their own only where no call or meeting can have held them.
    """
    said = SAID_TO | GIVEN | {"told"}
    found = [row for row in rows if row[0].medium not in said]
    for row in (r for r in rows if r[0].medium in said):
        homes = [other for other in found if _was_said_in(world, other, row)]
        if homes:
            nearest = min(homes, key=lambda home: _distance(home, row))
            nearest.extend(within(s) for s in row)
        elif row[0].medium in SAID_TO and any(_is_said_beside(other, row) for other in found):
            continue
        elif row[0].medium not in ("thanks", "told") or not any(_is_of(other, row) for other in found):
            found.append(row)
    return [row for row in found if row[0].medium != "thanks" or when_of(row) is not None]


def _was_said_in(world: World, home: Row, row: Row) -> bool:
    if home[0].medium in WRITTEN and len(parties_of(home)) == 1:
        near = 0 <= row[0].span.start - home[-1].span.end <= _WRITTEN_WITHIN
        return near and _in_one_report(home, row) and not clash(initiators(home), initiators(row))
    if len(parties_of(home) & parties_of(row)) < 2:
        return False
    relation = relate_dates(when_of(home), when_of(row))
    if relation in ("same", "within"):
        return bool(initiators(home) & initiators(row)) and world.are_related(home[0].article, row[0].article)
    return when_of(row) is None and row[0].medium in GIVEN and _in_one_report(home, row) and _is_of(home, row)


def _is_said_beside(home: Row, row: Row) -> bool:
    """Whether somebody who called or met another is told in the same breath to have urged something there."""
    spoken = (
        medium_of(home) in ("phone", "meeting", "talks", "letter", "message") and _distance(home, row) <= _BESIDE_WITHIN
    )
    return spoken and bool(initiators(row) & parties_of(home)) and not clash(initiators(home), initiators(row))


def _distance(home: Row, row: Row) -> int:
    """Return the characters between two rows where one report tells both, else a number above all such."""
    mine = [abs(s.span.start - row[0].span.start) for s in home if s.article == row[0].article]
    return min(mine, default=1_000_000)


def _is_of(home: Row, row: Row) -> bool:
    """Whether both are of one story and between the same two."""
    return home[0].story == row[0].story and len(parties_of(home) & parties_of(row)) >= 2


def _events(world: World, row: Row) -> frozenset[str]:
    return frozenset(e for s in row if (e := event_id(world, s)) is not None)


def _words(world: World, row: Row) -> frozenset[str]:
    """Return how the words that name the contact begin: "meeting" and "met to talk" do not meet, "meet" does."""
    told = (s.span.of(world.articles[s.article].article.text).lower() for s in row)
    return frozenset(word[:_STEM] for words in told for word in words.split() if len(word) >= _STEM)


def event_id(world: World, sighting: Sighting) -> str | None:
    """Return the event across articles that a sighting is a mention of, None where it is none."""
    found = world.event_of.get(EventRef(sighting.article, sighting.index)) if sighting.index is not None else None
    return found.id if found is not None else None
