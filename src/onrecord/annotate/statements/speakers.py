"""Who speaks: whom a statement's source stands for, a pronoun by what was heard before."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.entities.lexicon import lexicon
from onrecord.annotate.statements.clauses import subject
from onrecord.annotate.statements.countrymen import countryman, is_countryman
from onrecord.annotate.statements.heard import Heard, Speaker
from onrecord.annotate.statements.lexicon import listed
from onrecord.annotate.statements.naming import description, mention_at, poll_of
from onrecord.annotate.statements.phrases import by_token
from onrecord.annotate.statements.reading import Reading
from onrecord.annotate.statements.taken_up import last_speaker
from onrecord.annotate.syntax import child
from onrecord.model import Span

_NOBODY = frozenset({"i", "we", "you", "anyone", "anybody", "nobody", "everyone", "everybody", "whoever"})
"""Words in a source's place that name no speaker."""
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_TIMES = frozenset({"DATE", "TIME"})
_BODIES = frozenset({"organisation", "group", "unnamed"})
_SOMEBODY = frozenset({"person", "unnamed", "unknown"})
"""Kinds of speakers that "he" or "she" can be."""


def speaker_of(draft: Draft, reading: Reading, heard: Heard) -> Speaker:
    """Return who makes a statement; a speaker without a name when the article does not say."""
    root = reading.source_root
    if root is None or _is_asked(reading, root):
        return Speaker()
    if reading.cue and reading.cue[-1].text == ":" and (label := _label(draft, reading.source)) is not None:
        return label
    if root.lower_ in _NOBODY or _is_caption(reading):
        return Speaker()
    if root.ent_type_ in _TIMES and root.pos_ == "PROPN" and mention_at(draft, root) is None:
        return _named_as_a_month(draft, root)
    if is_countryman(root):
        return countryman(draft, root)
    if (poll := poll_of(reading.source, root)) is not None:
        return by_token(draft, poll, heard)
    if (found := _by_pronoun(draft, reading, root, heard)) is not None:
        return found
    if root.lower_ in _RELATIVE and (above := _antecedent(root)) is not None:
        if above.ent_type_ in _TIMES:
            return Speaker()
        return by_token(draft, above, heard, [t for t in above.subtree if t.i <= above.i])
    part = any(t.lower_ == "whom" and t.head.head == root for t in reading.source)
    return _part_of(root) if part else by_token(draft, root, heard, reading.source)


def _by_pronoun(draft: Draft, reading: Reading, root: Token, heard: Heard) -> Speaker | None:
    """Return whom "they", "it", "he" or "she" stands for as a source; None for other words."""
    if root.lower_ == "they":
        return _several(draft, root, heard, reading.source)
    if root.lower_ == "it":
        return _it(draft, root, heard, reading.source)
    if root.lower_ in ("he", "she") and root.i == reading.source[0].i and len(reading.source) == 1:
        return _going_on(draft, root, heard, reading.spans.content)
    return None


def _named_as_a_month(draft: Draft, root: Token) -> Speaker:
    """Return who is named where the parse sees a month: "Teresa May today said"."""
    first = root.nbor(-1) if root.i > root.sent.start else root
    if first.lower_ not in lexicon().first_names or not (first.is_title and root.is_title):
        return Speaker()
    name = f"{first.text} {root.text}"
    known = next((m for m in draft.mentions if m.kind == "person" and m.name == name), None)
    return Speaker(name, "person", known.entity if known is not None else None)


def _several(draft: Draft, they: Token, heard: Heard, source: Sequence[Token]) -> Speaker:
    """Return whom "they" stands for as a source."""
    if (pair := _pair_before(they)) is not None:
        return by_token(draft, pair, heard, tuple(pair.subtree))
    if _is_last_of_several(they, heard):
        return heard.speakers[-1]
    found = by_token(draft, they, heard, source)
    last = heard.speakers[-1] if heard.speakers else Speaker()
    another = last.name not in (None, found.name) and (last.entity is None or last.entity != found.entity)
    goes_on = another and last.kind in _BODIES
    return last if goes_on and _is_only_told_of(draft, found, they, heard) else found


