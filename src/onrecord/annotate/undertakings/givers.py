"""Who gives their word: the subject of the vow, or a speaker who says what they or their body will do themselves."""

import re
from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.annotate import syntax
from onrecord.annotate.component import Draft
from onrecord.annotate.events.lexicon import lexicon
from onrecord.annotate.events.parties import Parties
from onrecord.annotate.undertakings.forms import Form, listed
from onrecord.annotate.undertakings.standing import both_sides, is_told, teller
from onrecord.annotate.undertakings.subjects import are_misread, are_several, is_kind, is_somebodys, owners
from onrecord.model import WIDE_PARTY_KINDS, EntityKind, Role, Span, Statement

_SELF = frozenset({"i", "we"})
_OURS = ("my ", "our ", "your ")
_SELDOM = 3
"""How often at most a report names a bystander."""
_AGE = re.compile(r", (?:aged )?\d\d\b(?=[,.])")
_PERSONAL = frozenset({"he", "she"})
_OTHERS = _PERSONAL | {"they"}
_SPEAKING = frozenset({"asserts", "confirms", "promises", "threatens"})
_KINDS: dict[str, EntityKind] = {"person": "person", "organisation": "organisation", "place": "place", "group": "group"}
_REPORTED = frozenset({"asserts", "confirms", "promises"})


def _at(token: Token) -> Span:
    return Span(token.idx, token.idx + len(token))


