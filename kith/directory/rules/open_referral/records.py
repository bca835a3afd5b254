"""The records of Open Referral UK 3.0, as the standard's own schemas describe them; fields we do not know are kept."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, FiniteFloat, WithJsonSchema

VERSION = "HSDS-UK-3.0"
PROFILE = "https://docs.openreferraluk.org/en/latest/"
_DAY_FIRST = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_EMAIL = re.compile(r"[^@\s\x00]+@[^@\s\x00]+\.[^@\s\x00.]+")


def _web(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError as error:
        raise ValueError("is not a web address") from error
    if parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"[\s\x00]", text):
        raise ValueError("is not a web address: it begins with https:// and holds no spaces")
    return text


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise ValueError("is not an e-mail address, like name@example.org")
    return text


def _plain(text: str) -> str:
    if "\x00" in text:
        raise ValueError("holds a character that no text has (NUL)")
    return text


def _said(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty")
    return text


def _day(value: object) -> object:
    if not _begins_with_a_day(value):
        raise ValueError("is not a day: write year, month and day like 2026-11-30")
    # Some feeds write an instant where the standard has a day.
    return value[:10] if isinstance(value, str) else value


def _instant(value: object) -> object:
    if not _begins_with_a_day(value):
        raise ValueError("is not a date and time: write it like 2026-11-30T14:05:00Z")
    return value


def _begins_with_a_day(value: object) -> bool:
    # Pydantic reads "2026" and 20261130 as seconds, and so as days of the 1970s.
    return isinstance(value, date) or (isinstance(value, str) and bool(_DAY_FIRST.match(value)))


Text = Annotated[str, AfterValidator(_plain)]
Said = Annotated[str, AfterValidator(_plain), AfterValidator(_said)]
Web = Annotated[str, AfterValidator(_web), WithJsonSchema({"type": "string", "format": "uri"})]
Email = Annotated[str, AfterValidator(_email), WithJsonSchema({"type": "string", "format": "email"})]
Instant = Annotated[AwareDatetime, BeforeValidator(_instant)]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]


class Status(StrEnum):
    """Whether a service is offered."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    DEFUNCT = "defunct"
    CLOSED_FOR_NOW = "temporarily closed"


class Kind(StrEnum):
    """What sort of place a location or an address is."""

    PHYSICAL = "physical"
    POSTAL = "postal"
    VIRTUAL = "virtual"


class Frequency(StrEnum):
    """How a schedule comes round."""

    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"


class Record(BaseModel):
    """A record of the standard: an id of its own, and whatever else its publisher says."""

    model_config = ConfigDict(extra="allow")

    id: UUID


class Taxonomy(Record):
    """A list of terms that services are described by."""

    name: Said
    description: Said
    uri: Web | None = None
    version: Text | None = None


class TaxonomyTerm(Record):
    """One term of a taxonomy."""

    name: Said
    description: Said
    parent_id: UUID | None = None
    taxonomy: Text | None = None
    taxonomy_id: UUID | None = None
    term_uri: Web | None = None
    term: Text | None = None


class Attribute(Record):
    """The link from a record to a term that describes it."""

    link_id: UUID | None = None
    taxonomy_term_id: UUID | None = None
    link_type: Text | None = None
    taxonomy_term: TaxonomyTerm | None = None


class Schedule(Record):
    """When a service is there."""

    valid_from: Day | None = None
    valid_to: Day | None = None
    dtstart: Day | None = None
    freq: Frequency | None = None
    interval: FiniteFloat | None = None
    byday: Text | None = None
    bymonthday: Text | None = None
    description: Text | None = None
    opens_at: Text | None = None
    closes_at: Text | None = None
    schedule_link: Web | None = None
    attending_type: Text | None = None
    notes: Text | None = None


class ServiceArea(Record):
    """Where somebody must live to use a service."""

    name: Text | None = None
    extent: Text | None = None
    extent_type: Text | None = None
    uri: Text | None = None
    service_area: Text | None = None


class Address(Record):
    """A postal address of a location."""

    attention: Text | None = None
    address_1: Said
    city: Text
    region: Text | None = None
    state_province: Text
    postal_code: Text
    country: Text
    address_type: Kind


class Accessibility(Record):
    """How somebody gets into a location."""

    description: Text | None = None
    details: Text | None = None
    url: Web | None = None
    accessibility: Text | None = None


class Location(Record):
    """A place, or somewhere online."""

    location_type: Kind
    name: Text | None = None
    description: Text | None = None
    latitude: FiniteFloat | None = None
    longitude: FiniteFloat | None = None
    external_identifier: Text | None = None
    external_identifier_type: Text | None = None
    addresses: list[Address] | None = None
    accessibility: list[Accessibility] | None = None
    attributes: list[Attribute] | None = None


class Language(Record):
    """A language spoken at a service."""

    code: Text | None = None
    name: Text | None = None


class Phone(Record):
    """A telephone number."""

    number: Text


class Contact(Record):
    """Somebody to turn to at a service."""

    name: Text | None = None
    title: Text | None = None
    phones: list[Phone] | None = None


class Funding(Record):
    """Where a service's money comes from."""

    source: Text | None = None


class CostOption(Record):
    """What a service costs, in pounds."""

    valid_from: Day | None = None
    valid_to: Day | None = None
    option: Text | None = None
    amount: FiniteFloat | None = None
    amount_description: Text | None = None


class Organization(Record):
    """Who offers a service."""

    name: Said
    description: Said
    email: Email | None = None
    website: Web | None = None
    logo: Text | None = None
    uri: Web | None = None
    parent_organization_id: UUID | None = None


class ListedService(Record):
    """A service as a list shows it: with its organisation, without what hangs on it."""

    name: Said
    status: Status
    description: Text | None = None
    url: Web | None = None
    email: Email | None = None
    fees: Text | None = None
    accreditations: Text | None = None
    minimum_age: FiniteFloat | None = None
    maximum_age: FiniteFloat | None = None
    assured_date: Day | None = None
    assurer_email: Email | None = None
    alert: Text | None = None
    last_modified: Instant | None = None
    organization: Organization | None = None


class ServiceAtLocation(Record):
    """That a service is offered at a location."""

    location: Location | None = None
    service: ListedService | None = None


class Service(ListedService):
    """A service with all that hangs on it."""

    schedules: list[Schedule] | None = None
    service_areas: list[ServiceArea] | None = None
    service_at_locations: list[ServiceAtLocation] | None = None
    languages: list[Language] | None = None
    funding: list[Funding] | None = None
    cost_options: list[CostOption] | None = None
    contacts: list[Contact] | None = None
    attributes: list[Attribute] | None = None


class About(BaseModel):
    """What a feed says of itself."""

    version: str
    profile: Web
    openapi_url: Web


def as_json(record: BaseModel) -> dict[str, Any]:
    """The record as it is sent: without what nobody said."""
    return record.model_dump(mode="json", exclude_none=True)
