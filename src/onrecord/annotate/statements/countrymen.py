"""People called by where they are from: of "Roe was late, although the Norlander chose not to say why" it is Roe."""

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.annotate.component import Draft
from onrecord.annotate.entities.places import demonym_country
from onrecord.annotate.statements.heard import Speaker
from onrecord.annotate.statements.naming import mention_at
from onrecord.model import Mention


def is_countryman(root: Token) -> bool:
    """Whether somebody is called by nothing but a country's adjective in the singular: "the German said"."""
    alone = root.dep_ in ("nsubj", "nsubjpass", "agent") and root.tag_ in ("NNP", "NN", "JJ")
    the = root.i > 0 and root.nbor(-1).lower_ == "the"
    return alone and the and not root.text.endswith("s") and demonym_country(root.lower_) is not None


def countryman(draft: Draft, root: Token) -> Speaker:
    """Return the only person whom the sentence names before, or the one before it; nobody where there are two."""
    sentence = root.sent
    before = draft.doc[sentence.start - 1].sent if sentence.start else sentence
    for words in (draft.doc[sentence.start : root.i], before):
        named = _people(draft, words)
        if len({m.entity for m in named}) == 1:
            return Speaker(named[-1].name, "person", named[-1].entity)
        if named:
            break
    return Speaker()


def _people(draft: Draft, words: Tokens) -> list[Mention]:
    found = (mention_at(draft, token) for token in words if token.pos_ == "PROPN" or token.tag_ in ("PRP", "PRP$"))
    return [m for m in found if m is not None and m.kind == "person" and m.is_named]
