"""Dates as schedules: what comes round every week, fortnight or month is said once, everything else by its day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from kith.directory.rules.open_referral.terms import row_id

Json = dict[str, Any]
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FEWEST = 3
MOST_SINGLE = 20


def patterns(owner: UUID, dates: Iterable[tuple[datetime, datetime, bool]]) -> list[Json]:
    """The schedules of a service whose sessions start and end then (local time) and are online or not."""
    alike: dict[tuple[int, str, str, bool], list[datetime]] = defaultdict(list)
    for starts_at, ends_at, online in sorted(dates):
        key = (starts_at.weekday(), f"{starts_at:%H:%M:%S}", f"{ends_at:%H:%M:%S}", online)
        alike[key].append(starts_at)
    found: list[Json] = []
    singles: list[Json] = []
    for (weekday, opens_at, closes_at, online), starts in alike.items():
        common = {"opens_at": opens_at, "closes_at": closes_at, "attending_type": "online" if online else "in person"}
        rule = _rule(starts)
        if rule:
            said = {**rule, "byday": rule["byday"] + DAYS[weekday], **common}
            found.append({"id": _id(owner, said), **said})
        else:
            days = [{"dtstart": str(each.date()), "valid_to": str(each.date()), **common} for each in starts]
            singles += [{"id": _id(owner, said), **said} for said in days]
    return [*found, *sorted(singles, key=lambda each: (each["dtstart"], each["opens_at"]))[:MOST_SINGLE]]


def _rule(starts: list[datetime]) -> Json | None:
    """How the dates come round, where they do."""
    days = sorted({each.date() for each in starts})
    gaps = {(later - earlier).days for earlier, later in pairwise(days)}
    if len(days) < FEWEST:
        return None
    if gaps in ({7}, {14}):
        return {"freq": "WEEKLY", "interval": gaps.pop() // 7, "byday": ""}
    weeks = {(day.day - 1) // 7 for day in days}
    if gaps <= {28, 35} and len(weeks) == 1:
        return {"freq": "MONTHLY", "interval": 1, "byday": str(weeks.pop() + 1)}
    return None


def _id(owner: UUID, said: Json) -> str:
    return str(row_id(owner, "schedule " + " ".join(f"{key}={value}" for key, value in sorted(said.items()))))
