"""Until when an administrator's link opens. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kith.kernel.refusal import Refusal

LASTS = timedelta(hours=24)
OPENS = "administrator link"


@dataclass(frozen=True)
class LinkFacts:
    """A link that was given out."""

    ends_at: datetime
    is_used: bool
    is_replaced: bool


def may_use_link(link: LinkFacts | None, *, now: datetime) -> Refusal | None:
    """Say why the link opens nothing, or None if it does; each refusal's words say how to get another."""
    if link is None or link.is_replaced:
        return Refusal("administrator_link_unknown")
    if link.is_used:
        return Refusal("administrator_link_used")
    return Refusal("administrator_link_late") if now >= link.ends_at else None
