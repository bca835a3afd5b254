"""A small place for tests: an organisation, a venue, a service, a series, and sessions."""

from datetime import UTC, datetime, timedelta
from itertools import count

from kith.directory.actions.offering import add_service
from kith.directory.actions.venues import add_venue
from kith.directory.rules.codes import Feature, Way
from kith.directory.rules.listed import ListedService, ListedVenue, SpeakerOf
from kith.directory.rules.needs import Need
from kith.kernel import clock
from kith.kernel.ids import OrganisationId, ServiceId, SessionId, VenueId
from kith.organisations.actions.alliance import add_organisation
from kith.organisations.rules import OrganisationKind
from kith.platform.access.viewer import system_actor
from kith.whats_on.actions.planning import NewSeries, NewSession, add_series, plan_sessions
from kith.whats_on.rules.codes import Joining

BUILDER = system_actor("tests")
SATURDAY_MORNING = datetime(2026, 3, 14, 10, 0, tzinfo=UTC)
_numbers = count(1)


def an_organisation(name: str = "The Milk Café Charity") -> OrganisationId:
    return add_organisation(by=BUILDER, name=name, kind=OrganisationKind.CHARITY)


def a_venue(organisation_id: OrganisationId, name: str = "Netherfield Family Hub") -> VenueId:
    listed = ListedVenue(
        organisation_id=organisation_id,
        name=name,
        address="Farthing Grove, Netherfield",
        postcode="mk64hr",
        lon=-0.7195,
        lat=52.0206,
        checked_on=clock.today(),
        features=(Feature.PRAM_ACCESS, Feature.BRING_YOUR_MOTHER),
        getting_there={"en": "Bus 4 stops at the door."},
    )
    return add_venue(by=BUILDER, venue=listed)


def a_service(organisation_id: OrganisationId, venue_id: VenueId | None = None, **changes: object) -> ServiceId:
    said: dict[str, object] = {
        "code": f"service-{next(_numbers)}",
        "name": {"en": "Feeding café", "ro": "Cafenea pentru hrănirea bebelușului"},
        "summary": {"en": "Sit down, have tea, ask anything."},
        "needs": (Need.IT_HURTS, Need.BEFORE_THE_BIRTH),
        "ways": (Way.IN_PERSON,),
        "cost_pence": 0,
        "spoken": (SpeakerOf("ro", "Ioana, peer supporter", {"en": "Saturdays"}),),
    }
    listed = ListedService(
        organisation_id=organisation_id, venue_id=venue_id, checked_on=clock.today(), **(said | changes)
    )
    return add_service(by=BUILDER, service=listed)


def a_series(service_id: ServiceId, code: str | None = None) -> int:
    series = NewSeries(
        service_id=service_id,
        code=code or f"series-{next(_numbers)}",
        title={"en": "Getting ready to feed", "ro": "Pregătirea pentru hrănire"},
        summary={"en": "A friendly morning before your baby comes."},
    )
    return add_series(by=BUILDER, series=series)


def a_session(*, capacity: int = 5, series_id: int | None = None, **changes: object) -> SessionId:
    """A bookable Saturday course in a world of its own, unless a series is given."""
    if series_id is None:
        organisation_id = an_organisation(f"Organisation {next(_numbers)}")
        venue_id = a_venue(organisation_id)
        series_id = a_series(a_service(organisation_id, venue_id))
        changes.setdefault("venue_id", venue_id)
    starts_at = changes.pop("starts_at", SATURDAY_MORNING)
    session = NewSession(
        **{
            "starts_at": starts_at,
            "ends_at": starts_at + timedelta(hours=2),
            "capacity": capacity,
            "joining": Joining.BOOKABLE,
            "interpreter_possible": True,
            "online": "venue_id" not in changes,
            **changes,
        }
    )
    return plan_sessions(by=BUILDER, series_id=series_id, sessions=[session])[0]
