"""The names of those who take part: a noun in the text, and the entity that the article's mentions make of it."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.beside_names import is_entry_time
from onrecord.annotate.component import Draft
from onrecord.annotate.dateline import in_dateline
from onrecord.model import PARTY_KINDS, Mention, Role, Span

_KEPT = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "case", "predet", "neg"})
_LONGEST_TOKENS = 14
_WIDER = frozenset({"from", "by", "against", "with", "between", "to", "in", "on"})
_TIMES = frozenset({"DATE", "TIME"})
_NOBODY = frozenset({"other", "another", "others", "-"})
_SKIPPED = frozenset({"DET", "SCONJ", "ADP"})


def phrase(token: Token, *, wide: bool = False, depth: int = 0) -> tuple[Token, Token]:
    """Return the first and last token of a noun's phrase: its modifiers and "of ...", no clauses or appositions.

    A wide one takes in what else tells a thing from its like: "request from the council", "force in Belmora".
    """
    first = last = token
    for c in token.children:
        if c.dep_ in _KEPT and c.i < token.i and not is_entry_time(c):
            first = min(first, c.left_edge, key=lambda t: t.i)
        elif c.dep_ == "prep" and c.i > token.i and (c.lower_ == "of" or (wide and c.lower_ in _WIDER)):
            end = _of_end(c, depth)
            last = end if end is not None and last.i < end.i < token.i + _LONGEST_TOKENS else last
    if first.lower_ == "both" and first != token:
        first = first.nbor(1)
    if first.dep_ == "det" and first != token and first.head == token and first.i + 1 <= token.i:
        first = first.nbor(1)
    return first, last


def _of_end(preposition: Token, depth: int) -> Token | None:
    inner = syntax.child(preposition, "pobj")
    if inner is None or depth > _LONGEST_TOKENS:
        return None
    several = [c for c in inner.children if c.dep_ == "conj" and c.pos_ == inner.pos_ == "PROPN"]
    if several and preposition.head.tag_ == "NNS":  # "the foreign ministers of Ardania and Belmora"
        return phrase(several[-1], depth=depth + 1)[1]
    return phrase(inner, depth=depth + 1)[1]


def _without_dateline(token: Token) -> Iterator[Token]:
    """Yield the token and its conjuncts; of a dateline read as a subject, what hangs on it instead."""
    for one in syntax.together(token):
        if not in_dateline(one):
            yield one
            continue
        for heir in one.children:
            if heir.dep_ in ("appos", "conj", "dep", "nmod") and heir.pos_ in ("NOUN", "PROPN"):
                yield from (t for t in syntax.together(heir) if not in_dateline(t))


def _speaker(pronoun: Token) -> Token | None:
    """Return the subject of the verb of saying above a pronoun: "The ministry said it would pay"."""
    clause = pronoun.head
    if pronoun.lower_ not in ("it", "they", "he", "she") or pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    if clause.dep_ != "ccomp" or not syntax.is_verb(clause.head):
        return None
    subject = syntax.child(clause.head, "nsubj")
    return subject if subject is not None and subject.i < pronoun.i and subject.pos_ != "PRON" else None


_LABELS = frozenset({"update", "correction", "wrapup", "breaking", "exclusive", "live", "video", "watch", "analysis"})


def _is_label(token: Token) -> bool:
    """Whether a word only labels a report: "UPDATE 2: Selm Lines dismissed 20 pilots"."""
    after = [t.text for t in token.doc[token.i + 1 : token.i + 3]]
    numbered = after[0].isdigit() if after else False
    colon = ":" in after[:1] or (numbered and after[1:] in ([":"], ["-"]))
    return token.lower_ in _LABELS and colon


class Parties:
    """Turns tokens into roles for one draft."""

    def __init__(self, draft: Draft, people: frozenset[str], bodies: frozenset[str]) -> None:
        """Find the head word of every mention. `people` and `bodies` are the nouns that stand for somebody."""
        self._people = people
        self._actors = people | bodies
        self._text = draft.article.text
        self._by_root: dict[int, Mention] = {}
        for mention in draft.mentions:
            words = draft.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if words is not None:
                self._by_root.setdefault(words.root.i, mention)

    def mention(self, token: Token) -> Mention | None:
        """Return the mention whose head word the token is."""
        return self._by_root.get(token.i)

    def role(self, token: Token) -> Role | None:
        """Return the party a token stands for; None for times, clauses and pronouns that nothing resolves."""
        if (
            _is_label(token)
            or token.ent_type_ in _TIMES
            or (token.lower_ in _NOBODY and not syntax.child(token, "nummod"))
        ):
            return None
        if mention := self.mention(token):
            return Role(mention.name, mention.span, mention.entity, mention.kind)
        if token.pos_ == "PRON":
            speaker = _speaker(token)
            return self.role(speaker) if speaker is not None else None
        if token.pos_ in _SKIPPED or syntax.is_verb(token):
            return None
        thing = token.pos_ == "NOUN" and token.lemma_.lower() not in self._people
        first, last = phrase(token, wide=thing)
        span = Span(first.idx, last.idx + len(last))
        return Role(span.of(self._text), span)

    def acts(self, role: Role) -> bool:
        """Whether a role may want something: a person, a body, a country, or a noun that stands for people."""
        if role.kind in PARTY_KINDS:
            return True
        return self.stands_for_somebody(role) or any(w[:1].isupper() for w in role.name.split(" of ")[0].split())

    def stands_for_somebody(self, role: Role) -> bool:
        """Whether a role's last word is a noun for people or a body."""
        last = role.name.split(" of ")[0].split()[-1].lower()
        return bool({last, last.rstrip("s")} & self._actors)

    def roles(self, tokens: Iterable[Token]) -> tuple[Role, ...]:
        """Return the parties of the tokens and of what is coordinated with them, each once, in order."""
        found: dict[str, Role] = {}
        for token in self._spread(tokens):
            if role := self.role(token):
                found.setdefault(role.name, role)
        return tuple(found.values())

    def _spread(self, tokens: Iterable[Token]) -> Iterator[Token]:
        for token in tokens:
            yield from _without_dateline(token)
