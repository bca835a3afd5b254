"""A listing as a record of the standard."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kith.directory.rules.codes import Feature
from kith.directory.rules.open_referral.listing import Listing, Spot
from kith.directory.rules.open_referral.terms import Vocabulary, row_id

Json = dict[str, Any]
ONE_TO_ONE = frozenset(
    {
        "id", "organization_id", "name", "description", "url", "email", "status", "fees", "accreditations",
        "minimum_age", "maximum_age", "assured_date", "assurer_email", "alert", "last_modified", "organization",
    }
)  # fmt: skip
DAYS = {"MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday", "SA": "Saturday",
        "SU": "Sunday"}  # fmt: skip


@dataclass(frozen=True)
class Names:
    """What a record needs beside the listing: the place's name, and every term in words."""

    place: str
    term: Callable[[Vocabulary, str], Json]


def record_of(listing: Listing, names: Names, schedules: Iterable[Json] = ()) -> Json:
    """The service with all that hangs on it, and with these schedules of its sessions."""
    rest = {name: value for name, value in listing.rest.items() if name not in ("schedules", "attributes")}
    ours: Json = {
        "id": str(listing.id),
        "name": listing.name,
        "status": "active",
        "description": listing.description,
        "url": listing.website,
        "email": listing.email,
        "assured_date": listing.checked_on.isoformat() if listing.checked_on else "",
        "organization": dict(listing.offered_by),
        "schedules": [*_opening(listing), *schedules, *listing.rest.get("schedules", ())],
        "service_at_locations": _places(listing, names),
        "languages": [_language(listing.id, code, names) for code in listing.languages],
        "attributes": [*_attributes(listing, names), *listing.rest.get("attributes", ())],
        "cost_options": rest.get("cost_options") or cost_options(listing.id, listing.cost_pence),
        "contacts": rest.get("contacts") or contacts(listing.id, listing.phone),
    }
    return {**rest, **{name: value for name, value in ours.items() if value not in ("", [], {})}}


def listed(record: Json) -> Json:
    """The record as lists show it: without what hangs on it."""
    return {name: value for name, value in record.items() if name in ONE_TO_ONE}


def at_location(record: Json, *, full: bool) -> Json | None:
    """The service's being at its place, as a record of its own; None where it is nowhere."""
    first = next(iter(record.get("service_at_locations", ())), None)
    if first is None:
        return None
    if full:
        without = {name: value for name, value in record.items() if name != "service_at_locations"}
        return {**first, "service": without}
    plain = {name: value for name, value in first["location"].items() if not isinstance(value, list)}
    return {**first, "location": plain, "service": listed(record)}


def cost_options(owner: UUID, pence: int | None) -> list[Json]:
    """What it costs; nothing where it has not been said."""
    if pence is None:
        return []
    free = {"option": "Free"} if pence == 0 else {}
    return [{"id": str(row_id(owner, "cost")), **free, "amount": pence / 100}]


def contacts(owner: UUID, phone: str) -> list[Json]:
    """Who to call."""
    number = {"id": str(row_id(owner, "phone")), "number": phone}
    return [{"id": str(row_id(owner, "contact")), "phones": [number]}] if phone else []


def in_words(schedules: Iterable[Mapping[str, Any]]) -> str:
    """Schedules as a reader wants them: "Thursday, Friday 10:00 to 18:00. …"."""
    lines = []
    for each in schedules:
        days = ", ".join(
            DAYS.get(day.strip()[-2:].upper(), day) for day in str(each.get("byday", "")).split(",") if day
        )
        opens, closes = str(each.get("opens_at", ""))[:5], str(each.get("closes_at", ""))[:5]
        hours = f"{opens} to {closes}" if opens and closes else opens
        when = " ".join(part for part in (days, hours) if part)
        lines.append(". ".join(part for part in (when, str(each.get("description", ""))) if part))
    return "\n".join(line for line in lines if line)


def _opening(listing: Listing) -> list[Json]:
    if not listing.open_when or listing.open_when == in_words(listing.rest.get("schedules", ())):
        return []
    return [{"id": str(row_id(listing.id, "open-when")), "description": listing.open_when}]


def _places(listing: Listing, names: Names) -> list[Json]:
    others = list(listing.rest.get("service_at_locations", ()))
    return [_place(listing.spot, names), *others] if listing.spot else others


def _place(spot: Spot, names: Names) -> Json:
    street, city = _street_and_city(spot.address, names.place)
    address = {
        "id": str(row_id(spot.id, "address")),
        "address_1": street,
        "city": city,
        "state_province": "England",
        "postal_code": spot.postcode,
        "country": "GB",
        "address_type": "physical",
    }
    location: Json = {
        "id": str(spot.id),
        "location_type": "physical",
        "name": spot.name,
        "latitude": spot.lat,
        "longitude": spot.lon,
        "addresses": [address],
    }
    if spot.getting_there:
        location["description"] = spot.getting_there
    if spot.features:
        location["attributes"] = [_attribute(spot.id, Vocabulary.FEATURES, each, names) for each in spot.features]
    if Feature.STEP_FREE in spot.features:
        words = names.term(Vocabulary.FEATURES, Feature.STEP_FREE)["name"]
        location["accessibility"] = [{"id": str(row_id(spot.id, "step-free")), "description": words}]
    return {"id": str(spot.at_id), "location": location}


def _street_and_city(address: str, place: str) -> tuple[str, str]:
    street, comma, city = address.rpartition(", ")
    return (street, city) if comma and street and city and city != place else (address, place)


def _attributes(listing: Listing, names: Names) -> list[Json]:
    said = [(Vocabulary.NEEDS, each) for each in listing.needs] + [(Vocabulary.WAYS, each) for each in listing.ways]
    spoken = [(Vocabulary.LANGUAGES, each) for each in listing.languages]
    return [_attribute(listing.id, vocabulary, code, names) for vocabulary, code in [*said, *spoken]]


def _attribute(owner: UUID, vocabulary: Vocabulary, code: str, names: Names) -> Json:
    term = names.term(vocabulary, code)
    return {
        "id": str(row_id(owner, f"{vocabulary}/{code}")),
        "link_id": str(owner),
        "link_type": vocabulary.value,
        "taxonomy_term_id": term["id"],
        "taxonomy_term": term,
    }


def _language(owner: UUID, code: str, names: Names) -> Json:
    words = names.term(Vocabulary.LANGUAGES, code)["name"]
    return {"id": str(row_id(owner, f"language/{code}")), "code": code, "name": words}