def _it(draft: Draft, it: Token, heard: Heard, source: Sequence[Token]) -> Speaker:
    """Return whom "it" stands for as a source: no place that has only been told of so far ("prisons across Selm").

    Nor is it something without a name that the last speaker's words tell of: "said the country had fallen behind. It".
    """
    if mention_at(draft, it) is None and (body := _body_before(draft, it, heard)) is not None:
        return body
    found = by_token(draft, it, heard, source)
    if found.kind not in ("place", "unnamed") or any(s.entity == found.entity for s in heard.speakers):
        return found
    near = _last_words(draft, found, it)
    words = draft.doc.char_span(near.start, near.end, alignment_mode="expand") if near is not None else None
    if near is None or words is None:
        return found
    acting = words.root.dep_ in ("nsubj", "nsubjpass", "poss")
    told = _within(near, heard.content) if found.kind == "unnamed" else not acting
    return last_speaker(heard, "organisation") if told else found


def _body_before(draft: Draft, it: Token, heard: Heard) -> Speaker | None:
    """Return the body by name that the sentence before tells of, where "It" opens the next: "Norvik left. It said"."""
    if it.i != it.sent.start or it.i == 0:
        return None
    main = it.doc[it.i - 1].sent.root
    who = subject(main)
    mention = mention_at(draft, who) if who is not None and who.pos_ == "PROPN" else None
    if who is None or mention is None or mention.form != "name" or mention.kind != "organisation":
        return None
    return by_token(draft, who, heard)


def _is_only_told_of(draft: Draft, found: Speaker, they: Token, heard: Heard) -> bool:
    """Whether those named last are no more than told of by the last speaker: "the band hopes to help artists. They"."""
    near = _last_words(draft, found, they) if found.entity is not None else None
    if near is None or not _within(near, heard.content):
        return False
    words = draft.doc.char_span(near.start, near.end, alignment_mode="expand")
    return words is not None and words.root.dep_ not in ("nsubj", "nsubjpass")


def _part_of(number: Token) -> Speaker:
    """Return how some of those who were named are called: "several dockers" for "dockers, several of whom"."""
    above = _antecedent(number)
    if above is None or above.pos_ != "NOUN":
        return Speaker()
    clause = next(t for t in (number, *number.ancestors) if t.dep_ == "relcl")
    before = [t for t in above.subtree if t.i < clause.left_edge.i]
    if above.tag_ != "NNS":  # the clause is hung on what the many are only told with
        above = next((t for t in reversed(before) if t.tag_ in ("NNS", "NNPS")), above)
    called = description(above, [t for t in above.subtree if t.i < clause.left_edge.i])
    return Speaker(f"{number.lower_} {called}" if called is not None else None, "unnamed")


def _label(draft: Draft, label: Sequence[Token]) -> Speaker | None:
    """Return whom a label of several words in capitals names, where no name is known: "COUNCILLOR ABELE: We will"."""
    if len(label) < 2 or not all(t.is_upper and t.is_alpha for t in label):
        return None
    known = mention_at(draft, label[-1])
    if known is not None and not known.name.isupper():
        return None
    return Speaker(" ".join(t.text.title() for t in label), "person")


def _is_caption(reading: Reading) -> bool:
    """Whether what stands in the speaker's place opens a caption or a link: "WATCH: Port workers leave"."""
    opens = len(reading.source) == 1 and bool(reading.cue) and reading.cue[-1].text == ":"
    return opens and reading.source[0].is_upper and reading.source[0].lower_ in listed("captions")


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
    if _is_told_of(draft, found, pronoun, content):
        other = last.kind == "person" and last.entity != found.entity and _is_fit(last, pronoun)
        return last if other and last.entity is not None else Speaker()
    if (named := _last_words(draft, found, pronoun)) is not None and _is_quoted_with(named, content, heard, draft):
        return last if last.kind == "person" and _is_at(heard, content, draft) else Speaker()
    if found.name is None or last.entity is None or found.entity == last.entity or last.kind not in _SOMEBODY:
        return found
    if found.entity is not None and not (_can_be(draft, pronoun, last.entity) and _is_fit(last, pronoun)):
        return found
    near = _last_words(draft, found, pronoun)
    if near is None or heard.several:
        return found
    told = (*heard.source, *heard.content, *content, *(heard.quoted if found.kind == "unnamed" else ()))
    if _within(near, told) or _is_older(near, heard, pronoun):
        return Speaker(last.name, "person", last.entity)
    return _who_is(draft, near, heard) or found


