"""The line that says what an event was, in words that a report printed."""

from onrecord.annotate.pipeline import annotate
from onrecord.model import Article, When
from onrecord.relate.collection import relate


def lines(*texts: str) -> set[str]:
    """Return what the events of reports from one day are said to be."""
    day = When("2031-05-17", "day", "given")
    articles = [Article(f"r{n}", f"r{n}", text, published=day) for n, text in enumerate(texts)]
    return {event.what for event in relate(tuple(annotate(articles))).events}


def plain(text: str) -> set[str]:
    """Return what a report tells as facts, each in a clause that stands alone."""
    article = Article("r", "r", text, published=When("2031-05-17", "day", "given"))
    return {event.what for event in relate(tuple(annotate([article]))).events if event.tells}


def test_a_line_is_the_clause_of_the_report() -> None:
    assert "Mara Lind called Theo Grau on Monday" in lines(
        "President Bodo Lind is old. Mara Lind called Theo Grau on Monday, her office said."
    )


def test_a_pronoun_is_replaced_by_the_name_in_brackets() -> None:
    told = lines("Mara Lind arrived in Selm on Monday. She met the harbour master of Selm, her office said.")
    assert "[Mara Lind] met the harbour master of Selm" in told


def test_her_own_talks_leave_no_doubt_whose_they_are() -> None:
    told = plain("Mara Lind pleaded guilty on Monday to lying to the inspectors about her talks with dockers.")
    assert "Mara Lind pleaded guilty on Monday to lying to the inspectors about her talks with dockers" in told


def test_what_points_back_is_no_line() -> None:
    assert not any(line.startswith("Such") for line in plain("Such raids were limited to the port of Selm until May."))


def test_of_two_reports_the_clause_that_names_who_did_it_is_taken() -> None:
    told = lines(
        "Four dockers of the port of Selm were held. Police in Selm arrested four dockers on Monday.",
        "Police in Selm arrested four dockers on Monday. It was the second raid.",
    )
    assert "Police in Selm arrested four dockers on Monday" in told


def test_half_a_quotation_keeps_no_quotation_mark() -> None:
    told = lines('The port of Selm "must never close its gates to the ships of Ardania", Mara Lind said on Monday.')
    assert all(line.count('"') % 2 == 0 for line in told)


def words_behind(*texts: str) -> dict[str, tuple[str, ...]]:
    """Return on whose word each line rests, of reports from one day."""
    day = When("2031-05-17", "day", "given")
    articles = [Article(f"r{n}", f"r{n}", text, published=day) for n, text in enumerate(texts)]
    return {event.what: event.said_by for event in relate(tuple(annotate(articles))).events}


def test_what_is_only_said_bears_the_name_of_who_says_it() -> None:
    told = words_behind("Mara Lind called Theo Grau on Monday, her office in Selm said.")
    assert told["Mara Lind called Theo Grau on Monday"] == ("Mara Lind's office",)


def test_what_two_say_together_bears_both_names() -> None:
    told = words_behind(
        "Mara Lind visited Theo Grau on Monday, according to the Foreign Ministry and the Harbour Board."
    )
    assert told["Mara Lind visited Theo Grau on Monday"] == ("Foreign Ministry and Harbour Board",)


def test_what_a_report_tells_as_its_own_rests_on_nobody_else_s_word() -> None:
    told = words_behind(
        "Police in Selm arrested four dockers on Monday.", "Four dockers were arrested in Selm on Monday, police said."
    )
    assert told["Police in Selm arrested four dockers on Monday"] == ()


def test_of_two_women_spoken_of_before_neither_is_put_for_she() -> None:
    told = plain(
        "Bea Toll, 51, left the court of Selm on Monday. Judge Mary Holl told her that it was over. "
        "She had been accused of taking 60,000 crowns from a builder."
    )
    assert not any("[Mary Holl]" in line for line in told)
