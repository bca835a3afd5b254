"""What is carried when a day is taken along: the page with its parts, compressed, and the day as it is given."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from playwright.sync_api import APIRequestContext

from testing.addresses import sign_in
from testing.browser import browser
from testing.place import RunningPlace

AIM_BYTES = 200_000
FULL_DAY = 200
"""Families: more than a hall holds in a day."""


@dataclass(frozen=True)
class PackWeight:
    """The bytes of a day with so many families, and of the page that keeps it."""

    families: int
    page_bytes: int
    day_bytes: int
    full_day_families: int
    full_day_bytes: int
    aim: int = AIM_BYTES

    @property
    def is_small(self) -> bool:
        """Whether a full day and its page are as small as promised."""
        return self.page_bytes + self.full_day_bytes < self.aim


def pack_weight(place: RunningPlace) -> PackWeight:
    """Take tomorrow's demonstration day along, and reckon a full day from what each family in it takes."""
    with browser() as chromium, chromium.new_context(base_url=place.url, locale="en-GB") as context:
        sign_in(context, place, "coordinator")
        page = _page(context.request)
        said = _day(context.request, place)
    rows = [row for session in said["pack"]["sessions"] for row in session["rows"]]
    whole, each = _length(said), _length(rows) / len(rows)
    return PackWeight(len(rows), page, whole, FULL_DAY, int(whole + each * (FULL_DAY - len(rows))))


def show(row: PackWeight) -> None:
    """Print it."""
    mark = "ok" if row.is_small else "NO"
    print(f"{'a day taken along':34} {'bytes':>9}")
    print(f"{'the page and its parts':34} {row.page_bytes:9,}")
    print(f"{f'a day of {row.families} families':34} {row.day_bytes:9,}")
    whole = row.page_bytes + row.full_day_bytes
    print(f"{f'all, with {row.full_day_families} families':34} {whole:9,}   < {row.aim:,} {mark}\n", flush=True)


def _page(asked: APIRequestContext) -> int:
    script = asked.get("/desk/hub-day/worker.js").text()
    kept: Any = json.loads(script.partition("const KEPT = ")[2].partition(";\n")[0])
    worker = re.findall(r'importScripts\("([^"]+)"\)', script)
    parts = [asked.get(each, headers={"Accept-Encoding": "gzip"}) for each in (*kept["files"], *worker)]
    return len(asked.get(kept["page"]).body()) + sum(int(each.headers["content-length"]) for each in parts)


def _day(asked: APIRequestContext, place: RunningPlace) -> Any:
    tomorrow = (date.today() + timedelta(days=1)).isoformat()  # noqa: DTZ011  # the place's clock is this machine's
    days = asked.get("/desk/hub-days/").text()
    venues = re.findall(rf"/desk/hub-days/(\d+)/{tomorrow}/", days)
    taken = [
        asked.post(
            "/desk/hub-day/pack/",
            data=json.dumps({"venue": int(venue), "on": tomorrow, "key": str(uuid4())}),
            headers={"Origin": place.url, "Content-Type": "application/json"},
        )
        for venue in venues
    ]
    return max((each.json() for each in taken), key=_length)


def _length(said: Any) -> int:
    return len(json.dumps(said))
