"""Which counts of two reports may count one thing: what is counted, how large the numbers are, what is told of them."""

import re

from onrecord.annotate.facts.aboard import ABOARD
from onrecord.annotate.facts.words import canonical
from onrecord.compare.entry import APART, Entry
from onrecord.compare.fates import befell_others
from onrecord.compare.nearness import Nearness
from onrecord.compare.questions import may_be_of_one_kind
from onrecord.compare.values import Count, Relation, comparable, days, is_of_things
from onrecord.compare.wording import claim_words, word_list

_PARTIAL = re.compile(r"\b(?:other|others|another|further|additional|remaining|first|last|final|more(?! than))\b")
_BESIDES_THE_DEAD = re.compile(r"\b(?:others?|more(?! than))\b")
_ROUGH = 0.2
"""Words in common from which "dozens" may be another report's 50."""
_TOUCHING = 0.1
"""Words in common from which "more than 40" here and "about 40" there may be one number."""
_STEM = 4
_VAGUE = 0.15
"""Words in common from which "dozens" are another report's dozens."""
_OF_TWO_KINDS = 0.15
"""Words in common from which two pilots here are the two rebels there; many a small number is met by chance."""
_ONE_PERSON = 0.3
_SHARE = 0.2
"""Words in common from which a round share of one thing is that of another: "1 per cent" is told of much."""
_TALLIED = 0.25
"""Words in common from which a round number of laps or games in two reports is one stretch of play."""
_ROUND = 5
_DAYS_APART = 31
_LARGE = 1000
"""From this size on two numbers of one order, in like words, need not be said of one word."""
_FEW = 10
CLOSE_WORDS = 0.1
"""Words in common from which numbers that are nearly as large count one thing, where neither report counts another."""
_CLOSE_SHARE = 0.2
_FAR_BOUND = 1.25
"""From so many times a bound on, a number is what the bound leaves open only where much else is alike."""
_MANY_TIMES = 3
"""A number so many times another is no closer word for what the other only bounds ("more than 20,000", 2.6 million)."""


