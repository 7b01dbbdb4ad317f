"""compare's one door: a collection in, the answer of the main job out."""

from collections.abc import Sequence

from onrecord.compare.claims import make_claims
from onrecord.compare.contacts import make_contacts
from onrecord.compare.promises import make_promises
from onrecord.model import Brief, Collection, Declined


def compare(collection: Collection, declined: Sequence[Declined] = ()) -> Brief:
    """Return the accounts of a collection side by side, with the sources that were not read."""
    return Brief(
        collection,
        tuple(declined),
        make_claims(collection),
        make_contacts(collection),
        make_promises(collection),
    )
