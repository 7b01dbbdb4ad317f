"""A clause that the parse hangs on a day and that tells of something else: "a deal signed in June, which barred her".

It is of the noun that the day dates. What "which" says of the day itself stays ("on Monday, which is a holiday"), and
so does what may be of the whole sentence: "sold the pier in June, which angered many".
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

_TIMES = frozenset({"DATE", "TIME"})
_OF_A_TIME = frozenset({"be", "mark", "see", "fall", "bring", "begin", "end", "start", "come", "coincide"})
"""Verbs that are said of days: "June, which saw three strikes"."""
_WHAT = frozenset({"which", "who"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HIGHEST = 4


def off_days(doc: Doc) -> Iterator[tuple[Token, Token, str]]:
    """Yield each such clause's verb, the noun that it is of and the relation."""
    for verb in doc:
        if verb.dep_ == "relcl" and _is_on_day(verb) and (noun := _dated(verb.head)) is not None:
            yield verb, noun, "relcl"


def _is_on_day(verb: Token) -> bool:
    day = verb.head
    if day.ent_type_ not in _TIMES or verb.lemma_ in _OF_A_TIME:
        return False
    return any(c.lower_ in _WHAT and c.dep_ in _SUBJECTS and c.i > day.i for c in verb.children)


def _dated(day: Token) -> Token | None:
    """Return the noun that the day stands with, the one its clause or preposition is of."""
    above = day.head
    for _ in range(_HIGHEST):
        if above.pos_ in ("NOUN", "PROPN") and above.ent_type_ not in _TIMES:
            return above if above.i < day.i else None
        if above.head == above or (above.pos_ in ("VERB", "AUX") and above.dep_ not in ("relcl", "acl")):
            return None
        above = above.head
    return None
