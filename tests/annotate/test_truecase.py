"""Headlines in capitals: read as running text would have them, and given back as they are printed."""

import pytest

from onrecord.annotate.parse import language

STORY = "{}\n\nThe ferry was late again, and the mayor of Lun told the crew that she would close the old harbour."


def tags(headline: str) -> dict[str, str]:
    doc = language()(STORY.format(headline))
    return {t.text: t.pos_ for t in doc[: len(language().tokenizer(headline))]}


def test_a_word_that_the_report_has_in_small_letters_is_no_name() -> None:
    read = tags("Late Ferry Angers Harbour Crew In Lun")
    assert (read["Ferry"], read["Crew"], read["Lun"]) == ("NOUN", "NOUN", "PROPN")


def test_a_verb_of_headlines_is_a_verb() -> None:
    assert tags("Storm Kills Five Sailors In Ardania")["Kills"] == "VERB"


def test_a_name_that_the_report_has_in_capitals_stays_one() -> None:
    doc = language()("Ada Close Wins The Lun Prize\n\nThe judges liked Ada Close. The roads are close. Mrs Close left.")
    assert next(t for t in doc if t.text == "Close").pos_ == "PROPN"


def test_words_keep_their_letters_and_places() -> None:
    text = STORY.format("LATE FERRY ANGERS HARBOUR CREW IN LUN")
    doc = language()(text)
    assert doc.text == text
    assert [t.text for t in doc][:3] == ["LATE", "FERRY", "ANGERS"]
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)


@pytest.mark.parametrize(
    "line", ["Ada Close and Mara Lind", "The Ferry Of The Dead was a film about Lun and its crew."]
)
def test_other_lines_are_left_as_they_are(line: str) -> None:
    assert "onrecord.printed" not in language()(f"{line}\n\nThe mayor of Lun spoke.").user_data


def test_a_plural_with_a_subject_is_a_verb() -> None:
    doc = language()("Mara Lind checks into clinic in Ostrava Bay\n\nThe singer is 40.")
    assert [(t.lemma_, t.pos_) for t in doc if t.text == "checks"] == [("check", "VERB")]
