"""The words of files, in the reader's language."""

from typing import cast

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.platform.ui import formats
from kith.platform.ui.refusals import RefusalWords, Refused


def _too_large(refusal: Refusal) -> str:
    most = formats.number(cast("int", refusal.facts["most"]))
    return gettext("This photo is too large. Choose one of at most %(most)s megabytes.") % {"most": most}


def _too_many_points(refusal: Refusal) -> str:
    said = {name: formats.number(cast("int", refusal.facts[name])) for name in ("found", "most")}
    return (
        gettext(
            "This photo has %(found)s megapixels, more than we can open. Choose a smaller size in your camera or "
            "gallery: at most %(most)s megapixels."
        )
        % said
    )


def _sound_too_large(refusal: Refusal) -> str:
    most = formats.number(cast("int", refusal.facts["most"]))
    return gettext("This recording is too large. Choose one of at most %(most)s megabytes, or say it in two.") % {
        "most": most
    }


def _sound_too_long(refusal: Refusal) -> str:
    most = formats.number(cast("int", refusal.facts["most"]))
    return gettext("This recording is longer than %(most)s minutes. Say it in two parts.") % {"most": most}


REFUSALS: RefusalWords = {
    "picture_is_empty": Refused(_("This file is empty. Choose another."), "picture"),
    "picture_too_large": Refused(_too_large, "picture"),
    "picture_too_many_points": Refused(_too_many_points, "picture"),
    "picture_kind_unknown": Refused(
        _("This is not a photo that we can show. Choose one that ends in .jpg, .png or .webp."), "picture"
    ),
    "sound_is_empty": Refused(_("Nothing is in this recording. Record it again, or choose another."), "recording"),
    "sound_too_large": Refused(_sound_too_large, "recording"),
    "sound_too_long": Refused(_sound_too_long, "recording"),
    "sound_kind_unknown": Refused(
        _("This is not a recording that we can play. Choose one that ends in .m4a, .mp3, .ogg, .webm or .wav."),
        "recording",
    ),
    "sound_unreadable": Refused(
        _("This recording is damaged, or is a film. Record it again, or write to us."), "recording"
    ),
    "picture_unreadable": Refused(_("This photo is damaged, and cannot be opened. Choose another."), "picture"),
}
