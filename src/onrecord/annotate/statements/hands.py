"""The hands that words went through on their way to this outlet: other outlets, platforms, statements, letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.entities.places import demonym_country
from onrecord.annotate.statements.full_names import with_place
from onrecord.annotate.statements.lexicon import data_rows, documents, listed, words
from onrecord.annotate.statements.naming import mention_at
from onrecord.annotate.statements.reading import Reading

_INTO = frozenset({"in", "on", "via", "through", "with", "to", "by"})
# A document that is only spoken of is no hand; one that the words stand in is.
_HOLDING = frozenset({"in", "on", "via", "through", "by", "from"})
_THE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hand:
    """One hand, and what kind of medium it is ("outlet", "platform", or the document's noun)."""

    name: str
    medium: str


@lru_cache(maxsize=1)
def _outlets() -> frozenset[str]:
    return frozenset(plain(name) for name in words("outlets"))


@lru_cache(maxsize=1)
def _platforms() -> dict[str, str]:
    return {row[0].lower(): row[0] for row in data_rows("platforms.tsv")}


def plain(name: str) -> str:
    """Return a name for comparison: lower case, without its article and possessive."""
    return _THE.sub("", name.strip()).removesuffix("'s").removesuffix("’s").lower()


def is_outlet(name: str) -> bool:
    """Whether a name is an outlet's: a known one, or one built like one ("Harbour Gazette")."""
    bare = plain(name)
    if bare in _outlets():
        return name[:1].isupper()
    parts = bare.replace("-", " ").split()
    if len(parts) > 2 and parts[-1].isdigit():  # "Europe Radio 1"
        parts.pop()
    return len(parts) > 1 and name[:1].isupper() and bool({parts[-1], parts[0]} & words("outlet_words"))


def press_name(name: str) -> str:
    """Return an outlet's bare name: "Tamra" for "Tamra news agency", "Harbour Gazette" for "Okun's Harbour Gazette".

    What only tells of a place or language is no name: "Spanish-language station".
    """
    parts = re.sub(r"^.*['’]s\s+(?=[A-Z][^\s]*\s)", "", name).split()
    bare = list(parts)
    while "and" not in parts and len(bare) > 1 and bare[-1][:1].islower():
        bare.pop()
    alone = bare[0] if len(bare) == 1 else ""
    described = parts[-1] in listed("press") or alone.lower() in ("local", "state", "national")
    if alone and (described or (demonym_country(alone.partition("-")[0]) and len(parts) > 1)):
        return " ".join(parts)
    return re.sub(r"['’]s$", "", " ".join(bare))


def own_hands(draft: Draft, reading: Reading) -> tuple[Hand, ...]:
    """Return the hands that stand beside the cue, in the order of the text, without this outlet itself."""
    found: list[Hand] = []
    here = plain(draft.article.outlet or "")
    for token in [*_beside_cue(reading), *_while_speaking(reading)]:
        hand = _hand(draft, token) or _in_cue(reading, token) or _issued(reading, token)
        if hand is not None and plain(hand.name) != here and hand.name not in [h.name for h in found]:
            found.append(hand)
    found += [h for t in _quoted_by(reading) if (h := _outlet(draft, t)) is not None and h not in found]
    if not found and reading.head is not None and reading.head.lemma_ in ("tweet", "retweet"):
        found.append(Hand("Twitter", "platform"))
    return tuple(_outlet_before_document(found))


def outlet_of(draft: Draft, verb: Token) -> Hand | None:
    """Return the outlet on, to or with which somebody speaks."""
    for preposition in verb.children:
        if preposition.dep_ == "prep" and preposition.lower_ in ("on", "to", "with"):
            for token in preposition.children:
                hand = _hand(draft, token) if token.dep_ == "pobj" else None
                if hand is not None and hand.medium == "outlet":
                    return hand
    return None


def _outlet_before_document(found: list[Hand]) -> list[Hand]:
    """ "told CNN in a letter": the outlet is nearer; "a statement on Twitter" is one hand, the platform."""
    if any(h.medium == "platform" for h in found):
        found = [h for h in found if h.medium not in ("post", "tweet", "message", "statement")]
    return sorted(found, key=lambda h: h.medium != "outlet")


def _beside_cue(reading: Reading) -> Iterator[Token]:
    """Yield the words that hang on the cue and belong neither to the source nor to the content."""
    if reading.head is None:
        return
    said = {t.i for t in (*reading.source, *reading.content)}
    cue = {t.i for t in reading.cue}
    for token in reading.head.sent:
        if token.i in said and token.i not in cue:
            if token.lower_ in _platforms() and token.head.head == reading.head:
                yield token  # extents now and then run over "on Chirper"
            continue
        if token.i in cue or _hangs_on(token, reading.head, said):
            yield token


def _while_speaking(reading: Reading) -> Iterator[Token]:
    """Yield the words of "speaking on Radio Kesra" and "seen by the Gazette" that hang on the source."""
    for source in reading.source:
        for verb in source.children:
            speaking = verb.tag_ == "VBG" and verb.lemma_ in ("speak", "talk", "write", "appear")
            passed = verb.lemma_ in listed("passing") and not _is_of_outlet(verb)
            if verb.dep_ in ("acl", "advcl") and (speaking or passed):
                yield from verb.subtree


def _is_of_outlet(participle: Token) -> bool:
    """Whether it is the newspaper itself that somebody publishes: "editor of the newspaper, published by the party"."""
    before = [t for t in participle.doc[max(0, participle.i - 2) : participle.i] if t.text != ","]
    return bool(before) and _is_outlet_noun(before[-1])


def _quoted_by(reading: Reading) -> Iterator[Token]:
    """Yield the outlet of "as quoted by Tamra" behind a cue, wherever the parse hangs it."""
    for token in reading.head.sent if reading.head is not None else ():
        if token.i and token.lemma_ in listed("quoting") and token.tag_ == "VBN" and token.nbor(-1).lower_ == "as":
            yield from (c for by in token.children if by.lower_ == "by" for c in by.children if c.dep_ == "pobj")


def _outlet(draft: Draft, token: Token) -> Hand | None:
    mention = mention_at(draft, token)
    name = with_place(token, mention.name if mention is not None and mention.form != "pronoun" else token.text)
    return Hand(press_name(name), "outlet") if is_outlet(name) or token.pos_ == "PROPN" else None


def _hangs_on(token: Token, head: Token, said: set[int]) -> bool:
    for above in token.ancestors:
        if above == head:
            return True
        if above.i in said or above.dep_ in ("relcl", "conj", "ccomp"):
            return False
    return False


def _hand(draft: Draft, token: Token) -> Hand | None:
    """Return the hand that an object of the cue or of its preposition is, None when it is none."""
    governor = token.head.lower_ if token.dep_ == "pobj" else ""
    if governor == "of" and token.head.head.lemma_ in listed("rows"):  # "in a series of tweets"
        above = token.head.head
        governor = above.head.lower_ if above.dep_ == "pobj" else ""
    if not _may_carry(token, governor):
        return None
    if (platform := _platforms().get(token.lower_) or _channel_on(token)) and governor in _ON:
        return Hand(platform, "platform")
    return _named_outlet(draft, token, governor) or _unnamed_outlet(token, governor) or _document(token, governor)


_ON = frozenset({"on", "via", "to", "over", "in"})


def _channel_on(noun: Token) -> str | None:
    """Return the platform of "his Telegram channel", "its Facebook page"."""
    before = (c.lower_ for c in noun.children if c.dep_ == "compound" and noun.pos_ in ("NOUN", "PROPN"))
    return next((_platforms()[name] for name in before if name in _platforms()), None)


def _may_carry(token: Token, governor: str) -> bool:
    """Whether a word stands where a hand can: "told the Gazette", "in a letter", not "was told by the Gazette"."""
    if token.dep_ == "pobj" and token.head.dep_ == "agent" and token.head.head.lemma_ not in listed("passing"):
        return False
    direct = token.dep_ in ("dobj", "dative", "iobj", "pobj") or (token.dep_ == "appos" and token.head.dep_ == "pobj")
    if not direct or (governor and governor not in _INTO):
        return False
    return governor != "with" or token.head.head.lemma_ in listed("talks")


def _named_outlet(draft: Draft, token: Token, governor: str) -> Hand | None:
    mention = mention_at(draft, token)
    owned = mention is not None and mention.form == "nominal" and re.search(r"['’]s? ", mention.name)
    name = mention.name if mention is not None and mention.form != "pronoun" and not owned else token.text
    name = with_place(token, name)
    if is_outlet(name) and (governor != "by" or token.head.head.lemma_ in listed("passing")):
        return Hand(press_name(name), "outlet")
    if token.pos_ == "PROPN" and governor != "by" and _is_called_outlet(token):
        return Hand(press_name(name), "outlet")
    if _is_rung_up(token) and (mention is None or mention.kind not in ("person", "group")):
        return Hand(press_name(name), "outlet")
    return None


def _is_called_outlet(name: Token) -> bool:
    """Whether the noun of an outlet stands right before a name: "told German broadcaster Kelta"."""
    first = name.i
    while first > name.left_edge.i and name.doc[first - 1].pos_ == "PROPN":
        first -= 1
    before = name.doc[first - 1] if first > name.left_edge.i else None
    return before is not None and before.pos_ == "NOUN" and before.lemma_.lower() in words("outlet_nouns")


def _unnamed_outlet(token: Token, governor: str) -> Hand | None:
    placed = governor not in ("", "by") or (not governor and token.dep_ in ("dobj", "dative"))
    if not placed or not _is_outlet_noun(token):
        return None
    return Hand(_named_beside(token) or _described(token), "outlet")


def _is_outlet_noun(noun: Token) -> bool:
    """Whether a noun is an outlet's, as "newspaper" is; a station is one where it is of radio or television."""
    kinds = words("outlet_nouns")
    of_air = noun.lemma_.lower() == "station" and any(
        c.dep_ in ("compound", "amod") and c.lower_ in kinds for c in noun.children
    )
    return of_air or noun.lemma_.lower() in kinds


def _document(token: Token, governor: str) -> Hand | None:
    if governor not in _HOLDING or token.pos_ != "NOUN" or token.lemma_.lower() not in documents():
        return None
    if governor == "on" and token.lemma_ == "note":
        return None  # "on a lighter note, she said"
    if token.lemma_ == "order" and not any(c.dep_ in ("det", "poss", "nummod") for c in token.children):
        return None  # "in short order, the ministry said"
    platform = _platform_of(token)
    return Hand(platform, "platform") if platform else Hand(documents()[token.lemma_.lower()], token.lemma_)


def _is_rung_up(token: Token) -> bool:
    """Whether a name is told something by telephone or in an interview: an outlet, known or not."""
    if token.pos_ != "PROPN" or token.dep_ not in ("dobj", "dative") or token.head.lemma_ != "tell":
        return False
    beside = (
        c for p in token.head.children if p.dep_ == "prep" and p.lower_ in ("by", "over", "in") for c in p.children
    )
    return any(c.lemma_.lower() in listed("calls") for c in beside)


def _in_cue(reading: Reading, token: Token) -> Hand | None:
    """Read the platform in "used Chirper to say"."""
    platform = _platforms().get(token.lower_)
    return Hand(platform, "platform") if platform and token in reading.cue and token.pos_ == "PROPN" else None


def _issued(reading: Reading, token: Token) -> Hand | None:
    """Read the statement in `issued a statement: "..."`."""
    if token.dep_ != "dobj" or token.head.lemma_ not in listed("issuing") or token.lemma_.lower() not in documents():
        return None
    quoted = any(t.is_quote for t in reading.content)
    return Hand(documents()[token.lemma_.lower()], token.lemma_) if quoted and token in reading.cue else None


def _platform_of(noun: Token) -> str | None:
    known = (_platforms()[t.lower_] for t in noun.subtree if t.pos_ == "PROPN" and t.lower_ in _platforms())
    return next(known, None) or _posted_on(noun)


def _posted_on(noun: Token) -> str | None:
    """Return the platform of "a post on Chirper", known or not."""
    if noun.lemma_.lower() not in ("post", "tweet", "message", "video"):
        return None
    on = (c for p in noun.children if p.lower_ == "on" for c in p.children if c.dep_ == "pobj" and c.pos_ == "PROPN")
    return next((t.text for t in on if t.ent_type_ not in ("DATE", "TIME", "GPE", "LOC")), None)


def _described(noun: Token) -> str:
    """Return an unnamed outlet's words: "state television", "newspaper"."""
    first = min((c.i for c in noun.children if c.dep_ in ("amod", "compound") and c.i < noun.i), default=noun.i)
    return " ".join(t.text for t in noun.doc[first : noun.i + 1])


def _named_beside(noun: Token) -> str | None:
    """Return the name in "state news agency Tamra", "the newspaper Harbour Gazette"."""
    names = [c for c in noun.children if c.dep_ in ("appos", "compound") and c.pos_ == "PROPN"]
    if not names:
        return None
    numbered = names[0].doc[names[0].i + 1 : names[0].i + 2]
    number = [t.text for t in numbered if t.text.isdigit() and names[0].i > noun.i]
    words = list(names[0].subtree) if names[0].i > noun.i else list(noun.doc[noun.left_edge.i : noun.i])
    owner = max((n for n, t in enumerate(words) if t.tag_ == "POS"), default=-1)
    return " ".join([*(t.text for t in words[owner + 1 :] if t.pos_ == "PROPN"), *number]) or None
