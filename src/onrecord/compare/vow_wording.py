"""What the words around an undertaking make of it: meant, or only thought, wished, somebody else's or a threat."""

import re

_MUSING = re.compile(
    r"\W*(?:that\s)?(?:I|we|he|she|it|they)(?:['’]d|\swould)\s(?:gladly|rather|love|like|prefer|be surprised|say)\b|"
    r"\W*(?:that\s)?(?:I|we|he|she|it|they)\s(?:hope|think|expect|believe|fear|doubt)|\W*(?:allegiance|loyalty)\b",
    re.I,
)
"""What is only wished, thought or sworn to for good: nothing that can be done."""
_UNSAID = re.compile(
    r"\b(?:nor|neither) (?:am|are|will|shall) (?:I|we)\s*$|"
    r"\bnot (?:saying|going to say|promising|say|promise)(?: that)?\s*$",
    re.I,
)
_CONDITION = re.compile(
    r"\b(?:if|unless|whether|might|must|should|could|can|may|perhaps|probably|likely|wish|wished|expected)\b", re.I
)
_CLOSED_CONDITION = re.compile(r"\b(?:if|unless)\b[^,.;]*,\s*$", re.I)
_OTHERS_THINK = re.compile(
    r"\b(?!(?:I|we)\b)[A-Za-z]+\s(?:believ|think|thought|fear|hop|assum|expect|know|worr)\w*(?:\sthat)?\s*$"
)
_TO_BE_SAID = re.compile(r"\b(?:expected|likely|due|set|poised|urged|asked) to \w+[^.;]{0,30}$", re.I)
_IN_CLAUSE = re.compile(
    r"\b(?!(?:and|but|or|so|that|then|if|because|as|while|when|now|therefore|also|until|since|where|today|tomorrow|"
    r"yes|no|well|think|hope|say|sure|know|believe|promise|guarantee|said)\b)[a-z]+\s$"
)
"""A word that "I will" says something of ("the wall we will build")."""
_IN_RELATIVE = re.compile(r"\b(?:which|whom|whose)\s*$", re.I)
_VIOLENT = re.compile(
    r"\b(?:break|throw|kill|beat|hit|punch|shoot|crush|destroy|hurt|burn)\s(?:you|him|her|them)\b", re.I
)


def is_musing(words: str) -> bool:
    """Whether words tell what somebody would like, hopes or believes, not what they will do."""
    return bool(_MUSING.match(words))


def is_threat(words: str) -> bool:
    """Whether words tell of harm to somebody."""
    return bool(_VIOLENT.search(words))


def is_in_clause(before: str) -> bool:
    """Whether "I will" says something of the word before it."""
    return bool(_IN_CLAUSE.search(before))


def is_anothers(before: str, words: str) -> bool:
    """Whether words in the first person are a mere thought, what others think, part of a denial, or a threat."""
    embedded = any(pattern.search(before) for pattern in (_OTHERS_THINK, _IN_RELATIVE, _TO_BE_SAID, _UNSAID))
    return bool(embedded or _VIOLENT.search(words)) or is_supposed(before)


def is_supposed(before: str) -> bool:
    """Whether what stands before an undertaking makes it a mere thought; "If they refuse, we will" does not."""
    found = _CONDITION.search(before[-30:])
    return found is not None and not _CLOSED_CONDITION.search(before)
