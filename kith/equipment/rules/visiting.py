"""What a visitor without an account asks for, until it is shown that the e-mail or phone is hers. Pure."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from kith.equipment.rules.codes import Need
from kith.families.rules.entries import NewParent

CODE = "equipment.pump_hold.code"
LETTER = "pump_to_confirm"


@dataclass(frozen=True)
class VisitorWish:
    """Who asks, where she is reached, by which needs, and when her baby was born or is due."""

    name: str
    needs: tuple[Need, ...]
    language: str
    email: str = ""
    phone: str = ""
    due_on: date | None = None
    born_on: date | None = None

    @property
    def parent(self) -> NewParent:
        """Who asks, as the record has it."""
        *given, family = self.name.split(" ") if " " in self.name else (self.name, "")
        return NewParent(
            given_name=" ".join(given),
            family_name=family,
            phone=self.phone,
            email=self.email,
            speaks=self.language,
            reads=self.language,
        )

    def as_said(self) -> dict[str, Any]:
        """The same as plain words, for the row in which it waits."""
        days = {name: day.isoformat() if (day := getattr(self, name)) else "" for name in ("due_on", "born_on")}
        return asdict(self) | days | {"needs": [each.value for each in self.needs]}

    @classmethod
    def of_said(cls, said: Mapping[str, Any]) -> "VisitorWish":
        """Read the wish back from the stored values."""
        days = {name: date.fromisoformat(said[name]) if said[name] else None for name in ("due_on", "born_on")}
        return cls(**{**said, **days, "needs": tuple(map(Need, said["needs"]))})
