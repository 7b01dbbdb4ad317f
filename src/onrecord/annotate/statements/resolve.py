"""From found spans to statements people can use: who speaks, through which hands, doing what."""

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.entities.lexicon import lexicon
from onrecord.annotate.statements.attributions import Attribution
from onrecord.annotate.statements.behind import look_behind
from onrecord.annotate.statements.chains import around, chain, drop_doubles, keep_venues
from onrecord.annotate.statements.closing import drop_their_figures, through_closing
from onrecord.annotate.statements.denied import with_what_is_denied
from onrecord.annotate.statements.denied_ends import with_whole_object
from onrecord.annotate.statements.full_names import bare_name
from onrecord.annotate.statements.gaps import with_their_subject
from onrecord.annotate.statements.hands import own_hands
from onrecord.annotate.statements.heard import Heard, Speaker
from onrecord.annotate.statements.lexicon import words
from onrecord.annotate.statements.manner import addressees, certainty_of, medium_of, mode_of
from onrecord.annotate.statements.quotation import Quotation, quotations
from onrecord.annotate.statements.reading import Reading, read
from onrecord.annotate.statements.speakers import speaker_of
from onrecord.annotate.statements.stances import is_negated, stance_of
from onrecord.annotate.statements.unsaid import is_unsaid
from onrecord.annotate.syntax import has_to, is_passive
from onrecord.annotate.times.anchoring import when_at
from onrecord.annotate.times.bounds import by_tense
from onrecord.model import Span, Stance, Statement, StatementSpans

_ANYBODY = (["all"], ["both"], ["some"], ["many"], ["others"], ["most"], ["none"], ["neither"])
_SURE = 0.8
"""From this probability on, four in five of the network's statements without a known word of speech are ones."""
# "The port reported ...": later "the report" is the port's.
_NAMED_AFTER = {"report": "report", "state": "statement", "declare": "declaration", "announce": "statement"}


def resolve(draft: Draft, found: Sequence[StatementSpans]) -> tuple[Statement, ...]:
    """Return statements for what a finder found, in the same order; a chain written in two cues becomes one."""
    marks = quotations(draft.article.text)
    heard = Heard(quoted=tuple(q.span for q in marks if q.depth == 0))
    told: list[Attribution] = []
    for spans in found:
        if not spans.content and not (spans.source and spans.cue):
            continue
        reading = read(draft.doc, spans)
        for whole in (with_whole_object, with_what_is_denied, with_their_subject):
            if (more := whole(reading)) != reading.spans:
                reading = read(draft.doc, more)
        if _withholds(reading) or (not spans.content and reading.entry is None):  # "police arrested"
            continue
        speaker = speaker_of(draft, reading, heard)
        if speaker.name is None and not reading.source:
            speaker = _going_on(reading, told, marks)
        one = Attribution(reading, speaker, own_hands(draft, reading))
        _note(heard, one, told)
        told.append(one)
    look_behind(draft, told, heard)
    through_closing(told)
    drop_their_figures(told)
    drop_doubles(told)
    keep_venues(draft, told, heard)
    return tuple(_statement(draft, v, chain(v, told), marks) for v in told if not v.dropped)


def _going_on(reading: Reading, told: Sequence[Attribution], marks: Sequence[Quotation]) -> Speaker:
    """Return whose words go on: those of one quotation, or of paragraphs that print opens with a mark each."""
    turn = _turn(reading.spans.content, marks)
    if turn is None:
        return Speaker()
    same = (one for one in reversed(told) if _turn(one.reading.spans.content, marks) == turn)
    return next((one.speaker for one in same if one.speaker.name is not None), Speaker())


def _turn(content: Sequence[Span], marks: Sequence[Quotation]) -> int | None:
    """Return the turn of the outermost quotation that words end in."""
    last = max(content, default=None)
    return next((q.turn for q in marks if last is not None and q.depth == 0 and q.span.contains(last)), None)


_IDIOM = re.compile(
    r"(?:\w+ )?asked (?:that they )?not (?:to )?be (?:\w+ )?(?:named|identified|quoted)|to say the least"
)


def _withholds(reading: Reading) -> bool:
    """Whether a cue is none of words: "denied them entry", "was denied bail", "there is no confirmation that".

    Nor does it say anything that somebody asked not to be named, or what is said "to say the least".
    """
    if _IDIOM.match(" ".join(t.lower_ for t in (*reading.cue[-2:], *reading.content[:6]))):
        return True
    if not reading.source and any(t.pos_ == "NOUN" and _is_absent(t) for t in reading.cue):
        return True
    if reading.entry is None or reading.head is None:
        return False
    if reading.entry.words == ("confirm",) and is_passive(reading.head):  # "was confirmed as secretary"
        return any(c.dep_ == "prep" and c.lower_ == "as" for c in reading.head.children)
    if reading.entry.words != ("deny",):
        return False
    if is_passive(reading.head) and not reading.content:
        return True  # "she was denied entry"
    whom = (c for c in reading.head.children if c.dep_ in ("dative", "dobj"))
    given = any(c.dep_ == "dative" or c.lower_ in ("him", "her", "me", "us") for c in whom)  # "denied him a seat"
    things = [t for t in reading.content if t.head == reading.head and t.dep_ in ("dobj", "oprd", "nsubjpass")]
    return given or any(t.lemma_.lower() in words("withheld") for t in things)


