"""What a device asks and sends, read with care."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from kith.hub_days.rules.codes import DayEntryId, DeviceId
from kith.hub_days.rules.entries import SealedEntry
from kith.kernel.ids import VenueId
from kith.kernel.refusal import Refusal


class SettleForm(forms.Form):
    """Whether the register follows the device."""

    entry = forms.IntegerField(min_value=1)
    choice = forms.ChoiceField(choices=(("take", "take"), ("leave", "leave")))

    @property
    def entry_id(self) -> DayEntryId:
        """The entry."""
        return DayEntryId(self.cleaned_data["entry"])

    @property
    def takes(self) -> bool:
        """Whether what the device noted counts."""
        return bool(self.cleaned_data["choice"] == "take")


@dataclass(frozen=True)
class PackAsked:
    """Which day is to be taken along; the key names this asking."""

    venue_id: VenueId
    on: date
    request_key: UUID

    @classmethod
    def of(cls, body: bytes) -> "PackAsked":
        """What a device asked; Refusal where it cannot be read."""
        said = _read(body)
        try:
            return cls(VenueId(int(said["venue"])), date.fromisoformat(said["on"]), UUID(said["key"]))
        except (KeyError, TypeError, ValueError) as fault:
            raise Refusal("hub_day_unreadable") from fault


@dataclass(frozen=True)
class Sent:
    """What a device sends: its entries, and whether it has wiped what it kept."""

    device_id: DeviceId
    entries: tuple[SealedEntry, ...]
    has_wiped: bool
    wants_pack: bool

    @classmethod
    def of(cls, body: bytes) -> "Sent":
        """What a device sent; Refusal where it cannot be read."""
        said = _read(body)
        try:
            entries = tuple(
                SealedEntry(UUID(each["key"]), _number(each["number"]), str(each["sealed"]), str(each["signature"]))
                for each in said["entries"]
            )
            return cls(DeviceId(UUID(said["device"])), entries, bool(said.get("wiped")), bool(said.get("pack")))
        except (KeyError, TypeError, ValueError, AttributeError) as fault:
            raise Refusal("hub_day_unreadable") from fault


def _number(said: Any) -> int:
    number = int(said)
    if not 0 < number < 2**31:
        raise ValueError("number")
    return number


def _read(body: bytes) -> dict[str, Any]:
    try:
        said = json.loads(body)
    except ValueError as fault:
        raise Refusal("hub_day_unreadable") from fault
    if not isinstance(said, dict):
        raise Refusal("hub_day_unreadable")
    return said
