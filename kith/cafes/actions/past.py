"""Arrivals of the past as they are loaded at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.cafes.models import Arrival
from kith.cafes.rules.footfall import People
from kith.imports.copying import Cells, Tables
from kith.kernel.ids import SessionId


@dataclass(frozen=True)
class NewArrival:
    """People who came in together, some time ago."""

    session_id: SessionId
    people: People
    at: datetime
    request_key: UUID
    language: str = ""
    community: str = ""


def arrival_row(new: NewArrival) -> Iterator[Cells]:
    """The row of an arrival that counts."""
    yield {
        "session_id": new.session_id,
        **vars(new.people),
        "at": new.at,
        "request_key": new.request_key,
        "language": new.language,
        "community": new.community,
    }


TABLES: dict[type[Any], Tables] = {NewArrival: ((Arrival, arrival_row),)}
