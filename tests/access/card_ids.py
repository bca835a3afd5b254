"""A card of a family, for the addresses that name one."""

from kith.families.actions.cards import make_card
from kith.families.rules.trust import CardPart, NewCard
from kith.kernel.ids import CardId, FamilyId
from kith.platform.access.viewer import system_actor


def a_card(family_id: FamilyId) -> CardId:
    """A card that tells her names."""
    card = NewCard(frozenset({CardPart.NAMES}), days=7)
    made = make_card(
        by=system_actor("tests"), family_id=family_id, card=card, language="ro", request_key=f"card-{family_id}"
    )
    return made.id
