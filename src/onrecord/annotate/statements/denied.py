"""What a denial denies, where too little of it was found: "the charge, which she denies", "rejected claims that"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.statements.lexicon import listed, words
from onrecord.annotate.statements.reading import Reading, is_quoted, main_verb
from onrecord.annotate.statements.stances import stance_of
from onrecord.annotate.syntax import child, is_verb
from onrecord.model import Span, StatementSpans

_POINTING = frozenset({"that", "which"})
_THIS = frozenset({"this", "that", "it", "them", "those", "these", "both"})
_CALLED = frozenset({"oprd", "acomp"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "both"})
_BESIDE = frozenset({"although", "though", "but", "while", "whereas", "and"})
_DENYING = frozenset({"deny", "dispute", "reject", "refute", "dismiss", "denial"})
_KEEPING_BACK = frozenset({"refuse", "decline"})
_POINTS = frozenset({"point", "view", "idea"})
_CLAUSES = frozenset({"acl", "ccomp", "relcl", "prep"})
_LONGEST = 400
_PARTING = frozenset({",", "--", "–", "—", "-"})
_BEFORE_SENTENCES = 3
_HIGHEST = 5  # words above a noun that are looked at


def with_what_is_denied(reading: Reading) -> StatementSpans:
    """Return a statement's spans, those of a denial with the whole of what it denies."""
    reading = _without_links(reading)
    head, spans = reading.head, reading.spans
    stance = reading.entry.stance if reading.entry is not None else None
    if head is None or not spans.source:
        return spans
    if stance == "denies" and all(t.lower_ in _POINTING for t in reading.content):
        return _with_antecedent(head, spans)
    if (only := _only_points(reading) or _pointing_subject(reading)) is not None and stance_of(reading) == "denies":
        return _with_claim_before(only, reading)
    if stance not in ("denies", "declines"):
        return spans
    if stance == "denies" and (named := _named_after(reading.content)) is not None:
        return _with_words_before(named, spans)
    return _with_clause(reading.content[-1], spans) if reading.content else spans


def _without_links(reading: Reading) -> Reading:
    """Return a denial without the "which" of a clause about what it denies: "denied the charges, which spread"."""
    links = {Span(t.idx, t.idx + len(t)) for t in reading.content if t.lower_ in _POINTING and t.head.dep_ == "relcl"}
    kept = tuple(span for span in reading.spans.content if span not in links)
    if reading.entry is None or reading.entry.stance != "denies" or not 0 < len(kept) < len(reading.spans.content):
        return reading
    words = tuple(t for t in reading.content if any(span.start <= t.idx < span.end for span in kept))
    return replace(reading, spans=replace(reading.spans, content=kept), content=words)


def _only_points(reading: Reading) -> Token | None:
    """Return the word of a content that only points at a claim told before: "denied the charges", "disputes this"."""
    loose = _CALLED | {"amod", "advmod", "punct", "npadvmod"}
    said = [t for t in reading.content if not t.is_punct and t.dep_ not in loose]
    if len(said) == 1 and said[0].lower_ in _THIS and said[0].dep_ in ("dobj", "nsubjpass"):
        return said[0]
    told = words("accusations") | listed("parts")
    nouns = (t for t in said if t.lemma_.lower() in told and t.pos_ == "NOUN" and t.dep_ != "poss")
    noun = next(nouns, None)
    definite = [t for t in said if t != noun]
    owned = [t for t in definite if t.dep_ == "poss" and t.head == noun and t.pos_ == "NOUN"]
    if owned:  # "the report's allegations"
        definite = [t for t in definite if t not in owned and t.dep_ != "case"]
    pointed = len(definite) == 1 and (definite[0].lower_ in _DEFINITE or definite[0].tag_ == "PRP$")
    return noun if noun is not None and pointed else None


