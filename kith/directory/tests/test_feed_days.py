"""What reads like a number is no day: pydantic alone would take it for seconds since 1970."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import get_args

import pytest
from pydantic import AwareDatetime, BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from kith.directory.rules.open_referral import asking, records
from kith.directory.rules.open_referral.reading import checked
from kith.directory.tests.feeds import uuid

__all__ = ["asking"]
IN_DAYS_OR_HOURS = (date, datetime, time, timedelta)
NO_DAY = "valid_from: is not a day: write year, month and day like 2026-11-30"
NUMBERS = ["20261130", "2026", "1732924800", "1.5e9", "-5", "+86400", "0", 0, 86_400, 5.5, -1, True]


def models(parent: type[BaseModel] = BaseModel) -> Iterator[type[BaseModel]]:
    for each in parent.__subclasses__():
        if each.__module__.startswith("kith."):
            yield each
        yield from models(each)


def is_of_time(annotation: object) -> bool:
    return annotation in (*IN_DAYS_OR_HOURS, AwareDatetime) or any(map(is_of_time, get_args(annotation)))


def takes(field: FieldInfo, value: object) -> bool:
    try:
        TypeAdapter(field.rebuild_annotation(), config=ConfigDict()).validate_python(value)
    except ValidationError:
        return False
    return True


def fields_of_time() -> dict[str, FieldInfo]:
    """Each field of a day, an instant or a length of time that a model of Kith reads from a text of others."""
    return {
        f"{model.__name__}.{name}": field
        for model in models()
        for name, field in model.model_fields.items()
        if is_of_time(field.annotation)
    }


def test_no_model_of_kith_takes_a_number_for_a_day() -> None:
    found = fields_of_time()
    assert {"ListedService.last_modified", "ListedService.assured_date", "Schedule.valid_from"} <= found.keys()
    assert [(name, value) for name, field in found.items() for value in NUMBERS if takes(field, value)] == []
    assert all(takes(field, "2026-11-30T00:00:00Z") for field in found.values())


@pytest.mark.parametrize("annotation", [AwareDatetime, date | None])
def test_the_control_pydantic_alone_does(annotation: type) -> None:
    field = FieldInfo(annotation=annotation)
    assert is_of_time(annotation)
    assert takes(field, 0)
    assert takes(field, "1732924800")


@pytest.mark.parametrize(
    ("model", "said", "reason"),
    [
        (records.Schedule, {"valid_from": "20261130"}, NO_DAY),
        (records.Schedule, {"valid_from": "2026-13-01"}, NO_DAY),
        (records.Schedule, {"valid_from": "2026-11-300"}, NO_DAY),
        (
            records.ListedService,
            {"last_modified": "2026-11-30T25:00:00Z"},
            "last_modified: is not a date and time: write it like 2026-11-30T14:05:00Z",
        ),
        (
            records.ListedService,
            {"last_modified": "2026-11-30T14:05:00"},
            "last_modified: does not say in which time zone: write it like 2026-11-30T14:05:00Z",
        ),
    ],
)
def test_a_wrong_day_is_refused_with_where_it_stands_and_how_to_write_it(
    model: type[BaseModel], said: dict[str, str], reason: str
) -> None:
    record = {"id": uuid(1), "name": "Feeding café", "status": "active", **said}
    kept, (refused,) = checked(record, model, "record")
    assert kept is None
    assert refused.reasons == (reason,)


def test_days_and_instants_of_the_standard_stay() -> None:
    record = {"id": uuid(1), "valid_from": "2026-11-30", "dtstart": "2026-11-30T09:00:00Z"}
    kept, refused = checked(record, records.Schedule, "schedule")
    assert refused == []
    assert kept == {**record, "dtstart": "2026-11-30"}
