"""What a place chooses about the pictures and sounds it takes in."""

from kith.files.rules import MOST_MEGABYTES as USUAL_MEGABYTES
from kith.files.rules import MOST_MEGAPIXELS as USUAL_MEGAPIXELS
from kith.files.rules import MOST_MINUTES as USUAL_MINUTES
from kith.files.rules import MOST_SOUND_MEGABYTES as USUAL_SOUND_MEGABYTES
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
MOST_SOUND_MEGABYTES = whole(
    "files.most_sound_megabytes",
    _("A spoken note may have, in megabytes, at most"),
    USUAL_SOUND_MEGABYTES,
    of=(2, 20),
    unit=Unit.NOTHING,
    source="five minutes recorded by a browser have one to five megabytes; no national value",
)
MOST_MINUTES = whole(
    "files.most_minutes",
    _("A spoken note may last, in minutes, at most"),
    USUAL_MINUTES,
    of=(1, 5),
    unit=Unit.NOTHING,
    source="local custom; no national value",
)
