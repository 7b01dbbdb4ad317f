"""Whether a happening is told as done, planned, alleged, denied or merely thought of."""

from collections.abc import Mapping

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.data_files import lists
from onrecord.model import Modality

_NEGATIVE = frozenset({"not", "n't", "never", "no", "neither", "nor", "n’t", "hardly", "without"})
FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall"})
UNREAL = frozenset({"would", "could", "may", "might", "should", "can", "must", "ca", "'d", "’d", "ought"})
CONDITIONS = frozenset({"if", "unless", "whether", "should", "until", "lest"})
_LINKS = frozenset({"of", "for", "from", "in", "to", "with", "on"})
_CLIMB = 5


def _sets() -> Mapping[str, frozenset[str]]:
    return lists(__package__, "modality.tsv")


def _words(token: Token, *deps: str) -> set[str]:
    return {c.lower_ for c in token.children if c.dep_ in deps}


def _own(token: Token) -> Modality | None:
    """Return what the words right at the trigger make of it, None when they leave it plain."""
    if _conditional(token):
        return "hypothetical"
    if _negated(token) or _of_none(token):
        return "denied"
    if not syntax.is_verb(token) and "any" in _words(token, "det"):
        return "hypothetical"
    helpers = _words(token, "aux", "auxpass")
    if helpers & FUTURE:
        return "planned"
    if _asked(token):
        return "hypothetical"
    if "would" in helpers and _reported(token):
        return "planned"
    if helpers & UNREAL:
        return "hypothetical"
    return _modified(token)


def _conditional(verb: Token) -> bool:
    """Whether the verb stands in a condition, "had she come"; what lasted "until it ended" did end."""
    if _inverted(verb):
        return True
    marks = _words(verb, "mark", "advmod") & CONDITIONS
    return bool(marks) and not (marks == {"until"} and "VBD" in (verb.tag_, *(c.tag_ for c in verb.children)))


def _inverted(verb: Token) -> bool:
    """Whether "had" opens the clause before its subject: "had she come"; "never had she come" is told as so."""
    subject, first = syntax.child(verb, "nsubj", "nsubjpass"), next(iter(verb.children), None)
    above = verb.head
    if subject is not None and verb.dep_ == "ccomp" and above.lower_ == "had" and above.i == subject.left_edge.i - 1:
        return syntax.child(above, "nsubj") is None  # the parser may hang the clause on its "had"
    opened = first is not None and first.dep_ == "aux" and first.lower_ == "had"
    return opened and subject is not None and first is not None and first.i < subject.i


def _asked(verb: Token) -> bool:
    """Whether the verb stands in a question that yes or no answers: "Did it attack?"."""
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    if subject is None or not any(c.dep_ in ("aux", "auxpass") and c.i < subject.i for c in verb.children):
        return False
    if any(c.tag_ in ("WRB", "WP", "WDT") for c in verb.subtree):
        return False
    return bool(verb.doc[verb.sent.end - 1].text == "?")


def _negated(token: Token) -> bool:
    return bool(_words(token, "neg", "det", "preconj", "advmod") & _NEGATIVE)


def _of_none(verb: Token) -> bool:
    """Whether the verb is said of nobody or nothing: "No details were released", "nobody was hurt"."""
    if not syntax.is_verb(verb):
        return False
    parts = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")]
    if any(part.lower_ in ("nobody", "none", "nothing") or _neither(part) for part in parts):
        return True
    return any(d.dep_ == "det" and d.lower_ == "no" for part in parts for d in part.children)


def _neither(subject: Token) -> bool:
    """Whether "neither" and "nor" join what a verb is said of: "Neither Ada nor her clerk called"."""
    return subject.dep_ != "dobj" and bool(_words(subject, "preconj", "cc", "det") & {"neither", "nor"})


def _reported(verb: Token) -> bool:
    """Whether "would" is the past of "will", as in "said it would leave", and hangs on no condition."""
    said = verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN") and verb.head.lemma_ in _sets()["saying"]
    return said and not any(m.lower_ in CONDITIONS for c in verb.children if c.dep_ == "advcl" for m in c.children)


