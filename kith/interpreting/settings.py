"""What a place chooses for its interpreters."""

from kith.kernel.choices import Unit, times, whole
from kith.kernel.choices import marked as _

_CONTRACT = "the place's own contract with its interpreters"

LENGTH_FACTOR = times(
    "interpreting.length_factor",
    _("How much longer a talk through an interpreter takes"),
    2.0,
    of=(1, 3),
    source="a talk through an interpreter takes about twice as long (custom of interpreting services)",
)
REMINDER_HOURS = whole(
    "interpreting.reminder_hours",
    _("An interpreter is reminded before the talk"),
    48,
    of=(1, 336),
    unit=Unit.HOURS,
    source=_CONTRACT,
)
LATE_HOURS = whole(
    "interpreting.late_hours",
    _("A cancellation counts as late before the talk"),
    24,
    of=(0, 168),
    unit=Unit.HOURS,
    source=_CONTRACT,
)
TRAVEL_MINUTES = whole(
    "interpreting.travel_minutes",
    _("Between two talks in person"),
    30,
    of=(0, 180),
    unit=Unit.MINUTES,
    source=_CONTRACT,
)
