"""A day as a device and a sheet of paper say it: what is good to know of each family, in words."""

import base64
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kith.cafes.queries.one_to_one import TurnRow
from kith.groups.forms.needs import summary
from kith.groups.queries.register import RegisterRow
from kith.hub_days.queries.packs import DeviceKept, Pack
from kith.hub_days.rules.sealing import public_key, signing_key
from kith.hub_days.settings import LOCKS_AFTER_MINUTES
from kith.platform.ui import formats

NAMES_A_PAGE = 10
PAPER_ROWS = 10


def row_facts(row: RegisterRow) -> list[str]:
    """What the host needs to know of a family, in words; how to reach it stays behind."""
    places = ngettext("%(num)s place", "%(num)s places", row.places) % {"num": formats.number(row.places)}
    return [places, *summary(row.needs)]


def turn_said(turn: TurnRow) -> dict[str, Any]:
    """A turn one to one as a device keeps it."""
    return {
        "id": turn.id,
        "name": turn.name or _("Number %(num)s") % {"num": formats.number(turn.number)},
        "when": formats.time(turn.slot_at) if turn.slot_at else "",
        "stands": turn.state.value,
        "booked": turn.slot_at is not None,
    }


def pack_said(pack: Pack) -> dict[str, Any]:
    """The day as a device keeps it."""
    return {
        "venue": pack.venue.name,
        "day": formats.date(pack.on),
        "sessions": [
            {
                "id": register.session.id,
                "title": str(register.session.title),
                "when": f"{formats.time(register.session.starts_at)} – {formats.time(register.session.ends_at)}",
                "rows": [
                    {
                        "booking": str(row.booking_id),
                        "name": row.name,
                        "facts": row_facts(row),
                        "stands": row.attendance.value,
                    }
                    for row in register.expected
                ],
                "turns": [turn_said(turn) for turn in pack.turns.get(register.session.id, ())],
            }
            for register in pack.registers
        ],
        "pages": [
            {
                "page": each.slug,
                "titles": [
                    {"language": title.lang, "text": title.text, "dir": title.direction} for title in each.titles
                ],
            }
            for each in pack.pages
        ],
    }


def device_said(device: DeviceKept, pack: Pack) -> dict[str, Any]:
    """What a device is given once: its day, its keys, and when it forgets."""
    return {
        "device": str(device.id),
        "ends_at": int(device.ends_at.timestamp() * 1000),
        "locks_after": LOCKS_AFTER_MINUTES.now,
        "sign": base64.b64encode(signing_key(device.secret)).decode(),
        "seal": base64.b64encode(public_key(device.secret)).decode(),
        "pack": pack_said(pack),
    }