def _modified(token: Token) -> Modality | None:
    sets = _sets()
    modifiers = _words(token, "amod", "advmod", "compound", "nmod")
    if modifiers & (sets["alleged"] | sets["allegedly"]):
        return "alleged"
    if modifiers & sets["planned"]:
        return "planned"
    return None


def _under_noun(noun: Token) -> Modality | None:
    sets = _sets()
    if (noun.lemma_ in sets["sign-nouns"] and _negated(noun)) or noun.lemma_ in sets["refusal-nouns"]:
        return "denied"
    if noun.lemma_ in sets["idea-nouns"] and noun.dep_ in ("dobj", "nsubjpass"):
        if _turned_down(noun):
            return "denied"
        if noun.head.lemma_ == "accept":
            return "planned"
    if noun.lemma_ in sets["idea-nouns"]:
        return "hypothetical"
    if noun.lemma_ in sets["plan-nouns"]:
        return "planned"
    return "alleged" if noun.lemma_ in sets["allege-nouns"] else None


def _turned_down(noun: Token) -> bool:
    """Whether what the noun asks or allows is refused: "declined an opportunity to", "turned down a request for"."""
    verb = noun.head
    if _negated(verb):
        return False
    down = verb.lemma_ == "turn" and "down" in _words(verb, "prt")
    return down or verb.lemma_ in _sets()["refusing"] | _sets()["ending"]


def _refused(token: Token, lemma: str, infinitive: bool) -> bool:
    """Whether a verb of refusing or ending says that what completes it did not happen."""
    sets = _sets()
    if syntax.is_verb(token):
        return lemma in sets["refusing"] and (infinitive or token.dep_ in ("ccomp", "pcomp"))
    named = token.dep_ in ("dobj", "nsubjpass") and token.lemma_ not in sets["allege-nouns"]
    return named and lemma in sets["ending"]


def _under_verb(token: Token, verb: Token) -> Modality | None:
    """Return what a verb or adjective makes of the clause or noun that completes it."""
    sets, lemma = _sets(), verb.lemma_.lower()
    infinitive = syntax.is_infinitive(token)
    if _refused(token, lemma, infinitive):
        return None if _negated(verb) else "denied"
    if infinitive and lemma == "vote" and verb.tag_ in ("VBD", "VBN") and token.lemma_ in sets["done-by-vote"]:
        return "denied" if _negated(verb) else None  # "voted to approve it" does
    if (infinitive and _is_judged(verb)) or (token.dep_ == "ccomp" and _seen_to(verb)):
        return "hypothetical"
    if infinitive and token.dep_ != "advcl" and lemma in sets["planning"]:
        going = lemma != "go" or verb.tag_ == "VBG"
        return (
            "denied"
            if _negated(verb) or (verb.dep_ == "acomp" and _negated(verb.head))
            else "planned"
            if going
            else None
        )
    if infinitive and token.dep_ != "advcl" and lemma in sets["wishing"]:
        return "hypothetical"
    if not syntax.is_verb(token):
        return _noun_under(token, verb, lemma)
    if lemma in sets["wishing"] and _is_subjunctive(token):
        return "hypothetical"  # "suggested that the sides hold talks"
    if lemma in ("believe", "think") and _negated(verb):
        return "denied"  # "I don't think we ever met"
    unsaid = lemma in sets["saying"] and _negated(verb)  # "never said that they fired"
    return "alleged" if unsaid or lemma in sets["alleging"] else None


def _is_judged(word: Token) -> bool:
    """Whether a word says what a deed would be: "made it a crime to strike", "it is illegal to strike"."""
    said = (word, *(c for c in word.children if c.dep_ in ("acomp", "attr") and word.lemma_ == "be"))
    return any(w.lemma_.lower() in _sets()["judging"] for w in said)


def _seen_to(verb: Token) -> bool:
    """Whether a verb tells of what is still to come about: "to ensure that she is freed", "would see to it that"."""
    sets, lemma = _sets(), verb.lemma_.lower()
    doing = verb.head if lemma == "sure" else verb
    unreal = syntax.is_infinitive(doing) or bool(_words(doing, "aux") & (FUTURE | UNREAL))
    if not unreal or lemma not in sets["securing"]:
        return False
    if lemma == "see":  # "came home to see that it was gone" tells of what was seen
        striven = {doing.head.lemma_, doing.head.head.lemma_} & sets["striving"]  # "did everything to see that"
        return bool(striven) or (doing.nbor(1).lower_, doing.nbor(2).lower_) == ("to", "it")
    return lemma != "sure" or doing.lemma_ == "make"


