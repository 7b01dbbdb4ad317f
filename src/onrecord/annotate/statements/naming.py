"""How a source is called: the words that describe it, and whether they are more than a name that they hold."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotate.beside_names import has_age, is_entry_time
from onrecord.annotate.component import Draft
from onrecord.annotate.entities.pronouns import NAMELESS
from onrecord.annotate.statements.lexicon import listed
from onrecord.annotate.syntax import is_verb
from onrecord.model import Mention, Span, SpeakerKind

_DETERMINERS = frozenset({"the", "a", "an"})
_INDEFINITE = frozenset({"a", "an", "another", "one"})
_EMPTY = NAMELESS | {"one", "there"}


def mention_at(draft: Draft, token: Token) -> Mention | None:
    """Return the shortest mention that holds a word, a named one before others."""
    at = token.idx
    holding = [m for m in draft.mentions if m.span.start <= at < m.span.end]
    return min(holding, key=lambda m: (m.span.end - m.span.start, m.form != "name"), default=None)


def is_description(name: str, root: Token) -> bool:
    """Whether an entity is known only by a description with the same noun: "port officials", "a Liberal"."""
    words = name.split()
    last = words[-1] if len(words) > 1 else name.lower()
    if root.pos_ == "PROPN" and any(c.lower_ in _INDEFINITE for c in root.children):
        return words[-1:] == [root.text]
    return root.pos_ == "NOUN" and last in (root.lower_, root.lemma_.lower())


def is_human(root: Token) -> bool:
    """Whether an age or a "who" beside a name shows a person, whatever the name was taken for."""
    if any(c.dep_ == "relcl" and any(w.lower_ == "who" for w in c.subtree) for c in root.children):
        return True
    return has_age(root)


def is_part(mention: Mention, root: Token) -> bool:
    """Whether a described body is more than the place or body it was linked to: "Tamra state television"."""
    described = any(c.dep_ in ("compound", "amod", "poss") for c in root.children)
    return mention.kind != "person" and root.pos_ == "NOUN" and described


def is_called(draft: Draft, mention: Mention, root: Token) -> bool:
    """Whether a person is somewhere called what a description calls them: "the judge" for "Judge Ada Osk".

    Asked only of those whom reports bring in without a name beside people who have one.
    """
    lemma = root.lemma_.lower()
    own = [m for m in draft.mentions if m.entity == mention.entity]
    if (
        lemma not in listed("bystanders")
        or not mention.is_named
        or any(m.role and lemma in m.role.lower() for m in own)
    ):
        return True
    return any(_is_near(draft, m.span, root) for m in own if m.form == "name" and m.span.end != mention.span.end)


_CALLED_WITHIN = 8


def _is_near(draft: Draft, name: Span, root: Token) -> bool:
    """Whether a description's noun stands beside a name, in its sentence."""
    there = draft.doc.char_span(name.start, name.end, alignment_mode="expand")
    if there is None:
        return False
    before = draft.doc[max(there.start - _CALLED_WITHIN, there.sent.start) : there.start]
    after = draft.doc[there.end : min(there.end + _CALLED_WITHIN, there.sent.end)]
    for words_beside in (reversed(before), after):
        for token in words_beside:
            if is_verb(token):
                break
            if token.lemma_.lower() == root.lemma_.lower():
                return True
    return False


_MAX_CLAUSE = 8


def _ends_description(token: Token, root: Token) -> bool:
    """Whether a description ends before a word: at a mark, a long clause, or the day that the parse hung on it."""
    if token.text in ",;:—–(":
        return True
    if token.dep_ == "acl" and token.tag_ == "VBN" and token.lemma_ in listed("passing"):
        return True
    if token.dep_ == "prep" and token.head == root and token.lower_ in ("on", "in", "at", "last", "during"):
        return any(c.dep_ == "pobj" and c.ent_type_ in ("DATE", "TIME") for c in token.children)
    clause = next((t for t in (token, *token.ancestors) if t.dep_ == "relcl" and t.i > root.i), None)
    return clause is not None and clause.left_edge == token and clause.right_edge.i - token.i >= _MAX_CLAUSE


def kind_of(root: Token) -> SpeakerKind:
    """Return the kind of a source that no mention holds: a description is unnamed, a name of an unknown kind."""
    if root.pos_ == "PROPN":
        return "unknown"
    return "unnamed"


def description(root: Token, words: Sequence[Token]) -> str | None:
    """Return a source's words, without its article and without what a comma sets off."""
    phrase = list(words) or list(root.subtree)
    phrase = [t for t in phrase if t.i >= _first(root, phrase)]
    cut = next((k for k, t in enumerate(phrase) if t.i > root.i and _ends_description(t, root)), None)
    phrase = phrase[:cut] if cut else phrase
    if len(phrase) > 1 and is_entry_time(phrase[0]):
        phrase = phrase[1:]
    if phrase and phrase[0].lower_ in _DETERMINERS and len(phrase) > 1:
        phrase = phrase[1:]
    if not phrase or all(t.lower_ in _EMPTY for t in phrase) or phrase[0].tag_ == "WP$":
        return None
    said = root.doc[phrase[0].i : phrase[-1].i + 1].text
    return " ".join(said.split()).strip("“”\"'’‘,").removesuffix("'s").removesuffix("’s") or None


def _first(root: Token, words: Sequence[Token]) -> int:
    """Return where a source begins by its syntax, or with the name before it that a parse has cut in two."""
    first, inside = root.left_edge.i, {t.i for t in words}
    while root.pos_ == "PROPN" and first - 1 in inside and root.doc[first - 1].pos_ == "PROPN":
        first -= 1
    return first


def poll_of(source: Sequence[Token], root: Token) -> Token | None:
    """Return the poll in whose figure a number of people "say" something: "62 percent of voters said"."""
    counted = any(t.like_num or t.text == "%" or t.lemma_.lower() in ("percent", "half", "most") for t in source)
    if root.lemma_.lower() not in listed("asked") or not counted or any(t.pos_ == "PROPN" for t in source):
        return None
    first = max(0, root.sent.start - _POLL_WITHIN)
    found = [t for t in root.doc[first : root.sent.end] if t.pos_ == "NOUN" and t.lemma_.lower() in ("poll", "survey")]
    return min(found, key=lambda t: abs(t.i - root.i), default=None)


_POLL_WITHIN = 80
