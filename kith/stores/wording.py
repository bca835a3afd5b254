"""The words of stores, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kith.kernel.refusal import Refusal
from kith.platform.ui import formats
from kith.platform.ui.refusals import RefusalWords, Refused
from kith.stores.rules.codes import HowTold, MoveKind, RecallBy, RecallReason, WhyDiffers

MOVES: Mapping[MoveKind, Promise] = {
    MoveKind.BOUGHT: _("Bought"),
    MoveKind.DONATED: _("Donated"),
    MoveKind.MOVED: _("Sent to another store"),
    MoveKind.GIVEN: _("Given to a family"),
    MoveKind.LOST: _("Missing"),
    MoveKind.FOUND: _("Found again"),
    MoveKind.DISCARDED: _("Thrown away"),
}
WHY_DIFFERS: Mapping[WhyDiffers, Promise] = {
    WhyDiffers.NOT_NOTED: _("Something was given or moved without a note"),
    WhyDiffers.GONE: _("It cannot be found"),
    WhyDiffers.MISCOUNTED: _("It was counted wrongly before"),
}
RECALLED_BY: Mapping[RecallBy, Promise] = {
    RecallBy.MODEL: _("All pumps of one model"),
    RecallBy.SERIAL: _("One serial number"),
    RecallBy.BATCH: _("One batch of kits, or of things in bundles"),
}
REASONS: Mapping[RecallReason, Promise] = {
    RecallReason.MAKER: _("The maker calls it back"),
    RecallReason.ELECTRICAL: _("It may not be safe to plug in"),
    RecallReason.NOT_CLEAN: _("It may not be clean"),
    RecallReason.BREAKS: _("A part of it may break"),
}
HOW_TOLD: Mapping[HowTold, Promise] = {
    HowTold.MESSAGE: _("By message"),
    HowTold.PHONE: _("By phone"),
    HowTold.IN_PERSON: _("Face to face"),
    HowTold.LETTER: _("By letter"),
}


def _too_few(refusal: Refusal) -> str:
    count = int(str(refusal.facts["count"]))
    words = ngettext(
        "Only %(num)s piece of this batch is here. Count again, or choose another batch.",
        "Only %(num)s pieces of this batch are here. Count again, or choose another batch.",
        count,
    )
    return words % {"num": formats.number(count)}


def _never_lost(refusal: Refusal) -> str:
    count = int(str(refusal.facts["count"]))
    words = ngettext(
        "Only %(num)s piece of this batch is missing here. If more came, note that they were bought or donated.",
        "Only %(num)s pieces of this batch are missing here. If more came, note that they were bought or donated.",
        count,
    )
    return words % {"num": formats.number(count)}


def _recalled(refusal: Refusal) -> str:
    number = refusal.facts["number"]
    return gettext("Batch %(number)s is called back. Set it aside; it can only be thrown away.") % {"number": number}


def _expired(refusal: Refusal) -> str:
    number = refusal.facts["number"]
    return gettext("Batch %(number)s has expired. Throw it away, and give a newer one.") % {"number": number}


def _other_day(refusal: Refusal) -> str:
    number = refusal.facts["number"]
    return gettext("Batch %(number)s is known with another day of expiry. Look at the box again.") % {"number": number}


def _none_left(refusal: Refusal) -> str:
    words = gettext("Nothing of “%(item)s” is left in %(store)s. Take some in first, or use another store.")
    return words % {"item": refusal.facts["item"], "store": refusal.facts["store"]}


def _none_good(refusal: Refusal) -> str:
    words = gettext(
        "What is left of “%(item)s” in %(store)s is called back or has expired: set it aside. "
        "Take a new batch in first, or use another store."
    )
    return words % {"item": refusal.facts["item"], "store": refusal.facts["store"]}


def _count_why(refusal: Refusal) -> str:
    words = gettext("%(num)s of batch %(number)s are noted, and you counted another number. Count again, or say why.")
    count = formats.number(int(str(refusal.facts["count"])))
    return words % {"num": count, "number": refusal.facts["number"]}


REFUSALS: RefusalWords = {
    "store_known": Refused(_("There is a store of this name already"), "name"),
    "stock_count": Refused(_("Say how many: at least one"), "count"),
    "stock_too_few": Refused(_too_few, "count"),
    "stock_never_lost": Refused(_never_lost, "count"),
    "stock_count_why": Refused(_count_why, "why"),
    "stock_same_store": Refused(_("Choose another store than the one it leaves"), "to_store"),
    "stock_none_left": Refused(_none_left),
    "stock_none_good": Refused(_none_good),
    "batch_recalled": Refused(_recalled, "batch"),
    "batch_expired": Refused(_expired, "batch"),
    "batch_other_day": Refused(_other_day, "expires_on"),
    "recall_finds_nothing": Refused(
        _("Nothing of this is known here. Look at the label again: nothing was blocked, and no family was told."),
        "what",
    ),
}
