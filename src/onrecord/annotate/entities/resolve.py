"""One pass over an article's names, noun phrases and pronouns: which of them are one entity."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.annotate.entities.clusters import cluster
from onrecord.annotate.entities.descriptions import (
    beside,
    body_of,
    byname,
    described_before,
    introduced,
    named_at_last,
    noun_of_body,
)
from onrecord.annotate.entities.lexicon import Gender, lexicon, narrower
from onrecord.annotate.entities.name_forms import commonest, fullest, usual
from onrecord.annotate.entities.name_kinds import names_in
from onrecord.annotate.entities.names import Name
from onrecord.annotate.entities.nominals import Nominal, nominals_in
from onrecord.annotate.entities.places import country_of, demonym_country
from onrecord.annotate.entities.pronouns import Pronoun, antecedent, pronoun_at
from onrecord.annotate.entities.quotes import quotes_in
from onrecord.annotate.entities.register import Known, Occurrence, Register
from onrecord.annotate.entities.roles import role_before, role_country, role_start, role_words
from onrecord.model import EntityKind, Mention, MentionForm, Span

Item = Name | Nominal | Pronoun


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers, current = [], -1
    for token in doc:
        current += bool(token.is_sent_start or token.i == 0)
        numbers.append(current)
    return numbers


def _is_subject(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass") or (token.dep_ == "conj" and token.head.dep_ in ("nsubj", "nsubjpass"))


def _name_gender(name: Name, doc: Doc) -> Gender | None:
    if name.gender or name.kind != "person" or name.end - name.start < 2:
        return name.gender
    return lexicon().first_names.get(doc[name.start].lower_)


def _kind(name: Name, doc: Doc) -> EntityKind:
    """Return "place" for a country's adjective, which stands for the country rather than for its people."""
    text = name.text(doc)
    adjective = name.kind == "group" and demonym_country(text) and not text.endswith("s")
    return "place" if adjective else name.kind


