"""What an article has said so far: who has spoken, in what words, and whose "the statement" is."""

from dataclasses import dataclass, field

from onrecord.model import EntityKind, Span, SpeakerKind

KINDS: dict[EntityKind, SpeakerKind] = {
    "person": "person",
    "organisation": "organisation",
    "facility": "organisation",
    "place": "place",
    "group": "group",
    "work": "document",
    "law": "document",
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever speaks; `document` is the hand that carries the words ("statement", "readout"), if one does."""

    name: str | None = None
    kind: SpeakerKind = "unknown"
    entity: int | None = None
    document: str | None = None


@dataclass(slots=True)
class Heard:
    """What the article has said so far: the speakers, the last statement's source, who owns "the statement".

    content  what the last speaker has said since another spoke
    named    where the last speaker's source last was more than a pronoun
    several  whether the last speaker is several people
    quoted   all words of the article between quotation marks
    """

    speakers: list[Speaker] = field(default_factory=list)
    source: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    named: tuple[Span, ...] = ()
    several: bool = False
    quoted: tuple[Span, ...] = ()
    owners: dict[str, Speaker] = field(default_factory=dict)
