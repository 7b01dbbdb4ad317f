"""What the speaker does by speaking: the cue's own stance, turned by negation and by what is said."""

import re
from functools import lru_cache

from spacy.tokens import Token

from onrecord.annotate.statements.lexicon import data_rows, words
from onrecord.annotate.statements.reading import Reading
from onrecord.model import Stance

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "hardly"})
_REFUSALS = frozenset({"refuse", "decline", "fail"})
_THREATS = re.compile(
    r"\b(?:consequences|retaliat\w*|punish\w*|revenge|respond with|military action|sanctions?|will pay"
    r"|pay (?:a|the) price)\b",
    re.I,
)
_THANKS = re.compile(
    r"^\W*(?:thank you|thanks(?! to)|(?:that )?(?:I|we|he|she|they)(?:['’]re|['’]m)? (?:\w+ ){0,2}"
    r"(?:thank(?:s|ed|ful)?(?! to)|grateful)\b)",
    re.I,
)
_SORRY = re.compile(
    r"^\W*(?:that )?(?:(?:I|we|he|she|they)(?: a[rm]e?| was| were|['’]m|['’]re)? (?:\w+ ){0,2})"
    r"(?:sorry|regret(?:s|ted)?|apologi[sz]e[ds]?)\b",
    re.I,
)
_FUTURE = re.compile(r"\b(?:will|would|['’]ll|shall)\b")


def is_negated(reading: Reading) -> bool:
    """Whether the cue is negated: "did not say", "has never confirmed", "neither confirmed nor denied"."""
    head = reading.head
    if head is None:
        return False
    if reading.source and reading.source[0].lower_ in ("neither", "nobody", "none", "no"):
        return True
    own = reading.entry.words if reading.entry is not None else ()
    if any(t.lower_ in _NEGATIONS and t.lower_ not in own for t in reading.cue):
        return True
    outside = [t for t in head.children if t not in reading.cue] + _joining(head)
    return any(t.dep_ == "neg" or t.lower_ in ("neither", "nor", "never") for t in outside)


def _joining(head: Token) -> list[Token]:
    """Return the words that join a verb to the one before it: "neither confirmed nor denied"."""
    return [t for t in head.head.children if t.dep_ in ("cc", "preconj")] if head.dep_ == "conj" else []


def stance_of(reading: Reading) -> Stance:
    """Return what the speaker does; without a cue that says more, the speaker asserts."""
    if _refuses(reading):
        return "declines"
    entry = reading.entry
    own: Stance = entry.stance if entry is not None else "asserts"
    if is_negated(reading):
        return _when_negated(reading, own)
    by_word = _BY_LEMMA.get(entry.words[0]) if entry is not None and len(entry.words) == 1 else None
    stance = by_word(reading, own) if by_word else own
    return _by_content(reading) if stance == "asserts" else stance


def _when_negated(reading: Reading, own: Stance) -> Stance:
    entry = reading.entry
    head = reading.head
    around = (*reading.cue, *head.children, *_joining(head)) if head is not None else ()
    if any(t.lower_ in ("neither", "nor") for t in around):
        return "declines"
    if entry is None or entry.negated:
        return entry.negated or own if entry is not None else own
    return own if entry.words[0] in words("thoughts") else "declines"


def _refuses(reading: Reading) -> bool:
    """Whether the cue is a refusal to speak: "declined to comment", "no comment"."""
    text = " ".join(t.lower_ for t in (*reading.cue, *reading.content[:3]))
    if re.search(r"\b(?:no|not|n[’']t) (?:immediately |yet |immediate )?(?:comment|respond|reply|return)", text):
        return True
    return any(t.lemma_ in _REFUSALS for t in reading.cue) and reading.head is not None


def _content_text(reading: Reading) -> str:
    return " ".join(t.text for t in reading.content)


def _infinitive(reading: Reading) -> bool:
    """Whether the words are an infinitive that hangs on the cue: "told them to leave"."""
    verbs = (t for t in reading.content if t.head == reading.head and t.dep_ in ("xcomp", "ccomp", "advcl"))
    return any(c.tag_ == "TO" for t in verbs for c in t.children)


def _urges_with_infinitive(reading: Reading, own: Stance) -> Stance:
    return "urges" if _infinitive(reading) else own


def _said_to(reading: Reading, own: Stance) -> Stance:
    """ "Said to leave" urges; "were said to have left" is hearsay."""
    passive = reading.head is not None and any(c.dep_ in ("auxpass", "nsubjpass") for c in reading.head.children)
    return own if passive else _urges_with_infinitive(reading, own)


