"""Everything a user may tune, each with its unit in its name, its bounds and one sentence of meaning."""

from dataclasses import dataclass, field, fields
from typing import Any

from onrecord.errors import InputError


def setting(default: int, meaning: str, *, least: int, most: int) -> Any:
    """Return a field whose bounds, both allowed, and meaning the command line, its help and the docs read."""
    return field(default=default, metadata={"meaning": meaning, "least": least, "most": most})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may tune. Read when a run starts, never at import. Raises InputError for a value out of bounds."""

    max_file_mb: int = setting(20, "Larger files are declined as too-large.", least=1, most=1_000)
    min_text_chars: int = setting(
        80, "Reports with less text than this after cleaning are declined as too-short.", least=1, most=10_000
    )
    # The parser takes no more than a million characters at once.
    max_text_chars: int = setting(
        400_000, "Reports with more text than this are declined as too-long.", least=1, most=1_000_000
    )
    batch_articles: int = setting(
        16, "Articles parsed together; more is faster and takes more memory.", least=1, most=1_000
    )
    jobs: int = setting(
        1, "Processes that read reports at once; worth it from some fifty reports on.", least=1, most=256
    )

    def __post_init__(self) -> None:
        for each in fields(self):
            value, least, most = getattr(self, each.name), each.metadata["least"], each.metadata["most"]
            if not least <= value <= most:
                raise InputError(f"{each.name} is {value}; give {least} to {most}")
