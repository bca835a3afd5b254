"""What a place chooses for its cafés."""

from kith.cafes.rules.turns import LONGEST, SHORTEST
from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _

TALK_MINUTES = whole(
    "cafes.talk_minutes",
    _("A one-to-one talk at a café is planned to take"),
    20,
    of=(SHORTEST, LONGEST),
    unit=Unit.MINUTES,
    source="local custom; no national value",
)
