"""What a place chooses about how often a family meets new faces."""

from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _

_LOCAL = "local custom; no national value"

NEW_FACES = whole(
    "contacts.new_faces",
    _("New people met before the family's lead is told"),
    3,
    of=(2, 10),
    unit=Unit.PEOPLE,
    source=_LOCAL,
)
NEW_FACES_WITHIN_DAYS = whole(
    "contacts.new_faces_within_days", _("Within so many days"), 90, of=(7, 730), unit=Unit.DAYS, source=_LOCAL
)
