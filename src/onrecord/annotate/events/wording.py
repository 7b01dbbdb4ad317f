"""The clause that tells a happening, shortened to its core: what a line about it can quote.

Nothing is reworded. Relative clauses, appositions, asides and what is only joined on are left out, and what
would say something else without the clause above it ("agreed to leave") keeps that clause's core.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.events.modality import CONDITIONS
from onrecord.annotate.events.telling import is_clause, is_state, is_supposed
from onrecord.annotate.events.triggers import Trigger
from onrecord.model import Span

_HELPERS = frozenset({"aux", "auxpass", "neg", "prt"})
_CORE = frozenset({"dobj", "dative", "attr", "acomp", "oprd", "agent", "xcomp"})
_COMPLETING = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp", "ccomp"})
_ROUND = frozenset({"prep", "npadvmod", "advmod", "ccomp"})
_ASIDE = frozenset({"relcl", "parataxis", "advcl", "meta", "intj", "dep", "preconj"})
_NAMING = frozenset({"det", "poss", "compound", "amod", "nummod", "quantmod", "case", "nmod", "neg", "predet"})
_GOVERNING = frozenset({"of", "in", "to", "by", "from", "at", "on", "into", "through"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BREAKS = frozenset({",", "–", "—", "-", ";", ":", '"', "”", "“"})
_UNDONE = frozenset({"prep", "cc", "mark"})
_QUOTES = frozenset({'"', "”", "''"})
_PROMISING = frozenset({"promise", "pledge", "vow", "threaten", "offer"})
_TIMES = frozenset({"DATE", "TIME"})
_SAYING_LITTLE = frozenset({"come", "follow"})
_DASHES = frozenset({"-", "–", "—", "/", "'"})
_LONGEST_PLACE = 8  # tokens
_ENOUGH = 24  # words that a line can hold
_CLIMBS = 4
_WIDEST = 60  # tokens of one phrase that are looked at


def tells(trigger: Trigger) -> bool:
    """Whether `wording` returns a clause that tells of the happening as a fact or plan.

    It does not where it is the happening's name alone, and neither does what only may, should or would be, what a
    question asks, what "not" stands above, what "what he called ..." refers to, "the deal the mayor sought", how
    things are, or how a happening was.
    """
    head = _teller(trigger)
    return is_clause(head) and not (is_supposed(head) or is_state(head) or _has_gap(head) or _is_judged(trigger, head))


def _is_judged(trigger: Trigger, head: Token) -> bool:
    """Whether the clause only says how the happening was: "the allegations were untrue"."""
    return trigger.frame.head in syntax.surface_subject(head) and syntax.child(head, "acomp") is not None


def wording(trigger: Trigger) -> tuple[Span, ...]:
    """Return the pieces of the sentence that tell the happening, in order; empty where they would not fit a line."""
    head = _teller(trigger)
    if any(_governed(subject) or _is_day(subject, head) for subject in syntax.surface_subject(head)):
        return ()
    must = {
        *range(trigger.first, trigger.last + 1),
        *(i for s in syntax.surface_subject(head) for i in _before_with(s)),
    }
    end = _end_of_speech(head)
    for level in (2, 1, 0):
        kept = {*must, *(_clause(head, level) if syntax.is_verb(head) else _phrase(head, level))}
        kept = {i for i in kept if i < end}
        if sum(not t.is_punct for t in map(head.doc.__getitem__, kept)) <= _ENOUGH:
            return () if _is_hollow(head, kept) or _is_cut(trigger, head, kept) else _pieces(head, kept)
    return ()


def _before_with(subject: Token) -> range:
    """Return what stands before "with" and the seeming subject of a verb: "a ferry with nine people on board sank"."""
    first = subject.left_edge
    led = first.i > 1 and first.nbor(-1).lower_ == "with" and subject.head.tag_ in _FINITE
    whole = first.nbor(-1).head if led and subject.dep_ in syntax.STANDING_SUBJECTS else None
    is_noun = whole is not None and whole.i == first.i - 2 and whole.pos_ in ("NOUN", "PROPN")
    return range(whole.left_edge.i, first.i) if whole is not None and is_noun else range(0)


def _end_of_speech(head: Token) -> int:
    """Return where the quotation that the word stands in ends with a comma: who said it is none of its clause."""
    ends = (t.i for t in head.doc[head.i : head.sent.end] if t.text in _QUOTES and t.i > 0 and t.nbor(-1).text in ",?!")
    return next(ends, len(head.doc))


def _is_hollow(verb: Token, kept: set[int]) -> bool:
    """Whether a verb is left without what completes it: "the agency announced on Tuesday", "her win came"."""
    whole = {c.dep_: c.i in kept for c in verb.children if c.dep_ in _COMPLETING}
    rights = [c for c in verb.rights if c.i in kept]
    if (verb.lemma_ in _SAYING_LITTLE and not rights) or _is_bare_promise(verb, rights):
        return True
    if verb.lemma_ == "spend" and any(c.dep_ == "advcl" and c.i not in kept for c in verb.rights):
        return True  # "she spent most of the day thanking the crew" is no "she spent most of the day"
    return whole.get("ccomp", True) is False and not any(whole.values())


def _is_cut(trigger: Trigger, verb: Token, kept: set[int]) -> bool:
    """Whether a noun is left that says nothing alone: "the death", "one" without what they are of.

    So is one whose last words the parser hangs on the verb for want of a place.
    """
    nouns = {trigger.frame.head, *(t for t in verb.children if t.dep_ in _CORE or t.dep_ in syntax.STANDING_SUBJECTS)}
    return any(
        n.i in kept and not syntax.is_verb(n) and (_lacks_its_whole(n, kept) or _runs_on(n, verb)) for n in nouns
    )


def _lacks_its_whole(noun: Token, kept: set[int]) -> bool:
    return any(c.lower_ == "of" and c.dep_ == "prep" and c.i not in kept for c in noun.children)


def _runs_on(noun: Token, verb: Token) -> bool:
    end = noun.right_edge.i + 1
    return end < len(noun.doc) and noun.doc[end].dep_ == "dep" and noun.doc[end].head == verb


def _is_bare_promise(verb: Token, rights: Iterable[Token]) -> bool:
    """Whether nothing but a day is left behind a word of promise: "she promised in March"."""
    if verb.lemma_ not in _PROMISING or any(c.dep_ in _COMPLETING for c in rights):
        return False
    return all(t.ent_type_ in _TIMES for c in rights for t in c.subtree if t.dep_ == "pobj")


def _governed(subject: Token) -> bool:
    """Whether a preposition stands before what the parser took for a subject: "a cross in honour of Ada Roe fell"."""
    first = subject.left_edge
    return subject.dep_ in syntax.STANDING_SUBJECTS and first.i > 0 and first.nbor(-1).lower_ in _GOVERNING


def _is_day(subject: Token, verb: Token) -> bool:
    """Whether "which" seems to stand for a day that did something: "sold the pier in June, which angered many"."""
    return verb.dep_ in ("relcl", "conj") and subject.ent_type_ in _TIMES


def _teller(trigger: Trigger) -> Token:
    """Return the verb whose clause tells it; of a noun, where that clause says how things are, the noun."""
    head = trigger.frame.light if trigger.frame.light is not None else trigger.frame.head
    verb = None if syntax.is_verb(head) else _telling_verb(head)
    return head if verb is None or is_state(verb) else verb


def _telling_verb(noun: Token) -> Token | None:
    """Return the verb whose subject the noun is: "the blast killed two" is one line."""
    top = noun.head if noun.dep_ == "conj" else noun
    return (
        top.head
        if top.dep_ in syntax.STANDING_SUBJECTS and syntax.is_verb(top.head) and top.head.dep_ != "relcl"
        else None
    )


def _clause(verb: Token, level: int, climbs: int = 0) -> Iterator[int]:
    """Yield the tokens of a verb's clause; the lower the level, the barer."""
    yield verb.i
    yield from _verb_group(verb)
    subjects = [c for c in verb.children if c.dep_ in syntax.STANDING_SUBJECTS]
    for subject in subjects:
        yield from _subject(subject, level)
    if not subjects or (verb.dep_ == "ccomp" and syntax.is_infinitive(verb)):
        yield from _above(verb, level, climbs)
    elif _has_gap(verb):
        yield from _phrase(verb.head, min(level, 1))
    for c in verb.children:
        if c.dep_ in _CORE or (level > 0 and c.dep_ in _ROUND and _belongs(c, verb, level)):
            yield from _clause_below(c, level) if syntax.is_verb(c) else _phrase(syntax.referent(c), level)
    if level == 0 and not any(c.dep_ in _CORE for c in verb.children):
        yield from _first_behind(verb)


