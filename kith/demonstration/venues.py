"""Twelve invented venues in real wards, and how each feels."""

from datetime import date, timedelta

from kith.demonstration.families import UNUSED_LETTERS, nearest_districts
from kith.demonstration.people import Partners
from kith.directory.actions.venues import add_venue
from kith.directory.rules.codes import Feature
from kith.directory.rules.listed import ListedVenue
from kith.kernel.ids import VenueId
from kith.places.facts.shape import PlaceFacts, WardFacts
from kith.platform.access.viewer import Actor

_F = Feature
_EVERYWHERE = (_F.PRAM_ACCESS, _F.CHANGING_TABLE, _F.BOTTLE_FEEDING_WELCOME)
# Name, street, who runs it, what it offers beside what all offer.
_VENUES: tuple[tuple[str, str, str, tuple[Feature, ...]], ...] = (
    ("Kestrel Family Hub", "1 Invented Way", "council",
     (_F.STEP_FREE, _F.BUS_NEARBY, _F.WARM_DRINKS, _F.PARTNERS_WELCOME)),
    ("Willow Family Hub", "22 Imaginary Road", "council", (_F.STEP_FREE, _F.PARKING, _F.PRIVATE_SPACE)),
    ("Larkrise Family Hub", "7 Make-Believe Street", "council", (_F.STEP_FREE, _F.BUS_NEARBY, _F.PRAYER_ROOM)),
    ("Riverside Family Hub", "3 Pretend Lane", "council", (_F.BUS_NEARBY, _F.OLDER_CHILDREN_WELCOME)),
    ("Maternity training room", "Hospital Invented Drive", "hospital", (_F.STEP_FREE, _F.PARKING, _F.PARTNERS_WELCOME)),
    ("Oakfield Health Centre", "40 Fictional Avenue", "health_visiting", (_F.STEP_FREE, _F.PRIVATE_SPACE, _F.PARKING)),
    ("Meadow Health Centre", "12 Story Close", "health_visiting", (_F.STEP_FREE, _F.BUS_NEARBY)),
    ("The Old Library café", "5 Fable Street", "charity", (_F.WARM_DRINKS, _F.BRING_YOUR_MOTHER, _F.BUS_NEARBY)),
    ("Sunrise Community Centre", "18 Legend Road", "charity", (_F.STEP_FREE, _F.PRAYER_ROOM, _F.BRING_YOUR_MOTHER)),
    ("Market Hall upstairs room", "2 Tale Square", "charity", (_F.BUS_NEARBY, _F.WARM_DRINKS)),
    ("Greenways Hall", "9 Parable Path", "community", (_F.PARKING, _F.OLDER_CHILDREN_WELCOME, _F.WARM_DRINKS)),
    ("Station Road Hall", "31 Yarn Terrace", "community", (_F.STEP_FREE, _F.BUS_NEARBY, _F.PARTNERS_WELCOME)),
)  # fmt: skip


def open_venues(place: PlaceFacts, partners: Partners, today: date, *, by: Actor) -> list[VenueId]:
    """List the venues, one in each of the wards with most babies."""
    wards = sorted(place.wards, key=lambda ward: (-ward.infants, ward.code))
    return [
        add_venue(by=by, venue=_venue(at, wards[at % len(wards)], place, partners, today)) for at in range(len(_VENUES))
    ]


def _venue(at: int, ward: WardFacts, place: PlaceFacts, partners: Partners, today: date) -> ListedVenue:
    name, street, organisation, features = _VENUES[at]
    outward = nearest_districts(ward, place.districts)[0]
    letters = UNUSED_LETTERS[at % 6] + UNUSED_LETTERS[(at + 1) % 6]
    return ListedVenue(
        organisation_id=getattr(partners, organisation),
        name=name,
        address=f"{street}, {ward.name}",
        postcode=f"{outward} {at % 9 + 1}{letters}",
        lon=round(ward.lon + 0.004 * ((at * 7) % 5 - 2) / 2, 4),
        lat=round(ward.lat + 0.003 * ((at * 3) % 5 - 2) / 2, 4),
        checked_on=today - timedelta(days=11 * at + 3),
        features=_EVERYWHERE + features,
        getting_there={"en": f"In the middle of {ward.name}."},
    )
