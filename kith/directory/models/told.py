"""A row of the directory as another directory is told of it."""

from collections.abc import Mapping
from typing import Any

from kith.directory.models.feeds import Origin
from kith.directory.models.listings import Service, Venue
from kith.directory.rules.codes import Feature, Way
from kith.directory.rules.needs import Need
from kith.directory.rules.open_referral.listing import Listing, Spot


def listing_of_row(service: Service, languages: list[str], member: Mapping[str, Any]) -> Listing:
    """The listing of a service that comes with its venue and origin; the member offers it where no feed says who."""
    origin: Origin | None = getattr(service, "origin", None)
    at_id = origin.at_id if origin and origin.at_id else service.public_id
    return Listing(
        id=service.public_id,
        name=service.name["en"],
        needs=tuple(need for need in Need if need in service.needs),
        ways=tuple(way for way in Way if way in service.ways),
        summary=service.summary.get("en", ""),
        what_happens=service.what_happens.get("en", ""),
        who_is_welcome=service.who_is_welcome.get("en", ""),
        open_when=service.open_when.get("en", ""),
        languages=tuple(sorted(set(languages))),
        website=service.website,
        email=service.email,
        phone=service.phone,
        cost_pence=service.cost_pence,
        checked_on=service.checked_on,
        spot=spot_of(service.venue, at_id) if service.venue else None,
        offered_by=(origin.offered_by if origin else None) or member,
        rest=origin.rest if origin else _said_of_cost(service),
    )


def _said_of_cost(service: Service) -> dict[str, str]:
    """What we say of the price beside its number."""
    note = service.cost_note.get("en", "")
    return {"fees": note} if note else {}


def spot_of(venue: Venue, at_id: Any) -> Spot:
    """The place of a venue."""
    return Spot(
        id=venue.public_id,
        at_id=at_id,
        name=venue.name,
        address=venue.address,
        postcode=venue.postcode,
        lon=venue.lon,
        lat=venue.lat,
        features=tuple(feature for feature in Feature if feature in venue.features),
        getting_there=venue.getting_there.get("en", ""),
    )