def _first_behind(verb: Token) -> Iterator[int]:
    """Yield the first phrase behind a verb that nothing else completes: "the row spilled over into an exchange"."""
    behind = (c for c in verb.rights if c.dep_ == "prep" and _belongs(c, verb, 0))
    first = next(behind, None)
    whole = syntax.child(first, "pobj") if first is not None else None
    if first is not None and whole is not None and whole.ent_type_ not in _TIMES:
        yield from _phrase(first, 0)


def _has_gap(verb: Token) -> bool:
    """Whether the noun before a relative clause without "which" is its object: "the deal the mayor announced"."""
    if verb.dep_ != "relcl" or any(c.dep_ in _COMPLETING for c in verb.children):
        return False
    return not any(t.tag_ in ("WDT", "WP", "WP$", "WRB") for t in verb.doc[verb.left_edge.i : verb.i])


def _subject(subject: Token, level: int) -> Iterator[int]:
    """Yield a subject's phrase; of a relative clause the noun before it."""
    meant = syntax.referent(subject)
    yield from _phrase(meant, min(level, 1))


def _verb_group(verb: Token) -> Iterator[int]:
    """Yield a verb's helpers, those it shares with the verb before it included: "was tried and convicted"."""
    joined = verb.i > 1 and verb.nbor(-1).text == "-"
    yield from (verb.i - 2, verb.i - 1) if joined else ()
    own = [c.i for c in verb.children if c.dep_ in _HELPERS or (c.dep_ == "mark" and _says_when(c, verb))]
    if not own and verb.dep_ == "conj" and verb.tag_ in ("VB", "VBN", "VBG") and syntax.is_verb(verb.head):
        own = [c.i for c in verb.head.children if c.dep_ in ("aux", "auxpass", "neg")]
    yield from own


