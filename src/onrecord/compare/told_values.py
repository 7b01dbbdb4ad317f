"""Which values a report tells itself, and which say something: no words of its page, no talk, no "their team"."""

import re

from onrecord.annotate.entities.places import demonym_country
from onrecord.annotate.entities.pronouns import NAMELESS
from onrecord.compare.addresses import in_address
from onrecord.compare.entry import PARTY_SLOTS, Entry
from onrecord.compare.slogans import in_name, in_slogan
from onrecord.compare.wording import claim_words
from onrecord.model import Annotated, Span

_POSSESSIVES = ("his ", "her ", "their ", "its ", "our ", "my ", "your ")
_PICTURE = re.compile(r"[,\s]*(?:(?:file )?(?:photo|photograph|picture|image|frame grab)\b|©)")
_NO_TIME = frozenset({"dobj", "nsubj", "nsubjpass", "attr"})
"""How a day hangs on a word that tells of the day itself: "the law makes May Day a holiday"."""
_TWEET = re.compile(r"pic\.twitter\.com|\bt\.co/|— [^()]{1,40}\(@")
_SIGNED = re.compile(r"\(@\w+\)\s*$")
_LABELS = frozenset({"updated", "posted", "published", "modified", "written", "reported", "edited"})
_SIGNED_CHARS = 40
_OF_THE_PAGE = re.compile(
    r"(?:(?:^|[^\w\s,'’])\s*(?:first |last )?(?:updated|posted|published|modified)|\bcopyright)"
    r"(?: (?:at|on)(?= \d| \w+day\b))?\W[\W\d]*(?:\w+day, )?[\W\d]*(?:[A-Z]\w+ )?[\W\d]*$"
    r"|\b(?-i:Updated|Posted|Published|Modified) ?:[\W\d]*(?:\w+day, )?[\W\d]*(?:[A-Z]\w+ )?[\W\d]*$"
    r"|(?:^|[.|:·]) ?(?:posted|filed|published) (?:in|by|under)\b[^.\n]{0,60}$"
    r"|\bversion of this (?:article|story|report) appear(?:s|ed) in print\b",
    re.I,
)
"""What a page prints of itself: "Orbis | Updated: 4 May 2031", "Copyright 2031"; not "will be published on 4 May"."""
_PARTY = re.compile(r"\b(?:on|by)\s+$")
"""What a deed is done to or by is no place where it is done: "sanctions on Norland", "overruled by Norland"."""
_SOME_PLACE = re.compile(r"(?:another|other|some|many|several|two|towns|cities|villages|areas|places|parts)\b")
_TORN = re.compile(r"''|[^\w\s$£€¥\"'“‘«(#@]")
"""How words begin that are half of something: "'' actress", "-era rule"."""
_BARE_SEASONS = frozenset(f"{a}{s}" for a in ("", "the ") for s in ("spring", "summer", "autumn", "fall", "winter"))
_VAGUE_TIMES = frozenset(
    (
        "now",
        "right now",
        "recently",
        "currently",
        "soon",
        "previously",
        "at present",
        "once",
        "the past",
        "later",
        "then",
    )
)
_EMPTY = NAMELESS | frozenset(
    ("one", "someone", "anyone", "everyone", "nobody", "there", "here", "all", "some", "many", "others")
)


def is_told(annotated: Annotated, entry: Entry) -> bool:
    """Whether a report tells a value itself: no party in somebody's words, no day of its page or under a tweet."""
    text = annotated.article.text
    if "\n" in entry.span.of(text).strip():
        return False  # a heading, or a caption, and the first word below it
    if entry.kind in PARTY_SLOTS and (in_quotation(annotated, entry.span) or _is_of_the_page(annotated, entry)):
        return False
    if _OF_THE_PAGE.search(text[text.rfind("\n", 0, entry.span.start) + 1 : entry.span.end]):
        return False
    before = text[max(0, entry.span.start - _SIGNED_CHARS) : entry.span.start]
    if in_address(text, entry.span) or _is_one_who_speaks(annotated, entry):
        return False
    if _is_where(text, entry) or (entry.kind == "place" and not entry.named and _is_between_marks(text, entry.span)):
        return False
    if entry.kind == "place" and _PARTY.search(before) and not entry.words.startswith("the "):
        return False
    if entry.kind in PARTY_SLOTS and in_slogan(text, annotated.sentence_of(entry.span), entry.span, entry.anchor):
        return False
    if entry.kind == "date" and in_name(text, entry.span):
        return False
    if entry.kind == "date" and (_SIGNED.search(before) or _is_of_something_printed(annotated, entry)):
        return False
    return _says_something(entry)


