"""The words of an undertaking: the clause of its deed, without what only stands beside it."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.undertakings.forms import Form
from onrecord.model import Span

_CONDITIONS = frozenset({"if", "unless", "once", "when", "until"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_LOOSE = frozenset({"parataxis", "relcl", "advcl", "acl", "appos"})
_PAIRS = {'"': '"', "“": "”", "``": "''", "‘": "’"}
_PARTING = frozenset({",", "--", "–", "—", "-", ";", ":"})
_STOPS = (".", ",", "!")
_MARKS = frozenset("\"“”„`'‘’,;:.!?-–—( ")


def words_of(form: Form, text: str) -> Span:
    """Return the words that say what is undertaken, as one span of the text."""
    first, last = _first(form), _last(form.deed)
    if sum(t.pos_ in _TELLING for t in form.deed.doc[first.i : last.i + 1]) < 2:
        first = _giving(form) or first  # "pledged to sign it", "promised to resign" say too little without who did
    last = _with_condition(form.giver, last)
    start, end = first.idx, last.idx + len(last)
    return _balanced(text, Span(start, max(end, start + 1)))


def _with_condition(giver: Token, last: Token) -> Token:
    """Return the last word of a condition right behind the deed, where the parse hangs it on who gives their word."""
    clauses = (c for c in giver.children if c.dep_ == "advcl" and c.i > last.i and c.left_edge.i == last.i + 1)
    behind = next((c for c in clauses if c.left_edge.lower_ in ("if", "unless")), None)
    return last if behind is None else behind.right_edge


def _giving(form: Form) -> Token | None:
    """Return where the clause begins in which somebody gives their word."""
    subject = syntax.child(form.giver, "nsubj")
    return subject.left_edge if subject is not None and subject.i < form.giver.i < form.deed.i else None


def _first(form: Form) -> Token:
    deed = form.deed
    if not syntax.is_verb(deed):
        return form.giver
    if _lacks_its_object(form.giver):
        return form.giver.head.left_edge
    top = form.giver if form.kind == "will" else deed
    subject = syntax.child(top, "nsubj", "nsubjpass")
    if subject is not None and subject.i < deed.i:
        return _condition(top, subject)
    helpers = [c for c in (*top.children, *deed.children) if c.dep_ in ("aux", "neg") and c.i < deed.i]
    return min(helpers, key=lambda t: t.i, default=deed)


def _lacks_its_object(verb: Token) -> bool:
    """Whether the deed is done to the noun that the words describe: "the stake it has agreed to buy"."""
    subject = syntax.child(verb, "nsubj")
    return verb.dep_ == "relcl" and subject is not None and subject.lower_ not in syntax.RELATIVE


def _condition(top: Token, subject: Token) -> Token:
    """Return where the clause begins, with the condition that stands before it: "if they refuse, we will sue"."""
    clauses = (c for c in top.children if c.dep_ == "advcl" and c.i < subject.i)
    for clause in clauses:
        if any(c.dep_ in ("mark", "advmod") and c.lower_ in _CONDITIONS for c in clause.children):
            return clause.left_edge
    return subject.left_edge


def _last(deed: Token) -> Token:
    dropped = {t.i for part in _beside(deed) for t in part.subtree}
    last = deed
    for token in deed.doc[deed.i + 1 : deed.right_edge.i + 1]:
        if token.i in dropped or "\n" in token.text:
            break
        if not (token.is_punct or token.is_quote or token.is_space or token.dep_ in ("cc", "punct")):
            last = token
    return last


def _beside(deed: Token) -> Iterator[Token]:
    """Yield what hangs below a deed and tells something else: "..., which he built", "... and she will leave"."""
    for token in deed.subtree:
        if token.i <= deed.i or token.i == deed.i:
            continue
        before = token.left_edge.nbor(-1) if token.left_edge.i > 0 else token
        apart = before.text in _PARTING and bool(before.whitespace_)
        loose = token.dep_ in _LOOSE and apart and not _is_condition(token)
        if loose or token.dep_ == "parataxis" or _is_own_clause(token) or _is_of_another_time(token, deed):
            yield token


def _is_condition(clause: Token) -> bool:
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in _CONDITIONS for c in clause.children)


def _is_own_clause(verb: Token) -> bool:
    """Whether a coordinated verb has a subject of its own, and so a doer of its own."""
    return verb.dep_ == "conj" and syntax.is_verb(verb) and syntax.child(verb, "nsubj", "nsubjpass") is not None


def _is_of_another_time(verb: Token, deed: Token) -> bool:
    """Whether what is joined to a deed is told of another time: "vowed to keep it and praised the ruling"."""
    joined = verb.dep_ == "conj" and verb.head == deed and syntax.is_verb(verb)
    past = any(c.lower_ in ("did", "had", "was", "were") for c in verb.children if c.dep_ in ("aux", "auxpass"))
    return joined and (past or verb.tag_ != deed.tag_)


def _balanced(text: str, span: Span) -> Span:
    """Return the words with as many closing as opening quotation marks: a lone one at either end is left out."""
    start, end = span.start, span.end
    while start < end and text[start] in _MARKS and not _is_matched(text[start:end], text[start]):
        start += 1
    words = text[start:end]
    for opening, closing in _PAIRS.items():
        open_still = words.count(opening) % 2 if opening == closing else words.count(opening) > words.count(closing)
        close = end + (text[end : end + 1] in _STOPS)
        if open_still and text.startswith(closing, close):
            return Span(start, close + len(closing))
    return Span(start, end)


def _is_matched(words: str, mark: str) -> bool:
    return mark in _PAIRS and _PAIRS[mark] in words[1:]
