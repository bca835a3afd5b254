"""What a listing says, in Kith's words; the standard's record is made of it, and it of the standard's record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from kith.directory.rules.codes import Feature, Way
from kith.directory.rules.needs import Need

WHO_IS_WELCOME = "Who is welcome: "


@dataclass(frozen=True)
class Spot:
    """The place where a service is, with the id of its being there."""

    id: UUID
    at_id: UUID
    name: str
    address: str
    postcode: str
    lon: float
    lat: float
    features: tuple[Feature, ...] = ()
    getting_there: str = ""


@dataclass(frozen=True)
class Listing:
    """A service as one directory tells another of it; ``rest`` is what Kith has no word for, as it was said."""

    id: UUID
    name: str
    needs: tuple[Need, ...]
    ways: tuple[Way, ...]
    summary: str = ""
    what_happens: str = ""
    who_is_welcome: str = ""
    open_when: str = ""
    languages: tuple[str, ...] = ()
    website: str = ""
    email: str = ""
    phone: str = ""
    cost_pence: int | None = None
    checked_on: date | None = None
    spot: Spot | None = None
    offered_by: Mapping[str, Any] = field(default_factory=dict)
    rest: Mapping[str, Any] = field(default_factory=dict)
    says_needs: bool = True
    says_ways: bool = True

    @property
    def provider(self) -> str:
        """The name of who offers it; empty where the feed names none."""
        return str(self.offered_by.get("name", ""))

    @property
    def description(self) -> str:
        """Its texts as one."""
        welcome = WHO_IS_WELCOME + self.who_is_welcome if self.who_is_welcome else ""
        return "\n\n".join(part for part in (self.summary, self.what_happens, welcome) if part)


def paragraphs(description: str) -> tuple[str, str, str]:
    """A description as summary, what happens and who is welcome."""
    first, *others = [part.strip() for part in description.replace("\r\n", "\n").split("\n\n")] or [""]
    welcome = [part for part in others if part.startswith(WHO_IS_WELCOME)]
    what_happens = "\n\n".join(part for part in others if part and part not in welcome)
    return first, what_happens, " ".join(part.removeprefix(WHO_IS_WELCOME) for part in welcome)
