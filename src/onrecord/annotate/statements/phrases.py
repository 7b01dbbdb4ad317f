"""Whom a noun phrase stands for: an entity of the article, a description, or a document with its owner."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.statements.full_names import by_name, joined, whole_body
from onrecord.annotate.statements.heard import KINDS, Heard, Speaker
from onrecord.annotate.statements.lexicon import documents, listed
from onrecord.annotate.statements.named_beside import named_beside, named_inside
from onrecord.annotate.statements.named_next import named_next
from onrecord.annotate.statements.naming import (
    description,
    is_called,
    is_description,
    is_human,
    is_part,
    kind_of,
    mention_at,
)
from onrecord.annotate.statements.taken_up import known_by_surname, last_speaker, taken_up, the_newspaper
from onrecord.annotate.syntax import child
from onrecord.model import WIDE_PARTY_KINDS, Mention, SpeakerKind

_OWNING = frozenset({"from", "by", "of"})
_PERSONAL = {"he": "person", "she": "person", "they": "group", "it": "organisation"}


def by_token(draft: Draft, root: Token, heard: Heard, words: Sequence[Token] = ()) -> Speaker:
    """Return who a noun phrase stands for; `words` are those of the phrase as far as the statement has them."""
    if root.lemma_.lower() in listed("carriers") and (inner := _inside(root, _OWNING)) is not None:
        return by_token(draft, inner, heard)
    if root.lemma_.lower() in listed("own words") and (owner := child(root, "poss")) is not None:
        return by_token(draft, owner, heard)
    if root.pos_ != "PROPN" and root.lemma_.lower() in documents():
        return _document(draft, root, heard, words)
    if (outlet := the_newspaper(root, heard)) is not None:
        return outlet
    mention = mention_at(draft, root)
    if mention is not None and not (mention.form == "pronoun" and mention.name.lower() == root.lower_):
        return _named(draft, root, mention, words, heard)
    if root.pos_ == "PRON" and root.lower_ in _PERSONAL:
        return last_speaker(heard, _PERSONAL[root.lower_])
    if (known := taken_up(root, heard, words)) is not None:
        return known
    named = named_beside(draft, root, words) or by_name(root)
    return named or Speaker(description(root, words), kind_of(root))


def _named(draft: Draft, root: Token, mention: Mention, words: Sequence[Token], heard: Heard) -> Speaker:
    if (known := known_by_surname(mention, heard) or named_inside(draft, root, words)) is not None:
        return known
    if mention.form == "nominal" and mention.kind != "person" and (beside := named_beside(draft, root, words)):
        return beside
    strange = mention.kind == "person" and mention.form == "nominal" and not is_called(draft, mention, root)
    if mention.form == "nominal" and (strange or is_description(mention.name, root) or is_part(mention, root)):
        if (said := taken_up(root, heard, words)) is not None:
            return said
        described: SpeakerKind = "organisation" if mention.kind == "organisation" else "unnamed"
        named = named_beside(draft, root, words) or _named_later(draft, root) or named_next(draft, root)
        return named or Speaker(description(root, words), described, None if strange else mention.entity)
    if mention.form == "name" or mention.is_named:
        name = whole_body(root, joined(draft, root, mention, words).split(" (")[0], words)
        kind = "person" if is_human(root) else KINDS.get(mention.kind, "unknown")
        return Speaker(name, kind, mention.entity)
    beside = named_beside(draft, root, words)
    if beside is not None:
        return beside
    if mention.form == "pronoun":
        return Speaker() if _is_thing(mention) else Speaker(mention.name, "unnamed", mention.entity)
    return Speaker(description(root, words), "unnamed", mention.entity)


def _is_thing(mention: Mention) -> bool:
    """Whether several things or beasts stand where somebody speaks: "the whales" for a "they" that is someone else."""
    noun = mention.name.split()[-1].lower()
    many = mention.span.end - mention.span.start == len("they") and mention.kind == "other"
    return many and not (noun.endswith(_DOERS) or documents().get(noun.removesuffix("s")))


_DOERS = ("ers", "ors", "ists", "ians", "ants", "ents", "ees", "men", "women", "people", "folk", "s'", "kids")


def _named_later(draft: Draft, title: Token) -> Speaker | None:
    """Return who "the regional governor" is where the report names the one governor just after: "Governor Ada Osk"."""
    words_before = [c.lower_ for c in title.children if c.i < title.i and c.pos_ != "ADJ"]
    if title.tag_ != "NN" or words_before[:1] != ["the"] or any(c.dep_ == "prep" for c in title.children):
        return None
    near = (m for m in draft.mentions if title.idx < m.span.start < title.idx + _NAMED_WITHIN and m.form == "name")
    held = {m: (m.role or "").lower().split() for m in near}
    fits = (m for m, role in held.items() if role[-1:] == [title.lower_] and set(words_before[1:]) <= set(role))
    named = {m.entity: m for m in fits}
    only = next(iter(named.values()), None)
    if only is None or len(named) > 1 or only.kind != "person":
        return None
    before = any(m.entity == only.entity and m.span.end <= title.idx for m in draft.mentions)
    return None if before else Speaker(only.name, "person", only.entity)


_NAMED_WITHIN = 600


def _document(draft: Draft, noun: Token, heard: Heard, words: Sequence[Token]) -> Speaker:
    """Read "a White House readout", "a statement from the port"; "the readout" is the one before."""
    lemma = noun.lemma_.lower()
    hand = documents()[lemma]
    if lemma in listed("printed") and (outlet := _printed_in(draft, noun)) is not None:
        return outlet
    owner = owner_of(draft, noun, heard, words)
    known = any(c.lower_ in ("the", "this", "that") for c in noun.children)
    if owner is None and known and not _is_told_apart(noun):
        owner = heard.owners.get(hand) or _introduced(draft, noun, heard)
    if owner is None or owner.name is None:
        return Speaker(description(noun, words), "document", None)
    found = Speaker(owner.name, owner.kind, owner.entity, hand)
    heard.owners[hand] = found
    return found


def _is_told_apart(noun: Token) -> bool:
    """Whether a clause says which document it is, so that it is not the last one: "the statement issued through"."""
    clauses = (c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i == noun.i + 1)
    return any(by.lower_ in _CHANNELS for clause in clauses for by in clause.children if by.dep_ in ("agent", "prep"))


_TIMES = frozenset({"DATE", "TIME"})
_CHANNELS = frozenset({"by", "from", "through", "via"})


def _introduced(draft: Draft, noun: Token, heard: Heard) -> Speaker | None:
    """Return whose it was where the article first spoke of it: "the ministry released a statement"."""
    for token in reversed(noun.doc[max(0, noun.i - _BACK) : noun.i]):
        if token.lemma_ == noun.lemma_ and token.pos_ == "NOUN":
            found = owner_of(draft, token, heard) or _issuer(draft, token, heard)
            if found is not None and found.name is not None:
                return found
    return None


def _printed_in(draft: Draft, noun: Token) -> Speaker | None:
    """Return the outlet of "a report in the Gazette"."""
    inside = _inside(noun, frozenset({"in"}))
    mention = mention_at(draft, inside) if inside is not None and inside.pos_ == "PROPN" else None
    if mention is None or mention.form != "name" or mention.kind not in ("organisation", "work"):
        return None
    return Speaker(mention.name, "organisation", mention.entity)


_BACK = 150


def _issuer(draft: Draft, noun: Token, heard: Heard) -> Speaker | None:
    if noun.dep_ != "dobj" or noun.head.lemma_ not in listed("making"):
        return None
    who = next((c for c in noun.head.children if c.dep_ == "nsubj" and c.pos_ in ("PROPN", "NOUN")), None)
    return by_token(draft, who, heard) if who is not None else None


def owner_of(draft: Draft, noun: Token, heard: Heard, phrase: Sequence[Token] = ()) -> Speaker | None:
    """Return whose document it is, None when the words beside the noun do not say."""
    for part in noun.children:
        if part.dep_ in ("poss", "compound", "amod", "nmod") and part.i < noun.i:
            mention = mention_at(draft, part)
            if mention is not None and mention.form != "pronoun" and mention.kind in WIDE_PARTY_KINDS:
                return Speaker(mention.name, KINDS.get(mention.kind, "unknown"), mention.entity)
            if part.dep_ == "poss":
                return by_token(draft, part, heard)
            if part.pos_ == "PROPN" and part.ent_type_ not in _TIMES and (named := by_name(part)) is not None:
                return named
    making = _OWNING - {"of"} if noun.lemma_.lower() in listed("asking people") else _OWNING
    above = _inside(noun, making) or _maker(noun)
    if above is not None and phrase and above not in phrase:  # the parse took the cue for a noun
        above = next((t for t in reversed(phrase) if t.i > noun.i and t.pos_ in ("PROPN", "NOUN")), None)
    if above is None or above.pos_ not in ("PROPN", "NOUN", "PRON"):
        return None
    found = by_token(draft, above, heard)
    known = found.entity is not None and found.kind in ("person", "organisation", "place", "unnamed", "group")
    return found if known or above.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") else None


def _inside(noun: Token, prepositions: frozenset[str]) -> Token | None:
    for part in noun.children:
        if part.dep_ == "prep" and part.lower_ in prepositions:
            return child(part, "pobj")
    return None


def _maker(noun: Token) -> Token | None:
    """Return who made it, in "a statement issued by the port"."""
    for part in noun.children:
        if part.dep_ == "acl" and part.lemma_ not in listed("passing"):
            for by in part.children:
                if by.dep_ in ("agent", "prep") and by.lower_ in ("by", "from"):
                    return child(by, "pobj")
    return None
