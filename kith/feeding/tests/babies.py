"""A family with a baby of known weight for tests of feeding, and a worker who may record it."""

from datetime import timedelta

from kith.families.actions.registering import register_family
from kith.families.queries.page import family_page
from kith.families.rules.entries import NewBaby, NewConsent, NewFamily, NewParent
from kith.feeding.actions.weights import Weighing
from kith.feeding.rules.weights import Where
from kith.kernel import clock
from kith.kernel.ids import BabyId, FamilyId, OrganisationId
from kith.platform.access.viewer import Viewer
from testing.people import KITH

BIRTH_G = 3500


def a_family_with_babies(
    *letting_in: OrganisationId,
    days_old: int = 5,
    names: tuple[str, ...] = ("Ioan",),
    grams: int | None = BIRTH_G,
    **parent,
) -> FamilyId:
    """A family whose babies weighed so much at birth."""
    born_on = clock.today() - timedelta(days=days_old)
    return register_family(
        by=KITH,
        family=NewFamily(
            parents=(NewParent("Ana", "Pop", **parent),),
            babies=tuple(NewBaby(born_on, name=name, birth_weight_g=grams) for name in names),
            consents=tuple(NewConsent(each, language="ro") for each in letting_in),
        ),
    )


def babies_of(family_id: FamilyId) -> list[BabyId]:
    return [baby.id for baby in family_page(KITH, family_id).babies]


def own(viewer: Viewer) -> OrganisationId:
    (organisation_id,) = viewer.organisation_ids
    return organisation_id


def weighed(grams: int, *, hours_ago: float = 1, where: Where = Where.HOME) -> Weighing:
    return Weighing(grams, clock.now() - timedelta(hours=hours_ago), where)
