"""Whether a clause tells that something took place or is set to, and not what only may be or is asked."""

from spacy.tokens import Span, Token

from onrecord.annotate import syntax
from onrecord.annotate.events.modality import CONDITIONS, UNREAL
from onrecord.data_files import lists

_MEANT = frozenset({"what", "whatever", "how", "why", "whoever"})
_NOBODY = frozenset({"something", "anything", "nothing", "someone", "anyone", "nobody", "anybody", "one"})
_NO = frozenset({"no", "any", "neither"})
_HELD = frozenset({"ccomp", "xcomp", "acl", "conj", "csubj"})
_HIGHEST = 6  # clauses above one that are looked at


def is_clause(head: Token) -> bool:
    """Whether a word is a verb with a subject, its own, its governing verb's or that of the verb before it."""
    head = _governing(_first_of_row(head))
    if not syntax.is_verb(head) or syntax.is_infinitive(head):
        return False
    own = any(c.dep_ in syntax.STANDING_SUBJECTS for c in head.children)
    return own or (head.dep_ == "conj" and any(_agrees(subject, head) for subject in syntax.surface_subject(head)))


def _first_of_row(verb: Token) -> Token:
    """Return the first of the bare verbs that one is joined to: of "unlawful to offend or attack anyone" the first."""
    for _ in range(_HIGHEST):
        if verb.dep_ != "conj" or verb.tag_ != "VB" or not syntax.is_verb(verb.head):
            break
        verb = verb.head
    return verb


def _agrees(subject: Token, verb: Token) -> bool:
    """Whether a verb can share a subject: in "two men were held and plans were seized" no men plan."""
    return not (verb.tag_ == "VBZ" and subject.tag_ in ("NNS", "NNPS"))


def _governing(verb: Token) -> Token:
    """Return the verb that one without a subject completes: "agreed" of "agreed to leave"."""
    for _ in range(_HIGHEST):
        if verb.dep_ != "xcomp" or not syntax.is_verb(verb.head):
            break
        verb = verb.head
    return verb


def is_supposed(verb: Token) -> bool:
    """Whether a clause only supposes, asks or refers: "may leave", "if he left", "what he left", "not that he left"."""
    verb = _governing(verb)
    speaking = _speaking(verb)
    helpers = {c.lower_ for c in speaking.children if c.dep_ in ("aux", "mark", "advmod", "dobj", "attr")}
    if helpers & (UNREAL | CONDITIONS - {"until"} | _MEANT) or any(
        c.left_edge.lower_ == "if" for c in speaking.children
    ):
        return True
    return _is_asked(verb) or _is_under_not(verb) or _is_after_something(verb)


def _is_after_something(verb: Token) -> bool:
    """Whether a clause only says what something came before: "the verdict was written before the trial began"."""
    return any(c.dep_ == "mark" and c.lower_ == "before" for c in verb.children)


def is_state(verb: Token) -> bool:
    """Whether a clause says in the simple present how things are: "the law bars them"; a headline tells deeds so.

    What "is set to" happen is a plan.
    """
    speaking = _speaking(_governing(verb))
    if speaking != verb and speaking.lemma_ in lists(__package__, "modality.tsv")["scheduling"]:
        return False
    helpers = [c for c in speaking.children if c.dep_ in ("aux", "auxpass")]
    finite = helpers[0] if helpers else speaking
    alone = len(helpers) == (helpers[0].dep_ == "auxpass" if helpers else 0)
    return alone and finite.tag_ in ("VBZ", "VBP") and _ends(verb.sent).is_punct


def _ends(sentence: Span) -> Token:
    """Return the last token of a sentence but the space behind it: a paragraph may end there."""
    return next((token for token in reversed(sentence) if not token.is_space), sentence[-1])


def _speaking(verb: Token) -> Token:
    """Return the verb whose helpers a coordinated one without a subject shares."""
    while verb.dep_ == "conj" and not any(c.dep_ in syntax.STANDING_SUBJECTS or c.dep_ == "aux" for c in verb.children):
        if not syntax.is_verb(verb.head):
            break
        verb = verb.head
    return verb


def _is_asked(verb: Token) -> bool:
    return verb.sent[-1].text in ("?", '"', "”") and any(t.text == "?" for t in verb.sent[-2:])


def _is_under_not(verb: Token) -> bool:
    """Whether a verb above says "not" of the clause, or what it is said of is nothing in particular."""
    for _ in range(_HIGHEST):
        above = verb.head
        if verb.dep_ == "relcl":
            if above.lower_ not in _NOBODY and not any(c.lower_ in _NO for c in above.children):
                return False
        elif verb.dep_ not in _HELD:
            return False
        held, verb = verb.dep_, _verb_over(above)
        if held != "conj" and any(c.dep_ == "neg" for c in verb.children):
            return True
    return False


def _verb_over(token: Token) -> Token:
    """Return the word if it is a verb, else the first verb above it."""
    return token if syntax.is_verb(token) else next((t for t in token.ancestors if syntax.is_verb(t)), token)