def _is_quoted_with(name: Span, content: Sequence[Span], heard: Heard, draft: Draft) -> bool:
    """Whether a name stands inside the quotation that the words are of, its earlier paragraphs included.

    Whoever says "I mourn my friend Ola Berg" is somebody else.
    """
    text, own = draft.article.text, [q for q in heard.quoted if _within(q, content)]
    if not own or not re.search(r"\b(?:I|my|me|we|our|us)\b", own[0].of(text) if own[0].contains(name) else ""):
        start = min((q.start for q in own), default=-1)
        before = (q for q in heard.quoted if q.end <= start and not text[q.end : start].strip(" \n\t\r\"“”'‘’"))
        last = max(before, default=None)
        return last is not None and last.contains(name) and bool(re.search(r"\b(?:I|my|me|we|our)\b", last.of(text)))
    return True


def _is_told_of(draft: Draft, speaker: Speaker, pronoun: Token, content: Sequence[Span]) -> bool:
    """Whether somebody is by name the subject of what "he" said, and so hardly says it: "Roe never rang, he said"."""
    sent = Span(pronoun.sent.start_char, pronoun.sent.end_char)
    named = (m for m in draft.mentions if m.form == "name" and m.entity == speaker.entity and m.kind == "person")
    for mention in named if speaker.entity is not None else ():
        told = next((s for s in content if s.contains(mention.span)), None)
        if sent.contains(mention.span) and told is not None and not _within_other_words(draft, mention.span, told):
            words = draft.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if words is not None and words.root.dep_ in ("nsubj", "nsubjpass") and words.root.head.dep_ != "relcl":
                return True
    return False


def _within_other_words(draft: Draft, name: Span, told: Span) -> bool:
    """Whether a name stands in words that are themselves quoted in what is said: “People said, ‘Roe is mad.’”."""
    before = draft.article.text[told.start : name.start]
    return max(before.rfind("‘"), before.rfind(" '")) > before.rfind("’")


def _is_at(heard: Heard, content: Sequence[Span], draft: Draft) -> bool:
    """Whether the last speaker's words end in the paragraph before these words, or in theirs."""
    end = max((span.end for span in heard.content), default=0)
    return draft.article.text[end : max(end, min(s.start for s in content))].count("\n\n") <= 1


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
    return last.kind == "person" and _is_fit(last, pronoun) and bool(heard.named) and near.end <= min(heard.named).start


def _is_fit(speaker: Speaker, pronoun: Token) -> bool:
    """Whether a first name, if there is one, does not speak against "he" or "she"."""
    first, *more = (speaker.name or "").lower().split() or [""]
    gender = lexicon().first_names.get(first, "e") if more else "e"
    return gender in ("e", {"he": "m", "she": "f"}[pronoun.lower_])


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
    """Return the noun that "who" or "which" stands for; a day between them is none: "a lawyer in June who promised"."""
    for token in (pronoun, *pronoun.ancestors):
        if token.dep_ == "relcl":
            return _before_day(token.head)
    return None


def _before_day(noun: Token) -> Token:
    """Return what a day is said of, where the parse has a clause hang on the day: its noun, or the verb's object."""
    above = noun
    while above.head != above and (above.ent_type_ in _TIMES or above.pos_ == "ADP" or above.dep_ == "acl"):
        above = above.head
    whom = child(above, "dobj") if above.pos_ == "VERB" else above
    return whom if whom is not None and whom.pos_ in ("NOUN", "PROPN") and whom.i <= noun.i else noun
