"""How a source is called: the name it has in the article, or the words that describe it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.entities.lexicon import lexicon
from onrecord.annotate.entities.pronouns import NAMELESS
from onrecord.annotate.statements.lexicon import listed, words
from onrecord.annotate.syntax import is_verb
from onrecord.model import EntityKind, Mention, Span, SpeakerKind

_DETERMINERS = frozenset({"the", "a", "an"})
KINDS: dict[EntityKind, SpeakerKind] = {
    "person": "person",
    "organisation": "organisation",
    "facility": "organisation",
    "place": "place",
    "group": "group",
    "work": "document",
    "law": "document",
}
_EMPTY = NAMELESS | {"one", "there"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever speaks; `document` is the hand that carries the words ("statement", "readout"), if one does."""

    name: str | None = None
    kind: SpeakerKind = "unknown"
    entity: int | None = None
    document: str | None = None


@dataclass(slots=True)
class Heard:
    """What the article has said so far: the speakers, the words of the last statement, who owns "the statement".

    named    where the last speaker's source last was more than a pronoun
    several  whether the last speaker is several people
    quoted   all words of the article between quotation marks
    """

    speakers: list[Speaker] = field(default_factory=list)
    source: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    named: tuple[Span, ...] = ()
    several: bool = False
    quoted: tuple[Span, ...] = ()
    owners: dict[str, Speaker] = field(default_factory=dict)


def mention_at(draft: Draft, token: Token) -> Mention | None:
    """Return the shortest mention that holds a word, a named one before others."""
    at = token.idx
    holding = [m for m in draft.mentions if m.span.start <= at < m.span.end]
    return min(holding, key=lambda m: (m.span.end - m.span.start, m.form != "name"), default=None)


def named_beside(draft: Draft, root: Token, phrase: Sequence[Token]) -> Speaker | None:
    """Return the name that stands beside a description: in apposition, after a comma, or at its end."""
    found = _beside(draft, root) or _after_title(draft, root, phrase)
    return found or _after_comma(draft, root, phrase) or named_inside(draft, root, phrase)


def _after_title(draft: Draft, root: Token, phrase: Sequence[Token]) -> Speaker | None:
    """Return the person named right after a noun for people: "furious mum Ada Osk"."""
    after = next((t for t in phrase if t.i == root.i + 1 and t.pos_ == "PROPN"), None)
    if after is None or root.tag_ != "NN" or lexicon().nouns.get(root.lemma_.lower()) != "person":
        return None
    mention = mention_at(draft, after)
    named = mention is not None and mention.form == "name" and mention.kind not in ("place", "facility", "organisation")
    return Speaker(mention.name, "person", mention.entity) if mention is not None and named else None


def _after_comma(draft: Draft, root: Token, phrase: Sequence[Token]) -> Speaker | None:
    """Return the person named after a comma: "a lawyer for Mr. Venn, Ada Osk of the port's firm"."""
    if root.pos_ != "NOUN":
        return None
    for before, token in zip(phrase, phrase[1:], strict=False):
        if before.text != "," or before.i < root.i:
            continue
        for word in token.doc[token.i : token.i + 3]:  # a title may stand before the name
            mention = mention_at(draft, word) if word.pos_ == "PROPN" else None
            if mention is not None and mention.form == "name" and mention.kind == "person":
                return Speaker(mention.name, "person", mention.entity)
            if word.pos_ != "PROPN":
                break
    return None


def named_inside(draft: Draft, root: Token, phrase: Sequence[Token]) -> Speaker | None:
    """Return the person whose name ends a phrase that begins with their office: "Director of Ports Ada Okun"."""
    if not phrase or root.pos_ != "PROPN":
        return None
    words_before_comma = next((t for t in reversed(phrase) if t.text != ","), phrase[-1])
    mention = mention_at(draft, words_before_comma)
    if mention is None or mention.form != "name" or mention.kind != "person":
        return None
    name = root.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if name is None or name.start <= root.i:
        return None
    if len(_beside_each_other(draft, mention, phrase)) > 1:
        return Speaker(joined(draft, phrase[-1], mention, phrase), "person", mention.entity)
    if any(t.text == "," or t.dep_ == "cc" for t in root.doc[root.i : name.start]):
        return None
    if root.doc[name.start - 1].pos_ not in ("PROPN", "NOUN"):
        return None
    return Speaker(own_name(mention), "person", mention.entity)