def _is_subjunctive(verb: Token) -> bool:
    """Whether a clause tells what should be done: a bare form behind "that"."""
    helped = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    return verb.dep_ == "ccomp" and verb.tag_ in ("VB", "VBP") and not helped and "that" in _words(verb, "mark")


def _noun_under(noun: Token, verb: Token, lemma: str) -> Modality | None:
    """Return what a verb makes of an event noun that is its object, or its subject in the passive."""
    sets = _sets()
    due = noun.dep_ == "nsubjpass" or (noun.dep_ == "nsubj" and syntax.child(verb, "xcomp") is not None)
    if due and lemma in sets["scheduling"]:
        return "planned"
    if noun.dep_ not in ("dobj", "nsubjpass"):
        return "alleged" if lemma in sets["alleging"] and noun.dep_ == "pobj" else None
    if lemma in sets["foiling"]:
        failed = _negated(verb) or (verb.dep_ == "xcomp" and verb.head.lemma_ in sets["refusing"])
        return None if failed else "planned"
    return "hypothetical" if lemma in sets["wanting"] else None


def _above(token: Token, above: Token) -> Modality | None:
    if syntax.is_verb(above) or above.pos_ == "ADJ":
        return _under_verb(token, above)
    if syntax.is_infinitive(token) and _is_judged(above):
        return "hypothetical"  # "made it a crime to strike"
    if above.pos_ in ("NOUN", "PROPN") and token.dep_ in ("acl", "pcomp", "pobj", "ccomp"):
        return _under_noun(above)
    return None


def _over_preposition(token: Token, preposition: Token) -> Modality | None:
    """Return what stands above the preposition that the token follows makes of it."""
    if preposition.lower_ == "without":
        return "denied"
    above = preposition.head
    asked = preposition.lower_ in ("for", "to") or above.lemma_ == "invite"  # "invited him on a trip"
    if asked and above.lemma_.lower() in _sets()["awaiting"] and above.pos_ != "NOUN":
        return "hypothetical"
    if preposition.lower_ in _LINKS and above != preposition:
        return _above(token, above)
    return None


def modality(head: Token, light: Token | None) -> Modality:
    """Return the modality of the happening at `head`, carried by `light` if there is such a verb."""
    if light is not None and (own := _own(head)):
        return own
    beside = light is not None and light.dep_ in ("acl", "relcl") and not syntax.has_to(light)  # "calls placed by"
    token = light if light is not None and not beside else head
    joined = False
    for _ in range(_CLIMB):
        if own := _own(token):
            return "actual" if joined and own == "denied" else own
        above = token.head
        if above == token:
            break
        if above.lower_ == "of" and above.head.pos_ == "NOUN" and above.head.lemma_ in _sets()["partitive"]:
            token = above.head
            continue
        if above.pos_ in ("ADP", "SCONJ", "PART"):
            found = _over_preposition(token, above)
            if found is None and token.dep_ == "pcomp" and syntax.is_infinitive(above.head) and above.head != above:
                token = above.head  # "urged them to think of leaving"
                continue
            return found or "actual"
        if found := _above(token, above):
            return found
        if not _shares(token):
            break
        joined = joined or (token.dep_ == "conj" and bool(_words(above, "cc") & {"and", "but"}))
        token = above
    return "actual"


def _shares(token: Token) -> bool:
    """Whether the token takes over the modality of what it hangs on."""
    if token.dep_ == "conj":
        return syntax.is_verb(token) and not any(
            c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in token.children
        )
    if not syntax.is_verb(token) and token.pos_ != "ADJ":
        there = token.dep_ == "attr" and syntax.child(token.head, "expl") is not None  # "there were not many calls"
        return there or (token.dep_ == "nsubj" and token.head.lemma_ in _sets()["occurring"])
    if token.dep_ == "advcl" and syntax.has_to(token):  # "will travel to Selm to meet the dockers"
        return True
    return token.dep_ in ("xcomp", "dobj", "nsubjpass", "attr", "oprd")
