"""What the speaker does by speaking: the cue's own stance, turned by negation and by what hangs on it."""

import re

from spacy.tokens import Token

from onrecord.annotate.events.modality import modality
from onrecord.annotate.statements.lexicon import listed, words
from onrecord.annotate.statements.reading import Reading, is_quoted, main_verb
from onrecord.annotate.statements.wording import (
    by_content,
    is_negative,
    is_opinion,
    is_threat,
    names_culprit,
    verdict_on,
)
from onrecord.annotate.syntax import child
from onrecord.model import Stance

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "hardly"})
_REFUSALS = frozenset({"refuse", "decline", "fail"})
_TO_KNOW = re.compile(r"^to (?:know|be told|learn|find out)\b", re.I)
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
    if own == "promises" and reading.head is not None and reading.head.dep_ == "amod":
        return "asserts"  # "pledged delegates"
    root = reading.source_root
    if own == "denies" and root is not None and root.lemma_.lower() in listed("showing"):
        return "asserts"  # "the film contradicts what she said"
    if own == "denies" and reading.head is not None and _is_only_asked(reading.head):
        return "asserts"  # "it allows him to deny responsibility", "under pressure to repudiate it"
    by_word = _BY_LEMMA.get(" ".join(entry.words)) if entry is not None else None
    stance = by_word(reading, own) if by_word else own
    return by_content(reading) if stance == "asserts" else stance


def _is_only_asked(verb: Token) -> bool:
    """Whether somebody may or should say it, and is not told to have said it."""
    aim = verb.dep_ in ("acl", "relcl") and verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)
    tried = verb.dep_ == "xcomp" and verb.head.lemma_ in listed("trying")
    rather = verb.dep_ == "pcomp" and "instead" in (verb.head.lower_, verb.head.head.lower_, _word_before(verb.head))
    without = verb.dep_ == "pcomp" and verb.head.lower_ == "without"
    return aim or tried or rather or without or modality(verb, None) == "hypothetical"


def _word_before(token: Token) -> str:
    return token.nbor(-1).lower_ if token.i else ""


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


_OWN = frozenset({"his", "her", "its", "their"})
_WHOM = frozenset({"him", "her", "me", "us"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})


def _infinitive(reading: Reading) -> bool:
    """Whether the words are an infinitive that hangs on the cue: "told them to leave"; never whole sentences of it."""
    if is_quoted(reading) and (verb := main_verb(reading.content)) is not None and verb.tag_ in _FINITE:
        return False
    verbs = (t for t in reading.content if t.head == reading.head and t.dep_ in ("xcomp", "ccomp", "advcl"))
    return any(c.tag_ == "TO" for t in verbs for c in t.children)


def _urges_with_infinitive(reading: Reading, own: Stance) -> Stance:
    return "urges" if reading.source and _infinitive(reading) else own


def _said_to(reading: Reading, own: Stance) -> Stance:
    """ "Said to leave" urges; "were said to have left" is hearsay."""
    passive = reading.head is not None and any(c.dep_ in ("auxpass", "nsubjpass") for c in reading.head.children)
    first = next((t.lower_ for t in reading.content if t.is_alpha), "")
    sentence = is_quoted(reading) and first != "to"
    return own if passive or sentence else _urges_with_infinitive(reading, own)


_DUE = frozenset({"should", "must", "ought", "need"})


def _advised(reading: Reading, own: Stance) -> Stance:
    """Advising what to do urges; advising how things stand asserts: "advised that the road was open"."""
    verb = main_verb(reading.content)
    finite = verb is not None and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)
    due = any(t.lower_ in _DUE for t in reading.content)
    return "asserts" if finite and verb is not None and not due and not _is_wished(verb) else own


def _suggested(reading: Reading, own: Stance) -> Stance:
    """Suggesting that somebody do something, or should do it, urges."""
    verb = main_verb(reading.content)
    return "urges" if verb is not None and _is_wished(verb) else own


def _is_wished(verb: Token) -> bool:
    """Whether a clause tells what should be done: "that she resign", "that the road be closed"."""
    aux = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    who = child(verb, "nsubj", "nsubjpass")
    one = who is not None and (who.tag_ in ("NN", "NNP") or who.lower_ in ("he", "she", "it"))
    bare = verb.tag_ == "VB" or (verb.tag_ == "VBP" and one)
    return who is not None and ((bare and not aux) or [c.lower_ for c in aux] == ["be"])


def _demanded(reading: Reading, own: Stance) -> Stance:
    """Demanding to know asks: "demanded to know when"."""
    return "asks" if _TO_KNOW.match(_content_text(reading)) else own


def _warned(reading: Reading, own: Stance) -> Stance:
    if _infinitive(reading):
        return "urges"
    return "threatens" if is_threat(_content_text(reading)) else "asserts"


def _promises_with_infinitive(reading: Reading, own: Stance) -> Stance:
    return "promises" if _infinitive(reading) else own