def _pointing_subject(reading: Reading) -> Token | None:
    """Return the word for a claim told before that is said not to be so: "These claims are false"."""
    verb = main_verb(reading.content)
    subject = child(verb, "nsubj") if verb is not None and is_quoted(reading) else None
    if subject is None or subject.pos_ != "NOUN" or subject.lemma_.lower() not in words("accusations"):
        return None
    bound = [t.lower_ for t in subject.subtree if t != subject]
    return subject if len(bound) == 1 and bound[0] in _DEFINITE else None


def _charges(word: Token) -> bool:
    """Whether a word says that somebody holds something of another: "suspected", "claims that", not "her account"."""
    if word.lemma_.lower() not in words("raising"):
        return False
    return is_verb(word) or any(c.dep_ in ("acl", "ccomp", "relcl") for c in word.children)


def _with_claim_before(word: Token, reading: Reading) -> StatementSpans:
    """Return the spans with the words before that charge somebody with it.

    They are of the sentence itself or right before it, where somebody else says something, else of the last before it
    with a word of charging, or where something is said of whoever denies.
    """
    spans = reading.spans
    first = min((s.start for s in (*spans.source, *spans.cue)), default=word.idx)
    own = [t for t in word.doc[word.sent.start : word.i] if t.idx + len(t) <= first]
    if own and own[-1].text not in _PARTING and own[-1].lower_ not in _BESIDE:
        own = []  # "said after Roe disputed it"
    above = [_bare(list(sentence)) for sentence in _sentences_before(word)]
    who = {t.lemma_.lower() for t in reading.source if t.pos_ in ("NOUN", "PROPN")}
    for near, told in enumerate((_bare(own), *above)):
        if not any((_charges(t) or _tells_of(t, who, near=near <= 1)) and not _is_by(t, who) for t in told):
            continue
        theirs = any(is_verb(t) and _is_by(t, who) and _says(t) for t in told)
        if theirs or any(t.lemma_ in _DENYING for t in told):
            continue  # what they say themselves is not what they deny
        last = _with_closing_mark(told)
        half_quoted = last == told[-1] and sum(t.is_quote for t in told) % 2 == 1
        span = Span(told[0].idx, last.idx + len(last))
        if span.end - span.start < _LONGEST and not half_quoted and not any(t.lower_ == "if" for t in told):
            return replace(spans, content=(span, *spans.content))
    return spans


def _with_closing_mark(told: list[Token]) -> Token:
    """Return the last word, or the mark right behind it that closes a quotation within the words."""
    last = told[-1]
    opened = sum(t.is_quote for t in told) % 2 == 1 and last.i + 1 < len(last.doc)
    return last.nbor(1) if opened and last.nbor(1).is_quote else last


def _tells_of(word: Token, who: set[str], *, near: bool) -> bool:
    """Whether somebody says something, of one of those named if any are.

    near  the words stand right before the denial: they need not name anybody where "that" opens what is said
    """
    kept_back = word.dep_ == "xcomp" and word.head.lemma_ in _KEEPING_BACK  # "refused to say that"
    if not is_verb(word) or kept_back:
        return False
    clauses = [c for c in word.children if c.dep_ == "ccomp"]
    opened = {c: any(m.lower_ == "that" for m in c.children) for c in clauses}
    named = {c: any(t.lemma_.lower() in who for t in c.subtree) for c in clauses}
    if near:
        return any(opened[c] or _is_by(c, who) for c in clauses)
    return any(opened[c] and (not who or named[c]) for c in clauses)


def _says(word: Token) -> bool:
    """Whether a verb has a clause for what is said."""
    return any(c.dep_ == "ccomp" for c in word.children)


def _is_by(word: Token, who: set[str]) -> bool:
    """Whether it is one of those named who says it; South Norland is not North Norland."""
    sayers = [t for c in word.children if c.dep_ == "nsubj" for t in c.subtree if t.pos_ in ("NOUN", "PROPN")]
    named = ({s.lemma_.lower() for s in (t, *t.lefts) if s.pos_ in ("NOUN", "PROPN")} for t in sayers)
    return any(name & who and (name <= who or who <= name) for name in named)


