"""The events layer: what a report says happened, who did it to whom, when, where, and how far it is real."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.component import Batch, Component, Draft
from onrecord.annotate.events import circumstances, contacts
from onrecord.annotate.events.contact_standing import standing
from onrecord.annotate.events.intents import FRIENDLY, HOSTILE, PLOVER, announced, demands, duties, intents
from onrecord.annotate.events.lexicon import lexicon
from onrecord.annotate.events.modality import modality
from onrecord.annotate.events.numbers import numbers_of
from onrecord.annotate.events.parties import Parties
from onrecord.annotate.events.roles import objects, roles
from onrecord.annotate.events.triggers import Trigger, triggers
from onrecord.annotate.events.wording import tells, wording
from onrecord.annotate.facts.quantities import find_quantities
from onrecord.annotate.facts.quantity import Quantity
from onrecord.annotate.times.anchoring import when_at
from onrecord.annotate.times.bounds import by_tense
from onrecord.annotate.times.reach import said_in_touch
from onrecord.annotate.times.tense import is_due
from onrecord.model import EventMention, Modality, Role, Span, Statement, When

_PLOTTING = frozenset({"plan", "prepare", "intend"})
_PREPOSITION_CHARS = 4
_CONSENTING = frozenset({"agree", "consent", "assent", "accede", "acquiesce", "offer"})
_PART_OF = frozenset({"in", "during", "at", "amid"})


def _innermost(statements: Sequence[Statement], at: Span) -> int | None:
    """Return the index of the shortest statement content that holds the words, None outside all of them."""
    holding = [(c.end - c.start, i) for i, s in enumerate(statements) for c in s.content if c.contains(at)]
    return min(holding)[1] if holding else None


def _told_as(plain: Modality, head: Token, statement: Statement | None) -> Modality:
    """Return the modality, weakened by a statement that denies or only accuses, for what it says first of all."""
    if plain != "actual" or statement is None or not _chief(head, statement):
        return plain
    if statement.stance == "denies":
        return "denied"
    return "alleged" if statement.stance == "accuses" else plain


def _others(actor: Sequence[Role], recipient: Sequence[Role]) -> frozenset[str]:
    """Return the names of the recipients that are no actors."""
    return frozenset(r.name for r in recipient) - {r.name for r in actor}


def _is_within(head: Token, words: Span) -> bool:
    """Whether words stand inside the phrase of a noun, or right behind it with a preposition ("talks on Monday")."""
    behind = 0 < words.start - (head.idx + len(head)) <= _PREPOSITION_CHARS
    last = head.right_edge
    return behind or bool(head.left_edge.idx <= words.start and words.end <= last.idx + len(last))


def _chief(head: Token, statement: Statement) -> bool:
    """Whether no other verb of the statement's content stands above the happening."""
    inside = [a for a in head.ancestors if any(c.start <= a.idx < c.end for c in statement.content)]
    return not any(a.pos_ == "VERB" and a.dep_ != "xcomp" for a in inside)


