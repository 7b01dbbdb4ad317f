"""What the words around an undertaking make of it: meant, or only thought, wished, somebody else's or a threat."""

import re

_MUSING = re.compile(
    r"\W*(?:that\s)?(?:I|we|he|she|it|they)(?:['’]d|\swould)\s(?:gladly|rather|love|like|prefer|be surprised|say)\b|"
    r"\W*(?:that\s)?(?:I|we|he|she|it|they)\s"
    r"(?:hoped?|think|thought|expect(?:ed)?|believed?|fear(?:ed)?|doubt(?:ed)?|guess(?:ed)?|supposed?)\b|"
    r"\W*(?:allegiance|loyalty)\b|"
    r"\W*(?:(?:and|but|while)\s)*(?:I|we|he|she)(?:\s(?:also|only|just))?(?:['’](?:d|ll)|\s(?:would|will))\s"
    r"(?:also\s|only\s|just\s)?(?:say|suggest|argue|submit|note|add|admit|concede|bet|guess|remind)\b|"
    r"\W*(?:I|we)(?:['’](?:m|re)|\s(?:am|are))\sgoing to (?:say|make an? (?:\w+\s)?point)\b",
    re.I,
)
"""What is only wished, thought or sworn to for good: nothing that can be done."""
_UNSAID = re.compile(
    r"\b(?:nor|neither) (?:am|are|will|shall) (?:I|we)\s*$|"
    r"\bnot (?:saying|going to say|promising|say|promise)(?: that)?\s*$|\bI (?:did not|didn['’]t|never) say\b",
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
_ASKED = re.compile(r"\b(?:why|how|what|whether|which|where|who|whom)\b(?:\s[\w'’.]+){0,4}\s*$", re.I)
_THOUGHT = re.compile(
    r"\b(?:knowing|thinking|believing|fearing|hoping|assuming|figuring|guessing)(?:\sthat)?\s*$", re.I
)
_REFUSED = re.compile(
    r"\b(?:will|would|shall|wo)(?:\snot|n['’]t|\snever)\s(?:\w+ly\s)?(?:"
    r"(?:follow|allow|permit|let|rule out|obey|comply|recogni[sz]e|accept|bow|yield|budge)\b|"
    r"(?!rest|stop|relent|sleep|give)[^.;]*\b(?:until|unless)\b)",
    re.I,
)
_NOUN = re.compile(
    r"\bplans to [^,;]*\b(?:fell|fall|falls|was|were|is|are|ha[sd]|have|drew|met|hit|stalled|collapsed|failed|faltered|"
    r"came|went|led|caused|sparked|remained?|remains)\b"
)
_BESIDE_PLAN = re.compile(r"\W*(?:(?:also|still|now|already|once|both|all|has|have|had|\w+ly)\W+)*", re.I)
_UNBINDING = re.compile(
    r"\b(?:conclud|hint|predict|calculat|estimat|figur|reckon|speculat|suggest|know|think|thought|believ)", re.I
)
_VOTES = re.compile(
    r"(?<!not )(?<!n't )(?<!n’t )(?<!never )\bvote (?:for|in)\b|\b(?:will|would) go (?:up|down)\b", re.I
)
_WILL = re.compile(r"\b(?:will|would|shall|going to)\b|['’]ll\b", re.I)
_OWN = re.compile(r"\b(?:I|we|our|my|us)\b|^\W*(?:that\s)?(?:it|he|she|they)\b", re.I)
_VIOLENT = re.compile(
    r"\b(?:break|throw|kill|beat|hit|punch|shoot|crush|destroy|hurt|burn)\s(?:you|him|her|them)\b", re.I
)


def is_musing(words: str) -> bool:
    """Whether words tell what somebody would like, hopes or believes, not what they will do."""
    return bool(_MUSING.match(words))


def is_threat(words: str) -> bool:
    """Whether words tell of harm to somebody."""
    return bool(_VIOLENT.search(words))


def is_asked(before: str) -> bool:
    """Whether what somebody will do is only asked or explained: "why he will not run", "what it would raise"."""
    return bool(_ASKED.search(before))


def is_plan_of_a_verb(between: str) -> bool:
    """Whether a verb stands between a party and "plans to", so that they are no word of theirs: "draw plans to"."""
    return not _BESIDE_PLAN.fullmatch(between)


def is_refusal(words: str) -> bool:
    """Whether words say what somebody will not let others do or will not bow to; not to raise taxes is a promise."""
    return bool(_REFUSED.search(words))


def is_unbinding(cue: str) -> bool:
    """Whether who "hinted" or "concluded" that they will do something gave nobody their word."""
    return bool(_UNBINDING.search(cue))


def is_choice(words: str) -> bool:
    """Whether words tell how somebody will vote, or that figures will go up: a choice or a forecast, no undertaking."""
    return bool(_VOTES.search(words))


def is_noun(words: str) -> bool:
    """Whether "plans to" names plans of which more is told: "its plans to rebuild the dam fell through"."""
    return bool(_NOUN.search(words))


def is_of_others(quoted: str) -> bool:
    """Whether words in quotation marks tell only what others will do."""
    return quoted[:1] in '"“' and bool(_WILL.search(quoted)) and not _OWN.search(quoted)


def is_in_clause(before: str) -> bool:
    """Whether "I will" says something of the word before it."""
    return bool(_IN_CLAUSE.search(before))


def is_anothers(before: str, words: str) -> bool:
    """Whether words in the first person are a mere thought, what others think, part of a denial, or a threat."""
    patterns = (_OTHERS_THINK, _IN_RELATIVE, _TO_BE_SAID, _UNSAID, _THOUGHT)
    embedded = any(pattern.search(before) for pattern in patterns)
    return bool(embedded or _VIOLENT.search(words)) or is_supposed(before)


def is_supposed(before: str) -> bool:
    """Whether what stands before an undertaking makes it a mere thought; "If they refuse, we will" does not."""
    found = _CONDITION.search(before[-30:])
    return found is not None and not _CLOSED_CONDITION.search(before)
