"""The name that stands beside a description: "a spokesman for the port, Ada Okafor"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.entities.lexicon import lexicon
from onrecord.annotate.statements.full_names import beside_each_other, joined, own_name
from onrecord.annotate.statements.heard import KINDS, Speaker
from onrecord.annotate.statements.naming import mention_at


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
    """Return the person whose name ends a phrase that begins with their office: "Director of Ports Ada Okun".

    Of a job it must be right behind the body's name: "a technician at Selm Lines Ada Okun", not "a friend of Ada Okun".
    """
    person = root.pos_ == "NOUN" and lexicon().nouns.get(root.lemma_.lower()) == "person"
    if not phrase or not (root.pos_ == "PROPN" or person):
        return None
    words_before_comma = next((t for t in reversed(phrase) if t.text != ","), phrase[-1])
    mention = mention_at(draft, words_before_comma)
    if mention is None or mention.form != "name" or mention.kind != "person":
        return None
    name = root.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if name is None or name.start <= root.i:
        return None
    if len(beside_each_other(draft, mention, phrase)) > 1:
        return Speaker(joined(draft, phrase[-1], mention, phrase), "person", mention.entity)
    if any(t.text == "," or t.dep_ == "cc" for t in root.doc[root.i : name.start]):
        return None
    before = root.doc[name.start - 1]
    body = mention_at(draft, before) if before.pos_ == "PROPN" else None
    if before.pos_ not in ("PROPN", "NOUN") or (person and (body is None or body.form != "name")):
        return None
    return Speaker(own_name(mention), "person", mention.entity)


def _beside(draft: Draft, root: Token) -> Speaker | None:
    """Read the name in apposition: "a spokesman for the port, Ada Okafor"."""
    for child in _appositions(root):
        mention = mention_at(draft, child)
        if mention is not None and mention.form == "name" and mention.kind in ("person", "organisation"):
            return Speaker(joined(draft, child, mention, list(root.subtree)), KINDS[mention.kind], mention.entity)
    return None


def _appositions(root: Token) -> Iterator[Token]:
    """Yield what stands beside a description, and beside that: "one of its owners, the fund Osk Capital"."""
    for child in root.children:
        if child.dep_ == "appos":
            yield child
            yield from (c for c in child.children if c.dep_ == "appos" and c.pos_ == "PROPN")
