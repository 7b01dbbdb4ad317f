"""The answer as one self-contained HTML page: works from disk, without a network, by keyboard and in print."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files
from typing import TYPE_CHECKING, TextIO

from markupsafe import Markup

from onrecord.export.agreement import SHELVES
from onrecord.export.cited import numbers
from onrecord.export.html.anchors import Anchors
from onrecord.export.html.picture import contact_picture
from onrecord.export.html.reports import rendered_reports
from onrecord.export.lines import StoryNews
from onrecord.export.safe import plain
from onrecord.export.view import story_views, summary
from onrecord.model import Brief

if TYPE_CHECKING:
    from jinja2 import Environment


def _asset(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _hash(script: str) -> str:
    """Return a script's hash as a content security policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _name(text: str) -> Markup:
    """Return a name from outside so that it stands by itself: right-to-left letters turn nothing beside it."""
    return Markup("<bdi>{}</bdi>").format(plain(text))


def _environment(anchors: Anchors) -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # slow to load; no other form needs it

    environment = Environment(
        loader=FunctionLoader(_asset), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"plain": plain, "name": _name, "anchor": anchors.use, "numbers": numbers}
    return environment


def write_html(brief: Brief, stream: TextIO, news: Sequence[StoryNews] | None = None) -> None:
    """Write the answer as a page, what is new since an earlier one at its head.

    Text of reports is escaped; the page allows no script but its own.
    """
    script = _asset("page.js")
    views = story_views(brief)
    anchors = Anchors()
    environment = _environment(anchors)
    body = environment.get_template("stories.html").render(
        views=views, symbols=SHELVES, picture=contact_picture, declined=brief.declined, news=news
    )
    page = environment.get_template("page.html")
    stream.write(
        page.render(
            summary=summary(brief),
            views=views,
            body=Markup(body),  # rendered with autoescape just above
            reports=rendered_reports(views, anchors),
            style=Markup(_asset("page.css")),
            script=Markup(script),
            script_hash=_hash(script),
        )
    )
    stream.write("\n")