def _sentences_before(word: Token) -> Iterator[Tokens]:
    start = word.sent.start
    for _ in range(_BEFORE_SENTENCES):
        if start == 0:
            return
        above = word.doc[start - 1].sent
        yield above
        start = above.start


def _bare(told: list[Token]) -> list[Token]:
    """Return words without marks, line ends and the word that joins the next clause at their ends."""
    kept = [t.i for t in told if not (t.is_punct or t.is_space or t.dep_ in ("cc", "mark"))]
    return [t for t in told if kept and t.i <= kept[-1] and not (t.is_space and t.i < kept[0])]


def _with_antecedent(head: Token, spans: StatementSpans) -> StatementSpans:
    """Return the spans with the noun that the denial describes for what it denies, where it lacks an object."""
    taken = [c for c in head.children if c.dep_ in ("dobj", "ccomp", "xcomp") and c.lower_ not in _POINTING]
    if head.dep_ != "relcl" or taken or head.head.pos_ not in ("NOUN", "PROPN"):
        return spans
    first, last = _claim_over(head.head).left_edge, head.left_edge.i - 1
    while last > head.head.i and head.doc[last].is_punct:
        last -= 1
    if (called := _named_after([t for t in head.head.subtree if t.i <= head.head.i])) is not None:
        return _with_words_before(called, spans)
    named = head.doc[first.i : last + 1]
    span = Span(named.start_char, named.end_char)
    clear = not any(span.overlaps(s) for s in (*spans.source, *spans.cue))
    return replace(spans, content=(span,)) if clear and last >= first.i else spans


def _claim_over(noun: Token) -> Token:
    """Return the noun for a claim that a noun stands in: "allegations" of "allegations that he hit Roe, which"."""
    near = [t for _, t in zip(range(_HIGHEST), noun.ancestors, strict=False)]
    told = words("accusations") | words("raising")
    held = (t for t in near if t.lemma_.lower() in told and t.pos_ == "NOUN" and t.sent == noun.sent)
    return next(held, noun)


def _named_after(content: Sequence[Token]) -> Token | None:
    """Return the noun by which a sentence calls what it has just told: "..., a charge that she has always denied"."""
    noun = next((t for t in content if t.lower_ not in _POINTING and t.pos_ != "DET"), None)
    if noun is not None and noun.lower_ == "something" and len(content) == 1:
        return noun if noun.i > noun.sent.start and noun.nbor(-1).text in _PARTING else None
    if noun is None or noun.lemma_.lower() not in words("accusations") | _POINTS:
        return None
    others = [t for t in content if t != noun and t.lower_ not in _POINTING]
    bare = [t.lower_ for t in others] in (["a"], ["an"]) or (not others and noun.tag_ == "NNS")
    before = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i > noun.sent.start else None
    return noun if bare and before is not None and before.text in _PARTING else None


def _with_words_before(named: Token, spans: StatementSpans) -> StatementSpans:
    """Return the spans with what the sentence tells up to such a noun for what is denied."""
    start, end = named.sent[0], named.doc[named.left_edge.i - 2]
    span = Span(start.idx, end.idx + len(end))
    clear = span.end - span.start < _LONGEST and not any(span.overlaps(s) for s in (*spans.source, *spans.cue))
    return replace(spans, content=(span,)) if clear else spans


def _with_clause(last: Token, spans: StatementSpans) -> StatementSpans:
    """Return the spans with the clause of a claim that the content breaks off before."""
    if last.lemma_.lower() not in words("accusations"):
        return spans
    following = [c for c in last.children if c.dep_ in _CLAUSES and c.left_edge.i == last.i + 1]
    if not following:
        return spans
    end = following[0].right_edge
    whole = Span(spans.content[-1].start, end.idx + len(end))
    others = (*spans.source, *spans.cue, *spans.content[:-1])
    clear = whole.end - whole.start < _LONGEST and not any(whole.overlaps(s) for s in others)
    return replace(spans, content=(*spans.content[:-1], whole)) if clear else spans
