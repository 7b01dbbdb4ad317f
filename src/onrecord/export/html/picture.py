"""A picture of who was in touch with whom over time: a lane for each party, an arrow for each contact."""

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup, escape

from onrecord.export.lines import ContactLine
from onrecord.export.safe import one_line

WIDTH_PX = 620
ROW_PX = 26
LEFT_PX = 170
TOP_PX = 30
MAX_LANES = 5
MIN_ROWS = 2
"""One contact alone is no picture: the list says it."""
PX_A_LETTER = 7.5


def contact_picture(contacts: Sequence[ContactLine]) -> Markup:
    """Return an SVG of the contacts between the busiest parties, oldest on top; empty when there are none.

    An arrow leads from who started the contact to the other side; a plain line says that nobody says who did.
    """
    dated = [line for line in contacts if line.contact.when is not None and len(line.contact.parties) > 1]
    counted = Counter(party for line in dated for party in line.contact.parties)
    busiest = [name for name, _ in counted.most_common(MAX_LANES)]
    drawn = [line for line in dated if len([p for p in line.contact.parties if p in busiest]) >= 2]
    lanes = [name for name in busiest if any(name in _ends(line, busiest) for line in drawn)]
    if len(drawn) < MIN_ROWS:
        return Markup("")
    height = TOP_PX + ROW_PX * len(drawn) + 6
    parts = [_lane(i, name, len(lanes), height) for i, name in enumerate(lanes)]
    parts += [_arrow(row, line, lanes) for row, line in enumerate(drawn)]
    return Markup(
        '<svg role="img" aria-label="Contacts over time; the list below says the same" viewBox="0 0 {} {}" '
        'width="{}">{}</svg>'
    ).format(WIDTH_PX, height, WIDTH_PX, Markup("").join(parts))


def _x(lane: int, lanes: int) -> int:
    return LEFT_PX + round((WIDTH_PX - LEFT_PX) / lanes * (lane + 0.5))


def _lane(index: int, name: str, lanes: int, height: int) -> Markup:
    most = int((WIDTH_PX - LEFT_PX) / lanes / PX_A_LETTER)
    return Markup(
        '<text x="{x}" y="16" text-anchor="middle">{name}<title>{full}</title></text>'
        '<line class="lane" x1="{x}" y1="22" x2="{x}" y2="{h}"/>'
    ).format(x=_x(index, lanes), name=escape(_short(name, most)), full=escape(one_line(name)), h=height)


def _ends(line: ContactLine, lanes: Sequence[str]) -> tuple[str, str]:
    """Return the two parties that a line is drawn between, who started it first."""
    parties = [p for p in line.contact.parties if p in lanes]
    first = line.contact.initiator if line.contact.initiator in parties else parties[0]
    return first, next(p for p in parties if p != first)


def _arrow(row: int, line: ContactLine, lanes: list[str]) -> Markup:
    y = TOP_PX + ROW_PX * row + 12
    first, second = _ends(line, lanes)
    start, end = _x(lanes.index(first), len(lanes)), _x(lanes.index(second), len(lanes))
    toward = 1 if end > start else -1
    head = Markup('<path d="M{} {} l{} -5 v10 z"/>').format(end - 2 * toward, y, -8 * toward)
    label = f"{line.when}, {line.contact.medium}" if line.contact.medium else line.when
    return Markup('<text x="0" y="{t}">{label}</text><line x1="{a}" y1="{y}" x2="{b}" y2="{y}"/>{dots}{head}').format(
        t=y + 4,
        label=escape(_short(label, 28)),
        a=start,
        b=end,
        y=y,
        dots=Markup('<circle cx="{}" cy="{}" r="4"/>').format(start, y),
        head=head if line.contact.initiator else Markup('<circle cx="{}" cy="{}" r="4"/>').format(end, y),
    )


def _short(name: str, most: int) -> str:
    name = one_line(name)
    return name if len(name) <= most else name[: most - 1] + "…"
