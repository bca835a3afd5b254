"""Small listings for tests."""

from itertools import count

from kith.directory.actions.offering import add_service
from kith.directory.actions.venues import add_venue
from kith.directory.queries.cards import ServiceCard
from kith.directory.queries.search import Sought, service_cards, services_sought
from kith.directory.rules.codes import Feature, Way
from kith.directory.rules.listed import ListedService, ListedVenue
from kith.directory.rules.needs import Need
from kith.kernel import clock
from kith.kernel.ids import OrganisationId, ServiceId, VenueId
from kith.organisations.actions.alliance import add_organisation
from kith.organisations.rules import OrganisationKind
from kith.platform.access.viewer import ANONYMOUS, system_actor

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


def a_venue(organisation_id: OrganisationId, name: str = "Netherfield Family Hub") -> VenueId:
    venue = ListedVenue(
        organisation_id=organisation_id,
        name=name,
        address="Farthing Grove, Netherfield",
        postcode="mk64hr",
        lon=-0.7195,
        lat=52.0206,
        checked_on=clock.today(),
        features=(Feature.PRAM_ACCESS,),
        getting_there={"en": "Bus 4 stops at the door."},
    )
    return add_venue(by=BUILDER, venue=venue)


def services_found(text: str = "", lang: str = "en") -> list[ServiceCard]:
    """The services that a visitor finds by this text, the first listed first."""
    return service_cards(services_sought(ANONYMOUS, Sought(text=text)).order_by("pk"), lang)