def by_name(root: Token) -> Speaker | None:
    """Return a name that no mention holds: the proper nouns that end in the source's main word."""
    name = root.doc[_first_of_name(root) : root.i + 1].text
    return Speaker(name, "unknown") if root.pos_ == "PROPN" and name[:1].isupper() else None


def is_description(name: str, root: Token) -> bool:
    """Whether an entity is known only by a description with the same noun: "port officials" for "officials"."""
    words = name.split()
    last = words[-1] if len(words) > 1 else name.lower()
    return root.pos_ == "NOUN" and last in (root.lower_, root.lemma_.lower())


def is_human(root: Token) -> bool:
    """Whether an age or a "who" beside a name shows a person, whatever the name was taken for."""
    if any(c.dep_ == "relcl" and any(w.lower_ == "who" for w in c.subtree) for c in root.children):
        return True
    after = [t.text for t in root.doc[root.i + 1 : root.i + 4]]
    return len(after) == 3 and after[0] == after[2] == "," and after[1].isdigit()


def is_part(mention: Mention, root: Token) -> bool:
    """Whether a described body is more than the place or body it was linked to: "Tamra state television"."""
    described = any(c.dep_ in ("compound", "amod", "poss") for c in root.children)
    return mention.kind != "person" and root.pos_ == "NOUN" and described


_NO_WORDS = re.compile(r"^(?:â[\x80-\x9f]+\s*|[•·*\-–—\"“”'‘’),;:\s]+)+")


def bare_name(name: str | None) -> str | None:
    """Return a speaker's name without marks before it, also mis-decoded ones; None where nothing else is left."""
    bare = _NO_WORDS.sub("", name or "")
    letters = re.findall(r"[^\W_]", bare)
    return bare if len(letters) > 1 and not all(c.isdigit() for c in letters) else None


