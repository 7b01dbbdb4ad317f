"""The clause a line about a happening quotes: the report's own words, and no more of them than tell it."""

import pytest

from onrecord.annotate.events.triggers import triggers
from onrecord.annotate.events.wording import wording
from onrecord.annotate.parse import language


def told(text: str, trigger: str) -> str:
    """Return the wording of the happening that the word carries, with its omissions marked."""
    doc = language()(text)
    found = next(t for t in triggers(doc) if doc[t.last].text == trigger)
    return " … ".join(span.of(text) for span in wording(found))


@pytest.mark.parametrize(
    ("text", "trigger", "clause"),
    [
        (
            "Police arrested four dockers on Monday, a spokesman said.",
            "arrested",
            "Police arrested four dockers on Monday",
        ),
        (
            "Four dockers were arrested by harbour police on Monday.",
            "arrested",
            "Four dockers were arrested by harbour police on Monday",
        ),
        (
            "Mara Lind, who took office in May, visited the port of Selm.",
            "visited",
            "Mara Lind … visited the port of Selm",
        ),
        ("Mara Lind promised in March.", "promised", ""),
        (
            "On Monday the old ferry sank in the deep and narrow channel between the isle of Norra and the lighthouse "
            "on the eastern cape of the mainland, which had been closed to big ships since the floods of last year.",
            "sank",
            "the old ferry sank in the deep … channel",
        ),
        ("The dockers' first win came after the port of Selm had closed for nine days.", "win", ""),
        (
            "A ferry with nine people on board sank near the port of Selm on Monday, the coastguard said.",
            "sank",
            "A ferry with nine people on board sank near the port of Selm on Monday",
        ),
        ("The minister agreed to release the prisoners.", "release", "The minister agreed to release the prisoners"),
        ("The tip allowed guards to stop an attack.", "stop", "The tip allowed guards to stop an attack"),
        ("The minister refused to release the prisoners.", "release", "The minister refused to release the prisoners"),
        (
            "Two men were tried and convicted of smuggling.",
            "convicted",
            "Two men were … convicted of smuggling",
        ),
        (
            "The mayor and Cole Lind, who was fined in March, ran the port of Selm.",
            "fined",
            "Cole Lind … was fined in March",
        ),
        (
            "The harbour shut in the wake of two fires that destroyed six barges.",
            "destroyed",
            "two fires … destroyed six barges",
        ),
        ("The blast killed three people in Selm.", "blast", "The blast killed three people in Selm"),
        (
            "The sanctions that Ardania imposed in May were lifted.",
            "imposed",
            "The sanctions … Ardania imposed in May",
        ),
        (
            "Theo Grau owed it to a pardon granted in May 2031, which cancelled the fine.",
            "cancelled",
            "a pardon … cancelled the fine",
        ),
        ("Theo Grau sold the pier in May 2031, which angered the dockers.", "angered", ""),
        ("Critics condemned the arrest of the editor.", "arrest", "the arrest of the editor"),
        ("On 14 December Mr Roe and Mr Lind discussed fishing.", "discussed", "Mr Roe and Mr Lind discussed fishing"),
        (
            "Harbour Lines has rejected accusations that the ferry was overloaded.",
            "rejected",
            "Harbour Lines has rejected accusations that the ferry was overloaded",
        ),
        ("After rebels seized the bridge, the army withdrew.", "seized", "rebels seized the bridge"),
        ("If rebels attack the bridge, the army will withdraw.", "attack", "If rebels attack the bridge"),
        ("Port Selm - Police arrested four dockers.", "arrested", "Police arrested four dockers"),
        (
            "Theo Grau was charged with breaking the Harbour Dues Act (HDA) of 1901.",
            "charged",
            "Theo Grau was charged with breaking the Harbour Dues Act (HDA) of 1901",
        ),
        (
            "The resignation in March of the ferry line's oldest captain, Theo Grau, ends a career of quarrels.",
            "resignation",
            "The resignation in March of the ferry line's oldest captain",
        ),
    ],
)
def test_a_line_quotes_the_core_of_the_clause(text: str, trigger: str, clause: str) -> None:
    assert told(text, trigger) == clause


def test_what_would_not_fit_a_line_is_shortened_or_left_out() -> None:
    names = ", ".join(f"the harbour master of port number {n}" for n in range(40))
    line = told(f"Police arrested {names} on Monday.", "arrested")
    assert len(line.split()) <= 26


def test_the_words_of_a_denial_keep_its_no() -> None:
    assert told("The harbour did not close on Friday.", "close") == "The harbour did not close on Friday"
