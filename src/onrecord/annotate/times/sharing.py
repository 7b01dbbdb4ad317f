"""Whether a noun names what happens in a clause or what the clause is about: only the first has the clause's date."""

from spacy.tokens import Token

# What these are done to, in words or in law, happened at another time: "condemned the killing on Monday".
_ABOUT = frozenset(
    {"condemn", "denounce", "deplore", "criticize", "criticise", "decry", "praise", "hail", "welcome", "applaud"}
    | {"mourn", "commemorate", "remember", "recall", "mark", "celebrate", "regret", "lament", "describe", "mention"}
    | {"claim", "deny", "confirm", "report", "admit", "acknowledge", "reveal", "disclose", "blame", "explain", "tell"}
    | {"investigate", "probe", "examine", "review", "discuss", "debate", "consider", "study", "recount", "detail"}
    | {"uphold", "overturn", "quash", "appeal", "avenge", "justify", "defend", "support", "back", "oppose", "protest"}
    | {"prevent", "avert", "avoid", "foil", "thwart", "plan", "plot", "fear", "expect", "predict", "propose", "demand"}
    | {"urge", "threaten", "await", "face", "cancel", "postpone", "delay", "forgive", "attribute", "witness", "watch"}
)
# What is made by being announced has the day of the announcement; a death has not.
_ANNOUNCED = frozenset({"announce", "declare", "unveil"})
_MADE_BY_WORD = frozenset(
    {"resignation", "sanction", "ceasefire", "truce", "deal", "agreement", "ban", "decision", "cut", "increase", "rise"}
    | {"amnesty", "pardon", "candidacy", "merger", "offer", "boycott", "war", "emergency", "withdrawal", "retirement"}
)
# What follows from a happening may do so much later: "the killing drew protests on Monday".
_CONSEQUENCE = frozenset(
    {
        "spark",
        "trigger",
        "prompt",
        "draw",
        "provoke",
        "lead",
        "shock",
        "stun",
        "anger",
        "fuel",
        "overshadow",
        "dominate",
    }
    | {"loom", "haunt", "remain", "inspire", "outrage", "expose", "show", "highlight"}
)
# A happening behind one of these is part of what the clause tells: "killed in an attack", "died during the march".
_WITHIN = frozenset(
    {"in", "during", "at", "amid", "amidst", "within", "throughout", "by", "through", "via", "under", "as"}
)
_GOING = frozenset({"go", "come", "travel", "return", "fly", "head", "embark", "set"})
_SET_FOR = frozenset({"schedule", "set", "slate", "plan", "book", "due"})
_OTHER_WITH = frozenset({"charge", "indict", "link", "connect", "associate", "credit", "deal", "compare", "accuse"})
# "a series of attacks on Monday"
_GROUPS = frozenset(
    {
        "series",
        "wave",
        "string",
        "spate",
        "number",
        "dozen",
        "score",
        "hundred",
        "round",
        "campaign",
        "outbreak",
        "pair",
    }
    | {"start", "beginning", "end", "course", "night", "day", "week", "rash", "flurry", "couple", "act", "kind", "part"}
    | {"session", "rest", "majority", "most", "one", "two", "three", "half", "form", "type", "sort", "risk", "midst"}
)
_DEEDS = frozenset({"attack", "operation", "raid", "campaign", "incident", "wave", "spree", "spell"})
_VERBAL = frozenset({"VERB", "AUX"})


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
        return above.lemma_ not in _ABOUT and (above.lemma_ not in _ANNOUNCED or token.lemma_.lower() in _MADE_BY_WORD)
    if token.dep_ == "nsubj":
        return above.lemma_ not in _CONSEQUENCE
    if token.dep_ == "compound":
        return above.lemma_.lower() in _DEEDS or above.pos_ == "PROPN"  # "City host Rovers", whatever the parse
    return _is_within(token) if token.dep_ == "prep" else True


def _is_within(preposition: Token) -> bool:
    word, above = preposition.lower_, preposition.head
    if word == "of":
        return above.lemma_.lower() in _GROUPS
    if word in ("to", "on"):
        return above.lemma_ in _GOING
    if word == "for":
        return above.lemma_ in _SET_FOR
    if word == "with":
        return above.pos_ in _VERBAL and above.lemma_ not in _OTHER_WITH
    return word in _WITHIN
