"""Whether plain speech denies: says that something is not so which was asked, alleged or is held by somebody else.

A negated opinion ("the dam is not ready") denies nothing; it does where the words before have raised it.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate.events.modality import CONDITIONS
from onrecord.annotate.statements.lexicon import expression, listed, words
from onrecord.annotate.statements.reading import Reading, is_quoted, main_verb
from onrecord.annotate.syntax import is_verb

_LONG = 400
_NOT = frozenset({"not", "n't", "n’t", "never", "none", "nobody", "nothing"})
_LIGHT = frozenset({"be", "have", "do", "get", "go", "say", "make", "take", "want", "kind", "way", "thing", "time"})
_POINTING = frozenset({"that", "this", "those", "these", "any", "such"})
_NEGATING = frozenset({"neg", "nsubj", "nsubjpass", "advmod"})
_OF_A_NOUN = frozenset({"relcl", "acl"})
_RULING = frozenset({"rule", "find", "conclude", "decide", "hold"})
"""What judges and inquiries do, who answer nobody's charge by it."""
_WISHING = frozenset({"hope", "wish", "want", "suppose"})
_COMING_TO_KNOW = frozenset({"realize", "realise", "discover", "learn"})
_UNSURE = frozenset({"probably", "perhaps", "maybe", "possibly", "likely"})
_HOLDING = frozenset({"believe", "think", "feel", "agree"})
_AHEAD = frozenset({"will", "would", "should"})
_BEFORE_SENTENCES = 2
_ANSWER = re.compile(
    r"^\W*(?:that )?(?:no, )?(?:of course |certainly |absolutely )?"
    r"(?:I|we|he|she) (?:do|does|did|have|has|had|was|were|am|are|is)(?: ?n['’]t| not| never)\W*$",
    re.I,
)
_OF_ONESELF = re.compile(
    r"\b(?:I|we)(?: (?:do|did|have|had|was|were|am|are)| ?[’']?(?:m|ve|re|d))(?: ?n['’]t| not| never)\b"
)
_HEDGED = re.compile(r"^\W*(?:maybe|perhaps|possibly|probably|for all I know)\b|\b(?:signed|made|reached) yet\b", re.I)
_AFFIRMED = frozenset({"question", "doubt"})
"""What there is none of where something is surely so: "there's no question that"."""
_SAID_NO = re.compile(r"^\W*(?:of course |certainly |absolutely )?(?:no|not|never)\W*$", re.I)
_BARE_NO = re.compile(r"^\W*no[,.!]", re.I)
_DENIAL = re.compile(r"\bden(?:y|ied|ies|ying|ials?)\b", re.I)


def is_denial(reading: Reading, text: str) -> bool:
    """Whether the words deny by themselves ("a lie", "had nothing to do with it") or for what stands before them."""
    if len(text) >= _LONG or _HEDGED.search(text) or not _speaks(reading):
        return False
    if (found := expression("denials").search(text)) and not _DENIAL.search(text):
        return not _is_refused(reading) and _is_said_outright(reading, found.start())
    if (none := _none_there(reading)) is not None:
        return none.lemma_.lower() in listed("wrongs") or any(
            _is_raised(none.lemma_.lower(), sentence) for sentence in _told_before(reading)
        )
    before = list(_raised_before(reading))
    if _SAID_NO.match(text):
        asked = next(_told_before(reading))
        return _is_question(asked) and not _asks_what_is_held(asked)
    own = _BARE_NO.match(text) and _OF_ONESELF.search(text)
    if _ANSWER.match(text) or (own and any(_is_question(s) for s in before)):
        return bool(before)
    return any(_is_raised(word, sentence) for word in _negated(reading) for sentence in before)


def _speaks(reading: Reading) -> bool:
    """Whether somebody says it: what a film or a study shows, a judge rules, or a reproach names denies nothing."""
    root, head = reading.source_root, reading.head
    if root is not None and root.lemma_.lower() in listed("showing"):
        return False
    if reading.entry is not None and reading.entry.words[0] in listed("undenying"):
        return False  # who boasts or complains answers nobody
    known = reading.entry is not None or is_quoted(reading) or head is None or not is_verb(head)
    return known and (head is None or head.lemma_ not in _RULING)


def _is_said_outright(reading: Reading, at: int) -> bool:
    """Whether the word at a place of the text is said by the speaker, not of a noun or as what others say or know."""
    inside, read = set(reading.content), 0
    for token in reading.content:
        read += len(token.text_with_ws)
        if read > at:
            break
    for above in (token, *token.ancestors):
        if above not in inside:
            return True
        if any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in above.children):
            return False  # "why she would say so if it was not true"
        if above.dep_ in _OF_A_NOUN or (
            above.dep_ == "ccomp" and above.head in inside and not _is_own_word(above.head)
        ):
            return False
    return True