def _assured(reading: Reading, own: Stance) -> Stance:
    return "promises" if _FUTURE.search(_content_text(reading)) or _infinitive(reading) else "asserts"


def _alleged(reading: Reading, own: Stance) -> Stance:
    """Alleging what somebody did accuses; alleging how things stand asserts: "alleged that the lights were off"."""
    return own if names_culprit(reading) else "asserts"


def _insisted(reading: Reading, own: Stance) -> Stance:
    """Insisting that something is not so denies it; that others do not understand is an opinion.

    What somebody insists that they are not looking for is an intention.
    """
    return "denies" if is_negative(reading) and not (is_opinion(reading) or _is_intended(reading)) else own


def _is_intended(reading: Reading) -> bool:
    verb = main_verb(reading.content)
    return verb is not None and verb.tag_ == "VBG" and verb.lemma_ in listed("intending")


def _called(reading: Reading, own: Stance) -> Stance:
    """Calling a claim a lie denies it, calling an attack cowardly accuses, calling a deal historic praises."""
    plain = reading.head is not None and reading.head.lemma_ == "describe"
    if _is_name_calling(reading):
        return "accuses"
    if plain and all(t.lower_ != "as" for t in reading.content):
        return own  # "described scenes of panic after a false report"
    if any(t.dep_ in ("dobj", "nsubj") and (t.ent_type_ == "PERSON" or t.lower_ in _WHOM) for t in reading.content):
        return "accuses" if verdict_on(reading) in ("denies", "accuses") else verdict_on(reading) or own
    if reading.head is not None and reading.head.lemma_ == "denounce" and not _of_claim(reading):
        return "accuses"
    scorned = _of_charge(reading) and any(t.lower_ in listed("scorn") for t in reading.content)
    return "denies" if scorned else verdict_on(reading) or own


def _claimed(reading: Reading, own: Stance) -> Stance:
    """What a suit or a prosecutor claims that somebody did is an accusation."""
    root = reading.source_root
    charging = root is not None and root.lemma_.lower() in words("accusers")
    return "accuses" if charging and names_culprit(reading) else own


def _pleaded(reading: Reading, own: Stance) -> Stance:
    text = " ".join(t.lower_ for t in (*reading.cue, *reading.content))
    return "denies" if "not guilty" in text else "confirms" if "guilty" in text else own


def _rejected(reading: Reading, own: Stance) -> Stance:
    """Rejecting a claim denies it; rejecting an offer, or that something should be done, declines."""
    due = any(t.lower_ in ("should", "must", "ought") for t in reading.content)
    if any(t.lemma_.lower() in listed("judging") for t in reading.source):
        return own  # who rules on an argument answers nobody's charge
    if any(t.lemma_.lower() in listed("ideas") for t in reading.content) and _is_possible(reading):
        return own  # "rejected the notion that they could leave"
    return "denies" if _of_claim(reading) and not due else own


def _of_claim(reading: Reading) -> bool:
    """Whether it is about a claim; of a criticism or an argument the words must say what it holds."""
    return any(_holds_claim(t, reading) for t in (*reading.cue, *reading.content))


def _holds_claim(noun: Token, reading: Reading) -> bool:
    lemma = noun.lemma_.lower()
    if lemma not in words("accusations") or (lemma == "talk" and noun.tag_ == "NNS"):
        return False  # "talks" are held
    return lemma not in listed("arguable") or any(_tells_what(t) and t.i > noun.i for t in reading.content)


def _tells_what(word: Token) -> bool:
    """Whether a word opens what a criticism holds: "that the road is unsafe", "of closing the road"."""
    return word.lower_ == "that" or word.dep_ == "pcomp"


def _is_possible(reading: Reading) -> bool:
    """Whether what is spoken of is only what could or would be."""
    return any(t.lower_ in ("could", "can", "would") for t in reading.content)


def _of_charge(reading: Reading) -> bool:
    """Whether it is about what somebody is charged with, and not about any report or criticism."""
    return any(t.lemma_.lower() in listed("charges") for t in (*reading.cue, *reading.content))


def _is_name_calling(reading: Reading) -> bool:
    """Whether somebody is called names: "called Roe a clown and a hypocrite"."""
    said = [t for t in reading.content if t.head == reading.head or t.head not in reading.content]
    named = (t for t in reading.content if t.pos_ == "PROPN" and t.i < reading.content[-1].i)
    return any(t.dep_ in ("nsubj", "dobj") for t in named) and any(
        t.lemma_.lower() in listed("names called") for t in said
    )


def _contested(reading: Reading, own: Stance) -> Stance:
    """Contesting or waving off a claim denies it; a seat is contested otherwise, a concern made light of."""
    worried = any(t.lemma_.lower() in listed("worries") for t in (*reading.cue, *reading.content))
    return own if _of_claim(reading) and not worried else "asserts"


