"""What may be a deed and no statement is marked: nothing but a guess says that somebody speaks, or nobody does."""

import pytest

from onrecord.annotate.component import Draft
from onrecord.annotate.parse import language
from onrecord.annotate.statements.resolve import resolve
from onrecord.model import Article, Span, StatementSpans


def _doubtful(text: str, cue: str, content: str, probability: float) -> bool:
    def at(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    draft = Draft(Article("a", "a", text), language()(text))
    [found] = resolve(draft, [StatementSpans(at("The council"), at(cue), at(content), probability)])
    return found.doubtful


@pytest.mark.parametrize(
    ("text", "cue", "content", "probability", "doubtful"),
    [
        ("The council imposed a fee on every ferry.", "imposed", "a fee on every ferry", 0.5, True),
        ("The council imposed a fee on every ferry.", "imposed", "a fee on every ferry", 0.9, False),
        ("The council said every ferry would pay a fee.", "said", "every ferry would pay a fee", 0.5, False),
        ("Every ferry pays, according to The council.", "according to", "Every ferry pays", 0.5, False),
        ("The council never said that every ferry would pay.", "never said", "that every ferry would pay", 0.9, True),
        ("The council did not say who would pay.", "did not say", "who would pay", 0.9, False),
        ("The council discovered three old wrecks.", "discovered", "three old wrecks", 0.9, True),
        ("The council discovered three wrecks were old.", "discovered", "three wrecks were old", 0.9, False),
        ("The council sees the ferry as a burden.", "sees", "the ferry as a burden", 0.9, False),
        ("The council sent divers to determine how old it was.", "to determine", "how old it was", 0.9, True),
        ("The council left, keeping a promise that it made.", "keeping a promise", "that it made", 0.9, True),
        ('The council imposed "a fair fee on every ferry".', "imposed", '"a fair fee on every ferry"', 0.5, False),
        ("The council is in the disputed ferry port.", "disputed", "ferry port", 0.9, True),
        ("The council is critical of the ferry fee.", "is critical of", "the ferry fee", 0.9, False),
        ("Post came for The council members critical of the fee.", "critical of", "the fee", 0.9, True),
        ("The council was the first one to become aware of it.", "to become aware of", "it", 0.9, True),
        ("The council could win by telling us that it will pay.", "telling", "that it will pay", 0.9, True),
        ("The council failed to pass the plan to mend it.", "failed to pass", "the plan to mend it", 0.9, True),
        ("The council failed to say who would pay.", "failed to say", "who would pay", 0.9, False),
        ("If The council agrees to the fee, ferries will sail.", "agrees to", "the fee", 0.9, True),
        ("The council set a fee in what was dubbed a hold-up.", "dubbed", "a hold-up", 0.9, True),
        ("Often called a hold-up, the fee came from The council.", "called", "a hold-up", 0.9, True),
        ("The council did not read the letter.", "did not read", "the letter", 0.9, True),
        ("The council did not read what ferries pay.", "did not read", "what ferries pay", 0.9, False),
        ("The council dubbed the fee a hold-up.", "dubbed", "the fee a hold-up", 0.9, False),
    ],
)
def test_a_deed_that_only_the_network_takes_for_a_statement_is_doubtful(
    text: str, cue: str, content: str, probability: float, doubtful: bool
) -> None:
    assert _doubtful(text, cue, content, probability) is doubtful
