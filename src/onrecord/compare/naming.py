"""What a slot is called: a few words, taken from the reports, that say what question its values answer."""

from collections import Counter
from collections.abc import Mapping

from onrecord.compare.entries import Entry
from onrecord.model import Annotated

_LEADS = {
    "date": "when",
    "place": "where",
    "thing": "what",
    "actor": "who",
    "recipient": "whom or what",
    "initiator": "who started it",
}


_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which", "that", "this", "him", "her", "them"})


_COUNTED = {"": "number", "money": "amount"}
_EMPTY = frozenset({"is", "are", "was", "were", "be", "been", "has", "have", "had", "'s", "’s", "%", "percent"})


def slot_name(entries: list[Entry], articles: Mapping[str, Annotated]) -> str:
    """Return a slot's name from the value that says most about itself, by the word that most values are said of."""
    common = Counter(e.said_of for e in entries)
    entry = max(entries, key=lambda e: (common[e.said_of], e.topic is not None, -e.span.start))
    text = articles[entry.article].article.text
    anchor = " ".join(entry.anchor.of(text).split())
    topic = _short(entry.topic.of(text)) if entry.topic is not None else ""
    topic = "" if topic.lower() in _PRONOUNS else topic
    if entry.kind == "count":
        return _count_name(entry, anchor, entry.subject or topic)
    if topic.lower() == "place":
        return f"{_LEADS.get(entry.kind, entry.kind)}: takes place"
    words = [anchor] if not topic or topic == anchor else [anchor, topic] if entry.kind == "actor" else [topic, anchor]
    return f"{_LEADS.get(entry.kind, entry.kind)}: {' '.join(words)}"


def _short(words: str) -> str:
    return " ".join(words.split()[-4:])


def _count_name(entry: Entry, anchor: str, about: str) -> str:
    """Return "people: arrested", "age of Ada Roe", "amount (GBP): paid"."""
    if entry.head == "age":
        return f"age of {about}" if about and about.lower() not in ("old", "years", "age") else "age"
    unit = entry.count.unit if entry.count is not None else None
    counted = "people" if unit == "people" else _COUNTED.get(entry.head, entry.head)
    measure = f" ({unit})" if unit and unit not in ("people", counted, f"{counted}s") else ""
    said = about if anchor.lower() in _EMPTY or anchor.lower() == counted else anchor
    return f"{counted}{measure}: {said}" if said else f"{counted}{measure}"
