"""Which step of `brief` takes how much: the steps run one after the other, each timed in processor seconds.

As in a real run, the layers behind dating are read of undated reports once, after they are dated ("undated, on"). There
the statements model works on a thread beside the parser, so that on two cores its time is not waited for.
"""

import io
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from onrecord import api
from onrecord.annotate.component import Draft
from onrecord.annotate.parse import language, packed, parse
from onrecord.annotate.pipeline import BEHIND_DATING, COMPONENTS, Undated, annotate_on
from onrecord.annotate.reading_ahead import reader
from onrecord.annotate.statement_model import load_model
from onrecord.compare.brief import compare
from onrecord.export import WRITERS
from onrecord.model import Annotated, Article
from onrecord.relate.collection import group, put_together
from onrecord.relate.dating import date_articles

T = TypeVar("T")


class Steps:
    """Times steps and keeps what they took, with the peak memory of the process behind each."""

    def __init__(self) -> None:
        """Start empty."""
        self.taken: list[tuple[str, float, float]] = []

    def run(self, name: str, step: Callable[[], T]) -> T:
        """Return what the step returns."""
        started_s = time.process_time()
        done = step()
        peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        self.taken.append((name, time.process_time() - started_s, peak_mb))
        return done

    def show(self) -> None:
        """Print a line a step."""
        total = sum(seconds for _, seconds, _ in self.taken)
        print(f"\nsteps of brief, {total:.1f} processor seconds (imports apart), and peak memory behind each")
        for name, seconds, peak_mb in self.taken:
            print(f"  {name:18} {seconds:7.2f} s {100 * seconds / total:4.0f} %  {peak_mb:5.0f} MB")


def show_steps(sources: Sequence[str]) -> None:
    """Do the main job step by step and print what each took."""
    steps = Steps()
    found = steps.run("read", lambda: list(api.read(api.Request(sources=sources))))
    steps.run("load models", lambda: (language(), load_model()))
    articles = [item for item in found if isinstance(item, Article)]
    drafts, parses = steps.run("parse", lambda: _parsed(articles))
    reader().start(article.text for article in articles)
    steps.run("statements model", reader().wait)
    for component in COMPONENTS:
        read = [d for d in drafts if component not in BEHIND_DATING or d.article.id not in parses]
        layers = steps.run(component.name, partial(component.run, read))
        for draft, layer in zip(read, layers, strict=True):
            setattr(draft, component.writes, layer)
    annotated = [draft.finished() for draft in drafts]
    grouped = steps.run("stories", lambda: group(annotated))
    dates = steps.run("dating", lambda: date_articles(grouped.articles, grouped.stories))

    def read_on(item: Annotated) -> Annotated:
        known = item.article.id
        return annotate_on(Undated(item, parses[known], dates.get(known)))[0] if known in parses else item

    whole = steps.run(f"undated, on ({len(parses)})", lambda: tuple(read_on(item) for item in annotated))
    grouped = steps.run("stories again", lambda: group(whole)) if dates else replace(grouped, articles=whole)
    collection = steps.run("happenings", lambda: put_together(grouped))
    answer = steps.run("compare", lambda: compare(collection, []))
    for name in ("json", "html"):
        steps.run(f"write {name}", partial(WRITERS[name], answer, io.StringIO()))
    steps.show()


def _parsed(articles: Sequence[Article]) -> tuple[list[Draft], dict[str, bytes]]:
    drafts = [Draft(article, doc) for article, doc in parse(articles, 16)]
    return drafts, {d.article.id: packed(d.doc) for d in drafts if d.article.published is None}