def _rebutted(reading: Reading, own: Stance) -> Stance:
    """Rebutting a claim or a criticism denies it; rebutting a proposal does not."""
    return own if any(t.lemma_.lower() in words("accusations") for t in reading.content) else "asserts"


def _contradicted(reading: Reading, own: Stance) -> Stance:
    """Contradicting what was said denies it; contradicting a person or a wish says too little."""
    if any(t.dep_ == "poss" and t.lower_ in _OWN for t in reading.content):
        return "asserts"  # takes back what they said themselves
    if reading.head is not None and reading.head.dep_ == "advcl" and reading.head.tag_ == "VBG":
        return "asserts"  # what is done contradicts what was said
    said = any(t.tag_ in _FINITE or t.lemma_ in ("comment", "remark", "account") for t in reading.content)
    return own if said or _of_claim(reading) else "asserts"


def _disputed(reading: Reading, own: Stance) -> Stance:
    """A disputed border is no denial, nor is a dispute; nor does who appeals a ruling deny it."""
    head = reading.head
    if head is None or head.dep_ == "amod" or head.pos_ != "VERB" or _stands_before_its_noun(head):
        return "asserts"
    ruled = any(t.head == head and t.lemma_.lower() in listed("rulings") for t in reading.content)
    return "asserts" if ruled else own


def _stands_before_its_noun(verb: Token) -> bool:
    """Whether a form in "-ed" describes the bare noun behind it: "the headland, disputed territory that both claim"."""
    if verb.i == 0 or verb.i + 1 >= len(verb.doc) or verb.nbor(1).pos_ != "NOUN":
        return False
    return verb.lower_ == "disputed" and (verb.tag_ == "VBN" or verb.nbor(-1).text == ",")


def _denied(reading: Reading, own: Stance) -> Stance:
    """Denying somebody something withholds it: "denied his party the victory"."""
    objects = [c for c in reading.head.children if c.dep_ in ("dative", "dobj")] if reading.head is not None else []
    return "asserts" if len(objects) > 1 or any(c.ent_type_ == "PERSON" for c in objects) else own


def _accepted(reading: Reading, own: Stance) -> Stance:
    """Accepting a fault or a finding is an admission; accepting an invitation is none."""
    return own if any(t.lemma_.lower() in words("owned") or t.dep_ == "ccomp" for t in reading.content) else "asserts"


def _is_proposal(reading: Reading) -> bool:
    """Whether a clause of what is dismissed tells what should be done."""
    clauses = (t for t in reading.content if t.dep_ in ("acl", "relcl", "ccomp") and t.pos_ in ("VERB", "AUX"))
    return any(_is_wished(t) for t in clauses)


def _dismissed(reading: Reading, own: Stance) -> Stance:
    """Dismissing a claim, or something as false, denies; dismissing a person or a petition does not.

    What a judge dismisses is a suit.
    """
    if any(t.lemma_.lower() in listed("judging") for t in reading.source):
        return "declines"
    if any(t.lemma_.lower() == "suggestion" for t in reading.content) and _is_proposal(reading):
        return "declines"  # "dismissed suggestions that she resign"
    if not _of_claim(reading) and any(t.lemma_.lower() in listed("arguable") for t in reading.content):
        return "asserts"  # "dismissed his arguments as rubbish"
    if _of_claim(reading) or verdict_on(reading) == "denies" or any(t.dep_ == "ccomp" for t in reading.content):
        return own
    return "asserts" if any(t.lower_ == "as" for t in reading.content) else "declines"


_BY_LEMMA = {
    "deny": _denied,
    "rebut": _rebutted,
    "repudiate": _contested,
    "dismiss": _dismissed,
    "accept": _accepted,
    "tell": _urges_with_infinitive,
    "ask": _urges_with_infinitive,
    "say": _said_to,
    "allege": _alleged,
    "insist": _insisted,
    "maintain": _insisted,
    "challenge": _urges_with_infinitive,
    "demand": _demanded,
    "advise": _advised,
    "suggest": _suggested,
    "propose": _suggested,
    "call": _called,
    "describe": _called,
    "brand": _called,
    "label": _called,
    "term": _called,
    "denounce": _called,
    "claim": _claimed,
    "argue": _claimed,
    "contend": _claimed,
    "warn": _warned,
    "caution": _warned,
    "agree": _promises_with_infinitive,
    "offer": _promises_with_infinitive,
    "assure": _assured,
    "reassure": _assured,
    "guarantee": _assured,
    "plead": _pleaded,
    "reject": _rejected,
    "contest": _contested,
    "disavow": _contested,
    "disown": _contested,
    "distance from": _contested,
    "contradict": _contradicted,
    "dispute": _disputed,
    "brush aside": _contested,
    "brush off": _contested,
    "shrug off": _contested,
    "wave away": _contested,
    "wave off": _contested,
}
