"""The capitals of headlines: "Gunman Kills Deputy in Lun" is parsed as "gunman kills deputy in Lun" would be.

A parser takes a line set in capitals for one long name. Which of its words are names the rest of the report tells:
a word that stands there in small letters is none, nor is a verb in a form that no name has.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import cast

from spacy.tokens import Doc, Span, Token
from thinc.types import Ints2d

from onrecord.annotate.events.lexicon import lexicon
from onrecord.annotate.verb_forms import headline_words, is_verb, verb_forms

_FEWEST_WORDS = 4
_MOST_WORDS = 30
_FEWEST_CAPITALS = 2
_OPENERS = frozenset(".!?:\"“”'‘’")
"""Behind these a capital says nothing."""
_PRINTED = "onrecord.printed"
_LOWERED = "onrecord.lowered"
_LAYERS: list[int | str] = ["HEAD", "DEP", "TAG", "POS", "LEMMA", "MORPH"]


def truecased(doc: Doc) -> Doc:
    """Return the tokens with the words of headlines as running text would have them; `as_printed` takes that back."""
    lines = list(_lines(doc))
    headlines = [line for line in lines if _is_headline(line)]
    if not headlines:
        return doc
    small, capital = _seen(line for line in lines if not _is_headline(line))
    words = [token.text for token in doc]
    for line in headlines:
        shouted = all(t.text.isupper() for t in line if t.is_alpha and len(t) > 1)
        for before, token in zip([None, *line], line, strict=False):
            if token.is_alpha and token.text[0].isupper():
                named = capital[token.lower_] > small[token.lower_]
                known = not capital[token.lower_] and _is_known(token, first=before is None)
                if not named and (small[token.lower_] or known):
                    words[token.i] = token.lower_
                elif shouted:
                    words[token.i] = token.text.capitalize()
    changed = Doc(doc.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc])
    changed.user_data[_PRINTED] = doc
    return changed


def printed_text(doc: Doc) -> str:
    """Return the text with its own capitals, which stand where those do that are parsed."""
    given: Doc = doc.user_data.get(_PRINTED, doc)
    return given.text


def as_printed(parsed: Doc) -> Doc:
    """Return the tokens as they are printed, with the layers that were parsed from other capitals."""
    doc: Doc | None = parsed.user_data.get(_PRINTED)
    if doc is None:
        return parsed
    doc.from_array(_LAYERS, cast(Ints2d, parsed.to_array(_LAYERS)))
    doc.user_data[_LOWERED] = {
        new.i for new, old in zip(parsed, doc, strict=True) if new.text.islower() != old.text.islower()
    }
    return doc


def without_verbs(doc: Doc) -> Doc:
    """Cut names at the verbs that were read in small letters: "Lind Beats Roe" is no one name."""
    verbs = {i for i in doc.user_data.pop(_LOWERED, ()) if doc[i].pos_ == "VERB"}
    if not verbs:
        return doc
    names = []
    for name in doc.ents:
        starts = [name.start, *(i + 1 for i in range(name.start, name.end) if i in verbs)]
        ends = [*(i for i in range(name.start, name.end) if i in verbs), name.end]
        names += [Span(doc, start, end, name.label) for start, end in zip(starts, ends, strict=True) if start < end]
    doc.set_ents(names)
    return doc


def _lines(doc: Doc) -> Iterator[list[Token]]:
    line: list[Token] = []
    for token in doc:
        if "\n" in token.text_with_ws:
            yield line
            line = []
        else:
            line.append(token)
    yield line


def _is_headline(line: list[Token]) -> bool:
    words = [t for t in line if t.is_alpha]
    if not _FEWEST_WORDS <= sum(t.is_alpha or t.like_num for t in line) <= _MOST_WORDS or line[-1].text == ".":
        return False
    capitals = sum(t.text[0].isupper() for t in words)
    joining = headline_words()["joining"]
    return capitals >= _FEWEST_CAPITALS and all(t.text[0].isupper() or t.lower_ in joining for t in words)


def _seen(lines: Iterable[list[Token]]) -> tuple[Counter[str], Counter[str]]:
    """Count the words that stand in small letters and those that have a capital within a sentence."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for line in lines:
        for before, token in zip(line, line[1:], strict=False):
            if token.text.islower():
                small[token.lower_] += 1
            elif token.is_alpha and before.text not in _OPENERS:
                capital[token.lower_] += 1
    return small, capital


def _is_known(token: Token, *, first: bool) -> bool:
    """Whether a word tells what happens, or joins those that do; the first word of a line is seldom a verb."""
    word, known = token.lower_, lexicon()
    if word in headline_words()["joining"]:
        return True
    nouns = known.nouns.keys() | known.plain["happenings"]
    if word in nouns or word.removesuffix("s") in nouns:
        return True
    return not first and any(is_verb(verb) for verb, _ in verb_forms(word))
