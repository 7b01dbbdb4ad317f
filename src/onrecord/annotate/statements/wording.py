"""What plain speech does by its own words: "said" may deny, thank, regret, ask, promise, refuse, threaten."""

import re
from functools import lru_cache
from typing import cast

from spacy.tokens import Token

from onrecord.annotate.entities.lexicon import lexicon
from onrecord.annotate.statements.denying import is_denial
from onrecord.annotate.statements.lexicon import data_rows, words
from onrecord.annotate.statements.reading import Reading, main_verb
from onrecord.model import Stance

_THREATS = re.compile(
    r"\b(?:consequences|retaliat\w*|punish\w*|revenge|reprisals?|(?:respond|answer) with|military action|sanctions?"
    r"|will pay|pay (?:a|the) price|fired? (?:up)?on|shoot|shot down|met with (?:force|fire)|hit back|strike back"
    r"|destroy(?:ed)?|crush(?:ed)?|be arrested|be prosecuted|be deported"
    r"|(?:will|would) (?:respond|react|act decisively))\b",
    re.I,
)
_SELF = r"^\W*(?:that )?(?:I|we|he|she|they)"
_THANKS = re.compile(
    r"^\W*(?:thank you|thanks(?! to)|(?:that )?(?:I|we|he|she|they)(?:['’](?:re|m|d|ve))? "
    r"(?:(?!not\b|never\b)\w+ ){0,4}(?:thank(?:s|ed|ful)?(?! to)|grateful)\b)",
    re.I,
)
_SORRY = re.compile(
    rf"{_SELF}(?: a[rm]e?| was| were|['’]m|['’]re|['’]d)? (?:(?!not\b|never\b)\w+ ){{0,3}}"
    r"(?:sorry|regret(?:s|ted)?|apologi[sz]e[ds]?)\b",
    re.I,
)
_WILL_HARM = re.compile(
    r"\b(?:will|would|['’]ll) (?:\w+ )?"
    r"(?:sue|take (?:legal|military) action|retaliate|strike back|hit back|take revenge)\b",
    re.I,
)
_IN_DOUBT = re.compile(
    rf"{_SELF} (?:(?!not\b|never\b|no\b)\w+ ){{0,2}}(?:doubt(?:s|ed)?|question(?:s|ed)? whether)\b", re.I
)
_GIVES_WORD = re.compile(
    r"\b(?:I|we)(?: can| do| hereby|['’]ll| will)? (?:promise|pledge|vow|guarantee|swear|assure)\b", re.I
)
_WILL_NOT = (
    r" (?:will not|would not|wo|would|can|could|cannot|could not)(?: ?n['’]t)?"
    r"|(?: am| is| are| was| were|['’]m|['’]s|['’]re)(?: not|n['’]t) (?:going|prepared|able) to"
)
_RETICENT = re.compile(
    rf"(?:{_SELF}|^\W*(?:that )?(?:it|the \w+))(?:{_WILL_NOT}) "
    r"(?:comment|discuss|say|speculate|answer|elaborate|confirm|be drawn|negotiate)\b",
    re.I,
)
_LONG = 400
_OWN = frozenset({"i", "we", "he", "she", "it", "they"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_BOUND = frozenset({"will", "would", "'ll", "’ll", "shall", "wo"})


def is_threat(text: str) -> bool:
    """Whether words announce harm."""
    return _THREATS.search(text) is not None


def names_culprit(reading: Reading) -> bool:
    """Whether what is said has somebody doing something: a person or a body as the subject, or after "by"."""
    verb = main_verb(reading.content)
    if verb is None:
        return True
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    doer = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if passive:
        by = next((c for c in verb.children if c.dep_ == "agent"), None)
        doer = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    return doer is not None and _can_act(doer)


def _can_act(noun: Token) -> bool:
    if noun.pos_ == "PRON":
        return noun.lower_ in ("he", "she", "they", "who", "we", "you")
    if noun.pos_ == "PROPN" or noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return True
    return lexicon().nouns.get(noun.lemma_.lower()) in ("person", "collective", "organisation")


def is_negative(reading: Reading) -> bool:
    """Whether what is said is that something is not so: "nobody was left behind", "the road had not been closed".

    What will not be is a refusal, and what is not enough an opinion.
    """
    verb = main_verb(reading.content)
    near = list(verb.children) if verb is not None else []
    if any(t.lower_ in _SHORT_OF for t in reading.content) or any(t.tag_ == "MD" for t in near):
        return False
    return any(t.dep_ == "neg" or t.lower_ in _NOBODY for t in (*near, *reading.content[:2]))


_SHORT_OF = frozenset({"enough", "yet", "ready"})
_NOBODY = frozenset({"nobody", "no", "none", "never", "nothing", "neither"})


def verdict_on(reading: Reading) -> Stance | None:
    """Return what calling something so does: "a lie" denies it, "cowardly" accuses, "historic" praises."""
    said = {t: _verdicts()[t.lower_] for t in reading.content if t.lower_ in _verdicts()}
    stances = {t.lower_: stance for t, stance in said.items() if stance != "denies" or not _only_describes(t)}
    return next(iter(stances.values())) if len(set(stances.values())) == 1 else None


def _only_describes(word: Token) -> bool:
    """Whether "false" says of what kind somebody is ("a false prophet"), not that a claim is not so."""
    return word.dep_ == "amod" and word.i < word.head.i and word.head.lemma_.lower() not in words("accusations")


@lru_cache(maxsize=1)
def _verdicts() -> dict[str, Stance]:
    return {row[0]: cast(Stance, row[1]) for row in data_rows("verdicts.tsv")}


def by_content(reading: Reading) -> Stance:
    """Return what the words do where the cue only says that they were said."""
    if not reading.content or not reading.spans.content:
        return "asserts"
    text = "".join(token.text_with_ws for token in reading.content)
    if _THANKS.search(text):
        return "thanks"
    if _SORRY.search(text):
        return "regrets"
    if is_denial(reading, text):
        return "denies"
    if _IN_DOUBT.search(text):
        return "doubts"
    if _RETICENT.search(text):
        return "declines"
    if _GIVES_WORD.search(text):
        return "promises"
    if _WILL_HARM.search(text[:_LONG]) and not text.rstrip("”\"’' ").endswith("?"):
        return "threatens"
    if (undertaken := _undertaken(reading, text)) is not None:
        return undertaken
    return "asks" if text.rstrip("”\"’' ").endswith("?") and text.count(".") == 0 else "asserts"


def _undertaken(reading: Reading, text: str) -> Stance | None:
    """Return what plain speech about the speaker's own acts does: "we will rebuild", "said she would not resign"."""
    verb = main_verb(reading.content)
    if verb is None or verb.lemma_ in words("unpromised") or verb.tag_ != "VB":
        return None
    modal = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in _BOUND), None)
    own = _own_pronouns(reading)
    if modal is None or not any(c.dep_ == "nsubj" and c.lower_ in own and c.i < modal.i for c in verb.children):
        return None
    if any(c.dep_ == "neg" or c.lower_ in _NOT for c in verb.children):
        conditional = _is_quoted(reading) and modal.lower_ == "would"
        return "declines" if verb.lemma_ in words("refused") else "asserts" if conditional else "promises"
    return "threatens" if is_threat(text[:_LONG]) and verb.lemma_ in words("harming") else "promises"


def _own_pronouns(reading: Reading) -> frozenset[str]:
    """Return the pronouns that stand for the speaker: between marks "I" and "we", else those of the third person."""
    if _is_quoted(reading):
        return frozenset({"i", "we"})
    root = reading.source_root
    if root is not None and (root.tag_ in ("NNS", "NNPS") or any(True for _ in root.conjuncts)):
        return frozenset({"i", "we", "they"})
    person = root is not None and root.ent_type_ == "PERSON"
    return _OWN - {"they", "it"} if person else _OWN - {"they"}


def _is_quoted(reading: Reading) -> bool:
    return reading.content[0].is_quote or reading.content[0].text[:1] in "“‘«'"
