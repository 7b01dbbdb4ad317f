"""Which clause a date belongs to: from what a happening takes its date, and what stands between the two."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate.syntax import is_infinitive, is_verb
from onrecord.annotate.times.lexicon import listed
from onrecord.annotate.times.sharing import shares_upward
from onrecord.annotate.times.tense import teller, tense_of

# A date below one of these belongs to the clause they open, not to the one above.
_OWN_CLAUSE = frozenset({"ccomp", "advcl", "relcl", "acl", "csubj", "parataxis", "pcomp"})
# From these a happening goes up to find the date of the clause that it is part of.
_SHARES_DATE = frozenset({"conj", "xcomp", "nsubj", "nsubjpass", "dobj", "attr", "pobj", "prep", "compound", "agent"})
# "closed until Friday", "died after the crash on Sunday": what stands behind these is another day.
_NOT_AT = frozenset({"after", "before", "since", "until", "till"})
_LONGEST_NAME = 6  # tokens
_NAMING = frozenset({"nummod", "nmod", "compound", "amod"})
_BY_DOING = frozenset({"by", "in"})
_WHEN = frozenset({"when", "as", "while"})


def places(head: Token) -> Iterator[Token]:
    """Yield the head, then the tokens above whose dates it shares, up to the verb of its clause."""
    yield head
    if is_verb(head):
        # "arrested and charged on Sunday"
        yield from (child for child in head.children if child.dep_ == "conj" and not _has_subject(child))
        yield from _published(head)
        yield from _at_the_same_time(head)
        yield from said_in_touch(head)
        if head.dep_ == "pcomp" and head.head.lower_ in _BY_DOING and is_verb(head.head.head):
            yield head.head.head  # "erred on Sunday in ruling that it was safe"
            return
        if _hangs_on_its_head(head):
            yield from places(head.head) if _tells_what_happened_in(head) else (head.head,)
            return
    token = head
    while token.dep_ in _SHARES_DATE and token.head != token:
        if not (_shares_with_its_head(token) if is_verb(token) else shares_upward(token)):
            return
        token = token.head
        yield token
        if is_verb(token) and not is_verb(head):
            return


def _at_the_same_time(verb: Token) -> Iterator[Token]:
    """Yield the verbs that "when", "as" or "while" puts at one time with this: "died when the dam burst on Sunday"."""
    yield from (child for child in verb.children if child.dep_ == "advcl" and _opens_with_when(child))
    if verb.dep_ == "advcl" and is_verb(verb.head) and _opens_with_when(verb):
        yield verb.head


def said_in_touch(verb: Token) -> Iterator[Token]:
    """Yield the call or letter in which somebody does what it was for: "rang on Sunday to thank her".

    "The call during which she thanked him" is told beside its noun, of whose time it is.
    """
    if verb.dep_ == "relcl" and _tells_what_happened_in(verb):
        yield verb.head
    if verb.lemma_ == "meet" and is_infinitive(verb) and verb.dep_ in ("advcl", "xcomp") and _goes(verb.head):
        yield verb.head  # "returned on Sunday to meet her"
    contact = next((t for t in verb.ancestors if t.lemma_ in listed("getting in touch") and is_verb(t)), None)
    is_purpose = (
        is_infinitive(verb) and verb.dep_ in ("advcl", "xcomp", "acl") and verb.lemma_ in listed("said in touch")
    )
    if contact is not None and is_purpose and contact.i < verb.i and (verb.head == contact or not is_verb(verb.head)):
        yield contact


def _goes(verb: Token) -> bool:
    """Whether somebody goes somewhere; who "was to arrive" may have done so or not."""
    was_to = verb.dep_ == "xcomp" and verb.head.lemma_ == "be"
    return is_verb(verb) and verb.lemma_ in listed("going") and not was_to


def _opens_with_when(verb: Token) -> bool:
    """Whether a clause opens with such a word; "while they have complained for years" sets one thing beside another."""
    has_been = any(child.dep_ == "aux" and child.lower_ in ("have", "has", "'ve", "’ve") for child in verb.children)
    opened = (c.lower_ in _WHEN and c.i < verb.i and c.dep_ in ("mark", "advmod") for c in verb.children)
    return not has_been and any(opened)


def _shares_with_its_head(verb: Token) -> bool:
    """Whether a verb is of the time of the one above: conjuncts of one tense, and what was managed or begun."""
    if _has_subject(verb):
        return False
    if verb.dep_ == "conj":
        return not _is_turned_ahead(verb) and tense_of(verb) is tense_of(verb.head) and verb.head.dep_ != "xcomp"
    perfect = any(child.dep_ == "aux" and child.lower_ in ("have", "having") for child in verb.children)
    return verb.dep_ == "xcomp" and not perfect  # "admitted on Sunday to have sold it"


def _is_turned_ahead(verb: Token) -> bool:
    """Whether a verb joined on tells only now what is to come: "sees the mayor on Friday and is expected to leave"."""
    helped = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    return helped and verb.lemma_ in listed("in view") and any(child.dep_ == "xcomp" for child in verb.children)


def _published(verb: Token) -> Iterator[Token]:
    """Yield what dates the words of a document: "said in a report published on Monday"."""
    for prep in verb.children:
        for noun in prep.children if prep.dep_ == "prep" and prep.lower_ in ("in", "with", "via", "through") else ():
            if noun.dep_ == "pobj" and noun.lemma_.lower() in listed("documents"):
                yield from (child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN")


def _hangs_on_its_head(verb: Token) -> bool:
    """Whether a verb takes the date of what it describes: "rammed a bus, killing five", "the 2015 raid that failed".

    What has been done by now is of no one date: "the 8 June vote, which both have called a farce".
    """
    if verb.dep_ in ("relcl", "acl"):
        by_now = any(child.dep_ == "aux" and child.lower_ in ("have", "has") for child in verb.children)
        return not is_verb(verb.head) and not by_now and not any(child.lower_ == "where" for child in verb.children)
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and not any(child.dep_ == "mark" for child in verb.children)


def _tells_what_happened_in(verb: Token) -> bool:
    """Whether a relative clause is of its noun's own time: "the crash, in which two were hurt, was in July"."""
    openers = [child for child in verb.children if child.dep_ == "prep" and child.lower_ in ("in", "during", "at")]
    return verb.dep_ == "relcl" and any(child.lower_ == "which" for prep in openers for child in prep.children)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.children)


