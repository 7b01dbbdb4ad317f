"""The ledger of contacts."""

from onrecord.model import Collection, Contact


def make_contacts(collection: Collection) -> tuple[Contact, ...]:
    """The ledger of contacts."""
    return ()
