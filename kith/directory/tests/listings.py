"""Small listings for tests."""

from itertools import count

from kith.directory.actions import ListedService, add_service
from kith.directory.rules import Need, Way
from kith.kernel import clock
from kith.kernel.ids import OrganisationId, ServiceId
from kith.organisations.actions import add_organisation
from kith.organisations.rules import OrganisationKind
from kith.platform.access import system_actor

BUILDER = system_actor("tests")
_numbers = count(1)


def an_organisation(name: str = "The Milk Café Charity") -> OrganisationId:
    return add_organisation(by=BUILDER, name=name, kind=OrganisationKind.CHARITY)


def a_service(organisation_id: OrganisationId, **changes: object) -> ServiceId:
    said: dict[str, object] = {
        "code": f"listed-{next(_numbers)}",
        "name": {"en": "Feeding café"},
        "summary": {"en": "Sit down, have tea, ask anything."},
        "needs": (Need.IT_HURTS,),
        "ways": (Way.IN_PERSON,),
    }
    listed = ListedService(organisation_id=organisation_id, checked_on=clock.today(), **(said | changes))
    return add_service(by=BUILDER, service=listed)
