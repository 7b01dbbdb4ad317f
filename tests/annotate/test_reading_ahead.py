from collections.abc import Iterator

import pytest

from onrecord.annotate.reading_ahead import ReadingAhead
from onrecord.annotate.statement_agreement import Places
from onrecord.annotate.statement_model import OnnxStatementModel, load_model
from onrecord.errors import SetupError

SAID = "The harbour bridge will stay shut until spring, Mayor Tiina Ilves said on Monday."
TOLD = "Ilves told reporters that the council had never seen the report."
NOTHING: Places = [[], [], []]


def test_a_text_read_ahead_gives_what_the_model_gives() -> None:
    reader = ReadingAhead(load_model)
    reader.start([SAID])
    beside = [NOTHING, NOTHING]
    assert reader.find([SAID, TOLD], beside) == load_model().find([SAID, TOLD], beside)


def test_a_text_that_comes_again_is_not_read_again() -> None:
    loads: Iterator[OnnxStatementModel] = iter([load_model()] * 2)
    reader = ReadingAhead(lambda: next(loads))
    first = reader.find([SAID], [NOTHING])
    assert reader.find([SAID, SAID], [NOTHING] * 2) == [first[0], first[0]]


def test_missing_files_are_told_where_the_answer_is_needed() -> None:
    def missing() -> OnnxStatementModel:
        raise SetupError("the model is missing")

    reader = ReadingAhead(missing)
    reader.start([SAID])
    for _ in range(2):
        with pytest.raises(SetupError, match="missing"):
            reader.find([SAID], [NOTHING])
