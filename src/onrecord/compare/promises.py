"""Promises and what became of them."""

from onrecord.model import Collection, Promise


def make_promises(collection: Collection) -> tuple[Promise, ...]:
    """Promises and what became of them."""
    return ()
