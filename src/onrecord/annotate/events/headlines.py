"""Happenings in lines set in capitals: "Lind Checks Into Clinic", where a parser takes every word for a name."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from onrecord.annotate.events.lexicon import lexicon

# Shorter rows of capitals are names: "Secretary of State Mara Lind".
_FEWEST_CAPITALS = 5
_INNER_MARKS = frozenset({",", "-", "–", "'", "’", "'s", "’s", ";", ":", "&", "$", "‘", '"', "“", "”"})
_CONSONANTS = frozenset("bdgklmnprtvz")


def headline_rows(doc: Doc, joining: frozenset[str]) -> Iterator[list[Token]]:
    """Yield the rows of tokens that are set in capitals, the joining words between them aside."""
    row: list[Token] = []
    for token in doc:
        if _continues(token, joining):
            row.append(token)
            continue
        if _capitals(row) >= _FEWEST_CAPITALS:
            yield row
        row = []
    if _capitals(row) >= _FEWEST_CAPITALS:
        yield row


def _continues(token: Token, joining: frozenset[str]) -> bool:
    if token.text in _INNER_MARKS or token.like_num or token.lower_ in joining:
        return True
    return token.is_alpha and token.text[0].isupper()


def _capitals(row: list[Token]) -> int:
    return sum(t.is_alpha and t.text[0].isupper() for t in row)


def verb_forms(word: str) -> Iterator[tuple[str, bool]]:
    """Yield the verbs a word may be a form of, and whether the form may be passive; the word must be in small letters.

    >>> list(verb_forms("denies"))[0], list(verb_forms("stabbed"))[-1]
    (('deny', False), ('stab', True))
    """
    if word.endswith("ies"):
        yield f"{word[:-3]}y", False
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1], False
        if word.endswith("es"):
            yield word[:-2], False
    if word.endswith("ied"):
        yield f"{word[:-3]}y", True
    if word.endswith("ed"):
        yield word[:-1], True
        yield word[:-2], True
        if len(word) > 4 and word[-3] == word[-4] and word[-3] in _CONSONANTS:
            yield word[:-3], True


Slots = Mapping[str, list[Token]]


def headline_verbs(doc: Doc) -> Iterator[tuple[Token, str, Slots]]:
    """Yield the words of such rows that must be verbs, with the verb and who stands before and behind it."""
    joining = lexicon().plain["headline-joining"]
    for row in headline_rows(doc, joining):
        for before, token, behind in zip(row, row[1:], [*row[2:], None], strict=False):
            if token.pos_ != "PROPN" or token.ent_type_ == "PERSON" or not _may_precede(before, joining):
                continue
            verb = next(((v, p) for v, p in verb_forms(token.lower_) if _is_known(v)), None)
            if verb is not None:
                lemma, participle = verb
                open_end = behind is None or not behind.is_alpha or behind.lower_ in joining
                yield token, lemma, _slots(token, before, None if open_end else behind, participle=participle)


def _may_precede(before: Token, joining: frozenset[str]) -> bool:
    return (before.is_alpha or before.like_num) and before.lower_ not in joining


def _is_known(verb: str) -> bool:
    return verb in lexicon().verbs or verb in lexicon().plain["headline-verbs"]


def _slots(verb: Token, before: Token, behind: Token | None, *, participle: bool) -> Slots:
    """Return who stands where, as a parser would have it: a participle without an object is in the passive."""
    if participle and behind is None:
        return {"subj": [], "obj": [before], "passive": [verb]}
    return {"subj": [before], "obj": [_last_of_name(behind)] if behind is not None else []}


def _last_of_name(token: Token) -> Token:
    """Return the last word of the name that begins with the token."""
    while token.i + 1 < len(token.doc) and token.ent_type_ and token.nbor(1).ent_iob_ == "I":
        token = token.nbor(1)
    return token
