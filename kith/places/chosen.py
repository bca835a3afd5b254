"""What this place is and what it has chosen, as a lasting copy.

It is read without a statement, and told while the database is stopped. The process that changes a setting renews it
after its commit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings

from kith.kernel.choices import place
from kith.places import facts
from kith.places.facts.authorities import all_present
from kith.places.facts.shape import PlaceFacts
from kith.places.models import Place, SettingChange
from kith.places.rules import PlaceKind
from kith.platform.web.lasting import LastingCopy

# A number kept free for drama: nobody answers it, and nobody must be called by a demonstration.
OF_A_DEMONSTRATION: Mapping[str, object] = {
    place.MATERNITY_NAME.key: "Maternity unit of the demonstration (the number is invented)",
    place.MATERNITY_PHONE.key: "+441632960911",
    place.MATERNITY_FROM_WEEK.key: 16,
}


@dataclass(frozen=True)
class Own:
    """What the database says the place is (nothing where none has begun), its codes, and its choices by key."""

    kind: PlaceKind | None
    areas: tuple[str, ...]
    values: Mapping[str, object]
    in_demonstration: Mapping[str, object]


def own() -> Own:
    """What this place is and has chosen."""
    return _COPY.current()


def chosen_values() -> Mapping[str, object]:
    """What the place has chosen, by the key of the setting; a demonstration has chosen a little already."""
    return own().in_demonstration if settings.KITH.demonstration else own().values


def choices_mark() -> str:
    """A text that is another one whenever a choice is; asks no database."""
    return _COPY.mark()


def renew_choices() -> None:
    """Read anew what was chosen: for a command that has just written it, and for tests."""
    _COPY.renew()


def this_place() -> PlaceFacts:
    """The facts of the one place this installation serves: of a real one by its codes, else those typed in."""
    there = own()
    if there.kind is not PlaceKind.REAL:
        return facts.facts_of(settings.KITH.place)
    found = facts.facts_of_areas(all_present(there.areas), place.NAME.now)
    return replace(found, births_a_year=place.BIRTHS.now) if place.BIRTHS.now else found


def kind_here() -> PlaceKind | None:
    """What this database is, asked of itself; None where no place has begun in it."""
    row = Place.objects.first()
    return PlaceKind(row.kind) if row else None


def _build() -> dict[str, Any]:
    row = Place.objects.first()
    changes = SettingChange.objects.order_by("key", "-pk").distinct("key").values_list("key", "value")
    return {"kind": row.kind if row else "", "areas": row.areas if row else [], "values": dict(changes)}


def _read(said: dict[str, Any]) -> Own:
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in said["values"].items()}
    kind = PlaceKind(said["kind"]) if said["kind"] else None
    return Own(kind, tuple(said["areas"]), values, {**OF_A_DEMONSTRATION, **values})


_COPY: LastingCopy[Own] = LastingCopy(
    "place", build=_build, shipped=lambda: {"kind": "", "areas": [], "values": {}}, read=_read
)