def looks_ahead(verb: Token, root: Token) -> bool:
    """Whether the date at `root` is that of what a verb has in view, not of the verb: "plans a march on Friday"."""
    return verb.lemma_ in listed("in view") and verb.tag_ in ("VBP", "VBZ", "VBG") and root.i > verb.i


def governs(place: Token, root: Token) -> bool:
    """Whether the date at `root` belongs to `place`: no other clause stands between them."""
    token = teller(root) or root
    while token != place:
        if (token.dep_ in _OWN_CLAUSE and not _ends_stretch(token)) or token.head == token:
            return False
        if _is_another_time(token, root):
            return False
        # "according to a statement on Wednesday", "because of Sunday's vote", "worse than in 2008"
        if token.lower_ in ("according", "because", "than"):
            return False
        if token.dep_ == "conj" and is_verb(token) and is_verb(token.head):
            return False
        if token.dep_ == "xcomp" and token.head.lemma_ not in listed("of one time") and token.tag_ == "VB":
            return False
        if token.head == place and (_follows_another(token) or _stands_before_the_mark(token)):
            return False
        if (
            token.lower_ == "by"
            and root.head == token
            and place.i < token.i
            and place.lemma_ in listed("setting a day")
        ):
            return False
        token = token.head
    return True


def _stands_before_the_mark(part: Token) -> bool:
    """Whether words stand before the "after" of the clause they are hung on: "to close next year after it failed"."""
    verb = part.head
    return verb.dep_ == "advcl" and any(c.dep_ == "mark" and part.i < c.i < verb.i for c in verb.children)


def _ends_stretch(verb: Token) -> bool:
    """Whether a clause only says where a stretch of time ends: "rose in the three months ended 31 March"."""
    return verb.dep_ == "acl" and verb.lemma_ == "end" and verb.head.lemma_ in ("week", "month", "year", "period")


def _is_another_time(token: Token, root: Token) -> bool:
    """Whether a date stands behind "after the crash"; right behind "before" or "since" it is a bound, not another.

    So does one behind "ahead of", and one that only names a law or a report: "the 1996 Harbour Act".
    """
    if token.lower_ == "ahead" and token != root:
        return True
    if token != root and token == root.head and root.dep_ in _NAMING and _is_dated_by_name(root):
        return True
    if not tells_time(token):
        return False
    compared = token.lower_ == "since" and token.head.lemma_ == "time"  # "for the first time since 1968"
    return root.head != token or token.lower_ in ("until", "till") or compared


def _is_dated_by_name(root: Token) -> bool:
    """Whether what a date stands right before is a law or a report: "the 1996 Harbour Act"."""
    for token in root.doc[root.i + 1 : root.i + _LONGEST_NAME]:
        if token.lemma_.lower() in listed("dated by name"):
            return True
        if token.pos_ not in ("PROPN", "ADP", "ADJ", "NOUN"):
            return False
    return False


def tells_time(preposition: Token) -> bool:
    """Whether "after", "before" and their like tell when, and not where."""
    if preposition.lower_ not in _NOT_AT:
        return False
    return not any(child.lemma_.lower() in listed("audiences") for child in preposition.children)


def _follows_another(part: Token) -> bool:
    """Whether a date stands behind "after the crash", which it may date as well: "died after the crash on Sunday"."""
    return any(
        tells_time(sibling) and part.head.i < sibling.i < part.i and sibling.dep_ == "prep"
        for sibling in part.head.children
    )
