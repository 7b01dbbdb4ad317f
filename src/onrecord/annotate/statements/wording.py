"""What plain speech does by its own words: "said" may deny, thank, regret, ask, promise, refuse, threaten."""

import re
from functools import lru_cache
from typing import cast

from spacy.tokens import Token

from onrecord.annotate.entities.lexicon import lexicon
from onrecord.annotate.statements.denying import is_denial
from onrecord.annotate.statements.lexicon import data_rows, expression, listed, words
from onrecord.annotate.statements.matching import cue_of
from onrecord.annotate.statements.reading import Reading, is_quoted, main_verb
from onrecord.annotate.syntax import child
from onrecord.model import Stance

_SELF = r"^\W*(?:that )?(?:I|we|he|she|they)"
_THANKS = re.compile(
    r"^\W*(?:thank you|thanks(?! to)"
    r"|(?:so |very |deeply |forever |eternally )?(?:grateful|thankful) (?:to|for)\b"
    r"|(?:that )?(?:I|we|he|she|they)(?:['’](?:re|m|d|ve))? "
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
    r"(?:sue|take (?:legal|military) action|retaliate|strike back|hit back|take revenge|go on strike|walk out"
    r"|occupy|blockade)\b"
    r"|\b(?:you|they) ?(?:will|['’]ll) (?:\w+ )?(?:be sorry|regret (?:it|this|that)|pay dearly)\b"
    r"|\bwe (?:will|shall|['’]ll) (?:\w+ )?(?:burn|bomb|kill|shoot|annihilate|hunt|crush|wipe|flatten|bury)\b",
    re.I,
)
_IN_DOUBT = re.compile(
    rf"{_SELF} (?:(?!not\b|never\b|no\b)\w+ ){{0,2}}(?:doubt(?:s|ed)?|question(?:s|ed)? whether)\b"
    r"|^\W*I (?:do not|don['’]t) (?:\w+ ){0,5}?(?:think|believe)(?: \w+){1,6}?"
    r"(?: (?:will|would|can|could|going to)|['’]ll)\b",
    re.I,
)
_I = r"\b(?:I|we)(?: can| do| hereby|['’]ll| will)?"
_TO_COME = r"(?: (?:will|won['’]t|shall|never)\b|['’]ll\b)"
# "I can assure you the dam is safe" gives no word to do anything.
_GIVES_WORD = re.compile(
    rf"{_I} (?:pledge|vow|swear)\b|{_I} (?:promise|guarantee|assure)\b(?:(?: \w+)? (?:not )?to\b|(?=[^.?!]*{_TO_COME}))"
    rf"|{_TO_COME}[^.?!]*{_I} (?:promise|guarantee|assure)\b",
    re.I,
)
_WILL_NOT = (
    r" (?:(?:will|would|can|could) ?not|(?:wo|would|ca|can|could) ?n['’]t)"
    r"|(?: am| is| are| was| were|['’]m|['’]s|['’]re)(?: not|n['’]t) (?:going|prepared|able) to"
)
_RETICENT = re.compile(
    rf"(?:{_SELF}|^\W*(?:that )?(?:it|the \w+))(?:{_WILL_NOT}) "
    r"(?:comment|discuss|say|speculate|answer|elaborate|confirm|be drawn|negotiate|talk|ascribe|guess|get into"
    r"|dignify)\b"
    r"|\b(?:has|have|had) (?:no|nothing) (?:\w+ )?(?:comment|to say|to add)\b",
    re.I,
)
_BY_WORDING: tuple[tuple[re.Pattern[str], Stance], ...] = (
    (_IN_DOUBT, "doubts"),
    (_RETICENT, "declines"),
    (_GIVES_WORD, "promises"),
)
_LONG = 400
_OWN = frozenset({"i", "we", "he", "she", "it", "they"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_IS = frozenset({"am", "are", "is", "'m", "’m", "'re", "’re", "'s", "’s"})
_IS_GOING = {True: _IS, False: _IS | {"was", "were"}}
"""What stands before "going to" of what is still to come: quoted, and as reported."""
_BOUND = frozenset({"will", "would", "'ll", "’ll", "shall", "wo"})


def is_threat(text: str) -> bool:
    """Whether words announce harm."""
    return expression("threats").search(text) is not None


def names_culprit(reading: Reading) -> bool:
    """Whether what is said has somebody doing something: a person or a body as the subject, or after "by"."""
    verb = main_verb(reading.content)
    if verb is None:
        return True
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)
    doer = child(verb, "nsubj")
    if passive:
        by = child(verb, "agent")
        doer = child(by, "pobj") if by is not None else None
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
    if any(t.dep_ == "acomp" and t.lemma_.lower() in listed("attitudes") for t in near):
        return False
    return any(t.dep_ == "neg" or t.lower_ in _NOBODY for t in (*near, *reading.content[:2]) if t.dep_ != "intj")


def is_opinion(reading: Reading) -> bool:
    """Whether what is said is how others are, in the present: "most people do not understand the city"."""
    verb = main_verb(reading.content)
    subject = child(verb, "nsubj") if verb is not None else None
    if verb is None or subject is None or subject.pos_ == "PRON":
        return False
    finite = next((c for c in verb.children if c.dep_ in ("aux", "auxpass")), verb)
    return finite.tag_ in ("VBP", "VBZ")


_SHORT_OF = frozenset({"enough", "yet", "ready"})
_NOBODY = frozenset({"nobody", "no", "none", "never", "nothing", "neither"})


def verdict_on(reading: Reading) -> Stance | None:
    """Return what calling something so does: "a lie" denies it, "cowardly" accuses, "historic" praises."""
    said = {t: found for t in reading.content if t.dep_ != "nsubj" and (found := _verdict(t)) is not None}
    stances = {t.lower_: stance for t, stance in said.items() if stance != "denies" or not _only_describes(t)}
    return next(iter(stances.values())) if len(set(stances.values())) == 1 else None


def _only_describes(word: Token) -> bool:
    """Whether "false" says of what kind somebody is ("a false prophet"), not that a claim is not so."""
    return word.dep_ == "amod" and word.i < word.head.i and word.head.lemma_.lower() not in words("accusations")


def _verdict(word: Token) -> Stance | None:
    return _verdicts().get(word.lower_) or _verdicts().get(word.lemma_.lower())


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
    root = reading.source_root
    if is_denial(reading, text) and not (root is not None and root.lemma_.lower() in listed("polled")):
        return "denies"
    worded = next((stance for pattern, stance in _BY_WORDING if pattern.search(text)), None)
    if worded is not None:
        return worded
    if _WILL_HARM.search(text[:_LONG]) and not text.rstrip("”\"’' ").endswith("?"):
        return "threatens"
    if (undertaken := _undertaken(reading, text)) is not None:
        return undertaken
    if (done := _done_in_words(reading)) is not None:
        return done
    return _asked_or_blamed(reading, text)


def _asked_or_blamed(reading: Reading, text: str) -> Stance:
    if text.rstrip("”\"’' ").endswith("?") and text.count(".") == 0:
        return "asks"
    return "accuses" if _blames(reading) else "asserts"


def _blames(reading: Reading) -> bool:
    """Whether plain speech says that somebody else did wrong: "they lied to us"; of more deeds from a prosecutor."""
    verb, root = main_verb(reading.content), reading.source_root
    told_by = _misdeeds().get(verb.lower_) or _misdeeds().get(verb.lemma_.lower()) if verb is not None else None
    if verb is None or told_by is None or not names_culprit(reading):
        return False
    if told_by == "accuser" and (root is None or root.lemma_.lower() not in words("accusers")):
        return False
    idle = any(c.tag_ == "MD" or c.dep_ == "neg" or c.lower_ in _NOT for c in verb.children)
    own = any(c.dep_ == "nsubj" and c.lower_ in _own_pronouns(reading) for c in verb.children)
    return not idle and not own and verb.tag_ != "VB"


@lru_cache(maxsize=1)
def _misdeeds() -> dict[str, str]:
    return {lemma: told_by for lemma, told_by in data_rows("misdeeds.tsv")}


def _undertaken(reading: Reading, text: str) -> Stance | None:
    """Return what plain speech about the speaker's own acts does: "we will rebuild", "said she would not resign"."""
    root = reading.source_root
    if root is not None and root.lemma_.lower() in listed("asked"):
        return None  # what "62 percent of voters" would do is nobody's promise
    if reading.entry is not None and reading.entry.words[0] in words("thoughts") | listed("unbinding"):
        return None  # nor is what somebody hints at or concludes that they will do
    top = main_verb(reading.content)
    verb = top if top is None else _meant_to(top) or top
    if top is None or verb is None or verb.lemma_ in words("unpromised") or verb.tag_ != "VB":
        return None
    bound = _IS_GOING[is_quoted(reading)] if top != verb else _BOUND
    modal = next((c for c in top.children if c.dep_ == "aux" and c.lower_ in bound), None)
    own = _own_pronouns(reading)
    if modal is None or not any(c.dep_ == "nsubj" and c.lower_ in own and c.i < modal.i for c in top.children):
        return None
    conditional = is_quoted(reading) and modal.lower_ == "would"
    if any(c.dep_ == "neg" or c.lower_ in _NOT for c in top.children):
        return "declines" if verb.lemma_ in words("refused") else "asserts" if conditional else "promises"
    if conditional:
        return None
    return "threatens" if is_threat(text[:_LONG]) and verb.lemma_ in words("harming") else "promises"


def _done_in_words(reading: Reading) -> Stance | None:
    """Return what speakers do by saying that they do it: "we urge the owners to", "I condemn", "we welcome"."""
    verb = main_verb(reading.content)
    if verb is None or verb.tag_ != "VBP" or not is_quoted(reading):
        return None
    said = list(verb.children)
    if any(c.dep_ in ("neg", "aux") or c.lower_ in _NOT or c.dep_ == "mark" for c in said):
        return None
    if not any(c.dep_ == "nsubj" and c.lower_ in ("i", "we") for c in said):
        return None
    known = cue_of(verb) if verb.lemma_.lower() in listed("performing") else None
    return known[0].stance if known is not None else None


def _meant_to(verb: Token) -> Token | None:
    """Return what one is going to do: "we are not going to pay"."""
    if verb.lower_ != "going":
        return None
    return next((c for c in verb.children if c.dep_ == "xcomp" and any(t.tag_ == "TO" for t in c.children)), None)


def _own_pronouns(reading: Reading) -> frozenset[str]:
    """Return the pronouns that stand for the speaker: between marks "I" and "we", else those of the third person."""
    if is_quoted(reading):
        return frozenset({"i", "we"})
    root = reading.source_root
    if root is not None and (root.tag_ in ("NNS", "NNPS") or any(True for _ in root.conjuncts)):
        return frozenset({"i", "we", "they"})
    person = root is not None and root.ent_type_ == "PERSON"
    return _OWN - {"they", "it"} if person else _OWN - {"they"}
