"""Everything a user may tune, each with its unit in its name and one sentence of meaning."""

from dataclasses import dataclass, field, fields
from typing import Any


def setting(default: Any, meaning: str) -> Any:
    """Return a dataclass field whose one-sentence meaning help texts, docs and tests read."""
    return field(default=default, metadata={"meaning": meaning})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may tune. Read when a run starts, never at import."""

    max_file_mb: int = setting(20, "Larger files are declined as too-large.")
    min_text_chars: int = setting(80, "Reports with less text than this after cleaning are declined as too-short.")
    max_text_chars: int = setting(400_000, "Reports with more text than this are declined as too-long.")
    batch_articles: int = setting(16, "Articles parsed together; more is faster and takes more memory.")


def meanings() -> dict[str, str]:
    """Return every setting's name and its sentence, in order."""
    return {f.name: f.metadata["meaning"] for f in fields(Settings)}
