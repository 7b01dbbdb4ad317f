"""Whether a noun names what happens in a clause or what the clause is about: only the first has the clause's date."""

from spacy.tokens import Token

from onrecord.annotate.syntax import is_verb
from onrecord.annotate.times.lexicon import listed

# A happening behind one of these is part of what the clause tells: "killed in an attack", "died during the march".
_WITHIN = frozenset(
    {"in", "during", "at", "amid", "amidst", "within", "throughout", "by", "through", "via", "under", "as"}
)


def shares_upward(token: Token) -> bool:
    """Whether a noun, or the preposition it stands behind, has the date of what it hangs on.

    >>> import spacy; from spacy.tokens import Doc
    >>> words = Doc(spacy.blank("en").vocab, ["condemned", "attacks"], pos=["VERB", "NOUN"], heads=[0, 0],
    ...     deps=["ROOT", "dobj"], lemmas=["condemn", "attack"])
    >>> shares_upward(words[1])
    False
    """
    above = token.head
    if token.dep_ in ("dobj", "nsubjpass"):
        return above.lemma_ not in listed("about") and (
            above.lemma_ not in listed("announcing") or token.lemma_.lower() in listed("made by word")
        )
    if token.dep_ == "nsubj":
        return above.lemma_ not in listed("consequences")
    if token.dep_ == "compound":
        return (
            above.lemma_.lower() in listed("deeds") or above.pos_ == "PROPN"
        )  # "City host Rovers", whatever the parse
    return _is_within(token) if token.dep_ == "prep" else True


def _is_within(preposition: Token) -> bool:
    word, above = preposition.lower_, preposition.head
    if word == "of":
        return above.lemma_.lower() in listed("wholes")
    if word in ("to", "on"):
        return above.lemma_ in listed("going")
    if word == "for":
        goal = next((c for c in preposition.children if c.dep_ == "pobj"), None)
        went = goal is not None and goal.lemma_.lower() in listed("gone for") and above.lemma_ in listed("going")
        return above.lemma_ in listed("scheduled") or went
    if word == "with":
        return is_verb(above) and above.lemma_ not in listed("other with")
    return word in _WITHIN
