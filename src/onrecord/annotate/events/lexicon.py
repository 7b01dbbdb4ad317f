"""The lexicon of events: which words report what, and where the parties to it stand. Kept as data in `data/`.

    verbs.tsv    lemmas (a particle joined by "_"), condition, type, mode, actor slots, recipient slots
    nouns.tsv    the same for nouns
    light.tsv    verbs that only carry an event noun, and whether their subject does it or undergoes it
    classes.tsv  named sets of lemmas that conditions refer to as "@name"

A condition is a list of tests, all of which hold: "obj:@aid" (the object's head is in the class), "to:@person",
"obj" (there is one), "!obj" (there is none). Among
patterns of one lemma the first whose condition holds wins; those without a condition come last.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from onrecord.annotate.entities.lexicon import lexicon as entity_lexicon
from onrecord.data_files import lists, rows


@dataclass(frozen=True, slots=True)
class Test:
    """One condition on a slot: that it is filled, by one of `lemmas` where any are given, or the contrary."""

    slot: str
    lemmas: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """One reading of a lemma."""

    type: str
    mode: str
    tests: tuple[Test, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]


Patterns = dict[str, tuple[Pattern, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of it, by lemma.

    verb_lemmas the first words of the verbs' keys
    light       maps a verb to "do" or "get"
    plain       words of no type: "still-verbs" report no happening, nor "opinions" in the present, the nouns
                "happenings" do; "crimes" also as
                modifiers of "legal-nouns"
    """

    verbs: Patterns
    verb_lemmas: frozenset[str]
    nouns: Patterns
    light: dict[str, str]
    classes: dict[str, frozenset[str]]
    plain: Mapping[str, frozenset[str]]


# Classes that take in the nouns of the entities layer: who may act, alone or as a body.
_FROM_ENTITIES = {"person": ("person", "collective"), "body": ("organisation", "collective")}


def _classes() -> dict[str, frozenset[str]]:
    classes: dict[str, frozenset[str]] = {}
    nouns = entity_lexicon().nouns
    for name, words in rows(__package__, "classes.tsv"):
        own = {w for w in words.split() if w[0] != "@"}
        known = {noun for noun, kind in nouns.items() if kind in _FROM_ENTITIES.get(name, ())}
        classes[name] = frozenset(own.union(known, *(classes[w[1:]] for w in words.split() if w[0] == "@")))
    return classes


def _test(text: str, classes: dict[str, frozenset[str]]) -> Test:
    slot, _, words = text.lstrip("!").partition(":")
    lemmas: set[str] = set()
    for word in words.split(",") if words else ():
        lemmas |= classes[word[1:]] if word[0] == "@" else {word}
    return Test(slot, frozenset(lemmas), text[0] == "!")


def _patterns(name: str, classes: dict[str, frozenset[str]], actor: str, recipient: str) -> Patterns:
    found: dict[str, list[Pattern]] = {}
    for lemmas, condition, kind, mode, *slots in rows(__package__, name):
        tests = tuple(_test(t, classes) for t in condition.split() if t != "-")
        act, rec, *_ = [*slots, "", ""]
        pattern = Pattern(
            kind, mode.strip("-"), tests, tuple((act or actor).split()), tuple((rec or recipient).split())
        )
        for lemma in lemmas.split():
            found.setdefault(lemma, []).append(pattern)
    return {lemma: tuple(sorted(ps, key=lambda p: not p.tests)) for lemma, ps in found.items()}


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon, read once a process."""
    classes = _classes()
    light = {lemma: direction for lemmas, direction in rows(__package__, "light.tsv") for lemma in lemmas.split()}
    verbs = _patterns("verbs.tsv", classes, "subj", "obj")
    return Lexicon(
        verbs,
        frozenset(key.partition("_")[0] for key in verbs),
        _patterns("nouns.tsv", classes, "by poss subj mod", "of against on with to for"),
        light,
        classes,
        lists(__package__, "plain.tsv"),
    )
