"""One pass over an article's names, noun phrases and pronouns: which of them are one entity."""

from spacy.tokens import Doc, Token

from onrecord.annotate.entities.clusters import cluster, commonest, fullest
from onrecord.annotate.entities.lexicon import Gender, lexicon, narrower
from onrecord.annotate.entities.names import Name, names_in
from onrecord.annotate.entities.nominals import Nominal, nominals_in
from onrecord.annotate.entities.places import country_of, demonym_country
from onrecord.annotate.entities.pronouns import Pronoun, antecedent, pronoun_at
from onrecord.annotate.entities.quotes import quotes_in
from onrecord.annotate.entities.register import Known, Place, Register
from onrecord.annotate.entities.roles import role_before, role_start
from onrecord.model import EntityKind, Mention, Span

_UNIVERSAL = frozenset({"former", "ex", "then", "current", "new", "old", "late", "acting", "senior", "top", "own"})
_SHARED = frozenset({"police", "authority", "authorities", "official", "officials", "prosecutor", "government"})


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
    adjective = name.kind == "group" and demonym_country(name.text(doc)) and doc[name.end - 1].tag_ != "NNPS"
    return "place" if adjective and not name.text(doc).endswith("s") else name.kind


class Resolver:
    """Fills the register from an article's parse; `mentions` then gives the layer."""

    def __init__(self, doc: Doc) -> None:
        """Find the names and join those that are one, before anything that leans on them."""
        self.doc = doc
        self.register = Register()
        self.sentences = _sentence_numbers(doc)
        self.quotes = quotes_in(doc)
        self.names = names_in(doc)
        self.persons = {i for n in self.names if n.kind == "person" for i in range(n.start, n.end)}
        self.of_name = self._name_entities()

    def _name_entities(self) -> list[Known]:
        made: dict[int, Known] = {}
        found = []
        for i, root in enumerate(cluster(self.doc, self.names)):
            kind = _kind(self.names[root], self.doc)
            entity = made.get(root) or made.setdefault(root, self.register.new(kind))
            self._learn(entity, self.names[i])
            found.append(entity)
        return found

    def _learn(self, entity: Known, name: Name) -> None:
        text = name.text(self.doc)
        gender = _name_gender(name, self.doc)
        entity.names.append(text)
        entity.gender = gender if gender in ("m", "f") else entity.gender
        entity.plural = entity.kind == "group" and text.endswith("s")
        role = role_before(self.doc, name, self.persons) if name.kind == "person" else None
        if role:
            self._learn_role(entity, role)
        if country := country_of(text):
            entity.countries.add(country)

    def _learn_role(self, entity: Known, role: str) -> None:
        """Take note of the role's head word, the nouns in it and the country it names."""
        words = [w.strip(".,").lower() for w in role.split()]
        heads = [w for w in words if lexicon().nouns.get(w) == "person" or w in lexicon().ranks]
        country = next((c for w in role.split() if (c := demonym_country(w) or _country_word(w))), None)
        for head in heads:
            entity.describe(head, frozenset(words) - {head}, country)
            entity.gender = entity.gender or lexicon().noun_gender.get(head)

    def run(self) -> Register:
        """Read the text from its start and settle every mention."""
        named = frozenset(i for n in self.names for i in range(n.start, n.end))
        items: list[tuple[int, int, Name | Nominal | Pronoun]] = []
        items += [(n.start, 0, n) for n in self.names]
        solid = frozenset(i for n in self.names if n.kind not in ("place", "group") for i in range(n.start, n.end))
        titles = named | self._title_tokens()
        items += [(n.head, 1, n) for n in nominals_in(self.doc, solid) if n.head not in titles]
        items += [(t.i, 2, p) for t in self.doc if (p := pronoun_at(t))]
        order = iter(self.of_name)
        for _, _, item in sorted(items, key=lambda x: x[:2]):
            if isinstance(item, Name):
                self._name(next(order), item)
            elif isinstance(item, Nominal):
                self._nominal(item)
            else:
                self._pronoun(item)
        return self.register

    def _title_tokens(self) -> set[int]:
        """Return the tokens of the roles before names, which are no phrases of their own."""
        persons = [n for n in self.names if n.kind == "person"]
        return {i for n in persons for i in range(role_start(self.doc, n, self.persons), n.start)}

    def _name(self, entity: Known, name: Name) -> None:
        head = self.doc[name.start : name.end].root
        role = role_before(self.doc, name, self.persons) if name.kind == "person" else None
        place = Place(name.start, name.end, head.i, self.sentences[head.i], _is_subject(head), "name", role)
        self.register.mention(entity, place)

    def _nominal(self, nominal: Nominal) -> None:
        head = self.doc[nominal.head]
        entity = self._same_as(nominal, head) or self.register.new(nominal.kind)
        entity.describe(nominal.lemma, nominal.modifiers, nominal.country)
        entity.descriptions.append(nominal.name)
        entity.gender = entity.gender or nominal.gender
        entity.plural = entity.plural or (nominal.plural and not entity.named)
        if nominal.owner is not None and (owner := self.register.at(nominal.owner)):
            entity.owner = owner.number
        place = Place(nominal.start, nominal.end, head.i, self.sentences[head.i], _is_subject(head), "nominal")
        self.register.mention(entity, place)

    def _pronoun(self, pronoun: Pronoun) -> None:
        token = pronoun.token
        sentence = self.sentences[token.i]
        entity = antecedent(self.doc, self.register, pronoun, sentence, self.quotes)
        if entity:
            if pronoun.gender and entity.gender in (None, "e"):
                entity.gender = pronoun.gender
            place = Place(token.i, token.i + 1, token.i, sentence, _is_subject(token), "pronoun")
            self.register.mention(entity, place)

    def _same_as(self, nominal: Nominal, head: Token) -> Known | None:
        """Return the entity that the phrase stands for, when that is safe."""
        beside = self._beside(nominal, head)
        if beside:
            return beside
        if nominal.reach == "indefinite":
            return None
        fitting = [k for k in self.register.known if k.mentions and self._can_be(k, nominal)]
        same_words = [k for k in fitting if self._described_alike(k, nominal)]
        if nominal.reach == "bare" and nominal.lemma not in _SHARED and not nominal.plural:
            return None
        return max(same_words, key=lambda k: (k.mentions[-1].head, k.number), default=None)

    def _beside(self, nominal: Nominal, head: Token) -> Known | None:
        """Return the entity that the phrase is in apposition with or predicated of."""
        if head.dep_ == "appos" and "\n" not in self.doc[head.head.i : head.i].text:
            return self._agreeing(self.register.at(head.head.i), nominal)
        for child in head.children:
            if child.dep_ == "appos" and (name := self._named_at(child.i)):
                return self._agreeing(name, nominal)
        if head.dep_ == "attr" and head.head.lemma_ == "be" and not _negated(head.head):
            subject = next((c for c in head.head.children if c.dep_ == "nsubj"), None)
            return self._agreeing(self.register.at(subject.i) if subject is not None else None, nominal)
        return None

    def _named_at(self, token: int) -> Known | None:
        for name, entity in zip(self.names, self.of_name, strict=True):
            if name.start <= token < name.end:
                return entity
        return None

    def _agreeing(self, known: Known | None, nominal: Nominal) -> Known | None:
        if known is None or (nominal.plural and not known.plural and known.kind == "person"):
            return None
        kinds = {known.kind, nominal.kind}
        apart = len(kinds) > 1 and ("person" in kinds or "place" in kinds)
        clash = known.gender and nominal.gender and known.gender != nominal.gender and known.gender != "e"
        return None if apart or clash else known

    def _can_be(self, known: Known, nominal: Nominal) -> bool:
        if self._agreeing(known, nominal) is None:
            return False
        if nominal.plural != known.plural and known.kind in ("person", "group"):
            return False
        owner = self.register.at(nominal.owner) if nominal.owner is not None else None
        if nominal.reach == "owned":
            return owner is not None and known.owner == owner.number
        return not (nominal.country and known.countries and nominal.country not in known.countries)

    def _described_alike(self, known: Known, nominal: Nominal) -> bool:
        if nominal.lemma in known.heads:
            return self._modifiers_agree(known, nominal)
        wider = nominal.reach == "definite" and not narrower(nominal.lemma).isdisjoint(known.heads)
        return wider and known.named and nominal.country in known.countries and self._only_one(known, nominal)

    def _only_one(self, known: Known, nominal: Nominal) -> bool:
        """Whether no other named person of the article could be meant by the wider word."""
        heads = narrower(nominal.lemma)
        others = (
            k for k in self.register.known if k is not known and k.kind == "person" and nominal.country in k.countries
        )
        return all(heads.isdisjoint(k.heads) for k in others)

    def _modifiers_agree(self, known: Known, nominal: Nominal) -> bool:
        """Whether the phrase adds nothing that the entity was not described with."""
        said = known.heads[nominal.lemma] | {c.lower() for c in known.countries}
        fresh = {m for m in nominal.modifiers if not demonym_country(m)} - said - _UNIVERSAL
        return not fresh or (not said and known.named)

    def mentions(self) -> tuple[Mention, ...]:
        """Return the layer: every mention in the order of the text, entities numbered as they come."""
        numbers: dict[int, int] = {}
        placed = sorted(
            ((p, k) for k in self.register.known for p in k.mentions if worth_keeping(k)),
            key=lambda item: (item[0].start, -item[0].end, item[1].number),
        )
        return tuple(self._mention(place, known, numbers) for place, known in placed)

    def _mention(self, place: Place, known: Known, numbers: dict[int, int]) -> Mention:
        words = self.doc[place.start : place.end]
        number = numbers.setdefault(known.number, len(numbers))
        span = Span(words.start_char, words.start_char + len(words.text.rstrip()))
        return Mention(span, known.kind, name_of(known), number, place.form, place.role)


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _country_word(word: str) -> str | None:
    return country_of(word) if word[:1].isupper() else None


def worth_keeping(known: Known) -> bool:
    """Whether the entity is somebody or something: names of no known kind count from the second mention on."""
    return bool(known.mentions) and (known.kind != "other" or len(known.mentions) > 1)


def name_of(known: Known) -> str:
    """Return the fullest name, or for one that is never named its fullest description."""
    if known.kind == "place" and known.names:
        return (
            commonest(n for n in known.names if not demonym_country(n))
            if not all(map(demonym_country, known.names))
            else known.names[0]
        )
    return fullest(known.names) if known.names else max(known.descriptions, key=len, default="")


def resolve(doc: Doc) -> tuple[Mention, ...]:
    """Return the mentions of the article that the parse is of."""
    resolver = Resolver(doc)
    resolver.run()
    return resolver.mentions()