def is_called(draft: Draft, mention: Mention, root: Token) -> bool:
    """Whether a person is somewhere called what a description calls them: "the judge" for "Judge Ada Osk".

    Asked only of those whom reports bring in without a name beside people who have one.
    """
    lemma = root.lemma_.lower()
    own = [m for m in draft.mentions if m.entity == mention.entity]
    if (
        lemma not in listed("bystanders")
        or not mention.name[:1].isupper()
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


def joined(draft: Draft, root: Token, mention: Mention, phrase: Sequence[Token]) -> str:
    """Return the names of all who speak together: "the port and the mayor"."""
    names = [
        fuller_outlet(draft, with_place(root, own_name(m))) if m is mention else own_name(m)
        for m in (_beside_each_other(draft, mention, phrase))
    ]
    for other in root.conjuncts:
        also = mention_at(draft, other)
        if other in phrase and also is not None and also.form == "name" and own_name(also) not in names:
            names.append(own_name(also))
    names = list(dict.fromkeys(names))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _beside_each_other(draft: Draft, mention: Mention, phrase: Sequence[Token]) -> list[Mention]:
    """Return the names of one kind that "and" and titles alone stand between: the parse takes the first for a
    modifier of the last as often as not."""
    if not phrase or mention.form != "name":
        return [mention]
    start, end = phrase[0].idx, phrase[-1].idx + len(phrase[-1])
    named = sorted(
        {
            m.span: m
            for m in draft.mentions
            if m.form == "name" and m.kind == mention.kind and start <= m.span.start < end
        }.values(),
        key=lambda m: m.span,
    )
    at = next((i for i, m in enumerate(named) if m.span == mention.span), None)
    if at is None:
        return [mention]
    first = last = at
    while first > 0 and _linked_by(phrase, named[first - 1].span, named[first].span):
        first -= 1
    while last + 1 < len(named) and _linked_by(phrase, named[last].span, named[last + 1].span):
        last += 1
    return named[first : last + 1]


def _linked_by(phrase: Sequence[Token], one: Span, other: Span) -> bool:
    """Whether "and" and a title at most stand between two names."""
    between = [t for t in phrase if one.end <= t.idx < other.start]
    if not between or between[0].lower_ not in ("and", "&"):
        return False
    return all(t.lower_ == "the" or t.pos_ in ("ADJ", "PROPN") or _is_no_name(t.lemma_) for t in between[1:])


def own_name(mention: Mention) -> str:
    """Return a person's name without the words before it that are none: "FURIOUS mum Ada Osk", "Nurse Ada Osk"."""
    parts = mention.name.split()
    if len(parts) < 3:
        return mention.name
    person = mention.kind == "person"  # else only a noun in lower case shows that it names a person
    plain = [i for i, part in enumerate(parts[:-2]) if (person or part.islower()) and _is_no_name(part)]
    return " ".join(parts[plain[-1] + 1 :]) if plain else mention.name


def _is_no_name(word: str) -> bool:
    """Whether a word before a name is a noun for people: no part of a name is, in lower case or as a title."""
    known = lexicon()
    return known.nouns.get(word.lower()) == "person" and word.lower() not in known.first_names


def with_place(root: Token, name: str) -> str:
    """Return an outlet's whole name where the place before it was taken for another: "Lorne Gazette"."""
    if root.pos_ != "PROPN" or root.lower_ not in words("outlet_words"):
        return name
    whole = root.doc[_first_of_name(root) : root.i + 1].text
    return whole if whole.endswith(name) else name


def whole_body(root: Token, name: str, phrase: Sequence[Token]) -> str:
    """Return a body's name with what belongs to it: "Department of Ports" where the mention is only "Department"."""
    after = next((c for c in root.children if c.lower_ in ("of", "on", "for") and c.i == root.i + 1), None)
    last = next((c for c in after.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None) if after else None
    if (
        last is None
        or last not in (phrase or list(root.subtree))
        or not name.endswith(root.text)
        or root.lower_ not in words("body_nouns")
    ):
        return name
    return f"{name} {root.doc[root.i + 1 : last.i + 1].text}"


def _first_of_name(root: Token) -> int:
    first = root.i
    while first > root.left_edge.i and root.doc[first - 1].pos_ == "PROPN":
        first -= 1
    return first


def fuller_outlet(draft: Draft, name: str) -> str:
    """Return the longest name in the article that ends as a short outlet's does: "the Gazette", "Harbour Gazette"."""
    short = name.split()
    bare = short[1:] if short[0].lower() == "the" and len(short) > 1 else short
    longer = (m.name for m in draft.mentions if m.form == "name" and m.kind in ("organisation", "work"))
    fits = [n for n in longer if len(n.split()) > len(short) and n.split()[-len(bare) :] == bare]
    return max(fits, key=len, default=name) if len(bare) == 1 and bare[0].lower() in words("outlet_words") else name


def _beside(draft: Draft, root: Token) -> Speaker | None:
    """Read the name in apposition: "a spokesman for the port, Ada Okafor"."""
    for child in root.children:
        if child.dep_ != "appos":
            continue
        mention = mention_at(draft, child)
        if mention is not None and mention.form == "name" and mention.kind in ("person", "organisation"):
            return Speaker(joined(draft, child, mention, list(root.subtree)), KINDS[mention.kind], mention.entity)
    return None


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
    phrase = [t for t in phrase if t.i >= root.left_edge.i]
    cut = next((k for k, t in enumerate(phrase) if t.i > root.i and _ends_description(t, root)), None)
    phrase = phrase[:cut] if cut else phrase
    if phrase and phrase[0].lower_ in _DETERMINERS and len(phrase) > 1:
        phrase = phrase[1:]
    if not phrase or all(t.lower_ in _EMPTY for t in phrase):
        return None
    said = root.doc[phrase[0].i : phrase[-1].i + 1].text
    return " ".join(said.split()).strip("“”\"'’‘,").removesuffix("'s").removesuffix("’s") or None


def poll_of(source: Sequence[Token], root: Token) -> Token | None:
    """Return the poll in whose figure a number of people "say" something: "62 percent of voters said"."""
    counted = any(t.like_num or t.text == "%" or t.lemma_.lower() in ("percent", "half", "most") for t in source)
    if root.lemma_.lower() not in listed("asked") or not counted or any(t.pos_ == "PROPN" for t in source):
        return None
    first = max(0, root.sent.start - _POLL_WITHIN)
    found = [t for t in root.doc[first : root.sent.end] if t.pos_ == "NOUN" and t.lemma_.lower() in ("poll", "survey")]
    return min(found, key=lambda t: abs(t.i - root.i), default=None)


_POLL_WITHIN = 80
