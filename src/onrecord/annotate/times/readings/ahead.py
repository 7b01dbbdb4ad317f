"""When it is that something will be "in three weeks": a length of time that dates what a clause says will be then."""

from spacy.tokens import Token

from onrecord.annotate.syntax import is_verb
from onrecord.annotate.times.readings.found import Found
from onrecord.annotate.times.readings.units import SIZES, away
from onrecord.annotate.times.tense import Tense, is_firm, tense_of
from onrecord.model import When

_SIZED = ("dobj", "nsubjpass")


def in_so_long(found: Found) -> When | None:
    """Return when it is that something "will reopen in three weeks".

    None where it is how long something takes or goes back: "will visit five towns in three days", "was built in two
    years", "will be the best in a decade".
    """
    unit, count = found.value("u", "unit"), found.amount("c") if found.has("c") else None
    size = "W" if unit == "2W" else unit
    if found.published is None or count is None or size not in SIZES:
        return None
    verb = _verb_of(found)
    if verb is None or not is_firm(verb) or tense_of(verb) is not Tense.FUTURE or _is_of_so_many(verb):
        return None
    if unit == "2W":
        count *= 2
    try:
        point = away(found.published, size, count)
    except OverflowError:
        return None
    return When(point.edtf, point.precision, f"'in {found.words}' from publication")


def _verb_of(found: Found) -> Token | None:
    """Return the verb that the words hang on with nothing but "in" between: not "the best in two years"."""
    token = found.context.token(found.tokens[found.match.last - 1])
    if token is None or token.dep_ != "pobj" or token.head.lower_ != "in":
        return None
    preposition = token.head
    right_before = found.start - (preposition.idx + len(preposition)) == 1
    return preposition.head if right_before and is_verb(preposition.head) else None


def _is_of_so_many(verb: Token) -> bool:
    """Whether a verb tells of a number of things, or of what somebody or something is: the words say in how long."""
    if any(child.dep_ == "attr" for child in verb.children):
        return True
    things = (child for child in verb.children if child.dep_ in _SIZED)
    return any(part.like_num or part.tag_ in ("CD", "$") for thing in things for part in thing.subtree)