def counts_may_join(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether two counts can answer one question at all; numbers that exclude each other need more in common."""
    if near.relation == "unknown":
        return False
    if "age" in (left.head, right.head):
        return left.head == right.head and _one_holder(left, right, near.relation)
    if _partial(left) != _partial(right) or of_other_times(left, right) or befell_others(left, right, near):
        return False
    if near.one_question:
        return may_be_of_one_kind(_noun(left), _noun(right)) or is_measured(left)
    if _is_often_met(left) and near.relation != "clash" and near.words < _TALLIED:
        return False
    if near.relation == "same":
        return _same_number(left, right, near)
    if near.relation == "within":
        return not _is_many_times(left, right) and _rougher_may_join(left, right, near)
    return _clashing_may_join(left, right, near)


def _clashing_may_join(left: Entry, right: Entry, near: Nearness) -> bool:
    particular = is_one_noun(left, right)
    if (left.relation == APART) != (right.relation == APART):
        return False
    if left.modality != right.modality or not _are_of_one_noun(left, right) or _partial(left):
        return False
    if is_close(left, right, near):
        return near.words >= CLOSE_WORDS
    if is_measured(left):
        return near.words >= (_TOUCHING if _is_one_measure(left, right, near) else 0.35 if near.one_deed else 0.45)
    if particular and near.alone and left.count is not None and left.count.unit is None:
        return near.words >= 0.05
    return (
        near.words >= 0.45
        or (near.one_deed and near.words >= 0.2)
        or (particular and near.words >= (0.05 if near.same_word else 0.1))
    )


def is_close(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether two numbers of a thing that each report counts once are nearly as large, as two things seldom are."""
    if left.count is None or not near.alone:
        return False
    low, high = sorted(e.measure for e in (left, right) if e.count is not None)
    exact = not (is_vague(left.count) or is_vague(right.count))
    return (
        exact
        and is_one_noun(left, right)
        and _are_of_one_noun(left, right)
        and distinctive(left)
        and high - low <= _CLOSE_SHARE * high
    )


def _is_one_measure(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether both measure what their reports open with in one way: "sentenced to seven years", "to eight years"."""
    one_subject = None in (left.subject, right.subject) or left.subject == right.subject
    alike = near.same_event and near.same_word and left.relation == right.relation and one_subject
    return alike and left.leads and right.leads


def _rougher_may_join(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether one number may be a rougher word for the other."""
    enough = _TOUCHING if left.leads and right.leads else _ROUGH
    if near.words >= enough and min(left.size, right.size) >= _LARGE and _may_be_one_noun(left, right):
        return True
    particular = is_one_noun(left, right) and (near.alone or not is_measured(left) or near.words >= _ROUGH)
    rough = is_vague(left.count) or is_vague(right.count)
    if _is_many_times(left, right, _FAR_BOUND) and not near.one_deed and near.words < _ROUGH:
        return False  # "fewer than 26 goals in any year" is no word for 13 in this
    return (
        _heads_alike(left, right)
        and (near.one_deed or particular or _is_one_bounded(left, right, near))
        and (not rough or particular or near.words >= _ROUGH)
    )


def _is_everyday(count: Count) -> bool:
    return count.unit in claim_words("everyday")


def _is_many_times(left: Entry, right: Entry, times: float = _MANY_TIMES) -> bool:
    low, high = sorted((left.measure, right.measure))
    return not (is_vague(left.count) or is_vague(right.count)) and high > times * low > 0


def _may_be_one_noun(left: Entry, right: Entry) -> bool:
    """Whether the words do not tell two counted things apart ("searches", "stop-and-search incidents")."""
    if not left.head or not right.head or _are_people_of_any_kind(left, right):
        return True
    one, other = ({canonical(word) for word in re.findall(r"[a-z]+", e.words)} for e in (left, right))
    return canonical(left.head) in other or canonical(right.head) in one


def _are_people_of_any_kind(left: Entry, right: Entry) -> bool:
    """Whether both count people, one of them without saying of what kind."""
    both = all(e.count is not None and e.count.unit == "people" for e in (left, right))
    return both and any(e.head in claim_words("anybody") for e in (left, right))


def _same_number(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether one number in two reports counts one thing: a small one is often met by chance."""
    alike = _heads_alike(left, right)
    if is_vague(left.count) and not is_measured(left) and near.words < _VAGUE:
        return False
    if distinctive(left) and (alike or near.words >= 0.2):
        return near.words >= _TOUCHING or near.alone or not _is_converted(left, right)
    if alike:
        if left.count is not None and left.count.unit == "people" and left.count.low == left.count.high == 1:
            return near.words >= _ONE_PERSON
        if _are_of_two_kinds(left, right):
            return near.words >= _OF_TWO_KINDS
        is_share = left.count is not None and left.count.unit == "percent"
        return near.one_deed or near.alone or near.words >= (_SHARE if is_share else _TOUCHING)
    return near.words >= 0.3


def _is_converted(left: Entry, right: Entry) -> bool:
    """Whether one number is the other only as put in another unit, where it is never quite the same."""
    return left.count is not None and right.count is not None and left.count.unit != right.count.unit


def _are_of_two_kinds(left: Entry, right: Entry) -> bool:
    """Whether both count people, one as pilots, the other as rebels, and neither as people at all."""
    vague = claim_words("general") | claim_words("anybody")
    if any(e.count is None or e.count.unit != "people" or e.head in vague for e in (left, right)):
        return False
    return left.counted[:_STEM] != right.counted[:_STEM]


def of_other_times(left: Entry, right: Entry) -> bool:
    """Whether the deeds that two counts are of are dated too far apart to be one."""
    one, other = (days(e.mention.when) if e.mention is not None else None for e in (left, right))
    if one is None or other is None:
        return False
    return (max(one[0], other[0]) - min(one[1], other[1])).days > _DAYS_APART


def _is_often_met(entry: Entry) -> bool:
    """Whether a count is a small or round one of laps, games or seasons, of which each report has several."""
    often = not distinctive(entry) or entry.size % _ROUND == 0
    return often and entry.head in word_list("tallied.txt")


def _partial(entry: Entry) -> bool:
    """Whether a count leaves out others that were counted before ("four other men").

    "Dozens of others were hurt" tells of all who were hurt: they are others than the dead.
    """
    if entry.said_of == "hurt" and _BESIDES_THE_DEAD.search(entry.words):
        return False
    return bool(_PARTIAL.search(entry.words))


def _one_holder(left: Entry, right: Entry, relation: Relation) -> bool:
    """Whether two ages may be one person's; those that differ must both stand beside the name itself."""
    if left.subject and right.subject:
        alike = left.subject == right.subject or left.subject.split()[-1] == right.subject.split()[-1]
        return alike and (relation == "same" or (left.subject_named and right.subject_named))
    return relation == "same"


def _noun(entry: Entry) -> str:
    """Return what is counted; whoever is only called people, victims or the dead is people."""
    anybody = entry.count is not None and entry.count.unit == "people" and entry.head in claim_words("anybody")
    return "people" if anybody and entry.counted != ABOARD else entry.counted


def _are_of_one_noun(left: Entry, right: Entry) -> bool:
    """Whether the same is counted or measured; of "a 90-kilo calf" and "the 110-kilo cow" it is not."""
    measured = {e.head for e in (left, right)} - {e.count.unit for e in (left, right) if e.count is not None}
    two_things = is_measured(left) and (len(measured) > 1 or any("-" in e.words for e in (left, right)))
    return bool(_noun(left)) and _noun(left) == _noun(right) and not two_things


def is_one_noun(left: Entry, right: Entry) -> bool:
    """Whether both count one particular thing: a noun that is neither a unit nor any people, or a thing's size."""
    one = bool(left.head) and left.counted == right.counted
    if left.count is not None and is_measured(left) and left.head in (left.count.unit, "money"):
        return one and is_of_things(left.count.unit)
    return one and left.counted not in claim_words("general")


def is_measured(entry: Entry) -> bool:
    """Whether a count is in a unit: a measure, money, per cent."""
    return entry.count is not None and entry.count.unit not in (None, "people")


def _heads_alike(left: Entry, right: Entry) -> bool:
    if left.count is None or right.count is None:
        return False
    unit = left.count.unit
    if unit is not None and comparable(unit, right.count.unit):
        return True
    return left.counted == right.counted


def _is_one_bounded(left: Entry, right: Entry, near: Nearness) -> bool:
    """Whether two counts name one number with different bounds, in like words or a number that is hardly met twice."""
    enough = 0.0 if near.alone and _figures(left) > 1 and _figures(right) > 1 else _TOUCHING
    return is_touching(left, right) and near.words >= enough


def _figures(entry: Entry) -> int:
    """Return how many figures a number has, zeros at its ends left out."""
    return len(f"{_named(entry):.6f}".rstrip("0").replace(".", "").strip("0"))


def _named(entry: Entry) -> float:
    """Return the number that the words name: 200 of "nearly 200"."""
    nearly = entry.count is not None and entry.count.rough and entry.count.high is not None
    return entry.count.high if nearly and entry.count is not None and entry.count.high else entry.size


def is_touching(left: Entry, right: Entry) -> bool:
    """Whether two counts name one number with different bounds ("£700m", "more than £700m")."""
    if any(is_vague(e.count) for e in (left, right)):
        return False
    named = [{b for b in (e.count.low, e.count.high) if b is not None} for e in (left, right) if e.count is not None]
    return len(named) == 2 and bool(named[0] & named[1]) and (distinctive(left) or distinctive(right))


def distinctive(entry: Entry) -> bool:
    """Whether a count is so particular that two reports hardly share it by chance."""
    if entry.count is None or _is_round_guess(entry):
        return False
    digits = f"{entry.size:.6f}".rstrip("0").replace(".", "").strip("0")
    if len(digits) >= 3 or entry.size != int(entry.size):
        return True
    return entry.size >= 11 and (not _is_everyday(entry.count) or entry.size % 5 != 0)


def _is_round_guess(entry: Entry) -> bool:
    """Whether a rough number, of people or below 10, has one figure that is not 0, as many guesses do."""
    if entry.count is None or not entry.count.rough or _figures(entry) != 1:
        return False
    return entry.count.unit == "people" or _named(entry) < _FEW


def is_vague(count: Count | None) -> bool:
    """Whether nobody counted ("dozens", "thousands"); "about 30" and "nearly 200" are near enough to a count."""
    if count is None:
        return False
    low, high = count.low or 0.0, count.high
    return count.rough and (high is None or high > 1.5 * low)


def count_term(left: Entry, right: Entry, relation: Relation) -> float:
    """Return what the numbers of two counts add to their likeness."""
    noun = 0.25 if is_one_noun(left, right) else 0.0
    if relation == "same":
        return max(0.5 if distinctive(left) else 0.3, 0.3 + noun) + 0.1 * (left.counted == right.counted)
    if relation == "within":
        return max(0.4 if is_touching(left, right) else 0.15, 0.15 + noun)
    return noun