def _says_when(mark: Token, verb: Token) -> bool:
    """Whether the clause would say too much without the word that opens it: "if", "before leaving"."""
    return mark.lower_ in CONDITIONS or (verb.dep_ == "advcl" and not _has_subject(verb))


def _above(verb: Token, level: int, climbs: int) -> Iterator[int]:
    """Yield what a verb without a subject of its own hangs on."""
    above = verb.head
    if climbs >= _CLIMBS or above == verb:
        return
    if verb.dep_ == "conj" and syntax.is_verb(above):
        for subject in syntax.surface_subject(above)[:2]:
            if subject.i < verb.i:
                yield from _phrase(subject, min(level, 1))
        if verb.dep_ == "conj" and above.dep_ in ("xcomp", "advcl") and not _has_subject(above):
            yield from _above(above, level, climbs + 1)
    elif verb.dep_ in ("acl", "relcl", "amod") or not syntax.is_verb(above):
        yield from _phrase(above, min(level, 1))
        while above.dep_ in ("pobj", "pcomp", "prep") and climbs < _CLIMBS and above.head != above:
            above, climbs = above.head, climbs + 1
            yield above.i
        if syntax.is_verb(above) or (above.dep_ in ("dobj", "attr") and syntax.is_verb(above.head)):
            yield from _core(above if syntax.is_verb(above) else above.head, level, climbs + 1)
    else:
        yield from _core(above, level, climbs + 1)


def _core(verb: Token, level: int, climbs: int) -> Iterator[int]:
    """Yield a governing clause's subject, verb and object."""
    yield verb.i
    yield from _verb_group(verb)
    subjects = [c for c in verb.children if c.dep_ in syntax.STANDING_SUBJECTS]
    for subject in subjects:
        yield from _subject(subject, level)
    if not subjects:
        yield from _above(verb, level, climbs)
    for c in verb.children:
        if c.dep_ in ("dobj", "dative", "acomp", "attr", "oprd") and not syntax.is_verb(c):
            yield from _phrase(c, min(level, 1))


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in syntax.STANDING_SUBJECTS for c in verb.children)


def _clause_below(verb: Token, level: int) -> Iterator[int]:
    """Yield a completing clause with its own subject and objects."""
    yield verb.i
    for c in verb.children:
        if c.dep_ in _HELPERS or c.dep_ in ("mark", "aux"):
            yield c.i
        elif c.dep_ in syntax.STANDING_SUBJECTS or c.dep_ in _CORE or (level > 1 and c.dep_ in _ROUND):
            yield from _clause_below(c, level) if syntax.is_verb(c) else _phrase(c, level)