class _Reader:
    """Builds one draft's events."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.parties = Parties(draft, lexicon().classes["person"], lexicon().classes["body"])
        # Starts of sentences: asking a token for its sentence costs the sentence's length.
        self.starts = [s.start for s in draft.doc.sents]
        self.quantities: dict[int, list[Quantity]] = defaultdict(list)
        for quantity in find_quantities(draft.doc, draft.times):
            self.quantities[self.sentence(quantity.noun)].append(quantity)
        self.known: dict[int, tuple[Role, ...]] = {}
        self.types: dict[int, str] = {}

    def sentence(self, token: Token) -> int:
        """Return the number of the sentence that holds the token."""
        return bisect_right(self.starts, token.i)

    def event(self, trigger: Trigger) -> EventMention:
        head = trigger.frame.head
        actor, recipient = roles(trigger, self.parties, self.known)
        trigger = contacts.judged(trigger, _others(actor, recipient))
        pattern = trigger.pattern
        if not actor and (caller := contacts.caller(trigger, recipient, self.parties)):
            actor = recipient = (*caller, *recipient)  # nobody is said to have begun
        self.known[head.i] = recipient
        self.types[head.i] = pattern.type
        statement, told_as = self._told(trigger)
        when, when_span = self._when(trigger) or (None, None)
        return EventMention(
            trigger=self._words(trigger),
            type=self._type(trigger),
            mode=pattern.mode,
            modality=told_as,
            actor=actor,
            recipient=recipient,
            when=when,
            where=circumstances.where(trigger, self.parties),
            instrument=circumstances.instrument(trigger, self.parties),
            numbers=numbers_of(trigger, self.quantities.get(self.sentence(head), ())),
            medium=circumstances.medium(trigger),
            topics=circumstances.topics(trigger),
            objects=objects(trigger, self.parties, recipient),
            when_span=when_span,
            statement=statement,
            background=circumstances.background(head),
            words=wording(trigger),
            clause=tells(trigger),
            bound=self._bound(trigger, told_as) if when is None else None,
            host=next((Span(t.idx, t.idx + len(t)) for t in said_in_touch(head)), None),
        )

    def _told(self, trigger: Trigger) -> tuple[int | None, Modality]:
        """Return the index of the innermost statement that tells it, if one does, and how far it is real."""
        head = trigger.frame.head
        index = _innermost(self.draft.statements, Span(head.idx, head.idx + len(head)))
        said = self.draft.statements[index] if index is not None else None
        return index, standing(trigger, _told_as(modality(head, trigger.frame.light), head, said))

    def _bound(self, trigger: Trigger, told_as: Modality) -> When | None:
        """Return what tense says of an undated happening's time; nothing where it did not take place."""
        if told_as in ("denied", "hypothetical"):
            return None
        return by_tense(self.draft, trigger.frame.light or trigger.frame.head)

    def _when(self, trigger: Trigger) -> tuple[When, Span] | None:
        """Return the happening's time, none that stands right behind another: "in revenge for the raid last week".

        "They met for talks on Monday" is of one contact, "died in the blast on Monday" of one moment; "on Monday she
        confirmed the talks" does not date them.
        """
        head, kind = trigger.frame.head, trigger.pattern.type
        found = when_at(self.draft, head, self.draft.times) if self.draft.times else None
        if found is not None and contacts.is_only_told(trigger) and not _is_within(head, found[1]):
            return None
        inside = self.draft.doc.char_span(found[1].start, found[1].end, alignment_mode="expand") if found else None
        if inside is not None and kind == "CONSULT" and contacts.is_of_topic(trigger, inside.root):
            return None
        if inside is not None and is_due(inside.root, head):
            return None
        before = inside.start - 1 if inside is not None else -1
        while before > head.i and self.draft.doc[before].pos_ in ("ADP", "DET"):
            before -= 1
        other = self.types.get(before) if before > head.i and self.draft.doc[before].dep_ == "pobj" else None
        if other is None or other == kind == "CONSULT" or _happened_in(head, self.draft.doc[before]):
            return found
        return None

    def _type(self, trigger: Trigger) -> str:
        """Return the pattern's type; of consent, what the clause below makes of it.

        A promise of harm is a threat and a plan of it a plot; a plan alone, or a word of assurance, is no consent.
        """
        head, kind = trigger.frame.head, trigger.pattern.type
        if kind != "AGREE":
            return kind
        clauses = [c for c in (*trigger.frame.slot("xcomp"), *trigger.frame.slot("that")) if syntax.is_verb(c)]
        below = {self.types.get(t.i) for clause in clauses for t in (clause, *clause.children)}
        if any(syntax.child(c, "neg") for c in clauses):
            return "REJECT"
        if below & HOSTILE and head.lemma_ not in _CONSENTING:
            return "PLOT" if head.lemma_ in _PLOTTING and "ASSAULT" in below else "THREATEN"
        binding = below & FRIENDLY if head.lemma_ in _PLOTTING else head.lemma_ != "assure" or announced(clauses)
        return kind if binding else "OTHER"

    def _words(self, trigger: Trigger) -> Span:
        last: Token = self.draft.doc[trigger.last]
        return Span(self.draft.doc[trigger.first].idx, last.idx + len(last))


def _happened_in(deed: Token, happening: Token) -> bool:
    """Whether a deed is part of a happening: "died in the blast", "was arrested during the raid"."""
    preposition = happening.head
    return preposition.lower_ in _PART_OF and preposition.head == deed


def _events(draft: Draft) -> tuple[EventMention, ...]:
    reader = _Reader(draft)
    # From the end: a verb's complement stands after it and is to be known before it.
    backwards = reversed(list(triggers(draft.doc)))
    found = [(trigger, reader.event(trigger)) for trigger in backwards][::-1]
    heads = frozenset(trigger.frame.head.i for trigger, _ in found)
    asked = [*found, *((duty, reader.event(duty)) for duty in duties(draft.doc, heads))]
    told = [*found, *intents(found, reader.parties), *demands(asked, lexicon().plain["saying"], reader.parties)]
    ordered = sorted(told, key=lambda t: (reader.sentence(t[0].frame.head), _rank(*t), t[1].trigger))
    return tuple(event for _, event in ordered)


def _rank(trigger: Trigger, event: EventMention) -> int:
    """Return 0 for what PLOVER codes, 1 for types of our own, 2 without a type or where it only describes somebody."""
    if trigger.frame.head.dep_ == "amod":
        return 2
    if event.type in PLOVER:
        return 0
    return 2 if event.type == "OTHER" else 1


def _reported(event: EventMention, draft: Draft) -> bool:
    """Whether the report itself tells it: what a caption or an appeal beside it tells is often of another day."""
    return not any(line.contains(event.trigger) for line in draft.article.furniture)


def events(batch: Batch) -> list[tuple[EventMention, ...]]:
    """Return each article's events by sentence; within one PLOVER's first, those without a type last.

    Lines that are furniture tell none.
    """
    return [tuple(e for e in _events(draft) if _reported(e, draft)) for draft in batch]


COMPONENT = Component("events", frozenset({"sentences", "mentions", "times", "statements"}), "events", events)
