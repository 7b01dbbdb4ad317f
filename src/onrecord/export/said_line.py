"""One line of who said what: the speaker, what they do by speaking in the report's own verb, and the words."""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.data_files import rows, words
from onrecord.export.cited import Report, Words
from onrecord.model import Statement

_ALLEGES = re.compile(r"\b(?:alleg|claim)", re.IGNORECASE)
_DENIES = re.compile(
    r"\b(?:den[iy]|reject|dismiss|refut|disput|rebut|contradict|disclaim|repudiat|disavow|rubbish|brush|scoff)", re.I
)
_BEHIND_NOUN = re.compile(r" (?:of|in|from|at|for|close|with|who|near|on|to|inside|familiar|briefed)\b|,")
_SEVERAL = re.compile(
    r"(?:[^\Wus]s|[^\Wui]es|(?<!ser)(?<!spec)ies|people|police|men|women|children|^many|^some|^few|^several|^most"
    r"|^both|^others|^reports|\breports|\baccounts|^(?:many|some|few|several|most|both) .*\w[^\Wus]s\b.*)$",
    re.IGNORECASE,
)
_PLAIN_NOUN = re.compile(r"(?:[\w'’]+ )*(?:authorities|lawyers|officials|police|prosecutors)|Authorities|Officials")
_NO_ONE = re.compile(r"(?:neither|nobody|none|no|no one)\b", re.IGNORECASE)
_PARTISANS = re.compile(
    r"(?:[\w'’]+ )*(?:Republicans|Democrats|Conservatives|Tories|Liberals|Greens|Unionists|Nationalists|Socialists"
    r"|Communists|Islamists|Lib Dems)"
)
_SPOKEN = {"asserts": "says"}
_FORMS = {"have": True, "are": True, "were": True, "do": True, "has": False, "is": False, "was": False, "does": False}
"""Verbs that a cue begins with, and whether their subject is several."""
_NAMELESS_SOURCE = re.compile(r"(?:he|she|they|it|who|which|that|i|we)?\W*", re.IGNORECASE)
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_SENTENCE_WORDS = 5
_QUITE_SURE = 0.7


@cache
def _own_verbs() -> dict[str, str]:
    """Return the verbs that are shown as they are in place of a stance, in the present tense, by their word."""
    return {word: shown for word, shown in rows(__package__, "own_verbs.tsv")}


@cache
def _plain() -> frozenset[str]:
    """Return the verbs of plain speech, as the word list of cues has them."""
    return frozenset(word.replace("_", " ") for word in words(__package__, "plain.txt"))


@cache
def _joined_names() -> frozenset[str]:
    return words(__package__, "joined_names.txt")


