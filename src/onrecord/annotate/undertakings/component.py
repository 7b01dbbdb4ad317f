"""The layer of undertakings: who gives their word to do what, as the syntax has it."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.component import Batch, Component, Draft
from onrecord.annotate.undertakings.forms import Form, find_forms, listed
from onrecord.annotate.undertakings.givers import Givers
from onrecord.annotate.undertakings.standing import stands
from onrecord.annotate.undertakings.wording import words_of
from onrecord.model import Span, Statement, Undertaking

_NOT = frozenset({"not", "n't", "n’t", "never"})
_LIGHT = frozenset({"do", "make", "take", "draw", "post", "report", "meet", "extend", "hit", "change"})
_LONGEST = 400


def find_undertakings(draft: Draft) -> tuple[Undertaking, ...]:
    """Return an article's undertakings, each place in the text once, in the order of the text."""
    givers = Givers(draft)
    found: list[Undertaking] = []
    ranked = sorted(find_forms(draft.doc), key=lambda form: form.kind == "will")
    for one in (made for form in ranked for made in _made(draft, givers, form)):
        if not any(one.words.overlaps(other.words) for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda u: u.words))


def _made(draft: Draft, givers: Givers, form: Form) -> Iterator[Undertaking]:
    if not (_is_deed(form) and _is_in_time(form) and stands(form)):
        return
    who = givers.given_by(form)
    if not who:
        return
    words = _within(givers.said_in(form.deed), words_of(form, draft.article.text))
    if _is_anothers(draft.article.text, givers.said_in(form.deed), words):
        return
    if words.end - words.start > _LONGEST or any(line.overlaps(words) for line in draft.article.furniture):
        return
    told = givers.told_by(form.giver) or givers.said_in(form.deed)
    yield Undertaking(
        words,
        who,
        to=next(iter(told.to), None) if told is not None else None,
        negated=_is_negated(form),
        again=form.giver.lemma_.lower() in listed("repeating") or any(c.lower_ == "again" for c in form.giver.children),
        when=told.when if told is not None else None,
    )


def _is_anothers(text: str, said: Statement | None, words: Span) -> bool:
    """Whether a speaker only repeats, in marks of their own, what others say: "tired of hearing ‘we will look’"."""
    inside = said is not None and said.mode == "direct" and any(c.start < words.start - 1 for c in said.content)
    return inside and text[words.start - 1 : words.start] == "‘"


def _within(said: Statement | None, words: Span) -> Span:
    """Return the words up to the end of the quotation in which they stand."""
    quoted = said.content if said is not None and said.mode == "direct" else ()
    ends = [c.end for c in quoted if c.start <= words.start < c.end < words.end]
    return Span(words.start, min(ends)) if ends else words


def _is_deed(form: Form) -> bool:
    """Whether it is something that one can do, and not let happen, feel or threaten."""
    lemma = form.deed.lemma_.lower()
    if lemma == "vote" and form.kind in ("plan", "consent"):
        return False  # a choice
    if _is_negated(form) and _is_silence(form):
        return False
    if form.kind != "will":
        return (lemma != "be" and not _is_vague(form.deed)) or syntax.is_passive(form.deed)
    if lemma == "consider" and form.would:
        return False
    if _is_vague(form.deed):
        return False
    if lemma in ("make", "consider") and syntax.child(form.deed, "ccomp", "oprd") is not None:
        return False  # "make Norland proud", "consider it an insult"
    things = {c.lemma_.lower() for c in form.deed.children if c.dep_ == "dobj"}
    if lemma == "give" and things & listed("tries"):
        return False  # "give it my best crack"
    if lemma in listed("idle") or (lemma in _LIGHT and things & listed("idle-things")):
        return False
    if _is_negated(form) and form.giver.lemma_ == "be":
        return False  # "not ready to"
    return lemma not in listed("refusing" if _is_negated(form) else "harming")


def _is_vague(deed: Token) -> bool:
    """Whether it is no more than effort or fate: "will work hard", "will end up in court"."""
    lemma = deed.lemma_.lower()
    aims = [c for c in deed.children if c.dep_ in ("advcl", "xcomp") and syntax.has_to(c)]
    if lemma == "work" and all(aim.lemma_ == "win" for aim in aims):
        return not any(c.dep_ in ("prep", "prt", "dobj") for c in deed.children)
    if lemma == "root":
        return any(c.lower_ == "for" for c in deed.children)
    return lemma in ("end", "wind") and syntax.child(deed, "prt") is not None


def _is_silence(form: Form) -> bool:
    """Whether what will not be done is to speak: "would give no details", "will not say when"."""
    things = {c.lemma_.lower() for c in form.deed.children if c.dep_ == "dobj"}
    lemma = form.deed.lemma_.lower()
    about = any(c.dep_ == "prep" and c.lower_ in ("to", "about", "on", "into") for c in form.deed.children)
    spoken = about and not things and lemma in listed("speaking")
    told = any(_is_what_is_told(c) for c in form.deed.children) and lemma in listed("telling") | listed("reticent")
    return spoken or told or (lemma in listed("reticent") and bool(things & listed("withheld")))


def _is_what_is_told(clause: Token) -> bool:
    """Whether a clause is what could be told: "that it closed", "when it will open" right behind the verb."""
    asked = clause.left_edge.tag_ in ("WRB", "WP") and clause.left_edge.i == clause.head.i + 1
    return clause.dep_ == "ccomp" or (clause.dep_ == "advcl" and asked)


def _is_negated(form: Form) -> bool:
    bound = {form.giver, form.deed, form.deed.head} if syntax.is_verb(form.deed) else {form.giver}
    return any(c.dep_ == "neg" or c.lower_ in _NOT for t in bound for c in t.children)


def _is_in_time(form: Form) -> bool:
    """Whether a decision or plan still holds: "plans to", "has decided to", not "was going to", "decided to"."""
    verb, lemma = form.giver, form.giver.lemma_.lower()
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if form.kind == "plan":
        if any(c.dep_ == "ccomp" and c.tag_ == "VBD" for t in (verb, form.deed) for c in t.children):
            return False  # "plans to rebuild the dam fell through"
        joined = (
            verb.dep_ == "conj" and verb.head.tag_ == "VBG" and syntax.child(verb, "nsubj") is None
        )  # "maps and plans"
        return verb.tag_ in ("VBZ", "VBP", "VBD") and not joined
    if lemma in ("decide", "resolve"):
        return bool(helpers & {"has", "have", "'s", "’s", "'ve", "’ve"})
    return verb.lower_ != "going" or not helpers & {"was", "were"}


def undertakings(batch: Batch) -> list[tuple[Undertaking, ...]]:
    """Return each article's undertakings."""
    return [find_undertakings(draft) for draft in batch]


COMPONENT = Component("undertakings", frozenset({"mentions", "statements"}), "undertakings", undertakings)
