"""A service's record as a listing: what is wrong is refused by its name with the reason, the rest is kept."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from pydantic import BaseModel, ValidationError

from kith.directory.rules.codes import Feature, Way
from kith.directory.rules.needs import Need
from kith.directory.rules.open_referral import records, telephones
from kith.directory.rules.open_referral.listing import Listing, Spot, paragraphs
from kith.directory.rules.open_referral.terms import CODES, Vocabulary, taxonomy_id
from kith.directory.rules.open_referral.writing import contacts, cost_options, in_words
from kith.directory.rules.search_words import needs_meant_by
from kith.kernel import postcode

Json = dict[str, Any]
Locate = Callable[[str], tuple[float, float] | None]
FREE = "free"
Code = TypeVar("Code", Need, Way, Feature)
LONGEST_NAME, LONGEST_ADDRESS, LONGEST_WEB, LONGEST_EMAIL, MOST_PENCE = 120, 200, 200, 254, 1_000_000
CHILDREN: Mapping[str, type[records.Record]] = {
    "schedules": records.Schedule,
    "service_areas": records.ServiceArea,
    "service_at_locations": records.ServiceAtLocation,
    "languages": records.Language,
    "funding": records.Funding,
    "cost_options": records.CostOption,
    "contacts": records.Contact,
    "attributes": records.Attribute,
}
_WORDS = {
    "missing": "is missing",
    "string_type": "is not a text",
    "uuid_parsing": "is not a UUID",
    "uuid_type": "is not a UUID",
    "list_type": "is not a list",
    "model_type": "is not a record",
    "model_attributes_type": "is not a record",
    "date_from_datetime_parsing": "is not a day: write year, month and day like 2026-11-30",
    "datetime_from_date_parsing": "is not a date and time: write it like 2026-11-30T14:05:00Z",
    "timezone_aware": "does not say in which time zone: write it like 2026-11-30T14:05:00Z",
}


@dataclass(frozen=True)
class Refused:
    """A record that was not taken over, by its name, and why."""

    name: str
    reasons: tuple[str, ...]


def checked(raw: object, model: type[BaseModel], what: str) -> tuple[Json | None, list[Refused]]:
    """The record as the standard has it, or why it is refused."""
    if not _can_be_kept(raw):
        return None, [Refused(f"{what} {_name_of(raw)!a}", ("holds characters that no text has",))]
    try:
        return records.as_json(model.model_validate(_without_nothing(raw))), []
    except ValidationError as error:
        return None, [Refused(f"{what} {_name_of(raw)}", tuple(map(_reason, error.errors())))]


def checked_service(raw: object) -> tuple[Json | None, list[Refused]]:
    """The service without those of its parts that are refused; None where it is itself not one."""
    if not isinstance(raw, dict):
        return None, [Refused("a service", ("is not a record",))]
    head, refused = checked(
        {key: value for key, value in raw.items() if key not in CHILDREN}, records.Service, "service"
    )
    if head is None:
        return None, refused
    for key, model in CHILDREN.items():
        children = raw.get(key) or []
        if not isinstance(children, list):
            refused.append(Refused(f"{key} of {_name_of(raw)}", ("is not a list",)))
            continue
        kept = []
        for child in children:
            good, bad = checked(child, model, key.removesuffix("s").replace("_", " ") + f" of {_name_of(raw)}:")
            refused += bad
            kept += [good] if good else []
        head |= {key: kept} if kept else {}
    return head, refused


def listing_of(record: Json, *, place: str, locate: Locate) -> tuple[Listing | None, list[Refused]]:
    """What a checked record says of its service, and what of it Kith cannot hold."""
    name, web, email = record["name"].strip(), record.get("url", ""), record.get("email", "")
    too_long = [
        f"{what}: longer than {most} signs"
        for what, text, most in (
            ("name", name, LONGEST_NAME),
            ("url", web, LONGEST_WEB),
            ("email", email, LONGEST_EMAIL),
        )
        if len(text) > most
    ]
    if too_long:
        return None, [Refused(f"service {name[:LONGEST_NAME]}", tuple(too_long))]
    rest = {key: value for key, value in record.items() if key not in _SAID_OTHERWISE}
    summary, what_happens, who_is_welcome = paragraphs(record.get("description", ""))
    listing = Listing(
        id=UUID(record["id"]),
        name=name,
        needs=(),
        ways=(),
        summary=summary,
        what_happens=what_happens,
        who_is_welcome=who_is_welcome,
        website=web,
        email=email,
        checked_on=_day(record.get("assured_date")),
        offered_by=record.get("organization", {}),
        rest=rest,
    )
    listing = _with_terms(_with_hours(_with_cost_and_phone(listing, record), record), record)
    return _with_place(listing, record, place, locate)


_SAID_OTHERWISE = frozenset(
    {
        "id", "organization_id", "name", "status", "description", "url", "email", "assured_date", "last_modified",
        "organization", *CHILDREN,
    }
) - {"service_areas", "funding"}  # fmt: skip


def _with_cost_and_phone(listing: Listing, record: Json) -> Listing:
    costs, people = record.get("cost_options", []), record.get("contacts", [])
    pence = _pence(costs)
    number = telephones.first_number(record)
    rest = dict(listing.rest)
    if costs and costs != cost_options(listing.id, pence):
        rest["cost_options"] = costs
    if people and people != contacts(listing.id, number):
        rest["contacts"] = people
    return replace(listing, cost_pence=pence, phone=number, rest=rest)


def _pence(costs: Iterable[Json]) -> int | None:
    """The first price that is given, in pence; None where the feed does not say one."""
    for each in costs:
        amount: float | None = each.get("amount")
        if amount is None and each.get("option", "").strip().casefold() == FREE:
            return 0
        if amount is not None and 0 <= amount * 100 <= MOST_PENCE:
            return round(amount * 100)
    return None


def _with_hours(listing: Listing, record: Json) -> Listing:
    plain: list[Json] = []
    timed: list[Json] = []
    for each in record.get("schedules", []):
        is_plain = bool(each.get("description")) and each.keys() <= {"id", "service_id", "description"}
        (plain if is_plain and not plain else timed).append(each)
    rest = {**listing.rest, "schedules": timed} if timed else listing.rest
    return replace(listing, open_when=plain[0]["description"] if plain else in_words(timed), rest=rest)


def _with_terms(listing: Listing, record: Json) -> Listing:
    attributes = record.get("attributes", [])
    said = [(code, each) for each in attributes if (code := _code_of(each))]
    others = [each for each in attributes if not _code_of(each)]
    languages = [each.get("code", "") for each in record.get("languages", [])]
    languages += [code for (vocabulary, code), _ in said if vocabulary is Vocabulary.LANGUAGES]
    needs = tuple(need for need in Need if ((Vocabulary.NEEDS, need) in dict(said)))
    ways = tuple(way for way in Way if ((Vocabulary.WAYS, way) in dict(said)))
    heard = " ".join([listing.name, listing.description, *(_term_name(each) for each in others)])
    return replace(
        listing,
        needs=needs or tuple(sorted(needs_meant_by(heard))),
        ways=ways or _ways_meant_by(record, heard),
        says_needs=bool(needs),
        says_ways=bool(ways),
        languages=tuple(sorted({each for each in languages if each and len(each) <= 10})),
        rest={**listing.rest, "attributes": others} if others else listing.rest,
    )


def _with_place(listing: Listing, record: Json, place: str, locate: Locate) -> tuple[Listing, list[Refused]]:
    refused: list[Refused] = []
    others: list[Json] = []
    for each in record.get("service_at_locations", []):
        spot = None
        if listing.spot is None and "location" in each and each["location"]["location_type"] == "physical":
            spot, bad = _spot(each, listing.name, place, locate)
            refused += bad
            if bad:
                continue
        listing = replace(listing, spot=spot) if spot else listing
        others += [] if spot else [each]
    if others:
        listing = replace(listing, rest={**listing.rest, "service_at_locations": others})
    return listing, refused


def _spot(at: Json, service: str, place: str, locate: Locate) -> tuple[Spot | None, list[Refused]]:
    location = at["location"]
    address: Json = next(iter(location.get("addresses", ())), {})
    name = (location.get("name") or address.get("address_1") or "").strip()
    street, city = address.get("address_1", ""), address.get("city", "")
    whole = street if city in (place, "") else f"{street}, {city}"
    reasons = [] if address else ["addresses: there is none"]
    code, point = _where(location, address, locate)
    if address and not code:
        reasons.append(f"postal_code: {address.get('postal_code', '')!r} is not a whole British postcode")
    if point is None:
        reasons.append("latitude, longitude: missing, and the postcode is not one of this place")
    elif not (-90 <= point[1] <= 90 and -180 <= point[0] <= 180):
        reasons.append(f"latitude {point[1]:g}, longitude {point[0]:g}: not on Earth")
    if not name or len(name) > LONGEST_NAME or len(whole) > LONGEST_ADDRESS:
        reasons.append(f"name or address: missing, or longer than {LONGEST_NAME} and {LONGEST_ADDRESS} signs")
    if reasons or point is None:
        return None, [Refused(f"location {name[:LONGEST_NAME] or location['id']} of {service}", tuple(reasons))]
    codes = [found for each in location.get("attributes", ()) if (found := _code_of(each))]
    return Spot(
        id=UUID(location["id"]),
        at_id=UUID(at["id"]),
        name=name,
        address=whole,
        postcode=code,
        lon=point[0],
        lat=point[1],
        features=tuple(each for each in Feature if (Vocabulary.FEATURES, each) in codes),
        getting_there=location.get("description", ""),
    ), []


def _where(location: Json, address: Json, locate: Locate) -> tuple[str, tuple[float, float] | None]:
    try:
        found = postcode.parse(address.get("postal_code", ""))
        code = found.text if found.is_full else ""
    except ValueError:
        code = ""
    if "latitude" in location and "longitude" in location:
        return code, (location["longitude"], location["latitude"])
    return code, locate(code) if code else None


def _ways_meant_by(record: Json, heard: str) -> tuple[Way, ...]:
    kinds = {each["location"]["location_type"] for each in record.get("service_at_locations", []) if "location" in each}
    told = " ".join([heard, *(str(each.get("attending_type", "")) for each in record.get("schedules", []))]).casefold()
    found = {
        Way.IN_PERSON: "physical" in kinds,
        Way.ONLINE: "virtual" in kinds or "online" in told or "video" in told,
        Way.PHONE: bool(telephones.of(record)) and not kinds,
    }
    return tuple(way for way, is_so in found.items() if is_so) or (Way.IN_PERSON,)


def _code_of(attribute: Json) -> tuple[Vocabulary, str] | None:
    """The term of Kith's own lists that an attribute names."""
    term = attribute.get("taxonomy_term", {})
    for vocabulary in Vocabulary:
        if term.get("taxonomy_id") == str(taxonomy_id(vocabulary)):
            code = str(term.get("term", ""))
            return (vocabulary, code) if code in CODES.get(vocabulary, (code,)) else None
    return None


def _term_name(attribute: Json) -> str:
    return str(attribute.get("taxonomy_term", {}).get("name", ""))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _without_nothing(raw: object) -> object:
    """The value without its nulls: a field that says nothing is a field that is not there."""
    if isinstance(raw, dict):
        return {key: _without_nothing(value) for key, value in raw.items() if value is not None}
    return [_without_nothing(value) for value in raw if value is not None] if isinstance(raw, list) else raw


def _can_be_kept(raw: object) -> bool:
    """Whether a database takes it: no NUL, no half of a character."""
    said = json.dumps(raw, ensure_ascii=False)
    return "\\u0000" not in said and said.encode("utf-8", "replace").decode() == said


def _name_of(raw: object) -> str:
    said = raw if isinstance(raw, dict) else {}
    name = said.get("name") or said.get("id") or "without a name"
    return str(name)[:LONGEST_NAME]


def _reason(error: Mapping[str, Any]) -> str:
    where = ".".join(str(part) for part in error["loc"]) or "record"
    own = error["type"] == "value_error"
    words = str(error["ctx"]["error"]) if own else _WORDS.get(error["type"]) or str(error["msg"]).lower()
    return f"{where}: {words}"
