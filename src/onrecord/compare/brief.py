"""compare's one door: a collection in, the answer of the main job out."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.compare.claims import make_claims
from onrecord.compare.contacts import make_contacts
from onrecord.compare.echoes import Echoes
from onrecord.compare.promises import make_promises
from onrecord.compare.world import World
from onrecord.model import Brief, Collection, Declined


def compare(collection: Collection, declined: Sequence[Declined] = ()) -> Brief:
    """Return the accounts of a collection side by side, with the sources that were not read."""
    world = World(collection)
    echoes = Echoes(collection.articles)
    return Brief(
        collection,
        tuple(declined),
        make_claims(world),
        tuple(replace(c, mentions=echoes.of(c.mentions)) for c in make_contacts(world)),
        tuple(replace(p, mentions=echoes.of(p.mentions)) for p in make_promises(world)),
    )
