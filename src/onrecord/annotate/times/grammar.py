"""The rules of `rules.txt` as regular expressions over token classes, and their matches in a text."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from onrecord.annotate.times.lexicon import NOTHING, Lexicon, Piece, lexicon, pieces
from onrecord.data_files import lines
from onrecord.errors import PipelineError

_PARTS = re.compile(
    r'\s*(?:(?P<capture>\w+):(?=\S)|<(?P<macro>\w+)>|(?P<literal>"[^"]+")|(?P<kind>\w+)|(?P<mark>[()|?*+]))'
)
# What may stand several times stands ten times at the most: "one hundred and twenty-three thousand four hundred and
# fifty-six". A page may hold a thousand number words in a row.
_OFTEN = {"?": "?", "*": "{0,10}", "+": "{1,10}"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the grammar. `captures` tells for each group of the expression what it captures."""

    name: str
    expression: re.Pattern[str]
    first: frozenset[str]
    captures: dict[str, str]
    reading: str
    arguments: dict[str, str]


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits the tokens [first, last), with the tokens of each capture."""

    rule: Rule
    first: int
    last: int
    captured: dict[str, tuple[Piece, ...]]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lexicon and, for each letter, the rules that can start with it, in the order of the file."""

    lexicon: Lexicon
    starting: dict[str, tuple[Rule, ...]]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Part of a rule: its expression, the letters it may start with, and whether it may be empty."""

    expression: str
    first: frozenset[str]
    empty: bool


@dataclass(slots=True)
class _Reader:
    """Reads one rule's pattern, by descent."""

    marks: list[tuple[str, str]]
    lexicon: Lexicon
    macros: dict[str, str]
    captures: dict[str, str] = field(default_factory=dict)
    at: int = 0

    def choice(self) -> _Piece:
        options = [self.sequence()]
        while self._next("|"):
            options.append(self.sequence())
        return _Piece(
            "(?:" + "|".join(option.expression for option in options) + ")",
            frozenset().union(*(option.first for option in options)),
            any(option.empty for option in options),
        )

    def sequence(self) -> _Piece:
        expression, first, empty = "", frozenset[str](), True
        while self.at < len(self.marks) and self.marks[self.at] not in (("mark", ")"), ("mark", "|")):
            part = self.repeated()
            expression += part.expression
            first |= part.first if empty else frozenset()
            empty = empty and part.empty
        return _Piece(expression, first, empty)

    def repeated(self) -> _Piece:
        part = self.atom()
        for mark, often in _OFTEN.items():
            if self._next(mark):
                return _Piece(f"(?:{part.expression}){often}", part.first, part.empty or mark != "+")
        return part

    def atom(self) -> _Piece:
        kind, text = self.marks[self.at]
        self.at += 1
        if kind == "capture":
            part = self.atom()
            group = f"g{len(self.captures)}"
            self.captures[group] = text
            return _Piece(f"(?P<{group}>{part.expression})", part.first, part.empty)
        if kind == "macro":
            return self._macro(text)
        if text == "(":
            part = self.choice()
            self.at += 1
            return part
        letters = self.lexicon.classes.get(text)
        if letters is None:
            raise PipelineError(f"the grammar of time names {text!r}, which its lexicon does not have")
        return _Piece(f"[{letters}]", frozenset(letters), False)

    def _macro(self, name: str) -> _Piece:
        inner = _Reader(_marks(self.macros[name]), self.lexicon, self.macros, self.captures)
        return inner.choice()

    def _next(self, mark: str) -> bool:
        found = self.at < len(self.marks) and self.marks[self.at] == ("mark", mark)
        self.at += found
        return found


def _marks(pattern: str) -> list[tuple[str, str]]:
    return [(m.lastgroup or "", m[m.lastgroup or 0]) for m in _PARTS.finditer(pattern)]


def _lines() -> tuple[dict[str, str], list[str]]:
    """Return the macros by name, and the lines of the rules."""
    macros: dict[str, str] = {}
    rules: list[str] = []
    for line in lines(__package__, "rules.txt"):
        name, macro, pattern = line.partition(":=")
        if macro:
            macros[name.strip()] = pattern
        else:
            rules.append(line)
    return macros, rules


def _rule(line: str, words: Lexicon, macros: dict[str, str]) -> Rule:
    name, _, rest = line.partition(":")
    pattern, _, reading = rest.partition("=>")
    reader = _Reader(_marks(pattern), words, macros)
    part = reader.choice()
    build, *arguments = reading.split()
    given = dict(argument.split("=", 1) for argument in arguments)
    return Rule(name.strip(), re.compile(part.expression), part.first, reader.captures, build, given)


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """Return the grammar, read once a process."""
    macros, written = _lines()
    literals = {text.strip('"') for line in [*macros.values(), *written] for text in re.findall(r'"[^"]+"', line)}
    words = lexicon(frozenset(literals))
    rules = tuple(_rule(line, words, macros) for line in written)
    letters = frozenset().union(*(rule.first for rule in rules))
    starting = {letter: tuple(rule for rule in rules if letter in rule.first) for letter in letters}
    return Grammar(words, starting)


def matches(text: str) -> tuple[list[Piece], list[list[Match]]]:
    """Return the text's tokens and, from left to right, the matches at each place where there is one.

    At each place the longest comes first, and of equals the earlier rule; places may overlap.
    """
    found = grammar()
    tokens, letters = pieces(text, found.lexicon)
    return tokens, [
        here for at in range(len(tokens)) if letters[at] != NOTHING and (here := _at(found, tokens, letters, at))
    ]


def _at(found: Grammar, tokens: list[Piece], letters: str, at: int) -> list[Match]:
    here = []
    for rule in found.starting.get(letters[at], ()):
        match = rule.expression.match(letters, at)
        if match and match.end() > at:
            here.append(Match(rule, at, match.end(), _captured(rule, match, tokens)))
    return sorted(here, key=lambda match: -match.last)


def _captured(rule: Rule, match: re.Match[str], tokens: list[Piece]) -> dict[str, tuple[Piece, ...]]:
    captured: dict[str, tuple[Piece, ...]] = {}
    for group, name in rule.captures.items():
        if match.start(group) >= 0:
            captured[name] = tuple(tokens[match.start(group) : match.end(group)])
    return captured
