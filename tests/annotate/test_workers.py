"""Reports read by several processes at once."""

import os

import pytest

from onrecord.annotate.pipeline import Undated, annotate, annotate_on
from onrecord.annotate.workers import Workers
from onrecord.errors import SetupError
from onrecord.model import Annotated, Article, When
from onrecord.settings import Settings

ONE_EACH = Settings(batch_articles=1)


def report(name: str, day: str) -> Article:
    return Article(name, name, f"The mayor of Lun, Ada Roe, said on {day} that the dam held.")


def read(workers: Workers) -> tuple[list[Annotated], list[Annotated]]:
    """Return reports as they are read undated, and on once they are dated."""
    reports, parses = [report("a", "Monday"), report("b", "Sunday"), report("c", "Friday")], dict[str, bytes]()
    found = list(annotate(reports, ONE_EACH, parses, [], workers=workers))
    dated = (Undated(a, parses[a.article.id], When("2031-05-14", "day", "given by the user")) for a in found)
    return found, [annotated for annotated, _ in workers.each(annotate_on, dated)]


def test_several_processes_read_what_one_reads_and_in_order() -> None:
    with Workers() as alone, Workers(2) as two:
        assert read(two) == read(alone)


def test_a_process_that_is_ended_from_outside_is_told_with_what_to_do() -> None:
    with Workers(2) as workers, pytest.raises(SetupError, match="give fewer --jobs"):
        list(workers.each(os._exit, [1]))