def _is_one_who_speaks(annotated: Annotated, entry: Entry) -> bool:
    """Whether "one" counts nobody but says that a speaker has no name: "one fisherman said"."""
    sources = (part for s in annotated.statements if s.content for part in s.source)
    return entry.kind == "count" and entry.words.startswith("one ") and any(s.contains(entry.span) for s in sources)


def _is_between_marks(text: str, span: Span) -> bool:
    """Whether words stand between quotation marks of their line: "not a spot at a bar," she wrote."""
    line = text.rfind("\n", 0, span.start) + 1
    opened, closed = text.rfind("“", line, span.start), text.rfind("”", line, span.start)
    return opened > closed or text.count('"', line, span.start) % 2 == 1


def _is_where(text: str, entry: Entry) -> bool:
    """Whether words tell where somebody comes before others: nobody charges the court of "in court charged with"."""
    behind = entry.anchor.start - entry.span.end
    before = text[max(0, entry.span.start - 4) : entry.span.start]
    return entry.kind == "recipient" and 0 <= behind <= 1 and before in (" in ", " at ")


def _is_of_the_page(annotated: Annotated, entry: Entry) -> bool:
    """Whether what somebody does is a label of the page ("Lun Post | Updated: 4 May")."""
    return entry.anchor.of(annotated.article.text).lower() in _LABELS and annotated.article.text.startswith(
        ":", entry.anchor.end
    )


def _is_of_something_printed(annotated: Annotated, entry: Entry) -> bool:
    """Whether a date is that of a picture or message on the page ("in this May 4, 2031 photo"; a tweet's "today")."""
    text = annotated.article.text
    line = text[text.rfind("\n", 0, entry.span.start) + 1 :].partition("\n")[0]
    own = not re.search(r"\d", entry.words)
    return bool(_PICTURE.match(text, entry.span.end)) or (own and bool(_TWEET.search(line)))


def _says_something(entry: Entry) -> bool:
    """Whether a value tells a reader anything: not "their team", no pronoun of nobody named, no "recently"."""
    if entry.kind == "count":
        return True
    if entry.kind == "date":
        if entry.relation in _NO_TIME and not re.search(r"\d", entry.words):
            return False
        if entry.when is None and entry.words in _BARE_SEASONS:
            return False
        return entry.words not in _VAGUE_TIMES and not (entry.timex or "").endswith("_REF")
    if entry.kind != "place" and (entry.said_of in claim_words("saying") or entry.modality == "denied"):
        return False
    if entry.kind in PARTY_SLOTS and not _is_somebody(entry):
        return False
    if entry.kind == "place" and demonym_country(entry.words):
        return False
    if entry.kind == "place" and not entry.named and _SOME_PLACE.match(entry.words):
        return False
    return entry.words not in _EMPTY or (entry.named and entry.words in ("he", "she", "his", "her", "him"))


def _is_somebody(entry: Entry) -> bool:
    """Whether words can be a party or a thing: not "their team", no "short time", nor half of something."""
    if entry.kind in ("recipient", "thing") and entry.words in ("them", "it"):
        return False
    if entry.head == "time" or _TORN.match(entry.words):
        return False
    return entry.named or not entry.words.startswith(_POSSESSIVES)


def in_quotation(annotated: Annotated, span: Span) -> bool:
    """Whether words stand in somebody's own words: parties in them are talk, not an account of who did what."""
    return any(s.mode == "direct" and any(c.contains(span) for c in s.content) for s in annotated.statements)
