"""Statements in the syntax of one sentence: a cue verb, noun, adjective or preposition and what hangs on it."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.annotate.statements.clauses import (
    Range,
    agent,
    is_mark,
    noun_phrase,
    ranges,
    subject,
    to_spans,
    trimmed,
    verb_group,
)
from onrecord.annotate.statements.lexicon import Cue, listed, words
from onrecord.annotate.statements.matching import cue_of
from onrecord.annotate.statements.nominal import according_to, by_adjective, by_noun
from onrecord.annotate.syntax import child, is_passive, is_verb
from onrecord.model import StatementSpans

_OBJECTS = frozenset({"dobj", "attr", "oprd", "dative"})
_OWN_CLAUSE = frozenset({"advcl", "relcl"})


def indirect(doc: Doc, skip: frozenset[int]) -> Iterator[StatementSpans]:
    """Yield the statements of every sentence; `skip` are tokens in quotations or cues that are read already."""
    for token in doc:
        if token.i in skip:
            continue
        if token.lower_ == "according":
            yield from according_to(token)
        elif (found := cue_of(token)) and (reader := _READERS.get(found[0].part)):
            yield from reader(token, *found)


# --- verbs -----------------------------------------------------------------------------------------


def _verb(verb: Token, cue: Cue, last: int) -> Iterator[StatementSpans]:
    first, end = verb_group(verb)
    group = (first, max(end, last))
    who = _speaker(verb)
    content = _complement(verb, cue, group, who)
    if content is None:
        return
    source = [noun_phrase(who)] if who is not None else []
    source = [_outside(r, group) for r in source]
    taken = set(range(group[0], group[1] + 1)) | {i for r in source for i in range(r[0], r[1] + 1)}
    pieces = [trimmed(verb.doc, *r) for r in ranges(i for i in content if i not in taken)]
    pieces = [p for p in pieces if not all(is_mark(verb.doc[i]) for i in range(p[0], p[1] + 1))]
    if pieces and (who is not None or is_passive(verb)) and not _is_idle(verb, who):
        yield StatementSpans(to_spans(verb.doc, source), to_spans(verb.doc, [group]), to_spans(verb.doc, pieces))


def _is_idle(verb: Token, who: Token | None) -> bool:
    """Whether a verb is no statement of its own: "refused to support", "information suggesting a plot"."""
    if (verb.dep_ == "xcomp" and verb.head.lemma_ in listed("refusing")) or verb.doc[verb_group(verb)[0]].tag_ == "TO":
        return True
    named = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in ("call", "name", "dub", "term", "label")
    return named or (verb.dep_ == "acl" and who is not None and who.lemma_ in listed("evidence"))


def _outside(found: Range, group: Range) -> Range:
    """Cut a phrase that the parse runs into the cue."""
    if found[0] < group[0] <= found[1]:
        return found[0], group[0] - 1
    return found


def _speaker(verb: Token) -> Token | None:
    if is_passive(verb):
        return agent(verb)
    who = subject(verb)
    return None if who is not None and who.dep_ == "expl" else who


def _complement(verb: Token, cue: Cue, group: Range, who: Token | None) -> list[int] | None:
    """Return the tokens of what is said, None when nothing that the cue takes is there."""
    if is_passive(verb):
        return _passive(verb, cue)
    if len(cue.words) > 1 and "o" in cue.takes:
        return _after(verb, group)
    if "O" in cue.takes and (named := _with_predicate(verb)):
        return named
    if _ends_as_saying(verb):
        return _before(verb, (group[0], verb.sent.end - 1), who)
    found = _clausal(verb, cue, group, who) or _object(verb, cue)
    if not found and "c" in cue.takes:
        found = _that(verb, group) or _before(verb, group, who)
    return found


def _clausal(verb: Token, cue: Cue, group: Range, who: Token | None) -> list[int] | None:
    """Read a clause, an infinitive or a gerund after the cue."""
    clauses = (c for c in verb.children if c.dep_ in ("ccomp", "parataxis") and _has_verb(c))
    clause = next((c for c in clauses if not _attributes(c, verb)), None)
    infinitive = child(verb, "xcomp") or _undertaking(verb, cue)
    if "c" in cue.takes and (around := _aside(verb, group, who)):
        return around
    if clause is not None and set("cqO") & set(cue.takes):
        return [t.i for t in clause.subtree]
    if infinitive is not None and infinitive.tag_ == "VBG" and set("oc") & set(cue.takes):
        return [t.i for t in infinitive.subtree]
    if infinitive is not None and set("iO") & set(cue.takes):
        return _with_object(infinitive, verb)
    return None


def _attributes(clause: Token, verb: Token) -> bool:
    """Whether a clause says who told all before it: "She promised them tents, an aide told the Gazette"."""
    before = clause.doc[clause.left_edge.i - 1] if clause.left_edge.i else clause
    given = any(c.dep_ in _OBJECTS and c.i > verb.i for c in verb.children)
    return given and before.text == "," and clause.left_edge.i > verb.i and cue_of(clause) is not None


def _undertaking(verb: Token, cue: Cue) -> Token | None:
    """Read "vowed on Sunday to keep it open", where the parse takes the infinitive for an adverbial."""
    if cue.stance not in ("promises", "threatens") or any(c.dep_ in _OBJECTS for c in verb.children):
        return None
    later = (c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i)
    return next((c for c in later if any(t.tag_ == "TO" and t.head == c for t in c.children)), None)


def _object(verb: Token, cue: Cue) -> list[int] | None:
    objects = [c for c in verb.children if c.dep_ in _OBJECTS and c.i > verb.i]
    if "o" not in cue.takes or not objects:
        return None
    return [t.i for c in objects for t in c.subtree] + _of(verb, objects)


def _that(verb: Token, group: Range) -> list[int] | None:
    """Read a clause that the parse hung elsewhere: "said in a statement that X", "said that X"."""
    for token in verb.doc[group[1] + 1 : min(group[1] + _THAT_REACH, verb.sent.end)]:
        if token.lower_ in ("that", "whether") and token.tag_ == "IN" and token.head.i > token.i:
            return list(range(token.i, token.head.right_edge.i + 1))
        if is_verb(token) or token.text in (",", ";", ":"):
            return None
    return None


_THAT_REACH = 9


def _ends_as_saying(verb: Token) -> bool:
    """Whether the words come before the cue: "X, the paper quoted her as saying"."""
    last = [t for t in verb.sent if not is_mark(t)][-1:]
    return bool(last) and last[0].lower_ == "saying" and last[0].head.lower_ == "as" and verb in last[0].ancestors


def _with_predicate(verb: Token) -> list[int] | None:
    """Read "called it a mistake", "labelled the plan reckless": the object and what is said of it."""
    found = [
        c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "oprd", "attr", "acomp", "ccomp", "advmod")
    ]
    if not any(c.dep_ in ("oprd", "attr", "acomp") or (c.dep_ == "ccomp" and not _has_verb(c)) for c in found):
        return None
    return [t.i for c in found if c.dep_ != "advmod" for t in c.subtree]


def _has_verb(token: Token) -> bool:
    return is_verb(token) or any(map(is_verb, token.subtree))


def _with_object(infinitive: Token, verb: Token) -> list[int]:
    """Read "urged them to leave": the infinitive with its subject; "refused to leave": the infinitive."""
    objects = [c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < infinitive.i]
    return [t.i for part in (infinitive, *objects) for t in part.subtree]


def _of(verb: Token, objects: list[Token]) -> list[int]:
    """Read "accused them of theft", "praised them for their work": the phrase after the object."""
    found = []
    for c in verb.children:
        if c.dep_ == "prep" and c.lower_ in ("of", "for", "as", "over") and c.i > objects[0].i:
            found += [t.i for t in c.subtree]
    return found


def _after(verb: Token, group: Range) -> list[int] | None:
    """Read "called for X": what hangs on the last word of the cue."""
    last = verb.doc[group[1]]
    owner = [c for c in last.children if c.i > last.i] or [
        c for c in verb.children if c.i > last.i and c.dep_ in ("dobj", "pobj", "ccomp", "pcomp", "xcomp")
    ]
    owner = [c for c in owner if not is_mark(c)]
    return [t.i for c in owner[:1] for t in c.subtree if t.i > group[1]] or None


def _passive(verb: Token, cue: Cue) -> list[int] | None:
    """Read "X was praised by Y", "it was reported that X", "X is said to Z"."""
    wanted = {"ccomp": "cqiO", "xcomp": "iO", "oprd": "O"}
    clause = next((c for c in verb.children if set(wanted.get(c.dep_, "")) & set(cue.takes)), None)
    theme = child(verb, "nsubjpass", "nsubj", "csubjpass")
    found: list[int] = []
    if clause is not None:
        found += [t.i for t in clause.subtree]
    elif agent(verb) is None or "o" not in cue.takes:
        return None
    if agent(verb) is None and verb.lemma_ not in words("hearsay"):
        return None
    if theme is not None and theme.lower_ != "it":
        found += [t.i for t in theme.subtree]
    return found


def _aside(verb: Token, group: Range, who: Token | None) -> list[int] | None:
    """Read "The ferry, she said, will sail": the sentence without the words between the commas."""
    doc, end = verb.doc, group[1] + 1
    if who is None or who.i > verb.i or end >= len(doc) or doc[end].text != ",":
        return None
    start = min(group[0], noun_phrase(who)[0])
    sentence = verb.sent
    if start - 1 <= sentence.start or doc[start - 1].text != "," or end >= sentence.end - 2:
        return None
    first = sentence.start + (doc[sentence.start].dep_ == "cc")
    return [*range(first, start - 1), *range(end + 1, sentence.end)]


def _before(verb: Token, group: Range, who: Token | None) -> list[int] | None:
    """Read "The road is closed, police said": the sentence so far, when the cue stands at its end."""
    if verb.dep_ not in ("ROOT", "parataxis", "ccomp", "advcl") or who is None:
        return None
    start = min(group[0], noun_phrase(who)[0])
    sentence = verb.sent
    if start - 1 <= sentence.start or verb.doc[start - 1].text != ",":
        return None
    if any(is_verb(t) for t in verb.doc[max(group[1], who.i) + 1 : sentence.end]):
        return None
    before = verb.doc[sentence.start : start - 1]
    said = any(is_verb(t) and t.lower_ != "according" for t in before)
    return [t.i for t in before] if said else None


_READERS = {"verb": _verb, "noun": by_noun, "adjective": by_adjective}
