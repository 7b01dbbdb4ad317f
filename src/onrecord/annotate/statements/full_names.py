"""A name as a whole: without the words before it that are none, with those that belong to it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.entities.lexicon import lexicon
from onrecord.annotate.statements.heard import Speaker
from onrecord.annotate.statements.lexicon import words
from onrecord.annotate.statements.naming import mention_at
from onrecord.model import Mention, Span


def by_name(root: Token) -> Speaker | None:
    """Return a name that no mention holds: the proper nouns that end in the source's main word."""
    name = root.doc[first_of_name(root) : root.i + 1].text
    return Speaker(name, "unknown") if root.pos_ == "PROPN" and name[:1].isupper() else None


_NO_WORDS = re.compile(r"^(?:â[\x80-\x9f]+\s*|[•·*\-–—\"“”'‘’),;:\s]+)+")


_CUT_OWNER = re.compile(r"â[\x80-\x9f]*s?$")
"""What is left of "'s" behind a name in mis-decoded text."""


def bare_name(name: str | None) -> str | None:
    """Return a speaker's name without marks before it, also mis-decoded ones; None where nothing else is left."""
    bare = _CUT_OWNER.sub("", _NO_WORDS.sub("", name or ""))
    letters = re.findall(r"[^\W_]", bare)
    return bare if len(letters) > 1 and not all(c.isdigit() for c in letters) else None


def joined(draft: Draft, root: Token, mention: Mention, phrase: Sequence[Token]) -> str:
    """Return the names of all who speak together: "the port and the mayor"."""
    names = [
        fuller_outlet(draft, with_place(root, own_name(m))) if m is mention else own_name(m)
        for m in (beside_each_other(draft, mention, phrase))
    ]
    for other in root.conjuncts:
        also = mention_at(draft, other)
        if other in phrase and not _is_in_brackets(other) and also is not None and also.form == "name":
            names.append(own_name(also))
    names = list(dict.fromkeys(names))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def beside_each_other(draft: Draft, mention: Mention, phrase: Sequence[Token]) -> list[Mention]:
    """Return the names of one kind that "and" and titles alone stand between: the parse takes the first for a
    modifier of the last as often as not."""
    if not phrase or mention.form != "name":
        return [mention]
    start, end = phrase[0].idx, phrase[-1].idx + len(phrase[-1])
    named = sorted(
        {
            m.span: m
            for m in draft.mentions
            if m.form == "name"
            and m.kind == mention.kind
            and start <= m.span.start < end
            and (m is mention or draft.article.text[m.span.start - 1 : m.span.start] != "(")
        }.values(),
        key=lambda m: m.span,
    )
    at = next((i for i, m in enumerate(named) if m.span == mention.span), None)
    if at is None:
        return [mention]
    links = [_link(phrase, one.span, other.span) for one, other in pairwise(named)]
    first = last = at
    while last < len(links) and (links[last] == "and" or (links[last] == "," and "and" in links[last:])):
        last += 1
    while first > 0 and (links[first - 1] == "and" or (links[first - 1] == "," and last > at)):
        first -= 1
    return named[first : last + 1]


def _link(phrase: Sequence[Token], one: Span, other: Span) -> str | None:
    """Return "and" where it and a title at most stand between two names, and a party in brackets behind the first.

    A comma with no more than an article is a link of a list that an "and" ends: "Kenya, the US and Chad".
    """
    between = [t for t in phrase if one.end <= t.idx < other.start and not _is_in_brackets(t)]
    if between and between[0].text == "," and all(t.lower_ == "the" for t in between[1:]):
        return ","
    if not between or between[0].lower_ not in ("and", "&"):
        return None
    named = all(t.lower_ == "the" or t.pos_ in ("ADJ", "PROPN") or _is_no_name(t.lemma_) for t in between[1:])
    return "and" if named else None


def _is_in_brackets(token: Token) -> bool:
    """Whether a word is a bracket or stands between two, as the "D" of "Ada Osk (D)" does."""
    before = [t.text for t in token.sent if t.i <= token.i and t.text in ("(", ")")]
    return token.text == ")" or before[-1:] == ["("]


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
    whole = root.doc[first_of_name(root) : root.i + 1].text
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


def first_of_name(root: Token) -> int:
    """Return the index of the first of the proper nouns that end in a word."""
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
