"""A day as a device and a sheet of paper say it: facts about each family in words, ten names on a page."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext, ngettext

from kith.groups.queries.register import Register, RegisterRow
from kith.groups.queries.sessions import SessionCard
from kith.hub_days.queries.packs import DeviceKept, Pack
from kith.hub_days.rules.sealing import public_key, signing_key
from kith.hub_days.settings import LOCKS_AFTER_MINUTES
from kith.platform.ui import formats

NAMES_A_PAGE = 10
PAPER_ROWS = 10


@dataclass(frozen=True)
class Sheet:
    """One page of a register on paper."""

    session: SessionCard
    number: int
    of: int
    rows: tuple[RegisterRow, ...]


def sheets(pack: Pack) -> list[Sheet]:
    """The registers, ten names a page, in the order of the alphabet; one page at least for each session."""
    return [sheet for register in pack.registers for sheet in _sheets(register)]


def _sheets(register: Register) -> Iterator[Sheet]:
    rows = in_order(register)
    pages = [rows[first : first + NAMES_A_PAGE] for first in range(0, max(len(rows), 1), NAMES_A_PAGE)]
    for number, page in enumerate(pages, 1):
        yield Sheet(register.session, number, len(pages), tuple(page))


def in_order(register: Register) -> list[RegisterRow]:
    """Who is expected, by name."""
    return sorted(register.expected, key=lambda row: (row.name.casefold(), str(row.booking_id)))


def row_facts(row: RegisterRow) -> list[str]:
    """What the host needs to know of a family, in words; how to reach it stays behind."""
    facts = [ngettext("%(num)s place", "%(num)s places", row.places) % {"num": formats.number(row.places)}]
    if row.interpreter_language:
        language = formats.language(row.interpreter_language)
        facts.append(gettext("Interpreter asked for: %(language)s") % {"language": language})
    if row.access_needs:
        facts.append(f"{gettext('To make it easier:')} {row.access_needs}")
    return facts


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
                    for row in in_order(register)
                ],
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
