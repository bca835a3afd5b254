"""What a place chooses about the pictures it takes in."""

from kith.files.rules import MOST_MEGABYTES as USUAL_MEGABYTES
from kith.files.rules import MOST_MEGAPIXELS as USUAL_MEGAPIXELS
from kith.kernel.choices import Unit, whole
from kith.kernel.choices import marked as _

MOST_MEGABYTES = whole(
    "files.most_megabytes",
    _("A photo may have, in megabytes, at most"),
    USUAL_MEGABYTES,
    of=(1, 20),
    unit=Unit.NOTHING,
    source="photos of phones have three to eight megabytes; no national value",
)
MOST_MEGAPIXELS = whole(
    "files.most_megapixels",
    _("A photo may have, in megapixels, at most"),
    USUAL_MEGAPIXELS,
    of=(2, 36),
    unit=Unit.NOTHING,
    source="the usual camera of a phone has twelve; no national value",
)