class Resolver:
    """Fills the register from an article's parse."""

    def __init__(self, doc: Doc) -> None:
        """Find the names and join those that are one, before anything that leans on them."""
        self.doc = doc
        self.register = Register()
        self.sentences = _sentence_numbers(doc)
        self.quotes = quotes_in(doc)
        self.names = names_in(doc)
        self.persons = {i for n in self.names if n.kind == "person" for i in range(n.start, n.end)}
        self.roles = [self._role(n) for n in self.names]
        self.role_at = {n.start: role for n, role in zip(self.names, self.roles, strict=True)}
        self.of_name = {n.start: k for n, k in zip(self.names, self._name_entities(), strict=True)}

    def _role(self, name: Name) -> str | None:
        return role_before(self.doc, name, self.persons) if name.kind == "person" else None

    def _name_entities(self) -> Iterator[Known]:
        made: dict[int, Known] = {}
        for i, root in enumerate(cluster(self.doc, self.names, self.roles)):
            if root not in made:
                made[root] = self.register.new(_kind(self.names[root], self.doc))
            self._learn(made[root], self.names[i], self.roles[i])
            yield made[root]

    def _learn(self, entity: Known, name: Name, role: str | None) -> None:
        text = name.text(self.doc)
        gender = _name_gender(name, self.doc)
        entity.names.append(text)
        entity.gender = gender if gender in ("m", "f") else entity.gender
        entity.plural = entity.kind == "group" and text.endswith("s")
        self.register.stand_at(range(name.start, name.end), entity)
        if role:
            self._learn_role(entity, name, role)
        if entity.kind == "organisation" and (noun := noun_of_body(text)):
            self.register.describe(entity, noun, set(text.lower().split()), None)
        if country := country_of(text) if entity.kind != "person" else None:
            entity.countries.add(country)

    def _learn_role(self, entity: Known, name: Name, role: str) -> None:
        """Take note of the role's head words, the words with them and the country it names."""
        words = frozenset(w.strip(".,") for w in role.lower().split())
        start = role_start(self.doc, name, self.persons)
        country = role_country(self.doc, role, start)
        for head in sorted(role_words(role)):
            self.register.describe(entity, head, words - set(head.split()), country)
            entity.gender = entity.gender or lexicon().noun_gender.get(head)

    def run(self) -> Register:
        """Read the text from its start and settle every mention; "I" and "we" wait until all speakers are known."""
        items = sorted(self._items(), key=lambda item: item[:2])
        nominals = [n for _, _, n in items if isinstance(n, Nominal)]
        for nominal in nominals:
            self._describe_named(nominal)
        self._find_bodies()
        for _, _, item in items:
            if isinstance(item, Name):
                self._name(item)
            elif isinstance(item, Nominal):
                self._nominal(item)
            elif not item.speaks:
                self._pronoun(item)
        for _, _, item in items:
            if isinstance(item, Pronoun) and item.speaks:
                self._pronoun(item)
        return self.register

    def _find_bodies(self) -> None:
        """Take note of the body that a person's printed role names."""
        for name in self.names:
            if name.kind == "person" and self.role_at[name.start]:
                start = role_start(self.doc, name, self.persons)
                inside = [self.register.at(i) for i in range(start, name.start)]
                body = next((k for k in inside if k is not None and k.kind == "organisation"), None)
                if body is None and self.doc[name.start - 1].lower_ in narrower("spokesperson") | {"spokesperson"}:
                    body = self._acting_before(self.doc[start])
                self.of_name[name.start].body = body.number if body else self.of_name[name.start].body

    def _acting_before(self, token: Token) -> Known | None:
        """Return the body that the sentence before tells of: "Norvik has put it off. Spokeswoman Ada Roe said"."""
        sentence = self.doc[token.sent.start - 1].sent if token.sent.start else None
        subjects = [t for t in sentence or () if t.dep_ == "nsubj"]
        known = [k for t in subjects if (k := self.register.at(t.i)) is not None]
        bodies = {k.number: k for k in known if k.named and k.kind == "organisation"}
        return next(iter(bodies.values())) if len(bodies) == 1 else None

    def _items(self) -> Iterator[tuple[int, int, Item]]:
        named = {i for n in self.names for i in range(n.start, n.end)}
        solid = frozenset(i for n in self.names if n.kind not in ("place", "group") for i in range(n.start, n.end))
        yield from ((n.start, 0, n) for n in self.names)
        persons = [n for n in self.names if n.kind == "person"]
        taken = named | {i for n in persons for i in range(role_start(self.doc, n, self.persons), n.start)}
        phrases = nominals_in(self.doc, solid, frozenset(self.persons))
        yield from ((n.head, 1, n) for n in phrases if n.head not in taken)
        yield from ((t.i, 2, p) for t in self.doc if (p := pronoun_at(t)))

    def _describe_named(self, nominal: Nominal) -> None:
        """Take note early of what names are called beside them, so that it is known wherever the name stands."""
        entity = beside(self.doc, self.register, nominal)
        if entity and entity.named:
            owner = self.register.at(nominal.owner) if nominal.owner is not None else None
            sent_by = min(owner.countries, default=None) if owner is not None and owner.kind == "place" else None
            self.register.describe(entity, nominal.lemma, nominal.modifiers, nominal.country or sent_by)
            entity.gender = entity.gender or nominal.gender
            if entity.kind == "person" and (body := body_of(self.doc, self.register, nominal)):
                entity.body = body.number

    def _occurrence(self, start: int, end: int, head: Token, item: Item, *, clear: bool = True) -> Occurrence:
        form: MentionForm = "name" if isinstance(item, Name) else "nominal" if isinstance(item, Nominal) else "pronoun"
        role = self.role_at.get(start) if isinstance(item, Name) else None
        return Occurrence(start, end, head.i, self.sentences[head.i], _is_subject(head), form, role, clear)

    def _name(self, name: Name) -> None:
        head = self.doc[name.start : name.end].root
        self.register.mention(self.of_name[name.start], self._occurrence(name.start, name.end, head, name))

    def _nominal(self, nominal: Nominal) -> None:
        sentence = self.sentences[nominal.head]
        named = beside(self.doc, self.register, nominal)
        if named is not None and (earlier := named_at_last(self.register, nominal, named, sentence)):
            self.register.join(named, earlier)
        entity = named or described_before(self.register, nominal) or introduced(self.doc, self.register, nominal)
        entity = entity or byname(self.register, nominal, sentence) or self.register.new(nominal.kind)
        self.register.describe(entity, nominal.lemma, nominal.modifiers, nominal.country)
        entity.gender = entity.gender or nominal.gender
        entity.plural = entity.plural or (nominal.plural and not entity.named)
        owner = self.register.at(nominal.owner) if nominal.owner is not None else None
        entity.owner = owner.number if owner else entity.owner
        owned = nominal.own.lstrip("'’ ")  # "Roe's office" of "Roes’ office"
        entity.descriptions.append(f"{_possessive(name_of(owner))} {owned}" if owner and owner.named else nominal.name)
        head = self.doc[nominal.head]
        own = next((o for o in reversed(owner.mentions) if o.head == nominal.owner), None) if owner else None
        clear = own is None or own.clear
        self.register.mention(entity, self._occurrence(nominal.start, nominal.end, head, nominal, clear=clear))

    def _pronoun(self, pronoun: Pronoun) -> None:
        token = pronoun.token
        meant = antecedent(self.doc, self.register, pronoun, self.sentences[token.i], self.quotes)
        if meant:
            if pronoun.gender and meant.known.gender in (None, "e"):
                meant.known.gender = pronoun.gender
            occurrence = self._occurrence(token.i, token.i + 1, token, pronoun, clear=meant.clear)
            self.register.mention(meant.known, occurrence)


_SIDING = ("pro-", "anti-")


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def name_of(known: Known) -> str:
    """Return the fullest name, or for one that is never named its fullest description.

    What is for or against a country ("pro-Lunder") is not its name.
    """
    names = [n for n in known.names if not n.lower().startswith(_SIDING)] or known.names
    countries = [n for n in names if not demonym_country(n)]
    if names and (known.kind == "place" or (known.kind == "group" and 0 < len(countries) < len(names))):
        return commonest(countries or names)  # "Russia", also where the report has "Russian" more often
    if names:
        return usual(names) if known.kind == "person" else fullest(names)
    return max(known.descriptions, key=len, default="")


def _layer(doc: Doc, register: Register) -> Iterator[Mention]:
    numbers: dict[int, int] = {}
    placed = [(p.start, -p.end, k.number, p, k) for k in register.known for p in k.mentions]
    names = {k.number: name_of(k) for k in register.known if k.mentions}
    for _, _, number, occurrence, known in sorted(placed, key=lambda item: item[:3]):
        words = doc[occurrence.start : occurrence.end]
        span = Span(words.start_char, words.start_char + len(words.text.rstrip()))
        own = numbers.setdefault(number, len(numbers))
        yield Mention(span, known.kind, names[number], own, occurrence.form, occurrence.role, occurrence.clear)


def resolve(doc: Doc) -> tuple[Mention, ...]:
    """Return the mentions of the article that the parse is of, in order, entities numbered as they come."""
    return tuple(_layer(doc, Resolver(doc).run()))
