"""What a feed would change in a listing, field by field, in words."""

from dataclasses import dataclass, replace
from typing import Any

from kith.directory.rules.open_referral.listing import Listing, Spot
from kith.directory.rules.open_referral.writing import Json, Names, in_words, record_of

DETAILS = "details"


@dataclass(frozen=True)
class Difference:
    """One field of the standard: what it says now, and what it would say."""

    field: str
    now: str
    then: str


def settled(told: Listing, now: Listing, *, is_ours: bool, lost_place: bool) -> Listing:
    """What the feed says, and where it says nothing (or says it of a listing that is ours), what stands here."""
    checked_on = max(filter(None, (told.checked_on, now.checked_on)), default=None)
    told = replace(told, checked_on=checked_on)
    if not told.says_needs:
        told = replace(told, needs=now.needs)
    if not told.says_ways:
        told = replace(told, ways=now.ways)
    if not told.languages:
        told = replace(told, languages=now.languages)
    if told.cost_pence is None and "cost_options" not in told.rest:
        told = replace(told, cost_pence=now.cost_pence)
    told = replace(told, spot=_settled_spot(told.spot, now.spot, lost=lost_place))
    if is_ours or not told.offered_by:
        told = replace(told, offered_by=now.offered_by)
    if is_ours:
        told = replace(told, rest=now.rest)
    return told


def _settled_spot(told: Spot | None, now: Spot | None, *, lost: bool) -> Spot | None:
    """The place the feed names; a venue of the same name is the same venue, under whichever id."""
    if told is None or now is None:
        return now if lost else told
    if told.name.casefold() == now.name.casefold():
        told = replace(told, id=now.id)
    return told if told.features else replace(told, features=now.features if told.id == now.id else ())


def differences(now: Listing, then: Listing, names: Names) -> list[Difference]:
    """The fields in which two listings differ."""
    before, after = (record_of(replace(each, rest={}), names) for each in (now, then))
    found = [
        Difference(field, words(before.get(field)), words(after.get(field)))
        for field in dict.fromkeys([*before, *after])
        if before.get(field) != after.get(field)
    ]
    changed = [key for key in sorted({*now.rest, *then.rest}) if now.rest.get(key) != then.rest.get(key)]
    return [*found, *([Difference(DETAILS, "", ", ".join(changed))] if changed else [])]


def all_of(listing: Listing, names: Names) -> list[Difference]:
    """Everything a new listing would say."""
    record = record_of(listing, names)
    return [Difference(field, "", said) for field in record if field in _SHOWN and (said := words(record[field]))]


def words(value: Any) -> str:
    """A field of a record as an editor reads it."""
    if isinstance(value, list):
        lines = [_row(each) for each in value]
        return "\n".join(dict.fromkeys(line for line in lines if line))
    return _row(value) if isinstance(value, dict) else "" if value is None else str(value)


_SHOWN = frozenset(
    {
        "name", "description", "url", "email", "assured_date", "organization", "schedules", "service_at_locations",
        "languages", "attributes", "cost_options", "contacts",
    }
)  # fmt: skip


def _row(row: Json) -> str:
    """One row that hangs on a record."""
    if "location" in row:
        return _place(row["location"])
    if "taxonomy_term" in row:
        return str(row["taxonomy_term"].get("name", ""))
    if "amount" in row:
        return "£" + format(row["amount"], ".2f")
    if "phones" in row:
        said = [row.get("name", ""), *(str(each.get("number", "")) for each in row["phones"])]
        return ", ".join(part for part in said if part)
    if "byday" in row or "opens_at" in row:
        return in_words([row])
    return next((str(row[key]) for key in ("name", "description", "code", "source") if row.get(key)), "")


def _place(location: Json) -> str:
    address: Json = next(iter(location.get("addresses", ())), {})
    parts = [location.get("name"), address.get("address_1"), address.get("city"), address.get("postal_code")]
    feels = [_row(each) for each in location.get("attributes", ())]
    point = ", ".join(f"{location[key]:g}" for key in ("latitude", "longitude") if key in location)
    whole = [", ".join(str(part) for part in parts if part), point, ", ".join(feels), location.get("description", "")]
    return "; ".join(part for part in whole if part)