def _warned(reading: Reading, own: Stance) -> Stance:
    if _infinitive(reading):
        return "urges"
    return "threatens" if _THREATS.search(_content_text(reading)) else "asserts"


def _promises_with_infinitive(reading: Reading, own: Stance) -> Stance:
    return "promises" if _infinitive(reading) else own


def _assured(reading: Reading, own: Stance) -> Stance:
    return "promises" if _FUTURE.search(_content_text(reading)) or _infinitive(reading) else "asserts"


def _pleaded(reading: Reading, own: Stance) -> Stance:
    text = " ".join(t.lower_ for t in (*reading.cue, *reading.content))
    return "denies" if "not guilty" in text else "confirms" if "guilty" in text else own


def _rejected(reading: Reading, own: Stance) -> Stance:
    accused = words("accusations")
    return "denies" if any(t.lemma_.lower() in accused for t in reading.content) else own


def _accepted(reading: Reading, own: Stance) -> Stance:
    """Accepting a fault or a finding is an admission; accepting an invitation is none."""
    return own if any(t.lemma_.lower() in words("owned") or t.dep_ == "ccomp" for t in reading.content) else "asserts"


def _dismissed(reading: Reading, own: Stance) -> Stance:
    """Dismissing a claim, or something as false, denies; dismissing a person or a petition does not."""
    said = (*reading.cue, *reading.content)
    claimed = any(t.lemma_.lower() in words("accusations") or t.lower_ == "as" or t.dep_ == "ccomp" for t in said)
    return own if claimed else "declines"


_BY_LEMMA = {
    "dismiss": _dismissed,
    "accept": _accepted,
    "tell": _urges_with_infinitive,
    "ask": _urges_with_infinitive,
    "say": _said_to,
    "warn": _warned,
    "caution": _warned,
    "agree": _promises_with_infinitive,
    "offer": _promises_with_infinitive,
    "assure": _assured,
    "reassure": _assured,
    "guarantee": _assured,
    "plead": _pleaded,
    "reject": _rejected,
}


@lru_cache(maxsize=1)
def _denials() -> re.Pattern[str]:
    return re.compile("|".join(row[0] for row in data_rows("denials.tsv")), re.IGNORECASE)


def _by_content(reading: Reading) -> Stance:
    """Read what plain speech does by its words: a denial, thanks, regret, a question."""
    spans = reading.spans.content
    if not reading.content or not spans:
        return "asserts"
    text = _said(reading)
    if _THANKS.search(text):
        return "thanks"
    if _SORRY.search(text):
        return "regrets"
    if len(text) < 400 and _denials().search(text):
        return "denies"
    if _RETICENT.search(text):
        return "declines"
    if _undertakes(reading):
        return "promises"
    return "asks" if text.rstrip("”\"’' ").endswith("?") and text.count(".") == 0 else "asserts"


_RETICENT = re.compile(
    r"^\W*(?:that )?(?:I|we|he|she|it|they) (?:will not|would not|wo|would|can|could|cannot|could not)(?: ?n['’]t)? "
    r"(?:comment|discuss|say|speculate|answer|elaborate|confirm|be drawn|negotiate)\b",
    re.I,
)
_OWN = frozenset({"i", "we", "he", "she", "it", "they"})


def _undertakes(reading: Reading) -> bool:
    """Whether plain speech commits the speaker to an act: "we will rebuild", "said she would publish the report"."""
    verb = main_verb(reading.content)
    if verb is None or verb.lemma_ in words("unpromised") or verb.tag_ != "VB":
        return False
    bound = any(c.dep_ == "aux" and c.lower_ in ("will", "would", "'ll", "’ll", "shall") for c in verb.children)
    return bound and any(c.dep_ == "nsubj" and c.lower_ in _own_pronouns(reading) for c in verb.children)


def _own_pronouns(reading: Reading) -> frozenset[str]:
    """Return the pronouns that stand for the speaker: between marks "I" and "we", else those of the third person."""
    if reading.content[0].is_quote or reading.content[0].text[:1] in "“‘«'":
        return frozenset({"i", "we"})
    root = reading.source_root
    several = root is not None and (root.tag_ in ("NNS", "NNPS") or any(True for _ in root.conjuncts))
    return _OWN if several else _OWN - {"they"}


def _said(reading: Reading) -> str:
    return "".join(token.text_with_ws for token in reading.content)


def main_verb(tokens: tuple[Token, ...]) -> Token | None:
    """Return the verb that the rest of some words hangs on."""
    inside = set(tokens)
    return next((t for t in tokens if t.pos_ in ("VERB", "AUX") and (t.head not in inside or t.head == t)), None)
