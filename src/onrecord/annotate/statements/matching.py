"""Which lexicon entry a word of the parse stands for."""

from spacy.tokens import Token

from onrecord.annotate.statements.lexicon import Cue, Part, cues, listed

_PARTS: dict[str, Part] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}


def cue_of(token: Token, *, as_verb: bool = False) -> tuple[Cue, int] | None:
    """Return the longest entry that begins at a token, and the index of its last token.

    as_verb  take the word for a verb whatever the parse says: headlines mislead it
    """
    part: Part | None = "verb" if as_verb else _PARTS.get(token.pos_)
    if part is None or token.is_punct:
        return None
    lemmas = (token.lemma_.lower(), *_bare(token.lower_)) if as_verb else (token.lemma_.lower(),)
    for lemma in lemmas:
        for cue in cues().get((part, lemma), ()):
            last = _last(token, cue.words)
            if last is not None:
                return cue, last
    return None


def _bare(word: str) -> tuple[str, ...]:
    """Return what a verb's form may be without its ending."""
    return tuple(word.removesuffix(ending) for ending in ("s", "es", "ed", "d", "ing") if word.endswith(ending))


def _last(token: Token, words: tuple[str, ...]) -> int | None:
    at = token.i
    for word in words[1:]:
        at += 1
        while at < len(token.doc) and at < token.i + 4 and _is_between(token.doc[at], word):
            at += 1
        if at >= len(token.doc) or word not in (token.doc[at].lower_, token.doc[at].lemma_.lower()):
            return None
    return None if _opens_a_day(token, at) else at


def _opens_a_day(token: Token, at: int) -> bool:
    """Whether the last word of a cue begins a date instead: "insisted on Sunday that"."""
    return at > token.i and at + 1 < len(token.doc) and token.doc[at + 1].ent_type_ in ("DATE", "TIME")


def _is_between(token: Token, word: str) -> bool:
    """Whether a word may stand inside a cue of several: "expressed its deep regret" is "express regret"."""
    if token.lower_ == word or token.lemma_.lower() == word:
        return False
    return token.lower_ in listed("inside") or token.tag_ in ("JJ", "PRP$")