def _is_absent(noun: Token) -> bool:
    return any(c.lower_ == "no" for c in noun.children)


def _note(heard: Heard, one: Attribution, before: Sequence[Attribution]) -> None:
    """Remember a speaker who is not only quoted by another, and the documents that are theirs."""
    if one.speaker.name is None:
        return
    if not around(one, before[-8:]):
        if any(t.pos_ != "PRON" for t in one.reading.source):
            heard.named = one.reading.spans.source
        elif heard.speakers[-1:] != [one.speaker]:
            heard.named = ()
        goes_on = bool(heard.speakers) and heard.speakers[-1].name == one.speaker.name
        heard.speakers.append(one.speaker)
        heard.source = one.reading.spans.source
        heard.content = (*(heard.content if goes_on else ()), *one.reading.spans.content)
        heard.several = _is_several(one.reading.source_root, heard)
    for hand in one.hands:
        if hand.medium not in ("outlet", "platform"):
            heard.owners[hand.name] = replace(one.speaker, document=hand.name)
    if one.reading.head is not None and (noun := _NAMED_AFTER.get(one.reading.head.lemma_)):
        heard.owners[noun] = replace(one.speaker, document=noun)


def _is_several(root: Token | None, heard: Heard) -> bool:
    if root is None or root.lower_ == "they":
        return heard.several
    singular = root.lower_.removesuffix("s")
    named = singular != root.lower_ and lexicon().nouns.get(singular) == "person"  # "Neighbours" at a line's start
    return root.tag_ in ("NNS", "NNPS") or named or any(True for _ in root.conjuncts)


def _told(stance: Stance, reading: Reading, speaker: str | None) -> Stance:
    """Return the stance; where no words stand for who denies, or only an "I" or "all", something is only said."""
    source = [t.lower_ for t in reading.source]
    unknown = (speaker is None and source in (["i"], ["we"])) or source in _ANYBODY
    return "asserts" if stance == "denies" and (unknown or not reading.spans.source) else stance


_DONE_WITH = frozenset({"keep", "break", "honour", "honor", "fulfil", "fulfill", "renege", "betray"})


def _is_doubtful(reading: Reading, marks: Sequence[Quotation]) -> bool:
    """Whether nothing but the network's guess says that somebody speaks or thinks, or it is not said here.

    Who "never said" it did not, who "kept a promise" gives none, and who "found weapons" or was sent "to find out" has
    said nothing.
    """
    if is_unsaid(reading):
        return True
    if not _DONE_WITH.isdisjoint(t.lemma_.lower() for t in reading.cue) and stance_of(reading) == "promises":
        return True
    if reading.head is not None and any(t.lower_ == "never" for t in (*reading.cue, *reading.head.children)):
        return stance_of(reading) == "declines"
    if reading.entry is not None and reading.entry.takes == "c" and mode_of(reading, marks) == "indirect":
        return _is_of_a_thing(reading) or _is_an_aim(reading)
    worded = reading.entry is not None or any(t.lower_ == "according" for t in reading.cue)
    return not worded and reading.spans.probability < _SURE and mode_of(reading, marks) == "indirect"


def _is_of_what_is(reading: Reading, marks: Sequence[Quotation]) -> bool:
    """Whether somebody only regrets or praises what the report itself tells: "apologised for Friday's post"."""
    judged = stance_of(reading) in ("regrets", "praises") and reading.nominal
    return judged and mode_of(reading, marks) == "indirect"


def _is_of_a_thing(reading: Reading) -> bool:
    """Whether what was found, seen or known is no clause: "discovered three wrecks"; "sees it as a threat" is one."""
    told = any((t.pos_ in ("VERB", "AUX") and t.dep_ != "amod") or t.lower_ == "as" for t in reading.content)
    return bool(reading.content) and not told


def _is_an_aim(reading: Reading) -> bool:
    """Whether somebody or something only is to find it out: "sent to determine how deep it is"."""
    head = reading.head
    return head is not None and head.tag_ == "VB" and head.dep_ in ("advcl", "acl", "relcl") and has_to(head)


def _statement(draft: Draft, one: Attribution, via: tuple[str, ...], marks: Sequence[Quotation]) -> Statement:
    reading, speaker = one.reading, one.speaker
    dated = when_at(draft, reading.head, draft.times) if reading.head is not None else None
    return Statement(
        source=reading.spans.source,
        cue=reading.spans.cue,
        content=reading.spans.content,
        speaker=bare_name(speaker.name),
        mode=mode_of(reading, marks),
        stance=_told(stance_of(reading), reading, bare_name(speaker.name)),
        via=via,
        speaker_kind=speaker.kind,
        entity=speaker.entity,
        certainty=certainty_of(reading),
        negated=is_negated(reading),
        medium=medium_of(reading, one.hands, speaker.document),
        when=dated[0] if dated else None,
        to=addressees(draft, reading, one.hands),
        probability=reading.spans.probability,
        bound=by_tense(draft, reading.head) if dated is None and reading.head is not None else None,
        topical=reading.topical or _is_of_what_is(reading, marks),
        doubtful=_is_doubtful(reading, marks),
        word=reading.word,
    )
