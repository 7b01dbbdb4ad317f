"""What makes two readings the same report: the hash that is `Article.id`."""

import hashlib
import json

_HEX_CHARS = 16


def article_id(*, url: str | None, outlet: str | None, title: str | None, text: str, row: str | None = None) -> str:
    """Return the id of a report: its address, or else its outlet, with its title and text.

    A row's own id counts only when nothing else tells reports with the same words apart. When it was published and
    who is credited are observations about it and change nothing.
    """
    where = ["url", url] if url else ["outlet", outlet or ""]
    if row and not (url or outlet or title):
        where = ["row", row]
    identity = json.dumps([*where, title or "", text], ensure_ascii=True)
    return hashlib.sha256(identity.encode("ascii")).hexdigest()[:_HEX_CHARS]
