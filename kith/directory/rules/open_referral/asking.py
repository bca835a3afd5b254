"""What may be asked of the feed: the parameters of the standard, each with its bounds."""

import re
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, FiniteFloat

MOST_A_PAGE, USUAL_A_PAGE, LAST_PAGE = 100, 50, 1_000_000
FURTHEST_METRES = 200_000
OLDEST = 150


def _digits(text: object) -> object:
    if isinstance(text, str) and not re.fullmatch(r"-?[0-9]{1,9}", text):
        raise ValueError("is not a whole number")
    return text


def _decimal(text: object) -> object:
    if isinstance(text, str) and not re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,30})?([eE][-+]?[0-9]{1,3})?", text):
        raise ValueError("is not a number")
    return text


def _uuid(text: object) -> object:
    if isinstance(text, str) and not re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", text):
        raise ValueError("is not a UUID")
    return text


Number = Annotated[FiniteFloat, BeforeValidator(_decimal)]
Id = Annotated[UUID, BeforeValidator(_uuid)]
TimeOfDay = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$")]


class DayOfWeek(StrEnum):
    """A day, by the two letters of iCalendar."""

    MO = "MO"
    TU = "TU"
    WE = "WE"
    TH = "TH"
    FR = "FR"
    SA = "SA"
    SU = "SU"


class AskedPage(BaseModel):
    """Which page of a list."""

    model_config = ConfigDict(frozen=True)

    page: Annotated[
        int, BeforeValidator(_digits), Field(ge=1, le=LAST_PAGE, description="Which page; the first is 1.")
    ] = 1
    per_page: Annotated[
        int, BeforeValidator(_digits), Field(ge=1, le=MOST_A_PAGE, description="How many records a page holds.")
    ] = USUAL_A_PAGE


class Asked(AskedPage):
    """Which services."""

    search: Annotated[
        str | None,
        Field(max_length=200, description="Words that a service speaks of, in any language of the directory."),
    ] = None
    taxonomy_term_id: Annotated[Id | None, Field(description="Services described by this term.")] = None
    taxonomy_id: Annotated[Id | None, Field(description="Services described by any term of this taxonomy.")] = None
    minimum_age: Annotated[
        Number | None, Field(ge=0, le=OLDEST, description="Services whose minimum age is this or higher, in years.")
    ] = None
    maximum_age: Annotated[
        Number | None, Field(ge=0, le=OLDEST, description="Services whose maximum age is this or lower, in years.")
    ] = None
    start_time: Annotated[TimeOfDay | None, Field(description="With a session that starts then or later.")] = None
    end_time: Annotated[TimeOfDay | None, Field(description="With a session that ends then or earlier.")] = None
    day: Annotated[DayOfWeek | None, Field(description="Services with a session on this day.")] = None

    @property
    def asks_when(self) -> bool:
        """Whether it depends on sessions."""
        return bool(self.start_time or self.end_time or self.day)


class AskedAnywhere(Asked):
    """Which services at which locations."""

    postcode: Annotated[
        str | None,
        Field(max_length=10, description="A postcode of this place, or the first half of one."),
    ] = None
    proximity: Annotated[
        int | None,
        BeforeValidator(_digits),
        Field(
            ge=1,
            le=FURTHEST_METRES,
            description="Metres from the centre of the postcode, or else of the place.",
        ),
    ] = None
