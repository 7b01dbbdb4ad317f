"""A picture of who was in touch with whom over time: a lane for each party, an arrow for each contact."""

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup, escape

from onrecord.export.safe import one_line
from onrecord.export.view import ContactLine

LANE_PX = 150
ROW_PX = 30
LEFT_PX = 170
TOP_PX = 34
MAX_LANES = 6


def contact_picture(contacts: Sequence[ContactLine]) -> Markup:
    """Return an SVG of the contacts between the busiest parties, oldest on top; empty when there are none.

    An arrow leads from who started the contact to the other side; a plain line says that nobody says who did.
    """
    counted = Counter(party for line in contacts for party in line.contact.parties)
    lanes = [name for name, _ in counted.most_common(MAX_LANES)]
    drawn = [line for line in contacts if len([p for p in line.contact.parties if p in lanes]) >= 2]
    if not drawn:
        return Markup("")
    width, height = LEFT_PX + LANE_PX * len(lanes), TOP_PX + ROW_PX * len(drawn) + 6
    parts = [_lane(i, name, height) for i, name in enumerate(lanes)]
    parts += [_arrow(row, line, lanes) for row, line in enumerate(drawn)]
    return Markup(
        '<svg role="img" aria-label="Contacts over time; the list beside it says the same" viewBox="0 0 {} {}" '
        'width="{}">{}</svg>'
    ).format(width, height, width, Markup("").join(parts))


def _x(lane: int) -> int:
    return LEFT_PX + LANE_PX * lane + LANE_PX // 2


def _lane(index: int, name: str, height: int) -> Markup:
    return Markup(
        '<text x="{x}" y="16" text-anchor="middle">{name}</text><line class="lane" x1="{x}" y1="24" x2="{x}" y2="{h}"/>'
    ).format(x=_x(index), name=escape(_short(name)), h=height)


def _arrow(row: int, line: ContactLine, lanes: list[str]) -> Markup:
    y = TOP_PX + ROW_PX * row + 12
    parties = [p for p in line.contact.parties if p in lanes]
    first = line.contact.initiator if line.contact.initiator in parties else parties[0]
    second = next(p for p in parties if p != first)
    start, end = _x(lanes.index(first)), _x(lanes.index(second))
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


def _short(name: str, most: int = 20) -> str:
    name = one_line(name)
    return name if len(name) <= most else name[: most - 1] + "…"
