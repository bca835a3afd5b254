"""The words of insight, in the reader's language: why a release cannot be, and why it says less than it might."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kith.insight.rules.releases import Held
from kith.platform.ui.refusals import RefusalWords, Refused

REFUSALS: RefusalWords = {
    "quarter_not_over": Refused(_("This quarter is not over. It can be released when it is.")),
    "no_babies_due": Refused(_("No baby was due in this quarter, so there is nothing to release.")),
    "nothing_to_correct": Refused(
        _(
            "Nothing has changed since the last release, or so little that the difference would point at a few babies. "
            "The last release stands."
        )
    ),
    "quarter_released_meanwhile": Refused(
        _("Somebody has released this quarter since you looked. Read what they released.")
    ),
    "numbers_moved": Refused(
        _("The record has changed since you looked. Look at the numbers again, and release them if they are right.")
    ),
    "release_needs_a_note": Refused(_("Write what readers should know"), "note"),
    "correction_needs_a_reason": Refused(_("Write why the last release is corrected"), "reason"),
}

HELD: Mapping[Held, Promise] = {
    Held.STAYS_HIDDEN: _("An earlier release hid this quarter. It stays hidden, so that no difference gives it away."),
    Held.PARTS_STAY_HIDDEN: _(
        "An earlier release hid how many babies are not known. That stays hidden, so that no difference gives it away."
    ),
    Held.PARTS_WOULD_BETRAY: _(
        "How many babies are not known is held back: beside an earlier release it would give a small number away."
    ),
    Held.ALL_WOULD_BETRAY: _(
        "The whole quarter is held back: beside an earlier release it would give a small number away. It then stays "
        "hidden in every later release. You can also wait until more has changed."
    ),
}