def _is_own_word(verb: Token) -> bool:
    """Whether the speaker says or thinks it: "I swear I never met him"."""
    if verb.lemma_ in _WISHING | _COMING_TO_KNOW:
        return False
    return any(c.dep_ == "nsubj" and c.lower_ in ("i", "we") for c in verb.children) or not is_verb(verb)


def _is_refused(reading: Reading) -> bool:
    """Whether what is not so lies ahead, and is refused: "would have no part in it"."""
    main = main_verb(reading.content)
    ahead = main is not None and any(c.tag_ == "MD" and c.lower_ in ("will", "would") for c in main.children)
    return ahead and main is not None and main.lemma_ in ("have", "take", "play")


def _none_there(reading: Reading) -> Token | None:
    """Return what there is none of, where the words say that and nothing before it: "there was no fire"."""
    main = main_verb(reading.content)
    if reading.entry is not None and reading.entry.words[0] in words("thoughts"):
        return None
    if main is None or main.lemma_ != "be" or any(c.tag_ == "MD" for c in main.children):
        return None
    if not any(c.dep_ == "expl" and c.lower_ == "there" for c in main.children):
        return None
    named = (c for c in main.children if c.dep_ in ("attr", "nsubj") and any(d.lower_ == "no" for d in c.children))
    return next((noun for noun in named if noun.lemma_.lower() not in _AFFIRMED | _LIGHT), None)


def _told_before(reading: Reading) -> Iterator[list[Token]]:
    """Yield what stands before the words: their own sentence up to them, and the sentences before."""
    first, cue = reading.content[0], {t.i for t in reading.cue}
    yield [t for t in first.doc[first.sent.start : first.i] if t.i not in cue]
    start = first.sent.start
    for _ in range(_BEFORE_SENTENCES):
        if start == 0:
            return
        above = first.doc[start - 1].sent
        yield list(above)
        start = above.start


def _raised_before(reading: Reading) -> Iterator[list[Token]]:
    """Yield the sentences before the words, and what stands beside them in their own, that ask or allege something."""
    last, cue = reading.content[-1], {t.i for t in reading.cue}
    behind = [t for t in last.doc[last.i + 1 : last.sent.end] if t.i not in cue]
    sentences = [*_told_before(reading), behind]
    yield from (s for s in sentences if _raises(s) and not _asks_what_is_held(s))


def _raises(sentence: list[Token]) -> bool:
    return _is_question(sentence) or any(t.lemma_.lower() in words("raising") for t in sentence)


def _asks_what_is_held(sentence: list[Token]) -> bool:
    """Whether somebody was asked for an opinion, or what is to come: "asked whether he believed it", "would resign"."""
    asked = _is_question(sentence) or any(t.lemma_ == "ask" for t in sentence)
    return asked and any(t.lemma_ in _HOLDING or t.lower_ in _AHEAD for t in sentence)


def _is_question(sentence: list[Token]) -> bool:
    return any(t.text == "?" for t in sentence[-3:]) or any(t.lower_ == "whether" for t in sentence)


def _negated(reading: Reading) -> Iterator[str]:
    """Yield the lemmas of what the main clauses say is not so: of the verb, else of what it is not."""
    main, inside = main_verb(reading.content), set(reading.content)
    for verb in (main, *main.conjuncts) if main is not None else ():
        if verb not in inside or any(c.tag_ == "MD" or c.lower_ in _UNSURE or _is_reason(c) for c in verb.children):
            continue
        objects = [c for c in verb.children if c.dep_ in ("attr", "acomp", "dobj")]
        if any(c.lower_ in listed("partly") for c in verb.children):
            continue  # "has not regularly used"
        if any(c.dep_ == "neg" and c.nbor(1).lower_ in listed("merely") for c in verb.children):
            continue  # "it is not just a road"
        bare = [t for t in objects if any(c.lower_ == "no" for c in t.children)]
        if bare or any(c.lower_ in _NOT for c in verb.children if c.dep_ in _NEGATING):
            pointed = [t for t in objects if any(c.lower_ in _POINTING for c in t.children)]
            if any(t.lemma_.lower() in listed("proofs") for t in objects):
                continue  # who has seen no proof does not know
            focus = bare or [*([verb] if verb.lemma_ not in _LIGHT else objects), *pointed]
            yield from (t.lemma_.lower() for t in focus if t.is_alpha and t.lemma_ not in _LIGHT | _AFFIRMED)


def _is_reason(clause: Token) -> bool:
    """Whether a clause explains why something is not so: "had not spoken because she was ill"."""
    marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
    return clause.dep_ == "advcl" and bool(marks & {"because", "since"})


def _is_raised(lemma: str, sentence: list[Token]) -> bool:
    """Whether a sentence has the word, and not itself negated."""
    return any(t.lemma_.lower() == lemma and not any(c.dep_ == "neg" for c in t.children) for t in sentence)
