"""What makes two readings the same report: the hash that is `Article.id`."""

import hashlib
import json

_HEX_CHARS = 16


def article_id(*, url: str | None, outlet: str | None, title: str | None, text: str) -> str:
    """Return the id of a report: its address, or else its outlet, with its title and text.

    When it was published and who is credited are observations about it and change nothing.
    """
    where = ["url", url] if url else ["outlet", outlet or ""]
    identity = json.dumps([*where, title or "", text], ensure_ascii=True)
    return hashlib.sha256(identity.encode("ascii")).hexdigest()[:_HEX_CHARS]
