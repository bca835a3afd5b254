"""The baby that a form is about; a baby who has died is asked about no more."""

from kith.families.queries.cards import BabyCard, FamilyCard, family_cards, family_of_baby
from kith.kernel.ids import BabyId, FamilyId
from kith.kernel.refusal import Refusal
from kith.platform import audit
from kith.platform.access import NotFound
from kith.platform.access.viewer import Viewer


def baby_opened(viewer: Viewer, family_id: FamilyId, baby_id: BabyId) -> tuple[FamilyCard, BabyCard]:
    """The baby and its family; NotFound unless the viewer may open the family's record. Written down as a read."""
    baby = family_of_baby(viewer, baby_id)
    if baby.family_id != family_id:
        raise NotFound("baby")
    audit.read(viewer, "feeding.feeding_opened", "families.Baby", baby_id, family_id=family_id)
    return family_cards(viewer, [family_id])[family_id], baby


def must_live(family: FamilyCard, baby: BabyCard) -> None:
    """Raise Refusal where the baby has died: of a family's babies its card names those that live."""
    if all(each.id != baby.id for each in family.babies):
        raise Refusal("baby_has_died")