@dataclass(frozen=True, slots=True)
class StatementLine:
    """Who said what: one report's telling of it, and those of the other reports that have the same words."""

    statement: Statement
    report: Report
    content: tuple[Words, ...]
    cue: tuple[Words, ...]
    source: tuple[Words, ...]
    others: tuple["StatementLine", ...] = ()

    @property
    def is_denial(self) -> bool:
        """Whether it says that something is not so."""
        return self.statement.stance == "denies"

    @property
    def said(self) -> str:
        """The stance in the present tense, by a milder word where the report has one ("alleges").

        Who denies in a sentence of their own says it: "denies there was no evidence" would be the opposite.
        """
        if self._is_no_one:
            return self._cue_words
        return f"{self._agreeing(self._verb)}{' (a denial)' if self._is_unworded_denial else ''}"

    @property
    def _verb(self) -> str:
        stance = self.statement.stance
        if self._is_unworded_denial:
            return _SPOKEN["asserts"]
        if stance == "accuses" and any(_ALLEGES.search(word.text) for word in self.cue):
            return "alleges"
        return self._own_verb or _SPOKEN.get(stance, stance)

    @property
    def _own_verb(self) -> str:
        """The report's own verb where the stance is wider than it ("orders" for urges); empty for all others."""
        turned = self.statement.negated or self.statement.stance == "denies"
        verb = "" if turned else _own_verbs().get(self.statement.word, "")
        return verb.split()[0] if verb and self.text.startswith("that ") else verb

    @property
    def _is_unworded_denial(self) -> bool:
        return self.statement.stance == "denies" and not any(_DENIES.search(word.text) for word in self.cue)

    def _agreeing(self, verb: str) -> str:
        """Return a verb in the present tense as it stands behind the speaker: "police say"."""
        first, *rest = verb.split()
        return " ".join([{"denies": "deny"}.get(first, first[:-1]), *rest]) if self._are_several else verb

    @property
    def _are_several(self) -> bool:
        """Whether the speaker is several: "prosecutors", "leaders of both towns", "Ada Roe and Cole Lind"."""
        speaker, kind = self.statement.speaker or "", self.statement.speaker_kind
        described = kind in ("group", "unnamed", "document") and _SEVERAL.search(_BEHIND_NOUN.split(speaker)[0])
        described = described or _PARTISANS.fullmatch(speaker) or _PLAIN_NOUN.fullmatch(_BEHIND_NOUN.split(speaker)[0])
        joined = " and " in speaker and (kind == "person" or self._are_places or self._told_of_several)
        return bool(described) or joined

    @property
    def _are_places(self) -> bool:
        """Whether the speaker is two places, and not one with an "and" in its name."""
        first = (self.statement.speaker or "").split(" and ")[0].split()[-1:]
        return self.statement.speaker_kind == "place" and first[0].lower() not in _joined_names()

    @property
    def _is_no_one(self) -> bool:
        """Whether the speaker is none of some, so that only the report's own verb says what they do."""
        return bool(self.cue) and bool(_NO_ONE.match(self.statement.speaker or ""))

    @property
    def _told_of_several(self) -> bool:
        """Whether the report's verb has several for its subject: "Selm and Lorne have agreed"."""
        cue = self.cue[0].text.lower().split() if self.cue else []
        return _FORMS.get(cue[0], False) if cue else False

    @property
    def in_words(self) -> str:
        """The report's own words for the stance, a space before them, where they are other ones ("has refused")."""
        words = "" if self._is_no_one else self._cue_words
        plain = self._verb == _SPOKEN["asserts"]
        if plain and (self._is_unworded_denial or self._is_plain):
            return ""
        if self._own_verb:
            return self._asked
        named = self._verb[:4] in words.lower() or (self.statement.mode == "direct" and not plain)
        return "" if named or not words else f"{self._asked} “{words}”"

    @property
    def _cue_words(self) -> str:
        return " … ".join(w.text for w in self.cue).rstrip(" ,:;")

    @property
    def _is_plain(self) -> bool:
        """Whether the cue is a word of plain speech."""
        return self.statement.word in _plain()

    @property
    def _asked(self) -> str:
        """Who is urged, a space before them, where the words do not name them: "to step in"."""
        whom = self.statement.to[0] if self.statement.stance == "urges" and len(self.statement.to) == 1 else ""
        named = not whom or whom.split()[-1].lower() in self.text.lower() or not self.text.startswith(("to ", "for "))
        return "" if named else f" {whom}"

    @property
    def head(self) -> str:
        """Who says it, in which way and through which hands."""
        hands = f" (via {', then '.join(self.statement.via)})" if self.statement.via else ""
        return f"{self.statement.speaker or 'source not named'} {self.said}{self.in_words}{hands}"

    @property
    def names_speaker(self) -> bool:
        """Whether the report has a name or a description beside these words, and not "he said"."""
        return any(not _NAMELESS_SOURCE.fullmatch(word.text) for word in self.source)

    @property
    def in_short_answer(self) -> bool:
        """Whether it belongs in a short answer: somebody's own words, or more than an assertion."""
        return self.statement.mode != "indirect" or self.statement.stance != "asserts"

    @property
    def is_plainly_said(self) -> bool:
        """Whether somebody whom the report names says so in a sentence, in words of speech that are surely theirs."""
        long = len(self.text.split()) >= _SENTENCE_WORDS
        return self.statement.is_named and self._is_plain and long and self.statement.probability >= _QUITE_SURE

    @property
    def text(self) -> str:
        """The words said, fragments joined by an ellipsis; a "which" alone is none."""
        pieces = [w.text for w in self.content]
        return " … ".join([p for p in pieces if p.lower() not in _RELATIVE] or pieces)

    @property
    def all_words(self) -> tuple[Words, ...]:
        """Source, cue and content, in every report that has them."""
        return (*self.content, *self.cue, *self.source, *(w for other in self.others for w in other.all_words))