class Givers:
    """Finds who gives their word in one draft."""

    def __init__(self, draft: Draft) -> None:
        """Lay the draft's mentions and statements out by word."""
        classes = lexicon().classes
        self._bodies = classes["body"]
        self._parties = Parties(draft, classes["person"], classes["body"])
        self._text = draft.article.text
        self._statements = draft.statements
        self._offices: dict[int | None, str] = {}
        named = {m.span.end: m.entity for m in draft.mentions if m.form == "name"}
        often = Counter(named.values())
        aged = {entity for end, entity in named.items() if _AGE.match(self._text, end)}
        self._aged = {entity for entity in aged if often[entity] <= _SELDOM}
        for mention in draft.mentions:
            beside = (
                mention.form == "nominal" and named.get(mention.span.start - 2) == mention.entity
            )  # "Roe, a lawyer"
            held = mention.role or (
                self._text[mention.span.start : _end(self._text, mention.span.end)] if beside else ""
            )
            self._offices[mention.entity] = f"{self._offices.get(mention.entity, '')} {held}".lower()

    def given_by(self, form: Form) -> tuple[Role, ...]:
        """Return who undertakes it; empty where that cannot be told."""
        found = self._will(form) if form.kind == "will" else self._vowed(form)
        if form.kind in ("will", "plan") and any(map(self._is_bystander, found)):
            return ()
        return tuple(found) if found and all(map(self._acts, found)) else ()

    def said_in(self, token: Token) -> Statement | None:
        """Return the statement that the words stand in, the innermost one; None in the report's own voice."""
        held = [
            (c.end - c.start, n) for n, s in enumerate(self._statements) for c in s.content if c.contains(_at(token))
        ]
        return self._statements[min(held)[1]] if held else None

    def told_by(self, token: Token) -> Statement | None:
        """Return the statement whose cue the token is."""
        return next((s for s in self._statements if any(c.contains(_at(token)) for c in s.cue)), None)

    def _acts(self, role: Role) -> bool:
        """Whether a role is somebody: a person, a body or a country, not a plan or a bill, nor a mere "both sides"."""
        if role.name.lower() in ("sides", "two sides", "both sides") or role.name.lower().startswith(_OURS):
            return False
        return role.kind in WIDE_PARTY_KINDS or role.name[-1:].isupper() or self._parties.stands_for_somebody(role)

    def _is_bystander(self, role: Role) -> bool:
        """Whether somebody is named in passing with their age, and no office: a voter's plans are no word given."""
        return role.entity in self._aged and not self._holds_office(role)

    # --- "vowed to", "agreed to", "plans to", "his promise to"

    def _vowed(self, form: Form) -> Sequence[Role]:
        giver = form.giver
        doers = syntax.logical_subject(giver) if syntax.is_verb(giver) else owners(giver)
        if are_misread(giver, doers):
            return ()
        said = self.said_in(giver)
        if any(d.lower_ in _SELF for d in doers):
            return self._speaker(said)
        if any(self._is_unclear(d) for d in doers):
            return self._parties.roles(both_sides(giver)) if said is None or said.mode == "indirect" else ()
        found = self._parties.roles(doers)
        if form.kind == "plan":
            return self._avowed(form, doers, said)
        if giver.lemma_.lower() in listed("deciding") and said is not None:
            return self._own(found, self._speaker(said, reported=True), form)  # a rumour, or what a rival says
        named = not syntax.is_verb(giver)
        if said is None or (said.mode != "direct" and (named or said.stance in _REPORTED)):
            return found
        speaker = self._speaker(said)  # what one says that another promised is a claim, but for one's own body
        own = speaker and found and all(self._speaks_for(speaker[0], role, form.deed) for role in found)
        return found if own or (speaker and _is_put_out(said, giver)) else ()

    def _avowed(self, form: Form, doers: Sequence[Token], said: Statement | None) -> Sequence[Role]:
        """Return who plans something where they say so: "said she plans to", a lawyer's "the campaign intends to"."""
        tells = teller(form.giver)
        if tells is None or not doers:
            return ()
        if tells.i == form.giver.i:
            return self._own(self._parties.roles(doers), self._speaker(said), form) if doers[0].pos_ != "PRON" else ()
        led = is_told(tells) and not self._is_quoted(tells)
        return self._led(form, doers, tells, self._tellers(tells, said)) if led else ()

    def _led(self, form: Form, doers: Sequence[Token], tells: Token, tellers: Sequence[Role]) -> Sequence[Role]:
        """Return who will do it where a verb of telling stands right above."""
        if tellers and doers[0].pos_ == "PRON":
            return tellers if self._means(doers[0], tells, tellers) else ()
        return self._own(self._parties.roles(doers), tellers, form)

    def _is_quoted(self, tells: Token) -> bool:
        """Whether a verb of telling is itself among somebody's own words: what they say that others said."""
        return any(s.mode == "direct" and any(c.contains(_at(tells)) for c in s.content) for s in self._statements)

    # --- "will"

    def _will(self, form: Form) -> Sequence[Role]:
        top = form.giver
        tells = teller(top)
        doers = syntax.surface_subject(top)
        bare = top.dep_ == "ccomp" and syntax.child(top, "nsubj") is None  # who tells is then read for who does it
        if tells is None or not doers or bare or syntax.is_passive(form.deed):
            return ()
        said = self.said_in(form.deed)
        if doers[0].lower_ in _SELF:
            return () if form.would or not self._is_in_own_voice(tells, top, said) else self._speaker(said)
        if doers[0].lower_ in _OTHERS and said is not None and said.mode == "direct":
            return ()  # nobody speaks of themselves as "he"
        if tells.i == top.i:
            return self._unled(form, doers[0], said)
        told = is_told(tells) and not self._is_quoted(tells)
        return self._led(form, doers, tells, self._tellers(tells, said)) if told else ()

    def _unled(self, form: Form, doer: Token, said: Statement | None) -> Sequence[Role]:
        """Return who will do it where no verb of telling stands right above."""
        found = self._parties.roles([doer])
        if said is None:
            return found if self._is_announced(form, found) else ()
        if doer.pos_ == "PRON" and (doer.lower_ == "they" or not self._is_clear(doer)):
            return ()
        return self._own(found, self._speaker(said, reported=True), form)

    def _means(self, pronoun: Token, tells: Token, tellers: Sequence[Role]) -> bool:
        """Whether a pronoun right below a verb of telling stands for whoever tells; "some of them" does not."""
        if pronoun.lower_ not in _PERSONAL | {"it", "they"}:
            return False
        if (pronoun.lower_ == "they") != are_several(tells):
            return False
        if pronoun.lower_ in _PERSONAL and any(map(is_somebodys, syntax.surface_subject(tells))):
            return False  # "Roe's lawyer said he would": either
        mention = self._parties.mention(pronoun)
        known = {t.entity for t in tellers} - {None}
        if mention is not None and mention.entity in known:
            return True
        if pronoun.lower_ != "they" and any((t.kind == "person") != (pronoun.lower_ in _PERSONAL) for t in tellers):
            return False
        return mention is None or not mention.clear or not known

    def _is_unclear(self, doer: Token) -> bool:
        """Whether a pronoun may well mean somebody else; the one that opens a sentence hardly does."""
        opens = doer.dep_ == "nsubj" and doer.head.dep_ == "ROOT"
        return doer.pos_ == "PRON" and doer.lower_ not in syntax.RELATIVE and not (opens or self._is_clear(doer))

    def _is_clear(self, pronoun: Token) -> bool:
        mention = self._parties.mention(pronoun)
        return mention is not None and mention.clear

    def _is_in_own_voice(self, tells: Token, top: Token, said: Statement | None) -> bool:
        """Whether "we will" is what the speaker says, not what they say that others think."""
        if said is None:
            return False
        inside = tells.i != top.i and self._is_quoted(tells)
        return not inside or (is_told(tells) and any(s.lower_ in _SELF for s in syntax.surface_subject(tells)))

    def _speaker(self, said: Statement | None, *, reported: bool = False) -> Sequence[Role]:
        """Return who says something in their own words, or as `reported`."""
        if said is None or said.speaker is None or said.stance not in _SPEAKING or said.speaker_kind == "document":
            return ()
        if said.negated or said.doubtful or (said.mode == "indirect" and not reported):
            return ()
        return (self._role(said),)

    def _role(self, said: Statement) -> Role:
        place = (*said.source, *said.cue, *said.content)[0]
        return Role(said.speaker or "", place, said.entity, _KINDS.get(said.speaker_kind, "person"))

    def _tellers(self, tells: Token, said: Statement | None) -> Sequence[Role]:
        """Return who says it: by the parse where a verb of telling stands right above, else by the statement."""
        told = self.told_by(tells)
        if told is not None and told.speaker is not None:
            return (self._role(told),) if not told.negated else ()
        if tells.lemma_.lower() in listed("telling") and (found := self._parties.roles(syntax.logical_subject(tells))):
            return found
        return self._speaker(said, reported=True)

    def _own(self, doers: Sequence[Role], tellers: Sequence[Role], form: Form) -> Sequence[Role]:
        """Return who will do it where that is the speaker, or a body the speaker speaks for."""
        if not doers or not tellers:
            return ()
        if all(any(_is_same(d, t) for t in tellers) for d in doers):
            return tellers
        if all(self._speaks_for(tellers[0], d, form.deed) for d in doers):
            return doers
        if len(doers) == 1 and self._is_of_teller(form):
            return doers
        return ()

    def _is_of_teller(self, form: Form) -> bool:
        """Whether a body is the speaker's own: "said her government would pay"."""
        subject = syntax.child(form.giver, "nsubj")
        owner = syntax.child(subject, "poss") if subject is not None else None
        once = subject is not None and any(c.lower_ in ("former", "ex") for c in subject.children)
        ours = owner is not None and not once and owner.lower_ in ("his", "her", "its", "their", "our", "my")
        return ours and subject is not None and self._parties.stands_for_somebody(Role(subject.lemma_, _at(subject)))

    def _speaks_for(self, speaker: Role, body: Role, deed: Token) -> bool:
        """Whether a speaker holds an office from which to speak for a country or body, on what is its own to do."""
        if body.kind == "place":
            own = deed.lemma_.lower() in listed("own")
            return own and (speaker.kind in ("organisation", "place") or self._holds_office(speaker))
        if not self._is_body(body) or not self._holds_office(speaker):
            return False
        office = self._office(speaker).split()
        printed = body.span.of(self._text).removeprefix("The ")
        bare = printed == printed.lower() or body.name == body.name.lower()
        if bare and printed.split()[-1].lower() in listed("firms"):
            return any(word.startswith(tuple(listed("managing"))) for word in office)
        return bare or bool(set(body.name.lower().split()) & set(office) - {"of", "the"})

    def _is_body(self, role: Role) -> bool:
        return role.kind == "organisation" or role.name.split()[-1].lower().rstrip("s") in self._bodies

    def _holds_office(self, role: Role) -> bool:
        return any(word.startswith(tuple(listed("offices"))) for word in self._office(role).split())

    def _office(self, role: Role) -> str:
        """Return the titles printed beside somebody's name, and the name, in small letters."""
        return f"{self._offices.get(role.entity, '')} {role.name.lower()}"

    def _is_announced(self, form: Form, doers: Sequence[Role]) -> bool:
        """Whether a report itself says what a party will do, of its own making: "the ministry will not send anyone"."""
        own = not form.would and form.deed.lemma_.lower() in listed("own") and syntax.child(form.deed, "prt") is None
        subject = syntax.child(form.giver, "nsubj")
        if not own or subject is None or subject.pos_ == "PRON" or is_kind(subject):
            return False
        if subject.lemma_.lower() in listed("crowds"):
            return False  # what a majority or a team will do is foretold of them
        return all(d.name != d.name.lower() or self._is_body(d) for d in doers)


def _end(text: str, start: int) -> int:
    """Return where the words end that tell more of an office: "a lawyer for the Lun council,"."""
    found = re.compile(r"[^,.;:\n]{0,60}").match(text, start)
    return found.end() if found is not None else start


def _is_put_out(said: Statement, giver: Token) -> bool:
    """Whether a body puts out in a document of its own whom somebody has assured of what."""
    whom = syntax.child(giver, "dobj", "dative")
    assured = giver.tag_ == "VBD" and whom is not None and whom.pos_ in ("PROPN", "PRON")
    return assured and said.speaker_kind == "organisation" and said.medium is not None


def _is_same(left: Role, right: Role) -> bool:
    if left.entity is not None and left.entity == right.entity:
        return True
    mine, theirs = left.name.lower().split(), right.name.lower().split()
    person = None in (left.entity, right.entity) and "person" in (left.kind, right.kind)
    return mine == theirs or (person and mine[-1:] == theirs[-1:])
