"""Who speaks: a statement's source as an entity of the article, a description, or a document with its owner."""

import re
from collections.abc import Sequence
from functools import lru_cache

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.entities.lexicon import lexicon
from onrecord.annotate.statements.clauses import subject
from onrecord.annotate.statements.lexicon import data_rows, listed
from onrecord.annotate.statements.lexicon import words as lexical
from onrecord.annotate.statements.naming import (
    KINDS,
    Heard,
    Speaker,
    by_name,
    description,
    is_called,
    is_description,
    is_human,
    is_part,
    joined,
    kind_of,
    mention_at,
    named_beside,
    named_inside,
    poll_of,
    whole_body,
)
from onrecord.annotate.statements.reading import Reading
from onrecord.annotate.syntax import child
from onrecord.model import WIDE_PARTY_KINDS, Mention, Span, SpeakerKind

_NOBODY = frozenset({"i", "we", "you", "anyone", "anybody", "nobody", "everyone", "everybody", "whoever"})
"""Words in a source's place that name no speaker."""
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_OWNING = frozenset({"from", "by", "of"})
_PERSONAL = {"he": "person", "she": "person", "they": "group", "it": "organisation"}


@lru_cache(maxsize=1)
def documents() -> dict[str, str]:
    """Return the nouns for documents, each with the hand it is."""
    return {noun: hand for noun, hand in data_rows("documents.tsv")}


def speaker_of(draft: Draft, reading: Reading, heard: Heard) -> Speaker:
    """Return who makes a statement; a speaker without a name when the article does not say."""
    root = reading.source_root
    if root is None or _is_asked(reading, root):
        return Speaker()
    if reading.cue and reading.cue[-1].text == ":" and (label := _label(draft, reading.source)) is not None:
        return label
    if root.lower_ in _NOBODY:
        return Speaker()
    if (poll := poll_of(reading.source, root)) is not None:
        return by_token(draft, poll, heard)
    if root.lower_ in ("he", "she") and root.i == reading.source[0].i and len(reading.source) == 1:
        return _going_on(draft, root, heard, reading.spans.content)
    if root.lower_ == "they" and (pair := _pair_before(root)) is not None:
        return by_token(draft, pair, heard, tuple(pair.subtree))
    if root.lower_ == "they" and _is_last_of_several(root, heard):
        return heard.speakers[-1]
    if root.lower_ in _RELATIVE and (above := _antecedent(root)) is not None:
        root = above
    return by_token(draft, root, heard, reading.source)


def _label(draft: Draft, label: Sequence[Token]) -> Speaker | None:
    """Return whom a label of several words in capitals names, where no name is known: "COUNCILLOR ABELE: We will"."""
    if len(label) < 2 or not all(t.is_upper and t.is_alpha for t in label):
        return None
    known = mention_at(draft, label[-1])
    if known is not None and not known.name.isupper():
        return None
    return Speaker(" ".join(t.text.title() for t in label), "person")


def _is_asked(reading: Reading, root: Token) -> bool:
    """Whether the source is the one who was asked: "asked about the delay, she", "she was asked"."""
    head = reading.head
    if head is None or head.tag_ != "VBN" or head.lemma_ not in listed("asking"):
        return False
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in head.children)
    return not perfect and not any(c.dep_ == "agent" and root in c.subtree for c in head.children)


def _going_on(draft: Draft, pronoun: Token, heard: Heard, content: Sequence[Span]) -> Speaker:
    """Return whom "he said" stands for: the one it resolves to, unless only the last speaker has spoken so far.

    A name that the last speaker merely mentioned is the nearer one, but it is the speaker who goes on.
    """
    found = by_token(draft, pronoun, heard)
    last = heard.speakers[-1] if heard.speakers else Speaker()
    if found.name is None or last.entity is None or found.entity == last.entity:
        return found
    if found.entity is not None and not _can_be(draft, pronoun, last.entity):
        return found
    near = _last_words(draft, found, pronoun)
    if near is None:
        return found
    told = (*heard.source, *heard.content, *content, *(heard.quoted if found.kind == "unnamed" else ()))
    if _within(near, told) or _is_older(near, heard, pronoun):
        return Speaker(last.name, "person", last.entity)
    return _who_is(draft, near, heard) or found


def _who_is(draft: Draft, description: Span, heard: Heard) -> Speaker | None:
    """Return the person that a description is said of: "Ada used to be a nurse. She said"."""
    words = draft.doc.char_span(description.start, description.end, alignment_mode="expand")
    if words is None or words.root.dep_ != "attr" or words.root.head.lemma_ != "be":
        return None
    who = subject(words.root.head)
    mention = mention_at(draft, who) if who is not None and who.pos_ == "PROPN" else None
    return by_token(draft, who, heard) if who is not None and mention is not None and mention.form == "name" else None