def _belongs(child: Token, verb: Token, level: int) -> bool:
    """Whether a phrase round the verb is part of what it tells: not what opens the sentence before a comma."""
    if child.dep_ == "ccomp":
        return level > 1 and child.i > verb.i and not _after_comma(child)
    if child.i < verb.i:
        return child.dep_ == "advmod" and child.i == verb.i - 1 and child.tag_ not in ("WRB",)
    return not _after_comma(child)


def _after_comma(token: Token) -> bool:
    first = token.left_edge.i
    return first > 0 and token.doc[first - 1].text in _BREAKS


def _phrase(head: Token, level: int) -> Iterator[int]:
    """Yield the tokens of a phrase without asides; at level 0 only what names its head."""
    left = _WIDEST
    waiting = [head]
    while waiting and left:
        token = waiting.pop()
        left -= 1
        yield token.i
        waiting.extend(c for c in token.children if _kept(c, token, level))


def _kept(child: Token, above: Token, level: int) -> bool:
    if child.dep_ in _ASIDE or child.is_space or (child.dep_ == "appos" and _after_comma(child)):
        return False
    if child.is_punct:
        return child.text in ("-", "–", "'", "’", '"', "“", "”", "$", "%", "/")
    if level == 0:
        return child.dep_ in _NAMING or (above.dep_ in ("prep", "agent") and child.dep_ == "pobj") or child.text == "'s"
    if child.dep_ in ("acl", "conj", "cc", "prep"):
        return level > 1 or (not _after_comma(child) and (child.dep_ != "acl"))
    return True


def _pieces(head: Token, kept: Iterable[int]) -> tuple[Span, ...]:
    """Return the kept tokens as spans; tokens parted by commas or nothing but spaces are one piece."""
    doc = head.doc
    pieces: list[tuple[int, int]] = []
    for i in sorted(kept):
        if pieces and _joined(doc[pieces[-1][1]], doc[i]):
            pieces[-1] = (pieces[-1][0], i)
        else:
            pieces.append((i, i))
    trimmed = (_trimmed(doc[a : b + 1]) for a, b in pieces)
    return tuple(Span(words.start_char, words.end_char) for words in trimmed if len(words))


def _trimmed(words: Words) -> Words:
    """Return a piece without dashes at its ends, nor a preposition, "and" or participle whose object is left out."""
    first, last = _behind_place(words), _before_bracket(words)
    while first < last and (words[first].text in _DASHES or _is_half_a_date(words[first])):
        first += 1
    while first < last and (words[last - 1].text in _DASHES or _is_undone(words[last - 1])):
        last -= 1
    return words[first:last]


def _behind_place(words: Words) -> int:
    """Return how many tokens open a sentence with where it was written: "San Selmo - Police said"."""
    opens = words[0].is_sent_start
    dash = next((t.i - words.start for t in words[:_LONGEST_PLACE] if t.text in _DASHES and t.whitespace_), 0)
    placed = (
        opens and dash and all(t.pos_ == "PROPN" or t.is_punct for t in words[:dash]) and words[dash - 1].whitespace_
    )
    return dash + 1 if placed else 0


def _before_bracket(words: Words) -> int:
    """Return the length up to a bracket that opens and does not close."""
    opened = [t.i - words.start for t in words if t.text == "("]
    return opened[-1] if opened and all(t.text != ")" for t in words[opened[-1] :]) else len(words)


def _is_half_a_date(first: Token) -> bool:
    """Whether a month without its day begins a piece: "on 14 December Mr Roe left", the day hung elsewhere."""
    return first.ent_type_ == "DATE" and first.i > 0 and first.nbor(-1).ent_type_ == "DATE" and first.pos_ == "PROPN"


def _is_undone(last: Token) -> bool:
    needs = last.dep_ == "acl" and last.tag_ == "VBG" and any(c.i > last.i for c in last.children)
    return needs or last.dep_ in _UNDONE or last.tag_ == "TO"


def _joined(before: Token, after: Token) -> bool:
    between = before.doc[before.i + 1 : after.i]
    return all(t.is_space or (t.is_punct and len(between) < 2) for t in between)
