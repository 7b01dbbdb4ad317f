"""Claims: slot by slot, every account's value."""

from onrecord.model import Claim, Collection


def make_claims(collection: Collection) -> tuple[Claim, ...]:
    """Claims: slot by slot, every account's value."""
    return ()