_NEAR = 250
"""How many characters after several people's last words "they" still stands for them."""


def _is_last_of_several(pronoun: Token, heard: Heard) -> bool:
    spans = heard.source + heard.content
    return heard.several and bool(spans) and 0 <= pronoun.idx - max(s.end for s in spans) < _NEAR


def _last_words(draft: Draft, speaker: Speaker, before: Token) -> Span | None:
    """Return where an entity was last named or described before a word."""
    spans = [
        m.span
        for m in draft.mentions
        if m.entity == speaker.entity and m.form != "pronoun" and m.span.end <= before.idx
    ]
    return max(spans, default=None)


def _is_older(near: Span, heard: Heard, pronoun: Token) -> bool:
    """Whether somebody was last named before the last speaker was, a person who can be "he" or "she"."""
    last = heard.speakers[-1]
    first = (last.name or "").split()[0].lower()
    gender = lexicon().first_names.get(first, "e")
    fits = last.kind == "person" and gender in ("e", {"he": "m", "she": "f"}[pronoun.lower_])
    return fits and bool(heard.named) and near.end <= min(heard.named).start


def _within(span: Span, places: Sequence[Span]) -> bool:
    return any(place.overlaps(span) for place in places)


def _can_be(draft: Draft, pronoun: Token, entity: int) -> bool:
    """Whether no other pronoun or title of the entity speaks against this pronoun."""
    other = {"he": {"she", "her", "hers"}, "she": {"he", "him", "his"}}[pronoun.lower_]
    text = draft.article.text
    return not any(
        m.entity == entity and m.form == "pronoun" and m.span.of(text).lower() in other for m in draft.mentions
    )


def _pair_before(pronoun: Token) -> Token | None:
    """Return the joined subject of the sentence that "they" stands in: "Osk and Lind agreed, and they vowed"."""
    before = [t for t in pronoun.sent if t.i < pronoun.i and t.dep_ in ("nsubj", "nsubjpass")]
    if not before or before[-1].pos_ != "PROPN":
        return None
    return before[-1] if any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in before[-1].children) else None


def _antecedent(pronoun: Token) -> Token | None:
    for token in (pronoun, *pronoun.ancestors):
        if token.dep_ == "relcl":
            return token.head
    return None


def by_token(draft: Draft, root: Token, heard: Heard, words: Sequence[Token] = ()) -> Speaker:
    """Return who a noun phrase stands for; `words` are those of the phrase as far as the statement has them."""
    if root.lemma_.lower() in listed("carriers") and (inner := _inside(root, _OWNING)) is not None:
        return by_token(draft, inner, heard)
    if root.pos_ != "PROPN" and root.lemma_.lower() in documents():
        return _document(draft, root, heard, words)
    if (outlet := _the_newspaper(root, heard)) is not None:
        return outlet
    mention = mention_at(draft, root)
    if mention is not None and not (mention.form == "pronoun" and mention.name.lower() == root.lower_):
        return _named(draft, root, mention, words, heard)
    if root.pos_ == "PRON" and root.lower_ in _PERSONAL:
        return _last(heard, _PERSONAL[root.lower_])
    if (known := _again(root, heard, words)) is not None:
        return known
    named = named_beside(draft, root, words) or by_name(root)
    return named or Speaker(description(root, words), kind_of(root))


def _named(draft: Draft, root: Token, mention: Mention, words: Sequence[Token], heard: Heard) -> Speaker:
    if (known := _known_by_surname(mention, heard) or named_inside(draft, root, words)) is not None:
        return known
    if mention.form == "nominal" and mention.kind != "person" and (beside := named_beside(draft, root, words)):
        return beside
    strange = mention.kind == "person" and mention.form == "nominal" and not is_called(draft, mention, root)
    if mention.form == "nominal" and (strange or is_description(mention.name, root) or is_part(mention, root)):
        if (said := _again(root, heard, words)) is not None:
            return said
        described: SpeakerKind = "organisation" if mention.kind == "organisation" else "unnamed"
        named = named_beside(draft, root, words) or _named_later(draft, root)
        return named or Speaker(description(root, words), described, None if strange else mention.entity)
    if mention.form == "name" or mention.name[:1].isupper():
        name = whole_body(root, joined(draft, root, mention, words).split(" (")[0], words)
        kind = "person" if is_human(root) else KINDS.get(mention.kind, "unknown")
        return Speaker(name, kind, mention.entity)
    beside = named_beside(draft, root, words)
    if beside is not None:
        return beside
    if mention.form == "pronoun":
        return Speaker(mention.name, "unnamed", mention.entity)
    return Speaker(description(root, words), "unnamed", mention.entity)


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


