"""The telephone numbers of a service's record: the one Kith shows, and those it cannot."""

from collections.abc import Sequence
from typing import Any

from kith.kernel import phone
from kith.kernel.phone import NotATelephoneNumber

Json = dict[str, Any]


def of(record: Json) -> list[str]:
    """Each number of the record as the feed writes it, the service's own before those of its contacts."""
    holders = [record, *record.get("contacts", [])]
    return [
        str(each.get("number", ""))
        for holder in holders
        for each in _list(holder.get("phones"))
        if isinstance(each, dict)
    ]


def first_number(record: Json) -> str:
    """The first number that can be rung as it stands; an empty text where there is none."""
    return next((phone.parse_published(each) for each in of(record) if not _fault(each)), "")


def faults(record: Json) -> tuple[str, ...]:
    """What is wrong with each number that Kith cannot show, and what its publisher can do."""
    found = [(each, _fault(each)) for each in of(record)]
    return tuple(f"number: {text!r} {fault}: write it like 01632 960123" for text, fault in found if fault)


def _fault(text: str) -> str:
    try:
        phone.parse_published(text)
    except NotATelephoneNumber as error:
        return error.fault
    return ""


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else ()
