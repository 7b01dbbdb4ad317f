"""Whom a bare noun, a surname or a pronoun takes up of those who have spoken."""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotate.statements.heard import Heard, Speaker
from onrecord.annotate.statements.lexicon import words as lexical
from onrecord.model import Mention


def the_newspaper(root: Token, heard: Heard) -> Speaker | None:
    """Return the outlet that "the newspaper" stands for: the last one that spoke."""
    if root.pos_ != "NOUN" or root.lemma_.lower() not in lexical("outlet_nouns"):
        return None
    if [c.lower_ for c in root.children if c.i < root.i] not in (["the"], ["The"]):
        return None
    return next((s for s in reversed(heard.speakers) if s.kind in ("organisation", "document", "unknown")), None)


def known_by_surname(mention: Mention, heard: Heard) -> Speaker | None:
    """Return the person who has spoken under a name that ends in this one, if only the name was not linked."""
    if mention.form != "name" or " " in mention.name:
        return None
    people = (s for s in reversed(heard.speakers) if s.kind == "person" and s.name)
    return next((s for s in people if (s.name or "").split()[-1] == mention.name and " " in (s.name or "")), None)


_AGED = re.compile(r"\d+-year-old", re.IGNORECASE)


def taken_up(root: Token, heard: Heard, words: Sequence[Token]) -> Speaker | None:
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


def last_speaker(heard: Heard, kind: str) -> Speaker:
    """Return the last speaker a pronoun can stand for, when nothing better resolved it."""
    wanted = {
        "person": ("person", "unnamed"),
        "group": ("group", "unnamed"),
        "organisation": ("organisation", "place", "document"),
    }
    for speaker in reversed(heard.speakers[-3:]):
        if speaker.name and (speaker.kind in wanted[kind] or (kind == "organisation" and speaker.document)):
            return speaker
    return Speaker()
