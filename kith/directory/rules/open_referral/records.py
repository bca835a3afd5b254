"""The records of Open Referral UK 3.0, as the standard's own schemas describe them; fields we do not know are kept."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, FiniteFloat

from kith.kernel.outside import Day, Email, Instant, Said, Text, Web

VERSION = "HSDS-UK-3.0"
PROFILE = "https://docs.openreferraluk.org/en/latest/"


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
    """Where a person must live to use a service."""

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
    """How a person gets into a location."""

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
    """A person to turn to at a service."""

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
    """The record as it is sent: without what was not said."""
    return record.model_dump(mode="json", exclude_none=True)