def _the_newspaper(root: Token, heard: Heard) -> Speaker | None:
    """Return the outlet that "the newspaper" stands for: the last one that spoke."""
    if root.pos_ != "NOUN" or root.lemma_.lower() not in lexical("outlet_nouns"):
        return None
    if [c.lower_ for c in root.children if c.i < root.i] not in (["the"], ["The"]):
        return None
    return next((s for s in reversed(heard.speakers) if s.kind in ("organisation", "document", "unknown")), None)


def _known_by_surname(mention: Mention, heard: Heard) -> Speaker | None:
    """Return the person who has spoken under a name that ends in this one, if only the name was not linked."""
    if mention.form != "name" or " " in mention.name:
        return None
    people = (s for s in reversed(heard.speakers) if s.kind == "person" and s.name)
    return next((s for s in people if (s.name or "").split()[-1] == mention.name and " " in (s.name or "")), None)


_AGED = re.compile(r"\d+-year-old", re.IGNORECASE)


def _again(root: Token, heard: Heard, words: Sequence[Token]) -> Speaker | None:
    """Return the speaker before, where a bare description takes it up: "the official", "the 34-year-old"."""
    own = list(words or root.subtree)
    if own[:1] and own[0].lower_ != "the":
        return None
    if _AGED.fullmatch("".join(t.text for t in own[1:])):
        return next((s for s in reversed(heard.speakers[-2:]) if s.kind == "person"), None)
    if len(own) != 2 or root.tag_ not in ("NN", "NNS"):
        return None
    if root.tag_ == "NN" and heard.speakers and heard.speakers[-1].kind == "person" and _was_called(root, heard):
        return heard.speakers[-1]
    if root.tag_ == "NN" and root.lemma_.lower() in lexical("bynames") and (person := _only_person(heard)) is not None:
        return person
    there = (s for s in reversed(heard.speakers[-4:]) if s.kind in ("unnamed", "organisation") and s.name)
    return next((s for s in there if _described_as(root, s.name or "")), None)


def _was_called(root: Token, heard: Heard) -> bool:
    """Whether the last speaker was introduced by a noun: "the photographer" after "photographer Ada Osk"."""
    said = [root.doc.char_span(s.start, s.end, alignment_mode="expand") for s in heard.source]
    return any(t.lower_ == root.lower_ for span in said if span is not None for t in span)


def _only_person(heard: Heard) -> Speaker | None:
    """Return the person who has spoken twice in a row, or alone so far."""
    last = heard.speakers[-2:]
    return last[-1] if last and last[-1].kind == "person" and len({s.name for s in last}) == 1 else None


def _described_as(root: Token, description: str) -> bool:
    """Whether a longer description has a noun before its first preposition's phrase: "senior official in the port"."""
    head = re.split(r" (?:in|at|of|for|from|with|who|close|familiar) ", description)[0].split()
    return len(description.split()) > 1 and bool(head) and head[-1].lower() == root.lower_


def _last(heard: Heard, kind: str) -> Speaker:
    """Return the last speaker a pronoun can stand for, when nothing better resolved it."""
    wanted = {"person": ("person", "unnamed"), "group": ("group", "unnamed"), "organisation": ("organisation", "place")}
    for speaker in reversed(heard.speakers[-3:]):
        if speaker.name and (speaker.kind in wanted[kind] or (kind == "organisation" and speaker.document)):
            return speaker
    return Speaker()


# --- documents -------------------------------------------------------------------------------------


def _document(draft: Draft, noun: Token, heard: Heard, words: Sequence[Token]) -> Speaker:
    """Read "a White House readout", "a statement from the port"; "the readout" is the one before."""
    lemma = noun.lemma_.lower()
    hand = documents()[lemma]
    if lemma in listed("printed") and (outlet := _printed_in(draft, noun)) is not None:
        return outlet
    owner = owner_of(draft, noun, heard, words)
    if owner is None and any(c.lower_ in ("the", "this", "that") for c in noun.children):
        owner = heard.owners.get(hand) or _introduced(draft, noun, heard)
    if owner is None or owner.name is None:
        return Speaker(description(noun, words), "document", None)
    found = Speaker(owner.name, owner.kind, owner.entity, hand)
    heard.owners[hand] = found
    return found


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
            if part.pos_ == "PROPN" and (named := by_name(part)) is not None:
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
